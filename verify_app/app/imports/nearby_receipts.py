"""Versions of ours among what is to be added: their receipts say what counts; adding them anew would forget that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.receipt import FORMAT, MAX_BYTES, RECEIPT

_ABOVE = 3
"""A version's images lie this far below its receipt: ``images/train`` or ``train/<class>``."""


def is_receipt(file: Path) -> bool:
    """Whether a file is a receipt of this program's, readable or not."""
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            return FORMAT.encode() in stream.read(MAX_BYTES)
    except OSError:
        return False


def refuse_receipt(path: Path) -> None:
    """Refuse a place that lies in a version of ours or holds one, also by way of links to folders.

    Raises
    ------
    UserError
        Names the receipt, which says which of its images are real and which labels were verified.
    """
    found = receipt_above(path) or next((file for file in _below(path) if is_receipt(file)), None)
    if found is not None:
        raise UserError(
            M(
                "{receipt} says which of its images are real and what was verified; adding them anew "
                "would forget that. Add the whole of {folder} with --labels yolo, which keeps it, or the "
                "original images.",
                receipt=found,
                folder=found.parent,
            )
        )


def receipt_above(path: Path) -> Path | None:
    """The receipt of the version that a file or folder lies in, or is."""
    above = [path, *path.resolve().parents[:_ABOVE]]
    return next((place / RECEIPT for place in above if is_receipt(place / RECEIPT)), None)


def _below(folder: Path) -> Iterator[Path]:
    """Where a receipt may be: in each folder at or below, and above what links lead to; each folder once."""
    visited: set[Path] = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        here = Path(place)
        if RECEIPT in files:
            yield here / RECEIPT
        for name in list(folders):
            if (here / name).is_symlink():
                there = (here / name).resolve()
                if there in visited or there in here.resolve().parents:
                    folders.remove(name)
                    continue
                visited.add(there)
                above = receipt_above(there)
                if above is not None:
                    yield above
