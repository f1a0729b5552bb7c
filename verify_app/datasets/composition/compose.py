"""Which images go into a version and which stay out: candidates under a policy, as a plan that changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from verify_app.core.candidate_conditions import not_among
from verify_app.core.counted import counted
from verify_app.core.errors import PolicyError, UsageError
from verify_app.core.gc_pause import uncollected
from verify_app.core.messages import M, joined
from verify_app.core.percentages import percent
from verify_app.core.receipt.receipt import CatchRecord, Outcome, Parent, Since, Voucher, catch_record
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Grade, Split, Task
from verify_app.datasets.composition import verify_advice as advising
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.candidates import Candidate, Pool, PoolModel, Unverified
from verify_app.datasets.composition.caps import Choice, choice
from verify_app.datasets.composition.depth_advice import left_for_depth
from verify_app.datasets.composition.placement import (
    DEPTH,
    EVALUATION,
    FOR_SHARE,
    GOLD,
    LEAK,
    STATED,
    UNUSABLE,
    LeftOut,
    Member,
    Placed,
    deepest,
    in_order,
    kinds_of_labels,
    not_verified,
    out_in_order,
    place,
    problem,
)
from verify_app.datasets.composition.refusals import held, instead
from verify_app.datasets.composition.split import Ratio
from verify_app.datasets.composition.verify_advice import Advice, Footing
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import Basis, Part, class_shares, outcomes, real_images, real_instances, tail_of
from verify_app.datasets.policy.shares import Share
from verify_app.datasets.version.parent import Ancestor, since
from verify_app.formats.yolo import check_folders
from verify_app.imaging.reading.formats import TRAINABLE_SUFFIXES

__all__ = [
    "DEPTH",
    "EVALUATION",
    "FOR_SHARE",
    "GOLD",
    "LEAK",
    "STATED",
    "UNUSABLE",
    "Composer",
    "LeftOut",
    "Member",
    "Plan",
    "plan",
]

MODES = ("trim", "strict")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a version would hold. Nothing is assigned or written by it.

    Parameters
    ----------
    members : tuple of Member
        By split and SHA-256.
    assignments : mapping of str to Split
        What becomes standing, by SHA-256, once the version is written: members without an assignment so far.
    candidates : Share
        Real-verified ÷ candidates among distinct usable images that are not gold.
    before, after : Share
        Real-verified ÷ train images with everything that could go there, and as planned.
    advice : Advice or None
        What verifying would keep everything; None when nothing is left out for the share or nothing would do.
    advised : bool
        It was worked out; otherwise nothing is said of it.
    needs_yes : bool
        More than half of the candidates stays out.
    class_shares : mapping of int to Share
        Real-verified ÷ all instances in train, of each class that has one there.
    since : Since or None
        How it stands to its parent.
    ancestor : Ancestor or None
        The version that it follows.
    sample : bool
        Of a sample project.
    """

    classes: tuple[str, ...]
    policy: Policy
    mode: str
    seed: int
    ratio: Ratio
    ancestor: Ancestor | None
    members: tuple[Member, ...]
    assignments: Mapping[str, Split]
    left_out: tuple[LeftOut, ...]
    outcomes: tuple[Outcome, ...]
    solver: str
    candidates: Share
    before: Share
    after: Share
    advice: Advice | None
    needs_yes: bool
    notes: tuple[str, ...]
    models: tuple[PoolModel, ...]
    excluded: Mapping[str, int]
    task: Task = Task.DETECT
    skeleton: Skeleton | None = None
    reviewers: Mapping[str, CatchRecord] = field(default_factory=dict)
    class_shares: Mapping[int, Share] = field(default_factory=dict)
    since: Since | None = None
    advised: bool = True
    sample: bool = False
    vouchers: Mapping[str, frozenset[Voucher]] = field(default_factory=dict)

    @property
    def parent(self) -> Parent | None:
        """The version it follows, as the receipt names it."""
        return self.ancestor.parent if self.ancestor else None

    def count(self, split: Split) -> int:
        return sum(member.split is split for member in self.members)

    def sentence(self) -> str:
        """What a person is told: what stays out and what verifying instead would keep."""
        out = sum(x.reason == FOR_SHARE for x in self.left_out)
        share, n = percent(self.after), self.after.whole
        if not out:
            return (
                M("Nothing is left out for the share; {share} of 1 image in train real and verified.", share=share)
                if n == 1
                else M(
                    "Nothing is left out for the share; {share} of {n} images in train real and verified.",
                    share=share,
                    n=n,
                )
            )
        return joined([_left_out_text(out, share, n), self.instead()])

    def instead(self) -> str:
        """What verifying instead of leaving out would keep, one sentence; empty when nothing is left out or asked."""
        out = sum(x.reason == FOR_SHARE for x in self.left_out)
        return instead(self.advice, len(self.members) + out) if out and self.advised else ""


def _left_out_text(out: int, share: str, whole: int) -> M:
    if whole == 1:
        return M(
            "{out} left out to reach it; {share} of 1 image in train real and verified.",
            out=counted(out, "image"),
            share=share,
        )
    if out == 1:
        return M(
            "1 image left out to reach it; {share} of {n} images in train real and verified.", share=share, n=whole
        )
    return M(
        "{out} images left out to reach it; {share} of {n} images in train real and verified.",
        out=out,
        share=share,
        n=whole,
    )


def plan(
    pool: Pool,
    policy: Policy,
    *,
    mode: str = "trim",
    seed: int = 0,
    split: Ratio | None = None,
    parent: Ancestor | None = None,
    advise: bool = True,
) -> Plan:
    """Compose a version. Pure: the same pool in any order gives the same plan, and nothing is assigned.

    ``trim`` leaves unverified images out until every rule holds, ``strict`` refuses; not to `advise` is quicker.

    Raises
    ------
    PolicyError
        When the policy cannot be met, or not without leaving out (strict): says what to verify, carries the plan.
    UserError
        When there is no class, a class cannot be the folder that classifying needs, or the mode is unknown.
    """
    return Composer(pool, split=split, seed=seed, parent=parent).plan(policy, mode=mode, advise=advise)


class Composer:
    """Plans of one pool under one policy after another: all but the policy's own part is worked out once.

    Export, preview and the form's live figures all come from here, so that they cannot differ.
    """

    def __init__(
        self, pool: Pool, *, split: Ratio | None = None, seed: int = 0, parent: Ancestor | None = None
    ) -> None:
        self.pool, self.ratio, self.seed, self.parent = pool, split or Ratio(), seed, parent
        self._grounds: dict[int, _Ground] = {}

    @uncollected()
    def plan(self, policy: Policy, *, mode: str = "trim", advise: bool = True) -> Plan:
        """As `plan`."""
        pool = self.pool
        _check_arguments(pool, mode)
        there = self._ground(policy.binding_depth)
        _refuse_without_real(there.found.placed, there.footing, pool, there.unverified)
        chosen = there.choice.choose(policy)
        members = _named([member for sha256, member in there.members if not sha256 or sha256 in chosen.kept])
        out = tuple([one for sha256, one in there.out if sha256 not in chosen.kept])
        left = len(there.found.others) - len(chosen.kept)
        thin = _thin(there.shares, there.tail, pool.classes, policy)
        made = Plan(
            classes=pool.classes,
            policy=policy,
            mode=mode,
            seed=self.seed,
            ratio=self.ratio,
            ancestor=self.parent,
            members=tuple(members),
            assignments={m.candidate.sha256: m.split for m in members if m.candidate.split is None},
            left_out=out,
            solver=chosen.solver,
            candidates=there.candidates,
            before=real_images(there.every),
            advised=advise,
            advice=advising.to_keep_all(there.footing, policy, there.unverified) if left and advise else None,
            needs_yes=2 * sum(x.reason != GOLD for x in out) > there.free,
            notes=(*there.notes, *not_verified(there.found), *thin, *_of_labels(members)),
            **_measured(members, there.merged, pool, policy, self.parent),
            **_carried_over(pool),
        )
        return held(made, real_instances(there.every))

    def _ground(self, depth: int) -> _Ground:
        if depth not in self._grounds:
            merged, notes = merge(self.pool.candidates)
            found, footing = place(merged, self.pool, self.ratio, seed=self.seed, depth=depth)
            footing = _with_parent(replace(footing, names=self.pool.classes), found.placed, self.parent)
            self._grounds[depth] = _Ground(
                merged,
                (*notes, *left_for_depth(found.out, merged, self.pool, depth)),
                found,
                (members := in_order(found)),
                out_in_order(found),
                _candidate_share(merged, found.out),
                sum(not c.gold for c in merged),
                footing,
                (every := [member.part for _, member in members]),
                class_shares(every),
                tail_of(every, len(self.pool.classes)),
                _verifiable(self.pool, merged),
                choice(found, footing, seed=self.seed),
            )
        return self._grounds[depth]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What stays the same whatever share is demanded: distinct candidates, where each may go, what may be left out.

    Parameters
    ----------
    members, out : tuple of (str, Member) and of (str, LeftOut)
        All that may be in and all that may be out, in order; the SHA-256 of those of which the share decides, else "".
    free : int
        Candidates that are not gold.
    """

    merged: Sequence[Candidate]
    notes: Sequence[str]
    found: Placed
    members: Sequence[tuple[str, Member]]
    out: Sequence[tuple[str, LeftOut]]
    candidates: Share
    free: int
    footing: Footing
    every: Sequence[Part]
    shares: Mapping[int, Share]
    tail: frozenset[int]
    unverified: Sequence[Unverified]
    choice: Choice


def _measured(
    members: Sequence[Member], merged: Sequence[Candidate], pool: Pool, policy: Policy, parent: Ancestor | None
) -> dict[str, Any]:
    """What a plan says of its members: every rule, and what it is measured from."""
    parts = [m.part for m in members]
    watched = _reviewers(members, pool.reviewers)
    owed = since(parent, members, merged, classes=len(pool.classes)) if parent else None
    basis = basis_of(len(pool.classes), owed, deepest(members, pool.models))
    return {
        "outcomes": outcomes(policy, parts, watched, basis=basis),
        "after": real_images(parts),
        "reviewers": watched,
        "class_shares": class_shares(parts),
        "since": owed,
    }


def basis_of(classes: int, owed: Since | None, depth: int) -> Basis:
    """What rules need to know besides the images."""
    if owed is None:
        return Basis(classes, depth=depth)
    tail = {int(index): count for index, count in owed.tail.items()}
    return Basis(classes, tail, owed.absent, Share(owed.fresh, owed.fresh + owed.others), depth)


def _named(members: Sequence[Member]) -> list[Member]:
    """Groups are named by the first of those that are in."""
    first: dict[str, str] = {}
    together: Counter[str] = Counter()
    for m in members:
        if m.group:
            together[m.group] += 1
            first[m.group] = min(first.get(m.group, m.candidate.sha256), m.candidate.sha256)
    return [replace(m, group=first[m.group] if together[m.group] > 1 else "") if m.group else m for m in members]


def _with_parent(footing: Footing, placed: Sequence[Member], parent: Ancestor | None) -> Footing:
    if parent is None:
        return footing
    known = parent.origins()
    newcomers = {n.sha256 for n in footing.newcomers}
    train = (m.candidate.sha256 for m in placed if m.split is Split.TRAIN and m.candidate.sha256 not in newcomers)
    return replace(footing, since=known, fresh=sum(sha256 not in known.verified for sha256 in train))


def _thin(shares: Mapping[int, Share], tail: frozenset[int], classes: Sequence[str], policy: Policy) -> list[str]:
    """A sentence for each class that thins out below what the policy demands of it."""
    said: list[str] = []
    for index, share in shares.items():
        if share.reaches(policy.classes):
            continue
        name, part = classes[index], percent(share)
        if index in tail:
            said.append(
                M(
                    "{name!r} thins out: {share} of its {n} instances are real and verified. It is one of the rarest, "
                    "so nothing with it is left out for that; verify more of it.",
                    name=name,
                    share=part,
                    n=share.whole,
                )
            )
        elif policy.binding_classes:
            said.append(
                M(
                    "{name!r} thins out: {share} of its {n} instances are real and verified, so not all images with it "
                    "can stay; verify more of it.",
                    name=name,
                    share=part,
                    n=share.whole,
                )
            )
        else:
            said.append(
                M(
                    "{name!r} thins out: {share} of its {n} instances are real and verified; the rule is overridden.",
                    name=name,
                    share=part,
                    n=share.whole,
                )
            )
    return said


def _of_labels(members: Iterable[Member]) -> list[str]:
    """What was dropped of the labels of those that are in."""
    return [note for member in members for note in member.ready.notes]


def _reviewers(members: Iterable[Member], known: Mapping[str, CatchRecord]) -> dict[str, CatchRecord]:
    """Everybody who verified labels of the members, also those who were never tried."""
    labels = kinds_of_labels(members)
    names = sorted({label.by for label in labels if label.by and label.grade is not Grade.IMPORTED})
    return {name: known.get(name, catch_record(0, 0)) for name in names}


def _carried_over(pool: Pool) -> dict[str, Any]:
    """What a plan takes from its pool as it is."""
    names = ("models", "excluded", "task", "skeleton", "sample", "vouchers")
    return {name: getattr(pool, name) for name in names}


def _check_arguments(pool: Pool, mode: str) -> None:
    if mode not in MODES:
        raise UsageError(M("The mode is {mode!r}; choose trim or strict.", mode=mode[:40]))
    if not pool.classes:
        raise UsageError(M("The project has no class; add one before exporting."))
    if pool.task is Task.CLASSIFY:
        check_folders(pool.classes)


def _candidate_share(merged: Iterable[Candidate], out: Iterable[LeftOut]) -> Share:
    unusable = {x.sha256 for x in out if x.reason == UNUSABLE}
    usable = [c for c in merged if not c.gold and c.sha256 not in unusable]
    return Share(sum(c.rv for c in usable), len(usable))


def _verifiable(pool: Pool, merged: Sequence[Candidate]) -> list[Unverified]:
    """The pool's unverified images that verifying would make usable real-verified ones."""
    spoilt = {c.sha256 for c in merged if c.rv or c.gold or c.origin.weakness > 0 or problem(c, pool) is not None}
    return [
        image
        for image in pool.unverified
        if image.sha256 not in spoilt and PurePath(image.image).suffix.lower() in TRAINABLE_SUFFIXES
    ]


def _by_publishers(placed: Sequence[Member]) -> str:
    """A sentence for what publishers have put in one split, when another lacks; empty when none has."""
    stated = [m.candidate for m in placed if m.candidate.stated is not None and m.candidate.split is None]
    sources = sorted({c.image.partition("/")[0] for c in stated})
    if not stated:
        return ""
    return M(
        "{images} went where the publisher of {sources} states; `verify-app source split-again` shares them out anew.",
        images=counted(len(stated), "image"),
        sources=sources,
    )


def _refuse_without_real(
    placed: Sequence[Member], footing: Footing, pool: Pool, unverified: Sequence[Unverified]
) -> None:
    """A version needs a real-verified image in train and one in val, whatever is left out."""
    there = {member.split for member in placed}
    lacking = [split for split in (Split.TRAIN, Split.VAL) if split not in there]
    if not lacking:
        return
    needed = advising.to_begin(footing, unverified).said()
    excluded = [not_among(reason, count) for reason, count in sorted(pool.excluded.items()) if count]
    said: str = (
        M(
            "There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; "
            "{advice}, complete, and export again (not among the candidates: {others}).",
            splits=_splits_text(lacking),
            advice=needed,
            others=excluded,
        )
        if excluded
        else M(
            "There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; "
            "{advice}, complete, and export again.",
            splits=_splits_text(lacking),
            advice=needed,
        )
    )
    if any(n.group for n in footing.newcomers):
        said = joined([said, M("All that is there belongs together, so it cannot be split.")])
    raise PolicyError(joined([said, _by_publishers(placed)]))


def _splits_text(splits: Sequence[Split]) -> str:
    return M("train and val") if len(splits) > 1 else splits[0].value
