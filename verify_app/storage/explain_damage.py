"""Whether what went wrong went wrong because the database is damaged: then a sentence, else the bug that it is."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.storage import check as check
from verify_app.storage import damage as damage
from verify_app.storage import database

PROVEN = 20_000
"""Up to this many events the whole record is proven to find what is wrong; beyond it the values alone are looked at."""


def explain(file: Path, error: BaseException, *, foreign: bool) -> None:
    """Look whether `error` comes of damage; returns when it does not, or is no error of that kind.

    Raises
    ------
    UserError
        One sentence on what is damaged, and how to go on.
    """
    ended = isinstance(error, RuntimeError) and not isinstance(error, RecursionError)  # how a command ends early
    if ended or isinstance(error, UserError | BrokenPipeError) or not isinstance(error, Exception):
        return
    if isinstance(error, sqlite3.DatabaseError):
        with contextlib.suppress(sqlite3.DatabaseError), database.explained(file):
            raise error
    wrong = first_damage(file, foreign=foreign)
    if wrong:
        raise UserError(
            M(
                "{file} is damaged ({problem}); `verify-app check` lists what is. Restore a backup of it.",
                file=file,
                problem=wrong.rstrip("."),
            )
        ) from error


def first_damage(file: Path, *, foreign: bool) -> str:
    """The first thing that is wrong with the database; empty when it is sound."""
    with _read(file, foreign) as connection:
        found = next(damage.find(connection), "")
        if not found and connection.execute("SELECT count(*) FROM event").fetchone()[0] <= PROVEN:
            found = next(check.problems(connection), "")
        return found


@contextlib.contextmanager
def _read(file: Path, foreign: bool) -> Iterator[sqlite3.Connection]:
    if foreign:
        with database.apart(file) as connection:
            yield connection
    else:
        with contextlib.closing(database.connect(file, write=False)) as connection:
            yield connection
