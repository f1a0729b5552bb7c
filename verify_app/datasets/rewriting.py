"""A version written again from what a project keeps of it: the same bytes, or a sentence that names what is missing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt import DATA, IMAGES, RECEIPT, ImageRecord, Receipt, sha256_of
from verify_app.core.vocabulary import Split
from verify_app.datasets.layout import folders, keepers, label_file
from verify_app.datasets.staging import staged
from verify_app.datasets.version import data_bytes, link_or_copy, list_images

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """What a project keeps of a version.

    Parameters
    ----------
    data : bytes
        Of ``receipt.json``.
    labels : tuple of bytes
        Of the label file of each image; empty of a classified one.
    places : mapping of str to tuple of Path
        By SHA-256: where such bytes may lie now.
    """

    receipt: Receipt
    data: bytes
    images: tuple[ImageRecord, ...]
    labels: tuple[bytes, ...]
    places: Mapping[str, tuple[Path, ...]]


def rewrite(kept: Kept, out: Path, *, also: Path | None = None, report: Report = silent) -> None:
    """Write it to `out`, whole or not at all.

    Parameters
    ----------
    also : Path, optional
        Where the version was written before: images that have left the project may still lie there.

    Raises
    ------
    UserError
        When the bytes of an image are nowhere any more: how many, and the first few by name.
    """
    found, missing = _sources(kept, also, report)
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        raise UserError(
            f"{len(missing)} of {len(kept.images)} images have changed or are not there any more: "
            f"{', '.join(missing[:_NAMED])}{more}; bring their files back to write this version again."
        )
    used = {image.split for image in kept.images}
    splits = [split.value for split in Split if split in used]
    receipt = kept.receipt
    with staged(out.absolute()) as folder:
        for below in folders(receipt.task, splits, receipt.classes):
            (folder / below).mkdir(parents=True)
        for keeper in keepers(receipt.task, (image.file for image in kept.images), splits, receipt.classes):
            (folder / keeper).write_bytes(b"")
        for image, label, source in zip(kept.images, kept.labels, found, strict=True):
            link_or_copy(str(source), str(folder / image.file))
            if image.label_sha256:
                _write(folder / label_file(image.file), label, image.label_sha256)
        _write(folder / DATA, data_bytes(receipt.task, receipt.classes, splits, receipt.skeleton), receipt.files[DATA])
        with (folder / IMAGES).open("xb") as file:
            if list_images(kept.images, file) != receipt.files[IMAGES]:
                raise _damaged(IMAGES)
        (folder / RECEIPT).write_bytes(kept.data)


def _write(file: Path, data: bytes, digest: str) -> None:
    if sha256_of(data) != digest:
        raise _damaged(file.name)
    file.write_bytes(data)


def _damaged(name: str) -> UserError:
    return UserError(f"What the project keeps of {name} is not what its receipt says; the project is damaged.")


def _sources(kept: Kept, also: Path | None, report: Report) -> tuple[list[Path], list[str]]:
    """A file with the right bytes for each image, and the names of those that have none."""
    found, missing = [], []
    for number, image in enumerate(kept.images):
        if number % 200 == 0:
            report(Progress("export", number, len(kept.images), "looking for the images"))
        places = [*kept.places.get(image.sha256, ()), *([also / image.file] if also else [])]
        file = next((place for place in places if _digest(place) == image.sha256), None)
        if file is None:
            missing.append(image.source)
        else:
            found.append(file)
    return found, missing


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
