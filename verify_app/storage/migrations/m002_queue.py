"""Schema 2, for the queue: blocks of image records, counts, labels kept against a model, reviewers, looks of runs."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = """
CREATE TABLE kept (
    key INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, kind TEXT NOT NULL, class_id INTEGER, by TEXT, by_kind TEXT
);
CREATE INDEX kept_image ON kept(image_id);
CREATE TABLE run_chunk (key INTEGER PRIMARY KEY, event_id INTEGER NOT NULL);
CREATE TABLE reviewer (key INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE image_block (
    key INTEGER PRIMARY KEY, event_id INTEGER NOT NULL, records BLOB NOT NULL, tags BLOB NOT NULL
);
CREATE INDEX image_block_event ON image_block(event_id);
CREATE TABLE image_tally (
    state TEXT NOT NULL, origin TEXT NOT NULL, gold INTEGER NOT NULL, real_verified INTEGER NOT NULL,
    images INTEGER NOT NULL, with_labels INTEGER NOT NULL, with_imported INTEGER NOT NULL, proposals INTEGER NOT NULL,
    flagged INTEGER NOT NULL, PRIMARY KEY (state, origin, gold, real_verified)
) WITHOUT ROWID;
CREATE TABLE share_tally (real_verified INTEGER NOT NULL, others INTEGER NOT NULL);
INSERT INTO share_tally VALUES (0, 0)
"""


def m002_queue(db: Database) -> None:
    """Tables of the queue; what is derived is filled when all migrations are done."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    _record_run_chunks(connection)


def _record_run_chunks(connection: sqlite3.Connection) -> None:
    """The first id of every chunk of images that a run looked at, with the event that announced it."""
    rows = [
        (chunk["first"], event_id)
        for event_id, detail in connection.execute("SELECT id, detail FROM event WHERE op = 'predict' ORDER BY id")
        for chunk in json.loads(detail).get("facts", [])
        if chunk["table"] == "run_image"
    ]
    connection.executemany("INSERT INTO run_chunk (key, event_id) VALUES (?, ?)", rows)
