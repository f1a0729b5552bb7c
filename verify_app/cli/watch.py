"""watch: new images of a folder, as they come."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from verify_app.app.imports import watch as watching
from verify_app.app.model_consent import agree_to_model
from verify_app.app.predict import Options, mapping_of
from verify_app.cli.common import (
    IMGSZ,
    PATH,
    acting,
    image_seconds_option,
    job,
    project_argument,
    run_code_option,
)
from verify_app.core.counted import counted
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report
from verify_app.core.vocabulary import Origin


@click.command("watch")
@project_argument
@click.argument("folder", type=PATH)
@click.option(
    "--origin",
    type=click.Choice([o.value for o in Origin]),
    default=None,
    help="Where the pixels come from; not needed where the folder is a source already.",
)
@click.option("--model", default=None, metavar="FILE|NAME", help="Who predicts; default: the project's newest model.")
@click.option("--once", is_flag=True, help="Take in what is there, then end.")
@click.option("--seconds", type=float, default=watching.SECONDS, show_default=True, help="Between two looks.")
@click.option("--conf", type=float, default=0.05, show_default=True, help="Keep predictions above this confidence.")
@click.option("--imgsz", type=IMGSZ, default=None, help="Side of the model's input; default: its own.")
@click.option("--device", default=None, help="cpu, cuda, cuda:1, mps; default: a GPU if there is one.")
@click.option("--map", "pairs", multiple=True, metavar="MODEL=CLASS", help="What the model's class is called here.")
@click.option("--ignore-hints", is_flag=True, help="Keep --origin also for files that say they are synthetic.")
@run_code_option
@image_seconds_option
@job
def watch_command(
    project: Path,
    folder: Path,
    origin: str | None,
    model: str | None,
    once: bool,
    seconds: float,
    conf: float,
    imgsz: int | None,
    device: str | None,
    pairs: tuple[str, ...],
    ignore_hints: bool,
    agreed: tuple[str, ...],
    image_seconds: float | None,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Take in new images of a folder as they come, and predict; Ctrl+C ends it."""
    for digest in agreed:
        agree_to_model(digest)
    predicting = Options(conf=conf, imgsz=imgsz, device=device, mapping=mapping_of(pairs), seconds=image_seconds)
    said = Origin(origin) if origin is not None else None
    options = watching.WatchOptions(said, model, once, seconds, ignore_hints, predicting)
    done = watching.watch(project, acting(by), folder, options, report=report)
    text = joined(
        [
            M(
                "Took in {images}, {found}.",
                images=counted(done.images, "image"),
                found=counted(done.predictions, "prediction"),
            ),
            M("{n} skipped.", n=done.skipped) if done.skipped else "",
            M("{n} say that they are synthetic.", n=done.hinted) if done.hinted else "",
            M("{n} are still being written.", n=done.left) if done.left else "",
        ]
    )
    return {"text": text, **asdict(done)}
