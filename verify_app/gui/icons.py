"""Icons as lines on a 24 x 24 grid: drawn in the text colour at any size, with no image file to load."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication

_LINES = {
    "accept": "M5 12.5 L10 17.5 L19.5 7",
    "reject": "M6 6 L18 18 M18 6 L6 18",
    "later": "O12 12 8.5 M12 7 L12 12 L15.5 14",
    "box": "M4 7 L20 7 L20 17 L4 17 Z M12 3.5 L12 10 M8.7 7 L15.3 7",
    "draw": "M4 8 L4 4 L8 4 M16 4 L20 4 L20 8 M20 16 L20 20 L16 20 M8 20 L4 20 L4 16 M12 8.5 L12 15.5 M8.5 12 L15.5 12",
    "polygon": "M5 9 L12 4 L20 10 L16 20 L7 18 Z M12 9 L12 15 M9 12 L15 12",
    "obb": "M10 3.5 L20.5 11 L14 20.5 L3.5 13 Z M12 9 L12 15 M9 12 L15 12",
    "keypoints": "O12 5 2 O5 12 2 O19 12 2 O8 20 2 O16 20 2 M12 7 L12 13 M7 12 L17 12 M8.8 18 L12 13 L15.2 18",
    "select": "M6 4 L18 12 L12.4 13.2 L9.6 18.6 Z",
    "complete": "M3 12.5 L7.5 17 L15 8 M10.5 15.6 L12 17 L21 7",
    "empty": "O12 12 8 M6.4 17.6 L17.6 6.4",
    "flag": "M6 21 L6 4 L18 4 L15 8.5 L18 13 L6 13",
    "reopen": "M5 12 L19 12 M5 12 L10 7 M5 12 L10 17",
    "undo": "M4 9 L14 9 C21 9 21 18 14 18 L9 18 M8 5 L4 9 L8 13",
    "redo": "M20 9 L10 9 C3 9 3 18 10 18 L15 18 M16 5 L20 9 L16 13",
    "previous": "M14.5 5.5 L8 12 L14.5 18.5",
    "next": "M9.5 5.5 L16 12 L9.5 18.5",
    "search": "O10.5 10.5 6 M15 15 L20.5 20.5",
    "close": "M7 7 L17 17 M17 7 L7 17",
    "add": "M12 5 L12 19 M5 12 L19 12",
    "folder": "M3.5 6 L10 6 L12 8.5 L20.5 8.5 L20.5 18.5 L3.5 18.5 Z",
    "sample": "M5 19 L5 9 M12 19 L12 4.5 M19 19 L19 13",
    "stop": "M7 7 L17 7 L17 17 L7 17 Z",
    "warning": "M12 4 L21 19.5 L3 19.5 Z M12 10 L12 14.2 M12 16.6 L12 17.2",
    "info": "O12 12 8.5 M12 11 L12 16.5 M12 7.4 L12 8",
    # states of an image
    "unreviewed": "O12 12 7.5",
    "in_progress": "O12 12 7.5 M12 4.5 L12 19.5 M15 5.6 L15 18.4 M18 8 L18 16",
    "attested_state": "O12 12 8 M8 12.4 L11 15.4 L16 9.4",
    "attested_empty": "O12 12 8 M8.5 15.5 L15.5 8.5",
    "stale": "M12 4 L21 19.5 L3 19.5 Z M12 10 L12 14.2 M12 16.6 L12 17.2",
    "missing": "O12 12 7.5 M9 9 L15 15 M15 9 L9 15",
    "gold": "M12 3.5 L14.6 9.2 L20.8 9.9 L16.2 14.1 L17.5 20.2 L12 17.1 L6.5 20.2 L7.8 14.1 L3.2 9.9 L9.4 9.2 Z",
    # states of an object on an image
    "proposal": "M4 8 L4 4 L8 4 M16 4 L20 4 L20 8 M20 16 L20 20 L16 20 M8 20 L4 20 L4 16",
    "attested": "M4 4 L20 4 L20 20 L4 20 Z M7.5 12.4 L10.8 15.7 L16.6 9",
    "changed": "M5 8 L18.5 8 M14.5 4 L18.5 8 L14.5 12 M19 16.5 L5.5 16.5 M9.5 12.5 L5.5 16.5 L9.5 20.5",
    "stacked": "M4 9 L15 9 L15 20 L4 20 Z M9 9 L9 4 L20 4 L20 15 L15 15",
    "suggestion": "M4 5 L20 5 L20 16.5 L12.5 16.5 L8 20.5 L8 16.5 L4 16.5 Z M9 9 L9 12 M15 9 L15 12",
    "imported": "M12 3.5 L12 14 M7.5 9.8 L12 14.3 L16.5 9.8 M4.5 15 L4.5 19.5 L19.5 19.5 L19.5 15",
}
_SOLID = {
    "complete_state": ("O12 12 9", "M7.5 12.4 L10.8 15.7 L16.6 9"),
    "complete_empty": ("O12 12 9", "M8 16 L16 8"),
    "verified": ("M4 4 L20 4 L20 20 L4 20 Z", "M7.5 12.4 L10.8 15.7 L16.6 9"),
    "fix_later": ("O12 12 9", "M12 7.2 L12 12.4 L15.4 14.4"),
}
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
def outline(text: str) -> QPainterPath:
    """Path of a drawing: ``M`` move, ``L`` line, ``C`` curve, ``Z`` close, ``O x y r`` circle."""
    path = QPainterPath()
    numbers: list[float] = []
    for command in _split(text):
        letter, numbers = command[0], [float(n) for n in command[1:].split()]
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "C":
            path.cubicTo(*numbers)
        elif letter == "Z":
            path.closeSubpath()
        else:
            path.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
    return path


def _split(text: str) -> list[str]:
    commands: list[str] = []
    for word in text.split():
        if word[0].isalpha():
            commands.append(word)
        else:
            commands[-1] += " " + word
    return commands


def paint(painter: QPainter, name: str, rect: QRectF, colour: QColor, hole: QColor | None = None) -> None:
    """Draw an icon into `rect`.

    Parameters
    ----------
    hole : QColor, optional
        Colour of the mark inside a solid icon; default what reads on `colour`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24.0, rect.height() / 24.0)
    width = max(2.0, 1.25 * 24.0 / rect.width())
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if name in _SOLID:
        body, mark = _SOLID[name]
        painter.fillPath(outline(body), colour)
        pen.setColor(hole or QApplication.palette().color(QPalette.ColorRole.Base))
        pen.setWidthF(width * 1.15)
        painter.strokePath(outline(mark), pen)
    else:
        painter.strokePath(outline(_LINES[name]), pen)
    painter.restore()


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
    pixmap = QPixmap(128, 128)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#0F2A3D"))
    painter.drawRoundedRect(QRectF(4, 4, 120, 120), 26, 26)
    dashes = QPen(QColor("#56B4E9"), 7, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.2, 1.6])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dashes)
    painter.drawRoundedRect(QRectF(26, 26, 76, 76), 8, 8)
    tick = QPen(QColor("#F0E442"), 13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(tick)
    path = QPainterPath(QPointF(44, 66))
    path.lineTo(59, 81)
    path.lineTo(88, 48)
    painter.drawPath(path)
    painter.end()
    return QIcon(pixmap)
