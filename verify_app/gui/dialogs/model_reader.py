"""What a model file that was chosen is: its task, classes and input size, read in a process of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from verify_app.app import jobs as commands
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.models import ModelField
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State


class ModelReader(QObject):
    """Reads one file at a time; the answer about one that is not chosen any more is nobody's.

    Attributes
    ----------
    facts : dict
        What was read of the file that is chosen; empty until then.
    """

    done = Signal()
    """The chosen file was read."""
    refused = Signal(str)
    """It cannot be read, or wants consent first: why."""

    def __init__(self, host: Host, field: ModelField) -> None:
        super().__init__(field)
        self._host, self._field = host, field
        self._file = ""
        self.facts: dict[str, Any] = {}
        self.reading = False
        field.changed.connect(self._on_other)

    def _on_other(self) -> None:
        """What was read was another file."""
        if not self.current:
            self.forget()

    @property
    def current(self) -> bool:
        """Whether the file that is chosen was read, or is being read."""
        return bool(self._file) and self._file == self._field.text

    def forget(self) -> None:
        """Nothing is known of any file."""
        self._file, self.facts, self.reading = "", {}, False

    def start(self) -> None:
        """Read the chosen file."""
        self.forget()
        try:
            self._field.take_consent()
        except UserError as error:
            self.refused.emit(error.args[0])
            return
        file = self._file = self._field.text
        self.reading = True
        command = commands.model_classes(file)
        title = self.tr("Read the model")
        self._host.jobs.start(title, command, done=lambda job: self._on_read(file, job), quiet=True)

    def _on_read(self, file: str, job: Job) -> None:
        if file != self._file or not self.current:
            return  # another one was chosen meanwhile
        self.reading = False
        found = job.answer() if job.state is State.DONE and job.log else {}
        if not found:
            self.refused.emit(job.text)
        elif "needs_consent" in found:
            self._field.ask_to_run(found["needs_consent"])
            self.refused.emit(self._field.problem())
        else:
            if not found.get("named", True):
                found["classes"] = []  # numbers are no names; they are asked about before it looks at the images
            self.facts = found
            self.done.emit()
