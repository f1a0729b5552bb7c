"""The command line's door: finds the command and turns errors into one sentence and an exit code."""

from __future__ import annotations

import importlib
import io
import os
import sys

import click

from verify_app import __version__
from verify_app.app.jobs import TEMPLATES_VARIABLE
from verify_app.cli.command_table import COMMANDS
from verify_app.cli.long_arguments import sayable
from verify_app.cli.output import say, say_json, say_line
from verify_app.core.errors import UserError

_HELP = """Review a YOLO26 model's predictions, keep who verified what, and write datasets whose share of real,
human-verified data is enforced.

`verify-app [PROJECT]` without a command opens the window.

Exit codes: 0 done, 1 something you can mend, 2 wrong usage, 3 the policy cannot be met (nothing is written) or a drift
was found where that was asked for, 130 cancelled.
"""


class _Commands(click.Group):
    """Commands by name; a module is imported only when its command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        named = COMMANDS.get(cmd_name)
        if named is None:
            return None
        loaded = importlib.import_module(f"verify_app.cli.{named.module}")
        command: click.Command = getattr(loaded, cmd_name.replace("-", "_") + "_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, named.summary) for name, named in COMMANDS.items()])


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="verify-app")
def commands() -> None:
    """All commands."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run a command; `UserError` becomes its sentence on standard error and its exit code."""
    _speak_utf8()
    try:
        # without standalone mode an exit comes back as its code; commands themselves return nothing
        with sayable():
            code = commands.main(args=arguments, prog_name="verify-app", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        say_line("Cancelled.", err=True)
        return 130
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        say(shown.getvalue().rstrip("\n"), err=True)
        return error.exit_code
    except UserError as error:
        if TEMPLATES_VARIABLE in os.environ:  # the window says it in its own language
            say_json({"type": "error", "message": str(error), "exit": error.exit_code})
        say_line(f"verify-app: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        # whoever read our output has gone (`verify-app log … | head`)
        sys.stderr.close()
        return 1
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """File names are whatever a disk holds: print them all, if need be escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
