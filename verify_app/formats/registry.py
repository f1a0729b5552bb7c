"""The label formats: each registers itself in its own file with its name, its marks, its reader and its writer.

A new format is a new file in `formats`; whatever reads, writes, offers or finds out formats goes by this list. All
files there are loaded with it, so they import numpy, shapely and their like only where these are needed.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from verify_app import formats as folder
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.findings import Findings
from verify_app.formats.records import Dataset, OutImage


@dataclass(frozen=True, slots=True)
class ToRead:
    """What a reader is asked for.

    Parameters
    ----------
    path : Path
        A file or a folder, which is there.
    images : Path or None
        Folder of the images where it is not the labels' own.
    task, skeleton
        Of the project.
    """

    path: Path
    images: Path | None
    task: Task
    skeleton: Skeleton | None

    @property
    def root(self) -> Path:
        """The folder of the images: what was said, else that of the labels."""
        return (self.images or (self.path if self.path.is_dir() else self.path.parent)).resolve()

    def only(self, pattern: str) -> Path:
        """The one file to read: `path`, or what a folder holds.

        Raises
        ------
        UserError
            When a folder holds none, or several.
        """
        if self.path.is_file():
            return self.path
        files = sorted(self.path.glob(pattern)) + sorted((self.path / "annotations").glob(pattern))
        if len(files) != 1:
            raise UserError(
                M(
                    "There are {n} files {pattern} in {folder}; name the one to read.",
                    n=len(files),
                    pattern=pattern,
                    folder=self.path,
                )
            )
        return files[0]


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What a writer is given.

    Parameters
    ----------
    folder : Path
        Empty; what is written goes there.
    names : sequence of str
        The project's classes, in its order.
    images : iterable of OutImage
        One after the other, so that few are in memory.
    task, skeleton
        Of the project.
    findings : Findings
        Takes what is left out, and why.
    """

    folder: Path
    names: Sequence[str]
    images: Iterable[OutImage]
    task: Task
    skeleton: Skeleton | None
    findings: Findings


@dataclass(frozen=True, slots=True)
class Format:
    """A format as the program knows it.

    Parameters
    ----------
    name : str
        As ``--labels`` and ``--format`` have it.
    title : str
        As the window shows it: what its makers call it, the same in every language.
    place : int
        In lists. Marks are tried from the last place to the first, so that a narrow one goes before a wide one.
    endings : tuple of str
        Of files that may hold labels, with the dot.
    mark : bytes
        A regular expression that is found in the first `detect_format.SNIFFED` bytes of its files and of no others.
    read : callable or None
        Opens a dataset; None where it is only written.
    write : callable or None
        Writes the project's labels; None where it is only read. Returns how many images and labels it has written,
        None when it was all.
    check : callable
        Raises `UserError` for a name that its files cannot hold.
    pictures : bool
        Whether the writer copies the pictures, so that it is to be told where they are.
    """

    name: str
    title: str
    place: int
    endings: tuple[str, ...] = ()
    mark: bytes = b""
    read: Callable[[ToRead], Dataset] | None = None
    write: Callable[[ToWrite], tuple[int, int] | None] | None = None
    check: Callable[[str], object] = str
    pictures: bool = False


_registered: dict[str, Format] = {}


def register(known: Format) -> None:
    """Make a format known.

    Raises
    ------
    ValueError
        When another one has its name.
    """
    if known.name in _registered:
        raise ValueError(f"Two formats are called {known.name!r}.")
    _registered[known.name] = known


def formats() -> list[Format]:
    """Return every format, in the order of lists."""
    _load()
    return sorted(_registered.values(), key=lambda known: known.place)


def read_formats() -> dict[str, Format]:
    """Return those that are read, by name, in the order of lists."""
    return {known.name: known for known in formats() if known.read is not None}


def written_formats() -> dict[str, Format]:
    """Return those that are written, by name, in the order of lists."""
    return {known.name: known for known in formats() if known.write is not None}


@cache
def _load() -> None:
    """Import what lies in the folder once, so that every format registers itself."""
    for module in pkgutil.iter_modules(folder.__path__):
        if not module.ispkg:
            import_module(f"{folder.__name__}.{module.name}")
