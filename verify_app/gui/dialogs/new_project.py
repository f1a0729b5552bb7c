"""Make a project: who reviews, where, which images, which model, which classes. Long parts run in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from verify_app.app import jobs as commands
from verify_app.app.model_fit import suits
from verify_app.app.project.create import create_project, read_classes, read_skeleton
from verify_app.app.session import login_name, person
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Door, Task
from verify_app.gui.dialogs.class_mapping import Mapping
from verify_app.gui.dialogs.first_images import FirstImages
from verify_app.gui.dialogs.form import Form, PathField, choose
from verify_app.gui.dialogs.models import SUFFIXES, ModelField
from verify_app.gui.dialogs.predict import open_when_refused
from verify_app.gui.i18n import words
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.inference.foreign_formats import ending_of

READ_MS = 400
"""A model is read, and the classes are compared, once so long nothing was typed."""

MAPPING_HEIGHT = 110
"""The form is tall as it is; more classes are scrolled to."""


class NewProject(Form):
    """Everything on one page; only a name, a folder and one class are needed to begin."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr("A project is a folder with the decisions; images stay where they are.")
        super().__init__(host, self.tr("New project"), explanation, go=self.tr("Make the project"))
        self.reviewer = QLineEdit(host.reviewer or login_name())
        self.reviewer.setPlaceholderText(self.tr("Your name, recorded with every decision"))
        self.row(self.tr("You review as"), self.reviewer)
        self.folder = PathField(self.tr("Choose or make a folder for the project"), folder=True)
        self.folder.line.setPlaceholderText(self.tr("A new or empty folder on this computer"))
        self._own_folder = ""
        self.images = FirstImages(host, lambda: (self._task.value, self._points))
        self.row(self.tr("Images"), self.images)
        self.row(self.tr("They come from"), self.images.origin)
        self.model = ModelField({})
        self.row(self.tr("Model"), self.model)
        self.size = QSpinBox()
        self.size.setRange(32, 8192)
        self.size.setSingleStep(32)
        self.size.setSuffix(self.tr(" pixels"))
        self.row(self.tr("Input size"), self.size)
        self.task = QComboBox()
        for task in Task:
            self.task.addItem(words.task(task), task)
        self.task.currentIndexChanged.connect(lambda _row: self._on_task())
        self.row(self.tr("Objects are"), self.task)
        self.skeleton = QLineEdit()
        self.skeleton.setPlaceholderText(self.tr("17 for a person, another number, or a data.yaml with kpt_shape"))
        self.row(self.tr("Points"), self.skeleton)
        self.row(self.tr("Classes"), self._classes_field())
        self.row(self.tr("Project folder"), self.folder)
        self.mapping = Mapping()
        for part in (self.mapping, self.images.classes):
            self.insert_above_sentence(part)
        self._read: tuple[str, dict[str, Any]] | None = None
        """The model file that was read last, and what it is."""
        self._filled = ""
        self._asked: tuple[list[str], list[str]] = [], []
        self._then_make = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_MS)
        self._timer.timeout.connect(self._look_at_model)
        self.model.changed.connect(self._on_model)
        self.classes.textChanged.connect(self._timer.start)
        self.images.changed.connect(self._on_images)
        self._show_rows()

    def _classes_field(self) -> QWidget:
        self.classes = QPlainTextEdit()
        self.classes.setPlaceholderText(self.tr("One class a line; more can be added later"))
        self.classes.setFixedHeight(96)
        self.classes.setTabChangesFocus(True)
        self.classes.setAccessibleName(self.tr("Classes, one a line"))
        self.from_model = QPushButton(self.tr("From the model"))
        self.from_model.setAutoDefault(False)
        self.from_model.clicked.connect(self._ask_model)
        from_file = QPushButton(self.tr("From data.yaml…"))
        from_file.setAutoDefault(False)
        pattern = self.tr("Class lists") + " (*.yaml *.yml *.txt)"
        from_file.clicked.connect(
            lambda: choose(self, self.tr("Choose a class list"), self.read_file, folder=False, pattern=pattern)
        )
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.classes)
        row = QHBoxLayout()
        row.addWidget(self.from_model)
        row.addWidget(from_file)
        row.addStretch(1)
        layout.addLayout(row)
        return holder

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a model is the model, anything else holds images."""
        for path in paths:
            if path.suffix.lower() in SUFFIXES or ending_of(path):
                self.model.box.setEditText(str(path))
            else:
                self.images.add(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.images.stop()
        super().closeEvent(event)

    def _on_images(self) -> None:
        """Images came or went, or what lies there was found: labels name classes, and a project wants a place."""
        if self.images.paths and self.folder.line.text() == self._own_folder:
            self._own_folder = str(_place_for(self.images.paths[0]))
            self.folder.line.setText(self._own_folder)
        if not self.model.text and self.classes.toPlainText() in ("", self._filled):
            self._filled = "\n".join(self.images.label_names)
            self.classes.setPlainText(self._filled)
        self._asked = [], []
        self._show_rows()
        self._compare()
        self.settle()
        if self._then_make and not self.images.counting:
            self._then_make = False
            self.start()

    def _on_task(self) -> None:
        self._show_rows()
        self.images.look_again()
        found = self._read[1] if self._read is not None else {}
        self.model.tell_use(self._task, found.get("task", ""))
        self.settle()

    def _show_rows(self) -> None:
        """What need not be said is not asked."""
        self.fields.setRowVisible(self.skeleton, self._task is Task.POSE)
        self.fields.setRowVisible(self.images.origin, bool(self.images.paths))
        read = self._read is not None and self._read[0] == self.model.text and "imgsz" in self._read[1]
        self.fields.setRowVisible(self.size, read)

    @property
    def _task(self) -> Task:
        return Task(self.task.currentData())  # Qt gives back a plain str

    @property
    def _points(self) -> str:
        return self.skeleton.text().strip() if self._task is Task.POSE else ""

    # --- classes --------------------------------------------------------------------------------------------

    def read_file(self, file: str) -> None:
        """Take the class list of a data.yaml or a text file."""
        try:
            self.classes.setPlainText("\n".join(read_classes(Path(file))))
            self.say("")
        except UserError as error:
            self.say(str(error))

    def _ask_model(self) -> None:
        """Take the class list of the model, whatever stands there."""
        if not self.model.is_file:
            self.say(self.tr("Choose a model file first; published weights tell their classes once they are here."))
            return
        self._filled = self.classes.toPlainText()
        self._read = None
        self._look_at_model()

    def _on_model(self) -> None:
        self._then_make = False
        self._timer.start()

    def _look_at_model(self) -> None:
        """Read a model file that was not read yet; its classes fill the list or are held against it."""
        if not self.model.is_file:
            self._read = None
            self._show_rows()
            self._compare()
        elif self._read is None or self._read[0] != self.model.text:
            try:
                self.model.take_consent()
            except UserError as error:
                self.say(str(error))
                return
            self._read = self.model.text, {}
            self.from_model.setEnabled(False)
            self.say(self.tr("Reading the model…"), "quiet")
            command, done = commands.model_classes(self.model.text), partial(self._on_classes, self.model.text)
            self.host.jobs.start(self.tr("Read the model"), command, done=done, quiet=True)
        else:
            self._compare()

    def _on_classes(self, file: str, job: Job) -> None:
        self.from_model.setEnabled(True)
        if self._read is None or self._read[0] != file:
            return  # another model was chosen meanwhile
        then, self._then_make = self._then_make, False
        if job.state is not State.DONE or not job.log:
            self.say(job.text)
            return
        found = job.answer()
        if "needs_consent" in found:
            self.model.ask_to_run(found["needs_consent"])
            self.say(self.model.problem())
            return
        if not found.get("named", True):
            found["classes"] = []  # numbers are no names; they are asked about before the model looks at the images
        self._read = file, found
        if self.classes.toPlainText() in ("", self._filled):
            self._filled = "\n".join(found["classes"])
            self.classes.setPlainText(self._filled)
        self.task.setCurrentIndex(list(Task).index(Task(found["task"])))
        if found.get("points"):
            self.skeleton.setText(str(found["points"]))
        if found.get("imgsz"):
            self.size.setValue(found["imgsz"])
        self._on_task()
        self.say("")
        self._compare()
        if then:
            self.start()

    def _names(self) -> list[str]:
        """The classes that stand there."""
        return [line.strip() for line in self.classes.toPlainText().splitlines() if line.strip()]

    def _compare(self) -> None:
        """Ask what the classes of model and labels are that the list lacks; what was answered before stays."""
        names = self._names()
        missing = [name for name in self._read[1].get("classes", ()) if name not in names] if self._read else []
        if (missing, names) != self._asked:
            self._asked = missing, names
            self.mapping.clear()
            if missing:
                self.mapping.offer(missing, names)
            self.images.ask_classes(names)
            for part in (self.mapping, self.images.classes):
                for area in part.findChildren(QScrollArea):
                    area.setMinimumHeight(min(area.minimumHeight(), MAPPING_HEIGHT))
            self.settle()

    # --- making it ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the project, open it, add images and predict in the background."""
        problem = self._problem()
        if problem:
            self.say(problem)
            return
        folder = self.folder.path
        assert folder is not None
        if self.model.is_file and (self._read is None or self._read[0] != self.model.text or not self._read[1]):
            self._then_make = True
            if self.from_model.isEnabled():  # else it is being read
                self._read = None
                self._look_at_model()
            return
        if self.images.counting:
            self._then_make = True
            self.images.count()
            self.say(self.tr("Counting the images…"), "quiet")
            return
        self._compare()
        problem = self._unlike_model() or self.images.classes.problem()
        if problem:
            self.say(problem)
            return
        names = list(dict.fromkeys([*self._names(), *self.mapping.to_add, *self.images.classes.names.to_add]))
        try:
            task, points = self._task, self._points
            skeleton = read_skeleton(points) if points else None
            create_project(
                folder,
                classes=names,
                actor=person(self.reviewer.text(), door=Door.WINDOW),
                task=task,
                skeleton=skeleton,
            )
        except UserError as error:
            self.say(str(error))
            return
        self.host.set_reviewer(self.reviewer.text())
        host, images = self.host, self.images
        model, download, options = self.model.text, self.model.download, self.mapping.options()
        own = self._read[1].get("imgsz") if self._read is not None else None
        imgsz = self.size.value() if own and self.size.value() != own else None
        if host.open_project(folder) and host.session is not None:  # closes this form with the project that was open
            _add_then_predict(host, images.jobs(host.session), model, download=download, imgsz=imgsz, options=options)

    def _problem(self) -> str:
        if not self.reviewer.text().strip():
            return self.tr("Say who you are: every decision is recorded with a name.")
        if self.folder.path is None:
            return self.tr("Choose a folder for the project.")
        if self.host.busy:
            return self.tr("A job is running; wait for it or cancel it first.")
        if problem := self.images.problem():
            return problem
        return self.model.problem() if self.model.text else ""

    def _unlike_model(self) -> str:
        """Why the model that was read could not predict in this project; empty when it can."""
        found = self._read[1] if self._read is not None else {}
        if found and not suits(self._task, found["task"]):
            text = self.tr("This model is for {task}; choose that above, or another model.")
            return text.format(task=words.task(Task(found["task"])))
        undecided = self.mapping.undecided
        return self.tr("Say what to do with: {names}.").format(names=", ".join(undecided)) if undecided else ""


def _place_for(images: Path) -> Path:
    """A place for a project that is named after the folder of its images, which nothing stands in the way of."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = (images if images.is_dir() else images.parent).name or "project"
    numbered = (f"{name} review" if n == 1 else f"{name} review {n}" for n in count(1))
    return next(place for one in numbered if not (place := Path(documents or Path.home()) / one).exists())


def _add_then_predict(
    host: Host,
    adding: list[list[str]],
    model: str,
    *,
    download: bool,
    imgsz: int | None = None,
    options: Sequence[str] = (),
) -> None:
    """One job after the other; each image can be reviewed as soon as it is there."""
    session, translate = host.session, QCoreApplication.translate
    assert session is not None
    predicted = False

    def go_on(job: Job | None = None) -> None:
        nonlocal predicted
        if host.session is not session or (job is not None and job.state is State.CANCELLED):
            return
        if adding:
            host.jobs.start(translate("MainWindow", "Add images"), adding.pop(0), done=go_on)
        elif model and not predicted:
            predicted = True
            command = commands.predict(session, model, imgsz=imgsz, download=download)
            at = command.index("--")
            command[at:at] = options
            refused = partial(open_when_refused, host)
            host.jobs.start(translate("MainWindow", "Predict"), command, done=refused, mend=refused)

    go_on()
