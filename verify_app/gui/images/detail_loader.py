"""Loads sharper parts of a large picture in the background, where the person looks.

Not a grid of tiles but one patch over the view and its surroundings: the time to decode a part of a JPEG goes by how
far down it lies (libjpeg must read all that stands before: 0.05 s at the top of 96 megapixels, 0.6 s at the bottom),
hardly by how large it is, so that a dozen tiles would take a dozen times as long; and inside one image there are no
seams. Compressed tiles on disk were left out: a zoomed picture would cost 2 s and 300 MB once, for 0.3 s each later.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QRectF, QSize, Qt, QThreadPool, QTimer, Signal

from verify_app.core.errors import UserError
from verify_app.gui.images.frame import Patch, PixelSource

PATCH_PIXELS = 8_000_000
"""A patch is no larger, unless the view itself is: 32 MB."""
QUIET_MS = 60
"""Steps of the wheel that follow each other sooner ask once: a decoding that has begun cannot be called off."""
MOST_MS = 300
"""So long after the first of them it begins all the same."""
MARGIN = 0.5
"""How much of the view's width and height lies decoded on each side of it."""


class DetailLoader(QObject):
    """Decodes the newest wish on one thread; `sharpened` gives a `Patch`."""

    sharpened = Signal(object)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: tuple[PixelSource, int, QRect] | None = None
        self._busy: tuple[PixelSource, int, QRect] | None = None
        self._failed: set[int] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._begin)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def want(self, source: PixelSource, factor: int, view: QRectF, moving: bool = False) -> None:
        """The part `view` (displayed pixels) at 1 / `factor` is looked at; a wish from before is forgotten.

        While the view is `moving` the decoding waits, at most for `MOST_MS`: it would slow the very steps that follow.
        """
        wish = source, factor, patch_for(source.size, factor, view)
        if wish == self._busy or (wish == self._wish and not moving) or id(source) in self._failed:
            return
        if self._busy is not None and self._busy[:2] == wish[:2] and self._busy[2].contains(view.toAlignedRect()):
            return
        self._wish = wish
        if self._busy is None:
            if not self._timer.isActive():
                self._since.start()
            if self._since.elapsed() < MOST_MS:
                self._timer.start()

    def forget(self) -> None:
        """Another picture is shown: nothing is wanted any more."""
        self._wish = None
        self._failed.clear()

    def close(self) -> None:
        """Wait for what is being decoded; nothing is announced any more."""
        self._timer.stop()
        self._wish = None
        self._done.disconnect(self._on_done)
        self._pool.clear()
        self._pool.waitForDone()

    def _begin(self) -> None:
        if self._wish is None or self._busy is not None:
            return
        self._busy, self._wish = self._wish, None
        self._pool.start(_work(self._done.emit, *self._busy))

    def _on_done(self, source: PixelSource, patch: Patch | None) -> None:
        self._busy = None
        if patch is None:
            self._failed.add(id(source))  # the coarse picture stays; asking again would fail again
        else:
            self.sharpened.emit(patch)
        self._begin()


def _work(
    done: Callable[[PixelSource, Patch | None], None], source: PixelSource, factor: int, part: QRect
) -> Callable[[], None]:
    def work() -> None:
        patch = None
        with suppress(UserError, MemoryError, OSError):
            image, place = source.read(factor, part)
            patch = Patch(source, factor, place, image)
        done(source, patch)

    return work


def patch_for(size: tuple[int, int], factor: int, view: QRectF) -> QRect:
    """What to decode when `view` is looked at: all of a small picture, else the view with a margin that fits."""
    whole = QRect(0, 0, *size)
    most = PATCH_PIXELS * factor**2
    if whole.width() * whole.height() <= most:
        return whole
    seen = view.toAlignedRect().intersected(whole)
    margin = MARGIN
    while margin > 0.05:
        across, down = int(seen.width() * margin), int(seen.height() * margin)
        grown = seen.adjusted(-across, -down, across, down)
        if grown.width() * grown.height() <= most:
            return _moved_inside(grown, whole)
        margin /= 2
    return seen


def _moved_inside(part: QRect, whole: QRect) -> QRect:
    """The part moved rather than cut where it sticks out, so that it stays as large as it may."""
    size = part.size().boundedTo(QSize(whole.width(), whole.height()))
    left = min(max(part.left(), 0), whole.width() - size.width())
    top = min(max(part.top(), 0), whole.height() - size.height())
    return QRect(left, top, size.width(), size.height())
