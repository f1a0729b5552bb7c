"""A decoded picture, and where sharper parts of it come from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QImage

from verify_app.gui.images.qt_decoder import read_part
from verify_app.imaging.reading.simple_header import Plain

Stamp = tuple[str, int, int]
"""File, modification time in ns, size: what a decoded picture is remembered under."""


class PixelSource(Protocol):
    """Decodes parts of one picture, on any thread."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels as displayed."""
        ...

    @property
    def bytes(self) -> int:
        """Memory it holds."""
        ...

    def read(self, factor: int, part: QRect) -> tuple[QImage, QRect]:
        """Decode at least `part` (displayed pixels) at 1 / `factor`; see `qt_decoder.read_part`."""
        ...


class PlainSource(NamedTuple):
    """A plain JPEG in memory, still compressed: those very bytes whose digest the frame carries."""

    data: QByteArray
    about: Plain

    @property
    def size(self) -> tuple[int, int]:
        return self.about.size

    @property
    def bytes(self) -> int:
        return self.data.size()

    def read(self, factor: int, part: QRect) -> tuple[QImage, QRect]:
        return read_part(self.data, self.about, factor, part)


class Patch(NamedTuple):
    """A sharp part of a picture: the area it covers, and by how much it is scaled down."""

    source: PixelSource
    factor: int
    place: QRect
    image: QImage


class Values(NamedTuple):
    """16-bit or float grey as it is stored, for the window of values.

    Parameters
    ----------
    levels : tuple of QImage
        Grayscale16; full size first, each next one half the size.
    first, last : float
        What the lowest and the highest code stand for.
    low, high : float
        The least and the greatest value in the picture.
    """

    levels: tuple[QImage, ...]
    first: float
    last: float
    low: float
    high: float


class Frame(NamedTuple):
    """A decoded picture, or why there is none.

    Parameters
    ----------
    levels : tuple of QImage
        The largest that was decoded first, each next one half the size; empty when it cannot be shown.
    problem : str
        One sentence, else empty.
    sha256 : str
        Of the bytes that were decoded; empty when they could not be read.
    factor : int
        By how much the first level is scaled down; 1 when it is the whole picture.
    place : QRect, optional
        What the levels cover in displayed pixels; the whole picture without.
    source : PixelSource, optional
        Where sharper parts come from when `factor` is above 1.
    values : Values, optional
        Of 16-bit and float grey.
    pages : int
        How many pages the file has; the first one is the image.
    page : int
        Which of them this is; only the first is reviewed.
    """

    stamp: Stamp
    levels: tuple[QImage, ...] = ()
    problem: str = ""
    sha256: str = ""
    factor: int = 1
    place: QRect | None = None
    source: PixelSource | None = None
    values: Values | None = None
    pages: int = 1
    page: int = 1

    @property
    def bytes(self) -> int:
        """What it holds in memory."""
        held = sum(level.sizeInBytes() for level in self.levels)
        held += sum(level.sizeInBytes() for level in self.values.levels) if self.values else 0
        return held + (self.source.bytes if self.source else 0)


def stamp_of(file: Path) -> Stamp:
    """The file as it is on disk now; zeros when it cannot be asked."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return str(file), 0, 0
    return str(file), found.st_mtime_ns, found.st_size
