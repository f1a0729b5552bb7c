"""Images that belong together: near-duplicates, frames of one video, groups by file name. One split, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from verify_app.core.vocabulary import Split

NEAR = 4
"""Bits in which the perceptual hashes of near-duplicates differ at most."""

_PIECES = 6
"""Of six pieces of a hash at least two are equal when no more than four bits differ."""
_BITS = 64
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
    """

    sha256: str
    name: str
    look: int | None = None
    family: str = ""
    split: Split | None = None
    rv: bool = False


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


_ORDER = {split: place for place, split in enumerate(Split)}


def families(relatives: Iterable[Relative]) -> Families:
    """Group images. Pure: the same images in any order give the same groups.

    Standing assignments stand. A newcomer that would join two of different splits belongs to neither group and is
    named; so is a standing image of val, test or gold that itself belongs to one of an earlier split (train first).
    Real-verified newcomers are placed before the others, so that it is these which stay out.
    """
    everyone = sorted(relatives, key=lambda r: (r.split is None, _ORDER.get(r.split, 9), not r.rv, r.sha256))  # type: ignore[arg-type]
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
        anchors = {everyone[side[r]].split: side[r] for r in sorted(placed) if r in side}
        if one.split is not None:
            anchors[one.split] = i
        if len(anchors) > 1:
            two = sorted(anchors, key=lambda split: _ORDER[split])[:2]  # type: ignore[index]
            first, second = ((everyone[anchors[split]].name, split) for split in two)
            found.bridges[one.sha256] = (first, second)  # type: ignore[assignment]
            continue
        for other in placed:
            parent[other] = i
        if anchors:
            side[i] = next(iter(anchors.values()))
    _name(everyone, root, side, found)
    return found


def _name(everyone: Sequence[Relative], root: object, side: Mapping[int, int], found: Families) -> None:
    members: dict[int, list[int]] = {}
    for i, one in enumerate(everyone):
        if one.sha256 not in found.bridges:
            members.setdefault(root(i), []).append(i)  # type: ignore[operator]
    for top, group in members.items():
        if len(group) == 1:
            continue
        name = min(everyone[i].sha256 for i in group)
        found.group.update((everyone[i].sha256, name) for i in group)
        if top in side:
            split = everyone[side[top]].split
            if split is not None:
                found.side[name] = split


def _neighbours(everyone: Sequence[Relative]) -> list[list[int]]:
    """Of each image those that look like it or are of its family."""
    beside: list[list[int]] = [[] for _ in everyone]
    named: dict[str, list[int]] = {}
    for i, one in enumerate(everyone):
        if one.family:
            named.setdefault(one.family, []).append(i)
    alike: dict[int, list[int]] = {}
    for i, one in enumerate(everyone):
        if one.look is not None:
            alike.setdefault(one.look, []).append(i)
    pairs = [(alike[a], alike[b]) for a, b in near_pairs(list(alike))]
    for group in (*named.values(), *alike.values()):
        for i in group:
            beside[i] += [j for j in group if j != i] if len(group) <= _BLOCK else _ring(group, i)
    for these, those in pairs:
        for i in these:
            beside[i] += those
        for i in those:
            beside[i] += these
    return beside


def _ring(group: Sequence[int], i: int) -> list[int]:
    """Of a large group its first member is enough to hold it together."""
    return list(group[1:]) if i == group[0] else [group[0]]


def near_pairs(looks: Sequence[int]) -> list[tuple[int, int]]:
    """Every pair of different hashes that differ in at most `NEAR` bits, the smaller first.

    Hashes are cut in six pieces; at most four differing bits leave two pieces equal, so only hashes that share two
    pieces are compared.
    """
    values = np.unique(np.array(looks, dtype=np.uint64))
    edges = [_BITS * k // _PIECES for k in range(_PIECES + 1)]
    masks = [((1 << b) - (1 << a)) for a, b in pairwise(edges)]
    found: set[tuple[int, int]] = set()
    for one, two in combinations(masks, 2):
        keys = values & np.uint64(one | two)
        order = np.argsort(keys, kind="stable")
        found |= _pairs_in_runs(values[order], keys[order])
    return sorted(found)


def _pairs_in_runs(values: NDArray[np.uint64], keys: NDArray[np.uint64]) -> set[tuple[int, int]]:
    """Near pairs among values whose keys, in order, are equal: each is compared with those 1, 2, … places on."""
    found: set[tuple[int, int]] = set()
    here = np.arange(len(values))
    step = 0
    while True:
        step += 1
        here = here[here + step < len(values)]
        here = here[keys[here] == keys[here + step]]
        if not len(here):
            return found
        close = here[_differing(values[here] ^ values[here + step]) <= NEAR]
        pairs = np.sort(np.stack([values[close], values[close + step]], axis=1), axis=1)
        found.update((int(a), int(b)) for a, b in pairs)


def _differing(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many bits of each are set."""
    bytes_ = np.ascontiguousarray(words).view(np.uint8).reshape(-1, 8)
    counts: NDArray[np.int64] = _SET[bytes_].sum(axis=1)
    return counts


_SET = np.array([number.bit_count() for number in range(256)], dtype=np.int64)
