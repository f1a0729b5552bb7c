"""The parent version: what it held in train, and what a new one owes to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from msgspec import structs

from verify_app.core.receipt.receipt import ImageRecord, Parent, Settled, Since, parse_image
from verify_app.core.tail_classes import tail_classes
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.candidates import Candidate
from verify_app.datasets.composition.placement import Member
from verify_app.datasets.composition.verify_advice import Origins
from verify_app.storage.queries import history
from verify_app.storage.queries.history import VersionRow
from verify_app.storage.reader import Reader

REMOVED = "removed"
"""What is decided of a whole image; otherwise its labels were changed."""


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """Who last changed the labels of an image, or removed it, since the parent was written."""

    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A parent version.

    Parameters
    ----------
    images : tuple of ImageRecord
        Its whole list; class indices are those of today's list, -1 for a class that is gone.
    decisions : mapping of str to LabelDecision
        By SHA-256, of images with tail instances.
    """

    name: str
    composition: str
    images: tuple[ImageRecord, ...]
    decisions: Mapping[str, LabelDecision] = field(default_factory=dict)

    @property
    def parent(self) -> Parent:
        """As the receipt names it."""
        return Parent(self.name, self.composition)

    @property
    def train(self) -> list[ImageRecord]:
        return [image for image in self.images if image.split is Split.TRAIN]

    def origins(self) -> Origins:
        """Its train images by SHA-256."""
        train = self.train
        return Origins(frozenset(i.sha256 for i in train if i.rv), frozenset(i.sha256 for i in train))


def since(ancestor: Ancestor, members: Sequence[Member], candidates: Iterable[Candidate], *, classes: int) -> Since:
    """What a composition owes to its parent and how it stands to it.

    Parameters
    ----------
    candidates : iterable of Candidate
        All there are, of distinct bytes.
    """
    known = ancestor.origins()
    train = {m.candidate.sha256: m for m in members if m.split is Split.TRAIN}
    still = {c.sha256 for c in candidates if c.rv} & known.verified
    floors, settled = _tail(ancestor, members, classes)
    return Since(
        tail={str(index): count for index, count in sorted(floors.items())},
        settled=tuple(settled),
        due=len(still),
        absent=len(still - {sha256 for sha256, m in train.items() if m.candidate.rv}),
        fresh=sum(m.candidate.rv and sha256 not in known.verified for sha256, m in train.items()),
        others=sum(not m.candidate.rv and sha256 not in known.every for sha256, m in train.items()),
    )


def _tail(ancestor: Ancestor, members: Sequence[Member], classes: int) -> tuple[dict[int, int], list[Settled]]:
    """Verified instances that the parent asks of tail classes, and those that a named decision took off.

    Tail is what was so in the parent or is so now: a class that has become rare is to be held too.
    """
    before = [image for image in ancestor.images if image.rv]
    tail = _tail_of(([x.index for x in i.labels] for i in before), classes)
    tail |= _tail_of(([x.index for x in m.ready.labels] for m in members if m.candidate.rv), classes)
    now = {m.candidate.sha256: m for m in members if m.split is Split.TRAIN}
    floors: Counter[int] = Counter()
    settled = []
    for image in sorted(ancestor.train, key=lambda i: i.source):
        if not image.rv:
            continue
        held = Counter(label.index for label in image.labels if label.index in tail)
        member = now.get(image.sha256)
        left = Counter(label.index for label in member.ready.labels) if member else Counter()
        decision = ancestor.decisions.get(image.sha256)
        for index, count in sorted(held.items()):
            # of an image that is not there, only its removal explains what is gone
            meant = decision is not None and (member is not None or decision.what == REMOVED)
            fewer = max(0, count - left[index]) if meant else 0
            floors[index] += count - fewer
            if fewer and decision is not None:
                settled.append(Settled(image.source, index, fewer, decision.what, decision.by))
    return dict(floors), settled


def _tail_of(images: Iterable[Sequence[int]], classes: int) -> frozenset[int]:
    return tail_classes(Counter(index for rows in images for index in rows if index >= 0), classes)


def ancestor_of(reader: Reader, version: VersionRow) -> Ancestor:
    """A version as the parent of the next one."""
    places = _places(reader, version)
    images = tuple(_today(image, places) for image in records_of(reader, version.id))
    decisions = {
        sha256: LabelDecision(by, REMOVED if removed else "removed or relabelled")
        for sha256, by, removed in history.decisions_since(reader, version.id)
    }
    return Ancestor(version.name, version.digest, images, decisions)


def records_of(reader: Reader, version_id: int) -> list[ImageRecord]:
    """The images of a version as its receipt lists them."""
    lines = (record.partition("\n")[0] for _, record in history.version_items(reader, version_id))
    return [parse_image(line.encode("ascii"), number) for number, line in enumerate(lines, start=1)]


def _places(reader: Reader, version: VersionRow) -> Sequence[int] | None:
    """Today's index of each class of the version; None when its classes are not on record (older versions)."""
    kept = reader.setting(history.KEPT_VERSION + version.digest)
    if kept is None:
        return None
    ids: list[int] = kept["classes"]
    index = {c.id: place for place, c in enumerate(reader.classes())}
    into: Mapping[int, int] = reader.class_map()
    return [index.get(into.get(class_id, class_id), -1) for class_id in ids]


def _today(image: ImageRecord, places: Sequence[int] | None) -> ImageRecord:
    if places is None:
        return image
    labels = tuple(
        replace(x, index=places[x.index]) if 0 <= x.index < len(places) else replace(x, index=-1) for x in image.labels
    )
    return structs.replace(image, labels=labels)
