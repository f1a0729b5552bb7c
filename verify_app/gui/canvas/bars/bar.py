"""A small bar of words and buttons at an edge of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

GAP = 8
"""Pixels to the canvas's edge."""


class CanvasBar(QWidget):
    """Stays in the middle of the upper or the lower edge."""

    def __init__(self, canvas: QWidget, *, top: bool) -> None:
        super().__init__(canvas)
        self._top = top
        self.setAutoFillBackground(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(6, 2, 8, 2)
        self.row.setSpacing(4)
        canvas.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Fit the words and move to the edge."""
        canvas = self.parentWidget()
        self.adjustSize()
        left = max(0, (canvas.width() - self.width()) // 2)
        self.move(left, GAP if self._top else canvas.height() - self.height() - GAP)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        return False
