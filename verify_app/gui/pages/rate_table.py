"""What became of each model's predictions: a table of what came by chance, and one of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.core.percentages import Of, percent
from verify_app.gui.pages.figure_table import FigureTable


class RateTable(QWidget):
    """Counts with the images they are of; shares only where the images came by chance."""

    def __init__(self) -> None:
        super().__init__()
        self.by_chance = FigureTable(self.tr("What became of predictions, on images that came by chance"))
        self.chosen = FigureTable(
            self.tr("Workload: uncertain images came first here, so this says nothing of a model")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for table in (self.by_chance, self.chosen):
            column.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rates(self, rates: Sequence[Mapping[str, Any]]) -> None:
        """Show `results.Rate` rows, oldest model first."""
        counts = [self.tr("Accepted"), self.tr("Corrected"), self.tr("Rejected"), self.tr("Missed")]
        head = [self.tr("Model"), self.tr("Round"), self.tr("Depth"), self.tr("Images"), *counts]
        for table, chance in ((self.by_chance, True), (self.chosen, False)):
            some = [one for one in rates if one["chance"] is chance]
            table.setVisible(bool(some))
            right = [self.tr("Right")] if chance else []
            table.show_rows([*head, *right], [_row(one, share=chance) for one in some], "")
        self.setVisible(bool(rates))


def _row(one: Mapping[str, Any], *, share: bool) -> list[str]:
    names = ("round", "depth", "images", "accepted", "corrected", "rejected", "missed")
    row = [str(one["model"]), *(f"{one[name]:,}" for name in names)]
    decided = sum(one[name] for name in ("accepted", "corrected", "rejected"))
    return [*row, percent(Of(one["right"], decided)) if decided else "–"] if share else row
