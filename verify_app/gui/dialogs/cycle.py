"""From the newest human work to the next model, in the background; and which model is in use."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from verify_app.app import jobs as commands
from verify_app.app.gold_use import generation_of, note, uses
from verify_app.app.model_in_use import in_use
from verify_app.app.models import use_model
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.form import Form, quiet, require_engine
from verify_app.gui.dialogs.models import device_field, device_of
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State


class Cycle(Form):
    """What a cycle does, what came of it, and which model is in use."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr(
            "Exports what was verified, trains on it, measures the new model beside the one in use, looks for drift, "
            "and predicts what is unreviewed. A model that has degraded is never taken into use. A cycle that is cut "
            "off goes on where it was."
        )
        super().__init__(host, self.tr("Cycle"), explanation, go=self.tr("Start"))
        self.fresh = QSpinBox()
        self.fresh.setRange(0, 1_000_000)
        self.fresh.setValue(50)
        self.row(self.tr("Only when so many images are fresh"), self.fresh)
        self.train = self._tick(self.tr("Train on the new version"))
        self.epochs = QSpinBox()
        self.epochs.setRange(1, 10_000)
        self.epochs.setValue(100)
        self.row(self.tr("Epochs"), self.epochs)
        self.train.toggled.connect(self.epochs.setEnabled)
        self.evaluate = self._tick(self.tr("Compare with the model in use, on gold"))
        self.predict = self._tick(self.tr("Predict unreviewed images with the model in use"))
        self.stop = self._tick(self.tr("Stop on an alarm of the monitor, before a model is taken into use"))
        self.unmeasured = self._tick(self.tr("Take the new model even when gold cannot tell"), on=False)
        self.device = device_field()
        self.row(self.tr("Compute on"), self.device)
        self._add_models()
        self.gold = quiet("")
        self.insert_above_sentence(self.gold)
        self.outcome = QPlainTextEdit()
        self.outcome.setReadOnly(True)
        self.outcome.setMinimumHeight(120)
        self.outcome.setAccessibleName(self.tr("Result"))
        self.outcome.hide()
        self.insert_above_sentence(self.outcome)
        self._steps: dict[str, Any] = {}
        on_language_change(self, self._say_anew)

    def _tick(self, text: str, *, on: bool = True) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(on)
        self.fields.addRow("", box)
        return box

    def _add_models(self) -> None:
        """The model in use, and a button that takes another one."""
        self.models = QComboBox()
        self.take = QPushButton(self.tr("Take into use"))
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.models, 1)
        row.addWidget(self.take)
        both.setFocusProxy(self.models)
        self.row(self.tr("Model in use"), both)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the models there are now and how often gold was used."""
        self._list()
        require_engine(self)
        super().showEvent(event)

    def _list(self) -> None:
        read = self.session.project.read
        models, using = read.models(), in_use(read)
        self.models.clear()
        self.models.addItems([m.name for m in reversed(models)])
        if using is not None:
            self.models.setCurrentText(using.model.name)
        self.models.setEnabled(bool(models))
        self.take.setEnabled(bool(models))
        generation = generation_of(models)
        said = note(generation, uses(read)[generation])
        self.gold.setText(messages.said(said))
        self.gold.setVisible(bool(said))

    def _say_anew(self) -> None:
        self._list()
        self._show()

    def _take(self) -> None:
        try:
            model = use_model(self.session, self.models.currentText())
        except UserError as error:
            self.say(str(error))
            return
        self.host.review_page.count()
        self.say(self.tr("{model} is in use now.").format(model=model.name), "good")

    def start(self) -> None:
        """Start the job."""
        command = commands.cycle(
            self.session,
            when_fresh=self.fresh.value(),
            train=self.train.isChecked(),
            evaluate=self.evaluate.isChecked(),
            predict=self.predict.isChecked(),
            stop_on_alarm=self.stop.isChecked(),
            use_unmeasured=self.unmeasured.isChecked(),
            epochs=self.epochs.value() if self.train.isChecked() else None,
            device=device_of(self.device),
        )
        self.say(self.tr("Under way… the job panel shows each step."), "quiet")
        self.go.setEnabled(False)
        self.run(self.tr("Cycle"), command, done=self._ended)

    def _ended(self, job: Job) -> None:
        self.go.setEnabled(True)
        if job.result.get("outcome") is None:
            self.say(job.text)
            return
        self._steps = job.result
        self._list()
        self._show()
        if job.state is not State.CANCELLED:
            self.host.review_page.count()

    def _show(self) -> None:
        """The steps, and what to do next."""
        if not self._steps:
            return
        lines = [messages.said(step["sentence"]) for step in self._steps["steps"]]
        self.outcome.setPlainText("\n".join(f"• {line}" for line in lines))
        self.outcome.setVisible(bool(lines))
        self.say(self._steps["advice"], "text" if self._steps["outcome"] != "stopped" else "bad")
