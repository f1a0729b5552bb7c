"""Where each candidate may go before anything is chosen: standing assignments first, then groups, then quotas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from verify_app.core.messages import M
from verify_app.core.receipt.receipt import LabelRecord, seen
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.candidates import Candidate, Pool, PoolModel
from verify_app.datasets.composition.leak_groups import Families, Relative, families
from verify_app.datasets.composition.loader_checks import Ready, problem_of, ready
from verify_app.datasets.composition.split import QUOTA_SPLITS, Newcomer, Ratio, assign, class_bits
from verify_app.datasets.composition.verify_advice import Footing
from verify_app.datasets.policy.rules import Part

FOR_SHARE = "share"
UNUSABLE = "unusable"
EVALUATION = "evaluation"
GOLD = "gold"
LEAK = "leak"
STATED = "stated"
DEPTH = "depth"

_PLACE = {split: place for place, split in enumerate(Split)}


@dataclass(frozen=True)  # no slots: its part is asked for several times
class Member:
    """An image of the version, in its split; `group` is the same for those that belong together."""

    ready: Ready
    split: Split
    group: str = ""

    @property
    def candidate(self) -> Candidate:
        return self.ready.candidate

    @cached_property
    def part(self) -> Part:
        c, labels = self.candidate, self.ready.labels
        classes = tuple([x.index for x in labels])
        return Part(c.sha256, self.split, c.rv, len(labels), classes, self.group, c.rv and seen(c.complete, labels))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that stays out. `reason` is one of the words above; `why` a sentence."""

    image: str
    sha256: str
    reason: str
    why: str


@dataclass(slots=True)
class Placed:
    """Candidates by where they may go.

    Parameters
    ----------
    placed : list of Member
        Real-verified ones in their splits.
    newcomers : list of Ready
        Real-verified ones whose split the quotas decide.
    others : list of Ready
        Those that are not real-verified and may be in train.
    """

    placed: list[Member] = field(default_factory=list)
    newcomers: list[Ready] = field(default_factory=list)
    others: list[Ready] = field(default_factory=list)
    out: list[LeftOut] = field(default_factory=list)
    families: Families = field(default_factory=Families)
    stated: dict[str, Split] = field(default_factory=dict)

    def member(self, one: Ready, split: Split) -> Member:
        return Member(one, split, self.families.group.get(one.candidate.sha256, ""))

    def leave(self, candidate: Candidate, reason: str, why: str) -> None:
        self.out.append(LeftOut(candidate.image, candidate.sha256, reason, why))


def place(
    candidates: Iterable[Candidate], pool: Pool, ratio: Ratio, *, seed: int, depth: int
) -> tuple[Placed, Footing]:
    """Candidates by where they may go, newcomers in their splits; and the footing before those were placed.

    Parameters
    ----------
    depth : int
        Images with unverified labels of a deeper model stay out.
    """
    found = _sort(list(candidates), pool, depth)
    footing = _footing(found, ratio, seed)
    splits = assign(footing.newcomers, footing.standing, ratio, seed=seed)
    found.placed += [found.member(r, splits[r.candidate.sha256]) for r in found.newcomers]
    _out_of_evaluation(found)
    others = {r.candidate.sha256 for r in found.others}
    left = {sha256: rows for sha256, rows in footing.others.items() if sha256 in others}
    return found, footing.with_others(left)


def place_gold(pool: Pool) -> tuple[list[Member], list[LeftOut]]:
    """What may be measured on of what is reserved for gold, and what of it stays out, by SHA-256.

    As for an export: what was trained on, and what belongs together with that, measures nothing.
    """
    found = _sort(merge(pool.candidates)[0], pool, 0)
    reserved = {c.sha256 for c in pool.candidates if c.gold}
    out = sorted((x for x in found.out if x.sha256 in reserved), key=lambda x: (x.reason, x.image))
    return [m for m in found.placed if m.split is Split.GOLD and m.candidate.gold], out


def problem(candidate: Candidate, pool: Pool) -> str | None:
    """Why a candidate cannot be used, or None."""
    return problem_of(candidate, len(pool.classes), pool.task, pool.skeleton)


def _sort(candidates: Sequence[Candidate], pool: Pool, depth: int) -> Placed:
    """Where each candidate may go; standing assignments decide first."""
    found = Placed()
    usable, kin = [], list(pool.kin)
    for candidate in candidates:
        why = problem(candidate, pool)
        if why is None:
            usable.append(candidate)
            continue
        found.leave(candidate, UNUSABLE, why)
        if (standing := _relative(candidate)).split is not None:
            kin.append(standing)  # what cannot be used has its place all the same
    found.stated = {c.sha256: c.stated for c in usable if c.stated is not None}
    found.families = families([*map(_relative, usable), *kin])
    depths = {model.sha256: model.depth for model in pool.models}
    for candidate in usable:
        reason, why = _stays_out(candidate)
        if not reason:
            reason, why = _leaks(candidate, found.families)
        if not reason and not candidate.rv and (deepest := depth_of(candidate, depths)) > depth:
            reason, why = (
                DEPTH,
                M(
                    "Its labels come from a model of depth {deepest}, the policy allows {depth}.",
                    deepest=deepest,
                    depth=depth,
                ),
            )
        if reason:
            found.leave(candidate, reason, why)
        else:
            _put(found, ready(candidate, pool.task))
    return found


def _put(found: Placed, one: Ready) -> None:
    c = one.candidate
    side = found.families.split_of(c.sha256)
    if not c.rv:
        found.others.append(one)
    elif c.split is not None:
        found.placed.append(found.member(one, c.split))
    elif c.gold:
        found.placed.append(found.member(one, Split.GOLD))
    elif side is not None:
        found.placed.append(found.member(one, side))
    elif c.stated is not None:
        found.placed.append(found.member(one, Split.TRAIN if c.trained else c.stated))
    else:
        found.newcomers.append(one)


def _relative(c: Candidate) -> Relative:
    standing = Split.TRAIN if c.trained else c.split or (Split.GOLD if c.gold else None)
    return Relative(c.sha256, c.image, c.look, c.family, standing, c.rv, c.was if c.split is None else (), c.stated)


def depth_of(candidate: Candidate, depths: dict[str, int]) -> int:
    """The deepest model behind its unverified labels; 0 without any."""
    behind = (m for label in candidate.labels if not label.grade.verified for m in label.models)
    return max((depths.get(m, 0) for m in behind), default=0)


def deepest(members: Iterable[Member], models: Iterable[PoolModel]) -> int:
    """The same of a composition."""
    depths = {model.sha256: model.depth for model in models}
    behind = {m for label in kinds_of_labels(members) for m in label.models}
    return max((depths.get(m, 0) for m in behind), default=0)


def kinds_of_labels(members: Iterable[Member]) -> Collection[LabelRecord]:
    """Their label records, most of them once: labels alike share one (`checks`)."""
    every = list(chain.from_iterable([member.ready.labels for member in members]))
    return dict(zip(map(id, every), every, strict=True)).values()


def _stays_out(candidate: Candidate) -> tuple[str, str]:
    """Reason and sentence when gold or a standing assignment keeps a candidate out."""
    evaluation = candidate.split not in (None, Split.TRAIN)
    if candidate.gold and (candidate.trained or candidate.split is Split.TRAIN):
        return GOLD, M("Reserved for gold, but it is already a training image; release it from gold.")
    if candidate.gold and not candidate.rv:
        return GOLD, M("Reserved for gold and not real-verified yet; review it first.")
    if (candidate.gold or candidate.split is Split.GOLD) and candidate.attested:
        key = "Space" if candidate.labels else "Shift+Space"
        return GOLD, M(
            "Reserved for gold, but only attested; open it and press {key}: then somebody has looked.", key=key
        )
    if evaluation and candidate.trained:
        return EVALUATION, M(
            "It belongs to {split} but was trained on, so it can measure nothing.", split=candidate.split
        )
    if evaluation and not candidate.rv:
        return EVALUATION, M(
            "It belongs to {split} for good and is not real-verified; review it.", split=candidate.split
        )
    if candidate.split is None and candidate.stated not in (None, Split.TRAIN) and not candidate.rv:
        return STATED, M(
            "Its publisher put it in {split}, and it is not real-verified; verify or attest it.", split=candidate.stated
        )
    return "", ""


def not_verified(found: Placed) -> list[str]:
    """A sentence for each split of publishers of which images are left out since nobody has verified them."""
    counted = Counter(stated for x in found.out if x.reason == STATED and (stated := found.stated.get(x.sha256)))
    return [
        M(
            "Publisher's {split}, not verified: {n} left out; verify or attest them, or `verify-app "
            "source split-again`.",
            split=split,
            n=count,
        )
        for split, count in sorted(counted.items())
    ]


def _leaks(c: Candidate, found: Families) -> tuple[str, str]:
    """The same when images that belong together keep it out."""
    if c.sha256 in found.bridges:
        (one, first), (two, second) = found.bridges[c.sha256]
        if c.image in (one, two):
            one, first, second = (one, first, second) if c.image == two else (two, second, first)
            return LEAK, M(
                "It is for {second}, but belongs together with {one}, which is for {first}.",
                second=second,
                one=one,
                first=first,
            )
        return LEAK, M(
            "It belongs together with {one} in {first} and with {two} in {second}, so it can be in neither.",
            one=one,
            first=first,
            two=two,
            second=second,
        )
    side = found.split_of(c.sha256)
    if side is Split.GOLD and not c.gold and c.split is not Split.GOLD:
        return LEAK, M("It belongs together with an image that is reserved for gold; reserve it too.")
    if side not in (None, Split.TRAIN) and not c.rv:
        return LEAK, M("It belongs together with images in {split} and is not real-verified; review it.", split=side)
    return "", ""


def _out_of_evaluation(found: Placed) -> None:
    """What is not real-verified stays out of train when its group has just gone to val or test."""
    gone = {m.group: m.split for m in found.placed if m.group and m.split is not Split.TRAIN}
    kept = []
    for one in found.others:
        split = gone.get(found.families.group.get(one.candidate.sha256, ""))
        if split is None:
            kept.append(one)
        else:
            why = M("It belongs together with images in {split} and is not real-verified; review it.", split=split)
            found.leave(one.candidate, LEAK, why)
    found.others = kept


def _footing(found: Placed, ratio: Ratio, seed: int) -> Footing:
    standing: dict[Split, list[int]] = {split: [] for split in QUOTA_SPLITS}
    rows: dict[str, tuple[int, ...]] = {"": ()}
    in_train: list[int] = []
    for member in found.placed:
        # what a publisher has shared out is no part of what the ratio shares out
        if member.split in standing and member.candidate.stated is None:
            standing[member.split].append(_bits(member.ready))
        if member.split is Split.TRAIN:
            in_train += classes_of(member.ready)
    rows[""] = tuple(in_train)
    groups = found.families.group
    newcomers = tuple(_newcomer(r, groups.get(r.candidate.sha256, "")) for r in found.newcomers)
    rows |= {r.candidate.sha256: classes_of(r) for r in found.newcomers}
    others = {r.candidate.sha256: classes_of(r) for r in found.others}
    measuring = [i for m in found.placed if m.split is not Split.TRAIN for i in classes_of(m.ready)]
    return Footing(standing, newcomers, rows, others, ratio, seed, tuple(measuring))


def _newcomer(one: Ready, group: str) -> Newcomer:
    c = one.candidate
    return Newcomer(c.sha256, _bits(one), c.trained, group, c.image.partition("/")[0])


def classes_of(one: Ready) -> tuple[int, ...]:
    """Class of each row."""
    return tuple([label.index for label in one.labels])


def _bits(one: Ready) -> int:
    return class_bits(label.index for label in one.labels)


def in_order(found: Placed) -> tuple[tuple[str, Member], ...]:
    """All that may be in, by split and SHA-256; before each its SHA-256 if the share decides on it, else ""."""
    free = [(r.candidate.sha256, found.member(r, Split.TRAIN)) for r in found.others]
    every = [*(("", m) for m in found.placed), *free]
    return tuple(sorted(every, key=lambda pair: (_PLACE[pair[1].split], pair[1].candidate.sha256)))


def out_in_order(found: Placed) -> tuple[tuple[str, LeftOut], ...]:
    """The same of all that may be out, by reason and name."""
    every = [*(("", x) for x in found.out), *((r.candidate.sha256, _for_share(r)) for r in found.others)]
    return tuple(sorted(every, key=lambda pair: (pair[1].reason, pair[1].image)))


def _for_share(one: Ready) -> LeftOut:
    why = M("Not real-verified, and there are too few real-verified images to carry it.")
    return LeftOut(one.candidate.image, one.candidate.sha256, FOR_SHARE, why)
