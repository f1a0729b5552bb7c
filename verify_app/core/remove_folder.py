"""Removing a folder of one's own, also on Windows, where a file that is read-only cannot be removed."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path


def remove_tree(folder: Path) -> None:
    """Remove a folder with everything in it, as far as that is possible; never raises."""
    shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32" or not folder.exists():
        return
    # hard links share the attribute, so other versions' copies become writable with it: a digest is what they go by
    for place, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                (Path(place) / name).chmod(stat.S_IREAD | stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)
