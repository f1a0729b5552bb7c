"""Drawing of what moves with the pointer: handles, crosshair, rubber band, the name and the size of what is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from verify_app.core.geometry import Region
from verify_app.core.regions import OrientedBox
from verify_app.gui.canvas import label_style

HANDLE = 9.0
"""Side of a handle in screen pixels."""
NAME_MOST = 220
"""Width of the class name beside what is being drawn, at most."""
CROWDED = 40
"""Handles of an outline with more corners are small, so that the outline can be seen between them."""
WHITE = QColor("#FFFFFF")
_RIM = QColor(10, 14, 18)


def stroke_path(painter: QPainter, path: QPainterPath, *pens: QPen) -> None:
    """Draw a path in screen pixels, with one pen over the other."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for used in pens:
        painter.setPen(used)
        painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def handles(painter: QPainter, places: dict[str, QPointF], held: str, *, side: float) -> None:
    """Draw square handles at places on the screen; the one in hand is larger and yellow."""
    painter.setPen(QPen(_RIM, 1))
    for part, at in places.items():
        in_hand = part == held
        painter.setBrush(QColor("#FFC24D") if in_hand else WHITE)
        by = side + 3 if in_hand else side
        painter.drawRect(QRectF(round(at.x() - by / 2), round(at.y() - by / 2), by, by))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def turning_handle(painter: QPainter, shown: OrientedBox, at: QPointF, transform: QTransform) -> None:
    """Draw the handle that turns an oriented box, on an arm from its upper side."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    first, second = shown.points[:2]
    root = transform.map(QPointF((first[0] + second[0]) / 2, (first[1] + second[1]) / 2))
    for colour, width in ((QColor(0, 0, 0, 190), 3.5), (WHITE, 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(root, at)
    painter.setPen(QPen(_RIM, 1))
    painter.setBrush(WHITE)
    painter.drawEllipse(at, HANDLE / 2 + 0.5, HANDLE / 2 + 0.5)
    painter.restore()


def crosshair(painter: QPainter, at: QPointF, view: QRectF) -> None:
    """Draw two lines through the pointer, across the whole view."""
    for colour, style in ((QColor(0, 0, 0, 150), Qt.PenStyle.SolidLine), (WHITE, Qt.PenStyle.DotLine)):
        painter.setPen(QPen(colour, 1, style))
        painter.drawLine(QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
        painter.drawLine(QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))


def band(painter: QPainter, box: QRectF) -> None:
    """Draw the box that selects what is inside it."""
    painter.fillRect(box, QColor(255, 255, 255, 36))
    for colour, style in ((QColor(0, 0, 0, 190), Qt.PenStyle.SolidLine), (WHITE, Qt.PenStyle.DashLine)):
        painter.setPen(QPen(colour, 1, style))
        painter.drawRect(box)


def class_name(painter: QPainter, name: str, colour: QColor, shown: QRectF, view: QRectF) -> None:
    """Write the class that what is being drawn will have."""
    metrics = painter.fontMetrics()
    text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, NAME_MOST - 24)
    where = name_place(shown, metrics.horizontalAdvance(text) + 24, view)
    painter.fillRect(where, label_style.DARK)
    painter.fillRect(QRectF(where.left() + 4, where.top() + 4, 10, 10), colour)
    painter.setPen(WHITE)
    painter.drawText(where.adjusted(18, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)


def size_text(painter: QPainter, text: str, shown: QRectF, view: QRectF) -> None:
    """Write width and height in pixels under what is dragged."""
    if not text:
        return
    where = QRectF(shown.left(), shown.bottom() + 5, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
    where.moveBottom(min(where.bottom(), view.bottom()))
    painter.fillRect(where, label_style.DARK)
    painter.setPen(WHITE)
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)


def name_place(shown: QRectF, width: float, view: QRectF) -> QRectF:
    """Return where the class of what is drawn is written: above its left corner, inside the view."""
    left = min(max(shown.left(), view.left()), max(view.left(), view.right() - width))
    top = min(max(shown.top() - 24, view.top()), view.bottom() - 18)
    return QRectF(left, top, width, 18)


def measures(region: Region) -> str:
    """Return a region's size in numbers, short."""
    if region.kind == "image":
        return ""
    if region.kind == "obb":
        width, height, angle = region.data()[2:]
        return f"{width:.0f} × {height:.0f}  {angle * 57.29577951:.1f}°"
    box = region.bounds
    return f"{box.width:.0f} × {box.height:.0f}"
