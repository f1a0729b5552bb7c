"""What differs between two versions: images and labels added, removed, changed, moved; classes; shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from verify_app.core.receipt.receipt import ImageRecord
from verify_app.core.vocabulary import Split
from verify_app.datasets.policy.rules import real_images, real_instances
from verify_app.datasets.policy.shares import Share
from verify_app.datasets.version.counts import part_of


@dataclass(frozen=True, slots=True)
class Held:
    """One image of a version: its line, and the rows of its label file (None where only its digest is known)."""

    record: ImageRecord
    rows: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """A version to compare."""

    name: str
    classes: tuple[str, ...]
    images: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """An image whose labels differ: how many rows are new and gone, and whether its standing changed."""

    image: str
    added: int
    removed: int
    verified_before: bool
    verified_after: bool


@dataclass(slots=True)
class VersionComparison:
    """How the second version differs from the first.

    Parameters
    ----------
    moved : list of (image, Split before, Split after)
        Only ever from a version of before splits stood for ever.
    labels : mapping of str to int
        ``added``, ``removed`` (also those of images that came and went), ``regraded`` (same row, other evidence).
    classes : mapping of class name to (before, after)
        Instances in train.
    """

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    moved: list[tuple[str, Split, Split]] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    classes: dict[str, tuple[int, int]] = field(default_factory=dict)
    images: tuple[Share, Share] = (Share(0, 0), Share(0, 0))
    instances: tuple[Share, Share] = (Share(0, 0), Share(0, 0))


def compare(before: ComparedVersion, after: ComparedVersion) -> VersionComparison:
    """Images are told apart by their bytes, labels by their rows."""
    one = {held.record.sha256: held for held in before.images}
    two = {held.record.sha256: held for held in after.images}
    found = VersionComparison()
    for sha256 in sorted(one.keys() | two.keys(), key=lambda s: (two.get(s) or one[s]).record.source):
        old, new = one.get(sha256), two.get(sha256)
        if old is None and new is not None:
            found.added.append(new.record.source)
            found.labels["added"] += len(new.record.labels)
        elif new is None and old is not None:
            found.removed.append(old.record.source)
            found.labels["removed"] += len(old.record.labels)
        elif old is not None and new is not None:
            _both(found, old, new, before.classes, after.classes)
    counts = [_train_classes(side) for side in (before, after)]
    names = dict.fromkeys([*before.classes, *after.classes])
    found.classes = {name: (counts[0][name], counts[1][name]) for name in names}
    parts = [[part_of(held.record) for held in side.images] for side in (before, after)]
    found.images = (real_images(parts[0]), real_images(parts[1]))
    found.instances = (real_instances(parts[0]), real_instances(parts[1]))
    return found


def _both(found: VersionComparison, old: Held, new: Held, was: Sequence[str], now: Sequence[str]) -> None:
    if old.record.split is not new.record.split:
        found.moved.append((new.record.source, old.record.split, new.record.split))
    gone, come = _difference(old, new, was, now)
    regraded = _evidence(old) != _evidence(new) and not gone and not come
    found.labels["regraded"] += regraded
    found.labels["added"] += come
    found.labels["removed"] += gone
    if gone or come or old.record.rv != new.record.rv or regraded:
        found.changed.append(Changed(new.record.source, come, gone, old.record.rv, new.record.rv))


def _evidence(held: Held) -> list[tuple[object, ...]]:
    """What labels rest on, as every receipt says it: the first ones know nothing of kinds and doors."""
    return [(label.index, label.grade, label.by, label.models) for label in held.record.labels]


def _difference(old: Held, new: Held, was: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """Rows that are gone and rows that have come; by class alone where the rows themselves are not on record."""
    if old.rows is not None and new.rows is not None:
        one, two = _named(old.rows, was), _named(new.rows, now)
    else:
        one = Counter(was[label.index] for label in old.record.labels)
        two = Counter(now[label.index] for label in new.record.labels)
    return (one - two).total(), (two - one).total()


def _named(rows: Iterable[str], classes: Sequence[str]) -> Counter[str]:
    """Rows with the class's name in place of its number, which another list may count otherwise."""
    split = (row.partition(" ") for row in rows)
    return Counter(f"{classes[int(index)]} {rest}" for index, _, rest in split)


def _train_classes(side: ComparedVersion) -> Mapping[str, int]:
    train = (held.record for held in side.images if held.record.split is Split.TRAIN)
    return Counter(side.classes[label.index] for record in train for label in record.labels)
