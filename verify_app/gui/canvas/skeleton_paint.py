"""Draws skeletons in screen pixels: bones, points of the left and the right in two colours, hidden ones hollow."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from verify_app.core.regions import Keypoints
from verify_app.core.skeleton import Skeleton
from verify_app.gui.canvas import label_style
from verify_app.gui.canvas.editing.keypoints import OCCLUDED, number, place

LEFT, RIGHT, MIDDLE = QColor("#56B4E9"), QColor("#E69F00"), QColor("#F2F2F2")
_DARK = QColor(0, 0, 0, 190)
RADIUS = 4.0


def side_colour(skeleton: Skeleton | None, index: int) -> QColor:
    """Of a point: one colour for the left, one for the right, a third for what lies in the middle."""
    if skeleton is None or index >= len(skeleton.flip) or skeleton.flip[index] == index:
        return MIDDLE
    name, other = skeleton.names[index].lower(), skeleton.names[skeleton.flip[index]].lower()
    if "left" in name or "right" in other:
        return LEFT
    if "right" in name or "left" in other:
        return RIGHT
    return LEFT if index < skeleton.flip[index] else RIGHT


def paint(
    painter: QPainter, region: Keypoints, skeleton: Skeleton | None, transform: QTransform, *, large: bool = False
) -> None:
    """Draw bones and points; `large` for the selected one."""
    radius = RADIUS + (1.5 if large else 0.0)
    there = [transform.map(QPointF(p.x, p.y)) if p.seen else None for p in region.points]
    bones = [b for b in (skeleton.bones if skeleton else ()) if max(b) < len(there)]
    pairs, lines = [], []
    for a, b in bones:
        if (start := there[a]) is not None and (end := there[b]) is not None:
            pairs.append((a, b))
            lines.append(_between(start, end, radius))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(_DARK, radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLines(lines)
    for (a, b), line in zip(pairs, lines, strict=True):
        hidden = OCCLUDED in (region.points[a].seen, region.points[b].seen)
        style = Qt.PenStyle.DotLine if hidden else Qt.PenStyle.SolidLine
        colour = side_colour(skeleton, a)
        colour = side_colour(skeleton, b) if colour == MIDDLE else colour
        painter.setPen(QPen(colour, radius / 2.5, style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(line)
    for index, at in enumerate(there):
        if at is not None:
            paint_point(painter, at, side_colour(skeleton, index), radius, hidden=region.points[index].seen == OCCLUDED)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _between(a: QPointF, b: QPointF, radius: float) -> QLineF:
    """The line from rim to rim, so that a hollow point stays hollow."""
    line = QLineF(a, b)
    if line.length() <= 2 * radius:
        return QLineF(line.center(), line.center())
    share = radius / line.length()
    return QLineF(line.pointAt(share), line.pointAt(1 - share))


def paint_point(painter: QPainter, at: QPointF, colour: QColor, radius: float, *, hidden: bool) -> None:
    """A disc with a dark rim; a ring when what it marks is hidden."""
    painter.setPen(QPen(_DARK, 3.5 if hidden else 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if hidden else colour)
    painter.drawEllipse(at, radius, radius)
    if hidden:
        painter.setPen(QPen(colour, 1.8))
        painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_names(painter: QPainter, region: Keypoints, skeleton: Skeleton, transform: QTransform) -> None:
    """The points' names beside them; they make way for each other, and stay away where there is no room."""
    taken: list[QRectF] = []
    metrics = painter.fontMetrics()
    for index, point in enumerate(region.points):
        if not point.seen or index >= len(skeleton.names):
            continue
        at = transform.map(QPointF(point.x, point.y))
        width = metrics.horizontalAdvance(skeleton.names[index]) + 6.0
        places = (QRectF(at.x() + 9, at.y() - 8, width, 16), QRectF(at.x() - 9 - width, at.y() - 8, width, 16))
        free = next((r for r in places if not any(r.intersects(other) for other in taken)), None)
        if free is not None:
            taken.append(free)
            painter.fillRect(free, label_style.DARK)
            painter.setPen(side_colour(skeleton, index))
            painter.drawText(free, int(Qt.AlignmentFlag.AlignCenter), skeleton.names[index])


def mark_held(painter: QPainter, region: Keypoints, part: str, transform: QTransform) -> None:
    """Draw a ring round the point in hand; dotted where it is absent."""
    index = number(part)
    if not 0 <= index < len(region.points):
        return
    at = transform.map(QPointF(*place(region, index)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for colour, width in ((_DARK, 4.0), (QColor("#FFFFFF"), 2.0)):
        style = Qt.PenStyle.SolidLine if region.points[index].seen else Qt.PenStyle.DotLine
        painter.setPen(QPen(colour, width, style))
        painter.drawEllipse(at, RADIUS + 6, RADIUS + 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
