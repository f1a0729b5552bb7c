"""The model in use: an event that names it, and what counts until there is one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import scenery
from tests.tasks import model as task_model
from verify_app.app.model_in_use import in_use, name_in_use, put_in_use
from verify_app.app.models import use_model
from verify_app.app.session import Session
from verify_app.app.training import add_model
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Task


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scenery.project(tmp_path, images=2)


def test_without_a_word_it_is_the_one_that_predicted_last_else_the_newest(session: Session) -> None:
    assert in_use(session.project.read) is None
    with pytest.raises(UserError, match="no model yet"):
        name_in_use(session.project.read)
    old, _new = scenery.model(session, "old"), scenery.model(session, "new")
    assert name_in_use(session.project.read) == "new"
    scenery.run(session, {1: []}, model_id=old)
    found = in_use(session.project.read)
    assert found is not None
    assert (found.model.name, found.named) == ("old", False)


def test_a_word_holds_against_newer_models_and_runs(session: Session) -> None:
    first = add_model(session, task_model(Task.DETECT))
    other = scenery.model(session, "other")
    assert use_model(session, first.name).sha256 == first.sha256
    scenery.run(session, {1: []}, model_id=other)
    found = in_use(session.project.read)
    assert found is not None
    assert (found.model.name, found.named, found.reason) == (first.name, True, "")
    events = session.project.read.rows("SELECT actor FROM event WHERE op = 'model_use'")
    assert [row[0] for row in events] == ["ann"]
    use_model(session, first.name)
    assert len(session.project.read.rows("SELECT 1 FROM event WHERE op = 'model_use'")) == 1
    assert list(session.project.problems()) == []


def test_a_cycles_reason_comes_back_as_a_message(session: Session) -> None:
    scenery.model(session, "old")
    (model,) = session.project.read.models()
    with session.project.transact(session.actor, "model_use") as tx:
        put_in_use(tx, model, M("{new} is in use now. {said}", new="old", said=M("1 image")))
    found = in_use(session.project.read)
    assert found is not None
    assert isinstance(found.reason, M)
    assert found.reason == "old is in use now. 1 image"


def test_a_model_that_is_none_or_has_no_weights_is_refused(session: Session) -> None:
    scenery.model(session, "ghost")
    with pytest.raises(UserError, match="no model nobody in the project"):
        use_model(session, "nobody")
    with pytest.raises(UserError, match="missing"):
        use_model(session, "ghost")
    assert in_use(session.project.read).named is False


def test_the_commands_tell_and_take_it(session: Session) -> None:
    first = add_model(session, task_model(Task.DETECT))
    scenery.model(session, "newer")
    folder = str(session.folder)
    session.close()

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "verify_app", "model", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout

    assert json.loads(run("use", folder, first.name, "--by", "ann", "--json"))["model"] == first.name
    rows = [json.loads(line) for line in run("list", folder, "--json").splitlines()]
    assert {row["name"]: row["in_use"] for row in rows} == {first.name: True, "newer": False}
    assert "in use" in run("list", folder).splitlines()[0]
