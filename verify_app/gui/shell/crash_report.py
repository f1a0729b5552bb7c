"""What is known of a crash, for a report: places in code and no name of a person, a folder or an image.

While a window is open a file says so. One whose process is gone was left by a window that did not end by itself.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QLockFile, QObject

from verify_app import __version__
from verify_app.app.settings import settings_file

_REPORT, _OPEN = "last-crash.txt", "open-window-{pid}.lock"
_PROGRAM = "verify_app"


def last_report() -> str:
    """What is known of the last crash; empty when there was none."""
    try:
        return _folder().joinpath(_REPORT).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def keep(text: str) -> None:
    """Keep this as what is known of the last crash."""
    with suppress(OSError):
        _folder().mkdir(parents=True, exist_ok=True)
        _folder().joinpath(_REPORT).write_text(f"verify-app {__version__}\n{text}", encoding="utf-8")


def places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A bug as its kind and where it came up: its own words may name an image."""
    frames = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)]
    return "\n".join([kind.__name__, *frames]) + "\n"


def _short(file: str) -> str:
    """A file of the program from its package on, of others its name alone."""
    parts = Path(file).parts
    return "/".join(parts[parts.index(_PROGRAM) :]) if _PROGRAM in parts else Path(file).name


def _folder() -> Path:
    return settings_file().parent


class CrashWatch(QObject):
    """Says that the last window did not end by itself, and writes down where this one is when it does not.

    Parameters
    ----------
    say : callable
        Takes a sentence and what kind it is.
    """

    def __init__(self, parent: QObject, say: Callable[[str, str], object]) -> None:
        super().__init__(parent)
        self._trace: TextIO | None = None
        folder = _folder()
        self._lock = QLockFile(str(folder / _OPEN.format(pid=os.getpid())))
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if left_open(folder):
                say(self._sentence(), "note")
            self._begin()
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.end)

    def _sentence(self) -> str:
        return self.tr(
            "verify-app did not end by itself the last time. Nothing that you decided was lost; Help › About "
            "verify-app › Copy details says what is known of it."
        )

    def _begin(self) -> None:
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(0) and not faulthandler.is_enabled():
            self._trace = _trace_of(Path(self._lock.fileName())).open("w", encoding="utf-8")
            faulthandler.enable(self._trace)

    def end(self) -> None:
        """The window is closed: there is nothing to tell."""
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None
            _trace_of(Path(self._lock.fileName())).unlink(missing_ok=True)
        self._lock.unlock()


def left_open(folder: Path) -> bool:
    """Whether a window is said to be open whose process is gone; what it left is kept as the last report."""
    found = False
    for file in folder.glob(_OPEN.format(pid="*")):
        lock = QLockFile(str(file))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue  # it is open
        found, trace = True, _trace_of(file)
        said = trace.read_text(encoding="utf-8", errors="replace") if trace.is_file() else ""
        keep("\n".join(_places_only(said)) or "It was ended from outside, or the computer was.\n")
        trace.unlink(missing_ok=True)
        lock.unlock()
    return found


def _places_only(said: str) -> list[str]:
    """The lines of `faulthandler` with files as `_short` names them."""
    lines = []
    for line in said.splitlines():
        before, quote, rest = line.partition('"')
        file, second, after = rest.partition('"')
        lines.append(f"{before}{_short(file)}{after}" if quote and second else line)
    return lines


def _trace_of(lock: Path) -> Path:
    return lock.with_suffix(".txt")
