"""The class of a whole image as a large, quiet tag over the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from verify_app.core.vocabulary import LabelState
from verify_app.gui import icons, theme
from verify_app.gui.canvas import label_style
from verify_app.gui.canvas.label_style import Look
from verify_app.gui.i18n import words

HEIGHT, GAP, MOST = 40.0, 6.0, 520.0


def banner_font(base: QFont) -> QFont:
    """Large, as nothing else is said of such an image."""
    font = QFont(base)
    font.setPixelSize(19)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def area(count: int, view: QRectF) -> QRectF:
    """What so many tags may cover."""
    return QRectF(view.left(), view.top(), min(view.width(), MOST + 40), count * (HEIGHT + GAP) + 24)


def paint(painter: QPainter, looks: Sequence[Look], selected: str, picture: QRectF, view: QRectF) -> None:
    """Draw one tag for each, the selected one framed, at the top left of what is seen of the picture."""
    font = banner_font(painter.font())
    metrics = QFontMetricsF(font)
    seen = picture & view
    x, y = max(seen.left(), view.left()) + 12, max(seen.top(), view.top()) + 12
    painter.save()
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for look in looks:
        most = min(MOST, view.width() - x - 80)
        said = "  ".join(part for part in (look.known_as[0], words.programs(look.item)) if part)
        text = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, max(most - 60, 80))
        conf = f"{look.item.conf:.2f}" if look.item.conf is not None and look.known_as[2] else ""
        width = metrics.horizontalAdvance(text) + 40 + (metrics.horizontalAdvance(conf) + 14 if conf else 0)
        extra = sum(26 for shown in (look.icon, look.item.flag) if shown)
        _paint_one(painter, look, QRectF(x, y, width + extra, HEIGHT), text, conf, chosen=look.item.id == selected)
        y += HEIGHT + GAP
    painter.restore()


def _paint_one(painter: QPainter, look: Look, rect: QRectF, text: str, conf: str, *, chosen: bool) -> None:
    settled = look.item.state is LabelState.VERIFIED
    painter.setBrush(look.colour if settled else label_style.DARK)
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4))
    painter.drawRoundedRect(rect, 5, 5)
    pen = label_style.outline_pen(look, width=2.0)
    if chosen:
        pen = QPen(QColor("#FFFFFF"), 2.5)
        pen.setStyle(Qt.PenStyle.SolidLine if settled else Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = theme.ink_on(look.colour) if settled else QColor("#FFFFFF")
    x = rect.left() + 12
    if not settled:
        painter.fillRect(QRectF(x, rect.top() + 11, 8, rect.height() - 22), look.colour)
        x += 16
    if look.icon:
        icons.paint(painter, look.icon, QRectF(x - 2, rect.center().y() - 10, 20, 20), ink)
        x += 26
    painter.setPen(ink)
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.drawText(QRectF(QPointF(x, rect.top()), rect.bottomRight()), middle, text)
    x += painter.fontMetrics().horizontalAdvance(text) + 14
    if conf:
        painter.setOpacity(0.8)
        painter.drawText(QRectF(QPointF(x, rect.top()), rect.bottomRight()), middle, conf)
        painter.setOpacity(1.0)
    if look.item.flag:
        icons.paint(painter, "flag", QRectF(rect.right() - 28, rect.center().y() - 10, 20, 20), ink)
