"""Which unverified images stay in train: caps of every rule, and what the solver says."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from verify_app.core.vocabulary import Split
from verify_app.datasets.advice import Footing
from verify_app.datasets.checks import Ready
from verify_app.datasets.placing import Member, Placed, classes_of
from verify_app.datasets.policy import Policy
from verify_app.datasets.rules import class_shares, real_images, real_instances, tail_of
from verify_app.datasets.select import Caps, Option, carried, select


def choose(found: Placed, policy: Policy, footing: Footing, *, seed: int) -> tuple[list[Member], list[Ready], str]:
    """The unverified images that stay in train, those that do not, and how that was found."""
    parts = [member.part for member in found.placed]
    tail = tail_of(parts, len(footing.names))
    images = real_images(parts).part
    caps = Caps(
        carried(images, policy.binding_images),
        carried(real_instances(parts).part, policy.binding_instances),
        _class_caps(found, policy, tail),
        _new_cap(found, policy, footing, images),
    )
    options = [_option(one, tail, footing) for one in found.others]
    chosen = select(options, caps, seed=seed)
    kept = [found.member(r, Split.TRAIN) for r in found.others if r.candidate.sha256 in chosen.kept]
    return kept, [r for r in found.others if r.candidate.sha256 not in chosen.kept], chosen.solver


def _option(one: Ready, tail: frozenset[int], footing: Footing) -> Option:
    rows = classes_of(one)
    new = footing.since is None or one.candidate.sha256 not in footing.since.every
    counts = tuple(sorted(Counter(rows).items()))
    return Option(one.candidate.sha256, len(rows), sum(index in tail for index in rows), counts, new)


def _class_caps(found: Placed, policy: Policy, tail: frozenset[int]) -> dict[int, int]:
    share = policy.binding_classes
    if not share:
        return {}
    held = {index: s.part for index, s in class_shares(m.part for m in found.placed).items()}
    there = {index for one in found.others for index in classes_of(one)}
    return {index: carried(held.get(index, 0), share) for index in sorted(there - tail)}


def _new_cap(found: Placed, policy: Policy, footing: Footing, images: int) -> int | None:
    share: Fraction = policy.binding_fresh
    if not share:
        return None
    if footing.since is None:
        return carried(images, share)
    known = footing.since.verified
    train = (m.candidate.sha256 for m in found.placed if m.split is Split.TRAIN)
    return carried(sum(sha256 not in known for sha256 in train), share)
