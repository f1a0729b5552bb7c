"""Images that belong together: near-duplicates, frames of one video, groups by file name. One split, for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from verify_app.core.vocabulary import Split
from verify_app.datasets.files.near_duplicates import NEAR, near_pairs

__all__ = ["NEAR", "Families", "Relative", "families", "near_pairs"]

_BLOCK = 2048


@dataclass(frozen=True, slots=True)
class Relative:
    """An image as far as it decides what belongs together.

    Parameters
    ----------
    name : str
        For sentences.
    look : int or None
        Perceptual hash; None for a picture that shows too little to be compared.
    family : str
        Frames of one video, or images of one file-name group, have the same; empty for none.
    split : Split or None
        Its standing assignment; train when it was ever trained on, gold when it is reserved.
    rv : bool
        Real-verified.
    was : tuple of str
        Digests of the assigned bytes that lay where its own, which are new, lie now: what it follows when it looks like
        nothing that is assigned.
    stated : Split or None
        Where its publisher says that it belongs; whatever is assigned goes before.
    """

    sha256: str
    name: str
    look: int | None = None
    family: str = ""
    split: Split | None = None
    rv: bool = False
    was: tuple[str, ...] = ()
    stated: Split | None = None

    @property
    def side(self) -> Split | None:
        """Where it belongs by itself."""
        return self.split or self.stated

    @property
    def order(self) -> tuple[object, ...]:
        """What stands first, then the real-verified, of either what somebody has said something of."""
        standing = self.split is not None
        return (
            not standing,
            not (standing or self.rv),
            self.side is None,
            _ORDER.get(self.side),
            not self.rv,
            self.sha256,
        )


_ORDER: dict[Split | None, int] = {split: place for place, split in enumerate((*Split, None))}


@dataclass(slots=True)
class Families:
    """What belongs together.

    Parameters
    ----------
    group : mapping of str to str
        By SHA-256: the same for images of one group; only of groups of two or more.
    side : mapping of str to Split
        By group: where its standing members are.
    bridges : mapping of str to tuple of (name, Split)
        By SHA-256: images that would join groups of two splits, with one image of each.
    """

    group: dict[str, str] = field(default_factory=dict)
    side: dict[str, Split] = field(default_factory=dict)
    bridges: dict[str, tuple[tuple[str, Split], tuple[str, Split]]] = field(default_factory=dict)

    def split_of(self, sha256: str) -> Split | None:
        """Where the standing members of an image's group are."""
        return self.side.get(self.group.get(sha256, ""))


def families(relatives: Iterable[Relative]) -> Families:
    """Group images. Pure: the same images in any order give the same groups.

    Standing assignments stand. A newcomer that would join two of different splits belongs to neither group and is
    named; so is a standing image of val, test or gold that itself belongs to one of an earlier split (train first).
    Real-verified newcomers are placed before the others, so that it is these which stay out; of either first those of
    which a publisher has stated the split, which holds like an assignment among newcomers.
    """
    everyone = sorted(relatives, key=lambda r: r.order)
    beside = _neighbours(everyone)
    parent = list(range(len(everyone)))
    side: dict[int, int] = {}
    found = Families()

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, one in enumerate(everyone):
        if not beside[i]:
            continue
        near = sorted(j for j in beside[i] if j < i and everyone[j].sha256 not in found.bridges)
        placed = {root(j) for j in near}
        standing = ((everyone[side[r]].side, side[r]) for r in sorted(placed) if r in side)
        anchors = {split: place for split, place in standing if split is not None}
        if one.side is not None:
            anchors[one.side] = i
        if len(anchors) > 1:
            two = sorted(anchors, key=lambda split: _ORDER[split])[:2]
            first, second = ((everyone[anchors[split]].name, split) for split in two)
            found.bridges[one.sha256] = (first, second)
            continue
        for other in placed:
            parent[other] = i
        if anchors:
            side[i] = next(iter(anchors.values()))
    _name(everyone, root, side, found)
    return found


def _name(everyone: Sequence[Relative], root: Callable[[int], int], side: Mapping[int, int], found: Families) -> None:
    members: dict[int, list[int]] = {}
    for i, one in enumerate(everyone):
        if one.sha256 not in found.bridges:
            members.setdefault(root(i), []).append(i)
    for top, group in members.items():
        if len(group) == 1:
            continue
        name = min(everyone[i].sha256 for i in group)
        found.group.update((everyone[i].sha256, name) for i in group)
        if top in side:
            split = everyone[side[top]].side
            if split is not None:
                found.side[name] = split


def _neighbours(everyone: Sequence[Relative]) -> list[list[int]]:
    """Of each image those that look like it, are of its family, or lay where it lies now."""
    beside: list[list[int]] = [[] for _ in everyone]
    alike = _by(everyone, lambda one: one.look)
    for a, b in near_pairs(list(alike)):
        for i in alike[a]:
            beside[i] += alike[b]
        for i in alike[b]:
            beside[i] += alike[a]
    _together(alike.values(), beside)
    places = {one.sha256: i for i, one in enumerate(everyone) if one.was or one.split is not None}
    follow = [i for i, one in enumerate(everyone) if one.was and not any(everyone[j].split for j in beside[i])]
    for i in follow:
        for j in (places[sha256] for sha256 in everyone[i].was if sha256 in places):
            beside[i].append(j)
            beside[j].append(i)
    _together(_by(everyone, lambda one: one.family or None).values(), beside)
    return beside


_Key = TypeVar("_Key")


def _by(everyone: Sequence[Relative], key: Callable[[Relative], _Key | None]) -> dict[_Key, list[int]]:
    found: dict[_Key, list[int]] = {}
    for i, one in enumerate(everyone):
        if (value := key(one)) is not None:
            found.setdefault(value, []).append(i)
    return found


def _together(groups: Iterable[Sequence[int]], beside: Sequence[list[int]]) -> None:
    """Put the members of each group beside each other."""
    for group in groups:
        for i in group:
            beside[i] += [j for j in group if j != i] if len(group) <= _BLOCK else _ring(group, i)


def _ring(group: Sequence[int], i: int) -> list[int]:
    """Of a large group its first member is enough to hold it together."""
    return list(group[1:]) if i == group[0] else [group[0]]
