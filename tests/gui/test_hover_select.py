"""Keys that follow the pointer; and how few keys the ten typical images take."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.benchmarks import count_keys
from tests.gui.conftest import Hands
from verify_app.core.vocabulary import LabelState
from verify_app.gui.review.hover_select import DWELL_MS, TRAVEL


@pytest.fixture
def hands(hands: Hands) -> Hands:
    """The pointer is watched a moment after the first picture."""
    hands.qtbot.waitUntil(lambda: hands.page.viewing.hover is not None)
    return hands


def come(hands: Hands, x: float, y: float) -> None:
    """Move there and stay."""
    hands.move(hands.at(x, y))
    hands.qtbot.wait(2 * DWELL_MS)


def test_what_the_pointer_comes_to_is_in_hand_until_that_is_put_off(hands: Hands) -> None:
    assert hands.state.selected == "P1"
    come(hands, 100, 40)
    assert hands.state.selected == "P2"
    come(hands, 5, 95)
    assert hands.state.selected == "P2", "empty ground leaves it in hand"
    hands.key("X")
    assert {item.id for item in hands.state.items} == {"P1", "P3"}
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert "[aim]" not in hands.said
    come(hands, 160, 70)
    come(hands, 30, 25)
    assert hands.state.selected == "P3"


def test_what_it_only_crosses_is_left_alone(hands: Hands) -> None:
    hands.move(hands.at(100, 40))
    hands.move(hands.at(5, 95))
    hands.qtbot.wait(2 * DWELL_MS)
    assert hands.state.selected == "P1"


def test_a_key_acts_on_what_is_under_the_pointer_however_quick(hands: Hands) -> None:
    hands.move(hands.at(100, 40))
    hands.key("X")
    assert {item.id for item in hands.state.items} == {"P1", "P3"}


def test_a_corner_can_be_dragged_at_once(hands: Hands) -> None:
    corner = next(item for item in hands.state.items if item.id == "P2").region.bounds
    assert hands.state.selected == "P1"
    hands.move(hands.at(corner.x2, corner.y2))
    hands.drag((corner.x2, corner.y2), (corner.x2 - 8, corner.y2 - 6))
    label = hands.state.item
    assert label is not None and label.state is LabelState.VERIFIED
    assert label.region.bounds.x2 == pytest.approx(corner.x2 - 8, abs=1.5)


def test_a_pointer_that_lies_still_disturbs_nobody(hands: Hands) -> None:
    come(hands, 100, 40)
    hands.state.select("P3")
    come(hands, 101, 40)
    assert hands.state.selected == "P3", "a trembling hand comes to nothing new"
    come(hands, 5, 95)
    come(hands, 100, 40)
    hands.key("F")
    assert hands.state.selected == "P3", "on to the next one, though the pointer is elsewhere"
    come(hands, 101, 40)
    assert hands.state.selected == "P3", "a verified label wants a click"


def test_it_is_quiet_while_something_else_goes_on(hands: Hands) -> None:
    hands.key("R")
    come(hands, 100, 40)
    assert hands.state.selected == "P1", "a drawing tool is in hand"
    hands.key("V")
    hands.state.select_many(["P1", "P3"])
    come(hands, 101, 40)
    come(hands, 5, 95)
    come(hands, 100, 40)
    assert hands.state.also == {"P3"}


@pytest.mark.parametrize("aims", [False, True])
def test_the_ten_typical_images_take_as_few_keys_as_are_said(tmp_path: Path, aims: bool) -> None:
    mine = count_keys.ours(count_keys.project(tmp_path), aims=aims)
    assert sum(map(len, mine.values())) <= (19 if aims else 24)
    found = count_keys.compared({"so": mine})
    assert found["fewest_in_every_row"]["so"] == {"labels": aims, "vouched": True}  # type: ignore[index]


def test_a_hand_that_trembles_after_a_key_changes_nothing(hands: Hands) -> None:
    second = next(item for item in hands.state.items if item.id == "P2").region.bounds
    beside, inside = hands.at(second.x1, 40) - QPoint(12, 0), hands.at(second.x1, 40) + QPoint(12, 0)
    hands.move(inside - QPoint(TRAVEL - 2, 0))
    hands.qtbot.wait(2 * DWELL_MS)
    assert hands.state.selected == "P2"
    hands.move(beside)
    hands.key(Qt.Key.Key_Tab)
    assert hands.state.selected == "P3"
    hands.move(beside + QPoint(TRAVEL - 1, 0))
    hands.qtbot.wait(2 * DWELL_MS)
    assert hands.state.selected == "P3"
    hands.move(inside)
    hands.qtbot.waitUntil(lambda: hands.state.selected == "P2")
