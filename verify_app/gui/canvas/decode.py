"""Pictures for the screen, decoded on a thread pool, the neighbours of the present one ahead of time."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

from verify_app.core.errors import UserError

SMALLEST = 1024
"""Halved copies are made until the longer side is at most this, in pixels."""

CACHE_BYTES = 768 * 2**20

Stamp = tuple[str, int, int]
"""File, modification time in ns, size: what a decoded picture is remembered under."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A decoded picture, or why there is none.

    Parameters
    ----------
    levels : tuple of QImage
        Full size first, each next one half the size; empty when it cannot be shown.
    problem : str
        One sentence, else empty.
    sha256 : str
        Of the bytes that were decoded; empty when they could not be read.
    """

    stamp: Stamp
    levels: tuple[QImage, ...] = ()
    problem: str = ""
    sha256: str = ""

    @property
    def bytes(self) -> int:
        return sum(level.sizeInBytes() for level in self.levels)


def stamp_of(file: Path) -> Stamp:
    """The file as it is on disk now; zeros when it cannot be asked."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return str(file), 0, 0
    return str(file), found.st_mtime_ns, found.st_size


def decode(file: Path, stamp: Stamp) -> Frame:
    """Read one picture; runs on any thread."""
    # Pillow is not needed to show the window: it loads with the first picture, on its thread
    from verify_app.imaging.header import read_bytes  # noqa: PLC0415
    from verify_app.imaging.picture import open_rgb  # noqa: PLC0415

    digest = ""
    try:
        content = read_bytes(file)
        digest = hashlib.sha256(content).hexdigest()
        image = open_rgb(content).image
    except UserError as error:
        return Frame(stamp, problem=str(error), sha256=digest)
    width, height = image.size
    data = image.tobytes()
    borrowed = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888)
    level = borrowed.convertToFormat(QImage.Format.Format_RGB32)
    levels = [level]
    while max(level.width(), level.height()) > SMALLEST:
        size = level.size() / 2
        level = level.scaled(
            size.expandedTo(size.__class__(1, 1)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        levels.append(level)
    return Frame(stamp, tuple(levels), sha256=digest)


class Decoder(QObject):
    """Gives frames as `ready`; the newest wish goes first, what is decoded stays for a while."""

    ready = Signal(object)
    _decoded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache: OrderedDict[Stamp, Frame] = OrderedDict()
        self._running: set[Stamp] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._decoded.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def want(self, file: Path, *, soon: bool = False) -> Frame | None:
        """The frame when it is there; else it is decoded and announced.

        Parameters
        ----------
        soon : bool
            Only ahead of time: whoever is looked at now goes first.
        """
        stamp = stamp_of(file)
        if stamp in self._cache:
            self._cache.move_to_end(stamp)
            return self._cache[stamp]
        if stamp not in self._running:
            self._running.add(stamp)
            self._pool.start(lambda: self._decoded.emit(_guarded(file, stamp)), 0 if soon else 1)
        return None

    def close(self) -> None:
        """Wait for what is being decoded; nothing is announced any more."""
        self._decoded.disconnect(self._keep)
        self._pool.clear()
        self._pool.waitForDone()

    def _keep(self, frame: Frame) -> None:
        self._running.discard(frame.stamp)
        self._cache[frame.stamp] = frame
        while len(self._cache) > 1 and sum(f.bytes for f in self._cache.values()) > CACHE_BYTES:
            self._cache.popitem(last=False)
        self.ready.emit(frame)


def _guarded(file: Path, stamp: Stamp) -> Frame:
    """A bug in a decoder is told in place of the picture, not lost with its thread."""
    try:
        return decode(file, stamp)
    except Exception as error:
        return Frame(stamp, problem=f"The picture cannot be shown ({type(error).__name__}: {error}).")
