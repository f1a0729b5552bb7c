"""Where the work stands: images and objects by day, classes short of verified objects, and when there is enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from verify_app.app import lead_figures as lead
from verify_app.app.lead_figures import LeadFigures
from verify_app.gui.pages.figure_grid import FigureGrid
from verify_app.gui.pages.work_chart import WorkChart, short_day
from verify_app.gui.plain import PlainLabel
from verify_app.monitor.work_pace import LEAST_OBJECTS, WINDOW

MOST_SHORT = 12
"""Classes named; the others are counted."""


class LeadPanel(QWidget):
    """Two charts, what is short, and people without any ranking."""

    def __init__(self, on_people: Callable[[bool], None]) -> None:
        super().__init__()
        self.images, self.objects = WorkChart(self.tr("Images a day")), WorkChart(self.tr("Objects a day"))
        self.until = _wrapping()
        self.short = FigureGrid(self.tr("Classes short of verified objects"))
        self.people = FigureGrid(self.tr("Reviewers"))
        self.shown = QCheckBox(self.tr("Show figures of single people in this project"))
        self.shown.toggled.connect(on_people)
        charts = QHBoxLayout()
        charts.setSpacing(16)
        charts.addWidget(self.images)
        charts.addWidget(self.objects)
        tables = QHBoxLayout()
        tables.setSpacing(32)
        tables.addWidget(self.short, 0, Qt.AlignmentFlag.AlignTop)
        tables.addWidget(self.people, 0, Qt.AlignmentFlag.AlignTop)
        tables.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.until)
        column.addLayout(charts)
        column.addLayout(tables)
        column.addWidget(self.shown)

    def show_figures(self, found: LeadFigures, today: date) -> None:
        """Show where the work stands."""
        self.until.setText(self._until(found, today))
        self.images.show_days(found.days, [day.images for day in found.days])
        self.objects.show_days(found.days, [day.objects for day in found.days])
        rows = [(one.name, f"{one.verified:,}", f"+{one.more:,}") for one in found.short[:MOST_SHORT]]
        if len(found.short) > MOST_SHORT:
            rows.append((self.tr("{n} more classes").format(n=len(found.short) - MOST_SHORT), "", ""))
        head = [self.tr("Classes"), self.tr("verified"), self.tr("to {n}").format(n=LEAST_OBJECTS)]
        self.short.show_rows(head, rows, self.tr("Every class has {n} verified objects.").format(n=LEAST_OBJECTS))
        with QSignalBlocker(self.shown):
            self.shown.setChecked(found.people is not None)
        self.people.setVisible(found.people is not None)
        people = [(one.name, f"{one.images:,}", f"{one.objects:,}", self._caught(one)) for one in found.people or ()]
        head = [self.tr("Reviewer"), self.tr("Images"), self.tr("Objects"), self.tr("Errors caught")]
        self.people.show_rows(head, people, self.tr("Nobody has reviewed in the last {n} days.").format(n=lead.DAYS))

    def _until(self, found: LeadFigures, today: date) -> str:
        if not found.missing:
            return self.tr("The share that the policy demands is reached.")
        pace = QLocale().toString(found.per_day, "f", 1)
        if found.until is None:
            text = self.tr("Real images to verify until the share is reached: {n}. Nobody verifies any at present.")
            return text.format(n=f"{found.missing:,}")
        text = self.tr(
            "Real images to verify until the share is reached: {n}. At the pace of the last {days} days ({pace} images "
            "a day) that is on {date}."
        )
        day = short_day(found.until)
        return text.format(n=f"{found.missing:,}", days=WINDOW, pace=pace, date=day)

    def _caught(self, one: lead.Person) -> str:
        catch = one.catch
        if catch.rate is None:
            return self.tr("not known yet")
        return self.tr("{rate} % of {n}").format(rate=round(catch.rate * 100), n=catch.shown)


def _wrapping() -> PlainLabel:
    label = PlainLabel()
    label.setWordWrap(True)
    return label
