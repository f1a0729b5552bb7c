"""What verifying instead of leaving out would keep: "verify 37 more real images to keep all 400".

Nothing is estimated by formula: the split rule is played through with the images as if verified, and the smallest
number is taken with which every rule holds and nothing is left out.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction

from verify_app.core.messages import M, joined
from verify_app.core.tail_classes import tail_classes
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.candidates import Unverified
from verify_app.datasets.composition.split import Newcomer, Ratio, assign, class_bits, quotas, seeded_rank
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.shares import Share

_REACH = 2**18
"""No larger number is advised."""

_WALK = 32
"""Numbers tried one by one where instances bind; beyond, bisection finds one that suffices, maybe not the smallest."""

_EXACT = 500
"""Of numbers beyond, the smallest is found to one in a hundred: nobody counts thousands of images one by one."""

_PLAYED = 5_000
"""Of numbers beyond, what the shares make likely is tried, and a little more until it suffices: up to a tenth too many,
since each try plays the split of all of them through."""

_MORE = (103, 106, 110)
"""Percent of what is likely that are tried."""


@dataclass(frozen=True, slots=True)
class Footing:
    """Where a composition stands before anything is left out.

    Parameters
    ----------
    standing : mapping of Split to sequence of int
        Class bits of each real-verified image with an assignment.
    newcomers : tuple of Newcomer
        Real-verified images without one.
    rows : mapping of str to tuple of int
        Class of each label row of every real-verified image in train or without a split, by SHA-256; those of standing
        ones together under "".
    others : mapping of str to tuple of int
        The same of every unverified image that could be in train.
    elsewhere : tuple of int
        Class of each label row of the real-verified images that measure.
    names : tuple of str
        Of the classes.
    since : Origins or None
        What was in the parent's train; None without a parent.
    fresh : int
        Standing real-verified train images that were not so in the parent.
    """

    standing: Mapping[Split, Sequence[int]]
    newcomers: tuple[Newcomer, ...]
    rows: Mapping[str, tuple[int, ...]]
    others: Mapping[str, tuple[int, ...]]
    ratio: Ratio
    seed: int
    elsewhere: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    since: Origins | None = None
    fresh: int = 0

    def with_others(self, others: Mapping[str, tuple[int, ...]]) -> Footing:
        return replace(self, others=others)


@dataclass(frozen=True, slots=True)
class Origins:
    """SHA-256 of the parent's train images: the real-verified ones, and all."""

    verified: frozenset[str]
    every: frozenset[str]


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
    wanted : tuple of (class name, images)
        Of the images, how many are expected to hold a class that lacks verified instances.
    """

    verify: int
    add: int
    images: tuple[str, ...]
    objects: int = 0
    wanted: tuple[tuple[str, int], ...] = ()

    def said(self) -> M:
        """What to do, for within a sentence: ``verify 2 more real images``."""
        if not self.add:
            return self._of_those_there()
        return self._of_those_there_and_new_ones() if self.verify else self._of_new_ones()

    def _of_those_there(self) -> M:
        with_, n = self._with(), self.verify
        if n == 1:
            return M("verify 1 more real image with {hold}", hold=with_) if with_ else M("verify 1 more real image")
        if with_:
            return M("verify {n} more real images with {hold}", n=n, hold=with_)
        return M("verify {n} more real images", n=n)

    def _of_new_ones(self) -> M:
        with_, n = self._with(), self.add
        if n == 1:
            if with_:
                return M("add and verify 1 more real image with {hold}", hold=with_)
            return M("add and verify 1 more real image")
        if with_:
            return M("add and verify {n} more real images with {hold}", n=n, hold=with_)
        return M("add and verify {n} more real images", n=n)

    def _of_those_there_and_new_ones(self) -> M:
        with_ = self._with()
        n, more = self.verify, self.add
        if n == 1:
            if with_:
                return M("verify the 1 real image that is left and add {more} more with {hold}", more=more, hold=with_)
            return M("verify the 1 real image that is left and add {more} more", more=more)
        if with_:
            return M(
                "verify the {n} real images that are left and add {more} more with {hold}", n=n, more=more, hold=with_
            )
        return M("verify the {n} real images that are left and add {more} more", n=n, more=more)

    def to_keep(self, total: int) -> M:
        """The same as a sentence of its own, about keeping all of so many images."""
        with_ = self._with()
        n, more = self.verify, self.add
        if not more:
            if n == 1:
                if with_:
                    return M("Verify 1 more real image with {hold} to keep all {all}.", hold=with_, all=total)
                return M("Verify 1 more real image to keep all {all}.", all=total)
            if with_:
                return M("Verify {n} more real images with {hold} to keep all {all}.", n=n, hold=with_, all=total)
            return M("Verify {n} more real images to keep all {all}.", n=n, all=total)
        if not n:
            if more == 1:
                if with_:
                    return M("Add and verify 1 more real image with {hold} to keep all {all}.", hold=with_, all=total)
                return M("Add and verify 1 more real image to keep all {all}.", all=total)
            if with_:
                return M(
                    "Add and verify {n} more real images with {hold} to keep all {all}.", n=more, hold=with_, all=total
                )
            return M("Add and verify {n} more real images to keep all {all}.", n=more, all=total)
        return self._left_to_keep(total, with_)

    def _left_to_keep(self, total: int, with_: str) -> M:
        n, more = self.verify, self.add
        if n == 1:
            if with_:
                return M(
                    "Verify the 1 real image that is left and add {more} more with {hold} to keep all {all}.",
                    more=more,
                    hold=with_,
                    all=total,
                )
            return M(
                "Verify the 1 real image that is left and add {more} more to keep all {all}.", more=more, all=total
            )
        if with_:
            return M(
                "Verify the {n} real images that are left and add {more} more with {hold} to keep all {all}.",
                n=n,
                more=more,
                hold=with_,
                all=total,
            )
        return M(
            "Verify the {n} real images that are left and add {more} more to keep all {all}.",
            n=n,
            more=more,
            all=total,
        )

    def __str__(self) -> str:
        return self.said()

    def _with(self) -> str:
        """What the images are expected to hold; empty where only their number counts."""
        parts = [M("about {objects} objects", objects=self.objects)] if self.objects else []
        parts += [M("{n} of them with {name}", n=count, name=name) for name, count in self.wanted]
        return joined(parts, ", ")


def to_keep_all(footing: Footing, policy: Policy, unverified: Sequence[Unverified]) -> Advice | None:
    """The fewest images to verify so that nothing need be left out.

    Smallest among all choices where the number of images binds; where instances or classes bind, smallest in the order
    given by `_Order` with the objects expected on each image. None when nothing in reach would do, as when all of train
    must be real-verified and some candidates are synthetic.
    """
    order = _Order(footing, unverified)
    if policy.binding_images == 1 and not footing.others.keys() <= {u.sha256 for u in unverified}:
        return None
    images_only = _smallest(lambda n: _carries_images(footing, policy, order, n), near=_near(policy.binding_images))
    if images_only is None:
        return None
    if keeps_all(footing, policy, order.first(images_only)):
        return _advice(order, images_only, counts_objects=False)
    order = _Order(footing, unverified, _lacking(footing, policy))
    hope = _Hope(footing, policy, order)
    chosen = _walk(lambda n: hope.of(n) and keeps_all(footing, policy, order.first(n)), hope.likely, images_only)
    return None if chosen is None else _advice(order, chosen, counts_objects=True)


def to_begin(footing: Footing, unverified: Sequence[Unverified]) -> Advice:
    """The fewest images to verify so that there is a version at all: one real-verified image in train, one in val."""
    order = _Order(footing, unverified)
    number = 0
    while not _begins(footing, order, number):
        number += 1
    return _advice(order, number, counts_objects=False)


def keeps_all(footing: Footing, policy: Policy, verified: Sequence[Unverified]) -> bool:
    """Whether nothing need be left out once these are verified with the objects expected on them."""
    after = _after(footing, verified)
    splits = assign(after.newcomers, after.standing, footing.ratio, seed=footing.seed)
    train = [sha256 for sha256, split in splits.items() if split is Split.TRAIN]
    images = len(after.standing[Split.TRAIN]) + len(train)
    val = len(after.standing[Split.VAL]) + sum(split is Split.VAL for split in splits.values())
    if not images or not val or not Share(images, images + len(after.others)).reaches(policy.binding_images):
        return False
    held = Counter(after.rows[""])
    for sha256 in train:
        held.update(after.rows[sha256])
    loose = Counter(index for rows in after.others.values() for index in rows)
    objects = held.total()
    if not Share(objects, objects + loose.total()).reaches(policy.binding_instances):
        return False
    return not short_classes(held, loose, after.tail(footing), policy) and _is_fresh(footing, policy, after, train)


def short_classes(held: Mapping[int, int], loose: Mapping[int, int], tail: Set[int], policy: Policy) -> list[int]:
    """Classes that are not of the tail and fall below the class floor with everything in."""
    share = policy.binding_classes
    return [
        index
        for index, count in sorted(loose.items())
        if index not in tail and not Share(held.get(index, 0), held.get(index, 0) + count).reaches(share)
    ]


def _is_fresh(footing: Footing, policy: Policy, after: _State, train: Sequence[str]) -> bool:
    if footing.since is None:
        real = len(after.standing[Split.TRAIN]) + len(train)
        return Share(real, real + len(after.others)).reaches(policy.binding_fresh)
    fresh = after.fresh + sum(sha256 not in footing.since.verified for sha256 in train)
    new = sum(sha256 not in footing.since.every for sha256 in after.others)
    return Share(fresh, fresh + new).reaches(policy.binding_fresh)


def _lacking(footing: Footing, policy: Policy) -> frozenset[int]:
    """Classes that lack verified instances while nothing more is verified."""
    state = _after(footing, ())
    splits = assign(state.newcomers, state.standing, footing.ratio, seed=footing.seed)
    held = Counter(state.rows[""])
    for sha256, split in splits.items():
        if split is Split.TRAIN:
            held.update(state.rows[sha256])
    loose = Counter(index for rows in state.others.values() for index in rows)
    return frozenset(short_classes(held, loose, state.tail(footing), policy))


class _Order:
    """The images to verify, best first, and after them images that are still to be added.

    Candidates come first: verifying one also takes it from the others; among them those that must stay in train.
    """

    def __init__(
        self, footing: Footing, unverified: Sequence[Unverified], lacking: frozenset[int] = frozenset()
    ) -> None:
        self.lacking, self.names = lacking, footing.names
        self.images = sorted(
            {image.sha256: image for image in sorted(unverified, key=lambda u: u.image, reverse=True)}.values(),
            key=lambda u: (
                u.split not in (None, Split.TRAIN),
                u.sha256 not in footing.others,
                not (u.trained or u.split is Split.TRAIN),
                -sum(index in lacking for index in u.classes),
                -len(u.classes),
                seeded_rank(footing.seed, u.sha256, "verify"),
            ),
        )
        known = sum(map(len, footing.rows.values()))
        self._wanted = sorted(lacking) or [0]
        self._usual = max(1, known // max(1, len(footing.newcomers) + len(footing.standing.get(Split.TRAIN, ()))))
        self._added: list[Unverified] = []

    def first(self, number: int) -> list[Unverified]:
        missing = max(0, number - len(self.images))
        self._added += [self._imagined(i) for i in range(len(self._added), missing)]
        return self.images[:number] + self._added[:missing]

    def _imagined(self, i: int) -> Unverified:
        """A new image with as many objects, of a class each image may have, as is usual here."""
        sha256 = hashlib.sha256(f"to be added {i}".encode()).hexdigest()
        return Unverified("", sha256, (self._wanted[i % len(self._wanted)],) * self._usual)

    def imagined_rows(self, number: int) -> dict[int, int]:
        """Objects of each class on the imagined ones among so many."""
        missing, kinds = max(0, number - len(self.images)), len(self._wanted)
        return {index: len(range(k, missing, kinds)) * self._usual for k, index in enumerate(self._wanted)}


class _Hope:
    """Whether a number could do at all, were every image that is verified by then in train: quick to say."""

    def __init__(self, footing: Footing, policy: Policy, order: _Order) -> None:
        self._footing, self._policy, self._order = footing, policy, order
        self._held = Counter(footing.rows.get("", ()))
        self._new = Counter(index for sha256, rows in footing.rows.items() if sha256 for index in rows)
        self._loose = Counter(index for rows in footing.others.values() for index in rows)

    def of(self, number: int) -> bool:
        return self._holds(number, Fraction(1))

    def likely(self, number: int) -> bool:
        """The same, were only as many in train as the split has places for, with their share of the objects."""
        places = [image.split for image in self._order.images[:number] if image.split is not None]
        free = len(self._footing.newcomers) + number - len(places)
        standing = len(self._footing.standing.get(Split.TRAIN, ())) + places.count(Split.TRAIN)
        taken, _ = _counts(self._footing, self._order, number)
        return self._holds(number, Fraction(taken[Split.TRAIN] - standing, max(1, free)))

    def _holds(self, number: int, share: Fraction) -> bool:
        held, apart, loose = Counter(self._held), Counter(self._footing.elsewhere), Counter(self._loose)
        new = Counter(self._new)
        for image in self._order.images[:number]:
            where = new if image.split is None else held if image.split is Split.TRAIN else apart
            where.update(image.classes)
            loose.subtract(self._footing.others.get(image.sha256, ()))
        new.update(self._order.imagined_rows(number))
        tail = tail_classes(held + new + apart, len(self._footing.names))
        held.update({index: math.floor(count * share) for index, count in new.items()})
        objects = held.total()
        if not Share(objects, objects + loose.total()).reaches(self._policy.binding_instances):
            return False
        return not short_classes(held, +loose, tail, self._policy)


def _advice(order: _Order, number: int, *, counts_objects: bool) -> Advice:
    chosen = order.first(number)
    there = [u.image for u in chosen if u.image]
    objects = sum(len(u.classes) for u in chosen) if counts_objects else 0
    wanted = [(order.names[i], sum(i in u.classes for u in chosen)) for i in sorted(order.lacking)]
    return Advice(len(there), number - len(there), tuple(there), objects, tuple((n, k) for n, k in wanted if k))


@dataclass(slots=True)
class _State:
    """Standing images, newcomers, their rows and the others, once some are verified."""

    standing: dict[Split, list[int]]
    newcomers: list[Newcomer]
    rows: dict[str, tuple[int, ...]]
    others: dict[str, tuple[int, ...]]
    elsewhere: list[int]
    fresh: int

    def tail(self, footing: Footing) -> frozenset[int]:
        """Tail classes by what is verified then, all splits together."""
        verified = Counter(self.elsewhere)
        for rows in self.rows.values():
            verified.update(rows)
        return tail_classes(verified, len(footing.names))


def _after(footing: Footing, verified: Sequence[Unverified]) -> _State:
    state = _State(
        {split: list(footing.standing.get(split, ())) for split in Split},
        list(footing.newcomers),
        {"": (), **footing.rows},
        dict(footing.others),
        list(footing.elsewhere),
        footing.fresh,
    )
    known = footing.since.verified if footing.since else frozenset()
    for image in verified:
        state.others.pop(image.sha256, None)
        bits = class_bits(image.classes)
        if image.split is None:
            state.rows[image.sha256] = image.classes
            source = image.image.partition("/")[0]
            state.newcomers.append(Newcomer(image.sha256, bits, image.trained, source=source))
            continue
        state.standing[image.split].append(bits)
        if image.split is Split.TRAIN:
            state.rows[""] += image.classes
            state.fresh += image.sha256 not in known
        else:
            state.elsewhere += image.classes
    return state


def _counts(footing: Footing, order: _Order, number: int) -> tuple[dict[Split, int], int]:
    """Real-verified images of each split, and the others in train, by number alone."""
    taken = {split: len(footing.standing.get(split, ())) for split in Split}
    trained = sum(n.trained for n in footing.newcomers)
    verified = order.images[:number]
    free = len(footing.newcomers) - trained + number - len(verified)
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


def _begins(footing: Footing, order: _Order, number: int) -> bool:
    taken, _ = _counts(footing, order, number)
    return taken[Split.TRAIN] > 0 and taken[Split.VAL] > 0


def _carries_images(footing: Footing, policy: Policy, order: _Order, number: int) -> bool:
    taken, others = _counts(footing, order, number)
    train = taken[Split.TRAIN]
    return train > 0 and taken[Split.VAL] > 0 and Share(train, train + others).reaches(policy.binding_images)


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
    while high - low > max(1, high // 100 if high > _EXACT else 1):
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    if high > _EXACT:
        return high
    return next((n for n in range(max(start, high - near), high) if works(n)), high)


def _walk(works: Callable[[int], bool], likely: Callable[[int], bool], start: int) -> int | None:
    found = next((number for number in range(start, start + _WALK) if works(number)), None)
    if found is not None:
        return found
    guess = _smallest(likely, near=0, start=start + _WALK)
    if guess is None or guess <= _PLAYED:
        return _smallest(works, near=_WALK // 2, start=start + _WALK)
    tries = (guess * more // 100 for more in _MORE)
    return next((number for number in tries if works(number)), None)
