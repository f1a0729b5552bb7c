"""What of a version's receipt counts in this project: what a person gave, under the name that the project knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify_app.core.errors import UserError
from verify_app.core.names import cleaned, known_spelling
from verify_app.core.receipt.receipt import Completion, ImageRecord, LabelRecord, Receipt
from verify_app.core.vocabulary import ActorKind, Door
from verify_app.storage.queries import actors
from verify_app.storage.queries.claims import Said, said_before, written
from verify_app.storage.queries.past_decisions import withdrawn
from verify_app.storage.reader import Reader


class Counting:
    """One receipt, seen from one project.

    The first schema says nothing of kinds: they come from the project's own record, where it wrote that receipt. Of
    others nothing counts until somebody vouches for it. Labels of a sample project never count.
    """

    def __init__(self, reader: Reader, receipt: Receipt, digest: str) -> None:
        self._sample = receipt.sample
        self._first = receipt.schema == 1
        self._event = written(reader, digest) if self._first else None
        self.unknown = self._first and self._event is None
        """Whether nobody can say here what kind of actor verified."""
        self._said: dict[str, Said] = {}
        self._withdrawn: dict[str, set[str]] = {}
        self._known = actors.names(reader)
        self._names: dict[str, str | None] = {}
        self.others = 0
        """Labels that were verified, but by no person, or under a name that is none."""

    def look(self, reader: Reader, digests: Sequence[str]) -> None:
        """Read what the record says of images with these bytes."""
        self._withdrawn = withdrawn(reader, digests)
        if self._event is not None:
            self._said = said_before(reader, self._event, digests)

    def label(self, record: ImageRecord, label: LabelRecord) -> LabelRecord | None:
        """The label as it counts here; None when it is unverified here, which is counted."""
        if not label.grade.verified or label.by is None or self._sample or self.unknown:
            return None
        counted = self._counted(record, label)
        self.others += counted is None
        return counted

    def _counted(self, record: ImageRecord, label: LabelRecord) -> LabelRecord | None:
        kind, door, by = label.kind, label.door, label.by or ""
        if self._first:
            kinds = self._said[record.sha256].kinds.get(by) if record.sha256 in self._said else None
            kind, door = (ActorKind.HUMAN if kinds == {ActorKind.HUMAN} else None), Door.UNKNOWN
        name = self._name(by)
        if kind is not ActorKind.HUMAN or name is None or self._was_a_program(record, name, door):
            return None
        return replace(label, by=name, kind=kind, door=door)

    def _refused(self, record: ImageRecord, label: LabelRecord) -> bool:
        return not label.grade.verified or self._counted(record, label) is None

    def complete(self, record: ImageRecord) -> Completion | None:
        """Who completed it, when a person did and everything verified on it counts here."""
        if self._sample or self.unknown or any(x.by and self._refused(record, x) for x in record.labels):
            return None
        said = record.complete
        if self._first:
            said = self._said[record.sha256].complete if record.rv and record.sha256 in self._said else None
        if said is None or said.kind is not ActorKind.HUMAN:
            return None
        name = self._name(said.by)
        if name is None or self._was_a_program(record, name, said.door):
            return None
        return said._replace(by=name)

    def _was_a_program(self, record: ImageRecord, name: str, door: Door | None) -> bool:
        """Whether it is on record here that what they decided on these bytes, before doors, was a program's."""
        return door in (None, Door.UNKNOWN) and name in self._withdrawn.get(record.sha256, ())

    def _name(self, name: str) -> str | None:
        """The spelling that the project knows, of two new ones the first; None when it is no name."""
        if name not in self._names:
            try:
                spelt = known_spelling(cleaned(name), self._known)
            except UserError:
                self._names[name] = None
            else:
                self._names[name] = spelt
                self._known.append(spelt)
        return self._names[name]
