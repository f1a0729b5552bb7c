"""The simulation: pure, seeded, and right where the answer is known without it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from verify_app.core.errors import UsageError
from verify_app.datasets.simulation import Band, what_if

COUNTS = {"bolt": 900, "nut": 90, "gear": 10}
RECALL = {"bolt": 0.95, "nut": 0.8, "gear": 0.3}


def play(share: str, generations: int = 10, **more):
    return what_if(
        more.get("counts", COUNTS), more.get("recall", RECALL), real_share=Fraction(share), generations=generations
    )


def test_the_same_question_has_the_same_answer_and_the_first_generation_is_the_project():
    assert play("0.2") == play("0.2")
    assert play("0.2").generations[0] == {n: Band(c, c, c) for n, c in COUNTS.items()}
    other = what_if(COUNTS, RECALL, real_share=Fraction(1, 5), seed=1)
    assert other.generations[1:] != play("0.2").generations[1:]


def test_a_single_generation_is_said_as_one():
    assert "1 generation." in play("1", 1).sentence() and "12 generations." in play("1", 12).sentence()


def test_every_generation_is_as_large_and_bands_are_in_order():
    for of in play("0.3").generations:
        assert all(b.low <= b.middle <= b.high for b in of.values())
        assert abs(sum(b.middle for b in of.values()) - 1000) < 60


def test_without_real_labels_what_is_found_least_goes_first_and_with_only_real_ones_nothing_does():
    none, some, all_ = play("0", 12), play("0.5", 12), play("1", 12)
    assert none.gone["gear"] <= 6 and none.generations[-1]["bolt"].middle > 950
    assert none.thin["gear"] < none.thin["nut"]
    assert "nut" not in some.thin and not some.gone
    assert all_.thin == {} and abs(all_.generations[-1]["nut"].middle - 90) < 15


def test_the_level_a_class_settles_at_is_that_of_the_recurrence():
    """One class rare: share p' = s p0 + (1 - s) p r / (sum of p r), iterated without chance."""
    counts = {"a": 9000, "b": 1000}
    recall = {"a": 0.9, "b": 0.6}
    share = 0.3
    p = 0.1
    for _ in range(15):
        p = share * 0.1 + (1 - share) * p * 0.6 / (p * 0.6 + (1 - p) * 0.9)
    found = what_if(counts, recall, real_share=Fraction(3, 10), generations=15).generations[-1]["b"]
    assert abs(found.middle - 10_000 * p) < 60 and found.low < found.high


def test_a_class_that_was_not_measured_is_named_and_taken_as_average():
    found = play("0.5", recall={"bolt": 1.0, "nut": 0.5})
    assert any("average of 75%: gear" in line for line in found.assumptions)
    assert any("simulation" in line for line in found.assumptions) and "Simulated" in found.sentence()


def test_a_model_that_finds_nothing_leaves_the_real_part():
    found = play("0.5", recall=dict.fromkeys(COUNTS, 0.0))
    assert 420 < found.generations[-1]["bolt"].middle < 480


@pytest.mark.parametrize(
    "more",
    [
        {"counts": {}},
        {"counts": {"bolt": 0}},
        {"recall": {}},
        {"recall": {"bolt": 1.5}},
        {"recall": {"bolt": float("nan")}},
        {"generations": 0},
        {"generations": 101},
    ],
)
def test_what_makes_no_sense_is_refused(more):
    with pytest.raises(UsageError):
        play("0.5", **more)


def test_false_ones_take_the_place_of_what_is_there():
    """One class, half of the labels real: right objects p' = s + (1 - s) q, whatever is found again."""
    for precision in (1.0, 0.5, 0.25):
        found = what_if({"a": 4000}, {"a": 0.8}, {"a": precision}, real_share=Fraction(1, 2), generations=6)
        assert abs(found.generations[-1]["a"].middle - 4000 * (0.5 + 0.5 * precision)) < 80


def test_of_two_classes_found_alike_the_one_with_false_ones_takes_labels_from_the_other():
    counts, recall = {"a": 500, "b": 500}, {"a": 0.9, "b": 0.9}
    sure = what_if(counts, recall, {"a": 1.0, "b": 1.0}, real_share=Fraction(1, 5))
    noisy = what_if(counts, recall, {"a": 0.5, "b": 1.0}, real_share=Fraction(1, 5))
    assert noisy.generations[1]["b"].high < sure.generations[1]["b"].low
    assert noisy.generations[1]["a"].high < sure.generations[1]["a"].low


def test_a_precision_that_was_not_measured_is_named():
    some = what_if(COUNTS, RECALL, {"bolt": 0.9, "nut": 0.7}, real_share=Fraction(1, 2))
    assert any("Precision not measured, taken as the average of 80%: gear" in line for line in some.assumptions)
    none = what_if(COUNTS, RECALL, real_share=Fraction(1, 2))
    assert any("No precision was measured yet" in line for line in none.assumptions)
    with pytest.raises(UsageError):
        what_if(COUNTS, RECALL, {"bolt": 1.2}, real_share=Fraction(1, 2))
