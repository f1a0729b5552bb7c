"""Train on a version, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

from verify_app.app import jobs as commands
from verify_app.gui.dialogs.form import Form
from verify_app.gui.dialogs.models import ModelField, device_field, device_of, project_models
from verify_app.storage.history import versions

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow


class Train(Form):
    """Version, base, epochs, size, device."""

    def __init__(self, window: MainWindow) -> None:
        explanation = self.tr(
            "Trains with Ultralytics in a process of its own. Before the first epoch it checks that the trainer "
            "loaded exactly what the version's receipt says."
        )
        super().__init__(window, self.tr("Train"), explanation, go=self.tr("Train"))
        self.version = QComboBox()
        self.row(self.tr("Version"), self.version)
        self.base = ModelField(project_models(self.session), suffixes=(".pt",))
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
        """Offer the versions and models there are now, newest first."""
        self.base.offer(project_models(self.session))
        names = [v.name for v in reversed(versions(self.session.project.read))]
        if names != [self.version.itemText(i) for i in range(self.version.count())]:
            self.version.clear()
            self.version.addItems(names)
        self.go.setEnabled(bool(names))
        self.say("" if names else self.tr("There is no version yet: export a dataset first."), "quiet")
        super().showEvent(event)

    def start(self) -> None:
        """Start the training job."""
        if not self.version.currentText():
            self.say(self.tr("There is no version yet: export a dataset first."))
            return
        problem = self.base.problem()
        if problem:
            self.say(problem)
            return
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
        self.window_.jobs.start(self.tr("Train"), command)
        self.say("")
        self.close()
