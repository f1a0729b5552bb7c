"""attest, hand-out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verify_app.app.exports.labels import hand_out
from verify_app.app.imports.attest import attest
from verify_app.cli.common import PATH, job, project_argument, session_of
from verify_app.core.counted import counted
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report
from verify_app.formats.findings import some
from verify_app.formats.registry import written_formats


@click.command("attest")
@project_argument
@click.argument("source")
@click.option("--as", "name", required=True, metavar="NAME", help="Who vouches; it is recorded with every label.")
@job
def attest_command(project: Path, source: str, name: str, by: str | None, report: Report) -> dict[str, Any]:
    """Vouch for the labels that came in with SOURCE, and that nothing is missing on images that came in whole.

    Attested labels count as verified, but never as gold, nor as decided in the window.
    """
    with session_of(project, by) as session:
        done = attest(session, source, name, report=report)
    text = joined(
        [
            M(
                "Attested now: {labels} on {images}; complete by that: {whole}.",
                labels=counted(done.labels, "label"),
                images=counted(done.images, "image"),
                whole=counted(done.whole, "image"),
            ),
            M(
                "Of {images} nothing came in that could be vouched for.",
                images=counted(done.unclaimed, "image"),
            )
            if done.unclaimed
            else "",
            M("{n} were left as they are: {problems}", n=len(done.problems), problems=some(done.problems))
            if done.problems
            else "",
        ]
    )
    return {
        "text": text,
        "attested": done.labels,
        "images": done.images,
        "complete": done.whole,
        "unclaimed": done.unclaimed,
        "problems": done.problems,
    }


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


@click.command("hand-out")
@project_argument
@click.argument("out", type=PATH)
@click.option("--format", "form", type=click.Choice(list(written_formats())), required=True)
@click.option("--every", is_flag=True, help="Also labels that nobody verified, of images that nobody completed.")
@job
def hand_out_command(
    project: Path, out: Path, form: str, every: bool, by: str | None, report: Report
) -> dict[str, Any]:
    """Write the labels for another tool; to train on them, use export."""
    with session_of(project, by) as session:
        done = hand_out(session, out, form, every=every, report=report)
    text = M(
        "Wrote {labels} of {images} to {place}.",
        labels=counted(done.labels, "label"),
        images=counted(done.images, "image"),
        place=done.place,
    )
    return {
        "text": joined([text, *done.lines()], "\n"),
        "folder": str(done.place),
        "images": done.images,
        "labels": done.labels,
        "open": done.open,
        "skipped": done.findings.skipped,
        "problems": done.findings.told(),
    }
