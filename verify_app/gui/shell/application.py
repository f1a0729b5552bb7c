"""The application object: macOS hands a double-clicked file to it as an event, not as an argument."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Says which file the system wants opened."""

    file_wanted = Signal(str)
    """Path of a project's file or folder."""

    def event(self, event: QEvent) -> bool:
        """Take what the system wants opened; the rest is Qt's."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)
