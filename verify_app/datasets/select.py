"""Which unverified images stay in train when not all may: fewest tail instances lost, fewest images, then a hash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from verify_app.datasets.split import seeded_rank

TAIL_SHARE = Fraction(1, 10)
_WEIGHT_BITS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """An image that may be left out: its instances, and those of tail classes among them."""

    sha256: str
    instances: int
    tail: int


@dataclass(frozen=True, slots=True)
class Caps:
    """How many images and instances that are not real-verified the real-verified ones in train can carry."""

    images: int
    instances: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What stays, by SHA-256, and how it was found: ``none`` (all stay), ``sort`` or ``milp``."""

    kept: frozenset[str]
    solver: str


def tail_classes(verified: Mapping[int, int], classes: int) -> frozenset[int]:
    """Classes sorted by verified instances, rarest first, while their running sum is at most `TAIL_SHARE` of all.

    A class without any is always tail.
    """
    total, running, tail = sum(verified.values()), 0, set()
    for index in sorted(range(classes), key=lambda i: (verified.get(i, 0), i)):
        running += verified.get(index, 0)
        if running > total * TAIL_SHARE:
            break
        tail.add(index)
    return frozenset(tail)


def carried(real: int, share: Fraction) -> int:
    """The most others that `real` can carry at this share: real ÷ (real + others) >= share, solved in integers."""
    return real * (share.denominator - share.numerator) // share.numerator


def select(options: Sequence[Option], caps: Caps, *, seed: int) -> Selection:
    """The best subset within both caps; exact.

    Where the number of images alone binds, a sort is exact. Where instances bind too it is an integer programme over
    kinds of images (equal in instances and tail instances), solved one aim after the other by SciPy's HiGHS and checked
    again in integers. Images of a kind, and kinds that serve the aims equally, are told apart by the seed.
    """
    order = sorted(options, key=lambda o: (-o.tail, seeded_rank(seed, o.sha256, "leave out")))
    if len(order) <= caps.images and sum(o.instances for o in order) <= caps.instances:
        return Selection(frozenset(o.sha256 for o in order), "none")
    kept = order[: caps.images]
    if sum(o.instances for o in kept) <= caps.instances:
        return Selection(frozenset(o.sha256 for o in kept), "sort")
    kinds: dict[tuple[int, int], list[Option]] = {}
    for option in order:
        kinds.setdefault((option.tail, option.instances), []).append(option)
    names = sorted(kinds)
    counts = _solve(names, [len(kinds[name]) for name in names], caps, seed)
    kept = [o for name, count in zip(names, counts, strict=True) for o in kinds[name][:count]]
    if len(kept) > caps.images or sum(o.instances for o in kept) > caps.instances:
        raise RuntimeError("The solver's answer breaks the caps in integers.")
    return Selection(frozenset(o.sha256 for o in kept), "milp")


def _solve(kinds: Sequence[tuple[int, int]], there: Sequence[int], caps: Caps, seed: int) -> list[int]:
    """How many of each kind stay."""
    tail = np.array([kind[0] for kind in kinds], dtype=float)
    ones = np.ones(len(kinds))
    instances = np.array([kind[1] for kind in kinds], dtype=float)
    # small whole numbers, so that the solver's sums stay exact in floating point
    drawn = [
        int.from_bytes(seeded_rank(seed, f"{kind[0]}:{kind[1]}", "kind")[:8], "big") >> (64 - _WEIGHT_BITS)
        for kind in kinds
    ]
    limits: list[tuple[NDArray[np.float64], float, float]] = [
        (ones, 0, caps.images),
        (instances, 0, caps.instances),
    ]
    best = np.zeros(len(kinds))
    for aim in (tail, ones, np.array(drawn, dtype=float)):
        best = _maximise(aim, limits, there)
        reached = float(aim @ best)
        limits.append((aim, reached, reached))
    return [int(v) for v in best]


def _maximise(
    aim: NDArray[np.float64], limits: Sequence[tuple[NDArray[np.float64], float, float]], there: Sequence[int]
) -> NDArray[np.float64]:
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415  # heavy, and rarely needed

    answer = milp(
        -aim,
        integrality=np.ones(len(aim)),
        bounds=Bounds(0, np.array(there, dtype=float)),
        constraints=[LinearConstraint(row, low, high) for row, low, high in limits],
        options={"mip_rel_gap": 0.0},
    )
    if answer.x is None:
        raise RuntimeError(f"The solver found no selection: {answer.message}")
    found: NDArray[np.float64] = np.rint(answer.x)
    return found
