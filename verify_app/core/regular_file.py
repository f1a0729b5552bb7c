"""Files that others put there: opening one must never wait for ever."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from verify_app.core.messages import M


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
