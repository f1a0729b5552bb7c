"""The canvas: shows one image with its objects and says what the person does to them. Decides nothing.

It is put together from parts, each in its own file: `shown_objects` (which objects, and how they look), three layers
(`image_layer`, `labels_layer`, `selection_layer`), `zoom`, `motion` (repainting while the view moves), `input` (mouse
and keys), `tool_host` (the tool in hand), `stage` (what tools act on), `nudge` and `outline_editing` (what keys do).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from verify_app.app.settings import ViewSettings
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui import theme
from verify_app.gui.canvas.bars.notice import CanvasNotice
from verify_app.gui.canvas.gestures import Gestures
from verify_app.gui.canvas.image_layer import ImageLayer
from verify_app.gui.canvas.input import GRAB, InputRouter
from verify_app.gui.canvas.label_style import Lettering
from verify_app.gui.canvas.labels_layer import LabelsLayer
from verify_app.gui.canvas.labels_paint import OutlineStyle
from verify_app.gui.canvas.motion import Motion
from verify_app.gui.canvas.nudge import Nudge
from verify_app.gui.canvas.outline_editing import OutlineEditing
from verify_app.gui.canvas.pointed_caption import PointedCaption
from verify_app.gui.canvas.selection_layer import SelectionLayer
from verify_app.gui.canvas.shown_objects import ShownObjects
from verify_app.gui.canvas.stage import CanvasStage
from verify_app.gui.canvas.tool_host import ToolHost
from verify_app.gui.canvas.zoom import Zoom
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.images.frame import Frame
from verify_app.gui.shell.fast_viewport import own_viewport
from verify_app.gui.tools import vertices
from verify_app.gui.tools.base import Tool

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton


class Canvas(QGraphicsView):
    """Signals say what the person did; whoever owns the canvas decides what comes of it."""

    tool_changed = Signal(str)
    zoomed = Signal(float)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up()
        self.view = ViewSettings()
        self._has_frame = self._said_painted = False
        self.objects = ShownObjects(Lettering(self.font()))
        self.picture = ImageLayer()
        self.labels = LabelsLayer(self.viewportTransform)
        self.overlay = SelectionLayer(self.viewport(), self.viewportTransform, GRAB, self.labels.captions)
        for item in (self.picture, self.labels, self.overlay):
            self.scene().addItem(item)
        self.zoom = Zoom(self, self._shift, self._rescale)
        self._motion = Motion(self, self.picture, self.labels, self.overlay)
        self.notice = CanvasNotice(self)
        self.stage = CanvasStage(self.objects, self.labels, self.overlay, self)
        self.tools = ToolHost(self.stage, self.overlay, self.viewport(), self)
        self.nudge = Nudge(self.stage, self)
        self.outline = OutlineEditing(self.stage, self.tools)
        self._input = InputRouter(self, self.zoom, self.tools, self.stage, self.nudge, lambda: self.usable)
        Gestures(self.viewport(), zoom_by=self.zoom_by, pan=self.zoom.pan, step=self.stage.stepped.emit)
        PointedCaption(self.viewport(), self.labels, self.overlay, self._input.under_pointer)
        self._connect()
        on_language_change(self, self.write_anew)

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

    def _connect(self) -> None:
        stage = self.stage
        stage.about_to_pick.connect(self.nudge.flush)
        stage.left.connect(self.tools.take_select)
        self.tools.changed.connect(self.tool_changed)
        self.picked, self.picked_many, self.opened = stage.picked, stage.picked_many, stage.opened
        self.reshaped, self.moved_many, self.drawn = stage.reshaped, stage.moved_many, stage.drawn
        self.unlock_wanted, self.said = stage.unlock_wanted, stage.said

    # --- what is shown ----------------------------------------------------------------------------------------

    def set_task(self, task: Task, skeleton: Skeleton | None = None) -> None:
        """Set of which kind the project's objects are; poses have this skeleton."""
        self.objects.whole_images = task is Task.CLASSIFY
        self.tools.task = task
        self.stage.skeleton = self.overlay.skeleton = skeleton
        self.tools.take_select()
        self._restyle()

    def set_image(self, width: float, height: float, *, keep: bool = False) -> None:
        """Make room for an image of this size, fitted unless the zoom is kept; its picture and its objects follow."""
        self.tools.take_select()
        self.show_ghosts([])
        self.stage.image_size = float(width), float(height)
        self._show_frame(False)
        for item in (self.picture, self.labels, self.overlay):
            item.set_size(width, height)
        self.set_items((), selected="")
        self.zoom.set_image(width, height, keep=keep)
        self.zoomed.emit(self.zoom.scale)

    def set_frame(self, frame: Frame) -> None:
        """Show the picture, which is decoded now or cannot be."""
        self.picture.set_frame(frame)
        self._show_frame(bool(frame.levels))

    @property
    def has_picture(self) -> bool:
        """Whether the picture itself is on the screen; without it nothing can be decided."""
        return self._has_frame

    @property
    def usable(self) -> bool:
        """Whether a picture is shown that can be worked on."""
        return self._has_frame and self.stage.image_size[0] > 0

    @property
    def image_size(self) -> tuple[float, float]:
        """Width and height of the image in pixels."""
        return self.stage.image_size

    def _show_frame(self, on: bool) -> None:
        """Objects are shown with their picture only: boxes over nothing would be decided blindly."""
        self._has_frame = on
        self.labels.setVisible(on)
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
        before = self.objects.selected_id
        if self.objects.set_items(items, selected=selected, also=also, wanted=wanted, chosen=chosen):
            self._show_objects()
        else:
            self.labels.set_looks(self.objects.looks, left_out=selected)
            self._show_selected()
        self.stage.keep_part(before)

    def set_editing(self, item_id: str, *, own: frozenset[str] = frozenset()) -> None:
        """Let this verified label be changed, empty for none, and those that were only just made."""
        self.objects.editing, self.objects.own = item_id, own
        self._show_selected()

    def set_class_names(self, name: Callable[[int], str]) -> None:
        """Set how classes are called."""
        self.objects.set_class_names(name)
        self.labels.forget()
        self._show_objects()

    def set_hidden(self, classes: frozenset[int], states: frozenset[LabelState]) -> None:
        """Leave objects of these classes and in these states out: neither drawn nor clickable."""
        self.objects.set_hidden(classes, states)
        self._show_objects()

    def set_view(self, view: ViewSettings) -> None:
        """Show labels like this; what it says of the picture is shown by `picture.set_adjustment`."""
        self.view = view
        if not view.crosshair:
            self._point_crosshair(None)
        self.objects.set_view(view)
        self._restyle()
        self._show_objects()

    def show_labels(self, on: bool) -> None:
        """Show the objects, or none of them."""
        self.objects.show_labels(on)
        self._show_objects()

    @property
    def labels_shown(self) -> bool:
        return self.objects.labels_shown

    def show_names(self, on: bool) -> None:
        """Write the class on every tag, or leave it out."""
        self.set_view(replace(self.view, names=on))

    @property
    def names_shown(self) -> bool:
        return self.view.names

    def write_anew(self) -> None:
        """Write the tags anew: the language or the colours are others."""
        self.objects.write_anew()
        self._show_objects()

    def show_ghosts(self, regions: Sequence[Region], *, meant: Item | None = None) -> None:
        """Show thin outlines of what is not there: the model's original, how it was before, how it would be.

        `meant` is the one of them that is asked about: framed and named.
        """
        self.labels.make_room_for(look := None if meant is None else self.objects.guest_look(meant))
        self.overlay.show_ghosts(regions, look)

    def _restyle(self) -> None:
        with self.overlay.changing():
            self.overlay.thickness, self.overlay.fill = self.view.thickness, self.view.fill
        style = OutlineStyle(self.view.thickness, self.view.fill, self.stage.skeleton)
        self.labels.set_style(style, grid=self.view.grid)

    def _show_objects(self) -> None:
        self.zoom.views.on_show(self.objects.ids)
        self.labels.set_looks(self.objects.looks, left_out=self.objects.selected_id)
        self._show_selected()

    def _show_selected(self) -> None:
        objects, overlay = self.objects, self.overlay
        with overlay.changing():
            main = objects.selected
            overlay.selected = objects.looks.get(objects.selected_id)
            overlay.locked = main is None or objects.locked(main)
            overlay.banners = [objects.looks[item.id] for item in objects.whole]
            overlay.banner_selected = objects.selected_id

    # --- questions about the objects --------------------------------------------------------------------------

    @property
    def hides(self) -> int:
        """How many objects are not shown, whatever the reason."""
        return self.objects.hides

    def item(self, item_id: str) -> Item | None:
        """Return an object on show by its id."""
        return self.objects.item(item_id)

    def draws(self, item_id: str) -> bool:
        """Whether an object is drawn, and not left out by the person's wish."""
        return item_id in self.objects.ids

    def item_at(self, position: QPointF) -> str:
        """Return the id of the object at a place of the viewport; empty for none."""
        return self.stage.target(self._input.place(position)).item_id

    def box_on_screen(self, region: Region) -> QRectF:
        """Return the box round a region, in viewport pixels; of the whole image, what is seen of it."""
        view = QRectF(self.viewport().rect())
        box = Box(0, 0, *self.image_size) if region.kind == "image" else region.bounds
        place = self.viewportTransform().mapRect(QRectF(box.x1, box.y1, box.width, box.height))
        return place & view if region.kind == "image" else place

    # --- tools and what keys do -------------------------------------------------------------------------------

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self.tools.tool

    def set_tool(self, tool_id: str) -> None:
        """Take another tool in hand; a drag is given up."""
        self.tools.take(tool_id)

    def set_drawing_class(self, colour: QColor, name: str) -> None:
        """Draw in this class from now on."""
        self.tools.set_drawing_class(colour, name)

    def cancel(self) -> bool:
        """Give up what is being dragged or drawn; False when there was nothing to give up."""
        if self.outline.simplifying:
            self.outline.cancel_simplified()
            return True
        return self.tools.cancel() or self.nudge.cancel()

    def cycle(self, by: int = 1) -> bool:
        """Select the next of what lies under the pointer; False when no more than one does."""
        return (at := self._input.pointed) is not None and self.underMouse() and self.stage.pick_next(at, by)

    def toggle_point(self) -> None:
        """Make the point in hand visible, occluded, absent in turn."""
        vertices.toggle(self.stage)

    # --- zoom and drawing -------------------------------------------------------------------------------------

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, at the pointer or the middle."""
        self.zoom.by(factor, at)
        self._motion.hurry()
        self.zoomed.emit(self.zoom.scale)

    def _point_crosshair(self, at: QPointF | None) -> None:
        """The crosshair goes where the pointer is, or away."""
        self.overlay.point_crosshair(at if self.view.crosshair and self.tools.tool.crosshair else None)

    def _shift(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._motion.panned(dx, dy)

    def _rescale(self) -> None:
        """All is drawn anew: nothing of what is there need be moved before."""
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        super().scrollContentsBy(0, 0)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)

    # --- Qt's own names ---------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # the bars move one after the other: where both are meant, it waits for both
        if not self.zoom.moving:
            self._shift(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom.resized()
        self.zoomed.emit(self.zoom.scale)
        self.notice.place()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if not self.picture.covers(QRectF(rect), self.zoom.scale):
            painter.fillRect(rect, theme.colour("canvas"))

    def paintEvent(self, event: QPaintEvent) -> None:
        parts = self.picture, self.labels, self.overlay
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._input.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._input.move(event):
            self._point_crosshair(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._input.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._input.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_crosshair(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if (factor := self._input.wheel(event)) != 1.0 and self.sceneRect().width() > 0:
            self.zoom_by(factor, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._input.claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._input.key(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab goes through the labels; F6 leaves the canvas

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.nudge.flush()
        super().focusOutEvent(event)
