"""Select, move and resize."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTransform

from verify_app.core.geometry import Box
from verify_app.gui.canvas import shape
from verify_app.gui.canvas.hit import Kind
from verify_app.gui.tools.base import Pointer, Stage

_CURSORS = {
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
}


@dataclass(frozen=True, slots=True)
class _Drag:
    item_id: str
    part: str
    start: Pointer
    box: Box


class SelectTool:
    """A click selects; only what was selected before can be dragged, so that nothing is nudged by accident."""

    id = "select"
    crosshair = False

    def __init__(self) -> None:
        self._drag: _Drag | None = None
        self._started = False

    def press(self, stage: Stage, at: Pointer) -> None:
        target = stage.target(at)
        before = stage.selected
        self._drag, self._started = None, False
        if target.kind is Kind.NOTHING:
            stage.pick("")
            return
        if before is not None and target.item_id == before.id:
            self._drag = _Drag(before.id, target.part, at, before.region)
        else:
            stage.pick(target.item_id)

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._drag is None:
            return
        start = self._drag.start
        if not self._started and max(abs(at.x - start.x), abs(at.y - start.y)) < at.tolerance / 2:
            return
        self._started = True
        stage.preview(self._box(stage, at), of=self._drag.item_id)

    def release(self, stage: Stage, at: Pointer) -> None:
        drag, started = self._drag, self._started
        self._drag, self._started = None, False
        if drag is None or not started:
            return
        self._drag = drag
        box = self._box(stage, at)
        self._drag = None
        stage.preview(None)
        if box != drag.box:
            stage.reshape(drag.item_id, box)

    def _box(self, stage: Stage, at: Pointer) -> Box:
        drag = self._drag
        assert drag is not None
        width, height = stage.size
        dx, dy = at.x - drag.start.x, at.y - drag.start.y
        if not drag.part:
            return shape.moved(drag.box, dx, dy, width=width, height=height)
        # the grabbed side keeps its distance to the pointer: no jump at the first pixel
        x = (drag.box.x1 if "w" in drag.part else drag.box.x2) + dx
        y = (drag.box.y1 if "n" in drag.part else drag.box.y2) + dy
        return shape.resized(drag.box, drag.part, x, y, width=width, height=height)

    def cancel(self, stage: Stage) -> bool:
        dragging, self._drag, self._started = self._started, None, False
        if dragging:
            stage.preview(None)
        return dragging

    def cursor(self, stage: Stage, at: Pointer) -> Qt.CursorShape:
        if self._drag is not None and self._started and not self._drag.part:
            return Qt.CursorShape.ClosedHandCursor
        target = stage.target(at)
        selected = stage.selected
        if selected is None or target.item_id != selected.id:
            return Qt.CursorShape.PointingHandCursor if target.item_id else Qt.CursorShape.ArrowCursor
        return _CURSORS.get(target.part, Qt.CursorShape.SizeAllCursor)

    def paint(self, painter: QPainter, transform: QTransform) -> None:
        """Nothing of its own."""
