"""Which split a newly verified image belongs to, for ever: seeded, by quota, whatever the order of the input."""

from __future__ import annotations

import hashlib
import heapq
import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Split

_RATIO = re.compile(r"\d{1,3}(/\d{1,3}){1,2}")
_FINE = 20
"""Bits after the point where shares of what is lacking are compared."""
_LOOKS = 32
"""How many strata are looked at again for one place: the best of them is nearly the best of all."""
QUOTA_SPLITS = (Split.TRAIN, Split.VAL, Split.TEST)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Percentages of train, val and test; they make 100."""

    train: int = 80
    val: int = 10
    test: int = 10

    def __str__(self) -> str:
        return f"{self.train}/{self.val}/{self.test}"

    def of(self, split: Split) -> int:
        return {Split.TRAIN: self.train, Split.VAL: self.val, Split.TEST: self.test}.get(split, 0)


def parse_ratio(text: str) -> Ratio:
    """Quotas from ``80/10/10``, or ``80/20`` without a test split.

    Raises
    ------
    UsageError
        When they do not make 100, or train or val has none.
    """
    text = text.strip()
    numbers = [int(part) for part in text.split("/")] if _RATIO.fullmatch(text) else []
    if sum(numbers) != 100 or numbers[0] == 0 or numbers[1] == 0:
        raise UsageError(
            M(
                "The split is {text!r}; write percentages of train, val and test that make 100, such as 80/10/10 or "
                "80/20, with some for train and val.",
                text=text[:40],
            )
        )
    return Ratio(*numbers, *([0] * (3 - len(numbers))))


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A real-verified image without a split.

    Parameters
    ----------
    classes : int
        Bit `i` is set when class `i` is on it.
    trained : bool
        What was ever trained on stays in train.
    group : str
        Newcomers with the same one go to one split; empty for one that stands alone.
    source : str
        Where it came from; splits are alike in this too.
    """

    sha256: str
    classes: int
    trained: bool = False
    group: str = ""
    source: str = ""


def class_bits(indices: Iterable[int]) -> int:
    """Classes as the bits of one number."""
    bits = 0
    for index in indices:
        bits |= 1 << index
    return bits


@lru_cache(maxsize=1 << 16)
def seeded_rank(seed: int, sha256: str, purpose: str) -> bytes:
    """A place in an order that only the seed, the bytes of the image and the purpose decide."""
    return hashlib.sha256(f"{purpose}:{seed}:{sha256}".encode()).digest()


def quotas(ratio: Ratio, taken: Mapping[Split, int], *, trained: int, free: int) -> dict[Split, int]:
    """How many of the newcomers go to each split.

    One after the other goes to the split that is furthest below its share of all real-verified images, so that adding
    images never takes a place away from any split; the first is for train, the second for val.

    Parameters
    ----------
    taken : mapping of Split to int
        Real-verified images with a standing assignment.
    trained, free : int
        Newcomers that must stay in train, and the others.
    """
    # The rule is a greedy apportionment: the state after n newcomers does not depend on how many follow.
    have = {split: taken.get(split, 0) for split in QUOTA_SPLITS}
    have[Split.TRAIN] += trained
    start = dict(have)
    total = sum(have.values())
    shares = [(split, ratio.of(split)) for split in QUOTA_SPLITS if ratio.of(split)]
    left, before = free, start
    while left:
        if (free - left) % 100 == 0:
            # a hundred shared out by the ratio leave every lack as it was: so will each hundred that follows
            if left < free and all(have[split] - before[split] == ratio.of(split) for split in QUOTA_SPLITS):
                whole = left // 100 if before[Split.TRAIN] and before[Split.VAL] else 0
                have = {split: have[split] + whole * ratio.of(split) for split in QUOTA_SPLITS}
                total, left = total + 100 * whole, left - 100 * whole
            before = dict(have)
            if not left:
                break
        left -= 1
        total += 1
        if have[Split.TRAIN] == 0:
            goes = Split.TRAIN
        elif have[Split.VAL] == 0:
            goes = Split.VAL
        else:
            goes = max(shares, key=lambda pair: pair[1] * total - 100 * have[pair[0]])[0]
        have[goes] += 1
    given = {split: have[split] - start[split] for split in QUOTA_SPLITS}
    given[Split.TRAIN] += trained
    return given


def assign(
    newcomers: Sequence[Newcomer],
    standing: Mapping[Split, Sequence[int]],
    ratio: Ratio,
    *,
    seed: int,
) -> dict[str, Split]:
    """A split for each newcomer, by SHA-256.

    Val, then test, first take images that bring classes they lack, then those that bring them closest to the mix of
    classes and sources as a whole, seeded among equals; neither takes the last image of a class from train while
    another image will do. A group goes as one, so that a quota may be missed by less than its size.

    Parameters
    ----------
    standing : mapping of Split to sequence of int
        Class bits of each real-verified image with a standing assignment.
    """
    together = {n.group for n in newcomers if n.group and n.trained}
    stay = [n for n in newcomers if n.trained or n.group in together]
    free = _units((n for n in newcomers if not (n.trained or n.group in together)), seed)
    counts = {split: len(standing.get(split, ())) for split in QUOTA_SPLITS}
    quota = quotas(ratio, counts, trained=len(stay), free=len(newcomers) - len(stay))
    in_train = _class_counts([*standing.get(Split.TRAIN, ()), *(n.classes for n in newcomers)])
    every = _class_counts([*(bits for held in standing.values() for bits in held), *(n.classes for n in newcomers)])
    found = {n.sha256: Split.TRAIN for n in newcomers}
    for split in (Split.VAL, Split.TEST):
        held = standing.get(split, ())
        mix = Mix.of(every, held, len(newcomers) + sum(map(len, standing.values())), quota[split], newcomers)
        chosen = _take(free, quota[split], held, in_train, mix)
        if split is Split.VAL and quota[split] and not held and not chosen:
            chosen = _smallest(free, leave=not (stay or counts[Split.TRAIN]))
        found.update((sha256, split) for i in chosen for sha256 in free[i].members)
        free = [unit for i, unit in enumerate(free) if i not in chosen]
    return found


@dataclass(frozen=True, slots=True)
class _Unit:
    """Newcomers that go to one split together: most often one."""

    members: tuple[str, ...]
    counts: tuple[tuple[int, int], ...]
    classes: int
    source: str

    @property
    def size(self) -> int:
        return len(self.members)


def _units(newcomers: Iterable[Newcomer], seed: int) -> list[_Unit]:
    """In seeded order."""
    groups: dict[str, list[Newcomer]] = {}
    found = []
    for n in newcomers:
        if n.group:
            groups.setdefault(n.group, []).append(n)
        else:
            found.append(_Unit((n.sha256,), tuple([(i, 1) for i in _indices(n.classes)]), n.classes, n.source))
    for group in groups.values():
        group.sort(key=lambda n: n.sha256)
        counts = tuple(sorted(_class_counts(n.classes for n in group).items()))
        bits = class_bits(index for index, _ in counts)
        found.append(_Unit(tuple(n.sha256 for n in group), counts, bits, group[0].source))
    return sorted(found, key=lambda unit: seeded_rank(seed, unit.members[0], "split"))


class Mix:
    """What a split still lacks to be like the whole, by class and by source: whole numbers, exact."""

    def __init__(self, wanted: dict[object, int], step: int, whole: dict[object, int]) -> None:
        self._wanted, self._step, self._whole = wanted, step, whole

    @classmethod
    def of(
        cls, every: Mapping[int, int], held: Sequence[int], images: int, quota: int, newcomers: Sequence[Newcomer]
    ) -> Mix:
        """Of a split that holds images with these class bits and gets `quota` more, of `images` in all splits."""
        target = len(held) + quota
        have = _class_counts(held)
        whole: dict[object, int] = {index: max(1, target * count) for index, count in every.items()}
        wanted: dict[object, int] = {index: target * count - have[index] * images for index, count in every.items()}
        sources = Counter(n.source for n in newcomers)
        if len(sources) > 1:
            whole |= {name: max(1, quota * images * count // len(newcomers)) for name, count in sources.items()}
            wanted |= {name: quota * images * count // len(newcomers) for name, count in sources.items()}
        return cls(wanted, images, whole)

    def lack(self, unit: _Unit) -> int:
        """How much a unit would bring of what is lacking; it only shrinks as units are taken."""
        tags: list[object] = [index for index, _ in unit.counts]
        if unit.source in self._wanted:
            tags.append(unit.source)
        return sum((max(0, self._wanted[tag]) << _FINE) // self._whole[tag] for tag in tags)

    def take(self, unit: _Unit) -> None:
        """Count a unit in."""
        for index, count in unit.counts:
            self._wanted[index] -= count * self._step
        if unit.source in self._wanted:
            self._wanted[unit.source] -= unit.size * self._step


_Train = Counter[int]


def _take(free: Sequence[_Unit], count: int, held: Sequence[int], in_train: _Train, mix: Mix) -> set[int]:
    """Places in `free` (seeded order) of the units for one split; `in_train` is brought up to date."""
    chosen: set[int] = set()
    left = count - _cover(free, count, held, in_train, mix, chosen)
    for spare_last in (True, False):
        if left > 0:
            left -= _fill(free, left, in_train, mix, chosen, spare_last=spare_last)
    return chosen


def _smallest(free: Sequence[_Unit], *, leave: bool) -> set[int]:
    """Every group is larger than the quota: better too much to measure on than nothing, but never all (`leave`)."""
    if len(free) <= leave:
        return set()
    return {min(range(len(free)), key=lambda i: (free[i].size, i))}


def _cover(free: Sequence[_Unit], count: int, held: Sequence[int], in_train: _Train, mix: Mix, chosen: set[int]) -> int:
    """Take units that bring classes the split lacks; returns how many images they are."""
    covered = taken = 0
    for bits in held:
        covered |= bits
    heap = [(-unit.classes.bit_count(), i) for i, unit in enumerate(free)]
    heapq.heapify(heap)
    while heap and taken < count:  # the greatest gain of classes first; gains only shrink, so look again on top
        before, i = heapq.heappop(heap)
        gain = (free[i].classes & ~covered).bit_count()
        if gain == 0 or free[i].size > count - taken or _last_of_a_class(free[i], in_train):
            continue
        if gain < -before:
            heapq.heappush(heap, (-gain, i))
            continue
        covered |= free[i].classes
        taken += free[i].size
        _move(i, free, chosen, in_train, mix)
    return taken


def _fill(free: Sequence[_Unit], count: int, in_train: _Train, mix: Mix, chosen: set[int], *, spare_last: bool) -> int:
    """Take units that bring the split closest to the mix of the whole; returns how many images they are."""
    strata: dict[tuple[object, ...], deque[int]] = {}
    for i, unit in enumerate(free):
        if i not in chosen:
            strata.setdefault((unit.counts, unit.source, unit.size), deque()).append(i)
    heap = [(-mix.lack(free[places[0]]), places[0], key) for key, places in strata.items()]
    heapq.heapify(heap)
    taken = 0
    while heap and taken < count:
        key = _most_lacking(heap, strata, free, mix)
        places = strata[key]
        i = places.popleft()
        # units of a stratum are alike: what one must not be taken for, none must
        if free[i].size > count - taken or (spare_last and _last_of_a_class(free[i], in_train)):
            continue
        taken += free[i].size
        _move(i, free, chosen, in_train, mix)
        if places:
            heapq.heappush(heap, (-mix.lack(free[places[0]]), places[0], key))
    return taken


_Heap = list[tuple[int, int, tuple[object, ...]]]


def _most_lacking(
    heap: _Heap, strata: Mapping[tuple[object, ...], deque[int]], free: Sequence[_Unit], mix: Mix
) -> tuple[object, ...]:
    """The stratum that brings most now, taken off the heap: what is on it is never too low, so look again on top."""
    for _ in range(_LOOKS):
        before, i, key = heap[0]
        now = -mix.lack(free[strata[key][0]])
        if now == before:
            break
        heapq.heapreplace(heap, (now, i, key))
    return heapq.heappop(heap)[2]


def _move(i: int, free: Sequence[_Unit], chosen: set[int], in_train: _Train, mix: Mix) -> None:
    chosen.add(i)
    in_train.subtract(dict(free[i].counts))
    mix.take(free[i])


def _last_of_a_class(unit: _Unit, in_train: _Train) -> bool:
    return any(in_train[index] <= count for index, count in unit.counts)


def _class_counts(images: Iterable[int]) -> Counter[int]:
    return Counter(index for bits in images for index in _indices(bits))


def _indices(bits: int) -> list[int]:
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found
