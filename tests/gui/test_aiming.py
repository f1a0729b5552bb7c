"""Keys that follow the pointer, when somebody asked for it; and how few keys the ten typical images take."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.benchmarks import count_keys
from tests.gui.conftest import Hands
from verify_app.core.vocabulary import LabelState


def test_off_at_first_then_what_the_pointer_comes_over_is_in_hand(hands: Hands) -> None:
    assert hands.desk.selected == "P1"
    hands.move(hands.at(100, 40))
    assert hands.desk.selected == "P1"
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert "[aim]" not in hands.said
    hands.move(hands.at(100, 41))
    assert hands.desk.selected == "P2"
    hands.move(hands.at(5, 95))
    assert hands.desk.selected == "P2", "empty ground leaves it in hand"
    hands.key("X")
    assert {item.id for item in hands.desk.items} == {"P1", "P3"}
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    hands.move(hands.at(160, 70))
    hands.move(hands.at(30, 25))
    assert hands.desk.selected == "P3"


def test_a_pointer_that_lies_still_disturbs_nobody(hands: Hands) -> None:
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    hands.move(hands.at(100, 40))
    hands.key("F")
    assert hands.desk.selected == "P3", "on to the next one, though the pointer is elsewhere"
    hands.move(hands.at(101, 40))
    assert hands.desk.item is not None and hands.desk.item.state is LabelState.PROPOSAL, (
        "a verified label wants a click"
    )


def test_it_is_quiet_while_something_else_goes_on(hands: Hands) -> None:
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    hands.key("R")
    hands.move(hands.at(100, 40))
    assert hands.desk.selected == "P1", "a drawing tool is in hand"
    hands.key("V")
    hands.desk.select_many(["P1", "P3"])
    hands.move(hands.at(100, 40))
    assert hands.desk.also == {"P3"}


@pytest.mark.parametrize("aims", [False, True])
def test_the_ten_typical_images_take_as_few_keys_as_are_said(tmp_path: Path, aims: bool) -> None:
    mine = count_keys.ours(count_keys.project(tmp_path), aims=aims)
    assert sum(map(len, mine.values())) <= (19 if aims else 24)
    found = count_keys.compared({"so": mine})
    assert found["fewest_in_every_row"]["so"] == {"labels": aims, "vouched": True}  # type: ignore[index]
