"""Paint an outline larger or smaller with a round brush: a stroke is one edit, or a new object."""

from __future__ import annotations

import math
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from verify_app.core.geometry import Box, Point
from verify_app.core.regions import Polygon, painted
from verify_app.gui.canvas import late
from verify_app.gui.tools.base import Pointer, Stage, Tool

LEAST, USUAL, MOST = 4.0, 30.0, 300.0
"""How wide the brush is, in screen pixels."""
STEP = 1.25
STEPS = 0.12
"""Two points of a stroke lie so far apart at least, in widths of the brush."""
FINE = 0.1
"""So far off the outline of a stroke may be, in tolerances of a click: less than a pixel of the screen."""
_SIZES = {Qt.Key.Key_BracketLeft: -1.0, Qt.Key.Key_BracketRight: 1.0}
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KNOWN_TOLERANCE = 7.0
"""Screen pixels that a tolerance is."""


class Brush(Tool):
    """Adds to the selected outline what is painted, with Ctrl takes it off; with none selected it paints a new one.

    The brush keeps its size on the screen: nearer, it is finer.
    """

    named = False

    def __init__(self, *, erases: bool = False) -> None:
        self.id = "eraser" if erases else "brush"
        self._erases = erases
        self.width = USUAL
        """Of the brush, in screen pixels."""
        self._line: list[Point] = []
        self._at: Pointer | None = None
        self._cuts = False

    def hint(self) -> str:
        translate = QCoreApplication.translate
        if self._erases:
            return translate(
                "tools", "Paint over what is to go from the selected object, with Ctrl to add; [ and ] set the size."
            )
        return translate(
            "tools",
            "Paint to add to the selected object, with Ctrl to take away. Enter begins another; [ and ] set the size.",
        )

    # --- the mouse ------------------------------------------------------------------------------------------

    def press(self, stage: Stage, at: Pointer) -> None:
        main = stage.selected
        if main is not None and main.region.kind == "polygon" and stage.locked(main):
            stage.say_locked(main)
            return
        self._cuts = self._erases != at.ctrl
        if self._cuts and (main is None or main.region.kind != "polygon"):
            stage.say(QCoreApplication.translate("tools", "Select the object first from which something is to go."))
            return
        self._line = [at.place]
        self._show_at(stage, at)

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._line:
            stage.redraw()
            x, y = self._line[-1]
            if math.hypot(at.x - x, at.y - y) >= 2 * self._radius(at) * STEPS:
                self._line.append(at.place)
        self._show_at(stage, at)

    def hover(self, stage: Stage, at: Pointer) -> None:
        self._show_at(stage, at)

    def release(self, stage: Stage, at: Pointer) -> None:
        if not self._line:
            return
        line, radius = [*self._line, at.place], self._radius(at)
        self.cancel(stage)
        drawn = painted(line, radius, size=stage.image_size, tolerance=at.tolerance * FINE)
        if drawn is not None:
            self._apply(stage, drawn)

    def _apply(self, stage: Stage, drawn: Polygon) -> None:
        main, translate = stage.selected, QCoreApplication.translate
        if main is None or main.region.kind != "polygon":
            stage.draw(drawn, more=True)
            return
        ops, region = late.polygon_ops, cast(Polygon, main.region)
        there = ops.with_hole(region, drawn) if self._cuts else ops.with_part(region, drawn)
        if there is None:
            stage.say(translate("tools", "Nothing would be left of the object; nothing was cut."))
        elif there != region:
            stage.reshape(main.id, there)

    def _show_at(self, stage: Stage, at: Pointer) -> None:
        stage.redraw()
        self._at = at
        stage.redraw()

    def _radius(self, at: Pointer) -> float:
        """In image pixels."""
        return max(self.width / 2 * at.tolerance / _KNOWN_TOLERANCE, 0.6)

    # --- size and keys --------------------------------------------------------------------------------------

    def wheel(self, stage: Stage, steps: float) -> bool:
        stage.redraw()
        self.width = min(max(self.width * STEP**steps, LEAST), MOST)
        stage.redraw()
        return True

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        plain = held == Qt.KeyboardModifier.NoModifier
        return plain and (key in _SIZES or (key in _NEXT and stage.selected is not None))

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if key in _SIZES:
            self.wheel(stage, _SIZES[key])
        else:
            stage.pick("")

    # --- unfinished -----------------------------------------------------------------------------------------

    def dragging(self) -> bool:
        return bool(self._line)

    def cancel(self, stage: Stage) -> bool:
        painting = bool(self._line)
        stage.redraw()
        self._line, self._at = [], None
        return painting

    def take_back(self, stage: Stage) -> bool:
        return self.cancel(stage) if self._line else False

    # --- drawing --------------------------------------------------------------------------------------------

    def reach(self) -> Box | None:
        if self._at is None:
            return None
        xs, ys = zip(self._at.place, *self._line, strict=True)
        r = self._radius(self._at)
        return Box(min(xs) - r, min(ys) - r, max(xs) + r, max(ys) + r)

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        if self._at is None:
            return
        r = self._radius(self._at) * transform.m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if self._line:
            points = [transform.map(QPointF(x, y)) for x, y in (*self._line, self._at.place)]
            ink = QColor(0, 0, 0, 130) if self._cuts else QColor(colour.red(), colour.green(), colour.blue(), 130)
            round_pen = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(ink, 2 * r, *round_pen))
            painter.drawPolyline(QPolygonF(points))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DashLine if self._erases else Qt.PenStyle.SolidLine
        for used, width, kind in ((QColor(0, 0, 0, 180), 3.0, Qt.PenStyle.SolidLine), (QColor("#FFFFFF"), 1.2, style)):
            painter.setPen(QPen(used, width, kind))
            painter.drawEllipse(transform.map(QPointF(*self._at.place)), r, r)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def eraser() -> Brush:
    """Takes off the selected outline what is painted over; with Ctrl it adds."""
    return Brush(erases=True)
