"""Where a new version takes its images from, and the room that needs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.datasets.composition.compose import Plan
from verify_app.datasets.version.disk_space import Room, reckon
from verify_app.datasets.version.earlier_images import frozen_copies
from verify_app.datasets.version.freeze_image import Freezer


def freezer_for(session: Session, wanted: Mapping[str, int], out: Path, *, link: bool = False) -> Freezer:
    """What brings images of these SHA-256 and bytes to `out`."""
    return Freezer({} if link else frozen_copies(session.project.read, wanted, out), link=link)


def room_of(session: Session, made: Plan, out: Path | None, *, link: bool = False) -> tuple[Freezer, Room]:
    """What brings the images of a plan to `out`, and what they need there.

    Parameters
    ----------
    out : Path or None
        None: among the versions of the project.
    """
    out = out or session.folder / "versions" / "new"
    images = [member.candidate for member in made.members]
    freezer = freezer_for(session, {c.sha256: c.bytes for c in images}, out, link=link)
    return freezer, reckon([(str(c.file), c.sha256, c.bytes) for c in images], out, freezer)


def freezer_with_room(session: Session, made: Plan, out: Path, *, link: bool = False) -> tuple[Freezer, Room]:
    """The same.

    Raises
    ------
    UserError
        When the images do not fit there.
    """
    freezer, room = room_of(session, made, out, link=link)
    if room.short:
        raise UserError(
            M("{needed} Nothing was assigned or written; make room or choose another place.", needed=room.sentence())
        )
    return freezer, room
