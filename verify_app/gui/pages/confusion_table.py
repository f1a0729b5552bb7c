"""The confusion matrix: what gold objects of each class were taken for; every cell opens its objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.gui import theme
from verify_app.gui.pages.figure_table import FigureTable
from verify_app.gui.plain import tip
from verify_app.training.matches import NOTHING

WIDEST = 110
"""Of a column, in pixels; longer names are cut short and told in full by their tool tip."""
DEEPEST = 150
"""How strong the colour of a cell gets that holds all of its row, of 255."""


class ConfusionTable(QWidget):
    """A row for each class as labelled, a column for each as the model says; classes without either are left out."""

    chosen = Signal(int, int)
    """Class as labelled and as said, -1 for none, that somebody wants to see the objects of."""
    class_chosen = Signal(int)
    """A class of which all objects are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.table = FigureTable(self.tr("Confusion matrix"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._classes: list[int] = []
        self._counts: Mapping[tuple[int, int], int] = {}
        self.table.opened.connect(self._open)
        self.table.cellClicked.connect(self._open)

    def show_counts(self, names: Sequence[str], counts: Mapping[tuple[int, int], int]) -> None:
        """Show how many objects of one class were taken for another."""
        seen = {one for pair in counts for one in pair if one != NOTHING}
        self._classes, self._counts = [*sorted(seen), NOTHING], counts
        called = {one: names[one] for one in self._classes if one != NOTHING}
        heads = [self.tr("labelled ↓   said →"), *called.values(), self.tr("not found")]
        rows = []
        for true in self._classes:
            name = called.get(true, self.tr("no object there"))
            rows.append([name, *(self._figure(true, said) for said in self._classes)])
        self.table.show_rows(heads, rows, fit=False)
        self._colour(rows)
        header = self.table.horizontalHeader()
        self.table.setColumnWidth(0, min(220, max(120, self.table.sizeHintForColumn(0))))
        for column in range(1, self.table.columnCount()):
            self.table.setColumnWidth(column, min(WIDEST, max(44, header.sectionSizeHint(column))))
            self.table.horizontalHeaderItem(column).setToolTip(tip(heads[column]))

    def _figure(self, true: int, said: int) -> str:
        n = self._counts.get((true, said), 0)
        return f"{n:,}" if n else ""

    def _colour(self, rows: Sequence[Sequence[str]]) -> None:
        """A stronger ground for a larger part of the row: right in one colour, wrong in another, a figure in each."""
        said_to_be = self.tr("{true}, said to be {said}: {n}")
        for line, true in enumerate(self._classes):
            counts = [self._counts.get((true, said), 0) for said in self._classes]
            for column, (said, n) in enumerate(zip(self._classes, counts, strict=True), start=1):
                if not n:
                    continue
                tone = QColor(theme.colour("good" if true == said else "bad"))
                tone.setAlpha(round(30 + (DEEPEST - 30) * n / sum(counts)))
                item = self.table.item(line, column)
                item.setBackground(tone)
                head = self.table.horizontalHeaderItem(column).text()
                item.setToolTip(tip(said_to_be.format(true=rows[line][0], said=head, n=f"{n:,}")))

    def _open(self, row: int, column: int) -> None:
        true = self._classes[row]
        if column:
            self.chosen.emit(true, self._classes[column - 1])
        else:
            self.class_chosen.emit(true)
