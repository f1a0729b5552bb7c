"""Catch rates by kind of error; who no longer looks is noticed, who looks is not."""

from __future__ import annotations

import math

import pytest

from verify_app.core.trials.trials import ErrorKind
from verify_app.monitor.trust import (
    ALARM,
    LOOKING,
    STAMPING,
    Result,
    catch_rate,
    catch_rates,
    false_alarm_rate,
    is_noticed,
    noticed_at,
    suspicion,
)

S, R, N, D = ErrorKind


def results(*kinds: ErrorKind, caught: bool) -> list[Result]:
    return [Result(kind, caught) for kind in kinds]


def test_rates_by_kind() -> None:
    found = [*results(S, S, R, D, caught=True), *results(S, D, D, caught=False)]
    assert (catch_rate(found).shown, catch_rate(found).caught) == (7, 4)
    by_kind = catch_rates(found)
    assert {kind: (rate.caught, rate.shown) for kind, rate in by_kind.items()} == {
        S: (2, 3), R: (1, 1), N: (0, 0), D: (1, 3),
    }  # fmt: skip
    assert by_kind[N].rate is None
    assert (by_kind[N].interval.low, by_kind[N].interval.high) == (0.0, 1.0)
    assert by_kind[D].interval.holds(1 / 3)


def test_false_alarms() -> None:
    found = false_alarm_rate([Result(S, True, 1, 4), Result(D, False, 0, 6)])
    assert (found.caught, found.shown, found.rate) == (1, 10, 0.1)


def test_three_plain_errors_in_a_row_are_noticed_and_one_caught_clears_it() -> None:
    stamps = results(S, R, N, caught=False)
    assert noticed_at(stamps) == 3
    assert not is_noticed(stamps[:2])
    assert is_noticed([*results(S, N, S, caught=True), *stamps])
    assert not is_noticed([*stamps, *results(R, caught=True)])
    assert is_noticed([*stamps * 20, *stamps])
    assert not is_noticed([*stamps * 20, *results(S, caught=True)])


def test_who_overlooks_what_is_missing_still_looks() -> None:
    anchored = [*results(D, caught=False), *results(S, caught=True), *results(D, D, caught=False)] * 50
    assert noticed_at(anchored) is None


def test_who_refuses_everything_does_not_look() -> None:
    assert noticed_at([Result(S, True, 3, 3)] * 3) == 3
    assert noticed_at([Result(S, True, 1, 3)] * 100) is None
    assert noticed_at([Result(S, True, 0, 0)] * 100) is None


def test_levels_are_log_likelihood_ratios() -> None:
    step = math.log((1 - STAMPING) / (1 - LOOKING[S]))
    assert suspicion(results(S, S, caught=False)) == pytest.approx([step, 2 * step])
    assert suspicion(results(S, S, S, S, caught=False))[-1] == ALARM
    assert suspicion(results(S, caught=True)) == [0.0]
    assert suspicion([]) == []


def chance_of_notice(catches: dict[ErrorKind, float], trials: int) -> float:
    """Exact: over every sequence of outcomes, each kind as likely, by the levels they lead to."""
    steps = []
    for kind in ErrorKind:
        steps.append((math.log(STAMPING / LOOKING[kind]), catches[kind] / 4))
        steps.append((math.log((1 - STAMPING) / (1 - LOOKING[kind])), (1 - catches[kind]) / 4))
    steps = [(step, share) for step, share in steps if share]
    levels = {0.0: 1.0}
    noticed = 0.0
    for _ in range(trials):
        after: dict[float, float] = {}
        for level, chance in levels.items():
            for step, share in steps:
                now = max(0.0, level + step)
                if now >= ALARM:
                    noticed += chance * share
                else:
                    key = round(now, 9)
                    after[key] = after.get(key, 0.0) + chance * share
        levels = after
    return noticed


def test_the_chance_of_a_wrong_notice_is_bounded() -> None:
    assert chance_of_notice(LOOKING, 10) <= 10 * math.exp(-ALARM)
    assert chance_of_notice(dict.fromkeys(ErrorKind, 1.0), 100) == 0.0
    assert chance_of_notice(dict.fromkeys(ErrorKind, 0.95), 10) < 0.001
    assert chance_of_notice(dict.fromkeys(ErrorKind, 0.0), 10) > 0.99
