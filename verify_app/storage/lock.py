"""One owner a project: a lock that the operating system frees when the owner dies."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.storage.links import open_here

TOKEN_VARIABLE = "VERIFY_APP_OWNER"
"""Environment variable by which the owner's children show whose they are."""

_LOCKED_BYTE = 1 << 30  # Windows locks are mandatory: lock a byte that nobody reads


class OpenElsewhere(UserError):
    """Somebody else owns the project."""


class OwnerLock:
    """Holds a project for this process, or borrows it from the owner that started us."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "project.lock"
        self._handle: IO[str] | None = None
        self.token = ""

    def take(self) -> None:
        """Own the project, or run under the owner's token.

        Raises
        ------
        OpenElsewhere
            When somebody else has it open; says who, where and since when.
        UserError
            When the lock cannot be written.
        """
        try:
            handle = open(self._file, "a+", encoding="utf-8", opener=open_here)  # noqa: SIM115  held until released
        except OSError as error:
            reason = reason_of(error)
            raise UserError(
                M("{folder} cannot be opened for changes: {reason}.", folder=self._file.parent, reason=reason)
            ) from error
        if try_lock(handle):
            self._handle = handle
            self.token = os.urandom(16).hex()
            try:
                self._write_owner(handle)
            except OSError as error:
                with contextlib.suppress(OSError):  # closing flushes once more
                    self.release()
                self._handle = None
                reason = reason_of(error)
                raise UserError(
                    M("{folder} cannot be opened for changes: {reason}.", folder=self._file.parent, reason=reason)
                ) from error
            return
        handle.seek(0)
        owner = _parse(handle.read())
        handle.close()
        token = os.environ.get(TOKEN_VARIABLE, "")
        if token and token == owner.get("token"):
            self.token = token
            return
        raise OpenElsewhere(
            M(
                "{folder} is open elsewhere (computer {computer}, process {process}, since {since}); "
                "close it there first.",
                folder=self._file.parent,
                computer=owner.get("host", "?"),
                process=owner.get("pid", "?"),
                since=owner.get("since", "?"),
            )
        )

    @property
    def owned(self) -> bool:
        """Whether this process holds it itself, not under its parent's token."""
        return self._handle is not None

    def _write_owner(self, handle: IO[str]) -> None:
        since = datetime.datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        owner = {"host": _host(), "pid": os.getpid(), "since": since, "token": self.token}
        handle.seek(0)
        handle.truncate()
        handle.write(json.dumps(owner))
        handle.flush()

    def release(self) -> None:
        """Let go; does nothing when only borrowed."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None


def _host() -> str:
    """This computer's name; `socket` and `platform` cost more to load than all the rest of this module."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")


def _parse(text: str) -> dict[str, str]:
    try:
        owner = json.loads(text)
    except ValueError:
        return {}
    return owner if isinstance(owner, dict) else {}


if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: IO[Any]) -> bool:
        """Lock a file for as long as it is open, unless another process has; the system frees it on death."""
        handle.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: IO[Any]) -> bool:
        """Lock a file for as long as it is open, unless another process has; the system frees it on death."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
