"""Telling a dataset's format by what is there."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import ordinary
from verify_app.core.vocabulary import Task
from verify_app.formats.find_files import files_below
from verify_app.formats.registry import formats
from verify_app.formats.yolo.class_folders import has_class_folders
from verify_app.formats.yolo.class_names import LISTS, USUAL, YAML
from verify_app.formats.yolo.label_pairs import is_label_file, label_folders

SNIFFED = 64 * 1024
MOST_TEXTS = 2000
"""Text files that are looked at for label rows."""
LOOKED_AT = 20
"""Files of each ending that are looked at to tell a folder's format."""


def sniff(path: Path, task: Task = Task.DETECT) -> str:
    """The format of a dataset, seen from what is there.

    Parameters
    ----------
    task : Task
        Of the project: whole images have no label files, the folders they lie in are their classes.

    Raises
    ------
    UserError
        When it cannot be told, or there are several.
    """
    if path.is_file():
        found = "yolo" if path.suffix.lower() in YAML else _sniff_file(path)
        if not found:
            raise UserError(
                M(
                    "{path} is in no format that this program knows; name it (--labels; in the window: Bring in).",
                    path=path,
                )
            )
        return found
    named = _names_classes(path)
    if named and task is not Task.CLASSIFY and _has_label_files(path):
        return "yolo"
    met = {found for file in _some(path) if (found := _sniff_file(file))}
    if len(met) > 1:
        raise UserError(
            M(
                "{path} holds labels of several formats ({formats}); name one: --labels.",
                path=path,
                formats=", ".join(sorted(met)),
            )
        )
    if met:
        return met.pop()
    if task is Task.CLASSIFY and has_class_folders(path):
        return "yolo"
    if named:
        raise UserError(
            M(
                "{named} names classes, but there is no label file (.txt) in {path} that goes with it.",
                named=named,
                path=path,
            )
        )
    raise UserError(_nothing(path))


def _nothing(path: Path) -> str:
    if has_class_folders(path):
        return M(
            "There are no label files in {path}. If its folders are classes, they are labels of whole "
            "images: for a project of that task (classify).",
            path=path,
        )
    return M(
        "There are no labels in {path} that this program knows; if there are some, name their "
        "format (--labels; in the window: Bring in).",
        path=path,
    )


def _names_classes(folder: Path) -> Path | None:
    usual = (*USUAL, *LISTS)
    return next((folder / name for name in usual if (folder / name).is_file()), None)


def _has_label_files(folder: Path) -> bool:
    """Whether one of the first text files, in the folder or beside it, is a label file."""
    places = (folder, *label_folders(folder.resolve()))
    texts = (Path(file) for place in places for file in files_below(place, (".txt",)))
    return any(is_label_file(file) for file in islice(texts, MOST_TEXTS))


def _some(folder: Path) -> Iterator[Path]:
    """The first few files of each kind that may hold labels, in a folder and under it."""
    seen: Counter[str] = Counter()
    endings = {ending for known in formats() for ending in known.endings}
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            file = Path(place) / name
            if ending in endings and seen[ending] < LOOKED_AT and file.is_file():
                seen[ending] += 1
                yield file


def _sniff_file(file: Path) -> str:
    """The format of one file; empty when it is none that this program knows."""
    try:
        with ordinary(file).open("rb") as stream:
            head = stream.read(SNIFFED).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    marked = (known for known in reversed(formats()) if known.mark)
    return next((known.name for known in marked if re.search(known.mark, head)), "")
