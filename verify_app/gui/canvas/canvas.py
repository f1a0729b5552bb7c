"""The canvas: shows one image with its objects and turns mouse and keys into tool calls. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from verify_app.app.settings import ViewSettings
from verify_app.core.geometry import Region
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui import theme
from verify_app.gui.canvas import label_style
from verify_app.gui.canvas.bars.notice import Notice
from verify_app.gui.canvas.image_layer import PictureItem
from verify_app.gui.canvas.input import GRAB
from verify_app.gui.canvas.labels_layer import LayerItem
from verify_app.gui.canvas.labels_paint import Style
from verify_app.gui.canvas.nudge import Nudge
from verify_app.gui.canvas.selection_layer import OverlayItem
from verify_app.gui.canvas.tag_rows import tag_rows
from verify_app.gui.canvas.tool_host import Staging
from verify_app.gui.canvas.zoom import Zoom
from verify_app.gui.images.frame import Frame
from verify_app.gui.shell.fast_viewport import own_viewport
from verify_app.gui.tools import DRAWING, tool_named
from verify_app.gui.tools.base import Tool
from verify_app.gui.tools.select import SelectTool

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton

QUIET_MS = 30
"""After so long without zooming or panning, what was drawn in a hurry is drawn anew."""


class Canvas(Staging):
    """Signals say what the person did; whoever owns the canvas decides what comes of it."""

    picked = Signal(str)
    picked_many = Signal(object)
    reshaped = Signal(str, object)
    moved_many = Signal(object)
    drawn = Signal(object)
    opened = Signal(str)
    unlock_wanted = Signal(str)
    said = Signal(object)
    tool_changed = Signal(str)
    zoomed = Signal(float)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up()
        self.zoom = Zoom(self, self._shifted, self._scaled)
        self.picture = PictureItem()
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.timeout.connect(self._sharpen_labels)
        self.layer = LayerItem(self.viewportTransform, self._sharpen_later)
        self.overlay = OverlayItem(self.viewportTransform, GRAB)
        for item in (self.picture, self.layer, self.overlay):
            self.scene().addItem(item)
        self.notice = Notice(self)
        self.nudge = Nudge(self)
        self.tools: dict[str, Tool] = {"select": SelectTool()}
        self.tool: Tool = self.tools["select"]
        self.overlay.tool = self.tool
        self.task = Task.DETECT
        self.skeleton: Skeleton | None = None
        self.editing = self.part = ""
        self.view = ViewSettings()
        self._lettering = label_style.Lettering(self.font())
        self._class_name: Callable[[int], str] = str
        self._items: list[Item] = []
        self._shown: dict[str, Item] = {}
        self._whole: list[Item] = []
        self._looks: dict[str, label_style.Look] = {}
        self._selected, self._also, self._chosen = "", frozenset[str](), False
        self._wanted: frozenset[str] = frozenset()
        self._hidden: tuple[frozenset[int], frozenset[LabelState]] = (frozenset(), frozenset())
        self._handed: Region | None = None
        self._size = (0.0, 0.0)
        self._has_frame = self._said_painted = False
        self.labels_shown = True
        self.drawing_colour = QColor("#FFFFFF")

    def _set_up(self) -> None:
        own_viewport(self).setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # `drawBackground` leaves nothing out
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Image"))
        self.setScene(QGraphicsScene(self))

    # --- what is shown ----------------------------------------------------------------------------------

    def set_task(self, task: Task, skeleton: Skeleton | None = None) -> None:
        """The project's objects are of this kind; poses have this skeleton."""
        self.task, self.skeleton = task, skeleton
        self.overlay.skeleton = skeleton
        self.set_tool("select")
        self._restyle()

    @property
    def drawing_tool(self) -> str:
        """The tool that draws the project's objects; empty where they are whole images."""
        return DRAWING.get(self.task, "")

    def set_image(self, width: float, height: float, *, keep: bool = False) -> None:
        """An image of this size comes, fitted unless the zoom is kept; its picture and its objects follow."""
        self.set_tool("select")
        self.show_ghosts([])
        self._size = (float(width), float(height))
        self._show_frame(False)
        for item in (self.picture, self.layer, self.overlay):
            item.set_size(width, height)
        self.set_items((), selected="")
        self.zoom.set_image(width, height, keep=keep)
        self.zoomed.emit(self.zoom.scale)

    def set_frame(self, frame: Frame) -> None:
        """The picture is decoded, or cannot be."""
        self.picture.set_frame(frame)
        self._show_frame(bool(frame.levels))

    @property
    def has_picture(self) -> bool:
        """Whether the picture itself is on the screen; without it nothing can be decided."""
        return self._has_frame

    @property
    def usable(self) -> bool:
        return self._has_frame and self._size[0] > 0

    @property
    def image_size(self) -> tuple[float, float]:
        return self._size

    def _show_frame(self, on: bool) -> None:
        """Objects are shown with their picture only: boxes over nothing would be decided blindly."""
        self._has_frame = on
        self.layer.setVisible(on)
        self.overlay.setVisible(on)

    def set_items(
        self,
        items: Sequence[Item],
        *,
        selected: str,
        also: frozenset[str] = frozenset(),
        wanted: frozenset[str] = frozenset(),
        chosen: bool = True,
    ) -> None:
        """Show these objects.

        Parameters
        ----------
        selected : str
            The main selected one; empty for none.
        also : frozenset of str
            The others when several are selected.
        wanted : frozenset of str
            These are pointed out as possibly missed.
        chosen : bool
            Whether the person selected it: then it has handles, tools and keys change it.
        """
        before, also, items = self._selected, also - {selected}, list(items)
        same_looks = (items, also, wanted) == (self._items, self._also, self._wanted)  # quick: the very same objects
        self._items, self._selected, self._also, self._wanted = items, selected, also, wanted
        self._chosen = chosen
        if same_looks:
            self.layer.set_looks(self._looks, left_out=selected)
            self._show_selected()
        else:
            self._show_items()
        main = self.selected
        same = main is not None and (main.id == before or main.region == self._handed)
        self._handed = None
        if self.part and not (same and self._part_is_there()):
            self.hold("")

    def set_editing(self, item_id: str) -> None:
        """This verified label may be changed now; empty for none."""
        self.editing = item_id
        self._show_selected()

    def set_class_names(self, name: Callable[[int], str]) -> None:
        """How classes are called."""
        self._class_name = name
        self.layer.forget()
        self._show_items()

    def set_hidden(self, classes: frozenset[int], states: frozenset[LabelState]) -> None:
        """Leave objects of these classes and in these states out: neither drawn nor clickable."""
        self._hidden = classes, states
        self._show_items()

    @property
    def hides(self) -> int:
        """How many objects are not shown, whatever the reason."""
        return len(self._items) - len(self._shown)

    def set_view(self, view: ViewSettings) -> None:
        """Show labels like this; what it says of the picture is shown by `picture.set_adjustment`."""
        self.view = view
        if not view.crosshair:
            self.point_crosshair(None)
        self._restyle()
        self._show_items()

    def _restyle(self) -> None:
        self._soil_overlay()
        self.overlay.thickness, self.overlay.fill = self.view.thickness, self.view.fill
        self._soil_overlay()
        style = Style(self.view.thickness, self.view.fill, self.skeleton)
        self.layer.set_style(style, grid=self.view.grid)

    def _show_items(self) -> None:
        classes, states = self._hidden
        items = self._items if self.labels_shown else []
        if classes or states:
            items = [i for i in items if i.class_id not in classes and i.state not in states]
        self._shown = {item.id: item for item in items}
        self.zoom.views.on_show(self._shown.keys())
        self._whole = [item for item in items if item.region.kind == "image"] if self.task is Task.CLASSIFY else []
        known: dict[int, label_style.Known] = {}
        looks, before, rows = {}, self._looks, tag_rows(items)
        special = self._wanted | self._also | rows.keys()
        for item in items:
            usual = known.get(item.class_id)
            if usual is None:
                usual = self._class_name(item.class_id), self.view.names, self.view.confidence, False, False, None
                known[item.class_id] = usual
            key = item.id
            if key in special:
                usual = (*usual[:3], key in self._wanted, key in self._also, rows.get(key))
            look = before.get(key)
            if look is None or look.known_as != usual or (look.item is not item and look.item != item):
                look = label_style.look_of(item, self._lettering, usual)
            looks[key] = look
        self._looks = looks
        self.layer.set_looks(looks, left_out=self._selected)
        self._show_selected()

    def _show_selected(self) -> None:
        self._soil_overlay()
        main = self.selected
        self.overlay.selected = self._looks.get(self._selected)
        self.overlay.locked = main is None or self.locked(main)
        self.overlay.banners = [self._looks[item.id] for item in self._whole]
        self.overlay.banner_selected = self._selected
        self._soil_overlay()

    def show_labels(self, on: bool) -> None:
        self.labels_shown = on
        self._show_items()

    @property
    def names_shown(self) -> bool:
        return self.view.names

    def show_names(self, on: bool) -> None:
        self.set_view(replace(self.view, names=on))

    # --- tools ----------------------------------------------------------------------------------------------

    def set_tool(self, tool_id: str) -> None:
        """Take another tool in hand; a drag is given up. Only tools of the project's task can be taken."""
        if tool_id not in ("select", self.drawing_tool):
            return
        self.tool.cancel(self)
        if tool_id not in self.tools:
            self.tools[tool_id] = tool_named(tool_id)
        self._soil_overlay()
        self.tool = self.overlay.tool = self.tools[tool_id]
        self.overlay.crosshair = None
        self.overlay.drawing = self.drawing_colour if self.tool.id != "select" else None
        self._soil_overlay()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if self.tool.crosshair else Qt.CursorShape.ArrowCursor)
        self.tool_changed.emit(tool_id)
        if self.tool.hint():
            self.say(self.tool.hint())

    def cancel(self) -> bool:
        """Give up what is being dragged or drawn; False when there was nothing to give up."""
        if self._simplifying is not None:
            self.cancel_simplified()
            return True
        if self.tool.cancel(self):
            return True
        if self.tool.id != "select":
            self.set_tool("select")
            return True
        return self.nudge.cancel()

    # --- zoom and drawing -----------------------------------------------------------------------------------

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, at the pointer or the middle."""
        self.zoom.by(factor, at)
        self._hurry()
        self.zoomed.emit(self.zoom.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom.refit()
        self.zoomed.emit(self.zoom.scale)
        self.notice.place()

    def point_crosshair(self, at: QPointF | None) -> None:
        """The crosshair goes where the pointer is, or away."""
        wanted = at if self.tool.crosshair and self.view.crosshair else None
        if wanted is not None or self.overlay.crosshair is not None:
            self._soil(self.overlay.still(QRectF(self.viewport().rect())))
            self.overlay.crosshair = wanted
            self._soil(self.overlay.still(QRectF(self.viewport().rect())))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bars have moved; one after the other, so that it waits for both where both are meant."""
        if not self.zoom.moving:
            self._shifted(dx, dy)

    def _scaled(self) -> None:
        """All is drawn anew: nothing of what is there need be moved before."""
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        super().scrollContentsBy(0, 0)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)

    def _shifted(self, dx: int, dy: int) -> None:
        """Move what is there; what is held in its place is drawn anew where it is, and where that has put it."""
        super().scrollContentsBy(dx, dy)
        self._hurry()
        new = self.viewportTransform()
        if not self.layer.is_panned(new):
            return
        old = QTransform(new.m11(), 0.0, 0.0, new.m22(), new.dx() - dx, new.dy() - dy)
        view = QRectF(self.viewport().rect())
        held = [QRectF(area) for area in self.layer.held_areas(old, new, view)]
        still = self.overlay.still(view)
        self._soil([*held, *still, *(area.translated(dx, dy) for area in still)])
        look = self.overlay.selected
        if look is not None:
            for transform, shift in ((old, QPointF(dx, dy)), (new, QPointF(0, 0))):
                x1, y1, x2, y2 = look.bounds
                tag = label_style.tag_rect(look, transform.mapRect(QRectF(x1, y1, x2 - x1, y2 - y1)), view)
                self._soil([tag.adjusted(-2, -2, 2, 2).translated(shift)])

    def _soil_overlay(self) -> None:
        for area in self.overlay.areas(QRectF(self.viewport().rect())):
            self.viewport().update(area)

    def _soil(self, areas: Sequence[QRectF]) -> None:
        for area in areas:
            self.viewport().update(area.toAlignedRect())

    def _hurry(self) -> None:
        if self.picture.large:
            self.picture.hurried = self.layer.hurried = True
            self._sharpen.start(QUIET_MS)

    def _sharpen_later(self, moved: bool) -> None:
        """The labels are drawn anew once the view stands still."""
        if moved or not self._sharpen.isActive():
            self._sharpen.start(QUIET_MS)

    def _sharpen_labels(self) -> None:
        if self.layer.hurried:
            self.picture.hurried = self.layer.hurried = False
            self.viewport().update()
        if self.layer.work():
            self._sharpen.start(0)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if not self.picture.covers(QRectF(rect), self.zoom.scale):
            painter.fillRect(rect, theme.colour("canvas"))

    def paintEvent(self, event: QPaintEvent) -> None:
        parts = self.picture, self.layer, self.overlay
        for item in parts:
            item.exposed = event.region()
        super().paintEvent(event)
        for item in parts:
            item.exposed = QRegion()
        if self._has_frame and not self.hides:
            self.zoom.look()
        if self._has_frame and not self._said_painted:
            self._said_painted = True
            self.painted.emit()
