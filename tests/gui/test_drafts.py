"""What is being drawn is never lost: not by undo, not by going elsewhere; and nothing finished is undone for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import scenery
from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.app.review import trials
from verify_app.app.review.last_position import Place, remember
from verify_app.core.queue.orders import Order
from verify_app.core.skeleton import Skeleton
from verify_app.gui import theme

CTRL, SHIFT, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
TASKS = ("segment", "obb", "pose")
Make = Callable[[str], Hands]


@pytest.fixture
def open_task(make_window: Callable[..., Hands], tmp_path: Path) -> Make:
    """A window on a project of a task, with one label drawn on its first image."""

    def make(task: str) -> Hands:
        skeleton = Skeleton.generic(3) if task == "pose" else None
        session = scenery.project(tmp_path, task=task, skeleton=skeleton)
        trials.set_rates(session, honeypots=0.0, blind=0.0)
        remember(session, Place(Order.FOUND))
        session.close()
        hands: Hands = make_window.reopen(session.folder)  # type: ignore[attr-defined]
        hands.show(1)
        finish(hands, task)
        assert len(hands.record(1).items) == 1
        return hands

    return make


def begin(hands: Hands, task: str) -> int:
    """Begin a shape, and leave it so; how many points it has."""
    hands.key("r")
    if task == "segment":
        for place in ((20, 20), (60, 20), (60, 60), (20, 60)):
            hands.click(*place)
        return 4
    if task == "obb":
        hands.drag((20, 20), (80, 30))
        return 2
    hands.drag((20, 20), (80, 60))
    for place in ((30, 30), (50, 40)):
        hands.click(*place)
    return 3


def finish(hands: Hands, task: str) -> None:
    begin(hands, task)
    if task == "obb":
        hands.click(70, 60)
    else:
        hands.key(Qt.Key.Key_Return)


def events(hands: Hands) -> int:
    return int(hands.state.session.project.read.rows("SELECT count(*) AS n FROM event")[0]["n"])


@pytest.mark.parametrize("task", TASKS)
def test_undo_takes_back_points_and_then_decisions(open_task: Make, task: str) -> None:
    hands = open_task(task)
    points, before = begin(hands, task), events(hands)
    for _ in range(points):
        assert hands.canvas.tools.draft() is not None
        hands.key("z", CTRL)
        assert events(hands) == before and len(hands.record(1).items) == 1
    assert hands.canvas.tools.draft() is None
    hands.key("z", CTRL)
    assert not hands.record(1).items


@pytest.mark.parametrize("task", TASKS)
def test_redo_waits_for_what_is_being_drawn(open_task: Make, task: str) -> None:
    hands = open_task(task)
    hands.key("z", CTRL)
    begin(hands, task)
    before = hands.canvas.tools.draft()
    hands.key("z", CTRL, SHIFT)
    assert not hands.record(1).items and hands.canvas.tools.draft() == before and "First finish" in hands.said


JUMPS = {
    "next": lambda h: h.key("d"),
    "next unreviewed": lambda h: h.key("d", SHIFT),
    "a row of the list": lambda h: h.page.list.chosen.emit(2),
    "a crop of another image": lambda h: (h.page.toggle_grid(), h.page._open_crop(3, "")),
    "an undo of elsewhere": lambda h: h.state.show_image(4),
}


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize("task", TASKS)
def test_a_jump_keeps_what_is_drawn_with_its_image(open_task: Make, task: str, jump: str) -> None:
    hands = open_task(task)
    hands.state.drawing_class = GEAR
    begin(hands, task)
    draft, before = hands.canvas.tools.draft(), events(hands)
    JUMPS[jump](hands)
    hands.qtbot.waitUntil(lambda: hands.state.review.id != 1 and bool(hands.state.seen))
    assert hands.canvas.tools.draft() is None and hands.canvas.tool.id == "select"
    hands.qtbot.waitUntil(lambda: "000.png is not finished" in hands.said)
    hands.key("1")
    hands.show(1)
    assert hands.canvas.tools.draft() == draft and hands.state.drawing_class == GEAR
    hands.qtbot.waitUntil(lambda: "in hand again" in hands.said)
    assert events(hands) == before
    if task == "obb":
        hands.click(70, 60)
    else:
        hands.canvas.setFocus()
        hands.key(Qt.Key.Key_Return)
    made = [item for item in hands.record(1).items if item.class_id == GEAR]
    assert len(made) == 1 and hands.canvas.tools.draft() is None
    hands.show(2)
    hands.show(1)
    assert hands.canvas.tools.draft() is None, "it was finished"


def test_what_was_given_up_does_not_come_back(open_task: Make) -> None:
    hands = open_task("segment")
    begin(hands, "segment")
    hands.show(2)
    hands.show(1)
    hands.key(Qt.Key.Key_Escape)
    hands.show(2)
    hands.show(1)
    assert hands.canvas.tools.draft() is None


@pytest.mark.parametrize(
    ("key", "held"), [(" ", ()), (" ", (SHIFT,)), ("v", ()), ("r", ())], ids=["complete", "empty", "select", "draw"]
)
def test_nothing_is_completed_and_no_tool_taken_over_a_shape_that_is_begun(
    open_task: Make, key: str, held: tuple[Qt.KeyboardModifier, ...]
) -> None:
    hands = open_task("segment")
    begin(hands, "segment")
    draft, before = hands.canvas.tools.draft(), events(hands)
    hands.key(key, *held)
    assert hands.canvas.tools.draft() == draft and events(hands) == before and hands.state.review.id == 1
    assert "First finish" in hands.said


def test_pages_and_changed_files_keep_it_too(open_task: Make) -> None:
    hands = open_task("segment")
    begin(hands, "segment")
    draft = hands.canvas.tools.draft()
    hands.page.presenter._turn_to(2)
    assert hands.canvas.tools.draft() is None
    hands.page.presenter._turn_to(1)
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    assert hands.canvas.tools.draft() == draft
    scenery.picture(hands.state.review.file, 77, size=(150, 90))
    hands.show(1)
    hands.qtbot.waitUntil(lambda: "another size" in hands.said)
    assert hands.canvas.tools.draft() is None


@pytest.mark.parametrize("what", ["a new box", "a corner of the selected one"])
def test_while_the_button_is_held_undo_gives_up_the_drag_and_the_image_stays(hands: Hands, what: str) -> None:
    hands.key("f")
    before = events(hands)
    if what == "a new box":
        hands.key("r")
        start = (90, 60)
    else:
        hands.click(100, 40)
        assert hands.state.item is not None and hands.state.item.class_id == NUT
        start = (80, 20)
    hands.drag(start, (60, 80), drop=False)
    hands.key("d")
    assert hands.state.review.id == 1 and "mouse button" in hands.said
    hands.key(" ")
    hands.key("z", CTRL)
    QTest.mouseRelease(hands.canvas.viewport(), LEFT, pos=hands.at(60, 80))
    assert events(hands) == before
    hands.canvas.set_tool("select")
    hands.key("z", CTRL)
    assert events(hands) == before + 1
    hands.key("d")
    assert hands.state.review.id == 2


def test_colour_and_name_follow_the_class_while_drawing(open_task: Make) -> None:
    hands = open_task("segment")
    begin(hands, "segment")
    overlay = hands.canvas.overlay
    for key, class_id, name in (("3", GEAR, "gear"), ("2", NUT, "nut"), ("1", BOLT, "bolt")):
        hands.key(key)
        assert overlay.drawing == theme.class_colour(class_id) and overlay.drawing_name == name
        box = hands.canvas.mapFromScene(20, 20)
        shown = hands.canvas.grab().toImage()
        ratio = shown.width() / hands.canvas.width()
        tag = shown.pixelColor(round((box.x() + 8) * ratio), round((box.y() - 15) * ratio))
        assert tag.name() == theme.class_colour(class_id).name()
