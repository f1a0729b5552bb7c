"""Loads pictures for the screen on a thread pool, the neighbours of the present one ahead of time."""

from __future__ import annotations

import hashlib
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QThreadPool, Signal

from verify_app.core.errors import UserError
from verify_app.core.heavy import Late
from verify_app.core.messages import M
from verify_app.gui.images.frame import Frame, PlainSource, Stamp, stamp_of
from verify_app.gui.images.pyramid import MOST_WHOLE, factor_for, halves
from verify_app.gui.images.qt_decoder import read_part
from verify_app.imaging.reading.files import read_bytes, read_into
from verify_app.imaging.reading.simple_header import Plain, plain

if TYPE_CHECKING:
    from verify_app.gui.images import pillow_decoder
else:
    pillow_decoder = Late("verify_app.gui.images.pillow_decoder")  # on its thread, with the first picture that wants it

__all__ = ["CACHE_BYTES", "Frame", "ImageLoader", "Stamp", "decode", "stamp_of"]

LARGE_FILE = 4 * 2**20
"""Bytes from which a second thread for the digest is worth starting: 4 ms of hashing; and not to copy them."""

PLAIN_SUFFIXES = frozenset((".jpg", ".jpeg", ".png"))

_MMAP_THRESHOLD = -3

CACHE_BYTES = 160 * 2**20
"""Decoded pictures that are kept: those behind and those ahead."""

SCREEN = QSize(1920, 1080)
"""For how many pixels a picture is decoded until somebody says how many the canvas has."""


def decode(file: Path, stamp: Stamp, screen: QSize = SCREEN) -> Frame:
    """Read one picture, sharp enough for a screen of this many pixels; runs on any thread."""
    digest = ""
    try:
        data = _read_large(file) if stamp[2] >= LARGE_FILE and file.suffix.lower() in PLAIN_SUFFIXES else None
        content = read_bytes(file) if data is None else _memory(data)
        about = plain(content)
        if about is not None and (about.format == "JPEG" or about.size[0] * about.size[1] <= MOST_WHOLE):
            data = QByteArray(content) if data is None else data
            del content
            digest_of = _hash_beside(_memory(data))
            with suppress(UserError):  # Pillow has the last word on what is damaged
                return _decode_plain(data, about, stamp, digest_of, screen)
            content = bytes(data.data())
        elif data is not None:
            content = bytes(data.data())
        del data
        digest = hashlib.sha256(content).hexdigest()
        return pillow_decoder.decode_any(bytes(content), stamp, digest, screen)
    except UserError as error:
        return Frame(stamp, problem=str(error), sha256=digest)


def _read_large(file: Path) -> QByteArray | None:
    """A large file where Qt reads it from: to copy it there costs as long as to read it. None when it changes."""
    data = QByteArray()

    def room(size: int) -> memoryview:
        data.resize(size)
        return _memory(data)

    return data if read_into(file, room) else None


def _memory(data: QByteArray) -> memoryview:
    return memoryview(data)  # type: ignore[arg-type]  # PySide6's stub does not say that it can


def _hash_beside(content: memoryview) -> Callable[[], str]:
    """The digest, for when it is asked for; that of a large file is worked out while the picture is decoded."""
    if len(content) < LARGE_FILE:
        digest = hashlib.sha256(content).hexdigest()
        return lambda: digest
    found: list[str] = []
    thread = Thread(target=lambda: found.append(hashlib.sha256(content).hexdigest()), name="digest")
    thread.start()

    def wait() -> str:
        thread.join()
        return found[0]

    return wait


def _decode_plain(data: QByteArray, about: Plain, stamp: Stamp, digest_of: Callable[[], str], screen: QSize) -> Frame:
    factor = factor_for(about.size, screen) if about.format == "JPEG" else 1
    image, place = read_part(data, about, factor)
    source = PlainSource(data, about) if factor > 1 else None
    return Frame(stamp, halves(image), sha256=digest_of(), factor=factor, place=place, source=source)


class ImageLoader(QObject):
    """Gives frames as `ready`; the picture in front goes first, what is decoded stays for a while."""

    ready = Signal(object)
    page_ready = Signal(object)
    _decoded = Signal(object)

    THREADS = 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screen = SCREEN
        self._cache: OrderedDict[Stamp, Frame] = OrderedDict()
        self._running: set[Stamp] = set()
        self._front: Path | None = None
        self._steady = False
        self._ahead: list[Path] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(self.THREADS)
        self._decoded.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    @property
    def bytes(self) -> int:
        """Memory of the pictures that are kept."""
        return sum(frame.bytes for frame in self._cache.values())

    def want(self, file: Path) -> Frame | None:
        """The frame of the picture in front when it is there; else it is decoded and announced.

        Wishes from before that nobody has begun with are forgotten.
        """
        self._ahead.clear()
        self._front = None
        stamp = stamp_of(file)
        if stamp in self._cache:
            self._cache.move_to_end(stamp)
            return self._cache[stamp]
        self._front = file
        self._begin()
        return None

    def look_ahead(self, files: Sequence[Path]) -> None:
        """Decode these when nothing else is to do, in this order, in place of earlier wishes of this kind."""
        if not self._steady:
            self._steady = True
            self._pool.start(give_memory_back)
        self._ahead = list(files)
        self._begin()

    def want_page(self, file: Path, page: int) -> None:
        """Decode another page of a file and announce it as `page_ready`; it is not kept."""
        self._pool.start(lambda: self.page_ready.emit(_guarded_page(file, page)), 1)

    def _begin(self) -> None:
        """Start what may run now: one thread is always left for the picture in front."""
        if self._front is not None:
            stamp = stamp_of(self._front)
            if stamp in self._running:
                self._front = None
            elif len(self._running) < self.THREADS:
                self._start(self._front, stamp)
                self._front = None
        while self._ahead and len(self._running) < self.THREADS - 1:
            file = self._ahead.pop(0)
            stamp = stamp_of(file)
            if stamp in self._cache:
                self._cache.move_to_end(stamp)
            elif stamp not in self._running:
                self._start(file, stamp)

    def _start(self, file: Path, stamp: Stamp) -> None:
        self._running.add(stamp)
        screen = QSize(self.screen)
        self._pool.start(lambda: self._decoded.emit(_guarded(file, stamp, screen)))

    def close(self) -> None:
        """Wait for what is being decoded; nothing is announced any more."""
        self._decoded.disconnect(self._keep)
        self.blockSignals(True)
        self._front, self._ahead = None, []
        self._pool.clear()
        self._pool.waitForDone()

    def _keep(self, frame: Frame) -> None:
        self._running.discard(frame.stamp)
        self._cache[frame.stamp] = frame
        while len(self._cache) > 1 and self.bytes > CACHE_BYTES:
            self._cache.popitem(last=False)
        self._begin()
        self.ready.emit(frame)


def give_memory_back() -> None:
    """Have glibc give back the memory of every picture at once.

    By itself it learns from the first picture given back to take the next ones from its heap, where what is kept
    between them holds the rest: 50 MB more after 1,000 images. Other systems' allocators do not do this.
    """
    if sys.platform.startswith("linux"):
        import ctypes  # noqa: PLC0415  not before the window is on the screen

        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, 2**20)


def _guarded(file: Path, stamp: Stamp, screen: QSize) -> Frame:
    """A bug in a decoder is told in place of the picture, not lost with its thread."""
    try:
        return decode(file, stamp, screen)
    except Exception as error:
        return Frame(
            stamp,
            problem=M("The picture cannot be shown ({kind}: {reason}).", kind=type(error).__name__, reason=str(error)),
        )


def _guarded_page(file: Path, page: int) -> Frame:
    stamp, digest = stamp_of(file), ""
    try:
        content = read_bytes(file)
        digest = hashlib.sha256(content).hexdigest()
        return Frame(stamp, pillow_decoder.decode_page(content, page), sha256=digest, page=page)
    except UserError as error:
        problem = str(error)
    except Exception as error:
        problem = M("The page cannot be shown ({kind}: {reason}).", kind=type(error).__name__, reason=str(error))
    return Frame(stamp, problem=problem, sha256=digest, page=page)
