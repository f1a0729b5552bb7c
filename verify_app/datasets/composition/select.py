"""Which unverified images stay in train when not all may: fewest tail instances lost, fewest images, then a hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from verify_app.datasets.composition import exact_solver
from verify_app.datasets.composition.split import seeded_rank

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

    def hold(self, kept: Iterable[Option]) -> bool:
        """Whether these stay within every cap, in integers."""
        return self.carry(Use.of(kept))

    def carry(self, use: Use) -> bool:
        """Whether so much stays within every cap."""
        if use.images > self.images or use.instances > self.instances:
            return False
        if self.new is not None and use.new > self.new:
            return False
        return all(use.classes.get(index, 0) <= cap for index, cap in self.classes.items())


class Use(NamedTuple):
    """What some images use of caps."""

    images: int
    instances: int
    classes: Mapping[int, int]
    new: int

    @classmethod
    def of(cls, options: Iterable[Option]) -> Use:
        """Counted."""
        images = instances = new = 0
        classes: dict[int, int] = {}
        for option in options:
            images += 1
            instances += option.instances
            new += option.new
            for index, count in option.classes:
                classes[index] = classes.get(index, 0) + count
        return cls(images, instances, classes, new)


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


class Crowd:
    """Options in their order, with what is worked out of them once, whatever the caps."""

    def __init__(self, options: Iterable[Option], *, seed: int) -> None:
        self.order, self.seed = tuple(in_order(options, seed=seed)), seed
        self.use = Use.of(self.order)
        self._kinds: _Kinds | None = None

    def kinds(self, tight: Caps) -> _Kinds:
        """Sorted into kinds for these caps; those of the last ones are kept, as most shares bind the same classes."""
        looked_at = tuple(tight.classes), tight.new is not None
        if self._kinds is None or self._kinds.looked_at != looked_at:
            self._kinds = _sorted(self.order, *looked_at, seed=self.seed)
        return self._kinds


def select(options: Iterable[Option], caps: Caps, *, seed: int) -> Selection:
    """The best subset within all caps; exact up to `EXACT` kinds of images.

    Where the number of images alone binds, a sort is exact. Where more binds it is an integer programme over kinds of
    images (equal in all that aims and caps look at), solved one aim after the other by SciPy's HiGHS and checked again
    in integers. Images of a kind, and kinds that serve the aims equally, are told apart by the seed.
    """
    return select_of(Crowd(options, seed=seed), caps)


def select_of(crowd: Crowd, caps: Caps) -> Selection:
    """The same of options that were looked at once."""
    order = crowd.order
    if caps.carry(crowd.use):
        return Selection(frozenset([o.sha256 for o in order]), "none")
    kept: Sequence[Option] = order[: caps.images]
    if caps.hold(kept):
        return Selection(frozenset([o.sha256 for o in kept]), "sort")
    tight = _tight(crowd.use, caps)
    kinds = crowd.kinds(tight)
    limits = [tight.images, tight.instances, *tight.classes.values(), *([] if tight.new is None else [tight.new])]
    problem = exact_solver.Problem(kinds.tail, kinds.there, tuple(limits), kinds.uses)
    if len(kinds.there) <= EXACT:
        counts, how = exact_solver.exact(problem, kinds.drawn), "milp"
    else:
        counts, more = exact_solver.near(problem, kinds.drawn)
        how = f"bound: the best keeps at most {more.tail} tail instances and {more.images} images more"
    kept = [o for of_kind, count in zip(kinds.members, counts, strict=True) for o in of_kind[:count]]
    if not caps.hold(kept):
        raise RuntimeError("The solver's answer breaks the caps in integers.")
    return Selection(frozenset([o.sha256 for o in kept]), how)


_Kind = tuple[int, int, tuple[tuple[int, int], ...], bool]


class _Kinds(NamedTuple):
    """Options by kind, as the solver sees them.

    Parameters
    ----------
    looked_at : (tuple of int, bool)
        The classes that were looked at, and whether to what is new.
    members : list of list of Option
        Those of each kind, in their order.
    """

    looked_at: tuple[tuple[int, ...], bool]
    members: list[list[Option]]
    tail: tuple[int, ...]
    there: tuple[int, ...]
    uses: exact_solver.Uses
    drawn: list[int]


def _sorted(order: Sequence[Option], classes: tuple[int, ...], new: bool, *, seed: int) -> _Kinds:
    bound, found = frozenset(classes), dict[_Kind, list[Option]]()
    for option in order:
        pairs = option.classes
        if not bound.issuperset([pair[0] for pair in pairs]):
            pairs = tuple([pair for pair in pairs if pair[0] in bound])
        found.setdefault((option.tail, option.instances, pairs, option.new and new), []).append(option)
    names = sorted(found)
    members = [found[name] for name in names]
    there, tail = tuple([len(each) for each in members]), tuple([name[0] for name in names])
    return _Kinds((classes, new), members, tail, there, _uses(names, classes, new), _drawn(names, seed))


def _tight(use: Use, caps: Caps) -> Caps:
    """The caps without those of classes and new images that everything together stays within."""
    classes = {index: cap for index, cap in sorted(caps.classes.items()) if use.classes.get(index, 0) > cap}
    new = caps.new if caps.new is not None and use.new > caps.new else None
    return Caps(caps.images, caps.instances, classes, new)


def _uses(kinds: Sequence[_Kind], classes: Sequence[int], new: bool) -> exact_solver.Uses:
    """Rows: images, instances, the classes, what is new."""
    rows = {index: place for place, index in enumerate(classes, start=2)}
    entries = [(0, i, 1) for i in range(len(kinds))]
    for i, (_, instances, pairs, is_new) in enumerate(kinds):
        if instances:
            entries.append((1, i, instances))
        entries += [(rows[index], i, count) for index, count in pairs]
        if is_new:
            entries.append((len(rows) + 2, i, 1))
    return exact_solver.Uses(tuple(entries), 2 + len(rows) + new, len(kinds))


def _drawn(kinds: Sequence[_Kind], seed: int) -> list[int]:
    """A number for each kind that only it and the seed decide."""
    found, said = [], cache("{0[0]}x{0[1]}".format)
    for tail, instances, classes, new in kinds:
        name = ":".join([f"{tail}:{instances}", *map(said, classes)]) + (":new" if new else "")
        found.append(int.from_bytes(seeded_rank(seed, name, "kind")[:8], "big"))
    return found
