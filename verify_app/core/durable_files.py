"""What makes a file's bytes last."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

WINDOWS = sys.platform == "win32"


def sync_file(file: Path) -> None:
    """Put the bytes of a written file on the disk.

    Windows flushes only through a handle that may write (``EBADF`` otherwise) and opens none of a read-only file, which
    therefore may be written to for that moment. Elsewhere any handle will do.

    Raises
    ------
    OSError
        When the disk is full or failing, or the file cannot be opened.
    """
    mode = file.stat().st_mode
    if not WINDOWS:
        _sync(file, "r+b" if os.access(file, os.W_OK) else "rb")  # hard-linked images may be somebody else's
    elif mode & stat.S_IWRITE:  # there it is the one bit that counts, whoever asks
        _sync(file, "r+b")
    else:
        file.chmod(mode | stat.S_IWRITE)
        try:
            _sync(file, "r+b")
        finally:
            file.chmod(mode)


def _sync(file: Path, how: str) -> None:
    with file.open(how) as handle:
        os.fsync(handle.fileno())
