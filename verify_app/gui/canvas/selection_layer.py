"""What moves with the pointer: the selected object with its handles, what is being dragged or drawn, the crosshair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.core.geometry import Box, Region
from verify_app.gui.canvas import label_style
from verify_app.gui.canvas.editing.handles import form_of
from verify_app.gui.canvas.label_style import Look
from verify_app.gui.canvas.labels_layer import REACH

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton
    from verify_app.gui.canvas.drag_group import Group
    from verify_app.gui.tools.base import Tool

HANDLE = 9.0
"""Side of a handle in screen pixels."""
AROUND = 46.0
"""How far handles, points and what is written beside them may stand off, in screen pixels."""
BESIDE = 240.0
NAME_MOST = 220
"""Width of the class name beside what is being drawn, at most."""
CROWDED = 40
"""Handles of an outline with more corners are small: the outline is to be seen between them."""
_WHITE = QColor("#FFFFFF")


class OverlayItem(QGraphicsItem):
    """Cheap to draw and drawn often; only the areas it touched are repainted."""

    def __init__(self, view_transform: Callable[[], QTransform], grab: float) -> None:
        super().__init__()
        self._view_transform = view_transform
        self._grab = grab
        self._rect = QRectF()
        self._image = QRectF()
        self.selected: Look | None = None
        self.locked = False
        self.part = ""
        self.box: Region | None = None
        """What is being dragged or drawn, in the place of the selected region."""
        self.many: tuple[Region, ...] = ()
        self.dragged: Group | None = None
        self.by = 0.0, 0.0
        """How far the group is dragged, in image pixels."""
        self.band: Box | None = None
        self.ghosts: tuple[Region, ...] = ()
        self.meant: Look | None = None
        """What is asked about and is no object of the image."""
        self.banners: Sequence[Look] = ()
        self.banner_selected = ""
        self.drawing: QColor | None = None
        """Colour of what is being drawn; None while nothing is drawn."""
        self.drawing_name = ""
        self.crosshair: QPointF | None = None
        self.exposed = QRegion()
        """What of the view is being painted; empty for all of it."""
        self.thickness, self.fill = 2.0, 0.0
        self.skeleton: Skeleton | None = None
        self.tool: Tool | None = None
        self.measure = ""

    def set_size(self, width: float, height: float) -> None:
        """The image's size in pixels."""
        self.prepareGeometryChange()
        self._image = QRectF(0, 0, width, height)
        self._rect = self._image.adjusted(-REACH, -REACH, REACH, REACH)

    # --- where it is drawn ----------------------------------------------------------------------------------

    def areas(self, view: QRectF) -> list[QRect]:
        """Screen rectangles that what is shown now covers."""
        found: list[QRectF] = []
        shown = self._shown()
        if shown is not None:
            place = self._placed(self._bounds(shown))
            found.append(place.adjusted(-AROUND, -AROUND, AROUND, AROUND))
            if shown.kind == "keypoints":
                found.append(place.adjusted(-BESIDE, -AROUND, BESIDE, AROUND))
            if self.selected is not None:
                found.append(label_style.tag_rect(self.selected, place, view).adjusted(-2, -2, 2, 2))
            found.append(QRectF(place.left(), min(place.bottom(), view.bottom() - 24), 190, 26))
        for regions in (self.many, self.ghosts):
            if regions:
                found.append(self._placed(_round(regions)).adjusted(-6, -6, 6, 6))
        if self.meant is not None:
            place = self._placed(self._bounds(self.meant.item.region))
            found += [
                place.adjusted(-10, -10, 10, 10),
                label_style.tag_rect(self.meant, place, view).adjusted(-2, -2, 2, 2),
            ]
        if self.dragged is not None:
            found.append(self._placed(self.dragged.bounds.moved(*self.dragged.room(*self.by))).adjusted(-3, -3, 3, 3))
        if self.band is not None:
            found.append(self._placed(self.band).adjusted(-3, -3, 3, 3))
        reach = self.tool.reach() if self.tool is not None else None
        if reach is not None:
            found.append(self._placed(reach).adjusted(-AROUND, -AROUND, BESIDE, AROUND))
        if (drawn := self._drawn()) is not None:
            found.append(name_place(self._placed(drawn), NAME_MOST, view))
        return [(area & view.adjusted(-2, -2, 2, 2)).toAlignedRect() for area in (*found, *self.still(view))]

    def still(self, view: QRectF) -> list[QRectF]:
        """Those of them that stay where they are on the screen when the image is panned."""
        found = []
        if self.crosshair is not None:
            found.append(QRectF(view.left(), self.crosshair.y() - 2, view.width(), 4))
            found.append(QRectF(self.crosshair.x() - 2, view.top(), 4, view.height()))
        if self.banners:
            from verify_app.gui.canvas.bars import class_banner  # noqa: PLC0415  for whole images only

            found.append(class_banner.area(len(self.banners), view))
            found.append(found[-1].translated(self._placed(Box(0, 0, 0, 0)).topLeft()))
        return found

    def _shown(self) -> Region | None:
        if self.box is not None:
            return self.box
        return self.selected.item.region if self.selected is not None else None

    def _drawn(self) -> Box | None:
        """The box round what is being drawn anew."""
        if self.drawing is None:
            return None
        reach = self.tool.reach() if self.tool is not None else None
        return self.box.bounds if self.box is not None else reach

    def _bounds(self, region: Region) -> Box:
        if region.kind != "keypoints":
            return region.bounds
        from verify_app.gui.canvas.editing.keypoints import hull  # noqa: PLC0415  in pose projects only

        return hull(region)  # type: ignore[arg-type]

    def _placed(self, box: Box) -> QRectF:
        return self._view_transform().mapRect(QRectF(box.x1, box.y1, box.width, box.height))

    def boundingRect(self) -> QRectF:
        return self._rect

    # --- drawing ----------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        view, transform = QRectF(widget.rect()), self._view_transform()
        painter.save()
        painter.resetTransform()
        painter.setFont(label_style.tag_font(widget.font()))
        if self.crosshair is not None:
            self._paint_crosshair(painter, self.crosshair, view)
        for region in self.ghosts:
            self._stroke(painter, region, transform, QPen(_WHITE, 1, Qt.PenStyle.DashLine), halo=3)
        if self.meant is not None:
            self._paint_meant(painter, self.meant, view)
        shown = self._shown()
        if shown is not None and not self._seen(shown):
            pass
        elif shown is not None and self.selected is not None and self.drawing is None:
            self._paint_selected(painter, self.selected, shown, view)
        elif shown is not None:
            self._stroke(painter, shown, transform, QPen(self.drawing or _WHITE, self.thickness), halo=2)
        for region in self.many:
            self._stroke(painter, region, transform, QPen(_WHITE, 1.5), halo=2)
        if self.dragged is not None:
            self.dragged.paint(painter, transform, view, *self.by)
        if self.band is not None:
            self._paint_band(painter, self._placed(self.band))
        if self.tool is not None:
            self.tool.paint(painter, transform, self.drawing or _WHITE)
        if self.box is not None:
            self._paint_measure(painter, self.box, self._placed(self.box.bounds), view)
        if (drawn := self._drawn()) is not None:
            self._paint_name(painter, self._placed(drawn), view)
        if self.banners:
            from verify_app.gui.canvas.bars import class_banner  # noqa: PLC0415  for whole images only

            class_banner.paint(painter, self.banners, self.banner_selected, transform.mapRect(self._image), view)
        painter.restore()

    def _seen(self, region: Region) -> bool:
        """Whether anything of a region, its handles and its tag may lie in what is being painted."""
        most = max(BESIDE, label_style.TAG_MOST)
        place = self._placed(self._bounds(region)).adjusted(-most, -AROUND, most, AROUND).toAlignedRect()
        return self.exposed.isEmpty() or self.exposed.intersects(place)

    def _stroke(self, painter: QPainter, region: Region, transform: QTransform, pen: QPen, *, halo: float) -> None:
        """A region's outline over a dark one, and the skeleton in it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dark = QPen(QColor(0, 0, 0, 170), pen.widthF() + halo)
        if region.kind in ("polygon", "obb"):
            from verify_app.gui.canvas.region_path import path_of  # noqa: PLC0415  not for upright boxes

            self._stroke_path(painter, transform.map(path_of(region)), dark, pen)
            return
        if region.kind == "image":
            return
        placed = self._placed(region.bounds)
        box = QRectF(round(placed.x()), round(placed.y()), round(placed.width()), round(placed.height()))
        for used in (dark, pen):
            painter.setPen(used)
            painter.drawRect(box)
        if region.kind == "keypoints":
            from verify_app.gui.canvas import skeleton_paint  # noqa: PLC0415  in pose projects only

            skeleton_paint.paint(painter, region, self.skeleton, transform)  # type: ignore[arg-type]

    @staticmethod
    def _stroke_path(painter: QPainter, path: QPainterPath, dark: QPen, pen: QPen) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for used in (dark, pen):
            painter.setPen(used)
            painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_selected(self, painter: QPainter, look: Look, shown: Region, view: QRectF) -> None:
        if shown.kind == "image":
            return
        transform = self._view_transform()
        tint = QColor(look.colour)
        tint.setAlphaF(max(0.13, self.fill))
        box = self._placed(self._bounds(shown))
        if shown.kind in ("polygon", "obb"):
            from verify_app.gui.canvas.region_path import path_of  # noqa: PLC0415  not for upright boxes

            painter.fillPath(transform.map(path_of(shown)), tint)
        else:
            painter.fillRect(self._placed(shown.bounds), tint)
        self._stroke(painter, shown, transform, label_style.outline_pen(look, width=self.thickness + 1), halo=2)
        if look.wanted:
            label_style.paint_frame(painter, box, wanted=True)
        if look.tagged:
            label_style.paint_tag(painter, look, label_style.tag_rect(look, box, view))
        if shown.kind == "keypoints" and self.skeleton is not None and self.box is None:
            from verify_app.gui.canvas import skeleton_paint  # noqa: PLC0415  in pose projects only

            skeleton_paint.paint_names(painter, shown, self.skeleton, transform)  # type: ignore[arg-type]
        if not self.locked:
            self._paint_handles(painter, shown, transform)

    def _paint_meant(self, painter: QPainter, look: Look, view: QRectF) -> None:
        """What is asked about: framed, in the colour and with the name of its class."""
        region = look.item.region
        place = self._placed(self._bounds(region))
        self._stroke(
            painter, region, self._view_transform(), label_style.outline_pen(look, width=self.thickness), halo=2
        )
        label_style.paint_frame(painter, place, wanted=True)
        label_style.paint_tag(painter, look, label_style.tag_rect(look, place, view))

    def _paint_handles(self, painter: QPainter, shown: Region, transform: QTransform) -> None:
        tolerance = self._grab / transform.m11()
        grips = form_of(shown).grips(shown, tolerance)
        box = self._placed(shown.bounds)
        dense = shown.kind == "polygon" or min(box.width(), box.height()) < 5 * HANDLE
        side = 5.0 if len(grips) > CROWDED else HANDLE - 2 if dense else HANDLE
        places = {part: transform.map(QPointF(*at)) for part, at in grips.items() if not part.startswith("p")}
        painter.setPen(QPen(QColor(10, 14, 18), 1))
        if "turn" in places:
            self._paint_turn(painter, shown, places.pop("turn"), transform)
        for part, at in places.items():
            held = part == self.part
            painter.setBrush(QColor("#FFC24D") if held else _WHITE)
            by = side + 3 if held else side
            painter.drawRect(QRectF(round(at.x() - by / 2), round(at.y() - by / 2), by, by))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.part.startswith("p") and shown.kind == "keypoints":
            from verify_app.gui.canvas import skeleton_paint as drawn  # noqa: PLC0415  in pose projects only

            index = int(self.part[1:])
            if index < len(shown.points):  # type: ignore[attr-defined]
                at = drawn.point_place(shown, index, transform)  # type: ignore[arg-type]
                drawn.mark_point(painter, shown, index, at)  # type: ignore[arg-type]

    @staticmethod
    def _paint_turn(painter: QPainter, shown: Region, at: QPointF, transform: QTransform) -> None:
        """The handle that turns an oriented box, on an arm from its upper side."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        first, second = shown.points[:2]  # type: ignore[attr-defined]
        root = transform.map(QPointF((first[0] + second[0]) / 2, (first[1] + second[1]) / 2))
        for colour, width in ((QColor(0, 0, 0, 190), 3.5), (_WHITE, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(root, at)
        painter.setPen(QPen(QColor(10, 14, 18), 1))
        painter.setBrush(_WHITE)
        painter.drawEllipse(at, HANDLE / 2 + 0.5, HANDLE / 2 + 0.5)
        painter.restore()

    @staticmethod
    def _paint_crosshair(painter: QPainter, at: QPointF, view: QRectF) -> None:
        for colour, style in ((QColor(0, 0, 0, 150), Qt.PenStyle.SolidLine), (_WHITE, Qt.PenStyle.DotLine)):
            painter.setPen(QPen(colour, 1, style))
            painter.drawLine(QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
            painter.drawLine(QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))

    @staticmethod
    def _paint_band(painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, QColor(255, 255, 255, 36))
        for colour, style in ((QColor(0, 0, 0, 190), Qt.PenStyle.SolidLine), (_WHITE, Qt.PenStyle.DashLine)):
            painter.setPen(QPen(colour, 1, style))
            painter.drawRect(box)

    def _paint_name(self, painter: QPainter, shown: QRectF, view: QRectF) -> None:
        """The class that what is being drawn will have."""
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.drawing_name, Qt.TextElideMode.ElideMiddle, NAME_MOST - 24)
        where = name_place(shown, metrics.horizontalAdvance(text) + 24, view)
        painter.fillRect(where, label_style.DARK)
        painter.fillRect(QRectF(where.left() + 4, where.top() + 4, 10, 10), self.drawing or _WHITE)
        painter.setPen(_WHITE)
        painter.drawText(where.adjusted(18, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_measure(self, painter: QPainter, region: Region, shown: QRectF, view: QRectF) -> None:
        """Width and height in pixels, under what is dragged."""
        text = self.measure or measures(region)
        if not text:
            return
        where = QRectF(shown.left(), shown.bottom() + 5, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
        where.moveBottom(min(where.bottom(), view.bottom()))
        painter.fillRect(where, label_style.DARK)
        painter.setPen(_WHITE)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)


def name_place(shown: QRectF, width: float, view: QRectF) -> QRectF:
    """Where the class of what is drawn is written: above its left corner, inside the view."""
    left = min(max(shown.left(), view.left()), max(view.left(), view.right() - width))
    top = min(max(shown.top() - 24, view.top()), view.bottom() - 18)
    return QRectF(left, top, width, 18)


def _round(regions: Sequence[Region]) -> Box:
    """The box round all of them."""
    boxes = [region.bounds for region in regions]
    return Box(min(b.x1 for b in boxes), min(b.y1 for b in boxes), max(b.x2 for b in boxes), max(b.y2 for b in boxes))


def measures(region: Region) -> str:
    """A region's size in numbers, short."""
    if region.kind == "image":
        return ""
    if region.kind == "obb":
        width, height, angle = region.data()[2:]
        return f"{width:.0f} × {height:.0f}  {angle * 57.29577951:.1f}°"
    box = region.bounds
    return f"{box.width:.0f} × {box.height:.0f}"
