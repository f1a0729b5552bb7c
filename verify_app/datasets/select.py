"""Which unverified images stay in train when not all may: fewest tail instances lost, fewest images, then a hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from verify_app.datasets import solving
from verify_app.datasets.split import seeded_rank

EXACT = 20_000
"""Up to so many kinds of images the answer is the best there is; beyond, how far from it is stated."""


@dataclass(frozen=True, slots=True)
class Option:
    """An image that may be left out: its instances, and those of tail classes among them.

    Parameters
    ----------
    classes : tuple of (int, int)
        Class index and instances of it, by index.
    new : bool
        Whether it was not in the parent's train.
    """

    sha256: str
    instances: int
    tail: int
    classes: tuple[tuple[int, int], ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class Caps:
    """How many images and instances that are not real-verified the real-verified ones in train can carry.

    Parameters
    ----------
    classes : mapping of int to int
        Instances by class index; a class that is not named is not limited.
    new : int or None
        Images new since the parent; None: not limited.
    """

    images: int
    instances: int
    classes: Mapping[int, int] = field(default_factory=dict)
    new: int | None = None

    def hold(self, kept: Sequence[Option]) -> bool:
        """Whether these stay within every cap, in integers."""
        if len(kept) > self.images or sum(o.instances for o in kept) > self.instances:
            return False
        if self.new is not None and sum(o.new for o in kept) > self.new:
            return False
        used = dict.fromkeys(self.classes, 0)
        if used:
            for option in kept:
                for index, count in option.classes:
                    if index in used:
                        used[index] += count
        return all(used[index] <= cap for index, cap in self.classes.items())


@dataclass(frozen=True, slots=True)
class Selection:
    """What stays, by SHA-256, and how it was found.

    Parameters
    ----------
    solver : str
        ``none`` (all stay), ``sort``, ``milp``, or ``bound`` with what the best could keep more at most.
    """

    kept: frozenset[str]
    solver: str


def carried(real: int, share: Fraction) -> int:
    """The most others that `real` can carry at this share: real ÷ (real + others) >= share, solved in integers."""
    return real * (share.denominator - share.numerator) // share.numerator


def in_order(options: Iterable[Option], *, seed: int) -> list[Option]:
    """The order in which images stay where nothing else decides."""
    return sorted(options, key=lambda o: (-o.tail, seeded_rank(seed, o.sha256, "leave out")))


def select(options: Iterable[Option], caps: Caps, *, seed: int) -> Selection:
    """The best subset within all caps; exact up to `EXACT` kinds of images.

    Where the number of images alone binds, a sort is exact. Where more binds it is an integer programme over kinds of
    images (equal in all that aims and caps look at), solved one aim after the other by SciPy's HiGHS and checked again
    in integers. Images of a kind, and kinds that serve the aims equally, are told apart by the seed.
    """
    return select_of(in_order(options, seed=seed), caps, seed=seed)


def select_of(order: Sequence[Option], caps: Caps, *, seed: int) -> Selection:
    """The same of options `in_order`."""
    if caps.hold(order):
        return Selection(frozenset(o.sha256 for o in order), "none")
    kept = order[: caps.images]
    if caps.hold(kept):
        return Selection(frozenset(o.sha256 for o in kept), "sort")
    tight = _tight(order, caps)
    kinds: dict[_Kind, list[Option]] = {}
    for option in order:
        kinds.setdefault(_kind(option, tight), []).append(option)
    names = sorted(kinds)
    problem = _problem(names, [len(kinds[name]) for name in names], tight)
    if len(names) <= EXACT:
        counts, how = solving.exact(problem, _drawn(names, seed)), "milp"
    else:
        counts, more = solving.near(problem, _drawn(names, seed))
        how = f"bound: the best keeps at most {more.tail} tail instances and {more.images} images more"
    kept = [o for name, count in zip(names, counts, strict=True) for o in kinds[name][:count]]
    if not caps.hold(kept):
        raise RuntimeError("The solver's answer breaks the caps in integers.")
    return Selection(frozenset(o.sha256 for o in kept), how)


_Kind = tuple[int, int, tuple[tuple[int, int], ...], bool]


def _tight(options: Sequence[Option], caps: Caps) -> Caps:
    """The caps without those of classes and new images that everything together stays within."""
    used = dict.fromkeys(caps.classes, 0)
    for option in options:
        for index, count in option.classes:
            if index in used:
                used[index] += count
    classes = {index: cap for index, cap in sorted(caps.classes.items()) if used[index] > cap}
    new = caps.new if caps.new is not None and sum(o.new for o in options) > caps.new else None
    return Caps(caps.images, caps.instances, classes, new)


def _kind(option: Option, caps: Caps) -> _Kind:
    classes = tuple(pair for pair in option.classes if pair[0] in caps.classes)
    return option.tail, option.instances, classes, option.new and caps.new is not None


def _problem(kinds: Sequence[_Kind], there: Sequence[int], caps: Caps) -> solving.Problem:
    rows = {index: place for place, index in enumerate(caps.classes, start=2)}
    entries = [(0, i, 1) for i in range(len(kinds))]
    for i, (_, instances, classes, new) in enumerate(kinds):
        if instances:
            entries.append((1, i, instances))
        entries += [(rows[index], i, count) for index, count in classes]
        if new:
            entries.append((len(rows) + 2, i, 1))
    limits = [caps.images, caps.instances, *caps.classes.values(), *([] if caps.new is None else [caps.new])]
    return solving.Problem(tuple(kind[0] for kind in kinds), tuple(there), tuple(limits), tuple(entries))


def _drawn(kinds: Sequence[_Kind], seed: int) -> list[int]:
    """A number for each kind that only it and the seed decide."""
    found = []
    for tail, instances, classes, new in kinds:
        name = f"{tail}:{instances}" + "".join(f":{c}x{n}" for c, n in classes) + (":new" if new else "")
        found.append(int.from_bytes(seeded_rank(seed, name, "kind")[:8], "big"))
    return found
