"""The one gate: every write is one transaction that appends one event and tells what changed."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from verify_app import __version__
from verify_app.core.messages import M
from verify_app.core.operations import OPERATIONS
from verify_app.core.records import Actor, Changes
from verify_app.storage.entities import Row, dumps, fetch, put, whole
from verify_app.storage.reader import Reader
from verify_app.storage.schema import FACTS
from verify_app.storage.summaries.image_summary import refresh
from verify_app.storage.summaries.known_image import KnownImage


class Transaction:
    """What an operation may do between BEGIN IMMEDIATE and COMMIT. `read` sees its own writes."""

    def __init__(self, connection: sqlite3.Connection, event_id: int) -> None:
        self._connection = connection
        self._seq = 0
        self.event_id = event_id
        self.read = Reader(connection, hold=True)
        self.images: set[int] = set()
        self.kinds: set[str] = set()
        self.chunks: list[dict[str, Any]] = []
        self.detail: dict[str, Any] = {}
        self.changes: Changes | None = None
        self.known: KnownImage | None = None
        self.imported: Counter[tuple[int, int]] = Counter()
        """Labels that came in, by image and class."""
        self._moved: set[int] = set()
        self._got: tuple[str, Any, Row | None] | None = None
        """The thing asked for last: most are asked for to be put back otherwise."""

    @property
    def written(self) -> bool:
        """Whether anything was changed or recorded."""
        return bool(self._seq or self.chunks)

    def get(self, what: str, key: Any) -> Row | None:
        """The thing as it stands, or None."""
        if self._got is None or self._got[:2] != (what, key):
            self._got = what, key, fetch(self._connection, what, key)
        row = self._got[2]
        return None if row is None else dict(row)

    def put(self, what: str, key: Any, row: Row | None, *, image_id: int | None = None) -> bool:
        """Make the thing be `row` (None deletes it) and record before and after.

        Returns
        -------
        bool
            False when it was so already; then nothing is recorded.
        """
        before, row = self.get(what, key), whole(what, row)
        if before == row:
            return False
        put(self._connection, what, key, row)
        self._got = what, key, row
        self.read.written(what, key, row, image_id)
        if what in ("class", "setting"):
            self.read.forget()
        if what == "class" and before is not None and (row or {}).get("merged_into") != before["merged_into"]:
            self._moved.add(key)
        texts = [None if side is None else dumps(side) for side in (before, row)]
        self._connection.execute(
            "INSERT INTO change (event_id, seq, what, key, image_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.event_id, self._seq, what, key, image_id, *texts),
        )
        self._seq += 1
        self.kinds.add(what)
        if what == "source" and before and row and before["origin"] != row["origin"]:
            # also when it is undone: what its images count as has changed
            self.images.update(r[0] for r in self.read.rows("SELECT id FROM image WHERE source_id = ?", key))
        if (what, key) == ("setting", "demo"):
            # whether somebody simulated stands for a person is another
            self.images.update(r[0] for r in self.read.rows("SELECT id FROM image"))
        if what == "declared":
            self.images.update(r[0] for r in self.read.rows("SELECT key FROM image_state WHERE sha256 = ?", key))
        if image_id is not None:
            self.images.add(image_id)
        return True

    def update(self, what: str, key: Any, values: Row, *, image_id: int | None = None) -> bool:
        """Change some columns of a thing that exists."""
        row = self.get(what, key)
        if row is None:
            raise KeyError(f"no {what} {key}")
        return self.put(what, key, {**row, **values}, image_id=image_id)

    def new_id(self, what: str) -> int:
        """An id this kind of thing never had, deleted ones included."""
        used = [self.read.one("SELECT max(key) FROM change WHERE what = ?", what)]
        if what == "label":
            used.append(self.read.one("SELECT max(id) FROM imported"))
        return 1 + max(int(value or 0) for value in used)

    def facts(self, table: str, rows: Iterable[Sequence[Any]], *, images: Iterable[int] = ()) -> range:
        """Insert facts in one chunk; ids are given in order.

        Parameters
        ----------
        rows : iterable of sequence
            Values of the table's columns, the id left out.
        images : iterable of int
            Images whose summary this changes.

        Returns
        -------
        range
            The ids given.
        """
        columns = FACTS[table]
        first = 1 + int(self.read.one(f"SELECT coalesce(max(id), 0) FROM {table}"))
        if table == "imported":
            first = self.new_id("label")  # an imported label keeps its fact's id
        numbered = [(first + offset, *row) for offset, row in enumerate(rows)]
        if not numbered:
            return range(first, first)
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", numbered)
        last = numbered[-1][0]
        self.read.known = self._got = None
        if table == "imported":
            adopt_imported(self._connection, first, last)
            self.imported.update(row[1:3] for row in numbered)
            digest = _rows_digest(numbered)  # whole numbers and texts are stored as they are given
        else:
            digest = facts_digest(self._connection, table, first, last)
        self.chunks.append({"table": table, "first": first, "last": last, "digest": digest})
        if table == "run_image":
            self._connection.execute("INSERT INTO run_chunk (key, event_id) VALUES (?, ?)", (first, self.event_id))
        self.kinds.add(table)
        self.images.update(images)
        return range(first, last + 1)

    def touched(self) -> set[int]:
        """Every image whose summary may be another now."""
        if self._moved:
            # predictions follow their class into the one that took it over, and back
            into = {c.id: c.merged_into for c in self.read.classes(merged=True)}
            through = {c for c in into if self._moved & set(_chain(c, into))}
            sql = "SELECT DISTINCT image_id FROM prediction WHERE class_id IN (SELECT value FROM json_each(?))"
            self.images.update(row[0] for row in self.read.rows(sql, json.dumps(sorted(through))))
        return self.images


def _chain(class_id: int | None, into: Mapping[int, int | None]) -> Iterator[int]:
    while class_id is not None:
        yield class_id
        class_id = into.get(class_id)


def facts_digest(connection: sqlite3.Connection, table: str, first: int, last: int) -> str:
    """SHA-256 over a chunk of facts as stored."""
    digest = hashlib.sha256()
    sql = f"SELECT {', '.join(FACTS[table])} FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id"
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(sql, (first, last))
    while rows := cursor.fetchmany(1000):
        digest.update(_as_lines(rows).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _rows_digest(rows: list[tuple[Any, ...]]) -> str:
    """The same over rows that were just stored."""
    digest = hashlib.sha256()
    for start in range(0, len(rows), 1000):
        digest.update(_as_lines(rows[start : start + 1000]).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


_APART = "\x1f"
"""Stands between values while many rows are encoded at once: inside a JSON text it is written otherwise."""

_encode = json.JSONEncoder(separators=(_APART, ":"), ensure_ascii=False, default=bytes.hex).encode


def _as_lines(rows: list[tuple[Any, ...]]) -> str:
    """Each row as a JSON list on a line of its own."""
    return _encode(rows)[1:-1].replace(f"]{_APART}[", "]\n[").replace(_APART, ",") + "\n"


def adopt_imported(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Imported facts become labels nobody has verified yet, under the same ids."""
    connection.execute(
        "INSERT OR REPLACE INTO label (key, image_id, class_id, region, grade, by, by_kind, bound, prediction_id, "
        "imported_id, flag) SELECT id, image_id, class_id, region, 'imported', NULL, NULL, bound, NULL, id, NULL "
        "FROM imported WHERE id BETWEEN ? AND ?",
        (first, last),
    )


@contextlib.contextmanager
def transact(
    connection: sqlite3.Connection,
    actor: Actor,
    operation: str,
    *,
    ms: int = 0,
    inverts: int | None = None,
    detail: Mapping[str, Any] | None = None,
    known: KnownImage | None = None,
    there: Callable[[str], None] | None = None,
) -> Iterator[Transaction]:
    """Run one operation: one transaction, one event, all or nothing.

    An operation that changes nothing writes nothing, not even its event. What it did is on disk when the block
    has ended; `Transaction.changes` then says what changed (None when nothing did), `Transaction.known` what is known
    of its image. `known` is what was known before; it holds if nothing has been written since. `there` raises when what
    is written would not be in the project any more; it is asked before the commit and after it.
    """
    if operation not in OPERATIONS:
        raise ValueError(f"unknown operation {operation}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        last = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0]
        tx = Transaction(connection, last + 1)
        tx.detail.update(detail or {})
        tx.read.known = known if known is not None and known.event_id == last else None
        yield tx
        if tx.written:
            _record(connection, tx, actor, operation, ms=ms, inverts=inverts)
            if there is not None:
                there(M("nothing was recorded"))
            connection.execute("COMMIT")
            if there is not None:
                there(M("whether the last decision is in it `verify-app log` says"))
            tx.changes = Changes(
                event=tx.event_id,
                op=operation,
                actor=actor.name,
                images=frozenset(tx.images),
                kinds=frozenset(tx.kinds),
                detail=dict(tx.detail),
            )
        else:
            connection.execute("ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _record(
    connection: sqlite3.Connection,
    tx: Transaction,
    actor: Actor,
    operation: str,
    *,
    ms: int,
    inverts: int | None,
) -> None:
    detail = {**tx.detail, "facts": tx.chunks} if tx.chunks else tx.detail
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    connection.execute(
        "INSERT INTO event (id, time, actor, kind, op, inverts, ms, program, detail, door) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            tx.event_id,
            now,
            actor.name,
            actor.kind.value,
            operation,
            inverts,
            max(0, ms),
            __version__,
            dumps(detail),
            actor.door.value,
        ),
    )
    refresh(tx.read, tx.touched(), tx.event_id, imported={} if "label" in tx.kinds else tx.imported)
    tx.known = tx.read.known_as_of(tx.event_id)
