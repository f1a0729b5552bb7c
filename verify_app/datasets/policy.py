"""The rules a dataset must meet, as one table: what each demands and how it is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verify_app.core.errors import UsageError
from verify_app.core.floors import HARD_FLOOR, LEAST_FLOOR, MIN_REAL_SHARE, PRESETS
from verify_app.core.receipt import Outcome, PolicyRule
from verify_app.core.vocabulary import Split
from verify_app.datasets.shares import Share, parse_share, percent


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

    Raises
    ------
    UsageError
        When a share is below the floor or above 1.
    """

    min_real_share: Fraction = MIN_REAL_SHARE
    hard_floor: Fraction = HARD_FLOOR
    min_real_instances: Fraction | None = None

    def __post_init__(self) -> None:
        if not LEAST_FLOOR <= self.hard_floor <= 1:
            raise UsageError(
                f"A hard floor of {percent(self.hard_floor)} is not allowed; it lies between {percent(LEAST_FLOOR)} "
                "and 100 %, since below that a model forgets what is rare."
            )
        for name, value in (("real share", self.min_real_share), ("share by instances", self.instances)):
            if not self.hard_floor <= value <= 1:
                raise UsageError(
                    f"A {name} of {percent(value)} is not allowed; choose one from the hard floor of "
                    f"{percent(self.hard_floor)} up to 100 %."
                )

    @property
    def instances(self) -> Fraction:
        """The share demanded by instances."""
        return self.min_real_share if self.min_real_instances is None else self.min_real_instances


def policy_of(text: str | None = None) -> Policy:
    """The policy of a preset's name or a share such as ``0.5``; the default without either.

    Raises
    ------
    UsageError
        When it is neither, or below the hard floor.
    """
    if text is None:
        return Policy()
    name = text.strip().lower()
    return Policy(PRESETS[name] if name in PRESETS else parse_share(text, "The real share"))


@dataclass(frozen=True, slots=True)
class Part:
    """What rules look at: one image of a composition. `instances` are its label rows."""

    sha256: str
    split: Split
    rv: bool
    instances: int


Measure = Callable[[Sequence[Part]], Share | int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a share that must be reached, or a count that must not be exceeded.

    Parameters
    ----------
    kind : str
        ``hard`` or ``soft``.
    demanded : callable
        From the policy: a Fraction for a share, an int for a count.
    measure : callable
        From the images of a composition: a Share or an int, of the same kind.
    """

    name: str
    kind: str
    demanded: Callable[[Policy], Fraction | int]
    measure: Measure


def real_images(parts: Iterable[Part]) -> Share:
    """Real-verified ÷ all train images."""
    train = [part for part in parts if part.split is Split.TRAIN]
    return Share(sum(part.rv for part in train), len(train))


def real_instances(parts: Iterable[Part]) -> Share:
    """The same by instances; they take their image's status."""
    train = [part for part in parts if part.split is Split.TRAIN]
    return Share(sum(part.instances for part in train if part.rv), sum(part.instances for part in train))


def unverified_in_evaluation(parts: Iterable[Part]) -> int:
    """Images of val, test and gold that are not real-verified."""
    return sum(part.split is not Split.TRAIN and not part.rv for part in parts)


def repeated(parts: Iterable[Part]) -> int:
    """Images that are there more than once, in one split or in two."""
    return sum(count > 1 for count in Counter(part.sha256 for part in parts).values())


RULES: tuple[Rule, ...] = (
    Rule("min_real_share", "soft", lambda policy: policy.min_real_share, real_images),
    Rule("hard_floor", "hard", lambda policy: policy.hard_floor, real_images),
    Rule("min_real_instances", "soft", lambda policy: policy.instances, real_instances),
    Rule("hard_floor_instances", "hard", lambda policy: policy.hard_floor, real_instances),
    Rule("eval_pure", "hard", lambda _: 0, unverified_in_evaluation),
    Rule("no_leak", "hard", lambda _: 0, repeated),
)
"""Every rule there is, in the order of receipts."""


def policy_rules(policy: Policy) -> tuple[PolicyRule, ...]:
    """The policy as the receipt states it."""
    return tuple(PolicyRule(rule.name, rule.kind, str(rule.demanded(policy))) for rule in RULES)


def policy_from(rules: Sequence[PolicyRule]) -> Policy:
    """The policy that a receipt states.

    Raises
    ------
    UsageError
        When it is none that this program would have written: a rule missing, unknown or below the floor.
    """
    demanded = {rule.name: rule.demanded for rule in rules}
    wanted = ("min_real_share", "hard_floor", "min_real_instances")
    shares = [parse_share(demanded.get(name, ""), f"The receipt's {name}") for name in wanted]
    policy = Policy(*shares)
    if policy_rules(policy) != tuple(rules):
        raise UsageError("The receipt's rules are not those of this program.")
    return policy


def outcomes(policy: Policy, parts: Sequence[Part]) -> tuple[Outcome, ...]:
    """Every rule measured on a composition."""
    found = []
    for rule in RULES:
        demanded, measured = rule.demanded(policy), rule.measure(parts)
        if isinstance(measured, Share):
            holds = measured.reaches(Fraction(demanded))
        else:
            holds = measured <= demanded
        found.append(Outcome(rule.name, rule.kind, str(demanded), str(measured), holds))
    return tuple(found)
