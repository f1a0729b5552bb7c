"""Keys that follow the pointer: what it comes over is selected without a click. Off until somebody asks for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from verify_app.gui.canvas.handling import GRAB
from verify_app.gui.canvas.view import Canvas
from verify_app.gui.desk import UNDECIDED, Desk
from verify_app.gui.tools.base import Pointer


class Aiming(QObject):
    """Watches the canvas. Only a movement selects: whoever goes by Tab is not disturbed by a pointer that lies still.

    What is verified, being edited or selected with others is left alone: there a click is asked for.
    """

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk)
        self._desk, self._canvas = desk, canvas
        self.on = False

    def switch(self, on: bool) -> None:
        """On or off."""
        if on != self.on:
            self.on = on
            watch = self._canvas.viewport()
            (watch.installEventFilter if on else watch.removeEventFilter)(self)

    def say(self) -> None:
        """Say which it is."""
        text = self.tr("A click selects.")
        if self.on:
            text = self.tr("What the pointer comes over is selected, and keys act on it. [aim] ends that.")
        self._desk.said.emit(text, "note")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._free(event):
            self._aim(event)
        return False

    def _free(self, event: QMouseEvent) -> bool:
        held = event.buttons() != Qt.MouseButton.NoButton or event.modifiers() != Qt.KeyboardModifier.NoModifier
        busy = self._desk.editing or self._desk.also or not self._canvas.usable
        return not held and not busy and self._canvas.tool.id == "select"

    def _aim(self, event: QMouseEvent) -> None:
        place = self._canvas.viewportTransform().inverted()[0].map(event.position())
        at = Pointer(place.x(), place.y(), GRAB / self._canvas.zoom.scale, False, False, False)
        item = self._canvas.item(self._canvas.target(at).item_id)
        if item is not None and item.id != self._desk.selected and item.state in UNDECIDED:
            self._desk.select(item.id)
