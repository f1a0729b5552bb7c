"""What chance does to a metric: bands from resamples of real against real, by leak group, for all metrics at once.

Pictures that belong together (copies, near-duplicates, frames of one video) are a *group*. Under "nothing has moved" it
is chance which groups came early and which late, so that places are exchanged among groups, never among pictures:
forty videos of ten frames, permuted by frame, give 77 % false alarms at 5 %.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from verify_app.core.heavy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_Key = TypeVar("_Key")

LEVEL = 0.05
"""How often one look calls anything unusual although nothing has moved, over all its metrics together."""
RESAMPLES = 599
MOST_BLOCKS = 1500
"""Groups are exchanged in blocks from this number on: blocks of groups of one side are as exchangeable as groups."""
_EXACT = 2**24
FEWEST_GROUPS = 20
"""Fewer independent groups on either side leave no band that could be believed."""


@dataclass(frozen=True, slots=True)
class NullBand:
    """Where a metric lies when nothing has moved.

    Parameters
    ----------
    below, above : bool
        Whether it can be left on that side: a distance cannot be too small, nor can too much be kept of what is rare.
    """

    low: float
    high: float
    below: bool = True
    above: bool = True

    def side(self, value: float) -> int:
        """-1 below it, 1 above it, 0 inside."""
        return int(self.above and value > self.high) - int(self.below and value < self.low)

    def moved(self, by: float) -> NullBand:
        return NullBand(self.low + by, self.high + by, self.below, self.above)

    def mirrored(self) -> NullBand:
        """Of 1 - value."""
        return NullBand(1 - self.high, 1 - self.low, self.above, self.below)


@dataclass(frozen=True, slots=True)
class Resampled:
    """One metric over all resamples.

    Parameters
    ----------
    values : (resamples + 1,) array
        The first is what was observed.
    signed : bool
        Whether it can be too low as well as too high.
    """

    values: Floats
    signed: bool = False


def bands(metrics: Mapping[_Key, Resampled], *, level: float = LEVEL) -> dict[_Key, NullBand]:
    """A band for each metric, so that all hold at once but for `level` of the looks (max-statistic).

    Each metric is measured in the distance of its 97.5 % (and, `signed`, 2.5 %) quantile from its median; the largest
    of all metrics in each resample makes one distribution, and its 1 - `level` quantile says how wide every band is.
    What was observed is one of the resamples, so that the error is at most `level`, exactly, whatever the metrics are.

    Source: P. Westfall and S. Young, Resampling-Based Multiple Testing (1993), chapter 2.
    """
    if not metrics:
        return {}
    scales = {name: _Scale.of(one) for name, one in metrics.items()}
    worst = np.max([scales[name].scores(one.values) for name, one in metrics.items()], axis=0)
    count = len(worst)
    limit = float(np.sort(worst)[min(count - 1, int(np.ceil((1 - level) * count)) - 1)])
    return {name: scale.band(limit) for name, scale in scales.items()}


@dataclass(frozen=True, slots=True)
class _Scale:
    middle: float
    up: float
    down: float
    least: float
    signed: bool

    @classmethod
    def of(cls, metric: Resampled) -> _Scale:
        low, middle, high = np.quantile(metric.values, (0.025, 0.5, 0.975))
        least = max(float(metric.values.std()) / 2, 1e-12)  # of a metric that hardly ever moves
        lowest = float(metric.values.min())
        return cls(
            float(middle), float(max(high - middle, least)), float(max(middle - low, least)), lowest, metric.signed
        )

    def scores(self, values: Floats) -> Floats:
        above = (values - self.middle) / self.up
        return np.maximum(above, (self.middle - values) / self.down) if self.signed else above

    def band(self, limit: float) -> NullBand:
        # what is inside in arithmetic is not to be outside by rounding
        slack = 1e-9 * (1 + abs(limit))
        high = self.middle + (limit + slack) * self.up
        if not self.signed:
            return NullBand(min(self.least, 0.0), high, below=False)
        return NullBand(self.middle - (limit + slack) * self.down, high)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Groups put together for exchanging.

    Parameters
    ----------
    of_image : (n,) int array
        The block of each image.
    members : (blocks, sides) float array
        Which sides a block is on: for the larger part of its images.
    """

    of_image: NDArray[np.int64]
    members: Floats

    def groups_on(self, side: int) -> int:
        """Independent blocks on a side."""
        return int(self.members[:, side].sum())


def blocks(groups: NDArray[Any], sides: NDArray[np.bool_], *, most: int = MOST_BLOCKS, seed: int = 0) -> Blocks:
    """Put groups that are on the same sides together, by chance, into `most` blocks of equal numbers at the most.

    Exchanging such blocks is exchanging groups, only fewer of the ways to do it are taken; what blocks hold is drawn
    before anything is known of it.

    Parameters
    ----------
    groups : (n,) array
        The group of each image.
    sides : (n, k) bool array
        Which sides each image is on. A group that is on a side with a part of its images only is on it, for the
        exchange, when that is half of them or more.
    """
    codes = np.unique(groups, return_inverse=True)[1].reshape(-1)
    count = int(codes.max()) + 1 if len(codes) else 0
    size = np.bincount(codes, minlength=count)
    on = (
        np.stack([np.bincount(codes, weights=column, minlength=count) * 2 >= size for column in sides.T], axis=1)
        if count
        else np.zeros((0, sides.shape[1]), dtype=bool)
    )
    each = max(1, -(-count // most))
    pattern = np.unique(on, axis=0, return_inverse=True)[1].reshape(-1)
    shuffled = np.random.default_rng(seed).permutation(count)
    order = shuffled[np.argsort(pattern[shuffled], kind="stable")]
    starts = np.concatenate(([0], np.cumsum(np.bincount(pattern)))) if count else np.zeros(1, dtype=np.int64)
    place = np.arange(count) - starts[pattern[order]]
    number = np.unique(np.stack([pattern[order], place // each], axis=1), axis=0, return_inverse=True)[1].reshape(-1)
    of_group = np.empty(count, dtype=np.int64)
    of_group[order] = number
    members = np.zeros((int(number.max()) + 1 if count else 0, sides.shape[1]))
    members[number] = on[order]
    return Blocks(of_group[codes], members)


def exchanged(made: Blocks, table: Floats, *, resamples: int = RESAMPLES, seed: int = 0) -> list[Floats]:
    """The sums of a table on each side when blocks change places by chance.

    Parameters
    ----------
    table : (blocks, columns) array
        What each block adds.

    Returns
    -------
    list of (resamples, columns) array
        One for each side.
    """
    rng = np.random.default_rng(seed)
    count, sides = made.members.shape
    drawn = rng.permuted(np.broadcast_to(np.arange(count), (resamples, count)), axis=1)
    # whole numbers below 2^24 are exact in half the room
    small = np.float32 if table.sum(axis=0).max(initial=0) < _EXACT else np.float64
    members, rows = made.members.astype(small), table.astype(small)
    return [(members[:, side][drawn] @ rows).astype(np.float64) for side in range(sides)]


def swapped(first: Floats, second: Floats, *, resamples: int = RESAMPLES, seed: int = 0) -> tuple[Floats, Floats]:
    """The sums of two tables of the same groups when each group's rows change places by a toss of a coin.

    For two models, or a model and a person, on the same images: if they do the same it is chance whose row is whose.

    Parameters
    ----------
    first, second : (groups, columns) array

    Returns
    -------
    pair of (resamples + 1, columns) array
        The first row as observed.
    """
    coins = np.random.default_rng(seed).random((resamples, len(first))) < 0.5
    moved = np.concatenate([np.zeros((1, len(first))), coins.astype(np.float64)])
    change = moved @ (second - first)
    return first.sum(axis=0) + change, second.sum(axis=0) - change


def error_over(looks: int, *, level: float = LEVEL) -> float:
    """How often at least one of so many looks calls something unusual although nothing has moved, at the most.

    As if looks had nothing in common; those that share a reference err together, so that it is less often.
    """
    return 1 - (1 - level) ** looks


def running(outside: Sequence[int], ways: Sequence[Floats | None]) -> list[bool]:
    """At which of several looks, one after another, a metric is outside for the second time running, the same way.

    Parameters
    ----------
    outside : sequence of int
        `NullBand.side` at each look.
    ways : sequence of array or None
        Whither it moved, for example the change of each class's share; two go the same way when they point into the
        same half of all directions. None: the side says it all.
    """
    found = [False] * len(outside)
    for i in range(1, len(outside)):
        if not outside[i] or outside[i] != outside[i - 1]:
            continue
        now, before = ways[i], ways[i - 1]
        found[i] = now is None or before is None or float(np.dot(now, before)) > 0
    return found
