"""Making a project and its class list."""

from __future__ import annotations

import contextlib
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import yaml

from verify_app.app.session import adopt
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.names import LONGEST
from verify_app.core.printable_text import one_line
from verify_app.core.records import Actor
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import COCO_PERSON, MOST_POINTS, Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.formats.coco import categories_in, skeleton_in
from verify_app.storage.project import Project
from verify_app.storage.transaction import Transaction

MAX_CLASSES = 10_000
MAX_NAMES, MAX_SKELETON = 16 * 2**20, 2**20
"""Bytes of the files that are read."""
TRIAL_RATE = 0.05
"""Share of honeypots, and of blind images, in a new project; `app.review.trials.set_rates` changes them."""


def create_project(
    folder: Path,
    *,
    classes: Sequence[str],
    actor: Actor,
    task: str = "detect",
    skeleton: Skeleton | None = None,
    demo: bool = False,
) -> None:
    """Make a project.

    Parameters
    ----------
    skeleton : Skeleton, optional
        The points of a pose project's objects; COCO's person when none is given.

    Raises
    ------
    UserError
        When there is one already, nothing can be written there, the task is not one we know or the class list is bad.
    """
    if skeleton is not None and task != Task.POSE:
        raise UserError(M("Objects of a project for {task} have no points; leave the skeleton out.", task=task))
    if task not in list(Task):
        raise UserError(
            M("The task {task} is not supported; choose one of: {tasks}.", task=task, tasks=", ".join(Task))
        )
    names = checked_names(classes)
    with Project.create(Path(folder)) as project, project.transact(actor, "init") as tx:
        tx.put("setting", "task", {"value": json.dumps(task)})
        if task == Task.POSE:
            tx.put("setting", "skeleton", {"value": json.dumps((skeleton or COCO_PERSON).data(), ensure_ascii=False)})
        for setting in ("honeypots", "blind"):
            tx.put("setting", setting, {"value": json.dumps(TRIAL_RATE)})
        if demo:
            tx.put("setting", "demo", {"value": json.dumps(True)})
        add_names(tx, names)
    with contextlib.suppress(UserError):  # where no settings can be kept, one answer says later whose it is
        adopt(Path(folder))


def add_names(tx: Transaction, names: Sequence[str]) -> None:
    """Append classes to the list; the ids they get are for life."""
    position = len(tx.read.classes(merged=True))
    for offset, name in enumerate(names):
        key = tx.new_id("class")
        tx.put("class", key, {"name": name, "position": position + offset, "merged_into": None})


def checked_names(names: Sequence[str]) -> list[str]:
    """Class names with the spaces around them cut off.

    Raises
    ------
    UserError
        When one is empty, stands twice, is longer than anybody reads or has control characters.
    """
    cleaned = [" ".join(str(name).split()) for name in names]
    if not all(cleaned):
        raise UserError(M("A class name is empty; give each class a name."))
    for name in cleaned:
        if len(name) > LONGEST:
            raise UserError(
                M(
                    "A class name has at most {most} characters; {name}… has {n}.",
                    most=LONGEST,
                    name=name[:20],
                    n=len(name),
                )
            )
        strange = next((c for c in name if unicodedata.category(c) in ("Cc", "Cs")), None)
        if strange is not None:
            raise UserError(
                M(
                    "The class name {name} has a control character (U+{code:04X}).",
                    name=one_line(name),
                    code=ord(strange),
                )
            )
    twice = sorted({name for name in cleaned if cleaned.count(name) > 1}) if len(cleaned) <= MAX_CLASSES else []
    if twice:
        raise UserError(M("The class {name} stands twice in the list; class names must differ.", name=twice[0]))
    if len(cleaned) > MAX_CLASSES:
        raise UserError(M("A list of {n} classes is too long; {most} at most.", n=len(cleaned), most=MAX_CLASSES))
    return cleaned


def near_alike(names: Sequence[str]) -> list[tuple[str, str]]:
    """Each two names that differ only by case: perhaps they were meant to be one."""
    seen: dict[str, str] = {}
    return [(other, name) for name in names if (other := seen.setdefault(name.casefold(), name)) != name]


def alike_note(names: Sequence[str], added: Sequence[str]) -> list[str]:
    """A sentence for each of the classes `added` that differs from another only by case."""
    return [
        f"The classes {other} and {name} differ only by case; they are two."
        for other, name in near_alike(names)
        if name in added or other in added
    ]


def read_classes(file: Path) -> list[str]:
    """Class names of a ``data.yaml`` (its ``names``), a COCO file (its ``categories``) or a text file.

    A text file has one name a line, or all of them in one line with commas.

    Raises
    ------
    UserError
        When the file cannot be read or holds none.
    """
    if file.suffix.lower() in (".yaml", ".yml"):
        return checked_names(list(yolo.read_data_yaml(file).names.values()))
    if file.suffix.lower() == ".json":
        return checked_names(categories_in(file))
    try:
        text = read_whole(file, MAX_NAMES).decode("utf-8-sig")
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    except UnicodeDecodeError as error:
        raise UserError(M("{file} is not a text file in UTF-8.", file=file)) from error
    names = [line.strip() for line in text.splitlines() if line.strip()]
    if not names:
        raise UserError(M("{file} is empty; write one class name a line.", file=file))
    return checked_names([one for one in names[0].split(",") if one.strip()] if len(names) == 1 else names)


def read_skeleton(text: str) -> Skeleton:
    """The points of a pose project: a number of them, a JSON file as `Skeleton.data` gives it, a COCO file, or a
    ``data.yaml``.

    A ``data.yaml`` says how many (``kpt_shape``), which change sides (``flip_idx``) and, at times, their names
    (``kpt_names``).

    Raises
    ------
    UserError
        When it is neither of them.
    """
    if text.isascii() and text.isdigit() and 0 < int(text) <= MOST_POINTS:
        return Skeleton.generic(int(text))
    file = Path(text)
    found = skeleton_in(file) if file.suffix.lower() == ".json" else None
    if found is not None:
        return found
    try:
        data = yaml.safe_load(read_whole(file).decode("utf-8-sig")) if file.stat().st_size < MAX_SKELETON else None
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UserError(M("{file} is neither JSON nor YAML.", file=file)) from error
    if not isinstance(data, dict) or "kpt_shape" not in data:
        return Skeleton.of(data)
    shape, names, flip = data["kpt_shape"], data.get("kpt_names"), data.get("flip_idx")
    if not (isinstance(shape, list) and shape and isinstance(shape[0], int) and 0 < shape[0] <= MOST_POINTS):
        raise UserError(M("{file} has a kpt_shape that is no [points, 2 or 3].", file=file))
    plain = Skeleton.generic(shape[0])
    names = next(iter(names.values()), None) if isinstance(names, dict) else names
    named = names if isinstance(names, list) and len(names) == shape[0] else list(plain.names)
    bones = [list(bone) for bone in plain.bones]
    return Skeleton.of({"names": named, "flip_idx": flip or list(plain.flip), "skeleton": bones})
