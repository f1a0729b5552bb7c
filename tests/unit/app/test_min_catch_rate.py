"""Receipts state how well those behind the labels catch errors; a rule may demand it. Unsettled images stay out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.app.trial_scenes import as_reviewer, complete, first_trial, made, set_rates
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.review import actions, blind, trials
from verify_app.app.session import Session
from verify_app.core.errors import PolicyError, UsageError
from verify_app.core.receipt.receipt import RECEIPT, CatchRecord, catch_record
from verify_app.core.vocabulary import Origin
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries import image_list

OPEN = range(31, 51)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Thirty images verified by ann, who has caught ten errors of ten."""
    session = made(tmp_path, images=50)
    complete(session, range(1, 31))
    set_rates(session, honeypots=1.0)
    for _ in range(10):
        trial = first_trial(session, OPEN)
        attempt = trials.begin(session, trial)
        if trial.alteration.place is None:
            attempt.draw((trial.alteration.truth.class_id, trial.alteration.truth.region))
        else:
            attempt.reject(attempt.review.items[trial.alteration.place].id)
        trials.answer(session, trial, attempt.complete(0.0))
    return session


def test_a_receipt_states_catch_rates_and_verifies(session: Session, tmp_path: Path) -> None:
    done = export(session, tmp_path / "v", ExportOptions(min_catch_rate="0.7"))
    stated = json.loads((done.folder / RECEIPT).read_text())
    assert stated["reviewers"] == {"ann": {"shown": 10, "caught": 10, "low": "0.7225", "high": "1.0000"}}
    assert stated["policy"][-1] == {"name": "min_catch_rate", "kind": "soft", "demanded": "7/10"}
    assert stated["outcomes"][-1]["measured"] == "7225/10000"
    found = verify_version(done.folder)
    assert found.problems == []
    assert found.receipt.reviewers == {"ann": catch_record(10, 10)}


def test_without_the_rule_rates_are_only_stated(session: Session, tmp_path: Path) -> None:
    done = export(session, tmp_path / "v", ExportOptions())
    assert "min_catch_rate" not in (done.folder / RECEIPT).read_text()
    assert verify_version(done.folder).sound


def test_the_rule_refuses_and_names_who(session: Session, tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"surely catches 80 % .* ann 10 of 10 \(at least 72.2 %\)"):
        export(session, tmp_path / "v", ExportOptions(min_catch_rate="0.8"))
    assert not (tmp_path / "v").exists()
    complete(as_reviewer(session, "bob"), [31])
    with pytest.raises(PolicyError, match=r"bob 0 of 0 \(at least 0 %\)"):
        export(session, tmp_path / "v", ExportOptions(min_catch_rate="0.5"))
    with pytest.raises(UsageError, match="The catch rate is 'high'"):
        export(session, tmp_path / "v", ExportOptions(min_catch_rate="high"))


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"ann": CatchRecord(10, 10, "0.9000", "1.0000")}, "interval of 'ann' is not that of 10 caught of 10"),
        ({"ann": CatchRecord(10, 12, "0.7225", "1.0000")}, "interval of 'ann' is not that of 12 caught of 10"),
        ({"eve": catch_record(10, 10)}, "catch rates of others than those"),
    ],
)
def test_a_forged_rate_is_found(session: Session, tmp_path: Path, record: dict[str, CatchRecord], problem: str) -> None:
    done = export(session, tmp_path / "v", ExportOptions())
    file = done.folder / RECEIPT
    forged = {name: {"shown": r.shown, "caught": r.caught, "low": r.low, "high": r.high} for name, r in record.items()}
    value = json.loads(file.read_text()) | {"reviewers": forged}
    file.write_text(json.dumps(value, sort_keys=True, indent=1) + "\n")
    assert any(problem in line for line in verify_version(done.folder).problems)


def test_a_blind_image_that_is_not_settled_is_no_candidate(session: Session) -> None:
    actions.set_origin(session, [40], Origin.SYNTHETIC)
    set_rates(session, blind=1.0)
    blind.meet(session, 40)
    before = image_list.candidate_counts(session.project.read)
    complete_blind(session)
    assert read_pool(session.project.read).excluded["blind and not settled"] == 1
    assert image_list.candidate_counts(session.project.read) == before
    blind.settle(session, 40, blind.DifferenceSide.MODEL)
    assert "blind and not settled" not in read_pool(session.project.read).excluded
    assert image_list.candidate_counts(session.project.read) == (before[0], before[1] + 1)


def complete_blind(session: Session) -> None:
    from verify_app.app.review.image_view import look
    from verify_app.core.geometry import Box

    actions.draw(session, 40, (1, Box(150.0, 65.0, 190.0, 95.0)))
    actions.complete(session, look(session, 40), 0.0)
    blind.reveal(session, 40)
