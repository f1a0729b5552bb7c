"""Outlines that are painted: a stroke adds to the selected one, takes from it, or begins a new one."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import CTRL, NONE, SHIFT, Board, proposal, verified
from verify_app.core.regions import Polygon, painted
from verify_app.core.vocabulary import Task
from verify_app.gui.tools.brush.tool import LEAST, MOST, USUAL, Brush

SQUARE = Polygon.simple([(50, 50), (150, 50), (150, 150), (50, 150)])


def board_with(qtbot: QtBot, region: Polygon | None, tool: str = "brush", *, locked: bool = False) -> Board:
    items = [] if region is None else [(verified if locked else proposal)("P1", region)]
    board = Board(qtbot, Task.SEGMENT, items, selected="" if region is None else "P1")
    board.canvas.set_tool(tool)
    return board


def brush(board: Board) -> Brush:
    tool = board.canvas.tool
    assert isinstance(tool, Brush)
    return tool


def area(region: object) -> float:
    assert isinstance(region, Polygon)
    return region.area


def wheel(board: Board, notches: int, held: Qt.KeyboardModifier = SHIFT) -> None:
    viewport, at = board.canvas.viewport(), QPoint(100, 100)
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_what_a_brush_covers_is_round_and_has_few_corners() -> None:
    dot = painted([(100, 100)], 20, size=(400, 300), tolerance=0.3)
    assert dot is not None and len(dot.rings) == 1
    assert math.pi * 400 * 0.95 <= dot.area <= math.pi * 400 and len(dot.rings[0]) <= 40
    way = painted([(50, 50), (150, 50)], 10, size=(400, 300), tolerance=0.3)
    assert way is not None and abs(way.area - (2000 + math.pi * 100)) < 40 and len(way.rings[0]) <= 40


def test_a_stroke_stays_inside_the_image_and_may_go_round() -> None:
    edge = painted([(0, 0), (0, 100)], 10, size=(400, 300), tolerance=0.3)
    assert edge is not None and edge.inside(400, 300) == edge
    turns = [(200 + 60 * math.cos(a / 20 * math.tau), 150 + 60 * math.sin(a / 20 * math.tau)) for a in range(21)]
    ring = painted(turns, 10, size=(400, 300), tolerance=0.3)
    assert ring is not None and len(ring.parts) == 1 and len(ring.parts[0]) == 2, "a ring has a hole"
    assert painted([(-50, -50)], 10, size=(400, 300), tolerance=0.3) is None


def test_a_stroke_adds_to_the_selected_outline(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    board.drag((150, 100), (200, 100))
    assert len(board.reshaped) == 1 and not board.drawn, "one stroke, one edit"
    made = board.region()
    assert area(made) > area(SQUARE) + 400 and made.bounds.x2 > 200
    assert {(50.0, 50.0), (50.0, 150.0), (150.0, 50.0)} <= set(made.rings[0]), "untouched corners stay"  # type: ignore[attr-defined]
    assert len(made.rings) == 1 and len(made.rings[0]) < 30  # type: ignore[attr-defined]
    board.drag((200, 100), (200, 140))
    assert len(board.reshaped) == 2 and board.canvas.tool.id == "brush", "the tool stays in hand"


@pytest.mark.parametrize(("tool", "held"), [("eraser", NONE), ("brush", CTRL)])
def test_a_stroke_takes_away(qtbot: QtBot, tool: str, held: Qt.KeyboardModifier) -> None:
    board = board_with(qtbot, SQUARE, tool)
    board.drag((150, 100), (100, 100), held=held)
    assert len(board.reshaped) == 1 and area(board.region()) < area(SQUARE) - 400


def test_an_eraser_cuts_holes_and_with_ctrl_it_adds(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE, "eraser")
    board.click(100, 100)
    assert len(board.region().parts[0]) == 2  # type: ignore[attr-defined]
    board.click(100, 100, held=CTRL)
    assert abs(area(board.region()) - area(SQUARE)) < 2 and len(board.region().parts[0]) == 1  # type: ignore[attr-defined]


def test_apart_from_the_outline_a_stroke_is_a_further_part(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    board.drag((250, 200), (300, 200))
    assert len(board.region().parts) == 2  # type: ignore[attr-defined]


def test_with_nothing_selected_it_draws(qtbot: QtBot) -> None:
    board = board_with(qtbot, None)
    board.drag((100, 100), (150, 100))
    assert len(board.drawn) == 1 and not board.reshaped and board.canvas.tool.id == "brush"
    other = board_with(qtbot, None, "eraser")
    other.drag((100, 100), (150, 100))
    assert not other.drawn and "Select the object first" in other.said[-1]


def test_return_begins_a_new_object(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    board.key(Qt.Key.Key_Return)
    assert board.picked == [""]
    board.click(250, 200)
    assert len(board.drawn) == 1 and not board.reshaped


def test_nothing_would_be_left(qtbot: QtBot) -> None:
    board = board_with(qtbot, Polygon.simple([(100, 100), (104, 100), (104, 104)]), "eraser")
    board.click(102, 102)
    assert not board.reshaped and "Nothing would be left" in board.said[-1]


def test_a_verified_outline_stays_locked(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE, locked=True)
    board.drag((150, 100), (200, 100))
    assert not board.reshaped and not board.drawn and "ann" in board.said[-1]


def test_keys_and_wheel_change_the_size(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    board.hover(100, 100)
    board.key(Qt.Key.Key_BracketRight)
    assert brush(board).width == USUAL * 1.25
    board.key(Qt.Key.Key_BracketLeft)
    wheel(board, -1)
    assert brush(board).width == USUAL / 1.25
    scale = board.canvas.zoom.scale
    for notches, bound in ((30, MOST), (-60, LEAST)):
        wheel(board, notches)
        assert brush(board).width == bound
    assert board.canvas.zoom.scale == scale, "the wheel was the brush's"
    wheel(board, 1, NONE)
    assert board.canvas.zoom.scale > scale and brush(board).width == LEAST


def test_the_brush_keeps_its_size_on_the_screen(qtbot: QtBot) -> None:
    areas = []
    for zoom in (1.0, 4.0):
        board = board_with(qtbot, None)
        board.canvas.zoom.fit_window()
        board.canvas.zoom_by(zoom)
        place = board.canvas.mapToScene(board.canvas.viewport().rect().center())
        board.click(place.x(), place.y())
        areas.append(area(board.drawn[0]))
    assert abs(areas[0] / areas[1] / 16 - 1) < 0.15


def test_esc_and_undo_give_a_stroke_up(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    for give_up in (board.canvas.cancel, board.canvas.tools.take_back):
        board.drag((150, 100), (200, 100), drop=False)
        assert board.canvas.tool.dragging() and give_up()
        board.release(200, 100)
        assert not board.reshaped and board.canvas.tool.id == "brush"
    assert board.canvas.cancel() and board.canvas.tool.id == "select"


def test_the_stroke_and_the_brush_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    board = board_with(qtbot, None)
    plain = board.canvas.viewport().grab().toImage()
    board.hover(200, 150)
    QApplication.processEvents()
    hovered = board.canvas.viewport().grab().toImage()
    assert hovered != plain
    board.drag((100, 100), (200, 100), drop=False)
    QApplication.processEvents()
    at = board.at(150, 100)
    assert board.canvas.viewport().grab().toImage().pixelColor(at) != plain.pixelColor(at)
    board.canvas.set_tool("select")
    QApplication.processEvents()
    assert board.canvas.viewport().grab().toImage() == plain


def test_what_is_painted_on_keeps_its_own_colour(qtbot: QtBot) -> None:
    board = board_with(qtbot, SQUARE)
    board.canvas.set_drawing_class(QColor("#FF00FF"), "another")
    board.hover(300, 200)
    QApplication.processEvents()
    picture = board.canvas.viewport().grab().toImage()
    assert {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }.isdisjoint({"#ff00ff"})
