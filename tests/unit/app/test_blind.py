"""Blind images: chosen once, hidden everywhere, revealed for good, counted once their differences are settled."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.trial_scenes import as_reviewer, made, set_rates, truth
from verify_app.app.project.report import images, labels
from verify_app.app.review import actions, blind, queue
from verify_app.app.review.blind import Kind
from verify_app.app.review.image_view import look
from verify_app.app.review.queue import Queue
from verify_app.app.scripting.decide import answers, take_responsibility
from verify_app.app.session import Session
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Box
from verify_app.core.trials.blind import BlindStage, DifferenceSide
from verify_app.core.vocabulary import Grade, ImageState, Task
from verify_app.storage.queries import image_list

AGREED, LOOSE, CLASS, EXTRA, MISSED = (Box(x, 20, x + 30, 60) for x in (5, 40, 75, 110, 145))
LOOSER = LOOSE.moved(8, 0)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """One image on which model and person will differ in every way, and another one."""
    made_ = scenery.project(tmp_path, images=2)
    set_rates(made_, honeypots=0.0, blind=1.0)
    said = [(1, AGREED, 0.9), (1, LOOSER, 0.8), (2, CLASS, 0.7), (3, EXTRA, 0.6), (3, Box(1, 65, 30, 95), 0.1)]
    scenery.run(made_, {1: said, 2: [(1, AGREED, 0.9)]})
    return made_


def draw_and_complete(session: Session) -> blind.BlindImage:
    assert blind.meet(session, 1) is not None
    actions.draw(session, 1, (1, AGREED), (1, LOOSE), (1, CLASS), (1, MISSED))
    actions.complete(session, look(session, 1), 0.25)
    found, changes = blind.reveal(session, 1)
    assert found is not None
    assert changes is not None
    return found


def state(session: Session) -> tuple[ImageState, bool]:
    row = image_list.summary(session.project.read, 1)
    assert row is not None
    return ImageState(row["state"]), bool(row["real_verified"])


def sound(session: Session) -> bool:
    return list(session.project.problems()) == []


def test_predictions_are_hidden_from_everybody_and_everything(session: Session) -> None:
    assert len(look(session, 1).items) == 5
    met = blind.meet(session, 1)
    assert met is not None
    assert (met.stage, met.first, met.differences) == (BlindStage.HIDDEN, True, ())
    for who in (session, as_reviewer(session, "bob")):
        assert look(who, 1).items == ()
        assert blind.meet(who, 1) == met
    assert [row.proposals for row in queue.rows(session, [1])] == [0]
    assert list(labels(session.project, 1)) == []
    assert next(images(session.project))["proposals"] == 0
    assert state(session) == (ImageState.UNREVIEWED, False)
    assert sound(session)


def test_the_choice_survives_skipping_restarts_and_the_setting(session: Session) -> None:
    blind.meet(session, 1)
    set_rates(session, blind=0.0)
    assert blind.meet(session, 2) is None
    assert blind.meet(session, 1) is not None
    folder = session.folder
    session.close()
    with_ann = Session.open(folder, "ann")
    assert look(with_ann, 1).items == ()
    assert blind.meet(with_ann, 1).stage is BlindStage.HIDDEN
    assert len(with_ann.project.read.rows("SELECT * FROM blind")) == 1


def test_images_on_which_something_was_decided_or_nothing_predicted_are_not_chosen(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=4)
    set_rates(session, blind=1.0)
    scenery.run(session, {i: [(1, AGREED, 0.9), (2, EXTRA, 0.5)] for i in (1, 2)} | {3: []})
    actions.reject(session, 1, "P1")
    actions.flag(session, 2)
    assert [blind.meet(session, i) for i in (1, 2, 3, 4, 99)] == [None] * 5


def test_about_the_share_that_is_set_is_chosen(tmp_path: Path) -> None:
    session = made(tmp_path, images=60)
    set_rates(session, blind=0.25)
    found = [i for i in range(1, 61) if blind.meet(session, i)]
    assert 6 <= len(found) <= 26
    assert [i for i in range(1, 61) if blind.meet(as_reviewer(session, "bob"), i)] == found


def test_a_completed_one_shows_what_differs(session: Session) -> None:
    found = draw_and_complete(session)
    assert found.stage is BlindStage.OPEN
    kinds = {d.kind: (d.label and d.label.region, d.prediction and d.prediction.region) for d in found.differences}
    assert kinds == {
        Kind.LOOSE: (LOOSE, LOOSER),
        Kind.OTHER_CLASS: (CLASS, CLASS),
        Kind.EXTRA: (None, EXTRA),
        Kind.MISSED: (MISSED, None),
    }
    assert found.open_differences == found.differences
    assert {item.grade for item in look(session, 1).items} == {Grade.BLIND}
    assert state(session) == (ImageState.IN_PROGRESS, False), "it counts for nothing yet"
    assert Queue(session).next_unreviewed(array("q", [2, 1]), 0) == 1, "and comes up again"
    assert blind.reveal(session, 1) == (found, None)
    assert sound(session)


def test_taking_the_own_side_keeps_every_label(session: Session) -> None:
    draw_and_complete(session)
    before = {(i.class_id, i.region) for i in look(session, 1).items}
    assert blind.settle(session, 1, DifferenceSide.MINE) is not None
    assert {(i.class_id, i.region) for i in look(session, 1).items} == before
    assert {item.grade for item in look(session, 1).items} == {Grade.BLIND}
    assert state(session) == (ImageState.COMPLETE, True)
    verdicts = dict(map(tuple, session.project.read.rows("SELECT key, verdict FROM verdict")))
    assert verdicts == {2: "corrected", 3: "corrected", 4: "rejected"}
    assert blind.view(session, 1).stage is BlindStage.SETTLED
    assert {d.side for d in blind.view(session, 1).differences} == {DifferenceSide.MINE}
    assert sound(session)


def test_taking_the_models_side_per_object(session: Session) -> None:
    found = draw_and_complete(session)
    for difference in found.differences:
        assert state(session) == (ImageState.IN_PROGRESS, False)
        blind.settle(session, 1, DifferenceSide.MODEL, difference.id)
    assert {(i.class_id, i.region): i.grade for i in look(session, 1).items} == {
        (1, AGREED): Grade.BLIND,
        (1, LOOSER): Grade.ACCEPTED,
        (2, CLASS): Grade.ACCEPTED,
        (3, EXTRA): Grade.ACCEPTED,
    }
    assert state(session) == (ImageState.COMPLETE, True)
    with pytest.raises(ChangedMeanwhile, match="has been settled"):
        blind.settle(session, 1, DifferenceSide.MINE, found.differences[0].id)
    assert blind.settle(session, 1, DifferenceSide.MINE) is None
    assert sound(session)


def test_settling_is_undone_and_redone(session: Session) -> None:
    found = draw_and_complete(session)
    before = look(session, 1)
    blind.settle(session, 1, DifferenceSide.MODEL)
    after = look(session, 1).items
    actions.undo(session)
    assert look(session, 1).items == before.items
    assert blind.view(session, 1) == found
    assert state(session) == (ImageState.IN_PROGRESS, False)
    actions.redo(session)
    assert look(session, 1).items == after
    assert state(session) == (ImageState.COMPLETE, True)
    assert sound(session)


def test_what_was_revealed_stays_revealed(session: Session) -> None:
    draw_and_complete(session)
    undone = actions.undo(session)
    assert undone.detail["undid"] == "complete"
    assert {item.conf for item in look(session, 1).items if item.id.startswith("P")} == {0.6, 0.1, 0.8}
    actions.draw(session, 1, (2, Box(150, 65, 190, 95)))
    assert [i.grade for i in look(session, 1).items if i.id == "L5"] == [Grade.DRAWN]
    assert blind.meet(session, 1).stage is BlindStage.OPEN
    assert sound(session)


def test_ordinary_decisions_settle_too(session: Session) -> None:
    found = {d.kind: d for d in draw_and_complete(session).differences}
    actions.accept(session, 1, f"P{found[Kind.EXTRA].prediction.id}")
    actions.reject(session, 1, f"L{found[Kind.MISSED].label.id}")
    actions.reject(session, 1, f"L{found[Kind.OTHER_CLASS].label.id}")
    assert [d.kind for d in blind.view(session, 1).open_differences] == [Kind.LOOSE]
    blind.settle(session, 1, DifferenceSide.MINE, found[Kind.LOOSE].id)
    assert state(session) == (ImageState.COMPLETE, True)


def test_an_empty_one(session: Session) -> None:
    blind.meet(session, 2)
    with pytest.raises(UserError, match="Nothing is labelled here"):
        actions.complete(session, look(session, 2), 0.25)
    actions.empty(session, look(session, 2))
    found, _ = blind.reveal(session, 2)
    assert [d.kind for d in found.differences] == [Kind.EXTRA]
    blind.settle(session, 2, DifferenceSide.MODEL)
    assert [item.grade for item in look(session, 2).items] == [Grade.ACCEPTED]
    assert look(session, 2).state is ImageState.COMPLETE


def test_one_that_agrees_is_settled_at_once(session: Session) -> None:
    blind.meet(session, 2)
    actions.draw(session, 2, (1, AGREED.moved(1, 0)))
    actions.complete(session, look(session, 2), 0.25)
    found, _ = blind.reveal(session, 2)
    assert (found.stage, found.differences) == (BlindStage.SETTLED, ())
    assert look(session, 2).state is ImageState.COMPLETE


def test_one_completed_by_a_script_is_revealed_when_it_comes_up(session: Session) -> None:
    blind.meet(session, 1)
    lines = [
        '{"actor": "eve", "op": "draw", "image": "photos/000.png", "class": "bolt", "box": [5, 20, 35, 60]}',
        '{"actor": "eve", "op": "complete", "image": "photos/000.png"}',
    ]
    eve = take_responsibility(session.project, "eve", "\n".join(lines).encode())
    assert all(answer["ok"] for answer in answers(session.project, lines, eve))
    assert state(session) == (ImageState.IN_PROGRESS, False)
    met = blind.meet(session, 1)
    assert met.stage is BlindStage.OPEN
    assert {d.kind for d in met.differences} == {Kind.EXTRA}
    assert blind.meet(session, 1) == met


def test_other_bytes_are_another_image(session: Session) -> None:
    draw_and_complete(session)
    scan = session.project.read.scans([1])[1]
    with session.project.transact(session.actor, "scan") as tx:
        tx.facts("scan", [(1, "f" * 64, scan.bytes, scan.width, scan.height, None, 0)], images=[1])
    assert blind.view(session, 1) is None
    assert state(session)[0] is ImageState.STALE
    assert sound(session)


def test_nothing_is_settled_before_it_is_revealed(session: Session) -> None:
    blind.meet(session, 1)
    assert blind.reveal(session, 1) == (blind.view(session, 1), None), "it is not complete"
    with pytest.raises(UserError, match="complete it first"):
        blind.settle(session, 1, DifferenceSide.MINE)


@pytest.mark.parametrize("task", Task)
def test_every_task(tmp_path: Path, task: Task) -> None:
    session = made(tmp_path, images=2, task=task)
    set_rates(session, blind=1.0)
    things = truth(task, 1)
    blind.meet(session, 1)
    if task is Task.CLASSIFY:
        actions.classify(session, look(session, 1), things[0].class_id % 3 + 1)
        wanted = [Kind.OTHER_CLASS]
    else:
        actions.draw(session, 1, (things[0].class_id, things[0].region))
        actions.complete(session, look(session, 1), 0.0)
        wanted = [Kind.EXTRA]
    found, _ = blind.reveal(session, 1)
    assert [d.kind for d in found.differences] == wanted
    assert [item.grade for item in look(session, 1).items] == [Grade.BLIND]
    blind.settle(session, 1, DifferenceSide.MODEL)
    assert {(i.class_id, i.region) for i in look(session, 1).items} == {(t.class_id, t.region) for t in things}
    assert look(session, 1).state is ImageState.COMPLETE
    assert sound(session)
