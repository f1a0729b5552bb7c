"""One press, one decision: a key that is held down decides nothing a second time.

X11 says of a held key that it was let go and pressed again, at one and the same time, and Qt does not always recognise
that (`QKeyEvent.isAutoRepeat` is false then, so that `QAction.setAutoRepeat` does not help). No hand is that quick.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

AT_ONCE_MS = 1
"""Who lets go of a key and presses it again takes longer than that."""


class HeldKeys(QObject):
    """Filters the keys of whichever window has them, and the shortcuts of the actions that it is installed on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._let_go: dict[int, int] = {}
        self._held = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return self._held
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._let_go[_key(event)] = event.timestamp()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._held = event.isAutoRepeat() or self._goes_on(event)
        return False

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Whether a press comes together with the release before it."""
        now, before = event.timestamp(), self._let_go.get(_key(event))
        return bool(now) and before is not None and 0 <= now - before <= AT_ONCE_MS


def _key(event: QKeyEvent) -> int:
    """The key itself, whatever is held beside it."""
    return event.nativeScanCode() or -int(event.key())
