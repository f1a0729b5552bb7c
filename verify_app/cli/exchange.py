"""hand-out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verify_app.app.handing import FORMATS, hand_out
from verify_app.cli.common import PATH, job, project_argument, session_of
from verify_app.core.progress import Report


@click.command("hand-out")
@project_argument
@click.argument("out", type=PATH)
@click.option("--format", "form", type=click.Choice(FORMATS), required=True)
@click.option("--every", is_flag=True, help="Also labels that nobody verified, of images that nobody completed.")
@job
def hand_out_command(
    project: Path, out: Path, form: str, every: bool, by: str | None, report: Report
) -> dict[str, Any]:
    """Write the labels for another tool; to train on them, use export."""
    with session_of(project, by) as session:
        done = hand_out(session, out, form, every=every, report=report)
    text = f"Wrote {done.labels} labels of {done.images} images to {done.place}."
    return {"text": text, "folder": str(done.place), "images": done.images, "labels": done.labels}
