"""A window that does not end by itself: the next one says so once, and what is known names nobody and no image."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import scenery
from tests.windows import WINDOWS
from verify_app.gui.shell import crash_report

CODE = """
import ctypes, os, sys
from pathlib import Path
from verify_app.__main__ import open_window

def painted(window):
    from PySide6.QtCore import QTimer
    from verify_app.gui.shell.main import STARTED_MS
    QTimer.singleShot(STARTED_MS + 1500, lambda: how[sys.argv[2]](window))

how = {
    "crash": lambda window: ctypes.string_at(0),
    "kill": lambda window: os.kill(os.getpid(), 9),
    "bug": lambda window: bug(window),
    "close": lambda window: print(window.review_page.message.said, flush=True) or window.close(),
}

def bug(window):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(300, window.close)
    raise ValueError("secret-image.png")

sys.exit(open_window(Path(sys.argv[1]), painted=painted))
"""


def window(folder: Path, config: Path, how: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "VERIFY_APP_CONFIG_DIR": str(config)}
    command = [sys.executable, "-c", CODE, str(folder), how]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, env=env, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    session = scenery.project(tmp_path, images=2)
    session.close()
    return session.folder


@pytest.mark.skipif(WINDOWS, reason="processes end otherwise there")
@pytest.mark.parametrize("how", ["crash", "kill"])
def test_the_next_window_says_it_once_and_keeps_what_is_known(
    project: Path, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(config))
    assert window(project, config, how).returncode != 0
    said = window(project, config, "close")
    assert said.returncode == 0 and "did not end by itself" in said.stdout, said.stderr
    report = crash_report.last_report()
    assert ("Segmentation fault" in report) is (how == "crash")
    assert str(tmp_path) not in report and str(Path.home()) not in report
    assert "did not end by itself" not in window(project, config, "close").stdout
    assert not list(config.glob("open-window-*"))


def test_a_bug_leaves_its_places_and_not_its_words(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(config))
    window(project, config, "bug")
    report = crash_report.last_report()
    assert "ValueError" in report and "secret-image" not in report
    assert "did not end by itself" not in window(project, config, "close").stdout


def test_places_are_of_the_program_and_name_no_folder(tmp_path: Path) -> None:
    try:
        scenery.project(tmp_path / "no" / "where", images=0, task="nonsense")
    except Exception as error:
        said = crash_report.places(type(error), error.__traceback__)
    assert "verify_app/app/project/create.py:" in said and "scenery.py:" in said
    assert str(Path(__file__).parents[2]) not in said
