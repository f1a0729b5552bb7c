"""Which split a newly verified image belongs to, for ever: seeded, by quota, whatever the order of the input."""

from __future__ import annotations

import hashlib
import heapq
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify_app.core.errors import UsageError
from verify_app.core.vocabulary import Split

_RATIO = re.compile(r"\d{1,3}(/\d{1,3}){1,2}")
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
            f"The split is {text[:40]!r}; write percentages of train, val and test that make 100, such as 80/10/10 "
            "or 80/20, with some for train and val."
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
    """

    sha256: str
    classes: int
    trained: bool = False


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
    for _ in range(free):
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

    Val, then test, first take images that bring classes they lack, then seeded ones; neither takes the last image of a
    class from train while another image will do.

    Parameters
    ----------
    standing : mapping of Split to sequence of int
        Class bits of each real-verified image with a standing assignment.
    """
    free = sorted((n for n in newcomers if not n.trained), key=lambda n: seeded_rank(seed, n.sha256, "split"))
    trained = [n for n in newcomers if n.trained]
    counts = {split: len(standing.get(split, ())) for split in QUOTA_SPLITS}
    quota = quotas(ratio, counts, trained=len(trained), free=len(free))
    in_train = _class_counts([*standing.get(Split.TRAIN, ()), *(n.classes for n in newcomers)])
    found = {n.sha256: Split.TRAIN for n in newcomers}
    for split in (Split.VAL, Split.TEST):
        covered = 0
        for bits in standing.get(split, ()):
            covered |= bits
        chosen = _take(free, quota[split], covered, in_train)
        found.update((free[i].sha256, split) for i in chosen)
        free = [n for i, n in enumerate(free) if i not in chosen]
    return found


def _take(free: Sequence[Newcomer], count: int, covered: int, in_train: Counter[int]) -> set[int]:
    """Places in `free` (seeded order) of the images for one split; `in_train` is brought up to date."""
    chosen: set[int] = set()
    heap = [(-newcomer.classes.bit_count(), i) for i, newcomer in enumerate(free)]
    heapq.heapify(heap)
    while heap and len(chosen) < count:  # the greatest gain of classes first; gains only shrink, so look again on top
        before, i = heapq.heappop(heap)
        gain = (free[i].classes & ~covered).bit_count()
        if gain == 0 or _last_of_a_class(free[i].classes, in_train):
            continue
        if gain < -before:
            heapq.heappush(heap, (-gain, i))
            continue
        covered |= free[i].classes
        _move(i, free, chosen, in_train)
    for spare_last in (True, False):
        for i, newcomer in enumerate(free):
            if len(chosen) == count:
                return chosen
            if i not in chosen and not (spare_last and _last_of_a_class(newcomer.classes, in_train)):
                _move(i, free, chosen, in_train)
    return chosen


def _move(i: int, free: Sequence[Newcomer], chosen: set[int], in_train: Counter[int]) -> None:
    chosen.add(i)
    in_train.subtract(_indices(free[i].classes))


def _last_of_a_class(classes: int, in_train: Counter[int]) -> bool:
    return any(in_train[index] <= 1 for index in _indices(classes))


def _class_counts(images: Iterable[int]) -> Counter[int]:
    return Counter(index for bits in images for index in _indices(bits))


def _indices(bits: int) -> list[int]:
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found
