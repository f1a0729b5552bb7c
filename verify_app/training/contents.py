"""What a version says must be trained on: its images, their labels and its classes, re-checked against the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verify_app.core.errors import UserError
from verify_app.core.progress import Report, silent
from verify_app.core.receipt import ImageRecord, sha256_of
from verify_app.datasets.verify import require_sound
from verify_app.datasets.version import label_file


@dataclass(frozen=True, slots=True)
class Sample:
    """One image of a version with its labels.

    Parameters
    ----------
    name : str
        Path below ``images/SPLIT``.
    image, label : Path
    sha256 : str
        Of the image's bytes, as the receipt states it.
    rows : ndarray, shape (objects, 5)
        Class id and box centre, width and height as shares of the image, float32 as Ultralytics reads them.
    """

    name: str
    image: Path
    label: Path
    sha256: str
    rows: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Contents:
    """A version that agrees with its receipt; `receipt` is the SHA-256 of ``receipt.json``."""

    folder: Path
    receipt: str
    names: tuple[str, ...]
    splits: Mapping[str, tuple[Sample, ...]]


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
        raise UserError(f"The version {version} has no receipt that can be read; export it again.")
    splits: dict[str, list[Sample]] = {}
    for record in found.images:
        splits.setdefault(record.split.value, []).append(_sample(version, record))
    held = {split: tuple(samples) for split, samples in splits.items()}
    return Contents(version.resolve(), found.digest, found.receipt.classes, held)


def rows_of(label: bytes) -> NDArray[np.float32]:
    """Rows of a YOLO label file, shape (objects, 5), float32.

    Raises
    ------
    ValueError
        When a row is not five numbers.
    """
    rows = [line.split() for line in label.decode("utf-8").splitlines() if line.strip()]
    if any(len(row) != 5 for row in rows):
        raise ValueError("a row is not five numbers")
    return np.array(rows, dtype=np.float32).reshape(-1, 5)


def _sample(version: Path, record: ImageRecord) -> Sample:
    label = version / label_file(record.file)
    try:
        data = label.read_bytes()
        rows = rows_of(data)
    except (OSError, ValueError) as error:
        raise UserError(f"The labels of {record.file} in version {version.name} cannot be read ({error}).") from error
    if sha256_of(data) != record.label_sha256:
        raise UserError(f"The labels of {record.file} in version {version.name} changed while they were read.")
    name = record.file.removeprefix(f"images/{record.split}/")
    return Sample(name, version / record.file, label, record.sha256, rows)
