"""The layer over the labels: the selected object with its handles, what is being dragged or drawn, the crosshair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.core.geometry import Box, Region
from verify_app.core.regions import Keypoints, OrientedBox
from verify_app.gui.canvas import caption_layout, label_style, late, late_paint, selection_paint
from verify_app.gui.canvas.bounds_index import as_bounds
from verify_app.gui.canvas.caption_layout import Caption, CaptionLayout
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

    @property
    def named(self) -> bool:
        """Whether the class in hand stands beside what is drawn."""
        ...

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
    captions : CaptionLayout, optional
        Where those of the other objects are.
    """

    def __init__(
        self,
        viewport: QWidget,
        view_transform: Callable[[], QTransform],
        grab: float,
        captions: CaptionLayout | None = None,
    ) -> None:
        super().__init__()
        self._captions = captions or CaptionLayout()
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

    @property
    def pointed(self) -> Look | None:
        """What the pointer rests on, when its caption is not shown in full without that."""
        return self._captions.pointed

    # --- where it is drawn ------------------------------------------------------------------------------------

    @property
    def _view(self) -> QRectF:
        return QRectF(self._viewport.rect())

    def areas(self, view: QRectF) -> list[QRect]:
        """Return the screen rectangles that what is shown now covers."""
        found = self._shown_areas(view)
        for regions in (self.many, self.ghosts):
            if regions:
                found.append(self._placed(_round(regions)).adjusted(-6, -6, 6, 6))
        if self.meant is not None:
            place = self._placed(reach(self.meant.item.region))
            found += [place.adjusted(-10, -10, 10, 10), self._tag_area(self.meant, self._view_transform())]
        if self.pointed is not None:
            found.append(self._tag_area(self.pointed, self._view_transform()))
        if self.dragged is not None:
            found.append(self._placed(self.dragged.bounds.moved(*self.dragged.room(*self.by))).adjusted(-3, -3, 3, 3))
        if self.band is not None:
            found.append(self._placed(self.band).adjusted(-3, -3, 3, 3))
        if (drawn_on := self._drawn_on()) is not None:
            found.append(self._placed(drawn_on).adjusted(-AROUND, -AROUND, BESIDE, AROUND))
        if (drawn := self._drawn()) is not None:
            found.append(selection_paint.name_place(self._placed(drawn), NAME_MOST, view))
        return [(area & view.adjusted(-2, -2, 2, 2)).toAlignedRect() for area in (*found, *self.still(view))]

    def _shown_areas(self, view: QRectF) -> list[QRectF]:
        """Those of the selected object, or of what is being drawn: its handles, its tag and its size."""
        shown = self._shown()
        if shown is None:
            return []
        place = self._placed(reach(shown))
        found = [place.adjusted(-AROUND, -AROUND, AROUND, AROUND)]
        if shown.kind == "keypoints":
            found.append(place.adjusted(-BESIDE, -AROUND, BESIDE, AROUND))
        if self.selected is not None:
            found.append(self._tag_area(self.selected, self._view_transform(), shown))
        return [*found, QRectF(place.left(), min(place.bottom(), view.bottom() - 24), 190, 26)]

    def still(self, view: QRectF) -> list[QRectF]:
        """Return those of them that stay where they are on the screen when the image is panned."""
        found = []
        if self.crosshair is not None:
            found.append(QRectF(view.left(), self.crosshair.y() - 2, view.width(), 4))
            found.append(QRectF(self.crosshair.x() - 2, view.top(), 4, view.height()))
        if self.banners:
            found.append(late_paint.class_banner.area(len(self.banners), view))
            found.append(found[-1].translated(self._placed(Box(0, 0, 0, 0)).topLeft()))
        return found

    def tag_areas(self, old: QTransform, new: QTransform, dx: int, dy: int) -> list[QRectF]:
        """Return where the selected object's tag stands after panning, and where the pan has put it."""
        found = []
        for look in (self.selected, self.pointed, self.meant):
            if look is not None:
                found.append(self._tag_area(look, old).translated(dx, dy))
                found.append(self._tag_area(look, new))
        return found

    def _caption(self, look: Look, transform: QTransform, shown: Region | None = None) -> Caption:
        """Where a caption of this layer goes; while its object is dragged to `shown`, beside that."""
        if shown is not None and self.box is not None:
            return caption_layout.alone(look, as_bounds(reach(shown)), transform, self._view)
        return self._captions.front(look, transform, self._view)

    def _tag_area(self, look: Look, transform: QTransform, shown: Region | None = None) -> QRectF:
        return self._caption(look, transform, shown).rect.adjusted(-2, -2, 2, 2)

    def _shown(self) -> Region | None:
        if self.box is not None:
            return self.box
        return self.selected.item.region if self.selected is not None else None

    @property
    def _draws_anew(self) -> bool:
        """Whether the tool in hand draws an object of the class in hand, and does not work on the selected one."""
        return self.drawing is not None and (self.tool is None or self.tool.named)

    def _drawn(self) -> Box | None:
        """The box round what is being drawn anew."""
        if not self._draws_anew:
            return None
        return self.box.bounds if self.box is not None else self._drawn_on()

    def _drawn_on(self) -> Box | None:
        """What the tool in hand covers."""
        return self.tool.reach() if self.tool is not None else None

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
            self._paint_meant(painter, self.meant)
        self._paint_shown(painter, transform, view)
        if self.pointed is not None and self.pointed is not self.selected:
            label_style.paint_tag(painter, self.pointed, self._caption(self.pointed, transform).rect)
        for region in self.many:
            self._stroke(painter, region, transform, QPen(WHITE, 1.5), halo=2)
        if self.dragged is not None:
            self.dragged.paint(painter, transform, view, *self.by)
        if self.band is not None:
            selection_paint.band(painter, self._placed(self.band))
        self._paint_drawn(painter, transform, view)
        if self.banners:
            picture = transform.mapRect(self._image)
            late_paint.class_banner.paint(painter, self.banners, self.banner_selected, picture, view)
        painter.restore()

    def _paint_shown(self, painter: QPainter, transform: QTransform, view: QRectF) -> None:
        """The selected object, or what is being drawn."""
        shown = self._shown()
        if shown is None or not self._exposes(shown):
            return
        if self.selected is not None and not self._draws_anew:
            self._paint_selected(painter, self.selected, shown, view)
        else:
            self._stroke(painter, shown, transform, QPen(self.drawing or WHITE, self.thickness), halo=2)

    def _paint_drawn(self, painter: QPainter, transform: QTransform, view: QRectF) -> None:
        """What the tool in hand draws, its size and its class."""
        if self.tool is not None:
            own = self.selected.colour if self.selected is not None and not self._draws_anew else None
            self.tool.paint(painter, transform, own or self.drawing or WHITE)
        if self.box is not None:
            selection_paint.size_text(painter, selection_paint.measures(self.box), self._placed(self.box.bounds), view)
        if (drawn := self._drawn()) is not None:
            selection_paint.class_name(painter, self.drawing_name, self.drawing or WHITE, self._placed(drawn), view)

    def _exposes(self, region: Region) -> bool:
        """Whether anything of a region, its handles and its tag may lie in what is being painted."""
        most = max(BESIDE, label_style.TAG_MOST)
        place = self._placed(reach(region)).adjusted(-most, -AROUND, most, AROUND).toAlignedRect()
        return self.exposed.isEmpty() or self.exposed.intersects(place)

    def _stroke(
        self,
        painter: QPainter,
        region: Region,
        transform: QTransform,
        pen: QPen,
        *,
        halo: float,
        marks: Sequence[QPen] = (),
    ) -> None:
        """A region's outline over a dark one, and the skeleton in it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dark = QPen(QColor(0, 0, 0, 170), pen.widthF() + halo)
        if region.kind in ("polygon", "obb"):
            path = transform.map(late.region_path.path_of(region))
            selection_paint.stroke_path(painter, path, dark, pen, *marks)
            return
        if region.kind == "image":
            return
        placed = self._placed(region.bounds)
        box = QRectF(round(placed.x()), round(placed.y()), round(placed.width()), round(placed.height()))
        for used in (dark, pen, *marks):
            painter.setPen(used)
            painter.drawRect(box)
        if isinstance(region, Keypoints):
            late_paint.skeleton_paint.paint(painter, region, self.skeleton, transform)

    def _paint_selected(self, painter: QPainter, look: Look, shown: Region, view: QRectF) -> None:
        if shown.kind == "image":
            return
        transform = self._view_transform()
        tint = QColor(look.colour)
        tint.setAlphaF(max(0.13, self.fill))
        box = self._placed(reach(shown))
        if shown.kind in ("polygon", "obb"):
            painter.fillPath(transform.map(late.region_path.path_of(shown)), tint)
        else:
            painter.fillRect(self._placed(shown.bounds), tint)
        pen, *marks = label_style.pens(look, width=self.thickness + 1)
        self._stroke(painter, shown, transform, pen, halo=2, marks=marks)
        if look.wanted:
            label_style.paint_frame(painter, box, wanted=True)
        if look.tagged:
            self._paint_tag(painter, look, shown, view)
        if isinstance(shown, Keypoints) and self.skeleton is not None and self.box is None:
            late_paint.skeleton_paint.paint_names(painter, shown, self.skeleton, transform)
        if not self.locked and self.drawing is None:
            self._paint_handles(painter, shown, transform)

    def _paint_tag(self, painter: QPainter, look: Look, shown: Region, view: QRectF) -> None:
        """The selected object's caption; while it is dragged over others' there is none."""
        transform = self._view_transform()
        where = self._caption(look, transform, shown)
        if self.box is None or not self._captions.in_way(where, transform, view):
            label_style.paint_tag(painter, look, where.rect)

    def _paint_meant(self, painter: QPainter, look: Look) -> None:
        """What is asked about: framed, in the colour and with the name of its class."""
        region, pen = look.item.region, label_style.outline_pen(look, width=self.thickness)
        self._stroke(painter, region, self._view_transform(), pen, halo=2)
        label_style.paint_frame(painter, self._placed(reach(region)), wanted=True)
        label_style.paint_tag(painter, look, self._caption(look, self._view_transform()).rect)

    def _paint_handles(self, painter: QPainter, shown: Region, transform: QTransform) -> None:
        grips = editor_of(shown).grips(shown, self._grab / transform.m11())
        box = self._placed(shown.bounds)
        dense = shown.kind == "polygon" or min(box.width(), box.height()) < 5 * HANDLE
        side = 5.0 if len(grips) > selection_paint.CROWDED else HANDLE - 2 if dense else HANDLE
        places = {part: transform.map(QPointF(*at)) for part, at in grips.items() if not part.startswith("p")}
        if "turn" in places and isinstance(shown, OrientedBox):
            selection_paint.turning_handle(painter, shown, places.pop("turn"), transform)
        selection_paint.handles(painter, places, self.part, side=side)
        if self.part.startswith("p") and isinstance(shown, Keypoints):
            late_paint.skeleton_paint.mark_held(painter, shown, self.part, transform)


def _round(regions: Sequence[Region]) -> Box:
    """The box round all of them."""
    boxes = [region.bounds for region in regions]
    return Box(min(b.x1 for b in boxes), min(b.y1 for b in boxes), max(b.x2 for b in boxes), max(b.y2 for b in boxes))
