"""Decisions from before doors were recorded: they lose nothing, and can be said to have been a program's."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import scenery
from verify_app.app.project.report import status
from verify_app.app.project.sources import relocate
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.scripting import suggest
from verify_app.app.scripting.agent_marks import mark_agent
from verify_app.app.session import Session
from verify_app.cli.main import commands
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, ImageState, LabelState
from verify_app.datasets.composition.pool import read_pool
from verify_app.storage.project import DATABASE
from verify_app.storage.queries import image_list

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema4.db.gz"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """bob decided on image 2 by lines of a script; ann in the window; cem attested."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    return with_pictures(Session.open(folder, "ann", door=Door.WINDOW), tmp_path)


def with_pictures(session: Session, folder: Path) -> Session:
    """The very files that the older project was made of, where it is told they are now."""
    for source in session.project.read.sources():
        for _, path in image_list.paths_of(session.project.read, source.id):
            number = int(Path(path).stem) + (100 if source.name == "given" else 0)
            scenery.picture(folder / source.name / path, number)
        relocate(session, source.id, folder / source.name)
    return session


def states(session: Session, image_id: int) -> list[LabelState]:
    return [item.state for item in look(session, image_id).items]


def test_check_lists_what_took_no_time_and_finds_nothing_wrong(session: Session) -> None:
    before = status(session.project)["real_verified"]
    session.close()
    done = CliRunner().invoke(commands, ["check", str(session.folder), "--no-files"])
    assert done.exit_code == 0
    told = [line for line in done.stdout.splitlines() if line.startswith("Perhaps through scripts")]
    assert len(told) == 1
    assert "1 labels and 1 complete images, by bob. If so: verify-app actor mark-agent" in told[0]
    found = json.loads(CliRunner().invoke(commands, ["check", str(session.folder), "--no-files", "--json"]).stdout)
    assert (found["ok"], found["perhaps_scripts"]) == (True, [{"by": "bob", "labels": 1, "images": 1}])
    with Session.open(session.folder, "ann").project as project:
        assert status(project)["real_verified"] == before, "nothing is lost by being listed"


@pytest.mark.parametrize("zero_ms_only", [True, False])
def test_what_was_a_programs_counts_no_more(session: Session, zero_ms_only: bool) -> None:
    bob = Session(session.project, Actor("bob"))
    scenery.run(bob, {4: [(1, (5, 5, 45, 45), 0.9), (1, (60, 5, 100, 45), 0.9)]})
    one, two = (item.id for item in look(session, 4).items)
    actions.reject(bob, 4, one)
    actions.reject(bob, 4, two, fix_later=True)
    assert states(session, 4) == [LabelState.FIX_LATER]
    before = status(session.project)
    if look(session, 2).state is ImageState.STALE:
        pytest.skip("Pillow packs the pictures otherwise here than where the project was made")
    assert look(session, 2).state is ImageState.COMPLETE
    event = mark_agent(session, "BOB", zero_ms_only=zero_ms_only)
    assert event is not None
    assert (event.detail["labels"], event.detail["images"]) == (1, 1)
    after = status(session.project)
    assert after["real_verified"] == before["real_verified"] - 1
    assert after["labels"]["verified"] == before["labels"]["verified"] - 1
    assert after["labels"]["total"] == before["labels"]["total"], "the labels stay"
    assert look(session, 2).state is not ImageState.COMPLETE
    assert LabelState.VERIFIED not in states(session, 2)
    assert states(session, 4) == [LabelState.PROPOSAL] * 2, "a program's word suppresses nothing"
    assert look(session, 4).state is ImageState.UNREVIEWED
    assert not session.project.read.rows("SELECT 1 FROM image_state WHERE key = 2 AND real_verified = 1")
    name = look(session, 2).name
    assert all(candidate.image != name for candidate in read_pool(session.project.read).candidates)
    assert list(session.project.problems()) == []


def test_a_person_looks_and_it_counts_again(session: Session) -> None:
    mark_agent(session, "bob")
    actions.complete(session, look(session, 2), 0.0)
    assert set(states(session, 2)) == {LabelState.VERIFIED}
    assert {item.by for item in look(session, 2).items} == {"ann"}
    assert look(session, 2).state is ImageState.COMPLETE


def test_it_is_undone_in_one_step_and_asked_for_by_one_command(session: Session) -> None:
    before, shown = status(session.project), look(session, 2).items
    session.close()
    done = CliRunner().invoke(
        commands, ["actor", "mark-agent", str(session.folder), "bob", "--zero-ms-only", "--by", "ann"]
    )
    assert done.output.startswith("Labels that are a program's now: 1")
    again = Session.open(session.folder, "ann")
    assert status(again.project) != before
    assert not [
        row for row in again.project.read.rows("SELECT by_kind FROM label WHERE by = 'bob'") if row[0] == "human"
    ]
    actions.undo(again)
    assert (status(again.project), look(again, 2).items) == (before, shown)
    with pytest.raises(UserError, match="Nobody called eve"):
        mark_agent(again, "eve")


def test_what_came_through_a_door_stays(session: Session) -> None:
    bob = Session(session.project, session.actor._replace(name="bob"))
    actions.reopen(bob, 1)
    actions.complete(bob, look(bob, 1), 0.0)
    mark_agent(session, "bob")
    assert look(session, 1).complete_by == "bob"


@pytest.mark.parametrize("schema", ["schema1", "schema4"])
def test_older_projects_take_suggestions(tmp_path: Path, schema: str) -> None:
    (tmp_path / DATABASE).write_bytes(gzip.decompress(OLDER.with_name(f"{schema}.db.gz").read_bytes()))
    old = with_pictures(Session.open(tmp_path, "ann", door=Door.WINDOW), tmp_path)
    agent = Session(old.project, Actor("agent-x", ActorKind.AGENT, Door.DECIDE))
    before = status(old.project)
    suggest.suggest(agent, 1, "draw", class_id=old.classes[0].id, region=Box(1, 1, 9, 9))
    assert status(old.project) == before | {"suggestions": 1}
    actions.accept(old, 1, "S1")
    assert [x.suggestion_id for x in old.project.read.labels([1])[1]][-1] == 1
    assert list(old.project.problems()) == []
