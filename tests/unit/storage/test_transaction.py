"""The gate: one transaction, one event, all or nothing; the record cannot be changed; undo never loses anything."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.storage import schema
from verify_app.storage.project import DATABASE, Project


def raw(session: Session) -> sqlite3.Connection:
    return sqlite3.connect(session.folder / DATABASE)


@pytest.mark.parametrize("table", ["event", "change", *schema.FACTS])
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_facts_and_events_cannot_be_changed(tmp_path: Path, table: str, verb: str) -> None:
    session = scenery.project(tmp_path, images=1)
    scenery.run(session, {1: [(1, (5, 5, 40, 40), 0.9)]})
    actions.accept(session, 1, "P1")
    session.close()
    with raw(session) as connection:
        if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
            column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
            with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
                connection.execute(verb.format(table).replace("rowid", column))
    connection.close()


def test_an_operation_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    before = session.project.read.one("SELECT max(id) FROM event")
    assert actions.reshape(session, 1, {"L1": Box(5, 5, 40, 40)}) is None
    assert session.project.read.one("SELECT max(id) FROM event") == before


def test_an_error_inside_an_operation_leaves_nothing(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    with pytest.raises(RuntimeError), session.project.transact(session.actor, "draw") as tx:
        tx.put("mark", 1, {"complete": 1, "by": "x", "by_kind": "human", "sha256": "", "flag": None}, image_id=1)
        raise RuntimeError
    assert session.project.read.marks([1]) == {}
    assert list(session.project.problems()) == []


def test_undo_and_redo_go_through_a_restart(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(1, (5, 5, 40, 40), 0.9), (2, (60, 5, 90, 40), 0.8)], 2: []})
    fresh = look(session, 1).items
    actions.accept(session, 1, "P1")
    actions.reclass(session, 1, "P2", class_id=3)
    done = look(session, 1).items
    actions.complete(session, look(session, 1), 0.0)
    for _ in range(3):
        session.close()
        session = Session.open(session.folder, "ann")
        actions.undo(session)
    assert look(session, 1).items == fresh
    with pytest.raises(UserError, match="nothing of ann's left to undo"):
        actions.undo(session)
    session.close()
    session = Session.open(session.folder, "ann")
    actions.redo(session)
    actions.redo(session)
    assert look(session, 1).items == done
    actions.draw(session, 2, (1, Box(1, 1, 20, 20)))
    with pytest.raises(UserError, match="to redo"):
        actions.redo(session)
    assert list(session.project.problems()) == []


def test_undo_leaves_what_somebody_else_has_changed_since(tmp_path: Path) -> None:
    ann = scenery.project(tmp_path, images=2)
    bob = Session(ann.project, Actor("bob"))
    actions.draw(ann, 2, (1, Box(1, 1, 20, 20)))
    actions.draw(ann, 1, (1, Box(5, 5, 40, 40)))
    actions.reclass(bob, 1, "L2", class_id=2)
    with pytest.raises(UserError, match=r"since then bob changed a label"):
        actions.undo(ann)
    assert look(ann, 1).items[0].class_id == 2
    actions.undo(ann)
    assert look(ann, 2).items == ()
    assert list(ann.project.problems()) == []


def test_undo_under_somebody_elses_completion_is_refused(tmp_path: Path) -> None:
    ann = scenery.project(tmp_path, images=1)
    bob = Session(ann.project, Actor("bob"))
    actions.draw(ann, 1, (1, Box(5, 5, 40, 40)))
    actions.complete(bob, look(bob, 1), 0.0)
    with pytest.raises(UserError, match="since then bob marked an image complete"):
        actions.undo(ann)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE label SET class_id = 2", "label differ"),
        ("DELETE FROM mark", "mark differ"),
        ("UPDATE image_state SET real_verified = 0", "summary of image 1"),
        ("INSERT INTO prediction VALUES (999, 1, 1, 1, '{\"box\":[0,0,9,9]}', 0.5)", "the events announce"),
    ],
)
def test_check_finds_what_went_past_the_gate(tmp_path: Path, statement: str, sentence: str) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    actions.complete(session, look(session, 1), 0.0)
    assert list(session.project.problems()) == []
    with raw(session) as connection:
        connection.execute(statement)
    connection.close()
    assert any(sentence in problem for problem in session.project.problems())


def test_a_project_has_one_owner_and_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    session = scenery.project(tmp_path, images=0)
    session.close()
    code = (
        "import sys, time, pathlib\nfrom verify_app.storage.project import Project\n"
        "p = Project.open(pathlib.Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    with pytest.raises(UserError, match=f"open elsewhere .*process {other.pid}"):
        Project.open(folder)
    Project.look(folder).close()
    other.kill()
    other.wait()
    other.stdout.close()
    Project.open(folder).close()


def test_a_newer_project_is_refused_and_an_alien_file_too(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    session.close()
    with raw(session) as connection:
        connection.execute(f"PRAGMA user_version = {schema.CURRENT + 1}")
    connection.close()
    for open_it in (Project.open, Project.look):
        with pytest.raises(UserError, match="newer verify-app"):
            open_it(session.folder)
    (session.folder / DATABASE).write_bytes(b"this is no database at all" * 100)
    with pytest.raises(UserError, match="not a project's database"):
        Project.open(session.folder)


def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    connection = session.project.read.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match=r"disk of .* is full"):
        for number in range(500):
            actions.draw(session, 1, (1, Box(5, 5, 40 + number / 10, 40)))
    connection.execute("PRAGMA max_page_count = 1000000")
    assert actions.draw(session, 1, (2, Box(1, 1, 9, 9))) is not None
    assert list(session.project.problems()) == []
