"""Whether a database's tables, columns, triggers and views are those that our migrations make, and none besides.

A trigger or a view of a stranger's would act inside our own transactions, and so would a constraint that lets rows go
in silence (``ON CONFLICT``, a unique index); a column less or of another type is damage.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.storage import schema

OURS = "3d3939cdd0e3bc096c5550050d9706d505d6b464d6379f40faf2c294bcbe08bd"
"""Digest of everything that `_parts` finds in a project of the newest schema: what is the same needs no second look."""

SHAPE = "4887cb3f0ac608354166c8cee885201251407d84a7d39aad37d2bf7f84b7d169"
"""The same of what `_shape` finds, for tables that are worded otherwise: making ours to compare them takes longer."""

OUR_INDEXES = "71039e8fdeabf12175e8c902fa01a52b5f11dbbba9f30aaee9405e3690ea3325"
"""The same of `_special_indexes`."""

_MIGRATIONS = "_sqlite_migrations"
"""Where sqlite-utils keeps which migrations were applied, in words that change with its version."""


_PLAIN = re.compile(r"CREATE INDEX [^()]+ ON [^()]+\([\w\s,\"`]+\)", re.IGNORECASE)
"""An index of columns and nothing else."""
_RULES = re.compile(r"\b(check|conflict|unique|collate|references|autoincrement|strict|without)\b", re.IGNORECASE)
"""What a table's words can say besides its columns."""


class _Part(NamedTuple):
    """A row of ``sqlite_master``."""

    kind: str
    name: str
    sql: str


def require(connection: sqlite3.Connection, file: Path, version: int) -> None:
    """Refuse a database that is not laid out as schema `version` is.

    Raises
    ------
    UserError
        With the first thing that is wrong.
    """
    wrong = next(problems(connection, version), None)
    if wrong is not None:
        raise UserError(
            M(
                "{file} is damaged or was altered by another program ({wrong}); restore a backup of it.",
                file=file,
                wrong=wrong,
            )
        )


def problems(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """What is there and is not ours, or should be there and is not; further indexes of plain columns do no harm."""
    if not 0 < version <= schema.CURRENT:
        yield M("there is no schema {version}", version=version)
        return
    found = _parts(connection)
    yield from _index_problems(connection, version)
    if version == schema.CURRENT and (digest(found) == OURS or shape_of(connection) == SHAPE):
        return
    ours, columns, _ = _expected(version)
    acting, known = Counter(p for p in found if _acts(p)), Counter(p for p in ours if _acts(p))
    for part in acting - known:
        yield M("the {kind} {name} is not of this program", kind=_word(part), name=part.name)
    for part in known - acting:
        yield M("the {kind} {name} is missing or another", kind=_word(part), name=part.name)
    tables = Counter(p.name for p in found if p.kind == "table" and not _acts(p))
    for name in sorted(tables.keys() - columns.keys()):
        yield M("the table {name} is not of this program", name=name)
    for name, expected in columns.items():
        if not tables[name]:
            yield M("the table {name} is missing", name=name)
        elif not any(p.name == name and _acts(p) for p in found) and _columns(connection, name) != expected:
            yield M("the table {name} has other columns", name=name)
    yield from _rule_problems(found, ours)


def _rule_problems(found: list[_Part], ours: list[_Part]) -> Iterator[str]:
    """Constraints that are not those of our tables: one may drop rows in silence, or refuse them."""
    rules = {part.name: _rules(part) for part in ours if part.kind == "table"}
    for part in found:
        if part.kind == "table" and part.name in rules and _rules(part) != rules[part.name]:
            yield M("the table {name} has other rules", name=part.name)


def _rules(part: _Part) -> Counter[str]:
    return Counter(word.lower() for word in _RULES.findall(part.sql))


def _index_problems(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Indexes that do more than help to search: a unique one drops rows when others are put, another may reckon."""
    found = _special_indexes(connection)
    if version == schema.CURRENT and digest(found) == OUR_INDEXES:
        return
    for part in Counter(found) - Counter(_expected(version)[2]):
        yield M("the index {name} is not of this program, and does more than help to search", name=part.name)


def _special_indexes(connection: sqlite3.Connection) -> list[_Part]:
    """The indexes that are of more than plain columns; `kind` is the table's name."""
    rows = connection.execute(
        "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name, sql"
    )
    found = [_Part(str(row[0]), str(row[1]), " ".join(str(row[2]).split())) for row in rows]
    return [part for part in found if part.kind != _MIGRATIONS and not _PLAIN.fullmatch(part.sql)]


def _parts(connection: sqlite3.Connection) -> list[_Part]:
    """Everything but indexes, and the tables that SQLite and sqlite-utils keep for themselves."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type <> 'index' ORDER BY type, name, sql"
    )
    parts = [_Part(str(row[0]), str(row[1]), str(row[2])) for row in rows]
    return [p for p in parts if _acts(p) or not (p.name.lower().startswith("sqlite_") or p.name == _MIGRATIONS)]


def digest(parts: list[_Part]) -> str:
    """Of the parts, in their order, word for word."""
    return hashlib.sha256(repr([tuple(part) for part in parts]).encode("utf-8", "surrogatepass")).hexdigest()


def of(connection: sqlite3.Connection) -> str:
    """Digest of how a database is laid out."""
    return digest(_parts(connection))


def shape_of(connection: sqlite3.Connection) -> str:
    """Digest of what acts, word for word, and of the columns and the rules of each table, however it is worded."""
    every = _parts(connection)
    acting = [tuple(part) for part in every if _acts(part)]
    plain = sorted(part for part in every if not _acts(part))
    rules = [(part.name, sorted(_rules(part).items())) for part in plain]
    rows = connection.execute(
        "SELECT m.name, x.* FROM sqlite_master m, pragma_table_xinfo(m.name) x WHERE m.type = 'table' ORDER BY 1, 2"
    )
    wanted = {part.name for part in plain}
    columns = [tuple(row) for row in rows if row[0] in wanted]
    return hashlib.sha256(repr((acting, rules, columns)).encode("utf-8", "surrogatepass")).hexdigest()


def _acts(part: _Part) -> bool:
    """Whether it does something of its own when it is used, as no plain table does."""
    return part.kind != "table" or not part.sql.lstrip().upper().startswith("CREATE TABLE")


def _word(part: _Part) -> str:
    return "virtual table" if part.kind == "table" else part.kind


def tables(version: int) -> list[str]:
    """The names of our tables."""
    return list(_expected(version)[1])


def columns(table: str, version: int) -> list[tuple[str, str, bool]]:
    """Name, declared type and whether a value is needed, of each column of a table of ours."""
    rows = _expected(version)[1][table]
    keyed = sum(bool(row[5]) for row in rows) > 0
    return [(row[1], row[2], bool(row[3]) or (keyed and bool(row[5]))) for row in rows]


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(f"PRAGMA table_xinfo({table})")]


@functools.cache
def _expected(version: int) -> tuple[list[_Part], dict[str, list[tuple[Any, ...]]], list[_Part]]:
    """The parts, the columns of each table, and the indexes of more than plain columns, that the migrations make."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in schema.STEPS[:version]:
            step(SimpleNamespace(conn=connection))  # type: ignore[arg-type]  # all that a step uses of it
        parts, indexes = _parts(connection), _special_indexes(connection)
        return parts, {p.name: _columns(connection, p.name) for p in parts if p.kind == "table"}, indexes
    finally:
        connection.close()
