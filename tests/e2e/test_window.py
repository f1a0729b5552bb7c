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
from verify_app.app.places import Place, remember
from verify_app.core.orders import Order

NEEDED = ("Xvfb", "xdotool", "openbox")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(x) is None for x in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]

TRAY = [(1, (20.0, 20.0, 60.0, 60.0), 0.9), (2, (80.0, 20.0, 120.0, 60.0), 0.8), (3, (140.0, 20.0, 180.0, 60.0), 0.7)]


@dataclass
class Screen:
    """A screen of its own with a window manager, and the program on it."""

    project: Path
    env: dict[str, str]
    log: Path
    window: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "verify_app", str(self.project)]
            self.window = subprocess.Popen(command, env=self.env, stdout=log, stderr=log)
        self.tool("search", "--sync", "--onlyvisible", "--name", "verify-app")
        until(lambda: "verify-app" in self.tool("getactivewindow", "getwindowname"))
        time.sleep(1.0)  # the first picture is painted from another thread

    def stop(self) -> None:
        assert self.window is not None
        self.key("ctrl+q")
        assert self.window.wait(timeout=20) == 0, self.log.read_text(encoding="utf-8")
        self.window = None

    def tool(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        for key in keys:
            self.tool("key", "--clearmodifiers", key)
            time.sleep(0.15)

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
        self.tool("mouseup", "1")
        time.sleep(0.3)

    def ask(self, *arguments: str) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "verify_app", arguments[0], str(self.project), *arguments[1:], "--json"]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def labels(self) -> list[tuple[str, str, str | None]]:
        rows = self.ask("labels", "--image", "photos/000.png")
        return [(row["id"], row["state"], row["grade"]) for row in rows]

    def status(self) -> dict[str, Any]:
        return self.ask("status")[0]


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something that will be true soon."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.1)


@pytest.fixture
def screen(tmp_path: Path, own_settings: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "VERIFY_APP_CONFIG_DIR": str(own_settings)}
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    settings.save(settings.Settings(reviewer="ann"))
    session = scenery.project(tmp_path, images=3)
    scenery.run(session, dict.fromkeys((1, 2, 3), TRAY))
    remember(session, Place(Order.FOUND))  # in the mixed order, chance may begin with another image
    session.close()
    made = Screen(session.folder, env, tmp_path / "log.txt")
    try:
        yield made
    finally:
        for process in (made.window, manager, server):
            if process is not None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                process.wait()


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
