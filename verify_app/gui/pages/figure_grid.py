"""A heading and rows of words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from verify_app.gui.plain import PlainLabel


class FigureGrid(QWidget):
    """A heading and rows of text; figures stand right."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = PlainLabel(heading)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._rows)
        self.setAccessibleName(heading)

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> None:
        """Show rows under their heads, or the sentence for none."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not rows:
            self._grid.addWidget(PlainLabel(empty), 0, 0)
        for line, row in enumerate((head, *rows) if rows else ()):
            for place, text in enumerate(row):
                label = PlainLabel(text)
                if line == 0:
                    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
                side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
                label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(label, line, place)
        self.setAccessibleDescription("; ".join(", ".join(row) for row in rows) or empty)
