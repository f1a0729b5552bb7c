"""A version written again from what a project keeps of it: the same bytes, or a sentence that names what is missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt.receipt import DATA, IMAGES, RECEIPT, ImageRecord, Receipt, sha256_of
from verify_app.core.vocabulary import Split
from verify_app.datasets.files.check_files import mark_of
from verify_app.datasets.version.atomic_folder import check_free, staged
from verify_app.datasets.version.disk_space import reckon
from verify_app.datasets.version.freeze_image import Freezer, checked, link_checked
from verify_app.datasets.version.layout import folders, keepers, label_file
from verify_app.datasets.version.write_version import data_bytes, list_images

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
    elsewhere : callable
        The same for bytes that are at none of the places: in other versions.
    """

    receipt: Receipt
    data: bytes
    images: tuple[ImageRecord, ...]
    labels: tuple[bytes, ...]
    places: Mapping[str, Sequence[Path]]
    elsewhere: Callable[[Collection[str]], Mapping[str, Sequence[Path]]]


class _Found(NamedTuple):
    """A file with the right bytes, as it was when they were read; `copy` when it may be linked to."""

    file: str
    state: os.stat_result
    copy: bool


def rewrite(kept: Kept, out: Path, *, copies: Mapping[str, str], report: Report = silent) -> None:
    """Write it to `out`, whole or not at all.

    Parameters
    ----------
    copies : mapping of str to str
        Of `earlier.frozen_copies`: what is right of them is linked to.

    Raises
    ------
    UserError
        When the bytes of an image are nowhere any more: how many, and the first few by name; or the disk is too full.
    """
    check_free(out.absolute())
    found, missing = _sources(kept, copies, report)
    if missing:
        more = len(missing) - _NAMED
        raise UserError(
            M(
                "{n} of {all} images have changed or are not there any more: {images}; bring their files back to write "
                "this version again.",
                n=len(missing),
                all=len(kept.images),
                images=missing if more <= 0 else M("{names} and {more} more", names=missing[:_NAMED], more=more),
            )
        )
    wants = [(one.file, image.sha256, image.bytes) for one, image in zip(found, kept.images, strict=True)]
    freezer = Freezer({image.sha256: one.file for one, image in zip(found, kept.images, strict=True) if one.copy})
    room = reckon(wants, out, freezer)
    if room.short:
        raise UserError(
            M("{needed} Nothing was written; make room or choose another place.", needed=room.sentence(links=False))
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
            _put(source, str(folder / image.file), freezer, image)
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
    return UserError(
        M("What the project keeps of {name} is not what its receipt says; the project is damaged.", name=name)
    )


def _put(found: _Found, target: str, freezer: Freezer, image: ImageRecord) -> None:
    if found.copy and link_checked(found.file, found.state, target):
        return
    if mark_of(freezer.bring(found.file, target)) != mark_of(found.state):
        raise UserError(
            M("{source} was changed while the version was written; nothing was written.", source=image.source)
        )


def _sources(kept: Kept, copies: Mapping[str, str], report: Report) -> tuple[list[_Found], list[str]]:
    """A file with the right bytes for each image, and the names of those that have none."""
    found: dict[int, _Found] = {}
    for number, image in enumerate(kept.images):
        if number % 200 == 0:
            report(Progress("export", number, len(kept.images), M("looking for the images")))
        copy = copies.get(image.sha256)
        right = _first(image, [copy] if copy else [], copy=True) or _first(image, kept.places.get(image.sha256, ()))
        if right is not None:
            found[number] = right
    absent = [number for number in range(len(kept.images)) if number not in found]
    further = kept.elsewhere({kept.images[number].sha256 for number in absent}) if absent else {}
    for number in absent:
        right = _first(kept.images[number], further.get(kept.images[number].sha256, ()))
        if right is not None:
            found[number] = right
    missing = [kept.images[number].source for number in absent if number not in found]
    return [found[number] for number in sorted(found)], missing


def _first(image: ImageRecord, files: Sequence[str | Path], *, copy: bool = False) -> _Found | None:
    """The first of these files that holds the image's bytes."""
    for file in files:
        # sources may be symbolic links, copies never are
        name = str(file) if copy else os.path.realpath(file)
        state = checked(name, image.sha256)
        if state is not None:
            return _Found(name, state, copy)
    return None
