"""Which object was taken for what, and what stands behind a model's figures."""

from __future__ import annotations

import numpy as np
import pytest

from verify_app.training.average_precision import ClassGuess, ImageStats, resample_weights
from verify_app.training.gold import Seen
from verify_app.training.matches import NOTHING, ImageScene, matches
from verify_app.training.score_detail import STEPS, detail

BOXES = np.array([[0.1, 0.1, 0.3, 0.3], [0.5, 0.5, 0.8, 0.9]])


def scene(near: list[tuple[float, int, int]], said: list[int], conf: list[float]) -> ImageScene:
    places = np.tile([0.4, 0.0, 1.2, 0.2], (len(said), 1))
    return ImageScene(np.array([0, 1]), np.array(said), np.array(conf), np.array(near).reshape(-1, 3), BOXES, places)


def pairs(one: ImageScene, cut: float) -> list[tuple[int, int]]:
    return [(m.true, m.said) for m in matches(one, cut)]


def test_the_largest_overlap_comes_first_and_each_is_paired_once() -> None:
    one = scene([(0.6, 0, 0), (0.9, 0, 1), (0.55, 1, 1)], [0, 2], [0.9, 0.5])
    assert pairs(one, 0.1) == [(0, 2), (1, NOTHING), (NOTHING, 0)]


def test_only_detections_from_the_cut_on_count() -> None:
    one = scene([(0.6, 0, 0), (0.9, 0, 1)], [0, 2], [0.9, 0.5])
    assert pairs(one, 0.6) == [(0, 0), (1, NOTHING)]
    assert pairs(one, 0.95) == [(0, NOTHING), (1, NOTHING)]


def test_a_match_has_the_place_of_the_object_else_of_the_detection_within_the_image() -> None:
    found = matches(scene([(0.7, 0, 0)], [0, 1], [0.9, 0.8]), 0.1)
    assert found[0].box == tuple(BOXES[0]) and found[0].conf == 0.9
    assert (found[1].said, found[1].conf) == (NOTHING, 0.0)
    assert (found[2].true, found[2].box) == (NOTHING, (0.4, 0.0, 1.0, 0.2))


def test_intervals_hold_the_figure_and_counts_fall_with_confidence() -> None:
    rng, stats, scenes = np.random.default_rng(4), {}, {}
    for n in range(30):
        tp = np.repeat(rng.random((6, 1)) < 0.6, 10, axis=1)
        said, conf = rng.integers(0, 2, 6).astype(float), np.sort(rng.random(6))[::-1]
        stats[f"{n:02}.png"] = ImageStats(tp, conf, said, rng.integers(0, 2, 8).astype(float))
        scenes[f"{n:02}.png"] = scene([], [0], [0.5])
    seen = Seen(stats, {"mAP50-95": 0.5}, {}, {}, 64, cut=0.3, scenes=scenes)
    found = detail(seen, ["a", "b", "never"], resample_weights(30, 400, seed=0))
    for index, name in enumerate("ab"):
        one = found.classes[name]
        rows = [(s.tp[:, 0] & (s.pred_cls == index), s.conf) for s in stats.values()]
        right = sum(int((ok & (conf >= 0.3)).sum()) for ok, conf in rows)
        objects = sum(int((s.target_cls == index).sum()) for s in stats.values())
        assert one.right[30] == right and one.right[0] == sum(int(ok.sum()) for ok, _ in rows)
        assert one.recall is not None and one.recall[0] < right / objects < one.recall[1]
        assert one.precision is not None and one.precision[0] < right / one.said[30] < one.precision[1]
        assert one.at_cut == (right, sum(int(((s.pred_cls == index) & (s.conf >= 0.3)).sum()) for s in stats.values()))
        assert len(one.said) == STEPS + 1 and list(one.said) == sorted(one.said, reverse=True)
    never = found.classes["never"]
    assert (never.value, never.recall, never.precision, never.right[0]) == (None, None, None, 0)
    assert set(found.matches) == {f"{n:02}" for n in range(30)}


def test_a_guess_is_one_object_that_fills_the_image() -> None:
    guesses = {
        "nut/a.png": ClassGuess(1, first=False, among_five=True, said=0),
        "nut/b.png": ClassGuess(1, True, True, 1),
    }
    seen = Seen(guesses, {"top-1 accuracy": 0.5}, {}, {}, 64)
    found = detail(seen, ["bolt", "nut"], resample_weights(2, 50, seed=0))
    assert [(m.true, m.said) for m in (found.matches["a"][0], found.matches["b"][0])] == [(1, 0), (1, 1)]
    assert found.matches["a"][0].box == (0.0, 0.0, 1.0, 1.0)
    assert found.classes["nut"].recall == pytest.approx((0.0, 1.0)) and found.classes["bolt"].recall is None
