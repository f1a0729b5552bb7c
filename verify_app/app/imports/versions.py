"""Taking in one of our own versions: what its receipt records stays as strong as it was, and no stronger.

The receipt is believed as far as `verify_version` goes: it finds accident and sloppiness, not forgery. The event names
the receipt's digest, so that it can be compared with the one in the project that wrote it, or in Git. Only what a
person gave counts; no rule looks at a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from verify_app.app.imports.class_mapping import class_ids
from verify_app.app.imports.files import add_files
from verify_app.app.imports.options_and_results import Imported
from verify_app.app.imports.receipt_counts import Counting
from verify_app.app.session import Session
from verify_app.core.derive import binding
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.receipt.receipt import ImageRecord, LabelRecord, Receipt
from verify_app.core.records import Scan
from verify_app.core.regions import WHOLE_IMAGE
from verify_app.core.shell_quote import shell_quoted
from verify_app.core.vocabulary import Origin, Split, Task
from verify_app.datasets.version.layout import label_file
from verify_app.datasets.version.verify import require_sound, rows_in
from verify_app.formats import yolo
from verify_app.storage.queries.assigned_splits import place_text
from verify_app.storage.queries.claims import Claim, put_claims
from verify_app.storage.queries.declared_origins import keep_synthetic
from verify_app.storage.row_mappers import region_text
from verify_app.storage.summaries.image_summary import chunks
from verify_app.storage.transaction import Transaction

Row = tuple[int, int, str, str, str]


def bring_back(
    session: Session, folder: Path, origin: Origin, given: Mapping[str, str | None], report: Report
) -> Imported:
    """Add a version's images with the labels, grades, reviewers, origins and splits that its receipt records.

    Raises
    ------
    UserError
        When the version is not what its receipt says, is of another task, or its classes are not the project's.
    """
    root = folder.resolve()
    found = require_sound(root, report=report)
    receipt = found.receipt
    if receipt is None or receipt.task is not session.task:
        raise UserError(
            M(
                "{folder} is a version for {task}, the project for {wanted}.",
                folder=folder,
                task=receipt and receipt.task,
                wanted=session.task,
            )
        )
    if receipt.skeleton is not None and receipt.skeleton != session.skeleton:
        raise UserError(M("The objects of {folder} have other points than the project's skeleton.", folder=folder))
    counts = Counter(receipt.classes[label.index] for image in found.images for label in image.labels)
    ids = class_ids(session, receipt.classes, given, folder, counts=counts)
    brought = Imported()
    added = add_files(
        session, root, [root / image.file for image in found.images], origin, ignore_hints=True, report=report
    )
    brought.take(added)
    back = _Back(session, root, receipt, found.digest, [ids[name] for name in receipt.classes], brought)
    for places in chunks(range(len(found.images))):
        back.take([found.images[i] for i in places])
        report(Progress("import", places[-1] + 1, len(found.images), M("Labels")))
    brought.notes += back.notes()
    return brought


class _Back:
    """One version coming in."""

    def __init__(
        self,
        session: Session,
        root: Path,
        receipt: Receipt,
        digest: str,
        classes: Sequence[int | None],
        brought: Imported,
    ) -> None:
        self._session, self._root, self._receipt, self._digest = session, root, receipt, digest
        self._classes, self._brought = classes, brought
        self._source = next(s for s in session.project.read.sources() if Path(s.root) == root)
        self._counting = Counting(session.project.read, receipt, digest)
        self._open = 0
        """Labels that somebody may vouch for."""

    def take(self, records: Sequence[ImageRecord]) -> None:
        """A few images, in one event."""
        with self._session.project.transact(self._session.importer, "import", detail={"receipt": self._digest}) as tx:
            known = {record.file: tx.read.image_id(self._source.id, record.file) for record in records}
            ids = [image_id for image_id in known.values() if image_id is not None]
            scans, marks, labels = tx.read.scans(ids), tx.read.marks(ids), tx.read.labels(ids)
            taken: list[tuple[int, ImageRecord]] = []
            for record in records:
                image_id = known[record.file]
                if image_id is None:
                    continue
                why = M("it was worked on already") if image_id in marks or labels.get(image_id) else ""
                why = why or ("" if scans[image_id].sha256 == record.sha256 else M("its file changed meanwhile"))
                if why:
                    self._brought.findings.problem(
                        M("{file}: {reason}, so its labels were left aside.", file=record.file, reason=why)
                    )
                    if record.origin is Origin.SYNTHETIC:  # of these bytes the receipt is right all the same
                        keep_synthetic(tx, [record.sha256])
                else:
                    taken.append((image_id, record))
                    self._place(tx, image_id, record)
            self._counting.look(tx.read, [record.sha256 for _, record in taken])
            self._label(tx, taken, scans)

    def _place(self, tx: Transaction, image_id: int, record: ImageRecord) -> None:
        """Origin and split as recorded; what was assigned here before stands."""
        attribute = tx.get("attribute", image_id) or {"origin": None, "gold": 0, "removed": 0}
        said = Origin(attribute["origin"] or record.origin)
        if max(said, record.origin, key=lambda origin: origin.weakness) is not self._source.origin:
            weaker = max(said, record.origin, key=lambda origin: origin.weakness)
            attribute = {**attribute, "origin": weaker.value}
        standing = tx.get("assignment", record.sha256)
        if standing is None:
            place = place_text(self._source.id, record.file)
            tx.put("assignment", record.sha256, {"split": record.split.value, "place": place})
            attribute = {**attribute, "gold": int(record.split is Split.GOLD)}
        elif standing["split"] != record.split.value:
            self._brought.findings.problem(
                M(
                    "{file}: in {split} of this version, but in {standing} here, where it stays.",
                    file=record.file,
                    split=record.split,
                    standing=standing["split"],
                )
            )
        if any(attribute.values()):
            tx.put("attribute", image_id, attribute, image_id=image_id)

    def _label(self, tx: Transaction, images: Sequence[tuple[int, ImageRecord]], scans: Mapping[int, Scan]) -> None:
        rows: list[Row] = []
        stated: list[LabelRecord] = []
        counted: list[LabelRecord | None] = []
        whole: list[tuple[int, ImageRecord]] = []
        for image_id, record in images:
            if any(label.models for label in record.labels):
                self._brought.findings.problem(
                    M(
                        "{file}: models stand behind its labels, which cannot be kept here; they were left aside.",
                        file=record.file,
                    )
                )
                continue
            found = self._rows(image_id, record, scans[image_id])
            if found is None:
                continue
            for label, row in found:
                stated.append(label)
                counted.append(self._counting.label(record, label))
                rows.append(row)
            self._complete(tx, image_id, record)
            whole.append((image_id, record))
        given = tx.facts("imported", rows, images={row[0] for row in rows})
        for label_id, mine, row in zip(given, counted, rows, strict=True):
            if mine is not None:
                tx.put("label", label_id, _verified(label_id, mine, row), image_id=row[0])
        self._brought.labels += len(rows)
        if self._counting.unknown:
            self._claim(tx, whole, [(row[0], i, x) for i, x, row in zip(given, stated, rows, strict=True)])

    def _claim(
        self,
        tx: Transaction,
        images: Sequence[tuple[int, ImageRecord]],
        given: Iterable[tuple[int, int, LabelRecord]],
    ) -> None:
        """What a named person may vouch for: what the receipt says that somebody verified, and nothing more."""
        labels: dict[int, list[int]] = {image_id: [] for image_id, _ in images}
        for image_id, label_id, label in given:
            if label.grade.verified and label.by is not None:
                labels[image_id].append(label_id)
        self._open += sum(map(len, labels.values()))
        put_claims(tx, [Claim(i, r.sha256, r.rv, tuple(labels[i])) for i, r in images if r.rv or labels[i]])

    def _complete(self, tx: Transaction, image_id: int, record: ImageRecord) -> None:
        """Complete as recorded, when a person said so and every label that was verified counts here."""
        said = self._counting.complete(record)
        if said is None:
            return
        row = {"complete": 1, "by": said.by, "by_kind": said.kind.value, "sha256": record.sha256, "flag": None}
        tx.put("mark", image_id, {**row, "door": said.door.value, "grade": said.grade.value}, image_id=image_id)

    def notes(self) -> list[str]:
        """What is to be done now, or why nothing can be."""
        others = self._counting.others
        if self._receipt.sample:
            return [
                M(
                    "{folder} is a version of a sample project: none of its labels counts, all came in as imported.",
                    folder=self._root,
                )
            ]
        if others:
            return [
                M("{n} labels that no person verified, or under a name that is none, came in as imported.", n=others)
            ]
        if not self._counting.unknown:
            return []
        place = f"{shell_quoted(str(self._session.folder))} {shell_quoted(self._source.name)}"
        return [
            M(
                "The receipt in {folder} does not say whether people or programs verified and is not on "
                "record in this project, so its {n} verified labels came in as imported; who vouches for "
                "them says so with `verify-app attest {place} --as NAME`.",
                folder=self._root,
                n=self._open,
                place=place,
            )
        ]

    def _rows(self, image_id: int, record: ImageRecord, scan: Scan) -> list[tuple[LabelRecord, Row]] | None:
        """Each label of the receipt with its row; None when the label file has them in another order."""
        if self._receipt.task is Task.CLASSIFY:
            read = [yolo.ReadLabel(label.index, WHOLE_IMAGE) for label in record.labels]
            file = Path(record.file).name
        else:
            place = self._root / label_file(record.file)
            size = {"width": record.width, "height": record.height}
            found = yolo.read_labels(place, **size, classes=len(self._classes), rows=rows_in(self._receipt))
            read, file = list(found.labels), place.name
        if [label.index for label in read] != [label.index for label in record.labels]:
            self._brought.findings.problem(
                M("{file}: its labels are not in the receipt's order; left aside.", file=record.file)
            )
            return None
        rows = []
        for label, stated in zip(record.labels, read, strict=True):
            class_id = self._classes[label.index]
            if class_id is not None:
                bound = binding(scan.sha256, class_id, stated.region)
                rows.append((label, (image_id, class_id, region_text(stated.region), file, bound)))
        return rows


def _verified(label_id: int, label: LabelRecord, row: Row) -> dict[str, Any]:
    image_id, class_id, region, _, bound = row
    verified = {"grade": label.grade.value, "by": label.by, "bound": bound}
    verified |= {"by_kind": label.kind and label.kind.value, "door": label.door and label.door.value}
    place = {"image_id": image_id, "class_id": class_id, "region": region}
    return {**place, **verified, "prediction_id": None, "imported_id": label_id, "flag": None}
