"""A folder that comes into being whole or not at all: filled beside its place, synced, renamed."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from verify_app.core.durable_files import sync_file
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.remove_folder import remove_tree
from verify_app.storage.lock import try_lock

PARTIAL = ".verify-app-partial"
LOCK = ".verify-app-lock"
"""``.NAME`` with these endings lies beside ``NAME`` while it is written. The lock is held by who writes it, so that
what a killed run has left is told from what another run is writing."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to fill; it becomes `out` when the block ends without an error and vanishes otherwise.

    Leftovers of killed runs beside `out` are removed first.

    Raises
    ------
    UsageError
        When `out` is a file or a folder with something in it.
    UserError
        When the place cannot be written to, the disk is full, or another run is writing `out`.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100  # no links resolved: the last part may not exist yet
    check_free(out)
    try:
        made = _make_parents(out.parent)
        _clear(out.parent)
        lock = _Lock(out)
        try:
            folder = out.with_name(f".{out.name}{PARTIAL}")
            folder.mkdir()
            try:
                yield folder
                sync(folder)
                check_free(out)
                _rename(folder, out)
            finally:
                remove_tree(folder)
        finally:
            lock.release()
            if not out.exists():
                for parent in made:
                    with suppress(OSError):  # somebody else has put something there
                        parent.rmdir()
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            M(
                "{folder} cannot be written ({reason}); nothing is left there. Make room or choose another place.",
                folder=out,
                reason=reason,
            )
        ) from error


def check_free(out: Path) -> None:
    try:
        free = not out.is_symlink() and (not out.exists() or (out.is_dir() and not any(out.iterdir())))
    except (OSError, ValueError) as error:
        raise UsageError(M("{folder} cannot be written to ({reason}).", folder=out, reason=reason_of(error))) from error
    if not free or not out.name:
        raise UsageError(M("{folder} exists and is not an empty folder; choose a new one.", folder=out))


def _make_parents(parent: Path) -> list[Path]:
    """The folders that had to be made, innermost first."""
    missing = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    return missing


def _rename(folder: Path, out: Path) -> None:
    with suppress(FileNotFoundError):
        out.rmdir()  # an empty folder: Windows renames onto none
    folder.rename(out)
    _sync_folder(out.parent)


def _clear(parent: Path) -> None:
    """Remove what killed runs have left: a partial folder whose lock nobody holds."""
    for left in parent.glob(f".*{PARTIAL}"):
        name = left.name.removeprefix(".").removesuffix(PARTIAL)
        try:
            lock = _Lock(parent / name)
        except UserError:
            continue  # being written just now
        remove_tree(left)
        lock.release()
    for left in parent.glob(f".*{LOCK}"):
        with suppress(UserError):
            _Lock(parent / left.name.removeprefix(".").removesuffix(LOCK)).release()


class _Lock:
    """An exclusive lock on writing `out`, freed by the operating system when the process dies."""

    def __init__(self, out: Path) -> None:
        self._file = out.with_name(f".{out.name}{LOCK}")
        while True:
            handle = self._file.open("a+b")
            if not try_lock(handle):
                handle.close()
                raise UserError(
                    M("{folder} is being written by another run; wait for it or choose another place.", folder=out)
                )
            # who held it before may have removed the file between our opening and our locking it
            if _same_file(handle, self._file):
                break
            handle.close()
        self._handle = handle

    def release(self) -> None:
        """Let go and remove the lock file."""
        if sys.platform == "win32":
            self._handle.close()  # an open file cannot be removed there
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        self._handle.close()


def _same_file(handle: IO[bytes], file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), file.stat())
    except OSError:
        return False


def sync(folder: Path) -> None:
    """Put everything in `folder` on the disk.

    On Linux one `syncfs` of the file system: an fsync for each of tens of thousands of small files costs minutes, and
    the rename that follows needs only that all of them are there before it. Elsewhere each file and folder by itself.

    Raises
    ------
    OSError
        When the disk is full or failing.
    """
    if sys.platform == "linux" and _syncfs(folder):
        return
    for place, _, files in os.walk(folder):
        for name in files:
            sync_file(Path(place) / name)
        _sync_folder(Path(place))


def _syncfs(folder: Path) -> bool:
    """Whether the C library has `syncfs` and it was done."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
    return True


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # folders cannot be opened there; the file system journals renames
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
