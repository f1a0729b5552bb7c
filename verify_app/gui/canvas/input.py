"""Mouse and keys on the canvas: what is the view's own (zoom, pan), and what goes to the tool in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from verify_app.gui.canvas.zoom import STEP
from verify_app.gui.tools.base import Pointer

if TYPE_CHECKING:
    from verify_app.gui.canvas.nudge import Nudge
    from verify_app.gui.canvas.zoom import Zoom
    from verify_app.gui.tools.base import Tool

GRAB = 7.0
"""How far off a click may be, in screen pixels."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Handling(QGraphicsView):
    """The half of the canvas that listens."""

    tool: Tool
    nudge: Nudge
    zoom: Zoom
    _pan_from: QPointF | None = None
    _pointed: Pointer | None = None

    @property
    def usable(self) -> bool:
        """Whether a picture is shown that can be worked on."""
        raise NotImplementedError

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom, at the pointer or the middle."""
        raise NotImplementedError

    def point_crosshair(self, at: QPointF | None) -> None:
        """The crosshair goes where the pointer is, or away."""
        raise NotImplementedError

    def _pointer(self, event: QMouseEvent) -> Pointer:
        point = self.viewportTransform().inverted()[0].map(event.position())
        held = event.modifiers()
        tolerance = GRAB / self.zoom.scale
        self._pointed = Pointer(
            point.x(), point.y(), tolerance, bool(held & _SHIFT), bool(held & _CTRL), bool(held & _ALT)
        )
        return self._pointed

    # --- the mouse ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        at = self._pointer(event)
        alt = left and at.alt and not (self.usable and self.tool.takes_alt(self, at))  # type: ignore[arg-type]
        if event.button() == Qt.MouseButton.MiddleButton or alt:
            self._pan_from = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.usable and left:
            self.nudge.flush()
            self.tool.press(self, at)  # type: ignore[arg-type]
        elif self.usable and event.button() == Qt.MouseButton.RightButton:
            self.tool.context(self, at)  # type: ignore[arg-type]
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            delta = event.position() - self._pan_from
            self._pan_from = event.position()
            self.zoom.pan(round(delta.x()), round(delta.y()))
        elif self.usable:
            at = self._pointer(event)
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.tool.move(self, at)  # type: ignore[arg-type]
            else:
                self.tool.hover(self, at)  # type: ignore[arg-type]
                self.viewport().setCursor(self.tool.cursor(self, at))  # type: ignore[arg-type]
            self.point_crosshair(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().setCursor(self.tool.cursor(self, self._pointer(event)))  # type: ignore[arg-type]
        elif event.button() == Qt.MouseButton.LeftButton and self.usable:
            self.tool.release(self, self._pointer(event))  # type: ignore[arg-type]
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.usable:
            self.tool.double(self, self._pointer(event))  # type: ignore[arg-type]
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.point_crosshair(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # with Alt held some systems turn the wheel sideways
        steps = (event.angleDelta().y() or event.angleDelta().x()) / 120.0
        if steps and self.sceneRect().width() > 0:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    # --- keys -----------------------------------------------------------------------------------------------

    def _claims(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.usable and self.tool.claims(self, Qt.Key(event.key()), held)  # type: ignore[arg-type]

    def event(self, event: QEvent) -> bool:
        # a tool with something unfinished has the first word on its keys, before any shortcut
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._claims(event):
            self.nudge.flush()
            self.tool.key(self, Qt.Key(event.key()), event.modifiers())  # type: ignore[arg-type]
        elif self.actions() or not self.nudge.key(event):
            # with actions, keys move what is selected through them: an arrow that was given away does nothing else;
            # and none goes to the scroll bars
            event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab goes through the labels; F6 leaves the canvas

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.nudge.flush()
        super().focusOutEvent(event)
