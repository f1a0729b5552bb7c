"""The page of the data: sources, groups and the project check; left to where one was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.gui.conftest import Hands
from verify_app.app.imports.publisher_splits import take_in
from verify_app.app.project.groups import group_sizes
from verify_app.app.project.sources import sources
from verify_app.core.vocabulary import Origin
from verify_app.gui.pages.data_page import DataPage
from verify_app.gui.pages.sentence import Sentence
from verify_app.gui.pages.sources import FolderLabel
from verify_app.storage.queries import publisher_splits


def open_page(hands: Hands) -> DataPage:
    hands.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    front = hands.window.pages.front
    assert front is not None and isinstance(front.widget, DataPage)
    return front.widget


def told(hands: Hands) -> str:
    front = hands.window.pages.front
    assert front is not None
    return front.message.text


def sentences(part: QWidget) -> str:
    QApplication.processEvents()  # what was added is shown
    return "\n".join(one.accessibleName() for one in part.findChildren(Sentence) if one.isVisible())


def buttons(part: QWidget, text: str) -> list[QPushButton]:
    QApplication.processEvents()
    return [one for one in part.findChildren(QPushButton) if one.text() == text and one.isVisible()]


def test_escape_comes_back_to_the_same_image_zoom_and_selection(hands: Hands) -> None:
    hands.show(1)
    hands.state.select(hands.state.items[1].id)
    hands.canvas.zoom_by(2.0)
    before = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    shown = open_page(hands)
    assert shown.isVisible() and not hands.page.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.pages.front is None and hands.page.isVisible()
    after = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    assert after == before


def test_tab_goes_from_top_to_bottom(hands: Hands) -> None:
    shown = open_page(hands)
    shown.sources.refresh()  # rows are made anew
    QApplication.processEvents()
    shown.setFocus()
    heights: list[int] = []
    for _ in range(5):
        hands.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None and shown.isAncestorOf(focus)
        heights.append(focus.mapTo(shown, focus.rect().center()).y())
    assert heights == sorted(heights) and QApplication.focusWidget() is shown.check.go


# --- sources ----------------------------------------------------------------------------------------------------


def test_a_folder_that_is_gone_is_named_and_relocated(hands: Hands, tmp_path: Path) -> None:
    photos = hands.state.session.folder.parent / "photos"
    photos.rename(tmp_path / "moved")
    part = open_page(hands).sources
    source = sources(hands.state.session)[0]
    assert "not there: photos" in sentences(part)
    part._relocate(source, tmp_path)
    assert "none of this source" in told(hands) and "not there" in sentences(part)
    part._relocate(source, tmp_path / "moved")
    assert hands.record(1).file.parent == tmp_path / "moved"
    assert sentences(part) == ""


def test_a_path_is_shortened_to_the_room_there_is(hands: Hands) -> None:
    root = "/".join(["", *["a folder with a name"] * 20])
    place = FolderLabel(root)
    hands.qtbot.addWidget(place)
    place.show()
    whole = place.fontMetrics().horizontalAdvance(root)
    place.resize(whole + 20, place.height())
    assert place.text() == root
    place.resize(whole // 2, place.height())
    assert "…" in place.text() and root in place.toolTip()


def test_a_synthetic_source_wants_a_reason_in_place(hands: Hands) -> None:
    part = open_page(hands).sources
    (source,) = sources(hands.state.session)
    part._ask(source, Origin.SYNTHETIC)
    assert hands.record(1).origin is Origin.SYNTHETIC
    (source,) = sources(hands.state.session)
    part._ask(source, Origin.REAL)
    assert "Why is all of it" in sentences(part) and part.reason is not None
    QTest.keyClick(part.reason, Qt.Key.Key_Return)
    assert sources(hands.state.session)[0].origin is Origin.SYNTHETIC, "no reason, no change"
    QTest.keyClicks(part.reason, "photos after all")
    QTest.keyClick(part.reason, Qt.Key.Key_Return)
    assert sources(hands.state.session)[0].origin is Origin.REAL and part.reason is None


def test_what_a_publisher_states_is_put_aside_by_a_second_click(hands: Hands) -> None:
    session = hands.state.session
    part = open_page(hands).sources
    assert not buttons(part, "Split again")
    take_in(session, {1: "train", 2: "val"}, "yolo")
    part.refresh()
    (again,) = buttons(part, "Split again")
    again.click()
    assert publisher_splits.binding(session.project.read), "nothing yet"
    assert "click again" in told(hands)
    again.click()
    assert publisher_splits.binding(session.project.read) == {}
    assert not buttons(part, "Split again")


# --- groups -----------------------------------------------------------------------------------------------------


def test_a_pattern_is_checked_as_one_types_and_kept_by_a_click(hands: Hands) -> None:
    part = open_page(hands).groups
    assert not part.go.isEnabled()
    part.pattern.setText(r"(.*\d+\.png")
    assert "no regular expression" in sentences(part) and not part.go.isEnabled()
    part.pattern.setText(r".*")
    assert "has no group" in sentences(part) and not part.go.isEnabled()
    part.pattern.setText(r"(.).*")
    assert sentences(part) == "" and part.go.isEnabled()
    reader = hands.state.session.project.read
    assert group_sizes(reader) == {}, "typing keeps nothing"
    part.go.click()
    assert sum(group_sizes(reader).values()) == reader.one("SELECT count(*) FROM image")
    assert not part.go.isEnabled()
    part.pattern.clear()
    part.go.click()
    assert group_sizes(reader) == {}


# --- project check ----------------------------------------------------------------------------------------------


def test_a_sound_project_is_told_so(hands: Hands) -> None:
    part = open_page(hands).check
    part.go.click()
    hands.qtbot.waitUntil(part.go.isEnabled)
    assert "The record is sound." in sentences(part) and "there and unchanged" in sentences(part)


def test_a_file_that_is_gone_is_counted_and_shown(hands: Hands) -> None:
    hands.record(2).file.unlink()
    part = open_page(hands).check
    part.go.click()
    hands.qtbot.waitUntil(part.go.isEnabled)
    assert "file is not there: 1." in sentences(part)
    (show,) = buttons(part, "Show them")
    show.click()
    assert hands.window.pages.front is None
    hands.qtbot.waitUntil(lambda: list(hands.state.order) == [2])


@pytest.mark.parametrize(("full", "expected"), [(True, "the disk is full"), (False, "Ask whether a program")])
def test_what_is_found_says_what_to_do(hands: Hands, full: bool, expected: str) -> None:
    part = open_page(hands).check
    perhaps = [] if full else [{"by": "Ann", "labels": 1200, "images": 3}]
    part._found = {"problems": [], "stale": 0, "missing": 0, "perhaps_scripts": perhaps, "full": full}
    part._show()
    assert expected in sentences(part)


def test_damage_says_to_go_back_to_a_backup(hands: Hands) -> None:
    part = open_page(hands).check
    part._found = json.loads('{"ok": false, "problems": ["table label differs"]}')
    part._show()
    assert "table label differs" in sentences(part) and "last backup" in sentences(part)
    assert "sound" not in sentences(part)
