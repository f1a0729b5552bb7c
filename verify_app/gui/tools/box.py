"""Draw a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTransform

from verify_app.core.geometry import Box
from verify_app.gui.canvas import shape
from verify_app.gui.tools.base import Pointer, Stage


class BoxTool:
    """Press, drag, release: a new box. With Shift held the tool stays in hand for the next one."""

    id = "box"
    crosshair = True

    def __init__(self) -> None:
        self._start: Pointer | None = None

    def press(self, stage: Stage, at: Pointer) -> None:
        self._start = at
        stage.pick("")

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._start is not None:
            stage.preview(self._box(stage, self._start, at))

    def release(self, stage: Stage, at: Pointer) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        stage.preview(None)
        box = self._box(stage, start, at)
        least = max(shape.LEAST, at.tolerance / 3)  # a click, not a box
        if box.width >= least and box.height >= least:
            stage.draw(box, more=at.shift)

    @staticmethod
    def _box(stage: Stage, start: Pointer, at: Pointer) -> Box:
        width, height = stage.size
        return shape.span(start.x, start.y, at.x, at.y, width=width, height=height)

    def cancel(self, stage: Stage) -> bool:
        dragging, self._start = self._start is not None, None
        stage.preview(None)
        return dragging

    def cursor(self, stage: Stage, at: Pointer) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, transform: QTransform) -> None:
        """Nothing of its own: the canvas shows the crosshair and the box."""
