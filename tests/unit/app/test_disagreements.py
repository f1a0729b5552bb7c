"""Taking a side: one step, undoable, and nothing changes until a person takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.classes import merge_class
from verify_app.app.review import actions
from verify_app.app.review.disagreements import Disagreement, Kind, disagreements, keep_human, take_model
from verify_app.app.review.history import image_history, label_history
from verify_app.app.review.image_view import look
from verify_app.app.review.queue import Filter, Order, Queue
from verify_app.app.session import Session
from verify_app.core.errors import ChangedMeanwhile
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin

BOX, HALF, FAR, NEW = (10, 10, 50, 50), (10, 10, 50, 36), (100, 10, 150, 50), (60, 60, 95, 95)


@pytest.fixture
def ann(tmp_path: Path) -> Session:
    """One image, complete: L1 accepted, L2 drawn; and a newer run that differs in every way but about L3."""
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(1, BOX, 0.9), (2, FAR, 0.8)]})
    actions.draw(session, 1, (3, Box(150, 60, 190, 95)))
    actions.draw(session, 1, (2, Box(5, 60, 40, 95)))
    actions.complete(session, look(session, 1), 0.0)
    assert disagreements(session, 1) == []  # the model missed what was drawn, and ann knew
    scenery.run(session, {1: [(1, HALF, 0.9), (3, FAR, 0.7), (2, (5, 60, 40, 95), 0.6), (1, NEW, 0.55)]})
    return session


def by_kind(session: Session) -> dict[Kind, Disagreement]:
    return {d.kind: d for d in disagreements(session, 1)}


def labels(session: Session) -> dict[str, tuple[int, tuple[float, ...], Grade | None]]:
    return {x.id: (x.class_id, tuple(x.region.data()), x.grade) for x in look(session, 1).items}


def test_a_new_run_changes_no_label_and_is_shown_as_disagreement(ann: Session) -> None:
    found = {d.kind: (d.label_id, d.prediction_id) for d in disagreements(ann, 1)}
    assert found == {
        Kind.LOOSE: (3, 3),
        Kind.OTHER_CLASS: (4, 4),
        Kind.EXTRA: (None, 6),
        Kind.MISSED: (1, None),
    }
    review = look(ann, 1)
    assert review.state is ImageState.COMPLETE
    assert all(x.state is LabelState.VERIFIED for x in review.items)
    assert Queue(ann).order(Order.FOUND, Filter(disagreements=frozenset((Kind.LOOSE,)))).tolist() == [1]
    assert Queue(ann).order(Order.MIXED)[0] in (1, 2)
    assert list(ann.project.problems()) == []


@pytest.mark.parametrize("side", [take_model, keep_human])
@pytest.mark.parametrize("kind", list(Kind))
def test_either_side_is_one_step_that_can_be_undone(ann: Session, kind: Kind, side: object) -> None:
    before, open_before = labels(ann), by_kind(ann)
    last = ann.project.read.one("SELECT max(id) FROM event")
    changes = side(ann, 1, open_before[kind])  # type: ignore[operator]
    assert changes.event == last + 1 == ann.project.read.one("SELECT max(id) FROM event")
    assert by_kind(ann) == {k: d for k, d in open_before.items() if k is not kind}
    assert look(ann, 1).state is ImageState.COMPLETE
    if side is keep_human:
        assert labels(ann) == before
    assert list(ann.project.problems()) == []
    after = labels(ann)
    actions.undo(ann)
    assert (labels(ann), by_kind(ann)) == (before, open_before)
    assert list(ann.project.problems()) == []
    actions.redo(ann)
    assert labels(ann) == after
    assert kind not in by_kind(ann)
    assert list(ann.project.problems()) == []


def test_what_the_models_side_makes_of_labels(ann: Session) -> None:
    for kind, found in by_kind(ann).items():
        if kind is not Kind.MISSED:
            take_model(ann, 1, found)
    got = labels(ann)
    assert got["L3"] == (1, HALF, Grade.ACCEPTED)  # what the new model said, by its word
    assert got["L4"] == (3, FAR, Grade.ACCEPTED)
    assert got["L5"] == (1, NEW, Grade.ACCEPTED)
    verdicts = {row[0]: row[1] for row in ann.project.read.rows("SELECT key, verdict FROM verdict")}
    assert verdicts == {1: "corrected", 2: "corrected", 3: "accepted", 4: "accepted", 6: "accepted"}
    take_model(ann, 1, by_kind(ann)[Kind.MISSED])
    assert "L1" not in labels(ann)
    assert look(ann, 1).state is ImageState.COMPLETE
    assert list(ann.project.problems()) == []


def test_the_class_alone_is_taken_from_a_model_that_draws_it_otherwise(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(*BOX)))
    scenery.run(session, {1: [(2, (10, 10, 50, 44), 0.9)]})
    (found,) = disagreements(session, 1)
    assert found.kind is Kind.OTHER_CLASS
    take_model(session, 1, found)
    assert labels(session) == {"L1": (2, BOX, Grade.CORRECTED)}


def test_what_was_kept_is_not_asked_again_unless_the_model_says_something_else(ann: Session) -> None:
    for found in disagreements(ann, 1):
        keep_human(ann, 1, found)
    assert disagreements(ann, 1) == []
    assert 1 not in Queue(ann).order(Order.FOUND, Filter(disagreements=frozenset(Kind)))
    again = [(1, HALF, 0.5), (3, FAR, 0.95), (2, (5, 60, 40, 95), 0.6), (1, NEW, 0.95)]
    scenery.run(ann, {1: again})
    assert disagreements(ann, 1) == []
    scenery.run(ann, {1: [(2, BOX, 0.9), (1, FAR, 0.95), (3, (150, 60, 190, 95), 0.5), (2, (5, 60, 40, 95), 0.6)]})
    assert {(d.kind, d.label_id, d.class_id) for d in disagreements(ann, 1)} == {
        (Kind.OTHER_CLASS, 3, 2),
        (Kind.OTHER_CLASS, 4, 1),
    }
    # what ann says of the label herself settles it too
    actions.reclass(ann, 1, "L3", class_id=3)
    assert [d.label_id for d in disagreements(ann, 1)] == [4]
    assert list(ann.project.problems()) == []


def test_somebody_elses_side_settles_no_other_object(ann: Session) -> None:
    bob = Session(ann.project, Actor("bob"))
    before = by_kind(ann)
    take_model(bob, 1, before[Kind.LOOSE])
    assert look(ann, 1).complete_by == "bob"
    assert set(by_kind(ann)) == set(before) - {Kind.LOOSE}
    with pytest.raises(ChangedMeanwhile, match="do not differ like this any more"):
        take_model(ann, 1, before[Kind.LOOSE])
    with pytest.raises(ChangedMeanwhile):
        keep_human(ann, 1, before[Kind.EXTRA]._replace(prediction_id=4))


def test_completing_again_settles_everything(ann: Session) -> None:
    actions.reopen(ann, 1)
    actions.complete(ann, look(ann, 1), 0.9)
    assert Kind.EXTRA not in by_kind(ann)
    assert list(ann.project.problems()) == []


def test_merging_the_classes_settles_what_they_were_told_apart_by(ann: Session) -> None:
    merge_class(ann, 3, 2)
    assert Kind.OTHER_CLASS not in by_kind(ann)
    assert list(ann.project.problems()) == []
    scenery.run(ann, {2: [(3, NEW, 0.9)]})
    actions.undo(ann)
    assert Kind.OTHER_CLASS in by_kind(ann)
    assert list(ann.project.problems()) == []


# --- history --------------------------------------------------------------------------------------------


def test_the_history_of_an_image_says_who_when_and_from_which_model(ann: Session) -> None:
    bob = Session(ann.project, Actor("bob"))
    take_model(bob, 1, by_kind(ann)[Kind.LOOSE])
    actions.undo(bob)
    entries = image_history(ann, 1)
    assert [e.op for e in entries if e.op != "scan"] == [
        "predict", "draw", "draw", "complete", "predict", "take_model", "undo",
    ]  # fmt: skip
    looked = [e for e in entries if e.op == "predict"]
    assert [(e.steps[0].model, e.steps[0].said) for e in looked] == [
        ("model", {"predictions": 2}),
        ("model", {"predictions": 4}),
    ]
    taken = next(e for e in entries if e.op == "take_model")
    assert (taken.actor, taken.undone, taken.done) == ("bob", True, "took a model's side")
    step = next(s for s in taken.steps if s.item == "L3")
    assert step.before is not None and step.after is not None
    assert (step.before.region, step.after.region) == (Box(*BOX), Box(*HALF))
    assert (step.model, step.conf) == ("model", 0.9)
    assert [e.time for e in entries] == sorted(e.time for e in entries)


def test_the_history_of_a_label_outlives_it(ann: Session) -> None:
    keep_human(ann, 1, by_kind(ann)[Kind.MISSED])
    actions.reshape(ann, 1, {"L1": Box(150, 60, 180, 95)})
    actions.reject(ann, 1, "L1")
    entries = label_history(ann, 1)
    assert [e.op for e in entries] == ["draw", "keep_human", "edit", "delete"]
    shapes = [
        (s.before and s.before.region.data(), s.after and s.after.region.data()) for e in entries for s in e.steps
    ]
    assert shapes == [
        (None, [150, 60, 190, 95]),
        (None, None),
        ([150, 60, 190, 95], [150, 60, 180, 95]),
        ([150, 60, 180, 95], None),
    ]
    assert entries[1].steps[0].said == {"kept": "missed"}


def test_imported_labels_have_a_history_too(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    scenery.picture(tmp_path / "set" / "images" / "a.png", 1)
    (tmp_path / "set" / "labels").mkdir()
    (tmp_path / "set" / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.4\n", encoding="utf-8")
    (tmp_path / "set" / "data.yaml").write_text("path: .\ntrain: images\nnames: [bolt]\n", encoding="utf-8")
    add(session, [tmp_path / "set"], AddOptions(Origin.REAL, labels="yolo"))
    actions.complete(session, look(session, 1), 0.0)
    entries = label_history(session, 1)
    assert [(e.op, e.actor) for e in entries] == [("import", "ann"), ("complete", "ann")]
    first, second = entries[0].steps[0], entries[1].steps[0]
    assert first.after is not None and second.before is not None and second.after is not None
    assert (first.before, first.after, second.after.grade) == (None, second.before, Grade.ACCEPTED)
    assert first.after.grade is Grade.IMPORTED
    assert [e.op for e in image_history(session, 1) if e.op != "scan"] == ["import", "complete"]
