"""A second opening of a project leads to the window that has it; macOS says by an event what was clicked."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from verify_app.gui.shell.one_window import SingleInstanceServer, name_of, raise_existing
from verify_app.storage.project_file import FILE

SECOND = """
import sys
from pathlib import Path
from verify_app.__main__ import open_window
sys.exit(open_window(Path(sys.argv[1])))
"""

FILE_EVENT = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from verify_app.gui.shell.application import Application
app = Application([])
app.file_wanted.connect(print)
QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile("/there/project.verify-app")))
"""


def open_again(place: Path, tmp_path: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "VERIFY_APP_CONFIG_DIR": str(tmp_path / "second"), "XDG_ACTIVATION_TOKEN": "token-1"}
    command = [sys.executable, "-c", SECOND, str(place)]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_second_opening_leads_to_the_window(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    session = hands.window.session
    assert session is not None
    SingleInstanceServer(hands.window)
    hands.window.showMinimized()
    second = open_again(session.folder / FILE, tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.stderr is not None and second.stdout is not None
    told = second.stderr.read()
    assert second.returncode == 0, told
    assert "is open already; its window was brought to the front." in told
    second.stderr.close()
    second.stdout.close()
    assert "opened once more" in hands.said
    assert not hands.window.isMinimized()
    assert hands.window.session is session
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)


def test_a_window_listens_only_for_the_project_that_it_has(hands: Hands, qtbot: QtBot) -> None:
    session = hands.window.session
    assert session is not None
    folder = session.folder
    server = SingleInstanceServer(hands.window)
    assert server._server is not None and name_of(folder) in (
        server._server.serverName(),
        server._server.fullServerName(),
    )
    hands.window.close_project()
    assert server._server is None
    assert not raise_existing(folder)
    assert hands.window.open_project(folder)
    assert server._server is not None


def test_another_window_that_dies_leaves_nothing_in_the_way(hands: Hands, tmp_path: Path) -> None:
    """A socket file that nobody listens at is replaced: whoever listens owns the project."""
    session = hands.window.session
    assert session is not None
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalServer; "
        "app = QCoreApplication([]); server = QLocalServer(); assert server.listen(sys.argv[1]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, name_of(session.folder)], check=True)
    assert SingleInstanceServer(hands.window)._server is not None


def test_one_project_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    assert name_of(folder) == name_of(folder / FILE) == name_of(tmp_path / "link") == name_of(folder / ".." / "project")
    assert name_of(folder) != name_of(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="sockets lie elsewhere")
def test_a_folder_of_the_persons_own_is_taken_where_there_is_one(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    session = hands.window.session
    assert session is not None
    with tempfile.TemporaryDirectory() as private:  # short: the length of a socket's path is limited
        monkeypatch.setenv("XDG_RUNTIME_DIR", private)
        server = SingleInstanceServer(hands.window)
        assert server._server is not None
        assert [str(file) for file in Path(private).iterdir()] == [name_of(session.folder)]
        hands.window.close_project()
    assert not Path(name_of(session.folder)).is_absolute()  # the folder is gone


def test_nobody_answers_for_a_project_that_is_not_open(tmp_path: Path) -> None:
    assert not raise_existing(tmp_path)


def test_what_the_system_wants_opened_is_said() -> None:
    done = subprocess.run([sys.executable, "-c", FILE_EVENT], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "/there/project.verify-app", done.stderr
