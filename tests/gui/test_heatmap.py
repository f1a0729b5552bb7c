"""The heat over an image: where its source usually holds something and it does not; nothing where nobody can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import BOLT, NUT, Hands
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.review import blind
from verify_app.app.review.heatmap import ENOUGH, GRID
from verify_app.gui.review.heatmap import HeatItem, Heatmap

CORNER, MIDDLE = (BOLT, (2, 2, 22, 12), 0.9), (NUT, (90, 45, 110, 60), 0.9)
"""In the first cell, and in that of row 4, column 4."""


@pytest.fixture
def hands(make_window: Callable[..., Hands]) -> Hands:
    """Every image but the first has something in the middle."""
    return make_window({1: [CORNER], **{i: [CORNER, MIDDLE] for i in range(2, ENOUGH + 3)}}, images=ENOUGH + 2)


def switched(hands: Hands) -> Heatmap:
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    heat = hands.page.viewing.heatmap
    assert heat is not None
    return heat


def warm(item: HeatItem) -> set[int]:
    """Cells that are tinted."""
    picture = item._picture
    if picture is None:
        return set()
    return {c for c in range(GRID * GRID) if picture.pixelColor(c % GRID, c // GRID).alpha() > 0}


def test_the_heat_is_where_something_is_usual_and_absent(hands: Hands) -> None:
    hands.show(1)
    heat = switched(hands)
    assert "usually hold something" in hands.said and "[heat]" not in hands.said
    hands.qtbot.waitUntil(lambda: heat.item.shown)
    assert warm(heat.item) == {4 * GRID + 4}
    assert heat.item in hands.canvas.scene().items()
    order = [i for i in hands.canvas.scene().items() if i in (hands.canvas.labels, heat.item, hands.canvas.picture)]
    assert order == [hands.canvas.labels, heat.item, hands.canvas.picture], "under the labels, over the picture"
    before = hands.canvas.grab().toImage().pixelColor(hands.canvas.viewport().mapTo(hands.canvas, hands.at(112, 56)))
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    assert not heat.item.shown
    after = hands.canvas.grab().toImage().pixelColor(hands.canvas.viewport().mapTo(hands.canvas, hands.at(112, 56)))
    assert before != after


def test_it_fades_where_something_is_drawn_and_follows_to_the_next_image(hands: Hands) -> None:
    hands.show(1)
    heat = switched(hands)
    hands.qtbot.waitUntil(lambda: heat.item.shown)
    hands.key("R")
    hands.drag((90, 45), (110, 60))
    hands.qtbot.waitUntil(lambda: not heat.item.shown)
    hands.show(2)
    hands.qtbot.waitUntil(lambda: "lacks nothing" in hands.said)
    assert not heat.item.shown


def test_nothing_is_shown_where_too_few_images_tell(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: [CORNER], 2: [CORNER, MIDDLE], 3: [MIDDLE]})
    heat = switched(hands)
    hands.qtbot.waitUntil(lambda: "it takes" in hands.said)
    assert not heat.item.shown


def test_an_image_drawn_blind_has_none(hands: Hands) -> None:
    session = hands.state.session
    set_rates(session, honeypots=0.0, blind=1.0)
    hands.qtbot.waitUntil(lambda: hands.state.trials is not None)
    heat = switched(hands)
    hands.state.go_to(3)
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    assert blind.view(session, 4) is not None
    hands.qtbot.waitUntil(lambda: "drawn blind" in hands.said)
    assert not heat.item.shown


def test_a_project_that_is_closed_while_it_looks_is_left_in_peace(hands: Hands) -> None:
    switched(hands)
    hands.window.close_project()
    hands.qtbot.wait(200)
    assert hands.window.open_page is None


def test_whole_images_have_no_heat(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: [CORNER]})
    hands.state.task = type(hands.state.task).CLASSIFY
    heat = switched(hands)
    hands.qtbot.waitUntil(lambda: "whole images" in hands.said)
    assert not heat.item.shown
