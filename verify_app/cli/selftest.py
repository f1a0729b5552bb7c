"""selftest: does this installation work, here, now."""

from __future__ import annotations

import platform
from dataclasses import asdict
from pathlib import Path

import click

from verify_app import __version__
from verify_app.app.selftest import selftest
from verify_app.cli.common import json_option, show


@click.command("selftest")
@click.option("--folder", type=click.Path(path_type=Path), help="Where projects are to be: its speed, locks and clock.")
@json_option
def selftest_command(folder: Path | None, as_json: bool) -> None:
    """Go once through every part of this installation and say what works."""
    steps = selftest(folder)
    ok = all(step.ok for step in steps)
    found = {
        "ok": ok,
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "steps": [asdict(step) for step in steps],
    }
    lines = [f"{'ok    ' if step.ok else 'FAILED'} {step.name}: {step.detail}" for step in steps]
    show(found, "\n".join(lines), as_json)
    if not ok:
        raise click.exceptions.Exit(1)
