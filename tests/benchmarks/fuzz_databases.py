"""Damaged databases: every command ends in time, with an answer or with one sentence, and never with a traceback.

A small real project is damaged in seeded ways: its file (cut short, bytes overwritten, pages zeroed or swapped)
and its content (values of other kinds, none where one should be, numbers that nothing has, texts that are no JSON, rows
lost or doubled, tables gone). `python tests/benchmarks/fuzz_databases.py [--cases N] [--seed S]` prints JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import scenery
from verify_app.app.exports import meter
from verify_app.app.review import actions, queue
from verify_app.app.review.image_view import look
from verify_app.app.review.last_position import Place
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.storage.own_projects import TRUST_VARIABLE
from verify_app.storage.project import DATABASE

SECONDS = 10
"""A command that takes longer hangs."""
IMAGES = 12
EACH = 4
"""So many commands are tried on each damaged database, `check` always."""


class Base(NamedTuple):
    """A sound project, the same with nothing that guards its tables, and what guards them."""

    folder: Path
    loose: bytes
    guards: list[str]
    tables: dict[str, str]


# --- the project ----------------------------------------------------------------------------------------


def project(folder: Path) -> Path:
    """A project in which something of each kind has happened."""
    session = scenery.project(folder, images=IMAGES)
    said = {i: [(1, (10, 10, 50, 40), 0.9), (2, (80, 20, 120, 60), 0.6)] for i in range(1, IMAGES)}
    scenery.run(session, said)  # type: ignore[arg-type]
    for image_id in range(1, IMAGES - 2):
        actions.complete(session, look(session, image_id), 0.25)
    actions.draw(session, IMAGES, (3, Box(10, 10, 60, 60)))
    actions.undo(session)
    actions.set_gold(session, [1, 2])
    actions.flag(session, IMAGES - 1, "unsure")
    place = session.folder
    session.close()
    lines = [
        {"actor": "script", "op": "accept", "image": f"photos/{IMAGES - 2:03}.png", "id": f"P{2 * IMAGES - 3}"},
        {"actor": "script", "op": "draw", "image": f"photos/{IMAGES - 2:03}.png", "class": "nut", "box": [1, 1, 9, 9]},
    ]
    (folder / "lines").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    decide, export = ["decide", str(place), str(folder / "lines")], ["export", str(place), str(folder / "v1"), "--yes"]
    for command in (decide, export, ["check", str(place)]):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            assert run(command) == 0, command
    return place


def base(folder: Path) -> Base:
    """Made once; each case damages a copy."""
    place = project(folder)
    loose = folder / "loose.db"
    shutil.copyfile(place / DATABASE, loose)
    with contextlib.closing(sqlite3.connect(loose, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        guards = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        kinds = "type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
        tables = dict(connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {kinds}").fetchall())
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
    return Base(place, loose.read_bytes(), guards, tables)


# --- damage ---------------------------------------------------------------------------------------------


def cut(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(1, len(data)) :]


def overwrite(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data))
        some = bytes(rng.randrange(256) for _ in range(rng.choice((1, 2, 8, 64, 700))))
        data[at : at + len(some)] = some[: len(data) - at]


def _pages(data: bytearray) -> int:
    return len(data) // 4096


def zero(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(_pages(data)) * 4096
        data[at : at + 4096] = bytes(4096)


def swap(data: bytearray, rng: random.Random) -> None:
    one, two = (rng.randrange(_pages(data)) * 4096 for _ in range(2))
    data[one : one + 4096], data[two : two + 4096] = data[two : two + 4096], data[one : one + 4096]


def double(data: bytearray, rng: random.Random) -> None:
    one, two = (rng.randrange(_pages(data)) * 4096 for _ in range(2))
    data[one : one + 4096] = data[two : two + 4096]


STRANGE: tuple[Any, ...] = (
    None, "", "x", 0, -1, 1, 2, 7, 2**31, 2**53, 2**63 - 1, -(2**63), 0.5, float("inf"), -1e308, b"", b"\x00\xff", "[]",
    "{}", "null", "NaN", "1e999", '{"box":[1]}', '{"box":[0,0,1e999,4]}', '{"polygon":[]}', "[" * 3000, "nul\x00l",
    '{"facts":[{"table":"x"}]}', '{"facts":[{"table":"scan","first":1,"last":9223372036854775807,"digest":""}]}',
    "../../../../etc/passwd", "\x1b[31m\u202e\n", "complete", "human", "🙂" * 300, '"\\ud800"', "-0", "blind",
)  # fmt: skip


def _column(connection: sqlite3.Connection, table: str, rng: random.Random) -> str:
    return str(rng.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")]))


def _where(connection: sqlite3.Connection, table: str, rng: random.Random) -> str:
    """One row, or all of them."""
    key = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
    if rng.random() < 0.3:
        return "1"
    return f"{key} IN (SELECT {key} FROM {table} ORDER BY random() LIMIT 1)"


def strange_value(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    value = rng.choice(STRANGE)
    column = _column(connection, table, rng)
    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {_where(connection, table, rng)}", (value,))


def no_text(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    column, where = _column(connection, table, rng), _where(connection, table, rng)
    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = CAST(x'80ff7b22' AS TEXT) WHERE {where}")


def cut_text(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    column, where = _column(connection, table, rng), _where(connection, table, rng)
    keep = rng.randint(0, 30)
    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = substr({column}, 1, {keep}) WHERE {where}")


def other_digit(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    column, where = _column(connection, table, rng), _where(connection, table, rng)
    one, two = rng.choice('0123456789[{":,'), rng.choice(("9", "-", "e99", "null", '"', "]", ""))
    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = replace({column}, ?, ?) WHERE {where}", (one, two))


def lost_rows(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {_where(connection, table, rng)}")


def other_column(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    one, two = _column(connection, table, rng), _column(connection, table, rng)
    connection.execute(f"UPDATE OR IGNORE {table} SET {one} = {two} WHERE {_where(connection, table, rng)}")


def gone(connection: sqlite3.Connection, table: str, _rng: random.Random) -> None:
    connection.execute(f"DROP TABLE {table}")


def other_header(connection: sqlite3.Connection, _table: str, rng: random.Random) -> None:
    name = rng.choice(("application_id", "user_version"))
    connection.execute(f"PRAGMA {name} = {rng.choice((0, 1, 3, 8, 10, 99, -1, 2**31 - 1))}")


IN_FILE: tuple[Callable[[bytearray, random.Random], None], ...] = (cut, overwrite, zero, swap, double)
IN_CONTENT: tuple[Callable[[sqlite3.Connection, str, random.Random], None], ...] = (
    strange_value, strange_value, strange_value, no_text, cut_text, other_digit, lost_rows, other_column, gone,
    other_header,
)  # fmt: skip


def damage(base: Base, place: Path, rng: random.Random) -> str:
    """Put a damaged database in its place; returns what was done."""
    file = place / DATABASE
    if rng.random() < 0.4:
        data = bytearray((base.folder / DATABASE).read_bytes())
        how = rng.choice(IN_FILE)
        how(data, rng)
        file.write_bytes(data)
        return how.__name__
    file.write_bytes(base.loose)
    done = []
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for _ in range(rng.choice((1, 1, 1, 2, 4))):
            change, table = rng.choice(IN_CONTENT), rng.choice(sorted(base.tables))
            with contextlib.suppress(sqlite3.Error, OverflowError, LookupError, TypeError):  # it may be gone already
                change(connection, table, rng)
                done.append(f"{change.__name__} {table}")
        connection.execute("PRAGMA writable_schema = ON")
        for name, sql in base.tables.items():
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (sql, name))
        for guard in base.guards:
            with contextlib.suppress(sqlite3.Error):  # of a table that is gone
                connection.execute(guard)
        connection.execute("COMMIT")
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    return ", ".join(done)


# --- commands -------------------------------------------------------------------------------------------

LINE = {"actor": "robot", "op": "draw", "image": "photos/003.png", "class": "bolt", "box": [3, 3, 30, 30]}
COMMANDS: tuple[list[str], ...] = (
    ["status", "PROJECT"], ["images", "PROJECT"], ["labels", "PROJECT"], ["log", "PROJECT"], ["queue", "PROJECT"],
    ["queue", "PROJECT", "--order", "uncertain"], ["disagreements", "PROJECT"], ["trust", "PROJECT"],
    ["versions", "PROJECT"], ["groups", "PROJECT"], ["model", "list", "PROJECT"], ["source", "list", "PROJECT"],
    ["class", "list", "PROJECT"], ["what-if", "PROJECT", "--generations", "2"], ["window", "PROJECT"],
    ["export", "PROJECT", "OUT", "--dry-run"], ["export", "PROJECT", "OUT", "--yes"], ["decide", "PROJECT", "LINES"],
    ["hand-out", "PROJECT", "OUT2", "--format", "coco"], ["class", "add", "PROJECT", "washer"],
    ["class", "merge", "PROJECT", "nut", "bolt"], ["add", "PROJECT", "PHOTOS", "--origin", "real"],
    ["attest", "PROJECT", "photos", "--as", "kai"], ["version", "describe", "PROJECT", "v1"],
    ["gold", "reserve", "PROJECT", "photos/004.png"], ["source", "origin", "PROJECT", "photos", "unknown"],
    ["version", "write", "PROJECT", "v1", "OUT3"],
)  # fmt: skip


def window(folder: Path) -> int:
    """What the window does when it opens a project, without the window."""
    session = Session.open(folder, "ann")
    with session.project:
        order, _ = queue.Queue(session).begin(Place())
        queue.counts(session)
        queue.rows(session, list(order))
        meter.meter(session)
        for image_id in list(order)[:4]:
            look(session, image_id)
    return 0


class Hang(BaseException):
    """A command took too long."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    """Ends a command that hangs."""

    def stop(*_: object) -> None:
        raise Hang

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tried(command: list[str]) -> str:
    """How it went wrong; empty when it ended with an answer or with one sentence."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), limited():
            code = window(Path(command[1])) if command[0] == "window" else run(command)
    except UserError as error:
        code, said = error.exit_code, str(error)
    except Hang:
        return f"hang: {' '.join(command[:1])}"
    except BaseException as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "verify_app" in f.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        return f"{type(error).__name__} at {place} in {command[0]}: {str(error)[:100]}"
    else:
        said = err.getvalue()
    if code not in (0, 1, 2, 3) or "Traceback" in said:
        return f"exit code {code} of {command[0]}"
    return ""


def case(base: Base, room: Path, seed: int) -> list[str]:
    """Damage one database and try commands on it; returns what went wrong."""
    rng = random.Random(seed)
    place = room / "project"
    gc.collect()  # a query that damage interrupted may keep the file open, and Windows then removes no folder
    for old in (place, room / "out", room / "out2", room / "out3"):
        shutil.rmtree(old, ignore_errors=True)
    for name in ("models", "versions", "cache"):
        (place / name).mkdir(parents=True)
    done = damage(base, place, rng)
    (room / "lines").write_text(json.dumps(LINE) + '\n{"actor":"robot","op":"undo"}\n', encoding="utf-8")
    places = {"PROJECT": place, "OUT": room / "out", "OUT2": room / "out2", "OUT3": room / "out3"}
    places |= {"LINES": room / "lines", "PHOTOS": base.folder.parent / "photos"}
    wrong = []
    for command in (["check", "PROJECT"], *rng.sample(COMMANDS, EACH)):
        found = tried([str(places.get(word, word)) for word in command])
        if found:
            wrong.append(f"{found} (case {seed}: {done})")
    return wrong


def measure(cases: int, seed: int = 0) -> dict[str, Any]:
    """Try so many damaged databases."""
    os.environ[TRUST_VARIABLE] = "1"
    started, kinds, examples = time.monotonic(), Counter[str](), dict[str, str]()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("VERIFY_APP_CONFIG_DIR", str(Path(scratch) / "settings"))
        sound = base(Path(scratch) / "base")
        room = Path(scratch) / "room"
        room.mkdir()
        for number in range(seed, seed + cases):
            for wrong in case(sound, room, number):
                kind = wrong.split(" (case")[0]
                kinds[kind] += 1
                examples.setdefault(kind, wrong)
    return {
        "databases": cases,
        "seed": seed,
        "wrong": sum(kinds.values()),
        "target": 0,
        "kinds": {examples[kind]: count for kind, count in kinds.most_common()},
        "seconds": round(time.monotonic() - started, 1),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    found = measure(asked.cases, asked.seed)
    print(json.dumps(found, indent=1, ensure_ascii=True))
    sys.exit(1 if found["wrong"] else 0)
