"""A project of schema 4 that was exported: its assignments lack look and place, its record still tells of them."""

from __future__ import annotations

import gzip
import json
import sqlite3
from pathlib import Path

import pytest

from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.vocabulary import Origin
from verify_app.datasets.composition.pool import read_pool
from verify_app.storage.migrations.m007_leaving import LEAVING_FACTS
from verify_app.storage.project import DATABASE, Project

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema4-exported.db.gz"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    return folder


def test_events_from_before_a_column_are_replayed_and_undone(older: Path) -> None:
    """What an event recorded then lacks the columns of now: that is nothing, not a difference."""
    with Project.open(older) as project:
        rows = [tuple(r) for r in project.read.rows("SELECT split, look, place FROM assignment")]
        assert len(rows) >= 5 and {r[1:] for r in rows} == {(None, None)}
        old = project.read.rows("SELECT after FROM change WHERE what = 'assignment'")
        assert all(set(json.loads(r[0])) == {"split"} for r in old)
        assert list(project.problems()) == []
    session = Session.open(older, "ann")
    with session.project.transact(session.actor, "assign") as tx:
        key = tx.read.one("SELECT min(key) FROM assignment")
        assert not tx.put("assignment", key, {"split": tx.read.split_of(key)}), "the same row, written as it was"
        tx.update("assignment", key, {"look": "plain"})
    actions.undo(session)  # an act of the older version
    assert list(session.project.problems()) == []
    session.close()


def test_what_was_removed_before_still_says_what_its_bytes_are(older: Path) -> None:
    """The first photo has the bytes of a render that the older version forgot when it was removed."""
    with Project.open(older) as project:
        found = {c.image: c.origin for c in read_pool(project.read).candidates}
        assert found["photos/000.png"] is Origin.SYNTHETIC and found["photos/003.png"] is Origin.REAL


def test_stated_splits_are_insert_only(older: Path) -> None:
    session = Session.open(older, "ann")
    with session.project.transact(session.actor, "import") as tx:
        tx.facts("stated_split", [(1, "val", "yolo")])
    session.close()
    connection = sqlite3.connect(older / DATABASE)
    for table in LEAVING_FACTS:
        for sql in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is insert-only"):
                connection.execute(sql)
    connection.close()
