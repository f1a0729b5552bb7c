"""Which unverified images stay in train: caps of every rule, and what the solver says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.loader_checks import Ready
from verify_app.datasets.composition.placement import Placed, classes_of
from verify_app.datasets.composition.select import Caps, Crowd, Option, Selection, carried, select_of
from verify_app.datasets.composition.verify_advice import Footing
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import class_shares, real_images, real_instances, tail_of


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be left out and what carries it, whatever share is demanded.

    Parameters
    ----------
    crowd : Crowd
        All that may be left out, as the solver sees them.
    images, instances, held : int, int and mapping of int to int
        Real-verified in train, by images, by instances, and these by class.
    fresh : int
        Real-verified train images that the parent did not have as such.
    loose : frozenset of int
        Classes on what may be left out that are not of the tail.
    """

    crowd: Crowd
    images: int
    instances: int
    held: Mapping[int, int]
    fresh: int
    loose: frozenset[int]

    def choose(self, policy: Policy) -> Selection:
        """The unverified images that stay in train, and how that was found."""
        share: Fraction = policy.binding_classes
        caps = Caps(
            carried(self.images, policy.binding_images),
            carried(self.instances, policy.binding_instances),
            {index: carried(self.held.get(index, 0), share) for index in sorted(self.loose)} if share else {},
            carried(self.fresh, policy.binding_fresh) if policy.binding_fresh else None,
        )
        return select_of(self.crowd, caps)


def choice(found: Placed, footing: Footing, *, seed: int) -> Choice:
    """Look once at what may be left out."""
    parts = [member.part for member in found.placed]
    tail = tail_of(parts, len(footing.names))
    options = [_option(one, tail, footing) for one in found.others]
    known = footing.since.verified if footing.since else frozenset()
    return Choice(
        Crowd(options, seed=seed),
        real_images(parts).part,
        real_instances(parts).part,
        {index: share.part for index, share in class_shares(parts).items()},
        sum(m.candidate.sha256 not in known for m in found.placed if m.split is Split.TRAIN),
        frozenset({index for one in options for index, _ in one.classes} - tail),
    )


def _option(one: Ready, tail: frozenset[int], footing: Footing) -> Option:
    rows = classes_of(one)
    new = footing.since is None or one.candidate.sha256 not in footing.since.every
    counts = tuple(sorted(Counter(rows).items()))
    return Option(one.candidate.sha256, len(rows), sum(index in tail for index in rows), counts, new)
