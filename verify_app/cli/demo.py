"""demo: the sample project, to look at or to go the whole way with."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import click

from verify_app.app import jobs
from verify_app.app.demo.sample_project import is_demo, make_demo
from verify_app.cli.common import PATH, acting, job
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Report
from verify_app.inference import engine_addon

DEFAULT = "verify-app-demo"


@click.command("demo")
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@click.option("--headless", is_flag=True, help="No window: a scripted reviewer goes through the whole loop.")
@click.option("--no-window", is_flag=True, help="Only make the sample project.")
@job
def demo_command(
    folder: Path | None, headless: bool, no_window: bool, by: str | None, report: Report
) -> dict[str, Any]:
    """Open the sample project; the first time it is made in DIR (default: verify-app-demo here)."""
    folder = folder or Path(DEFAULT)
    if headless:
        engine_addon.require()  # before minutes of work, not after: the loop ends with training
    if not is_demo(folder):
        make_demo(folder, acting(by), report=report)
    if headless:
        from verify_app.app.demo.loop import whole_loop  # noqa: PLC0415  training: not for opening a window

        return whole_loop(folder, acting(by), report=report)
    if not no_window:
        # the window is a process of its own: it never loads what predicting has loaded here
        code = subprocess.run(jobs.python(str(folder)), check=False).returncode
        if code:
            raise UserError(
                M(
                    "The window could not be opened (exit code {code}); the sample project is in {folder}.",
                    code=code,
                    folder=folder,
                )
            )
        return {"project": str(folder)}
    return {"text": M("The sample project is in {folder}.", folder=folder), "project": str(folder)}
