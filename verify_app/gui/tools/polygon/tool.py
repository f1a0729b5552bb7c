"""Draw an outline corner by corner or freehand; cut a hole into the selected one; add a part to it."""

from __future__ import annotations

import math
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from verify_app.core.geometry import Box
from verify_app.core.regions import Point, Polygon
from verify_app.gui.canvas import late
from verify_app.gui.canvas.editing.box_drag import clamped
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.tools.base import Pointer, Stage, Tool

FREEHAND = 0.7
"""Distance between corners drawn freehand, in tolerances."""
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PolygonTool(Tool):
    """Click corners, or hold Shift and drag; a click on the first corner, a double click or Enter closes.

    Backspace takes the last corner back. Begun with Alt inside the selected outline, a hole is cut into it; so it is
    after `draw_on`, by which the ring may also become a further part of it.
    """

    id = "polygon"

    def __init__(self) -> None:
        self._ring: list[Point] = []
        self._at: Point | None = None
        self._tolerance = 1.0
        self._freehand = False
        self._cuts = ""
        self._adds = ""

    def hint(self) -> str:
        translate = QCoreApplication.translate
        if self._cuts:
            return translate("tools", "Draw the hole in the selected object. Enter closes it, [cancel] gives up.")
        if self._adds:
            return translate(
                "tools", "Draw the further part of the selected object. Enter closes it, [cancel] gives up."
            )
        return translate(
            "tools", "Click corner after corner, or drag with Shift. Enter closes, Backspace takes one back."
        )

    def draw_on(self, item_id: str, *, cuts: bool) -> None:
        """What is drawn next becomes a part of this object, or a hole in it."""
        self._adds, self._cuts = ("", item_id) if cuts else (item_id, "")

    # --- the mouse ------------------------------------------------------------------------------------------

    def takes_alt(self, stage: Stage, at: Pointer) -> bool:
        main = stage.selected
        if self._ring or main is None or main.region.kind != "polygon" or stage.locked(main):
            return bool(self._ring)
        return editor_of(main.region).contains(main.region, at.x, at.y)

    def press(self, stage: Stage, at: Pointer) -> None:
        self._tolerance = at.tolerance
        self._freehand = at.shift
        if not self._ring:
            main = stage.selected
            if at.alt and main is not None:
                self._cuts, self._adds = main.id, ""
            if not self._cuts and not self._adds:
                stage.pick("")
        elif len(self._ring) >= 3 and self._is_near_first(at):
            self._close(stage, more=False)
            return
        self._add(stage, at)

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._freehand and self._ring:
            x, y = self._ring[-1]
            if math.hypot(at.x - x, at.y - y) >= at.tolerance * FREEHAND:
                self._add(stage, at)
                return
        self.hover(stage, at)

    def hover(self, stage: Stage, at: Pointer) -> None:
        if self._ring:
            stage.redraw()
            self._at = _place(stage, at)
            self._tolerance = at.tolerance
            stage.redraw()

    def release(self, stage: Stage, at: Pointer) -> None:
        if self._freehand and len(self._ring) > 8 and self._is_near_first(at):
            self._close(stage, more=False)
        self._freehand = False

    def double(self, stage: Stage, at: Pointer) -> None:
        self._close(stage, more=False)

    def _add(self, stage: Stage, at: Pointer) -> None:
        stage.redraw()
        place = _place(stage, at)
        if not self._ring or place != self._ring[-1]:
            self._ring.append(place)
        self._at = place
        stage.redraw()

    def _is_near_first(self, at: Pointer) -> bool:
        x, y = self._ring[0]
        return math.hypot(at.x - x, at.y - y) <= at.tolerance * 1.2

    # --- closing --------------------------------------------------------------------------------------------

    def _close(self, stage: Stage, *, more: bool) -> None:
        translate = QCoreApplication.translate
        if len(self._ring) < 3:
            stage.say(translate("tools", "An outline needs three corners or more."))
            return
        polygon_ops, ring, cuts, adds = late.polygon_ops, self._ring, self._cuts, self._adds
        drawn = polygon_ops.mended(Polygon.simple(ring))
        self.cancel(stage)
        if drawn is None:
            stage.say(translate("tools", "That outline has no area; nothing was drawn."))
            return
        if drawn.rings != [tuple(ring)]:
            stage.say(translate("tools", "The outline crossed itself and was mended."))
        main = stage.item(cuts or adds)
        if main is None:
            stage.draw(drawn, more=more)
            return
        there = (polygon_ops.with_hole if cuts else polygon_ops.with_part)(cast(Polygon, main.region), drawn)
        if there is None:
            stage.say(translate("tools", "Nothing would be left of the object; nothing was cut."))
        elif there != main.region:
            stage.reshape(main.id, there)
        stage.leave()

    # --- keys -----------------------------------------------------------------------------------------------

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        return bool(self._ring) and key in (*_DONE, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if key in _DONE:
            self._close(stage, more=bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            self.take_back(stage)

    def take_back(self, stage: Stage) -> bool:
        if not self._ring:
            return False
        stage.redraw()
        self._ring.pop()
        if not self._ring:
            self.cancel(stage)  # what it was to be on is taken back too
        stage.redraw()
        return True

    def draft(self) -> object:
        return (tuple(self._ring), self._cuts, self._adds) if self._ring else None

    def take_up(self, stage: Stage, draft: object) -> None:
        ring, self._cuts, self._adds = cast("tuple[tuple[Point, ...], str, str]", draft)
        self._ring, self._at = list(ring), ring[-1]
        stage.redraw()

    def cancel(self, stage: Stage) -> bool:
        drawing = bool(self._ring or self._cuts or self._adds)
        stage.redraw()
        self._ring, self._at, self._freehand = [], None, False
        self._cuts = self._adds = ""
        return drawing

    # --- drawing --------------------------------------------------------------------------------------------

    def reach(self) -> Box | None:
        if not self._ring:
            return None
        xs, ys = zip(*self._ring, *([self._at] if self._at else []), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        if not self._ring:
            return
        points = [transform.map(QPointF(x, y)) for x, y in self._ring]
        line = QPolygonF([*points, *([transform.map(QPointF(*self._at))] if self._at else [])])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        style = Qt.PenStyle.DashLine if self._cuts else Qt.PenStyle.SolidLine
        for used, width, kind in ((QColor(0, 0, 0, 180), 4.0, Qt.PenStyle.SolidLine), (colour, 2.0, style)):
            painter.setPen(QPen(used, width, kind))
            painter.drawPolyline(line)
        painter.setPen(QPen(QColor(10, 14, 18), 1))
        painter.setBrush(QColor("#FFFFFF"))
        for point in points[1:] if len(points) < 400 else ():
            painter.drawEllipse(point, 3, 3)
        closes = len(points) >= 3 and self._at is not None and self._closes_at(self._at)
        painter.setBrush(colour if closes else QColor("#FFFFFF"))
        painter.drawEllipse(points[0], 7 if closes else 4.5, 7 if closes else 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _closes_at(self, at: Point) -> bool:
        x, y = self._ring[0]
        return math.hypot(at[0] - x, at[1] - y) <= self._tolerance * 1.2


def _place(stage: Stage, at: Pointer) -> Point:
    return clamped(at.x, at.y, width=stage.image_size[0], height=stage.image_size[1])
