"""The canvas: shows one image with its objects and turns the mouse into tool calls. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.gui import theme
from verify_app.gui.canvas import hit, marks
from verify_app.gui.canvas.decode import Frame
from verify_app.gui.canvas.hit import Target
from verify_app.gui.canvas.layer_item import LayerItem
from verify_app.gui.canvas.notice import Notice
from verify_app.gui.canvas.nudge import Nudge
from verify_app.gui.canvas.overlay_item import OverlayItem
from verify_app.gui.canvas.picture_item import PictureItem
from verify_app.gui.canvas.zoom import STEP, Zoom
from verify_app.gui.tools.base import Pointer, Tool
from verify_app.gui.tools.box import BoxTool
from verify_app.gui.tools.select import SelectTool
from verify_app.gui.viewport import own_viewport

GRAB = 7.0
"""How far off a click may be, in screen pixels."""


class Canvas(QGraphicsView):
    """Signals say what the person did; whoever owns the canvas decides what comes of it."""

    picked = Signal(str)
    reshaped = Signal(str, object)
    drawn = Signal(object)
    stepped = Signal(int)
    opened = Signal(str)
    tool_changed = Signal(str)
    zoomed = Signal(float)
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Image"))
        self.setScene(QGraphicsScene(self))
        self.zoom = Zoom(self)
        self.picture = PictureItem()
        self.layer = LayerItem(self.viewportTransform)
        self.overlay = OverlayItem(self.viewportTransform)
        for item in (self.picture, self.layer, self.overlay):
            self.scene().addItem(item)
        self.notice = Notice(self)
        self.nudge = Nudge(self)
        self.tools: dict[str, Tool] = {tool.id: tool for tool in (SelectTool(), BoxTool())}
        self.tool: Tool = self.tools["select"]
        self._class_name: Callable[[int], str] = str
        self._items: list[Item] = []
        self._by_id: dict[str, Item] = {}
        self._wanted: frozenset[str] = frozenset()
        self._looks: dict[str, marks.Look] = {}
        self._metrics = QFontMetricsF(marks.tag_font(self.font()))
        self._selected = ""
        self._size = (0.0, 0.0)
        self._has_frame = self._said_painted = False
        self._pan_from: QPointF | None = None
        self.labels_shown = self.names_shown = True
        self.drawing_colour = QColor("#FFFFFF")

    # --- what is shown ----------------------------------------------------------------------------------

    def set_image(self, width: float, height: float) -> None:
        """An image of this size comes; its picture and its objects follow."""
        self.set_tool("select")
        self._size = (float(width), float(height))
        self._show_frame(False)
        for item in (self.picture, self.layer, self.overlay):
            item.set_size(width, height)
        self.set_items((), selected="")
        self.zoom.set_image(width, height)
        self.zoomed.emit(self.zoom.scale)

    def set_frame(self, frame: Frame) -> None:
        """The picture is decoded, or cannot be."""
        self.picture.set_levels(frame.levels)
        self._show_frame(bool(frame.levels))

    @property
    def has_picture(self) -> bool:
        """Whether the picture itself is on the screen; without it nothing can be decided."""
        return self._has_frame

    def _show_frame(self, on: bool) -> None:
        """Objects are shown with their picture only: boxes over nothing would be decided blindly."""
        self._has_frame = on
        self.layer.setVisible(on)
        self.overlay.setVisible(on)

    def set_items(self, items: Sequence[Item], *, selected: str, wanted: frozenset[str] = frozenset()) -> None:
        """Show these objects; `wanted` ones are pointed out as possibly missed."""
        self._items = hit.small_first(items)
        self._by_id = {item.id: item for item in items}
        self._selected, self._wanted = selected, wanted
        self._show_items()

    def set_class_names(self, name: Callable[[int], str]) -> None:
        """How classes are called."""
        self._class_name = name
        self.layer.forget()
        self._show_items()

    def _show_items(self) -> None:
        self._soil_overlay()
        looks = [self._look(item) for item in (reversed(self._items) if self.labels_shown else ())]
        self._looks = {look.item.id: look for look in looks}
        self.layer.set_looks(looks, left_out=self._selected)
        self.overlay.selected = next((look for look in looks if look.item.id == self._selected), None)
        self._soil_overlay()

    def _look(self, item: Item) -> marks.Look:
        """The item's look; the one from before when nothing about it has changed."""
        name, wanted = self._class_name(item.class_id), item.id in self._wanted
        before = self._looks.get(item.id)
        if before is not None and before.known_as == (item, name, self.names_shown, wanted):
            return before
        return marks.look_of(item, name, self._metrics, names=self.names_shown, wanted=wanted)

    def show_labels(self, on: bool) -> None:
        self.labels_shown = on
        self._show_items()

    def show_names(self, on: bool) -> None:
        self.names_shown = on
        self._show_items()

    def set_tool(self, tool_id: str) -> None:
        """Take another tool in hand; a drag is given up."""
        self.tool.cancel(self)
        self.tool = self.tools[tool_id]
        self._soil_overlay()
        self.overlay.crosshair = None
        self.overlay.drawing = self.drawing_colour if self.tool.crosshair else None
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if self.tool.crosshair else Qt.CursorShape.ArrowCursor)
        self.tool_changed.emit(tool_id)

    def cancel(self) -> bool:
        """Give up what is being dragged or drawn; False when there was nothing to give up."""
        if self.tool.cancel(self):
            return True
        if self.tool.id != "select":
            self.set_tool("select")
            return True
        return self.nudge.cancel()

    # --- the stage that tools act on ------------------------------------------------------------------------

    @property
    def size(self) -> tuple[float, float]:
        return self._size

    @property
    def selected(self) -> Item | None:
        return self._by_id.get(self._selected) if self.labels_shown else None

    def item(self, item_id: str) -> Item | None:
        return self._by_id.get(item_id)

    def target(self, at: Pointer) -> Target:
        if not self.labels_shown:
            return hit.NOTHING
        return hit.hit(self._items, at.x, at.y, tolerance=at.tolerance, selected=self.selected)

    def preview(self, box: Box | None, *, of: str = "") -> None:
        self._soil_overlay()
        self.overlay.box = box
        self._soil_overlay()

    def pick(self, item_id: str) -> None:
        self.nudge.flush()
        self.picked.emit(item_id)

    def reshape(self, item_id: str, box: Box) -> None:
        self.reshaped.emit(item_id, box)

    def draw(self, box: Box, *, more: bool) -> None:
        self.drawn.emit(box)
        if not more:
            self.set_tool("select")

    # --- mouse and keys -------------------------------------------------------------------------------------

    def _pointer(self, event: QMouseEvent) -> Pointer:
        point = self.viewportTransform().inverted()[0].map(event.position())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return Pointer(point.x(), point.y(), GRAB / self.zoom.scale, shift)

    def _usable(self) -> bool:
        return self._has_frame and self._size[0] > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (alt and event.button() == Qt.MouseButton.LeftButton):
            self._pan_from = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self._usable():
            self.nudge.flush()
            self.tool.press(self, self._pointer(event))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            delta = event.position() - self._pan_from
            self._pan_from = event.position()
            self.zoom.pan(round(delta.x()), round(delta.y()))
        elif self._usable():
            at = self._pointer(event)
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.tool.move(self, at)
            else:
                self.viewport().setCursor(self.tool.cursor(self, at))
            if self.tool.crosshair:
                self._soil_overlay()
                self.overlay.crosshair = event.position()
                self._soil_overlay()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if self.tool.crosshair else Qt.CursorShape.ArrowCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self._usable():
            self.tool.release(self, self._pointer(event))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._usable() and self.tool.id == "select":
            target = self.target(self._pointer(event))
            if target.item_id:
                self.opened.emit(target.item_id)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._soil_overlay()
        self.overlay.crosshair = None
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120.0
        if steps and self._size[0] > 0:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, at the pointer or the middle."""
        self.zoom.by(factor, at)
        self.zoomed.emit(self.zoom.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif not self.nudge.key(event):
            event.ignore()  # not to the scroll bars: the arrows belong to the selected label

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab goes through the labels; F6 leaves the canvas

    def focusOutEvent(self, event: QEvent) -> None:
        self.nudge.flush()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom.refit()
        self.zoomed.emit(self.zoom.scale)
        self.notice.place()

    # --- drawing ----------------------------------------------------------------------------------------

    def _soil_overlay(self) -> None:
        view = QRectF(self.viewport().rect())
        for area in self.overlay.areas(view):
            self.viewport().update(area)

    def box_on_screen(self, box: Box) -> QRectF:
        """A box in viewport pixels."""
        transform: QTransform = self.viewportTransform()
        return transform.mapRect(QRectF(box.x1, box.y1, box.width, box.height))

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, theme.colour("canvas"))

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if self._has_frame and not self._said_painted:
            self._said_painted = True
            self.painted.emit()
