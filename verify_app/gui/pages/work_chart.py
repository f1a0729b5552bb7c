"""Images and objects that people finished on each day, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.gui import theme
from verify_app.gui.pages.still_plot import paint_anew, still_plot
from verify_app.gui.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import date

    from verify_app.app.lead_figures import DayTotal

HEIGHT = 150
LEAST_HIGH = 10
"""The axis goes up to this at least: images and objects come in whole numbers."""


class WorkChart(QWidget):
    """Bars of one number a day; today is the last."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.title = PlainLabel(heading)
        self.plot = still_plot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.plot)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(heading)

    def show_days(self, days: Sequence[DayTotal], counts: Sequence[int]) -> None:
        """Draw one bar a day."""
        paint_anew(self.plot, self.font())
        bars = pg.BarGraphItem(
            x=list(range(len(counts))), height=list(counts), width=0.7, brush=theme.colour("accent"), pen=None
        )
        self.plot.addItem(bars)
        labels = [(x, short_day(one.day)) for x, one in enumerate(days) if (len(days) - 1 - x) % 7 == 0]
        self.plot.getAxis("bottom").setTicks([labels])
        self.plot.setYRange(0, 1.12 * max(LEAST_HIGH, *counts), padding=0)
        self.plot.setToolTip("")
        self.setAccessibleDescription(
            "; ".join(f"{short_day(one.day)}: {n:,}" for one, n in zip(days, counts, strict=True) if n)
        )
        self.plot.setCursor(Qt.CursorShape.ArrowCursor)


def short_day(day: date) -> str:
    """A day as this person's system writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
