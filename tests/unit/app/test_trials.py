"""Honeypots come up, look like images, leave no trace, count once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.app.trial_scenes import as_reviewer, complete, first_trial, made, set_rates, truth
from verify_app.app.project.create import create_project
from verify_app.app.project.report import images, labels
from verify_app.app.review import actions, trials
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.trials.trials import ErrorKind, TrialObject
from verify_app.core.vocabulary import ImageState, LabelState, Origin, Task, Verdict
from verify_app.storage.check import problems
from verify_app.storage.entities import ENTITIES

DONE, OPEN = range(1, 31), range(31, 41)


@pytest.fixture
def ann(tmp_path: Path) -> Session:
    """Thirty images completed by ann, ten open."""
    session = made(tmp_path, images=40)
    complete(session, DONE)
    set_rates(session, honeypots=1.0)
    return session


def tables(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Everything that trials must not touch."""
    names = [entity.table for entity in ENTITIES.values()] + ["image_state", "prediction", "version_item"]
    return {name: [tuple(r) for r in session.project.read.rows(f"SELECT * FROM {name}")] for name in names}


def test_new_projects_have_them_older_settings_have_none(tmp_path: Path) -> None:
    create_project(tmp_path / "p", classes=("a",), actor=Actor("ann"))
    session = Session.open(tmp_path / "p", "ann")
    assert trials.rates(session) == trials.Rates(0.05, 0.05)
    assert trials.set_rates(session, honeypots=0.0, blind=0.2) is not None
    assert trials.rates(session) == trials.Rates(0.0, 0.2)
    assert trials.set_rates(session, blind=0.2) is None
    for wrong in (-0.1, 0.51, float("nan")):
        with pytest.raises(UsageError, match="choose one from 0"):
            trials.set_rates(session, honeypots=wrong)


def test_about_the_share_that_is_set_comes_up(tmp_path: Path) -> None:
    session = made(tmp_path, images=140)
    complete(session, range(1, 101))
    bob = as_reviewer(session, "bob")
    set_rates(session, honeypots=0.25)
    found = [i for i in range(101, 141) if trials.next_trial(bob, i) is not None]
    assert 4 <= len(found) <= 17
    assert [i for i in range(101, 141) if trials.next_trial(bob, i) is not None] == found


def test_none_where_there_is_nothing_to_make_one_of(ann: Session, tmp_path: Path) -> None:
    bob = as_reviewer(ann, "bob")
    assert trials.next_trial(bob, 1) is None, "nobody reviews a complete image"
    assert trials.next_trial(bob, 4711) is None
    set_rates(ann, honeypots=0.0)
    assert all(trials.next_trial(bob, i) is None for i in OPEN)
    empty = made(tmp_path / "other", images=4)
    set_rates(empty, honeypots=1.0)
    assert all(trials.next_trial(empty, i) is None for i in range(1, 5))


def test_nobody_meets_what_they_completed_just_now(ann: Session) -> None:
    mine = {trial.image_id for i in OPEN if (trial := _answered(ann, i)) is not None}
    assert mine <= set(range(1, 11)), "the last twenty of their own are fresh in their mind"
    assert len(mine) == 10, "and no image twice"
    bob = as_reviewer(ann, "bob")
    assert len({_answered(bob, i).image_id for i in OPEN}) == 10


def test_a_rendering_does_not_come_up_for_a_photograph_while_there_are_photographs(ann: Session) -> None:
    actions.set_origin(ann, [*range(1, 30, 2), *range(36, 41)], Origin.SYNTHETIC)
    bob = as_reviewer(ann, "bob")
    for before in OPEN:
        trial = _answered(bob, before)
        assert trial is not None and (trial.image_id % 2 == 1) == (before >= 36)


def _answered(session: Session, image_id: int) -> trials.Trial | None:
    trial = trials.next_trial(session, image_id)
    if trial is not None:
        trials.answer(session, trial, trials.begin(session, trial).flag())
    return trial


def test_gold_flagged_stale_and_removed_images_are_never_used(ann: Session) -> None:
    actions.set_gold(ann, [*range(1, 11)])
    for image_id in range(11, 16):
        actions.flag(ann, image_id, "?")
    actions.remove_images(ann, [*range(16, 21)])
    scans = ann.project.read.scans([*range(21, 26)])
    with ann.project.transact(ann.actor, "scan") as tx:
        rows = [(i, f"{i:064x}", s.bytes, s.width, s.height, None, 0) for i, s in scans.items()]
        tx.facts("scan", rows, images=list(scans))
    bob = as_reviewer(ann, "bob")
    found = {trial.image_id for i in OPEN if (trial := _answered(bob, i)) is not None}
    assert found == set(range(26, 31))


def test_it_looks_like_any_other_image(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    for image_id in OPEN:
        trial = trials.next_trial(bob, image_id, threshold=0.55)
        assert trial is not None
        review, plain = trials.begin(bob, trial).review, look(bob, image_id)
        assert (review.state, review.flag, review.complete_by, review.gold) == (
            ImageState.UNREVIEWED,
            None,
            None,
            False,
        )
        assert (review.width, review.height, review.omission_margin) == (200, 100, plain.omission_margin)
        assert review.file.is_file()
        for item in review.items:
            assert item.state is LabelState.PROPOSAL
            assert item.id.startswith("P")
            assert (item.grade, item.by, item.flag, item.original) == (None, None, None, None)
            assert 0.55 <= item.conf <= 0.7
        trials.answer(bob, trial, trials.begin(bob, trial).flag())


def test_a_trial_leaves_no_trace_and_is_no_undo(ann: Session) -> None:
    before = tables(ann)
    bob = as_reviewer(ann, "bob")
    actions.accept(bob, 31, look(bob, 31).items[0].id)
    actions.undo(bob)
    actions.redo(bob)
    touched = tables(ann)
    for image_id in OPEN[1:]:
        trial = trials.next_trial(bob, image_id)
        assert trial is not None
        attempt = trials.begin(bob, trial)
        attempt.draw((1, Box(5, 70, 25, 95)))
        trials.answer(bob, trial, attempt.complete(0.0), ms=1500)
    assert tables(ann) == touched
    undone = actions.undo(bob)
    assert undone.detail["undid"] == "accept"
    assert undone.images == {31}
    assert tables(ann) == before
    assert list(ann.project.problems()) == []
    assert not any("trial" in str(row) for row in [*labels(ann.project), *images(ann.project)])


def test_the_first_decision_counts(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    trial = first_trial(bob, OPEN)
    first = trials.answer(bob, trial, trials.begin(bob, trial).complete(0.0))
    assert first.caught is False
    assert first.first
    with pytest.raises(UserError, match="the first decision counts"):
        trials.answer(bob, trial, perfect(_attempt(bob, trial), trial))
    with pytest.raises(UserError, match="go on to the next one"):
        trials.begin(bob, trial)
    assert trials.next_trial(bob, trial.before_id) is None
    second = first_trial(bob, OPEN)
    assert not trials.answer(bob, second, trials.begin(bob, second).flag()).first
    with pytest.raises(UserError, match="shown to somebody else"):
        third = first_trial(bob, OPEN)
        trials.answer(ann, third, _attempt(bob, third).flag())


def _attempt(session: Session, trial: trials.Trial) -> Attempt:
    return Attempt(look(session, trial.image_id), trial.alteration, session.actor)


def perfect(attempt: Attempt, trial: trials.Trial) -> object:
    """The answer of somebody who sees everything."""
    alteration = trial.alteration
    if alteration.place is None:
        assert alteration.truth is not None
        attempt.draw((alteration.truth.class_id, alteration.truth.region))
    else:
        item = attempt.review.items[alteration.place]
        if alteration.truth is None:
            attempt.reject(item.id)
        else:
            attempt.correct(item.id, class_id=alteration.truth.class_id, region=alteration.truth.region)
    return attempt.complete(0.0)


def test_one_left_alone_comes_up_again_after_a_restart(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    trial = first_trial(bob, OPEN)
    assert trials.begin(bob, trial).leave() is None
    folder = ann.folder
    ann.close()
    again = Session.open(folder, "bob")
    assert trials.next_trial(again, trial.before_id) == trial
    there = trials.next_trial(again, 40)
    assert there == replace(trial, before_id=40), "in place of a new one"
    trials.answer(again, there, perfect(trials.begin(again, there), there))
    assert trials.next_trial(again, 40) is None, "it has had its trial"
    assert trials.next_trial(again, trial.before_id) is None
    other = trials.next_trial(again, 39)
    assert other is not None
    assert other.id != trial.id
    assert trials.next_trial(again, 40) is None
    assert list(problems(again.project.read.connection)) == []
    again.close()


def test_one_whose_image_has_changed_is_passed_over(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    trial = first_trial(bob, OPEN)
    actions.reopen(ann, trial.image_id)
    with pytest.raises(UserError, match="has changed since"):
        trials.begin(bob, trial)
    assert trials.next_trial(bob, trial.before_id) is None
    other = trials.next_trial(bob, 40)
    assert other is not None
    assert other.image_id != trial.image_id


@pytest.mark.parametrize("task", Task)
def test_every_task_has_its_errors_and_both_answers(tmp_path: Path, task: Task) -> None:
    session = made(tmp_path, images=60, task=task)
    if task is Task.CLASSIFY:
        for i in range(1, 41):
            actions.classify(session, look(session, i), truth(task, i)[0].class_id)
    else:
        complete(session, range(1, 41))
    set_rates(session, honeypots=1.0)
    kinds = set()
    for name, caught in (("bob", True), ("cid", False)):
        reviewer = as_reviewer(session, name)
        for image_id in range(41, 61):
            trial = trials.next_trial(reviewer, image_id)
            assert trial is not None
            attempt = trials.begin(reviewer, trial)
            if task is Task.CLASSIFY:
                shown = attempt.review.items[0].class_id
                right = trial.alteration.truth.class_id
                said = attempt.classify(right if caught else shown)
            else:
                stamp = attempt.complete if attempt.review.items else attempt.empty
                said = perfect(attempt, trial) if caught else stamp(0.0)
            outcome = trials.answer(reviewer, trial, said)
            assert outcome.caught is caught
            assert outcome.judgement.false_alarms == 0
            kinds.add(outcome.error)
    assert kinds == ({ErrorKind.RELABELLED} if task is Task.CLASSIFY else set(ErrorKind))
    assert list(problems(session.project.read.connection)) == []


def test_what_is_revealed(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    for image_id in OPEN:
        trial = trials.next_trial(bob, image_id)
        assert trial is not None
        good = truth(Task.DETECT, trial.image_id)
        outcome = trials.answer(bob, trial, trials.begin(bob, trial).complete(0.0))
        assert (outcome.truth is None) == (outcome.error is ErrorKind.INVENTED)
        assert (outcome.shown is None) == (outcome.error is ErrorKind.DELETED)
        assert outcome.truth is None or outcome.truth in good


# --- the verbs of an attempt ----------------------------------------------------------------------------


@pytest.fixture
def attempt(ann: Session) -> Attempt:
    """On a honeypot that shows two objects."""
    bob = as_reviewer(ann, "bob")
    for image_id in OPEN:
        trial = trials.next_trial(bob, image_id)
        assert trial is not None
        if len(trial.alteration.shown) == 2:
            return trials.begin(bob, trial)
        trials.answer(bob, trial, trials.begin(bob, trial).flag())
    raise AssertionError("no honeypot of two objects")


def test_the_verbs_of_the_review(attempt: Attempt) -> None:
    first, second = attempt.review.items
    attempt.accept(first.id)
    label = next(item for item in attempt.review.items if item.state is LabelState.VERIFIED)
    assert (label.id[0], label.by, label.grade) == ("L", "bob", "accepted")
    assert attempt.review.state is ImageState.IN_PROGRESS
    attempt.reshape({label.id: first.region.moved(9, 0)})
    moved = next(item for item in attempt.review.items if item.id == label.id)
    assert (moved.grade, moved.original) == ("corrected", first.region)
    attempt.reject(second.id, fix_later=True)
    assert [i.state for i in attempt.review.items if i.id == second.id] == [LabelState.FIX_LATER]
    drawn = attempt.draw((2, Box(150, 5, 400, 30)))
    assert [i.region for i in attempt.review.items if i.id == drawn] == [Box(150, 5, 200, 30)]
    assert [i.id for i in attempt.review.items] == [label.id, drawn, second.id], "in the order of any image"
    with pytest.raises(UserError, match="flag this one instead"):
        attempt.reject(drawn, fix_later=True)
    attempt.reject(drawn)
    assert len(attempt.review.items) == 2
    said = attempt.complete(0.0)
    assert [d.verdict for d in said.decisions] == [Verdict.CORRECTED, Verdict.FIX_LATER]
    assert said.drawn == ()
    with pytest.raises(UserError, match="not on the image any more"):
        attempt.accept("P12")
    with pytest.raises(UserError, match="at least one pixel"):
        attempt.draw((1, Box(500, 500, 600, 600)))


def test_steps_are_taken_back_before_the_answer_only(attempt: Attempt) -> None:
    first = attempt.review.items[0]
    attempt.reject(first.id)
    assert first.id not in {item.id for item in attempt.review.items}
    assert attempt.undo()
    assert attempt.review.items[0] == first
    assert not attempt.undo()
    assert attempt.redo()
    assert not attempt.redo()
    assert attempt.leave().decisions[0].verdict is Verdict.REJECTED
    assert not attempt.leave().complete


def test_the_slider_hides_and_empty_refuses(attempt: Attempt) -> None:
    assert [d.verdict for d in attempt.complete(0.0).decisions] == [Verdict.ACCEPTED] * 2
    with pytest.raises(UserError, match="Nothing is labelled here"):
        attempt.complete(0.99)
    assert [d.verdict for d in attempt.empty(0.0).decisions] == [Verdict.REJECTED] * 2
    assert [d.verdict for d in attempt.empty(0.99).decisions] == [Verdict.DISMISSED] * 2
    attempt.accept(attempt.review.items[0].id)
    assert [d.verdict for d in attempt.complete(0.99).decisions] == [Verdict.ACCEPTED, Verdict.DISMISSED]
    with pytest.raises(UserError, match="1 verified label is on this image"):
        attempt.empty(0.0)


def test_a_corrected_object_that_is_put_back_is_accepted(attempt: Attempt) -> None:
    first = attempt.review.items[0]
    attempt.correct(first.id, class_id=first.class_id % 3 + 1)
    changed = attempt.review.items[0]
    assert changed.grade == "corrected"
    attempt.correct(changed.id, class_id=first.class_id)
    said = attempt.complete(0.0).decisions[0]
    assert said.verdict is Verdict.ACCEPTED
    assert said.thing == TrialObject(first.class_id, first.region)
