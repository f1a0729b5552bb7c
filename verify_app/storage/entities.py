"""The things events change, as data: each is a table keyed by `key`, and a change is its row before and after."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

Row = dict[str, Any]


class Entity:
    """One kind of thing and its columns, `key` left out."""

    def __init__(self, table: str, columns: tuple[str, ...]) -> None:
        self.table, self.columns = table, columns
        self.get = f"SELECT {', '.join(columns)} FROM {table} WHERE key = ?"
        self.put = f"INSERT OR REPLACE INTO {table} (key, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"


ENTITIES = {
    "setting": Entity("setting", ("value",)),
    "source": Entity("source", ("name", "root", "origin")),
    "class": Entity("label_class", ("name", "position", "merged_into")),
    "model": Entity(
        "model",
        ("name", "sha256", "file", "task", "names", "round", "depth", "lineage", "version", "base", "detail"),
    ),
    "attribute": Entity("attribute", ("origin", "gold", "removed")),
    "label": Entity(
        "label",
        ("image_id", "class_id", "region", "grade", "by", "by_kind", "bound")
        + ("prediction_id", "imported_id", "flag", "door", "suggestion_id"),
    ),
    "verdict": Entity("verdict", ("image_id", "verdict", "label_id", "by", "by_kind")),
    "mark": Entity("mark", ("complete", "by", "by_kind", "sha256", "flag", "door", "grade")),
    "assignment": Entity("assignment", ("split", "look", "place")),
    "declared": Entity("declared", ("origin", "reason")),
    "kept": Entity("kept", ("image_id", "kind", "class_id", "by", "by_kind")),
    "settled": Entity("settled", ("image_id", "side", "by", "by_kind")),
    "suggested": Entity("suggested", ("image_id", "state", "label_id", "by", "by_kind")),
    "version": Entity("version", ("name", "digest", "receipt", "folder", "parent", "summary")),
}


def fetch(connection: sqlite3.Connection, what: str, key: Any) -> Row | None:
    """The thing's row as it stands, without its key, or None."""
    entity = ENTITIES[what]
    row = connection.execute(entity.get, (key,)).fetchone()
    return None if row is None else dict(zip(entity.columns, row, strict=True))


def whole(what: str, row: Row | None) -> Row | None:
    """The row with every column of its kind: what was recorded before a column was there lacks it, so it is None."""
    return None if row is None else {column: row.get(column) for column in ENTITIES[what].columns}


def put(connection: sqlite3.Connection, what: str, key: Any, row: Row | None) -> None:
    """Make the thing's row be `row`; None deletes it."""
    entity = ENTITIES[what]
    if row is None:
        connection.execute(f"DELETE FROM {entity.table} WHERE key = ?", (key,))
        return
    connection.execute(entity.put, (key, *map(row.get, entity.columns)))


def recorded(connection: sqlite3.Connection, what: str, key: Any, text: str | None) -> Row | None:
    """The row that a change recorded, as it is understood today; None: there was none.

    A change from before a column was there says nothing of it, which is NULL; but completeness that somebody attested
    is attested, wherever the record shows the very same mark.
    """
    if text is None:
        return None
    said: Row = json.loads(text)
    row = {column: said.get(column) for column in ENTITIES[what].columns}
    if what == "mark" and "grade" not in said and row["complete"]:
        row["grade"] = "attested" if connection.execute(_ATTESTED, (key, text)).fetchone() else None
    return row


_ATTESTED = (
    "SELECT 1 FROM change c JOIN event e ON e.id = c.event_id "
    "WHERE c.what = 'mark' AND c.key = ? AND c.after = ? AND e.op = 'attest' LIMIT 1"
)


dumps = json.JSONEncoder(separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode
"""Canonical JSON: the same value is the same text."""
