"""What a line of the image list and of the label list shows, and in which order it gives way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.gui.panels.elide import GAP, file_and_folder
from verify_app.gui.panels.labels import signs


@pytest.fixture
def metrics(qtbot: QtBot) -> QFontMetrics:
    return QFontMetrics(QFont())


def test_a_file_comes_first_and_its_folder_as_far_as_there_is_room(metrics: QFontMetrics) -> None:
    name, wide = "camera 3/2026-11/frame.png", metrics.horizontalAdvance
    whole = wide("frame.png") + GAP + wide("camera 3/2026-11")
    assert file_and_folder(name, metrics, whole) == ("frame.png", "camera 3/2026-11")
    assert file_and_folder(name, metrics, whole - 1) == ("frame.png", "…/2026-11")
    least = wide("frame.png") + GAP + wide("…/2026-11")
    assert file_and_folder(name, metrics, least - 1) == ("frame.png", "")
    assert file_and_folder("frame.png", metrics, 1000) == ("frame.png", "")
    short, folder = file_and_folder(f"a/{'x' * 80}.png", metrics, 90)
    assert wide(short) <= 90 and "…" in short and folder == ""


def item(**values: object) -> Item:
    return Item(**{"id": "L1", "state": LabelState.VERIFIED, "class_id": 1, "region": Box(0, 0, 9, 9), **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grade", "wanted"),
    [
        (Grade.ACCEPTED, ["accept"]),
        (Grade.CORRECTED, ["changed"]),
        (Grade.DRAWN, ["draw"]),
        (Grade.BLIND, ["blind"]),
        (Grade.ATTESTED, []),
    ],
)
def test_the_grade_has_a_sign_of_its_own_unless_the_state_tells_it(grade: Grade, wanted: list[str]) -> None:
    assert signs(item(grade=grade, by="ann")) == wanted


def test_what_programs_say_and_a_flag_follow() -> None:
    assert signs(item(state=LabelState.PROPOSAL, said=(("agent-x", "reject"),), flag="look")) == ["suggestion", "flag"]
