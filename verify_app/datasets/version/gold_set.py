"""The gold images as they stand, written out for an evaluation."""

from __future__ import annotations

from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined, reason_of
from verify_app.core.vocabulary import Split, Task
from verify_app.datasets.composition.candidates import Candidate, Pool
from verify_app.datasets.composition.placement import LeftOut, place_gold
from verify_app.datasets.version.layout import folders, image_file, label_files
from verify_app.datasets.version.write_version import data_bytes
from verify_app.formats import yolo


def write_gold(pool: Pool, folder: Path) -> tuple[int, list[LeftOut]]:
    """Write the gold images in the layout of the project's task (`datasets.version.layout`), with a ``data.yaml``.

    Written is what an export would put in gold (`place_gold`), so that no model is measured on what it was trained on,
    or on another look at the same thing.

    Parameters
    ----------
    pool : Pool
        With what pictures look like (`with_looks`), as far as that is to be compared.

    Returns
    -------
    tuple of int and list of LeftOut
        How many images, and which of those that are reserved stay out, with the reason.

    Raises
    ------
    UserError
        When there is none, or one cannot be read.
    """
    chosen, out = place_gold(pool)
    if not chosen:
        why = M("{image} stays out: {why}", image=out[0].image, why=out[0].why) if out else ""
        raise UserError(
            joined(
                [
                    M(
                        "There is no gold image to measure on: reserve real images for gold (`verify-app gold "
                        "reserve`, "
                        "or in the image list) and verify them. Images that were only attested do not count: open them "
                        "and press Space (Shift+Space where nothing is on them)."
                    ),
                    why,
                ]
            )
        )
    if pool.task is Task.CLASSIFY:
        yolo.check_folders(pool.classes)
    for below in folders(pool.task, [Split.GOLD], pool.classes):
        (folder / below).mkdir(parents=True)
    for found in (member.ready for member in chosen):
        name = f"{found.candidate.sha256[:20]}{found.candidate.file.suffix.lower()}"
        of_class = pool.classes[found.labels[0].index] if pool.task is Task.CLASSIFY else None
        image = image_file(Split.GOLD, name, of_class)
        (folder / image).write_bytes(_bytes(found.candidate))
        for label in label_files(pool.task, image):
            (folder / label).write_bytes(yolo.label_bytes(found.rows))
    (folder / "data.yaml").write_bytes(data_bytes(pool.task, pool.classes, [Split.GOLD.value], pool.skeleton))
    return len(chosen), out


def _bytes(candidate: Candidate) -> bytes:
    try:
        return candidate.file.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            M("The gold image {image} cannot be read: {reason}.", image=candidate.image, reason=reason)
        ) from error
