"""Sentences of a page, each with the icon of what it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from verify_app.gui import icons, theme
from verify_app.gui.plain import PlainLabel

_ICONS = {"alarm": ("warning", "bad"), "notice": ("info", "warn"), "": ("accept", "good"), "unknown": ("info", "quiet")}


class Sentence(QWidget):
    """A sentence with the icon of what it is: told by its shape too."""

    def __init__(self, state: str, text: str) -> None:
        super().__init__()
        icon, role = _ICONS[state]
        picture, label = _Icon(icon, role), PlainLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(label, 1)
        self.setAccessibleName(text)


class _Icon(QWidget):
    """A small icon in a colour that means something."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone, ground = theme.colour(self._role), theme.colour("window")
        icons.paint(QPainter(self), self._name, QRectF(1, 1, 16, 16), tone, ground)


def empty(layout: QVBoxLayout | QGridLayout) -> None:
    """Take out all that a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
