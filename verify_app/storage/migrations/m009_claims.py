"""What label files and receipts say of images that came in: what a named person may vouch for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.storage.migrations.insert_only import make_insert_only

if TYPE_CHECKING:
    from sqlite_utils import Database

CLAIM_FACTS = {"claim": ("id", "image_id", "sha256", "whole", "labels")}
"""Insert-only tables and their columns; the first is the id.

A claim holds for the bytes of that digest. `whole`: nothing else is on the image. `labels`: JSON list of the imported
labels that may be vouched for; NULL: all of the image's.
"""

_TABLE = """
CREATE TABLE claim (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL,
    whole INTEGER NOT NULL, labels TEXT
)
"""


def m009_claims(db: Database) -> None:
    """The table of claims."""
    connection = db.conn
    connection.execute(_TABLE)
    connection.execute("CREATE INDEX claim_image ON claim(image_id, id)")
    make_insert_only(connection, CLAIM_FACTS)
