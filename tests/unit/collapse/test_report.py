"""What is said of the published lines of the experiment on collapse."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from tests.benchmarks.collapse import report
from tests.benchmarks.collapse.chain import ZERO


def line(arm, generation, seed, tail, training_seed=0):
    figures = {"even": {"tail_recall": tail}}
    return {"arm": arm, "generation": generation, "seed": seed, "training_seed": training_seed, "figures": figures}


def whole(gate=0.69, fixed=0.5, replace=0.2, verified=0.6, real=0.7):
    """Lines of generations 3 and 5 of three data seeds that start at 0.7."""
    found = [line(ZERO, 0, seed, 0.7) for seed in (1, 2, 3)]
    for arm, value in (
        ("gate 50", gate), ("fixed size", fixed), ("replace", replace), ("verified only", verified), ("real only", real)
    ):  # fmt: skip
        found += [line(arm, g, seed, value + 0.01 * (seed - 2)) for seed in (1, 2, 3) for g in (3, 5)]
    return found


def marks(lines):
    return [one["is"] for one in report.report(lines)["predictions"].values()]


def test_each_prediction_is_marked_by_every_seed():
    assert marks(whole()) == ["held"] * 4
    assert marks(whole(gate=0.5, fixed=0.65, replace=0.6, verified=0.55)) == ["failed"] * 4
    assert marks(whole(gate=0.665))[0] == "undecided"  # one seed lies on the other side


def test_nothing_is_decided_before_all_seeds_are_there():
    few = [one for one in whole() if one["seed"] != 3]
    assert set(marks(few)) == {"undecided (not whole yet)"} == set(marks([]))


def test_the_primary_end_is_paired_by_seed():
    found = report.report(whole())["primary: gate 50 minus fixed size"]
    assert found["by_seed"] == {1: 0.19, 2: 0.19, 3: 0.19} and found["mean"] == 0.19
    spread = report.paired({1: 0.5, 2: 0.7, 3: 0.9}, {1: 0.4, 2: 0.5, 3: 0.6}, 0.95)
    assert spread["mean"] == 0.2 and spread["low"] == pytest.approx(0.2 - 4.3027 * 0.1 / 3**0.5, abs=1e-3)
    assert spread["p"] == pytest.approx(0.0742, abs=1e-3)


def test_equivalent_is_said_only_where_the_whole_interval_lies_within_five_points():
    assert report.report(whole())["gate 50 minus real only"]["equivalent"] is True
    assert report.report(whole(real=0.75))["gate 50 minus real only"]["equivalent"] is False


def test_noise_is_that_of_the_seed_that_was_trained_most_often():
    lines = [line(ZERO, 0, 1, 0.70 + 0.02 * t, t) for t in range(3)] + [line(ZERO, 0, 2, 0.9)]
    found = report.noise_of(lines)
    assert found["seed"] == 1 and found["sd"] == pytest.approx(0.02)
    assert report.tails_of(lines)[ZERO][0] == {1: 0.7, 2: 0.9}  # the first training counts


def test_the_figure_shows_every_seed_of_every_arm():
    drawn = ElementTree.fromstring(report.figure(report.tails_of(whole())))
    assert len(drawn.findall("{*}circle")) == 5 * 3 * 3 and len(drawn.findall("{*}polyline")) == 5
