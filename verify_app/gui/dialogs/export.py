"""Export a dataset under the policy: what it would be is shown before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from verify_app.app import jobs as commands
from verify_app.gui import sentences
from verify_app.gui.dialogs.composition import CompositionBar, Rules
from verify_app.gui.dialogs.form import Form, PathField, quiet
from verify_app.gui.jobs import Job, State
from verify_app.gui.panels import words

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow

PREVIEW_MS = 450
OWN = "own"


class Export(Form):
    """Options on top, the preview below; the preview is made anew, by a child, when an option changes."""

    def __init__(self, window: MainWindow) -> None:
        explanation = self.tr("Real, human-verified images keep their share; what would thin it out is left out.")
        super().__init__(window, self.tr("Export dataset"), explanation, go=self.tr("Export"))
        self.setMinimumWidth(600)
        self._share_row()
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Leave out what is too much (trim)"), "trim")
        self.mode.addItem(self.tr("Refuse instead of leaving out (strict)"), "strict")
        self.row(self.tr("If the share is not met"), self.mode)
        self.split = QLineEdit("80/10/10")
        self.row(self.tr("Split train/val/test"), self.split)
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.row(self.tr("Seed"), self.seed)
        self.out = PathField(self.tr("Choose a folder for the dataset"), folder=True)
        self.out.line.setText(str(self._free_folder()))
        self.row(self.tr("Write to"), self.out)
        self.bar, self.rules = CompositionBar(), Rules()
        self.counts = quiet("")
        self.verify = quiet("")
        self.verify.hide()
        self.agree = QCheckBox(self.tr("Leave out more than half of the candidates all the same"))
        self.agree.hide()
        for widget in (self.bar, self.counts, self.rules, self.verify, self.agree):
            self.insert_above_sentence(widget)
        self._preview: Job | None = None
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self.look)
        for signal in (
            self.preset.currentIndexChanged,
            self.own.valueChanged,
            self.mode.currentIndexChanged,
            self.split.textChanged,
            self.seed.valueChanged,
            self.out.line.textEdited,
        ):
            signal.connect(lambda _value: self._timer.start())
        window.broadcast.changed.connect(self._look_again)  # by name: Qt lets go of it with the form
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it waits for no preview, and its answer must not reach a form that is gone."""
        self._timer.stop()
        preview, self._preview = self._preview, None
        if preview is not None:
            preview.cancel()
        super().closeEvent(event)

    def _look_again(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _share_row(self) -> None:
        self.preset = QComboBox()
        for text, value in (
            (self.tr("Careful: 67 %"), "careful"),
            (self.tr("Balanced: 50 %"), "balanced"),
            (self.tr("Lean: 20 %"), "lean"),
            (self.tr("Another share"), OWN),
        ):
            self.preset.addItem(text, value)
        self.preset.setCurrentIndex(1)
        self.own = QDoubleSpinBox()
        self.own.setRange(20, 100)
        self.own.setDecimals(0)
        self.own.setSuffix(" %")
        self.own.setValue(50)
        self.own.setAccessibleName(self.tr("Real share in percent"))
        self.own.hide()
        self.preset.currentIndexChanged.connect(lambda _i: self.own.setVisible(self.preset.currentData() == OWN))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.preset, 1)
        row.addWidget(self.own)
        holder.setFocusProxy(self.preset)
        self.row(self.tr("Real, verified share"), holder)

    def _free_folder(self) -> object:
        folder = self.session.folder / "versions"
        number = 1
        while (folder / f"v{number}").exists():
            number += 1
        return folder / f"v{number}"

    def _command(self, *, dry_run: bool) -> list[str]:
        preset = self.preset.currentData()
        share = f"{self.own.value() / 100:.2f}" if preset == OWN else preset
        out = self.out.path
        return commands.export(
            self.session,
            out if out is not None else self.session.folder / "versions" / "preview",
            min_real_share=share,
            mode=self.mode.currentData(),
            seed=self.seed.value(),
            split=self.split.text().strip(),
            dry_run=dry_run,
            yes=self.agree.isVisible() and self.agree.isChecked(),
        )

    # --- the preview ----------------------------------------------------------------------------------------

    def look(self) -> None:
        """Let a child work out what the export would be; the newest question wins."""
        if self._writing or not self.isVisible():
            return
        if self._preview is not None:
            self._preview.cancel()
        self.say(self.tr("Working out what this would be…"), "quiet")
        command = self._command(dry_run=True)
        self._preview = self.window_.jobs.start(self.tr("Preview"), command, done=self._on_preview, quiet=True)

    def _on_preview(self, job: Job) -> None:
        if job is not self._preview:
            return  # a newer question is out
        self._preview = None
        plan = job.result if job.state is State.DONE else job.result.get("plan")
        self._show(plan)
        self.go.setEnabled(job.state is State.DONE)
        if job.state is State.DONE:
            self.say(str(job.result.get("sentence", "")), "text")
        elif job.state is not State.CANCELLED:
            self.say(job.text)

    def _show(self, plan: dict[str, Any] | None) -> None:
        for widget in (self.bar, self.counts, self.rules):
            widget.setVisible(plan is not None)
        self.bar.show_plan(plan)
        self.rules.show_rules(plan["rules"] if plan else [])
        counts = plan["images"] if plan else {}
        parts = [f"{split} {count:,}" for split, count in counts.items() if count]
        others = {k: v for k, v in plan["left_out"]["by_reason"].items() if k != "share"} if plan else {}
        parts += [self.tr("left out as {reason}: {n}").format(reason=words.reason(k), n=v) for k, v in others.items()]
        self.counts.setText("   ".join(parts))
        advice = str((plan.get("verify") or {}).get("sentence", "")) if plan else ""
        told = plan is not None and advice.casefold() in str(plan["sentence"]).casefold()
        self.verify.setText(sentences.said(advice))
        self.verify.setVisible(bool(advice) and not told)
        self.agree.setVisible(bool(plan and plan["needs_yes"]))
        self.settle()

    # --- writing ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Write the version."""
        if self.out.path is None:
            self.say(self.tr("Choose a folder to write to."))
            return
        if self.agree.isVisible() and not self.agree.isChecked():
            self.say(self.tr("More than half of the candidates would stay out; tick the box if that is meant."))
            return
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None
        self._timer.stop()
        self._writing = True
        self.go.setEnabled(False)
        self.say(self.tr("Exporting… the job panel shows how far it is."), "quiet")
        self.window_.jobs.start(self.tr("Export"), self._command(dry_run=False), done=self._on_written)

    def _on_written(self, job: Job) -> None:
        self._writing = False
        self.go.setEnabled(job.state is not State.DONE)  # the same once more only after something was changed
        if job.state is State.DONE:
            self._show(job.result)
            self.say(job.text, "good")
            self.out.line.setText(str(self._free_folder()))
        else:
            plan = job.result.get("plan")
            if plan:
                self._show(plan)
            self.say(job.text)

    def retranslate(self, _change: object) -> None:
        """The preview says itself anew: the language is another."""
        if self.isVisible() and not self._writing:
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._writing:
            self._timer.start()
