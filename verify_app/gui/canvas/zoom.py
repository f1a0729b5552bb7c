"""Zoom and pan of the canvas: one transform, set at once, whatever asked for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from verify_app.core.geometry import Box
from verify_app.gui.canvas.seen_areas import LEAST, Rect, SeenArea, SeenAreas

STEP = 1.25
MOST = 40.0
"""Screen pixels per image pixel at most."""
ROUND = 60
"""Screen pixels round what is brought into view."""
BAR = 60
"""A view that is higher or lower by no more screen pixels, in a window as large as before, has got or lost a bar."""
ALMOST = 1e-6


class Zoom:
    """Keeps what the person asked for: fitting stays fitting when the window changes, else the zoom stays.

    `views` knows what of the image was on the screen.

    Parameters
    ----------
    panned : callable
        Told by how many screen pixels the picture was shifted.
    scaled : callable
        Told that it is shown otherwise.
    """

    def __init__(self, view: QGraphicsView, panned: Callable[[int, int], None], scaled: Callable[[], None]) -> None:
        self._view, self._panned, self._scaled = view, panned, scaled
        self._image = QRectF()
        self.moving = False
        """While the view is being set, bar by bar: what follows from it is seen to once, afterwards."""
        self.fitting = "window"
        self._laid_out = QSize(), QSize()
        """How large view and window were when the picture was fitted last."""
        self._looked_at = False
        self.views = SeenAreas()
        self.cover: QRect | None = None
        """What of the view lies under the minimap, in screen pixels."""
        self.meant: Box | None = None
        """What the program has brought into view, until the person looks elsewhere."""

    @property
    def view(self) -> SeenArea:
        """What is looked at now."""
        there = self._view.viewportTransform().inverted()[0]
        part = _sides(there.mapRect(QRectF(self._view.viewport().rect())))
        full = self.scale * self._view.devicePixelRatioF() >= 1.0 - ALMOST
        hidden = None if self.cover is None else _sides(there.mapRect(QRectF(self.cover)))
        return SeenArea(part, self.scale, full, hidden)

    def look(self) -> None:
        """The view is on the screen, with all that is to be seen there."""
        self._looked_at = True
        self.views.note(self.view)

    @property
    def scale(self) -> float:
        """Screen pixels per image pixel."""
        return self._view.transform().m11()

    def set_image(self, width: float, height: float, *, keep: bool = False) -> None:
        """A new image, fitted; zoom and place stay where that is wanted, the size is the same and it is in view."""
        before, self._image = self._image, QRectF(0, 0, width, height)
        self.views.clear()
        self._looked_at = False
        if not keep or before.size() != self._image.size() or not self.in_view:
            self.fitting = "window"  # else it might be shown where nobody looks
        self.refit()

    @property
    def in_view(self) -> bool:
        """Whether anything of the image is on the screen."""
        seen = self._view.viewportTransform().mapRect(self._image)
        return seen.intersects(QRectF(self._view.viewport().rect()))

    def resized(self) -> None:
        """The view is larger or smaller: fit anew, but let no bar that comes or goes move what is looked at.

        Under a bar the picture stays where it is; the next one is fitted to the room that is left then.
        """
        (view, window), (now, window_now) = self._laid_out, self._sizes()
        bar = window == window_now and view.width() == now.width() and abs(view.height() - now.height()) <= BAR
        if not (bar and self._looked_at):
            self.refit()
            return
        before = self._view.viewportTransform().map(QPointF())
        self._margins()
        after = self._view.viewportTransform().map(QPointF())
        self.moving = True
        for bar_of, by in (
            (self._view.horizontalScrollBar(), after.x() - before.x()),
            (self._view.verticalScrollBar(), after.y() - before.y()),
        ):
            bar_of.setValue(bar_of.value() + round(by))
        self.moving = False
        self._scaled()

    def _sizes(self) -> tuple[QSize, QSize]:
        return self._view.viewport().size(), self._view.window().size()

    def refit(self) -> None:
        """Fit anew after the window or the image has changed."""
        self._laid_out = self._sizes()
        self._margins()
        self.meant = None
        if self.fitting == "window":
            self.fit_window()
        elif self.fitting == "width":
            self.fit_width()

    def fit_window(self) -> None:
        self.fitting, self.meant = "window", None
        self._apply(self._fit(both=True), self._image.center())

    def fit_width(self) -> None:
        self.fitting, self.meant = "width", None
        self._apply(self._fit(both=False), self._image.center())

    def full_size(self) -> None:
        """One image pixel on one pixel of the screen, whatever the display's scaling."""
        self.by(1.0 / self._view.devicePixelRatioF() / self.scale)

    def by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor; the image point under `at` (view pixels, default the middle) stays there."""
        least = min(self._fit(both=True) / 2, 1.0)
        scale = min(max(self.scale * factor, least), MOST)
        if self._image.isEmpty() or scale == self.scale:
            return
        self.fitting, self.meant = "", None
        middle = QPointF(self._view.viewport().rect().center())
        at = at if at is not None else middle
        point = self._view.viewportTransform().inverted()[0].map(at)
        self._apply(scale, point + (middle - at) / scale)

    def to_box(self, box: Box) -> None:
        """Blow up one object: it fills about a third of the view."""
        size = self._view.viewport().size()
        scale = min(size.width() / max(box.width * 3.0, 24.0), size.height() / max(box.height * 3.0, 24.0), MOST / 2)
        self.fitting, self.meant = "", box
        self._apply(scale, QPointF(*box.center))

    def show(self, box: Box) -> None:
        """The smallest view that holds a part of the image, with a little round it and no more beside the image."""
        self.fitting, self.meant = "", box
        scale, size, image = self.scale_for(box), self._view.viewport().size(), self._image
        x = _inside(box.center[0], size.width() / scale, image.width(), ROUND / scale)
        y = _inside(box.center[1], size.height() / scale, image.height(), ROUND / scale)
        self._apply(scale, QPointF(x, y))

    def scale_for(self, box: Box) -> float:
        """The zoom at which `show` shows a part."""
        size = self._view.viewport().size()
        across, down = max(size.width() - 2 * ROUND, 40), max(size.height() - 2 * ROUND, 40)
        return min(across / max(box.width, 8.0), down / max(box.height, 8.0), MOST / 2)

    def least_for(self, length: float) -> float:
        """The zoom from which an object so long, in image pixels, can be made out."""
        return min(LEAST / max(length, ALMOST), 1.0 / self._view.devicePixelRatioF(), MOST / 2)

    def bring(self, box: Box) -> None:
        """Shift the view no further than needed to have a part of the image in it; zoom out where it has no room."""
        if self.scale > self.scale_for(box):
            self.show(box)
            return
        self.fitting, self.meant = "", box
        self._view.ensureVisible(QRectF(box.x1, box.y1, box.width, box.height), ROUND, ROUND)

    def pan(self, dx: int, dy: int) -> None:
        """Shift the image by screen pixels."""
        self.fitting, self.meant = "", None
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        before = across.value(), down.value()
        self.moving = True
        across.setValue(before[0] - dx)
        down.setValue(before[1] - dy)
        self.moving = False
        self._panned(before[0] - across.value(), before[1] - down.value())

    def center(self, x: float, y: float) -> None:
        """Bring a place of the image to the middle of the view."""
        there = self._view.viewportTransform().map(QPointF(x, y))
        middle = QPointF(self._view.viewport().rect().center())
        self.pan(round(middle.x() - there.x()), round(middle.y() - there.y()))

    def _fit(self, *, both: bool) -> float:
        if self._image.isEmpty():
            return 1.0
        size = self._view.viewport().size()
        across = max(40, size.width() - 24) / self._image.width()
        down = max(40, size.height() - 24) / self._image.height()
        return min(across, down, MOST) if both else min(across, MOST)

    def _apply(self, scale: float, center: QPointF) -> None:
        if self._image.isEmpty():
            return
        self.moving = True
        self._view.setTransform(QTransform.fromScale(scale, scale))
        self._margins()
        self._view.centerOn(center)
        self.moving = False
        self._scaled()

    def _margins(self) -> None:
        """Room round the image, so that every corner of it can be brought to the middle."""
        size, scale = self._view.viewport().size(), self.scale
        across, down = size.width() / scale, size.height() / scale
        self._view.setSceneRect(self._image.adjusted(-across, -down, across, down))


def _sides(of: QRectF) -> Rect:
    return of.left(), of.top(), of.right(), of.bottom()


def _inside(middle: float, length: float, whole: float, beside: float) -> float:
    """The middle of a view of so much `length`, so that no more than `beside` of it lies outside the `whole`."""
    least, most = length / 2 - beside, whole - length / 2 + beside
    return whole / 2 if least > most else min(max(middle, least), most)
