"""Whether the record is sound and the files are what they were: what was found in words, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verify_app.app import jobs as commands
from verify_app.core.queue.filters import Filter
from verify_app.core.vocabulary import ImageState
from verify_app.gui.dialogs.form import quiet
from verify_app.gui.dialogs.layout import small_button
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.pages.sentence import Sentence, empty
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.storage.queries import image_list


class ProjectCheck(QWidget):
    """Checks when asked to, as a job that nothing waits for."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host, self._say = host, say
        self._job: Job | None = None
        self._found: Mapping[str, Any] = {}
        self.go = small_button(self.tr("Check now"), self.start)
        self.found = QVBoxLayout()
        bar = QHBoxLayout()
        text = self.tr("Proves that the tables are what the record says, and reads every image file again.")
        bar.addWidget(quiet(text), 1)
        bar.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addLayout(self.found)
        on_language_change(self, self._show)

    def start(self) -> None:
        """Check again."""
        session = self._host.session
        if session is None or self._job is not None:
            return
        self.go.setEnabled(False)
        self._say(self.tr("Checking the project…"), "note")
        command = commands.check(session)
        self._job = self._host.jobs.start(self.tr("Project check"), command, done=self._on_checked, quiet=True)

    def _on_checked(self, job: Job) -> None:
        self._job = None
        self.go.setEnabled(True)
        session = self._host.session
        if session is None:
            return
        try:
            self._found = job.answer()
        except (ValueError, IndexError):  # it came to no answer: why not is its last line
            if job.state is State.FAILED:
                self._say(job.text.removeprefix("verify-app: "), "warn")
            return
        self._say("", "note")
        self._host.broadcast.outside.emit()
        self._show()

    def _show(self) -> None:
        empty(self.found)
        found = self._found
        if not found:
            return
        for problem in found["problems"]:
            self.found.addWidget(Sentence("alarm", messages.said(problem)))
        if found["problems"]:
            text = self.tr("Close the project, keep a copy of its folder as it is, and go back to your last backup.")
            self.found.addWidget(Sentence("alarm", text))
            return
        self.found.addWidget(Sentence("", self.tr("The record is sound.")))
        self._show_files(found)
        for row in found["perhaps_scripts"]:
            text = self.tr(
                "Decisions of {name} that took no time at all: {labels} labels, {images} complete images. Ask whether "
                "a program made them."
            )
            said = text.format(name=row["by"], labels=f"{row['labels']:,}", images=f"{row['images']:,}")
            self.found.addWidget(Sentence("notice", said))

    def _show_files(self, found: Mapping[str, Any]) -> None:
        if found["full"]:
            text = self.tr("The files were not looked at: the disk is full. Make room and check again.")
            self.found.addWidget(Sentence("notice", text))
            return
        session = self._host.session
        if session is not None and session.reads_only:
            text = self.tr("The files were not looked at: the project is only open to be read.")
            self.found.addWidget(Sentence("notice", text))
            return
        if found["missing"]:
            text = self.tr("Images whose file is not there: {n}. Relocate their source, or put the files back.")
            self._show_state(text.format(n=f"{found['missing']:,}"), ImageState.MISSING)
        if found["stale"]:
            text = self.tr("Images whose file is another one now: {n}. Until somebody looks again, they do not count.")
            self._show_state(text.format(n=f"{found['stale']:,}"), ImageState.STALE)
        if not (found["missing"] or found["stale"]):
            self.found.addWidget(Sentence("", self.tr("Every image file is there and unchanged.")))

    def _show_state(self, text: str, state: ImageState) -> None:
        sentence = Sentence("notice", text)
        button = small_button(self.tr("Show them"), lambda: self._open(state))
        button.setAccessibleDescription(text)
        sentence.row.addWidget(button)
        self.found.addWidget(sentence)

    def _open(self, state: ImageState) -> None:
        session = self._host.session
        if session is not None:
            ids = image_list.ids(session.project.read, Filter(states=frozenset({state})))
            self._host.pages.leave()
            self._host.review_page.panels.list.show_images(ids)
