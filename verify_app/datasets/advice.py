"""What verifying instead of leaving out would keep: "verify 37 more real images to keep all 400".

Nothing is estimated by formula: the split rule is played through with the images as if verified, and the smallest
number is taken with which every rule holds and nothing is left out.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify_app.core.vocabulary import Split
from verify_app.datasets.candidates import Unverified
from verify_app.datasets.policy import Policy
from verify_app.datasets.shares import Share
from verify_app.datasets.split import Newcomer, Ratio, assign, class_bits, quotas, seeded_rank

_REACH = 2**18
"""No larger number is advised."""

_WALK = 32
"""Numbers tried one by one where instances bind; beyond, bisection finds one that suffices, maybe not the smallest."""


@dataclass(frozen=True, slots=True)
class Footing:
    """Where a composition stands before anything is left out.

    Parameters
    ----------
    standing : mapping of Split to sequence of int
        Class bits of each real-verified image with an assignment.
    newcomers : tuple of Newcomer
        Real-verified images without one.
    instances : mapping of str to int
        Label rows of every real-verified image in train or without a split, by SHA-256; standing ones summed under "".
    others : mapping of str to int
        Label rows of every unverified image that could be in train, by SHA-256.
    """

    standing: Mapping[Split, Sequence[int]]
    newcomers: tuple[Newcomer, ...]
    instances: Mapping[str, int]
    others: Mapping[str, int]
    ratio: Ratio
    seed: int


@dataclass(frozen=True, slots=True)
class Advice:
    """How many real images to verify, and how many to add and verify where there are not enough.

    Parameters
    ----------
    verify, add : int
    images : tuple of str
        Those to verify, best first.
    objects : int
        Objects expected on them; 0 where only the number of images counts.
    """

    verify: int
    add: int
    images: tuple[str, ...]
    objects: int = 0

    def __str__(self) -> str:
        about = f" with about {self.objects} objects" if self.objects else ""
        if not self.add:
            return f"verify {_real(self.verify)}{about}"
        if not self.verify:
            return f"add and verify {_real(self.add)}{about}"
        left = "the 1 real image that is" if self.verify == 1 else f"the {self.verify} real images that are"
        return f"verify {left} left and add {self.add} more{about}"


def to_keep_all(footing: Footing, policy: Policy, unverified: Sequence[Unverified]) -> Advice | None:
    """The fewest images to verify so that nothing need be left out.

    Smallest among all choices where the number of images binds; where instances bind, smallest in the order given by
    `_Order` with the objects expected on each image. None when nothing in reach would do, as when all of train must be
    real-verified and some candidates are synthetic.
    """
    order = _Order(footing, unverified)
    if policy.min_real_share == 1 and not footing.others.keys() <= {u.sha256 for u in unverified}:
        return None
    images_only = _smallest(
        lambda n: _carries_images(footing, policy, order.first(n)), near=_near(policy.min_real_share)
    )
    if images_only is None:
        return None
    chosen = _walk(lambda n: keeps_all(footing, policy, order.first(n)), images_only)
    return None if chosen is None else _advice(order, chosen, counts_objects=chosen != images_only)


def to_begin(footing: Footing, unverified: Sequence[Unverified]) -> Advice:
    """The fewest images to verify so that there is a version at all: one real-verified image in train, one in val."""
    order = _Order(footing, unverified)
    number = 0
    while not _begins(footing, order.first(number)):
        number += 1
    return _advice(order, number, counts_objects=False)


def keeps_all(footing: Footing, policy: Policy, verified: Sequence[Unverified]) -> bool:
    """Whether nothing need be left out once these are verified with the objects expected on them."""
    standing, newcomers, instances, others = _after(footing, verified)
    splits = assign(newcomers, standing, footing.ratio, seed=footing.seed)
    train = [sha256 for sha256, split in splits.items() if split is Split.TRAIN]
    images = len(standing[Split.TRAIN]) + len(train)
    val = len(standing[Split.VAL]) + sum(split is Split.VAL for split in splits.values())
    objects = instances[""] + sum(instances[sha256] for sha256 in train)
    by_images = Share(images, images + len(others))
    by_objects = Share(objects, objects + sum(others.values()))
    return images > 0 and val > 0 and by_images.reaches(policy.min_real_share) and by_objects.reaches(policy.instances)


class _Order:
    """The images to verify, best first, and after them images that are still to be added.

    Candidates come first: verifying one also takes it from the others; among them those that must stay in train.
    """

    def __init__(self, footing: Footing, unverified: Sequence[Unverified]) -> None:
        self.images = sorted(
            {image.sha256: image for image in sorted(unverified, key=lambda u: u.image, reverse=True)}.values(),
            key=lambda u: (
                u.split not in (None, Split.TRAIN),
                u.sha256 not in footing.others,
                not (u.trained or u.split is Split.TRAIN),
                -len(u.classes),
                seeded_rank(footing.seed, u.sha256, "verify"),
            ),
        )
        known = [*footing.instances.values()]
        self._usual = max(1, sum(known) // max(1, len(footing.newcomers) + len(footing.standing.get(Split.TRAIN, ()))))

    def first(self, number: int) -> list[Unverified]:
        missing = number - len(self.images)
        return self.images[:number] + [self._imagined(i) for i in range(missing)]

    def _imagined(self, i: int) -> Unverified:
        """A new image with as many objects, of a class each image may have, as is usual here."""
        sha256 = hashlib.sha256(f"to be added {i}".encode()).hexdigest()
        return Unverified("", sha256, (0,) * self._usual)


def _advice(order: _Order, number: int, *, counts_objects: bool) -> Advice:
    chosen = order.first(number)
    there = [u.image for u in chosen if u.image]
    objects = sum(len(u.classes) for u in chosen) if counts_objects else 0
    return Advice(len(there), number - len(there), tuple(there), objects)


_State = tuple[dict[Split, list[int]], list[Newcomer], dict[str, int], dict[str, int]]


def _after(footing: Footing, verified: Sequence[Unverified]) -> _State:
    """Standing images, newcomers, their instances and the others, once these are verified."""
    standing = {split: list(footing.standing.get(split, ())) for split in Split}
    newcomers, instances, others = list(footing.newcomers), dict(footing.instances), dict(footing.others)
    instances.setdefault("", 0)
    for image in verified:
        others.pop(image.sha256, None)
        bits = class_bits(image.classes)
        if image.split is Split.TRAIN:
            instances[""] += len(image.classes)
        if image.split is not None:
            standing[image.split].append(bits)
            continue
        instances[image.sha256] = len(image.classes)
        newcomers.append(Newcomer(image.sha256, bits, image.trained))
    return standing, newcomers, instances, others


def _counts(footing: Footing, verified: Sequence[Unverified]) -> tuple[dict[Split, int], int]:
    """Real-verified images of each split, and the others in train, by number alone."""
    taken = {split: len(footing.standing.get(split, ())) for split in Split}
    trained = sum(n.trained for n in footing.newcomers)
    free = len(footing.newcomers) - trained
    for image in verified:
        if image.split is not None:
            taken[image.split] += 1
        elif image.trained:
            trained += 1
        else:
            free += 1
    for split, given in quotas(footing.ratio, taken, trained=trained, free=free).items():
        taken[split] += given
    return taken, len(footing.others) - sum(u.sha256 in footing.others for u in verified)


def _begins(footing: Footing, verified: Sequence[Unverified]) -> bool:
    taken, _ = _counts(footing, verified)
    return taken[Split.TRAIN] > 0 and taken[Split.VAL] > 0


def _carries_images(footing: Footing, policy: Policy, verified: Sequence[Unverified]) -> bool:
    taken, others = _counts(footing, verified)
    train = taken[Split.TRAIN]
    return train > 0 and taken[Split.VAL] > 0 and Share(train, train + others).reaches(policy.min_real_share)


def _near(share: Fraction) -> int:
    """How far below a number found by bisection a smaller one may do.

    Apportionment moves one or two images to and fro as the number grows; each carries (1 - share) ÷ share others.
    """
    return 8 + 4 * math.ceil((1 - share) / share)


def _smallest(works: Callable[[int], bool], *, near: int, start: int = 0) -> int | None:
    """The smallest number from `start` that works, where what works goes on working but for numbers `near` the edge."""
    step = 1
    while not works(start + step):
        step *= 2
        if step > _REACH:
            return None
    low, high = start + step // 2, start + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return next((n for n in range(max(start, high - near), high) if works(n)), high)


def _walk(works: Callable[[int], bool], start: int) -> int | None:
    found = next((number for number in range(start, start + _WALK) if works(number)), None)
    return _smallest(works, near=_WALK // 2, start=start + _WALK) if found is None else found


def _real(number: int) -> str:
    return "1 more real image" if number == 1 else f"{number} more real images"
