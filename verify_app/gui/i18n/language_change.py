"""Texts that are said anew when the window's language changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class _Listener(QWidget):
    """A child that is never seen and hears, as every widget does, that the language is another."""

    def __init__(self, parent: QWidget, say: Callable[[], object]) -> None:
        super().__init__(parent)
        self._say = say
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def on_language_change(widget: QWidget, say: Callable[[], object]) -> None:
    """Call `say` whenever the language changes, as long as `widget` lives."""
    _Listener(widget, say)
