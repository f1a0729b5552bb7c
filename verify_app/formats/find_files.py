"""Files of some endings in a folder and under it, pictures apart: those that say something of pictures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from verify_app.core.messages import M, reason_of


def files_below(root: Path, endings: tuple[str, ...], broken: Callable[[str], None] | None = None) -> Iterator[str]:
    """Paths of the files with one of these endings, whatever their case; hidden ones are left alone.

    Links are followed, each folder once, as where pictures are looked for.

    Parameters
    ----------
    broken : callable, optional
        Takes a sentence for each folder that cannot be read.
    """
    visited: set[tuple[int, int]] = set()
    folders = [str(root)]
    while folders:
        folder = folders.pop()
        inner: list[str] = []
        files: list[str] = []
        try:
            status = os.stat(folder)  # noqa: PTH116  plain text: a Path for each of 100,000 files is slow
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        inner.append(entry.path)
                    elif entry.name.lower().endswith(endings) and entry.is_file():
                        files.append(entry.path)
        except OSError as error:
            if broken is not None:
                broken(M("{folder}: The folder cannot be read ({reason}).", folder=folder, reason=reason_of(error)))
        yield from sorted(files)
        folders += sorted(inner, reverse=True)
