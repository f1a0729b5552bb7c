"""Files that others put there: opening one must never wait for ever, nor reading one take all the memory."""

from __future__ import annotations

import ctypes
import errno
import stat
import sys
from pathlib import Path

from verify_app.core.messages import M

_NO_ROOM = M("it is larger than the memory that is free")
_SMALL = 16 << 20
"""Bytes that any machine has free: asking how much is free takes longer than reading an everyday file."""


def ordinary(file: Path) -> Path:
    """The file itself, unless it is a named pipe, a socket or a device: who opens a pipe waits for its other end.

    Raises
    ------
    OSError
        When it is one of these.
    """
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError):
        return file  # whoever opens it is told why
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, M("not an ordinary file"), str(file))
    return file


def read_whole(file: Path, limit: int | None = None) -> bytes:
    """All bytes of a file that others put there.

    Parameters
    ----------
    limit : int, optional
        The most bytes that such a file can sensibly have.

    Raises
    ------
    OSError
        When it is no ordinary file, is larger than `limit` or than the memory that is free, or cannot be read.
    """
    try:
        return require_room(file, limit).read_bytes()
    except MemoryError:
        raise OSError(errno.ENOMEM, _NO_ROOM, str(file)) from None


def require_room(file: Path, limit: int | None = None) -> Path:
    """The file itself, if it is an ordinary one that can be read whole; parameters and errors as `read_whole`."""
    size = ordinary(file).stat().st_size
    if limit is not None and size > limit:
        raise OSError(errno.EFBIG, M("it is larger than such a file can be"), str(file))
    if size > _SMALL and (room := free_memory()) is not None and size > room:
        raise OSError(errno.ENOMEM, _NO_ROOM, str(file))
    return file


def free_memory() -> int | None:
    """Bytes that a program can have without others being stopped for it, disk behind it included; None: nobody says."""
    if sys.platform == "win32":
        return _free_on_windows()
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        said = {name: int(rest.split()[0]) * 1024 for name, _, rest in (line.partition(":") for line in lines)}
        return said["MemAvailable"] + said["SwapFree"]
    except (OSError, ValueError, LookupError):
        return None


def _free_on_windows() -> int | None:
    """`GlobalMemoryStatusEx`: its sixth number is what may still be committed."""
    state = (ctypes.c_uint64 * 8)()
    head = ctypes.cast(state, ctypes.POINTER(ctypes.c_uint32))
    head[0] = ctypes.sizeof(state)
    if not ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(state):  # type: ignore[attr-defined,unused-ignore]
        return None
    return int(state[4])
