"""The parts of a receipt: what its JSON holds, nothing trusted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, NotRequired, TypedDict

from msgspec import Struct

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.typed_json import Count, Digest, MaybeDigest, typed
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
    sha256: Digest
    round: Count
    depth: Count
    labels: Count
    proof: str = ""


@dataclass(frozen=True, slots=True)
class CatchRecord:
    """Of the altered images a reviewer was shown, so many were caught; the 95 % Wilson interval with four decimals."""

    shown: Count
    caught: Count
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


class Settled(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Verified instances of a tail class that a named person removed or relabelled since the parent version."""

    image: str
    index: Count
    count: Count
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

    tail: Mapping[str, Count]
    settled: tuple[Settled, ...]
    due: Count
    absent: Count
    fresh: Count
    others: Count


@dataclass(frozen=True, slots=True)
class Parent:
    """The version this one follows, by name and composition."""

    name: str
    composition: Digest


@dataclass(frozen=True, slots=True)
class LabelRecord:
    """One row of a label file: class by its place in the list, grade, who verified, models behind an unverified one.

    `kind` is what verified it and `door` how that came in; None of an unverified one, and in receipts of schema 1.
    """

    index: Count
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


class Voucher(NamedTuple):
    """A named person who answers for a file of lines, and the SHA-256 of that file."""

    by: str
    sha256: Digest


class ImageRecord(Struct, frozen=True, rename={"label_sha256": "label"}):
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
    sha256: Digest
    label_sha256: MaybeDigest
    bytes: Count
    width: Count
    height: Count
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


def label_data(label: LabelRecord) -> list[Any]:
    """As the receipt states it: ``[class, grade, who, kind, door]``, of an unverified one ``[class, grade, null]``.

    Models come last. Receipts of schema 1 know neither kind nor door: what was read from one is written as there.
    """
    known = label.kind is not None or label.door is not None
    if known and not label.models:
        return [label.index, label.grade, label.by, label.kind, label.door]
    said: list[Any] = [label.index, label.grade, label.by, *([label.kind, label.door] if known else [])]
    return [*said, label.models] if label.models else said


class _Said(TypedDict):
    index: Count
    grade: Grade
    by: str | None
    kind: NotRequired[ActorKind]
    door: NotRequired[Door]
    models: NotRequired[tuple[str, ...]]


def label_of(item: object, where: str) -> LabelRecord:
    """A label as the receipt states it."""
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
    said = typed(dict(zip(names, item, strict=True)), _Said, M("a label in {place}", place=where))
    return LabelRecord(**said)
