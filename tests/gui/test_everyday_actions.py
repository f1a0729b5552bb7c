"""What people stumbled over while they tried the window for a day."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.pictures import make_canvas
from verify_app.app import settings as own
from verify_app.app.project.create import create_project
from verify_app.core.records import Actor
from verify_app.core.vocabulary import LabelState
from verify_app.gui import theme
from verify_app.gui.shell import main
from verify_app.gui.shell.window import LEAST, MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCREEN_WIDTH = struct.calcsize(">IHH8iiBB")
"""Where Qt keeps the width of the screen in what `saveGeometry` gives."""


def test_a_window_of_another_screen_opens_in_its_usual_size(qtbot: QtBot) -> None:
    main.application()
    first = MainWindow()
    qtbot.addWidget(first)
    usual = first.size()
    first.resize(first.minimumSize())
    assert first.minimumSize() == usual.boundedTo(LEAST) != usual
    kept = bytearray(first.saveGeometry().data())
    (width,) = struct.unpack_from(">i", kept, SCREEN_WIDTH)
    assert width == first.screen().geometry().width()
    for there, expected in ((width, first.size()), (3 * width, usual)):
        struct.pack_into(">i", kept, SCREEN_WIDTH, there)
        own.save(replace(own.read()[0], window=bytes(QByteArray(bytes(kept)).toBase64().data()).decode("ascii")))
        again = MainWindow()
        qtbot.addWidget(again)
        assert again.size() == expected


def test_every_picture_opens_fitted_unless_the_zoom_is_kept_for_pictures_of_one_size(qtbot: QtBot) -> None:
    canvas = make_canvas(qtbot)
    canvas.set_image(9000, 6000)
    canvas.zoom_by(8.0)
    canvas.zoom.pan(-300, -200)
    before = canvas.viewportTransform()
    canvas.set_image(9000, 6000, keep=True)
    assert canvas.viewportTransform() == before, "the same camera: the same place is looked at"
    canvas.set_image(9000, 6000)
    assert canvas.zoom.fitting == "window" and canvas.viewportTransform() != before
    canvas.zoom.fit_width()
    canvas.set_image(480, 6400)
    assert canvas.zoom.fitting == "window", "all of it"
    canvas.zoom_by(8.0)
    canvas.set_image(480, 640, keep=True)
    assert canvas.zoom.fitting == "window" and canvas.zoom.in_view
    canvas.zoom_by(0.5)
    canvas.zoom.pan(5000, 5000)
    assert not canvas.zoom.in_view
    canvas.set_image(480, 640, keep=True)
    assert canvas.zoom.in_view, "nobody decides on a picture that is out of sight"


def test_what_was_said_of_an_image_ends_with_it(hands: Hands) -> None:
    message = hands.page.message
    for kind in ("warn", "note"):
        message.say("Look at this one.", kind)
        hands.state.step(1)
        assert not message.text
    hands.show(1)
    hands.key(Qt.Key.Key_Space)
    assert hands.state.review is not None and hands.state.review.id == 2
    assert "Complete" in message.text, "said of the image before while the next one is there"


def test_what_is_folded_goes_along_and_is_counted(make_window: Callable[..., Hands]) -> None:
    place = (10.0, 10.0, 50.0, 40.0)
    hands = make_window({1: [(1, place, 0.5), (1, place, 0.9), (2, (100.0, 20.0, 140.0, 60.0), 0.8)]})
    assert [len(item.folded) for item in hands.state.items] == [1, 0]
    hands.key("x")
    assert len(hands.state.items) == 1
    assert "2 in all" in hands.said
    hands.key("x")
    assert "in all" not in hands.said
    hands.key("z", CTRL)
    hands.key("z", CTRL)
    assert [len(item.folded) for item in hands.state.items] == [1, 0], "one step took both"


def test_where_nothing_is_shown_space_is_not_promised_to_leave_out_what_is_hidden(
    make_window: Callable[..., Hands],
) -> None:
    hands = make_window({1: [(0, (10.0, 10.0, 50.0, 40.0), 0.2)]})
    hands.key(Qt.Key.Key_Space)
    assert "may have been missed" in hands.said and "Shift+Space" in hands.said
    hands.key(Qt.Key.Key_Space, SHIFT)
    assert hands.record(1).state.done


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_lists_of_combo_boxes_have_the_ground_of_the_scheme(qtbot: QtBot, scheme: str) -> None:
    app = main.application()
    theme.choose(app, scheme)
    try:
        box = QComboBox()
        qtbot.addWidget(box)
        box.addItems(["mixed order", "as found"])
        box.show()
        box.showPopup()
        shown = box.view().window().grab().toImage()
        ground = shown.pixelColor(shown.width() - 4, shown.height() - 8)
        assert ground == theme.colour("window")
    finally:
        theme.choose(app, "")


def opened_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_a_right_click_offers_what_can_be_done_with_the_object(hands: Hands) -> None:
    hands.page.finish()
    viewport = hands.canvas.viewport()
    second = next(item for item in hands.state.items if item.id == "P2").region.bounds
    at = hands.at(*second.center)
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    menu = opened_menu(hands.qtbot)
    assert hands.state.selected == "P2"
    next(a for a in menu.actions() if a is hands.window.actions_by_id["reject"]).trigger()
    menu.close()
    assert "P2" not in {item.id for item in hands.state.items}
    empty = hands.at(5, 95)
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, empty, viewport.mapToGlobal(empty))
    )
    menu = opened_menu(hands.qtbot)
    assert hands.window.actions_by_id["reject"] not in menu.actions()
    assert hands.window.actions_by_id["complete"] in menu.actions()
    menu.close()

    labels = hands.page.side.labels
    row = labels.visualItemRect(labels.item(1)).center()
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=row)
    chosen = hands.state.selected
    labels.customContextMenuRequested.emit(row)
    menu = opened_menu(hands.qtbot)
    next(a for a in menu.actions() if a is hands.window.actions_by_id["accept"]).trigger()
    menu.close()
    assert hands.state.selected != chosen
    assert any(item.state is LabelState.VERIFIED for item in hands.record(1).items)


@pytest.mark.parametrize("name", ["aim", "heat"])
def test_what_is_switched_by_a_key_is_ticked_in_the_menu(hands: Hands, name: str) -> None:
    hands.page.finish()
    action = hands.window.actions_by_id[name]
    on = {
        "aim": lambda: hands.page.viewing.view.follow,
        "heat": lambda: bool(hands.page.viewing.heatmap and hands.page.viewing.heatmap.on),
    }[name]
    for _ in range(3):
        assert action.isChecked() == on()
        action.trigger()
    assert action.isChecked() == on()


def test_undo_among_crops_leaves_the_image_behind_them(hands: Hands) -> None:
    hands.show(3)
    hands.page.toggle_grid()
    assert hands.page.grid is not None
    hands.qtbot.waitUntil(lambda: bool(hands.page.grid and hands.page.grid.chosen()))
    grid = hands.page.grid
    hands.qtbot.waitUntil(lambda: grid.seen(grid.chosen()[0]))
    elsewhere = hands.page.grid.chosen()[0].image_id
    assert elsewhere != 3
    hands.window.actions_by_id["accept"].trigger()
    assert any(item.state is LabelState.VERIFIED for item in hands.record(elsewhere).items)
    hands.window.actions_by_id["undo"].trigger()
    assert not any(item.state is LabelState.VERIFIED for item in hands.record(elsewhere).items)
    assert hands.state.review is not None and hands.state.review.id == 3


def test_without_a_class_the_list_of_classes_asks_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    create_project(tmp_path / "p", classes=[], actor=Actor("ann"))
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    assert window.open_project(tmp_path / "p")
    window.show()
    window.review_page.choose_class()
    assert "Add a class first" in window.review_page.message.text
    window.close()


def test_who_is_known_begins_at_the_projects(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    create_project(tmp_path / "p", classes=["nut"], actor=Actor("ann"))
    for name, known in (("", False), ("ann", True)):
        window = MainWindow(reviewer=name)
        qtbot.addWidget(window)
        window.change_settings(recent=[str(tmp_path / "p")])
        window.show_welcome()
        window.show()
        qtbot.waitUntil(lambda w=window: w.focusWidget() is not None)
        assert window.focusWidget() is (window.welcome().recent if known else window.welcome().name)
        window.close()
