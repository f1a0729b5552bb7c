"""`verify-app` and `python -m verify_app`."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line; without a command, or with a project, the window."""
    multiprocessing.freeze_support()  # a frozen program starts its workers as itself
    # the two doors are siblings, and the window must not pay for the command line
    arguments = sys.argv[1:]
    if _wants_window(arguments):
        if _no_screen():
            sys.exit("verify-app: There is no screen here to open a window on; `verify-app --help` lists the commands.")
        from verify_app.gui.main import run  # noqa: PLC0415

        sys.exit(run(Path(arguments[0]) if arguments else None))
    from verify_app.cli.main import main as command_line  # noqa: PLC0415

    command_line()


def _wants_window(arguments: list[str]) -> bool:
    """No arguments, or one that is neither an option nor a command: a project to open."""
    from verify_app.cli.names import COMMANDS  # noqa: PLC0415

    if not arguments:
        return True
    return len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS


def _no_screen() -> bool:
    """Qt would abort the process; nothing said otherwise which platform to use."""
    told = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform == "linux" and not told


if __name__ == "__main__":
    main()
