"""A project folder: `project.db`, `models/`, `versions/`, `cache/`. Opening, owning and closing it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.heavy import Late
from verify_app.core.messages import M, reason_of
from verify_app.core.records import Actor, Changes
from verify_app.core.remove_folder import remove_tree
from verify_app.storage import database, own_projects, project_file, schema, schema_check, transaction, undo
from verify_app.storage.links import FOLDERS, is_link, refuse_links
from verify_app.storage.lock import OwnerLock
from verify_app.storage.network_folder import refuse_network_folder
from verify_app.storage.project_file import DATABASE as DATABASE
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.storage import explain_damage
else:
    explain_damage = Late("verify_app.storage.explain_damage")  # not to open a project, only where something is wrong

SCRATCH = "scratch-"
"""What jobs put in the cache for as long as they run begins with this."""


class Project:
    """An open project. `read` answers questions; `transact` is the only way to change anything.

    Use `Project.create`, `Project.open` (owns the project) or `Project.look` (reads only, needs no ownership).
    """

    def __init__(
        self,
        folder: Path,
        connection: sqlite3.Connection,
        lock: OwnerLock | None,
        *,
        apart: contextlib.ExitStack | None = None,
    ) -> None:
        self.folder, self._file = folder, folder / DATABASE
        self.foreign = apart is not None
        """Whether nobody has said yet that the project is theirs: it is read, and nothing is written to its folder."""
        self.refusal: UserError | None = None
        """What is said instead, where something would be written to a project that is only read."""
        self._apart = apart
        self.read = Reader(connection)
        self._connection = connection
        self._lock = lock
        self._whereabouts = database.Whereabouts(folder / DATABASE)
        self._stated: Mapping[str, Any] = {}
        self._seen = self._data_version()

    # --- opening ----------------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path) -> Project:
        """Make a project in `folder`, which may exist but must hold no project.

        Raises
        ------
        UserError
            When there is one already, on a network folder, or when nothing can be written there.
        """
        refuse_network_folder(folder)
        refuse_links(folder)
        if (folder / DATABASE).exists():
            raise UserError(M("There is already a project in {folder}; open it instead.", folder=folder))
        if folder.exists() and not folder.is_dir():
            raise UserError(M("{folder} is a file; name a folder for the project.", folder=folder))
        _make_folders(folder)
        lock = OwnerLock(folder)
        lock.take()
        file = folder / DATABASE
        try:
            with database.created(file) as draft:
                schema.migrate(draft)
            connection = database.connect(file, write=True)
        except BaseException:
            lock.release()
            raise
        project_file.put(folder)
        return cls(folder, connection, lock)

    @classmethod
    def open(cls, folder: Path) -> Project:
        """Open a project to work in it; migrates an older one after a backup.

        Raises
        ------
        NotMine
            When it comes from elsewhere and nobody has said yet that it is theirs; `look` reads it.
        UserError
            When there is none, it is open elsewhere, damaged, newer than this program, or on a network folder.
        """
        file = database_of(folder)
        looked = database.which(file)
        refuse_network_folder(folder)
        own_projects.require(file)
        lock = OwnerLock(folder)
        lock.take()
        with contextlib.ExitStack() as stack:
            stack.callback(lock.release)
            _make_folders(folder)
            if lock.owned:
                _sweep(folder)
                project_file.put(folder)
            connection = stack.enter_context(contextlib.closing(database.connect(file, write=True, looked=looked)))
            with database.understood(file):
                version = _schema_version(connection, file)
                schema_check.require(connection, file, version)
                if version < schema.CURRENT:
                    back_up(connection, file, version)
                    schema.migrate(connection)
                    schema_check.require(connection, file, schema.CURRENT)
            project = cls(folder, connection, lock)
            stack.pop_all()
        return project

    @classmethod
    def look(cls, folder: Path) -> Project:
        """Open a project to read it, also while somebody else works in it.

        Raises
        ------
        UserError
            When there is none, it is damaged, newer than this program, or must be migrated first.
        """
        file = database_of(folder)
        with contextlib.ExitStack() as stack:
            looked = database.which(file)
            # beside a database in a folder that is read-only no log can be opened either
            foreign = not own_projects.is_mine(file) or not project_file.writable(file.parent)
            if foreign:
                connection = stack.enter_context(database.apart(file, looked=looked))
            else:
                connection = stack.enter_context(contextlib.closing(database.connect(file, write=False, looked=looked)))
            with database.understood(file):
                version = _schema_version(connection, file)
                schema_check.require(connection, file, version)
                if version < schema.CURRENT and foreign:  # nobody may be asked to write to it
                    connection = stack.enter_context(database.apart(file, copy=True, looked=looked))
                    schema.migrate(connection)
                elif version < schema.CURRENT:
                    raise UserError(
                        M(
                            "{folder} was made by an older version; run `verify-app check` on it once to bring it up "
                            "to date.",
                            folder=folder,
                        )
                    )
            kept = stack.pop_all()
        try:
            return cls(folder, connection, None, apart=kept if foreign else None)
        except BaseException:
            kept.close()
            raise

    def close(self) -> None:
        """Close the database and give up the project."""
        self._connection.close()
        if self._apart is not None:
            self._apart.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is not None:
                self.explain(error)
        finally:
            self.close()

    def explain(self, error: BaseException) -> None:
        """See `explaining.explain`."""
        explain_damage.explain(self.folder / DATABASE, error, foreign=self.foreign)

    @property
    def owned(self) -> bool:
        """Whether it is open for changes."""
        return self._lock is not None

    def moved_to(self, folder: Path) -> bool:
        """Whether this project was moved while it was open, and is in `folder` now."""
        return self._whereabouts.moved_to(folder / DATABASE)

    @property
    def token(self) -> str:
        """What the owner's children show to work in the project too; see `lock.TOKEN_VARIABLE`."""
        return self._lock.token if self._lock is not None else ""

    # --- changing ---------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def transact(
        self, actor: Actor, operation: str, *, ms: int = 0, detail: Mapping[str, Any] | None = None
    ) -> Iterator[transaction.Transaction]:
        """Run one operation; see `gate.transact`.

        Raises
        ------
        UserError
            When the disk is full, read-only or failing, or another process holds the database too long.
        """
        self._require_owner()
        known = self.read.known
        with (
            database.explained(self._file),
            transaction.transact(
                self._connection,
                actor,
                operation,
                ms=ms,
                detail={**self._stated, **(detail or {})},
                known=known,
                there=self._whereabouts.require,
            ) as tx,
        ):
            yield tx
        if tx.changes is not None:
            self.read.known = tx.known

    @contextlib.contextmanager
    def stating(self, detail: Mapping[str, Any]) -> Iterator[None]:
        """Every event says this besides, inside the block: what file of lines it came from, who wrote them."""
        before, self._stated = self._stated, detail
        try:
            yield
        finally:
            self._stated = before

    def undo(self, actor: Actor, *, leave: Collection[int] = ()) -> Changes:
        """Take back the actor's newest operation that stands.

        Raises
        ------
        UserError
            When there is none, or (`undo.Blocked`) when somebody else has since changed what it touched.
        """
        return self._invert(actor, "undo", lambda: undo.undo_target(self._connection, actor, leave))

    def redo(self, actor: Actor) -> Changes:
        """Do again what the actor last undid.

        Raises
        ------
        UserError
            As for `undo`.
        """
        return self._invert(actor, "redo", lambda: undo.redo_target(self._connection, actor))

    def _invert(self, actor: Actor, operation: str, target: Any) -> Changes:
        self._require_owner()
        with database.explained(self._file):
            event_id = target()
            known = self.read.known
            with transaction.transact(
                self._connection,
                actor,
                operation,
                inverts=event_id,
                detail=self._stated,
                known=known,
                there=self._whereabouts.require,
            ) as tx:
                undo.invert(self._connection, tx, actor, event_id)
        assert tx.changes is not None, "an undoable event changed something"
        self.read.known = tx.known
        return tx.changes

    def _require_owner(self) -> None:
        if self.refusal is not None:
            raise self.refusal
        if self.foreign:
            own_projects.require(self.folder / DATABASE)
        if self._lock is None:
            raise UserError(M("{folder} is open for reading only.", folder=self.folder))

    # --- watching ---------------------------------------------------------------------------------------

    def changed_outside(self) -> bool:
        """Whether another connection has written since the last call."""
        version = self._data_version()
        changed, self._seen = version != self._seen, version
        return changed

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def still(self) -> contextlib.AbstractContextManager[None]:
        """See `database.still`; for reports that put several counts side by side."""
        return database.still(self._connection)

    @staticmethod
    def damage(folder: Path) -> list[str]:
        """What is damaged in a project that cannot be opened, read without writing anything; see `damage.find`.

        Raises
        ------
        UserError
            When there is none, or it is no database at all.
        """
        with database.apart(database_of(folder)) as connection:
            return list(explain_damage.damage.find(connection))

    def problems(self) -> Iterator[str]:
        """See `check.problems`."""
        return explain_damage.check.problems(self._connection)


def back_up(connection: sqlite3.Connection, file: Path, version: int) -> Path:
    """Copy the database beside itself before a migration.

    Returns
    -------
    Path
        ``project.db.v<version>.bak``; an older backup of the same version is kept under a number.
    """
    copy = file.with_name(f"{file.name}.v{version}.bak")
    number = 1
    while os.path.lexists(copy):
        number += 1
        copy = file.with_name(f"{file.name}.v{version}-{number}.bak")
    with contextlib.closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    return copy


def database_of(folder: Path) -> Path:
    """The database of a project's folder, after a look that it is there and is nothing but a file.

    Raises
    ------
    UserError
        When it is not.
    """
    file = folder / DATABASE
    try:
        size = file.stat().st_size if file.is_file() else None
    except OSError as error:
        raise UserError(M("{folder} cannot be opened: {reason}.", folder=folder, reason=reason_of(error))) from error
    refuse_links(folder)
    if size is None:
        raise UserError(M("There is no project in {folder}; make one with `verify-app init {folder}`.", folder=folder))
    if size == 0:
        # SQLite would take it for a new database and throw away the log beside it
        raise UserError(M("{file} is empty, so it is damaged; restore a backup of it. Nothing was touched.", file=file))
    return file


def _make_folders(folder: Path) -> None:
    for name in FOLDERS:
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = reason_of(error)
            raise UserError(M("{folder} cannot be made: {reason}.", folder=folder / name, reason=reason)) from error


def _sweep(folder: Path) -> None:
    """Remove what killed jobs left, and links where this program writes; nobody else is at work when it is opened."""
    for left in (folder / "cache").glob(f"{SCRATCH}*"):
        remove_tree(left)
    for place in (*(folder / "cache").iterdir(), *(folder / "models").glob("*.part")):
        with contextlib.suppress(OSError):
            found = place.lstat()
            if is_link(found) or (stat.S_ISREG(found.st_mode) and found.st_nlink > 1):
                place.unlink()  # the link alone, or this name of the file


def _schema_version(connection: sqlite3.Connection, file: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if int(connection.execute("PRAGMA application_id").fetchone()[0]) != schema.APPLICATION_ID:
        raise UserError(
            M("{file} is a database of another program, or a project that was cut off while it was made.", file=file)
        )
    if version > schema.CURRENT:
        raise UserError(
            M(
                "{folder} was made by a newer verify-app (schema {version}, this one knows {known}); "
                "install the newer version to open it.",
                folder=file.parent,
                version=version,
                known=schema.CURRENT,
            )
        )
    return version
