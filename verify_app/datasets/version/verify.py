"""The re-check of a version from its files alone.

It finds accident and sloppiness. Who can forge the files can forge the receipt too: against that compare the receipt's
digest with the one kept in the project or in Git.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt.receipt import (
    DATA,
    IMAGES,
    MAX_BYTES,
    RECEIPT,
    ImageRecord,
    Outcome,
    Receipt,
    attested,
    catch_record,
    composition_digest,
    image_line,
    parse_image,
    parse_receipt,
    receipt_bytes,
    sha256_of,
)
from verify_app.core.vocabulary import ActorKind, Door, Origin, Split, Task
from verify_app.datasets.composition.compose import basis_of
from verify_app.datasets.files.worker_pool import BATCH, Crew
from verify_app.datasets.policy.rules import broken, outcomes, policy_from
from verify_app.datasets.policy.shares import Share
from verify_app.datasets.version.counts import GONE, compared, counts, part_of, shares_of, train_counts
from verify_app.datasets.version.layout import fits, folders, keepers, label_file, label_files
from verify_app.datasets.version.write_version import data_bytes
from verify_app.formats import yolo

_CHUNK = 1 << 20
_CACHES = (".cache", ".npy")
"""What Ultralytics leaves beside labels and images when it is let train on a version itself."""


@dataclass(slots=True)
class Verification:
    """What a re-check found.

    Parameters
    ----------
    digest : str
        SHA-256 of ``receipt.json`` as it is now; empty when it cannot be read.
    problems : list of str
        One sentence each; empty when the version is exactly what its receipt says and meets its policy.
    receipt : Receipt or None
    images : tuple of ImageRecord
        As the receipt lists them, when that much is readable.
    outcomes : tuple of Outcome
        Every rule measured again.
    """

    folder: Path
    digest: str = ""
    problems: list[str] = field(default_factory=list)
    receipt: Receipt | None = None
    images: tuple[ImageRecord, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.problems

    def share(self, split: Split = Split.TRAIN) -> Share:
        """Real-verified ÷ all images of a split."""
        mine = [image for image in self.images if image.split is split]
        return Share(sum(image.rv for image in mine), len(mine))


def verify_version(folder: Path, *, report: Report = silent) -> Verification:
    """Check a version again: every digest, every count, every share, every name.

    Raises
    ------
    UserError
        When there is no folder with a receipt; whatever else is wrong is a problem of the result.
    """
    if not (folder / RECEIPT).is_file():
        raise UserError(M("{folder} is no version: it has no {file}.", folder=folder, file=RECEIPT))
    found = Verification(folder)
    try:
        data = _read(folder, RECEIPT)
        found.digest = sha256_of(data)
        found.receipt = receipt = parse_receipt(data)
        if receipt_bytes(receipt) != data:
            found.problems.append(
                M("{file} is not written the way this program writes it; it was edited.", file=RECEIPT)
            )
        if receipt.task is Task.CLASSIFY:
            yolo.check_folders(receipt.classes)  # names of folders from here on
        found.images = tuple(_images(folder, receipt))
        found.problems += _against_list(found.images, receipt)
    except UserError as error:
        found.problems.append(str(error))
        return found
    found.problems += _files(folder, receipt, found.images)
    found.problems += _contents(folder, receipt, found.images, report)
    found.outcomes, broken = rules_problems(receipt, found.images)
    found.problems += broken
    return found


def require_sound(folder: Path, *, report: Report = silent) -> Verification:
    """The same for those who cannot go on with a version that differs from its receipt.

    Raises
    ------
    UserError
        One sentence with the first problem and how many there are.
    """
    found = verify_version(folder, report=report)
    if found.problems:
        more = len(found.problems) - 1
        raise UserError(
            M("The version {folder} is not what its receipt says: {problem}", folder=folder, problem=found.problems[0])
            if not more
            else M(
                "The version {folder} is not what its receipt says: {problem} (and {more} more; `verify-app "
                "verify-version` lists them)",
                folder=folder,
                problem=found.problems[0],
                more=more,
            )
        )
    return found


def _read(folder: Path, name: str) -> bytes:
    file = folder / name
    try:
        if file.is_symlink() or not file.is_file():
            raise UserError(M("{name} is not an ordinary file.", name=name))
        with file.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(M("{file} cannot be read ({reason}).", file=name, reason=reason_of(error))) from error
    if len(data) > MAX_BYTES:
        raise UserError(M("{name} is too large to be a receipt.", name=name))
    return data


def _images(folder: Path, receipt: Receipt) -> Iterator[ImageRecord]:
    """The images' lines; names that lead out of the folder never get any further."""
    file, digest, number = folder / IMAGES, hashlib.sha256(), 0
    if file.is_symlink() or not file.is_file():
        raise UserError(M("{file} is missing or not an ordinary file.", file=IMAGES))
    try:
        with file.open("rb") as lines:
            while line := lines.readline(MAX_BYTES + 1):
                number += 1
                digest.update(line)
                record = parse_image(line, number)
                _check_record(record, number, receipt)
                if image_line(record) != line:
                    raise UserError(
                        M(
                            "Line {number} of {file} is not written the way this program writes it.",
                            number=number,
                            file=IMAGES,
                        )
                    )
                yield record
    except OSError as error:
        raise UserError(M("{file} cannot be read ({reason}).", file=IMAGES, reason=reason_of(error))) from error
    if digest.hexdigest() != receipt.files.get(IMAGES):
        raise UserError(
            M(
                "{file} is not the one that {receipt} was written with: its digest differs.",
                file=IMAGES,
                receipt=RECEIPT,
            )
        )


def _check_record(record: ImageRecord, number: int, receipt: Receipt) -> None:
    where = M("line {number} of {file}", number=number, file=IMAGES)
    indices = [label.index for label in record.labels]
    if any(index >= len(receipt.classes) for index in indices):
        raise UserError(M("A label in {place} has a class that the receipt does not list.", place=where))
    if not fits(receipt.task, record.file, record.split, receipt.classes, indices):
        raise UserError(
            M("The file name {file!r} in {place} is none this program would write.", file=record.file[:80], place=where)
        )
    if bool(record.label_sha256) == (receipt.task is Task.CLASSIFY):
        raise UserError(
            M(
                "{file} in {place} has a label file where it should not, or none where it should.",
                file=record.file,
                place=where,
            )
        )
    _check_schema(record, where, receipt)
    verified = record.origin is Origin.REAL and all(label.grade.verified and label.by for label in record.labels)
    if record.rv and not (verified and _by_people(record, receipt)):
        raise UserError(
            M(
                "{file} in {place} is said to be real-verified, but its origin, its grades or who gave "
                "them say otherwise.",
                file=record.file,
                place=where,
            )
        )
    if (
        receipt.schema > 1
        and record.split is Split.GOLD
        and attested(record.complete, (label.grade for label in record.labels))
    ):
        raise UserError(M("{file} in {place} is gold, but was only attested.", file=record.file, place=where))


def _by_people(record: ImageRecord, receipt: Receipt) -> bool:
    """Whether only such actors stand behind an image as may verify. The first schema does not say."""
    if receipt.schema == 1:
        return True
    kinds = {label.kind for label in record.labels} | {record.complete.kind if record.complete else None}
    return kinds <= ({ActorKind.HUMAN, ActorKind.SIMULATED} if receipt.sample else {ActorKind.HUMAN})


def _check_schema(record: ImageRecord, where: str, receipt: Receipt) -> None:
    """Since the second schema every verified label says what kind of actor gave it and through which door."""
    said = {label.kind is not None for label in record.labels if label.by is not None}
    unsaid = any(label.kind is not None for label in record.labels if label.by is None)
    if unsaid or said - {receipt.schema > 1} or (record.complete is not None and receipt.schema == 1):
        raise UserError(
            M(
                "{file} in {place} does not say of its labels what its receipt's schema says of them.",
                file=record.file,
                place=where,
            )
        )


def _against_list(images: tuple[ImageRecord, ...], receipt: Receipt) -> Iterator[str]:
    """What the receipt says of its own list of images."""
    if len({image.file.lower() for image in images}) != len(images):
        yield M("{file} names a file twice.", file=IMAGES)
    if receipt.task is not Task.CLASSIFY and len({label_file(i.file).lower() for i in images}) != len(images):
        yield M("{file} has two images that share a label file.", file=IMAGES)
    listed = receipt.files[IMAGES]
    if receipt.composition != composition_digest(receipt.task, receipt.classes, listed, receipt.skeleton):
        yield M("The receipt's composition digest is not that of its images and classes.")
    if counts(images, receipt.classes, receipt.schema) != receipt.counts:
        yield M("The receipt's counts are not those of its images.")
    yield from _reviewers(receipt)
    yield from _vouchers(receipt, images)
    yield from stated_basis(receipt, images)
    yield from _compared(receipt, images)
    behind = Counter(sha256 for image in images for label in image.labels for sha256 in label.models)
    if {model.sha256: model.labels for model in receipt.models} != behind:
        yield M("The receipt's models are not those behind its unverified labels.")
    if (receipt.skeleton is not None) != (receipt.task is Task.POSE):
        yield M("The receipt of a pose version names its points, and no other does.")
    data = data_bytes(receipt.task, receipt.classes, _splits(images), receipt.skeleton)
    if receipt.files != {DATA: sha256_of(data), IMAGES: listed}:
        yield M("The receipt's {file} is not the one for its classes and splits.", file=DATA)


def _splits(images: Iterable[ImageRecord]) -> list[str]:
    used = {image.split for image in images}
    return [split.value for split in Split if split in used]


def _reviewers(receipt: Receipt) -> Iterator[str]:
    """Catch rates are stated of those who verified labels, each with the interval of its counts."""
    named = {name for by in receipt.counts.get("reviewers", {}).values() for name in by if name}
    if receipt.reviewers and set(receipt.reviewers) != named:
        yield M("The receipt states catch rates of others than those who verified its labels.")
    for name, record in receipt.reviewers.items():
        if record.caught > record.shown or record != catch_record(record.shown, record.caught):
            yield M(
                "The receipt's interval of {name!r} is not that of {caught} caught of {shown}.",
                name=name[:60],
                caught=record.caught,
                shown=record.shown,
            )


def _vouchers(receipt: Receipt, images: Sequence[ImageRecord]) -> Iterator[str]:
    """Who answers for files of lines has verified something through that door."""
    labels = {label.by for image in images for label in image.labels if label.door is Door.DECIDE}
    marks = {image.complete.by for image in images if image.complete and image.complete.door is Door.DECIDE}
    strangers = sorted({one.by for one in receipt.vouchers} - labels - marks)
    if strangers:
        yield M(
            "The receipt says that {name!r} answers for lines, of which nothing is in the version.",
            name=strangers[0][:60],
        )


def _files(folder: Path, receipt: Receipt, images: Sequence[ImageRecord]) -> Iterator[str]:
    """Files that are missing, were added or lead elsewhere."""
    empty = keepers(receipt.task, (image.file for image in images), _splits(images), receipt.classes)
    expected = {RECEIPT, IMAGES, DATA, *empty}
    for image in images:
        expected |= {image.file, *label_files(receipt.task, image.file)}
    known = set(folders(receipt.task, _splits(images), receipt.classes)) | set(_splits(images))
    there = set()
    for below, entry in _entries(str(folder)):
        if entry.is_symlink():
            yield M("{name!r} is a symbolic link; a version holds files only.", name=below)
        if not _is_folder(entry):
            there.add(below)
            if not entry.is_symlink() and not entry.is_file(follow_symlinks=False):
                yield M("{name!r} is not an ordinary file.", name=below)
        elif receipt.task is Task.CLASSIFY and below not in known:
            yield M("The folder {name!r} was added: Ultralytics would take it for a class.", name=below)
    yield from (
        M("{name!r} is not empty.", name=name) for name in sorted(empty & there) if (folder / name).stat().st_size
    )
    for name in sorted(there - expected):
        if name.endswith(_CACHES):
            yield M(
                "{name!r} is a cache that was added: Ultralytics unpickles it, which can run code; delete it.",
                name=name,
            )
        else:
            yield M("{name!r} was added: the receipt does not list it.", name=name)
    for name in sorted(expected - there):
        yield M("{name!r} is missing.", name=name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # links in a circle


def _entries(folder: str, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder and under it, with its path from there; links are not followed."""
    try:
        found = list(os.scandir(folder))
    except OSError:
        return  # what should lie in it is missing then
    for entry in found:
        yield below + entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, f"{below}{entry.name}/")


def _contents(folder: Path, receipt: Receipt, images: tuple[ImageRecord, ...], report: Report) -> Iterator[str]:
    """Files that are not the ones the receipt was written with."""
    place = str(folder)
    if (data := _digest(f"{place}/{DATA}")) and data != receipt.files[DATA]:
        yield M("{file} was changed: its digest is not the receipt's.", file=DATA)
    elif not data and _is_file(f"{place}/{DATA}"):
        yield M("{file} cannot be read.", file=DATA)
    rest, done = iter(images), 0
    with Crew(sum(image.bytes for image in images) / max(1, len(images))) as crew:
        while batch := list(islice(rest, BATCH)):
            report(Progress("verify", done, len(images), M("checking files")))
            for problems in crew.map(lambda image: list(_check_files(place, image, receipt)), batch):
                yield from problems
            done += len(batch)


def _check_files(folder: str, image: ImageRecord, receipt: Receipt) -> Iterator[str]:
    """What is wrong with an image and its label file; what is missing or no file has been named already."""
    if (found := _digest(f"{folder}/{image.file}")) and found != image.sha256:
        yield M("{file} was changed: its digest is not the receipt's.", file=image.file)
    elif not found and _is_file(f"{folder}/{image.file}"):
        yield M("{file} cannot be read.", file=image.file)
    if receipt.task is Task.CLASSIFY:
        return
    name = label_file(image.file)
    data = _start(f"{folder}/{name}", yolo.MAX_LABEL_BYTES + 1)
    if data is None:
        if _is_file(f"{folder}/{name}"):
            yield M("{file} cannot be read.", file=name)
        return
    if sha256_of(data) != image.label_sha256:
        yield M("{file} was changed: its digest is not the receipt's.", file=name)
    try:
        size = {"width": image.width, "height": image.height}
        file = Path(folder, name)
        read = yolo.labels_in(data, file, **size, classes=len(receipt.classes), rows=rows_in(receipt))
    except UserError as error:
        yield str(error)
        return
    yield from (M("Ultralytics would drop labels: {problem}", problem=problem) for problem in read.problems)
    stated = Counter(label.index for label in image.labels)
    held = Counter(label.index for label in read.labels)
    if stated != held:
        names = ", ".join(
            M(
                "{name!r} {held} where the receipt says {stated}",
                name=receipt.classes[index],
                held=held[index],
                stated=stated[index],
            )
            for index in sorted(stated | held)
            if stated[index] != held[index]
        )
        yield M("{name} holds other objects than the receipt says: {names}.", name=name, names=names)


def rows_in(receipt: Receipt) -> yolo.Rows:
    """What the label rows of a version are made of."""
    return yolo.Rows(receipt.task, len(receipt.skeleton.names) if receipt.skeleton else 0)


def _is_file(file: str) -> bool:
    """Whether it is there, and neither a link nor anything else that `_files` has named."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def _digest(file: str) -> str:
    """SHA-256 of an ordinary file, empty when it is none or cannot be read."""
    try:
        state = os.lstat(file)
        if not stat.S_ISREG(state.st_mode):
            return ""
        piece = min(state.st_size + 1, _CHUNK)
        digest = hashlib.sha256()
        with open(file, "rb", buffering=0) as handle:  # noqa: PTH123  half a million of them, and Path costs its share
            while data := handle.read(piece):
                digest.update(data)
        return digest.hexdigest()
    except OSError:
        return ""


def _start(file: str, most: int) -> bytes | None:
    """The first bytes of an ordinary file; None as `_digest` is empty."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        with open(file, "rb") as handle:  # noqa: PTH123  as above
            return handle.read(most)
    except OSError:
        return None


COMPARING = 3
"""Schema from which receipts compare train with that of the parent."""
PARENTS = 2
"""Version of the rules from which receipts state overrides, groups, shares by class and what is new since a parent."""


def rules_problems(receipt: Receipt, images: Sequence[ImageRecord]) -> tuple[tuple[Outcome, ...], list[str]]:
    """Every rule measured again, and what does not agree or hold.

    What a rule needs of the parent (its tail classes, which of its images were still real-verified) is as the receipt
    states it: the parent's own files are not here.
    """
    try:
        policy = policy_from(receipt.policy, receipt.overrides, receipt.rules)
    except UserError as error:
        return (), [M("The receipt's policy is none this program allows: {reason}", reason=error)]
    parts = [part_of(image) for image in images]
    depth = max((model.depth for model in receipt.models), default=0)
    basis = basis_of(len(receipt.classes), receipt.since, depth)
    measured = outcomes(policy, parts, receipt.reviewers, basis=basis, rules=receipt.rules)
    problems: list[str] = [
        M(
            "The rule {rule} does not hold: {measured} where {demanded} is demanded.",
            rule=o.name,
            measured=o.measured,
            demanded=o.demanded,
        )
        for o in broken(policy, measured)
    ]
    stated = {o.name: o for o in receipt.outcomes}
    problems += [
        M(
            "The receipt says that {rule} measured {stated}; it is {measured}.",
            rule=o.name,
            stated=stated[o.name].measured,
            measured=o.measured,
        )
        if o.name in stated
        else M("The receipt says nothing of the rule {rule}.", rule=o.name)
        for o in measured
        if stated.get(o.name) != o
    ]
    if len(stated) > len(measured):
        problems.append(M("The receipt names rules that this program does not know."))
    for split in (Split.TRAIN, Split.VAL):
        if not any(part.split is split for part in parts):
            problems.append(M("The version has no image in {split}, so nothing can be trained on it.", split=split))
    return measured, problems


def stated_basis(receipt: Receipt, images: Sequence[ImageRecord]) -> Iterator[str]:
    """Whether what the receipt states for the rules can be so."""
    if receipt.schema == 1 and (receipt.sample or receipt.rules > PARENTS):
        yield M("The receipt states what its schema did not know.")
    if receipt.rules < PARENTS:
        if receipt.overrides or receipt.since or receipt.class_shares or any(image.group for image in images):
            yield M("The receipt states what its version of the rules did not know.")
        return
    if dict(receipt.class_shares) != shares_of(map(part_of, images), receipt.classes):
        yield M("The receipt's shares by class are not those of its images.")
    if (receipt.since is None) != (receipt.parent is None):
        yield M("The receipt of a version with a parent says what has changed since, and no other does.")
    if receipt.since is None:
        return
    train = [image.rv for image in images if image.split is Split.TRAIN]
    if receipt.since.fresh > sum(train) or receipt.since.others > len(train) - sum(train):
        yield M("The receipt states more images new since the parent than there are in train.")
    indices = [*receipt.since.tail, *(str(one.index) for one in receipt.since.settled)]
    if receipt.since.absent > receipt.since.due or not all(_is_class(index, receipt) for index in indices):
        yield M("What the receipt states of its parent cannot be so.")


def _compared(receipt: Receipt, images: Sequence[ImageRecord]) -> Iterator[str]:
    """What is stated of train beside the parent's: of this version as counted, of the parent what can be so.

    The parent's own files are not here.
    """
    if bool(receipt.compared) != (receipt.schema >= COMPARING and receipt.since is not None):
        yield M("The receipt of a version with a parent compares it with that, and no other does.")
    if not receipt.compared or receipt.since is None:
        return
    tail = [int(index) for index in receipt.since.tail if _is_class(index, receipt)]
    now = train_counts(images, receipt.classes, tail)
    before = {of: Counter({what: pair[0] for what, pair in rows.items()}) for of, rows in receipt.compared.items()}
    if before.keys() != now.keys() or receipt.compared != compared(before, now):
        yield M("What the receipt compares with its parent is not what is in the version.")
        return
    owed = Counter(dict(receipt.since.tail))
    for one in receipt.since.settled:
        owed[str(one.index)] += one.count
    named = {f"{index} {name}" for index, name in enumerate(receipt.classes)} | {GONE}
    if (
        before["classes"].keys() - named
        or before["classes"].total() != before["grades"].total()
        or before["tail"] != Counter({f"{index} {receipt.classes[index]}": owed[str(index)] for index in tail})
    ):
        yield M("What the receipt states of its parent cannot be so.")


def _is_class(index: str, receipt: Receipt) -> bool:
    return index.isascii() and index.isdigit() and int(index) < len(receipt.classes)
