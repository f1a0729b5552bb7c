"""Starting the window loads nothing heavy, and Qt's bindings lose no reference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import scenery

HEAVY = ("torch", "ultralytics", "cv2", "numpy", "scipy", "shapely", "onnxruntime", "sqlite_utils", "click", "yaml")
CODE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from verify_app.gui.main import run

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
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "verify_app.gui.window" in loaded
    assert loaded.isdisjoint(HEAVY), loaded & set(HEAVY)
    lazy = ("verify_app.gui.dialogs", "verify_app.gui.welcome", "verify_app.gui.jobs", "verify_app.cli")
    assert not [name for name in loaded if name.startswith(lazy)]


def test_calls_that_return_nothing_keep_the_references_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 lost one with each call and aborted after some thousands
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(400):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100
