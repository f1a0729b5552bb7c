"""Simulated reviewers go through a real project by the functions people use; trust says of each what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from tests.benchmarks import sim_trust
from tests.unit.app.trial_scenes import complete, made, set_rates, truth
from verify_app.app.demo.simulated_reviewers import (
    ANCHORED,
    CAREFUL,
    HABITS,
    PERFECT,
    RUBBER_STAMP,
    Habit,
    SimulatedReviewer,
    Worked,
    rehearse,
)
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.review import trials
from verify_app.app.review.image_view import look
from verify_app.app.review.trust import notice, trust_of
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.trials.trials import ErrorKind
from verify_app.core.vocabulary import ActorKind, Task
from verify_app.storage.queries import image_list

DONE, OPEN = range(1, 61), range(61, 101)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Sixty images completed by ann; on forty more the model errs in each way now and then. A demo project."""
    session = scenery.project(tmp_path, images=100)
    set_rates(session, honeypots=0.0, blind=0.0)
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", "demo", {"value": "true"})
    scenery.run(session, {i: _said(i) for i in range(1, 101)})
    complete(session, DONE)
    set_rates(session, honeypots=0.5, blind=0.2)
    return session


def _said(image_id: int) -> list[scenery.Said]:
    found = [(thing.class_id, thing.region, 0.8) for thing in truth(Task.DETECT, image_id)]
    if image_id in OPEN:
        (cls, region, conf), (other, second, _) = found
        return {
            0: found,
            1: [(cls, region.moved(18, 0), conf), (other, second, conf)],
            2: [(cls % 3 + 1, region, conf), (other, second, conf)],
            3: [*found, (1, Box(150, 70, 180, 95), 0.5)],
            4: [(cls, region, conf)],
        }[image_id % 5]
    return found


def work(session: Session, habit: Habit) -> tuple[SimulatedReviewer, Worked]:
    reviewer = SimulatedReviewer(session, habit, lambda i: truth(Task.DETECT, i), seed=1)
    return reviewer, reviewer.work(OPEN)


def right(session: Session, image_id: int) -> bool:
    good = {(thing.class_id, thing.region) for thing in truth(Task.DETECT, image_id)}
    return {(item.class_id, item.region) for item in look(session, image_id).items} == good


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_each_goes_through_the_gate(session: Session, habit: Habit) -> None:
    reviewer, done = work(session, habit)
    assert done.images == len(OPEN)
    assert 10 <= len(done.outcomes) <= 30
    assert 2 <= done.blind <= 18
    trust = trust_of(reviewer.session)
    assert trust.actor.kind is ActorKind.SIMULATED
    assert trust.catch.shown == len(done.outcomes)
    for error, rate in trust.by_error.items():
        assert rate.shown == sum(outcome.error is error for outcome in done.outcomes)
    assert (trust.blind.images, trust.blind.settled) == (done.blind, done.blind)
    assert trust.pace.images == len(OPEN)
    assert trust.pace.seconds_per_image is not None
    assert list(session.project.problems()) == []
    counts = {row.state.value for row in image_list.rows(session.project.read, list(OPEN))}
    assert counts <= {"complete", "complete_empty"}


def test_the_perfect_one_leaves_everything_right(session: Session) -> None:
    reviewer, _ = work(session, PERFECT)
    trust = trust_of(reviewer.session)
    assert trust.catch.caught == trust.catch.shown
    assert trust.false_alarms.caught == 0
    assert all(right(session, image_id) for image_id in OPEN)
    assert notice(reviewer.session) is None


def test_the_stamp_catches_nothing_and_is_noticed(session: Session) -> None:
    reviewer, _ = work(session, RUBBER_STAMP)
    trust = trust_of(reviewer.session)
    assert trust.catch.caught == 0
    assert trust.dependence.accepted == trust.dependence.decided
    found = notice(reviewer.session)
    assert found is not None
    assert found == trust.notice
    assert found.missed == trust.catch.shown
    assert str(found).startswith(f"The last {found.missed} altered images passed as shown.")


@pytest.mark.parametrize("habit", [PERFECT, RUBBER_STAMP], ids=lambda habit: habit.name)
@pytest.mark.parametrize("task", list(Task))
def test_catch_rates_of_every_task(tmp_path: Path, task: Task, habit: Habit) -> None:
    session = made(tmp_path, images=40, task=task)
    complete(session, range(1, 31))
    set_rates(session, honeypots=1.0)
    reviewer = SimulatedReviewer(session, habit, lambda i: truth(task, i), seed=2)
    reviewer.work(range(31, 41))
    trust = trust_of(reviewer.session)
    caught = 1.0 if habit is PERFECT else 0.0
    assert trust.catch.shown == 10
    assert trust.catch.caught == caught * 10
    for error, rate in trust.by_error.items():
        assert rate.caught == caught * rate.shown
        assert not rate.shown or rate.interval.holds(habit.catches[error])
    if task is Task.CLASSIFY:
        assert {error for error, rate in trust.by_error.items() if rate.shown} == {ErrorKind.RELABELLED}


def test_the_anchored_one_misses_what_is_missing_and_is_not_noticed(session: Session) -> None:
    reviewer, _ = work(session, ANCHORED)
    by_error = trust_of(reviewer.session).by_error
    assert by_error[ErrorKind.DELETED].shown > 0
    assert by_error[ErrorKind.DELETED].caught == 0
    assert all(rate.caught == rate.shown for error, rate in by_error.items() if error is not ErrorKind.DELETED)
    assert notice(reviewer.session) is None


def test_the_careful_one(session: Session) -> None:
    reviewer, _ = work(session, CAREFUL)
    trust = trust_of(reviewer.session)
    assert trust.catch.interval.holds(0.95)
    assert notice(reviewer.session) is None


def test_they_count_for_nothing_outside_a_demo(session: Session) -> None:
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", "demo", {"value": "false"})
    set_rates(session, blind=0.0)
    work(session, PERFECT)
    rows = session.project.read.rows("SELECT key FROM image_state WHERE real_verified = 1")
    assert {row[0] for row in rows} <= set(DONE)


def test_trials_are_never_exported(session: Session, tmp_path: Path) -> None:
    set_rates(session, honeypots=0.0, blind=0.0)
    before = export(session, tmp_path / "before", ExportOptions())
    set_rates(session, honeypots=1.0)
    reviewer = SimulatedReviewer(session, RUBBER_STAMP, lambda i: truth(Task.DETECT, i))
    assert _answer_all(reviewer) >= 20
    after = export(session, tmp_path / "after", ExportOptions())
    assert not after.new
    first, second = (sorted(p.relative_to(x.folder) for p in x.folder.rglob("*")) for x in (before, after))
    assert first == second
    assert all(
        (before.folder / p).read_bytes() == (after.folder / p).read_bytes()
        for p in first
        if (before.folder / p).is_file() and p.suffix == ".txt"
    )


def _answer_all(reviewer: SimulatedReviewer) -> int:
    """Meet and answer every honeypot, decide on no image."""
    count = 0
    for image_id in OPEN:
        trial = trials.next_trial(reviewer.session, image_id)
        if trial is not None:
            trials.answer(reviewer.session, trial, trials.begin(reviewer.session, trial).flag())
            count += 1
    return count


# --- in memory ------------------------------------------------------------------------------------------


def test_a_rehearsal_is_seeded_and_keeps_to_the_habit() -> None:
    assert rehearse(CAREFUL, 400, rate=0.2, seed=3) == rehearse(CAREFUL, 400, rate=0.2, seed=3)
    assert rehearse(CAREFUL, 400, rate=0.2, seed=3) != rehearse(CAREFUL, 400, rate=0.2, seed=4)
    for habit in HABITS:
        found = [each.result for seed in range(10) for each in rehearse(habit, 400, rate=0.2, seed=seed)]
        assert 600 < len(found) < 900
        for error, chance in habit.catches.items():
            mine = [result for result in found if result.error is error]
            assert len(mine) > 100
            assert abs(sum(result.caught for result in mine) / len(mine) - chance) < 0.05
        assert sum(result.false_alarms for result in found) == 0


def test_the_targets_of_the_benchmark_hold_in_a_small_one() -> None:
    table = [sim_trust.row(habit, 60) for habit in HABITS]
    by_name = {row["reviewer"]: row for row in table}
    assert all(row["coverage"] >= 0.9 for row in table)
    assert by_name["rubber stamp"]["noticed"] >= 0.95
    assert by_name["perfect"]["false_notices"] == 0.0
    assert by_name["careful"]["false_notices"] <= 0.02
