"""Which classes are the tail: the rare ones, which a model forgets first."""

from __future__ import annotations

from collections.abc import Mapping

TAIL_PART = 10
"""The rarest classes belong to the tail while they hold at most one in so many of all verified instances together.
A whole number: the window starts without `fractions`."""


def tail_ranks(verified: Mapping[int, int]) -> dict[int, int]:
    """The tail classes, each with its rank: 0 the rarest; classes as rare as each other share one.

    Parameters
    ----------
    verified : mapping of int to int
        Class id to how many verified instances there are of it; every class of the list.

    Notes
    -----
    Classes sorted by verified instances, rarest first, while their running sum is at most a tenth of all; a class
    without any is always in (domain glossary). Of classes as rare as each other all are in, or none.
    """
    whole = sum(verified.values())
    ranks: dict[int, int] = {}
    running = 0
    for rank, count in enumerate(sorted(set(verified.values()))):
        alike = [class_id for class_id, n in verified.items() if n == count]
        running += count * len(alike)
        if count and running * TAIL_PART > whole:
            break
        ranks |= dict.fromkeys(sorted(alike), rank)
    return ranks
