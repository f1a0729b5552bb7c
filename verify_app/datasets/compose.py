"""Which images go into a version and which stay out: candidates under a policy, as a plan that changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from verify_app.core.errors import PolicyError, UsageError
from verify_app.core.receipt import Outcome, Parent
from verify_app.core.vocabulary import Grade, Split
from verify_app.datasets import advice as advising
from verify_app.datasets.advice import Advice, Footing
from verify_app.datasets.aliases import merge
from verify_app.datasets.candidates import Candidate, Pool, PoolModel, Unverified
from verify_app.datasets.checks import Ready, problem_of, ready
from verify_app.datasets.policy import Part, Policy, outcomes, real_images, real_instances
from verify_app.datasets.select import Caps, Option, carried, select, tail_classes
from verify_app.datasets.shares import Share, percent
from verify_app.datasets.split import QUOTA_SPLITS, Newcomer, Ratio, assign, class_bits
from verify_app.imaging.formats import TRAINABLE_SUFFIXES

MODES = ("trim", "strict")

FOR_SHARE = "share"
UNUSABLE = "unusable"
EVALUATION = "evaluation"
GOLD = "gold"

_PLACE = {split: place for place, split in enumerate(Split)}


@dataclass(frozen=True, slots=True)
class Member:
    """An image of the version, in its split."""

    ready: Ready
    split: Split

    @property
    def candidate(self) -> Candidate:
        return self.ready.candidate

    @property
    def part(self) -> Part:
        c = self.candidate
        return Part(c.sha256, self.split, c.rv, self.ready.instances)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that stays out. `reason` is one of the words above; `why` a sentence."""

    image: str
    sha256: str
    reason: str
    why: str


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
    needs_yes : bool
        More than half of the candidates stays out.
    """

    classes: tuple[str, ...]
    policy: Policy
    mode: str
    seed: int
    ratio: Ratio
    parent: Parent | None
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

    def count(self, split: Split) -> int:
        return sum(member.split is split for member in self.members)

    def sentence(self) -> str:
        """What a person is told: what stays out and what verifying instead would keep."""
        out = sum(x.reason == FOR_SHARE for x in self.left_out)
        share = f"{percent(self.after)} of {_images(self.after.whole)} in train real and verified"
        if not out:
            return f"Nothing is left out for the share; {share}."
        return f"{_images(out)} left out to reach it; {share}.{_instead(self.advice, len(self.members) + out)}"


@dataclass(slots=True)
class _Sorted:
    """Candidates by where they may go, before the split of newcomers and the choice among the others."""

    placed: list[Member]
    newcomers: list[Ready]
    others: list[Ready]
    out: list[LeftOut]

    def everything(self) -> list[Part]:
        """With all others in train."""
        return [m.part for m in self.placed] + [Member(r, Split.TRAIN).part for r in self.others]


def plan(
    pool: Pool,
    policy: Policy,
    *,
    mode: str = "trim",
    seed: int = 0,
    split: Ratio | None = None,
    parent: Parent | None = None,
) -> Plan:
    """Compose a version. Pure: the same pool in any order gives the same plan, and nothing is assigned.

    In mode ``trim`` unverified images are left out until every rule holds; ``strict`` refuses instead.

    Raises
    ------
    PolicyError
        When the policy cannot be met, or not without leaving out (strict): says what to verify, carries the plan.
    UsageError
        When there is no class, or the mode is unknown.
    """
    _check_arguments(pool, mode)
    merged, notes = merge(pool.candidates)
    found, footing = _settle(merged, len(pool.classes), split or Ratio(), seed=seed)
    unverified = _verifiable(pool, merged)
    _refuse_without_real(found.placed, footing, pool, unverified)
    kept, left, solver = _choose(found, policy, classes=len(pool.classes), seed=seed)
    members = sorted([*found.placed, *kept], key=lambda m: (_PLACE[m.split], m.candidate.sha256))
    out = sorted([*found.out, *map(_for_share, left)], key=lambda x: (x.reason, x.image))
    made = Plan(
        classes=pool.classes,
        policy=policy,
        mode=mode,
        seed=seed,
        ratio=footing.ratio,
        parent=parent,
        members=tuple(members),
        assignments={m.candidate.sha256: m.split for m in members if m.candidate.split is None},
        left_out=tuple(out),
        outcomes=outcomes(policy, [m.part for m in members]),
        solver=solver,
        candidates=_candidate_share(merged, out),
        before=real_images(found.everything()),
        after=real_images(m.part for m in members),
        advice=advising.to_keep_all(footing, policy, unverified) if left else None,
        needs_yes=2 * sum(x.reason != GOLD for x in out) > sum(not c.gold for c in merged),
        notes=tuple(notes + [n for m in members for n in m.ready.notes]),
        models=pool.models,
        excluded=pool.excluded,
    )
    return _held(made, real_instances(found.everything()))


def _check_arguments(pool: Pool, mode: str) -> None:
    if mode not in MODES:
        raise UsageError(f"The mode is {mode[:40]!r}; choose trim or strict.")
    if not pool.classes:
        raise UsageError("The project has no class; add one before exporting.")


def _candidate_share(merged: Iterable[Candidate], out: Iterable[LeftOut]) -> Share:
    unusable = {x.sha256 for x in out if x.reason == UNUSABLE}
    usable = [c for c in merged if not c.gold and c.sha256 not in unusable]
    return Share(sum(c.rv for c in usable), len(usable))


def _held(made: Plan, by_objects: Share) -> Plan:
    """The plan; refuses a plan in strict mode that leaves out for the share; a broken rule is a bug, never written."""
    left = sum(x.reason == FOR_SHARE for x in made.left_out)
    if made.mode == "strict" and left:
        measured = f"{percent(made.before)} of the images and {percent(by_objects)} of the objects"
        raise PolicyError(
            f"Only {measured} for training are real and verified, where the policy demands "
            f"{_demanded(made.policy)}; {_images(left)} would have to be left out."
            f"{_instead(made.advice, len(made.members) + left)} Or export with mode trim.",
            made,
        )
    broken = [o.name for o in made.outcomes if not o.holds]
    if broken:
        raise RuntimeError(f"The plan breaks {', '.join(broken)} in integers.")
    return made


def _demanded(policy: Policy) -> str:
    if policy.instances == policy.min_real_share:
        return percent(policy.min_real_share)
    return f"{percent(policy.min_real_share)} and {percent(policy.instances)}"


def _settle(candidates: Iterable[Candidate], classes: int, ratio: Ratio, *, seed: int) -> tuple[_Sorted, Footing]:
    """Candidates by where they may go, newcomers in their splits; and the footing before those were placed."""
    found = _sort(candidates, classes)
    footing = _footing(found, ratio, seed)
    splits = assign(footing.newcomers, footing.standing, ratio, seed=seed)
    found.placed += [Member(r, splits[r.candidate.sha256]) for r in found.newcomers]
    return found, footing


def _sort(candidates: Iterable[Candidate], classes: int) -> _Sorted:
    """Where each candidate may go; standing assignments decide first."""
    found = _Sorted([], [], [], [])
    for candidate in candidates:
        problem = problem_of(candidate, classes)
        if problem is not None:
            found.out.append(LeftOut(candidate.image, candidate.sha256, UNUSABLE, problem))
            continue
        reason, why = _stays_out(candidate)
        if reason:
            found.out.append(LeftOut(candidate.image, candidate.sha256, reason, why))
        elif not candidate.rv:
            found.others.append(ready(candidate))
        elif candidate.split is not None:
            found.placed.append(Member(ready(candidate), candidate.split))
        elif candidate.gold:
            found.placed.append(Member(ready(candidate), Split.GOLD))
        else:
            found.newcomers.append(ready(candidate))
    return found


def _stays_out(candidate: Candidate) -> tuple[str, str]:
    """Reason and sentence when gold or a standing assignment keeps a candidate out."""
    evaluation = candidate.split not in (None, Split.TRAIN)
    if candidate.gold and (candidate.trained or candidate.split is Split.TRAIN):
        return GOLD, "Reserved for gold, but it is already a training image; release it from gold."
    if candidate.gold and not candidate.rv:
        return GOLD, "Reserved for gold and not real-verified yet; review it first."
    if candidate.gold and any(label.grade is Grade.ATTESTED for label in candidate.labels):
        return GOLD, "Reserved for gold, but its labels were only attested; look at each of them."
    if evaluation and candidate.trained:
        return EVALUATION, f"It belongs to {candidate.split} but was trained on, so it can measure nothing."
    if evaluation and not candidate.rv:
        return EVALUATION, f"It belongs to {candidate.split} for good and is not real-verified; review it."
    return "", ""


def _footing(found: _Sorted, ratio: Ratio, seed: int) -> Footing:
    standing: dict[Split, list[int]] = {split: [] for split in QUOTA_SPLITS}
    rows = {"": 0}
    for member in found.placed:
        if member.split in standing:
            standing[member.split].append(_bits(member.ready))
        if member.split is Split.TRAIN:
            rows[""] += member.ready.instances
    newcomers = tuple(Newcomer(r.candidate.sha256, _bits(r), r.candidate.trained) for r in found.newcomers)
    rows |= {r.candidate.sha256: r.instances for r in found.newcomers}
    others = {r.candidate.sha256: r.instances for r in found.others}
    return Footing(standing, newcomers, rows, others, ratio, seed)


def _bits(one: Ready) -> int:
    return class_bits(label.index for label in one.labels)


def _verifiable(pool: Pool, merged: Sequence[Candidate]) -> list[Unverified]:
    """The pool's unverified images that verifying would make usable real-verified ones."""
    spoilt = {
        c.sha256
        for c in merged
        if c.rv or c.gold or c.origin.weakness > 0 or problem_of(c, len(pool.classes)) is not None
    }
    return [
        image
        for image in pool.unverified
        if image.sha256 not in spoilt and PurePath(image.image).suffix.lower() in TRAINABLE_SUFFIXES
    ]


def _refuse_without_real(
    placed: Sequence[Member], footing: Footing, pool: Pool, unverified: Sequence[Unverified]
) -> None:
    """A version needs a real-verified image in train and one in val, whatever is left out."""
    there = {member.split for member in placed}
    lacking = [split for split in (Split.TRAIN, Split.VAL) if split not in there]
    if not lacking:
        return
    needed = advising.to_begin(footing, unverified)
    excluded = ", ".join(f"{count} {reason}" for reason, count in sorted(pool.excluded.items()) if count)
    raise PolicyError(
        f"There is no real-verified image for {' and '.join(lacking)}, so the policy cannot be met even without "
        f"unverified images; {needed}, complete, and export again"
        f"{f' (not among the candidates: {excluded})' if excluded else ''}."
    )


def _choose(found: _Sorted, policy: Policy, *, classes: int, seed: int) -> tuple[list[Member], list[Ready], str]:
    """Which unverified images stay in train, which do not, and how that was found."""
    verified: Counter[int] = Counter()
    for member in found.placed:
        verified.update(label.index for label in member.ready.labels)
    tail = tail_classes(verified, classes)
    parts = [member.part for member in found.placed]
    caps = Caps(
        carried(real_images(parts).part, policy.min_real_share),
        carried(real_instances(parts).part, policy.instances),
    )
    options = [
        Option(r.candidate.sha256, r.instances, sum(label.index in tail for label in r.labels)) for r in found.others
    ]
    chosen = select(options, caps, seed=seed)
    kept = [Member(r, Split.TRAIN) for r in found.others if r.candidate.sha256 in chosen.kept]
    return kept, [r for r in found.others if r.candidate.sha256 not in chosen.kept], chosen.solver


def _for_share(one: Ready) -> LeftOut:
    why = "Not real-verified, and there are too few real-verified images to carry it."
    return LeftOut(one.candidate.image, one.candidate.sha256, FOR_SHARE, why)


def _instead(advice: Advice | None, total: int) -> str:
    if advice is None:
        return " No number of verified images would keep them all; lower the share or remove what is not real."
    text = str(advice)
    return f" {text[:1].upper()}{text[1:]} to keep all {total}."


def _images(count: int) -> str:
    return "1 image" if count == 1 else f"{count} images"
