"""Adding images with the labels they come with; none counts as verified unless a named person attests it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app import actions
from verify_app.app.create import add_names, checked_names
from verify_app.app.decisions import Scene
from verify_app.app.files import Added, add_images, files_of
from verify_app.app.models import listed
from verify_app.app.session import Session, person
from verify_app.core.derive import binding
from verify_app.core.errors import UsageError, UserError
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt import FORMAT, MAX_BYTES, RECEIPT
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, Origin
from verify_app.formats import yolo
from verify_app.storage import listing
from verify_app.storage.derived import chunks
from verify_app.storage.gate import Transaction
from verify_app.storage.reader import region_text


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How to add images.

    Parameters
    ----------
    labels : str
        ``none`` or ``yolo``.
    attest : str or None
        Who vouches for the labels and the completeness of every image that has a label file.
    gold : bool
        Reserve the images for evaluation.
    """

    origin: Origin
    labels: str = "none"
    attest: str | None = None
    gold: bool = False


@dataclass(slots=True)
class Imported(Added):
    """What adding did, labels included."""

    labels: int = 0
    attested: int = 0
    labelled: list[int] = field(default_factory=list)


def add(session: Session, paths: Sequence[Path], options: AddOptions, *, report: Report = silent) -> Imported:
    """Add images, and the labels they come with.

    Raises
    ------
    UserError
        When a path does not exist, the class names are not the project's, or somebody attests what one of our own
        receipts already grades.
    """
    if options.attest is not None and options.labels == "none":
        raise UsageError("--attest vouches for labels; say which with --labels yolo.")
    attester = person(options.attest) if options.attest is not None else None
    done = Imported()
    for path in paths:
        _refuse_receipt(path)
        names = _names_beside(path) if options.labels == "yolo" else None
        mapping = _class_ids(session, names, path) if options.labels == "yolo" else []
        before = set(listing.ids(session.project.read, listing.Filter()))
        added = add_images(session, [path], options.origin, report=report)
        done.images += added.images
        done.known += added.known
        done.changed += added.changed
        done.problems += added.problems
        if options.labels == "yolo":
            _import_yolo(session, _under(session, path), mapping, done, report)
        if options.gold:
            _reserve(session, [*added.images, *(i for i in _under(session, path) if i not in before)], done)
    if attester is not None:
        _attest(session, attester, done)
    return done


def _reserve(session: Session, image_ids: Sequence[int], done: Imported) -> None:
    """Reserve for gold what may be; the others are named."""
    refusals = {i: actions.gold_refusal(session, i) for i in dict.fromkeys(image_ids)}
    done.problems += [why for why in refusals.values() if why is not None]
    actions.set_gold(session, [i for i, why in refusals.items() if why is None])


def _under(session: Session, path: Path) -> list[int]:
    """Images of the project whose files lie at or under `path`."""
    place = path.resolve()
    found = []
    for record in listing.file_records(session.project.read):
        file = Path(record.root) / record.path
        if file == place or place in file.parents:
            found.append(record.id)
    return found


def _refuse_receipt(path: Path) -> None:
    """A version's receipt says which of its images are real and which labels verified; adding would forget that."""
    above = [path, *path.resolve().parents[:3]]
    found = next((place / RECEIPT for place in above if is_receipt(place / RECEIPT)), None)
    if found is None and path.is_dir():
        found = next((file for file in _walk(path, RECEIPT) if is_receipt(file)), None)
    if found is not None:
        raise UserError(
            f"{found} says that its images were exported from a project, which of them are real and what was verified; "
            "adding them anew would forget that. Add the original images instead."
        )


def _walk(folder: Path, name: str) -> Iterator[Path]:
    for place, _, files in os.walk(folder):
        if name in files:
            yield Path(place) / name


def is_receipt(file: Path) -> bool:
    """Whether a file is a receipt of this program's, readable or not."""
    try:
        return file.is_file() and FORMAT.encode() in file.read_bytes()[:MAX_BYTES]
    except OSError:
        return False


def _names_beside(path: Path) -> Mapping[int, str] | None:
    """Class names of the dataset a folder belongs to: a ``data.yaml`` or ``classes.txt`` in it or just above."""
    folder = path if path.is_dir() else path.parent
    for place in (folder, *folder.resolve().parents[:2]):
        for name in ("data.yaml", "dataset.yaml", "data.yml"):
            if (place / name).is_file():
                return yolo.read_data_yaml(place / name).names
        if (place / "classes.txt").is_file():
            lines = (place / "classes.txt").read_text(encoding="utf-8-sig", errors="replace").splitlines()
            return dict(enumerate(line.strip() for line in lines if line.strip()))
    return None


def _class_ids(session: Session, names: Mapping[int, str] | None, path: Path) -> list[int]:
    """Project class id of each class index in the label files; by name, never guessed.

    A project without classes takes the dataset's; without names beside the labels the index is the place in the
    project's list.
    """
    if names is None:
        return [c.id for c in session.classes]
    if not session.classes:
        with session.project.transact(session.actor, "class_add") as tx:
            add_names(tx, checked_names([names[i] for i in sorted(names)]))
    known = {c.name: c.id for c in session.classes}
    missing = [name for name in names.values() if name not in known]
    if missing:
        raise UserError(
            f"The labels of {path} have {'a class' if len(missing) == 1 else 'classes'} that the project does not: "
            f"{listed(missing)}. Add or rename classes first (`verify-app class`)."
        )
    return [known[names[i]] for i in sorted(names)]


def _import_yolo(
    session: Session, image_ids: Sequence[int], mapping: Sequence[int], done: Imported, report: Report
) -> None:
    finished = 0
    for chunk in chunks(image_ids):
        files = files_of(session, chunk)
        with session.project.transact(session.actor, "import") as tx:
            for problem in _import_chunk(tx, files, mapping, done):
                done.problems.append(problem)
                report(Progress("import", finished, len(image_ids), "", problem))
        finished += len(chunk)
        report(Progress("import", finished, len(image_ids), "Labels"))


def _import_chunk(tx: Transaction, files: Mapping[int, Path], mapping: Sequence[int], done: Imported) -> list[str]:
    scans, marks, labels = tx.read.scans(list(files)), tx.read.marks(list(files)), tx.read.labels(list(files))
    rows, touched, problems = [], [], list[str]()
    for image_id, image in files.items():
        scan = scans[image_id]
        try:
            file = _label_file(image)
        except UserError as error:
            problems.append(str(error))
            continue
        if file is None or scan.problem is not None:
            continue
        if image_id in marks or labels.get(image_id):
            if not _same_import(labels.get(image_id, [])):
                problems.append(f"{image}: it was worked on already, so its label file was left aside.")
            continue
        try:
            read = yolo.read_labels(file, width=scan.width, height=scan.height, classes=len(mapping))
        except UserError as error:
            problems.append(str(error))
            continue
        problems += read.problems
        if read.problems and not read.labels:
            continue
        done.labelled.append(image_id)
        for label in read.labels:
            class_id = mapping[label.index]
            bound = binding(scan.sha256, class_id, label.region)
            rows.append((image_id, class_id, region_text(label.region), file.name, bound))
            touched.append(image_id)
    tx.facts("imported", rows, images=touched)
    done.labels += len(rows)
    return problems


def _same_import(labels: Sequence[object]) -> bool:
    """Whether the image only holds what an import brought: then a second import has nothing to add."""
    return bool(labels) and all(getattr(label, "grade", None) is Grade.IMPORTED for label in labels)


def _label_file(image: Path) -> Path | None:
    """The image's label file: where Ultralytics looks, else beside it."""
    for file in (yolo.label_path(image), image.with_suffix(".txt")):
        try:
            if file.is_file():
                return file
        except OSError as error:
            raise UserError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    return None


def _attest(session: Session, attester: Actor, done: Imported) -> None:
    """A named person vouches for the labels and the completeness of every image that has a label file."""
    for chunk in chunks(done.labelled):
        with session.project.transact(attester, "attest") as tx:
            for image_id in chunk:
                scene = Scene.of(tx, attester, image_id)
                for label in scene.evidence.labels:
                    if label.grade is Grade.IMPORTED:
                        scene.verify(label, Grade.ATTESTED)
                        done.attested += 1
                scene.write_mark(complete=True, flag=None)
