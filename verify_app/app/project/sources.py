"""Sources: where images came from, and where they are now."""

from __future__ import annotations

from pathlib import Path

from verify_app.app.imports.files import rescan
from verify_app.app.project.origins import set_source_origin as set_source_origin
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes, Source
from verify_app.storage.queries import image_list


def sources(session: Session) -> list[Source]:
    """Every source, oldest first."""
    return session.project.read.sources()


def source_named(session: Session, name: str) -> Source:
    """The source of this name.

    Raises
    ------
    UserError
        When there is none.
    """
    known = sources(session)
    found = next((s for s in known if s.name == name), None)
    if found is None:
        raise UserError(
            M(
                "There is no source {name}; the sources are: {known}.",
                name=name,
                known=", ".join(s.name for s in known) or M("none yet"),
            )
        )
    return found


def relocate(session: Session, source_id: int, folder: Path) -> Changes | None:
    """Say where a source's folder is now, and look at its files there.

    Raises
    ------
    UserError
        When the folder does not exist, or holds none of the source's images.
    """
    root = Path(folder).resolve()
    if not root.is_dir():
        raise UserError(M("There is no folder {folder}.", folder=folder))
    rows = image_list.paths_of(session.project.read, source_id)
    if rows and not any((root / row[1]).is_file() for row in rows):
        if len(rows) == 1:
            text = M("{folder} does not hold this source's 1 image; choose the folder that replaces it.", folder=folder)
            raise UserError(text)
        raise UserError(
            M(
                "{folder} holds none of this source's {n} images; choose the folder that replaces it.",
                folder=folder,
                n=len(rows),
            )
        )
    with session.project.transact(session.actor, "relocate") as tx:
        tx.update("source", source_id, {"root": str(root)})
        tx.images.update(row[0] for row in rows)
    rescan(session, [row[0] for row in rows])
    return tx.changes
