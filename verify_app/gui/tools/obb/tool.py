"""Draw an oriented box: one side, then how far it reaches."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from verify_app.core.geometry import Box
from verify_app.core.regions import OrientedBox
from verify_app.gui.canvas.editing.box_drag import clamped
from verify_app.gui.canvas.editing.oriented_box import from_side, snapped
from verify_app.gui.tools.base import Pointer, Stage, Tool

Place = tuple[float, float]


class ObbTool(Tool):
    """Drag along one side, or click both its ends; then click, or drag again, as far as the box reaches.

    Shift keeps the side to steps of 15 degrees; at the last click it keeps the tool in hand.
    """

    id = "obb"

    def __init__(self) -> None:
        self._ends: list[Place] = []
        self._at: Place | None = None
        self._pressed: Pointer | None = None

    def hint(self) -> str:
        translate = QCoreApplication.translate
        return translate("tools", "Drag along one side of the object, then click as far as it reaches.")

    # --- the mouse ------------------------------------------------------------------------------------------

    def press(self, stage: Stage, at: Pointer) -> None:
        self._pressed = at
        if not self._ends:
            stage.pick("")
            self._ends = [_place(stage, at)]
        self._follow(stage, at)

    def move(self, stage: Stage, at: Pointer) -> None:
        self._follow(stage, at)

    hover = move

    def release(self, stage: Stage, at: Pointer) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self._ends:
            return
        self._follow(stage, at)
        if len(self._ends) == 2:
            self._finish(stage, more=at.shift)
        elif not at.near(pressed, 0.5) or not _same(self._ends[0], self._at, at.tolerance / 2):
            self._fix_side(stage)

    def _follow(self, stage: Stage, at: Pointer) -> None:
        if not self._ends:
            return
        stage.redraw()
        place = _place(stage, at)
        if at.shift and len(self._ends) == 1:
            place = clamped(*snapped(self._ends[0], place), width=stage.image_size[0], height=stage.image_size[1])
        self._at = place
        stage.preview(self._region())
        stage.redraw()

    def _fix_side(self, stage: Stage) -> None:
        if self._at is not None and not _same(self._ends[0], self._at, 1.0):
            stage.redraw()
            self._ends.append(self._at)
            stage.redraw()

    def _region(self) -> OrientedBox | None:
        if len(self._ends) < 2 or self._at is None:
            return None
        return from_side(self._ends[0], self._ends[1], self._at)

    def _finish(self, stage: Stage, *, more: bool) -> None:
        region = self._region()
        if region is not None:
            self.cancel(stage)
            stage.draw(region, more=more)

    # --- keys -----------------------------------------------------------------------------------------------

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        return bool(self._ends) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if key == Qt.Key.Key_Backspace:
            self.take_back(stage)
        elif len(self._ends) == 2:
            self._finish(stage, more=bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            self._fix_side(stage)

    def take_back(self, stage: Stage) -> bool:
        if not self._ends:
            return False
        stage.redraw()
        self._ends.pop()
        self._pressed = None
        stage.preview(None)
        stage.redraw()
        return True

    def draft(self) -> object:
        return (tuple(self._ends), self._at) if self._ends else None

    def take_up(self, stage: Stage, draft: object) -> None:
        ends, self._at = cast("tuple[tuple[Place, ...], Place | None]", draft)
        self._ends = list(ends)
        stage.preview(self._region())
        stage.redraw()

    def cancel(self, stage: Stage) -> bool:
        drawing = bool(self._ends)
        stage.redraw()
        self._ends, self._at, self._pressed = [], None, None
        stage.preview(None)
        return drawing

    # --- drawing --------------------------------------------------------------------------------------------

    def reach(self) -> Box | None:
        points = [*self._ends, *([self._at] if self._ends and self._at is not None else [])]
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        if not self._ends or self._at is None:
            return
        a = transform.map(QPointF(*self._ends[0]))
        b = transform.map(QPointF(*(self._ends[1] if len(self._ends) == 2 else self._at)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for used, width in ((QColor(0, 0, 0, 180), 4.0), (colour, 2.0)):
            painter.setPen(QPen(used, width))
            painter.drawLine(a, b)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _place(stage: Stage, at: Pointer) -> Place:
    return clamped(at.x, at.y, width=stage.image_size[0], height=stage.image_size[1])


def _same(a: Place, b: Place | None, reach: float) -> bool:
    return b is not None and max(abs(a[0] - b[0]), abs(a[1] - b[1])) < reach
