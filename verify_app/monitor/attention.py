"""How much attention images get, and whether accepting depends on how sure the model is. Pure functions over arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from verify_app.core.heavy import np
from verify_app.core.wilson import Interval, wilson

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

IDLE_MS = 120_000
"""Nobody looks at one object for longer: what is over two minutes between two decisions is a pause, and is cut."""

BINS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Edges of confidence, for accept rates."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How somebody works.

    Parameters
    ----------
    images, decisions : int
    seconds : float
        At work, pauses cut.
    idle_share : float
        How much of the time on record was cut as pauses, 0 to 1.
    seconds_per_image : float or None
        Median time on an image, all its decisions together.
    per_minute : float or None
        Decisions a minute of work.
    """

    images: int
    decisions: int
    seconds: float
    idle_share: float
    seconds_per_image: float | None
    per_minute: float | None


def pace(images: ArrayLike, ms: ArrayLike, *, idle_ms: int = IDLE_MS) -> Pace:
    """Time on images and decisions a minute.

    Parameters
    ----------
    images : array of int, shape (n,)
        Which image each decision was on.
    ms : array of int, shape (n,)
        Attention before each decision in milliseconds. Decisions without any on record (those of scripts) are left out.
    """
    ids, times = np.asarray(images, dtype=np.int64), np.asarray(ms, dtype=np.float64)
    ids, times = ids[times > 0], times[times > 0]
    if not len(ids):
        return Pace(0, 0, 0.0, 0.0, None, None)
    active = np.minimum(times, idle_ms)
    _, which = np.unique(ids, return_inverse=True)
    by_image = np.bincount(which, weights=active) / 1000
    seconds = float(active.sum()) / 1000
    idle = 1.0 - float(active.sum() / times.sum())
    return Pace(len(by_image), len(ids), seconds, idle, float(np.median(by_image)), 60 * len(ids) / seconds)


@dataclass(frozen=True, slots=True)
class Bin:
    """Proposals of a confidence from `low` up to `high`: how many were decided on, how many accepted as they were."""

    low: float
    high: float
    decided: int
    accepted: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Dependence:
    """Whether accepting goes with the model's confidence.

    Parameters
    ----------
    auc : float or None
        The chance that an accepted proposal had a higher confidence than one that was not; 0.5: accepting does not go
        with it. None when all were accepted, or none.
    error : float or None
        Its standard error.
    """

    bins: tuple[Bin, ...]
    decided: int
    accepted: int
    auc: float | None
    error: float | None


def dependence(confs: ArrayLike, accepted: ArrayLike) -> Dependence:
    """Accept rate against confidence.

    The area is the Mann-Whitney statistic over both group sizes; its standard error is that of Hanley and McNeil, The
    meaning and use of the area under a receiver operating characteristic curve, Radiology 143 (1982) 29-36. It says
    nothing against anybody by itself: where a model is right as often when it is unsure, so is accepting.

    Parameters
    ----------
    confs : array of float, shape (n,)
    accepted : array of bool, shape (n,)
        Accepted as they were; False for corrected or rejected.
    """
    conf, yes = np.asarray(confs, dtype=np.float64), np.asarray(accepted, dtype=bool)
    bins = tuple(_bin(conf, yes, low, high) for low, high in pairwise(BINS))
    auc, error = _area(conf, yes)
    return Dependence(bins, len(conf), int(yes.sum()), auc, error)


def _bin(conf: NDArray[np.float64], yes: NDArray[np.bool_], low: float, high: float) -> Bin:
    inside = (conf >= low) & ((conf < high) if high < BINS[-1] else (conf <= high))
    decided, accepted = int(inside.sum()), int(yes[inside].sum())
    return Bin(low, high, decided, accepted, wilson(accepted, decided))


def _area(conf: NDArray[np.float64], yes: NDArray[np.bool_]) -> tuple[float | None, float | None]:
    n, m = int(yes.sum()), int((~yes).sum())
    if not n or not m:
        return None, None
    _, place, count = np.unique(conf, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]  # equal ones share the middle of their ranks
    area = (float(ranks[yes].sum()) - n * (n + 1) / 2) / (n * m)
    first, second = area / (2 - area), 2 * area * area / (1 + area)
    spread = area * (1 - area) + (n - 1) * (first - area * area) + (m - 1) * (second - area * area)
    return area, math.sqrt(max(spread, 0.0) / (n * m))
