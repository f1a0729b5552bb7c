"""`verify-app` and `python -m verify_app`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from verify_app.cli.command_table import COMMANDS

if TYPE_CHECKING:
    from verify_app.gui.shell.window import MainWindow


def main() -> None:
    """Run the command line; without a command, or with a project, the window."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # noqa: PLC0415  a fortieth of a second, and only a frozen program needs it

        multiprocessing.freeze_support()  # it starts its workers as itself
    # the two doors are siblings, and the window must not pay for the command line
    arguments = sys.argv[1:]
    if arguments == ["--window-report"]:  # what `verify-app selftest` asks a child for
        from verify_app.gui.window_report import main as window_report  # noqa: PLC0415

        sys.exit(window_report())
    if _wants_window(arguments):
        if _no_screen():
            sys.exit("verify-app: There is no screen here to open a window on; `verify-app --help` lists the commands.")
        sys.exit(open_window(Path(arguments[0]) if arguments else None))
    from verify_app.cli.main import main as command_line  # noqa: PLC0415

    command_line()


def open_window(folder: Path | None, *, painted: Callable[[MainWindow], None] | None = None) -> int:
    """Open the window and stay until it is closed.

    `gui.shell.main.run` turns the garbage collector on again.
    """
    gc.disable()  # what is made while starting stays: looking through it again and again is a twentieth of the start
    from verify_app.gui.shell.main import run  # noqa: PLC0415

    return run(folder, painted=painted)


def _wants_window(arguments: list[str]) -> bool:
    """No arguments, or one that is neither an option nor a command: a project to open."""
    if not arguments:
        return True
    return len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS


def _no_screen() -> bool:
    """Qt would abort the process; nothing said otherwise which platform to use."""
    told = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform == "linux" and not told


if __name__ == "__main__":
    main()
