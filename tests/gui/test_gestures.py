"""Touchpad and side buttons on the canvas, as Qt tells of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hands

NONE = Qt.KeyboardModifier.NoModifier
PAD = QPointingDevice(
    "pad",
    1,
    QInputDevice.DeviceType.TouchPad,
    QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position | QInputDevice.Capability.PixelScroll,
    2,
    3,
)


def turn(
    hands: Hands, pixels: tuple[int, int], angle: tuple[int, int], *, fingers: bool, held: Qt.KeyboardModifier = NONE
) -> None:
    viewport = hands.canvas.viewport()
    at = QPointF(viewport.width() / 3, viewport.height() / 3)
    phase = Qt.ScrollPhase.ScrollUpdate if fingers else Qt.ScrollPhase.NoScrollPhase
    device = (PAD,) if fingers else ()
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(*pixels),
        QPoint(*angle),
        Qt.MouseButton.NoButton,
        held,
        phase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        *device,
    )
    QApplication.sendEvent(viewport, event)


def test_two_fingers_pan_and_a_wheel_zooms(hands: Hands) -> None:
    hands.show(1)
    hands.canvas.zoom.by(3.0)
    before, scale = hands.at(0, 0), hands.canvas.zoom.scale
    turn(hands, (12, -30), (60, -120), fingers=True)
    assert hands.at(0, 0) - before == QPoint(12, -30) and hands.canvas.zoom.scale == scale
    turn(hands, (0, 0), (0, 40), fingers=True)
    assert hands.at(0, 0) - before == QPoint(12, -10), "a touchpad that tells no pixels"
    turn(hands, (0, 0), (0, 120), fingers=False)
    assert hands.canvas.zoom.scale == pytest.approx(1.25 * scale)


def test_two_fingers_with_ctrl_zoom(hands: Hands) -> None:
    hands.show(1)
    scale = hands.canvas.zoom.scale
    turn(hands, (0, 30), (0, 120), fingers=True, held=Qt.KeyboardModifier.ControlModifier)
    assert hands.canvas.zoom.scale == pytest.approx(1.25 * scale)


def test_a_pinch_zooms_at_the_fingers(hands: Hands) -> None:
    hands.show(1)
    canvas, viewport = hands.canvas, hands.canvas.viewport()
    at = QPointF(120, 90)
    before, scale = canvas.viewportTransform().inverted()[0].map(at), canvas.zoom.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        PAD,
        2,
        at,
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        0.2,
        QPointF(),
    )
    assert event.type() == QEvent.Type.NativeGesture
    QApplication.sendEvent(viewport, event)
    after = canvas.viewportTransform().inverted()[0].map(at)
    assert canvas.zoom.scale == pytest.approx(1.2 * scale)
    assert abs(before.x() - after.x()) < 0.6 and abs(before.y() - after.y()) < 0.6


def test_side_buttons_go_to_the_image_after_and_before(hands: Hands) -> None:
    viewport, start = hands.canvas.viewport(), hands.state.position
    QTest.mouseClick(viewport, Qt.MouseButton.ForwardButton)
    assert hands.state.position == start + 1
    QTest.mouseClick(viewport, Qt.MouseButton.BackButton)
    assert hands.state.position == start
