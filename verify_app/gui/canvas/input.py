"""Mouse and keys on the canvas: what is the view's own (zoom, pan), and what goes to the tool in hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from verify_app.gui.canvas.nudge import Nudge
from verify_app.gui.canvas.tool_host import ToolHost
from verify_app.gui.canvas.zoom import STEP, Zoom
from verify_app.gui.tools.base import Pointer, Stage

GRAB = 7.0
"""How far off a click may be, in screen pixels."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def notches(event: QWheelEvent) -> float:
    """Return by how many notches the wheel turns."""
    # with Alt or Shift held some systems turn the wheel sideways
    return (event.angleDelta().y() or event.angleDelta().x()) / 120.0


def zoom_factor(event: QWheelEvent) -> float:
    """Return by how much the wheel wants to zoom."""
    return float(STEP ** notches(event))


class InputRouter:
    """Hands every event of mouse and keys to whom it concerns.

    Parameters
    ----------
    view : QGraphicsView
        Where the events come from.
    zoom : Zoom
        Is panned with the middle button or Alt.
    tools : ToolHost
        Has the tool in hand.
    stage : Stage
        What the tool acts on.
    nudge : Nudge
        Takes the keys that move what is selected; hands over before anything else changes.
    usable : callable
        Whether a picture is shown that can be worked on.
    """

    def __init__(
        self,
        view: QGraphicsView,
        zoom: Zoom,
        tools: ToolHost,
        stage: Stage,
        nudge: Nudge,
        usable: Callable[[], bool],
    ) -> None:
        self._view, self._zoom, self._tools, self._stage = view, zoom, tools, stage
        self._nudge, self._usable = nudge, usable
        self._pan_from: QPointF | None = None
        self.pointed: Pointer | None = None
        """Where the pointer was last; None before it came."""

    def place(self, position: QPointF) -> Pointer:
        """Return where in the image a place of the viewport is, with no key held."""
        point = self._view.viewportTransform().inverted()[0].map(position)
        return Pointer(point.x(), point.y(), GRAB / self._zoom.scale)

    def under_pointer(self) -> str:
        """Return the id of what the pointer is on; empty for nothing, and while a button is held."""
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return "" if self.pointed is None or held or not self._usable() else self._stage.target(self.pointed).item_id

    def _pointer(self, event: QMouseEvent) -> Pointer:
        point = self._view.viewportTransform().inverted()[0].map(event.position())
        held, tolerance = event.modifiers(), GRAB / self._zoom.scale
        self.pointed = Pointer(
            point.x(), point.y(), tolerance, bool(held & _SHIFT), bool(held & _CTRL), bool(held & _ALT)
        )
        return self.pointed

    # --- the mouse --------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        left = event.button() == Qt.MouseButton.LeftButton
        at, tool, usable = self._pointer(event), self._tools.tool, self._usable()
        pans = left and at.alt and not (usable and tool.takes_alt(self._stage, at))
        if event.button() == Qt.MouseButton.MiddleButton or pans:
            self._pan_from = event.position()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif usable and left:
            self._nudge.flush()
            self._tools.tool.press(self._stage, at)
        elif usable and event.button() == Qt.MouseButton.RightButton:
            tool.context(self._stage, at)
        event.accept()

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moves; whether the tool in hand was told."""
        told = False
        if self._pan_from is not None:
            delta = event.position() - self._pan_from
            self._pan_from = event.position()
            self._zoom.pan(round(delta.x()), round(delta.y()))
        elif self._usable():
            at, told = self._pointer(event), True
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._tools.tool.move(self._stage, at)
            else:
                self._tools.tool.hover(self._stage, at)
                self._view.viewport().setCursor(self._tools.tool.cursor(self._stage, at))
        event.accept()
        return told

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        if self._pan_from is not None:
            self._pan_from = None
            self._view.viewport().setCursor(self._tools.tool.cursor(self._stage, self._pointer(event)))
        elif event.button() == Qt.MouseButton.LeftButton and self._usable():
            self._tools.tool.release(self._stage, self._pointer(event))
        event.accept()

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        if event.button() == Qt.MouseButton.LeftButton and self._usable():
            self._tools.tool.double(self._stage, self._pointer(event))
        event.accept()

    def wheel(self, event: QWheelEvent) -> float:
        """The wheel turns; by how much it is to zoom, 1 when the tool in hand has taken it."""
        held = event.modifiers() == _SHIFT and self._usable()
        return 1.0 if held and self._tools.tool.wheel(self._stage, notches(event)) else zoom_factor(event)

    # --- keys -------------------------------------------------------------------------------------------------

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the tool's now: one with something unfinished comes before any shortcut."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._usable() and self._tools.tool.claims(self._stage, Qt.Key(event.key()), held)

    def key(self, event: QKeyEvent) -> None:
        """A key goes down; it is left to others when it is not for the tool or for what is selected."""
        if self.claims(event):
            self._nudge.flush()
            self._tools.tool.key(self._stage, Qt.Key(event.key()), event.modifiers())
        elif self._view.actions() or not self._nudge.key(event):
            # with actions, keys move what is selected through them: an arrow that was given away does nothing else;
            # and none goes to the scroll bars
            event.ignore()
