"""Selects the undecided object that the pointer comes to, so that keys act on it without a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from verify_app.core.vocabulary import LabelState
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.state import UNDECIDED, ReviewState

DWELL_MS = 80
"""What the pointer only crosses on its way is left alone."""
TRAVEL = 8
"""After a key the pointer counts again once it has gone so many screen pixels: a hand on the mouse trembles."""
AIMED = UNDECIDED | {LabelState.SUGGESTION}
ACTS = (QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)
"""A key or a click is about to do something; they come before it does."""


class HoverSelect(QObject):
    """Watches the canvas. Only coming to another object selects.

    Whoever goes by keys is not disturbed by a pointer that lies still or trembles: what it lay on already is not come
    to. What is verified, being edited or selected with others is left alone too: there a click is asked for.
    """

    def __init__(self, state: ReviewState, canvas: Canvas) -> None:
        super().__init__(state)
        self._state, self._canvas = state, canvas
        self.on = False
        self._over: str | None = None
        self._at = QPointF()
        self._rests: QPointF | None = None
        """Where the pointer was when a key was pressed, until it has moved away from there."""
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._take)

    def switch(self, on: bool) -> None:
        """On or off."""
        if on != self.on:
            self.on = on
            self._dwell.stop()
            for watched in (self._canvas, self._canvas.viewport()):
                (watched.installEventFilter if on else watched.removeEventFilter)(self)

    def say(self) -> None:
        """Say which it is."""
        text = self.tr("A click selects.")
        if self.on:
            text = self.tr("What the pointer comes to is selected, and keys act on it. [aim] ends that.")
        self._state.said.emit(text, "note")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._come(event)
        elif kind in ACTS:
            if self._rests is not None and isinstance(event, QMouseEvent):
                self._rests = None
                self._come(event, pressed=True)
            if self._dwell.isActive():
                self._take()  # so that a corner can be dragged, and a key acts on what is pointed at, at once
            self._rests = self._at if kind == QEvent.Type.ShortcutOverride else None
        elif kind in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._dwell.stop()
        return False

    def _come(self, event: QMouseEvent, *, pressed: bool = False) -> None:
        self._at = event.position()
        if self._rests is not None:
            if (self._at - self._rests).manhattanLength() < TRAVEL:
                return
            self._rests = None
        over = self._canvas.item_at(event.position()) or None
        if over == self._over:
            return
        self._over = over
        still = (
            pressed or event.buttons() == Qt.MouseButton.NoButton
        ) and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if over is not None and still:
            self._dwell.start()
        else:
            self._dwell.stop()

    def _take(self) -> None:
        self._dwell.stop()
        busy = self._state.editing or self._state.also or not self._canvas.usable
        item = self._canvas.item(self._over) if self._over is not None else None
        if item is None or busy or self._canvas.tool.id != "select":
            return
        if (item.id != self._state.selected or not self._state.chosen) and item.state in AIMED:
            self._state.select(item.id)
