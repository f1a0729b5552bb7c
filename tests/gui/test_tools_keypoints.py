"""Poses: the box, then the points one by one; points moved and told how they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import ALT, CTRL, SHIFT, Board, near, proposal, verified
from verify_app.core.geometry import Box
from verify_app.core.regions import Keypoint, Keypoints
from verify_app.core.vocabulary import Task

BOX = Box(50, 50, 150, 150)
POSE = Keypoints(BOX, (Keypoint(100, 60), Keypoint(70, 100), Keypoint(130, 100)))


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    board = Board(qtbot, Task.POSE, [])
    board.canvas.set_tool("keypoints")
    board.drag((50, 50), (150, 150))
    return board


def pose(*points: tuple[float, float, int]) -> Keypoints:
    return Keypoints(BOX, tuple(Keypoint(*p) for p in points))


def test_the_canvas_says_which_point_is_next(board: Board) -> None:
    assert "head" in board.said[-1] and "1 of 3" in board.said[-1]
    board.click(100, 60)
    assert "left hand" in board.said[-1] and "2 of 3" in board.said[-1]


def test_points_by_clicks(board: Board) -> None:
    for place in ((100, 60), (70, 100), (130, 100)):
        board.hover(*place)
        board.click(*place)
    assert len(board.drawn) == 1 and near(board.drawn[0], POSE)
    assert board.canvas.tool.id == "select"


def test_right_click_and_o_are_occluded_s_is_absent(board: Board) -> None:
    board.right_click(100, 60)
    board.hover(70, 100)
    board.key(Qt.Key.Key_O)
    board.key(Qt.Key.Key_S)
    assert near(board.drawn[0], pose((100, 60, 1), (70, 100, 1), (0, 0, 0)))


def test_enter_leaves_the_rest_absent(board: Board) -> None:
    board.click(100, 60)
    board.key(Qt.Key.Key_Return)
    assert near(board.drawn[0], pose((100, 60, 2), (0, 0, 0), (0, 0, 0)))


def test_tab_goes_on_and_backspace_back(board: Board) -> None:
    board.key(Qt.Key.Key_Tab)
    assert "left hand" in board.said[-1]
    board.click(10, 10)
    board.key(Qt.Key.Key_Backspace)
    assert "left hand" in board.said[-1]
    board.click(70, 100)
    board.key(Qt.Key.Key_Backtab, SHIFT)
    board.key(Qt.Key.Key_Backtab, SHIFT)
    assert "head" in board.said[-1]
    board.click(100, 60)
    board.click(130, 100)
    assert near(board.drawn[0], POSE)


def test_backspace_at_the_start_and_escape_give_the_box_up(board: Board) -> None:
    board.key(Qt.Key.Key_Backspace)
    assert board.canvas.overlay.box is None
    board.drag((60, 60), (120, 120))
    board.click(80, 80)
    assert board.canvas.cancel() and board.canvas.overlay.box is None and board.canvas.tool.id == "keypoints"
    board.click(80, 80)
    assert not board.drawn and "box" in board.said[-1]


def test_points_stay_inside_the_image(board: Board) -> None:
    board.click(-12, 60)
    board.key(Qt.Key.Key_Return)
    assert near(board.drawn[0], pose((0, 60, 2), (0, 0, 0), (0, 0, 0)))


# --- the selected pose -----------------------------------------------------------------------------------------------


@pytest.fixture
def chosen(qtbot: QtBot) -> Board:
    return Board(qtbot, Task.POSE, [proposal("P1", POSE)], selected="P1")


def seen(board: Board) -> list[int]:
    return [point[2] for point in board.region().data()["points"]]


def test_a_point_is_dragged_alone(chosen: Board) -> None:
    chosen.drag((70, 100), (80, 110))
    assert len(chosen.reshaped) == 1
    assert near(chosen.region(), pose((100, 60, 2), (80, 110, 2), (130, 100, 2)))


def test_the_box_is_resized_without_its_points_and_moved_with_them(chosen: Board) -> None:
    chosen.drag((150, 150), (170, 160))
    assert near(chosen.region(), Keypoints(Box(50, 50, 170, 160), POSE.points))
    chosen.drag((60, 140), (70, 140))
    assert near(chosen.region(), Keypoints(Box(50, 50, 170, 160), POSE.points).moved(10, 0))


def test_a_pose_stops_at_the_edge_with_all_its_points_and_absent_ones_stay_noted(qtbot: QtBot) -> None:
    beyond = Keypoints(BOX, (Keypoint(30, 60), Keypoint(70, 100, 1), Keypoint(0, 0, 0)))
    board = Board(qtbot, Task.POSE, [proposal("P1", beyond)], selected="P1")
    board.drag((110, 140), (-200, 140))
    assert near(
        board.region(), Keypoints(BOX.moved(-30, 0), (Keypoint(0, 60), Keypoint(40, 100, 1), Keypoint(0, 0, 0)))
    )


def test_ctrl_click_tells_how_a_point_is_seen_and_alt_click_takes_it_away(chosen: Board) -> None:
    chosen.click(70, 100, held=CTRL)
    assert seen(chosen) == [2, 1, 2]
    chosen.click(130, 100, held=ALT)
    assert seen(chosen) == [2, 1, 0]


def test_keys_toggle_step_and_move_the_point_in_hand(chosen: Board) -> None:
    chosen.click(70, 100)
    assert chosen.canvas.stage.part == "p1" and not chosen.reshaped
    chosen.canvas.toggle_point()
    assert seen(chosen) == [2, 1, 2] and "left hand: occluded" in chosen.said
    chosen.key(Qt.Key.Key_Tab)
    assert chosen.canvas.stage.part == "p2" and chosen.said[-1] == "right hand: visible"
    chosen.key(Qt.Key.Key_Delete)
    assert seen(chosen) == [2, 1, 0]
    chosen.canvas.toggle_point()
    assert seen(chosen) == [2, 1, 2], "an absent point comes back where it was"
    chosen.key(Qt.Key.Key_Left)
    chosen.canvas.nudge.flush()
    assert near(chosen.region(), pose((100, 60, 2), (70, 100, 1), (129, 100, 2)))


def test_an_absent_point_without_a_place_comes_into_the_middle(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.POSE, [proposal("P1", pose((100, 60, 2), (0, 0, 0), (0, 0, 0)))], selected="P1")
    board.canvas.toggle_point()
    assert board.canvas.stage.part == "p0" and not board.reshaped
    board.key(Qt.Key.Key_Period)
    assert board.said[-1] == "left hand: absent"
    board.canvas.toggle_point()
    assert near(board.region(), pose((100, 60, 2), (100, 100, 2), (0, 0, 0)))


def test_a_locked_pose_keeps_its_points(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.POSE, [verified("L1", POSE)], selected="L1")
    board.canvas.toggle_point()
    board.drag((70, 100), (80, 110))
    board.click(70, 100, held=CTRL)
    assert not board.reshaped and all("ann" in text for text in board.said)
