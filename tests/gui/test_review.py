"""The review by keys and mouse: what is pressed is what is on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.app.imports.attest import vouch
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Door, Grade, ImageState, LabelState
from verify_app.gui import icons
from verify_app.gui.i18n import words
from verify_app.gui.panels.labels import describe
from verify_app.storage.queries.claims import Claim, put_claims
from verify_app.storage.row_mappers import region_text

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def states(hands: Hands, image_id: int) -> list[tuple[LabelState, int]]:
    return [(item.state, item.class_id) for item in hands.record(image_id).items]


def test_opens_on_the_first_image_that_wants_a_person(hands: Hands) -> None:
    assert hands.state.review is not None and hands.state.review.id == 1
    assert hands.state.item is not None and hands.state.item.class_id == BOLT
    assert len(hands.state.items) == 3


def test_f_accepts_and_goes_to_the_next_object(hands: Hands) -> None:
    hands.key("f")
    assert (LabelState.VERIFIED, BOLT) in states(hands, 1)
    assert hands.state.item is not None and hands.state.item.class_id == NUT
    assert "bolt" in hands.said


def test_x_rejects_and_shift_x_keeps_for_later(hands: Hands) -> None:
    hands.key("x")
    hands.key("x", SHIFT)
    assert states(hands, 1) == [(LabelState.FIX_LATER, NUT), (LabelState.PROPOSAL, GEAR)]
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.IN_PROGRESS
    assert "fixed later" in hands.said


def test_space_accepts_what_is_shown_completes_and_goes_on(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Space)
    done = hands.record(1)
    assert done.state is ImageState.COMPLETE and done.complete_by == "ann"
    assert [item.grade for item in done.items] == [Grade.ACCEPTED] * 3
    assert hands.state.review is not None and hands.state.review.id == 2


def test_first_space_shows_what_may_be_missed_and_the_second_confirms(hands: Hands) -> None:
    hands.show(2)
    assert len(hands.state.items) == 1
    hands.key(Qt.Key.Key_Space)
    assert hands.record(2).state is ImageState.UNREVIEWED
    assert len(hands.state.wanted) == 1 and len(hands.state.items) == 2
    assert "missed" in hands.said
    hands.key(Qt.Key.Key_Space)
    done = hands.record(2)
    assert done.state is ImageState.COMPLETE
    assert [item.class_id for item in done.items] == [BOLT]


def test_what_may_be_missed_can_be_accepted_on_the_spot(hands: Hands) -> None:
    hands.show(2)
    hands.key(Qt.Key.Key_Space)
    hands.key("f")
    hands.key(Qt.Key.Key_Space)
    assert [i.class_id for i in hands.record(2).items] == [NUT, BOLT]
    assert hands.record(2).state is ImageState.COMPLETE


def test_space_on_an_untouched_image_with_nothing_says_which_key_to_press(hands: Hands) -> None:
    hands.show(4)
    hands.key(Qt.Key.Key_Space)
    assert hands.record(4).state is ImageState.UNREVIEWED
    assert "Shift+Space" in hands.said
    hands.key(Qt.Key.Key_Space, SHIFT)
    assert hands.record(4).state is ImageState.COMPLETE_EMPTY


def test_digits_and_the_popup_give_another_class(hands: Hands) -> None:
    hands.key("3")
    assert hands.record(1).items[0].class_id == GEAR
    assert hands.record(1).items[0].grade is Grade.CORRECTED
    assert hands.state.selected == hands.record(1).items[0].id
    hands.key("c")
    hands.key("nu")
    hands.key(Qt.Key.Key_Return)
    assert hands.record(1).items[0].class_id == NUT
    assert hands.canvas.hasFocus()


def test_tab_walks_through_the_objects_in_reading_order(hands: Hands) -> None:
    seen = [hands.state.item.class_id if hands.state.item else 0]
    for _ in range(3):
        hands.key(Qt.Key.Key_Tab)
        seen.append(hands.state.item.class_id if hands.state.item else 0)
    assert seen == [BOLT, NUT, GEAR, BOLT]
    hands.key(Qt.Key.Key_Backtab, SHIFT)
    assert hands.state.item is not None and hands.state.item.class_id == GEAR


def test_drawing_is_one_action_on_release(hands: Hands) -> None:
    hands.key("r")
    hands.drag((60, 60), (75, 90), drop=False)
    assert len(hands.record(1).items) == 3
    assert hands.canvas.overlay.box is not None
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.overlay.box is None and len(hands.record(1).items) == 3
    hands.key("r")
    hands.drag((60, 60), (75, 90))
    drawn = hands.record(1).items[0]
    assert drawn.grade is Grade.DRAWN and hands.state.selected == drawn.id
    assert near(drawn.region, Box(60, 60, 75, 90))
    assert hands.canvas.tool.id == "select"


def near(a: Box, b: Box, by: float = 0.6) -> bool:
    return all(abs(x - y) <= by for x, y in zip(a.corners(), b.corners(), strict=True))


def test_a_drawing_is_cut_to_the_image(hands: Hands) -> None:
    hands.key("w")
    hands.drag((180, 80), (260, 160))
    assert near(hands.record(1).items[0].region, Box(180, 80, 200, 100))


def test_dragging_a_handle_corrects_and_dragging_the_inside_moves(hands: Hands) -> None:
    hands.click(30, 25)
    hands.drag((50, 40), (60, 44))
    moved = hands.record(1).items[0]
    assert moved.grade is Grade.CORRECTED and near(moved.region, Box(10, 10, 60, 44))
    assert moved.original == Box(10, 10, 50, 40)
    hands.drag((30, 25), (25, 25))
    assert near(hands.record(1).items[0].region, Box(5, 10, 55, 44))


def test_what_is_not_selected_is_not_dragged(hands: Hands) -> None:
    hands.drag((100, 40), (110, 50))
    assert [item.region for item in hands.record(1).items if item.class_id == NUT] == [Box(80, 20, 120, 60)]
    assert hands.state.item is not None and hands.state.item.class_id == NUT


def test_nudges_merge_into_one_action(hands: Hands) -> None:
    hands.click(30, 25)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert hands.record(1).items[0].state is LabelState.PROPOSAL
    hands.qtbot.waitUntil(lambda: hands.record(1).items[0].state is LabelState.VERIFIED, timeout=3000)
    assert hands.record(1).items[0].region == Box(12, 20, 52, 50)
    hands.key("z", CTRL)
    assert {item.region for item in hands.record(1).items} >= {Box(10, 10, 50, 40)}


def test_a_nudge_is_handed_over_before_the_image_is_left(hands: Hands) -> None:
    hands.click(30, 25)
    hands.key(Qt.Key.Key_Right)
    hands.key("d")
    assert hands.record(1).items[0].region == Box(11, 10, 51, 40)
    assert hands.state.review is not None and hands.state.review.id == 2


def test_undo_goes_back_to_the_image_and_names_what_it_undid(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Space)
    assert hands.state.review is not None and hands.state.review.id == 2
    hands.key("z", CTRL)
    assert hands.state.review.id == 1
    assert hands.record(1).state is ImageState.UNREVIEWED
    assert "complete" in hands.said
    hands.key("y", CTRL)
    assert hands.record(1).state is ImageState.COMPLETE


def test_undo_reaches_over_a_restart(make_window: Callable[..., Hands]) -> None:
    first = make_window()
    first.key("f")
    folder = first.state.session.folder
    first.window.close()
    second = make_window.reopen(folder)  # type: ignore[attr-defined]
    second.key("z", CTRL)
    assert states(second, 1)[0] == (LabelState.PROPOSAL, BOLT)


def test_u_asks_in_place_and_clears(hands: Hands) -> None:
    hands.key("u")
    assert hands.page.message.field is not None
    hands.key("blurred?")
    hands.key(Qt.Key.Key_Return)
    assert hands.record(1).flag == "blurred?"
    assert hands.canvas.hasFocus()
    hands.key("u")
    assert hands.record(1).flag is None
    hands.key("u")
    hands.key(Qt.Key.Key_Escape)
    assert hands.record(1).flag is None and not hands.page.message.asking


@pytest.mark.parametrize("why", ["flag", "fix later"])
def test_what_keeps_an_image_from_being_complete_is_said_by_the_first_space(hands: Hands, why: str) -> None:
    """And not after hidden proposals were shown for nothing."""
    hands.show(2)
    hands.state.set_threshold(0.25)
    hands.key(Qt.Key.Key_Space)
    assert "hidden proposal" in hands.said, "this one stops for what is hidden"
    hands.show(1)
    hands.show(2)
    if why == "flag":
        hands.state.select("")
        hands.page.images.flag("odd")
    else:
        hands.key("x", SHIFT)
    hands.page.images._pointed_out.clear()
    hands.key(Qt.Key.Key_Space)
    assert ("flagged" if why == "flag" else "to be fixed later; settle") in hands.said
    assert not hands.state.wanted and not hands.record(2).state.done


def test_letters_typed_into_the_search_field_are_text(hands: Hands) -> None:
    hands.key("/")
    hands.key("fx ")
    assert hands.page.list.search.text() == "fx "
    assert all(state is LabelState.PROPOSAL for state, _ in states(hands, 1))


def test_what_a_model_said_is_no_drawing_once_it_is_copied(hands: Hands) -> None:
    hands.key("c", CTRL)
    hands.key("d")
    hands.key("v", CTRL)
    pasted = [item for item in hands.record(2).items if item.grade is Grade.CORRECTED]
    assert [item.region for item in pasted] == [Box(10, 10, 50, 40)]
    hands.key("d", CTRL)
    assert sum(item.grade is Grade.CORRECTED for item in hands.record(2).items) == 2
    assert hands.record(2).pasted == {item.id for item in hands.record(2).items if item.grade is Grade.CORRECTED}


def test_what_a_person_drew_is_drawn_still_once_it_is_copied(hands: Hands) -> None:
    hands.key("r")
    hands.drag((60, 60), (75, 90))
    hands.key("d", CTRL)
    assert [item.grade for item in hands.record(1).items].count(Grade.DRAWN) == 2


def test_delete_removes_a_drawing_and_rejects_a_proposal(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Delete)
    assert BOLT not in [class_id for _, class_id in states(hands, 1)]
    hands.key("r")
    hands.drag((60, 60), (75, 90))
    hands.key(Qt.Key.Key_Delete)
    assert all(item.grade is not Grade.DRAWN for item in hands.record(1).items)


def test_the_slider_keys_hide_and_show_proposals(hands: Hands) -> None:
    assert hands.state.threshold == 0.25
    hands.key("]")
    hands.key("]")
    assert [item.class_id for item in hands.state.items] == [BOLT, NUT]
    assert "0.35" in hands.page.side.value.text()
    hands.key("[")
    assert [item.class_id for item in hands.state.items] == [BOLT, NUT, GEAR]


def test_hidden_labels_cannot_be_hit(hands: Hands) -> None:
    hands.key("h")
    hands.click(100, 40)
    assert hands.state.selected == ""
    hands.key("h")
    hands.click(100, 40)
    assert hands.state.item is not None and hands.state.item.class_id == NUT


def test_an_image_that_changed_meanwhile_is_shown_anew(hands: Hands) -> None:
    from verify_app.app.review import actions

    before = hands.state.review
    actions.draw(hands.state.session, 1, (GEAR, Box(60, 60, 75, 90)))  # not told to the window
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is not ImageState.COMPLETE
    assert "1 object is new" in hands.said
    assert hands.state.review != before and len(hands.state.items) == 4
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.COMPLETE


def test_what_another_process_writes_is_seen(hands: Hands) -> None:
    import subprocess
    import sys

    from verify_app.app.jobs import environment

    line = '{"actor":"bo","op":"flag","image":"photos/000.png","note":"odd"}\n'
    subprocess.run(
        [sys.executable, "-m", "verify_app", "decide", str(hands.state.session.folder), "-"],
        input=line,
        text=True,
        check=True,
        capture_output=True,
        env=environment(hands.state.session),
    )
    hands.qtbot.waitUntil(lambda: bool(hands.state.review and hands.state.review.flag == "odd"), timeout=5000)


def test_nothing_is_decided_before_the_picture_is_shown(hands: Hands) -> None:
    hands.state.show_image(4)  # too far away to have been decoded ahead
    assert not hands.state.seen
    QTest.keyClick(hands.canvas, Qt.Key.Key_F)
    QTest.keyClick(hands.canvas, Qt.Key.Key_Space)
    assert hands.record(4).state is ImageState.UNREVIEWED and "not shown yet" in hands.said
    assert not hands.canvas.labels.isVisible()


def test_nothing_is_completed_with_hidden_labels(hands: Hands) -> None:
    hands.key("h")
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.UNREVIEWED
    assert hands.canvas.labels_shown and "hidden" in hands.said
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.COMPLETE


def attested(hands: Hands, image_id: int, boxes: int) -> None:
    """cem vouches for labels that came in with an image, or that nothing is on it, as an import does."""
    session = hands.state.session
    with session.project.transact(session.importer, "import") as tx:
        scan = tx.read.scans([image_id])[image_id]
        rows = [(image_id, BOLT, region_text(Box(i * 30, 5, i * 30 + 20, 40)), "a.txt", "") for i in range(boxes)]
        tx.facts("imported", rows, images=[image_id])
        put_claims(tx, [Claim(image_id, scan.sha256, whole=True)])
    vouch(session, Actor("cem", door=Door.IMPORT), [image_id])
    hands.show(image_id)


def test_the_list_shows_what_was_only_attested_by_another_shape(hands: Hands) -> None:
    attested(hands, 4, boxes=1)
    hands.show(1)
    hands.key(Qt.Key.Key_Space)
    model = hands.page.list.model
    rows = {row.id: row for row in (model.row(place) for place in range(4)) if row is not None}
    assert {i for i, row in rows.items() if row.attested} == {4} and rows[1].state is ImageState.COMPLETE
    assert "attested" in words.row(rows[4]) and "attested" not in words.row(rows[1])
    shapes = [icons.state_icon(s, attested=on) for s in ("complete", "complete_empty") for on in (True, False)]
    assert len(set(shapes)) == 4, "people who see no colours must tell them apart too"
    hands.show(4)
    hands.key(Qt.Key.Key_Space)
    hands.qtbot.waitUntil(lambda: not model.row(3).attested)


def test_space_on_what_was_only_attested_says_that_somebody_has_looked(hands: Hands) -> None:
    attested(hands, 4, boxes=2)
    review = hands.record(4)
    assert (review.state, review.attested, review.complete_by) == (ImageState.COMPLETE, True, "cem")
    assert "attested" in hands.page.header.title.detail
    hands.key(Qt.Key.Key_Space)
    review = hands.record(4)
    assert (review.state, review.attested, review.complete_by) == (ImageState.COMPLETE, False, "ann")
    assert {(item.grade, item.by) for item in review.items} == {(Grade.ACCEPTED, "ann")}
    assert hands.said.startswith("Complete: photos/003.png.")
    assert "No unreviewed image comes after" in hands.said, "both are said: what was done, and that it ends here"
    mark = hands.state.session.project.read.marks([4])[4]
    assert (mark.grade, mark.door) == (Grade.ACCEPTED, Door.WINDOW)
    labels = hands.state.session.project.read.labels([4])[4]
    assert {label.door for label in labels} == {Door.WINDOW}
    hands.show(4)
    events = hands.state.session.project.read.one("SELECT max(id) FROM event")
    hands.key(Qt.Key.Key_Space)  # now it only goes on
    assert hands.state.session.project.read.one("SELECT max(id) FROM event") == events


def test_an_attested_empty_image_takes_the_key_of_empty_ones(hands: Hands) -> None:
    attested(hands, 4, boxes=0)
    assert hands.record(4).attested and hands.record(4).state is ImageState.COMPLETE_EMPTY
    hands.key(Qt.Key.Key_Space)
    assert hands.record(4).attested and "Shift+Space" in hands.said
    hands.key(Qt.Key.Key_Space, SHIFT)
    assert (hands.record(4).attested, hands.record(4).complete_by) == (False, "ann")


def test_f_on_an_attested_label_is_a_look_at_it_and_not_at_the_image(hands: Hands) -> None:
    attested(hands, 4, boxes=2)
    first = hands.record(4).items[0]
    hands.state.select(first.id)
    assert hands.canvas.objects.looks[first.id].text.endswith("attested") and words.label_icon(first) == "attested"
    assert "attested" in describe(first) and words.label_role(first) != words.LABEL_ROLES[LabelState.VERIFIED]
    hands.key("f")
    looked, other = hands.record(4).items
    assert (looked.grade, looked.by, other.grade, other.by) == (Grade.ACCEPTED, "ann", Grade.ATTESTED, "cem")
    assert hands.record(4).attested
    hands.state.select(looked.id)
    hands.key("f")
    assert "verified already" in hands.said


def test_what_one_has_drawn_stays_unlocked_until_one_leaves_the_image(hands: Hands) -> None:
    hands.show(1)
    hands.key("r")
    hands.drag((100, 62), (135, 88))
    (drawn,) = [item for item in hands.record(1).items if item.grade is Grade.DRAWN]
    hands.state.select(hands.state.items[0].id)
    hands.state.select(drawn.id)
    assert not hands.state.is_locked(drawn) and not hands.canvas.objects.locked(drawn)
    hands.drag((117, 75), (120, 75))
    (moved,) = [item for item in hands.record(1).items if item.grade is Grade.DRAWN]
    assert moved.region.bounds.x1 > drawn.region.bounds.x1
    hands.show(2)
    hands.show(1)
    assert hands.state.is_locked(moved) and hands.canvas.objects.locked(moved)


def test_a_right_click_on_nothing_offers_what_fits(hands: Hands) -> None:
    hands.page.finish()
    hands.show(1)
    at = hands.at(70, 90)
    assert not hands.canvas.item_at(QPointF(at))
    hands.canvas.customContextMenuRequested.emit(at)
    (menu,) = [m for m in hands.canvas.findChildren(QMenu) if m.isVisible()]
    texts = {action.text() for action in menu.actions()}
    actions = hands.window.actions_by_id
    for name in ("box", "paste", "complete", "empty", "fit_window", "labels"):
        assert actions[name].text() in texts, name
    assert actions["accept"].text() not in texts
    menu.close()


def test_the_hint_names_the_keys_of_what_one_is_at(hands: Hands) -> None:
    hands.show(1)
    message = hands.page.message
    assert "complete and go on" in message.hint
    hands.key("r")
    assert "stop drawing" in message.hint and "complete and go on" not in message.hint
    hands.key(Qt.Key.Key_Escape)
    assert "complete and go on" in message.hint
    hands.key("g")
    assert "back to the image" in message.hint
    hands.page.close_grid()
    assert "complete and go on" in message.hint
