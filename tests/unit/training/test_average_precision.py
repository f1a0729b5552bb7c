"""Our average precision against Ultralytics' own arithmetic, and the bootstrap over it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.average_precision import ImageStats, mean_ap, resample_weights, resampled_ap


def scene(rng, images, classes, most, *, ties=False):
    """Random detections: some right up to a random IoU, some false, some of another class."""
    stats = []
    for _ in range(images):
        targets = rng.integers(0, classes, rng.integers(0, 8)).astype(np.float32)
        count = int(rng.integers(0, most + 1))
        tp = np.zeros((count, 10), dtype=bool)
        cls = rng.integers(0, classes, count).astype(np.float32)
        conf = rng.random(count).astype(np.float32)
        for i in range(min(count, len(targets))):
            cls[i] = targets[i]
            tp[i, : rng.integers(0, 11)] = True
            conf[i] += np.float32(0.3)
        stats.append(ImageStats(tp, np.round(conf, 1) if ties else conf, cls, targets))
    return stats


def theirs(stats):
    prepare()
    from ultralytics.utils.metrics import ap_per_class

    joined = (np.concatenate([getattr(s, k) for s in stats]) for k in ("tp", "conf", "pred_cls", "target_cls"))
    result = ap_per_class(*joined)
    return result[5], result[6]


@settings(max_examples=examples(150), deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    images=st.integers(1, 12),
    classes=st.integers(1, 5),
    most=st.integers(0, 15),
    ties=st.booleans(),
)
def test_the_full_sample_is_what_ultralytics_computes(seed, images, classes, most, ties):
    stats = scene(np.random.default_rng(seed), images, classes, most, ties=ties)
    ours = resampled_ap(stats, np.ones((1, images), dtype=np.int64), classes=classes)
    expected, present = theirs(stats)
    assert np.isnan(np.delete(ours[0], present, axis=0)).all()
    if len(present):
        assert ours[0][present] == pytest.approx(expected, abs=1e-9)
        assert mean_ap(ours)[0] == pytest.approx(expected.mean(), abs=1e-9)
    else:
        assert np.isnan(mean_ap(ours)[0])


def test_a_resample_is_what_ultralytics_computes_on_the_repeated_images():
    stats = scene(np.random.default_rng(3), 40, 4, 60)
    weights = resample_weights(40, 25, seed=1)
    ours = mean_ap(resampled_ap(stats, weights, classes=4))
    for row, value in zip(weights, ours, strict=True):
        repeated = [stats[i] for i in np.repeat(np.arange(40), row)]
        assert value == pytest.approx(theirs(repeated)[0].mean(), abs=1e-9)


def test_a_resample_without_a_class_leaves_it_out_of_the_mean():
    def one(cls, *, right):
        tp = np.full((1, 10), right)
        return ImageStats(tp, np.array([0.9]), np.array([cls]), np.array([cls]))

    stats = [one(0.0, right=True), one(1.0, right=False)]
    ap = resampled_ap(stats, np.array([[1, 1], [2, 0], [0, 2]]), classes=2)
    assert np.isnan(ap[1, 1]).all() and np.isnan(ap[2, 0]).all()
    found = mean_ap(ap)
    assert found[0] == pytest.approx(found[1] / 2) and found[1] > 0.99 and found[2] == 0


def test_chunks_do_not_change_the_result(monkeypatch):
    stats = scene(np.random.default_rng(5), 20, 3, 30)
    weights = resample_weights(20, 50, seed=2)
    whole = resampled_ap(stats, weights, classes=3)
    monkeypatch.setattr("verify_app.training.average_precision._CELLS", 700)
    np.testing.assert_allclose(resampled_ap(stats, weights, classes=3), whole, rtol=0, atol=1e-12)


def test_resamples_draw_as_many_images_as_there_are_and_repeat_with_the_seed():
    weights = resample_weights(30, 100, seed=7)
    assert (weights.sum(axis=1) == 30).all() and (weights >= 0).all()
    assert np.array_equal(weights, resample_weights(30, 100, seed=7))
    assert not np.array_equal(weights, resample_weights(30, 100, seed=8))


def test_what_belongs_together_is_drawn_together():
    groups = [f"video {i // 10}" for i in range(40)]
    weights = resample_weights(40, 200, seed=7, groups=groups)
    frames = weights.reshape(200, 4, 10)
    assert (frames == frames[:, :, :1]).all() and (frames[:, :, 0].sum(axis=1) == 4).all()
    alone = [str(i) for i in range(40)]
    assert np.array_equal(resample_weights(40, 200, seed=7, groups=alone), resample_weights(40, 200, seed=7))
