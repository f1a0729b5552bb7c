"""What a version says must be trained on: its images, their labels and its classes, re-checked against the receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Report, silent
from verify_app.core.receipt.receipt import ImageRecord, Receipt, sha256_of
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.datasets.version.layout import label_file
from verify_app.datasets.version.verify import require_sound, rows_in
from verify_app.formats import yolo

Objects = Sequence[NDArray[np.float32]] | NDArray[np.float32]
"""Objects of an image as Ultralytics holds them, float32, a row each: class id; then box centre, width and height
as shares of the image; then the corners of an outline or oriented box, or x, y, v of each point. Of a classified image
the class id alone."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One image of a version with its labels.

    Parameters
    ----------
    name : str
        Path below ``images/SPLIT``; of a classified image below ``SPLIT``, with the folder of its class.
    image : Path
    label : Path or None
        None of a classified image.
    sha256 : str
        Of the image's bytes, as the receipt states it.
    rows : sequence of ndarray
        One for each object.
    """

    name: str
    image: Path
    label: Path | None
    sha256: str
    rows: Objects


@dataclass(frozen=True, slots=True)
class Contents:
    """A version that agrees with its receipt; `receipt` is the SHA-256 of ``receipt.json``."""

    folder: Path
    receipt: str
    names: tuple[str, ...]
    splits: Mapping[str, tuple[Sample, ...]]
    task: Task = Task.DETECT
    skeleton: Skeleton | None = None


def contents(version: Path, *, report: Report = silent) -> Contents:
    """Re-check a version from its files and read what it holds.

    Labels are read from the very bytes whose digest the receipt states.

    Raises
    ------
    UserError
        When the folder is no version, or differs from its receipt.
    """
    found = require_sound(version, report=report)
    if found.receipt is None:
        raise UserError(M("The version {version} has no receipt that can be read; export it again.", version=version))
    splits: dict[str, list[Sample]] = {}
    for record in found.images:
        splits.setdefault(record.split.value, []).append(_sample(version, record, found.receipt))
    held = {split: tuple(samples) for split, samples in splits.items()}
    receipt = found.receipt
    return Contents(version.resolve(), found.digest, receipt.classes, held, receipt.task, receipt.skeleton)


def rows_of(label: bytes, rows: yolo.Rows = yolo.BOXES) -> Objects:
    """Objects of a YOLO label file, float32 as Ultralytics reads them; an array where all are of one length.

    Raises
    ------
    ValueError
        When a row is not what `rows` says.
    """
    found = [line.split() for line in label.decode("utf-8").splitlines() if line.strip()]
    if rows.task is Task.SEGMENT:
        return [_with_box(row) for row in found]
    wide = {Task.OBB: 9, Task.POSE: 5 + rows.points * rows.columns}.get(rows.task, 5)
    if any(len(row) != wide for row in found):
        raise ValueError(f"a row is not {'five' if wide == 5 else wide} numbers")
    if rows.task is Task.OBB:
        return np.array([_with_box(row) for row in found], dtype=np.float32).reshape(-1, wide + 4)
    return np.array(found, dtype=np.float32).reshape(-1, wide)


def _with_box(row: list[str]) -> NDArray[np.float32]:
    """Class, box round the corners, corners. Source: `segments2boxes` and `xyxy2xywh` of Ultralytics, in float32."""
    if len(row) < 7 or len(row) % 2 == 0:
        raise ValueError("a row is no class and corners")
    values = np.array(row, dtype=np.float32)
    xs, ys = values[1::2], values[2::2]
    x1, y1, x2, y2 = xs.min(), ys.min(), xs.max(), ys.max()
    box = np.array([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], dtype=np.float32)
    return np.concatenate((values[:1], box, values[1:]))


def class_ids(rows: Objects) -> NDArray[np.int64]:
    """Class id of each object."""
    return np.array([row[0] for row in rows], dtype=np.int64)


def _sample(version: Path, record: ImageRecord, receipt: Receipt) -> Sample:
    if receipt.task is Task.CLASSIFY:
        rows = np.array([[record.labels[0].index]], dtype=np.float32)
        name = record.file.removeprefix(f"{record.split}/")
        return Sample(name, version / record.file, None, record.sha256, rows)
    label = version / label_file(record.file)
    try:
        data = read_whole(label)
        found = rows_of(data, rows_in(receipt))
    except (OSError, ValueError) as error:
        raise UserError(
            M(
                "The labels of {file} in version {version} cannot be read ({reason}).",
                file=record.file,
                version=version.name,
                reason=error,
            )
        ) from error
    if sha256_of(data) != record.label_sha256:
        raise UserError(
            M(
                "The labels of {file} in version {version} changed while they were read.",
                file=record.file,
                version=version.name,
            )
        )
    name = record.file.removeprefix(f"images/{record.split}/")
    return Sample(name, version / record.file, label, record.sha256, found)
