"""The rules as one table: the kind of each, what it demands of a policy and how it is measured on a composition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import chain

from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.receipt.receipt import RULES as NEWEST
from verify_app.core.receipt.receipt import CatchRecord, Outcome, Override, PolicyRule
from verify_app.core.tail_classes import tail_classes
from verify_app.core.vocabulary import Split
from verify_app.datasets.policy.policy import MIN_CATCH_RATE, MIN_SEEN_SHARE, PSEUDO_CONF, Policy
from verify_app.datasets.policy.shares import Share, parse_share

CATCH_STEPS = 10_000
"""Ends of intervals are stated with four decimals."""

ON, OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class Part:
    """What rules look at: one image of a composition.

    Parameters
    ----------
    instances : int
        Its label rows.
    classes : tuple of int
        Class of each, as indices.
    group : str
        Images that belong together have the same; empty for one that stands alone.
    seen : bool
        Real-verified, and all of it decided in the window.
    """

    sha256: str
    split: Split
    rv: bool
    instances: int
    classes: tuple[int, ...] = ()
    group: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What rules need to know besides the images.

    Parameters
    ----------
    classes : int
        How many there are.
    tail : mapping of int to int
        Verified instances in train that the parent asks of its tail classes.
    absent : int
        Train images of the parent that are still real-verified and not in train.
    fresh : Share or None
        Fresh real-verified ÷ (those + non-RV images new since the parent); None without a parent: all are new.
    depth : int
        The deepest model behind an unverified label.
    rules : int
        Version of the rules that are measured.
    """

    classes: int = 0
    tail: Mapping[int, int] = field(default_factory=dict)
    absent: int = 0
    fresh: Share | None = None
    depth: int = 0
    rules: int = NEWEST


Demand = Fraction | int | bool
Measure = Callable[[Sequence[Part], Basis], Share | int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a share that must be reached, a count that must not be exceeded, or a switch.

    Parameters
    ----------
    kind : str
        ``hard`` or ``soft``.
    demanded : callable
        From the policy: a Fraction for a share, an int for a count, a bool for a switch (on: nothing may be counted).
    measure : callable
        From the images of a composition: a Share or an int, of the same kind.
    since : int
        The version of the rules it came with.
    """

    name: str
    kind: str
    demanded: Callable[[Policy], Demand]
    measure: Measure
    since: int = 1


def real_images(parts: Iterable[Part], _: Basis | None = None) -> Share:
    """Real-verified ÷ all train images."""
    train = [part.rv for part in parts if part.split is Split.TRAIN]
    return Share(sum(train), len(train))


def real_instances(parts: Iterable[Part], _: Basis | None = None) -> Share:
    """The same by instances; they take their image's status."""
    train = [part for part in parts if part.split is Split.TRAIN]
    return Share(sum(part.instances for part in train if part.rv), sum(part.instances for part in train))


def class_shares(parts: Iterable[Part]) -> dict[int, Share]:
    """The same within each class that has an instance in train."""
    train = [part for part in parts if part.split is Split.TRAIN]
    every, verified = _counted(train), _counted(part for part in train if part.rv)
    return {index: Share(verified[index], count) for index, count in sorted(every.items())}


def tail_of(parts: Iterable[Part], classes: int, *, rules: int = NEWEST) -> frozenset[int]:
    """The tail classes (`core.tail_classes`) by the verified instances of a composition, all splits together."""
    return tail_classes(_counted(part for part in parts if part.rv), classes, rules=rules)


def _counted(parts: Iterable[Part]) -> Counter[int]:
    """Instances by class."""
    return Counter(chain.from_iterable([part.classes for part in parts]))


def least_class(parts: Sequence[Part], basis: Basis) -> Share:
    """The least share within a class that is not of the tail; nothing of nothing when there is no such class."""
    tail = tail_of(parts, basis.classes, rules=basis.rules)
    found = [share for index, share in class_shares(parts).items() if index not in tail]
    return min(found, key=lambda share: (Fraction(share.part, share.whole), -share.whole), default=Share(0, 0))


def tail_lost(parts: Sequence[Part], basis: Basis) -> int:
    """Verified instances of tail classes that the parent had and that are not there any more."""
    if not basis.tail:
        return 0
    now = _counted(part for part in parts if part.rv and part.split is Split.TRAIN)
    return sum(max(0, count - now[index]) for index, count in basis.tail.items())


def unverified_in_evaluation(parts: Iterable[Part], _: Basis | None = None) -> int:
    """Images of val, test and gold that are not real-verified."""
    return sum(part.split is not Split.TRAIN and not part.rv for part in parts)


def leaks(parts: Iterable[Part], _: Basis | None = None) -> int:
    """Images that are there more than once, and groups of images that lie in more than one split."""
    times: Counter[str] = Counter()
    groups: dict[str, set[Split]] = {}
    for part in parts:
        times[part.sha256] += 1
        if part.group:
            groups.setdefault(part.group, set()).add(part.split)
    return sum(count > 1 for count in times.values()) + sum(len(splits) > 1 for splits in groups.values())


def fresh(parts: Iterable[Part], basis: Basis) -> Share:
    """Fresh real-verified ÷ (those + non-RV images new since the parent)."""
    return real_images(parts) if basis.fresh is None else basis.fresh


def seen_images(parts: Iterable[Part], _: Basis | None = None) -> Share:
    """Train images decided in the window ÷ real-verified train images."""
    verified = [part.seen for part in parts if part.split is Split.TRAIN and part.rv]
    return Share(sum(verified), len(verified))


RULES: tuple[Rule, ...] = (
    Rule("min_real_share", "soft", lambda policy: policy.min_real_share, real_images),
    Rule("hard_floor", "hard", lambda policy: policy.hard_floor, real_images),
    Rule("min_real_instances", "soft", lambda policy: policy.instances, real_instances),
    Rule("hard_floor_instances", "hard", lambda policy: policy.hard_floor, real_instances),
    Rule("class_floor", "soft", lambda policy: policy.classes, least_class, 2),
    Rule("tail_floor", "soft", lambda policy: policy.tail_floor, tail_lost, 2),
    Rule("eval_pure", "hard", lambda _: 0, unverified_in_evaluation),
    Rule("no_leak", "hard", lambda _: 0, leaks),
    Rule("min_fresh_share", "soft", lambda policy: policy.min_fresh_share, fresh, 2),
    Rule("accumulate", "soft", lambda policy: policy.accumulate, lambda _, basis: basis.absent, 2),
    Rule("max_depth", "soft", lambda policy: policy.max_depth, lambda _, basis: basis.depth, 2),
    Rule(MIN_SEEN_SHARE, "soft", lambda policy: policy.min_seen_share, seen_images, 3),
)
"""Every rule that is always measured, in the order of receipts."""


def _stated(demand: Demand) -> str:
    return (ON if demand else OFF) if isinstance(demand, bool) else str(demand)


def _known(rules: int) -> list[Rule]:
    return [rule for rule in RULES if rule.since <= rules]


def policy_rules(policy: Policy, rules: int = NEWEST) -> tuple[PolicyRule, ...]:
    """The policy as the receipt states it; `rules` is the version of the rules."""
    stated = tuple(PolicyRule(rule.name, rule.kind, _stated(rule.demanded(policy))) for rule in _known(rules))
    if policy.pseudo_conf is not None:
        stated = (*stated, PolicyRule(PSEUDO_CONF, "candidates", str(policy.pseudo_conf)))
    if policy.min_catch_rate is None:
        return stated
    return (*stated, PolicyRule(MIN_CATCH_RATE, "soft", str(policy.min_catch_rate)))


def policy_from(rules: Sequence[PolicyRule], overrides: tuple[Override, ...] = (), version: int = NEWEST) -> Policy:
    """The policy that a receipt states.

    Raises
    ------
    UsageError
        When it is none that this program would have written: a rule missing, unknown or below the floor.
    """
    demanded = {rule.name: rule.demanded for rule in rules}

    def share(name: str) -> Fraction:
        return parse_share(demanded.get(name, ""), M("The receipt's {rule}", rule=name))

    values: dict[str, object] = {n: share(n) for n in ("min_real_share", "hard_floor", "min_real_instances")}
    values |= {name: share(name) for name in (MIN_CATCH_RATE, PSEUDO_CONF) if name in demanded}
    if version > 1:
        values |= {name: share(name) for name in ("class_floor", "min_fresh_share")}
        values |= {name: demanded.get(name) == ON for name in ("tail_floor", "accumulate")}
        depth = demanded.get("max_depth", "")
        values |= {name: share(name) for name in (MIN_SEEN_SHARE,) if version > 2}
        values["max_depth"] = int(depth) if depth.isascii() and depth.isdigit() and len(depth) < 6 else -1
    policy = Policy(**values, overrides=overrides)  # type: ignore[arg-type]
    if policy_rules(policy, version) != tuple(rules):
        raise UsageError(M("The receipt's rules are not those of this program."))
    return policy


def outcomes(
    policy: Policy,
    parts: Sequence[Part],
    reviewers: Mapping[str, CatchRecord] | None = None,
    *,
    basis: Basis | None = None,
    rules: int = NEWEST,
) -> tuple[Outcome, ...]:
    """Every rule measured on a composition; `reviewers` are those who verified its labels."""
    found, basis = [], replace(basis or Basis(), rules=rules)
    for rule in _known(rules):
        demanded, measured = rule.demanded(policy), rule.measure(parts, basis)
        if isinstance(measured, Share):
            holds = measured.reaches(Fraction(demanded))
        elif isinstance(demanded, bool):
            holds = not demanded or measured == 0
        else:
            holds = measured <= demanded
        found.append(Outcome(rule.name, rule.kind, _stated(demanded), str(measured), holds))
    if policy.min_catch_rate is not None:
        least = least_caught(reviewers or {})
        wanted = policy.min_catch_rate
        found.append(Outcome(MIN_CATCH_RATE, "soft", str(wanted), str(least), least.reaches(wanted)))
    return tuple(found)


def broken(policy: Policy, measured: Iterable[Outcome]) -> list[Outcome]:
    """The rules that do not hold and that nobody has overridden."""
    return [one for one in measured if not one.holds and not (one.kind == "soft" and policy.overridden(one.name))]


def least_caught(reviewers: Mapping[str, CatchRecord]) -> Share:
    """The least lower end of the reviewers' intervals, in ten thousandths; nothing of nothing when there are none.

    Who has answered no honeypot has an interval from 0: of them nothing is known.
    """
    lows = [round(Fraction(record.low) * CATCH_STEPS) for record in reviewers.values()]
    return Share(min(lows), CATCH_STEPS) if lows else Share(0, 0)
