"""What Windows refuses and other systems allow, refused here too."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WINDOWS = sys.platform == "win32"
_IN_NO_NAME = {*'<>:"/\\|?*', *map(chr, range(32))}


def can_be_called(name: str) -> bool:
    """Whether a file can have such a name here."""
    return not WINDOWS or not _IN_NO_NAME & set(name)


def flushed(fsync: Callable[[int], None], *, strict: bool = False) -> Callable[[int], None]:
    """`os.fsync` that refuses files open for reading only; read-only files among them only when `strict`."""
    if sys.platform == "win32":
        return fsync
    import fcntl

    def flush(descriptor: int) -> None:
        mode = os.fstat(descriptor).st_mode
        reading = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY
        if stat.S_ISREG(mode) and reading and (strict or mode & stat.S_IWUSR):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        fsync(descriptor)

    return flush


def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flush and open as Windows does, whoever runs the tests: there not even root writes to a read-only file."""
    opened, access = io.open, os.access

    def is_open_to(file: Any) -> bool:
        return not Path(file).exists() or bool(Path(file).stat().st_mode & stat.S_IWUSR)

    def open_(file: Any, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if set(mode) & set("wa+x") and not isinstance(file, int) and not is_open_to(file):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        return opened(file, mode, *arguments, **more)

    def may(file: Any, how: int, **more: Any) -> bool:
        return access(file, how, **more) and (not how & os.W_OK or is_open_to(file))

    monkeypatch.setattr(os, "fsync", flushed(os.fsync, strict=True))
    monkeypatch.setattr(io, "open", open_)
    monkeypatch.setattr(os, "access", may)
