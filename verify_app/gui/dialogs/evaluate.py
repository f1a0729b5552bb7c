"""Compare models on the gold images, in the background; the result is a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from verify_app.app import jobs as commands
from verify_app.app.monitoring.generations import least_falls_known
from verify_app.core.records import Proof
from verify_app.gui.dialogs.form import Form, require_engine
from verify_app.gui.dialogs.models import device_field, device_of
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

_NAME = Qt.ItemDataRole.UserRole


class Evaluate(Form):
    """Tick the models; the oldest ticked one is what the others are compared with."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr("Measures the ticked models on the gold images. The first one is the old model.")
        super().__init__(host, self.tr("Evaluate"), explanation, go=self.tr("Evaluate"))
        on_language_change(self, self._list)
        self.models = QListWidget()
        self.models.setMaximumHeight(150)
        self.row(self.tr("Models"), self.models)
        self.device = device_field()
        self.row(self.tr("Compute on"), self.device)
        self.outcome = QPlainTextEdit()
        self.outcome.setReadOnly(True)
        self.outcome.setMinimumHeight(110)
        self.outcome.setAccessibleName(self.tr("Result"))
        self.outcome.hide()
        self._text = ""
        self._falls: list[str] = []
        on_language_change(self, self._show_outcome)
        self.insert_above_sentence(self.outcome)

    def showEvent(self, event: QShowEvent) -> None:
        """List the models there are now; ticks and results stay."""
        self._list()
        self._falls = least_falls_known(self.session.project.read)
        self._show_outcome()
        require_engine(self)
        super().showEvent(event)

    def _list(self) -> None:
        models = self.session.project.read.models()
        off = {i.data(_NAME) for i in self._items() if i.checkState() is Qt.CheckState.Unchecked}
        self.models.clear()
        for model in models:
            text = self.tr("{name}   round {round}, depth {depth}")
            if model.proof is Proof.CLAIMED:
                text = self.tr("{name}   round {round}, depth {depth}; trained on {version} as claimed")
            said = text.format(name=model.name, round=model.round, depth=model.depth, version=model.version)
            item = QListWidgetItem(said)
            item.setData(_NAME, model.name)
            item.setCheckState(Qt.CheckState.Unchecked if model.name in off else Qt.CheckState.Checked)
            self.models.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.models.item(row) for row in range(self.models.count())]

    def start(self) -> None:
        """Start the evaluation job."""
        chosen = [i.data(_NAME) for i in self._items() if i.checkState() is Qt.CheckState.Checked]
        if not chosen:
            self.say(self.tr("Tick at least one model; Project › Predict or File › Add brings one in."))
            return
        self.say(self.tr("Evaluating… the job panel shows how far it is."), "quiet")
        self.go.setEnabled(False)
        command = commands.evaluate(self.session, chosen, device=device_of(self.device))
        self.run(self.tr("Evaluate"), command, done=self._ended)

    def _ended(self, job: Job) -> None:
        self.go.setEnabled(True)
        if job.state is State.DONE:
            self.say("")
            self._text = job.text
            self._show_outcome()
            self.settle()
        else:
            self.say(job.text)

    def _show_outcome(self) -> None:
        """In the language of now; before a result, how small a fall there is any use in measuring."""
        text = messages.said(self._text)
        if not text and self._falls:
            head = self.tr("What your gold images can show, by the last evaluation:")
            text = "\n".join([head, *map(messages.said, self._falls)])
        self.outcome.setPlainText(text)
        self.outcome.setVisible(bool(text))
