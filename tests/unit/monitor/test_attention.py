"""Time on images without pauses; whether accepting goes with confidence."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from verify_app.monitor.attention import IDLE_MS, dependence, pace


def test_pauses_are_cut_and_named() -> None:
    found = pace([1, 1, 2, 3], [1000, 3000, IDLE_MS + 76_000, 0])
    assert (found.images, found.decisions) == (2, 3)
    assert found.seconds == 124.0
    assert found.idle_share == pytest.approx(76_000 / 200_000)
    assert found.seconds_per_image == 62.0
    assert found.per_minute == pytest.approx(60 * 3 / 124)


def test_without_time_on_record_there_is_no_pace() -> None:
    for found in (pace([], []), pace([1, 2], [0, 0])):
        assert (found.images, found.decisions, found.per_minute, found.seconds_per_image) == (0, 0, None, None)


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    rng = np.random.default_rng(5)
    conf = rng.integers(0, 12, 60) / 12
    yes = rng.random(60) < conf
    pairs = [(a > b) + (a == b) / 2 for a, b in itertools.product(conf[yes], conf[~yes])]
    found = dependence(conf, yes)
    assert found.auc == pytest.approx(sum(pairs) / len(pairs))
    assert 0.0 < found.error < 0.15
    assert (found.decided, found.accepted) == (60, int(yes.sum()))


def test_its_error_is_that_of_repeated_samples() -> None:
    rng = np.random.default_rng(6)
    areas, errors = [], []
    for _ in range(400):
        conf = np.concatenate([rng.normal(1.0, 1, 40), rng.normal(0.0, 1, 40)])
        found = dependence(conf, np.arange(80) < 40)
        areas.append(found.auc)
        errors.append(found.error)
    assert np.mean(errors) == pytest.approx(float(np.std(areas)), rel=0.15)


def test_accepting_everything_has_no_area_but_rates() -> None:
    found = dependence([0.1, 0.3, 0.8, 1.0], [True] * 4)
    assert (found.auc, found.error) == (None, None)
    assert [(b.decided, b.accepted) for b in found.bins] == [(1, 1), (1, 1), (0, 0), (2, 2)]
    assert found.bins[3].interval.high == 1.0


def test_accepting_that_does_not_depend_on_confidence() -> None:
    rng = np.random.default_rng(7)
    found = dependence(rng.random(2000), rng.random(2000) < 0.7)
    assert found.auc is not None
    assert found.error is not None
    assert math.isclose(found.auc, 0.5, abs_tol=3 * found.error)
