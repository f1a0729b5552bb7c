"""A project folder that is moved away under the open window, and back, or opened at its new place."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import Hands
from verify_app.storage.project import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there a folder that is in use cannot be moved")


def test_the_window_goes_on_when_the_folder_is_back(hands: Hands) -> None:
    folder = hands.state.session.folder
    away = folder.with_name("away")
    hands.key(Qt.Key.Key_F)
    decided = hands.state.session.project.read.one("SELECT count(*) FROM change WHERE what = 'label'")
    folder.rename(away)
    for key in (Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_Space):
        hands.key(key)
        assert "moved, deleted or replaced while it was open; nothing was recorded" in hands.said
        assert hands.state.review is not None and hands.state.review.id == 1
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "nothing was recorded" in hands.said
    away.rename(folder)
    hands.key(Qt.Key.Key_F)
    assert hands.state.session.project.read.one("SELECT count(*) FROM change WHERE what = 'label'") == decided + 1
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_Space)
    hands.window.close()
    with Project.open(folder) as project:
        assert list(project.problems()) == []
        assert project.read.one("SELECT count(*) FROM event WHERE op = 'complete'") == 1


def test_the_window_opens_it_at_its_new_place(hands: Hands) -> None:
    folder = hands.state.session.folder
    hands.key(Qt.Key.Key_F)
    folder.rename(folder.with_name("away"))
    hands.key(Qt.Key.Key_F)
    assert "open it where it is now" in hands.said
    assert hands.window.open_project(folder.with_name("away")), hands.said
    hands = Hands(hands.window, hands.qtbot)
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    before = hands.state.session.project.read.one("SELECT count(*) FROM change WHERE what = 'label'")
    hands.key(Qt.Key.Key_F)
    assert hands.state.session.project.read.one("SELECT count(*) FROM change WHERE what = 'label'") == before + 1
    assert hands.state.session.folder == folder.with_name("away")


def test_a_picture_that_is_back_is_shown_by_itself(hands: Hands) -> None:
    files = hands.state.review.file.parent  # type: ignore[union-attr]
    away = files.with_name("pictures-away")
    files.rename(away)
    hands.window.review_page.state.show_image(2)
    hands.qtbot.waitUntil(hands.canvas.notice.isVisible)
    assert "missing" in hands.canvas.notice.text
    hands.key(Qt.Key.Key_F)
    assert "missing" in hands.said
    away.rename(files)
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    hands.key(Qt.Key.Key_F)
    assert hands.state.session.project.read.one("SELECT count(*) FROM change WHERE what = 'label'") == 1
