"""Handing labels to other tools: the project's labels in their formats, beside no images. Not a version: no policy,
no receipt, and nothing of what was verified survives in formats that cannot say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from verify_app.app.imports.files import files_of
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.queue.filters import Filter
from verify_app.core.vocabulary import LabelState
from verify_app.datasets.version.atomic_folder import staged
from verify_app.formats.coco import write_coco
from verify_app.formats.cvat import write_cvat
from verify_app.formats.findings import Findings
from verify_app.formats.labelme import write_labelme
from verify_app.formats.ndjson import write_ndjson
from verify_app.formats.records import OutImage, StatedObject
from verify_app.formats.voc import write_voc
from verify_app.formats.xml_text import require_xml
from verify_app.formats.yolo.plain_export import write_yolo
from verify_app.storage.queries import image_list
from verify_app.storage.summaries.image_summary import chunks

FILES = {"coco": "annotations.json", "cvat": "annotations.xml", "ndjson": "dataset.ndjson"}
FORMATS = ("coco", "voc", "labelme", "cvat", "ndjson", "yolo", "yolo-images")
"""``yolo-images`` with copies of the pictures."""
XML = ("voc", "cvat")


@dataclass(slots=True)
class Handed:
    """What was written.

    Parameters
    ----------
    open : int
        Images that nobody completed and that were left out for it.
    findings : Findings
        Other images that were left out, and why.
    """

    place: Path
    images: int = 0
    labels: int = 0
    open: int = 0
    findings: Findings = field(default_factory=Findings)

    def lines(self) -> list[str]:
        """What a person should know of it, a sentence each."""
        found = []
        if self.open and not self.images:
            found.append(
                M(
                    "None of the {n} images is complete, so there is nothing to hand out; --every also writes "
                    "what nobody has verified.",
                    n=self.open,
                )
            )
        elif self.open:
            found.append(M("{n} images that nobody completed were left out.", n=self.open))
        elif not (self.images or self.findings.skipped):
            found.append(M("There is no image in the project."))
        return found + self.findings.lines()


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
        raise UsageError(M("--format is one of {formats}.", formats=", ".join(FORMATS)))
    if form == "voc" and session.task.region not in ("box", "obb"):
        raise UserError(M("Pascal VOC holds boxes only; labels for {task} need another format.", task=session.task))
    handed = Handed(out)
    names = [c.name for c in session.classes]
    if form in XML:
        for name in (*names, *(session.skeleton.names if session.skeleton is not None else ())):
            require_xml(name)
    images = _counted(_images(session, handed, form, every=every, report=report), handed)
    with staged(out) as folder:
        _write(session, folder, form, names, images, handed)
    return handed


def _write(
    session: Session, folder: Path, form: str, names: list[str], images: Iterable[OutImage], handed: Handed
) -> None:
    writers: dict[str, Callable[[], object]] = {
        "coco": lambda: write_coco(folder / FILES["coco"], names, images, session.skeleton),
        "cvat": lambda: write_cvat(folder / FILES["cvat"], names, images, session.skeleton),
        "ndjson": lambda: write_ndjson(folder / FILES["ndjson"], names, images, session.task, session.skeleton),
        "voc": lambda: write_voc(folder, names, images),
        "labelme": lambda: write_labelme(folder, images, session.skeleton),
    }
    for each in ("yolo", "yolo-images"):
        writers[each] = partial(
            write_yolo,
            *(folder, names, images, session.task, session.skeleton),
            pictures=each == "yolo-images",
            findings=handed.findings,
        )
    written = writers[form]()
    if isinstance(written, tuple):  # some were left aside
        handed.images, handed.labels = written


def _counted(images: Iterable[OutImage], handed: Handed) -> Iterator[OutImage]:
    for image in images:
        handed.images += 1
        handed.labels += len(image.objects)
        yield image


def _images(session: Session, handed: Handed, form: str, *, every: bool, report: Report) -> Iterator[OutImage]:
    """One after the other, so that however many there are, few are in memory; what is left out is counted."""
    reader = session.project.read
    names = {c.id: c.name for c in session.classes}
    sources = len(reader.sources())
    ids = image_list.ids(reader, Filter())
    done = 0
    for chunk in chunks(ids):
        rows = {row.id: row for row in image_list.rows(reader, chunk)}
        files = files_of(session, chunk) if form == "yolo-images" else {}
        for image_id, evidence in reader.evidence(chunk).items():
            unfit = _unfit(rows[image_id].name, evidence.scan.problem, form)
            if unfit:
                handed.findings.problem(unfit)
                continue
            if not (every or rows[image_id].state.done):
                handed.open += 1
                continue
            wanted = [
                label
                for label in evidence.labels
                if every or derive.label_state(label, evidence) is LabelState.VERIFIED
            ]
            # one source: paths as in its folder; several: told apart by the source's name
            path = rows[image_id].name if sources > 1 else rows[image_id].name.partition("/")[2]
            objects = [StatedObject(names[label.class_id], label.region) for label in wanted]
            scan = evidence.scan
            yield OutImage(path, scan.width, scan.height, objects, file=files.get(image_id), digest=scan.sha256)
        done += len(chunk)
        report(Progress("hand out", done, len(ids), ""))


def _unfit(name: str, problem: str | None, form: str) -> str:
    """Why an image cannot be handed out; empty when it can."""
    if problem is not None:
        return f"{name}: {problem}"
    if form in XML:
        try:
            require_xml(name)
        except UserError as error:
            return str(error)
    return ""
