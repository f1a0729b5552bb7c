"""Adding images with the labels they come with; none counts as verified unless a named person attests it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app import actions, exchange
from verify_app.app.attesting import vouch
from verify_app.app.files import Added, add_images, files_of
from verify_app.app.naming import class_ids
from verify_app.app.receipt_near import is_receipt, refuse_receipt
from verify_app.app.reimport import bring_back
from verify_app.app.session import Session
from verify_app.app.stated_splits import take_in
from verify_app.app.stating import ImportedRow, as_before
from verify_app.app.video import VideoOptions, add_video
from verify_app.core.derive import binding
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.filters import Filter
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt import RECEIPT
from verify_app.core.records import Actor, Label, Scan
from verify_app.core.vocabulary import Door, Grade, Origin
from verify_app.formats import yolo
from verify_app.formats.sniff import sniff
from verify_app.imaging.find import find_images
from verify_app.imaging.video import find_videos, is_video
from verify_app.storage import listing
from verify_app.storage.claims import Claim, put_claims
from verify_app.storage.derived import chunks
from verify_app.storage.gate import Transaction
from verify_app.storage.rows import region_text


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How to add images.

    Parameters
    ----------
    labels : str
        ``none``, ``auto`` or a format: ``yolo``, ``coco``, ``voc``, ``labelme``, ``cvat``, ``ndjson``.
    attest : str or None
        Who vouches for the labels and the completeness of every image that has a label file.
    gold : bool
        Reserve the images for evaluation.
    images : Path or None
        Folder of the images where it is not the labels' own; not for ``yolo``.
    mapping : mapping of str to (str or None)
        Name of a class in the dataset to name in the project; None leaves it out.
    ignore_hints : bool
        Keep `origin` also for files that say of themselves that they are synthetic.
    video : VideoOptions or None
        How to take frames out of videos; None leaves videos aside.
    """

    origin: Origin
    labels: str = "none"
    attest: str | None = None
    gold: bool = False
    images: Path | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    ignore_hints: bool = False
    video: VideoOptions | None = None


@dataclass(slots=True)
class Imported(Added):
    """What adding did, labels included.

    Parameters
    ----------
    labelled : list of int
        Images whose labels came in whole, or that were said to be empty.
    partly : list of int
        Images of which some labels were left aside: attesting does not make them complete.
    notes : list of str
        What is to be known or done now, a sentence each.
    """

    labels: int = 0
    attested: int = 0
    labelled: list[int] = field(default_factory=list)
    partly: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def unknown(self) -> dict[str, int]:
        """What was left aside, with how often it was met."""
        return dict(self.findings.unknown.most_common())

    def take(self, added: Added) -> None:
        """Count in what adding some images did."""
        self.images += added.images
        self.known += added.known
        self.changed += added.changed
        self.findings.take(added.findings)
        self.hinted |= added.hinted


def add(session: Session, paths: Sequence[Path], options: AddOptions, *, report: Report = silent) -> Imported:
    """Add images, and the labels they come with.

    Raises
    ------
    UserError
        When a path does not exist, the class names are not the project's, or somebody attests what one of our own
        receipts already grades.
    """
    if options.attest is not None and options.labels == "none":
        raise UsageError("--attest vouches for labels; say which with --labels, such as --labels yolo.")
    attester = session.voucher(options.attest, Door.IMPORT) if options.attest is not None else None
    done = Imported()
    for path in paths:
        if options.labels in ("auto", "yolo") and is_receipt(path / RECEIPT):
            _bring_back(session, path, options, done, report)
            continue
        refuse_receipt(path)
        if options.images is not None:
            refuse_receipt(options.images)
        if _only_videos(session, path, options, done, report):
            continue
        form = sniff(path) if options.labels == "auto" else options.labels
        if form in exchange.FORMATS:
            _bring_in(session, path, form, options, done, report)
            continue
        known = session.project.read
        dataset = yolo.open_set(path, known.task, known.skeleton()) if form == "yolo" else None
        mapping = _class_ids(session, dataset.names, options.mapping, path) if dataset else []
        before = set(listing.ids(session.project.read, Filter()))
        added = add_images(session, [path], options.origin, ignore_hints=options.ignore_hints, report=report)
        done.take(added)
        if dataset:
            done.findings.aside("data.yaml", dataset.dropped)
            here = _under(session, path)
            take_in(session, dataset.splits(path.resolve(), files_of(session, here)), "yolo")
            _import_yolo(session, here, dataset, mapping, done, report)
        if options.gold:
            _reserve(session, [*added.images, *(i for i in _under(session, path) if i not in before)], done)
    if attester is not None:
        _attest(session, attester, done, report)
    return done


def _bring_back(session: Session, path: Path, options: AddOptions, done: Imported, report: Report) -> None:
    """A version of ours, with what its receipt records."""
    if options.attest is not None:
        raise UserError(
            f"The receipt in {path} says what was verified and by whom, and attesting cannot raise that; leave out "
            "--attest."
        )
    _take(done, bring_back(session, path, options.origin, options.mapping, report))


def _only_videos(session: Session, path: Path, options: AddOptions, done: Imported, report: Report) -> bool:
    """Take the frames of the videos at `path`; whether nothing else is there to add."""
    films = find_videos([path])
    if not films:
        return False
    if options.video is None:
        if is_video(path):
            raise UsageError(f"{path} is a video; say how many frames to take with --every 10 or --fps 2.")
        named = ", ".join(film.name for film in films[:3])
        done.findings.problem(f"{path}: {len(films)} videos were left aside ({named}); --every or --fps takes frames.")
        return False
    if is_video(path) and options.labels not in ("none", "auto"):
        raise UsageError(f"{path} is a video; labels come with pictures.")
    for film in films:
        try:
            added = add_video(session, film, options.origin, options.video, report=report)
        except Cancelled:
            raise
        except UserError as error:
            if is_video(path):
                raise
            done.findings.problem(str(error))
            continue
        done.take(added)
        if options.gold:
            _reserve(session, added.images, done)
    return is_video(path) or not find_images([path]).images


def _bring_in(session: Session, path: Path, form: str, options: AddOptions, done: Imported, report: Report) -> None:
    """A dataset of another tool."""
    dataset = exchange.open_dataset(session, path, form, options.images)
    ids = class_ids(session, dataset.names, options.mapping, path, counts=dataset.counts)
    brought = exchange.bring_in(session, dataset, ids, options.origin, report, ignore_hints=options.ignore_hints)
    done.hinted |= brought.hinted
    _take(done, brought)
    if options.gold:
        _reserve(session, brought.images, done)


def _take(done: Imported, brought: exchange.Brought) -> None:
    done.images += brought.images
    done.known += brought.known
    done.changed += brought.changed
    done.labels += brought.labels
    done.labelled += brought.labelled
    done.partly += brought.partly
    done.findings.take(brought.findings)
    done.notes += brought.notes


def _reserve(session: Session, image_ids: Sequence[int], done: Imported) -> None:
    """Reserve for gold what may be; the others are named."""
    refusals = {i: actions.gold_refusal(session, i) for i in dict.fromkeys(image_ids)}
    for why in refusals.values():
        if why is not None:
            done.findings.problem(why)
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


def _class_ids(
    session: Session, names: Mapping[int, str] | None, given: Mapping[str, str | None], path: Path
) -> list[int | None]:
    """Project class id of each class index in the label files; None for one that is left out.

    Without names beside the labels the index is the place in the project's list.
    """
    if names is None:
        if given:
            raise UserError(f"Nothing beside the labels of {path} names their classes; --map cannot be used.")
        return [c.id for c in session.classes]
    ids = class_ids(session, [names[i] for i in sorted(names)], given, path)
    return [ids[names[i]] for i in sorted(names)]


def _import_yolo(
    session: Session,
    image_ids: Sequence[int],
    dataset: yolo.YoloSet,
    mapping: Sequence[int | None],
    done: Imported,
    report: Report,
) -> None:
    finished = 0
    for chunk in chunks(image_ids):
        files = files_of(session, chunk)
        with session.project.transact(session.importer, "import") as tx:
            for problem in _import_chunk(tx, files, dataset, mapping, done):
                done.findings.problem(problem)
        finished += len(chunk)
        report(Progress("import", finished, len(image_ids), "Labels"))


def _import_chunk(
    tx: Transaction, files: Mapping[int, Path], dataset: yolo.YoloSet, mapping: Sequence[int | None], done: Imported
) -> list[str]:
    scans, marks, labels = tx.read.scans(list(files)), tx.read.marks(list(files)), tx.read.labels(list(files))
    rows, claimed, problems = list[ImportedRow](), list[Claim](), list[str]()
    for image_id, image in files.items():
        scan = scans[image_id]
        try:
            file = dataset.place(image)
        except UserError as error:
            problems.append(str(error))
            continue
        if file is None or scan.problem is not None:
            continue
        here = labels.get(image_id, [])
        if image_id in marks or not _untouched(here):
            if not (here and _untouched(here)):
                problems.append(f"{image}: it was worked on already, so its label file was left aside.")
            continue
        try:
            read = dataset.read(file, width=scan.width, height=scan.height, classes=len(mapping))
        except UserError as error:
            problems.append(str(error))
            continue
        problems += read.problems
        for _ in range(read.boxed):
            done.findings.boxed("label rows with corners or points")
        if read.problems and not read.labels:
            continue
        found = _rows(image_id, scan, file, read, mapping)
        if here and not as_before(here, found):
            problems.append(f"{image}: an import before brought other labels, so its label file was left aside.")
            continue
        (done.partly if read.left_aside else done.labelled).append(image_id)
        if not here:  # else of an import that was cut off: it may be vouched for like the rest
            claimed.append(Claim(image_id, scan.sha256, whole=not read.left_aside))
            rows += found
    tx.facts("imported", rows, images={row[0] for row in rows})
    put_claims(tx, claimed)
    done.labels += len(rows)
    return problems


def _rows(
    image_id: int, scan: Scan, file: Path, read: yolo.ReadLabels, mapping: Sequence[int | None]
) -> list[ImportedRow]:
    """The labels of an image as rows of facts; those of classes that are left out on purpose are none."""
    rows = []
    for label in read.labels:
        class_id = mapping[label.index]
        if class_id is not None:
            bound = binding(scan.sha256, class_id, label.region)
            rows.append((image_id, class_id, region_text(label.region), file.name, bound))
    return rows


def _untouched(labels: Sequence[Label]) -> bool:
    """Whether nobody has said a word of what an import may have brought."""
    return all(label.grade is Grade.IMPORTED for label in labels)


def _attest(session: Session, attester: Actor, done: Imported, report: Report) -> None:
    """A named person vouches for the labels and the completeness of every image that has a label file.

    Of an image of which something was left aside the labels are vouched for, its completeness is not.
    """
    vouched = vouch(session, attester, [*done.labelled, *done.partly], report=report)
    done.attested = vouched.labels
    for problem in vouched.problems:
        done.findings.problem(problem)
    if done.partly:
        done.findings.problem(
            f"{len(done.partly)} images of which some labels were left aside were not marked complete; look at them."
        )
