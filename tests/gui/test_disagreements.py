"""A run that differs from the labels of a complete image: either side with one key, undone with one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests import scenery
from tests.gui.conftest import BOLT, NUT, Hands
from verify_app.app.review.disagreements import Kind
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import ImageState
from verify_app.gui.review.disagreements import DisagreementReview

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(hands: Hands) -> DisagreementReview:
    """Image 1 is complete with three labels; a new run calls the bolt a nut, does not see the gear, sees one more."""
    hands.key(" ")
    scenery.run(
        hands.state.session,
        {1: [(NUT, (10, 10, 50, 40), 0.9), (NUT, (80, 20, 120, 60), 0.6), (BOLT, (10, 60, 40, 90), 0.8)]},
        model_id=1,
    )
    hands.show(1)
    found = hands.page.panels.disagreements
    assert found is not None
    hands.qtbot.waitUntil(lambda: found.current is not None)
    return found


def kinds(shown: DisagreementReview) -> set[Kind]:
    return {found.kind for found in shown.open}


def test_each_difference_is_told_and_shown(shown: DisagreementReview, hands: Hands) -> None:
    assert kinds(shown) == {Kind.OTHER_CLASS, Kind.MISSED, Kind.EXTRA}
    assert shown.bar.isVisible()
    assert "1 / 3" in shown.bar.words.text()


def test_either_side_is_one_key_and_the_image_stays_complete(shown: DisagreementReview, hands: Hands) -> None:
    first = shown.current
    hands.key("F")
    hands.qtbot.waitUntil(lambda: first not in shown.open)
    hands.key("X")
    hands.qtbot.waitUntil(lambda: len(shown.open) == 1)
    assert hands.record(1).state is ImageState.COMPLETE
    hands.key("Z", CTRL)
    hands.qtbot.waitUntil(lambda: len(shown.open) == 2)
    hands.key("Z", CTRL)
    hands.qtbot.waitUntil(lambda: len(shown.open) == 3)


def test_what_no_label_shows_is_framed_and_named_while_it_is_asked_about(
    shown: DisagreementReview, hands: Hands
) -> None:
    extra = next(found for found in shown.open if found.kind is Kind.EXTRA)
    for found in shown.open:
        shown._place = shown.open.index(found)
        shown._show()
        meant = hands.canvas.overlay.meant
        if found != extra:
            assert meant is None and hands.state.selected == f"L{found.label_id}"
            continue
        assert meant is not None and meant.item.region == Box(10, 60, 40, 90) and meant.text.startswith("bolt")
        assert hands.state.selected == "", "no label looks as if it were the one"
        assert hands.canvas.overlay.areas(hands.canvas.viewport().rect().toRectF())
    shown._place = shown.open.index(extra)
    shown._show()
    hands.key("X")
    hands.qtbot.waitUntil(lambda: extra not in shown.open)
    assert "nothing is there" in hands.said and hands.canvas.overlay.meant is None


def test_what_is_asked_of_an_image_is_not_there_while_crops_are(shown: DisagreementReview, hands: Hands) -> None:
    assert shown.bar.isVisible()
    hands.page.toggle_grid()
    assert not shown.bar.isVisible(), "its keys decide on crops now"
    hands.page.close_grid()
    hands.qtbot.waitUntil(shown.bar.isVisible)


def test_the_buttons_name_the_keys_as_they_are(shown: DisagreementReview, hands: Hands) -> None:
    assert shown.bar.model.text().endswith("(F)") and shown.bar.human.text().endswith("(X)")
    hands.window.change_settings(keys={"accept": "T", "reject": ""})
    assert shown.bar.model.text().endswith("(T)") and "“Reject: false”" in shown.bar.human.text()


def test_a_difference_out_of_sight_is_brought_into_view(shown: DisagreementReview, hands: Hands) -> None:
    canvas = hands.canvas

    def in_sight() -> bool:
        found = shown.current
        assert found is not None
        mine = next((i.region for i in hands.state.items if i.id == f"L{found.label_id}"), None)
        region = mine or shown._predicted(found)
        assert region is not None
        return canvas.viewport().rect().contains(canvas.box_on_screen(region).center().toPoint())

    for _ in range(len(shown.open) - 1):
        before, found = len(shown.open), shown.open[1]
        canvas.zoom.to_box(Box(96, 86, 104, 94))
        assert not in_sight()
        hands.key("x")
        assert in_sight() and "not in view" in hands.said, "no side is taken on what is not on the screen"
        assert len(shown.open) == before
        hands.key("x")
        hands.qtbot.waitUntil(lambda n=before: len(shown.open) < n)  # type: ignore[misc]
        assert shown.current == found and in_sight()


def test_the_history_is_beside_what_it_speaks_of(hands: Hands) -> None:
    hands.window.resize(1600, 700)
    hands.show(1)
    for name, left in (("gear", True), ("bolt", False)):  # at the right of the picture, and at the left
        item = next(i for i in hands.state.items if hands.state.class_name(i.class_id) == name)
        hands.state.select(item.id)
        hands.key("f")
        mine = next(i for i in hands.state.items if i.region == item.region)
        hands.state.select(mine.id)
        hands.canvas.zoom.to_box(Box(0, 40, 200, 130))
        hands.key("m")
        sheet = hands.page.sheets.sheet
        assert sheet is not None and "by model" in sheet.list.item(0).text()  # type: ignore[attr-defined]
        assert (sheet.geometry().center().x() < hands.canvas.width() / 2) is left
        sheet.give_up()


def test_escape_leaves_the_differences_for_another_time(shown: DisagreementReview, hands: Hands) -> None:
    before = hands.record(1)
    hands.key(Qt.Key.Key_Escape)
    assert shown.current is None
    assert not shown.bar.isVisible()
    assert hands.record(1) == before


def test_the_history_of_a_label_shows_what_was_there(hands: Hands) -> None:
    hands.key("F")
    hands.state.select("L1")
    hands.key("M")
    sheet = hands.page.sheets.sheet
    assert sheet is not None
    hands.qtbot.waitUntil(sheet.list.hasFocus)  # type: ignore[attr-defined]
    text = sheet.list.item(0).text()  # type: ignore[attr-defined]
    assert "accepted a proposal" in text and "model" in text
    hands.key(Qt.Key.Key_Escape)
    assert hands.page.sheets.sheet is None
