"""What moves with the pointer: the selected object with its handles, the box being dragged, the crosshair."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.core.geometry import Box
from verify_app.gui.canvas import marks
from verify_app.gui.canvas.hit import handle_points
from verify_app.gui.canvas.layer_item import REACH
from verify_app.gui.canvas.marks import Look

HANDLE = 9.0
"""Side of a handle in screen pixels."""


class OverlayItem(QGraphicsItem):
    """Cheap to draw and drawn often; only the areas it touched are repainted."""

    def __init__(self, view_transform: Callable[[], QTransform]) -> None:
        super().__init__()
        self._view_transform = view_transform
        self._rect = QRectF()
        self.selected: Look | None = None
        self.box: Box | None = None
        self.drawing: QColor | None = None
        self.crosshair: QPointF | None = None

    def set_size(self, width: float, height: float) -> None:
        """The image's size in pixels."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, width, height).adjusted(-REACH, -REACH, REACH, REACH)

    def areas(self, view: QRectF) -> list[QRect]:
        """Screen rectangles that what is shown now covers."""
        found: list[QRectF] = []
        shown = self._shown_box()
        if shown is not None:
            found.append(shown.adjusted(-HANDLE, -HANDLE, HANDLE, HANDLE))
            if self.selected is not None:
                found.append(marks.tag_rect(self.selected, shown, view).adjusted(-2, -2, 2, 2))
            found.append(QRectF(shown.left(), shown.bottom(), 150, 26))
        if self.crosshair is not None:
            found.append(QRectF(view.left(), self.crosshair.y() - 2, view.width(), 4))
            found.append(QRectF(self.crosshair.x() - 2, view.top(), 4, view.height()))
        return [(area & view.adjusted(-2, -2, 2, 2)).toAlignedRect() for area in found]

    def _shown_box(self) -> QRectF | None:
        box = self.box or (self.selected.item.region if self.selected is not None else None)
        if box is None:
            return None
        return self._view_transform().mapRect(QRectF(box.x1, box.y1, box.width, box.height))

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        view = QRectF(widget.rect())
        painter.save()
        painter.resetTransform()
        painter.setFont(marks.tag_font(widget.font()))
        if self.crosshair is not None:
            self._paint_crosshair(painter, self.crosshair, view)
        shown = self._shown_box()
        if shown is not None and self.selected is not None and self.drawing is None:
            self._paint_selected(painter, self.selected, shown, view)
        elif shown is not None:
            painter.setPen(QPen(marks.HALO, 4))
            painter.drawRect(shown)
            painter.setPen(QPen(self.drawing or QColor("#FFFFFF"), 2))
            painter.drawRect(shown)
        if self.box is not None and shown is not None:
            self._paint_measure(painter, self.box, shown)
        painter.restore()

    def _paint_selected(self, painter: QPainter, look: Look, shown: QRectF, view: QRectF) -> None:
        box = QRectF(round(shown.x()), round(shown.y()), round(shown.width()), round(shown.height()))
        tint = QColor(look.colour)
        tint.setAlpha(34)
        painter.fillRect(box, tint)
        painter.setPen(QPen(QColor(0, 0, 0, 200), 5))
        painter.drawRect(box)
        painter.setPen(marks.outline_pen(look, width=3))
        painter.drawRect(box)
        if look.wanted:
            marks.paint_wanted(painter, box)
        if look.text:
            marks.paint_tag(painter, look, marks.tag_rect(look, box, view))
        painter.setPen(QPen(QColor(10, 14, 18), 1))
        painter.setBrush(QColor("#FFFFFF"))
        small = min(box.width(), box.height()) < 5 * HANDLE
        side = HANDLE - 2 if small else HANDLE
        for part, (x, y) in handle_points(Box(box.left(), box.top(), box.right(), box.bottom())).items():
            if not (small and len(part) == 1):
                painter.drawRect(QRectF(round(x - side / 2), round(y - side / 2), side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    @staticmethod
    def _paint_crosshair(painter: QPainter, at: QPointF, view: QRectF) -> None:
        for colour, style in ((QColor(0, 0, 0, 150), Qt.PenStyle.SolidLine), (QColor("#FFFFFF"), Qt.PenStyle.DotLine)):
            painter.setPen(QPen(colour, 1, style))
            painter.drawLine(QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
            painter.drawLine(QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))

    @staticmethod
    def _paint_measure(painter: QPainter, box: Box, shown: QRectF) -> None:
        """Width and height in pixels, under the box while it is dragged."""
        text = f"{box.width:.0f} × {box.height:.0f}"
        where = QRectF(shown.left(), shown.bottom() + 5, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
        painter.fillRect(where, marks.DARK)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)
