"""Starting the window loads nothing heavy, and Qt's bindings lose no reference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import scenery
from verify_app.gui.dialogs.add_images import AddImages
from verify_app.gui.dialogs.new_project import NewProject
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow

HEAVY = ("torch", "ultralytics", "cv2", "numpy", "scipy", "shapely", "onnxruntime", "sqlite_utils", "click", "yaml")
CODE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from verify_app.gui.shell.main import run

def painted(window):
    print(json.dumps(sorted(name for name in sys.modules)), flush=True)
    QTimer.singleShot(0, window.close)

sys.exit(run(Path(sys.argv[1]), reviewer="ann", painted=painted))
"""


def test_the_window_starts_light(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(1, (10, 10, 50, 40), 0.9)]})
    session.close()
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(session.folder)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "verify_app.gui.shell.window" in loaded
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)
    lazy = ("verify_app.gui.dialogs", "verify_app.gui.shell.welcome", "verify_app.gui.shell.jobs", "verify_app.cli")
    assert not [name for name in loaded if name.startswith(lazy)]


def test_calls_that_return_nothing_keep_the_references_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 lost one with each call and aborted after some thousands
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(400):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100


def drop(window: MainWindow, *paths: Path) -> None:
    """Drag files in and let go of them, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, held)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, held))


def test_projects_and_folders_can_be_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    session = scenery.project(tmp_path, images=1)
    session.close()
    photos = tmp_path / "more"
    photos.mkdir()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    drop(window, photos)
    new = window.open_form("new_project")
    assert isinstance(new, NewProject) and new.images.paths == [photos]
    drop(window, session.folder / "project.db")
    assert window.session is not None and window.session.folder == session.folder
    drop(window, photos)
    form = window.open_form("add")
    assert isinstance(form, AddImages) and [row.path for row in form.folders.rows] == [photos]
    window.close()
