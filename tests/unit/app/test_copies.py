"""Copy and paste: what a model, a program or an import said is no more than that elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.review import actions, blind
from verify_app.app.review.copies import copied
from verify_app.app.review.history import label_history
from verify_app.app.review.image_view import look
from verify_app.app.scripting.decide import answers
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import Door, Grade
from verify_app.storage.summaries import omission_odds

MODEL = (5, 5, 45, 45)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=3)
    scenery.run(made, {1: [(1, MODEL, 0.9)], 2: [(1, MODEL, 0.1)]})
    made.actor = made.actor._replace(door=Door.WINDOW)
    return made


def only(session: Session, image_id: int) -> Item:
    (item,) = look(session, image_id).items
    return item


def paste(session: Session, image_id: int, items: list[Item], target: int) -> list[Item]:
    actions.paste(session, target, *copied(session, image_id, items))
    review = look(session, target)
    return [item for item in review.items if item.id in review.pasted]


def test_a_proposal_is_corrected_at_most_and_its_model_is_named(session: Session) -> None:
    (first,) = paste(session, 1, [only(session, 1)], 3)
    assert (first.grade, first.region) == (Grade.CORRECTED, Box(*MODEL))
    (again,) = paste(session, 3, [first], 2)  # and so on along a chain of copies
    for label in (first, again):
        (entry,) = label_history(session, int(label.id[1:]))
        assert entry.op == "paste" and [step.model for step in entry.steps] == ["model"]
    actions.undo(session)
    actions.redo(session)
    assert look(session, 2).pasted == {again.id}
    assert list(session.project.problems()) == []


def test_a_suggestion_names_its_program(session: Session) -> None:
    name = look(session, 3).name
    line = {"actor": "bot", "op": "draw", "image": name, "class": "bolt", "box": [60, 10, 90, 40]}
    (answer,) = answers(session.project, [json.dumps(line)])
    assert answer["ok"], answer
    (suggested,) = look(session, 3).suggestions
    (label,) = paste(session, 3, [suggested], 2)
    assert label.grade is Grade.CORRECTED
    (entry,) = label_history(session, int(label.id[1:]))
    assert [step.agent for step in entry.steps] == ["bot"]


def test_what_a_person_drew_is_drawn_what_they_accepted_corrected(session: Session) -> None:
    actions.draw(session, 3, (1, Box(60, 10, 90, 40)))
    (label,) = paste(session, 3, [only(session, 3)], 2)
    assert label.grade is Grade.DRAWN
    actions.accept(session, 1, only(session, 1).id)
    found = paste(session, 1, [only(session, 1)], 2)
    assert [item.grade for item in found] == [Grade.DRAWN, Grade.CORRECTED]


def test_pasted_labels_tell_nothing_of_what_the_model_overlooks(session: Session) -> None:
    paste(session, 1, [only(session, 1)], 2)
    actions.complete(session, look(session, 2), 0.25)
    model_id = omission_odds.model_of(session.project.read, 2)
    assert model_id is not None
    assert omission_odds.of_model(session.project.read, model_id) == {}
    assert list(session.project.problems()) == []


def test_nothing_that_was_pasted_is_blind(session: Session) -> None:
    set_rates(session, honeypots=0.0, blind=1.0)
    actions.draw(session, 3, (1, Box(60, 10, 90, 40)))
    drawn = copied(session, 3, look(session, 3).items)
    assert blind.meet(session, 2) is not None
    actions.paste(session, 2, *drawn)
    actions.draw(session, 2, (2, Box(120, 10, 160, 40)))
    actions.complete(session, look(session, 2), 0.25)
    blind.reveal(session, 2)
    assert sorted(item.grade for item in look(session, 2).items if item.grade) == [Grade.BLIND, Grade.DRAWN]
