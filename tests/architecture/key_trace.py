"""The way of a key: the files that the program goes through from the key's action to the app action that decides.

    python tests/architecture/key_trace.py

opens the real window without a screen, presses F on a proposal and prints the way and every other file asked on it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = str(ROOT / "verify_app") + os.sep
START = ("gui/shell/actions.py", "gui/shell/action_table.py")
END = "app/review/actions.py"


class Call(NamedTuple):
    """One call from one file of the program into another."""

    source: str
    target: str
    function: str


class Trace:
    """What was called between a key's action and the action of `app` that decides."""

    def __init__(self) -> None:
        self.way: list[Call] = []
        """The calls that lead to the decision, each made by the one before."""
        self.all: list[Call] = []
        """Every call from file to file on the way, checks and questions among them."""
        self._begun = self.reached = False

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> None:
        """Note a call; see `sys.setprofile`."""
        if event != "call" or self.reached:
            return
        here = _file(frame)
        if not here:
            return
        self._begun = self._begun or here in START
        caller = _caller(frame)
        if not self._begun:
            return
        if caller is not None and _file(caller) != here:
            self.all.append(Call(_file(caller), here, frame.f_code.co_qualname))
        if here == END:
            self.reached = True
            self.way = _way(frame)


def _file(frame: FrameType) -> str:
    name = frame.f_code.co_filename
    return name.removeprefix(PACKAGE).replace(os.sep, "/") if name.startswith(PACKAGE) else ""


def _caller(frame: FrameType) -> FrameType | None:
    """The nearest caller that is a file of the program."""
    back = frame.f_back
    while back is not None and not _file(back):
        back = back.f_back
    return back


def _way(frame: FrameType) -> list[Call]:
    calls: list[Call] = []
    here: FrameType | None = frame
    while here is not None and _file(here) not in START:
        back = _caller(here)
        if back is not None and _file(back) != _file(here):
            calls.append(Call(_file(back), _file(here), here.f_code.co_qualname))
        here = back
    return calls[::-1]


def traced(press: Callable[[], object]) -> Trace:
    """Press a key, and tell which way it went."""
    trace = Trace()
    sys.setprofile(trace)
    try:
        press()
    finally:
        sys.setprofile(None)
    return trace


def main() -> int:
    """Open a window on three proposals, accept one, print the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VERIFY_APP_CONFIG_DIR"] = folder
        trace = _accept(Path(folder))
    print("The way:")
    for number, call in enumerate(trace.way, 1):
        print(f"  {number}. {call.source} -> {call.target}: {call.function}")
    print("All calls from file to file:")
    for number, call in enumerate(trace.all, 1):
        print(f"  {number}. {call.source} -> {call.target}: {call.function}")
    return 0 if trace.reached else 1


def _accept(folder: Path) -> Trace:
    from PySide6.QtTest import QTest

    from tests import scenery
    from verify_app.app.review import trials
    from verify_app.gui.shell.main import application
    from verify_app.gui.shell.window import MainWindow

    app = application()
    session = scenery.project(folder, images=2)
    scenery.run(session, {1: [(1, (10, 10, 50, 40), 0.9), (2, (80, 20, 120, 60), 0.8)]})
    trials.set_rates(session, honeypots=0.0, blind=0.0)
    session.close()
    window = MainWindow(reviewer="ann")
    window.open_project(session.folder)
    window.show()
    page = window.review_page
    _wait(app, lambda: page.state.trials is not None)
    page.state.show_image(1)
    _wait(app, lambda: bool(page.state.seen))
    trace = traced(lambda: QTest.keyClick(page.canvas, "f"))
    window.close()
    return trace


def _wait(app: Any, until: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        app.processEvents()


if __name__ == "__main__":
    sys.exit(main())
