"""outline, classes-of, contents: what the window asks while a form is open."""

from __future__ import annotations

import gc
import json
import queue
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from verify_app.app.exports.live_preview import Outline
from verify_app.app.imports.contents import PlaceContents, look_into, try_pictures
from verify_app.app.imports.preview import dataset_classes
from verify_app.app.project.create import read_skeleton
from verify_app.cli.common import PATH, by_option, json_option, project_argument, session_of, show
from verify_app.cli.output import say_json
from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined
from verify_app.core.vocabulary import Task
from verify_app.formats.registry import read_formats


@click.command("outline")
@project_argument
@by_option
def outline_command(project: Path, by: str | None) -> None:
    """Say what exports would be: a JSON line for each JSON line read, until the input ends.

    A line is like {"id":1,"policy":"min_real_share = \\"0.5\\"","split":"80/10/10","seed":0}; the newest one is
    answered first and older ones are not answered any more. With "again":true the project is looked at anew.
    """
    waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(waiting,), daemon=True).start()
    with session_of(project, by, reads=True) as session:
        asked = Outline(session)
        while (line := waiting.get()) is not None:
            again = False
            while not waiting.empty():  # only the newest question matters
                later = waiting.get()
                if later is None:
                    waiting.put(None)
                    break
                again, line = again or '"again"' in line, later
            say_json(_answer(asked, line, again))
            gc.freeze()  # what was looked at stays: no search for rings goes through it at each answer


def _listen(waiting: queue.SimpleQueue[str | None]) -> None:
    """A closed pipe is the end: whoever asked has gone."""
    try:
        for line in sys.stdin:
            waiting.put(line)
    finally:
        waiting.put(None)


def _answer(asked: Outline, line: str, again: bool) -> dict[str, Any]:
    try:
        question = json.loads(line)
        number, text = question["id"], str(question["policy"])
        split, seed = str(question["split"]), int(question["seed"])
    except (ValueError, TypeError, KeyError):
        return {"id": None, "error": M("A question is a JSON object with id, policy, split and seed.")}
    if again or question.get("again"):
        asked.forget()
    try:
        return {"id": number, "outline": asked.answer(text, split=split, seed=seed)}
    except UserError as error:
        return {"id": number, "error": str(error)}


@click.command("classes-of")
@project_argument
@click.argument("path", type=PATH)
@click.option("--labels", type=click.Choice(["auto", *read_formats()]), default="auto", show_default=True)
@click.option("--images", type=PATH, default=None, help="Folder of the images, where it is not the labels' own.")
@by_option
@json_option
def classes_of_command(
    project: Path, path: Path, labels: str, images: Path | None, by: str | None, as_json: bool
) -> None:
    """Say which classes the labels of a dataset name, before it is added."""
    with session_of(project, by, reads=True) as session:
        found = dataset_classes(session, path, labels, images)
        known = [c.name for c in session.classes]
        names = {c.id: c.name for c in session.classes}
    counts = found.counts
    lines = [
        name + (f": {counts.get(name, 0)}" if counts is not None else "") + ("" if name in known else " (not here)")
        for name in found.names
    ]
    said = {number: names.get(class_id or 0) for number, class_id in found.said.items()}
    lines += [
        f"{number}: {times}" + (f" = {said[number]}" if said.get(number) else "")
        for number, times in found.numbers.items()
    ]
    result = {
        "format": found.form,
        "names": list(found.names),
        "counts": None if counts is None else dict(counts),
        "numbers": found.numbers,
        "said": said,
        "classes": known,
    }
    if not found.names:
        lines.insert(0, M("Nothing beside the labels names their classes."))
    show(result, "\n".join(lines), as_json)


@click.command("contents")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--task", type=click.Choice([t.value for t in Task]), default=Task.DETECT.value, show_default=True)
@click.option("--skeleton", default="", metavar="N|FILE", help="Points of a pose project's objects, as of `init`.")
@json_option
def contents_command(paths: tuple[Path, ...], task: str, skeleton: str, as_json: bool) -> None:
    """Count the pictures of folders, and find the labels beside them, before a project is made of them.

    With --json a first line says what is there, and a second one, once all pictures were tried, what cannot be read.
    """
    points = read_skeleton(skeleton) if skeleton else None
    found = [(path, look_into(path, Task(task), points)) for path in paths]
    if as_json:
        say_json(_places(found))
    found = [(path, try_pictures(path, one)) for path, one in found]
    show(_places(found), "\n".join(f"{path}: {_contents(one)}" for path, one in found), as_json)


def _places(found: Sequence[tuple[Path, PlaceContents]]) -> dict[str, Any]:
    """For scripts."""
    return {"places": [{"path": str(path), **asdict(one)} for path, one in found]}


def _contents(found: PlaceContents) -> str:
    """In words, as the terminal says it."""
    text = M("{n} images, {bad} not readable", n=found.images, bad=found.unreadable)
    if not found.form:
        return text
    classes = [*found.names, *map(str, found.numbers)]
    return joined([text, M("labels ({form}): {classes}", form=found.form, classes=classes)], "; ")
