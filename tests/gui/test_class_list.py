"""The class list in the window: found, hidden, ordered, retired, and the keys by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QMenu

from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.app.project import classes
from verify_app.core.vocabulary import ImageState
from verify_app.gui import theme
from verify_app.gui.panels.classes import ClassList
from verify_app.gui.review.class_keys import SECOND, strokes


def panel(hands: Hands) -> ClassList:
    return hands.page.side.classes


def names(hands: Hands) -> list[str]:
    view = panel(hands).list
    return [view.item(row).text() for row in range(view.count()) if not view.item(row).isHidden()]


def click_colour(hands: Hands, row: int) -> None:
    view = panel(hands).list
    rect = view.visualItemRect(view.item(row))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, rect.center().y()))


def menu_of(hands: Hands, row: int) -> QMenu:
    view = panel(hands).list
    before = set(panel(hands).findChildren(QMenu))
    view.customContextMenuRequested.emit(view.visualItemRect(view.item(row)).center())
    (menu,) = [m for m in panel(hands).findChildren(QMenu) if m not in before and m.parent() is panel(hands)]
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_click_on_its_colour_hides_a_class_and_another_shows_it(hands: Hands) -> None:
    hands.show(1)
    shown = len(hands.canvas.objects.ids)
    of_class = sum(item.class_id == BOLT for item in hands.state.items)
    assert of_class
    click_colour(hands, 0)
    assert len(hands.canvas.objects.ids) == shown - of_class
    click_colour(hands, 0)
    assert len(hands.canvas.objects.ids) == shown


def test_one_class_alone_and_all_again(hands: Hands) -> None:
    hands.show(1)
    choose(menu_of(hands, 1), "Show only this class")
    assert {hands.canvas.objects.item(key).class_id for key in hands.canvas.objects.ids} <= {NUT}
    assert hands.state.sight.hidden == {BOLT, GEAR}
    choose(menu_of(hands, 1), "Show all classes")
    assert not hands.state.sight.hidden and not hands.canvas.hides


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_first_space_shows_what_is_hidden_by_its_class_and_decides_nothing(hands: Hands, by: str) -> None:
    hands.show(1)
    hands.state.sight.toggle(BOLT)
    assert hands.canvas.hides

    def complete() -> None:
        if by == "key":
            hands.key(Qt.Key.Key_Space)
        else:
            hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
            hands.window.actions_by_id["complete"].trigger()

    complete()
    assert hands.record(1).state is not ImageState.COMPLETE
    assert not hands.state.sight.hidden and not hands.canvas.hides
    assert "hidden" in hands.said
    complete()
    assert hands.record(1).state is ImageState.COMPLETE


def test_a_hidden_class_stays_hidden_on_the_next_image(hands: Hands) -> None:
    hands.show(1)
    hands.state.sight.toggle(BOLT)
    hands.show(2)
    assert all(hands.canvas.objects.item(key).class_id != BOLT for key in hands.canvas.objects.ids)


def test_dragging_gives_another_key_and_no_other_id(hands: Hands) -> None:
    view, session = panel(hands).list, hands.state.session
    before = session.classes
    assert view.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    hands.qtbot.waitUntil(lambda: names(hands) == ["gear", "bolt", "nut"])
    hands.qtbot.waitUntil(lambda: [c.id for c in session.shown_classes] == [GEAR, BOLT, NUT])
    assert session.classes == before
    hands.show(1)
    item = hands.state.items[0]
    hands.state.select(item.id)
    hands.key("1")
    hands.qtbot.waitUntil(lambda: any(i.class_id == GEAR for i in hands.record(1).items))
    classes.order_classes(session, [BOLT])
    panel(hands).refresh()
    assert names(hands) == ["bolt", "nut", "gear"]


def test_a_class_in_use_is_retired_and_another_deleted(hands: Hands) -> None:
    panel(hands).field.setText("screw")
    QTest.keyClick(panel(hands).field, Qt.Key.Key_Return)
    assert names(hands) == ["bolt", "nut", "gear", "screw"]
    choose(menu_of(hands, 0), "Retire this class")
    assert names(hands) == ["nut", "gear", "screw"]
    choose(menu_of(hands, 2), "Delete this class")
    assert names(hands) == ["nut", "gear"]
    assert [c.name for c in hands.state.session.classes] == ["bolt", "nut", "gear"]
    back = next(m for m in menu_of(hands, 0).findChildren(QMenu) if m.title() == "Bring back")
    back.actions()[0].trigger()
    assert names(hands) == ["bolt", "nut", "gear"]


def test_classes_are_found_by_their_names(hands: Hands) -> None:
    assert not panel(hands).search.isVisibleTo(panel(hands))
    for number in range(9):
        classes.add_class(hands.state.session, f"screw {number}")
    panel(hands).refresh()
    assert panel(hands).search.isVisibleTo(panel(hands))
    panel(hands).search.setText("W 3")
    assert names(hands) == ["screw 3"]
    panel(hands).search.setText("")
    assert len(names(hands)) == 12


def test_two_strokes_beyond_the_ninth_class(hands: Hands) -> None:
    assert [strokes(place) for place in (0, 8, 9, 17, 18, 43, 44)] == ["1", "9", "01", "09", "0a", "0z", ""]
    for number in range(4, 23):
        classes.add_class(hands.state.session, f"class {number}")
    panel(hands).refresh()
    hands.show(1)
    for key, place in (("1", 9), ("A", 18)):
        item = hands.state.items[0]
        hands.state.select(item.id)
        hands.key("0")
        assert "second key" in hands.said
        hands.key(key)
        wanted = hands.state.session.shown_classes[place].id
        hands.qtbot.waitUntil(lambda wanted=wanted: any(i.class_id == wanted for i in hands.record(1).items))
    hands.key("0")
    hands.key(Qt.Key.Key_Escape)
    item = hands.state.items[0]
    hands.state.select(item.id)
    assert item.class_id != BOLT
    hands.key("1")
    hands.qtbot.waitUntil(lambda: any(i.region == item.region and i.class_id == BOLT for i in hands.record(1).items))


def test_the_second_keys_are_all_different() -> None:
    assert len(set(SECOND)) == len(SECOND)


# --- colours of one's own -------------------------------------------------------------------------------------------


def colour_entries(menu: QMenu) -> list[QAction]:
    (colours,) = [entry.menu() for entry in menu.actions() if entry.text() == "Colour"]
    return colours.actions()


def on_image(hands: Hands, class_id: int) -> str:
    looks = hands.canvas.objects.looks.values()
    return next(look.colour.name() for look in looks if look.item.class_id == class_id)


def test_a_class_takes_a_colour_of_ones_own_and_keeps_it(hands: Hands, make_window: Callable[..., Hands]) -> None:
    hands.page.finish()
    usual = theme.class_colour(BOLT).name()
    wanted = next(c.name() for c in theme.palette_colours() if c.name() not in (usual, theme.class_colour(NUT).name()))
    menu = menu_of(hands, 0)
    assert [entry.text() for entry in colour_entries(menu) if entry.isChecked()] == [usual]
    choose_colour = next(entry for entry in colour_entries(menu) if entry.text() == wanted)
    events = hands.state.session.project.read.rows("SELECT count(*) FROM event")[0][0]
    choose_colour.trigger()
    assert theme.class_colour(BOLT).name() == wanted == on_image(hands, BOLT)
    assert theme.class_colour(NUT).name() == on_image(hands, NUT) != wanted, "the others have theirs"
    assert hands.state.session.project.read.rows("SELECT count(*) FROM event")[0][0] == events, "no part of the project"
    assert hands.window.settings.own_colours == {hands.state.class_name(BOLT): wanted}
    hands.window.close_project()
    assert theme.class_colour(BOLT).name() == usual, "other projects' classes have other names"
    folder = hands.window.settings.recent[0]
    assert hands.window.open_project(Path(folder))
    assert theme.class_colour(BOLT).name() == wanted
    hands.window.review_page.state.sight.colour_wanted.emit("bolt", "")
    assert theme.class_colour(BOLT).name() == usual and hands.window.settings.own_colours == {}


def test_another_colour_is_asked_for_without_waiting(hands: Hands) -> None:
    hands.page.finish()
    next(e for e in colour_entries(menu_of(hands, 0)) if e.text() == "Another colour…").trigger()
    (dialog,) = panel(hands).findChildren(QColorDialog)
    assert not dialog.isModal() and dialog.isVisible()
    dialog.colorSelected.emit(QColor("#123456"))
    assert on_image(hands, BOLT) == "#123456" and theme.class_round(BOLT) == 0
    dialog.close()


def test_what_is_no_colour_is_left_aside(hands: Hands) -> None:
    usual = theme.class_colour(BOLT).name()
    hands.window.change_settings(own_colours={"bolt": "greenish", "nut": "#00ff00"})
    assert theme.class_colour(BOLT).name() == usual and theme.class_colour(NUT).name() == "#00ff00"
