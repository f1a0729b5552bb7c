"""The page of the monitor: what got worse in words, trends with their bands, and where the work stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verify_app.app import jobs as commands
from verify_app.app import lead_figures as lead
from verify_app.app.monitoring.images_behind import images_behind
from verify_app.app.monitoring.record import restored
from verify_app.app.monitoring.sentences import LEGEND
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.layout import scrolled
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.pages.lead_panel import LeadPanel
from verify_app.gui.pages.rate_table import RateTable
from verify_app.gui.pages.sentence import Sentence, empty
from verify_app.gui.pages.trend_chart import TrendChart
from verify_app.gui.pages.trends import Trend, told, trends_of
from verify_app.gui.plain import PlainLabel, heading
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.storage.queries.monitor_looks import looks

CHART_WIDTH = 290
"""A column of charts is at least so wide."""
FEW = 9
"""Charts shown before one asks for all."""


class MonitorPage(QWidget):
    """Reads what was recorded; looking anew is a job."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host, self._say = host, say
        self._job: Job | None = None
        self._found: Mapping[str, Any] = {}
        self.when = PlainLabel()
        self.look = QPushButton(self.tr("Look again"))
        self.look.clicked.connect(self.start)
        self.save = QPushButton(self.tr("Save as HTML…"))
        self.save.clicked.connect(self._save)
        self.every = QCheckBox(self.tr("Show every figure"))
        self.every.toggled.connect(lambda _on: self._show_charts())
        for button in (self.look, self.save):
            button.setAutoDefault(False)
        bar = QHBoxLayout()
        bar.addWidget(self.when, 1)
        for widget in (self.every, self.save, self.look):
            bar.addWidget(widget)
        self.sentences = QVBoxLayout()
        self.sentences.setSpacing(4)
        self.charts = QGridLayout()
        self.charts.setSpacing(14)
        self._columns = 0
        self.legend, self.notes = _quiet(), _quiet()
        self.rates = RateTable()
        self.lead = LeadPanel(self._show_people)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(14)
        column.addLayout(bar)
        column.addLayout(self.sentences)
        column.addWidget(self.legend)
        column.addLayout(self.charts)
        column.addWidget(self.notes)
        column.addWidget(self.rates)
        column.addWidget(heading(self.tr("Where the work stands")))
        column.addWidget(self.lead)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self.tr("Monitor")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        on_language_change(self, self._on_language)

    @property
    def heading(self) -> str:
        """What the page is called."""
        return self.tr("Monitor")

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 200)

    # --- what is known --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what was recorded last; the first time nobody has looked yet, so the monitor does."""
        session = self._host.session
        if session is None:
            return
        self._show_lead()
        made = looks(session.project.read)
        if not made:
            self._show({}, None)
            self.start()
            return
        self._show(restored(made[-1].summary), datetime.fromisoformat(made[-1].time))

    def leave(self) -> None:
        """Looking goes on: what it finds is recorded."""

    def _on_language(self) -> None:
        self._show(self._found, None, keep=True)
        self._show_lead()

    def _show(self, found: Mapping[str, Any], at: datetime | None, *, keep: bool = False) -> None:
        self._found = found
        if not keep:
            self.when.setText(self._when(at))
        empty(self.sentences)
        for state, sentence in told(found) or [self._nothing()]:
            self.sentences.addWidget(Sentence(state, messages.said(sentence)))
        first = 0 if found.get("reference") else 1  # that there is no version yet was just said
        notes = "\n".join(messages.said(one) for one in found.get("notes", ())[first:])
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.rates.show_rates(found.get("rates", ()))
        self._show_charts()

    def _when(self, at: datetime | None) -> str:
        if at is None:
            return ""
        local = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)
        return self.tr("As of {time}").format(time=local)

    def _nothing(self) -> tuple[str, str]:
        if not self._found.get("reference") or not self._found.get("compared"):
            text = self.tr("Nothing is compared yet. Verify images and export a version; the first is the reference.")
            return "unknown", text
        return "", self.tr("Nothing has moved further than chance moves it.")

    def _show_charts(self) -> None:
        empty(self.charts)
        trends = trends_of(self._found)
        marks = self.tr("Triangle: a notice; diamond: an alarm. A click on a point, or Enter, shows its images.")
        self.legend.setText(f"{messages.said(LEGEND)} {marks}")
        self.legend.setVisible(bool(trends))
        shown = trends if self.every.isChecked() else trends[:FEW]
        self.every.setVisible(len(trends) > FEW)
        self._columns = max(1, (self.width() - 32) // CHART_WIDTH)
        before: QWidget = self.look
        for place, trend in enumerate(shown):
            chart = TrendChart(self._named(trend), [one._replace(text=messages.said(one.text)) for one in trend.points])
            chart.opened.connect(lambda at, trend=trend: self._open(trend, at))
            self.charts.addWidget(chart, place // self._columns, place % self._columns)
            QWidget.setTabOrder(before, chart)
            before = chart

    def _named(self, trend: Trend) -> str:
        return messages.said(trend.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._found and max(1, (self.width() - 32) // CHART_WIDTH) != self._columns:
            self._show_charts()

    def _show_lead(self) -> None:
        session = self._host.session
        if session is not None:
            today = date.today()
            self.lead.show_figures(lead.lead_figures(session, today), today)

    # --- what one can do ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look again, as a job."""
        session = self._host.session
        if session is None or self._job is not None:
            return
        self.look.setEnabled(False)
        command = commands.python("monitor", "--json", "--", str(session.folder))
        self._job = self._host.jobs.start(self.tr("Monitor"), command, done=self._on_looked, quiet=True)

    def _on_looked(self, job: Job) -> None:
        self._job = None
        self.look.setEnabled(True)
        session = self._host.session
        if session is None:
            return
        if job.state is State.DONE:
            self.refresh()
        elif job.state is State.FAILED:
            self._say(job.text.removeprefix("verify-app: "), "warn")

    def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as HTML…"), "", "HTML (*.html)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.selectFile("monitor.html")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.show()

    def save_to(self, file: str) -> None:
        """Write what was found to a file, as a job."""
        session = self._host.session
        if session is not None:
            command = commands.python("monitor", "--html", file, "--", str(session.folder))
            self._host.jobs.start(self.tr("Save as HTML…"), command)

    def _show_people(self, shown: bool) -> None:
        session = self._host.session
        if session is None:
            return
        try:
            lead.show_people(session, shown)
        except UserError as error:
            self._say(str(error), "warn")
        self._show_lead()

    def _open(self, trend: Trend, at: int) -> None:
        """Show the images behind a point."""
        session = self._host.session
        ids = images_behind(session.project.read, *trend.behind[at]) if session is not None else []
        if not ids:
            self._say(trend.points[at].text, "note")
            return
        self._host.pages.leave()
        self._host.review_page.panels.list.show_images(ids)


def _quiet() -> PlainLabel:
    """A text that may be read, and need not."""
    label = PlainLabel()
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
