"""Choosing whole numbers under caps: exactly by SciPy's HiGHS, or nearly, with a bound that is proved."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csc_array

_WEIGHT_BITS = 20
_DRAWN_KINDS = 200
"""Up to so many kinds the drawn numbers are an aim of their own; beyond, they are the order the solver goes through."""
_CORES = (300, 1_200, 4_800)
"""So many kinds, those on which the answer hangs, are solved in whole numbers first; the others go as the linear
programme says. What reaches the programme's own bound is the best there is, whatever the others could do."""
_NODES = 500
"""Branches looked at for one core: a number, not seconds, so that every machine gives the same answer."""
_SAMPLE = 20_000
_SLACK = 1e-9
_SPLIT = 1e-7
_STEPS = 200

_Floats = NDArray[np.float64]


@dataclass(frozen=True)  # no slots: the matrix is made once
class Uses:
    """What one image of a kind uses of a cap.

    Parameters
    ----------
    entries : tuple of (row, kind, count)
        By cap and kind; zeros left out.
    caps, kinds : int
        How many there are.
    """

    entries: tuple[tuple[int, int, int], ...]
    caps: int
    kinds: int

    @cached_property
    def matrix(self) -> csc_array:
        """Caps x kinds."""
        from scipy.sparse import csc_array  # noqa: PLC0415  # heavy, and rarely needed

        rows, kinds, counts = np.array(self.entries, dtype=np.int64).reshape(-1, 3).T
        return csc_array((counts.astype(float), (rows, kinds)), shape=(self.caps, self.kinds))


@dataclass(frozen=True, slots=True)
class Problem:
    """How many of each kind to keep: most tail instances first, then most images.

    Parameters
    ----------
    tail : tuple of int
        Tail instances of one image of each kind.
    there : tuple of int
        How many images there are of each kind.
    limits : tuple of int
        The caps, one for each row; the first is that of images.
    uses : Uses
    """

    tail: tuple[int, ...]
    there: tuple[int, ...]
    limits: tuple[int, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class More:
    """What the best answer could keep more than the one found, at most."""

    tail: int
    images: int


def exact(problem: Problem, drawn: Sequence[int]) -> list[int]:
    """The best there is, one aim after the other.

    Parameters
    ----------
    drawn : sequence of int
        64 bits for each kind; what serves the aims equally is told apart by them.
    """
    few = len(problem.there) <= _DRAWN_KINDS
    order = np.arange(len(problem.there)) if few else np.argsort(np.array(drawn, dtype=np.uint64), kind="stable")
    tail = np.array(problem.tail, dtype=float)[order]
    aims = [tail, np.ones(len(order))]
    if few:
        # small whole numbers, so that the solver's sums stay exact in floating point
        aims.append(np.array([number >> (64 - _WEIGHT_BITS) for number in drawn], dtype=float))
    there = np.array(problem.there, dtype=float)[order]
    matrix = problem.uses.matrix[:, order]
    floors: list[tuple[_Floats, float]] = []
    best = np.zeros(len(order))
    for aim in aims:
        if not aim.any():
            continue
        best = _maximise(aim, matrix, problem.limits, there, floors)
        floors.append((aim, float(aim @ best)))
    found = np.zeros(len(order), dtype=np.int64)
    found[order] = best.astype(np.int64)
    return [int(v) for v in found]


def _maximise(
    aim: _Floats, matrix: csc_array, limits: Sequence[int], there: _Floats, floors: Sequence[tuple[_Floats, float]]
) -> _Floats:
    caps = np.array(limits, dtype=float)
    for row, low in floors:
        matrix, caps = _with_row(matrix, -row), np.append(caps, -low)
    # what brings nothing only uses caps, where nothing must be reached
    used = np.flatnonzero(aim) if not floors else np.arange(len(aim))
    aim, matrix, there, whole = aim[used], matrix[:, used], there[used], len(aim)
    best = _through_core(aim, matrix, caps, there) if len(used) > _DRAWN_KINDS else None
    if best is None:
        best = _whole(aim, matrix, caps, there)
    if best is None:
        raise RuntimeError("The solver found no selection.")
    found = np.zeros(whole)
    found[used] = best
    return found


def _whole(aim: _Floats, matrix: csc_array, limits: _Floats, there: _Floats, most: int | None = None) -> _Floats | None:
    """All of it in whole numbers; after `most` nodes of the search the best until then."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    answer = milp(
        -aim,
        integrality=np.ones(len(aim)),
        bounds=Bounds(0, there),
        constraints=[LinearConstraint(matrix, -np.inf, limits)],
        options={"mip_rel_gap": 0.0} if most is None else {"mip_rel_gap": 0.0, "node_limit": most},
    )
    if answer.x is None:
        return None
    found: _Floats = np.rint(answer.x)
    return found


def _through_core(aim: _Floats, matrix: csc_array, limits: _Floats, there: _Floats) -> _Floats | None:
    """The best, where solving a few kinds in whole numbers proves it; None where it does not.

    The linear programme (kinds may be split) bounds every answer by weak duality. At its best all but a few kinds, no
    more than there are caps, are whole already; which they are hardly matters for those whose worth is close to what
    the caps they use are worth. These are solved again, in whole numbers, and compared with the bound.
    """
    from scipy.optimize import linprog  # noqa: PLC0415

    bounds = np.stack([np.zeros(len(there)), there], axis=1)
    relaxed = linprog(-aim, A_ub=matrix, b_ub=limits, bounds=bounds, method="highs-ds")
    if relaxed.status != 0:
        return None
    prices = np.maximum(0.0, -np.asarray(relaxed.ineqlin.marginals))
    gain = aim - matrix.T @ prices
    bound = _floor(float(prices @ limits + there @ np.maximum(gain, 0)))
    near, split = np.rint(relaxed.x), np.abs(relaxed.x - np.rint(relaxed.x)) > _SPLIT
    order = np.argsort(np.where(split, -1.0, np.abs(gain)), kind="stable")
    for size in _CORES:
        core = np.sort(order[: max(size, int(split.sum()))])
        found: _Floats = near.copy()
        found[core] = 0
        inside = _whole(aim[core], matrix[:, core], limits - matrix @ found, there[core], _NODES)
        if inside is not None:
            found[core] = inside
            if aim @ found >= bound and (matrix @ found <= limits).all():
                return found
    return None


def near(problem: Problem, drawn: Sequence[int]) -> tuple[list[int], More]:
    """A good answer for many kinds, and what the best could keep more at most.

    What the caps are worth is taken from the linear programme of a drawn sample; kinds are then taken in the order of
    what they bring beyond that, those with tail instances first. By weak duality the same prices bound what any answer
    can bring, whatever they are.
    """
    seeds = np.array(drawn, dtype=np.uint64)
    tail, there = np.array(problem.tail, dtype=float), np.array(problem.there, dtype=float)
    matrix, limits = problem.uses.matrix, np.array(problem.limits, dtype=float)
    left = list(problem.limits)
    counts = [0] * len(there)
    more_tail = 0
    if tail.any():
        gain, bound = _worth(tail, matrix, limits, there, seeds)
        order = np.lexsort((seeds, -tail, -gain))
        _fill(order[tail[order] > 0], problem, left, counts)
        more_tail = max(0, min(_floor(bound), int(tail @ there)) - int(tail @ np.array(counts, dtype=float)))
    kept_tail = int(tail @ np.array(counts, dtype=float))
    # of those answers that keep as many tail instances
    rows, caps = _with_row(matrix, -tail), np.append(limits, -kept_tail)
    ones = np.ones(len(there))
    either = (_worth(ones, rows, caps, there, seeds), _worth(ones, matrix, limits, there, seeds))
    gain, bound = min(either, key=lambda worth: worth[1])
    _fill(np.lexsort((seeds, -gain)), problem, left, counts)
    most = min(_floor(bound), int(there.sum()), problem.limits[0])
    if most > sum(counts):
        most = min(most, _floor(_polished(ones, rows, caps, there, sum(counts), seeds)))
    return counts, More(more_tail, max(0, most - sum(counts)))


def _polished(
    aim: _Floats, matrix: csc_array, limits: _Floats, there: _Floats, reached: int, drawn: NDArray[np.uint64]
) -> float:
    """A closer bound: prices moved against what is asked for and not there (subgradients, Polyak's step)."""
    prices = _prices(aim, matrix, limits, there, drawn)
    best = np.inf
    for _ in range(_STEPS):
        gain = aim - matrix.T @ prices
        bound = float(prices @ limits + there @ np.maximum(gain, 0))
        best = min(best, bound)
        spare = limits - matrix @ np.where(gain > 0, there, 0.0)
        length = float(spare @ spare)
        if bound - reached < 1 or not length:
            break
        prices = np.maximum(0.0, prices - (bound - reached) / length * spare)
    return best


def _floor(bound: float) -> int:
    """The whole number a sum in floating point cannot hide."""
    return math.floor(bound * (1 + _SLACK) + _SLACK)


def _with_row(matrix: csc_array, row: _Floats) -> csc_array:
    from scipy.sparse import csc_array, vstack  # noqa: PLC0415

    return csc_array(vstack([matrix, csc_array(row.reshape(1, -1))]))


def _worth(
    aim: _Floats, matrix: csc_array, limits: _Floats, there: _Floats, drawn: NDArray[np.uint64]
) -> tuple[_Floats, float]:
    """What each kind brings beyond what the caps it uses are worth, and what any answer can bring at most."""
    prices = _prices(aim, matrix, limits, there, drawn)
    gain = aim - matrix.T @ prices
    return gain, float(prices @ limits + there @ np.maximum(gain, 0))


def _prices(aim: _Floats, matrix: csc_array, limits: _Floats, there: _Floats, drawn: NDArray[np.uint64]) -> _Floats:
    """What one more of each cap would bring, by the linear programme of a sample with caps in proportion."""
    from scipy.optimize import linprog  # noqa: PLC0415

    order = np.argsort(drawn, kind="stable")
    total = there.sum()
    size = int(min(total, _SAMPLE))
    # every so-many-th image in the drawn order: what many images share is in the sample as often as it is in all
    places = np.searchsorted(np.cumsum(there[order]), (np.arange(size) + 0.5) * total / size)
    sample, held = np.unique(order[places], return_counts=True)
    bounds = np.stack([np.zeros(len(sample)), held], axis=1)
    answer = linprog(-aim[sample], A_ub=matrix[:, sample], b_ub=limits * (size / total), bounds=bounds, method="highs")
    if answer.status != 0:  # the sample cannot reach what all do; any price bounds, this one least closely
        return np.zeros(len(limits))
    prices: _Floats = np.maximum(0.0, -np.asarray(answer.ineqlin.marginals))
    return prices


def _fill(order: NDArray[np.int64], problem: Problem, left: list[int], counts: list[int]) -> None:
    """Take kinds in this order, of each as many as the caps still hold."""
    uses: list[list[tuple[int, int]]] = [[] for _ in problem.there]
    for row, kind, count in problem.uses.entries:
        uses[kind].append((row, count))
    for kind in order.tolist():
        room = min((left[row] // count for row, count in uses[kind]), default=problem.there[kind])
        taken = min(room, problem.there[kind] - counts[kind])
        if taken > 0:
            counts[kind] += taken
            for row, count in uses[kind]:
                left[row] -= taken * count
