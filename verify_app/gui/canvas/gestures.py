"""The touchpad and the side buttons of the mouse on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
_TURN = 0.5
"""Screen pixels for each unit of a touchpad that tells no pixels: 120 units are a notch of a wheel."""


class Gestures(QObject):
    """Two fingers pan, a pinch zooms at the fingers, side buttons go to the image before or after.

    A wheel goes on to zoom, and so do two fingers with Ctrl held, which is what some systems make of a pinch.

    Parameters
    ----------
    viewport : QWidget
        Where the events come from.
    zoom_by : callable
        Takes a factor and a place in the viewport.
    pan : callable
        Takes screen pixels across and down.
    step : callable
        Takes -1 for the image before, 1 for the one after.
    """

    def __init__(
        self,
        viewport: QWidget,
        *,
        zoom_by: Callable[[float, QPointF], object],
        pan: Callable[[int, int], object],
        step: Callable[[int], object],
    ) -> None:
        super().__init__(viewport)
        self._zoom_by, self._pan, self._step = zoom_by, pan, step
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._two_fingers(event)
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if kind in _PRESSES and isinstance(event, QMouseEvent) and event.button() in _STEPS:
            self._step(_STEPS[event.button()])
            return True
        return False

    def _two_fingers(self, event: QWheelEvent) -> bool:
        if not _is_touchpad(event) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        by = QPointF(event.pixelDelta()) if not event.pixelDelta().isNull() else QPointF(event.angleDelta()) * _TURN
        self._pan(round(by.x()), round(by.y()))
        event.accept()
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_by(max(0.5, min(1.0 + event.value(), 2.0)), event.position())
        return True


_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


def _is_touchpad(event: QWheelEvent) -> bool:
    """Whether fingers turned the wheel: the device says so, or the event has a beginning and an end as theirs have."""
    device = event.pointingDevice()
    return (device is not None and device.type() == QInputDevice.DeviceType.TouchPad) or (
        event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
    )
