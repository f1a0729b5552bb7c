"""The crop grid: decisions on many objects by mouse and keys, in one step each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import Hands
from verify_app.core.vocabulary import ImageState, LabelState
from verify_app.gui.grid.page import GridPage


def opened(hands: Hands) -> GridPage:
    hands.key("G")
    page = hands.window.review_page
    assert page.grid is not None
    hands.qtbot.waitUntil(lambda: page.grid is not None and page.grid._gathering is None)
    return page.grid


def everything(grid: GridPage, hands: Hands) -> None:
    grid.classes.setCurrentIndex(0)
    grid.least.setValue(0.0)
    grid.gather()
    hands.qtbot.waitUntil(lambda: grid._gathering is None)


def states(hands: Hands) -> list[str]:
    found = hands.desk.session.project.read.rows("SELECT verdict FROM verdict ORDER BY key")
    return [row[0] for row in found]


def test_the_grid_shows_crops_of_the_class_in_hand(hands: Hands) -> None:
    item = hands.desk.item
    assert item is not None
    grid = opened(hands)
    assert {c.class_id for c in grid.view.crops} == {item.class_id}
    assert {c.state for c in grid.view.crops} <= {LabelState.PROPOSAL, LabelState.FIX_LATER}
    hands.qtbot.waitUntil(lambda: all(grid.loader.picture(c) is not None for c in grid.view.crops))
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.review_page.grid is None
    assert hands.canvas.isVisible()


def test_all_are_accepted_in_one_step_and_undone_in_one(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    count = len(grid.view.crops)
    assert count >= 3
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.view.selected) == count
    hands.key("F")
    assert states(hands) == ["accepted"] * count
    assert "Ctrl+Z" in hands.said
    assert hands.record(1).state is ImageState.IN_PROGRESS, "no image is complete by crops"
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(hands) == []
    assert hands.window.review_page.grid is not None


def test_a_sweep_selects_and_x_rejects(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    view = grid.view
    first, second = view.cell(0), view.cell(1)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(3, 3))
    for point in (first.center(), second.center()):
        QTest.mouseMove(port, point)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=second.center())
    assert view.selected == {0, 1}
    hands.key("X")
    assert states(hands) == ["rejected", "rejected"]
    assert view.current == 2
    assert view.selected == set()


def test_a_number_gives_a_class_and_other_keys_wait(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    QTest.keyClick(grid.view, Qt.Key.Key_Right)
    QTest.keyClick(grid.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.view.selected == {1, 2}
    hands.key("3")
    assert set(states(hands)) <= {"accepted", "corrected"}
    assert len(states(hands)) == 2
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is not ImageState.COMPLETE


def test_enter_opens_the_object_in_its_image(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    crop = grid.view.crops[-1]
    QTest.keyClick(grid.view, Qt.Key.Key_End)
    QTest.keyClick(grid.view, Qt.Key.Key_Return)
    assert hands.window.review_page.grid is None
    assert hands.desk.review is not None
    assert (hands.desk.review.id, hands.desk.selected) == (crop.image_id, crop.item_id)


def test_alike_ones_stand_together(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    before = list(grid.view.crops)
    grid.order.setCurrentIndex(grid.order.findData("alike"))
    hands.qtbot.waitUntil(lambda: not grid._comparing and grid._gathering is None and not grid._later.isActive())
    assert sorted(grid.view.crops) == sorted(before)
