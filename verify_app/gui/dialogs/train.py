"""Train on a version, in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

from verify_app.app import jobs as commands
from verify_app.app.session import Session
from verify_app.core.receipt.receipt import RECEIPT
from verify_app.core.vocabulary import Task
from verify_app.gui.dialogs.form import Form, require_engine
from verify_app.gui.dialogs.models import ModelField, device_field, device_of, project_models
from verify_app.gui.i18n import words
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.storage.queries.history import VersionRow, versions

TRAINED, UNTRAINED = ".pt", ".yaml"
"""What training goes on from, and what it begins with."""


class Train(Form):
    """Version, base, epochs, size, device."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr(
            "Trains with Ultralytics in a process of its own. Before the first epoch it checks that the trainer "
            "loaded exactly what the version's receipt says."
        )
        super().__init__(host, self.tr("Train"), explanation, go=self.tr("Train"))
        self.version = QComboBox()
        self.row(self.tr("Version"), self.version)
        self.base = ModelField(_bases(self.session), suffixes=(".pt",))
        self.row(self.tr("Start from"), self.base)
        self.epochs = QSpinBox()
        self.epochs.setRange(1, 10_000)
        self.epochs.setValue(100)
        self.row(self.tr("Epochs"), self.epochs)
        self.imgsz = QSpinBox()
        self.imgsz.setRange(0, 4096)
        self.imgsz.setSingleStep(32)
        self.imgsz.setSpecialValueText(self.tr("as the base model"))
        self.row(self.tr("Image size"), self.imgsz)
        self.device = device_field()
        self.row(self.tr("Compute on"), self.device)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the versions and models there are now and can be trained from, newest first."""
        self.base.offer(_bases(self.session))
        known = versions(self.session.project.read)
        names = [v.name for v in reversed(known) if _is_there(v)]
        if names != [self.version.itemText(i) for i in range(self.version.count())]:
            self.version.clear()
            self.version.addItems(names)
        self.go.setEnabled(bool(names))
        self._none = self.tr("There is no version yet: export a dataset first.")
        if known and not names:
            self._none = self.tr("No version is where it was written: move {name} back, or export it again.").format(
                name=known[-1].name
            )
        self.say("" if names else self._none, "quiet")
        require_engine(self)
        super().showEvent(event)

    def start(self) -> None:
        """Look whether the base can be trained from, then start the training job."""
        if not self.version.currentText():
            self.say(self._none)
            return
        problem = self._not_weights() or self.base.problem()
        if problem:
            self.say(problem)
            return
        read = self.base.is_file and not self.base.text.endswith(UNTRAINED)
        if self.base.text in _bases(self.session) or not read:
            self._train()
            return
        self.go.setEnabled(False)
        self.say(self.tr("Reading the model…"), "quiet")
        command = commands.model_classes(self.base.text)
        self.host.jobs.start(self.tr("Read the model"), command, done=self._on_model, quiet=True)

    def _not_weights(self) -> str:
        """That a file or a model of the project is another form of the weights than the one that is trained."""
        known = {m.name: m.file for m in self.session.project.read.models()}
        file = known.get(self.base.text, self.base.text if self.base.is_file else "")
        if not file or file.lower().endswith((TRAINED, UNTRAINED)):
            return ""
        text = self.tr("{name} cannot be trained on: choose the .pt weights that it was made from.")
        return text.format(name=self.base.text)

    def _on_model(self, job: Job) -> None:
        self.go.setEnabled(True)
        if job.state is not State.DONE or not job.log:
            self.say(job.text)
            return
        task = Task(job.answer()["task"])
        if task is not self.session.task:
            text = self.tr("This model is for {task}, the project for {own}; choose another one.")
            self.say(text.format(task=words.task(task), own=words.task(self.session.task)))
            return
        self._train()

    def _train(self) -> None:
        command = commands.train(
            self.session,
            self.version.currentText(),
            base=self.base.text,
            epochs=self.epochs.value(),
            imgsz=self.imgsz.value() or None,
            device=device_of(self.device),
        )
        if self.base.download:
            command.insert(command.index("train") + 1, "--download")
        self.run(self.tr("Train"), command)
        self.say("")
        self.close()


def _bases(session: Session) -> dict[str, str]:
    """The project's models whose weights can be trained further, as `project_models`."""
    folder = session.folder / "models"
    models = session.project.read.models()
    fit = {m.name for m in models if m.file.lower().endswith(TRAINED) and (folder / m.file).is_file()}
    return {name: version for name, version in project_models(session).items() if name in fit}


def _is_there(version: VersionRow) -> bool:
    """Whether a version can still be read at one of the places it was written to."""
    return any((Path(one.folder) / RECEIPT).is_file() for one in version.written)
