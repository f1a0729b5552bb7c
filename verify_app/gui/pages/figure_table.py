"""A table of figures on a page: as high as its rows up to a limit, walked with the arrows, opened by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from verify_app.gui.plain import tip


class FigureTable(QTableWidget):
    """Rows of text; the first column stands left and takes the room, figures stand right."""

    opened = Signal(int, int)
    """Row and column that somebody wants to see behind."""

    def __init__(self, name: str, *, most: int = 14) -> None:
        super().__init__()
        self._most = most
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]], *, fit: bool = True) -> None:
        """Show rows under their heads; what was current stays current. `fit`: columns as wide as their texts."""
        current = max(0, self.currentRow())
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        for column, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(_side(column))
            self.setHorizontalHeaderItem(column, head)
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                if not text:
                    continue  # of a large matrix most is empty
                item = QTableWidgetItem(text)
                item.setTextAlignment(_side(column))
                item.setToolTip(tip(text))
                self.setItem(line, column, item)
        header = self.horizontalHeader()
        kind = QHeaderView.ResizeMode.ResizeToContents if fit else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(kind)
        if heads and fit:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if rows:
            self.setCurrentCell(min(current, len(rows) - 1), 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        line = self.rowHeight(0) if self.rowCount() else self.fontMetrics().height() + 8
        bars = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        if self.horizontalScrollBar().maximum() or self.horizontalHeader().length() > self.viewport().width():
            bars += self.horizontalScrollBar().sizeHint().height()
        return QSize(300, bars + line * max(1, min(self.rowCount(), self._most)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
