"""The ratio meter: how much of what could be trained on is real and verified, and what to do next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from verify_app.app.exports.last_plan import LastPlan, recall
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.policy_defaults import HARD_FLOOR, MIN_REAL_SHARE
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage.queries import image_list
from verify_app.storage.reader import Reader

STORED = "policy"
"""Setting that keeps the project's own policy, see `app.exports.project_policy`: its shares, and the whole as text.
Read here without what reads policies, since the meter is there from the window's first moment on."""

READY = "ready_from"
"""Setting: from so many real-verified images on the meter says that the project is ready to export."""

READY_FROM = 20
"""Unless the project says otherwise."""

MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Meter:
    """What the status bar shows.

    Parameters
    ----------
    share : Fraction or None
        Real share now: real-verified images ÷ candidates of the whole project; None while there is no candidate.
    advice : str
        What to do next, true as of now.
    own : bool
        What is demanded is the project's own policy, not the default.
    coming : LastPlan or None
        What the plan that was made last says of the next version; None where there is none.
    older : bool
        That plan is older than the last decision, or was made under other demands.
    """

    real_verified: int
    candidates: int
    share: Fraction | None
    demanded: Fraction
    floor: Fraction
    advice: str
    own: bool = False
    coming: LastPlan | None = None
    older: bool = False


def meter(session: Session) -> Meter:
    """The share as it stands, for the whole project."""
    return measure(session.project.read, session.folder)


def measure(reader: Reader, folder: Path) -> Meter:
    """As `meter`, over the reader of a project's folder."""
    verified, others = share_counts(reader)
    candidates = verified + others
    share = Fraction(verified, candidates) if candidates else None
    demanded, floor = demands(reader)
    coming = recall(folder, reader)
    return Meter(
        real_verified=verified,
        candidates=candidates,
        share=share,
        demanded=demanded,
        floor=floor,
        advice=_advice(reader, verified, coming),
        own=(demanded, floor) != (MIN_REAL_SHARE, HARD_FLOOR),
        coming=coming,
        older=coming is not None and coming.older(reader, demanded, floor),
    )


def demands(reader: Reader) -> tuple[Fraction, Fraction]:
    """Real share and hard floor that the project demands: its own policy's, else the default's."""
    kept = reader.setting(STORED)
    if not kept:
        return MIN_REAL_SHARE, HARD_FLOOR
    return Fraction(kept["min_real_share"]), Fraction(kept["hard_floor"])


def share_counts(reader: Reader) -> tuple[int, int]:
    """``(real-verified, other candidates)`` among distinct images; gold is set apart."""
    return image_list.candidate_counts(reader)


def ready_from(reader: Reader) -> int:
    """From how many real-verified images on the project counts as ready to export."""
    return int(reader.setting(READY, READY_FROM))


def set_ready_from(session: Session, images: int) -> None:
    """Say from how many on; exporting is not held up by it.

    Raises
    ------
    UserError
        When it is no number of images.
    """
    if not 1 <= images <= MOST:
        raise UserError(M("Ready from {n} images is not allowed; choose 1 to {most:,}.", n=images, most=MOST))
    if ready_from(session.project.read) != images:
        with session.project.transact(session.actor, "setting") as tx:
            tx.put("setting", READY, {"value": json.dumps(images)})


def _advice(reader: Reader, verified: int, coming: LastPlan | None) -> str:
    """Nothing here is reckoned by rule of thumb: how many to verify for a version is the plan's to say."""
    there = [t for t in image_list.tallies(reader) if t.state is not ImageState.MISSING and not t.gold]
    open_real = sum(t.images for t in there if t.origin is Origin.REAL and not t.real_verified)
    unknown = sum(t.images for t in there if t.origin is Origin.UNKNOWN)
    if verified == 0 and open_real == 0 and unknown:
        return M(
            "Images of unknown origin: {n}. Say under Project › Sources which are real; then review them.", n=unknown
        )
    if verified == 0 and open_real == 0:
        return M("Add real images and review them: a dataset needs real, human-verified data.")
    if verified == 0:
        return M("Review and complete real images; {n} to go.", n=open_real)
    missing = ready_from(reader) - verified
    if missing > 0:
        return _missing(missing, open_real)
    if coming is None:
        return M("Project › Export dataset says what a version would hold, and what to verify for more.")
    if coming.lacking:
        return M(
            "Review and complete more real images: there is none for {splits} yet.", splits=" and ".join(coming.lacking)
        )
    return (
        M("Ready to export.")
        if open_real == 0
        else M("Ready to export; {n} more real images can be verified.", n=open_real)
    )


def _missing(missing: int, open_real: int) -> M:
    """What to do for so many more real-verified images, where so many real ones are open."""
    if open_real >= missing:
        if missing == 1:
            return M("Review and complete 1 more real image, to be ready to export.")
        return M("Review and complete {n} more real images, to be ready to export.", n=missing)
    if missing == 1:
        return M("Add, review and complete 1 more real image, to be ready to export.")
    return M("Add, review and complete {n} more real images, to be ready to export.", n=missing)
