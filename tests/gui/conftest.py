"""A real window on a real project; nothing is faked but the person's hands."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import scenery
from verify_app.app.review import image_view as looking
from verify_app.app.review import trials
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.review.last_position import Place, remember
from verify_app.app.session import Session
from verify_app.core.queue.orders import Order
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow

BOLT, NUT, GEAR = 1, 2, 3
SAID = {
    1: [(BOLT, (10, 10, 50, 40), 0.9), (NUT, (80, 20, 120, 60), 0.6), (GEAR, (140, 50, 180, 90), 0.3)],
    2: [(BOLT, (20, 20, 60, 60), 0.8), (NUT, (100, 30, 150, 80), 0.2)],
    3: [(GEAR, (30, 30, 90, 70), 0.05)],
}
"""What the model says: image 1 has three clear objects, 2 one hidden under the slider, 3 one far under it, 4 none."""


@pytest.fixture(scope="module", autouse=True)
def _only_what_is_new() -> Iterator[None]:
    """The collector walks what these tests make, not all that is loaded here: that takes a second each time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen screen says these of every window, an empty one too; any other warning fails the test."""
    known = r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(known))


@pytest.fixture(autouse=True)
def collect_on_this_thread() -> Iterator[None]:
    """As in the program: a worker must not destroy widgets of an earlier test."""
    gc.disable()
    yield
    gc.collect()


PATIENCE_MS = 120_000
"""Until a wait counts as one for ever: no test says how quick a machine is."""


class Patient(QtBot):
    """Waits for what comes, however slow or busy the machine is."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = 0) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Patient:
    return Patient(request)


class Hands:
    """Keys and mouse on a window, and what the record says afterwards."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.page, self.state = window.review_page, window.review_page.state
        self.canvas = window.review_page.canvas

    def key(self, key: Qt.Key | str, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is, once the picture is on the screen."""
        self.qtbot.waitUntil(lambda: bool(self.state.seen) or self.canvas.notice.isVisible())
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        target = self.window.focusWidget() or self.canvas
        if isinstance(key, str):
            for letter in key:
                QTest.keyClick(target, letter, held)
        else:
            QTest.keyClick(target, key, held)

    def at(self, x: float, y: float) -> QPoint:
        """Where an image pixel is on the canvas."""
        return self.canvas.mapFromScene(x, y)

    def click(self, x: float, y: float) -> None:
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self.at(x, y))

    def drag(self, start: tuple[float, float], end: tuple[float, float], *, drop: bool = True) -> None:
        """Press, move in steps, release."""
        viewport, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, pos=self.at(*start))
        for step in range(1, 6):
            x = start[0] + (end[0] - start[0]) * step / 5
            y = start[1] + (end[1] - start[1]) * step / 5
            # QTest.mouseMove holds no button; the event is made by hand
            self.move(self.at(x, y), left)
        if drop:
            QTest.mouseRelease(viewport, left, pos=self.at(*end))

    def move(self, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        viewport = self.canvas.viewport()
        where = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButtons(buttons),
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)

    def show(self, image_id: int) -> None:
        """Go to an image and wait until its picture is on the screen."""
        self.state.show_image(image_id)
        self.qtbot.waitUntil(lambda: bool(self.state.seen))

    def record(self, image_id: int) -> ReviewImage:
        """What the project says of an image."""
        return looking.look(self.state.session, image_id)

    @property
    def said(self) -> str:
        return self.page.message.text


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Hands]]:
    """Makes a project with four pictures and what `SAID` says of them, and opens it."""
    main.application()
    windows: list[MainWindow] = []

    def make(said: dict[int, list[scenery.Said]] | None = None, *, images: int = 4) -> Hands:
        session = scenery.project(tmp_path, images=images)
        scenery.run(session, SAID if said is None else said)
        trials.set_rates(session, honeypots=0.0, blind=0.0)  # tests of trust turn them on
        remember(session, Place(Order.FOUND))
        session.close()
        return reopen(session.folder)

    def reopen(folder: Path) -> Hands:
        window = MainWindow(reviewer="ann")
        windows.append(window)
        assert window.open_project(folder)
        window.resize(1100, 700)
        window.show()
        qtbot.waitExposed(window)
        hands = Hands(window, qtbot)
        if hands.state.review is not None:
            qtbot.waitUntil(lambda: bool(hands.state.seen) or hands.canvas.notice.isVisible())
        return hands

    make.reopen = reopen  # type: ignore[attr-defined]
    yield make
    for window in windows:
        window._leaving = True
        window.close()


@pytest.fixture
def hands(make_window: Callable[..., Hands]) -> Hands:
    return make_window()


@pytest.fixture
def empty_session(tmp_path: Path) -> Iterator[Session]:
    session = scenery.project(tmp_path, images=0)
    yield session
    session.close()
