"""What became of a model's predictions, counted where images came by chance. Pure functions.

The queue puts the uncertain first, so what people decided there says how hard the images were. Rates count on images
that came by chance only: the random fifth of the queue, blind images and gold; the rest is workload.

Two models were looked at on different images, so that it is chance which of them a group of images belongs to when they
are equally good (on gold they are compared on the same images: `model_drift`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_app.core.heavy import np
from verify_app.monitor.drift import DriftFound
from verify_app.monitor.null_bands import (
    FEWEST_GROUPS,
    LEVEL,
    RESAMPLES,
    Resampled,
    bands,
    blocks,
    exchanged,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAME_OBJECT = 0.5
"""A corrected prediction was right when its class stayed and it overlaps the label by this (IoU) or more."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One prediction that a person decided on.

    Parameters
    ----------
    verdict : str
        ``accepted``, ``corrected`` or ``rejected``.
    same_class, overlap : bool and float
        Of a corrected one: whether its class stayed, and its overlap (IoU) with what became of it.
    chance : bool
        Whether the image came by chance.
    """

    model: int
    image: int
    verdict: str
    same_class: bool
    overlap: float
    conf: float
    chance: bool

    @property
    def right(self) -> bool:
        """Accepted, or corrected with the same class and IoU ≥ 0.5."""
        if self.verdict == "corrected":
            return self.same_class and self.overlap >= SAME_OBJECT
        return self.verdict == "accepted"


@dataclass(frozen=True, slots=True)
class VerdictTally:
    """Counts of one model; see `Decided`. `missed` are objects that people drew where it had said nothing."""

    images: int
    accepted: int
    corrected: int
    rejected: int
    missed: int
    right: int

    @property
    def decided(self) -> int:
        return self.accepted + self.corrected + self.rejected


def tally(decided: Iterable[Decided], missed: Iterable[int]) -> VerdictTally:
    """Counts over predictions, and over the images of objects that were missed."""
    some, lost = list(decided), list(missed)
    by = {verdict: sum(one.verdict == verdict for one in some) for verdict in ("accepted", "corrected", "rejected")}
    images = {one.image for one in some} | set(lost)
    return VerdictTally(
        len(images), by["accepted"], by["corrected"], by["rejected"], len(lost), sum(one.right for one in some)
    )


BINS = 10


def calibration(decided: Iterable[Decided]) -> float | None:
    """Expected calibration error of confidence against verdicts, as `model_drift.calibration_error`; None of none."""
    some = list(decided)
    if not some:
        return None
    return float(_figures(np.sum([_row(one) for one in some], axis=0))["verdict_ece"])


def compare_reviews(
    first: Sequence[Decided],
    second: Sequence[Decided],
    groups: Mapping[int, str],
    *,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> dict[str, DriftFound]:
    """How often the second model was right and how well it knew, with bands round what the first one came to.

    Parameters
    ----------
    groups : mapping of int to str
        What belongs together, by image; an image that is not in it stands alone.

    Returns
    -------
    dict
        ``right`` (share, 0 to 1) and ``verdict_ece``. Bands hold both at once but for `level` of such looks; None with
        too few independent groups.
    """
    decided = [*first, *second]
    sides = np.zeros((len(decided), 2), dtype=bool)
    sides[: len(first), 0] = sides[len(first) :, 1] = True
    rows = np.array([_row(one) for one in decided]).reshape(-1, 3 * BINS)
    # a group that both have seen is two here: what is alike on both sides makes the bands too wide at most
    which = [f"{int(side)} {groups.get(one.image, one.image)}" for one, side in zip(decided, sides[:, 1], strict=True)]
    made = blocks(np.array(which), sides, seed=seed)
    table = np.zeros((len(made.members), 3 * BINS))
    np.add.at(table, made.of_image, rows)
    before, after = (
        _figures(np.concatenate([[rows[mine].sum(axis=0)], moved]))
        for mine, moved in zip(sides.T, exchanged(made, table, resamples=resamples, seed=seed), strict=True)
    )
    metrics = {name: Resampled(after[name] - before[name], signed=True) for name in after}
    enough = min(made.groups_on(0), made.groups_on(1)) >= FEWEST_GROUPS
    held = bands(metrics, level=level) if enough else {}
    return {
        name: DriftFound(float(after[name][0]), held[name].moved(float(before[name][0])) if name in held else None)
        for name in metrics
    }


def _row(one: Decided) -> Floats:
    """Of each band of confidence how many, Σ confidence, and how many right."""
    row = np.zeros((3, BINS))
    row[:, min(int(one.conf * BINS), BINS - 1)] = 1, one.conf, one.right
    return row.reshape(-1)


def _figures(rows: Floats) -> dict[str, Floats]:
    said, sure, right = (rows[..., step * BINS : (step + 1) * BINS] for step in range(3))
    whole = np.maximum(said.sum(axis=-1), 1)
    return {"right": right.sum(axis=-1) / whole, "verdict_ece": np.abs(right - sure).sum(axis=-1) / whole}
