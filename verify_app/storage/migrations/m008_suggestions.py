"""What programs suggest, whether that still stands, and files of lines that a named person took responsibility for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.storage.migrations.insert_only import make_insert_only

if TYPE_CHECKING:
    from sqlite_utils import Database

SUGGESTION_FACTS = {
    "suggestion": (
        "id", "image_id", "sha256", "op", "by", "prediction_id", "label_id", "class_id", "region", "detail",
    ),
    "vouch": ("id", "by", "sha256", "bytes", "lines"),
}  # fmt: skip
"""Insert-only tables and their columns; the first is the id."""

_TABLES = """
CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL, op TEXT NOT NULL,
    by TEXT NOT NULL, prediction_id INTEGER, label_id INTEGER, class_id INTEGER, region TEXT, detail TEXT NOT NULL
);
CREATE INDEX suggestion_image ON suggestion(image_id, id);
CREATE TABLE suggested (
    key INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, state TEXT NOT NULL, label_id INTEGER, by TEXT, by_kind TEXT
);
CREATE TABLE vouch (
    id INTEGER PRIMARY KEY, by TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, lines INTEGER NOT NULL
);
ALTER TABLE label ADD COLUMN suggestion_id INTEGER
"""


def m008_suggestions(db: Database) -> None:
    """Tables of suggestions and of files vouched for; a label says which suggestion it came from."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    make_insert_only(connection, SUGGESTION_FACTS)
