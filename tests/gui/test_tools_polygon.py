"""Outlines: drawn corner by corner or freehand, corners moved, put in and taken out, holes, parts, fewer corners."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import ALT, NONE, SHIFT, Board, near, outline, proposal, verified
from verify_app.core.regions import Polygon
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas import polygon_ops
from verify_app.gui.canvas.editing import polygon as corners
from verify_app.gui.canvas.editing.polygon import PolygonEditor

SQUARE = Polygon.simple([(50, 50), (150, 50), (150, 150), (50, 150)])
HOLE = ((90.0, 90.0), (110.0, 90.0), (100.0, 110.0))
HOLED = Polygon(((SQUARE.parts[0][0], HOLE),))
TWO = Polygon((SQUARE.parts[0], (((200.0, 50.0), (240.0, 50.0), (220.0, 90.0)),)))
FORM, SIZE = PolygonEditor(), (400.0, 300.0)


@pytest.mark.parametrize(
    ("region", "x", "y", "inside"),
    [
        (SQUARE, 100, 100, True),
        (SQUARE, 49, 100, False),
        (HOLED, 100, 95, False),
        (HOLED, 70, 70, True),
        (TWO, 220, 60, True),
        (TWO, 180, 60, False),
        (TWO, 202, 85, False),
    ],
)
def test_inside_is_odd_even(region: Polygon, x: float, y: float, inside: bool) -> None:
    assert FORM.contains(region, x, y) is inside


@pytest.mark.parametrize(
    ("x", "y", "part"),
    [(50, 50, "0.0.0"), (152, 149, "0.0.2"), (90, 91, "0.1.0"), (100, 111, "0.1.2"), (100, 50, ""), (70, 70, "")],
)
def test_corners_are_grabbed(x: float, y: float, part: str) -> None:
    assert FORM.grab(HOLED, x, y, 4.0) == part


@pytest.mark.parametrize(
    ("x", "y", "part"),
    [(100, 51, "+0.0.0"), (151, 100, "+0.0.1"), (50, 100, "+0.0.3"), (100, 89, "+0.1.0"), (70, 70, "")],
)
def test_edges_are_named_by_the_corner_before(x: float, y: float, part: str) -> None:
    assert FORM.edge(HOLED, x, y, 4.0) == part


@pytest.mark.parametrize(
    ("part", "start", "at", "place", "expected"),
    [
        ("0.0.0", (50, 50), (40, 45), "0.0.0", (40, 45)),
        ("0.0.0", (51, 52), (41, 47), "0.0.0", (40, 45)),
        ("0.0.2", (150, 150), (900, -20), "0.0.2", (400, 0)),
        ("+0.0.0", (100, 51), (100, 31), "0.0.1", (100, 30)),
        ("+0.0.3", (49, 100), (49, 100), "0.0.4", (50, 100)),
        ("0.1.2", (100, 110), (100, 120), "0.1.2", (100, 120)),
    ],
)
def test_a_dragged_part(part: str, start: tuple, at: tuple, place: str, expected: tuple) -> None:
    there = FORM.dragged(HOLED, part, start, at, size=SIZE, snap=False)
    assert corners.place(there, place) == pytest.approx(expected)
    assert sum(map(len, there.rings)) == 7 + part.startswith("+")


def test_corners_go_until_a_ring_of_three_goes_altogether() -> None:
    fewer = corners.without(HOLED, "0.0.1")
    assert fewer is not None and len(fewer.rings[0]) == 3
    assert corners.without(HOLED, "0.1.0") == SQUARE
    assert corners.without(TWO, "1.0.2") == SQUARE
    assert corners.without(fewer, "0.0.0") is None


# --- drawing ------------------------------------------------------------------------------------------------------


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    board = Board(qtbot, Task.SEGMENT, [])
    board.canvas.set_tool("polygon")
    return board


RING = [(50, 50), (150, 50), (150, 150), (50, 150)]


def draw(board: Board, ring: list[tuple[float, float]]) -> None:
    for place in ring:
        board.hover(*place)
        board.click(*place)


@pytest.mark.parametrize("close", ["first", "enter", "double"])
def test_corners_then_close(board: Board, close: str) -> None:
    draw(board, RING[:-1] if close == "double" else RING)
    if close == "first":
        board.click(51, 51)
    elif close == "enter":
        board.key(Qt.Key.Key_Return)
    else:
        board.double_click(*RING[-1])
    assert len(board.drawn) == 1 and near(board.drawn[0], SQUARE)
    assert board.canvas.tool.id == "select" and board.canvas.tool.reach() is None


def test_backspace_takes_the_last_corner_back_and_escape_all(board: Board) -> None:
    draw(board, [*RING[:3], (10, 10), RING[3]])
    board.key(Qt.Key.Key_Backspace)
    board.key(Qt.Key.Key_Backspace)
    draw(board, RING[3:])
    assert board.canvas.cancel() and board.canvas.tool.id == "polygon"
    board.key(Qt.Key.Key_Return)
    assert not board.drawn
    draw(board, [*RING[:3], (10, 10)])
    board.key(Qt.Key.Key_Backspace)
    draw(board, RING[3:])
    board.key(Qt.Key.Key_Enter)
    assert near(board.drawn[0], SQUARE)


def test_two_corners_are_no_outline(board: Board) -> None:
    draw(board, RING[:2])
    board.key(Qt.Key.Key_Return)
    assert not board.drawn and "three corners" in board.said[-1]
    draw(board, RING[2:])
    board.key(Qt.Key.Key_Return)
    assert len(board.drawn) == 1


def test_freehand_with_shift(board: Board) -> None:
    circle = [(200 + 80 * math.cos(a / 40 * math.tau), 150 + 80 * math.sin(a / 40 * math.tau)) for a in range(41)]
    board.press(*circle[0], held=SHIFT)
    for place in circle[1:]:
        board.move(*place, held=SHIFT)
    board.release(*circle[-1], held=SHIFT)
    assert len(board.drawn) == 1
    assert board.drawn[0].area == pytest.approx(math.pi * 80**2, rel=0.05)


def test_corners_stay_inside_the_image(board: Board) -> None:
    draw(board, [(-15, -15), (60, -10), (60, 60)])
    board.key(Qt.Key.Key_Return)
    assert near(board.drawn[0], [[[[0, 0], [60, 0], [60, 60]]]])


def test_an_outline_that_crosses_itself_is_mended(board: Board) -> None:
    draw(board, [(50, 50), (150, 150), (150, 50), (50, 150)])
    board.key(Qt.Key.Key_Return)
    assert len(board.drawn[0].data()) == 2 and board.drawn[0].area == pytest.approx(5000, rel=0.02)
    assert "mended" in board.said[-1]


def test_an_outline_without_area_is_not_drawn(board: Board) -> None:
    draw(board, [(50, 50), (100, 50), (150, 50)])
    board.key(Qt.Key.Key_Return)
    assert not board.drawn and "no area" in board.said[-1]


# --- holes and parts ----------------------------------------------------------------------------------------------


@pytest.fixture
def chosen(qtbot: QtBot) -> Board:
    return Board(qtbot, Task.SEGMENT, [proposal("P1", SQUARE)], selected="P1")


def cut(board: Board, ring: list[tuple[float, float]]) -> None:
    board.canvas.set_tool("polygon")
    board.click(*ring[0], held=ALT)
    draw(board, ring[1:])
    board.key(Qt.Key.Key_Return)


def test_alt_inside_the_selected_outline_cuts_a_hole(chosen: Board) -> None:
    cut(chosen, [(90, 90), (110, 90), (100, 110)])
    assert not chosen.drawn and len(chosen.reshaped) == 1
    assert near(chosen.region(), HOLED)
    assert chosen.region().data()[0][0] == SQUARE.data()[0][0], "the outer ring is as it was"
    assert chosen.canvas.tool.id == "select"


def test_a_hole_over_the_edge_bites_a_piece_off(chosen: Board) -> None:
    cut(chosen, [(100, 100), (200, 100), (200, 200), (100, 200)])
    assert chosen.region().area == pytest.approx(7500, rel=0.02)
    assert len(chosen.region().data()) == 1


def test_a_hole_over_everything_is_refused() -> None:
    assert polygon_ops.with_hole(SQUARE, Polygon.simple([(0, 0), (300, 0), (300, 300), (0, 300)])) is None
    assert polygon_ops.with_hole(TWO, SQUARE) == Polygon((TWO.parts[1],))


def test_a_further_part(chosen: Board) -> None:
    assert chosen.canvas.outline.draw_on(cuts=False)
    draw(chosen, [(200, 50), (240, 50), (220, 90)])
    chosen.key(Qt.Key.Key_Return)
    assert not chosen.drawn and near(chosen.region(), TWO)
    assert chosen.canvas.outline.draw_on(cuts=False)
    draw(chosen, [(140, 60), (210, 60), (210, 70), (140, 70)])
    chosen.key(Qt.Key.Key_Return)
    assert len(chosen.region().data()) == 1, "a part that touches others joins them"


def test_a_hole_by_key_needs_no_alt_which_some_window_managers_keep(chosen: Board) -> None:
    assert chosen.canvas.outline.draw_on(cuts=True) and "hole" in chosen.said[-1]
    draw(chosen, [(90, 90), (110, 90), (100, 110)])
    chosen.key(Qt.Key.Key_Return)
    assert near(chosen.region(), HOLED)
    assert chosen.canvas.outline.draw_on(cuts=True)
    assert chosen.canvas.cancel() and chosen.canvas.tool.id == "polygon"
    draw(chosen, [(200, 200), (240, 200), (220, 240)])
    chosen.key(Qt.Key.Key_Return)
    assert len(chosen.drawn) == 1, "given up: the next ring is an object of its own"


def test_no_part_without_an_outline_that_may_be_changed(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.SEGMENT, [verified("L1", SQUARE)])
    assert not board.canvas.outline.draw_on(cuts=False)
    board.click(100, 100)
    assert not board.canvas.outline.draw_on(cuts=False) and "ann" in board.said[-1]


# --- corners of the selected one ------------------------------------------------------------------------------------


def test_a_corner_is_dragged(chosen: Board) -> None:
    chosen.drag((150, 150), (180, 170))
    assert len(chosen.reshaped) == 1
    assert near(chosen.region(), Polygon.simple([(50, 50), (150, 50), (180, 170), (50, 150)]))
    assert chosen.canvas.stage.part == "0.0.2"


def test_a_click_on_the_edge_puts_a_corner_in_and_arrows_move_it(chosen: Board) -> None:
    chosen.click(100, 50)
    assert len(chosen.reshaped) == 1 and len(chosen.region().data()[0][0]) == 5
    assert chosen.canvas.stage.part == "0.0.1"
    chosen.key(Qt.Key.Key_Up)
    chosen.key(Qt.Key.Key_Up, SHIFT)
    chosen.canvas.nudge.flush()
    assert near(chosen.region().data()[0][0][1], [100, 39])


def test_a_drag_of_the_edge_is_one_action(chosen: Board) -> None:
    chosen.drag((100, 50), (100, 20))
    assert len(chosen.reshaped) == 1 and near(chosen.region().data()[0][0][1], [100, 20])


def test_keys_work_on_the_corner_in_hand(chosen: Board) -> None:
    chosen.key(Qt.Key.Key_Period)
    assert chosen.canvas.stage.part == "0.0.0"
    chosen.key(Qt.Key.Key_Comma)
    assert chosen.canvas.stage.part == "0.0.3" and not chosen.reshaped
    chosen.key(Qt.Key.Key_Insert)
    assert chosen.canvas.stage.part == "0.0.4" and near(chosen.region().data()[0][0][4], [50, 100])
    chosen.key(Qt.Key.Key_Delete)
    chosen.canvas.stage.hold("0.0.2")
    chosen.key(Qt.Key.Key_Backspace)
    assert near(chosen.region(), Polygon.simple([(50, 50), (150, 50), (50, 150)]))
    chosen.click(150, 50, held=ALT)
    assert len(chosen.reshaped) == 3 and "three corners" in chosen.said[-1]


def test_escape_lets_go_of_a_corner_and_tab_is_the_next_labels(chosen: Board) -> None:
    chosen.click(150, 150)
    tool = chosen.canvas.tool
    assert not tool.claims(chosen.canvas.stage, Qt.Key.Key_Tab, NONE)
    assert tool.claims(chosen.canvas.stage, Qt.Key.Key_Delete, NONE)
    assert chosen.canvas.cancel() and not chosen.canvas.stage.part
    assert not tool.claims(chosen.canvas.stage, Qt.Key.Key_Delete, NONE)


def test_alt_click_removes_a_corner(chosen: Board) -> None:
    chosen.click(150, 50, held=ALT)
    assert near(chosen.region(), Polygon.simple([(50, 50), (150, 150), (50, 150)]))


def test_the_inside_moves_the_whole(chosen: Board) -> None:
    chosen.drag((100, 100), (130, 120))
    assert near(chosen.region(), SQUARE.moved(30, 20))
    chosen.drag((130, 120), (-400, 120))
    assert chosen.region().bounds.x1 == 0


def test_the_hole_of_the_selected_lets_through_what_lies_below(qtbot: QtBot) -> None:
    below = outline(100, 98, 6, 6)
    board = Board(qtbot, Task.SEGMENT, [proposal("P1", HOLED), proposal("P2", below)])
    board.click(100, 98)
    assert board.selected == "P2"


# --- fewer corners -----------------------------------------------------------------------------------------------


def test_simplify_shows_counts_then_keeps_or_not(qtbot: QtBot) -> None:
    circle = Polygon.simple((100 + 50 * math.cos(a / 20), 100 + 50 * math.sin(a / 20)) for a in range(125))
    board = Board(qtbot, Task.SEGMENT, [proposal("P1", circle)], selected="P1")
    canvas = board.canvas
    assert canvas.outline.preview_simplified(0.0) == (125, 125)
    before, coarse = canvas.outline.preview_simplified(5.0) or (0, 0)
    _, fine = canvas.outline.preview_simplified(0.5) or (0, 0)
    assert before == 125 and 3 <= coarse < fine < 125
    assert canvas.overlay.ghosts and not board.reshaped
    canvas.cancel()
    assert not canvas.overlay.ghosts and not board.reshaped
    canvas.outline.preview_simplified(0.5)
    canvas.outline.apply_simplified()
    assert len(board.reshaped) == 1 and len(board.region().data()[0][0]) == fine
    canvas.outline.preview_simplified(0.0)
    canvas.outline.apply_simplified()
    assert len(board.reshaped) == 1


def test_the_first_of_several_outlines_loses_what_the_others_cover(qtbot: QtBot) -> None:
    square = Polygon.simple([(50, 50), (150, 50), (150, 150), (50, 150)])
    beside, far = square.moved(60, 0), square.moved(200, 100)
    items = [proposal("P1", square), proposal("P2", beside), proposal("P3", far)]
    board = Board(qtbot, Task.SEGMENT, items)
    canvas = board.canvas
    canvas.set_items(items, selected="P1", also=frozenset({"P2", "P3"}))
    with qtbot.waitSignal(canvas.reshaped) as told:
        assert canvas.outline.subtract()
    key, region = told.args
    assert key == "P1" and region.area == pytest.approx(60 * 100)
    assert region.overlap(beside) == 0.0
    canvas.set_items(items, selected="P1", also=frozenset({"P3"}))
    assert not canvas.outline.subtract(), "they do not overlap"
    canvas.set_items([items[0], proposal("P4", square)], selected="P1", also=frozenset({"P4"}))
    assert not canvas.outline.subtract(), "nothing would be left"
