"""Arrows move the selected label; a burst of them is one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from verify_app.core.geometry import Box
from verify_app.gui.canvas import shape

if TYPE_CHECKING:
    from verify_app.gui.canvas.view import Canvas

PAUSE_MS = 600

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Nudge(QObject):
    """Collects steps of one image pixel (Shift: ten) and hands the result over after a pause or when asked."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._item_id = ""
        self._box: Box | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def key(self, event: QKeyEvent) -> bool:
        """Take an arrow key; False when it is none or nothing is selected."""
        step = _STEPS.get(Qt.Key(event.key()))
        item = self._canvas.selected
        if step is None or item is None:
            return False
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        width, height = self._canvas.size
        box = self._box if self._box is not None and self._item_id == item.id else item.region
        self._item_id = item.id
        self._box = shape.moved(box, step[0] * far, step[1] * far, width=width, height=height)
        self._canvas.preview(self._box, of=item.id)
        self._timer.start()
        return True

    def flush(self) -> None:
        """Hand over what has been collected."""
        self._timer.stop()
        box, self._box = self._box, None
        if box is not None:
            self._canvas.preview(None)
            self._canvas.reshape(self._item_id, box)

    def cancel(self) -> bool:
        """Forget what has been collected; False when there was nothing."""
        self._timer.stop()
        pending, self._box = self._box is not None, None
        if pending:
            self._canvas.preview(None)
        return pending
