"""Adding images with the labels they come with; none counts as verified unless a named person attests it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from verify_app.app.imports import class_numbers, datasets
from verify_app.app.imports.attest import vouch
from verify_app.app.imports.class_mapping import class_ids, near_alike
from verify_app.app.imports.files import add_images
from verify_app.app.imports.nearby_receipts import is_receipt, refuse_receipt
from verify_app.app.imports.options_and_results import AddOptions as AddOptions
from verify_app.app.imports.options_and_results import Imported as Imported
from verify_app.app.imports.versions import bring_back
from verify_app.app.imports.video import add_video
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.messages import M
from verify_app.core.progress import Report, silent
from verify_app.core.receipt.receipt import RECEIPT
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Door
from verify_app.formats import yolo
from verify_app.formats.detect_format import sniff
from verify_app.imaging.find_images import find_images
from verify_app.imaging.video import find_videos, is_video


def add(session: Session, paths: Sequence[Path], options: AddOptions, *, report: Report = silent) -> Imported:
    """Add images, and the labels they come with.

    Raises
    ------
    UserError
        When a path does not exist, the class names are not the project's, or somebody attests what one of our own
        receipts already grades.
    """
    if options.attest is not None and options.labels == "none":
        raise UsageError(M("--attest vouches for labels; say which with --labels, such as --labels yolo."))
    attester = session.voucher(options.attest, Door.IMPORT) if options.attest is not None else None
    done = Imported()
    for path in paths:
        _add_one(session, path, options, done, report)
    if attester is not None:
        _attest(session, attester, done, report)
    return done


def _add_one(session: Session, path: Path, options: AddOptions, done: Imported, report: Report) -> None:
    """What lies at one path."""
    described = options.labels in ("auto", "yolo") and path.suffix.lower() in yolo.YAML
    place = path.parent if described and path.is_file() else path
    if options.labels in ("auto", "yolo") and is_receipt(place / RECEIPT):
        _bring_back(session, place, options, done, report)
        return
    refuse_receipt(place)
    if options.images is not None:
        refuse_receipt(options.images)
    if _only_videos(session, place, options, done, report):
        return
    form = sniff(path, session.task) if options.labels == "auto" else options.labels
    if form == "none":
        added = add_images(session, [place], options.origin, ignore_hints=options.ignore_hints, report=report)
    else:
        added = _bring_in(session, path, replace(options, labels=form), report)
    done.take(added)
    if options.gold:
        _reserve(session, [*added.images, *added.back], done)


def _bring_back(session: Session, path: Path, options: AddOptions, done: Imported, report: Report) -> None:
    """A version of ours, with what its receipt records."""
    if options.attest is not None:
        raise UserError(
            M(
                "The receipt in {path} says what was verified and by whom, and attesting cannot raise that; leave "
                "out --attest.",
                path=path,
            )
        )
    done.take(bring_back(session, path, options.origin, options.mapping, report))


def _only_videos(session: Session, path: Path, options: AddOptions, done: Imported, report: Report) -> bool:
    """Take the frames of the videos at `path`; whether nothing else is there to add."""
    films = find_videos([path])
    if not films:
        return False
    if options.video is None:
        if is_video(path):
            raise UsageError(M("{path} is a video; say how many frames to take with --every 10 or --fps 2.", path=path))
        named = ", ".join(film.name for film in films[:3])
        done.findings.problem(
            M(
                "{path}: {n} videos were left aside ({named}); --every or --fps takes frames.",
                path=path,
                n=len(films),
                named=named,
            )
        )
        return False
    if is_video(path) and options.labels not in ("none", "auto"):
        raise UsageError(M("{path} is a video; labels come with pictures.", path=path))
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


def _bring_in(session: Session, path: Path, options: AddOptions, report: Report) -> Imported:
    """A dataset, in the format that the options name."""
    dataset, notes = datasets.open_dataset(session, path, options.labels, options.images), list[str]()
    said = None
    if dataset.unnamed:
        before = class_numbers.kept(session, dataset.place or path)
        said = class_numbers.numbered(
            session, path, dataset.numbers, options.mapping, before, by_number=options.by_number
        )
        dataset.use_numbers(said)
        ids = {str(number): class_id for number, class_id in said.items()}
    else:
        notes += near_alike(dataset.names, path)
        if options.by_number:
            notes.append(M("The classes of {path} are named, so --by-number made no difference.", path=path))
        ids = class_ids(session, dataset.names, options.mapping, path, counts=dataset.counts)
    brought = datasets.bring_in(session, dataset, ids, options, report, said=said)
    brought.notes[:0] = notes
    return brought


def _reserve(session: Session, image_ids: Sequence[int], done: Imported) -> None:
    """Reserve for gold what may be; the others are named."""
    refusals = {i: actions.gold_refusal(session, i) for i in dict.fromkeys(image_ids)}
    for why in refusals.values():
        if why is not None:
            done.findings.problem(why)
    actions.set_gold(session, [i for i, why in refusals.items() if why is None])


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
            M(
                "{n} images of which some labels were left aside were not marked complete; look at them.",
                n=len(done.partly),
            )
        )
