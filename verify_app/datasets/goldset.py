"""The gold images as they stand, written out for an evaluation."""

from __future__ import annotations

from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Grade
from verify_app.datasets.aliases import merge
from verify_app.datasets.candidates import Candidate, Pool
from verify_app.datasets.checks import problem_of, ready
from verify_app.formats import yolo


def is_gold(candidate: Candidate) -> bool:
    """Reserved, real-verified, never trained on; images that were only attested do not count."""
    attested = any(label.grade is Grade.ATTESTED for label in candidate.labels)
    return candidate.gold and candidate.rv and not candidate.trained and not attested


def write_gold(pool: Pool, folder: Path) -> int:
    """Write the gold images in YOLO layout (``images/gold``, ``labels/gold``, ``data.yaml``).

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
    chosen = [c for c in merged if is_gold(c) and problem_of(c, len(pool.classes)) is None]
    if not chosen:
        raise UserError(
            "There is no gold image to measure on: reserve real images for gold (`verify-app gold reserve`, or in the "
            "image list) and verify them. Images that were only attested do not count."
        )
    images, labels = folder / "images" / "gold", folder / "labels" / "gold"
    images.mkdir(parents=True)
    labels.mkdir(parents=True)
    for candidate in chosen:
        name = candidate.sha256[:20]
        (images / f"{name}{candidate.file.suffix.lower()}").write_bytes(_bytes(candidate))
        (labels / f"{name}.txt").write_bytes(yolo.label_bytes(ready(candidate).rows))
    (folder / "data.yaml").write_bytes(yolo.data_yaml_bytes(pool.classes, ["gold"]))
    return len(chosen)


def _bytes(candidate: Candidate) -> bytes:
    try:
        return candidate.file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(f"The gold image {candidate.image} cannot be read: {reason}.") from error
