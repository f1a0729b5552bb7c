"""Decisions on many objects at once: one step, undone in one, and no image complete by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.review import actions, bulk_actions
from verify_app.app.review.crops import CropFilter, by_image, crops, folded_under, standing
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import ImageState, LabelState
from verify_app.storage.check import problems
from verify_app.storage.row_mappers import region_text

A, B, C = (5, 5, 45, 45), (60, 5, 100, 45), (120, 5, 160, 45)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=6)
    said = {i: [(1, A, 0.3 + i / 10), (2, B, 0.95), (1, C, 0.1)] for i in range(1, 6)}
    scenery.run(made, said)
    return made


def test_crops_of_a_class_come_unsure_first_and_across_images(session: Session) -> None:
    found = crops(session, CropFilter(classes=frozenset((1,)), conf=(0.2, 1.0)))
    assert [(c.image_id, c.conf) for c in found] == [(i, pytest.approx(0.3 + i / 10)) for i in range(1, 6)]
    assert [c.conf for c in crops(session, CropFilter(), order="sure")[:5]] == [0.95] * 5
    actions.accept(session, 1, "P1")
    assert len(crops(session, CropFilter(states=frozenset((LabelState.VERIFIED,))))) == 1


def test_many_decisions_are_one_step_and_complete_nothing(session: Session) -> None:
    before = session.project.read.one("SELECT count(*) FROM event")
    done = bulk_actions.accept_many(session, by_image(crops(session, CropFilter(classes=frozenset((2,))))))
    assert (done.done, done.left) == (5, ())
    assert done.changes is not None
    assert done.changes.images == frozenset(range(1, 6))
    assert session.project.read.one("SELECT count(*) FROM event") == before + 1
    assert {look(session, i).state for i in range(1, 6)} == {ImageState.IN_PROGRESS}
    rejected = bulk_actions.reject_many(session, by_image(crops(session, CropFilter(conf=(0.0, 0.2)))))
    assert rejected.done == 5
    moved = bulk_actions.reclass_many(session, by_image(crops(session, CropFilter())), 3)
    assert moved.done == 5
    assert not crops(session, CropFilter())
    for _ in range(3):
        actions.undo(session)
    assert len(crops(session, CropFilter())) == 15
    assert list(problems(session.project.read.connection)) == []


def test_what_changed_meanwhile_is_named_and_the_rest_goes_on(session: Session) -> None:
    chosen = by_image(crops(session, CropFilter(classes=frozenset((2,)))))
    other = Session(session.project, type(session.actor)("bob"))
    actions.accept(other, 2, "P5")
    done = bulk_actions.accept_many(session, chosen)
    assert done.done == 4
    assert len(done.left) == 1
    assert "bob" in done.left[0]
    verified = by_image(crops(session, CropFilter(states=frozenset((LabelState.VERIFIED,)))))
    kept = bulk_actions.reject_many(session, verified)
    assert kept.done == 0
    assert len(kept.left) == 5
    assert bulk_actions.reclass_many(session, chosen, 99).done == 0


def test_two_predictions_of_one_object_become_one_label(session: Session) -> None:
    scenery.run(session, {6: [(1, A, 0.9), (1, (6, 6, 45, 45), 0.8)]}, model_id=1)
    done = bulk_actions.accept_many(session, {6: ["P16", "P17"]})
    assert done.done == 1
    assert [i.id for i in look(session, 6).items] == ["L1"]


def test_a_complete_image_stays_complete_by_the_editors_word(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.0)
    bulk_actions.reclass_many(session, {1: ["L1"], 2: ["P4"]}, 3)
    assert look(session, 1).state is ImageState.COMPLETE
    assert look(session, 2).state is ImageState.IN_PROGRESS


def test_five_thousand_crops_are_one_step_and_undone_in_one(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=50)
    row = [(1 + k % 3, (2 * (k % 90), 20 * (k // 90), 2 * (k % 90) + 2, 20 * (k // 90) + 15), 0.5) for k in range(100)]
    scenery.run(session, dict.fromkeys(range(1, 51), row))
    chosen = by_image(crops(session, CropFilter()))
    assert sum(map(len, chosen.values())) == 5000
    before = session.project.read.one("SELECT max(id) FROM event")
    done = bulk_actions.accept_many(session, chosen)
    assert (done.done, done.left) == (5000, ())
    assert session.project.read.one("SELECT max(id) FROM event") == before + 1
    assert session.project.read.one("SELECT count(*) FROM label") == 5000
    assert list(problems(session.project.read.connection)) == []
    actions.undo(session)
    assert session.project.read.one("SELECT max(id) FROM event") == before + 2
    assert session.project.read.one("SELECT count(*) FROM label") == 0
    assert len(crops(session, CropFilter())) == 5000
    assert list(problems(session.project.read.connection)) == []


def test_twins_in_hand_are_settled_with_the_first_and_told_from_what_was_rejected(session: Session) -> None:
    twin, other = (6, 6, 46, 47), (62, 8, 101, 47)
    scenery.run(session, {6: [(1, A, 0.9), (1, twin, 0.8), (2, B, 0.7), (2, other, 0.6), (3, C, 0.5)]})
    there = [crop for crop in crops(session, CropFilter()) if crop.image_id == 6]
    first, second, third, fourth, last = sorted(there, key=lambda crop: -(crop.conf or 0.0))
    done = bulk_actions.accept_many(session, by_image([first, second]))
    assert (done.done, done.settled, done.left) == (1, 1, ())
    actions.reject(session, 6, third.item_id)
    actions.reject(session, 6, last.item_id, fix_later=True)
    assert standing(session, there) == {
        (6, first.item_id): "accepted",
        (6, second.item_id): "settled",
        (6, third.item_id): "rejected",
        (6, last.item_id): "later",
    }, f"{fourth.item_id} is still to be decided"
    again = bulk_actions.accept_many(session, by_image([second]))
    assert (again.done, again.settled) == (0, 0) and "already labelled" in again.left[0], "not of this step"


FOLDED = (B, (60, 5, 101, 45))
"""Nobody could tell them apart."""


@pytest.mark.parametrize("how", ["accept", "class", "reject", "later"])
def test_what_nobody_could_tell_apart_is_one_crop_and_decided_as_one(session: Session, how: str) -> None:
    scenery.run(session, {6: [(2, box, 0.9 - n / 10) for n, box in enumerate(FOLDED)] + [(3, C, 0.5)]})
    top, other = sorted((c for c in crops(session, CropFilter()) if c.image_id == 6), key=lambda c: c.class_id)
    assert (top.conf, other.folded) == (0.9, ()) and [item.conf for item in top.folded] == [pytest.approx(0.8)]
    chosen = by_image([top])
    if how == "accept":
        done = bulk_actions.accept_many(session, chosen)
    elif how == "class":
        done = bulk_actions.reclass_many(session, chosen, 1)
    else:
        done = bulk_actions.reject_many(session, chosen, folded=folded_under([top]), fix_later=how == "later")
    assert (done.done, done.left) == (1, ())
    now = {item.id: item for item in look(session, 6).items}
    left = {c.item_id for c in crops(session, CropFilter()) if c.image_id == 6}
    assert other.item_id in left and top.folded[0].id not in {*now, *left}, "the one below went with it"
    verdicts = dict(session.project.read.rows("SELECT 'P' || key, verdict FROM verdict WHERE image_id = 6"))
    expected = {"accept": ["accepted"], "class": ["corrected"], "later": ["fix_later", "rejected"]}
    assert sorted(verdicts.values()) == expected.get(how, ["rejected"] * 2)
    assert list(problems(session.project.read.connection)) == []


def test_those_that_a_filter_leaves_out_are_folded_nowhere(session: Session) -> None:
    scenery.run(session, {6: [(2, box, 0.9 - n / 10) for n, box in enumerate(FOLDED)]})
    (crop,) = (c for c in crops(session, CropFilter(conf=(0.0, 0.85))) if c.image_id == 6)
    assert crop.conf == pytest.approx(0.8) and crop.folded == ()


@pytest.mark.parametrize("how", ["accept", "class", "region"])
def test_what_a_model_says_of_an_object_that_came_in_makes_no_second_label(session: Session, how: str) -> None:
    """In the grid and unfolded, where the proposal is decided on and not the row that both are folded into."""
    with session.project.transact(session.importer, "import") as tx:
        tx.facts("imported", [(6, 1, region_text(Box(5, 5, 45, 45)), "a.txt", "")], images=[6])
    (proposal,) = scenery.run(session, {6: [(1, (6, 6, 46, 46), 0.9)]})
    if how == "accept":
        assert bulk_actions.accept_many(session, {6: [f"P{proposal}"]}).done == 1
    elif how == "class":
        assert bulk_actions.reclass_many(session, {6: [f"P{proposal}"]}, 2).done == 1
    else:
        actions.reshape(session, 6, {f"P{proposal}": Box(8, 8, 60, 60)})
    (item,) = look(session, 6).items
    assert item.state is LabelState.VERIFIED and item.id.startswith("L")
    assert item.class_id == (2 if how == "class" else 1)
    assert item.region == (Box(8, 8, 60, 60) if how == "region" else Box(5, 5, 45, 45)), "the import's, as in a heap"
    actions.complete(session, look(session, 6), 0.25)
    assert len(look(session, 6).items) == 1, "one object, one label"
    assert list(problems(session.project.read.connection)) == []
    for _ in range(2):
        actions.undo(session)
    assert [i.state for i in look(session, 6).items] == [LabelState.IMPORTED, LabelState.PROPOSAL]
