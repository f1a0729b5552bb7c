"""The parts of a receipt: dataclasses, and how they are read from JSON that nobody vouches for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.json_fields import Fields
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split
from verify_app.core.wilson import wilson

RECEIPT = "receipt.json"


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """What the policy demanded: ``1/2`` (a share, exact) or ``0`` (a count that must not be exceeded)."""

    name: str
    kind: str
    demanded: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule demanded and what the version measured, e.g. ``1/2`` and ``137/200`` (137 of 200, not reduced)."""

    name: str
    kind: str
    demanded: str
    measured: str
    holds: bool


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model behind unverified labels of the version, and behind how many of them.

    `proof` is `proved` or `claimed`, where it is kept who says on which version the model was trained.
    """

    name: str
    sha256: str
    round: int
    depth: int
    labels: int
    proof: str = ""


@dataclass(frozen=True, slots=True)
class CatchRecord:
    """Of the altered images a reviewer was shown, so many were caught; the 95 % Wilson interval with four decimals."""

    shown: int
    caught: int
    low: str
    high: str


def catch_record(shown: int, caught: int) -> CatchRecord:
    """The record of a reviewer's trials (see *Trust in the verifier* in the domain)."""
    interval = wilson(caught, shown)
    return CatchRecord(shown, caught, f"{interval.low:.4f}", f"{interval.high:.4f}")


@dataclass(frozen=True, slots=True)
class Override:
    """A soft rule that need not hold: who has taken that on themselves, and why."""

    rule: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Settled:
    """Verified instances of a tail class that a named person removed or relabelled since the parent version."""

    image: str
    index: int
    count: int
    what: str
    by: str


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since the parent version, as far as rules look at it.

    Parameters
    ----------
    tail : mapping of str to int
        By class index: verified instances in train that the parent asks of a tail class, the settled ones taken off.
    due, absent : int
        Train images of the parent that are still real-verified, and those of them that are not in train.
    fresh, others : int
        Train images that became real-verified since, and that are not real-verified and were not in its train.
    """

    tail: Mapping[str, int]
    settled: tuple[Settled, ...]
    due: int
    absent: int
    fresh: int
    others: int


@dataclass(frozen=True, slots=True)
class Parent:
    """The version this one follows, by name and composition."""

    name: str
    composition: str


@dataclass(frozen=True, slots=True)
class LabelRecord:
    """One row of a label file: class by its place in the list, grade, who verified, models behind an unverified one.

    `kind` is what verified it and `door` how that came in; None of an unverified one, and in receipts of schema 1.
    """

    index: int
    grade: Grade
    by: str | None = None
    models: tuple[str, ...] = ()
    kind: ActorKind | None = None
    door: Door | None = None


class Completion(NamedTuple):
    """Who said of an image that nothing is missing on it: name, how strong that word is, kind, door."""

    by: str
    grade: Grade
    kind: ActorKind
    door: Door

    def data(self) -> list[str]:
        """As the receipt states it."""
        return [self.by, self.grade.value, self.kind.value, self.door.value]


class Voucher(NamedTuple):
    """A named person who answers for a file of lines, and the SHA-256 of that file."""

    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One image of a version.

    Parameters
    ----------
    file : str
        ``images/SPLIT/NAME``, below the version's folder; of a classification dataset ``SPLIT/CLASS/NAME``.
    label_sha256 : str
        Of the bytes of ``labels/SPLIT/NAME.txt``; empty for a classified image, whose folder is its label.
    width, height : int
        Pixels as displayed.
    source : str
        ``<source>/<relative path>`` in the project.
    also : tuple of str
        The other members of its alias group.
    labels : tuple of LabelRecord
        In the order of the rows; of a classified image the one class it has.
    group : str
        The same for images that belong together (near-duplicates, frames); empty for one that stands alone.
    complete : Completion or None
        None of one that nobody completed, and in receipts of schema 1.
    """

    file: str
    sha256: str
    label_sha256: str
    bytes: int
    width: int
    height: int
    source: str
    also: tuple[str, ...]
    origin: Origin
    split: Split
    rv: bool
    labels: tuple[LabelRecord, ...]
    group: str = ""
    complete: Completion | None = None


def seen(complete: Completion | None, labels: tuple[LabelRecord, ...]) -> bool:
    """Whether all of a real-verified image was decided in the window: its completeness and every label on it.

    What was only attested was not, nor what came through a door that is not known.
    """
    if complete is None or complete.door is not Door.WINDOW or complete.grade is Grade.ATTESTED:
        return False
    return all(label.door is Door.WINDOW and label.grade is not Grade.ATTESTED for label in labels)


def attested(complete: Completion | None, grades: Iterable[Grade]) -> bool:
    """Whether anything of an image rests on somebody's word alone: a label, or that nothing is missing."""
    return (complete is not None and complete.grade is Grade.ATTESTED) or Grade.ATTESTED in grades


def texts_of(fields: Fields) -> dict[str, str]:
    return {name: fields.text(name) for name in fields.keys()}  # noqa: SIM118


def since_data(since: Since) -> dict[str, Any]:
    settled = [[s.image, s.index, s.count, s.what, s.by] for s in since.settled]
    numbers = {name: getattr(since, name) for name in ("due", "absent", "fresh", "others")}
    return {"tail": dict(since.tail), "settled": settled, **numbers}


def since_of(fields: Fields) -> Since:
    numbers = {name: fields.integer(name) for name in ("due", "absent", "fresh", "others")}
    settled = tuple(_settled(item) for item in fields.items("settled"))
    return Since(tail=fields.inside("tail").integers(), settled=settled, **numbers)


def _settled(item: object) -> Settled:
    names = ("image", "index", "count", "what", "by")
    if not isinstance(item, list) or len(item) != len(names):
        raise UserError(M("A settled label in {file} is not [image, class, count, what, who].", file=RECEIPT))
    f = Fields(dict(zip(names, item, strict=True)), M("a settled label in {file}", file=RECEIPT))
    return Settled(f.text("image"), f.integer("index"), f.integer("count"), f.text("what"), f.text("by"))


def reviewers_of(fields: Fields) -> Mapping[str, CatchRecord]:
    """As stated; whether an interval is that of its counts is checked by `datasets.version.verify`."""
    found = {name: fields.inside(name) for name in fields.keys()}  # noqa: SIM118
    return {
        name: CatchRecord(f.integer("shown"), f.integer("caught"), f.text("low"), f.text("high"))
        for name, f in found.items()
    }


def label_data(label: LabelRecord) -> list[Any]:
    """As the receipt states it: ``[class, grade, who, kind, door]``, of an unverified one ``[class, grade, null]``.

    Models come last. Receipts of schema 1 know neither kind nor door: what was read from one is written as there.
    """
    known = label.kind is not None or label.door is not None
    if known and not label.models:
        return [label.index, label.grade, label.by, label.kind, label.door]
    said: list[Any] = [label.index, label.grade, label.by, *([label.kind, label.door] if known else [])]
    return [*said, label.models] if label.models else said


def label_of(item: object, where: str) -> LabelRecord:
    if not isinstance(item, list) or not 3 <= len(item) <= 6:
        raise UserError(M("A label in {place} is not [class, grade, who, kind, door].", place=where))
    if len(item) in (3, 5) and type(item[0]) is int and all(x is None or type(x) is str for x in item[1:]):
        with contextlib.suppress(UserError):  # said again below, with its place
            return _alike(*item)
    return _label(item, where)


@lru_cache(maxsize=10_000)
def _alike(*item: Any) -> LabelRecord:
    """One for all labels alike: a large version has millions of labels and a few hundred kinds of them."""
    return _label(list(item), M("the receipt"))


def _label(item: list[Any], where: str) -> LabelRecord:
    names = ["index", "grade", "by", *(["kind", "door"] if len(item) > 4 else []), *(["models"] * (len(item) % 2 == 0))]
    fields = Fields(dict(zip(names, item, strict=True)), M("a label in {place}", place=where))
    return LabelRecord(
        index=fields.integer("index"),
        grade=fields.one_of("grade", Grade),
        by=fields.text("by") if item[2] is not None else None,
        models=fields.texts("models") if fields.has("models") else (),
        kind=fields.one_of("kind", ActorKind) if fields.has("kind") else None,
        door=fields.one_of("door", Door) if fields.has("door") else None,
    )


def completion_of(fields: Fields) -> Completion:
    said = fields.texts("complete")
    if len(said) != len(Completion._fields):
        raise UserError(M("Who completed an image is stated as [who, grade, kind, door]."))
    return _completion(said)


@lru_cache(maxsize=1_000)
def _completion(said: tuple[str, ...]) -> Completion:
    fields = Fields(dict(zip(Completion._fields, said, strict=True)), M("who completed an image"))
    kind, door = fields.one_of("kind", ActorKind), fields.one_of("door", Door)
    return Completion(fields.text("by"), fields.one_of("grade", Grade), kind, door)


def vouchers_of(fields: Fields) -> tuple[Voucher, ...]:
    """Who answers for which files of lines."""
    found = []
    for item in fields.items("vouched"):
        if not isinstance(item, list) or len(item) != 2:
            raise UserError(M("What {file} says is vouched for is not [who, digest].", file=RECEIPT))
        one = Fields(dict(zip(("by", "sha256"), item, strict=True)), M("who vouches in {file}", file=RECEIPT))
        found.append(Voucher(one.text("by"), one.digest("sha256")))
    return tuple(found)
