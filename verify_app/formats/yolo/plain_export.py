"""Plain YOLO for other tools: label files and ``classes.txt``, with the pictures or without."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.findings import Findings
from verify_app.formats.output_names import OutNames
from verify_app.formats.records import OutImage
from verify_app.formats.yolo.class_folders import check_folders
from verify_app.formats.yolo.data_yaml import data_yaml_bytes
from verify_app.formats.yolo.label_pairs import label_path
from verify_app.formats.yolo.write import WRITERS, label_bytes, repeated
from verify_app.imaging.reading.files import read_bytes


def write_yolo(
    folder: Path,
    names: Sequence[str],
    images: Iterable[OutImage],
    task: Task,
    skeleton: Skeleton | None = None,
    *,
    pictures: bool,
    findings: Findings,
) -> tuple[int, int]:
    """Write ``labels`` and ``classes.txt``; with the pictures also ``images`` and a ``data.yaml``.

    Coordinates come back within 1.5e-8 of the image's side. A picture whose name another one has but for its ending is
    copied under a name of its own; without the pictures it is left aside, since its labels would be the other's too.
    Classified pictures are copied to a folder for their class.

    Returns
    -------
    (int, int)
        Images and labels written.

    Raises
    ------
    UserError
        When a class cannot be a line of its own, or a folder.
    """
    if task is Task.CLASSIFY:
        if not pictures:
            raise UserError(M("A class of a whole image is a folder with its pictures; use --format yolo-images."))
        check_folders(names)
    written = OutNames()
    (folder / "classes.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    if pictures and task is not Task.CLASSIFY:
        (folder / "data.yaml").write_bytes(_described(names, skeleton))
    done, labels = 0, 0
    for image in images:
        if task is Task.CLASSIFY and not image.objects:
            continue
        try:
            labels += _write_one(folder, names, image, task, written, pictures=pictures)
            done += 1
        except UserError as error:
            findings.problem(M("{file}: {reason}; left aside.", file=image.path, reason=error))
    return done, labels


def _write_one(
    folder: Path, names: Sequence[str], image: OutImage, task: Task, written: OutNames, *, pictures: bool
) -> int:
    """One image and its labels; how many these are."""
    if task is Task.CLASSIFY:
        _copy(image, folder, f"{image.objects[0].name}/{Path(image.path).name}", written)
        return 1
    if pictures:
        file = label_path(folder / _copy(image, folder, f"images/{image.path}", written))
    else:
        file = folder / "labels" / Path(_alone(image, written)).with_suffix(".txt")
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = _rows(image, names, task)
    file.write_bytes(label_bytes(rows))
    return len(rows)


def _alone(image: OutImage, written: OutNames) -> str:
    if not written.free(image.path):
        raise UserError(M("another picture has this name with another ending, and label files have none"))
    return image.path


def _rows(image: OutImage, names: Sequence[str], task: Task) -> list[str]:
    write = WRITERS[task]
    made = [write(names.index(x.name), x.region, width=image.width, height=image.height) for x in image.objects]
    rows = [row for row in made if row is not None]
    twice = repeated(rows)
    return [row for place, row in enumerate(rows) if place not in twice]


def _described(names: Sequence[str], skeleton: Skeleton | None) -> bytes:
    """All pictures are training pictures: who hands out splits exports a version."""
    return data_yaml_bytes(names, ["train"], skeleton).replace(b"images/train", b"images", 1)


def _copy(image: OutImage, folder: Path, place: str, written: OutNames) -> str:
    """Copy the picture below the folder, under a name that no other has but for its ending; returns where.

    Raises
    ------
    UserError
        When it cannot be read, or has other bytes than those that were looked at.
    """
    if image.file is None:
        raise UserError(M("its file is not known"))
    data = read_bytes(image.file)
    if hashlib.sha256(data).hexdigest() != image.digest:
        raise UserError(M("the file has changed since it was looked at"))
    path = written.picture(place)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data)
    return path
