"""A project's folder is data: what lies in it under our names is ours to write to only if it leads nowhere else.

Somebody who hands over a project may have put a link where we write, and would write through it wherever it leads.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M

FOLDERS = ("models", "versions", "cache")
"""Folders of a project; the person may have put them elsewhere, see `mine`."""

_BEGINNINGS = ("project.lock", "project.db")
_JOURNAL = "project.db-journal"
_JUNCTION, _WINDOWS_LINK = 0xA0000003, 0xA000000C  # not what OneDrive leaves where a file is in the cloud


def is_link(found: os.stat_result) -> bool:
    """Whether what `lstat` found leads elsewhere: a symbolic link, or a junction of Windows."""
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in (_JUNCTION, _WINDOWS_LINK)


def refuse_links(folder: Path) -> None:
    """Refuse a project of which a file of ours is a link, a device or one of several names of the same file.

    Raises
    ------
    UserError
        Which one it is, and how to go on.
    """
    try:
        files = [file for file in folder.iterdir() if file.name.startswith(_BEGINNINGS)]
    except OSError:
        return  # whoever opens the project says why it cannot be read
    for file in sorted(files):
        _refuse(file)


def _refuse(file: Path) -> None:
    try:
        found = file.lstat()
    except OSError:
        return  # gone meanwhile
    if file.name == _JOURNAL:
        raise UserError(
            M(
                "{file} was left by another program that changed the database; open and close the database with that "
                "program, or restore a backup. Nothing was touched.",
                file=file,
            )
        )
    if is_link(found):
        raise UserError(
            M(
                "{file} is a link, so the project's data lie elsewhere; copy the file itself to this place (`cp`), "
                "or open the project where it really is. Nothing was touched.",
                file=file,
            )
        )
    if not stat.S_ISREG(found.st_mode):
        raise UserError(M("{file} is no file but a folder or a device; remove it. Nothing was touched.", file=file))
    if found.st_nlink > 1:
        raise UserError(
            M(
                "{file} is a hard link: the same file is also somewhere else, and a project has one "
                "place. Make a copy of its own (`cp {name} copy`, then `mv copy {name}`). Nothing was "
                "touched.",
                file=file,
                name=file.name,
            )
        )


def linked_folders(folder: Path) -> dict[str, str]:
    """Which of `FOLDERS` are links, and where each of them really is."""
    found = {}
    for name in FOLDERS:
        try:
            if is_link((folder / name).lstat()):
                found[name] = os.path.realpath(folder / name)
        except OSError:
            continue
    return found


def open_here(path: str, flags: int) -> int:
    """Open a file of ours for `open`, never through a link; a link put there meanwhile is an `OSError`."""
    handle = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(handle)
        raise OSError(f"{path} is a link or no file")
    return handle
