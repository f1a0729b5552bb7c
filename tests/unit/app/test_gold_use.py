"""Gold images: how often they were asked in a generation, and what was changed on them once an answer was seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.gold_use import MANY_USES, lines, note, told, uses
from verify_app.app.review import actions, blind
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.trials.blind import DifferenceSide
from verify_app.core.vocabulary import Grade
from verify_app.storage.queries.gold_history import corrected

HERE, THERE = Box(10, 10, 60, 60), Box(100, 10, 160, 60)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A gold image that was drawn blind; the model saw another object on it besides."""
    made = scenery.project(tmp_path, images=3)
    set_rates(made, honeypots=0.0, blind=1.0)
    actions.set_gold(made, [1, 2])
    scenery.run(made, {1: [(1, HERE, 0.9), (2, THERE, 0.8)], 2: [(1, HERE, 0.9)]})
    assert blind.meet(made, 1) is not None
    actions.draw(made, 1, (1, HERE))
    actions.complete(made, look(made, 1), 0.25)
    blind.reveal(made, 1)
    return made


def grades(session: Session) -> dict[int, tuple[Grade, ...]]:
    return {i: tuple(x.grade for x in found) for i, found in session.project.read.labels([1, 2]).items()}


def mark(session: Session) -> Grade | None:
    return session.project.read.evidence([1])[1].mark.grade


def test_changing_a_blind_label_lowers_its_grade_and_is_listed(session: Session) -> None:
    assert grades(session)[1] == (Grade.BLIND,) and mark(session) is Grade.BLIND
    assert corrected(session.project.read) == []
    (label,) = session.project.read.labels([1])[1]
    actions.reshape(session, 1, {f"L{label.id}": HERE.moved(20, 0)})
    assert grades(session)[1] == (Grade.DRAWN,)
    assert mark(session) is Grade.ACCEPTED
    (one,) = corrected(session.project.read)
    assert (one.image, one.cls, one.was, one.now, one.by) == ("photos/000.png", "bolt", "blind", "drawn", "ann")
    said = told(session.project.read, [])
    assert said["corrected"] == [one._asdict()]
    assert lines(said) == [
        "photos/000.png: ann changed a gold label (bolt) after a model's answer was seen; it was blind and is drawn "
        "now."
    ]


def test_taking_it_back_leaves_nothing_to_tell(session: Session) -> None:
    (label,) = session.project.read.labels([1])[1]
    actions.reclass(session, 1, f"L{label.id}", class_id=3)
    assert len(corrected(session.project.read)) == 1
    session.project.undo(session.actor)
    assert corrected(session.project.read) == []
    assert grades(session)[1] == (Grade.BLIND,) and mark(session) is Grade.BLIND


def test_the_models_object_that_is_taken_over_is_listed_as_added(session: Session) -> None:
    blind.settle(session, 1, DifferenceSide.MODEL)
    assert sorted(grades(session)[1]) == sorted((Grade.BLIND, Grade.ACCEPTED))
    assert mark(session) is Grade.ACCEPTED, "something was missing by what was drawn blind"
    (one,) = corrected(session.project.read)
    assert (one.cls, one.was, one.now) == ("nut", None, "accepted")
    assert "added a gold label (nut)" in lines(told(session.project.read, []))[0]


def test_standing_by_ones_own_side_changes_nothing(session: Session) -> None:
    blind.settle(session, 1, DifferenceSide.MINE)
    assert corrected(session.project.read) == []
    assert grades(session)[1] == (Grade.BLIND,) and mark(session) is Grade.BLIND


def test_an_ordinary_gold_image_is_told_from_when_it_was_finished(session: Session) -> None:
    set_rates(session, honeypots=0.0, blind=0.0)
    actions.accept(session, 2, "P3")
    (label,) = session.project.read.labels([2])[2]
    actions.reshape(session, 2, {f"L{label.id}": HERE.moved(30, 0)})
    actions.complete(session, look(session, 2), 0.25)
    assert corrected(session.project.read) == [], "it was reviewed, not corrected later"
    actions.reject(session, 2, f"L{label.id}", fix_later=False)
    (one,) = corrected(session.project.read)
    assert (one.image, one.was, one.now) == ("photos/001.png", "corrected", None)


def test_who_is_shown_what_was_measured_has_seen_an_answer(tmp_path: Path) -> None:
    made = scenery.project(tmp_path, images=3)
    set_rates(made, honeypots=0.0, blind=0.0)
    actions.set_gold(made, [1])
    actions.draw(made, 1, (1, HERE))
    actions.complete(made, look(made, 1), 0.25)
    (label,) = made.project.read.labels([1])[1]
    actions.reshape(made, 1, {f"L{label.id}": HERE.moved(20, 0)})
    assert corrected(made.project.read) == []
    stem = look(made, 1).sha256[:20]
    said = {"models": [{"sha256": "m"}], "detail": [{"matches": {stem: []}}]}
    with made.project.transact(made.actor, "evaluate") as tx:
        tx.put("setting", "evaluation:m", {"value": json.dumps(said)})
    assert corrected(made.project.read) == []
    actions.reclass(made, 1, f"L{label.id}", class_id=3)
    assert [one.image for one in corrected(made.project.read)] == ["photos/000.png"]


def test_what_is_no_gold_is_not_told(session: Session) -> None:
    (label,) = session.project.read.labels([1])[1]
    actions.reclass(session, 1, f"L{label.id}", class_id=3)
    actions.set_gold(session, [1], on=False)
    assert corrected(session.project.read) == []


def test_uses_are_counted_by_generation_and_told_past_five(session: Session) -> None:
    with session.project.transact(session.actor, "model_add") as tx:
        for number, round_ in ((11, 0), (12, 1), (13, 2)):
            row = {"name": f"m{round_}", "sha256": f"{round_}" * 64, "file": "x", "task": "detect", "names": "{}"}
            row |= {"round": round_, "depth": 0, "lineage": "unknown", "version": None, "base": None, "detail": "{}"}
            tx.put("model", number, row)

    def measure(value: float, *rounds: int) -> None:
        models = [{"sha256": f"{r}" * 64, "value": value} for r in rounds]
        with session.project.transact(session.actor, "evaluate") as tx:
            key = "evaluation:" + "+".join(f"{r}" * 12 for r in rounds)
            tx.put("setting", key, {"value": json.dumps({"models": models})})

    for turn in range(MANY_USES):
        measure(turn, 0, 1)
    measure(MANY_USES - 1, 0, 1)  # the same again is the same
    measure(0.5, 1, 2)
    assert uses(session.project.read) == {1: MANY_USES, 2: 1}
    models = [m for m in session.project.read.models() if m.name in ("m0", "m1")]
    assert told(session.project.read, models)["gold_note"] == ""
    measure(77, 1)
    said = told(session.project.read, models)
    assert (said["generation"], said["gold_uses"]) == (1, MANY_USES + 1)
    assert "used 6 times in generation 1" in said["gold_note"] and lines(said) == [said["gold_note"]]
    assert note(2, 1) == ""
