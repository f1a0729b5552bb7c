"""A YOLO dataset coming in: which label file is whose, what its classes are here, and its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from verify_app.app.imports import class_numbers as numbers
from verify_app.app.imports.class_mapping import class_ids, near_alike
from verify_app.app.imports.files import files_of
from verify_app.app.imports.options_and_results import AddOptions, Imported
from verify_app.app.imports.rows import ImportedRow, as_before
from verify_app.app.session import Session
from verify_app.core.derive import binding
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.records import Label, Scan
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.formats.dota import is_dota
from verify_app.formats.findings import MOST_NAMED, Findings, some
from verify_app.imaging.find_images import find_images
from verify_app.storage.queries.claims import Claim, put_claims
from verify_app.storage.queries.touched import touched
from verify_app.storage.row_mappers import region_text
from verify_app.storage.summaries.image_summary import chunks
from verify_app.storage.transaction import Transaction

Classes = Mapping[int, int | None]
"""Project class id of each class index in the label files; None for one that is left out."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A dataset that is about to come in.

    Parameters
    ----------
    place : Path
        The folder or picture that is added.
    numbers : bool
        Whether a person has said what its numbers are, since nothing names them.
    """

    place: Path
    dataset: yolo.YoloSet
    classes: Classes
    numbers: bool = False


def opened(session: Session, path: Path, options: AddOptions, done: Imported) -> Coming:
    """A dataset with what belongs together in it; nothing is added yet.

    Raises
    ------
    UserError
        When it cannot be read, no label file belongs to any picture, or it is not known what its classes are here.
    """
    place = options.images or (path.parent if path.is_file() and path.suffix.lower() in yolo.YAML else path)
    dataset = with_pairs(session, path, options.images, done.findings)
    if dataset.names is None and session.task is not Task.CLASSIFY:
        return Coming(place, dataset, _by_number(session, path, place, dataset, options), numbers=True)
    names = [dataset.names[i] for i in sorted(dataset.names)] if dataset.names else []
    done.notes += near_alike(names, path)
    if options.by_number:
        done.notes.append(M("The classes of {path} are named, so --by-number made no difference.", path=path))
    ids = class_ids(session, names, options.mapping, path)
    return Coming(place, dataset, {index: ids[name] for index, name in enumerate(names)})


def with_pairs(session: Session, path: Path, images: Path | None, findings: Findings) -> yolo.YoloSet:
    """The dataset at `path` with what belongs together in it, or in it and the folder of its `images`.

    Raises
    ------
    UserError
        As `opened`.
    """
    if session.task is Task.CLASSIFY:
        if images is not None:
            raise UsageError(
                M("--images is for labels apart from their pictures; whole images lie in their class's folder.")
            )
        return yolo.open_set(path, session.task, session.skeleton)
    dataset = yolo.open_set(path, session.task, session.skeleton)
    place = path.parent if path.is_file() and path.suffix.lower() in yolo.YAML else path
    pairs = _paired(place, findings) if images is None else _paired_apart(place, images, findings)
    if any(is_dota(Path(file)) for file in islice(pairs.files.values(), MOST_NAMED)):
        raise UserError(
            M(
                "The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).",
                path=path,
            )
        )
    if images is not None and dataset.names is None:
        dataset = replace(dataset, names=yolo.open_set(images, session.task, session.skeleton).names)
    return replace(dataset, pairs=pairs, apart=images is not None)


def _paired(path: Path, findings: Findings) -> yolo.Pairs:
    """The pictures at or under a path with their label files."""
    root = _existing(path)
    images = find_images([root]).images
    pairs = yolo.pair(root, images, findings.problem)
    if not images and pairs.left:
        raise UserError(
            M(
                "There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; "
                "in the window: Images are in).",
                path=path,
            )
            if len(pairs.left) == 1
            else M(
                "There is no picture in {path}, only {n} label files; say in which folder their pictures are "
                "(--images; in the window: Images are in).",
                path=path,
                n=len(pairs.left),
            )
        )
    if images and not pairs.files:
        if pairs.left:
            raise UserError(
                M(
                    "None of the {n} label files in {path} belongs to a picture there: {names}.",
                    n=len(pairs.left),
                    path=path,
                    names=_named(pairs.left),
                )
            )
        raise UserError(
            M(
                "There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or "
                "the pictures alone (--labels none; in the window: Images only).",
                path=path,
            )
        )
    return pairs


def _paired_apart(labels: Path, place: Path, findings: Findings) -> yolo.Pairs:
    """The label files in one folder with the pictures in another."""
    root, below = _existing(place), _existing(labels)
    images = find_images([root]).images
    if not images:
        raise UserError(M("There is no picture in {place}.", place=place))
    pairs = yolo.pair_apart(below, root if root.is_dir() else root.parent, images, findings.problem)
    if not pairs.files:
        raise UserError(
            M("There is no label file (.txt) in {labels} for the pictures in {place}.", labels=labels, place=place)
            if not pairs.left
            else M(
                "No label file in {labels} ({n}) belongs to a picture in {place} ({pictures}): {names}.",
                labels=labels,
                n=len(pairs.left),
                place=place,
                pictures=len(images),
                names=_named(pairs.left),
            )
        )
    return pairs


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UserError(M("There is no file or folder {path}.", path=path))
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def partners(pairs: yolo.Pairs) -> list[str]:
    """What has no partner, a sentence for each side."""
    found: list[str] = []
    if pairs.left:
        named = _named(pairs.left)
        found.append(
            M("1 label file belongs to no picture: {names}.", names=named)
            if len(pairs.left) == 1
            else M("{n} label files belong to no picture: {names}.", n=len(pairs.left), names=named)
        )
    if pairs.files and pairs.alone:
        named = _named(pairs.alone)
        found.append(
            M("1 picture has no label file: {names}.", names=named)
            if len(pairs.alone) == 1
            else M("{n} pictures have no label file: {names}.", n=len(pairs.alone), names=named)
        )
    return found


def bring_in(session: Session, coming: Coming, image_ids: Sequence[int], done: Imported, report: Report) -> None:
    """Record the labels of these images as imported, and what was said of the numbers of its classes."""
    if coming.numbers:
        numbers.keep(session, coming.place, dict(coming.classes))
    done.findings.aside("data.yaml", coming.dataset.dropped)
    done.notes += partners(coming.dataset.pairs)
    absent = coming.dataset.absent() if coming.place.is_dir() else []
    if absent:
        named = some(absent[:MOST_NAMED], len(absent))
        done.notes.append(
            M("1 picture that is listed is not there: {names}.", names=named)
            if len(absent) == 1
            else M("{n} pictures that are listed are not there: {names}.", n=len(absent), names=named)
        )
    finished = 0
    for chunk in chunks(image_ids):
        files = files_of(session, chunk)
        with session.project.transact(session.importer, "import") as tx:
            _Chunk(tx, coming, done).take(files)
        finished += len(chunk)
        report(Progress("import", finished, len(image_ids), M("Labels")))


def _by_number(session: Session, path: Path, place: Path, dataset: yolo.YoloSet, options: AddOptions) -> Classes:
    def count() -> Counter[int]:
        return yolo.numbers_in(map(Path, dataset.pairs.files.values()))

    said = numbers.kept(session, place)
    return numbers.numbered(session, path, count, options.mapping, said, by_number=options.by_number)


def _named(files: Sequence[str]) -> str:
    return some([PurePath(file).name for file in files[:MOST_NAMED]], len(files))


class _Chunk:
    """Some images in one transaction."""

    def __init__(self, tx: Transaction, coming: Coming, done: Imported) -> None:
        self._tx, self._dataset, self._classes, self._done = tx, coming.dataset, coming.classes, done
        self._most = max(coming.classes, default=-1) + 1
        self._rows: list[ImportedRow] = []
        self._claims: list[Claim] = []

    def take(self, files: Mapping[int, Path]) -> None:
        ids, read = list(files), self._tx.read
        scans, marks, labels = read.scans(ids), read.marks(ids), read.labels(ids)
        worked_on = touched(read, ids)
        for image_id, image in files.items():
            try:
                place = self._dataset.place(image)
                if place is None or scans[image_id].problem is not None:
                    continue
                if image_id in worked_on:
                    raise UserError(
                        M("{file}: it was worked on already, so its label file was left aside.", file=image)
                    )
                there = labels.get(image_id, []) if image_id in marks or labels.get(image_id) else None
                self._one(scans[image_id], image_id, image, place, there)
            except UserError as error:
                self._done.findings.problem(str(error))
        self._tx.facts("imported", self._rows, images={row[0] for row in self._rows})
        put_claims(self._tx, self._claims)
        self._done.labels += len(self._rows)

    def _one(self, scan: Scan, image_id: int, image: Path, place: Path, there: Sequence[Label] | None) -> None:
        """The labels of one image; `there` are those that an import before has brought, None without one."""
        read = self._dataset.read(place, width=scan.width, height=scan.height, classes=self._most)
        for problem in read.problems:
            self._done.findings.problem(problem)
        for _ in range(read.boxed):
            self._done.findings.boxed(M("label rows with corners or points"))
        if read.problems and not read.labels:
            return
        unsaid = sorted({label.index for label in read.labels} - self._classes.keys())
        if unsaid:
            raise UserError(
                M(
                    "{file}: nobody has said what class {number} is here (--map {number}=CLASS); all labels "
                    "of this image were left aside.",
                    file=place.name,
                    number=unsaid[0],
                )
            )
        rows = self._facts(image_id, scan, place, read)
        if there is not None and not as_before(there, rows):
            raise UserError(
                M("{file}: an import before brought other labels, so its label file was left aside.", file=image)
            )
        (self._done.partly if read.left_aside else self._done.labelled).append(image_id)
        if there is None:  # else of an import that was cut off: it may be vouched for like the rest
            self._claims.append(Claim(image_id, scan.sha256, whole=not read.left_aside))
            self._rows += rows

    def _facts(self, image_id: int, scan: Scan, place: Path, read: yolo.ReadLabels) -> list[ImportedRow]:
        """The labels of an image as rows of facts; those of classes that are left out on purpose are none."""
        rows = []
        for label in read.labels:
            class_id = self._classes[label.index]
            if class_id is not None:
                bound = binding(scan.sha256, class_id, label.region)
                rows.append((image_id, class_id, region_text(label.region), place.name, bound))
        return rows
