"""What leaves the project: what assigned images look like and where they lay, what was said of bytes, stated splits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.storage.migrations.insert_only import make_insert_only

if TYPE_CHECKING:
    from sqlite_utils import Database

LEAVING_FACTS = {"stated_split": ("id", "image_id", "split", "evidence")}
"""Insert-only tables and their columns; the first is the id."""

_TABLES = """
ALTER TABLE assignment ADD COLUMN look TEXT;
ALTER TABLE assignment ADD COLUMN place TEXT;
CREATE INDEX assignment_place ON assignment(place) WHERE place IS NOT NULL;
CREATE TABLE declared (key TEXT PRIMARY KEY, origin TEXT NOT NULL, reason TEXT) WITHOUT ROWID;
ALTER TABLE image_state ADD COLUMN declared TEXT;
CREATE TABLE stated_split (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), split TEXT NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX stated_split_image ON stated_split(image_id, id)
"""


def m007_leaving(db: Database) -> None:
    """Columns of assignments, a table by the digest of bytes, a table of splits that datasets state."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    make_insert_only(connection, LEAVING_FACTS)
