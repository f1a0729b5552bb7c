"""The ratio meter: how much of what could be trained on is real and verified, and what to do next."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from verify_app.app.session import Session
from verify_app.core.floors import HARD_FLOOR, MIN_REAL_SHARE
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage import listing
from verify_app.storage.reader import Reader

STORED = "policy"
"""Setting that keeps the project's own policy, see `app.policies`: its shares, and the whole as text. Read here without
what reads policies, since the meter is there from the window's first moment on."""

USUAL_TRAIN = Fraction(8, 10)
"""Of verified images; the others measure (val, test)."""


@dataclass(frozen=True, slots=True)
class Meter:
    """What the status bar shows.

    Parameters
    ----------
    share : Fraction or None
        Real-verified images ÷ candidates; None while there is no candidate.
    advice : str
        What to do next, one sentence.
    own : bool
        What is demanded is the project's own policy, not the default.
    """

    real_verified: int
    candidates: int
    share: Fraction | None
    demanded: Fraction
    floor: Fraction
    advice: str
    own: bool = False


def meter(session: Session) -> Meter:
    """The share as it stands, for the whole project."""
    return measure(session.project.read)


def measure(reader: Reader) -> Meter:
    """As `meter`, over any reader."""
    verified, others = share_counts(reader)
    candidates = verified + others
    share = Fraction(verified, candidates) if candidates else None
    demanded, floor = demands(reader)
    return Meter(
        real_verified=verified,
        candidates=candidates,
        share=share,
        demanded=demanded,
        floor=floor,
        advice=_advice(reader, verified, others, demanded),
        own=(demanded, floor) != (MIN_REAL_SHARE, HARD_FLOOR),
    )


def demands(reader: Reader) -> tuple[Fraction, Fraction]:
    """Real share and hard floor that the project demands: its own policy's, else the default's."""
    kept = reader.setting(STORED)
    if not kept:
        return MIN_REAL_SHARE, HARD_FLOOR
    return Fraction(kept["min_real_share"]), Fraction(kept["hard_floor"])


def share_counts(reader: Reader) -> tuple[int, int]:
    """``(real-verified, other candidates)`` among distinct images; gold is set apart."""
    return listing.candidate_counts(reader)


def _advice(reader: Reader, verified: int, others: int, demanded: Fraction) -> str:
    there = [t for t in listing.tallies(reader) if t.state is not ImageState.MISSING and not t.gold]
    open_real = sum(t.images for t in there if t.origin is Origin.REAL and not t.real_verified)
    unknown = sum(t.images for t in there if t.origin is Origin.UNKNOWN)
    if verified == 0 and open_real == 0 and unknown:
        return f"Images of unknown origin: {unknown}. Say under Project › Sources which are real; then review them."
    if verified == 0 and open_real == 0:
        return "Add real images and review them: a dataset needs real, human-verified data."
    if verified == 0:
        return f"Review and complete real images; {open_real} to go."
    # in train: usual share of verified / (that + others) >= demanded, solved for verified; the export says it exactly
    in_train = math.ceil(others * demanded / (1 - demanded)) if demanded < 1 else others + verified
    missing = max(0, math.ceil(in_train / USUAL_TRAIN) - verified)
    if missing == 0:
        return (
            "Ready to export." if open_real == 0 else f"Ready to export; {open_real} more real images can be verified."
        )
    if open_real == 0:
        return f"Add and verify about {missing} more real images to keep everything at export."
    return f"Verify about {missing} more real {'image' if missing == 1 else 'images'} to keep everything at export."
