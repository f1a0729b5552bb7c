"""The labels of one image with what follows from each, so that one edit costs the same among twenty and thousands."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from verify_app.core.geometry import Region
from verify_app.core.records import Item, Label
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

    __slots__ = ("_by_id", "_sha256", "_simulated", "by", "classes", "flagged", "grades", "items", "states", "totals")

    def __init__(self, labels: Iterable[Label], sha256: str, simulated_counts: bool) -> None:
        self._sha256, self._simulated = sha256, simulated_counts
        self._by_id: dict[int, Label] = {}
        self.states: dict[int, LabelState] = {}
        """State by label id."""
        self.totals: Counter[LabelState] = Counter()
        self.grades: Counter[Grade] = Counter()
        self.classes: Counter[tuple[int, bool]] = Counter()
        """Labels by class, and whether they are verified."""
        self.by: Counter[str] = Counter()
        self.flagged = 0
        self.items: dict[int, Item] = {}
        """What was made to show of a label; kept as long as nothing about it changes."""
        for label in sorted(labels, key=lambda x: x.id):
            self._add(label)

    def of(self, sha256: str, simulated_counts: bool) -> bool:
        """Whether the states are those on these bytes."""
        return (self._sha256, self._simulated) == (sha256, simulated_counts)

    def state(self, label: Label) -> LabelState:
        """Verified, imported (nobody stands behind it) or stale (what was verified is not there any more)."""
        if self._by_id.get(label.id) is label:
            return self.states[label.id]
        if not label.grade.verified or not counts_as_human(label.by_kind, self._simulated):
            return LabelState.IMPORTED
        same = label.bound == binding(self._sha256, label.class_id, label.region)
        return LabelState.VERIFIED if same else LabelState.STALE

    def changed(self, wanted: Iterable[tuple[int, Label | None]]) -> Labels:
        """A copy in which some ids have another label, or none."""
        other = Labels.__new__(Labels)
        other._sha256, other._simulated = self._sha256, self._simulated
        other._by_id, other.states, other.items = dict(self._by_id), dict(self.states), dict(self.items)
        for name in ("totals", "grades", "classes", "by"):
            setattr(other, name, getattr(self, name).copy())
        other.flagged = self.flagged
        sort = False
        for key, label in wanted:
            other.items.pop(key, None)
            before = other._by_id.get(key)
            if before is not None:
                other._count(before, other.states[key], -1)
            if label is None:
                other._by_id.pop(key, None)
                other.states.pop(key, None)
            else:
                sort = sort or before is None
                other._add(label)
        if sort:
            other._by_id = dict(sorted(other._by_id.items()))
        return other

    def _add(self, label: Label) -> None:
        self.states[label.id] = state = self.state(label)
        self._by_id[label.id] = label
        self._count(label, state, 1)

    def _count(self, label: Label, state: LabelState, more: int) -> None:
        self.totals[state] += more
        self.grades[label.grade] += more
        self.classes[(label.class_id, state is LabelState.VERIFIED)] += more
        self.flagged += more * bool(label.flag)
        if label.by:
            self.by[label.by] += more

    @property
    def flag(self) -> str | None:
        """The first label's that has one."""
        return next((x.flag for x in self if x.flag), None) if self.flagged else None

    @property
    def verified_grades(self) -> int:
        """Labels that somebody stands behind, on whatever bytes."""
        return sum(count for grade, count in self.grades.items() if grade.verified)

    def find(self, label_id: int) -> Label | None:
        """The label of this id."""
        return self._by_id.get(label_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Label]:
        return iter(self._by_id.values())

    @overload
    def __getitem__(self, index: int) -> Label: ...
    @overload
    def __getitem__(self, index: slice) -> list[Label]: ...
    def __getitem__(self, index: int | slice) -> Label | list[Label]:
        return list(self._by_id.values())[index]
