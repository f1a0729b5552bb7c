"""Which projects are this person's own: those they made, opened before, or once said so of.

A project is known by what its first event says, wherever it lies and whatever it is called, so that nobody is asked
twice. One small file a project, in the person's own settings: projects made at the same moment do not meet.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.remove_folder import remove_tree
from verify_app.core.settings_folder import own_folder
from verify_app.storage import database
from verify_app.storage.links import is_link, linked_folders, refuse_links

TRUST_VARIABLE = "VERIFY_APP_TRUST_PROJECTS"
"""Environment variable by which somebody says that every project that is opened is theirs."""

_REMEMBERED = "projects"
_OURS = ("looks-*.bin", "plan-*.json", "place-*.json", "policy-*.toml")
"""What this program leaves in a project's cache."""


class NotMine(UserError):
    """The project comes from elsewhere, or part of it lies where nobody has agreed to; it may be read.

    Parameters
    ----------
    message : str
        What to do in the terminal.
    links : mapping of str to str
        Folders of the project that lie elsewhere, and where.
    """

    def __init__(self, message: str, links: Mapping[str, str]) -> None:
        super().__init__(message)
        self.links = dict(links)


def identity(connection: sqlite3.Connection) -> str:
    """The project's UUID, made of its first event; empty where nothing is on record yet."""
    first = connection.execute(
        "SELECT id, time, actor, kind, program, detail FROM event ORDER BY id LIMIT 1"
    ).fetchone()
    if first is None:
        return ""
    changes = connection.execute("SELECT what, key, after FROM change WHERE event_id = ? ORDER BY seq", (first[0],))
    text = repr([tuple(first), *map(tuple, changes.fetchmany(100))])
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-8{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"  # a UUID of version 8


def require(file: Path) -> None:
    """Refuse to write to a project that is not this person's own; reads, and leaves nothing behind.

    Raises
    ------
    NotMine
        When nobody has said of the project, or of where its folders lie, that it is theirs.
    UserError
        When the project cannot be read.
    """
    folder, links = file.parent, linked_folders(file.parent)
    trusted = os.environ.get(TRUST_VARIABLE) == "1"
    if trusted and not links:
        return
    said = _remembered(_identity_of(file))
    if said is None and not trusted:
        raise NotMine(
            M(
                "{folder} comes from elsewhere, so it is only read here; if it is yours, add --mine once (or open it "
                "in the window and say so there).",
                folder=folder,
            ),
            links,
        )
    for name, place in links.items():
        if (said or {}).get(name) != place:
            raise NotMine(
                M(
                    "{folder} is a link to {place}, so the project is only read here; if you want it there, add "
                    "--mine once.",
                    folder=folder / name,
                    place=place,
                ),
                links,
            )


def is_mine(file: Path) -> bool:
    """Whether the project is this person's own, wherever its folders lie."""
    return os.environ.get(TRUST_VARIABLE) == "1" or _remembered(_identity_of(file)) is not None


def adopt(file: Path) -> None:
    """Remember that the project is this person's own, and where its folders lie.

    Raises
    ------
    UserError
        When it cannot be read, or the settings cannot be written.
    """
    refuse_links(file.parent)
    links = linked_folders(file.parent)
    gone = next((name for name, place in links.items() if not Path(place).is_dir()), None)
    if gone is not None:
        raise UserError(
            M(
                "{path} is a link to {place}, where no folder is; make it or the link anew.",
                path=file.parent / gone,
                place=links[gone],
            )
        )
    known = _identity_of(file, certain=True)
    if not known:
        raise UserError(M("{folder} holds a project of which nothing is on record; make it anew.", folder=file.parent))
    if _remembered(known) is None:
        _empty_cache(file.parent / "cache", linked="cache" in links)
    remember(known, file.parent, links)


def _empty_cache(cache: Path, *, linked: bool) -> None:
    """Remove what somebody else left in the cache: it is made again, and would be believed (what pictures look like).

    Of a folder elsewhere only what this program calls so.
    """
    with contextlib.suppress(OSError):
        for left in list(cache.iterdir()):
            if linked and not any(left.match(pattern) for pattern in _OURS):
                continue
            if left.is_dir() and not is_link(left.lstat()):
                remove_tree(left)
            else:
                left.unlink(missing_ok=True)


def remember(known: str, folder: Path, links: Mapping[str, str] | None = None) -> None:
    """Write down that the project of this UUID is this person's own.

    Raises
    ------
    UserError
        When the settings cannot be written.
    """
    place = _place(known)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    _begin()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"folder": str(folder.absolute()), **(links or {})}, ensure_ascii=False)
        part.write_text(text, encoding="utf-8", errors="backslashreplace")
        part.replace(place)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        reason = reason_of(error)
        raise UserError(
            M(
                "That {folder} is yours cannot be remembered in {place} ({reason}); {variable}=1 says it "
                "of every project.",
                folder=folder,
                place=place.parent,
                reason=reason,
                variable=TRUST_VARIABLE,
            )
        ) from error


def forget(file: Path) -> None:
    """A project that is about to be there no more."""
    known = _identity_of(file)
    with contextlib.suppress(OSError):
        _place(known).unlink(missing_ok=True)


def _place(known: str) -> Path:
    return own_folder() / _REMEMBERED / f"{known}.json"


def _remembered(known: str) -> dict[str, Any] | None:
    """What is remembered of a project of this person's; None when it is not theirs."""
    if not known:
        return None
    _begin()
    try:
        text = _place(known).read_text(encoding="utf-8")
    except OSError:
        return None
    with contextlib.suppress(ValueError):
        said = json.loads(text)
        return said if isinstance(said, dict) else {}
    return {}


def _identity_of(file: Path, *, certain: bool = False) -> str:
    """The UUID of a project; empty where it has none, or, unless somebody wants to be `certain`, cannot be read."""
    problem = None
    try:
        with database.apart(file, log=False) as connection, database.understood(file):
            found = identity(connection)
    except UserError as error:  # somebody writes just now, or it is damaged
        found, problem = "", error
    if not found and database.has_log(file):
        with database.apart(file) as connection, database.understood(file):
            found = identity(connection)
    elif problem is not None and certain:
        raise problem
    return found


def _begin() -> None:
    """Once: the projects that the window has opened before anybody was asked are the person's own."""
    if (own_folder() / _REMEMBERED).is_dir():
        return
    with contextlib.suppress(OSError, ValueError):
        (own_folder() / _REMEMBERED).mkdir(parents=True)
        settings = json.loads((own_folder() / "settings.json").read_text(encoding="utf-8"))
        recent = settings.get("recent") if isinstance(settings, dict) else None
        for text in recent if isinstance(recent, list) else ():
            with contextlib.suppress(UserError, OSError, ValueError, TypeError):
                folder = Path(text)
                if (folder / "project.db").is_file():
                    adopt(folder / "project.db")
