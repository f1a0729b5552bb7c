"""The list of images: lazy, filtered, stable while it is worked through."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.app.review.crops import files
from verify_app.app.review.queue import Facet, Filter, Queue, Row
from verify_app.core.queue.orders import Order
from verify_app.core.queue.reasons import Reason, Why
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.gui.i18n import words
from verify_app.gui.panels.elide import shortened
from verify_app.gui.panels.filter_sheet import VALUE, FilterSheet
from verify_app.gui.panels.image_list import ImageList
from verify_app.gui.panels.image_model import PAGE, PAGES, ImageModel
from verify_app.gui.review.image_menu import say_origin

MANY = 100_000
CTRL = Qt.KeyboardModifier.ControlModifier


class Store:
    """Rows made when asked for; keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.looked_at: set[int] = set()

    def fetch(self, ids: Sequence[int]) -> list[Row]:
        self.asked += ids
        return [Row(i, f"photos/{i:06}.jpg", ImageState.UNREVIEWED, Origin.REAL, 3, 0, False, False) for i in ids]


class Noted(ImageModel):
    """Says which rows a view asks for."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.fetch)
        self._store = store

    def row(self, place: int) -> Row | None:
        self._store.looked_at.add(place)
        return super().row(place)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self._store.looked_at.add(index.row())
        return super().data(index, role)


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[ImageList, Store]]:
    store, session = Store(), scenery.project(tmp_path, images=0)
    panel = ImageList(Noted(store), Queue(session), lambda ids: files(session, ids))
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    yield panel, store
    session.close()


def test_a_hundred_thousand_images_cost_what_is_on_the_screen(many: tuple[ImageList, Store], qtbot: QtBot) -> None:
    panel, store = many
    panel.set_order(array("q", range(1, MANY + 1)))
    panel.show()
    qtbot.waitUntil(lambda: bool(store.looked_at))
    panel.view.viewport().repaint()
    assert 0 < len(store.looked_at) <= 2 * PAGE, "rows that were asked for their looks or their size"
    assert panel.model.rowCount() == MANY
    assert len(store.asked) <= 2 * PAGE
    panel.show_place(MANY - 1)
    panel.view.viewport().repaint()
    assert len(store.asked) <= 4 * PAGE
    assert panel.view.currentIndex().data() == f"photos/{MANY:06}.jpg"


def test_why_an_image_is_next_is_not_said_of_crops(hands: Hands) -> None:
    page = hands.page
    page.list._on_order(list(Order).index(Order.MIXED))
    hands.qtbot.waitUntil(lambda: page.message.aside.startswith("Next because"))
    hands.key("g")
    assert page.grid is not None and page.message.aside == ""
    hands.state.image_changed.emit()
    hands.qtbot.wait(200)
    assert page.message.aside == ""
    page.close_grid()
    hands.qtbot.waitUntil(lambda: page.message.aside.startswith("Next because"))


def test_a_long_path_gives_up_its_folders_before_its_file_name(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    path = "a folder with a rather long name/camera 2/2026-11-22 23.59.07.png"
    file = path.rpartition("/")[2]
    assert shortened(path, metrics, 10_000) == path
    assert shortened(path, metrics, metrics.horizontalAdvance("…camera 2/" + file)).endswith(f"/{file}")
    least = shortened(path, metrics, metrics.horizontalAdvance(file) - 10)
    assert least[:4] == "2026" and least.endswith(".png") and "…" in least and "/" not in least
    assert shortened("two\nlines.png", metrics, 10_000) == "two⏎lines.png"


def test_few_objects_are_told_as_a_person_says_it() -> None:
    def told(objects: int, expected: float) -> str:
        return words.why(Reason(Why.FEW, {"objects": objects, "expected": expected}), str)

    assert told(0, 10.0) == "0 objects here, about 10 on images near it"
    assert told(1, 2.5) == "1 object here, about 2.5 on images near it"


def test_panels_that_were_put_away_stay_away(hands: Hands, make_window: Callable[..., Hands]) -> None:
    hands.page.finish()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        hands.key(key)
    assert not hands.page.list.isVisible() and not hands.page.side.isVisible()
    hands.window.close()
    again = make_window.reopen(hands.state.session.folder)  # type: ignore[attr-defined]
    again.page.finish()
    assert not again.page.list.isVisible() and not again.page.side.isVisible()
    assert not again.window.actions_by_id["list_panel"].isChecked()
    again.key(Qt.Key.Key_F7)
    again.qtbot.waitUntil(lambda: again.page.list.isVisible() and again.page.splitter.sizes()[0] > 100)
    assert again.window.actions_by_id["list_panel"].isChecked()


def test_a_change_fetches_its_page_only(many: tuple[ImageList, Store]) -> None:
    panel, store = many
    panel.set_order(array("q", range(1, MANY + 1)))
    model = panel.model
    for place in (0, 5 * PAGE):
        assert model.row(place) is not None
    store.asked.clear()
    model.refresh([3])
    assert model.row(5 * PAGE) is not None and store.asked == []
    assert model.row(0) is not None and len(store.asked) == PAGE


def test_pages_that_were_looked_at_long_ago_are_forgotten(many: tuple[ImageList, Store]) -> None:
    model, store = many[0].model, many[1]
    model.set_order(array("q", range(1, MANY + 1)))
    for number in range(PAGES + 1):
        model.row(number * PAGE)
    store.asked.clear()
    model.row(0)
    assert len(store.asked) == PAGE


def test_a_row_that_has_vanished_is_blank(qtbot: QtBot) -> None:
    model = ImageModel(lambda _ids: [])
    model.set_order(array("q", [7]))
    assert model.index(0).data() == ""


def test_a_filter_by_state_keeps_its_images_while_they_are_reviewed(hands: Hands) -> None:
    hands.page.list.show_states(ImageState.UNREVIEWED)
    assert list(hands.state.order) == [1, 2, 3, 4]
    hands.key(" ")
    assert list(hands.state.order) == [1, 2, 3, 4]
    assert hands.state.review is not None and hands.state.review.id == 2
    hands.page.list.show_states(ImageState.COMPLETE)
    assert list(hands.state.order) == [1]
    hands.page.list.show_states()
    assert list(hands.state.order) == [1, 2, 3, 4]


def test_find_by_name(hands: Hands) -> None:
    hands.page.list.search.setText("002")
    hands.qtbot.waitUntil(lambda: list(hands.state.order) == [3])
    hands.page.list.search.setText("nothing like it")
    hands.qtbot.waitUntil(lambda: not hands.state.order)
    assert hands.page.list.empty.isVisible()


def ticked(sheet: FilterSheet, facet: Facet, value: object) -> QTreeWidgetItem:
    parent = sheet._parents[facet]
    rows = [parent.child(i) for i in range(parent.childCount())]
    return next(row for row in rows if row.data(0, VALUE)[1] == value)


def test_counts_stand_beside_every_value_and_ticks_narrow_each_other(hands: Hands) -> None:
    hands.qtbot.waitUntil(lambda: "4" in hands.page.list.filter_button.text())
    hands.key(" ")
    hands.qtbot.waitUntil(lambda: hands.page.list._counts.get(ImageState.COMPLETE) == 1)
    hands.page.list.open_filter()
    sheet = hands.page.list._sheet
    assert sheet is not None
    assert ticked(sheet, Facet.STATES, ImageState.COMPLETE).text(1) == "1"
    ticked(sheet, Facet.STATES, ImageState.UNREVIEWED).setCheckState(0, Qt.CheckState.Checked)
    assert list(hands.state.order) == [2, 3, 4]
    ticked(sheet, Facet.CLASSES, 1).setCheckState(0, Qt.CheckState.Checked)
    assert list(hands.state.order) == [2]
    assert ticked(sheet, Facet.STATES, ImageState.COMPLETE).text(1) == "1", "counted under all other filters"
    sheet.name.setText("bolts left")
    sheet.keep.click()
    sheet.clear.click()
    assert list(hands.state.order) == [1, 2, 3, 4]
    sheet._take_saved(1)
    assert list(hands.state.order) == [2]
    sheet.close()


def test_another_order_begins_with_its_first_image_and_says_why(hands: Hands) -> None:
    box = hands.page.list.order_box
    box.setCurrentIndex(list(Order).index(Order.UNCERTAIN))
    box.activated.emit(box.currentIndex())
    assert hands.state.review is not None and hands.state.review.id == hands.state.order[0]
    hands.qtbot.waitUntil(lambda: "unsure" in hands.page.message.aside)


def test_order_filter_and_image_come_back_after_a_restart(make_window: Callable[..., Hands]) -> None:
    hands = make_window()
    hands.page.navigator.choose(order=Order.NEWEST, chosen=Filter(origins=frozenset((Origin.REAL,))))
    hands.show(2)
    folder = hands.state.session.folder
    hands.window.close()
    again = make_window.reopen(folder)  # type: ignore[attr-defined]
    assert again.state.review is not None and again.state.review.id == 2
    assert again.page.list.order is Order.NEWEST
    assert list(again.state.order) == [4, 3, 2, 1]
    assert again.page.list.filter.origins == frozenset((Origin.REAL,))


def test_on_a_first_visit_the_first_image_found_is_shown_and_the_order_comes_behind_it(
    make_window: Callable[..., Hands],
) -> None:
    hands = make_window({i: [(1, (10, 10, 50, 40), 0.9 - i / 20)] for i in range(1, 9)}, images=8)
    folder = hands.state.session.folder
    hands.window.close()
    for place in (folder / "cache").glob("place-*.json"):
        place.unlink()
    again = make_window.reopen(folder)  # type: ignore[attr-defined]
    assert again.state.review is not None and again.state.review.id == 1
    again.page.finish()
    mixed = again.state.queue.order().tolist()
    assert mixed[0] != 1, "the model is less sure of others"
    assert again.state.order.tolist() == [1, *(i for i in mixed if i != 1)] and again.state.position == 0
    assert again.page.list.model.rowCount() == 8


def test_a_click_shows_the_image_and_gives_the_keys_back(hands: Hands) -> None:

    view: QListView = hands.page.list.view
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.state.review is not None and hands.state.review.id == 3
    assert hands.canvas.hasFocus()


def test_several_images_are_reserved_and_released(hands: Hands) -> None:
    hands.page.images.set_gold([1, 2], True)
    assert hands.record(1).gold and hands.record(2).gold
    hands.page.images.set_origin([2], Origin.SYNTHETIC)
    assert hands.record(2).origin is Origin.SYNTHETIC
    hands.page.images.remove([2, 3])
    assert list(hands.state.order) == [1, 4]
    hands.key("z", CTRL)
    assert list(hands.state.order) == [1, 2, 3, 4]


def test_removing_the_image_under_review_goes_to_another(hands: Hands) -> None:
    hands.page.images.remove([1])
    assert hands.state.review is not None and hands.state.review.id == 2


def test_a_menu_does_not_outlive_its_project(hands: Hands) -> None:
    hands.window._image_menu([hands.state.order[0]], QPoint(40, 40))
    assert QApplication.activePopupWidget() is not None
    hands.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.activePopupWidget() is None


def test_an_image_without_objects_says_what_to_do_in_the_list_of_labels(hands: Hands) -> None:
    labels, state = hands.page.side.labels, hands.state
    assert state.items and labels.empty_words() == ""
    state.set_threshold(1.0)
    assert "R draws one; Shift+Space says" in labels.empty_words()
    assert labels.accessibleDescription() == labels.empty_words()
    hands.window.change_settings(keys={"empty": "F10"})
    assert "F10 says" in labels.empty_words()
    state.set_threshold(0.0)
    place = state.position
    hands.page.images.empty()
    state.go_to(place)
    assert labels.empty_words() == "Nothing is on this image."


def test_what_counted_as_synthetic_wants_a_reason_in_place(hands: Hands) -> None:
    hands.page.images.set_origin([2], Origin.SYNTHETIC)
    say_origin(hands.page, [2], Origin.UNKNOWN)
    assert hands.page.message.asking and hands.record(2).origin is Origin.SYNTHETIC
    QTest.keyClicks(hands.page.message.field, "seen on the shelf")
    QTest.keyClick(hands.page.message.field, Qt.Key.Key_Return)
    assert hands.record(2).origin is Origin.UNKNOWN and not hands.page.message.asking
    say_origin(hands.page, [2], Origin.REAL)
    assert hands.page.message.asking, "what was said with a reason wants another to be more"
    QTest.keyClicks(hands.page.message.field, "the camera's own file")
    QTest.keyClick(hands.page.message.field, Qt.Key.Key_Return)
    assert hands.record(2).origin is Origin.REAL
    say_origin(hands.page, [3], Origin.UNKNOWN)
    say_origin(hands.page, [3], Origin.REAL)
    assert hands.record(3).origin is Origin.REAL, "what is only unknown wants none"
