"""A project from elsewhere in the window: it is shown, asked about once, and then worked in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.conftest import BOLT, Hands
from verify_app.app.session import adopt, person
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.gui.shell import main
from verify_app.gui.shell.open_project import ForeignBar
from verify_app.gui.shell.window import MainWindow
from verify_app.storage import own_projects, project_file
from verify_app.storage.lock import OwnerLock
from verify_app.storage.project import DATABASE


@pytest.fixture
def foreign(tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(BOLT, (10, 10, 50, 40), 0.9)], 2: [(BOLT, (20, 20, 60, 60), 0.8)]})
    session.close()
    monkeypatch.delenv(own_projects.TRUST_VARIABLE)
    for file in (own_settings / "projects").iterdir():
        file.unlink()
    return session.folder


@pytest.fixture
def opened(foreign: Path, qtbot: QtBot) -> Hands:
    main.application()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    assert window.open_project(foreign)
    window.show()
    hands = Hands(window, qtbot)
    qtbot.waitUntil(lambda: hands.state.seen is not None)
    return hands


def bars(window: MainWindow) -> list[ForeignBar]:
    return [bar for bar in window.findChildren(ForeignBar) if bar.isVisible()]


def test_it_is_shown_and_nothing_is_written(foreign: Path, opened: Hands, qtbot: QtBot) -> None:
    before = {p: p.read_bytes() for p in foreign.rglob("*") if p.is_file()}
    (bar,) = bars(opened.window)
    assert "comes from elsewhere" in bar.words.text()
    opened.key("F")
    opened.key(" ")
    assert "It is mine" in opened.page.message.text
    opened.key("D")
    qtbot.waitUntil(lambda: opened.state.seen is not None)
    opened.window.close()
    assert {p: p.read_bytes() for p in foreign.rglob("*") if p.is_file()} == before


def test_one_answer_opens_it_for_work_and_is_never_asked_for_again(
    foreign: Path, opened: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    bars(opened.window)[0].mine.click()
    window = opened.window
    assert window.session is not None and not window.session.reads_only
    assert bars(window) == []
    hands = Hands(window, qtbot)
    qtbot.waitUntil(lambda: hands.state.seen is not None)
    hands.key("F")
    assert hands.state.items[0].state.value == "verified"
    window.close()
    moved = foreign.rename(tmp_path / "elsewhere")
    again = MainWindow(reviewer="kai")
    qtbot.addWidget(again)
    assert again.open_project(moved)
    assert bars(again) == []


def test_a_folder_that_lies_elsewhere_is_named(foreign: Path, tmp_path: Path, qtbot: QtBot) -> None:
    adopt(foreign)
    (tmp_path / "disk").mkdir()
    (foreign / "versions").rmdir()
    (foreign / "versions").symlink_to(tmp_path / "disk")
    main.application()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    assert window.open_project(foreign)
    window.show()
    (bar,) = bars(window)
    assert str(tmp_path / "disk") in bar.words.text()
    bar.mine.click()
    assert window.session is not None and not window.session.reads_only


BROKEN = {
    "a label that is none": "UPDATE image_state SET state = 'x'",
    "no task": "UPDATE setting SET value = 'x' WHERE key = 'task'",
    "a class list that is none": "UPDATE label_class SET merged_into = key",
    "blocks cut short": "UPDATE image_block SET records = x'00'",
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_damaged_project_is_one_sentence(
    make_window: Callable[..., Hands], qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    session = scenery.project(tmp_path / "damaged", images=2)
    scenery.run(session, {1: [(BOLT, (10, 10, 50, 40), 0.9)]})
    session.close()
    with sqlite3.connect(session.folder / DATABASE) as connection:
        connection.execute(BROKEN[what])
    main.application()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    window.open_project(session.folder)
    window.show()
    qtbot.waitUntil(lambda: "is damaged" in said(window))
    assert person("ann").name == "ann"
    assert said(window).count(". ") <= 2


def said(window: MainWindow) -> str:
    if window.open_page is not None:
        return window.open_page.message.text
    return window.welcome().sentence.text()


def test_a_project_that_cannot_be_written_to_is_shown(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(BOLT, (10, 10, 50, 40), 0.9)]})
    session.close()
    locked = True

    def take(lock: OwnerLock) -> None:
        if locked:
            raise UserError(M("{folder} cannot be opened for changes: {reason}.", folder=lock, reason="read-only"))
        really(lock)

    really = OwnerLock.take
    monkeypatch.setattr(OwnerLock, "take", take)  # whoever may do everything is not kept from writing by modes
    monkeypatch.setattr(project_file, "writable", lambda _folder: not locked)
    monkeypatch.setattr("verify_app.app.session.writable", lambda _folder: not locked)
    before = {p: p.read_bytes() for p in session.folder.rglob("*") if p.is_file()}
    main.application()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    assert window.open_project(session.folder)
    window.show()
    hands = Hands(window, qtbot)
    qtbot.waitUntil(lambda: hands.state.seen is not None)
    (bar,) = bars(window)
    assert "cannot be written to" in bar.words.text()
    hands.key("F")
    assert "cannot be written to" in hands.page.message.text
    assert {p: p.read_bytes() for p in session.folder.rglob("*") if p.is_file()} == before
    bar.mine.click()
    assert window.session is not None and window.session.reads_only
    locked = False
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    bars(window)[0].mine.click()
    assert window.session is not None and not window.session.reads_only and bars(window) == []
    window.close()


def test_a_folder_without_a_project_is_still_refused(tmp_path: Path, qtbot: QtBot) -> None:
    main.application()
    window = MainWindow(reviewer="ann")
    qtbot.addWidget(window)
    assert not window.open_project(tmp_path)
    window.close()
