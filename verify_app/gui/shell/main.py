"""Starts the window."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication

from verify_app.app.settings import settings_file
from verify_app.gui import theme
from verify_app.gui.shell import one_window
from verify_app.gui.shell.application import Application
from verify_app.gui.shell.crash_report import CrashWatch, keep, places
from verify_app.gui.shell.gc_on_main_thread import Collector
from verify_app.gui.shell.one_window import SingleInstanceServer
from verify_app.gui.shell.open_project import damage_of
from verify_app.gui.shell.program_update import ProgramUpdate
from verify_app.gui.shell.system_recent import SystemRecent
from verify_app.gui.shell.window import MainWindow
from verify_app.inference import engine_addon

translate = QCoreApplication.translate

STARTED_MS = 1000
"""By then the window shows its project; the garbage collector waits for that."""


def run(folder: Path | None, *, reviewer: str = "", painted: Callable[[MainWindow], None] | None = None) -> int:
    """Open the window on a project, or on the welcome page, and stay until it is closed.

    Parameters
    ----------
    folder : Path or None
        The project to open.
    reviewer : str
        Who decides; empty for the name in the settings.
    painted : callable, optional
        Called once with the window when the first picture has been painted (start-up measurements, tests).

    Returns
    -------
    int
        Exit code.
    """
    app = application()
    window = MainWindow(reviewer=reviewer)
    if isinstance(app, Application):
        app.file_wanted.connect(lambda file: window.open_project(Path(file)))
    hook, sys.excepthook = sys.excepthook, _Hook(window)
    try:
        if folder is None or not window.open_project(Path(folder)):
            if folder is not None and one_window.raise_existing(Path(folder)):
                told = translate("main", "{folder} is open already; its window was brought to the front.")
                print(told.format(folder=folder), file=sys.stderr)
                return 0
            window.show_welcome()
        elif painted is not None:
            window.review_page.canvas.painted.connect(lambda: painted(window))
        QTimer.singleShot(STARTED_MS, window, lambda: _begin_chores(window))
        window.show()
        return app.exec()
    finally:
        sys.excepthook = hook


def _begin_chores(window: MainWindow) -> None:
    Collector(window)
    CrashWatch(window, window.say)
    SingleInstanceServer(window)
    if engine_addon.installed():
        ProgramUpdate(window, window.say)
        SystemRecent(window)


def application() -> QApplication:
    """The one QApplication, made and dressed when there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # as an option: asking `setStyle` would wrap the style, which costs start-up time
    app = Application([sys.argv[0] or "verify-app", "-style", "fusion"])
    app.setApplicationName("verify-app")
    app.setDesktopFileName("verify-app")
    theme.follow_system(app)
    return app


class _Hook:
    """A bug in a handler is written down and said in the window; what was decided is on disk already."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        keep(places(kind, trace))
        file = write_log(text)
        sentence = damage_of(self._window.session, error)
        if not sentence:
            sentence = translate("main", "Something went wrong in the program ({kind}); your decisions are saved.")
            sentence = sentence.format(kind=kind.__name__)
        if file:
            sentence += " " + translate("main", "It is written down in {file}.").format(file=file)
        QTimer.singleShot(0, lambda: self._window.say(sentence, "bad"))


def write_log(text: str) -> Path | None:
    """Append to the window's log file; None when it cannot be written."""
    file = settings_file().with_name("window.log")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(text + "\n")
    except OSError:
        return None
    return file
