"""What became of a model's predictions, counted where images came by chance. Pure functions.

The queue puts the uncertain first, so what people decided there says how hard the images were. Rates count on images
that came by chance only: the random fifth of the queue, blind images and gold; the rest is workload.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def calibration(decided: Iterable[Decided], bins: int = 10) -> float | None:
    """Expected calibration error of confidence against verdicts, as `model_drift.calibration_error`; None of none."""
    some = list(decided)
    if not some:
        return None
    apart = [0.0] * bins
    for one in some:
        apart[min(int(one.conf * bins), bins - 1)] += one.right - one.conf
    return sum(map(abs, apart)) / len(some)
