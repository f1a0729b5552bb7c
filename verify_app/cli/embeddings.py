"""embeddings: what the images look like to the project's one model for that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verify_app.app.embeddings import Computed, ComputeOptions, compute
from verify_app.app.model_consent import agree_to_model
from verify_app.app.models import weights_for
from verify_app.cli.common import image_seconds_option, job, project_argument, run_code_option, session_of
from verify_app.core.counted import counted
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report


@click.command("embeddings")
@project_argument
@click.option(
    "--model",
    default=None,
    metavar="FILE|NAME",
    help="Another model than the project's own: it takes over, and all images are looked at by it.",
)
@click.option("--all", "anew", is_flag=True, help="Also the images that this model has looked at for that before.")
@click.option("--batch", type=click.IntRange(1), default=None)
@click.option("--device", default=None, help="cpu, cuda, cuda:1, mps; default: a GPU if there is one.")
@click.option("--download", is_flag=True, help="Agree to fetch published weights by name.")
@run_code_option
@image_seconds_option
@job
def embeddings_command(
    project: Path,
    model: str | None,
    anew: bool,
    batch: int | None,
    device: str | None,
    download: bool,
    agreed: tuple[str, ...],
    image_seconds: float | None,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Record what the images look like to one model, and their brightness, blur and size, where that is missing.

    The vectors of two models cannot be compared, so that a project has one model for this: the first that predicts,
    unless --model names another. predict does the same on its way; what is interrupted goes on where it was.
    """
    for digest in agreed:
        agree_to_model(digest)
    with session_of(project, by) as session:
        weights = weights_for(session, model, download=download) if model else None
        done = compute(session, ComputeOptions(weights, anew, device, batch, image_seconds), report=report)
    return {
        "text": joined([_text(done), *done.notes], "\n"),
        "notes": done.notes,
        "model": done.model,
        "changed": done.changed,
        "images": done.images,
        "known": done.known,
        "problems": done.problems,
    }


def _text(done: Computed) -> str:
    seen = counted(done.images, "image")
    text = (
        M("Looked at {images}; of {known} everything was known.", images=seen, known=done.known)
        if done.known
        else M("Looked at {images}.", images=seen)
    )
    changed = M("Pictures are compared by {model} from now on.", model=done.model) if done.changed else ""
    skipped = M("{n} skipped.", n=len(done.problems)) if done.problems else ""
    return joined([changed, text, skipped])
