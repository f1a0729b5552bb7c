"""The images that a new project begins with: counted in the background, with the labels that lie beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from verify_app.app import jobs as commands
from verify_app.app.session import Session
from verify_app.core.vocabulary import Origin
from verify_app.formats.registry import read_formats
from verify_app.gui.dialogs.folder_list import ORDER, Folders
from verify_app.gui.dialogs.form import quiet
from verify_app.gui.dialogs.label_classes import LabelClasses
from verify_app.gui.i18n import words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import tip
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

COUNT_MS = 300
"""Folders are counted once so long none came or went."""


class FirstImages(QWidget):
    """Folders, one origin for all of them, what lies in them, and whether their labels come in too."""

    changed = Signal()
    """The list is another one, or what lies in it was found."""

    def __init__(self, host: Host, asked: Callable[[], tuple[str, str]]) -> None:
        """`asked` gives task and points of the project that is being made."""
        super().__init__()
        self._host, self._asked = host, asked
        self.folders = Folders(asks=False)
        self.folders.setAcceptDrops(False)  # the form takes all that is dropped, a model too
        self.origin = QComboBox()
        self.origin.addItem(self.tr("choose…"), "")
        for origin in ORDER:
            self.origin.addItem(words.origin(origin), origin.value)
        self.found = quiet("")
        self.bring = QCheckBox()
        self.bring.setChecked(True)
        self.bring.toggled.connect(self.changed)
        self.classes = LabelClasses()
        self._places: list[dict[str, Any]] = []
        self._counted: tuple[object, ...] = ()
        self._job: Job | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.folders, self.found, self.bring):
            layout.addWidget(part)
        self.setFocusProxy(self.folders.add_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COUNT_MS)
        self._timer.timeout.connect(self.count)
        self.folders.changed.connect(self._on_list)
        on_language_change(self, self._tell)
        self._tell()

    @property
    def paths(self) -> list[Path]:
        """What is on the list."""
        return [row.path for row in self.folders.rows]

    def add(self, path: Path, origin: Origin | None = None) -> None:
        """Put a folder on the list; an origin is that of all of them."""
        self.folders.add(path)
        if origin is not None:
            self.origin.setCurrentIndex(self.origin.findData(origin.value))

    def _on_list(self) -> None:
        self._timer.start()
        self._tell()
        self.changed.emit()

    # --- what lies in them ----------------------------------------------------------------------------------

    def look_again(self) -> None:
        """The task is another one: other labels count."""
        if self.paths:
            self._timer.start()

    def go_on(self) -> None:
        """The form is open again."""
        if self.paths and not self._counted:
            self._timer.start()

    def stop(self) -> None:
        """Nobody waits for the figures any more."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self._counted = ()  # asked again once somebody waits

    def count(self) -> None:
        """Count what lies in the folders, in a process of its own."""
        self._timer.stop()
        key = (*self.paths, *self._asked())
        if key == self._counted:
            return
        self.stop()
        self._counted, self._places = key, []
        if self.paths:
            command = commands.contents(self.paths, *self._asked())
            job = self._job = self._host.jobs.start(
                self.tr("Count the images"), command, done=self._on_counted, quiet=True
            )
            job.progressed.connect(lambda: self._take(job))
        self._tell()

    def _take(self, job: Job) -> None:
        """What is there is known long before all pictures were tried."""
        if job is self._job and job.log and not self._places:
            self._places = job.answer()["places"]
            self._tell()
            self.changed.emit()

    def _on_counted(self, job: Job) -> None:
        if job is not self._job:
            return  # the list has changed
        self._job = None
        if job.state is State.DONE and job.log:
            known, self._places = bool(self._places), job.answer()["places"]
            self._tell()
            if known:
                return  # all that is asked was asked already
        else:
            self._tell(job.text)
        self.changed.emit()

    @property
    def counting(self) -> bool:
        """Whether it is still to be known what lies there."""
        return self._timer.isActive() or (self._job is not None and not self._places)

    def _tell(self, problem: str = "") -> None:
        """What was found, in words."""
        images, bad = (sum(place[key] or 0 for place in self._places) for key in ("images", "unreadable"))
        said = ""
        if problem:
            said = problem
        elif self.counting:
            said = self.tr("Counting the images…")
        elif self._places:
            said = self.tr("1 image") if images == 1 else self.tr("{n} images").format(n=f"{images:,}")
            if bad:
                said = self.tr("{images}, {bad} not readable").format(images=said, bad=f"{bad:,}")
        self.found.setText(said)
        self.found.setToolTip(tip("\n".join(place["problem"] for place in self._places if place["problem"])))
        self.found.setVisible(bool(said))
        forms = list(dict.fromkeys(place["form"] for place in self._places if place["form"]))
        titles = ", ".join(read_formats()[form].title for form in forms)
        self.bring.setText(self.tr("Bring in the labels beside them, unverified ({format})").format(format=titles))
        self.bring.setVisible(bool(forms))

    # --- their labels ---------------------------------------------------------------------------------------

    def _with_labels(self) -> list[dict[str, Any]]:
        return [place for place in self._places if place["form"]] if self.bring.isChecked() else []

    @property
    def label_names(self) -> list[str]:
        """Classes that the labels to be brought in name."""
        return list(dict.fromkeys(name for place in self._with_labels() for name in place["names"]))

    def ask_classes(self, classes: Sequence[str]) -> None:
        """Ask what the labels' classes are among `classes`, where they are not called the same."""
        names = {Path(place["path"]): place["names"] for place in self._with_labels()}
        numbers = {Path(place["path"]): place["numbers"] for place in self._with_labels() if place["numbers"]}
        self.classes.ask_names(names, classes)
        self.classes.ask_numbers(numbers, classes)

    def problem(self) -> str:
        """What is still to be said of the images, one sentence; empty when nothing is."""
        if not self.paths:
            return ""
        gone = next((path for path in self.paths if not path.exists()), None)
        if gone is not None:
            return self.tr("There is no {path} any more; take it off the list or put it back.").format(path=gone)
        if not self.origin.currentData():
            return self.tr("Say where the images come from: only real ones count as real.")
        return ""

    def jobs(self, session: Session) -> list[list[str]]:
        """One command for all images without labels, one for each place with labels."""
        origin, labelled = self.origin.currentData(), {Path(p["path"]): p["form"] for p in self._with_labels()}
        plain = [path for path in self.paths if path not in labelled]
        found = [commands.add(session, plain, origin)] if plain else []
        for path, form in labelled.items():
            command = commands.add(session, [path], origin, labels=form)
            at = command.index("--")
            found.append([*command[:at], *self.classes.options(path), *command[at:]])
        return found
