"""Two proposals on one object: rejecting one leaves the other, accepting settles both; later runs; the sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.demo.sample_project import make_demo
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.review import actions, bulk_actions
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.review.object_rows import folded
from verify_app.app.session import Session
from verify_app.core.derive import SAME_OBJECT_IOU
from verify_app.core.geometry import Box
from verify_app.core.trials.trials import Alteration, ErrorKind, TrialObject
from verify_app.core.vocabulary import LabelState, Origin, Verdict
from verify_app.storage.queries import image_list

LOOSE, TIGHT, ALIKE = (10, 10, 60, 50), (10, 10, 50, 50), (10, 10, 51, 50)
AGAIN = (11, 10, 51, 50)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scenery.project(tmp_path, images=2)


def left(session: Session, image_id: int = 1) -> list[str]:
    return [i.id for i in look(session, image_id).items if i.state is LabelState.PROPOSAL]


def test_a_rejection_leaves_the_sibling_and_space_completes_with_it(session: Session) -> None:
    scenery.run(session, {1: [(1, LOOSE, 0.9), (1, TIGHT, 0.8)]})
    actions.reject(session, 1, "P1")
    assert left(session) == ["P2"]
    actions.complete(session, look(session, 1), 0.25)
    assert [x.region for x in look(session, 1).items] == [Box(*TIGHT)]
    assert list(session.project.problems()) == []


def test_many_rejections_in_one_step_leave_siblings_too(session: Session) -> None:
    scenery.run(session, {i: [(1, LOOSE, 0.9), (1, TIGHT, 0.8)] for i in (1, 2)})
    assert bulk_actions.reject_many(session, {1: ["P1"], 2: ["P3", "P4"]}).done == 3
    assert (left(session, 1), left(session, 2)) == (["P2"], [])


@pytest.mark.parametrize(("class_id", "stays"), [(1, False), (2, True)])
def test_a_later_run_is_told_what_was_false_of_its_class(session: Session, class_id: int, stays: bool) -> None:
    scenery.run(session, {1: [(1, TIGHT, 0.9)]})
    actions.reject(session, 1, "P1")
    scenery.run(session, {1: [(class_id, AGAIN, 0.9)]})
    assert left(session) == (["P2"] if stays else [])
    assert list(session.project.problems()) == []


def test_a_later_run_is_asked_about_where_a_sibling_was_not_rejected(session: Session) -> None:
    scenery.run(session, {1: [(1, LOOSE, 0.9), (1, TIGHT, 0.8)]})
    actions.reject(session, 1, "P1")
    scenery.run(session, {1: [(1, AGAIN, 0.9)]})
    assert left(session) == ["P3"]
    actions.undo(session)
    actions.reject(session, 1, "P1", "P2")
    assert left(session) == [], "both were false, so it is told"
    assert list(session.project.problems()) == []


def test_accepting_settles_as_before(session: Session) -> None:
    scenery.run(session, {1: [(1, TIGHT, 0.9), (1, ALIKE, 0.8), (2, AGAIN, 0.7)]})
    actions.accept(session, 1, "P1")
    assert left(session) == []


def test_a_heap_counts_once_where_it_is_to_be_decided(session: Session) -> None:
    scenery.run(session, {1: [(1, TIGHT, 0.9), (1, ALIKE, 0.8), (2, TIGHT, 0.7), (1, (100, 10, 150, 60), 0.6)]})
    assert image_list.rows(session.project.read, [1])[0].proposals == 3
    rows = folded(look(session, 1).items)
    assert [(i.id, [f.id for f in i.folded]) for i in rows] == [("P1", ["P2"]), ("P3", []), ("P4", [])]
    assert [i.id for i in folded(look(session, 1).items, apart={"P1", "P2"})] == ["P1", "P2", "P3", "P4"]


def test_a_folded_heap_is_rejected_in_one_step_and_one_undo(session: Session) -> None:
    scenery.run(session, {1: [(1, TIGHT, 0.9), (1, ALIKE, 0.8)]})
    actions.reject(session, 1, "P1", folded=["P2"], fix_later=True)
    rulings = session.project.read.evidence([1])[1].rulings
    assert [r.verdict for r in rulings] == [Verdict.FIX_LATER, Verdict.REJECTED], "one of them is to be fixed"
    actions.undo(session)
    assert left(session) == ["P1", "P2"]


def test_an_import_lies_on_its_proposal(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    scenery.picture(tmp_path / "set" / "000.png")
    (tmp_path / "set" / "000.txt").write_text("0 0.15 0.3 0.2 0.4\n")  # 10, 10, 50, 50
    add(session, [tmp_path / "set"], AddOptions(Origin.REAL, "yolo", by_number=True))
    scenery.run(session, {1: [(1, AGAIN, 0.85), (1, (14, 10, 54, 50), 0.3), (2, AGAIN, 0.6)]})
    label, *proposals = look(session, 1).items
    assert label.state is LabelState.IMPORTED and len(proposals) == 3
    rows = folded(look(session, 1).items)
    assert [(i.id[0], [f.conf for f in i.folded]) for i in rows] == [("L", [0.85]), ("P", []), ("P", [])]
    actions.accept(session, 1, rows[0].id)
    assert [x.region for x in look(session, 1).items] == [label.region], "the import's region became the label"


def test_a_honeypot_settles_and_folds_alike(session: Session) -> None:
    things = tuple(
        TrialObject(c, Box(*box)) for c, box in ((1, TIGHT), (1, ALIKE), (2, AGAIN), (1, (100, 10, 150, 60)))
    )
    trial = Alteration(ErrorKind.DELETED, things, (0.9, 0.8, 0.7, 0.6), None, things[3])
    attempt = Attempt(look(session, 1), trial, session.actor)
    first = folded(attempt.review.items)[0]
    assert len(first.folded) == 1
    attempt.accept(first.id)
    assert [i.state for i in attempt.review.items] == [LabelState.VERIFIED, LabelState.PROPOSAL]
    said = attempt.complete(0.0)
    assert [d and d.verdict for d in said.decisions] == [Verdict.ACCEPTED, None, None, Verdict.ACCEPTED]
    attempt.undo()
    attempt.reject(first.id, folded=[f.id for f in first.folded])
    assert [i.class_id for i in attempt.review.items] == [2, 1]
    attempt.undo()
    assert len(attempt.review.items) == 4


def test_space_on_the_sample_makes_as_many_labels_as_there_are_things(tmp_path: Path) -> None:
    """The surest of each heap of 0.7, whatever its class: counted here by plain comparison."""
    make_demo(tmp_path / "demo", "ann")
    session = Session.open(tmp_path / "demo", "ann")
    rows = [r for r in image_list.rows(session.project.read, range(1, 200)) if r.origin is Origin.REAL]
    wanted = made = 0
    for row in rows:
        review = look(session, row.id)
        kept: list[Box] = []
        for item in sorted(review.items, key=lambda i: -(i.conf or 0)):
            if (item.conf or 0) >= 0.25 and all(item.region.overlap(box) < SAME_OBJECT_IOU for box in kept):
                kept.append(item.region.bounds)
        if kept:
            actions.complete(session, review, 0.25)
            wanted, made = wanted + len(kept), made + len(look(session, row.id).items)
    assert made == wanted > 200
