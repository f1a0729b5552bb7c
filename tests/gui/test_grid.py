"""The crop grid: decisions on many objects by mouse and keys, in one step each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests import scenery
from tests.gui.conftest import BOLT, Hands
from verify_app.app import review as looking
from verify_app.app.crops import Crop
from verify_app.app.files import rescan
from verify_app.core.vocabulary import ImageState, LabelState
from verify_app.gui.grid import loader
from verify_app.gui.grid.loader import Cut
from verify_app.gui.grid.page import GridPage
from verify_app.gui.grid.view import GAP


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


def test_alike_ones_stand_together(make_window: Callable[..., Hands]) -> None:
    boxes = [(10 + 48 * k, 20, 50 + 48 * k, 80) for k in range(4)]
    hands = make_window({i: [(BOLT, box, 0.3 + 0.1 * k + i / 100) for k, box in enumerate(boxes)] for i in (1, 2, 3)})
    session = hands.desk.session
    for image_id in (1, 2, 3):
        _draw_looks(looking.look(session, image_id).file, [boxes[(k + image_id) % 4] for k in range(4)])
    rescan(session, [1, 2, 3])
    scenery.run(
        session, {i: [(BOLT, box, 0.3 + 0.1 * k) for k, box in enumerate(boxes)] for i in (1, 2, 3)}, model_id=1
    )
    hands.desk.refresh()
    hands.qtbot.waitUntil(lambda: bool(hands.desk.seen))
    grid = opened(hands)
    everything(grid, hands)
    before = list(grid.view.crops)
    assert len(before) == 12
    grid.order.setCurrentIndex(grid.order.findData("alike"))
    hands.qtbot.waitUntil(lambda: not grid._comparing and grid._gathering is None and not grid._later.isActive())
    assert sorted(grid.view.crops) == sorted(before)
    assert _changes(grid.view.crops) <= 4 < _changes(before)


def _changes(crops: Sequence[Crop]) -> int:
    """How often one look is followed by another; three times at best."""
    looks = [(int(crop.bounds.x1) // 48 - crop.image_id) % 4 for crop in crops]
    return sum(a != b for a, b in pairwise(looks))


def _draw_looks(file: Path, boxes: list[tuple[int, int, int, int]]) -> None:
    """Four things nobody would mix up, one in each box."""
    image = Image.new("RGB", scenery.SIZE, (128, 128, 128))
    pen = ImageDraw.Draw(image)
    for look, (x1, y1, x2, y2) in enumerate(boxes):
        middle, half = (x1 + x2) // 2, (y1 + y2) // 2
        pen.rectangle((x1, y1, x2, y2), fill="white")
        dark = [
            (x1, y1, middle, y2),
            (x1, y1, x2, half),
            (middle, half, x2, y2),
            (middle - 8, half - 12, middle + 8, half + 12),
        ]
        pen.rectangle(dark[look], fill="black")
    image.save(file)


def test_crops_stand_side_by_side_from_the_left_and_fill_the_width(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    view = grid.view
    for width in (900, 1100, 1500):
        hands.window.resize(width, 600)
        first = range(min(view.columns, len(view.crops)))
        lefts = [view.cell(place).left() for place in first]
        assert lefts[0] == GAP
        assert {b - a for a, b in pairwise(lefts)} <= {view.edge + GAP}
        assert {view.cell(place).width() for place in first} == {view.edge}
        used = GAP + view.columns * (view.edge + GAP)
        assert view.viewport().width() - view.columns < used <= view.viewport().width(), "no gap at the right"
        assert view.edge >= view.side
        for place in range(len(view.crops)):
            assert view.place_at(view.cell(place).center()) == place
    assert len(first) == len(view.crops) < view.columns, "a few are no larger than many"


def test_the_fields_have_room_for_their_words(hands: Hands) -> None:
    hands.window.resize(max(1100, 170 * hands.window.fontMetrics().averageCharWidth()), 700)  # fonts differ
    grid = opened(hands)
    hands.qtbot.waitUntil(lambda: grid.count.width() > 0)
    for box in (grid.classes, grid.states, grid.order):
        assert box.width() >= box.sizeHint().width()
    assert grid.count.width() >= grid.count.fontMetrics().horizontalAdvance(grid.count.text())


def test_one_painting_unpacks_no_more_than_it_has_time_for(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = opened(hands)
    everything(grid, hands)
    crops = grid.view.crops
    hands.qtbot.waitUntil(lambda: all(grid.loader.is_cut(crop) for crop in crops))
    grid.loader._shown.clear()
    monkeypatch.setattr(loader, "UNPACK_S", -1.0)
    grid.view.viewport().repaint()
    assert not grid.loader._shown, "no time: none is shown, and they are asked for again"
    monkeypatch.setattr(loader, "UNPACK_S", 1.0)
    hands.qtbot.waitUntil(lambda: len(grid.loader._shown) == len(crops))


def test_the_pictures_kept_are_bounded(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = opened(hands)
    monkeypatch.setattr(loader, "PACKED_BYTES", 4000)
    monkeypatch.setattr(loader, "SHOWN_BYTES", 3 * loader.SIDE * loader.SIDE * 4)
    everything(grid, hands)
    for number in range(40):
        grid.loader.begin_painting()
        grid.loader._running += 1
        grid.loader._keep([Cut((1000 + number, "P1"), packed=bytes(700))])
        grid.loader.picture(grid.view.crops[0]._replace(image_id=1000 + number, item_id="P1"))
    assert sum(len(cut.packed) for cut in grid.loader._packed.values()) <= 4000
    assert len(grid.loader._shown) <= 3
