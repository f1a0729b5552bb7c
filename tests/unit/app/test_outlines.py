"""Outlines cut in two and joined: one step each, and nobody's word becomes more than it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.review import actions, blind, outlines
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.copies import copied
from verify_app.app.review.history import label_history
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.records import Item
from verify_app.core.regions import Polygon
from verify_app.core.trials.trials import Alteration, ErrorKind, TrialObject
from verify_app.core.vocabulary import Door, Grade, LabelState, Task

LEFT, RIGHT = (Polygon.simple([(x, 10), (x + 30, 10), (x + 30, 50), (x, 50)]) for x in (10, 40))
WHOLE = Polygon.simple([(10, 10), (70, 10), (70, 50), (10, 50)])


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=3, task=Task.SEGMENT)
    set_rates(made, honeypots=0.0, blind=0.0)
    scenery.run(made, {1: [(1, WHOLE, 0.9)], 2: [(1, LEFT, 0.9), (1, RIGHT, 0.8)]})
    made.actor = made.actor._replace(door=Door.WINDOW)
    return made


def items(session: Session, image_id: int) -> list[Item]:
    return list(look(session, image_id).items)


def cut(session: Session, image_id: int, item: Item) -> list[Item]:
    (like,) = copied(session, image_id, [item])
    assert outlines.cut(session, image_id, item.id, LEFT, like.at(RIGHT))
    return items(session, image_id)


def test_both_pieces_of_a_proposal_are_corrections_of_it(session: Session) -> None:
    made = cut(session, 1, items(session, 1)[0])
    assert sorted(item.region.bounds.x1 for item in made) == [10, 40]
    assert {(item.grade, item.state, item.class_id) for item in made} == {(Grade.CORRECTED, LabelState.VERIFIED, 1)}
    for item in made:
        entry = label_history(session, int(item.id[1:]))[0]
        assert entry.op == "cut" and "model" in [step.model for step in entry.steps]
    actions.undo(session)
    (back,) = items(session, 1)
    assert back.state is LabelState.PROPOSAL and back.region == WHOLE
    actions.redo(session)
    assert {item.id for item in items(session, 1)} == {item.id for item in made}
    assert list(session.project.problems()) == []


def test_what_was_drawn_stays_drawn(session: Session) -> None:
    actions.draw(session, 3, (1, WHOLE))
    made = cut(session, 3, items(session, 3)[0])
    assert [item.grade for item in made] == [Grade.DRAWN] * 2


def test_joined_proposals_are_one_correction_and_the_others_are_false(session: Session) -> None:
    first, second = items(session, 2)
    assert outlines.join(session, 2, first.id, WHOLE, [second.id])
    (made,) = items(session, 2)
    assert (made.grade, made.region) == (Grade.CORRECTED, WHOLE)
    verdicts = session.project.read.rows("SELECT verdict FROM verdict")
    assert sorted(row[0] for row in verdicts) == ["corrected", "rejected"]
    actions.undo(session)
    assert [item.state for item in items(session, 2)] == [LabelState.PROPOSAL] * 2
    assert list(session.project.problems()) == []


def test_a_whole_is_drawn_only_where_all_of_it_was(session: Session) -> None:
    actions.draw(session, 1, (1, RIGHT))
    drawn = next(item for item in items(session, 1) if item.grade is Grade.DRAWN)
    model = next(item for item in items(session, 1) if item.grade is None)
    assert outlines.stands_for_all([drawn, model]) is model
    actions.draw(session, 3, (1, LEFT), (1, RIGHT))
    mine = items(session, 3)
    assert outlines.stands_for_all(mine) is mine[0]
    outlines.join(session, 3, mine[0].id, WHOLE, [mine[1].id])
    assert [item.grade for item in items(session, 3)] == [Grade.DRAWN]


def test_on_a_complete_image_it_stays_complete(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.3)
    cut(session, 1, items(session, 1)[0])
    assert look(session, 1).state.done


def test_a_piece_on_a_blind_image_is_not_blind(session: Session) -> None:
    """What was pasted there could else be cut off to look as if it were drawn there."""
    scenery.run(session, {3: [(1, WHOLE, 0.9)]})
    set_rates(session, honeypots=0.0, blind=1.0)
    assert blind.meet(session, 3) is not None
    actions.draw(session, 3, (1, WHOLE))
    cut(session, 3, items(session, 3)[0])
    actions.complete(session, look(session, 3), 0.25)
    blind.reveal(session, 3)
    assert Grade.BLIND not in {item.grade for item in items(session, 3)}


def test_on_a_trial_the_same(session: Session) -> None:
    shown = (TrialObject(1, WHOLE),)
    trial = Alteration(ErrorKind.RELABELLED, shown, (0.9,), 0, shown[0])
    attempt = Attempt(look(session, 3), trial, session.actor)
    before = attempt.review.items
    attempt.cut(before[0].id, LEFT, (1, RIGHT))
    assert sorted(item.region.bounds.x1 for item in attempt.review.items) == [10, 40]
    first, second = attempt.review.items
    attempt.join(first.id, WHOLE, [second.id])
    assert [item.region for item in attempt.review.items] == [WHOLE]
    assert attempt.undo() and attempt.undo() and attempt.review.items == before, "one step each"
