"""What is known of each reviewer, in `status`, in `trust` and for their own page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.app.trial_scenes import as_reviewer, complete, made, set_rates
from verify_app.app.project.report import status
from verify_app.app.review import actions, blind, trials
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.review.trust import everybody, notice, plain, trust_of
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.trials.blind import DifferenceSide
from verify_app.core.trials.trials import Answer, ErrorKind
from verify_app.core.wilson import wilson

DONE, OPEN = range(1, 31), range(31, 51)


@pytest.fixture
def ann(tmp_path: Path) -> Session:
    session = made(tmp_path, images=50)
    complete(session, DONE)
    set_rates(session, honeypots=1.0)
    return session


def stamp(attempt: Attempt) -> Answer:
    return attempt.complete(0.0) if attempt.review.items else attempt.empty(0.0)


def caught(attempt: Attempt, trial: trials.Trial) -> Answer:
    alteration = trial.alteration
    if alteration.place is None:
        attempt.draw((alteration.truth.class_id, alteration.truth.region))
    else:
        attempt.reject(attempt.review.items[alteration.place].id)
    return attempt.complete(0.0)


def answer(session: Session, image_ids: range, *, look_close: bool) -> list[trials.TrialOutcome]:
    found = []
    for image_id in image_ids:
        trial = trials.next_trial(session, image_id)
        assert trial is not None
        attempt = trials.begin(session, trial)
        said = caught(attempt, trial) if look_close else stamp(attempt)
        found.append(trials.answer(session, trial, said, ms=3000))
    return found


def test_rates_by_error_and_reviewer(ann: Session) -> None:
    bob, cid = as_reviewer(ann, "bob"), as_reviewer(ann, "cid")
    seen = answer(bob, range(31, 41), look_close=True)
    answer(cid, range(31, 36), look_close=False)
    trust = trust_of(bob)
    assert (trust.catch.shown, trust.catch.caught) == (10, 10)
    assert trust.catch.interval == wilson(10, 10)
    for error in ErrorKind:
        assert trust.by_error[error].caught == sum(outcome.error is error for outcome in seen)
    assert trust_of(ann, "cid").catch.caught == 0
    assert trust_of(ann).catch.shown == 0
    assert {t.actor.name: t.catch.shown for t in everybody(ann.project.read)} == {"ann": 0, "bob": 10, "cid": 5}


def test_what_was_flagged_is_in_no_rate(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    trial = trials.next_trial(bob, 31)
    trials.answer(bob, trial, trials.begin(bob, trial).flag())
    trust = trust_of(bob)
    assert (trust.catch.shown, trust.undecided) == (0, 1)


def test_a_note_comes_and_goes(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    answer(bob, range(31, 41), look_close=True)
    assert notice(bob) is None
    levels = []
    for image_id in range(41, 51):
        answer(bob, range(image_id, image_id + 1), look_close=False)
        levels.append(notice(bob))
    assert levels[0] is None
    assert levels[1] is None
    assert levels[-1] is not None
    assert levels[-1].missed == 10
    assert str(levels[-1]).startswith("The last 10 altered images passed as shown.")
    assert notice(ann, "bob") == levels[-1]


def test_attention_and_accept_rates(ann: Session) -> None:
    bob = as_reviewer(ann, "bob")
    for image_id in (31, 32):
        first, second = (item.id for item in look(bob, image_id).items)
        actions.accept(bob, image_id, first, ms=2000)
        actions.reject(bob, image_id, second, ms=4000)
        actions.complete(bob, look(bob, image_id), 0.0, ms=200_000)
    actions.undo(bob)
    trust = trust_of(bob)
    assert (trust.pace.images, trust.pace.decisions) == (2, 6)
    assert trust.pace.seconds_per_image == 126.0
    assert trust.pace.idle_share == pytest.approx(160 / 412)
    assert (trust.dependence.decided, trust.dependence.accepted) == (4, 2)
    assert trust.dependence.auc == 0.5


def test_blind_images_are_counted(ann: Session) -> None:
    set_rates(ann, blind=1.0, honeypots=0.0)
    for image_id, side in ((31, DifferenceSide.MODEL), (32, DifferenceSide.MINE), (33, None)):
        blind.meet(ann, image_id)
        actions.empty(ann, look(ann, image_id))
        blind.reveal(ann, image_id)
        if side is not None:
            blind.settle(ann, image_id, side)
    found = trust_of(ann).blind
    assert (found.images, found.settled, found.missed, found.drawn) == (3, 2, 2, 0)


def test_status_and_the_command(ann: Session, capsys: pytest.CaptureFixture[str]) -> None:
    bob = as_reviewer(ann, "bob")
    answer(bob, range(31, 36), look_close=True)
    rows = {row["reviewer"]: row for row in status(ann.project)["reviewers"]}
    assert rows["bob"]["catch_rate"] == {
        "shown": 5, "caught": 5, "rate": 1.0, "low": round(wilson(5, 5).low, 4), "high": 1.0,
    }  # fmt: skip
    assert rows["ann"]["catch_rate"]["rate"] is None
    assert "attention" not in rows["bob"], "how somebody works is their own affair"
    whole = [plain(trust) for trust in everybody(ann.project.read)]
    ann.close()
    assert run(["trust", str(ann.folder), "--json"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == json.loads(json.dumps(whole))
    assert run(["trust", str(ann.folder), "--reviewer", "bob"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("bob\n  caught        5 of 5 altered images (57% to 100%)")
    assert "ann" not in text
    assert run(["trust", str(ann.folder), "--reviewer", "eve"]) == 1
    assert "Nobody called eve has decided anything" in capsys.readouterr().err


def test_nobody_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = made(tmp_path, images=1)
    session.close()
    assert run(["trust", str(session.folder)]) == 0
    assert capsys.readouterr().out == "Nobody has decided anything yet.\n"
    assert run(["trust", str(session.folder), "--json"]) == 0
    assert capsys.readouterr().out == ""
