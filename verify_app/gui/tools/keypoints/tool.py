"""Draw a pose: a box round the object, then its points in the skeleton's order."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from verify_app.core.geometry import Box
from verify_app.core.regions import Keypoint, Keypoints
from verify_app.core.skeleton import Skeleton
from verify_app.gui.canvas import label_style, late_paint
from verify_app.gui.canvas.editing.box_drag import clamped
from verify_app.gui.canvas.editing.keypoints import ABSENT, OCCLUDED, VISIBLE, hull
from verify_app.gui.tools.base import Pointer, Stage, Tool
from verify_app.gui.tools.box.tool import is_drawn, spanned

_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = (
    *_DONE,
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_O, Qt.Key.Key_S),
)


_Draft = tuple[Box, tuple[tuple[int, Keypoint], ...], int, tuple[float, float] | None]


class KeypointsTool(Tool):
    """Drag the box, then click each point; the canvas says which is next.

    A right click or O: occluded, at the pointer. S: absent. Tab goes on to the next one, Backspace takes the last one
    back, Enter finishes with the rest absent.
    """

    id = "keypoints"

    def __init__(self) -> None:
        self._start: Pointer | None = None
        self._box: Box | None = None
        self._skeleton: Skeleton | None = None
        self._points: dict[int, Keypoint] = {}
        self._order: list[int] = []
        self._next = 0
        self._at: tuple[float, float] | None = None

    def hint(self) -> str:
        translate = QCoreApplication.translate
        return translate(
            "tools", "Drag a box round the object, then click its points one by one. S: absent, O: occluded."
        )

    # --- the mouse ------------------------------------------------------------------------------------------

    def press(self, stage: Stage, at: Pointer) -> None:
        if self._box is None:
            self._start = at
            stage.pick("")
        else:
            self._put(stage, at, VISIBLE)

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._start is not None:
            stage.preview(spanned(stage, self._start, at))
        else:
            self.hover(stage, at)

    def hover(self, stage: Stage, at: Pointer) -> None:
        if self._box is not None:
            stage.redraw()
            self._at = _place(stage, at)
            stage.redraw()

    def release(self, stage: Stage, at: Pointer) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        box = spanned(stage, start, at)
        if not is_drawn(box, at):
            stage.preview(None)
            stage.say(QCoreApplication.translate("tools", "First drag a box round the object."))
            return
        self._box, self._skeleton, self._at = box, stage.skeleton or Skeleton.generic(1), _place(stage, at)
        self._show(stage)
        self._say_next(stage)

    def context(self, stage: Stage, at: Pointer) -> None:
        if self._box is not None:
            self._put(stage, at, OCCLUDED)

    # --- the points -----------------------------------------------------------------------------------------

    @property
    def _count(self) -> int:
        return len(self._skeleton.names) if self._skeleton is not None else 0

    def _put(self, stage: Stage, at: Pointer | None, seen: int) -> None:
        stage.redraw()
        place = _place(stage, at) if at is not None else self._at or (0.0, 0.0)
        x, y = place if seen else (0.0, 0.0)
        self._points[self._next] = Keypoint(x, y, seen)
        self._order = [*(i for i in self._order if i != self._next), self._next]
        left = [i for i in range(self._count) if i not in self._points]
        if not left:
            self._finish(stage, more=False)
            return
        self._next = next((i for i in left if i > self._next), left[0])
        self._show(stage)
        self._say_next(stage)

    def _region(self) -> Keypoints | None:
        if self._box is None:
            return None
        absent = Keypoint(0.0, 0.0, ABSENT)
        return Keypoints(self._box, tuple(self._points.get(i, absent) for i in range(self._count)))

    def _show(self, stage: Stage) -> None:
        stage.preview(self._region())
        stage.redraw()

    def _say_next(self, stage: Stage) -> None:
        translate = QCoreApplication.translate
        text = translate("tools", "Next: {name} ({n} of {count}). S: absent, O: occluded, Enter: done.")
        stage.say(text.format(name=self._name(), n=self._next + 1, count=self._count))

    def _name(self) -> str:
        return self._skeleton.names[self._next] if self._skeleton is not None else ""

    def _finish(self, stage: Stage, *, more: bool) -> None:
        region = self._region()
        self.cancel(stage)
        if region is not None:
            stage.draw(region, more=more)

    # --- keys -----------------------------------------------------------------------------------------------

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return self._box is not None and plain and key in _KEYS

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if key in _DONE:
            self._finish(stage, more=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Backspace:
            self.take_back(stage)
        elif key == Qt.Key.Key_O:
            self._put(stage, None, OCCLUDED)
        elif key == Qt.Key.Key_S:
            self._put(stage, None, ABSENT)
        else:
            back = key == Qt.Key.Key_Backtab or bool(held & Qt.KeyboardModifier.ShiftModifier)
            stage.redraw()
            self._next = (self._next + (-1 if back else 1)) % self._count
            stage.redraw()
            self._say_next(stage)

    def take_back(self, stage: Stage) -> bool:
        if not self._order:
            return self.cancel(stage)
        stage.redraw()
        self._next = self._order.pop()
        del self._points[self._next]
        self._show(stage)
        self._say_next(stage)
        return True

    def dragging(self) -> bool:
        return self._start is not None

    def draft(self) -> object:
        """The box, and the points in the order they were put."""
        if self._box is None:
            return None
        return self._box, tuple((i, self._points[i]) for i in self._order), self._next, self._at

    def take_up(self, stage: Stage, draft: object) -> None:
        self._box, points, self._next, self._at = cast(_Draft, draft)
        self._skeleton = stage.skeleton or Skeleton.generic(1)
        self._points, self._order = dict(points), [i for i, _ in points]
        self._show(stage)
        self._say_next(stage)

    def cancel(self, stage: Stage) -> bool:
        drawing = self._start is not None or self._box is not None
        stage.redraw()
        self._start = self._box = self._at = None
        self._points, self._order, self._next = {}, [], 0
        stage.preview(None)
        return drawing

    # --- drawing --------------------------------------------------------------------------------------------

    def reach(self) -> Box | None:
        region = self._region()
        if region is None:
            return None
        box = hull(region)
        if self._at is None:
            return box
        x, y = self._at
        return Box(min(box.x1, x), min(box.y1, y), max(box.x2, x), max(box.y2, y))

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        """The point that comes next, at the pointer, with its name."""
        if self._box is None or self._at is None:
            return
        at = transform.map(QPointF(*self._at))
        text = f"{self._name()}  {self._next + 1}/{self._count}"
        where = QRectF(at.x() + 14, at.y() + 12, painter.fontMetrics().horizontalAdvance(text) + 12, 19)
        painter.fillRect(where, label_style.DARK)
        painter.setPen(late_paint.skeleton_paint.side_colour(self._skeleton, self._next))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)


def _place(stage: Stage, at: Pointer) -> tuple[float, float]:
    return clamped(at.x, at.y, width=stage.image_size[0], height=stage.image_size[1])
