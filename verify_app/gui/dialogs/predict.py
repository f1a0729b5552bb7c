"""Let a model look at the images, in the background, while the review goes on."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from verify_app.app import jobs as commands
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.class_mapping import Mapping
from verify_app.gui.dialogs.form import Form
from verify_app.gui.dialogs.models import ModelField, device_field, device_of, project_models
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State


class Predict(Form):
    """Model, where to compute, which images; classes the project lacks are asked about first."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr("Proposals appear as they are made. What people decided is never changed by a model.")
        super().__init__(host, self.tr("Predict"), explanation, go=self.tr("Predict"))
        self.model = ModelField(project_models(self.session))
        self.row(self.tr("Model"), self.model)
        self.which = QComboBox()
        self.which.addItem(self.tr("Unreviewed images"), "unreviewed")
        self.which.addItem(self.tr("All images (on reviewed ones only to compare)"), "all")
        self.row(self.tr("Images"), self.which)
        self.conf = QDoubleSpinBox()
        self.conf.setRange(0.0, 0.95)
        self.conf.setSingleStep(0.05)
        self.conf.setValue(0.05)
        self.row(self.tr("Keep from confidence"), self.conf)
        self.device = device_field()
        self.row(self.tr("Compute on"), self.device)
        self.mapping = Mapping()
        self.insert_above_sentence(self.mapping)
        self._checked, self._by_number = "", False
        self.model.changed.connect(self._forget_mapping)

    def showEvent(self, event: QShowEvent) -> None:
        self.model.offer(project_models(self.session))
        if not self._checked:
            self._forget_mapping()
        super().showEvent(event)

    def _forget_mapping(self) -> None:
        self._checked, self._by_number = "", False
        self.mapping.clear()
        self._tell_use(next((m.task for m in self.session.project.read.models() if m.name == self.model.text), ""))

    def _tell_use(self, model_task: str) -> None:
        self.model.tell_use(self.session.task, model_task)
        self.settle()

    def start(self) -> None:
        """Ask what the model's classes are, then predict."""
        problem = self.model.problem()
        if problem:
            self.say(problem)
            return
        try:
            self.model.take_consent()
        except UserError as error:
            self.say(str(error))
            return
        if self._checked == self.model.text:
            self._predict()
            return
        known = next((m for m in self.session.project.read.models() if m.name == self.model.text), None)
        if known is not None:
            if not self._ask(list(known.names.values())):
                self._predict()
        elif self.model.is_file:
            self.go.setEnabled(False)
            self.say(self.tr("Reading the model…"), "quiet")
            command = commands.model_classes(self.model.text)
            self.host.jobs.start(self.tr("Read the model"), command, done=self._on_classes, quiet=True)
        else:  # published weights: their classes are known once they are here
            self._checked = self.model.text
            self._predict()

    def _on_classes(self, job: Job) -> None:
        self.go.setEnabled(True)
        if job.state is not State.DONE or not job.log:
            self.say(job.text)
            return
        if not self._ask_about(job.answer()):
            self._predict()

    def _ask_about(self, found: dict[str, Any]) -> bool:
        """Ask what is to be known of a model that was read; False when nothing is."""
        if "needs_consent" in found:
            self.model.ask_to_run(found["needs_consent"])
            self.say(self.model.problem())
            return True
        self._tell_use(found["task"])
        if not found.get("named", True):
            self._number(found["classes"])
            return True
        return self._ask(found["classes"])

    def _number(self, numbers: list[str]) -> None:
        """Of a model without names: number by number as the project's classes stand, for the person to check."""
        self._checked, self._by_number = self.model.text, True
        classes = [c.name for c in self.session.classes]
        numbers = numbers or [str(n) for n in range(len(classes))]
        text = self.tr("The model does not name its classes. They are filled in by number: check each of them.")
        self.mapping.offer(numbers, classes, text, chosen=dict(zip(numbers, classes, strict=False)))
        self.say(self.tr("Then press Predict again."), "quiet")

    def come_back(self, job: Job) -> None:
        """A run was refused: its model is filled in, and where it knows other classes they are asked about."""
        model = next(a.removeprefix("--model=") for a in job.command if a.startswith("--model="))
        fetched = self.session.folder / "cache" / model
        self.model.box.setEditText(str(fetched) if fetched.is_file() else model)
        super().come_back(job)
        known = next((m for m in self.session.project.read.models() if m.name == model), None)
        if known is not None:
            self._ask(list(known.names.values()))
        elif self.model.is_file:
            command = commands.model_classes(self.model.text)
            self.host.jobs.start(self.tr("Read the model"), command, done=self._ask_of, quiet=True)

    def _ask_of(self, job: Job) -> None:
        if job.state is State.DONE and job.log:
            self._ask_about(job.answer())

    def _ask(self, names: list[str]) -> bool:
        """Ask what the classes are that the project lacks; False when it has them all."""
        self._checked = self.model.text
        classes = [c.name for c in self.session.classes]
        missing = [name for name in names if name not in classes]
        if missing:
            self.mapping.offer(missing, classes)
            self.say(self.tr("Then press Predict again."), "quiet")
        return bool(missing)

    def _predict(self) -> None:
        undecided = self.mapping.undecided
        if undecided:
            self.say(self.tr("Say what to do with: {names}.").format(names=", ".join(undecided)))
            return
        classes = self.host.review_page.panels.class_list
        for name in self.mapping.to_add:
            if not classes.add(name):
                return
        command = commands.predict(
            self.session,
            self.model.text,
            conf=round(self.conf.value(), 2),
            device=device_of(self.device),
            which=self.which.currentData(),
            download=self.model.download,
        )
        at = command.index("--")
        command[at:at] = self.mapping.options()
        if self._by_number:  # a class that was added is called by its number
            command[at:at] = [f"--map={name}={name}" for name in self.mapping.to_add]
        self.run(self.tr("Predict"), command, done=partial(open_when_refused, self.host))
        self.say("")
        self.close()
        self._forget_mapping()


def open_when_refused(host: Host, job: Job) -> None:
    """A run that was refused opens the form with its model, beside the work, which keeps the keys."""
    if job.refused and host.session is not None and str(host.session.folder) in job.command:
        form = host.open_form("predict", aside=True)
        assert isinstance(form, Predict)
        form.come_back(job)
