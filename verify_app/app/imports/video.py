"""A video as a source: its frames become images, and all of them are one group for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from verify_app.app.imports.files import Added, add_files, source_for
from verify_app.app.project.sources import relocate
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.records import Source
from verify_app.core.vocabulary import Origin
from verify_app.imaging.provenance.hints import hint
from verify_app.imaging.video import Step, Stride, extract
from verify_app.storage.entities import dumps
from verify_app.storage.queries.groups import videos

FOLDER = "frames"
"""Where in the project's folder the frames lie, each video's in a folder called by its SHA-256."""
BATCH = 64
"""So many frames are recorded at once; what was recorded before a cancel is kept."""


@dataclass(frozen=True, slots=True)
class VideoOptions:
    """How to take frames out of a video; see `imaging.video`."""

    stride: Stride
    lossless: bool = False
    ignore_hints: bool = False


def add_video(
    session: Session, video: Path, origin: Origin, options: VideoOptions, *, report: Report = silent
) -> Added:
    """Take frames out of a video and add them as images of one source, called like the file.

    The same video again takes what is missing; frames that are there stay as they are.

    Raises
    ------
    UserError
        When the video cannot be read, changes meanwhile, or its frames are a source of another origin.
    Cancelled
        From `report`; what was taken until then is kept.
    """
    stamp = _stamp(video)
    sha256 = _digest(video, report)
    said = hint(video)
    believed = said is not None and not options.ignore_hints and said.origin.weakness > origin.weakness
    root = session.folder.resolve() / FOLDER / sha256[:16]
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(M("{folder} cannot be made: {reason}.", folder=root, reason=reason_of(error))) from error
    added = Added()
    with closing(extract(video, root, options.stride, lossless=options.lossless)) as steps:
        first = next(steps)  # a bad video leaves nothing on record
        source = _source(session, sha256, root, said.origin if said and believed else origin, video.name)
        _record(session, source, sha256, video.name, said.evidence if said else "", options)
        _take(session, source, _told(first, steps, video.name, report), added)
    if _stamp(video) != stamp:
        raise UserError(
            M("{video} was changed while its frames were taken; add it again when it is whole.", video=video)
        )
    if said is not None and origin is not Origin.SYNTHETIC:
        added.hinted = dict.fromkeys(added.images, said.evidence)
    return added


def _told(first: Step, steps: Iterator[Step], name: str, report: Report) -> Iterator[Step]:
    """Every step, told to the person as it comes."""
    for step in chain((first,), steps):
        report(Progress("video", step.number, max(step.total, step.number), name))
        yield step


def _take(session: Session, source: Source, steps: Iterator[Step], added: Added) -> None:
    """Add the frames to the project, some at a time."""
    root, batch = Path(source.root), list[Path]()

    def flush() -> None:
        done = add_files(session, root, batch, source.origin)
        added.images += done.images
        added.known += done.known
        added.changed += done.changed
        added.findings.take(done.findings)
        batch.clear()

    try:
        for step in steps:
            if step.file is not None:
                batch.append(step.file)
            if step.problem:
                added.findings.problem(step.problem)
            if len(batch) >= BATCH:
                flush()
    finally:
        flush()


def _source(session: Session, sha256: str, root: Path, origin: Origin, name: str) -> Source:
    """The source of the video's frames; when the project has moved, it moves along."""
    known = {video.source_id for video in videos(session.project.read) if video.sha256 == sha256}
    there = next((s for s in session.project.read.sources() if s.id in known), None)
    if there is not None and Path(there.root) != root and not Path(there.root).is_dir():
        relocate(session, there.id, root)
    return source_for(session, root, origin, name=name)


def _record(session: Session, source: Source, sha256: str, name: str, evidence: str, options: VideoOptions) -> None:
    """Say of the source that it is this video, before any frame of it is an image: none is ever without its group."""
    taken = dumps({**options.stride.data(), "lossless": options.lossless})
    if not any((v.source_id, v.taken) == (source.id, taken) for v in videos(session.project.read)):
        detail = {"video": name, "sha256": sha256, **({"hint": evidence} if evidence else {})}
        with session.project.transact(session.actor, "video", detail=detail) as tx:
            tx.facts("video", [(source.id, sha256, name, taken)])


def _stamp(video: Path) -> tuple[int, int]:
    try:
        status = video.stat()
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UserError(M("{file} cannot be read: {reason}.", file=video, reason=reason)) from error
    return status.st_size, status.st_mtime_ns


def _digest(video: Path, report: Report) -> str:
    digest, done, total = hashlib.sha256(), 0, _stamp(video)[0] >> 20
    try:
        with video.open("rb") as stream:
            while block := stream.read(1 << 22):
                digest.update(block)
                done += len(block)
                report(Progress("digest", min(done >> 20, total), total, video.name))
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=video, reason=reason_of(error))) from error
    return digest.hexdigest()
