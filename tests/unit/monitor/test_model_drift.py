"""Models on gold: figures, calibration, power, and what became of predictions."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from verify_app.monitor.detection_power import least_fall, more_objects, objects_for
from verify_app.monitor.model_drift import (
    Answers,
    calibration_error,
    compare_models,
    figures,
    is_worse,
    recall_of,
    sums,
)
from verify_app.monitor.verdict_rates import Decided, calibration, compare_reviews, tally

NAMES = {0: "bolt", 1: "gear"}


def answers(rng: np.random.Generator, images: int, recall: tuple[float, float], *, sure: float = 0.0) -> Answers:
    objects = rng.poisson(2, (images, 2))
    found = rng.binomial(objects, recall)
    image = np.repeat(np.arange(images), found.sum(axis=1))
    conf = rng.uniform(0.4, 0.95, len(image))
    right = rng.random(len(image)) < conf
    return Answers(objects, found, image, np.clip(conf + sure, 0, 1), right)


def test_recall_and_calibration_are_their_formulas() -> None:
    rng = np.random.default_rng(0)
    said = answers(rng, 50, (0.9, 0.5))
    row = sums(said, np.arange(50), 50).sum(axis=0)
    assert recall_of(row, 2, [0]) == pytest.approx(said.found[:, 0].sum() / said.objects[:, 0].sum())
    assert recall_of(row, 2, [0, 1]) == pytest.approx(said.found.sum() / said.objects.sum())
    wanted = 0.0
    for low in np.arange(10) / 10:
        inside = (said.conf >= low) & (said.conf < low + 0.1)
        if inside.any():
            wanted += inside.mean() * abs(said.right[inside].mean() - said.conf[inside].mean())
    assert calibration_error(row, 2) == pytest.approx(wanted, abs=0.02)
    known = figures(row, NAMES, {1}, said.objects.sum(axis=0))
    assert set(known) == {"recall", "tail_recall", "recall:bolt", "recall:gear", "ece", "said"}
    assert known["said"] == pytest.approx(len(said.image) / 50)


def test_a_class_that_is_found_less_often_is_noticed_and_an_equal_model_is_not() -> None:
    rng = np.random.default_rng(1)
    first = answers(rng, 200, (0.9, 0.85))
    found = np.where(np.arange(2) == 1, rng.binomial(first.found, 0.75), first.found)
    worse = Answers(first.objects, found, first.image, first.conf, first.right)
    seen = compare_models(first, worse, np.arange(200), names=NAMES, resamples=199)
    assert seen["recall:gear"].side == -1 and seen["recall:bolt"].side == 0
    same = compare_models(first, first, np.arange(200), names=NAMES, resamples=199)
    assert not any(one.side for one in same.values())


def test_too_few_independent_images_give_no_band() -> None:
    rng = np.random.default_rng(2)
    first, second = answers(rng, 60, (0.9, 0.9)), answers(rng, 60, (0.2, 0.2))
    seen = compare_models(first, second, np.repeat(np.arange(6), 10), names=NAMES, resamples=99)
    assert all(one.band is None and one.side == 0 for one in seen.values())


def test_answers_of_some_images_in_another_order() -> None:
    said = answers(np.random.default_rng(3), 5, (0.9, 0.9))
    some = said.only(np.array([3, 1]))
    np.testing.assert_array_equal(some.objects, said.objects[[3, 1]])
    assert sorted(some.conf[some.image == 0]) == sorted(said.conf[said.image == 3])


def test_what_gets_better_is_not_bad() -> None:
    assert is_worse("recall:gear", -1) and not is_worse("recall:gear", 1)
    assert is_worse("ece", 1) and not is_worse("ece", -1)
    assert is_worse("said", 1) and is_worse("said", -1) and not is_worse("said", 0)


# --- the least fall that gold can show --------------------------------------------------------------------


def test_the_least_fall_is_the_one_that_so_many_objects_show() -> None:
    fall = least_fall(0.9, 200)
    assert fall == pytest.approx(0.087, abs=0.001)
    assert objects_for(0.9, fall) <= 200 < objects_for(0.9, fall - 1e-4)
    assert objects_for(0.9, 0.05) == more_objects(0.9, 200) + 200
    assert least_fall(0.9, 2) is None
    assert least_fall(0.0, 500) is None
    assert more_objects(0.03, 10) == 0  # recall cannot fall by five points


def test_more_objects_show_smaller_falls() -> None:
    falls = [least_fall(0.8, n) for n in (50, 100, 400, 2000)]
    assert all(a is not None and b is not None and a > b for a, b in pairwise(falls))


@pytest.mark.parametrize(("recall", "objects"), [(0.9, 200), (0.8, 400), (0.7, 120)])
def test_falls_of_that_size_are_seen_in_four_of_five_cases(recall: float, objects: int) -> None:
    fall = least_fall(recall, objects)
    assert fall is not None
    rng = np.random.default_rng(0)
    before, after = rng.binomial(objects, recall, 20_000), rng.binomial(objects, recall - fall, 20_000)
    middle = (before + after) / (2 * objects)
    z = (before - after) / objects / np.sqrt(2 * middle * (1 - middle) / objects)
    assert (z > 1.645).mean() == pytest.approx(0.8, abs=0.02)


# --- what became of predictions ---------------------------------------------------------------------------


def decided(verdict: str, *, same: bool = True, overlap: float = 1.0, conf: float = 0.5, image: int = 1) -> Decided:
    return Decided(1, image, verdict, same, overlap, conf, chance=True)


def test_right_is_accepted_or_corrected_a_little() -> None:
    assert decided("accepted").right
    assert decided("corrected", overlap=0.5).right
    assert not decided("corrected", overlap=0.49).right
    assert not decided("corrected", same=False).right
    assert not decided("rejected").right


def test_counts_of_verdicts_and_what_was_missed() -> None:
    some = [decided("accepted"), decided("corrected", overlap=0.2), decided("rejected", image=2)]
    found = tally(some, [2, 3])
    assert (found.images, found.accepted, found.corrected, found.rejected, found.missed, found.right) == (
        3,
        1,
        1,
        1,
        2,
        1,
    )
    assert found.decided == 3


def test_calibration_against_verdicts() -> None:
    sure = [decided("accepted", conf=0.95)] * 9 + [decided("rejected", conf=0.95)]
    assert calibration(sure) == pytest.approx(0.05)
    assert calibration([]) is None
    assert math.isclose(calibration([decided("rejected", conf=1.0)]) or 0, 1.0)


def reviewed(rng: np.random.Generator, images: int, right: float, *, first: int, each: int = 3) -> list[Decided]:
    """Predictions of images, so many of which were right; confidences say what is true of the first model."""
    some = []
    for image in range(first, first + images):
        for conf in rng.uniform(0.6, 0.99, each):
            verdict = "accepted" if rng.random() < conf * right else "rejected"
            some.append(decided(verdict, image=image, conf=float(conf)))
    return some


def test_a_model_that_is_right_less_often_is_noticed_and_an_equal_one_is_not() -> None:
    rng = np.random.default_rng(2)
    first, same = reviewed(rng, 120, 1.0, first=0), reviewed(rng, 120, 1.0, first=1000)
    worse = reviewed(rng, 120, 0.7, first=2000)
    seen = compare_reviews(first, worse, {}, resamples=199)
    assert seen["right"].side == -1 and seen["verdict_ece"].side == 1
    assert seen["verdict_ece"].value == pytest.approx(calibration(worse))
    assert seen["right"].value == pytest.approx(sum(one.right for one in worse) / len(worse))
    assert not any(one.side for one in compare_reviews(first, same, {}, resamples=199).values())


def test_frames_of_one_video_count_once_and_too_few_of_them_have_no_band() -> None:
    rng = np.random.default_rng(3)
    first, worse = reviewed(rng, 120, 1.0, first=0), reviewed(rng, 120, 0.7, first=1000)
    videos = {image: f"video {image // 40}" for image in (*range(120), *range(1000, 1120))}
    assert all(one.band is None for one in compare_reviews(first, worse, videos, resamples=199).values())


def test_bands_of_the_review_hold_as_often_as_they_say() -> None:
    rng = np.random.default_rng(4)
    outside = 0
    for turn in range(60):
        first, same = (reviewed(rng, 60, 0.9, first=start, each=2) for start in (0, 1000))
        found = compare_reviews(first, same, {}, resamples=99, seed=turn)
        outside += any(one.side for one in found.values())
    assert outside <= 9  # 3 on average at 5 %; 10 or more come once in 900 such tests
