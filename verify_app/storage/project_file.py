"""The small file in each project folder that a double click opens; nothing is read from it."""

from __future__ import annotations

import os
from pathlib import Path

from verify_app.storage.links import open_here

FILE = "project.verify-app"
DATABASE = "project.db"
TEXT = "This folder is a project of verify-app. Open this file, or the folder, with it.\n"


def put(folder: Path) -> None:
    """Lay the file into a project folder where nothing bears its name; where that cannot be done there is none."""
    try:
        handle = open_here(str(folder / FILE), os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except OSError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        try:
            stream.write(TEXT)
            stream.flush()
        except OSError:
            return  # a full disk: an empty one opens as well


def writable(folder: Path) -> bool:
    """Whether this person may change the project in a folder, as far as the system says so beforehand."""
    return all(os.access(place, os.W_OK) for place in (folder, folder / DATABASE))


def project_folder(path: Path) -> Path:
    """The project that a path means: its folder, the file that a double click opens, or its database."""
    return path.parent if path.name in (FILE, DATABASE) and not path.is_dir() else path
