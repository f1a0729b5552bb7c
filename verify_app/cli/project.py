"""init, add, predict, decide."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO, cast

import click

from verify_app.app import predict as predicting
from verify_app.app.imports.add import add
from verify_app.app.imports.options_and_results import AddOptions, Imported
from verify_app.app.imports.origin_hints import told
from verify_app.app.imports.video import VideoOptions
from verify_app.app.model_consent import agree_to_model
from verify_app.app.model_in_use import name_in_use
from verify_app.app.models import weights_for
from verify_app.app.project.create import alike_note, create_project, read_classes, read_skeleton
from verify_app.app.scripting.decide import MOST_BYTES, answers, take_responsibility
from verify_app.app.session import door_here, person
from verify_app.cli.common import (
    IMGSZ,
    PATH,
    acting,
    by_option,
    image_seconds_option,
    job,
    json_option,
    project_argument,
    run_code_option,
    session_of,
    show,
)
from verify_app.cli.long_arguments import is_file
from verify_app.cli.output import say_json, say_line
from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined, reason_of
from verify_app.core.progress import Report
from verify_app.core.vocabulary import Origin, Task
from verify_app.formats.registry import read_formats
from verify_app.imaging.video import Stride
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list


@click.command("init")
@project_argument
@click.option("--task", type=click.Choice([t.value for t in Task]), default=Task.DETECT.value, show_default=True)
@click.option(
    "--classes", default="", metavar="FILE|a,b,c", help="A data.yaml, COCO or text file, or names with commas."
)
@click.option(
    "--skeleton",
    default="",
    metavar="FILE|N",
    help="Points of a pose project: data.yaml, COCO or other JSON, or how many.",
)
@by_option
@json_option
def init_command(project: Path, task: str, classes: str, skeleton: str, by: str | None, as_json: bool) -> None:
    """Make a project in a new or existing folder."""
    names = read_classes(Path(classes)) if is_file(classes) else classes.split(",")
    names = [name for name in names if name.strip()]
    points = read_skeleton(skeleton) if skeleton else None
    create_project(project, classes=names, actor=person(acting(by), door=door_here()), task=task, skeleton=points)
    what = ", ".join(names) if names else "no classes yet"
    notes = alike_note(names, names)
    text = "\n".join([f"Made {project} ({task}; {what}).", *notes])
    show({"project": str(project), "task": task, "classes": names, "notes": notes}, text, as_json)


def _attested_text(n: int) -> M:
    return M("1 label is attested.") if n == 1 else M("{n} labels are attested.", n=n)


def _added_text(done: Imported, labels: str) -> str:
    added, objects, known = counted(len(done.images), "image"), counted(done.labels, "label"), done.known
    if labels == "none":
        return (
            M("Added {images}; {known} were known.", images=added, known=known)
            if known
            else M("Added {images}.", images=added)
        )
    if known:
        return M("Added {images}, {labels}; {known} were known.", images=added, labels=objects, known=known)
    return M("Added {images}, {labels}.", images=added, labels=objects)


@click.command("add")
@project_argument
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option(
    "--origin", type=click.Choice([o.value for o in Origin]), required=True, help="Where the pixels come from."
)
@click.option("--labels", type=click.Choice(["none", "auto", *read_formats()]), default="none", show_default=True)
@click.option(
    "--attest", default=None, metavar="NAME", help="NAME vouches for the imported labels and for nothing missing."
)
@click.option("--gold", is_flag=True, help="Reserve the images for evaluation.")
@click.option("--images", type=PATH, default=None, help="Folder of the images, where it is not the labels' own.")
@click.option("--map", "pairs", multiple=True, metavar="NAME=CLASS", help="What the labels' class is called here.")
@click.option("--by-number", is_flag=True, help="Classes that nothing names are those of the project, by their place.")
@click.option("--every", type=int, default=None, metavar="N", help="Of videos, take every N-th frame.")
@click.option("--fps", type=float, default=None, metavar="N", help="Of videos, take N frames a second.")
@click.option("--lossless", is_flag=True, help="Keep frames of videos as PNG, not as JPEG of quality 95.")
@click.option("--ignore-hints", is_flag=True, help="Keep --origin also for files that say they are synthetic.")
@job
def add_command(
    project: Path,
    paths: tuple[Path, ...],
    origin: str,
    labels: str,
    attest: str | None,
    gold: bool,
    images: Path | None,
    pairs: tuple[str, ...],
    by_number: bool,
    every: int | None,
    fps: float | None,
    lossless: bool,
    ignore_hints: bool,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Add image folders or files, with their labels if they have any; of videos, frames."""
    video = VideoOptions(Stride(every, fps), lossless, ignore_hints) if every is not None or fps is not None else None
    mapping = predicting.mapping_of(pairs)
    options = AddOptions(Origin(origin), labels, attest, gold, images, mapping, ignore_hints, video, by_number)
    with session_of(project, by) as session:
        done = add(session, paths, options, report=report)
        hinted = told(session, done.hinted, options.origin, ignored=ignore_hints)
    vouched = _attested_text(done.attested) if attest is not None else ""
    return {
        "text": joined(
            [
                joined([_added_text(done, labels), M("{hint}.", hint=hinted) if hinted else ""]),
                vouched,
                *done.findings.lines(),
                *done.notes,
            ],
            "\n",
        ),
        "notes": done.notes,
        "unknown": done.unknown,
        "added": len(done.images),
        "known": done.known,
        "changed": done.changed,
        "labels": done.labels,
        "attested": done.attested,
        "hinted": len(done.hinted),
        "skipped": done.findings.skipped,
        "problems": done.problems,
    }


@click.command("predict")
@project_argument
@click.option(
    "--model",
    default=None,
    metavar="FILE|NAME",
    help="Weights, a model of the project, or yolo26n.pt etc.; default: the one in use.",
)
@click.option("--engine", type=click.Choice(["auto", "onnx", "ultralytics"]), default="auto", show_default=True)
@click.option("--conf", type=float, default=0.05, show_default=True, help="Keep predictions above this confidence.")
@click.option("--imgsz", type=IMGSZ, default=None, help="Side of the model's input; default: its own.")
@click.option("--batch", type=int, default=None)
@click.option("--device", default=None, help="cpu, cuda, cuda:1, mps; default: a GPU if there is one.")
@click.option("--which", type=click.Choice(predicting.WHICH), default="unreviewed", show_default=True)
@click.option("--image", "names", multiple=True, metavar="SOURCE/PATH", help="Only this image; may be repeated.")
@click.option("--map", "pairs", multiple=True, metavar="MODEL=CLASS", help="What the model's class is called here.")
@click.option("--by-number", is_flag=True, help="Classes that the model does not name are the project's, by place.")
@click.option("--download", is_flag=True, help="Agree to fetch published weights by name.")
@run_code_option
@image_seconds_option
@job
def predict_command(
    project: Path,
    model: str | None,
    engine: str,
    conf: float,
    imgsz: int | None,
    batch: int | None,
    device: str | None,
    which: str,
    names: tuple[str, ...],
    pairs: tuple[str, ...],
    by_number: bool,
    download: bool,
    agreed: tuple[str, ...],
    image_seconds: float | None,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Let a model look at the images."""
    for digest in agreed:
        agree_to_model(digest)
    with session_of(project, by) as session:
        images = [_image(session.project, name) for name in names]
        options = predicting.Options(
            engine, conf, imgsz, batch, device, which, images, predicting.mapping_of(pairs), image_seconds, by_number
        )
        weights = weights_for(session, model or name_in_use(session.project.read), download=download)
        done = predicting.predict(session, weights, options, report=report)
    seen, found = counted(done.images, "image"), counted(done.predictions, "prediction")
    text = (
        M(
            "Looked at {images}: {found}; {known} were seen by this model before.",
            images=seen,
            found=found,
            known=done.known,
        )
        if done.known
        else M("Looked at {images}: {found}.", images=seen, found=found)
    )
    skipped = M("{n} skipped.", n=len(done.problems)) if done.problems else ""
    return {
        "text": joined([joined([text, skipped]), *done.notes], "\n"),
        "notes": done.notes,
        "run": done.run,
        "images": done.images,
        "known": done.known,
        "predictions": done.predictions,
        "problems": done.problems,
    }


def _image(project: Project, name: str) -> int:
    found = image_list.image_by_name(project.read, name)
    if found is None:
        raise UserError(M("There is no image {name} in the project.", name=name))
    return found


@click.command("decide")
@project_argument
@click.argument("lines", metavar="FILE|-")
@click.option(
    "--as", "responsible", default=None, metavar="NAME", help="NAME, a person, takes responsibility for every line."
)
def decide_command(project: Path, lines: str, responsible: str | None) -> None:
    """Suggest, or decide, by JSON lines; each is answered with one line once it is on disk.

    A program is not a person: what its lines say are suggestions. They are shown in the window beside what they are
    about, count for nothing, and become labels only by a person's key. A line, to be copied whole:

    \b
    {"actor":"my-script","op":"accept","image":"photos/a.jpg","id":"P12"}

    "actor" is the program's own name, never a person's; op is one of accept, reject, correct, draw, classify,
    complete, empty, take_side, flag, undo, redo. A flag counts. undo takes back the program's own, nobody else's;
    reopen, gold and origin are for people.

    With --as NAME a named person takes responsibility for the file: it is read whole, its digest and the number of its
    lines are put on record, and then every line is NAME's decision (reopen too), at most attested: it counts as
    verified, never as gold, and every receipt says so.

    "sha256", the digest of an image's file, ties a line to these bytes: it is refused where they are others. Without
    it a file of lines that somebody stood behind before is refused for images that were changed since.

    Boxes are [x1,y1,x2,y2] in pixels. take_side says who is right where a new run and the labels differ:
    "side":"model" or "label", with the "label" and "prediction" it is about. No "kind" that a line states makes it
    a person's: without --as it is a program's whatever it says ("simulated" is for sample projects), and with --as
    every line is NAME's, "agent" ones too.
    """
    failed = 0
    with _lines(lines) as stream, Project.open(project) as opened:
        who = None
        texts = _each(stream)
        if responsible is not None:
            content = stream.buffer.read(MOST_BYTES + 1)
            who = take_responsibility(opened, responsible, content)
            texts = iter(content.decode("utf-8", "replace").split("\n"))
            if who.actor.name != responsible:
                say_line(f"Recorded as {who.actor.name}.", err=True)
        for answer in answers(opened, texts, who):
            failed += not answer["ok"]
            say_json(answer)
    if failed:
        raise click.exceptions.Exit(1)


@contextlib.contextmanager
def _lines(name: str) -> Iterator[TextIO]:
    try:
        opened = click.open_file(name, encoding="utf-8", errors="replace")
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UserError(M("{file} cannot be read: {reason}.", file=name, reason=reason)) from error
    with opened as stream:
        yield cast(TextIO, stream)


def _each(lines: TextIO) -> Iterator[str]:
    """Line by line as they come, so that a script may wait for each answer."""
    while line := lines.readline():
        yield line
