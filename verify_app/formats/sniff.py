"""Telling a dataset's format by what is there."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.ordinary import ordinary

SNIFFED = 64 * 1024
LOOKED_AT = 20
"""Files of each ending that are looked at to tell a folder's format."""


def sniff(path: Path) -> str:
    """The format of a dataset, seen from what is there.

    Raises
    ------
    UserError
        When it cannot be told, or there are several.
    """
    if path.is_file():
        found = _sniff_file(path)
        if not found:
            raise UserError(f"{path} is in no format that this program knows; name it with --labels.")
        return found
    if any((path / name).is_file() for name in ("data.yaml", "dataset.yaml", "data.yml", "classes.txt")):
        return "yolo"
    formats = {found for file in _some(path) if (found := _sniff_file(file))}
    if len(formats) > 1:
        raise UserError(f"{path} holds labels of several formats ({', '.join(sorted(formats))}); name one: --labels.")
    if not formats:
        raise UserError(f"There are no labels in {path} that this program knows; name the format with --labels.")
    return formats.pop()


def _some(folder: Path) -> Iterator[Path]:
    """The first few files of each kind that may hold labels, in a folder and under it."""
    seen: Counter[str] = Counter()
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            file = Path(place) / name
            if ending in (".txt", ".json", ".xml", ".ndjson") and seen[ending] < LOOKED_AT and file.is_file():
                seen[ending] += 1
                yield file


_MARKS = (
    ("ndjson", rb'\A\s*\{[^\n]*"type"\s*:\s*"dataset"'),
    ("labelme", rb'"shapes"\s*:\s*\['),
    ("coco", rb'\A\s*\{(?s:.*)"(images|annotations|categories)"\s*:\s*\['),
    ("voc", rb"<annotation[\s>]"),
    ("cvat", rb"<annotations[\s>]"),
    ("yolo", rb"\A\s*\d+(\.0*)?([ \t]+[-+]?[\d.]+([eE][-+]?\d+)?){4,}[ \t]*(\r?\n|\Z)"),
)


def _sniff_file(file: Path) -> str:
    """The format of one file; empty when it is none that this program knows."""
    try:
        with ordinary(file).open("rb") as stream:
            head = stream.read(SNIFFED).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise UserError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    return next((name for name, mark in _MARKS if re.search(mark, head)), "")
