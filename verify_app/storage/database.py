"""Connections to a project's database, and SQLite's errors in a person's words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.durable_files import sync_file
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.storage.links import open_here

BUSY_MS = 10_000
_TRIES = 5
MOST_COPIED = 16 << 30
"""Bytes of a database with its log that are copied to be read."""
_NOT = M("what was just to be recorded is not, and all that was before is")
"""True of a decision and of a job that records as it goes."""
_DAMAGE = (
    "database disk image is malformed",
    "malformed database schema",
    "Could not decode to UTF-8",
    "unsupported file format",
    "no such table",
    "no such column",
)
"""What SQLite says of a file that is none of ours any more."""


_DISK = ("database or disk is full", "disk I/O error")


class NoRoom(UserError):
    """The disk is full, or fails; what is there can be read all the same."""


def connect(file: Path, *, write: bool, looked: tuple[int, int] | None = None) -> sqlite3.Connection:
    """Open `file` with this program's pragmas; transactions are begun by hand.

    Parameters
    ----------
    looked : (int, int), optional
        Which file it was (`which`) when somebody looked at it.

    Raises
    ------
    UserError
        When the file is missing, is another one now, is not a database or cannot be opened.
    """
    with understood(file), contextlib.ExitStack() as stack:
        connection = stack.enter_context(contextlib.closing(_open(file, "mode=rw" if write else "mode=ro", looked)))
        try:
            if write:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            without_room = "disk" in str(error) and not has_log(file)
            if write or not (without_room or _untouched(file)):
                raise
            # a read-only place, a full disk: WAL wants to write beside the file, unless that is promised not to change
            connection = stack.enter_context(contextlib.closing(_open(file, "mode=ro&immutable=1", looked)))
        connection.execute("PRAGMA synchronous = FULL")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA cache_size = -32000")
        stack.pop_all()  # Windows removes no folder in which a file is open: what fails is closed, at once
    return connection


class Whereabouts:
    """Whether the files that a connection writes to are still those at their paths: a folder may be moved meanwhile."""

    def __init__(self, file: Path) -> None:
        file = file.absolute()
        self._folder = file.parent
        self._paths = [str(file), f"{file}-wal", f"{file}-shm"]
        self._found = self._look()

    def _look(self) -> list[tuple[int, int]]:
        try:
            return [(found.st_dev, found.st_ino) for found in map(os.lstat, self._paths)]
        except OSError:
            return []

    def moved_to(self, file: Path) -> bool:
        """Whether the database is not at its place any more and is now at `file`."""
        return bool(self._found) and self._look() != self._found and which(file) == self._found[0]

    def require(self, said: str) -> None:
        """Refuse when one of them is gone or another; `said` tells what has become of what was to be written.

        Raises
        ------
        UserError
            Always one sentence.
        """
        if not self._found or self._look() != self._found:
            raise UserError(
                M(
                    "{folder} was moved, deleted or replaced while it was open; {recorded}. Close it here, "
                    "and open it where it is now.",
                    folder=self._folder,
                    recorded=said,
                )
            )


@contextlib.contextmanager
def apart(
    file: Path, *, log: bool = True, copy: bool = False, looked: tuple[int, int] | None = None
) -> Iterator[sqlite3.Connection]:
    """Read `file` without writing anything beside it: as it is, or a copy where somebody's log lies beside it.

    Without `log` only what is in the file itself is read, and nothing is copied. A `copy` may be written to.
    `looked` is as for `connect`.

    Raises
    ------
    UserError
        When it cannot be read or copied.
    """
    with contextlib.ExitStack() as stack:
        with understood(file):
            if looked is not None:
                _require_same(file, looked)
            copied = copy or (log and has_log(file))
            if copied:
                import tempfile  # noqa: PLC0415  seldom needed

                room = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="verify-app-")))
                file = _copied(file, room)
            how = "mode=rw" if copied else "mode=ro&immutable=1"
            connection = stack.enter_context(contextlib.closing(_open(file, how)))
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute(f"PRAGMA query_only = {0 if copy else 1}")
        yield connection


def has_log(file: Path) -> bool:
    """Whether something was written that is not in `file` itself yet."""
    try:
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _copied(file: Path, room: Path) -> Path:
    """The database and its log in another folder, both of one moment."""
    log = file.with_name(f"{file.name}-wal")
    for _ in range(_TRIES):
        try:
            files = [one for one in (file, log) if one.exists()]
            before = [(found.st_size, found.st_mtime_ns) for found in (one.stat() for one in files)]
            _require_room(file, room, sum(size for size, _ in before))
            for one, (size, _) in zip(files, before, strict=True):
                _copy(one, room / one.name, size)
            if before == [(found.st_size, found.st_mtime_ns) for found in (one.stat() for one in files)]:
                return room / file.name
        except OSError as error:
            raise UserError(
                M("{file} cannot be copied to be read: {reason}.", file=file, reason=_reason(error))
            ) from error
    raise UserError(M("Somebody writes to {file} all the time; try again when that is over.", file=file))


def _require_room(file: Path, room: Path, size: int) -> None:
    """Refuse to copy what takes an hour or fills the disk: a file with holes is as large as its maker likes."""
    import shutil  # noqa: PLC0415  seldom needed

    if size > min(MOST_COPIED, shutil.disk_usage(room).free // 2):
        raise UserError(
            M(
                "{file} and the log beside it are {size:,.1f} GB, too much to be copied to be read; have the project "
                "closed where it was made, which takes in the log, and copy it anew.",
                file=file,
                size=size / 1000000000.0,
            )
        )


def _copy(file: Path, target: Path, size: int) -> None:
    """So many bytes of a file, never through a link that was put there meanwhile."""
    with open(file, "rb", opener=open_here) as source, target.open("wb") as out:
        while size > 0 and (part := source.read(min(size, 1 << 20))):
            out.write(part)
            size -= len(part)


def which(file: Path) -> tuple[int, int] | None:
    """Which file lies at a path now: one of its own, not a link, and with no other name; None for anything else."""
    try:
        found = file.lstat()
    except OSError:
        return None
    alone = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    return (found.st_dev, found.st_ino) if alone else None


def _require_same(file: Path, looked: tuple[int, int] | None) -> None:
    if looked is None or which(file) != looked:
        raise UserError(
            M(
                "{file} was replaced by another file or by a link while it was being opened; nothing was written. "
                "Look at who else changes this folder, then open it again.",
                file=file,
            )
        )


def _open(file: Path, how: str, looked: tuple[int, int] | None = None) -> sqlite3.Connection:
    """A connection to the very file that somebody looked at: SQLite opens whatever lies there at that moment."""
    looked = looked or which(file)
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        _require_same(file, looked)
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
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
        _remove(draft)
        draft.touch()
    except OSError as error:
        raise UserError(
            M("A project cannot be made in {folder}: {reason}.", folder=file.parent, reason=_reason(error))
        ) from error
    try:
        with explained(file), contextlib.closing(connect(draft, write=True)) as connection:
            yield connection
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sync_file(draft)
        draft.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            _remove(draft)
        raise


def _remove(file: Path) -> None:
    for left in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        left.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    return reason_of(error)


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
                kind = NoRoom if any(words in str(error) for words in _DISK) else UserError
                raise kind(sentence) from error


@contextlib.contextmanager
def understood(file: Path) -> Iterator[None]:
    """The same where a database is opened; one so damaged that SQLite's own words about it are no text is said to be.

    Raises
    ------
    UserError
        As for `explained`.
    """
    try:
        with explained(file):
            yield
    except UnicodeDecodeError as error:
        raise UserError(M("{file} is damaged; restore a backup of it.", file=file)) from error


def _sentence(error: sqlite3.DatabaseError, file: Path) -> str | None:
    text = str(error)
    where = file.parent
    known = {
        "database is locked": M(
            "Another process kept {where} busy for {seconds} s; try again.", where=where, seconds=BUSY_MS // 1000
        ),
        "database or disk is full": M(
            "The disk of {where} is full; {recorded}. Free some space and try again.", where=where, recorded=_NOT
        ),
        "attempt to write a readonly database": M(
            "{where} is read-only; copy the project to a place you can write to.", where=where
        ),
        "unable to open database file": M(
            "{file} cannot be opened; check that it exists and that you may read it.", file=file
        ),
        "disk I/O error": M(
            "The disk of {where} reported an error; {recorded}. Free space or check the disk.",
            where=where,
            recorded=_NOT,
        ),
        "file is not a database": M(
            "{file} is not a project's database, or it is damaged; restore a backup of it.", file=file
        ),
        **dict.fromkeys(_DAMAGE, M("{file} is damaged; restore a backup of it.", file=file)),
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
