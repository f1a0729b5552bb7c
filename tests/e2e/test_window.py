"""The real program in a real window on a screen that nobody sees, driven by keyboard and mouse."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from verify_app.app import settings
from verify_app.app.review.last_position import Place, remember
from verify_app.core.queue.orders import Order

NEEDED = ("Xvfb", "xdotool", "openbox")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(x) is None for x in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]

PATIENCE_S = 120.0
"""Until a wait counts as one for ever: no test says how quick a machine is."""
TRAY = [(1, (20.0, 20.0, 60.0, 60.0), 0.9), (2, (80.0, 20.0, 120.0, 60.0), 0.8), (3, (140.0, 20.0, 180.0, 60.0), 0.7)]


OPEN = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from verify_app.__main__ import open_window

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)

class Count(QObject):
    keys = clicks = pressed = 0
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(thing, QWindow):
            self.pressed += 1
        if event.type() == QEvent.Type.KeyRelease and isinstance(thing, QWindow):
            self.keys += event.key() not in MODIFIERS
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(thing, QWindow):
            self.clicks += 1
        return False

def painted(window):
    count = Count(window)
    QApplication.instance().installEventFilter(count)
    def tell():
        where = {"keys": count.keys, "pressed": count.pressed, "clicks": count.clicks, "ready": True, "seen": False}
        page = window.open_page
        if page is not None and page.state.review is not None:
            canvas, state = page.canvas, page.state
            corner, far = (canvas.viewport().mapToGlobal(canvas.mapFromScene(v, v)) for v in (0, 1000))
            where |= {"x": corner.x(), "y": corner.y(), "scale": (far.x() - corner.x()) / 1000}
            where |= {"image": state.review.name, "seen": state.seen is not None, "selected": state.selected}
            where["ready"] = where["seen"] or canvas.notice.isVisible()
        Path(sys.argv[2] + ".new").write_text(json.dumps(where))
        os.replace(sys.argv[2] + ".new", sys.argv[2])
    timer = QTimer(window)
    timer.timeout.connect(tell)
    timer.start(40)

sys.exit(open_window(Path(sys.argv[1]), painted=painted))
"""
"""Opens the window as the program does, and writes down what has reached it and where on the screen the image is."""


@dataclass
class Screen:
    """A screen of its own with a window manager, and the program on it."""

    project: Path
    env: dict[str, str]
    log: Path
    window: subprocess.Popen[bytes] | None = None

    @property
    def spy(self) -> Path:
        return self.log.with_name("where.json")

    def start(self) -> None:
        self.spy.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            command = [sys.executable, "-c", OPEN, str(self.project), str(self.spy)]
            self.window = subprocess.Popen(command, env=self.env, stdout=log, stderr=log)
        self.tool("search", "--sync", "--onlyvisible", "--name", "verify-app")
        until(lambda: "verify-app" in self.tool("getactivewindow", "getwindowname"))
        until(lambda: self.spy.exists() and bool(self.where()["ready"]))
        while (before := self.where()) != (time.sleep(0.6), self.where())[1]:
            assert before, "the panels take their places after the first picture"

    def where(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.spy.read_text(encoding="utf-8"))
        return found

    def stop(self) -> None:
        assert self.window is not None
        self.tool("key", "--clearmodifiers", "ctrl+q")
        assert self.window.wait(timeout=PATIENCE_S) == 0, self.log.read_text(encoding="utf-8")
        self.window = None

    def tool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys, each once the window has done what the one before asks and shows the picture."""
        for key in keys:
            before = self.where()["keys"]
            self.tool("key", "--clearmodifiers", key)
            until(lambda before=before: self.where()["keys"] > before)
            until(lambda: bool(self.where()["ready"]))

    def released(self, *how: str) -> None:
        """Do something with the mouse that ends by letting go of a button, and wait until that has arrived."""
        before = self.where()["clicks"]
        self.tool(*how)
        until(lambda: self.where()["clicks"] > before)

    def drag(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        """From one place to another, in shares of a hundred of the window's size."""
        size = dict(
            line.split("=") for line in self.tool("getactivewindow", "getwindowgeometry", "--shell").split("\n")
        )
        left, top, width, height = (int(size[k]) for k in ("X", "Y", "WIDTH", "HEIGHT"))
        places = [(str(left + x * width // 100), str(top + y * height // 100)) for x, y in (start, stop)]
        self.tool("mousemove", *places[0], "mousedown", "1")
        for step in range(1, 6):
            x, y = (int(a) + (int(b) - int(a)) * step // 5 for a, b in zip(*places, strict=True))
            self.tool("mousemove", str(x), str(y))
            time.sleep(0.03)
        self.released("mouseup", "1")

    def ask(self, *arguments: str) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "verify_app", arguments[0], str(self.project), *arguments[1:], "--json"]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def labels(self) -> list[tuple[str, str, str | None]]:
        rows = self.ask("labels", "--image", "photos/000.png")
        return [(row["id"], row["state"], row["grade"]) for row in rows]

    def status(self) -> dict[str, Any]:
        return self.ask("status")[0]


def until(true: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait for something that will be true soon."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.1)


@contextlib.contextmanager
def display(own_settings: Path) -> Iterator[dict[str, str]]:
    """A screen that nobody sees, with a window manager; the environment of a program on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = f":{told.readline().strip()}"
    env = {**os.environ, "DISPLAY": number, "QT_QPA_PLATFORM": "xcb", "VERIFY_APP_CONFIG_DIR": str(own_settings)}
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        yield env
    finally:
        for process in (manager, server):
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()


@pytest.fixture
def screen(tmp_path: Path, own_settings: Path) -> Iterator[Screen]:
    with display(own_settings) as env:
        settings.save(settings.Settings(reviewer="ann"))
        session = scenery.project(tmp_path, images=3)
        scenery.run(session, dict.fromkeys((1, 2, 3), TRAY))
        remember(session, Place(Order.FOUND))  # in the mixed order, chance may begin with another image
        session.close()
        made = Screen(session.folder, env, tmp_path / "log.txt")
        try:
            yield made
        finally:
            if made.window is not None:
                with contextlib.suppress(ProcessLookupError):
                    made.window.kill()
                made.window.wait()


def test_a_session_with_keys_and_mouse_and_a_restart(screen: Screen) -> None:
    screen.start()
    screen.key("Tab", "f")
    until(lambda: ("L1", "verified", "accepted") in screen.labels())
    accepted = screen.labels()
    screen.key("x")
    until(lambda: len(screen.labels()) == 2)
    screen.key("r")
    screen.drag((40, 65), (50, 80))
    until(lambda: [grade for _, _, grade in screen.labels()].count("drawn") == 1)
    screen.key("ctrl+z")
    until(lambda: "drawn" not in [grade for _, _, grade in screen.labels()])
    screen.key("ctrl+z")
    until(lambda: screen.labels() == accepted)
    screen.key("space")
    until(lambda: screen.status()["images"]["complete"] == 1)
    assert screen.status()["labels"]["by_grade"]["accepted"] == 3
    screen.stop()

    screen.start()
    screen.key("ctrl+z")
    until(lambda: screen.status()["images"]["complete"] == 0)
    assert screen.labels() == accepted
    screen.key("ctrl+shift+z")
    until(lambda: screen.status()["images"]["complete"] == 1)
    screen.stop()

    found = screen.ask("check")[0]
    assert found["ok"], found["problems"]
    assert {row["actor"] for row in screen.ask("log", "--image", "photos/000.png")} == {"ann"}
    assert "Traceback" not in screen.log.read_text(encoding="utf-8")
    assert "QObject" not in screen.log.read_text(encoding="utf-8")


def test_a_key_that_is_held_decides_once(screen: Screen) -> None:
    screen.start()
    for key, complete, verified in (("f", 0, 1), ("space", 1, 3)):
        before = screen.where()["pressed"]
        screen.tool("keydown", key)
        until(lambda before=before: screen.where()["pressed"] > before + 12)
        screen.tool("keyup", key)
        until(lambda complete=complete: screen.status()["images"]["complete"] >= complete)
        found = screen.status()
        assert (found["images"]["complete"], sum(found["labels"]["by_grade"].values())) == (complete, verified)
    screen.key("f", "f")
    until(lambda: screen.status()["labels"]["by_grade"]["accepted"] == 5)
    screen.stop()


def test_a_second_window_on_the_same_project_says_who_has_it(screen: Screen) -> None:
    screen.start()
    command = [sys.executable, "-m", "verify_app", "decide", str(screen.project), "-"]
    line = json.dumps({"actor": "bob", "op": "empty", "image": "photos/000.png"})
    done = subprocess.run(command, env=screen.env, input=line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is open elsewhere" in done.stderr
    assert str(screen.window.pid if screen.window else "") in done.stderr
    assert "Traceback" not in done.stderr
    screen.stop()
