"""Level 0 of the experiment on collapse with few repeats: which way things go, not how far."""

from __future__ import annotations

import numpy as np
import pytest

from tests.benchmarks.collapse import features, heads, sources
from tests.benchmarks.collapse.arms import ARMS, BY_NAME
from verify_app.app.demo.simulated_reviewers import PERFECT, RUBBER_STAMP

REPEATS = 6


@pytest.fixture(scope="module")
def cut():
    return features.load(features.committed(sources.OURS))


@pytest.fixture(scope="module")
def found(cut):
    return heads.run(cut, repeats=REPEATS, extra=1)


def at_the_end(found, name):
    return found["arms"][name]["tail_recall"][-1][0]


def test_replacing_loses_the_tail_and_verified_images_hold_it(found):
    first = found["arms"]["replace"]["tail_recall"][0][0]
    assert set(found["arms"]) >= {arm.name for arm in ARMS}
    assert at_the_end(found, "replace") < 0.3 * first < at_the_end(found, "fixed size") < at_the_end(found, "gate 50")
    assert at_the_end(found, "verified only") > 0.85 * first


def test_more_that_is_verified_keeps_more_of_the_tail(found):
    dose = [found["dose"][str(share)][0] for share in heads.SHARES]
    assert np.corrcoef(heads.SHARES, dose)[0, 1] > 0.8 and dose[-1] > 2 * dose[0]


def test_who_does_not_look_keeps_less_than_who_does(found):
    assert at_the_end(found, "gate 50, rubber stamp") < at_the_end(found, "gate 50")
    assert at_the_end(found, "verified only, rubber stamp") < at_the_end(found, "verified only")


def test_a_repeat_is_the_same_whenever_it_is_played(cut):
    def last(seed):
        repeat = heads.begin(cut, heads.Size(20, 2), seed)
        return [figures for _, figures in heads.generations(repeat, BY_NAME["gate 50"], PERFECT)]

    assert last(1) == last(1) != last(2)


def test_the_gate_takes_no_more_than_verified_images_carry_and_nothing_too_deep(cut):
    repeat = heads.begin(cut, heads.Size(), 0)
    rng = np.random.default_rng(0)
    for name, share in (("gate 50", 0.5), ("gate 20", 0.2), ("gate 50 depth 1", 0.5)):
        arm = BY_NAME[name]
        for state, _ in heads.generations(repeat, arm, PERFECT):
            lots = heads.training_set(repeat, arm, state, rng)
            real = sum(len(lot.rows) for lot in lots if lot.depth == heads.PEOPLE)
            assert real >= share * sum(len(lot.rows) for lot in lots)
            if arm.depth is not None:
                assert max(lot.depth for lot in lots) <= arm.depth


def test_reviewers_spend_the_time_they_have_and_a_perfect_one_leaves_no_error(cut):
    repeat = heads.begin(cut, heads.Size(), 0)
    for habit in (PERFECT, RUBBER_STAMP):
        for generation, (state, _) in enumerate(heads.generations(repeat, BY_NAME["gate 50"], habit), start=1):
            assert repeat.budget * generation <= state.human_seconds < (repeat.budget + 60) * generation
            if habit is PERFECT:
                truth = {rows.tobytes(): labels for rows, labels in zip(*_of(repeat.scenes[generation]), strict=True)}
                newest = state.verified[-1]
                for rows, labels in zip(newest.rows, newest.labels, strict=True):
                    assert (truth[rows.tobytes()] == labels).all()


def _of(scenes):
    return scenes.rows, scenes.classes
