"""A job that is done offers what comes next in its own line, and takes neither the keys nor the screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hands
from verify_app.gui.panels.jobs import JobRow

SAYS = "import json; print(json.dumps({'type': 'result', 'text': 'Written.'}))"
FAILS = "import sys; print('no'); sys.exit(1)"


def ended(hands: Hands, tmp_path: Path, *arguments: str, does: str = SAYS) -> JobRow:
    """A job's row once the job is over: a program called like ours that does nothing but say so."""
    (tmp_path / "does.py").write_text(does)
    job = hands.window.jobs.start("A job", [sys.executable, str(tmp_path / "does.py"), "", *arguments])
    job.command = [sys.executable, "-m", "verify_app", *arguments]
    hands.qtbot.waitUntil(lambda: job.state.over)
    return next(row for row in hands.window.job_panel.rows if row.job is job)


def texts(row: JobRow) -> list[str]:
    return [button.text() for button in row.steps]


@pytest.mark.parametrize(
    ("arguments", "offered"),
    [
        (("export", "--", "p", "out"), ["Train on it", "Open folder"]),
        (("export", "--dry-run", "--", "p", "out"), []),
        (("train", "p", "v1"), ["Compare"]),
        (("predict", "--", "p"), ["Show in grid"]),
        (("predict", "--image=photos/1.png", "--", "p"), []),
        (("add", "--", "p", "export"), []),
    ],
)
def test_what_is_offered(hands: Hands, tmp_path: Path, arguments: tuple[str, ...], offered: list[str]) -> None:
    assert texts(ended(hands, tmp_path, *arguments)) == offered


def test_nothing_is_offered_after_a_failure(hands: Hands, tmp_path: Path) -> None:
    assert texts(ended(hands, tmp_path, "export", "--", "p", "out", does=FAILS)) == []


def test_the_offer_waits_and_takes_no_focus(hands: Hands, tmp_path: Path) -> None:
    hands.canvas.setFocus()
    row = ended(hands, tmp_path, "export", "--", "p", "out")
    assert QApplication.focusWidget() is hands.canvas
    assert [form for form in QApplication.topLevelWidgets() if form.objectName() == "train"] == []
    row.steps[0].click()
    assert hands.window.open_form("train").isVisible()


def test_the_folder_that_was_written_is_opened(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    ended(hands, tmp_path, "export", "--", "p", str(tmp_path / "out")).steps[1].click()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "out")]


def test_the_grid_is_opened_and_not_closed(hands: Hands, tmp_path: Path) -> None:
    row = ended(hands, tmp_path, "predict", "--", "p")
    row.steps[0].click()
    assert hands.page.grid is not None
    row.steps[0].click()
    assert hands.page.grid is not None


def test_the_offer_speaks_the_windows_language(hands: Hands, tmp_path: Path) -> None:
    row = ended(hands, tmp_path, "export", "--", "p", "out")
    hands.window.change_settings(language="ja")
    assert texts(row) != ["Train on it", "Open folder"]
    hands.window.change_settings(language="en")
    assert texts(row) == ["Train on it", "Open folder"]
