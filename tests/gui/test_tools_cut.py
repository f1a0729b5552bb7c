"""A line across an outline cuts it; selected outlines are joined, by key and by the context menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.canvas_bench import Board, proposal, verified
from tests.gui.conftest import BOLT, Hands
from verify_app.app.review.trials import set_rates
from verify_app.core.regions import Polygon
from verify_app.core.vocabulary import Grade, LabelState, Task
from verify_app.gui.canvas.polygon_ops import divided, joined
from verify_app.gui.review import label_menu

SQUARE = Polygon.simple([(50, 50), (150, 50), (150, 150), (50, 150)])
HOLED = Polygon(((SQUARE.parts[0][0], ((90.0, 90.0), (110.0, 90.0), (100.0, 110.0))),))
FAR = Polygon.simple([(200, 50), (240, 50), (220, 90)])
TWO = Polygon((*SQUARE.parts, *FAR.parts))


def test_a_line_from_side_to_side_makes_two_pieces() -> None:
    large, small = divided(SQUARE, [(120, 30), (120, 170)])
    assert (large.area, small.area) == (7000, 3000) and large.bounds.x2 == small.bounds.x1 == 120
    assert [piece.area for piece in divided(SQUARE, [(100, 100), (100, 170)])] == [10000]
    assert divided(SQUARE, [(10, 10), (20, 170)]) == [SQUARE]


def test_holes_and_further_parts_stay_with_their_piece() -> None:
    large, small = divided(HOLED, [(60, 30), (60, 170)])
    assert len(large.parts[0]) == 2 and len(small.parts[0]) == 1
    assert sum(piece.area for piece in divided(HOLED, [(100, 30), (100, 170)])) == pytest.approx(HOLED.area)
    large, small = divided(TWO, [(120, 30), (120, 170)])
    assert len(large.parts) == 2 and len(small.parts) == 1
    assert len(divided(SQUARE, [(30, 70), (170, 70), (170, 130), (30, 130)])) == 3


def test_joined_outlines_are_one_where_they_touch() -> None:
    pieces = divided(SQUARE, [(120, 30), (120, 170)])
    whole = joined(pieces)
    assert whole.area == pytest.approx(SQUARE.area) and len(whole.parts) == 1
    assert len(joined([SQUARE, FAR]).parts) == 2


def board_with(qtbot: QtBot, *, locked: bool = False) -> tuple[Board, list[tuple[str, list[Polygon]]]]:
    board = Board(qtbot, Task.SEGMENT, [(verified if locked else proposal)("P1", SQUARE)], selected="P1")
    cuts: list[tuple[str, list[Polygon]]] = []
    board.canvas.stage.divided.connect(lambda item_id, pieces: cuts.append((item_id, pieces)))
    board.canvas.set_tool("cut")
    return board, cuts


def test_dragging_across_cuts_and_goes_back_to_selecting(qtbot: QtBot) -> None:
    board, cuts = board_with(qtbot)
    board.drag((120, 30), (120, 170))
    ((item_id, pieces),) = cuts
    assert item_id == "P1" and len(pieces) == 2 and board.canvas.tool.id == "select"


def test_a_line_that_does_not_cross_cuts_nothing(qtbot: QtBot) -> None:
    board, cuts = board_with(qtbot)
    board.drag((100, 100), (100, 170))
    board.click(100, 100)
    assert not cuts and "has to cross" in board.said[-1] and board.canvas.tool.id == "cut"
    board.drag((120, 30), (120, 170), drop=False)
    assert board.canvas.cancel()
    board.release(120, 170)
    assert not cuts


def test_nothing_is_cut_that_is_not_selected_or_is_locked(qtbot: QtBot) -> None:
    board, cuts = board_with(qtbot, locked=True)
    board.drag((120, 30), (120, 170))
    assert not cuts and "ann" in board.said[-1]
    board.selected = ""
    board.show()
    board.drag((120, 30), (120, 170))
    assert not cuts and "Select the object" in board.said[-1]


# --- in the window --------------------------------------------------------------------------------------------------


@pytest.fixture
def segment_hands(make_window: Callable[..., Hands], tmp_path: Path) -> Hands:
    session = scenery.project(tmp_path / "outlines", images=1, task=Task.SEGMENT)
    scenery.run(session, {1: [(BOLT, Polygon.simple([(20, 20), (100, 20), (100, 80), (20, 80)]), 0.9)]})
    set_rates(session, honeypots=0.0, blind=0.0)
    session.close()
    return make_window.reopen(session.folder)  # type: ignore[attr-defined]


def test_cut_and_join_in_the_window(segment_hands: Hands) -> None:
    hands = segment_hands
    (whole,) = hands.state.items
    hands.state.select(whole.id)
    hands.window.actions_by_id["tool_cut"].trigger()
    hands.drag((60, 5), (60, 95))
    record = hands.record(1).items
    assert len(record) == 2 and {item.grade for item in record} == {Grade.CORRECTED}
    assert {item.id for item in hands.state.selection} == {item.id for item in record}, "both stay in hand"
    hands.window.actions_by_id["join"].trigger()
    (again,) = hands.record(1).items
    assert again.region.area == pytest.approx(whole.region.area, rel=0.01)  # type: ignore[attr-defined]
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert len(hands.record(1).items) == 2
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    (back,) = hands.record(1).items
    assert back.state is LabelState.PROPOSAL and back.region == whole.region


def test_joining_wants_two_of_one_class(segment_hands: Hands) -> None:
    hands = segment_hands
    hands.state.select(hands.state.items[0].id)
    hands.window.actions_by_id["join"].trigger()
    assert "two outlines or more of one class" in hands.said and len(hands.record(1).items) == 1


@pytest.mark.parametrize("outlines", [True, False])
def test_the_context_menu_offers_them_for_outlines_only(request: pytest.FixtureRequest, outlines: bool) -> None:
    hands: Hands = request.getfixturevalue("segment_hands" if outlines else "hands")
    menu = hands.page.panels.label_menu
    menu._open(hands.canvas.mapToGlobal(hands.canvas.rect().center()), menu._offered(hands.state.items[0].id))
    (shown,) = hands.canvas.findChildren(QMenu)
    wanted = {hands.window.actions_by_id[name] for group in label_menu.OUTLINES for name in group}
    assert (wanted <= set(shown.actions())) is outlines
    shown.close()
