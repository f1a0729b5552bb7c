"""Schema 4: videos whose frames are a source, and what files themselves say of their origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SOURCE_FACTS = {
    "video": ("id", "source_id", "sha256", "name", "taken"),
    "hint": ("id", "image_id", "sha256", "origin", "evidence"),
}
"""Insert-only tables and their columns; the first is the id.

The frames of a video are the images of its source, named by frame number. `taken` says which were wanted: JSON.
A hint holds for the bytes of that digest.
"""

_TABLES = """
CREATE TABLE video (
    id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, taken TEXT NOT NULL
);
CREATE INDEX video_source ON video(source_id);
CREATE TABLE hint (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL,
    origin TEXT NOT NULL, evidence TEXT NOT NULL
);
CREATE INDEX hint_image ON hint(image_id)
"""


def m004_sources(db: Database) -> None:
    """Tables of videos and hints."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    for table in SOURCE_FACTS:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
            )
