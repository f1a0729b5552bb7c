"""Selecting, moving and locking by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import ALT, CTRL, SHIFT, Board, near, proposal, verified
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import LabelState, Task

BIG, SMALL, APART = Box(40, 40, 200, 200), Box(80, 80, 120, 120), Box(250, 60, 330, 120)


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    items = [proposal("P1", BIG), proposal("P2", SMALL), proposal("P3", APART)]
    return Board(qtbot, Task.DETECT, items)


def test_a_click_selects_the_smallest_and_another_one_what_lies_below(board: Board) -> None:
    for expected in ("P2", "P1", "P2"):
        board.click(100, 100)
        assert board.selected == expected
    board.click(60, 180)
    assert board.selected == "P1"
    board.click(380, 280)
    assert board.selected == ""


def test_what_was_clicked_through_to_can_be_dragged_from_there(board: Board) -> None:
    board.click(100, 100)
    board.click(100, 100)
    assert board.selected == "P1"
    board.drag((100, 100), (110, 105))
    assert [name for name, _ in board.reshaped] == ["P1"]
    assert near(board.reshaped[0][1], BIG.moved(10, 5))


def test_a_double_click_opens_what_was_selected(board: Board) -> None:
    board.click(60, 180)
    board.double_click(60, 180)
    assert board.opened == ["P1"]
    board.click(100, 100)
    board.click(350, 250)
    board.click(100, 100)
    board.double_click(100, 100)
    assert board.opened == ["P1", "P2"]


def test_shift_and_ctrl_clicks_add_and_take_away(board: Board) -> None:
    board.click(60, 180)
    board.click(290, 90, held=SHIFT)
    assert (board.selected, board.also) == ("P1", {"P3"})
    board.click(100, 100, held=CTRL)
    assert (board.selected, board.also) == ("P1", {"P2", "P3"})
    board.click(60, 180, held=CTRL)
    assert (board.selected, board.also) == ("P3", {"P2"}) or (board.selected, board.also) == ("P2", {"P3"})
    board.click(60, 180)
    assert (board.selected, board.also) == ("P1", frozenset())


def test_a_drag_on_empty_ground_selects_what_lies_inside(board: Board) -> None:
    board.drag((240, 130), (340, 50), drop=False)
    assert board.canvas.overlay.band is not None
    board.release(340, 50)
    assert board.selected == "P3" and board.canvas.overlay.band is None
    board.drag((30, 30), (215, 215), held=SHIFT)
    assert {board.selected, *board.also} == {"P1", "P2", "P3"} and board.selected == "P3"
    board.drag((360, 250), (390, 290))
    assert board.selected == ""


def test_several_move_together_and_stop_at_the_edge_together(board: Board) -> None:
    board.click(290, 90)
    board.click(60, 180, held=SHIFT)
    board.drag((290, 90), (380, 100))
    assert len(board.moved) == 1 and not board.reshaped
    assert near(board.moved[0]["P3"], APART.moved(70, 10)) and near(board.moved[0]["P1"], BIG.moved(70, 10))


def test_arrows_move_several_as_one_action(board: Board, qtbot: QtBot) -> None:
    board.click(290, 90)
    board.click(60, 180, held=SHIFT)
    board.key(Qt.Key.Key_Right)
    board.key(Qt.Key.Key_Down, SHIFT)
    assert not board.moved
    qtbot.waitUntil(lambda: bool(board.moved), timeout=3000)
    assert board.moved == [{"P3": APART.moved(1, 10), "P1": BIG.moved(1, 10)}]


def test_a_drag_that_comes_back_and_a_click_emit_nothing(board: Board) -> None:
    board.click(290, 90)
    board.press(290, 90)
    board.move(300, 95)
    board.move(290, 90)
    board.release(290, 90)
    board.click(290, 90)
    assert not board.reshaped and board.canvas.overlay.box is None


def test_escape_gives_a_drag_up(board: Board) -> None:
    board.click(290, 90)
    board.drag((290, 90), (310, 90), drop=False)
    assert board.canvas.overlay.box is not None
    assert board.canvas.cancel()
    board.release(310, 90)
    assert not board.reshaped and board.canvas.overlay.box is None


def test_alt_and_a_drag_pan(board: Board) -> None:
    before = board.at(0, 0)
    board.canvas.zoom.by(2)
    before = board.at(0, 0)
    board.drag((100, 100), (90, 100), held=ALT)
    assert board.at(0, 0).x() != before.x() and not board.picked


# --- locks ----------------------------------------------------------------------------------------------------


@pytest.fixture
def locked(qtbot: QtBot) -> Board:
    return Board(qtbot, Task.DETECT, [verified("L1", BIG), proposal("P2", APART)], selected="L1")


def test_a_verified_label_does_not_move_and_says_how_it_can(locked: Board) -> None:
    for start in ((100, 100), (40, 40), (200, 120)):
        locked.drag(start, (start[0] + 30, start[1] + 30))
    locked.key(Qt.Key.Key_Right)
    assert not locked.reshaped
    assert locked.said and all(text == "Verified by ann. [edit_label] edits it." for text in locked.said)
    locked.canvas.nudge.flush()
    assert not locked.reshaped


def test_a_double_click_on_a_locked_label_asks_to_unlock_it(locked: Board) -> None:
    locked.double_click(100, 100)
    assert locked.unlock == ["L1"] and not locked.opened


def test_an_unlocked_label_moves(locked: Board) -> None:
    locked.editing = "L1"
    locked.show()
    locked.drag((200, 120), (220, 120))
    assert near(locked.reshaped[0][1], Box(40, 40, 220, 200))


def test_one_locked_label_holds_a_selection_of_several(locked: Board) -> None:
    locked.click(290, 90, held=SHIFT)
    locked.drag((100, 100), (130, 100))
    locked.key(Qt.Key.Key_Right)
    locked.canvas.nudge.flush()
    assert not locked.moved and not locked.reshaped and "ann" in locked.said[-1]


# --- what is not shown ------------------------------------------------------------------------------------------


def test_hidden_objects_cannot_be_clicked(board: Board) -> None:
    board.canvas.set_hidden(frozenset(), frozenset((LabelState.PROPOSAL,)))
    assert board.canvas.hides == 3
    board.click(100, 100)
    assert board.picked == [""] and board.canvas.objects.selected is None
    board.canvas.set_hidden(frozenset((2,)), frozenset())
    assert board.canvas.hides == 0
    board.canvas.show_labels(False)
    assert board.canvas.hides == 3


def test_cycle_by_key_goes_through_what_lies_under_the_pointer(board: Board) -> None:
    board.click(100, 100)
    board.canvas.underMouse = lambda: True  # type: ignore[method-assign]  the pointer of a screen without one
    assert board.canvas.cycle() and board.selected == "P1"
    assert board.canvas.cycle() and board.selected == "P2"
    board.hover(350, 280)
    assert not board.canvas.cycle()


def test_classify_is_clicked_anywhere(qtbot: QtBot) -> None:
    from verify_app.core.regions import WHOLE_IMAGE

    board = Board(qtbot, Task.CLASSIFY, [proposal("P1", WHOLE_IMAGE)])
    assert board.canvas.tools.drawing_tool == ""
    board.click(300, 200)
    assert board.selected == "P1"
    board.drag((100, 100), (150, 150))
    board.key(Qt.Key.Key_Right)
    board.canvas.nudge.flush()
    board.canvas.set_tool("box")
    assert not board.reshaped and board.canvas.tool.id == "select"
