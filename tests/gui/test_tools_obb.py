"""Oriented boxes: drawn by a side and its reach, turned, resized in their own axes."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import SHIFT, Board, near, proposal
from verify_app.core.regions import OrientedBox
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.editing.oriented_box import OrientedBoxEditor, from_side, snapped

DEGREE = math.pi / 180
FORM, SIZE = OrientedBoxEditor(), (400.0, 300.0)


@pytest.mark.parametrize(
    ("a", "b", "at", "expected"),
    [
        ((10, 10), (50, 10), (30, 30), (30, 20, 40, 20, 0)),
        ((10, 10), (50, 10), (99, 0), (30, 5, 40, 10, 0)),
        ((50, 10), (10, 10), (30, 30), (30, 20, 40, 20, 0)),
        ((10, 10), (10, 50), (0, 20), (5, 30, 40, 10, math.pi / 2)),
        ((0, 0), (30, 30), (30, 0), (22.5, 7.5, 30 * math.sqrt(2), 15 * math.sqrt(2), math.pi / 4)),
    ],
)
def test_a_box_from_one_side(a: tuple, b: tuple, at: tuple, expected: tuple) -> None:
    box = from_side(a, b, at)
    assert box is not None
    assert box.data() == pytest.approx(list(expected))


def test_a_box_without_area_is_none() -> None:
    assert from_side((5, 5), (5, 5), (20, 20)) is None
    assert from_side((5, 5), (50, 5), (80, 5)) is None


def test_the_side_snaps_to_steps_of_15_degrees() -> None:
    x, y = snapped((0, 0), (100, 30))
    assert math.degrees(math.atan2(y, x)) == pytest.approx(15)
    assert math.hypot(x, y) == pytest.approx(math.hypot(100, 30))


BOX = OrientedBox(100, 100, 80, 40, 0.0)
TURNED = OrientedBox(100, 100, 80, 40, math.pi / 2)


@pytest.mark.parametrize(
    ("box", "part", "by", "expected"),
    [
        (BOX, "e", (10, 99), (105, 100, 90, 40, 0)),
        (BOX, "w", (10, 0), (105, 100, 70, 40, 0)),
        (BOX, "n", (0, -20), (100, 90, 80, 60, 0)),
        (BOX, "se", (10, 20), (105, 110, 90, 60, 0)),
        (BOX, "e", (-79.9, 0), (60.5, 100, 1, 40, 0)),
        (BOX, "e", (-100, 0), (50, 100, 20, 40, 0)),
        (TURNED, "e", (0, 10), (100, 105, 90, 40, math.pi / 2)),
        (TURNED, "n", (20, 0), (110, 100, 80, 60, math.pi / 2)),
    ],
)
def test_sides_move_along_the_boxs_own_axes(box: OrientedBox, part: str, by: tuple, expected: tuple) -> None:
    start = FORM.grips(box, 2.0)[part]
    there = FORM.dragged(box, part, start, (start[0] + by[0], start[1] + by[1]), size=SIZE, snap=False)
    assert there.data() == pytest.approx(list(expected))


@pytest.mark.parametrize("part", list(FORM.grips(BOX, 2.0)))
@pytest.mark.parametrize("angle", [0.0, 0.3, 1.2, 2.9])
def test_each_handle_is_grabbed_where_it_is_drawn(part: str, angle: float) -> None:
    box = OrientedBox(150, 120, 80, 50, angle)
    assert FORM.grab(box, *FORM.grips(box, 2.0)[part], 2.0) == part


@pytest.mark.parametrize("angle", [0.0, 0.4, 1.5, 3.0])
def test_inside_edge_and_outside_of_a_turned_box(angle: float) -> None:
    box = OrientedBox(100, 100, 80, 40, angle)
    ux, uy = math.cos(angle), math.sin(angle)
    assert FORM.contains(box, 100 + 38 * ux, 100 + 38 * uy)
    assert not FORM.contains(box, 100 + 42 * ux, 100 + 42 * uy)
    assert FORM.edge(box, 100 + 40 * ux, 100 + 40 * uy, 2.0) == "e"
    assert FORM.edge(box, 100, 100, 2.0) == ""


# --- by hand ------------------------------------------------------------------------------------------------------


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    board = Board(qtbot, Task.OBB, [])
    board.canvas.set_tool("obb")
    return board


EXPECTED = OrientedBox(150, 120, 100, 40, 0.0)


def test_drag_a_side_then_click(board: Board) -> None:
    board.drag((100, 100), (200, 100))
    board.hover(180, 130)
    assert board.canvas.overlay.box is not None
    board.click(150, 140)
    assert len(board.drawn) == 1 and near(board.drawn[0], EXPECTED)
    assert board.canvas.tool.id == "select"


def test_three_clicks_and_a_second_drag_do_the_same(board: Board) -> None:
    for place in ((100, 100), (200, 100), (150, 140)):
        board.hover(*place)
        board.click(*place)
    board.canvas.set_tool("obb")
    board.drag((100, 100), (200, 100))
    board.drag((200, 100), (200, 140))
    assert len(board.drawn) == 2 and all(near(region, EXPECTED) for region in board.drawn)


def test_enter_finishes_backspace_takes_back_escape_gives_up(board: Board) -> None:
    board.drag((100, 100), (250, 180))
    board.key(Qt.Key.Key_Backspace)
    board.hover(200, 100)
    board.key(Qt.Key.Key_Return)
    board.hover(160, 140)
    board.key(Qt.Key.Key_Return)
    assert len(board.drawn) == 1 and near(board.drawn[0], EXPECTED)
    board.canvas.set_tool("obb")
    board.drag((100, 100), (200, 100))
    assert board.canvas.cancel() and board.canvas.tool.id == "obb"
    board.click(150, 140)
    assert len(board.drawn) == 1


def test_shift_snaps_the_side(board: Board) -> None:
    board.drag((100, 100), (200, 126), held=SHIFT)
    board.click(150, 200)
    assert math.degrees(board.drawn[0].data()[4]) == pytest.approx(15, abs=0.01)


@pytest.fixture
def chosen(qtbot: QtBot) -> Board:
    return Board(qtbot, Task.OBB, [proposal("P1", OrientedBox(200, 150, 120, 60, 0.0))], selected="P1")


def test_the_handle_turns_and_shift_snaps(chosen: Board) -> None:
    x, y = FORM.grips(chosen.region(), 3.5)["turn"]
    chosen.drag((x, y), (280, 150))
    assert len(chosen.reshaped) == 1
    assert math.degrees(chosen.region().data()[4]) == pytest.approx(90, abs=1.5)
    x, y = FORM.grips(chosen.region(), 3.5)["turn"]
    chosen.drag((x, y), (x + 5, y + 20), held=SHIFT)
    steps = math.degrees(chosen.region().data()[4]) / 15
    assert steps == pytest.approx(round(steps)) and len(chosen.reshaped) == 2


def test_turning_by_keys_is_one_action(chosen: Board) -> None:
    for _ in range(3):
        chosen.canvas.nudge.turn(1.0)
    chosen.canvas.nudge.turn(-15.0)
    assert not chosen.reshaped
    chosen.canvas.nudge.flush()
    assert len(chosen.reshaped) == 1
    assert chosen.region() == OrientedBox(200, 150, 120, 60, pytest.approx(168 * DEGREE))


def test_turning_there_and_back_changes_nothing(chosen: Board) -> None:
    chosen.canvas.nudge.turn(0.0)
    chosen.canvas.nudge.flush()
    chosen.drag((200, 150), (200, 150))
    assert not chosen.reshaped


def test_a_turned_box_at_the_edge_is_not_pulled_in(qtbot: QtBot) -> None:
    tilted = OrientedBox(20, 150, 80, 30, 0.5)
    board = Board(qtbot, Task.OBB, [proposal("P1", tilted)], selected="P1")
    board.drag((20, 150), (20, 160))
    assert near(board.region(), tilted.moved(0, 10))
    board.drag((20, 160), (0, 160))
    assert near(board.region(), tilted.moved(0, 10)), "no further out"
