"""Twins in the window: one row, one tag, one key; and nothing is changed that only the program has marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import LabelState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLACE, ALIKE, LOOSE = (10.0, 10.0, 50.0, 40.0), (11.0, 10.0, 51.0, 40.0), (10.0, 10.0, 60.0, 40.0)
OTHER = (100.0, 20.0, 140.0, 60.0)


@pytest.fixture
def hands(make_window: Callable[..., Hands]) -> Hands:
    return make_window({1: [(BOLT, PLACE, 0.9), (BOLT, ALIKE, 0.8), (BOLT, LOOSE, 0.7), (NUT, OTHER, 0.6)]})


def states(hands: Hands) -> list[str]:
    return [i.id for i in hands.record(1).items if i.state is LabelState.PROPOSAL]


def click_class(hands: Hands, row: int) -> None:
    view = hands.page.side.classes.list
    at = view.visualItemRect(view.item(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_heap_is_one_row_one_tag_and_one_count(hands: Hands) -> None:
    assert [(i.id, len(i.folded)) for i in hands.state.items] == [("P1", 1), ("P3", 0), ("P4", 0)]
    assert hands.page.side.labels.count() == 3
    assert "3 to decide" in hands.page.side.labels_heading.text()
    look = hands.canvas.overlay.selected
    assert look is not None and look.text.endswith("0.90  2×")
    assert hands.page.list.model.index(0, 0).data(Qt.ItemDataRole.UserRole).proposals == 3


def test_x_rejects_what_is_folded_and_goes_to_what_is_left_there(hands: Hands) -> None:
    hands.key("x")
    assert states(hands) == ["P3", "P4"]
    assert "2 in all" in hands.said and "Another proposal lies there" in hands.said
    assert hands.state.selected == "P3" and not hands.state.chosen
    hands.key("z", CTRL)
    assert states(hands) == ["P1", "P2", "P3", "P4"]


def test_t_unfolds_and_then_each_is_decided_by_itself(hands: Hands) -> None:
    hands.key("t")
    assert [i.id for i in hands.state.items] == ["P1", "P2", "P3", "P4"] and "2 objects" in hands.said
    hands.key("x")
    assert states(hands) == ["P2", "P3", "P4"]
    hands.key("z", CTRL)
    hands.key("t")
    assert [len(i.folded) for i in hands.state.items] == [1, 0, 0] and "Folded" in hands.said
    hands.key("f")
    assert states(hands) == ["P4"], "accepting settles the whole place"


def test_what_the_program_marked_is_decided_and_not_changed(hands: Hands) -> None:
    before = hands.record(1).items
    hands.window.actions_by_id["aim"].trigger()  # else coming to it with the pointer selects it
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert "select the object first" in hands.said
    hands.drag((50, 40), (60, 50))  # a corner of it
    assert hands.record(1).items == before
    assert hands.state.chosen, "the press has selected it, no more"
    hands.key(Qt.Key.Key_Escape)
    hands.show(2)
    hands.show(1)
    assert hands.state.selected and not hands.state.chosen
    hands.key("3")  # a digit is meant for it
    assert [i.class_id for i in hands.record(1).items if i.state is LabelState.VERIFIED] == [GEAR]
    assert not hands.state.chosen
    hands.key(Qt.Key.Key_Right)
    hands.canvas.nudge.flush()
    assert all(i.original is None for i in hands.record(1).items)


def test_a_click_on_a_class_is_for_what_the_person_selected(hands: Hands) -> None:
    before = hands.record(1).items
    click_class(hands, 2)
    assert hands.record(1).items == before
    assert hands.state.drawing_class == GEAR and "The marked one is as it was" in hands.said
    hands.click(120, 40)
    click_class(hands, 2)
    assert [(i.class_id, i.state) for i in hands.record(1).items if i.region == Box(*OTHER)] == [
        (GEAR, LabelState.VERIFIED)
    ]


def test_tab_a_click_on_the_row_and_the_pointer_select(hands: Hands) -> None:
    assert not hands.state.chosen
    hands.key(Qt.Key.Key_Tab)
    assert hands.state.chosen
    hands.show(2)
    hands.show(1)
    labels = hands.page.side.labels
    at = labels.visualItemRect(labels.item(labels.currentRow())).center()
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hands.state.chosen, "also on the row that is marked"
    hands.show(2)
    hands.show(1)
    hands.move(hands.at(150, 90))
    hands.move(hands.at(30, 25))
    hands.qtbot.waitUntil(lambda: hands.state.chosen)


def test_only_what_was_selected_has_handles(hands: Hands) -> None:
    assert hands.canvas.objects.selected is None and hands.canvas.overlay.locked
    hands.click(120, 40)
    assert hands.canvas.objects.selected is not None and not hands.canvas.overlay.locked
