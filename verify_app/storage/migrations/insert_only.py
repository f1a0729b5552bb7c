"""Tables whose rows are never changed or deleted: triggers hold that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def make_insert_only(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Let nobody update or delete rows of these tables."""
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
            )
