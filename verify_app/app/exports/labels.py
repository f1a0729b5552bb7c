"""Handing labels to other tools: the project's labels in their formats, beside no images. Not a version: no policy,
no receipt, and nothing of what was verified survives in formats that cannot say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
from verify_app.formats.findings import Findings
from verify_app.formats.records import OutImage, StatedObject
from verify_app.formats.registry import Format, ToWrite, written_formats
from verify_app.storage.queries import image_list
from verify_app.storage.summaries.image_summary import chunks


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
        if self.open == 1 and not self.images:
            found.append(
                M(
                    "The 1 image is not complete, so there is nothing to hand out; --every also writes what nobody "
                    "has verified."
                )
            )
        elif self.open and not self.images:
            found.append(
                M(
                    "None of the {n} images is complete, so there is nothing to hand out; --every also writes "
                    "what nobody has verified.",
                    n=self.open,
                )
            )
        elif self.open == 1:
            found.append(M("1 image that nobody completed was left out."))
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
    known = written_formats().get(form)
    if known is None or known.write is None:
        raise UsageError(M("--format is one of {formats}.", formats=", ".join(written_formats())))
    handed = Handed(out)
    names = [c.name for c in session.classes]
    for name in (*names, *(session.skeleton.names if session.skeleton is not None else ())):
        known.check(name)
    images = _counted(_images(session, handed, known, every=every, report=report), handed)
    with staged(out) as folder:
        written = known.write(ToWrite(folder, names, images, session.task, session.skeleton, handed.findings))
    if written is not None:  # some were left aside
        handed.images, handed.labels = written
    return handed


def _counted(images: Iterable[OutImage], handed: Handed) -> Iterator[OutImage]:
    for image in images:
        handed.images += 1
        handed.labels += len(image.objects)
        yield image


def _images(session: Session, handed: Handed, form: Format, *, every: bool, report: Report) -> Iterator[OutImage]:
    """One after the other, so that however many there are, few are in memory; what is left out is counted."""
    reader = session.project.read
    names = {c.id: c.name for c in session.classes}
    sources = len(reader.sources())
    ids = image_list.ids(reader, Filter())
    done = 0
    for chunk in chunks(ids):
        rows = {row.id: row for row in image_list.rows(reader, chunk)}
        files = files_of(session, chunk) if form.pictures else {}
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


def _unfit(name: str, problem: str | None, form: Format) -> str:
    """Why an image cannot be handed out; empty when it can."""
    if problem is not None:
        return f"{name}: {problem}"
    try:
        form.check(name)
    except UserError as error:
        return str(error)
    return ""
