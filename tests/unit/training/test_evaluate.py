"""Comparing models on gold images with Ultralytics' own validator."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.tasks import CLASSES, SIDE
from verify_app.core.errors import Cancelled, UserError
from verify_app.core.vocabulary import Task
from verify_app.inference.ultralytics_engine import loaded_pt
from verify_app.training.average_precision import ImageStats, mean_ap, resample_weights, resampled_ap
from verify_app.training.evaluate import (
    FEWEST_IMAGES,
    SAME_WIDTH,
    ComparisonOutcome,
    _comparisons,
    evaluate,
    judge,
    say,
)
from verify_app.training.gold import Seen, ids_by_name

pytestmark = pytest.mark.slow
NAMES = CLASSES[Task.DETECT]
SMALL = {"names": NAMES, "imgsz": SIDE, "device": "cpu", "resamples": 300}


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


@pytest.fixture(scope="module")
def onnx(learned, tmp_path_factory) -> Path:
    """The learned model in the other format, with batches of one."""
    target = tmp_path_factory.mktemp("onnx") / "learned.onnx"
    with loaded_pt(learned) as (model, _):
        shutil.copy(model.export(format="onnx", imgsz=SIDE, nms=False, device="cpu"), target)
    return target


@pytest.fixture(scope="module")
def found(wiped, learned, onnx, gold):
    before = files(gold)
    result = evaluate([wiped, learned, onnx, wiped], gold, **SMALL)
    assert files(gold) == before, "no cache may be left beside the gold images"
    return result


def test_the_figures_are_those_of_ultralytics(found, learned, gold, tmp_path):
    import yaml
    from ultralytics import YOLO

    copy = shutil.copytree(gold, tmp_path / "gold")
    data = {"path": str(copy), "train": "images/gold", "val": "images/gold", "names": dict(enumerate(NAMES))}
    (copy / "data.yaml").write_text(yaml.safe_dump(data))
    theirs = YOLO(learned).val(
        data=str(copy / "data.yaml"),
        imgsz=SIDE,
        device="cpu",
        nms=False,
        rect=False,
        plots=False,
        project=str(tmp_path),
    )
    ours = found.scores[1]
    assert ours.value == pytest.approx(theirs.box.map, abs=1e-9) and ours.value > 0.3
    assert ours.figures["mAP50"] == pytest.approx(theirs.box.map50, abs=1e-9)
    for i, c in enumerate(theirs.box.ap_class_index):
        assert ours.classes[NAMES[c]].value == pytest.approx(theirs.box.ap[i], abs=1e-9)
        assert ours.classes[NAMES[c]].recall == pytest.approx(theirs.box.r[i], abs=1e-9)
    assert found.images == 24
    assert found.objects == sum(c.objects for c in ours.classes.values()) == theirs.nt_per_class.sum()


def test_a_model_that_learned_is_better_and_one_that_forgot_has_degraded(found, learned, wiped, gold):
    up = found.comparisons[0]
    assert up.outcome is ComparisonOutcome.BETTER and 0 < up.low <= up.change <= up.high
    assert up.sentence.startswith("The new model is better: +")
    down = evaluate([learned, wiped], gold, **SMALL).comparisons[0]
    assert down.outcome is ComparisonOutcome.DEGRADED and down.change == pytest.approx(-up.change)
    assert (down.low, down.high) == (pytest.approx(-up.high), pytest.approx(-up.low))


def test_both_formats_of_a_model_do_equally_well(found):
    pt, onnx = found.scores[1], found.scores[2]
    assert onnx.value == pytest.approx(pt.value, abs=0.005)


def test_a_model_beside_itself_is_the_same(found):
    same = found.comparisons[2]
    assert (same.change, same.low, same.high) == (0, 0, 0) and same.outcome is ComparisonOutcome.SAME


def test_with_few_images_nothing_is_claimed(learned, wiped, gold, tmp_path):
    few = shutil.copytree(gold, tmp_path / "few")
    for file in sorted((few / "images/gold").iterdir())[FEWEST_IMAGES - 1 :]:
        file.unlink()
    result = evaluate([wiped, learned], few, **SMALL).comparisons[0]
    assert result.outcome is ComparisonOutcome.TOO_FEW and f"at least {FEWEST_IMAGES}" in result.sentence


def test_classes_are_matched_by_name(found, learned, gold, tmp_path):
    """Gold images with the classes in another order, and one more that no image shows."""
    other = shutil.copytree(gold, tmp_path / "other")
    names = ("crate", "block", "disc")
    for label in (other / "labels/gold").glob("*.txt"):
        rows = [line.split() for line in label.read_text().splitlines()]
        label.write_text("".join(" ".join([str(names.index(NAMES[int(r[0])])), *r[1:]]) + "\n" for r in rows))
    score = evaluate([learned], other, **{**SMALL, "names": names}).scores[0]
    assert score.value == pytest.approx(found.scores[1].value, abs=1e-9)
    assert score.classes["disc"] == found.scores[1].classes["disc"]
    assert score.classes["crate"].value is None and score.classes["crate"].recall is None


def test_a_class_the_model_does_not_know_is_named(learned, gold):
    with pytest.raises(UserError, match=r"detect\.pt does not know screw, which the gold images show"):
        evaluate([learned], gold, **{**SMALL, "names": ("screw", "block")})


def test_ids_by_name():
    assert ids_by_name("m", {0: "cat", 1: "bolt", 2: "nut"}, {"nut": 3, "bolt": 1, "ghost": 0}) == [-1, 1, 0]


def test_it_can_be_cancelled(learned, gold, tmp_path):
    def report(step):
        if "on the gold images" in step.text:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        evaluate([learned], gold, work=tmp_path, report=report, **SMALL)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda g: shutil.rmtree(g / "images"), "no folder “images”"),
        (lambda g: [p.unlink() for p in (g / "images/gold").iterdir()], "no gold images"),
        (lambda g: next((g / "labels/gold").iterdir()).unlink(), "has no label file"),
        (lambda g: next((g / "labels/gold").iterdir()).write_text("7 0.5 0.5 0.1 0.1\n"), "cannot be read"),
        (lambda g: next((g / "labels/gold").iterdir()).write_text("0 0.5\n"), "cannot be read"),
        (
            lambda g: (g / "images/gold/000.png").write_bytes(b"no picture"),
            r"cannot use 1 gold image \(first: 000",
        ),
        (lambda g: [p.write_text("") for p in (g / "labels/gold").iterdir()], "no object at all"),
    ],
)
def test_gold_images_that_cannot_be_used(wiped, gold, tmp_path, spoil, said):
    mine = shutil.copytree(gold, tmp_path / "gold")
    spoil(mine)
    with pytest.raises(UserError, match=said):
        evaluate([wiped], mine, **SMALL)


def test_several_splits_without_gold_are_not_guessed_at(wiped, made_version):
    with pytest.raises(UserError, match="several splits"):
        evaluate([wiped], made_version, **SMALL)


def test_models_that_cannot_be_used(gold, tmp_path):
    with pytest.raises(UserError, match="at least one"):
        evaluate([], gold, **SMALL)
    for name in ("m.pt", "m.onnx", "m.txt"):
        with pytest.raises(UserError, match="There is no model"):
            evaluate([tmp_path / name], gold, **SMALL)
        (tmp_path / name).write_bytes(b"no model")
        with pytest.raises(UserError, match=name):
            evaluate([tmp_path / name], gold, **SMALL)


@pytest.mark.parametrize(
    ("low", "high", "images", "outcome"),
    [
        (0.01, 0.05, 100, ComparisonOutcome.BETTER),
        (-0.05, -0.01, 100, ComparisonOutcome.DEGRADED),
        (-0.01, 0.01, 100, ComparisonOutcome.SAME),
        (0.0, SAME_WIDTH, 100, ComparisonOutcome.SAME),
        (-0.03, 0.03, 100, ComparisonOutcome.TOO_FEW),
        (0.01, 0.05, FEWEST_IMAGES - 1, ComparisonOutcome.TOO_FEW),
        (0.0, 0.0, 1, ComparisonOutcome.TOO_FEW),
    ],
)
def test_the_rule(low, high, images, outcome):
    assert judge(low, high, images=images) is outcome
    sentence = say(outcome, (low + high) / 2, low, high, images=images)
    assert sentence.endswith(".") and "95 % interval" in sentence and f"on {images} gold" in sentence


def test_the_interval_covers_the_truth_about_as_often_as_it_says():
    """Two models that find objects with chances 0.5 and 0.6: the interval holds the true change in most worlds."""
    rng = np.random.default_rng(0)

    def world(chance, images):
        stats = {}
        for i in range(images):
            right = rng.random(3) < chance
            tp = np.repeat(right[:, None], 10, axis=1)
            stats[str(i)] = ImageStats(tp, rng.random(3), np.zeros(3), np.zeros(3))
        return stats

    def seen(stats):
        value = mean_ap(resampled_ap([stats[i] for i in sorted(stats)], np.ones((1, len(stats)), np.int64), classes=1))
        return Seen(stats, {"mAP50-95": float(value[0]), "mAP50": 0.0}, {}, {}, 64)

    truth = seen(world(0.6, 20_000)).value - seen(world(0.5, 20_000)).value
    inside = 0
    for _ in range(60):
        weights = resample_weights(80, 200, seed=0)
        (one,) = _comparisons([seen(world(0.5, 80)), seen(world(0.6, 80))], {"bolt": 240}, (), weights, apart=80)
        inside += one.low <= truth <= one.high
    assert 50 <= inside <= 60


def test_frames_of_one_video_count_once(learned, wiped, gold):
    """24 images of 6 videos: no fewer images than are needed, and far too few videos."""
    stems = sorted(file.stem for file in (gold / "images/gold").iterdir())
    groups = {stem: f"video {place // 4}" for place, stem in enumerate(stems)}
    alone, together = (evaluate([wiped, learned], gold, groups=each, **SMALL) for each in ({}, groups))
    assert (alone.groups, together.groups) == (24, 6) and alone.images == together.images == 24
    one, other = alone.comparisons[0], together.comparisons[0]
    assert one.outcome is ComparisonOutcome.BETTER and other.outcome is ComparisonOutcome.TOO_FEW
    assert one.change == other.change and (one.low, one.high) != (other.low, other.high)
    assert "on 24 gold images, of which 6 are independent" in other.sentence


def test_every_object_and_every_counted_detection_is_matched_once(found, gold):
    score = found.scores[1]
    assert score.detail is not None
    assert len(score.detail.matches) == found.images
    rows = [(stem, one) for stem, some in score.detail.matches.items() for one in some]
    for i, name in enumerate(NAMES):
        there = sum(one.true == i for _, one in rows)
        assert there == score.classes[name].objects
        said = sum(one.said == i for _, one in rows)
        level = round(100 * score.detail.cut)
        counts = score.detail.classes[name].said
        assert counts[min(level + 1, 100)] <= said <= counts[max(level - 1, 0)]
    right = sum(one.true == one.said for _, one in rows)
    assert right >= 0.8 * sum(found for one in score.answers.values() for _, _, found in one.objects)
    for stem, one in rows:
        if one.true >= 0:
            lines = (gold / "labels" / "gold" / f"{stem}.txt").read_text().split("\n")
            places = [[float(v) for v in line.split()] for line in lines if line.strip()]
            near = [p for p in places if int(p[0]) == one.true and abs(p[1] - sum(one.box[::2]) / 2) < 0.01]
            assert near, (stem, one)


def test_the_figures_lie_within_their_intervals(found):
    for name, one in found.scores[1].classes.items():
        interval = found.scores[1].detail.classes[name].value
        assert one.value is None or interval[0] - 0.02 <= one.value <= interval[1] + 0.02
