"""The review rules of the domain glossary, each through the same actions as the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import ReviewImage, hidden, look
from verify_app.app.review.omission_odds import omissions
from verify_app.app.session import Session
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Grade, ImageState, LabelState, Origin

A, B, C = (5, 5, 45, 45), (60, 5, 100, 45), (120, 5, 160, 45)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Image 1: three proposals, sure to unsure. Image 2: one. Image 3: none. Image 4: never predicted."""
    made = scenery.project(tmp_path)
    scenery.run(made, {1: [(1, A, 0.9), (2, B, 0.6), (3, C, 0.2)], 2: [(1, A, 0.5)], 3: []})
    return made


def states(review: ReviewImage) -> dict[str, str]:
    return {item.id: item.state.value for item in review.items}


def state(session: Session, image_id: int) -> ImageState:
    return look(session, image_id).state


def real_verified(session: Session, image_id: int) -> bool:
    return bool(session.project.read.one("SELECT real_verified FROM image_state WHERE key = ?", image_id))


def test_space_accepts_exactly_what_is_shown_and_dismisses_what_is_hidden(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.5)
    assert states(look(session, 1)) == {"L1": "verified", "L2": "verified"}
    verdicts = {row[0]: row[1] for row in session.project.read.rows("SELECT key, verdict FROM verdict")}
    assert verdicts == {1: "accepted", 2: "accepted", 3: "dismissed"}
    assert state(session, 1) is ImageState.COMPLETE
    assert real_verified(session, 1)


def test_two_boxes_on_one_object_become_one_label(session: Session) -> None:
    scenery.run(session, {4: [(1, A, 0.5), (2, (6, 6, 45, 45), 0.8), (1, B, 0.7)]}, model_id=1)
    changes = actions.complete(session, look(session, 4), 0.25)
    assert changes is not None
    assert changes.detail["doubled"] == 1
    assert [(i.class_id, i.conf) for i in look(session, 4).items] == [(2, 0.8), (1, 0.7)]
    actions.undo(session)
    assert len(look(session, 4).items) == 3


def test_space_on_an_untouched_image_with_nothing_on_it_is_refused(session: Session) -> None:
    for image in (3, 4):
        with pytest.raises(UserError, match=r"Shift\+Space"):
            actions.complete(session, look(session, image), 0.25)
    with pytest.raises(UserError, match=r"Shift\+Space"):
        actions.complete(session, look(session, 2), 0.9)  # everything is hidden: nothing was looked at
    actions.reject(session, 2, "P4")
    actions.complete(session, look(session, 2), 0.25)
    assert state(session, 2) is ImageState.COMPLETE_EMPTY


def test_empty_rejects_what_is_shown(session: Session) -> None:
    actions.empty(session, look(session, 1), 0.5)
    verdicts = [row[0] for row in session.project.read.rows("SELECT verdict FROM verdict ORDER BY key")]
    assert verdicts == ["rejected", "rejected", "dismissed"]
    assert state(session, 1) is ImageState.COMPLETE_EMPTY
    assert real_verified(session, 1)


def test_empty_is_refused_over_verified_labels(session: Session) -> None:
    actions.draw(session, 3, (1, Box.of(A)))
    with pytest.raises(UserError, match="1 verified label is on this image"):
        actions.empty(session, look(session, 3))


def test_the_gate_refuses_when_the_image_changed_meanwhile(session: Session) -> None:
    seen = look(session, 1)
    scenery.run(session, {1: [(1, A, 0.95)]}, model_id=1)
    with pytest.raises(ChangedMeanwhile, match=r"1 object is new, 3 objects are gone"):
        actions.complete(session, seen, 0.25)
    bob = Session(session.project, Actor("bob"))
    seen = look(session, 2)
    actions.complete(bob, look(bob, 2), 0.25)
    with pytest.raises(ChangedMeanwhile, match="bob has completed it"):
        actions.complete(session, seen, 0.25)
    assert states(seen) == {"P4": "proposal"}


def test_a_decision_on_a_prediction_of_an_older_run_still_counts(session: Session) -> None:
    scenery.run(session, {1: [(1, (6, 6, 45, 45), 0.95)]}, model_id=1)
    actions.accept(session, 1, "P1")
    assert states(look(session, 1)) == {"L1": "verified"}, "the newer prediction of the same object falls away"


def test_rejected_as_false_suppresses_later_runs_and_fix_later_does_not(session: Session) -> None:
    actions.reject(session, 1, "P1")
    actions.reject(session, 1, "P2", fix_later=True)
    scenery.run(session, {1: [(1, A, 0.9), (2, B, 0.6)]}, model_id=1)
    assert states(look(session, 1)) == {"P2": "fix_later", "P6": "proposal"}


def test_fix_later_blocks_completion_until_it_is_settled(session: Session) -> None:
    actions.reject(session, 2, "P4", fix_later=True)
    with pytest.raises(UserError, match="settle it first"):
        actions.complete(session, look(session, 2), 0.25)
    actions.reshape(session, 2, {"P4": Box(10, 10, 50, 50)})
    actions.complete(session, look(session, 2), 0.25)
    assert state(session, 2) is ImageState.COMPLETE


def test_grades(session: Session) -> None:
    actions.accept(session, 1, "P1")
    actions.reclass(session, 1, "P2", class_id=3)
    actions.reshape(session, 1, {"P3": Box(120, 5, 160.2, 45)})  # IoU above 0.98
    actions.draw(session, 1, (1, Box(170, 50, 190, 90)))
    grades = [item.grade for item in look(session, 1).items]
    assert grades == [Grade.ACCEPTED, Grade.CORRECTED, Grade.ACCEPTED, Grade.DRAWN]
    actions.reclass(session, 1, "L1", class_id=2)
    actions.reclass(session, 1, "L4", class_id=2)
    actions.reclass(session, 1, "L2", class_id=2)
    grades = [item.grade for item in look(session, 1).items]
    assert grades == [Grade.CORRECTED, Grade.ACCEPTED, Grade.ACCEPTED, Grade.DRAWN]


def test_no_run_touches_a_complete_image(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.5)
    before = look(session, 1)
    scenery.run(session, {1: [(1, A, 0.99), (1, (100, 50, 150, 95), 0.99)]}, model_id=1)
    assert look(session, 1) == before


def test_the_editor_of_a_complete_image_answers_for_it(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.5)
    bob = Session(session.project, Actor("bob"))
    actions.draw(bob, 1, (2, Box(170, 50, 190, 90)))
    assert look(session, 1).complete_by == "bob"
    assert real_verified(session, 1)
    actions.reopen(session, 1)
    assert state(session, 1) is ImageState.IN_PROGRESS
    with pytest.raises(UserError, match="not complete"):
        actions.reopen(session, 1)


def test_flagged_is_not_complete(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.5)
    actions.flag(session, 1, "is this a nut?")
    assert state(session, 1) is ImageState.IN_PROGRESS
    assert look(session, 1).flag == "is this a nut?"
    with pytest.raises(UserError, match="flagged"):
        actions.complete(session, look(session, 1), 0.5)
    actions.unflag(session, 1)
    actions.flag(session, 1, item_id="L1")
    with pytest.raises(UserError, match="flagged"):
        actions.complete(session, look(session, 1), 0.5)


def test_changed_bytes_make_an_image_stale_until_a_person_looks_again(session: Session) -> None:
    from verify_app.app.imports.files import rescan

    actions.complete(session, look(session, 1), 0.5)
    file = look(session, 1).file
    scenery.picture(file, 200)
    rescan(session, [1])
    assert state(session, 1) is ImageState.STALE
    assert not real_verified(session, 1)
    actions.draw(session, 1, (1, Box(170, 50, 190, 90)))
    assert state(session, 1) is ImageState.STALE, "an edit alone does not vouch for the rest"
    actions.complete(session, look(session, 1), 0.5)
    assert state(session, 1) is ImageState.COMPLETE
    file.unlink()
    rescan(session, [1])
    assert state(session, 1) is ImageState.MISSING
    with pytest.raises(UserError, match="Nothing can be decided"):
        actions.accept(session, 1, "L1")
    scenery.picture(file, 200)
    rescan(session, [1])
    assert state(session, 1) is ImageState.COMPLETE


def test_hidden_candidates_that_look_like_an_omission(session: Session) -> None:
    review = look(session, 1)
    assert [i.id for i in hidden(review, 0.65)] == ["P2", "P3"]
    assert [i.id for i in omissions(session, review, 0.65)] == ["P2"]
    assert omissions(session, review, 0.5) == ()


def test_simulated_reviewers_are_no_people_outside_a_demo(session: Session) -> None:
    robot = Session(session.project, Actor("robot", ActorKind.SIMULATED))
    actions.complete(robot, look(robot, 1), 0.0)
    assert not real_verified(session, 1)
    assert {item.state for item in look(session, 1).items} == {LabelState.IMPORTED}


@pytest.mark.parametrize("origin", [Origin.SYNTHETIC, Origin.UNKNOWN])
def test_only_real_images_are_real_verified(session: Session, origin: Origin) -> None:
    actions.complete(session, look(session, 1), 0.5)
    actions.set_origin(session, [1], origin)
    assert not real_verified(session, 1)
    actions.undo(session)
    assert real_verified(session, 1)


def test_boxes_stay_inside_the_image(session: Session) -> None:
    actions.draw(session, 4, (1, Box(-20, 50, 30, 400)))
    assert look(session, 4).items[0].region == Box(0, 50, 30, 100)
    with pytest.raises(UserError, match="at least one pixel"):
        actions.draw(session, 4, (1, Box(300, 0, 400, 50)))


def test_an_accepted_object_is_not_accepted_twice(session: Session) -> None:
    actions.accept(session, 1, "P1")
    with pytest.raises(ChangedMeanwhile, match="already accepted"):
        actions.accept(session, 1, "P1")
    actions.reject(session, 1, "L1")
    assert states(look(session, 1)) == {"P2": "proposal", "P3": "proposal"}
    for nonsense in ("P999", "L999", "P", "Px", "P٣"):
        with pytest.raises(UserError, match="not on the image any more"):
            actions.accept(session, 1, nonsense)
    with pytest.raises(UserError):
        actions.accept(session, 2, "P2")  # belongs to another image


def test_the_record_proves_itself_after_all_that(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.5)
    actions.reject(session, 1, "L2")
    actions.undo(session)
    actions.flag(session, 2, "?")
    assert list(session.project.problems()) == []
