"""Which part of a dataset its publisher put an image in: by a word, or by the folders it lies in."""

from __future__ import annotations

import os
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol

from verify_app.core.errors import UserError
from verify_app.core.regular_file import ordinary

PARTS: Mapping[str, str] = {"train": "train", "val": "val", "valid": "val", "test": "test"}
"""Folders that are parts of a dataset when all folders beside them are, and what they mean."""

_WORDS = {**PARTS, "validation": "val"}
_BESIDE = {"annotations", "labels"}
MOST_LISTED = 256 * 2**20


def split_of_word(text: str) -> str:
    """``train``, ``val`` or ``test``; empty for any other word."""
    return _WORDS.get(text.strip().lower(), "")


def says_something(splits: Collection[str]) -> bool:
    """Whether a file that puts images in these splits says anything by it.

    One that knows no other part than train had to write something; what is to be measured on was not set apart there.
    """
    return bool(set(splits) - {"", "train"})


def splits_of_layout(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """By path below `root`: the part it lies in, where all of them lie in parts; of `root` itself where it is one.

    One folder level of all paths must hold nothing but parts, train and another one among them: a folder that is called
    ``test`` among others says nothing.
    """
    every = {path: PurePosixPath(path).parts[:-1] for path in paths}
    for level in range(min(map(len, every.values()), default=0)):
        if _are_parts({folders[level] for folders in every.values()}):
            return {path: PARTS[folders[level]] for path, folders in every.items()}
    if root.name in PARTS and _are_parts(_folders(root.parent) - _BESIDE):
        return dict.fromkeys(every, PARTS[root.name])
    return {}


def _are_parts(names: set[str]) -> bool:
    return names <= PARTS.keys() and "train" in names and len(names) > 1


def _folders(place: Path) -> set[str]:
    try:
        with os.scandir(place) as entries:
            return {entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")}
    except OSError:
        return set()


class Parts(Protocol):
    """What a file says of the parts that pictures are in."""

    def of(self, image: Path) -> str:
        """The split of an image; empty when nothing, or more than one, is said of it."""
        ...

    def absent(self, known: Container[str]) -> Iterator[str]:
        """Pictures that are listed one by one and lie nowhere, but `known`, as they are or as `same_name` has them."""
        ...


def listed_in(file: Path) -> list[str]:
    """The lines of a list that say something; none of one that is not there or cannot be read."""
    try:
        with ordinary(file).open("rb") as stream:
            data = stream.read(MOST_LISTED)
    except (OSError, UserError):
        return []
    return [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines() if line.strip()]
