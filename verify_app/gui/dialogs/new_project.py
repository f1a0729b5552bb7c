"""Make a project: who reviews, where, which images, which model, which classes. Long parts run in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSpinBox,
)

from verify_app.app import jobs as commands
from verify_app.app.model_fit import suits
from verify_app.app.project.create import create_project, read_skeleton
from verify_app.app.session import login_name, person
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Door, Task
from verify_app.gui.dialogs.class_mapping import Mapping
from verify_app.gui.dialogs.class_names import ClassNames
from verify_app.gui.dialogs.first_images import FirstImages
from verify_app.gui.dialogs.form import Form, PathField
from verify_app.gui.dialogs.model_reader import ModelReader
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
        self.input_size = QSpinBox(minimum=32, maximum=8192, singleStep=32)
        self.input_size.setSuffix(self.tr(" pixels"))
        self.row(self.tr("Input size"), self.input_size)
        self.task = QComboBox()
        for task in Task:
            self.task.addItem(words.task(task), task)
        self.task.currentIndexChanged.connect(lambda _row: self._on_task())
        self.row(self.tr("Objects are"), self.task)
        self.skeleton = QLineEdit()
        self.skeleton.setPlaceholderText(self.tr("17 for a person, another number, or a data.yaml with kpt_shape"))
        self.row(self.tr("Points"), self.skeleton)
        self.names = ClassNames(self.say)
        self.classes = self.names.text
        self.names.from_model.clicked.connect(self._ask_model)
        self.row(self.tr("Classes"), self.names)
        self.row(self.tr("Project folder"), self.folder)
        self.mapping = Mapping()
        for part in (self.mapping, self.images.classes):
            self.insert_above_sentence(part)
        self.reader = ModelReader(host, self.model)
        self.reader.done.connect(self._on_read)
        self.reader.refused.connect(self._on_refused)
        self._over = False
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

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a model is the model, anything else holds images."""
        for path in paths:
            if path.suffix.lower() in SUFFIXES or ending_of(path):
                self.model.box.setEditText(str(path))
            else:
                self.images.add(path)

    def showEvent(self, event: QShowEvent) -> None:
        self.images.go_on()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.images.stop()
        super().closeEvent(event)

    def _on_images(self) -> None:
        """Images came or went, or what lies there was found: labels name classes, and a project wants a place."""
        if self.images.paths and self.folder.line.text() == self._own_folder:
            self._own_folder = str(_place_for(self.images.paths[0]))
            self.folder.line.setText(self._own_folder)
        if not self.model.text:
            self.names.fill(self.images.label_names)
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
        self.model.tell_use(self._task, self.reader.facts.get("task", ""))
        self.settle()

    def _show_rows(self) -> None:
        """What need not be said is not asked."""
        self.fields.setRowVisible(self.skeleton, self._task is Task.POSE)
        self.fields.setRowVisible(self.images.origin, bool(self.images.paths))
        self.fields.setRowVisible(self.input_size, bool(self.reader.facts))

    @property
    def _task(self) -> Task:
        return Task(self.task.currentData())  # Qt gives back a plain str

    @property
    def _points(self) -> str:
        return self.skeleton.text().strip() if self._task is Task.POSE else ""

    # --- classes --------------------------------------------------------------------------------------------

    def _ask_model(self) -> None:
        """Take the class list of the model, whatever stands there."""
        if not self.model.is_file:
            self.say(self.tr("Choose a model file first; published weights tell their classes once they are here."))
            return
        self._over = True
        self.reader.forget()
        self._look_at_model()

    def _on_model(self) -> None:
        self._then_make = False
        self._timer.start()

    def _look_at_model(self) -> None:
        """Read a model file that was not read yet; its classes fill the list or are held against it."""
        if not self.model.is_file:
            self.names.from_model.setEnabled(True)
            self._show_rows()
        if not self.model.is_file or self.reader.current:
            self._compare()
            return
        self.names.from_model.setEnabled(False)
        self.say(self.tr("Reading the model…"), "quiet")
        self.reader.start()

    def _on_refused(self, why: str) -> None:
        self.names.from_model.setEnabled(True)
        self._then_make = False
        self.say(why)

    def _on_read(self) -> None:
        """Fill in what the model says of itself."""
        self.names.from_model.setEnabled(True)
        found, over, then = self.reader.facts, self._over, self._then_make
        self._over = self._then_make = False
        self.names.fill(found["classes"], over=over)
        self.task.setCurrentIndex(list(Task).index(Task(found["task"])))
        if found.get("points"):
            self.skeleton.setText(str(found["points"]))
        self.input_size.setValue(found["imgsz"])
        self._on_task()
        self.say("")
        self._compare()
        if then:
            self.start()

    def _compare(self) -> None:
        """Ask what the classes of model and labels are that the list lacks; what was answered before stays."""
        names = self.names.names
        missing = [name for name in self.reader.facts.get("classes", ()) if name not in names]
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
        if self.model.is_file and not (self.reader.current and self.reader.facts):
            self._then_make = True
            if not (self.reader.current and self.reader.reading):
                self.reader.forget()
                self._look_at_model()
            return
        self.images.count()
        if self.images.counting:
            self._then_make = True
            self.say(self.tr("Counting the images…"), "quiet")
            return
        self._compare()
        problem = self._unlike_model() or self.images.classes.problem()
        if problem:
            self.say(problem)
            return
        names = list(dict.fromkeys([*self.names.names, *self.mapping.to_add, *self.images.classes.names.to_add]))
        try:
            task, points = self._task, self._points
            skeleton = read_skeleton(points) if points else None
            actor = person(self.reviewer.text(), door=Door.WINDOW)
            create_project(folder, classes=names, actor=actor, task=task, skeleton=skeleton)
        except UserError as error:
            self.say(str(error))
            return
        self.host.set_reviewer(self.reviewer.text())
        host, images = self.host, self.images
        model, download, options = self.model.text, self.model.download, self.mapping.options()
        size = self.input_size.value()
        imgsz = size if size != self.reader.facts.get("imgsz", size) else None
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
        found = self.reader.facts
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
