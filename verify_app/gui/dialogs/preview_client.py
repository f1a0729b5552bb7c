"""Asks a child that has looked at the project what an export would be in outline; the newest question wins."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from verify_app.app import jobs as commands
from verify_app.app.session import Session
from verify_app.gui.shell.jobs import read_line

END_MS = 1500


class Asker(QObject):
    """One child for as long as the form is open: `verify-app outline`."""

    answered = Signal(object)
    """The outline as a plain object, or None where there is nothing to draw."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._process: QProcess | None = None
        self._rest = b""
        self._asked = 0
        self._again = False

    def ask(self, policy: str, *, split: str, seed: int) -> None:
        """Ask; a question before this one is not answered any more."""
        self._asked += 1
        again, self._again = self._again, False
        question = {
            "id": self._asked,
            "policy": policy,
            "split": split,
            "seed": seed,
            **({"again": True} if again else {}),
        }
        self._child().write(json.dumps(question).encode() + b"\n")

    def forget(self) -> None:
        """The project has changed: with the next question it is looked at anew."""
        self._again = self._process is not None

    def stop(self) -> None:
        """End the child; the next question starts another."""
        process, self._process = self._process, None
        self._rest, self._again = b"", False
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._ended)
        process.finished.connect(process.deleteLater)
        process.kill()  # it writes nothing
        process.waitForFinished(END_MS)

    def _child(self) -> QProcess:
        if self._process is None:
            command = commands.python("outline", "--by", self._session.actor.name, "--", str(self._session.folder))
            values = QProcessEnvironment()
            for name, value in commands.environment(self._session).items():
                values.insert(name, value)
            self._process = QProcess(self)
            self._process.setProcessEnvironment(values)
            self._process.readyReadStandardOutput.connect(self._read)
            self._process.finished.connect(self._ended)
            self._process.start(command[0], command[1:])
        return self._process

    def _read(self) -> None:
        assert self._process is not None
        self._rest += bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            try:
                self._take(read_line(line))
            except ValueError:
                continue  # not a line of ours

    def _take(self, message: Mapping[str, Any]) -> None:
        if message.get("id") != self._asked:
            return  # a newer question is out
        if "error" in message:
            self.failed.emit(str(message["error"]))
        else:
            self.answered.emit(message.get("outline"))

    def _ended(self) -> None:
        """It crashed or was killed: the slow answer still comes, the next question starts another child."""
        process, self._process = self._process, None
        self._rest = b""
        if process is not None:
            process.deleteLater()
