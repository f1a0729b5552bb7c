"""Keys of classes: 1 to 9 for the first nine, and two strokes beyond: 0 and then a digit or a letter."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent

DIGITS = 9
SECOND = "123456789" + ascii_lowercase
"""The second stroke of the tenth class and on."""
WAIT_MS = 3000
"""So long the second stroke is waited for."""


def strokes(place: int) -> str:
    """What to press for the class at a place of the list, from 0; empty when there are no keys for it."""
    if place < DIGITS:
        return str(place + 1)
    beyond = place - DIGITS
    return f"0{SECOND[beyond]}" if beyond < len(SECOND) else ""


class SecondStroke(QObject):
    """Takes the key after the first one, whoever it would be for.

    Parameters
    ----------
    chosen : callable
        Takes the place of a class, from 1.
    """

    def __init__(self, chosen: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.stop)
        self.waiting = False

    def start(self) -> None:
        """The first stroke has been made."""
        self._wait.start()
        if not self.waiting:
            self.waiting = True
            app = QCoreApplication.instance()
            assert app is not None
            app.installEventFilter(self)

    def stop(self) -> None:
        """Wait no more."""
        self._wait.stop()
        app = QCoreApplication.instance()
        if self.waiting and app is not None:
            app.removeEventFilter(self)
        self.waiting = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # it comes as a key then, and no shortcut takes it
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not event.text():
            return False
        self.stop()
        at = SECOND.find(event.text().lower())
        if at >= 0:
            self._chosen(DIGITS + at + 1)
        return True
