"""Cut the selected outline along a line that is drawn across it."""

from __future__ import annotations

import math
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from verify_app.core.geometry import Box, Point
from verify_app.core.regions import Polygon
from verify_app.gui.canvas import late
from verify_app.gui.tools.base import Pointer, Stage, Tool

APART = 0.5
"""Two points of the line lie so far apart at least, in tolerances."""


class CutTool(Tool):
    """Drag from one side of the selected outline to the other; what is cut off becomes an object of its own."""

    id = "cut"
    named = False

    def __init__(self) -> None:
        self._line: list[Point] = []
        self._at: Point | None = None

    def hint(self) -> str:
        return QCoreApplication.translate("tools", "Drag a line across the selected object, from outside to outside.")

    def press(self, stage: Stage, at: Pointer) -> None:
        main = stage.selected
        if main is None or main.region.kind != "polygon":
            stage.say(QCoreApplication.translate("tools", "Select the object first that is to be cut."))
        elif stage.locked(main):
            stage.say_locked(main)
        else:
            self._line = [at.place]
            self.move(stage, at)

    def move(self, stage: Stage, at: Pointer) -> None:
        if not self._line:
            return
        stage.redraw()
        self._at = at.place
        x, y = self._line[-1]
        if math.hypot(at.x - x, at.y - y) >= at.tolerance * APART:
            self._line.append(at.place)
        stage.redraw()

    def release(self, stage: Stage, at: Pointer) -> None:
        line, main, translate = [*self._line, at.place], stage.selected, QCoreApplication.translate
        if not self.cancel(stage) or main is None:
            return
        pieces = late.polygon_ops.divided(cast(Polygon, main.region), line)
        if len(pieces) < 2:
            stage.say(translate("tools", "Nothing was cut: the line has to cross the object from side to side."))
            return
        stage.divide(main.id, pieces)
        stage.leave()

    def dragging(self) -> bool:
        return bool(self._line)

    def cancel(self, stage: Stage) -> bool:
        drawing = bool(self._line)
        stage.redraw()
        self._line, self._at = [], None
        return drawing

    def take_back(self, stage: Stage) -> bool:
        return self.cancel(stage)

    def reach(self) -> Box | None:
        if self._at is None:
            return None
        xs, ys = zip(self._at, *self._line, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        if self._at is None:
            return
        line = QPolygonF([transform.map(QPointF(x, y)) for x, y in (*self._line, self._at)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for used, width, kind in (
            (QColor(0, 0, 0, 180), 4.0, Qt.PenStyle.SolidLine),
            (QColor("#FFFFFF"), 2.0, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(used, width, kind))
            painter.drawPolyline(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
