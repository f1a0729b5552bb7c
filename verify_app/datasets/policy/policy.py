"""What a dataset must meet, as data: presets, the demands of every rule, and what is overridden by whom and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.percentages import percent
from verify_app.core.policy_defaults import (
    FRESH_SHARE,
    HARD_FLOOR,
    LEAST_FLOOR,
    MAX_DEPTH,
    MIN_REAL_SHARE,
    PRESETS,
    SEEN_SHARE,
)
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.policy.shares import parse_share

MIN_CATCH_RATE = "min_catch_rate"
"""The rule that is on only where it is asked for: it looks at reviewers instead of images, and comes last."""

MIN_SEEN_SHARE = "min_seen_share"
"""The rule on the door: it is measured always, demands something only where it is asked for, and leaves nothing out."""

PSEUDO_CONF = "pseudo_conf"
"""No rule: which proposals are candidates. Stated with the rules, only where it is set."""

SOFT = (
    "min_real_share",
    "min_real_instances",
    "class_floor",
    "tail_floor",
    "min_fresh_share",
    "accumulate",
    "max_depth",
    MIN_SEEN_SHARE,
    MIN_CATCH_RATE,
)
"""The rules that a person may override with a name and a reason. The others are hard: never."""

HARD = ("hard_floor", "hard_floor_instances", "eval_pure", "no_leak")

_DEEPEST = 1000
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Policy:
    """What a dataset must meet.

    Parameters
    ----------
    min_real_share : Fraction
        Real-verified ÷ all train images.
    hard_floor : Fraction
        Nothing goes below, whatever is overridden; at least `LEAST_FLOOR`.
    min_real_instances : Fraction or None
        The share by instances; None: as by images.
    min_catch_rate : Fraction or None
        What the lower end of the catch rate's interval of everybody who verified labels must reach; None: no rule.
    class_floor : Fraction or None
        The share by instances within each class but the tail ones; None: as by images.
    tail_floor : bool
        Verified instances of a tail class do not get fewer from version to version.
    min_fresh_share : Fraction
        Fresh real-verified ÷ (those + non-RV images new since the parent version).
    accumulate : bool
        Holds every train image of the parent that is still real-verified.
    max_depth : int
        Of the model behind any unverified label.
    min_seen_share : Fraction
        Train images decided in the window ÷ real-verified train images.
    pseudo_conf : Fraction or None
        Real images with proposals only come in as unverified ones, with those of this confidence or more; None: none.
    overrides : tuple of Override
        Soft rules that need not hold, by whom and why.

    Raises
    ------
    UsageError
        When a share is below the floor or above 1, or an override names no soft rule, nobody or no reason.
    """

    min_real_share: Fraction = MIN_REAL_SHARE
    hard_floor: Fraction = HARD_FLOOR
    min_real_instances: Fraction | None = None
    min_catch_rate: Fraction | None = None
    class_floor: Fraction | None = None
    tail_floor: bool = True
    min_fresh_share: Fraction = FRESH_SHARE
    accumulate: bool = True
    max_depth: int = MAX_DEPTH
    overrides: tuple[Override, ...] = ()
    pseudo_conf: Fraction | None = None
    min_seen_share: Fraction = SEEN_SHARE

    def __post_init__(self) -> None:
        if not LEAST_FLOOR <= self.hard_floor <= 1:
            raise UsageError(
                M(
                    "A hard floor of {share} is not allowed; it lies between {least} and 100 %, since below "
                    "that a model forgets what is rare.",
                    share=percent(self.hard_floor),
                    least=percent(LEAST_FLOOR),
                )
            )
        for name, value in ((M("real share"), self.min_real_share), (M("share by instances"), self.instances)):
            if not self.hard_floor <= value <= 1:
                raise UsageError(
                    M(
                        "A {name} of {share} is not allowed; choose one from the hard floor of {floor} up to 100 %.",
                        name=name,
                        share=percent(value),
                        floor=percent(self.hard_floor),
                    )
                )
        shares = (self.classes, self.min_fresh_share, self.min_seen_share)
        for name, value in zip((M("class floor"), M("fresh share"), M("seen share")), shares, strict=True):
            if not 0 <= value <= 1:
                raise UsageError(
                    M(
                        "A {name} of {share} is not allowed; choose one from 0 to 100 %.",
                        name=name,
                        share=percent(value),
                    )
                )
        if self.pseudo_conf is not None and not 0 < self.pseudo_conf <= 1:
            raise UsageError(M("A confidence for proposals is above 0 and at most 1; leave it out to take none."))
        if not 0 <= self.max_depth <= _DEEPEST:
            raise UsageError(
                M(
                    "A depth of {depth} is not allowed; choose one from 0 to {most}.",
                    depth=self.max_depth,
                    most=_DEEPEST,
                )
            )
        _check_overrides(self.overrides)

    @property
    def instances(self) -> Fraction:
        """The share demanded by instances."""
        return self.min_real_share if self.min_real_instances is None else self.min_real_instances

    @property
    def classes(self) -> Fraction:
        """The share demanded within each class."""
        return self.min_real_share if self.class_floor is None else self.class_floor

    def overridden(self, rule: str) -> bool:
        """Whether a person has taken it on themselves that a rule does not hold."""
        return any(one.rule == rule for one in self.overrides)

    @property
    def binding_images(self) -> Fraction:
        """The share of images that composing must reach: the hard floor where the rule is overridden."""
        return self.hard_floor if self.overridden("min_real_share") else self.min_real_share

    @property
    def binding_instances(self) -> Fraction:
        """The same by instances."""
        return self.hard_floor if self.overridden("min_real_instances") else self.instances

    @property
    def binding_classes(self) -> Fraction:
        """The same within each class; 0 where the rule is overridden."""
        return Fraction(0) if self.overridden("class_floor") else self.classes

    @property
    def binding_fresh(self) -> Fraction:
        """The fresh share that composing must reach; 0 where the rule is overridden."""
        return Fraction(0) if self.overridden("min_fresh_share") else self.min_fresh_share

    @property
    def binding_depth(self) -> int:
        """No label of a deeper model comes in."""
        return _DEEPEST if self.overridden("max_depth") else self.max_depth


def _check_overrides(overrides: Iterable[Override]) -> None:
    seen = set()
    for one in overrides:
        if one.rule in HARD:
            raise UsageError(M("The rule {rule} is hard: nobody can override it.", rule=one.rule))
        if one.rule not in SOFT:
            raise UsageError(
                M(
                    "There is no rule {rule!r} to override; soft rules are {soft}.",
                    rule=one.rule[:40],
                    soft=", ".join(SOFT),
                )
            )
        if not one.by.strip() or not one.reason.strip():
            raise UsageError(M("Overriding {rule} needs who does it and why: give a name and a reason.", rule=one.rule))
        if max(len(one.by), len(one.reason)) > _LONGEST or not (one.by + one.reason).isprintable():
            raise UsageError(
                M(
                    "Name and reason for overriding {rule} are one line of at most {most} letters.",
                    rule=one.rule,
                    most=_LONGEST,
                )
            )
        if one.rule in seen:
            raise UsageError(M("The rule {rule} is overridden twice; name it once.", rule=one.rule))
        seen.add(one.rule)


def policy_of(
    text: str | None = None,
    *,
    base: Policy | None = None,
    min_catch_rate: str | None = None,
    min_seen_share: str | None = None,
) -> Policy:
    """The policy of a preset's name or a share such as ``0.5``; the default without either.

    Parameters
    ----------
    base : Policy, optional
        Where everything else comes from, such as a policy file's.
    min_catch_rate : str, optional
        A share too; without it catch rates are only stated.
    min_seen_share : str, optional
        A share too.

    Raises
    ------
    UsageError
        When it is neither, or below the hard floor.
    """
    policy = base or Policy()
    if min_catch_rate is not None:
        policy = replace(policy, min_catch_rate=parse_share(min_catch_rate, M("The catch rate")))
    if min_seen_share is not None:
        policy = replace(policy, min_seen_share=parse_share(min_seen_share, M("The seen share")))
    if text is None:
        return policy
    return replace(policy, min_real_share=real_share(text))


def real_share(text: str) -> Fraction:
    """A preset's share by its name, or the share written."""
    name = text.strip().lower()
    return PRESETS[name] if name in PRESETS else parse_share(text, M("The real share"))
