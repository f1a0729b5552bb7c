"""A version on disk: images, label files, ``data.yaml`` and the receipt, the same bytes on any machine."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, splitext
from typing import IO

from verify_app.core.errors import UserError
from verify_app.core.gc_pause import uncollected
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt.receipt import (
    DATA,
    IMAGES,
    RECEIPT,
    Compared,
    ImageRecord,
    ModelEntry,
    Receipt,
    composition_digest,
    image_line,
    receipt_bytes,
    sha256_of,
)
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Split, Task
from verify_app.datasets.composition.candidates import PoolModel
from verify_app.datasets.composition.compose import Member, Plan
from verify_app.datasets.files.check_files import look, mark_of
from verify_app.datasets.files.worker_pool import BATCH, Crew, parts
from verify_app.datasets.policy.rules import policy_rules
from verify_app.datasets.version.atomic_folder import staged
from verify_app.datasets.version.counts import compared, counts, part_of, shares_of, train_counts
from verify_app.datasets.version.freeze_image import Freezer
from verify_app.datasets.version.layout import folders, image_file, keepers, label_files
from verify_app.formats import yolo

_STEM = 40
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Written:
    """A version that is on disk. `digest` is the SHA-256 of its ``receipt.json``; `linked` when it holds links to
    sources.
    """

    folder: Path
    receipt: Receipt
    digest: str
    records: tuple[ImageRecord, ...]
    linked: bool = False


def records(plan: Plan) -> tuple[ImageRecord, ...]:
    """The images of a plan as the receipt states them, in its order."""
    names = _names(plan.members)
    return tuple(_record(plan, member, name) for member, name in zip(plan.members, names, strict=True))


def list_images(images: Iterable[ImageRecord], file: IO[bytes] | None = None) -> str:
    """Write the images' lines to a file, if one is given; their SHA-256. They are never in memory all at once."""
    digest = hashlib.sha256()
    for image in images:
        line = image_line(image)
        digest.update(line)
        if file is not None:
            file.write(line)
    return digest.hexdigest()


def receipt_of(plan: Plan, images: Sequence[ImageRecord], *, listed: str = "") -> Receipt:
    """The receipt of a plan, without writing anything.

    Parameters
    ----------
    images : sequence of ImageRecord
        Of `records`.
    listed : str, optional
        Their digest by `list_images`, where it is known already.
    """
    listed = listed or list_images(images)
    return Receipt(
        task=plan.task,
        classes=plan.classes,
        policy=policy_rules(plan.policy),
        outcomes=plan.outcomes,
        mode=plan.mode,
        seed=plan.seed,
        ratio=str(plan.ratio),
        solver=plan.solver,
        counts=counts(images, plan.classes),
        left_out=dict(Counter(x.reason for x in plan.left_out)),
        models=_models(images, plan.models),
        parent=plan.parent,
        composition=composition_digest(plan.task, plan.classes, listed, plan.skeleton),
        files={DATA: sha256_of(data_bytes(plan.task, plan.classes, _splits(plan), plan.skeleton)), IMAGES: listed},
        skeleton=plan.skeleton,
        reviewers=plan.reviewers,
        overrides=plan.policy.overrides,
        class_shares=shares_of(map(part_of, images), plan.classes),
        since=plan.since,
        sample=plan.sample,
        compared=_compared(plan, images),
        vouchers=tuple(sorted({one for m in plan.members for one in plan.vouchers.get(m.candidate.image, ())})),
    )


def _compared(plan: Plan, images: Sequence[ImageRecord]) -> Compared:
    """Train of the parent beside that of the plan."""
    if plan.ancestor is None or plan.since is None:
        return {}
    tail = [int(index) for index in plan.since.tail]
    before = train_counts(plan.ancestor.images, plan.classes, tail)
    return compared(before, train_counts(images, plan.classes, tail))


@uncollected()
def write(plan: Plan, out: Path, *, freezer: Freezer | None = None, report: Report = silent) -> Written:
    """Write a version: whole or not at all.

    Each image is the one that was counted: its bytes were read by `survey` and it has not been touched since, or they
    are read now.

    Parameters
    ----------
    freezer : Freezer, optional
        What brings the images; without one they are reflinks or copies of their sources.

    Raises
    ------
    UsageError
        When `out` exists and is not an empty folder.
    UserError
        When an image has changed since it was looked at or cannot be trained on, the disk is full or not writable.
    """
    images, freezer = records(plan), freezer or Freezer()
    with staged(out) as folder:
        with (folder / IMAGES).open("xb") as file:
            listed = list_images(images, file)
        receipt = receipt_of(plan, images, listed=listed)
        data = receipt_bytes(receipt)
        _fill(folder, plan, images, freezer, report)
        (folder / DATA).write_bytes(data_bytes(plan.task, plan.classes, _splits(plan), plan.skeleton))
        (folder / RECEIPT).write_bytes(data)
        report(Progress("export", len(images), len(images), M("syncing")))
    return Written(out, receipt, sha256_of(data), images, freezer.linked)


def _splits(plan: Plan) -> list[str]:
    used = {member.split for member in plan.members}
    return [split.value for split in Split if split in used]


def data_bytes(task: Task, classes: Sequence[str], splits: Sequence[str], skeleton: Skeleton | None) -> bytes:
    """The bytes of a version's ``data.yaml``."""
    return yolo.data_yaml_bytes(classes, splits, skeleton, folders=task is Task.CLASSIFY)


def _names(members: Sequence[Member]) -> list[str]:
    """A readable, unique name for each image, and so for its label file, also where case does not count."""
    taken: set[str] = set()
    found = []
    for member in members:
        candidate = member.candidate
        stem = readable(splitext(basename(candidate.image))[0])
        name = f"{stem}-{candidate.sha256[:_DIGITS]}"
        if name.lower() in taken:
            name = f"{stem}-{candidate.sha256}"
        taken.add(name.lower())
        found.append(name + candidate.file.suffix.lower())
    return found


def readable(stem: str) -> str:
    """A file name's stem in plain ASCII: what every file system and shell takes."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "_", plain)[:_STEM].strip("_") or "image"


def _record(plan: Plan, member: Member, name: str) -> ImageRecord:
    c = member.candidate
    classified = plan.task is Task.CLASSIFY
    folder = plan.classes[member.ready.labels[0].index] if classified else None
    return ImageRecord(
        file=image_file(member.split, name, folder),
        sha256=c.sha256,
        label_sha256="" if classified else hashlib.sha256(yolo.label_bytes(member.ready.rows)).hexdigest(),
        bytes=c.bytes,
        width=c.width,
        height=c.height,
        source=c.image,
        also=c.also,
        origin=c.origin,
        split=member.split,
        rv=c.rv,
        labels=member.ready.labels,
        group=member.group,
        complete=c.complete,
    )


def _models(images: Iterable[ImageRecord], models: Iterable[PoolModel]) -> tuple[ModelEntry, ...]:
    behind = Counter(sha256 for image in images for label in image.labels for sha256 in label.models)
    known = {model.sha256: model for model in models}
    strangers = sorted(set(behind) - set(known))
    if strangers:
        raise ValueError(f"The pool names no model {strangers[0]}.")
    entries = (known[sha256] for sha256 in sorted(behind))
    return tuple(ModelEntry(m.name, m.sha256, m.round, m.depth, behind[m.sha256], m.proof) for m in entries)


def _fill(folder: Path, plan: Plan, images: Sequence[ImageRecord], freezer: Freezer, report: Report) -> None:
    for below in folders(plan.task, _splits(plan), plan.classes):
        (folder / below).mkdir(parents=True)
    for keeper in keepers(plan.task, (image.file for image in images), _splits(plan), plan.classes):
        _create(f"{folder}/{keeper}", b"")
    pairs = list(zip(plan.members, images, strict=True))
    place = str(folder)
    read = 0 if freezer.link else sum(image.bytes for image in images) / max(1, len(images))
    with Crew(read) as crew:
        for number, batch in enumerate(parts(pairs, BATCH)):
            report(Progress("export", number * BATCH, len(pairs), M("writing")))
            bad = next(filter(None, crew.map(lambda pair: _put(place, plan.task, freezer, *pair), batch)), None)
            if bad is not None:
                raise UserError(M("{problem} Nothing was written; export again once it is settled.", problem=bad))


def _put(folder: str, task: Task, freezer: Freezer, member: Member, image: ImageRecord) -> str | None:
    """Write one image with its labels; returns what is wrong with it, one sentence."""
    candidate = member.candidate
    if candidate.mark is None:
        candidate = look(candidate)
    if candidate.problem is not None or candidate.mark is None:
        return f"{candidate.image}: {candidate.problem}"
    target = f"{folder}/{image.file}"
    if not freezer.reuse(image.sha256, target, apart=candidate.mark.inode):
        try:
            now = freezer.bring(str(candidate.file), target)
        except FileNotFoundError:
            return M("{image}: The file is missing.", image=candidate.image)
        if mark_of(now) != candidate.mark or now.st_size != image.bytes:
            return M("{image}: The file was changed while the version was written.", image=candidate.image)
    for label in label_files(task, image.file):
        _create(f"{folder}/{label}", yolo.label_bytes(member.ready.rows))
    return None


def _create(file: str, data: bytes) -> None:
    """Write a small new file, without what Python's buffered files cost."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)
