"""What pictures look like, to one model and in a few numbers; and what the monitor found whenever it looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.storage.migrations.insert_only import make_insert_only

if TYPE_CHECKING:
    from sqlite_utils import Database

MONITOR_FACTS = {
    "embedding": ("id", "sha256", "model_sha256", "vector"),
    "picture_stat": ("id", "sha256", "width", "height", "brightness", "blur"),
    "monitor_look": ("id", "kind", "subject", "summary"),
}
"""Insert-only tables and their columns; the first is the id.

What is said of a picture holds for the bytes of that digest. `vector`: float16, little endian. `brightness`: 0 to 1.
`kind` is what the look followed: a version, a training, an evaluation, or that somebody asked. `summary`: JSON.
"""

_TABLES = """
CREATE TABLE embedding (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, model_sha256 TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX embedding_model ON embedding(model_sha256, sha256);
CREATE TABLE picture_stat (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    brightness REAL NOT NULL, blur REAL NOT NULL
);
CREATE INDEX picture_stat_sha ON picture_stat(sha256);
CREATE TABLE monitor_look (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, summary TEXT NOT NULL
);
CREATE INDEX event_monitor ON event(id) WHERE op = 'monitor'
"""


def m010_monitor(db: Database) -> None:
    """Tables of embeddings, of statistics of pictures and of the monitor's looks."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    make_insert_only(connection, MONITOR_FACTS)
