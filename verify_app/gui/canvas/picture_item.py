"""The image itself: draws from the level of its pyramid that suits the zoom, only what is exposed."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

CRISP_FROM = 2.0
"""From this zoom on, pixels are shown as squares."""


class PictureItem(QGraphicsItem):
    """One picture in scene coordinates that are image pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[QImage, ...] = ()
        self._rect = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_size(self, width: float, height: float) -> None:
        """Where the picture will be, before it is decoded."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, width, height)
        self._levels = ()
        self.update()

    def set_levels(self, levels: tuple[QImage, ...]) -> None:
        """Show a decoded picture."""
        self._levels = levels
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if not self._levels or self._rect.isEmpty():
            return
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        level = level_for(zoom * self._rect.width() / max(1, self._levels[0].width()), len(self._levels))
        image = self._levels[level]
        sx, sy = image.width() / self._rect.width(), image.height() / self._rect.height()
        # one more pixel all round, so that smooth scaling sees its neighbours and leaves no seams
        part = option.exposedRect.adjusted(-2 / sx, -2 / sy, 2 / sx, 2 / sy) & self._rect
        source = QRectF(part.x() * sx, part.y() * sy, part.width() * sx, part.height() * sy)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < CRISP_FROM)
        painter.drawImage(part, image, source)


def level_for(zoom: float, levels: int) -> int:
    """Index of the smallest level that still has a pixel for every pixel on the screen."""
    level = 0
    while level + 1 < levels and zoom <= 0.5:
        zoom *= 2
        level += 1
    return level
