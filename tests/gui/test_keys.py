"""Keys: any can be changed, conflicts are told and taken over, presets, and the sheet that shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from verify_app.app import settings as own
from verify_app.app.settings import Settings
from verify_app.core.messages import M
from verify_app.core.resources import resource
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.dialogs.key_editor import KeyEditor
from verify_app.gui.dialogs.key_sheet import Keys
from verify_app.gui.review.key_hints import hint
from verify_app.gui.shell import actions as table
from verify_app.gui.shell import main
from verify_app.gui.shell.held_keys import HeldKeys
from verify_app.gui.shell.key_presets import PRESETS, chosen_keys, preset
from verify_app.gui.shell.window import MainWindow

IDS = {action.id for action in table.ACTIONS}
Key = Qt.Key
Held = Qt.KeyboardModifier


@pytest.fixture
def editor(hands: Hands) -> KeyEditor:
    form = hands.window.open_form("key_editor")
    assert isinstance(form, KeyEditor)
    hands.qtbot.waitExposed(form)
    return form


def keys_of(window: MainWindow, action_id: str) -> list[str]:
    return [key.toString() for key in window.actions_by_id[action_id].shortcuts()]


def press_new(editor: KeyEditor, action_id: str, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Choose an action, arm the button, press a key: as a person does."""
    editor.choose(action_id)
    QTest.mouseClick(editor.catcher, Qt.MouseButton.LeftButton)
    assert editor.catcher.isChecked()
    QTest.keyClick(editor.catcher, key, held)
    assert not editor.catcher.isChecked()


def back_to_the_image(hands: Hands, editor: KeyEditor) -> None:
    """Put the form away; the keys go to the canvas again."""
    editor.close()
    hands.window.activateWindow()
    hands.qtbot.waitUntil(hands.window.isActiveWindow)
    hands.canvas.setFocus()


# --- the table and the presets ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_known_actions_valid_keys_and_no_conflicts(name: str) -> None:
    stored = json.loads(resource("keys", PRESETS[name]).read_text(encoding="utf-8"))
    assert stored["name"] == name and set(stored["keys"]) <= IDS
    actions = table.with_keys(table.ACTIONS, preset(name))
    assert table.conflicts(actions) == {}
    keys = [key for action in actions for key in action.keys]
    assert all(QKeySequence(key).toString() == key for key in keys), "in Qt's own spelling"
    assert "Ctrl+Shift+D" not in keys, "deletes the image in labelImg"
    letters = {f"Alt+{title[title.index('&') + 1]}" for title in table.MENUS.values()}
    assert not letters & set(keys), "Qt would open the menu one time and act the other"
    assert set(table.NUDGING) <= set(keys), "the arrows move the selected label"


def test_presets_are_what_their_programs_have() -> None:
    cvat = {a.id: a.keys for a in table.with_keys(table.ACTIONS, preset("CVAT"))}
    assert cvat["next"] == ("F",) and cvat["previous"] == ("D",) and cvat["box"][0] == "N"
    assert cvat["class_3"][0] == "Ctrl+3"
    labelimg = {a.id: a.keys for a in table.with_keys(table.ACTIONS, preset("labelImg"))}
    assert labelimg["box"] == ("W",) and labelimg["next"] == ("D",) and labelimg["previous"] == ("A",)


def test_own_keys_lie_on_top_of_the_preset() -> None:
    found = chosen_keys(Settings(preset="CVAT", keys={"next": "T"}))
    assert found["next"] == "T" and found["previous"] == "D"
    assert chosen_keys(Settings(preset="of another version")) == {}


class Way:
    """Follows names on the real thing, and calls nothing."""

    def __init__(self, thing: Any, reached: list[Any]) -> None:
        self._thing, self._reached = thing, reached

    def __getattr__(self, name: str) -> Way:
        return Way(getattr(self._thing, name), self._reached)

    def __call__(self, *_arguments: Any, **_more: Any) -> None:
        assert callable(self._thing)
        self._reached.append(self._thing)


def test_every_action_reaches_something_that_is_there(hands: Hands) -> None:
    for action in table.ACTIONS:
        if action.id != "names":  # a function of the settings
            reached: list[Any] = []
            action.call(Way(hands.window, reached))  # type: ignore[arg-type]
            assert reached, action.id


# --- changing keys --------------------------------------------------------------------------------------------


def test_a_new_key_works_at_once_and_is_kept(hands: Hands, editor: KeyEditor) -> None:
    press_new(editor, "accept", Key.Key_Y)
    assert keys_of(hands.window, "accept") == ["F", "Y"]
    back_to_the_image(hands, editor)
    hands.key("y")
    assert "Accepted" in hands.said
    hands.window.close()
    assert own.load().keys == {"accept": "F Y"}


def test_a_key_that_is_taken_is_said_and_taken_over_with_one_click(hands: Hands, editor: KeyEditor) -> None:
    press_new(editor, "accept", Key.Key_X)
    assert "Reject: false" in editor.sentence.text() and editor.take_over.isVisible()
    assert keys_of(hands.window, "accept") == ["F"], "nothing has changed yet"
    QTest.mouseClick(editor.take_over, Qt.MouseButton.LeftButton)
    assert keys_of(hands.window, "accept") == ["F", "X"] and keys_of(hands.window, "reject") == []
    assert "has no key now" in editor.sentence.text() and not editor.take_over.isVisible()
    assert table.conflicts(hands.window.table) == {}
    back_to_the_image(hands, editor)
    hands.key("x")
    assert hands.record(1).items[0].state is LabelState.VERIFIED, "X accepts now"


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Key.Key_F2, Held.NoModifier, "F2"),
        (Key.Key_Backtab, Held.ShiftModifier | Held.ControlModifier, "Ctrl+Shift+Tab"),
        (Key.Key_Escape, Held.ShiftModifier, "Shift+Esc"),
        (Key.Key_Return, Held.NoModifier, "Return"),
        (Key.Key_5, Held.ControlModifier, "Ctrl+5"),
        (Key.Key_5, Held.ControlModifier | Held.KeypadModifier, "Ctrl+5"),
        (Key.Key_Exclam, Held.ShiftModifier, "!"),
        (Key.Key_J, Held.ShiftModifier, "Shift+J"),
    ],
)
def test_any_key_can_be_caught(
    hands: Hands, editor: KeyEditor, key: Qt.Key, held: Qt.KeyboardModifier, name: str
) -> None:
    press_new(editor, "reopen", key, held)
    assert keys_of(hands.window, "reopen") == [name]


def test_a_modifier_alone_is_waited_over_and_a_click_elsewhere_leaves_it(hands: Hands, editor: KeyEditor) -> None:
    editor.choose("reopen")
    editor.catcher.click()
    editor.catcher.setFocus()
    QTest.keyClick(editor.catcher, Key.Key_Shift, Held.ShiftModifier)
    assert editor.catcher.isChecked() and editor.catcher.words.text()
    editor.sought.setFocus()
    assert not editor.catcher.isChecked() and keys_of(hands.window, "reopen") == []


def test_nudging_has_keys_like_any_other(hands: Hands, editor: KeyEditor) -> None:
    press_new(editor, "nudge_left_far", Key.Key_Y)
    press_new(editor, "accept", Key.Key_Right)
    assert "Nudge right" in editor.sentence.text()
    editor.take_over.click()
    assert keys_of(hands.window, "accept") == ["F", "Right"] and keys_of(hands.window, "nudge_right") == []
    back_to_the_image(hands, editor)
    hands.state.select(hands.state.selected)  # by hand: what is only marked is not moved
    before = hands.state.items[0].region.bounds.x1
    hands.key("y")
    hands.key(Key.Key_Left)
    hands.canvas.nudge.flush()
    moved = hands.record(1).items[0].region.bounds.x1
    assert (before, moved) == (10, 0), "eleven to the left, as far as the edge"
    hands.key(Key.Key_Tab)
    hands.key(Key.Key_Right)
    assert "Accepted" in hands.said


def test_an_arrow_whose_key_was_taken_away_moves_nothing(hands: Hands) -> None:
    hands.window.change_settings(keys={"nudge_left": "Y", "nudge_right": "", "next": "D Left"})
    hands.page.drawing.take("select")
    hands.state.select(hands.state.selected)  # by hand: what is only marked is not moved
    before = hands.state.items[0].region
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    hands.canvas.nudge.flush()
    assert hands.record(1).items[0].region == before
    hands.key("y")
    hands.canvas.nudge.flush()
    assert hands.record(1).items[0].region.bounds.x1 == before.bounds.x1 - 1
    hands.key(Key.Key_Left)
    assert hands.state.review is not None and hands.state.review.id == 2


@pytest.mark.parametrize(
    ("task", "named"),
    [
        (Task.DETECT, "R box"),
        (Task.SEGMENT, "R polygon"),
        (Task.OBB, "R oriented box"),
        (Task.POSE, "R keypoints"),
        (Task.CLASSIFY, "accept and go on"),
    ],
)
def test_the_line_of_keys_names_what_is_drawn(hands: Hands, task: Task, named: str) -> None:
    assert named in hint(hands.window.actions_by_id, task)


def test_an_arrow_with_nothing_selected_moves_nothing(hands: Hands) -> None:
    hands.state.select("")
    events = hands.state.session.project.read.rows("SELECT count(*) FROM event")
    hands.key(Key.Key_Left)
    hands.canvas.nudge.flush()
    assert hands.state.session.project.read.rows("SELECT count(*) FROM event") == events


def test_keys_are_taken_away_one_by_one_and_reset(hands: Hands, editor: KeyEditor) -> None:
    def buttons() -> dict[str, QPushButton]:
        found = [b for b in editor.findChildren(QPushButton) if b.isVisibleTo(editor)]
        return {b.text(): b for b in found}

    editor.choose("box")
    hands.qtbot.waitUntil(lambda: "W" in buttons())
    QTest.mouseClick(buttons()["W"], Qt.MouseButton.LeftButton)
    assert keys_of(hands.window, "box") == ["R"] and editor.reset.isEnabled()
    QTest.mouseClick(editor.reset, Qt.MouseButton.LeftButton)
    assert keys_of(hands.window, "box") == ["R", "W"] and hands.window.settings.keys == {}
    assert not editor.reset.isEnabled()


def test_resetting_what_another_has_taken_asks_again(hands: Hands, editor: KeyEditor) -> None:
    press_new(editor, "accept", Key.Key_X)
    editor.take_over.click()
    editor.choose("reject")
    editor.reset.click()
    assert keys_of(hands.window, "reject") == [] and editor.take_over.isVisible()
    editor.take_over.click()
    assert keys_of(hands.window, "reject") == ["X"] and keys_of(hands.window, "accept") == ["F"]
    assert hands.window.settings.keys == {}


def test_reset_all_brings_every_key_back(hands: Hands, editor: KeyEditor) -> None:
    press_new(editor, "accept", Key.Key_Y)
    press_new(editor, "flag", Key.Key_F2)
    editor.reset_all.click()
    assert keys_of(hands.window, "accept") == ["F"] and keys_of(hands.window, "flag") == ["U"]
    assert not editor.reset_all.isEnabled()


def test_actions_are_found_by_name_and_by_key(editor: KeyEditor) -> None:
    def listed() -> list[str]:
        return [editor.list.topLevelItem(row).text(0) for row in range(editor.list.topLevelItemCount())]

    assert len(listed()) == len(editor.host.table)
    QTest.keyClicks(editor.sought, "reject")
    assert listed() == ["Reject: false", "Reject: fix later"]
    QTest.keyClick(editor.sought, Key.Key_Return)
    assert editor.isVisible() and editor.focusWidget() is editor.catcher
    editor.sought.setText("shift+space")
    assert listed() == ["Nothing on this image"]


def test_keys_of_the_canvas_change_too_and_are_free_elsewhere(hands: Hands, editor: KeyEditor) -> None:
    back_to_the_image(hands, editor)
    first = hands.state.selected
    hands.key(Key.Key_Tab)
    second = hands.state.selected
    assert second != first
    hands.key(Key.Key_Backtab, Held.ShiftModifier)
    assert hands.state.selected == first
    hands.window.change_settings(keys={"next_label": "Y"})
    hands.key(Key.Key_Tab)
    assert hands.state.selected == first, "Tab is free now"
    hands.canvas.setFocus()  # what Tab does now is Qt's business
    hands.key("y")
    assert hands.state.selected == second
    hands.page.list.search.setFocus()
    QTest.keyClick(hands.page.list.search, Key.Key_Y)
    assert hands.page.list.search.text() == "y" and hands.state.selected == second


# --- presets in the window ------------------------------------------------------------------------------------


def test_a_preset_turns_the_keys_round_and_hint_buttons_and_sheet_say_so(hands: Hands) -> None:
    here = hands.state.position
    hands.window.change_settings(preset="CVAT")
    hands.key("f")
    assert hands.state.position == here + 1
    hands.key("d")
    assert hands.state.position == here
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    hands.key("a")
    assert "Accepted" in hands.said
    assert "A accept" in hands.page.message.hint
    assert "(F)" in hands.page.header.buttons["next"].toolTip()


def test_sentences_name_the_keys_as_they_are(hands: Hands) -> None:
    hands.window.change_settings(keys={"undo": "F12", "next_label": ""})
    hands.page.message.say("[undo] takes it back; [next_label] is no key, [bolt] no action.")
    assert hands.said == "F12 takes it back; “Next label” is no key, [bolt] no action."
    hands.window.change_settings(keys={"undo": "F12", "next_label": "", "flag": "F9", "empty": "F10"})
    hands.page.message.say(
        M("This image is flagged as unsure; clear the flag ({key_flag}) before you complete it.", key_flag="U")
    )
    assert "clear the flag (F9)" in hands.said
    sentence = "Nothing is labelled here. If there is nothing on this image, press {key_empty} (empty)."
    hands.page.message.say(M(sentence, key_empty="Shift+Space"), "warn")
    assert "press F10 (empty)" in hands.said
    hands.window.change_settings(keys={"complete": "F11"})
    assert "dismissed on F11" in hands.page.side.slider.toolTip()
    verb = re.compile(r"\[([a-z][a-z_0-9]+)\] (?:takes|brings|accepts|again|shows|puts|unlocks|goes|draws)")
    told = [n for file in Path(table.__file__).parents[1].rglob("*.py") for n in verb.findall(file.read_text("utf-8"))]
    assert len(told) > 8 and set(told) <= IDS


def test_the_first_page_offers_the_presets_and_shows_which_it_is(qtbot: QtBot) -> None:
    main.application()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    page = window.welcome()
    assert page.keys_row.isVisible() and "accept with F" in page.first_time.text()
    offered = {b.text(): b for b in page.keys_row.findChildren(QPushButton)}
    assert list(offered) == ["verify-app", "CVAT", "labelImg"]
    assert [name for name, button in offered.items() if button.isChecked()] == ["verify-app"]
    QTest.mouseClick(offered["CVAT"], Qt.MouseButton.LeftButton)
    assert "accept with A" in page.first_time.text()
    for name in ("CVAT", "CVAT", "labelImg", "CVAT"):  # a click on the chosen one leaves it chosen
        QTest.mouseClick(offered[name], Qt.MouseButton.LeftButton)
        assert [other for other, button in offered.items() if button.isChecked()] == [name]
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    again.show_welcome()
    again.show()
    found = again.welcome().keys_row.findChildren(QPushButton)
    assert [b.text() for b in found if b.isChecked()] == ["CVAT"] and keys_of(again, "next") == ["F"]


# --- the sheet --------------------------------------------------------------------------------------------------


def test_the_sheet_has_every_action_with_its_present_keys(hands: Hands) -> None:
    hands.key(Key.Key_F1)
    sheet = hands.window.open_form("keys")
    assert isinstance(sheet, Keys) and sheet.isVisible()
    said = [label.text() for label in sheet.findChildren(QLabel)]
    for action in hands.window.table:
        if action.keys and not action.id.startswith(("class_", "nudge_")):
            assert table.text_of(action).rstrip("…") in said, action.id
            assert table.key_text(action.keys) in said
    assert "← → ↑ ↓" in said and "Shift+← → ↑ ↓" in said, "four arrows are one line"
    assert "Corners and points" in said and "New corner after this one" in said
    hands.window.change_settings(keys={"accept": "Y", "nudge_up": "Ctrl+F1"})
    assert table.key_text(["Left", "Right", "Ctrl+F1", "Down"]) in [
        label.text() for label in sheet.findChildren(QLabel)
    ]
    assert "Y" in [label.text() for label in sheet.findChildren(QLabel)]
    assert "  T " in sheet.as_text() and sheet.as_text().count("\n\n") >= 5


def test_searching_the_sheet_fades_what_is_not_meant(hands: Hands) -> None:
    sheet = hands.window.open_form("keys")
    assert isinstance(sheet, Keys)
    QTest.keyClicks(sheet.sought, "zoom")
    lit = [text for _, _, text, widgets in sheet._rows if widgets[0].isEnabled()]
    assert lit == ["Zoom in", "Zoom out"]
    sheet.sought.setText("ctrl+z")
    assert [text for _, _, text, widgets in sheet._rows if widgets[0].isEnabled()] == ["Undo"]


def test_keys_that_two_actions_want_are_told(make_window: Callable[..., Hands], own_settings: Path) -> None:
    (own_settings / "settings.json").write_text('{"keys": {"accept": "X"}}')
    hands = make_window()
    sheet = hands.window.open_form("keys")
    assert isinstance(sheet, Keys)
    assert "X: Accept, Reject: false" in sheet.sentence.text()


def _told(window: QWindow, key: Qt.Key, kind: QEvent.Type, at: int) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at)
    QApplication.sendEvent(window, event)


def test_a_press_at_the_time_of_the_release_before_it_is_the_same_press(qtbot: QtBot) -> None:
    owner, window = QObject(), QWindow()
    held = HeldKeys(owner)
    window.installEventFilter(held)

    def pressed(key: Qt.Key, at: int) -> bool:
        _told(window, key, QEvent.Type.ShortcutOverride, at)
        return not held.eventFilter(owner, QEvent(QEvent.Type.Shortcut))

    def let_go(key: Qt.Key, at: int) -> None:
        _told(window, key, QEvent.Type.KeyRelease, at)

    assert pressed(Qt.Key.Key_F, 1000)
    for at in (1400, 1440, 1480):
        let_go(Qt.Key.Key_F, at)
        assert not pressed(Qt.Key.Key_F, at)
    let_go(Qt.Key.Key_F, 1500)
    assert pressed(Qt.Key.Key_X, 1500)
    assert pressed(Qt.Key.Key_F, 1530)
    let_go(Qt.Key.Key_F, 0)
    assert pressed(Qt.Key.Key_F, 0), "of some presses nobody knows the time"
