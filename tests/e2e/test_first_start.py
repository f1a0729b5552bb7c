"""From the first start to the first verified image of one's own, with the mouse alone, counted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.test_window import NEEDED, Screen, display, until
from verify_app.core.resources import resource

MOST = 12
"""Clicks and keys."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(x) is None for x in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]

OPEN = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox
from PySide6.QtWidgets import QHeaderView, QLabel
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow

def middle(widget, area):
    at = widget.mapToGlobal(area.center())
    return [at.x(), at.y()]

def shown():
    found = []
    for widget in QApplication.allWidgets():
        part = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        if not widget.isVisible() or part.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QAbstractButton) and widget.isEnabled():
            found.append([widget.text(), *middle(widget, widget.rect())])
        elif isinstance(widget, QAbstractSpinBox | QLabel):
            found.append([widget.text(), *middle(widget, widget.rect())])
        elif isinstance(widget, QComboBox):
            found.append([widget.currentText(), *middle(widget, widget.rect())])
        elif isinstance(widget, QAbstractItemView) and type(widget) is not QHeaderView and widget.model() is not None:
            for row in range(min(40, widget.model().rowCount(widget.rootIndex()))):
                index = widget.model().index(row, 0, widget.rootIndex())
                found.append([index.data(), *middle(widget.viewport(), widget.visualRect(index))])
    return sorted(found, key=lambda one: one[2])

def tell():
    window = next((one for one in app.topLevelWidgets() if isinstance(one, MainWindow)), None)
    if window is None:
        return
    page = window.open_page
    review = page.state.review if page is not None else None
    where = {"shown": shown(), "ready": True, "seen": page is not None and page.state.seen is not None}
    where |= {"image": review.name if review else "", "items": len(page.state.items) if page else 0}
    where |= {"message": page.message.text if page is not None else ""}
    where |= {"busy": window.busy, "folder": str(window.session.folder) if window.session else ""}
    where |= {"title": app.activeWindow().windowTitle() if app.activeWindow() else ""}
    Path(sys.argv[1] + ".new").write_text(json.dumps(where))
    os.replace(sys.argv[1] + ".new", sys.argv[1])

app = main.application()
timer = QTimer()
timer.timeout.connect(tell)
timer.start(60)
sys.exit(main.run(None))
"""
"""Opens the window on no project, and writes down where on the screen everything lies that can be clicked."""


class FirstStart:
    """A mouse whose clicks are counted."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.count = screen, 0

    def _place(self, text: str, title: str) -> tuple[int, int] | None:
        where = self.screen.where()
        if title and title not in where["title"]:
            return None
        return next(((x, y) for said, x, y in where["shown"] if said == text), None)

    def click(self, text: str, *, title: str = "") -> None:
        """Click the topmost thing that says `text`, once it and the window called `title` are there."""
        found: list[tuple[int, int]] = []

        def still() -> bool:
            place = self._place(text, title)
            found.extend([place] if place is not None else [])
            return len(found) > 2 and found[-1] == found[-2] == found[-3]

        until(still)
        self.screen.tool("mousemove", *map(str, found[-1]), "click", "1")
        self.count += 1

    def see(self, text: str) -> None:
        """Wait until something says `text`: what is filled in by itself moves what is below it."""
        until(lambda: self._place(text, "") is not None)

    def key(self, key: str) -> None:
        self.screen.tool("key", "--clearmodifiers", key)
        self.count += 1


@pytest.fixture
def first(tmp_path: Path, own_settings: Path) -> Iterator[FirstStart]:
    with display(own_settings) as env:
        home = tmp_path / "home"
        (home / "work").mkdir(parents=True)
        for picture in sorted(resource("demo", "images", "real").iterdir())[:3]:
            (home / "work" / "photos").mkdir(exist_ok=True)
            shutil.copy(picture, home / "work" / "photos")
        shutil.copy(resource("demo", "model.onnx"), home / "work")
        env |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "PYTHONPATH": os.pathsep.join(sys.path)}
        screen = Screen(home, env, tmp_path / "log.txt")
        with screen.log.open("ab") as log:
            command = [sys.executable, "-c", OPEN, str(screen.spy)]
            screen.window = subprocess.Popen(command, env=env, cwd=home / "work", stdout=log, stderr=log)
        try:
            until(lambda: screen.spy.exists() and bool(screen.where()["shown"]))
            yield FirstStart(screen)
        finally:
            screen.window.kill()
            screen.window.wait()


def test_the_first_image_of_ones_own_takes_twelve_clicks_and_keys_at_most(first: FirstStart) -> None:
    screen = first.screen
    first.click("New project…")
    first.click("Add a folder…", title="New project")
    first.click("photos", title="Choose a folder of images")
    first.click("&Choose", title="Choose a folder of images")
    first.click("Browse…", title="New project")
    first.click("model.onnx", title="Choose a model")
    first.click("&Open", title="Choose a model")
    first.see("320 pixels")
    first.see("3 images")
    first.click("choose…", title="New project")
    first.click("real")
    first.click("Make the project", title="New project")
    until(lambda: bool(screen.where()["folder"]))
    until(lambda: not screen.where()["busy"] and screen.where()["seen"] and screen.where()["items"] > 0)
    until(lambda: screen.where()["message"] == "")
    begun, project = screen.where()["image"], screen.where()["folder"]
    first.key("space")
    said = "the first Space may show what is hidden, the second one decides"
    until(lambda: screen.where()["image"] != begun or screen.where()["message"] != "")
    if screen.where()["image"] == begun:
        first.key("space")
        until(lambda: screen.where()["image"] != begun)
    assert first.count <= MOST, said
    command = [sys.executable, "-m", "verify_app", "status", project, "--json"]
    done = subprocess.run(command, env=screen.env, capture_output=True, text=True, check=True)
    status = json.loads(done.stdout)
    assert status["images"]["complete"] == 1 and status["labels"]["verified"] > 0
    assert "Traceback" not in screen.log.read_text(encoding="utf-8")
