"""A damaged database: one sentence from every command, and `check` lists what is damaged without falling itself."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import scenery
from tests.benchmarks import fuzz_databases
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import person
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.storage import damage
from verify_app.storage.project import DATABASE, Project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with contextlib.closing(scenery.project(tmp_path, images=3)) as session:
        scenery.run(session, {1: [(1, (10, 10, 50, 40), 0.9)], 2: [(2, (20, 20, 60, 60), 0.8)]})
        actions.complete(session, look(session, 1), 0.25)
        return session.folder


@pytest.mark.parametrize("door", [Project.open, Project.look])
@pytest.mark.parametrize("statement", ["PRAGMA user_version = 999", "DROP TABLE label_class"])
def test_what_is_refused_is_closed_at_once(
    project: Path, door: Callable[[Path], Project], statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows neither moves nor removes a folder in which a file is open."""
    with contextlib.closing(sqlite3.connect(project / DATABASE)) as connection:
        connection.execute(statement)
    opened, connect = [], sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: opened.append(connect(*a, **k)) or opened[-1])
    with pytest.raises(UserError):
        door(project)
    on_disk = [one for one in opened if _is_open(one) and one.execute("PRAGMA database_list").fetchone()[2]]
    assert opened and not on_disk


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.total_changes  # noqa: B018  refused by one that is closed
    except sqlite3.ProgrammingError:
        return False
    return True


GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def alter(project: Path, statement: str, *, loose: bool = False) -> None:
    """Past every guard, which is there again afterwards; `loose`: also where a value is needed."""
    with contextlib.closing(sqlite3.connect(project / DATABASE, isolation_level=None)) as connection:
        guards = connection.execute(GUARDS).fetchall()
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA writable_schema = ON")
        if loose:
            connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
    with contextlib.closing(sqlite3.connect(project / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.execute("PRAGMA writable_schema = ON")
        for name, sql in tables:
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (sql, name))
        for _, sql in guards:
            connection.execute(sql)


DAMAGE = {
    "another kind": ("UPDATE scan SET width = 'wide' WHERE id = 1", "scan 1: width is str, not INTEGER"),
    "none where one is needed": ("UPDATE prediction SET region = NULL WHERE id = 1", "prediction 1: region is missing"),
    "no JSON": ("UPDATE change SET after = '{' WHERE event_id = 2", "after is '{', which says nothing"),
    "no region": ("UPDATE label SET region = '{\"box\":[1]}'", "which says nothing"),
    "no finite side": ("UPDATE label SET region = '{\"box\":[0,0,1e999,9]}'", "which says nothing"),
    "no such word": ("UPDATE label SET grade = 'sure'", "grade is 'sure', which says nothing"),
    "no such operation": ("UPDATE event SET op = 'dance' WHERE id = 2", "op is 'dance', which says nothing"),
    "no text": ("UPDATE image SET path = CAST(x'ff' AS TEXT) WHERE id = 1", "image 1: path is no text in UTF-8"),
    "an absurd number": ("UPDATE image SET source_id = 9223372036854775807 WHERE id = 1", "which says nothing"),
    "a task that is none": ("UPDATE setting SET value = '\"x\"' WHERE key = 'task'", "does not say what the project's"),
    "a class merged into itself": ("UPDATE label_class SET merged_into = 2 WHERE key = 2", "merged into itself"),
    "a block cut short": ("UPDATE image_block SET records = x'00'", "image_block 0: records is"),
    "chunks of no table": (
        'UPDATE event SET detail = \'{"facts":[{"table":"x","first":1,"last":2,"digest":""}]}\' WHERE id = 3',
        "event 3: detail is",
    ),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_check_lists_what_is_damaged_and_every_other_command_says_one_sentence(
    project: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    statement, sentence = DAMAGE[what]
    alter(project, statement, loose=True)
    assert run(["check", "--json", str(project)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert any(sentence in problem for problem in told["problems"]), told
    for command in ("status", "images", "labels", "log", "queue", "trust", "groups"):
        assert run([command, str(project)]) in (0, 1)
        said = capsys.readouterr().err
        assert len(said.splitlines()) <= 1, said


SETTINGS = {
    "a policy that is a number": ("policy", 5),
    "a policy without its shares": ("policy", {"text": "x"}),
    "a policy of absurd shares": ("policy", {"text": "", "min_real_share": "1/0", "hard_floor": "x"}),
    "filters that are a list": ("filters", [1]),
    "a filter that is a number": ("filters", {"mine": 5}),
    "a rate that is a list": ("blind", [1]),
    "a margin that is no number": ("omission_margin", float("nan")),
}


@pytest.mark.parametrize("what", SETTINGS)
def test_a_setting_that_says_nothing_is_damage(project: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the record says the same: whoever made the project may have written it."""
    name, value = SETTINGS[what]
    with Project.open(project) as opened, opened.transact(person("ann"), "setting") as tx:
        tx.put("setting", name, {"value": json.dumps(value)})
    assert run(["check", "--json", str(project)]) == 1
    assert f"setting {name!r}: it says nothing." in capsys.readouterr().out
    for command in ("status", "queue", "trust", "export"):
        assert run([command, *(["--dry-run"] if command == "export" else []), str(project)]) in (0, 1, 3)
        assert len(capsys.readouterr().err.splitlines()) <= 1


GONE = {
    "cut short": lambda data: data[: len(data) // 2],
    "zeroed": lambda data: data[:4096] + bytes(len(data) - 4096),
    "another file": lambda data: b"\x89PNG" + data[4:],
    "another program's": lambda data: data[:68] + b"\0\0\0\1" + data[72:],
    "shuffled": lambda data: data[:8192] + data[12288:16384] + data[8192:12288] + data[16384:],
}


@pytest.mark.parametrize("what", GONE)
@pytest.mark.parametrize("command", ["check", "status", "labels", "export"])
def test_a_file_that_is_no_database_any_more_is_one_sentence(
    project: Path, what: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / DATABASE
    file.write_bytes(GONE[what](file.read_bytes()))
    options = ["--dry-run"] if command == "export" else []
    assert run([command, *options, str(project)]) in ((0, 1, 3) if what == "shuffled" else (1,))
    told = capsys.readouterr()
    assert len(told.err.splitlines()) <= 1
    assert told.err or told.out


def test_a_bug_stays_a_bug(project: Path) -> None:
    with pytest.raises(KeyError), Project.look(project) as opened:
        {}[opened.folder]


def test_a_bug_on_a_damaged_project_is_told_as_damage(project: Path) -> None:
    alter(project, "UPDATE label SET grade = 'sure'")
    with pytest.raises(UserError, match=r"is damaged .*'sure'.*check"), Project.look(project) as opened:
        opened.read.labels([1])


def test_a_sound_project_has_no_damage(project: Path) -> None:
    with Project.open(project) as opened:
        assert list(damage.find(opened._connection)) == []
        assert list(opened.problems()) == []


def test_every_table_that_holds_words_or_numbers_is_looked_at(project: Path) -> None:
    """What a value must be is said of columns that there are."""
    from verify_app.storage import schema, schema_check

    for table, said in damage.SAYS.items():
        assert set(said) <= {name for name, _, _ in schema_check.columns(table, schema.CURRENT)}, table


def test_databases_damaged_at_random_end_in_no_traceback() -> None:
    """A small share; `tests/benchmarks/fuzz_databases.py --cases 10000` is the whole."""
    found = fuzz_databases.measure(25, seed=500)
    assert found["kinds"] == {}
