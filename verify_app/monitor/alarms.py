"""When what was found is an alarm: seen twice running, the same way, or something is gone. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from verify_app.monitor.drift import GONE, DriftFound
from verify_app.monitor.null_bands import running


def any_side(_name: str, side: int) -> bool:
    """Labels and pictures: whatever is outside is unusual, on either side."""
    return side != 0


def alarms(found: Sequence[Mapping[str, DriftFound]], *, bad: Callable[[str, int], bool] = any_side) -> list[set[str]]:
    """Which metrics alarm at each of several looks, one after another.

    Parameters
    ----------
    found : sequence of mapping
        By metric; of a look without it the metric begins anew.
    bad : callable
        Whether being outside on a side (-1 or 1) is bad for a metric: what gets better is no alarm.
    """
    alarmed: list[set[str]] = [set() for _ in found]
    for name in sorted({name for one in found for name in one}):
        there = [one.get(name) for one in found]
        sides = [0 if one is None else one.side for one in there]
        ways = [None if one is None or not len(one.way) else one.way for one in there]
        again = running(sides, ways)
        for place, side in enumerate(sides):
            if side and bad(name, side) and (again[place] or name in GONE):
                alarmed[place].add(name)
    return alarmed
