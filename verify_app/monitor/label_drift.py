"""How labels and pictures differ from those of the reference: classes, sizes, places, how many, how rare, how bright.

All of it follows from sums over images, one row a group of images (`table`), so that thousands of resamples are one
product of matrices: the functions take one row, or many.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BINS = 160
"""Of a measure of objects: distances of distributions are exact but for a bin, 1/160 of the whole range."""
MEASURES = ("size", "aspect", "x", "y")
"""Of an object: ln √(w h) and ln(w / h) of its bounds, and their centre; `ObjectTable` says in what units."""
OBJECTS = len(MEASURES)
"""The grid of objects per image."""
PICTURE = ("brightness", "blur", "pixels")
"""Of a picture: mean grey value, ln of the variance of its Laplacian, ln of its number of pixels."""
_STILL = 1e-6
"""In bins: what is less is rounding."""
_SMOOTHED = 0.5
"""Objects that a class is thought to have had besides, where a share of 0 would make a number infinite."""


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """The objects on some images.

    Parameters
    ----------
    images : int
        How many images there are, those without objects among them.
    image : (m,) int array
        On which image each object is, 0 to images - 1.
    classes : (m,) int array
        Its class, 0 to the number of classes - 1.
    measures : (m, 4) float array
        Columns as `MEASURES`: size is ln of the root of the share of the image's area, aspect ln of width by height in
        pixels, x and y are shares of the image's sides. NaN where objects have no extent (classified images).
    pictures : (images, 3) float array
        Columns as `PICTURE`; NaN where nothing is known.
    alike : (images,) bool array
        Whether another picture looks like it.
    """

    images: int
    image: NDArray[np.int64]
    classes: NDArray[np.int64]
    measures: Floats
    pictures: Floats
    alike: NDArray[np.bool_]

    @property
    def counts(self) -> NDArray[np.int64]:
        """Objects on each image."""
        return np.bincount(self.image, minlength=self.images)


def joined(parts: Collection[ObjectTable]) -> ObjectTable:
    """Several sets of images as one, in their order."""
    starts = np.cumsum([0, *(part.images for part in parts)])
    return ObjectTable(
        int(starts[-1]),
        np.concatenate([part.image + start for part, start in zip(parts, starts, strict=False)]),
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.measures for part in parts]),
        np.concatenate([part.pictures for part in parts]),
        np.concatenate([part.alike for part in parts]),
    )


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Which column of a table says what.

    Parameters
    ----------
    classes : int
    grids : tuple of (low, width)
        Of each of `MEASURES`, of objects per image and of each of `PICTURE`: the middle of its first bin, and how wide
        bins are.
    """

    classes: int
    grids: tuple[tuple[float, float], ...]

    @property
    def columns(self) -> int:
        return self.classes + BINS * len(self.grids) + 3

    def class_counts(self, rows: Floats) -> Floats:
        """(..., classes) objects of each class."""
        return rows[..., : self.classes]

    def histogram(self, rows: Floats, which: int) -> Floats:
        """(..., BINS) objects, from `OBJECTS` on images, in each bin."""
        start = self.classes + which * BINS
        return rows[..., start : start + BINS]

    def images(self, rows: Floats) -> Floats:
        return rows[..., -3]

    def empty(self, rows: Floats) -> Floats:
        """Images without any object."""
        return rows[..., -2]

    def alike(self, rows: Floats) -> Floats:
        """Images that look like another one."""
        return rows[..., -1]


def layout_of(labels: ObjectTable, classes: int) -> TableLayout:
    """Grids that hold all of these objects."""
    grids = []
    for values in (*labels.measures.T, labels.counts.astype(np.float64), *labels.pictures.T):
        known = values[np.isfinite(values)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        grids.append((low, max(high - low, 1e-9) / (BINS - 1)))
    return TableLayout(classes, tuple(grids))


def table(
    labels: ObjectTable, layout: TableLayout, blocks: NDArray[Any], count: int, *, only: NDArray[Any] | None = None
) -> Floats:
    """What each block of images adds to the sums.

    Parameters
    ----------
    blocks : (images,) int array
        The block of each image, 0 to `count` - 1.
    only : (images,) bool array, optional
        Leave the others out.

    Returns
    -------
    (count, columns) array
    """
    kept = np.ones(labels.images, dtype=bool) if only is None else only
    per_object = kept[labels.image]
    of_object, of_image, width = blocks[labels.image[per_object]], blocks[kept], layout.columns
    counts = labels.counts[kept]
    places = [of_object * width + labels.classes[per_object]]
    for which, values in enumerate(labels.measures[per_object].T):
        places.append(_binned(values, of_object, layout, which))
    places.append(_binned(counts.astype(np.float64), of_image, layout, OBJECTS))
    for which, values in enumerate(labels.pictures[kept].T, start=OBJECTS + 1):
        places.append(_binned(values, of_image, layout, which))
    for back, some in ((3, slice(None)), (2, counts == 0), (1, labels.alike[kept])):
        places.append(of_image[some] * width + width - back)
    cells = np.bincount(np.concatenate(places).astype(np.int64), minlength=count * width)
    return cells.reshape(count, width).astype(np.float64)


def _binned(values: Floats, of: NDArray[Any], layout: TableLayout, which: int) -> NDArray[np.int64]:
    """The cell of each value that is known."""
    low, width = layout.grids[which]
    known = np.isfinite(values)
    place = np.clip(np.rint((values[known] - low) / width), 0, BINS - 1).astype(np.int64)
    return of[known] * layout.columns + place + layout.classes + which * BINS


# --- distances of shares ----------------------------------------------------------------------------------


def shares(counts: Floats) -> Floats:
    """Counts as shares of their sum; all 0 where there is nothing."""
    total = counts.sum(axis=-1, keepdims=True)
    found: Floats = np.divide(counts, total, out=np.zeros_like(counts, dtype=np.float64), where=total > 0)
    return found


def jensen_shannon(first: Floats, second: Floats) -> Floats:
    """Jensen-Shannon distance of class counts, base 2: 0 for equal shares, 1 for classes that have nothing in common.

    J. Lin, IEEE Transactions on Information Theory 37 (1991) 145-151; its root is a metric (Endres, Schindelin 2003).
    """
    p, q = shares(first), shares(second)
    middle = (p + q) / 2
    divergence = (_relative_entropy(p, middle) + _relative_entropy(q, middle)) / 2
    return np.sqrt(np.clip(divergence, 0, 1))


def _relative_entropy(p: Floats, q: Floats) -> Floats:
    ratio = np.divide(p, q, out=np.ones_like(p), where=p > 0)
    found: Floats = (p * np.log2(ratio)).sum(axis=-1)
    return found


def chi_square(first: Floats, second: Floats) -> Floats:
    """Pearson's χ² of the table with the class counts of both as its rows; classes without any object are left out."""
    totals = first.sum(axis=-1, keepdims=True), second.sum(axis=-1, keepdims=True)
    column, whole = first + second, totals[0] + totals[1]
    found: Floats = np.zeros(column.shape[:-1])
    for counts, total in zip((first, second), totals, strict=True):
        expected = np.divide(column * total, whole, out=np.zeros_like(column), where=whole > 0)
        apart = (counts - expected) ** 2
        found = found + np.divide(apart, expected, out=np.zeros_like(column), where=expected > 0).sum(axis=-1)
    return found


def cramers_v(first: Floats, second: Floats) -> Floats:
    """Cramér's V, √(χ² / n) for a table of two rows: how strongly the class hangs together with the side, 0 to 1."""
    whole = first.sum(axis=-1) + second.sum(axis=-1)
    share = np.divide(chi_square(first, second), whole, out=np.zeros_like(whole), where=whole > 0)
    return np.asarray(np.sqrt(share))


def stability_index(first: Floats, second: Floats) -> Floats:
    """Population stability index Σ (p - q) ln(p / q) of class shares, with half an object added to each class.

    0.1 and 0.25 are read as "some" and "much" by convention only.
    """
    used = (first + second).sum(axis=tuple(range(first.ndim - 1))) > 0
    p, q = (shares(counts[..., used] + _SMOOTHED) for counts in (first, second))
    found: Floats = np.asarray(((p - q) * np.log(p / q)).sum(axis=-1))
    return found


# --- distances of measures --------------------------------------------------------------------------------


def wasserstein(first: Floats, second: Floats) -> Floats:
    """Wasserstein-1 distance of two histograms over the same grid, in bins: the area between their distributions."""
    apart = np.cumsum(shares(first), axis=-1) - np.cumsum(shares(second), axis=-1)
    found = np.abs(apart).sum(axis=-1)
    there = (first.sum(axis=-1) > 0) & (second.sum(axis=-1) > 0)
    return np.where(there, found, 0.0)


def moments(histogram: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of a histogram, in bins."""
    share, place = shares(histogram), np.arange(histogram.shape[-1])
    mean = (share * place).sum(axis=-1)
    return mean, np.sqrt(np.clip((share * place**2).sum(axis=-1) - mean**2, 0, None))


def scaled_wasserstein(reference: Floats, other: Floats) -> Floats:
    """Wasserstein-1 over the reference's standard deviation; over the whole range where that has no spread at all."""
    return wasserstein(reference, other) / _spread(moments(reference)[1])


def _spread(found: Floats) -> Floats:
    return np.where(found > _STILL, found, BINS - 1.0)


def mean_shift(reference: Floats, other: Floats) -> Floats:
    """How far the mean has moved, in standard deviations of the reference: what says which way."""
    mean, spread = moments(reference)
    return (moments(other)[0] - mean) / _spread(spread)


# --- the rare ---------------------------------------------------------------------------------------------


def tail_retention(reference: Floats, other: Floats, tail: Collection[int]) -> Floats:
    """Share of the tail classes of which at least half as many objects are left: |{c: n_c ≥ ½ n_c(ref)}| / |tail|.

    1 without any tail.
    """
    rare = sorted(tail)
    if not rare:
        return np.ones(np.broadcast_shapes(reference.shape, other.shape)[:-1])
    return np.asarray((other[..., rare] * 2 >= reference[..., rare]).mean(axis=-1))


def classes_gone(reference: Floats, other: Floats) -> Floats:
    """How many classes that the reference has are not there any more at all."""
    return np.asarray(((reference > 0) & (other <= 0)).sum(axis=-1), dtype=np.float64)
