"""The layer over the labels: the selected object with its handles, what is being dragged or drawn, the crosshair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.core.geometry import Box, Region
from verify_app.gui.canvas import label_style, late, selection_paint
from verify_app.gui.canvas.drag_group import OUTLINED, DragGroup
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.canvas.editing.move import reach
from verify_app.gui.canvas.label_style import Look
from verify_app.gui.canvas.labels_layer import REACH
from verify_app.gui.canvas.selection_paint import HANDLE, NAME_MOST, WHITE

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton

AROUND = 46.0
"""How far handles, points and what is written beside them may stand off, in screen pixels."""
BESIDE = 240.0
"""How far the names of points may reach to either side, in screen pixels."""


class PaintingTool(Protocol):
    """A tool as this layer sees it: it draws what only the tool knows."""

    def reach(self) -> Box | None:
        """Return the part of the image that `paint` draws on; None when it draws nothing."""
        ...

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        """Draw in screen pixels."""
        ...


class SelectionLayer(QGraphicsItem):
    """Cheap to draw and drawn often; only the areas it touches are repainted.

    Parameters
    ----------
    viewport : QWidget
        What is repainted.
    view_transform : callable
        From image pixels to screen pixels, as it is now.
    grab : float
        How far off a click may be, in screen pixels.
    """

    def __init__(self, viewport: QWidget, view_transform: Callable[[], QTransform], grab: float) -> None:
        super().__init__()
        self._viewport, self._view_transform, self._grab = viewport, view_transform, grab
        self._rect = QRectF()
        self._image = QRectF()
        self.selected: Look | None = None
        self.locked = False
        self.part = ""
        """The corner or point of the selected region that is in hand; empty for none."""
        self.box: Region | None = None
        """What is being dragged or drawn, in the place of the selected region."""
        self.many: tuple[Region, ...] = ()
        """Several regions that are being dragged together."""
        self.dragged: DragGroup | None = None
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
        self.tool: PaintingTool | None = None

    def set_size(self, width: float, height: float) -> None:
        """Set the image's size in pixels."""
        self.prepareGeometryChange()
        self._image = QRectF(0, 0, width, height)
        self._rect = self._image.adjusted(-REACH, -REACH, REACH, REACH)

    # --- what is shown ----------------------------------------------------------------------------------------

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Repaint what is covered before the change and what is covered after it."""
        self.mark_dirty()
        yield
        self.mark_dirty()

    def mark_dirty(self) -> None:
        """Have all that is covered now repainted."""
        for area in self.areas(self._view):
            self._viewport.update(area)

    def hold(self, part: str) -> None:
        """Show that a corner or point of the selected region is in hand; empty for none."""
        with self.changing():
            self.part = part

    def show_dragged(self, region: Region | None) -> None:
        """Show a region that is being dragged or drawn."""
        with self.changing():
            self.box = region

    def show_many(self, regions: Sequence[Region]) -> None:
        """Show several regions that are being dragged together."""
        with self.changing():
            self.many = tuple(regions)

    def show_group(self, group: DragGroup | None, dx: float, dy: float) -> None:
        """Show several objects dragged by so many image pixels: outlines of a few, boxes of more; None for none."""
        few = group is None or len(group.items) <= OUTLINED
        if few:
            self.show_many(tuple(group.moved(dx, dy).values()) if group is not None else ())
        with self.changing():
            self.dragged = None if few else group
            self.by = dx, dy

    def show_band(self, box: Box | None) -> None:
        """Show the box that selects what is inside it."""
        with self.changing():
            self.band = box

    def show_ghosts(self, regions: Sequence[Region], meant: Look | None) -> None:
        """Show thin outlines of what is not there; `meant` is framed and named."""
        with self.changing():
            self.ghosts, self.meant = tuple(regions), meant

    def point_crosshair(self, at: QPointF | None) -> None:
        """Move the crosshair to a place on the screen, or take it away."""
        if at is not None or self.crosshair is not None:
            before, self.crosshair = self.still(self._view), at
            for area in (*before, *self.still(self._view)):
                self._viewport.update(area.toAlignedRect())

    # --- where it is drawn ------------------------------------------------------------------------------------

    @property
    def _view(self) -> QRectF:
        return QRectF(self._viewport.rect())

    def areas(self, view: QRectF) -> list[QRect]:
        """Return the screen rectangles that what is shown now covers."""
        found: list[QRectF] = []
        shown = self._shown()
        if shown is not None:
            place = self._placed(reach(shown))
            found.append(place.adjusted(-AROUND, -AROUND, AROUND, AROUND))
            if shown.kind == "keypoints":
                found.append(place.adjusted(-BESIDE, -AROUND, BESIDE, AROUND))
            if self.selected is not None:
                found.append(_tag_area(self.selected, place, view))
            found.append(QRectF(place.left(), min(place.bottom(), view.bottom() - 24), 190, 26))
        for regions in (self.many, self.ghosts):
            if regions:
                found.append(self._placed(_round(regions)).adjusted(-6, -6, 6, 6))
        if self.meant is not None:
            place = self._placed(reach(self.meant.item.region))
            found += [place.adjusted(-10, -10, 10, 10), _tag_area(self.meant, place, view)]
        if self.dragged is not None:
            found.append(self._placed(self.dragged.bounds.moved(*self.dragged.room(*self.by))).adjusted(-3, -3, 3, 3))
        if self.band is not None:
            found.append(self._placed(self.band).adjusted(-3, -3, 3, 3))
        drawn_on = self.tool.reach() if self.tool is not None else None
        if drawn_on is not None:
            found.append(self._placed(drawn_on).adjusted(-AROUND, -AROUND, BESIDE, AROUND))
        if (drawn := self._drawn()) is not None:
            found.append(selection_paint.name_place(self._placed(drawn), NAME_MOST, view))
        return [(area & view.adjusted(-2, -2, 2, 2)).toAlignedRect() for area in (*found, *self.still(view))]

    def still(self, view: QRectF) -> list[QRectF]:
        """Return those of them that stay where they are on the screen when the image is panned."""
        found = []
        if self.crosshair is not None:
            found.append(QRectF(view.left(), self.crosshair.y() - 2, view.width(), 4))
            found.append(QRectF(self.crosshair.x() - 2, view.top(), 4, view.height()))
        if self.banners:
            found.append(late.class_banner().area(len(self.banners), view))
            found.append(found[-1].translated(self._placed(Box(0, 0, 0, 0)).topLeft()))
        return found

    def tag_areas(self, old: QTransform, new: QTransform, dx: int, dy: int) -> list[QRectF]:
        """Return where the selected object's tag stands after panning, and where the pan has put it."""
        look, found = self.selected, []
        if look is not None:
            x1, y1, x2, y2 = look.bounds
            box = QRectF(x1, y1, x2 - x1, y2 - y1)
            found.append(_tag_area(look, old.mapRect(box), self._view).translated(dx, dy))
            found.append(_tag_area(look, new.mapRect(box), self._view))
        return found

    def _shown(self) -> Region | None:
        if self.box is not None:
            return self.box
        return self.selected.item.region if self.selected is not None else None

    def _drawn(self) -> Box | None:
        """The box round what is being drawn anew."""
        if self.drawing is None:
            return None
        drawn_on = self.tool.reach() if self.tool is not None else None
        return self.box.bounds if self.box is not None else drawn_on

    def _placed(self, box: Box) -> QRectF:
        return self._view_transform().mapRect(QRectF(box.x1, box.y1, box.width, box.height))

    def boundingRect(self) -> QRectF:
        return self._rect

    # --- drawing ----------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        view, transform = QRectF(widget.rect()), self._view_transform()
        painter.save()
        painter.resetTransform()
        painter.setFont(label_style.tag_font(widget.font()))
        if self.crosshair is not None:
            selection_paint.crosshair(painter, self.crosshair, view)
        for region in self.ghosts:
            self._stroke(painter, region, transform, QPen(WHITE, 1, Qt.PenStyle.DashLine), halo=3)
        if self.meant is not None:
            self._paint_meant(painter, self.meant, view)
        self._paint_shown(painter, transform, view)
        for region in self.many:
            self._stroke(painter, region, transform, QPen(WHITE, 1.5), halo=2)
        if self.dragged is not None:
            self.dragged.paint(painter, transform, view, *self.by)
        if self.band is not None:
            selection_paint.band(painter, self._placed(self.band))
        if self.tool is not None:
            self.tool.paint(painter, transform, self.drawing or WHITE)
        if self.box is not None:
            selection_paint.size_text(painter, selection_paint.measures(self.box), self._placed(self.box.bounds), view)
        if (drawn := self._drawn()) is not None:
            selection_paint.class_name(painter, self.drawing_name, self.drawing or WHITE, self._placed(drawn), view)
        if self.banners:
            picture = transform.mapRect(self._image)
            late.class_banner().paint(painter, self.banners, self.banner_selected, picture, view)
        painter.restore()

    def _paint_shown(self, painter: QPainter, transform: QTransform, view: QRectF) -> None:
        """The selected object, or what is being drawn."""
        shown = self._shown()
        if shown is None or not self._exposes(shown):
            return
        if self.selected is not None and self.drawing is None:
            self._paint_selected(painter, self.selected, shown, view)
        else:
            self._stroke(painter, shown, transform, QPen(self.drawing or WHITE, self.thickness), halo=2)

    def _exposes(self, region: Region) -> bool:
        """Whether anything of a region, its handles and its tag may lie in what is being painted."""
        most = max(BESIDE, label_style.TAG_MOST)
        place = self._placed(reach(region)).adjusted(-most, -AROUND, most, AROUND).toAlignedRect()
        return self.exposed.isEmpty() or self.exposed.intersects(place)

    def _stroke(self, painter: QPainter, region: Region, transform: QTransform, pen: QPen, *, halo: float) -> None:
        """A region's outline over a dark one, and the skeleton in it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dark = QPen(QColor(0, 0, 0, 170), pen.widthF() + halo)
        if region.kind in ("polygon", "obb"):
            path = transform.map(late.region_path().path_of(region))
            selection_paint.stroke_path(painter, path, dark, pen)
            return
        if region.kind == "image":
            return
        placed = self._placed(region.bounds)
        box = QRectF(round(placed.x()), round(placed.y()), round(placed.width()), round(placed.height()))
        for used in (dark, pen):
            painter.setPen(used)
            painter.drawRect(box)
        if region.kind == "keypoints":
            late.skeleton_paint().paint(painter, region, self.skeleton, transform)

    def _paint_selected(self, painter: QPainter, look: Look, shown: Region, view: QRectF) -> None:
        if shown.kind == "image":
            return
        transform = self._view_transform()
        tint = QColor(look.colour)
        tint.setAlphaF(max(0.13, self.fill))
        box = self._placed(reach(shown))
        if shown.kind in ("polygon", "obb"):
            painter.fillPath(transform.map(late.region_path().path_of(shown)), tint)
        else:
            painter.fillRect(self._placed(shown.bounds), tint)
        self._stroke(painter, shown, transform, label_style.outline_pen(look, width=self.thickness + 1), halo=2)
        if look.wanted:
            label_style.paint_frame(painter, box, wanted=True)
        if look.tagged:
            label_style.paint_tag(painter, look, label_style.tag_rect(look, box, view))
        if shown.kind == "keypoints" and self.skeleton is not None and self.box is None:
            late.skeleton_paint().paint_names(painter, shown, self.skeleton, transform)
        if not self.locked:
            self._paint_handles(painter, shown, transform)

    def _paint_meant(self, painter: QPainter, look: Look, view: QRectF) -> None:
        """What is asked about: framed, in the colour and with the name of its class."""
        region, pen = look.item.region, label_style.outline_pen(look, width=self.thickness)
        place = self._placed(reach(region))
        self._stroke(painter, region, self._view_transform(), pen, halo=2)
        label_style.paint_frame(painter, place, wanted=True)
        label_style.paint_tag(painter, look, label_style.tag_rect(look, place, view))

    def _paint_handles(self, painter: QPainter, shown: Region, transform: QTransform) -> None:
        grips = editor_of(shown).grips(shown, self._grab / transform.m11())
        box = self._placed(shown.bounds)
        dense = shown.kind == "polygon" or min(box.width(), box.height()) < 5 * HANDLE
        side = 5.0 if len(grips) > selection_paint.CROWDED else HANDLE - 2 if dense else HANDLE
        places = {part: transform.map(QPointF(*at)) for part, at in grips.items() if not part.startswith("p")}
        if "turn" in places:
            selection_paint.turning_handle(painter, shown, places.pop("turn"), transform)
        selection_paint.handles(painter, places, self.part, side=side)
        if self.part.startswith("p") and shown.kind == "keypoints":
            late.skeleton_paint().mark_held(painter, shown, self.part, transform)


def _tag_area(look: Look, box: QRectF, view: QRectF) -> QRectF:
    return label_style.tag_rect(look, box, view).adjusted(-2, -2, 2, 2)


def _round(regions: Sequence[Region]) -> Box:
    """The box round all of them."""
    boxes = [region.bounds for region in regions]
    return Box(min(b.x1 for b in boxes), min(b.y1 for b in boxes), max(b.x2 for b in boxes), max(b.y2 for b in boxes))
