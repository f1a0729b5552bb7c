"""Connections to a project's database, and SQLite's errors in a person's words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.disk import sync_file
from verify_app.core.errors import UserError

BUSY_MS = 10_000


def connect(file: Path, *, write: bool) -> sqlite3.Connection:
    """Open `file` with this program's pragmas; transactions are begun by hand.

    Raises
    ------
    UserError
        When the file is missing, is not a database or cannot be opened.
    """
    with explained(file):
        connection = _open(file, "mode=rw" if write else "mode=ro")
        try:
            if write:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if write or not _untouched(file):
                raise
            # a read-only place: WAL wants to write beside the file, unless the file is promised not to change
            connection = _open(file, "mode=ro&immutable=1")
        connection.execute("PRAGMA synchronous = FULL")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _open(file: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection


def _untouched(file: Path) -> bool:
    """Whether nobody can be writing: no log beside the file, and no way to write one."""
    return not os.access(file.parent, os.W_OK) and not file.with_name(f"{file.name}-wal").exists()


@contextlib.contextmanager
def created(file: Path) -> Iterator[sqlite3.Connection]:
    """Make a database, filled inside the block, that is there whole afterwards or not at all.

    It is made under another name, so that being cut off leaves nothing that could be taken for `file`.

    Raises
    ------
    UserError
        When the folder cannot be written to or the disk is full.
    """
    draft = file.with_name(f"{file.name}.new")
    try:
        for left in (draft, draft.with_name(f"{draft.name}-wal"), draft.with_name(f"{draft.name}-shm")):
            left.unlink(missing_ok=True)
        draft.touch()
    except OSError as error:
        raise UserError(f"A project cannot be made in {file.parent}: {_reason(error)}.") from error
    with explained(file), contextlib.closing(connect(draft, write=True)) as connection:
        yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sync_file(draft)
    draft.replace(file)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


class explained:  # noqa: N801  a context manager, as those of contextlib
    """Turn SQLite's errors inside the block into one sentence each.

    Raises
    ------
    UserError
        Instead of `sqlite3.OperationalError` and `sqlite3.DatabaseError`; constraint errors are bugs and pass.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.IntegrityError):
            sentence = _sentence(error, self._file)
            if sentence is not None:
                raise UserError(sentence) from error


def _sentence(error: sqlite3.DatabaseError, file: Path) -> str | None:
    text = str(error)
    where = file.parent
    known = {
        "database is locked": f"Another process kept {where} busy for {BUSY_MS // 1000} s; try again.",
        "database or disk is full": f"The disk of {where} is full; nothing was changed. Free some space and try again.",
        "attempt to write a readonly database": f"{where} is read-only; copy the project to a place you can write to.",
        "unable to open database file": f"{file} cannot be opened; check that it exists and that you may read it.",
        "disk I/O error": f"The disk of {where} reported an error; nothing was changed. Free space or check the disk.",
        "file is not a database": f"{file} is not a project's database, or it is damaged; restore a backup of it.",
        "database disk image is malformed": f"{file} is damaged; restore a backup of it.",
    }
    return next((sentence for key, sentence in known.items() if key in text), None)


@contextlib.contextmanager
def still(connection: sqlite3.Connection) -> Iterator[None]:
    """Read one state of the database inside the block, whatever somebody else writes meanwhile."""
    if connection.in_transaction:  # it is still already
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        with contextlib.suppress(sqlite3.Error):  # a failing disk ended it already, or the database was closed
            connection.execute("ROLLBACK")
