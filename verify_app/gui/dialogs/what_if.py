"""What if: which classes would thin out when, at a share of real labels. A simulation, drawn and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from verify_app.app import jobs as commands
from verify_app.gui.dialogs.form import Form, quiet
from verify_app.gui.dialogs.layout import fill, fit, scrolled
from verify_app.gui.dialogs.line_chart import Thinning
from verify_app.gui.dialogs.policy_editor import Percent
from verify_app.gui.i18n import messages
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

WAIT_MS = 250
SMALL, LARGE = (820, 240), (820, 680)


class WhatIf(Form):
    """Choose a share and how many generations; a child plays it through."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr(
            "A simulation, not a forecast: the project's own labels are learned from and made again, generation after "
            "generation. No model is trained, and nothing is written."
        )
        super().__init__(host, self.tr("What if"), explanation)
        self.share = Percent(0)
        self.share.set_share(Fraction(1, 2))
        self.row(self.tr("Real labels in each generation"), self.share)
        self.share.slider.setAccessibleName(self.tr("Real labels in each generation"))
        self.generations = QSpinBox()
        self.generations.setRange(1, 100)
        self.generations.setValue(10)
        self.row(self.tr("Generations"), self.generations)
        self.band = QComboBox()
        self.row(self.tr("Band of the runs for"), self.band)
        self.fields.setRowVisible(self.band, False)  # until there are results
        self.chart = Thinning()
        self.when, self.happened, self.assumptions = quiet(""), quiet(""), quiet("")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.chart)
        column.addWidget(self.when)
        column.addWidget(self.happened)
        column.addWidget(self.assumptions)
        column.addStretch(1)
        self.results = scrolled(inner, self.tr("What the simulation says"))
        fill(self, self.results)
        self.results.hide()
        self.keep_open()
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.play)
        self.share.changed.connect(self._timer.start)
        self.generations.valueChanged.connect(lambda _n: self._timer.start())
        self.band.currentTextChanged.connect(self.chart.show_band)
        self.resize(*SMALL)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._drop()
        super().closeEvent(event)

    def _drop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def play(self) -> None:
        """Play it through; the newest question wins."""
        self._drop()
        share = self.share.share() or Fraction(0)
        options = [f"--real-share={share}", f"--generations={self.generations.value()}"]
        command = commands.python("what-if", "--json", *options, "--", str(self.session.folder))
        self._job = self.host.jobs.start(self.tr("What if"), command, done=self._on_played, quiet=True)

    def _on_played(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.state is not State.DONE or not job.log:
            self.results.hide()
            self.fields.setRowVisible(self.band, False)
            if job.state is not State.CANCELLED:
                self.say(job.text.removeprefix("verify-app: "))
            return
        self._show(job.answer())

    def _show(self, found: dict[str, Any]) -> None:
        if self.results.isHidden():
            self.results.show()
            self.fields.setRowVisible(self.band, True)
            fit(self, *LARGE)
        self.chart.show_generations(found["generations"])
        chosen = self.band.currentText()
        self.band.blockSignals(True)
        self.band.clear()
        self.band.addItems(self.chart.drawn)
        self.band.setCurrentText(chosen if chosen in self.chart.drawn else next(iter(self.chart.drawn), ""))
        self.band.blockSignals(False)
        self.chart.show_band(self.band.currentText())
        self.when.setText("\n".join(self._when(found)))
        self.when.setVisible(bool(self.when.text()))
        self.happened.setText("\n".join(messages.said(one) for one in found["happened"]))
        self.happened.setVisible(bool(self.happened.text()))
        self.assumptions.setText("\n".join(f"• {messages.said(one)}" for one in found["assumptions"]))
        last, every = len(found["generations"]) - 1, len(found["generations"][0])
        text = self.tr(
            "Simulated over {n} generations: {thin} of {all} classes fall below half, {gone} of them are gone."
        )
        if last == 1:
            text = self.tr(
                "Simulated over 1 generation: {thin} of {all} classes fall below half, {gone} of them are gone."
            )
        self.say(text.format(n=last, thin=len(found["thin"]), all=every, gone=len(found["gone"])), "text")

    def _when(self, found: dict[str, Any]) -> list[str]:
        """One line a class that thins out, the first to go first."""
        said = []
        for name, thin in sorted(found["thin"].items(), key=lambda pair: (pair[1], pair[0])):
            gone = found["gone"].get(name)
            text = self.tr("{name}: below half from generation {n} on")
            if gone is not None:
                text = self.tr("{name}: below half from generation {n} on, gone in generation {gone}")
            said.append(text.format(name=name, n=thin, gone=gone))
        return said
