"""Many objects dragged as one: quick to show, and dropped where they were shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import SIZE, Board, outline, proposal
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas import drag_group as grouping
from verify_app.gui.canvas.drag_group import DragGroup
from verify_app.gui.canvas.editing import box_drag
from verify_app.gui.shell import main

numbers = st.floats(-500, 500, allow_nan=False)


def many(count: int) -> list:
    return [proposal(f"P{i}", outline(20 + i * 7 % 350, 20 + i * 13 % 250, 12, seed=i)) for i in range(1, count + 1)]


@given(
    corners=st.lists(st.tuples(st.floats(0, 380), st.floats(0, 280)), min_size=2, max_size=6), dx=numbers, dy=numbers
)
def test_a_group_goes_as_far_as_all_of_it_can(corners: list[tuple[float, float]], dx: float, dy: float) -> None:
    items = [proposal(f"P{i}", Box(x, y, x + 20, y + 20)) for i, (x, y) in enumerate(corners)]
    group, one_by_one = DragGroup(items, SIZE), (dx, dy)
    for item in items:
        one_by_one = box_drag.room(item.region.bounds, *one_by_one, width=SIZE[0], height=SIZE[1])
    assert group.room(dx, dy) == one_by_one
    for item in items:
        there = group.moved(dx, dy)[item.id]
        assert there.bounds.x1 == pytest.approx(item.region.bounds.x1 + one_by_one[0])
        assert there.bounds.y1 == pytest.approx(item.region.bounds.y1 + one_by_one[1])


@pytest.mark.parametrize("count", [5, 300])
def test_a_dragged_group_is_dropped_where_it_was_shown(qtbot: QtBot, count: int) -> None:
    items = many(count)
    board = Board(qtbot, Task.SEGMENT, items, selected=items[0].id)
    board.canvas.stage.pick_many([item.id for item in items])
    x, y = items[0].region.bounds.center
    board.press(x, y)
    for step in range(1, 6):
        board.move(x + 2 * step, y + step)
    shown = board.canvas.overlay.dragged
    assert (shown is not None) == (count > grouping.OUTLINED)
    board.release(x + 10, y + 5)
    assert board.canvas.overlay.dragged is None and not board.canvas.overlay.many
    (moved,) = board.moved
    assert moved.keys() == {item.id for item in items}
    for item in items:
        assert moved[item.id].bounds.x1 == pytest.approx(item.region.bounds.x1 + 10, abs=0.6)
        assert moved[item.id].bounds.y1 == pytest.approx(item.region.bounds.y1 + 5, abs=0.6)


def test_a_drag_of_a_group_can_be_given_up(qtbot: QtBot) -> None:
    items = many(150)
    board = Board(qtbot, Task.SEGMENT, items, selected=items[0].id)
    board.canvas.stage.pick_many([item.id for item in items])
    x, y = items[0].region.bounds.center
    board.press(x, y)
    board.move(x + 9, y)
    assert board.canvas.cancel()
    board.release(x + 9, y)
    assert not board.moved and board.canvas.overlay.dragged is None


def test_a_group_is_drawn_once_and_then_copied(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    main.application()
    group = DragGroup(many(500), SIZE)
    drawn = []
    draw = DragGroup._draw
    monkeypatch.setattr(DragGroup, "_draw", lambda self, *a: drawn.append(a) or draw(self, *a))
    view = QRectF(0, 0, 800, 600)
    pictures = []
    for step in range(10):
        picture = QImage(800, 600, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.black)
        painter = QPainter(picture)
        group.paint(painter, QTransform.fromScale(2, 2), view, step, 0)
        painter.end()
        pictures.append(picture)
    assert len(drawn) == 1
    first, last = pictures[0], pictures[9]  # the same, 9 image pixels further: 18 on the screen
    assert first.copy(40, 40, 600, 500) == last.copy(58, 40, 600, 500)
    assert first != last


def test_arrows_move_a_group_and_hand_it_over_once(qtbot: QtBot) -> None:
    items = many(200)
    board = Board(qtbot, Task.SEGMENT, items, selected=items[0].id)
    board.canvas.stage.pick_many([item.id for item in items])
    for _ in range(4):
        board.key(Qt.Key.Key_Right)
    assert board.canvas.overlay.dragged is not None and not board.moved
    board.canvas.nudge.flush()
    (moved,) = board.moved
    assert moved["P1"].bounds.x1 == pytest.approx(items[0].region.bounds.x1 + 4)
