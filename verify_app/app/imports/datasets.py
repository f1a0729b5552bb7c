"""Bringing in datasets of other tools: their images and their labels, by class name, none of them verified."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from verify_app.app.imports.class_numbers import Said, keep
from verify_app.app.imports.files import add_files, add_images, as_looked_at, source_for
from verify_app.app.imports.options_and_results import AddOptions, Imported
from verify_app.app.imports.publisher_splits import take_in
from verify_app.app.imports.rows import ImportedRow, as_before, imported_rows
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.gc_pause import uncollected
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.records import Scan, Source
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.image_finder import Places
from verify_app.formats.records import Dataset, Findings, StatedImage, StatedLabels
from verify_app.formats.registry import ToRead, read_formats
from verify_app.storage.queries import image_list
from verify_app.storage.queries.claims import Claim, put_claims
from verify_app.storage.queries.touched import touched
from verify_app.storage.summaries.image_summary import chunks

BATCH = 10_000
"""Objects that are recorded at a time."""


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
    return open_files(path, form, root, session.task, session.skeleton)


def open_files(path: Path, form: str, root: Path | None, task: Task, skeleton: Skeleton | None) -> Dataset:
    """The same without a project."""
    if not path.exists():
        raise UserError(M("There is no {path}; check how it is written.", path=path))
    known = read_formats()
    read = known[form].read if form in known else None
    if read is None:
        raise UsageError(M("--labels is one of none, auto, {formats}.", formats=", ".join(known)))
    return read(ToRead(path, root, task, skeleton))


@uncollected()
def bring_in(
    session: Session,
    dataset: Dataset,
    class_ids: Mapping[str, int | None],
    options: AddOptions,
    report: Report,
    *,
    said: Said | None = None,
) -> Imported:
    """Add the dataset's images and record its labels as imported.

    Parameters
    ----------
    class_ids : mapping of class name to project class id
        None for a class that is left out on purpose.
    options : AddOptions
        Its `labels` is the format.
    said : mapping of int to (int or None), optional
        What a person has said of class numbers that nothing names; it is kept for the source.

    Raises
    ------
    UserError
        When its folder is a source of another origin.
    """
    done = Imported(findings=dataset.findings)
    stated = {image.key: image for image in dataset.images()}
    ids = _add_pictures(session, dataset, stated, options, done, report)
    splits = dataset.splits(stated.values())
    known = {image_id: splits[key] for key, found in ids.items() if key in splits for image_id in found}
    if known:
        take_in(session, known, options.labels)
    if said is not None and dataset.place is not None:
        keep(session, dataset.place, said)
    done.notes += dataset.notes()
    open_ids = _open_for_labels(session, dataset, ids, stated)
    batch, size, finished = list[tuple[int, StatedLabels]](), 0, 0
    for labels in dataset.labels():
        for image_id in open_ids.get(labels.key, ()):
            batch.append((image_id, labels))
            size += 1 + len(labels.plain)
        if size >= BATCH:
            _record(session, dataset, batch, class_ids, done)
            finished += len(batch)
            report(Progress("import", finished, len(open_ids), M("Labels")))
            batch, size = [], 0
    _record(session, dataset, batch, class_ids, done)
    report(Progress("import", len(open_ids), len(open_ids), M("Labels")))
    return done


def _add_pictures(
    session: Session,
    dataset: Dataset,
    stated: Mapping[str, StatedImage],
    options: AddOptions,
    done: Imported,
    report: Report,
) -> Mapping[str, Sequence[int]]:
    """Add what the dataset names, or every picture of its place; returns the image ids of each key."""
    if dataset.place is not None:
        done.take(
            add_images(session, [dataset.place], options.origin, ignore_hints=options.ignore_hints, report=report)
        )
        return _under(session, dataset.place)
    report(Progress("import", 0, len(stated), M("Looking for the images")))
    files = _files(dataset.root, stated, done.findings)
    wanted = _to_look_at(session, source_for(session, dataset.root, options.origin), files.values()) if files else []
    done.known += len(files) - len(wanted)
    done.take(
        add_files(session, dataset.root, wanted, options.origin, ignore_hints=options.ignore_hints, report=report)
    )
    return _ids(session, dataset.root, files)


def _under(session: Session, path: Path) -> dict[str, list[int]]:
    """Images of the project whose files lie at or under `path`, by where they lie."""
    place = str(path.resolve())
    above = place if place.endswith(os.sep) else place + os.sep
    found: dict[str, list[int]] = defaultdict(list)
    for record in image_list.file_records(session.project.read):
        # plain text: a Path and its parents for each of 100,000 images is slow
        file = os.path.join(record.root, *record.path.split("/"))  # noqa: PTH118
        if file == place or file.startswith(above):
            found[file].append(record.id)
    return found


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
    every = ((file, known.get(file.relative_to(source.root).as_posix())) for file in files)
    return sorted(file for file, r in every if r is None or r.problem is not None or not as_looked_at(file, r))


def _ids(session: Session, root: Path, files: Mapping[str, Path]) -> dict[str, Sequence[int]]:
    """Image id of each key whose file is in the project."""
    reader = session.project.read
    source = next((s for s in reader.sources() if Path(s.root) == root), None)
    if source is None:
        return {}
    found = {key: reader.image_id(source.id, file.relative_to(root).as_posix()) for key, file in files.items()}
    return {key: (image_id,) for key, image_id in found.items() if image_id is not None}


def _open_for_labels(
    session: Session, dataset: Dataset, ids: Mapping[str, Sequence[int]], stated: Mapping[str, StatedImage]
) -> dict[str, list[int]]:
    """The images that may take labels: usable, of the stated size, and not worked on by anybody.

    The dataset is told how large they are.
    """
    found: dict[str, list[int]] = defaultdict(list)
    sizes: dict[str, tuple[int, int]] = {}
    every = [(image_id, key) for key in stated for image_id in ids.get(key, ())]
    for places in chunks(range(len(every))):
        some = [every[place] for place in places]
        wanted = [image_id for image_id, _ in some]
        read = session.project.read
        scans, worked_on = read.scans(wanted), touched(read, wanted)
        for image_id, key in some:
            image, scan = stated[key], scans[image_id]
            unfit = _unfit(scan, *sizes.get(key, (image.width, image.height)))
            if image_id in worked_on:
                dataset.findings.problem(_worked_on(dataset, image.path))
            elif unfit:
                dataset.findings.problem(
                    M("{image}: {reason}; its labels were left aside.", image=image.path, reason=unfit)
                )
            else:
                found[key].append(image_id)
                sizes[key] = scan.width, scan.height
    dataset.sizes = sizes
    return found


def _worked_on(dataset: Dataset, image: str) -> str:
    if dataset.place is not None:
        return M("{file}: it was worked on already, so its label file was left aside.", file=image)
    return M("{image}: it was worked on already, so its labels were left aside.", image=image)


def _unfit(scan: Scan, width: int, height: int) -> str:
    """What is wrong with a picture whose labels are for so many pixels, if that is stated."""
    if scan.problem is not None:
        return scan.problem
    if not (width and height) or (width, height) == (scan.width, scan.height):
        return ""
    sizes = {"width": width, "height": height, "own_width": scan.width, "own_height": scan.height}
    if (height, width) == (scan.width, scan.height):
        return M(
            "its labels are for {width} x {height} pixels, it has {own_width} x {own_height} (the file is shown turned "
            "by its EXIF orientation)",
            **sizes,
        )
    return M("its labels are for {width} x {height} pixels, it has {own_width} x {own_height}", **sizes)


def _record(
    session: Session,
    dataset: Dataset,
    batch: Sequence[tuple[int, StatedLabels]],
    class_ids: Mapping[str, int | None],
    done: Imported,
) -> None:
    """One chunk of facts; an image without an object is one that was labelled as empty.

    What an import brought that was cut off is not brought again, and may be vouched for like the rest.
    """
    if not batch:
        return
    read, ids = session.project.read, [image_id for image_id, _ in batch]
    scans, given, whole = read.scans(ids), dict[int, list[ImportedRow]](), set[int]()
    for image_id, labels in batch:
        given[image_id], all_of_it = imported_rows(
            session.task, image_id, scans[image_id], labels, class_ids, done.findings
        )
        if all_of_it:
            whole.add(image_id)
    with session.project.transact(session.importer, "import") as tx:
        marks, there = tx.read.marks(ids), tx.read.labels(ids)
        here = {i for i in ids if i in marks or there.get(i)}
        worked_on = touched(tx.read, ids)
        taken = worked_on | {i for i in here if not as_before(there.get(i, ()), given[i])}
        new = [i for i in ids if i not in here and i not in taken]
        rows = [row for i in new for row in given[i]]
        tx.facts("imported", rows, images={row[0] for row in rows})
        put_claims(tx, [Claim(i, scans[i].sha256, i in whole) for i in new])
    for image_id in ids:
        if image_id not in taken:
            (done.labelled if image_id in whole else done.partly).append(image_id)
    _tell_taken(dataset, [(i, labels) for i, labels in batch if i in taken], worked_on)
    done.labels += len(rows)


def _tell_taken(dataset: Dataset, taken: Sequence[tuple[int, StatedLabels]], worked_on: Set[int]) -> None:
    """Name the images that took no labels now."""
    if dataset.place is not None:
        for image_id, labels in taken:
            dataset.findings.problem(
                _worked_on(dataset, labels.key)
                if image_id in worked_on
                else M(
                    "{file}: an import before brought other labels, so its label file was left aside.",
                    file=labels.key,
                )
            )
    elif taken:
        dataset.findings.problem(
            M(
                "{n} images were worked on meanwhile or had other labels from an import before; what is "
                "stated of them now was left aside.",
                n=len(taken),
            )
        )
