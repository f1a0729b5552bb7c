"""Schema 5: every event says through which door it came; labels and completeness keep theirs, completeness a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = """
ALTER TABLE event ADD COLUMN door TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE label ADD COLUMN door TEXT;
ALTER TABLE mark ADD COLUMN door TEXT;
ALTER TABLE mark ADD COLUMN grade TEXT
"""

_ATTESTED = """
UPDATE mark SET grade = 'attested' WHERE complete = 1 AND EXISTS (
    SELECT 1 FROM change c JOIN event e ON e.id = c.event_id
    WHERE c.what = 'mark' AND c.key = mark.key AND e.op = 'attest' AND c.after IS NOT NULL
    AND json_extract(c.after, '$.complete') = mark.complete AND json_extract(c.after, '$.by') IS mark.by
    AND json_extract(c.after, '$.by_kind') IS mark.by_kind AND json_extract(c.after, '$.sha256') IS mark.sha256
    AND json_extract(c.after, '$.flag') IS mark.flag)
"""
"""As `entities.recorded` reads the changes that led there."""


def m005_doors(db: Database) -> None:
    """Old events came through a door that is not known; who attested completeness is on record."""
    for statement in _TABLES.split(";"):
        db.conn.execute(statement)
    db.conn.execute(_ATTESTED)
