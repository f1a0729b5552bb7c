"""What became of each model's predictions: a table of what came by chance, and one of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.app.monitoring.sentences import BY_CHANCE, RATE_HEADS, WORKLOAD
from verify_app.core.percentages import Of, percent
from verify_app.gui.i18n import messages
from verify_app.gui.pages.figure_grid import FigureGrid


class RateTable(QWidget):
    """Counts with the images they are of; the share that was right only where the images came by chance."""

    def __init__(self) -> None:
        super().__init__()
        self.by_chance, self.chosen = FigureGrid(""), FigureGrid("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for table in (self.by_chance, self.chosen):
            column.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rates(self, rates: Sequence[Mapping[str, Any]]) -> None:
        """Show `results.Rate` rows, oldest model first."""
        head = [messages.said(one) for one in RATE_HEADS.values()]
        for table, chance in ((self.by_chance, True), (self.chosen, False)):
            some = [one for one in rates if one["chance"] is chance]
            said = messages.said(BY_CHANCE if chance else WORKLOAD)
            table.heading.setText(said)
            table.setAccessibleName(said)
            table.setVisible(bool(some))
            table.show_rows(head if chance else head[:-1], [_row(one, share=chance) for one in some], "")
        self.setVisible(bool(rates))


def _row(one: Mapping[str, Any], *, share: bool) -> list[str]:
    row = [str(one["model"]), *(f"{one[name]:,}" for name in RATE_HEADS if name not in ("model", "right"))]
    decided = sum(one[name] for name in ("accepted", "corrected", "rejected"))
    return [*row, percent(Of(one["right"], decided)) if decided else "–"] if share else row
