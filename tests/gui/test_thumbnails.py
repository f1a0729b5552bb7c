"""Small pictures in the image list: there when wanted, of what is on the screen alone, and of the file as it is now."""

from __future__ import annotations

import shutil

from PySide6.QtGui import QImage

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.app.review.queue import Row
from verify_app.gui.panels.thumbnails import SIDE, Thumbnails
from verify_app.storage.queries.image_list import place


def row(hands: Hands, at: int) -> Row:
    found = hands.page.list.model.row(at)
    assert found is not None
    return found


def thumbnails(hands: Hands) -> Thumbnails:
    shown = hands.page.list.rows.thumbnails
    assert shown is not None
    return shown


def shown(hands: Hands, at: int) -> QImage:
    """The picture of a line once it has come."""
    hands.qtbot.waitUntil(lambda: thumbnails(hands).picture(row(hands, at)) is not None, timeout=20_000)
    image = thumbnails(hands).picture(row(hands, at))
    assert image is not None
    return image


def test_the_list_shows_small_pictures_when_they_are_wanted(hands: Hands) -> None:
    panel = hands.page.list
    assert panel.rows.thumbnails is None
    before = panel.view.sizeHintForRow(0)
    hands.window.actions_by_id["thumbnails"].trigger()
    assert hands.window.settings.view.thumbnails and hands.window.actions_by_id["thumbnails"].isChecked()
    assert before < panel.view.sizeHintForRow(0) >= SIDE
    first, second = shown(hands, 0), shown(hands, 1)
    assert first.width() / first.height() == row(hands, 0).width / row(hands, 0).height
    assert first != second
    hands.window.actions_by_id["thumbnails"].trigger()
    assert panel.rows.thumbnails is None and panel.view.sizeHintForRow(0) == before


def test_a_picture_that_was_replaced_is_shown_as_it_is_now(hands: Hands) -> None:
    hands.window.actions_by_id["thumbnails"].trigger()
    before, image_id = shown(hands, 0), row(hands, 0).id
    found = place(hands.state.session.project.read, image_id)
    assert found is not None
    file = scenery.picture(hands.state.session.folder / "other.png", 77)
    shutil.move(file, f"{found[1]}/{found[2]}")
    hands.page.list.refresh([image_id], files=True)
    hands.qtbot.waitUntil(lambda: thumbnails(hands).picture(row(hands, 0)) not in (None, before), timeout=20_000)


def test_a_file_that_is_gone_has_none_and_is_not_asked_for_again(hands: Hands) -> None:
    found = place(hands.state.session.project.read, row(hands, 2).id)
    assert found is not None
    gone = hands.state.session.folder / "gone.png"
    shutil.move(f"{found[1]}/{found[2]}", gone)
    hands.window.actions_by_id["thumbnails"].trigger()
    shown(hands, 0)
    loader = thumbnails(hands)._loader
    hands.qtbot.waitUntil(lambda: bool(loader.problem(_whole_of(hands, 2))), timeout=20_000)
    hands.qtbot.waitUntil(lambda: not thumbnails(hands)._soon.isActive())
    assert thumbnails(hands).picture(row(hands, 2)) is None and not thumbnails(hands)._soon.isActive()


def _whole_of(hands: Hands, at: int) -> object:
    from verify_app.gui.panels.thumbnails import _whole

    return _whole(row(hands, at))
