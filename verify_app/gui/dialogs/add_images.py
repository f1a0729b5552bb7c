"""Add images, frames of videos and labels of other tools to the open project, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QWidget

from verify_app.app import jobs as commands
from verify_app.app.session import person
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Origin, Task
from verify_app.formats.registry import read_formats
from verify_app.gui.dialogs.folder_list import Folders
from verify_app.gui.dialogs.form import Form, PathField, choose
from verify_app.gui.dialogs.label_classes import LabelClasses
from verify_app.gui.dialogs.layout import small_button
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.imaging.video import is_video

READ_MS = 400
Key = tuple[str, str, tuple[Path, ...]]
"""Format, folder of the images, paths: what class names were read of."""


class Frames(QWidget):
    """How many frames of videos to take."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Of videos take"))
        self.kind.addItem(self.tr("nothing: leave videos aside"), "")
        self.kind.addItem(self.tr("every so many frames"), "every")
        self.kind.addItem(self.tr("frames a second"), "fps")
        self.number = QDoubleSpinBox()
        self.number.setAccessibleName(self.tr("How many"))
        self.lossless = QCheckBox(self.tr("lossless (PNG)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.kind, self.number, self.lossless):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self.kind)
        self.kind.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        kind = self.kind.currentData()
        for part in (self.number, self.lossless):
            part.setVisible(bool(kind))
        self.number.setDecimals(2 if kind == "fps" else 0)
        self.number.setRange(*((0.01, 1000.0) if kind == "fps" else (1, 100_000)))
        self.number.setValue(2.0 if kind == "fps" else 10)

    def options(self) -> list[str]:
        """Of the add command."""
        kind = self.kind.currentData()
        if not kind:
            return []
        number = f"{self.number.value():g}" if kind == "fps" else str(round(self.number.value()))
        return [f"--{kind}={number}", *(["--lossless"] if self.lossless.isChecked() else [])]


class AddImages(Form):
    """Folders and files with their origin, and which labels come in with them."""

    def __init__(self, host: Host) -> None:
        super().__init__(
            host,
            self.tr("Add images"),
            self.tr("Images stay where they are; the project remembers them."),
            go=self.tr("Add"),
        )
        self.folders = Folders()
        self.row(self.tr("Folders"), self.folders)
        self.fields.addRow("", self._file_button())
        self.frames = Frames()
        self.row(self.tr("Of videos take"), self.frames)
        self.labels = QComboBox()
        self.labels.addItem(self.tr("Images only"), "none")
        self.labels.addItem(self.tr("Images and labels; find out the format"), "auto")
        for known in read_formats():
            self.labels.addItem("", known)
        on_language_change(self, self._name_formats)
        self._name_formats()
        self.row(self.tr("Bring in"), self.labels)
        self._add_label_fields()
        self._read_of: dict[Path, list[str]] = {}
        self._numbers_of: dict[Path, dict[str, int]] = {}
        self._checked: Key | None = None
        self._reading: Job | None = None
        self._then_add = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_MS)
        self._timer.timeout.connect(self.read_classes)
        self.labels.currentIndexChanged.connect(self._show_fields)
        self.folders.changed.connect(self._show_fields)
        self.images.line.textChanged.connect(lambda _text: self._timer.start())
        self._show_fields()

    def _name_formats(self) -> None:
        text = self.tr("Images and labels: {format}")
        for name, known in read_formats().items():
            self.labels.setItemText(self.labels.findData(name), text.format(format=known.title))

    def _file_button(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(small_button(self.tr("Add a video or a file of labels…"), self._choose_file))
        row.addStretch(1)
        return holder

    def _add_label_fields(self) -> None:
        """What is asked only where labels come in."""
        self.images = PathField(self.tr("Choose the folder of the images"), folder=True)
        self.images.line.setPlaceholderText(self.tr("beside the labels"))
        self.attest = QLineEdit()
        self.attest.setPlaceholderText(self.tr("nobody: they come in unverified"))
        self.attest.setToolTip(self.tr("Who vouches that these labels are right and that nothing is missing."))
        self.classes = LabelClasses()
        self.row(self.tr("Images are in"), self.images)
        self.row(self.tr("Vouched for by"), self.attest)
        self.insert_above_sentence(self.classes)

    def _show_fields(self) -> None:
        form = self.labels.currentData()
        films = [row.path for row in self.folders.rows if is_video(row.path)]
        self.fields.setRowVisible(self.attest, form != "none")
        # class folders are the labels of whole images
        apart = form != "none" and not (form == "yolo" and self.session.task is Task.CLASSIFY)
        self.fields.setRowVisible(self.images, apart)
        if films and not self.frames.options():
            self.frames.kind.setCurrentIndex(self.frames.kind.findData("every"))
        self._timer.start()
        self.settle()

    def _choose_file(self) -> None:
        caption, pattern = self.tr("Choose a video or a file of labels"), self.tr("All files (*)")
        choose(self, caption, lambda text: self.folders.add(Path(text)), folder=False, pattern=pattern)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Put paths on the list: they were dropped on the host."""
        for path in paths:
            self.folders.add(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._forget()
        super().closeEvent(event)

    # --- class names ------------------------------------------------------------------------------------------

    def _labelled(self) -> tuple[Path, ...]:
        """Paths that labels are looked for in."""
        return tuple(row.path for row in self.folders.rows if not is_video(row.path))

    def _key(self) -> Key:
        asked = self.fields.isRowVisible(self.images)
        return self.labels.currentData(), self.images.line.text().strip() if asked else "", self._labelled()

    def _forget(self) -> None:
        job, self._reading = self._reading, None
        self._then_add = False
        if job is not None:
            job.cancel()

    def read_classes(self) -> None:
        """Read which classes the labels name, one dataset after the other; then ask what each is here."""
        key, then = self._key(), self._then_add
        if key == self._checked:
            return
        self._forget()
        self._then_add = then
        self._checked = None
        self.classes.clear()
        self._read_of, self._numbers_of = {}, {}
        if key[0] == "none" or not key[2]:
            self._checked = key
            self.say("")
            return
        self.say(self.tr("Reading the class names…"), "quiet")
        self._read_next(key)

    def _read_next(self, key: Key) -> None:
        form, images, paths = key
        path = next((path for path in paths if path not in self._read_of), None)
        if path is None:
            self._offer(key)
            return
        options = [f"--labels={form}", *([f"--images={images}"] if images else [])]
        by = ["--by", self.session.actor.name, "--json"]
        command = commands.python("classes-of", *by, *options, "--", str(self.session.folder), str(path))

        def done(job: Job) -> None:
            if job is not self._reading:
                return  # a newer question is out
            self._reading = None
            if job.state is not State.DONE or not job.log:
                self._then_add = False
                self.say(job.text.removeprefix("verify-app: "))
                return
            found = job.answer()
            counts = found["counts"]
            # a class without an object need not be here
            self._read_of[path] = [n for n in found["names"] if counts is None or counts.get(n)]
            if found["numbers"].keys() - found["said"].keys():
                self._numbers_of[path] = found["numbers"]
            self._read_next(key)

        self._reading = self.host.jobs.start(self.tr("Read the class names"), command, done=done, quiet=True)

    def _offer(self, key: Key) -> None:
        """A row for each class of the labels, unless they are the project's to the letter."""
        self._checked = key
        classes = [c.name for c in self.session.classes]
        if self._numbers_of:
            self._then_add = False  # what is filled in was not on the screen yet
            self.classes.ask_numbers(self._numbers_of, classes)
        self.say("")
        self.classes.ask_names(self._read_of, classes, every=True)
        self.settle()
        if self._then_add:
            self._then_add = False
            self._add()

    def come_back(self, job: Job) -> None:
        """Adding was refused: what was to be added is on the list again."""
        command = job.command
        given = dict(option.lstrip("-").partition("=")[::2] for option in command if option.startswith("--"))
        self.labels.setCurrentIndex(max(0, self.labels.findData(given.get("labels", "none"))))
        self.images.line.setText(given.get("images", ""))
        self.attest.setText(given.get("attest", ""))
        there = {row.path for row in self.folders.rows}
        for path in map(Path, command[command.index("--") + 2 :]):
            if path not in there:
                self.folders.add(path, Origin(given.get("origin", Origin.UNKNOWN)))
        self._timer.stop()  # what is wrong is said first; the classes are read when it is tried again
        super().come_back(job)

    # --- adding -----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Read the class names where that was not done yet, then add."""
        if not self.folders.rows:
            self.say(self.tr("Add a folder first."))
            return
        problem = self._problem()
        if problem:
            self.say(problem)
            return
        film = next((row.path for row in self.folders.rows if is_video(row.path)), None)
        if film is not None and not self.frames.options():
            self.say(self.tr("Say how many frames to take of {name}.").format(name=film.name))
            return
        if self.labels.currentData() != "none" and self._checked != self._key():
            self._then_add = True
            self._timer.stop()
            if self._reading is None:
                self.read_classes()
            return
        self._add()

    def _problem(self) -> str:
        """What would be refused at once; empty when nothing would."""
        places = [row.path for row in self.folders.rows]
        if self.fields.isRowVisible(self.images) and self.images.path is not None:
            places.append(self.images.path)
        gone = next((path for path in places if not path.exists()), None)
        if gone is not None:
            return self.tr("There is no {path} any more; take it off the list or put it back.").format(path=gone)
        try:
            if self.fields.isRowVisible(self.attest) and self.attest.text().strip():
                person(self.attest.text())
        except UserError as error:
            return str(error)
        return ""

    def _add(self) -> None:
        problem = self.classes.problem()
        if problem:
            self.say(problem)
            return
        if self.session.classes:
            for name in self.classes.names.to_add:
                if not self.host.review_page.panels.class_list.add(name):
                    return
        self.say("")
        waiting = self._jobs()
        host, session = self.host, self.session

        def next_one(_job: object = None) -> None:
            if waiting and host.session is session:
                self.run(self.tr("Add images"), waiting.pop(0), done=next_one)

        next_one()
        self.folders.clear()
        self.close()

    def _jobs(self) -> list[list[str]]:
        """One command for each origin; where labels come in, one for each dataset with its own class names."""
        form = self.labels.currentData()
        images = self.images.path if self.fields.isRowVisible(self.images) else None
        attest = self.attest.text().strip() or None if form != "none" else None
        found = []
        for origin, paths in self.folders.by_origin().items():
            films = [path for path in paths if is_video(path)]
            others = [path for path in paths if path not in films]
            if form == "none":
                found.append(self._with(commands.add(self.session, paths, origin), self.frames.options()))
                continue
            if films:
                found.append(self._with(commands.add(self.session, films, origin), self.frames.options()))
            for path in others:
                command = commands.add(self.session, [path], origin, labels=form, images=images, attest=attest)
                found.append(self._with(command, self.classes.options(path)))
        return found

    def _with(self, command: list[str], options: list[str]) -> list[str]:
        at = command.index("--")
        return [*command[:at], *options, *command[at:]]
