"""Objects that are dragged together: drawn once, then shown wherever the pointer takes them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.gui.canvas.editing import box_drag, move

OUTLINED = 100
"""So many are dragged with their outlines; of more the boxes round them are seen."""
AROUND = 0.5
"""How much of the view's size is drawn beyond each of its edges, since a drag may bring it into view."""


class DragGroup:
    """Several objects, and how far they can be moved as one.

    Parameters
    ----------
    items : sequence of Item
        Two or more; whole images among them stay where they are.
    size : (float, float)
        The image's, in pixels.
    """

    def __init__(self, items: Sequence[Item], size: tuple[float, float]) -> None:
        self.items = list(items)
        self._size = size
        self._boxes = [move.reach(item.region) for item in items if item.region.kind != "image"]
        x1, y1 = min((b.x1 for b in self._boxes), default=0.0), min((b.y1 for b in self._boxes), default=0.0)
        x2, y2 = max((b.x2 for b in self._boxes), default=x1), max((b.y2 for b in self._boxes), default=y1)
        self.bounds = Box(x1, y1, x2, y2)
        self._drawn: QPixmap | None = None
        self._drawn_at = 0.0, 0.0, 0.0
        self._area = QRect()

    def room(self, dx: float, dy: float) -> tuple[float, float]:
        """As far of ``dx, dy`` as all of them can be moved."""
        return box_drag.room(self.bounds, dx, dy, width=self._size[0], height=self._size[1])

    def moved(self, dx: float, dy: float) -> dict[str, Region]:
        """What becomes of each; their distances stay."""
        return move.moved_together(self.items, dx, dy, self._size)

    def paint(self, painter: QPainter, transform: QTransform, view: QRectF, dx: float, dy: float) -> None:
        """Draw the boxes round them where they would be, `view` being the part of the screen that is seen."""
        sx, sy, ratio = transform.m11(), transform.m22(), painter.device().devicePixelRatioF()
        dx, dy = self.room(dx, dy)
        # whole pixels: what was drawn is copied, not drawn again
        at = QPointF(round(transform.dx() + dx * sx), round(transform.dy() + dy * sy))
        seen = (view.translated(-at) & self._scaled(self.bounds, sx, sy).adjusted(-1, -1, 1, 1)).toAlignedRect()
        if seen.isEmpty():
            return
        if self._drawn is None or self._drawn_at != (sx, sy, ratio) or not self._area.contains(seen):
            across, down = view.width() * AROUND, view.height() * AROUND
            whole = self._scaled(self.bounds, sx, sy).adjusted(-2, -2, 2, 2)
            self._area = (view.translated(-at).adjusted(-across, -down, across, down) & whole).toAlignedRect()
            self._drawn_at = sx, sy, ratio
            self._drawn = self._draw(sx, sy, ratio)
        painter.drawPixmap(QPointF(self._area.topLeft()) + at, self._drawn)

    def _draw(self, sx: float, sy: float, ratio: float) -> QPixmap:
        drawn = QPixmap(self._area.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.translate(-QPointF(self._area.topLeft()))
        painter.setPen(QPen(QColor("#FFFFFF"), 1))
        area = QRectF(self._area)
        boxes = [self._scaled(box, sx, sy) for box in self._boxes]
        painter.drawRects([box for box in boxes if box.intersects(area)])
        painter.end()
        return drawn

    @staticmethod
    def _scaled(box: Box, sx: float, sy: float) -> QRectF:
        return QRectF(box.x1 * sx, box.y1 * sy, box.width * sx, box.height * sy)
