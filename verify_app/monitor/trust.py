"""How often errors are caught: rates by kind of error, and whether somebody still looks. Pure functions over arrays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verify_app.core.trials.trials import ErrorKind
from verify_app.core.wilson import Interval, wilson

LOOKING = dict.fromkeys(ErrorKind, 0.8) | {ErrorKind.DELETED: 0.3}
"""Who looks catches at least this share. What is missing is overlooked most, also by people who look: in audits of
KITTI 41 labels were corrected and 430 added in 97 images (2605.12303, 2508.06556)."""

STAMPING = 0.05
"""Who does not look catches at most this share, by accident."""

ALARM = math.log(1 / 0.01)
"""One in a hundred: how often the evidence would ever reach this from one start, if it were somebody who looks."""

FALSE_ALARMS = 0.5
"""A trial on which more than this share of what was right was refused tells nothing but that all is refused."""


@dataclass(frozen=True, slots=True)
class CatchRate:
    """Of the errors shown so many were caught; with a Wilson interval."""

    shown: int
    caught: int
    interval: Interval

    @property
    def rate(self) -> float | None:
        return self.caught / self.shown if self.shown else None


@dataclass(frozen=True, slots=True)
class Result:
    """One answered trial: what was wrong, whether it was caught, what else was refused.

    See `core.trials.trials.Judgement`.
    """

    error: ErrorKind
    caught: bool
    false_alarms: int = 0
    unaltered: int = 0

    @property
    def looked(self) -> bool:
        """Whether the answer depends on what was shown: the error was caught, and not by refusing everything."""
        return self.caught and self.false_alarms <= FALSE_ALARMS * self.unaltered


def catch_rate(results: Iterable[Result]) -> CatchRate:
    """How often errors were caught, with the interval of `core.wilson.wilson`."""
    caught = [result.caught for result in results]
    return CatchRate(len(caught), sum(caught), wilson(sum(caught), len(caught)))


def catch_rates(results: Sequence[Result]) -> Mapping[ErrorKind, CatchRate]:
    """The same for each kind of error, in the vocabulary's order."""
    return {error: catch_rate(r for r in results if r.error is error) for error in ErrorKind}


def false_alarm_rate(results: Sequence[Result]) -> CatchRate:
    """Of the objects that were right, how many were refused; `caught` are the refused ones."""
    refused, right = sum(r.false_alarms for r in results), sum(r.unaltered for r in results)
    return CatchRate(right, refused, wilson(refused, right))


def suspicion(results: Iterable[Result]) -> list[float]:
    """After each trial, the evidence that somebody no longer looks, from 0 to `ALARM`.

    A one-sided CUSUM of log-likelihood ratios: under "looks" a trial of kind k shows it with probability
    ``LOOKING[k]``, under "stamps" with `STAMPING`. From any one start the ratio is a nonnegative martingale under
    "looks", so the chance that it ever reaches ``exp(ALARM)`` is at most ``exp(-ALARM)``, however long it runs (Ville's
    inequality). Starting anew at zero is what makes it see a change; it multiplies that chance by the number of trials
    at the very most, some seven in 200 images. Who never misses is never suspected. It stops growing at `ALARM`: one
    error caught is enough to be in good standing again.

    E. S. Page, Continuous inspection schemes, Biometrika 41 (1954) 100-115; A. Wald, Sequential Analysis (1947).
    """
    level, found = 0.0, []
    for result in results:
        expected = LOOKING[result.error]
        if result.looked:
            level += math.log(STAMPING / expected)
        else:
            level += math.log((1 - STAMPING) / (1 - expected))
        level = min(max(level, 0.0), ALARM)
        found.append(level)
    return found


def noticed_at(results: Iterable[Result]) -> int | None:
    """How many trials it took until somebody was first noticed; None: never."""
    return next((number for number, level in enumerate(suspicion(results), start=1) if level >= ALARM), None)


def is_noticed(results: Iterable[Result]) -> bool:
    """Whether somebody no longer looks, as of their last trial."""
    levels = suspicion(results)
    return bool(levels) and levels[-1] >= ALARM
