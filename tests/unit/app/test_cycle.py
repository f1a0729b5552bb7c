"""A cycle: each step once, whatever cuts it off; nothing while too little is fresh; forecasts beside what happened."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from tests.tasks import model as task_model
from verify_app.app.cycle import run, steps
from verify_app.app.cycle.run import CycleOptions, run_cycle
from verify_app.app.cycle.state import STEPS, CycleState, state_of
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.exports.what_if import beside, told
from verify_app.app.model_in_use import in_use
from verify_app.app.models import use_model
from verify_app.app.monitoring.results import DriftLook
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.app.training import TrainOptions, add_model
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Door, Task
from verify_app.storage.queries.history import versions

TRAINING = TrainOptions(1, 64, "cpu", 8, 0, {"workers": 0})


def verify(session: Session, image_ids: range) -> None:
    for image_id in image_ids:
        where = 5 + image_id % 90
        actions.draw(session, image_id, (1 + image_id % 3, Box(where, 10, where + 60, 70)))
        actions.complete(session, look(session, image_id), 0.25)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=34)
    actions.set_gold(made, [1, 2, 3, 4])
    verify(made, range(1, 25))
    return made


def options(**more: Any) -> CycleOptions:
    given = {"train": True, "evaluate": True, "base": str(task_model(Task.DETECT)), "training": TRAINING, **more}
    return CycleOptions(**given)


class CutOffError(Exception):
    """The program is gone."""


@pytest.mark.slow
def test_what_is_cut_off_is_gone_on_with_and_no_step_is_done_twice(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off after the work of every step, before that is written down: it is found again."""
    cut, calls = set(STEPS), []
    finish = run._Cycle._finish

    def cut_off(self: Any, step: str, found: Any, *, last: bool) -> None:
        calls.append(step)
        if step in cut:
            cut.remove(step)
            raise CutOffError(step)
        finish(self, step, found, last=last)

    monkeypatch.setattr(run._Cycle, "_finish", cut_off)
    for step in STEPS:
        with pytest.raises(CutOffError, match=step):
            run_cycle(session, options())
        state = state_of(session.project.read)
        assert step == "export" or (state is not None and tuple(state.done) == STEPS[: STEPS.index(step)])
    done = run_cycle(session, options())
    assert [one.name for one in done.steps] == list(STEPS)
    assert [one.before for one in done.steps] == [True] * 5 + [False]
    ops = [row[0] for row in session.project.read.rows("SELECT op FROM event")]
    assert {op: ops.count(op) for op in ("version", "model_add", "evaluate", "model_use")} == {
        "version": 1,
        "model_add": 1,
        "evaluate": 1,
        "model_use": 1,
    }
    looked = session.project.read.rows("SELECT image_id FROM run_image")
    assert len({row[0] for row in looked}) == len(looked) == 10
    assert calls == [step for step in STEPS for _ in range(2)]
    assert done.in_use == "v1-r1" and in_use(session.project.read).named
    assert list(session.project.problems()) == []
    again = run_cycle(session, options())
    assert (again.outcome, again.steps) == ("nothing", ())
    assert "0 of 1 real images were verified since v1" in again.advice


def test_too_little_that_is_fresh_does_nothing_and_says_how_many(session: Session) -> None:
    done = run_cycle(session, CycleOptions(when_fresh=21))
    assert done.outcome == "nothing" and "20 of 21 real images are verified. Verify 1 more" in done.advice
    assert state_of(session.project.read) is None and versions(session.project.read) == []
    export(session, session.folder.parent / "own", ExportOptions())
    verify(session, range(25, 28))
    done = run_cycle(session, CycleOptions(when_fresh=4))
    assert "3 of 4 real images were verified since v1" in done.advice


def test_without_training_it_writes_a_version_and_looks_for_drift(session: Session) -> None:
    done = run_cycle(session, CycleOptions(predict=False))
    assert [one.name for one in done.steps] == ["export", "monitor"]
    (version,) = versions(session.project.read)
    assert Path(version.folder) == session.folder / "versions" / "v1"
    assert done.steps[0].found["receipt"] == version.receipt
    state = state_of(session.project.read)
    assert state is not None and state.ended
    verify(session, range(25, 30))
    assert run_cycle(session, CycleOptions(predict=False)).steps[0].found["version"] == "v2"


def test_a_folder_that_was_written_and_then_outdated_keeps_nobody_from_the_next_version(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off between the folder and the record; meanwhile somebody verified more."""
    monkeypatch.setattr("verify_app.app.exports.export._record", lambda *_: (_ for _ in ()).throw(CutOffError))
    with pytest.raises(CutOffError):
        run_cycle(session, CycleOptions(predict=False))
    monkeypatch.undo()
    assert (session.folder / "versions" / "v1").is_dir() and versions(session.project.read) == []
    verify(session, range(25, 28))
    done = run_cycle(session, CycleOptions(predict=False))
    (version,) = versions(session.project.read)
    assert done.steps[0].found["version"] == "v1" and Path(version.folder).name == "v1-2"


def test_an_alarm_stops_it_before_a_model_is_taken_into_use(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "record_look", lambda *_, **__: DriftLook("v1", (), ("`gear` is gone.",)))
    done = run_cycle(session, CycleOptions(stop_on_alarm=True))
    assert done.outcome == "stopped" and done.steps[-1].sentence == "`gear` is gone."
    assert [one.name for one in done.steps] == ["export", "monitor"]
    state = state_of(session.project.read)
    assert state is not None and state.ended


def test_what_to_train_from_is_the_model_in_use_or_what_it_was_made_of(session: Session) -> None:
    with pytest.raises(UserError, match="no model to train from"):
        steps.base_of(session, None)
    scenery.model(session, "exported")
    with pytest.raises(UserError, match=r"exported cannot be trained on: that needs its \.pt"):
        steps.base_of(session, None)
    weights = add_model(session, task_model(Task.DETECT))
    use_model(session, weights.name)
    assert steps.base_of(session, None) == weights.name
    assert steps.base_of(session, "other.pt") == "other.pt"


def test_models_that_cannot_be_compared_say_why(session: Session) -> None:
    old = add_model(session, task_model(Task.DETECT))  # it knows discs and blocks
    scenery.model(session, "new")
    new = session.project.read.models()[-1]
    state = CycleState(1, old.sha256, done={"train": {"sha256": new.sha256}})
    models, why = steps.to_compare(session, state)
    assert models == [new] and f"{old.name} does not know bolt, gear, nut" in why
    actions.set_gold(session, [1, 2, 3, 4], on=False)
    assert "no gold image" in steps.to_compare(session, state)[1]
    decided = steps.decided(session, state, agreed=False)
    assert not decided.take and "say --evaluate" in decided.reason


def command(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "verify_app", "cycle", *arguments]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == code, done.stderr
    return done


def test_the_command_acts_as_a_job_of_who_is_named_and_waits_for_no_owner(session: Session, tmp_path: Path) -> None:
    folder = str(session.folder)
    refused = command(folder, "--by", "bob", "--no-predict", code=1)
    assert "Traceback" not in refused.stderr and "ann" not in refused.stdout
    session.close()
    found = json.loads(command(folder, "--by", "bob", "--no-predict", "--json").stdout)
    assert (found["outcome"], found["cycle"]) == ("done", 1)
    assert [one["step"] for one in found["steps"]] == ["export", "monitor"]
    opened = Session.open(Path(folder), "ann")
    rows = opened.project.read.rows("SELECT DISTINCT actor, door FROM event WHERE op IN ('version', 'cycle')")
    assert [tuple(row) for row in rows] == [("bob", Door.JOB.value)]
    opened.close()
    assert "Nothing to do yet" in command(folder, "--by", "bob").stdout


def test_a_forecast_is_kept_at_export_and_laid_beside_what_came(session: Session) -> None:
    scenery.model(session, "old")
    (old,) = session.project.read.models()

    def measure(digest: str, recall: float) -> None:
        classes = {name: {"objects": 4, "recall": recall, "precision": 0.9} for name in scenery.CLASSES}
        one = {"sha256": digest, "classes": classes, "figures": {"mAP50-95": 0.5}}
        said = {"models": [one], "comparisons": [], "images": 4}
        with session.project.transact(session.actor, "evaluate") as tx:
            tx.put("setting", f"evaluation:{digest[:12]}", {"value": json.dumps(said)})

    measure(old.sha256, 0.8)
    run_cycle(session, CycleOptions(predict=False))
    (row,) = beside(session.project.read)
    assert (row["version"], row["model"], row["next_version"]) == ("v1", None, None)
    assert row["classes"]["gear"]["recall"] == {"forecast": 0.8, "measured": None} and told(row) == []
    with session.project.transact(session.actor, "model_add") as tx:
        more = {"name": "v1-r1", "sha256": "b" * 64, "file": "x.pt", "task": "detect", "names": "{}", "round": 1}
        tx.put("model", 9, {**more, "depth": 0, "lineage": "r", "version": "v1", "base": None, "detail": "{}"})
    measure("b" * 64, 0.6)
    verify(session, range(25, 31))
    run_cycle(session, CycleOptions(predict=False, train=False))
    row, _ = beside(session.project.read)
    assert row["next_version"] == "v2"
    assert row["model"] == "v1-r1" and row["classes"]["gear"]["recall"] == {"forecast": 0.8, "measured": 0.6}
    assert "v1, gear: recall 0.80 was expected, 0.60 was measured with v1-r1." in told(row)
    share = row["classes"]["gear"]["share"]
    assert share["low"] <= share["middle"] <= share["high"] and 0 < share["measured"] < 1
    assert any("of the objects were expected" in line and line.endswith("came in v2.") for line in told(row))
