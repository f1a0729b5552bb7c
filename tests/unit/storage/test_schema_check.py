"""Triggers, views, virtual tables and columns are ours, word for word, or the database is refused."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from verify_app.app.project.create import create_project
from verify_app.app.session import person
from verify_app.core.errors import UserError
from verify_app.storage import schema, schema_check
from verify_app.storage.project import DATABASE, Project

GUARD = "CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event is insert-only'); END"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create_project(tmp_path / "p", classes=["bolt"], actor=person("ann"))
    return tmp_path / "p"


def alter(project: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


STRANGE = {
    "a trigger": ["CREATE TRIGGER x AFTER INSERT ON event BEGIN DELETE FROM mark; END"],
    "a trigger under one of our names": [
        "DROP TRIGGER event_no_delete",
        "CREATE TRIGGER event_no_delete AFTER INSERT ON event BEGIN UPDATE label SET grade = 'drawn'; END",
    ],
    "a guard too few": ["DROP TRIGGER event_no_delete"],
    "a view": ["CREATE VIEW x AS SELECT * FROM event"],
    "a view in place of a table": ["DROP TABLE reviewer", "CREATE VIEW reviewer AS SELECT 1 AS key, 'ann' AS name"],
    "a virtual table": ["CREATE VIRTUAL TABLE x USING fts5(a)"],
    "a table": ["CREATE TABLE x (a)"],
    "a column more": ["ALTER TABLE mark ADD COLUMN x TEXT"],
    "a column that reckons itself": ["ALTER TABLE mark ADD COLUMN x TEXT AS (upper(by))"],
    "a table of other columns": ["DROP TABLE reviewer", "CREATE TABLE reviewer (key INTEGER PRIMARY KEY, name BLOB)"],
    "a table too few": ["DROP TABLE reviewer"],
    "an index that drops labels": ["CREATE UNIQUE INDEX x ON label(image_id)"],
    "a unique index of some rows": ["CREATE UNIQUE INDEX x ON source(name) WHERE name > 'a'"],
    "an index that reckons": ["CREATE INDEX x ON label(abs(image_id))"],
    "an index that reckons which rows": ["CREATE INDEX x ON label(image_id) WHERE abs(image_id) > 1"],
    "one of our indexes made otherwise": [
        "DROP INDEX version_digest",
        "CREATE UNIQUE INDEX version_digest ON version(name)",
    ],
    "rows that go in silence": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER PRIMARY KEY ON CONFLICT IGNORE') "
        "WHERE name = 'label' AND type = 'table'",
    ],
    "rows that are refused": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'value TEXT', 'value TEXT CHECK (length(value) < 3)') "
        "WHERE name = 'setting'",
    ],
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_not_ours_is_refused(project: Path, what: str) -> None:
    alter(project, *STRANGE[what])
    for opening in (Project.open, Project.look):
        with pytest.raises(UserError, match=r"damaged or was altered by another program"):
            opening(project)


@pytest.mark.parametrize(
    "statement",
    ["CREATE INDEX x ON event(time)", 'CREATE INDEX "a b" ON label(class_id, "grade" DESC)', "ANALYZE", "REINDEX"],
)
def test_what_only_helps_to_search_does_no_harm(project: Path, statement: str) -> None:
    alter(project, statement)
    with Project.open(project) as opened:
        assert list(opened.problems()) == []


def test_the_same_words_written_otherwise_are_the_same_tables(project: Path) -> None:
    alter(
        project,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, ', ', ',  ') WHERE name = 'reviewer'",
    )
    with Project.open(project) as opened:
        assert schema_check.of(opened._connection) != schema_check.OURS
        assert list(schema_check.problems(opened._connection, schema.CURRENT)) == []
        assert schema_check.shape_of(opened._connection) == schema_check.SHAPE, "nothing is made to compare it with"


def test_a_project_of_this_version_needs_no_second_look(project: Path) -> None:
    """The digest that is written down is the one that the migrations make."""
    with Project.open(project) as opened:
        assert schema_check.of(opened._connection) == schema_check.OURS
        assert schema_check.digest(schema_check._special_indexes(opened._connection)) == schema_check.OUR_INDEXES


def test_nothing_of_a_stranger_s_is_run_by_the_schema(project: Path) -> None:
    with Project.open(project) as opened:
        assert opened._connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0


@pytest.mark.parametrize("version", range(1, schema.CURRENT))
def test_an_older_project_is_looked_at_before_it_is_migrated(tmp_path: Path, version: int) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "STEPS", schema.STEPS[:version])
            patch.setattr(schema, "refresh_all", lambda _connection: None)
            schema.migrate(connection)
        connection.execute("CREATE TRIGGER x AFTER INSERT ON event BEGIN SELECT 1; END")
    with pytest.raises(UserError, match="the trigger x is not of this program"):
        Project.open(folder)
    assert not list(folder.glob("*.bak"))
    alter(folder, "DROP TRIGGER x")
    with Project.open(folder) as opened:
        assert schema_check.of(opened._connection) == schema_check.OURS
