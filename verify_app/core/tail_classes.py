"""Which classes are the tail: the rare ones, which a model forgets first. The only place that says so."""

from __future__ import annotations

from collections.abc import Mapping

TAIL_PART = 10
"""The rarest classes belong to the tail while they hold at most one in so many of all verified instances together.
A whole number: the window starts without `fractions`."""

TOGETHER = 3
"""Version of the policy's rules from which classes as rare as each other are in together or out together. Before, the
order of the list told them apart; receipts of then are still re-checked as they were written."""


def tail_ranks(verified: Mapping[int, int], *, together: bool = True) -> dict[int, int]:
    """The tail classes, each with its rank: 0 the rarest; classes as rare as each other share one.

    Parameters
    ----------
    verified : mapping of int to int
        Class to how many verified instances there are of it; every class of the list.
    together : bool
        False: as before `TOGETHER`, only to re-check receipts of then.

    Notes
    -----
    Classes sorted by verified instances, rarest first, while their running sum is at most a tenth of all; a class
    without any is always in (domain glossary). Of classes as rare as each other all are in, or none.
    """
    alike: dict[tuple[int, int], list[int]] = {}
    for one in sorted(verified):
        alike.setdefault((verified[one], 0 if together else one), []).append(one)
    whole, running = sum(verified.values()), 0
    ranks: dict[int, int] = {}
    for rank, key in enumerate(sorted(alike)):
        running += key[0] * len(alike[key])
        if running * TAIL_PART > whole:
            break
        ranks |= dict.fromkeys(alike[key], rank)
    return ranks


def tail_classes(verified: Mapping[int, int], classes: int, *, rules: int = TOGETHER) -> frozenset[int]:
    """The tail of a list of so many classes, by their places in it.

    Parameters
    ----------
    verified : mapping of int to int
        Verified instances by place; of a class that is not named there are none.
    rules : int
        Version of the policy's rules that a receipt was written under.
    """
    counts = {index: verified.get(index, 0) for index in range(classes)}
    return frozenset(tail_ranks(counts, together=rules >= TOGETHER))
