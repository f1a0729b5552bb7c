"""Pictures in folders."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.core.messages import M, joined, reason_of
from verify_app.imaging.reading.formats import FOREIGN_SUFFIXES, SUFFIXES


@dataclass(slots=True)
class Found:
    """What a search came upon.

    Parameters
    ----------
    images : list of Path
        Pictures by their ending, each path once, sorted by path within each place that was asked for.
    problems : list of (Path, str)
        What was skipped and why, one sentence each.
    """

    images: list[Path] = field(default_factory=list)
    problems: list[tuple[Path, str]] = field(default_factory=list)


def find_images(paths: Iterable[Path | str]) -> Found:
    """Pictures among `paths`: files as they are, folders with all their sub-folders.

    Hidden files and folders inside a folder are left alone. Links are followed, each folder once, so that a
    link to a parent ends. Nothing is opened; what cannot be listed or used is named and skipped.
    """
    found, seen = Found(), set()
    for path in map(Path, paths):
        for image in _images(path, found):
            if image not in seen:
                seen.add(image)
                found.images.append(image)
    return found


def _images(path: Path, found: Found) -> Iterator[Path]:
    try:
        folder, file = path.is_dir(), path.is_file()
    except (OSError, ValueError) as error:
        found.problems.append((path, M("It cannot be read ({reason}).", reason=reason_of(error))))
        return
    if folder:
        yield from sorted(_walk(path, found), key=lambda p: p.parts)
    elif not file:
        found.problems.append((path, M("There is no such file or folder.")))
    elif path.suffix.lower() not in SUFFIXES:
        found.problems.append((path, _foreign([path])))
    elif _speakable(path, found):
        yield path


def _walk(root: Path, found: Found) -> Iterator[Path]:
    visited: set[tuple[int, int]] = set()
    foreign: list[Path] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    kind = _kind(entry, found)
                    if kind == "folder":
                        folders.append(Path(entry.path))
                    elif kind == "image" and _speakable(place := Path(entry.path), found):
                        yield place
                    elif kind == "foreign":
                        foreign.append(Path(entry.path))
        except OSError as error:
            found.problems.append(
                (folder, M("The folder cannot be read ({reason}); it was skipped.", reason=reason_of(error)))
            )
    if foreign:
        found.problems.append((root, _foreign(foreign)))


def _kind(entry: os.DirEntry[str], found: Found) -> str:
    if entry.name.startswith("."):
        return "hidden"
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a Path for each of 100,000 entries is slow
    try:
        if entry.is_dir():
            return "folder"
        if suffix in SUFFIXES:
            if entry.is_file():
                return "image"
            found.problems.append((Path(entry.path), M("It is a broken link or not an ordinary file.")))
    except OSError as error:
        found.problems.append((Path(entry.path), M("It cannot be read ({reason}).", reason=reason_of(error))))
        return "other"
    return "foreign" if suffix in FOREIGN_SUFFIXES else "other"


def _speakable(path: Path, found: Found) -> bool:
    """Whether the name is text: the database and the dataset's files are UTF-8."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        found.problems.append((path, M("Its name is not valid UTF-8 text; rename the file or its folder.")))
        return False
    return True


def _foreign(paths: list[Path]) -> str:
    counts = Counter(path.suffix.lower() for path in paths)
    kinds = [
        M("{n} x {suffix}", n=n, suffix=suffix or M("no ending")) if len(paths) > 1 else suffix or M("no ending")
        for suffix, n in sorted(counts.items())
    ]
    said = M("Pictures of this kind are not read ({kinds}); convert them to JPEG or PNG.", kinds=kinds)
    if not {".heic", ".heif"} & counts.keys():
        return said
    return joined([said, M("HEIC is read once verify-app[heic] is installed.")])
