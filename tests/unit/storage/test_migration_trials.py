"""A project of the first release, opened by this one, knows trials and blind images; what they record is for good."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from verify_app.app.review import blind, trials
from verify_app.app.session import Session
from verify_app.storage.migrations.m003_trials import TRIAL_FACTS
from verify_app.storage.project import DATABASE, Project

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema1.db.gz"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    return folder


def test_an_older_project_gets_the_tables_and_no_trials(older: Path) -> None:
    with Project.open(older) as project:
        assert list(project.problems()) == []
        for table in (*TRIAL_FACTS, "settled"):
            assert project.read.one(f"SELECT count(*) FROM {table}") == 0
        assert {row[0] for row in project.read.rows("SELECT blind FROM image_state")} == {None}
    session = Session.open(older, "ann")
    assert trials.rates(session) == trials.Rates(0.0, 0.0)
    for image_id in range(1, 6):
        assert trials.next_trial(session, image_id) is None
        assert blind.meet(session, image_id) is None


def test_trials_are_insert_only(older: Path) -> None:
    session = Session.open(older, "ann")
    with session.project.transact(session.actor, "trial") as tx:
        tx.facts("trial", [(1, "f" * 64, "ann", "human", 2, "invented", "{}")])
        tx.facts("trial_answer", [(1, "ann", "human", "invented", 1, 0, 2, 900, "{}")])
        tx.facts("blind", [(2, "f" * 64, "ann", "human")])
        tx.facts("reveal", [(1, 2, "ann", "human", None)])
        tx.facts("difference", [(1, 2, "extra", None, 1)])
    assert list(session.project.problems()) == []
    file = older / DATABASE
    session.close()
    connection = sqlite3.connect(file)
    for table in TRIAL_FACTS:
        for sql in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is insert-only"):
                connection.execute(sql)
    connection.close()


def test_a_forged_answer_is_found(older: Path) -> None:
    session = Session.open(older, "ann")
    with session.project.transact(session.actor, "trial_answer") as tx:
        tx.facts("trial_answer", [(1, "ann", "human", "invented", 0, 0, 2, 900, "{}")])
    session.close()
    connection = sqlite3.connect(older / DATABASE)
    (guard,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'trial_answer_no_update'").fetchone()
    connection.execute("DROP TRIGGER trial_answer_no_update")
    connection.execute("UPDATE trial_answer SET caught = 1")
    connection.execute(guard)
    connection.commit()
    connection.close()
    with Project.open(older) as project:
        assert any("trial_answer are not those that event" in line for line in project.problems())
