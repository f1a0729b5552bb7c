"""Bringing in datasets of other tools: their images and their labels, by class name, none of them verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.files import add_files, source_for
from verify_app.app.imports.publisher_splits import take_in
from verify_app.app.imports.rows import ImportedRow, as_before, imported_rows
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.gc_pause import uncollected
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.records import Scan, Source
from verify_app.core.vocabulary import Origin
from verify_app.formats.coco import Coco
from verify_app.formats.coco_layout import CocoSplits, open_coco
from verify_app.formats.cvat import Cvat
from verify_app.formats.dota import Dota
from verify_app.formats.image_finder import Places
from verify_app.formats.labelme import Labelme
from verify_app.formats.ndjson import Ndjson
from verify_app.formats.publisher_splits import says_something, splits_of_layout
from verify_app.formats.records import Dataset, Findings, StatedImage, StatedLabels
from verify_app.formats.voc import Voc
from verify_app.storage.queries import image_list
from verify_app.storage.queries.claims import Claim, put_claims
from verify_app.storage.queries.touched import touched
from verify_app.storage.summaries.image_summary import chunks

FORMATS = ("coco", "voc", "labelme", "cvat", "ndjson", "dota")
BATCH = 10_000
"""Objects that are recorded at a time."""


@dataclass(slots=True)
class Brought:
    """What came in, besides what adding images says.

    Parameters
    ----------
    labelled : list of int
        Images whose labels came in whole, or that were said to be empty.
    partly : list of int
        Images of which something was left aside: what came in is not all that was stated.
    notes : list of str
        What is to be done now, a sentence each.
    """

    images: list[int] = field(default_factory=list)
    known: int = 0
    changed: int = 0
    labels: int = 0
    labelled: list[int] = field(default_factory=list)
    partly: list[int] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)
    hinted: dict[int, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@uncollected()
def open_dataset(session: Session, path: Path, form: str, root: Path | None) -> Dataset:
    """Open a dataset for the project's task.

    Parameters
    ----------
    root : Path, optional
        Folder of the images; default: the dataset's own.

    Raises
    ------
    UserError
        When it is not in that format, or holds nothing of the task.
    """
    if not path.exists():
        raise UserError(M("There is no {path}; check how it is written.", path=path))
    folder = path if path.is_dir() else path.parent
    images, task, skeleton = (root or folder).resolve(), session.task, session.skeleton
    match form:
        case "coco":
            return open_coco(path, root, task, skeleton)
        case "cvat":
            return Cvat(path if path.is_file() else _only(path, "*.xml"), images, task, skeleton)
        case "ndjson":
            return Ndjson(path if path.is_file() else _only(path, "*.ndjson"), images, task, skeleton)
        case "voc":
            return Voc(path, images, task)
        case "dota":
            return Dota(path, images, task)
        case "labelme":
            return Labelme(path, images, task, skeleton)
    raise UsageError(M("--labels is one of none, auto, yolo, {formats}.", formats=", ".join(FORMATS)))


def _only(folder: Path, pattern: str) -> Path:
    files = sorted(folder.glob(pattern)) + sorted((folder / "annotations").glob(pattern))
    if len(files) != 1:
        raise UserError(
            M(
                "There are {n} files {pattern} in {folder}; name the one to read.",
                n=len(files),
                pattern=pattern,
                folder=folder,
            )
        )
    return files[0]


@uncollected()
def bring_in(
    session: Session,
    dataset: Dataset,
    class_ids: Mapping[str, int | None],
    origin: Origin,
    report: Report,
    *,
    ignore_hints: bool = False,
) -> Brought:
    """Add the dataset's images and record its labels as imported.

    Parameters
    ----------
    class_ids : mapping of class name to project class id
        None for a class that is left out on purpose.

    Raises
    ------
    UserError
        When its folder is a source of another origin.
    """
    brought = Brought(findings=dataset.findings)
    stated = {image.key: image for image in dataset.images()}
    report(Progress("import", 0, len(stated), M("Looking for the images")))
    files = _files(dataset.root, stated, brought.findings)
    wanted = _to_look_at(session, source_for(session, dataset.root, origin), files.values()) if files else []
    added = add_files(session, dataset.root, wanted, origin, ignore_hints=ignore_hints, report=report)
    brought.hinted = added.hinted
    brought.images, brought.known, brought.changed = added.images, len(files) - len(wanted) + added.known, added.changed
    brought.findings.take(added.findings)
    ids = _ids(session, dataset.root, files)
    del files
    _state_splits(session, dataset, stated, ids)
    open_ids = _open_for_labels(session, ids, stated, brought.findings)
    batch, size = list[tuple[int, StatedLabels]](), 0
    for labels in dataset.labels():
        if labels.key in open_ids:
            batch.append((open_ids[labels.key], labels))
            size += 1 + len(labels.plain)
        if size >= BATCH:
            _record(session, batch, class_ids, brought)
            report(Progress("import", brought.labels, 0, M("Labels")))
            batch, size = [], 0
    _record(session, batch, class_ids, brought)
    report(Progress("import", brought.labels, brought.labels, M("Labels")))
    return brought


def _state_splits(
    session: Session, dataset: Dataset, stated: Mapping[str, StatedImage], ids: Mapping[str, int]
) -> None:
    """Record the splits that the dataset states: image by image, else by the folders of its images."""
    said = {key: image.split for key, image in stated.items() if image.split}
    if not says_something(said.values()):
        found = splits_of_layout(dataset.root, [image.path for image in stated.values()])
        said = {key: found[image.path] for key, image in stated.items() if image.path in found}
    wanted = {ids[key]: split for key, split in said.items() if key in ids}
    coco = isinstance(dataset, Coco | CocoSplits)
    if wanted:
        take_in(session, wanted, "coco" if coco else type(dataset).__name__.lower())


def _files(root: Path, images: Mapping[str, StatedImage], findings: Findings) -> dict[str, Path]:
    """The file of each image. Of two that would share one, neither is taken: nobody can tell which is meant."""
    places = Places(root)
    for problem in places.problems:
        findings.problem(problem)
    found: dict[str, Path] = {}
    meant: set[Path] = set()
    shared: set[Path] = set()
    for key, image in images.items():
        try:
            file = places.find(image.path)
        except UserError as error:
            findings.problem(M("{image}: {reason}; its labels were left aside.", image=image.path, reason=error))
            continue
        if file in meant:
            shared.add(file)
            findings.problem(
                M(
                    "{image}: the dataset speaks twice of {file}; the labels of both were left aside.",
                    image=image.path,
                    file=file,
                )
            )
        meant.add(file)
        found[key] = file
    alone = {key: file for key, file in found.items() if file not in shared}
    left = len(places) - len(meant)
    if left:
        findings.problem(M("{root}: {n} pictures that the dataset does not name were not added.", root=root, n=left))
    return alone


def _to_look_at(session: Session, source: Source, files: Iterable[Path]) -> list[Path]:
    """The files that are new, or of another size or time than when they were last looked at, in order."""
    known = {r.path: r for r in image_list.file_records(session.project.read) if r.root == source.root}
    wanted = []
    for file in files:
        record = known.get(file.relative_to(source.root).as_posix())
        try:
            stat = file.stat()
        except OSError:
            wanted.append(file)
            continue
        if record is None or record.problem or (stat.st_size, stat.st_mtime_ns) != (record.bytes, record.modified):
            wanted.append(file)
    return sorted(wanted)


def _ids(session: Session, root: Path, files: Mapping[str, Path]) -> dict[str, int]:
    """Image id of each key whose file is in the project."""
    reader = session.project.read
    source = next((s for s in reader.sources() if Path(s.root) == root), None)
    if source is None:
        return {}
    found = {key: reader.image_id(source.id, file.relative_to(root).as_posix()) for key, file in files.items()}
    return {key: image_id for key, image_id in found.items() if image_id is not None}


def _open_for_labels(
    session: Session, ids: Mapping[str, int], stated: Mapping[str, StatedImage], findings: Findings
) -> dict[str, int]:
    """The images that may take labels: usable, of the stated size, and not worked on by anybody."""
    found: dict[str, int] = {}
    for keys in chunks_of(list(ids)):
        wanted = [ids[key] for key in keys]
        read = session.project.read
        scans, worked_on = read.scans(wanted), touched(read, wanted)
        for key in keys:
            image_id, image = ids[key], stated[key]
            unfit = _unfit(scans[image_id], image)
            if image_id in worked_on:
                findings.problem(
                    M("{image}: it was worked on already, so its labels were left aside.", image=image.path)
                )
            elif unfit:
                findings.problem(M("{image}: {reason}; its labels were left aside.", image=image.path, reason=unfit))
            else:
                found[key] = image_id
    return found


def chunks_of(keys: Sequence[str]) -> Iterator[list[str]]:
    """Keys in lists of a size that one query takes."""
    for places in chunks(range(len(keys))):
        yield [keys[i] for i in places]


def _unfit(scan: Scan, image: StatedImage) -> str:
    if scan.problem is not None:
        return scan.problem
    if not (image.width and image.height) or (image.width, image.height) == (scan.width, scan.height):
        return ""
    turned = (image.height, image.width) == (scan.width, scan.height)
    if turned:
        return M(
            "its labels are for {width} x {height} pixels, it has {own_width} x {own_height} (the file is shown turned "
            "by its EXIF orientation)",
            width=image.width,
            height=image.height,
            own_width=scan.width,
            own_height=scan.height,
        )
    return M(
        "its labels are for {width} x {height} pixels, it has {own_width} x {own_height}",
        width=image.width,
        height=image.height,
        own_width=scan.width,
        own_height=scan.height,
    )


def _record(
    session: Session, batch: list[tuple[int, StatedLabels]], class_ids: Mapping[str, int | None], brought: Brought
) -> None:
    """One chunk of facts; an image without an object is one that was labelled as empty.

    What an import brought that was cut off is not brought again, and may be vouched for like the rest.
    """
    if not batch:
        return
    read = session.project.read
    ids = [image_id for image_id, _ in batch]
    scans, given = read.scans(ids), dict[int, list[ImportedRow]]()
    for image_id, labels in batch:
        given[image_id], whole = imported_rows(
            session.task, image_id, scans[image_id], labels, class_ids, brought.findings
        )
        (brought.labelled if whole else brought.partly).append(image_id)
    with session.project.transact(session.importer, "import") as tx:
        marks, there = tx.read.marks(ids), tx.read.labels(ids)
        here = {i for i in ids if i in marks or there.get(i)}
        taken = touched(tx.read, ids) | {i for i in here if not as_before(there.get(i, ()), given[i])}
        new = [i for i in ids if i not in here and i not in taken]
        rows = [row for i in new for row in given[i]]
        tx.facts("imported", rows, images={row[0] for row in rows})
        complete = set(brought.labelled)
        put_claims(tx, [Claim(i, scans[i].sha256, i in complete) for i in new])
    if taken:
        brought.labelled = [i for i in brought.labelled if i not in taken]
        brought.partly = [i for i in brought.partly if i not in taken]
        brought.findings.problem(
            M(
                "{n} images were worked on meanwhile or had other labels from an import before; what is "
                "stated of them now was left aside.",
                n=len(taken),
            )
        )
    brought.labels += len(rows)
