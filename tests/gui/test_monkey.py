"""A monkey at the window: random keys, clicks, drags, wheel, undo. Afterwards the record is sound, nothing printed.

Each run is seeded; when one fails, its message ends with the last steps, and the same seed does the same again.
"""

from __future__ import annotations

import gc
import random
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QThreadPool, QtMsgType
from PySide6.QtGui import QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QSlider, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests import scenery, tasks
from tests.examples import examples
from verify_app.app.imports.files import add_images
from verify_app.app.review.last_position import Place, remember
from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.queue.orders import Order
from verify_app.core.vocabulary import ImageState, Origin, Task
from verify_app.gui.shell import action_table, main
from verify_app.gui.shell.window import MainWindow

IMAGES = 5
STEPS, MANY = 300, examples(4000)
"""A task; of five tasks 1,500 and 20,000."""
LEAVES = frozenset({"quit", "new", "open", "add_images", "predict_image", "embeddings"})
"""Ends the run, asks for files of this computer, or starts a process."""
STARTING = frozenset({"Predict", "Export", "Train", "Evaluate", "AddImages", "NewProject", "WelcomePage"})
"""Enter or a button in these starts a process."""
TYPED = "abcdefghijklmnopqrstuvwxyz0123456789 .,-/[]`"
PLAIN = ("Esc", "Return", "Tab", "Shift+Tab", "Backspace", "Home", "End", "PgUp", "PgDown", "Ctrl+A", "Space")
WARNINGS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def make_project(folder: Path, task: Task, seed: int) -> Path:
    """Scenes of a task and what two runs say of them: nearly the truth, and something invented."""
    rng = random.Random(seed)
    scenes = list(tasks.scenes(task, IMAGES, 50 + seed))
    for number, scene in enumerate(scenes):
        file = folder / "photos" / f"{number:03}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(scene.image).save(file)
    skeleton = tasks.SKELETON if task is Task.POSE else None
    scenery.project(folder, images=0, task=task, skeleton=skeleton).close()
    session = Session.open(folder / "project", "ann")

    add_images(session, [folder / "photos"], Origin.REAL)
    for number in range(2):
        said: dict[int, list[scenery.Said]] = {}
        for image_id, scene in enumerate(scenes, start=1):
            said[image_id] = [(cls + 1, _shaken(region, rng), rng.uniform(0.1, 0.95)) for cls, region in scene.objects]
            if task is not Task.CLASSIFY and rng.random() < 0.5:
                said[image_id].append((3, scene.objects[0][1].moved(9, 7), rng.uniform(0.02, 0.5)))
        scenery.run(session, said, model_id=scenery.model(session, f"m{number}"))
    remember(session, Place(Order.FOUND))
    session.close()
    return folder / "project"


def _shaken(region: Region, rng: random.Random) -> Region:
    return region.moved(rng.uniform(-3, 3), rng.uniform(-3, 3)) if region.kind != "image" else region


class Monkey:
    """Does one random thing after another to a window and stops at the first exception or warning."""

    def __init__(self, window: MainWindow, folder: Path, seed: int, records: Callable[[], list[Any]]) -> None:
        self.window, self.folder, self.records = window, folder, records
        self.rng = random.Random(seed)
        self.seed = seed
        self.trail: deque[str] = deque(maxlen=40)
        self.done = 0
        self.names = [a.id for a in action_table.ACTIONS if a.id not in LEAVES]
        self.keys = [k for a in action_table.ACTIONS if a.id not in LEAVES for k in a.keys]
        self.keys += [*action_table.NUDGING, *PLAIN]
        self.acts: list[tuple[int, Callable[[], str]]] = [
            (30, self.key), (22, self.act), (12, self.click), (12, self.drag), (5, self.double_click),
            (4, self.right_click), (5, self.wheel), (8, self.back), (4, self.poke), (3, self.list_click),
            (2, self.filter), (2, self.grid), (1, self.setting), (1, self.form), (1, self.leave), (1, self.resize),
        ]  # fmt: skip

    def run(self, steps: int) -> None:
        weights = [weight for weight, _ in self.acts]
        with capture_exceptions() as caught:
            for step in range(steps):
                chosen = self.rng.choices(self.acts, weights)[0][1]
                self.trail.append(f"{step} {chosen.__name__}")
                said = chosen()
                self.trail[-1] += f" {said}"
                self.settle()
                self.done += 1
                if step % 200 == 0:
                    gc.collect()
                assert not caught, self.story("".join(map(str, caught[0])), caught[0])
                bad = [r.message for r in self.records() if not r.ignored and r.type in WARNINGS]
                assert not bad, self.story(f"Qt warned: {bad}")

    def story(self, what: str, error: Any = None) -> str:
        trace = "".join(traceback.format_exception(*error)) if error else what
        return f"seed {self.seed}, step {self.done}: {trace}\nlast steps: " + " | ".join(self.trail)

    def settle(self) -> None:
        """Let the window do what it wants to; often until the picture is on the screen, so that much is decided."""
        app = QCoreApplication.instance()
        assert app is not None
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the program's own loop does, before timers fire
        app.processEvents()
        page = self.window.open_page
        end = time.monotonic() + (0.3 if self.rng.random() < 0.8 else 0.0)
        while page is self.window.open_page and page is not None and page.state.review is not None:
            if page.state.seen is not None or page.canvas.notice.isVisible() or time.monotonic() > end:
                break
            time.sleep(0.001)
            app.processEvents()
        for over in QApplication.topLevelWidgets():  # nobody looks at one sheet for ever
            patience = 0.0 if over.inherits("QFileDialog") else 0.9
            if over is not self.window and over.isVisible() and self.rng.random() >= patience:
                over.close()
        if self.window.open_page is None and self.rng.random() < 0.2:
            self.window.open_project(self.folder)

    # --- what has the focus ---------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        if found is not None:
            return found
        page = self.window.open_page
        return page.canvas if page is not None and page.canvas.isVisible() else self.window

    def risky(self, widget: QWidget | None) -> bool:
        """Whether Enter here could start a process."""
        while widget is not None:
            if type(widget).__name__ in STARTING:
                return True
            widget = widget.parentWidget()
        return False

    def key(self) -> str:
        focus = self.focus
        if self.rng.random() < 0.2:
            text = self.rng.choice(TYPED)
            if not (text == " " and self.risky(focus)):
                QTest.keyClick(focus, text)
            return f"{text!r} on {type(focus).__name__}"
        name = self.rng.choice(self.keys)
        if self.risky(focus):
            name = self.rng.choice(("Esc", "Tab", "Shift+Tab", "Left", "Down"))
        combination = QKeySequence(name)[0]
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
        return f"{name} on {type(focus).__name__}"

    def act(self) -> str:
        name = self.rng.choice(self.names)
        action = self.window.actions_by_id.get(name)
        if action is not None and action.isEnabled():
            action.trigger()
            return name
        return f"{name} is off"

    def back(self) -> str:
        name = self.rng.choice(("undo", "undo", "redo"))
        self.window.actions_by_id[name].trigger()  # does nothing when it is off
        return name

    # --- the mouse ------------------------------------------------------------------------------------------

    @property
    def port(self) -> QWidget | None:
        """What the mouse is over: the image or the grid."""
        page = self.window.open_page
        if page is None:
            return None
        return page.grid.view.viewport() if page.grid is not None else page.canvas.viewport()

    def place(self) -> QPoint:
        """Anywhere; every other time on or near an object."""
        page, port = self.window.review_page, self.port
        assert port is not None
        if page.grid is None and page.state.items and self.rng.random() < 0.6:
            box = self.rng.choice(page.state.items).region.bounds
            x = self.rng.choice((box.x1, box.x2, box.center[0], self.rng.uniform(box.x1, box.x2)))
            y = self.rng.choice((box.y1, box.y2, box.center[1], self.rng.uniform(box.y1, box.y2)))
            return page.canvas.mapFromScene(x, y)
        return QPoint(self.rng.randrange(-5, port.width() + 5), self.rng.randrange(-5, port.height() + 5))

    def held(self) -> Qt.KeyboardModifier:
        some = Qt.KeyboardModifier
        return self.rng.choice((*[some.NoModifier] * 3, some.ShiftModifier, some.ControlModifier, some.AltModifier))

    def send(
        self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.KeyboardModifier, *, down: bool = True
    ) -> None:
        port = self.port
        if port is None or not port.isVisible():
            return
        cause = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        pressed = button if down else Qt.MouseButton.NoButton
        where = QPointF(port.mapToGlobal(at))
        QApplication.sendEvent(port, QMouseEvent(kind, QPointF(at), where, cause, pressed, held))  # type: ignore[call-overload]

    def _click(self, button: Qt.MouseButton, *, twice: bool = False) -> str:
        if self.port is None:
            return "nowhere"
        at, held = self.place(), self.held()
        self.send(QEvent.Type.MouseMove, at, button, held, down=False)
        self.send(QEvent.Type.MouseButtonPress, at, button, held)
        self.send(QEvent.Type.MouseButtonRelease, at, button, held, down=False)
        if twice:
            self.send(QEvent.Type.MouseButtonDblClick, at, button, held)
            self.send(QEvent.Type.MouseButtonRelease, at, button, held, down=False)
        return f"{at.x()},{at.y()} {held.name}"

    def click(self) -> str:
        return self._click(Qt.MouseButton.LeftButton)

    def right_click(self) -> str:
        return self._click(self.rng.choice((Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)))

    def double_click(self) -> str:
        return self._click(Qt.MouseButton.LeftButton, twice=True)

    def drag(self) -> str:
        if self.port is None:
            return "nowhere"
        button = self.rng.choice((Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.MiddleButton,))
        start, end, held = self.place(), self.place(), self.held()
        self.send(QEvent.Type.MouseButtonPress, start, button, held)
        for step in range(1, 5):
            self.send(QEvent.Type.MouseMove, start + (end - start) * step / 4, button, held)
            if self.rng.random() < 0.03:
                return f"let go of at {start.x()},{start.y()} by {self.key()}"
        self.send(QEvent.Type.MouseButtonRelease, end, button, held, down=False)
        return f"{start.x()},{start.y()} to {end.x()},{end.y()} {held.name}"

    def wheel(self) -> str:
        port = self.port
        if port is None:
            return "nowhere"
        at, turn, held = self.place(), self.rng.choice((-240, -120, 120, 240)), self.held()
        where, none = QPointF(port.mapToGlobal(at)), QPoint()
        still, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(QPointF(at), where, none, QPoint(0, turn), button, held, still, False)
        QApplication.sendEvent(port, event)
        return f"{turn} {held.name}"

    # --- the rest of the window -----------------------------------------------------------------------------

    def poke(self) -> str:
        """Some button, slider or box anywhere in the window; not those that start a process."""
        kinds = (QAbstractButton, QComboBox, QSlider)
        shown = [w for kind in kinds for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled()]
        shown = [w for w in shown if not (self.risky(w) or w.objectName() == "qt_menubar_ext_button")]  # its menu waits
        if not shown:
            return "nothing"
        chosen = self.rng.choice(shown)
        if isinstance(chosen, QComboBox):
            chosen.setCurrentIndex(self.rng.randrange(max(1, chosen.count())))
            chosen.activated.emit(chosen.currentIndex())
        elif isinstance(chosen, QSlider):
            chosen.setValue(self.rng.randint(chosen.minimum(), chosen.maximum()))
        else:
            name = f"{type(chosen).__name__} {chosen.text()!r}"
            chosen.click()
            return name
        return type(chosen).__name__

    def list_click(self) -> str:
        """Into the list of images, of labels or of classes; with the right button for its menu."""
        page = self.window.open_page
        if page is None:
            return "no project"
        views: list[QAbstractScrollArea] = [page.list.view, page.side.labels, page.side.classes.list]
        view = self.rng.choice(views)
        port = view.viewport()
        if not port.isVisible():
            return "hidden"
        at = QPoint(self.rng.randrange(max(1, port.width())), self.rng.randrange(min(140, max(1, port.height()))))
        if self.rng.random() < 0.15:
            view.customContextMenuRequested.emit(at)
        elif self.rng.random() < 0.2:
            QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at)
        else:
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, self.held(), at)
        return f"{type(view).__name__} {at.x()},{at.y()}"

    def filter(self) -> str:
        page = self.window.open_page
        if page is None:
            return "no project"
        chosen = self.rng.choice(("sheet", "states", "order", "text", "none"))
        if chosen == "sheet":
            page.list.open_filter()
            tree = page.list._sheet.tree if page.list._sheet is not None else None
            if tree is not None and tree.topLevelItemCount():
                top = tree.topLevelItem(self.rng.randrange(tree.topLevelItemCount()))
                if top is not None and top.childCount():
                    child = top.child(self.rng.randrange(top.childCount()))
                    child.setCheckState(0, self.rng.choice((Qt.CheckState.Checked, Qt.CheckState.Unchecked)))
        elif chosen == "states":
            page.list.show_states(*self.rng.sample(list(ImageState), self.rng.randrange(3)))
        elif chosen == "order":
            page.list.order_box.setCurrentIndex(self.rng.randrange(page.list.order_box.count()))
            page.list.order_box.activated.emit(page.list.order_box.currentIndex())
        else:
            page.list.search.setText("00" if chosen == "text" else "")
            page.list.show_states()
        return chosen

    def grid(self) -> str:
        self.window.actions_by_id["crop_grid"].trigger()
        return "on" if self.window.open_page is not None and self.window.open_page.grid is not None else "off"

    def setting(self) -> str:
        window, rng = self.window, self.rng
        name, value = rng.choice(
            (
                ("language", rng.choice(("en", "ja", "zh_CN"))),
                ("theme", rng.choice(("light", "dark", "system"))),
                ("font_scale", rng.choice((80, 100, 150))),
                ("preset", rng.choice(("verify-app", "cvat", "labelimg"))),
                ("view", replace(window.settings.view, fill=rng.uniform(0, 0.6), thickness=rng.uniform(1, 6))),
            )
        )
        window.change_settings(**{name: value})
        return f"{name} {value}"

    def form(self) -> str:
        names = ("settings", "keys", "key_editor", "about", "predict", "export", "train", "evaluate")
        name = self.rng.choice(names if self.window.open_page is not None else names[:4])
        form = self.window.open_form(name)
        if self.rng.random() < 0.5:
            form.close()
        return name

    def leave(self) -> str:
        """To the welcome page and back."""
        if self.window.open_page is not None and self.rng.random() < 0.5:
            self.window.close_project()
            return "left"
        assert self.window.open_project(self.folder)
        return "opened"

    def resize(self) -> str:
        self.window.resize(self.rng.randrange(500, 1500), self.rng.randrange(400, 1000))
        return f"{self.window.width()}x{self.window.height()}"


@pytest.mark.parametrize("task", list(Task), ids=str)
@pytest.mark.parametrize("steps", [STEPS, pytest.param(MANY, marks=pytest.mark.slow)])
def test_nothing_a_hand_can_do_breaks_the_window_or_the_record(
    task: Task, steps: int, tmp_path: Path, qtbot: QtBot, qtlog: Any
) -> None:
    run_monkey(task, steps, 1, tmp_path, qtbot, lambda: qtlog.records)


def run_monkey(
    task: Task, steps: int, seed: int, folder: Path, qtbot: QtBot, records: Callable[[], list[Any]]
) -> Monkey:
    """One run from a new project to a closed window and a check."""
    project = make_project(folder, task, seed)
    app = main.application()
    window = MainWindow(reviewer="ann")
    assert window.open_project(project)
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    monkey = Monkey(window, project, seed, records)
    try:
        monkey.run(steps)
    finally:
        window.change_settings(language="en", theme="system", font_scale=100)
        window._leaving = True
        window.close()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.isVisible()
    assert not [w for w in app.topLevelWidgets() if w.isVisible()], "a form outlived the window"
    assert QThreadPool.globalInstance().waitForDone(120_000)
    session = Session.open(project, "bo")
    found = list(session.project.problems())
    events = session.project.read.rows("SELECT count(*) FROM event")[0][0]
    session.close()
    assert found == []
    assert events > steps / 40, "most steps did nothing"
    return monkey
