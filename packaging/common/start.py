"""The first file that an installed program runs."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path


def keep_archive() -> None:
    """Go on reading the modules this process began with when an upgrade replaces the program's file.

    What is imported later comes out of that file, by the places in it that were read at the start.
    """
    if sys.platform != "linux":
        return
    import pyimod02_importers  # PyInstaller's own, in every program that it builds

    archive = pyimod02_importers.pyz_archive
    handle = os.open(archive._filename, os.O_RDONLY | os.O_CLOEXEC)
    archive._filename = f"/proc/self/fd/{handle}"


def settle_on_windows() -> bool:
    """Make a program of Python and its modules, which lie there as a plain tree; whether somebody reads what it prints.

    Its children are started as the file without a console, or each would open one.
    """
    root = Path(sys.prefix)
    sys.frozen = True  # type: ignore[attr-defined]
    sys.executable = sys._base_executable = sys.argv[0] = str(root / "verify-app.exe")  # type: ignore[attr-defined]
    if (root / "settings").is_dir():
        os.environ.setdefault("VERIFY_APP_CONFIG_DIR", str(root / "settings"))
    heard = sys.stderr is not None
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115  for good
    return heard


def say(error: BaseException) -> None:
    """Show why nothing starts, where nobody would see it printed."""
    import ctypes

    text = "verify-app cannot start.\n\n" + "".join(traceback.format_exception(error)[-3:])
    ctypes.windll.user32.MessageBoxW(None, text, "verify-app", 0x10)  # type: ignore[attr-defined]


if __name__ == "__main__":
    heard = settle_on_windows() if sys.platform == "win32" else True
    keep_archive()
    try:
        from verify_app.__main__ import main

        main()
    except Exception as error:
        if not heard:
            say(error)
        raise
