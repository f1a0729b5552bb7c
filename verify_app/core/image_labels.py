"""The labels of one image with what follows from each, so that one edit costs the same among twenty and thousands."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from verify_app.core.geometry import Region
from verify_app.core.records import Item, Label, Prediction
from verify_app.core.vocabulary import ActorKind, Grade, LabelState


def binding(sha256: str, class_id: int, region: Region) -> str:
    """Digest that ties a verification to what was verified.

    Parameters
    ----------
    sha256 : str
        Of the image's bytes.

    Returns
    -------
    str
        32 hex digits (SHA-256 of the canonical JSON of the three, cut to 128 bits).
    """
    text = json.dumps([sha256, class_id, region.data()], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def counts_as_human(kind: ActorKind | None, simulated_counts: bool) -> bool:
    """Whether this kind of actor's word is a person's word in this project."""
    return kind is ActorKind.HUMAN or (kind is ActorKind.SIMULATED and simulated_counts)


Entry = tuple[Label, LabelState]

MOST_OVER = 256
"""So many differences are kept beside what was read before both are written anew as one."""


class Labels(Sequence[Label]):
    """Labels by id, each with its state, and counts of them. Never changed once it is handed out: see `changed`.

    Parameters
    ----------
    labels : iterable of Label
        In any order.
    sha256 : str
        Of the image's bytes as they are now.
    simulated_counts : bool
        Whether simulated actors stand for people here.
    """

    __slots__ = (
        "_base", "_over", "_sha256", "_simulated", "_size", "by", "classes", "flagged", "grades", "items", "stand",
        "totals",
    )  # fmt: skip

    def __init__(self, labels: Iterable[Label], sha256: str, simulated_counts: bool) -> None:
        self._sha256, self._simulated = sha256, simulated_counts
        self._base: dict[int, Entry] = {}
        """Shared with what became of it by `changed`."""
        self._over: dict[int, Entry | None] = {}
        """What differs from it; None is gone."""
        self._size = 0
        self.totals: Counter[LabelState] = Counter()
        self.grades: Counter[Grade] = Counter()
        self.classes: Counter[tuple[int, bool]] = Counter()
        """Labels by class, and whether they are verified."""
        self.by: Counter[str] = Counter()
        self.flagged = 0
        self.stand = 0
        """Labels that somebody stands behind, on whatever bytes."""
        self.items: dict[int, tuple[Label, Prediction | None, Item]] = {}
        """What was made to show of labels, and of what; shared as `_base` is."""
        for label in sorted(labels, key=lambda x: x.id):
            entry = self._base[label.id] = label, self.state(label)
            self._count(entry, 1)

    def of(self, sha256: str, simulated_counts: bool) -> bool:
        """Whether the states are those on these bytes."""
        return (self._sha256, self._simulated) == (sha256, simulated_counts)

    def state(self, label: Label) -> LabelState:
        """Verified, imported (nobody stands behind it) or stale (what was verified is not there any more)."""
        entry = self._entry(label.id)
        if entry is not None and entry[0] is label:
            return entry[1]
        if not label.grade.verified or not counts_as_human(label.by_kind, self._simulated):
            return LabelState.IMPORTED
        same = label.bound == binding(self._sha256, label.class_id, label.region)
        return LabelState.VERIFIED if same else LabelState.STALE

    def changed(self, wanted: Iterable[tuple[int, Label | None]]) -> Labels:
        """A copy in which some ids have another label, or none; costs by what differs, not by how many there are."""
        other = Labels.__new__(Labels)
        other._sha256, other._simulated, other._size = self._sha256, self._simulated, self._size
        other._base, other._over, other.items = self._base, dict(self._over), self.items
        for name in ("totals", "grades", "classes", "by"):
            setattr(other, name, getattr(self, name).copy())
        other.flagged, other.stand = self.flagged, self.stand
        for key, label in wanted:
            before = other._entry(key)
            if before is not None:
                other._count(before, -1)
            entry = None if label is None else (label, other.state(label))
            if entry is not None:
                other._count(entry, 1)
            other._over[key] = entry
        if len(other._over) > MOST_OVER:
            other._base, other._over = dict(other._entries()), {}
            other.items = {key: other.items[key] for key in other._base if key in other.items}
        return other

    def _entry(self, key: int) -> Entry | None:
        return self._over[key] if key in self._over else self._base.get(key)

    def _entries(self) -> Iterator[tuple[int, Entry]]:
        """By id."""
        if not self._over:
            yield from self._base.items()
            return
        found = {**self._base, **self._over}
        for key in found if len(found) == len(self._base) else sorted(found):
            if (entry := found[key]) is not None:
                yield key, entry

    def _count(self, entry: Entry, more: int) -> None:
        label, state = entry
        self._size += more
        self.totals[state] += more
        self.grades[label.grade] += more
        self.classes[(label.class_id, state is LabelState.VERIFIED)] += more
        self.flagged += more * bool(label.flag)
        self.stand += more * label.stands
        if label.by:
            self.by[label.by] += more

    @property
    def flag(self) -> str | None:
        """The first label's that has one."""
        return next((x.flag for x in self if x.flag), None) if self.flagged else None

    def find(self, label_id: int) -> Label | None:
        """The label of this id."""
        entry = self._entry(label_id)
        return None if entry is None else entry[0]

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Label]:
        return (label for _, (label, _) in self._entries())

    @overload
    def __getitem__(self, index: int) -> Label: ...
    @overload
    def __getitem__(self, index: slice) -> list[Label]: ...
    def __getitem__(self, index: int | slice) -> Label | list[Label]:
        return list(self)[index]
