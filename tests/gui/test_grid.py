"""The crop grid: decisions on many objects by mouse and keys, in one step each."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests import scenery
from tests.gui.conftest import BOLT, Hands
from verify_app.app.imports.files import rescan
from verify_app.app.review import image_view as looking
from verify_app.app.review.crops import Crop
from verify_app.core.vocabulary import ImageState, LabelState
from verify_app.gui.grid import loader
from verify_app.gui.grid.loader import Cut
from verify_app.gui.grid.page import GridPage
from verify_app.gui.grid.view import GAP, MARKS


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
    looked_at(grid, hands)


def looked_at(grid: GridPage, hands: Hands) -> None:
    """Wait until everything in sight is there with its picture."""
    view = grid.view
    whole = [p for p in view.in_sight() if view.viewport().rect().contains(view.cell(p))]
    hands.qtbot.waitUntil(lambda: all(grid.seen(view.crops[p]) for p in whole))


def states(hands: Hands) -> list[str]:
    found = hands.state.session.project.read.rows("SELECT verdict FROM verdict ORDER BY key")
    return [row[0] for row in found]


def test_the_grid_shows_crops_of_the_class_in_hand(hands: Hands) -> None:
    item = hands.state.item
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
    assert hands.state.review is not None
    assert (hands.state.review.id, hands.state.selected) == (crop.image_id, crop.item_id)


def test_alike_ones_stand_together(make_window: Callable[..., Hands]) -> None:
    boxes = [(10 + 48 * k, 20, 50 + 48 * k, 80) for k in range(4)]
    hands = make_window({i: [(BOLT, box, 0.3 + 0.1 * k + i / 100) for k, box in enumerate(boxes)] for i in (1, 2, 3)})
    session = hands.state.session
    for image_id in (1, 2, 3):
        _draw_looks(looking.look(session, image_id).file, [boxes[(k + image_id) % 4] for k in range(4)])
    rescan(session, [1, 2, 3])
    scenery.run(
        session, {i: [(BOLT, box, 0.3 + 0.1 * k) for k, box in enumerate(boxes)] for i in (1, 2, 3)}, model_id=1
    )
    hands.state.refresh()
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
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
    assert len(grid.loader._shown) == 1, "no time: one alone is shown, and the others are asked for again"
    monkeypatch.setattr(loader, "UNPACK_S", 1.0)
    hands.qtbot.waitUntil(lambda: len(grid.loader._shown) == len(crops))


def test_the_pictures_kept_are_bounded(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = opened(hands)
    everything(grid, hands)
    monkeypatch.setattr(loader, "PACKED_BYTES", 4000)
    monkeypatch.setattr(loader, "SHOWN_BYTES", 3 * loader.SIDE * loader.SIDE * 4)
    for number in range(40):
        grid.loader.begin_painting()
        grid.loader._running += 1
        grid.loader._keep([Cut((1000 + number, "P1"), packed=bytes(700))])
        grid.loader.picture(grid.view.crops[0]._replace(image_id=1000 + number, item_id="P1"))
    assert sum(len(cut.packed) for cut in grid.loader._packed.values()) <= 4000
    assert len(grid.loader._shown) <= 3


# --- a key decides on what was looked at ------------------------------------------------------------------------------

PLACES = [(4.0 + 19 * (k % 10), 4.0 + 19 * (k // 10)) for k in range(50)]
MANY = {i: [(BOLT, (x, y, x + 12, y + 12), 0.9) for x, y in PLACES] for i in range(1, 5)}


def many(make_window: Callable[..., Hands]) -> tuple[Hands, GridPage]:
    """Two hundred crops, of which a few rows are on the screen."""
    hands = make_window(MANY)
    grid = opened(hands)
    everything(grid, hands)
    assert len(grid.view.crops) == 200
    return hands, grid


def test_all_are_those_that_were_looked_at(make_window: Callable[..., Hands]) -> None:
    hands, grid = many(make_window)
    looked = sum(grid.seen(crop) for crop in grid.view.crops)
    assert grid.view.columns <= looked < 100
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.view.selected) == looked
    assert f"{looked} selected; {200 - looked} below were not looked at" in hands.said
    hands.key("F")
    assert states(hands) == ["accepted"] * looked
    first = grid.view.cell(grid.view.current)
    assert grid.view.viewport().rect().contains(first.center()), "the next ones come up"
    looked_at(grid, hands)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("X")
    assert 0 < states(hands).count("rejected") < 200 - looked


def test_a_range_over_crops_that_were_never_on_the_screen_leaves_them(make_window: Callable[..., Hands]) -> None:
    hands, grid = many(make_window)
    view = grid.view
    looked = {i for i, crop in enumerate(view.crops) if grid.seen(crop)}
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    looked_at(grid, hands)
    assert len(view.selected) == 200
    looked |= {i for i, crop in enumerate(view.crops) if grid.seen(crop)}
    assert len(looked) < 200, "those between were leapt over"
    chosen = [view.crops[i].item_id for i in sorted(looked)]
    hands.key("F")
    assert len(states(hands)) == len(chosen)
    assert f"Not looked at, so left: {200 - len(chosen)}" in hands.said
    found = hands.state.session.project.read.rows("SELECT key FROM verdict")
    assert {f"P{row[0]}" for row in found} == set(chosen)


def test_a_key_on_a_crop_that_is_not_there_yet_decides_nothing(make_window: Callable[..., Hands]) -> None:
    hands, grid = many(make_window)
    place = next(i for i, crop in enumerate(grid.view.crops) if not grid.seen(crop))
    grid.view.current = place
    grid.view.choose((place,))
    hands.key("F")
    assert states(hands) == []
    assert "not on the screen" in hands.said
    looked_at(grid, hands)
    assert grid.seen(grid.view.crops[place]), "it was scrolled to"
    grid.view.choose((place,))
    hands.key("F")
    assert states(hands) == ["accepted"]


def _replaced(file: Path, number: int) -> None:
    scenery.picture(file.with_name("new.png"), number).replace(file)


def test_a_file_that_is_replaced_under_the_open_grid_is_left_and_shown_anew(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    file = hands.record(1).file
    before = [crop for crop in grid.view.crops if crop.image_id == 1]
    others = [crop for crop in grid.view.crops if crop.image_id != 1]
    assert before and others
    _replaced(file, 77)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("F")
    assert states(hands) == ["accepted"] * len(others)
    assert f"Left as they are: {len(before)}" in hands.said and "photos/000.png was changed on disk" in hands.said
    assert not [c for c in grid.view.crops if c.image_id == 1], "what was predicted on the other bytes is gone"
    assert [c for c in grid.view.crops if c.image_id != 1] == others
    hands.key("F")
    assert states(hands) == ["accepted"] * len(others)


def test_replaced_when_it_was_shown_and_put_back_since_is_caught(hands: Hands) -> None:
    """Size, time and bytes are those on record when the key is pressed; what the crops show is not."""
    file = hands.record(1).file
    kept, times = file.read_bytes(), file.stat()
    _replaced(file, 77)
    grid = opened(hands)
    everything(grid, hands)
    file.write_bytes(kept)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    mine = [crop for crop in grid.view.crops if crop.image_id == 1]
    others = len(grid.view.crops) - len(mine)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("F")
    assert states(hands) == ["accepted"] * others
    assert "was shown as it is not any more" in hands.said
    looked_at(grid, hands)
    assert [crop for crop in grid.view.crops if crop.image_id == 1] == mine
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("F")
    assert states(hands) == ["accepted"] * (others + len(mine)), "once it was shown anew"


def test_a_file_that_was_only_touched_stops_nobody(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    os.utime(hands.record(1).file)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("F")
    assert states(hands) == ["accepted"] * len(grid.view.crops)


def test_what_was_decided_here_is_told_by_shape_and_not_by_colour_alone() -> None:
    shapes = [icon for icon, _ in MARKS.values()]
    assert len(set(shapes)) == len(shapes), "people who see no colours must tell them apart too"


def test_a_twin_that_was_settled_with_the_other_does_not_look_rejected(make_window: Callable[..., Hands]) -> None:
    said = {1: [(BOLT, (10, 10, 60, 60), 0.9), (BOLT, (12, 13, 63, 64), 0.8), (BOLT, (120, 10, 170, 60), 0.7)]}
    hands = make_window(said=said)
    grid = opened(hands)
    everything(grid, hands)
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key("F")
    assert sorted(grid.view.mark(crop) for crop in grid.view.crops) == ["accepted", "accepted", "settled"]
    assert "Accepted: 2." in hands.said and "of the same objects: 1." in hands.said and "Left" not in hands.said


def test_what_nobody_could_tell_apart_is_one_crop_with_its_number(make_window: Callable[..., Hands]) -> None:
    said = {1: [(BOLT, (10, 10, 60, 60), 0.9), (BOLT, (10, 10, 61, 60), 0.8), (BOLT, (120, 10, 170, 60), 0.7)]}
    hands = make_window(said=said)
    grid = opened(hands)
    everything(grid, hands)
    assert sorted((crop.conf, len(crop.folded)) for crop in grid.view.crops) == [(0.7, 0), (0.9, 1)]
    written: list[str] = []
    painter = Written(written)
    for place in range(2):
        grid.view._paint_words(painter, grid.view.crops[place], grid.view.cell(place))  # type: ignore[arg-type]
    assert "0.90  2×" in written and "0.70" in written
    grid.view.current = next(i for i, crop in enumerate(grid.view.crops) if crop.folded)
    grid.view.choose((grid.view.current,))
    hands.key("X")
    assert states(hands) == ["rejected", "rejected"] and "Rejected: 1." in hands.said
    hands.key("Z", Qt.KeyboardModifier.ControlModifier)
    assert states(hands) == []


class Written:
    """Keeps what is written, and draws nothing."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def setPen(self, _pen: object) -> None:
        pass

    def drawText(self, _where: object, _flags: int, text: str) -> None:
        self._texts.append(text)


# --- by mouse ---------------------------------------------------------------------------------------------------------


def test_the_buttons_do_what_the_keys_do(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    count = len(grid.view.crops)
    hands.qtbot.mouseClick(grid.view.viewport(), Qt.MouseButton.LeftButton, pos=grid.view.cell(0).center())
    hands.qtbot.mouseClick(grid.buttons.buttons["reject"], Qt.MouseButton.LeftButton)
    assert states(hands) == ["rejected"]
    hands.qtbot.mouseClick(grid.buttons.buttons["select_all"], Qt.MouseButton.LeftButton)
    assert len(grid.view.selected) == count - 1
    hands.qtbot.mouseClick(grid.buttons.buttons["accept"], Qt.MouseButton.LeftButton)
    assert sorted(states(hands)) == ["accepted"] * (count - 1) + ["rejected"]
    for button in grid.buttons.buttons.values():
        assert button.accessibleName() and button.toolTip() and (button.text() or not button.icon().isNull())


def _right_click(grid: GridPage, place: int) -> QMenu:
    at = grid.view.cell(place).center()
    port = grid.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at))
    QApplication.sendEvent(port, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_right_click_takes_a_crop_in_hand_and_keeps_a_selection_it_is_in(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    grid.view.choose((0, 1))
    menu = _right_click(grid, 2)
    assert grid.view.selected == {2} and grid.view.current == 2
    menu.close()
    grid.view.choose((0, 1))
    menu = _right_click(grid, 1)
    assert grid.view.selected == {0, 1}
    reject = next(a for a in menu.actions() if a.text() == hands.window.actions_by_id["reject"].text())
    reject.trigger()
    menu.close()
    assert states(hands) == ["rejected", "rejected"]


def test_the_menu_shows_a_crop_in_its_image(hands: Hands) -> None:
    grid = opened(hands)
    everything(grid, hands)
    crop = grid.view.crops[-1]
    menu = _right_click(grid, len(grid.view.crops) - 1)
    next(a for a in menu.actions() if a.text() == "Show in its image").trigger()
    menu.close()
    assert hands.window.review_page.grid is None and hands.state.review is not None
    assert (hands.state.review.id, hands.state.selected) == (crop.image_id, crop.item_id)


def test_those_that_look_alike_are_selected_and_no_other(make_window: Callable[..., Hands]) -> None:
    boxes = [(12 + 48 * k, 20, 48 + 48 * k, 80) for k in range(4)]
    said = {i: [(BOLT, box, 0.9) for box in boxes] for i in (1, 2, 3)}
    hands = make_window(said)
    session = hands.state.session
    for image_id in said:
        _draw_looks(looking.look(session, image_id).file, [boxes[(k + image_id) % 4] for k in range(4)])
    rescan(session, list(said))
    scenery.run(session, said, model_id=1)
    grid = opened(hands)
    everything(grid, hands)
    assert len(grid.view.crops) == 12 and all(grid.seen(crop) for crop in grid.view.crops)
    grid.view.current = 5
    hands.key("A", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hands.qtbot.waitUntil(lambda: len(grid.view.selected) > 1)

    def look(crop: Crop) -> int:
        return (int(crop.bounds.x1) // 48 - crop.image_id) % 4

    wanted = look(grid.view.crops[5])

    assert grid.view.selected == {i for i, crop in enumerate(grid.view.crops) if look(crop) == wanted}
    assert "3 selected that look alike" in hands.said
    example = grid.view.current
    grid.view.choose((example,))
    hands.key("F")
    grid.view.current = example
    grid.select_alike()
    hands.qtbot.waitUntil(lambda: len(grid.view.selected) == 2)
    assert example not in grid.view.selected, "what was decided is not decided again"
    assert "2 selected that look alike" in hands.said


def test_alike_ones_that_were_not_on_the_screen_are_not_selected(make_window: Callable[..., Hands]) -> None:
    hands, grid = many(make_window)
    looked = {i for i, crop in enumerate(grid.view.crops) if grid.seen(crop)}
    grid.select_alike()
    hands.qtbot.waitUntil(lambda: bool(grid.view.selected))
    assert grid.view.selected <= looked and len(looked) < 200
    unseen = next(i for i in range(200) if i not in looked)
    grid.view.choose(())
    grid.view.current = unseen
    grid.select_alike()
    assert not grid.view.selected and "Click the crop first" in hands.said


def test_the_grid_keeps_to_the_images_that_the_list_is_narrowed_to(hands: Hands) -> None:
    grid = opened(hands)
    assert not grid.listed_only.isChecked(), "no filter"
    everything(grid, hands)
    images = {crop.image_id for crop in grid.view.crops}
    assert len(images) > 1
    hands.key(Qt.Key.Key_Escape)
    hands.window.review_page.list.show_images([1])
    grid = opened(hands)
    everything(grid, hands)
    assert grid.listed_only.isChecked()
    assert {crop.image_id for crop in grid.view.crops} == {1}
    grid.listed_only.setChecked(False)
    grid.gather()
    hands.qtbot.waitUntil(lambda: grid._gathering is None)
    assert {crop.image_id for crop in grid.view.crops} == images


def test_what_is_for_crops_alone_waits_until_they_are_there(hands: Hands) -> None:
    action = hands.window.actions_by_id["select_alike"]
    assert not action.isEnabled()
    opened(hands)
    assert action.isEnabled()
    hands.key(Qt.Key.Key_Escape)
    assert not action.isEnabled()


def test_how_the_grid_is_used_is_no_longer_said_when_it_is_left(hands: Hands) -> None:
    hands.page.toggle_grid()
    assert "goes back" in hands.said
    hands.page.close_grid()
    assert hands.said == ""
    hands.page.toggle_grid()
    hands.state.said.emit("Accepted 3.", "good")
    hands.page.close_grid()
    assert hands.said == "Accepted 3.", "what was done is still said"
