"""For hidden proposals: what each complete image tells of its model, and the sum by class and confidence.

Since this step proposals folded into one heap count once in the summaries, and a rejection leaves its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = """
CREATE TABLE image_odds (key INTEGER PRIMARY KEY, model_id INTEGER NOT NULL, cells TEXT NOT NULL);
CREATE TABLE odds (
    model_id INTEGER NOT NULL, sight TEXT NOT NULL, class_id INTEGER NOT NULL, band INTEGER NOT NULL,
    said INTEGER NOT NULL, right INTEGER NOT NULL, PRIMARY KEY (model_id, sight, class_id, band)
) WITHOUT ROWID
"""


def m006_odds(db: Database) -> None:
    """The tables; they are filled when all migrations are done."""
    for statement in _TABLES.split(";"):
        db.conn.execute(statement)
