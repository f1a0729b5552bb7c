"""The gold images as they stand, written out for an evaluation."""

from __future__ import annotations

from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.vocabulary import Split, Task
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.candidates import Candidate, Pool
from verify_app.datasets.composition.loader_checks import problem_of, ready
from verify_app.datasets.version.layout import folders, image_file, label_files
from verify_app.datasets.version.write_version import data_bytes
from verify_app.formats import yolo


def is_gold(candidate: Candidate) -> bool:
    """Reserved, real-verified, never trained on; images that were only attested do not count."""
    return candidate.gold and candidate.rv and not candidate.trained and not candidate.attested


def write_gold(pool: Pool, folder: Path) -> int:
    """Write the gold images in the layout of the project's task (`datasets.version.layout`), with a ``data.yaml``.

    Returns
    -------
    int
        How many images.

    Raises
    ------
    UserError
        When there is none, or one cannot be read.
    """
    merged, _ = merge(pool.candidates)
    chosen = [c for c in merged if is_gold(c) and _usable(c, pool)]
    if not chosen:
        raise UserError(
            M(
                "There is no gold image to measure on: reserve real images for gold (`verify-app gold reserve`, or "
                "in the image list) and verify them. Images that were only attested do not count: open them and "
                "press Space (Shift+Space where nothing is on them)."
            )
        )
    if pool.task is Task.CLASSIFY:
        yolo.check_folders(pool.classes)
    for below in folders(pool.task, [Split.GOLD], pool.classes):
        (folder / below).mkdir(parents=True)
    for candidate in chosen:
        found = ready(candidate, pool.task)
        name = f"{candidate.sha256[:20]}{candidate.file.suffix.lower()}"
        of_class = pool.classes[found.labels[0].index] if pool.task is Task.CLASSIFY else None
        image = image_file(Split.GOLD, name, of_class)
        (folder / image).write_bytes(_bytes(candidate))
        for label in label_files(pool.task, image):
            (folder / label).write_bytes(yolo.label_bytes(found.rows))
    (folder / "data.yaml").write_bytes(data_bytes(pool.task, pool.classes, [Split.GOLD.value], pool.skeleton))
    return len(chosen)


def _usable(candidate: Candidate, pool: Pool) -> bool:
    return problem_of(candidate, len(pool.classes), pool.task, pool.skeleton) is None


def _bytes(candidate: Candidate) -> bytes:
    try:
        return candidate.file.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            M("The gold image {image} cannot be read: {reason}.", image=candidate.image, reason=reason)
        ) from error
