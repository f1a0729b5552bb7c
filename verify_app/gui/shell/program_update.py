"""Notices that an installed program was updated while its window is open, and says so once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel

LOOK_MS = 30_000


class ProgramUpdate(QTimer):
    """Looks now and then whether the program's file is still the one that was started.

    Parameters
    ----------
    window : QMainWindow
        Its status bar goes on saying it.
    say : callable
        Shows a sentence of a kind in the window.
    file : Path, optional
        The program's file; default: this program's.
    """

    def __init__(self, window: QMainWindow, say: Callable[[str, str], None], file: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._say = window, say
        self._file = file or Path(sys.executable)
        self._began_as = _mark(self._file)
        self._label: PlainLabel | None = None
        self.timeout.connect(self.look)
        self.start(LOOK_MS)

    def look(self) -> None:
        """Say it, and let a label in the status bar go on saying it, when the file is another one by now."""
        now = _mark(self._file)
        if now is None or now == self._began_as:  # gone for a moment while it is replaced
            return
        self.stop()
        self._label = PlainLabel()
        self._label.setContentsMargins(0, 0, 10, 0)
        self._window.statusBar().addPermanentWidget(self._label)
        on_language_change(self._label, self._write)
        self._write()
        self._say(
            self.tr(
                "verify-app was updated while it was open. Start it again when it suits you; what you decide until "
                "then is kept as always."
            ),
            "warn",
        )

    def _write(self) -> None:
        if self._label is not None:
            self._label.setText(self.tr("Updated: start again"))


def _mark(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
