"""A composition in outline, fast enough for a slider: everything is looked at once, each policy then only counted.

The outline keeps every rule, but leaves images out greedily where `select` finds the best: it never keeps more than a
plan does. What it says is therefore "at least".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify_app.core.vocabulary import Split
from verify_app.datasets.advice import Origins
from verify_app.datasets.aliases import merge
from verify_app.datasets.ancestor import Ancestor
from verify_app.datasets.candidates import Pool
from verify_app.datasets.checks import Ready
from verify_app.datasets.placing import GOLD, Member, place
from verify_app.datasets.policy import Policy
from verify_app.datasets.rules import class_shares, real_images, real_instances, tail_of
from verify_app.datasets.select import Caps, Option, carried
from verify_app.datasets.shares import Share
from verify_app.datasets.split import Ratio, seeded_rank

Tables = tuple[Counter[str], Counter[str], Counter[int]]
"""Images by origin, labels by grade, labels by class."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What stays the same whatever share is demanded.

    Parameters
    ----------
    splits : mapping of Split to Tables
        Of the real-verified images, which all stay.
    counts : mapping of Split to int
        Images likewise.
    images, instances : int
        Real-verified in train.
    held : mapping of int to int
        Verified instances in train by class.
    fresh : int
        Real-verified train images that the parent did not have as such.
    options : tuple of (Option, Ready)
        What may be left out, in the order in which it stays.
    out : mapping of str to int
        Left out for other reasons.
    """

    classes: tuple[str, ...]
    splits: Mapping[Split, Tables]
    counts: Mapping[Split, int]
    images: int
    instances: int
    held: Mapping[int, int]
    tail: frozenset[int]
    fresh: int
    options: tuple[tuple[Option, Ready], ...]
    out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A composition in outline.

    Parameters
    ----------
    left : int
        Images left out for the share, at most.
    real, real_objects : Share
        Real-verified ÷ all in train, by images and by instances.
    """

    classes: tuple[str, ...]
    splits: Mapping[Split, Tables]
    counts: Mapping[Split, int]
    kept: int
    left: int
    real: Share
    real_objects: Share
    class_shares: Mapping[int, Share]
    out: Mapping[str, int]

    @property
    def candidates(self) -> int:
        """Images there were to choose from, gold apart."""
        gold = self.counts.get(Split.GOLD, 0)
        others = sum(n for reason, n in self.out.items() if reason != GOLD)
        return sum(self.counts.values()) - gold + self.left + others


def ground(pool: Pool, ratio: Ratio, *, seed: int, depth: int, parent: Ancestor | None = None) -> Ground:
    """Look at a pool once. Assigns and writes nothing."""
    merged, _ = merge(pool.candidates)
    found, _ = place(merged, pool, ratio, seed=seed, depth=depth)
    parts = [m.part for m in found.placed]
    tail = tail_of(parts, len(pool.classes))
    known = parent.origins() if parent is not None else None
    options = [_option(one, tail, known) for one in found.others]
    options.sort(key=lambda o: (-o[0].tail, o[0].instances, seeded_rank(seed, o[0].sha256, "leave out")))
    train = [m.candidate.sha256 for m in found.placed if m.split is Split.TRAIN]
    return Ground(
        pool.classes,
        _tables(found.placed),
        Counter(m.split for m in found.placed),
        real_images(parts).part,
        real_instances(parts).part,
        {index: share.part for index, share in class_shares(parts).items()},
        tail,
        sum(known is None or sha256 not in known.verified for sha256 in train),
        tuple(options),
        Counter(x.reason for x in found.out),
    )


def _option(one: Ready, tail: frozenset[int], known: Origins | None) -> tuple[Option, Ready]:
    rows = [label.index for label in one.labels]
    new = known is None or one.candidate.sha256 not in known.every
    counts = tuple(sorted(Counter(rows).items()))
    return Option(one.candidate.sha256, len(rows), sum(index in tail for index in rows), counts, new), one


def _tables(members: Sequence[Member]) -> dict[Split, Tables]:
    found: dict[Split, Tables] = {}
    for member in members:
        _count(found.setdefault(member.split, (Counter(), Counter(), Counter())), member.ready)
    return found


def _count(into: Tables, one: Ready) -> None:
    origins, grades, classes = into
    origins[one.candidate.origin.value] += 1
    for label in one.labels:
        grades[label.grade.value] += 1
        classes[label.index] += 1


def sketch(there: Ground, policy: Policy) -> Sketch | None:
    """The outline under a policy; None where there is no real-verified image for train or val."""
    if not there.counts.get(Split.TRAIN) or not there.counts.get(Split.VAL):
        return None
    kept = _keep(there, _caps(there, policy))
    own = there.splits[Split.TRAIN]
    train = (Counter(own[0]), Counter(own[1]), Counter(own[2]))
    for one in kept:
        _count(train, one)
    objects = train[2].total()
    counts = Counter(there.counts)
    counts[Split.TRAIN] += len(kept)
    return Sketch(
        there.classes,
        {**there.splits, Split.TRAIN: train},
        counts,
        len(kept),
        len(there.options) - len(kept),
        Share(there.images, counts[Split.TRAIN]),
        Share(there.instances, objects),
        {index: Share(there.held.get(index, 0), n) for index, n in sorted(train[2].items())},
        there.out,
    )


def _caps(there: Ground, policy: Policy) -> Caps:
    share = policy.binding_classes
    classes = {index for option, _ in there.options for index, _ in option.classes} - there.tail if share else set()
    return Caps(
        carried(there.images, policy.binding_images),
        carried(there.instances, policy.binding_instances),
        {index: carried(there.held.get(index, 0), share) for index in classes},
        carried(there.fresh, policy.binding_fresh) if policy.binding_fresh else None,
    )


def _keep(there: Ground, caps: Caps) -> list[Ready]:
    """One after the other while every cap holds: those with the rarest classes first, then those with few objects."""
    kept: list[Ready] = []
    instances, new = caps.instances, len(there.options) if caps.new is None else caps.new
    free = dict(caps.classes)
    for option, one in there.options:
        if len(kept) >= caps.images:
            break
        if option.instances > instances or (option.new and not new):
            continue
        if any(index in free and count > free[index] for index, count in option.classes):
            continue
        kept.append(one)
        instances -= option.instances
        new -= option.new
        for index, count in option.classes:
            if index in free:
                free[index] -= count
    return kept
