"""Icons: SVG files in ``resources/icons``, drawn at any size in the colour of the text beside them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from verify_app.core.resources import resource

_WIDTH = re.compile(r'(?<=stroke-width=")[\d.]+')
_THIN = 15.0
"""Below so many pixels lines get wider on the grid of 24, so that none is thinner than 1.25 pixels."""

STATE_ICONS = {
    "unreviewed": "unreviewed",
    "in_progress": "in_progress",
    "complete": "complete_state",
    "complete_empty": "complete_empty",
    "stale": "stale",
    "missing": "missing",
}
ATTESTED_STATES = {"complete": "attested_state", "complete_empty": "attested_empty"}
"""The same shapes, not filled: somebody's word alone stands behind it, and nobody has looked."""


def state_icon(state: str, *, attested: bool) -> str:
    """The icon of an image's state."""
    return ATTESTED_STATES.get(state, STATE_ICONS[state]) if attested else STATE_ICONS[state]


@cache
def _folder() -> str:
    return str(resource("icons"))


@lru_cache(maxsize=512)
def _drawing(name: str, colour: str, hole: str, wider: float) -> QSvgRenderer:
    """An icon whose ``currentColor`` is `colour` and whose white is `hole`, every line that much wider."""
    with open(f"{_folder()}/{name}.svg", encoding="utf-8") as file:  # noqa: PTH123  a dozen before the first paint
        text = file.read().replace("currentColor", colour).replace('"white"', f'"{hole}"')
    return QSvgRenderer(QByteArray(_WIDTH.sub(lambda width: f"{float(width[0]) * wider:.4g}", text).encode()))


def paint(painter: QPainter, name: str, rect: QRectF, colour: QColor, hole: QColor | None = None) -> None:
    """Draw an icon into `rect`.

    Parameters
    ----------
    hole : QColor, optional
        Colour of the mark inside a solid icon; default what reads on `colour`.
    """
    hole = hole or QApplication.palette().color(QPalette.ColorRole.Base)
    wider = max(1.0, _THIN / max(1.0, round(rect.width())))
    try:
        drawing = _drawing(name, colour.name(), hole.name(), wider)
    except OSError:  # a file that an update is replacing; an error in the middle of painting would end the process
        return
    before = painter.opacity()
    painter.setOpacity(before * colour.alphaF())
    drawing.render(painter, rect)
    painter.setOpacity(before)


class _Engine(QIconEngine):
    """Draws in the palette's text colour at the moment of painting, so that it follows light and dark."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        colour = QApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        paint(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap  # styles ask for icons of no size while a form has no room yet
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()).toRect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name)


def icon(name: str) -> QIcon:
    """An icon by name."""
    return QIcon(_Engine(name))


def application_icon() -> QIcon:
    """The program's own icon: a dashed proposal turned into a ticked label."""
    return QIcon(str(resource("icons", "verify-app.png")))
