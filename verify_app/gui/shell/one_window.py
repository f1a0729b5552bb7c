"""One window a project: who opens a project that a window of theirs shows already is brought to that window.

The owner lock (`storage.lock`) decides whose a project is; this only asks the window that has it to come to the front.
A window listens at a local socket that is named after the project's folder; only the same person may connect to it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from verify_app.storage.project_file import project_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from verify_app.gui.shell.window import MainWindow

ANSWER = b"here\n"
CONNECT_MS = 500
ANSWER_MS = 3000
"""A window may be in the middle of something; one that does not answer in this time hangs or is another program."""
LONGEST = 512
"""Bytes of a question that are read: a token of the desktop."""
TOKEN = "XDG_ACTIVATION_TOKEN"
"""With it a desktop lets the window that was asked come to the front; Qt takes it from the environment."""


def name_of(folder: Path) -> str:
    """What the socket of a project's window is called: the same for every way to write the folder's path."""
    place = os.path.normcase(project_folder(folder).resolve())
    person = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    name = "verify-app-" + hashlib.sha256(f"{person}\n{place}".encode(errors="surrogateescape")).hexdigest()[:24]
    # a folder of this person's own; in the one that Qt would take others may take the name first
    private = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return str(private / name) if private.is_absolute() and private.is_dir() else name


def raise_existing(folder: Path) -> bool:
    """Ask the window that has a project open, if there is one of this person's, to come to the front.

    Returns
    -------
    bool
        Whether it answered.
    """
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  not before the first picture

    _let_come_to_the_front()
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(os.environ.get(TOKEN, "").encode()[: LONGEST - 1] + b"\n")
    heard = socket.waitForBytesWritten(ANSWER_MS) and (socket.bytesAvailable() or socket.waitForReadyRead(ANSWER_MS))
    return bool(heard) and bytes(socket.readAll().data()) == ANSWER


def _let_come_to_the_front() -> None:
    """Windows lets only the program that a person has just started give the front away."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  one system alone

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class SingleInstanceServer(QObject):
    """Listens for those who want to open the project that the window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server: QLocalServer | None = None
        window.project_changed.connect(self._listen)
        window.refused.connect(raise_existing)
        self._listen()

    def _listen(self) -> None:
        """For the project that is open now; only its owner does."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  not before the first picture

        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        session = self._window.session
        if session is None or session.reads_only:
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        name = name_of(session.folder)
        QLocalServer.removeServer(name)  # of a window that died: the lock says that there is no other one
        if server.listen(name):
            self._server = server
        else:
            server.deleteLater()

    def _answer(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            if not socket.canReadLine():
                socket.waitForReadyRead(CONNECT_MS)
            token = bytes(socket.readLine(LONGEST).data()).strip().decode("ascii", "replace")
            socket.write(ANSWER)
            socket.flush()
            socket.disconnectFromServer()
            self._come(token)

    def _come(self, token: str) -> None:
        """To the front, and say why."""
        window = self._window
        if token:
            os.environ[TOKEN] = token
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)  # where the desktop keeps it behind
        window.say(self.tr("This project was opened once more; it is open here already."))
