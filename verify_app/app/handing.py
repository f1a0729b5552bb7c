"""Handing labels to other tools: the project's labels in their formats, beside no images. Not a version: no policy,
no receipt, and nothing of what was verified survives in formats that cannot say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UsageError, UserError
from verify_app.core.filters import Filter
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.vocabulary import LabelState
from verify_app.formats.coco import write_coco
from verify_app.formats.cvat import write_cvat
from verify_app.formats.dataset import OutImage, StatedObject
from verify_app.formats.labelme import write_labelme
from verify_app.formats.ndjson import write_ndjson
from verify_app.formats.voc import write_voc
from verify_app.formats.xml_text import require_xml
from verify_app.storage import listing
from verify_app.storage.derived import chunks

FILES = {"coco": "annotations.json", "cvat": "annotations.xml", "ndjson": "dataset.ndjson"}
XML = ("voc", "cvat")
FORMATS = ("coco", "voc", "labelme", "cvat", "ndjson")


@dataclass(slots=True)
class Handed:
    """What was written."""

    place: Path
    images: int = 0
    labels: int = 0
    problems: list[str] = field(default_factory=list)
    """Images that were left out, and why."""


def hand_out(session: Session, out: Path, form: str, *, every: bool = False, report: Report = silent) -> Handed:
    """Write the labels of the project into a new folder.

    Parameters
    ----------
    every : bool
        Also labels that nobody verified, of images that nobody completed; default: verified labels of complete
        images only.

    Raises
    ------
    UserError
        When the folder holds something, the format cannot hold the project's regions, or it cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"--format is one of {', '.join(FORMATS)}.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UserError(f"{out} is not empty; name a new folder.")
    if form == "voc" and session.task.region not in ("box", "obb"):
        raise UserError(f"Pascal VOC holds boxes only; labels for {session.task} need another format.")
    handed = Handed(out)
    images = _images(session, every=every, report=report)
    names = [c.name for c in session.classes]
    if form in XML:
        for name in (*names, *(session.skeleton.names if session.skeleton is not None else ())):
            require_xml(name)
        images = _held(images, handed, report)
    images = _counted(images, handed)
    writers: dict[str, Callable[[], object]] = {
        "coco": lambda: write_coco(out / FILES["coco"], names, images, session.skeleton),
        "cvat": lambda: write_cvat(out / FILES["cvat"], names, images, session.skeleton),
        "ndjson": lambda: write_ndjson(out / FILES["ndjson"], names, images, session.task, session.skeleton),
        "voc": lambda: write_voc(out, names, images),
        "labelme": lambda: write_labelme(out, images, session.skeleton),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        writers[form]()
    except OSError as error:
        raise UserError(f"{out} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    return handed


def _held(images: Iterable[OutImage], handed: Handed, report: Report) -> Iterator[OutImage]:
    """The images whose names XML can hold; the others are named."""
    for image in images:
        try:
            require_xml(image.path)
        except UserError as error:
            handed.problems.append(str(error))
            report(Progress("hand out", handed.images, 0, "", str(error)))
        else:
            yield image


def _counted(images: Iterable[OutImage], handed: Handed) -> Iterator[OutImage]:
    for image in images:
        handed.images += 1
        handed.labels += len(image.objects)
        yield image


def _images(session: Session, *, every: bool, report: Report) -> Iterator[OutImage]:
    """One after the other, so that however many there are, few are in memory."""
    reader = session.project.read
    names = {c.id: c.name for c in session.classes}
    sources = len(reader.sources())
    ids = listing.ids(reader, Filter())
    done = 0
    for chunk in chunks(ids):
        rows = {row.id: row for row in listing.rows(reader, chunk)}
        for image_id, evidence in reader.evidence(chunk).items():
            if evidence.scan.problem is not None or not (every or rows[image_id].state.done):
                continue
            wanted = [
                label
                for label in evidence.labels
                if every or derive.label_state(label, evidence) is LabelState.VERIFIED
            ]
            # one source: paths as in its folder; several: told apart by the source's name
            path = rows[image_id].name if sources > 1 else rows[image_id].name.partition("/")[2]
            objects = [StatedObject(names[label.class_id], label.region) for label in wanted]
            yield OutImage(path, evidence.scan.width, evidence.scan.height, objects)
        done += len(chunk)
        report(Progress("hand out", done, len(ids), ""))
