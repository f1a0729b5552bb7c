"""One look at labels and pictures: every metric of each set beside the reference, with bands that hold together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np
from verify_app.monitor import label_drift as of
from verify_app.monitor.label_drift import MEASURES, PICTURE, ObjectTable, TableLayout
from verify_app.monitor.null_bands import (
    FEWEST_GROUPS,
    LEVEL,
    RESAMPLES,
    Blocks,
    NullBand,
    Resampled,
    bands,
    blocks,
    exchanged,
    swapped,
)
from verify_app.monitor.picture_statistics import cubic_kernel, gaussian_kernel, median_distance, mmd2, some_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    _Figure = tuple[Resampled, float, Floats]
    """A metric, what is added to it and to its band to be shown, and which way it moved."""

MOST_PICTURES = 1000
"""Of which every pair is compared."""
GONE = ("classes_gone", "tail_retention")
"""What alarms at the first look that finds it."""
_LOSSES = ("tail_retention",)
"""What is reckoned as what is lost, so that it grows with the distance, and shown as what is left."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A set to compare with the reference.

    Parameters
    ----------
    side : int
        Its column in the table of sides; the reference is 0.
    whole : bool
        Whether it is to hold what the reference holds: then it is also asked what of the rare is gone.
    """

    name: str
    side: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class DriftFound:
    """One metric of one set.

    Parameters
    ----------
    value : float
    band : NullBand or None
        None where there is too little to say what chance does.
    way : (k,) float array
        Whither it moved (`null_bands.running`).
    """

    value: float
    band: NullBand | None
    way: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def side(self) -> int:
        """-1 or 1 when it is outside its band."""
        return 0 if self.band is None else self.band.side(self.value)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is compared.

    Parameters
    ----------
    groups : (images,) array
        The leak group of each image.
    sides : (images, k) bool array
        Which images are in each set; the first column is the reference.
    classes : int
    tail : collection of int
        The reference's tail classes.
    vectors : (images, d) float array, optional
        What pictures look like to one model; rows of NaN where it is not known.
    own : ObjectTable, optional
        Of the same images as the reference has them, where labels were changed since; default: `labels`.
    """

    labels: ObjectTable
    groups: NDArray[Any]
    sides: NDArray[np.bool_]
    classes: int
    tail: Collection[int] = ()
    vectors: Floats | None = None
    own: ObjectTable | None = None


def compare(
    setting: Setting,
    contrasts: Sequence[Contrast],
    *,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> dict[str, dict[str, DriftFound]]:
    """Every metric of each set beside the reference; all bands hold at once but for `level` of such looks.

    Returns
    -------
    dict of str to dict of str to DriftFound
        By contrast, then by metric. Bands are None in sets of too few independent groups (`null_bands.FEWEST_GROUPS`).
    """
    made = blocks(setting.groups, setting.sides, seed=seed)
    layout = of.layout_of(setting.labels, setting.classes)
    rows = _sums(setting, made, layout, resamples, seed)
    pictures = _picture_metrics(setting, made, contrasts, resamples, seed)
    few = {c.name for c in contrasts if min(made.groups_on(0), made.groups_on(c.side)) < FEWEST_GROUPS}
    found: dict[str, dict[str, _Figure]] = {}
    for contrast in contrasts:
        metrics = label_metrics(layout, rows[0], rows[contrast.side], tail=setting.tail, whole=contrast.whole)
        found[contrast.name] = {**metrics, **pictures.get(contrast.name, {})}
    held = bands({(c, m): one[0] for c, each in found.items() if c not in few for m, one in each.items()}, level=level)
    return {c: {m: _result(m, one, held.get((c, m))) for m, one in each.items()} for c, each in found.items()}


def _result(name: str, one: _Figure, band: NullBand | None) -> DriftFound:
    metric, start, way = one
    value = float(metric.values[0]) + start
    moved = None if band is None else band.moved(start)
    if name in _LOSSES:
        return DriftFound(1 - value, None if moved is None else moved.mirrored(), way)
    return DriftFound(value, moved, way)


def _sums(setting: Setting, made: Blocks, layout: TableLayout, resamples: int, seed: int) -> list[Floats]:
    """(resamples + 1, columns) of each side, first as observed."""
    count = len(made.members)
    whole = of.table(setting.labels, layout, made.of_image, count)
    drawn = exchanged(made, whole, resamples=resamples, seed=seed)
    one = np.zeros(setting.labels.images, dtype=np.int64)
    own = [setting.own or setting.labels, *[setting.labels] * (setting.sides.shape[1] - 1)]
    observed = [of.table(labels, layout, one, 1, only=side) for labels, side in zip(own, setting.sides.T, strict=True)]
    return [np.concatenate([first, rest]) for first, rest in zip(observed, drawn, strict=True)]


def label_metrics(
    layout: TableLayout, reference: Floats, other: Floats, *, tail: Collection[int] = (), whole: bool = False
) -> dict[str, _Figure]:
    """Each metric over all rows, what is to be added to it and its band to be shown, and which way it moved.

    Parameters
    ----------
    reference, other : (resamples + 1, columns) arrays
        Sums as of `label_drift.table`, first as observed.
    whole : bool
        As `Contrast`.
    """
    had, has = layout.class_counts(reference), layout.class_counts(other)
    found: dict[str, _Figure] = {}
    if had[0].sum() and has[0].sum():
        change = of.shares(has[0]) - of.shares(had[0])
        found["class_js"] = Resampled(of.jensen_shannon(had, has)), 0.0, change
        found["class_v"] = Resampled(of.cramers_v(had, has)), 0.0, change
        found["class_psi"] = Resampled(of.stability_index(had, has)), 0.0, change
    for which, name in enumerate((*MEASURES, "objects", *PICTURE)):
        one, two = layout.histogram(reference, which), layout.histogram(other, which)
        if one[0].sum() and two[0].sum() and layout.grids[which][1] > 1e-9 / 2:
            way = np.atleast_1d(of.mean_shift(one[0], two[0]))
            found[f"{name}_w1"] = Resampled(of.scaled_wasserstein(one, two)), 0.0, way
    for name, count in (("empty_share", layout.empty), ("alike_share", layout.alike)):
        one, two = (count(rows) / np.maximum(layout.images(rows), 1) for rows in (reference, other))
        found[name] = Resampled(two - one, signed=True), float(one[0]), np.zeros(0)
    if whole:
        kept = of.tail_retention(had, has, tail)
        found["tail_retention"] = Resampled(1 - kept), 0.0, np.zeros(0)
        found["classes_gone"] = Resampled(of.classes_gone(had, has)), 0.0, np.zeros(0)
    return found


def _picture_metrics(
    setting: Setting, made: Blocks, contrasts: Sequence[Contrast], resamples: int, seed: int
) -> dict[str, dict[str, _Figure]]:
    """Distances of what pictures look like to a model, for the same exchanges of the same blocks."""
    if setting.vectors is None:
        return {}
    known = np.flatnonzero(np.isfinite(setting.vectors).all(axis=1) & setting.sides.any(axis=1))
    known = known[some_rows(made.of_image[known], MOST_PICTURES, seed=seed)] if len(known) else known
    if len(known) < 2 * FEWEST_GROUPS:
        return {}
    rows = setting.vectors[known].astype(np.float32)
    rng = np.random.default_rng(seed)
    count = len(made.members)
    drawn = rng.permuted(np.broadcast_to(np.arange(count), (resamples, count)), axis=1)
    near = gaussian_kernel(rows, median_distance(rows))
    cubic = cubic_kernel(rows)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    directions = rows / np.maximum(length, 1e-12)
    alike = (directions @ directions.T) ** 2
    inside = [_chosen(setting, made, drawn, known, side) for side in range(setting.sides.shape[1])]
    found: dict[str, dict[str, _Figure]] = {}
    for contrast in contrasts:
        # what is on both sides says nothing of a difference
        new, old = inside[contrast.side] & ~inside[0], inside[0]
        if min(new[:, 0].sum(), old[:, 0].sum()) < FEWEST_GROUPS:
            continue
        way = np.asarray(rows[new[:, 0]].mean(axis=0) - rows[old[:, 0]].mean(axis=0), dtype=np.float64)
        vendi = [_second_order(alike, columns) for columns in (old, inside[contrast.side])]
        ratio = np.log(vendi[1] / vendi[0])
        found[contrast.name] = {
            "mmd2": (Resampled(np.nan_to_num(mmd2(near, old, new))), 0.0, way),
            "kid": (Resampled(np.nan_to_num(mmd2(cubic, old, new))), 0.0, way),
            "vendi_log_ratio": (Resampled(np.nan_to_num(ratio), signed=True), 0.0, np.zeros(0)),
        }
    return found


def _chosen(setting: Setting, made: Blocks, drawn: NDArray[Any], known: NDArray[Any], side: int) -> NDArray[np.bool_]:
    """(pictures, resamples + 1): who is on a side, first as observed."""
    members = made.members[:, side][drawn] > 0
    return np.concatenate([setting.sides[known, side][:, None], members[:, made.of_image[known]].T], axis=1)


def _second_order(squared: NDArray[np.float32], inside: NDArray[np.bool_]) -> Floats:
    """Vendi score of order 2, n² / Σ k², of each column's pictures."""
    columns = inside.astype(np.float32)
    total = np.einsum("ij,ij->j", squared @ columns, columns, dtype=np.float64)
    whole = columns.sum(axis=0, dtype=np.float64) ** 2
    found: Floats = np.divide(whole, total, out=np.ones(len(total)), where=total > 0)
    return found


def compare_paired(
    first: ObjectTable,
    second: ObjectTable,
    groups: NDArray[Any],
    *,
    classes: int,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> dict[str, DriftFound]:
    """What a model says and what persons say of the same images.

    Parameters
    ----------
    first, second : ObjectTable
        Persons' and the model's, of the same images in the same order.
    """
    codes = np.unique(groups, return_inverse=True)[1].reshape(-1)
    count = int(codes.max()) + 1 if len(codes) else 0
    layout = of.layout_of(of.joined([first, second]), classes)
    tables = [of.table(labels, layout, codes, count) for labels in (first, second)]
    one, two = swapped(*tables, resamples=resamples, seed=seed)
    found = label_metrics(layout, one, two)
    found = {name: each for name, each in found.items() if name not in {f"{p}_w1" for p in PICTURE} | {"alike_share"}}
    held = bands({name: each[0] for name, each in found.items()}, level=level) if count >= FEWEST_GROUPS else {}
    return {name: _result(name, each, held.get(name)) for name, each in found.items()}
