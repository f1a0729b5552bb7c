"""When the share of real, verified images is reached at the pace of the last days. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

WINDOW = 14
"""Days whose pace counts: two weeks even out weekends."""

LEAST_OBJECTS = 50
"""A class with fewer verified objects is short of them: its recall is not known better than to 13 points (Wilson's
interval of 25 out of 50 is 37 % to 63 %)."""

FAR = 3650
"""Days; what would take longer than ten years is no date."""


def missing_images(verified: int, others: int, demanded: Fraction) -> int:
    """How many more real images must be verified so that they are `demanded` of all, when none of the others changes.

    Parameters
    ----------
    verified, others : int
        Real-verified images, and the other candidates.
    demanded : Fraction
        Under 1.
    """
    # (verified + n) / (verified + n + others) >= demanded
    return max(0, math.ceil(demanded * others / (1 - demanded)) - verified)


def per_day(images: Sequence[int]) -> float:
    """Mean images a day over the last `WINDOW` days, days without work included.

    Parameters
    ----------
    images : sequence of int
        One number for each day of the calendar, today last. Days before the first work do not count as idle.
    """
    last = list(images)[-WINDOW:]
    while last and last[0] == 0:
        last.pop(0)
    return sum(last) / len(last) if last else 0.0


def days_left(missing: int, pace: float) -> int | None:
    """Whole days until so many images are done; None when that is never, or further off than `FAR`."""
    if missing <= 0:
        return 0
    days = math.ceil(missing / pace) if pace > 0 else FAR + 1
    return days if days <= FAR else None
