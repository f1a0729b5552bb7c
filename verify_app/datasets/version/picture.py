"""A plan in numbers to draw: what it is made of, and what each rule costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from verify_app.core.errors import PolicyError
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.composition.compose import FOR_SHARE, Plan
from verify_app.datasets.policy.policy import Policy

LEAVING_OUT = ("min_real_share", "min_real_instances", "class_floor", "min_fresh_share")
"""The rules that are met by leaving images out."""


def composition(made: Plan) -> dict[str, dict[str, dict[str, int]]]:
    """Images by origin, labels by grade and by class: each by split."""
    origins: dict[str, Counter[str]] = {}
    grades: dict[str, Counter[str]] = {}
    classes: dict[str, Counter[int]] = {}
    for member in made.members:
        split = member.split.value
        origins.setdefault(split, Counter())[member.candidate.origin.value] += 1
        grades.setdefault(split, Counter()).update([label.grade.value for label in member.ready.labels])
        classes.setdefault(split, Counter()).update(member.part.classes)
    return {
        "origins": {split: dict(found) for split, found in origins.items()},
        "grades": {split: dict(found) for split, found in grades.items()},
        "classes": {s: {made.classes[i]: n for i, n in sorted(found.items())} for s, found in classes.items()},
    }


def costs(made: Plan, again: Callable[[Policy], Plan]) -> Mapping[str, int]:
    """How many images fewer would stay out for the share without each rule, all others as they are.

    Parameters
    ----------
    again : callable
        The same plan under another policy.
    """
    out = _out(made)
    found = {}
    for rule in LEAVING_OUT if out else ():
        if made.policy.overridden(rule):
            continue
        without = (*made.policy.overrides, Override(rule, "what it costs", "nobody"))
        try:
            found[rule] = out - _out(again(replace(made.policy, overrides=without)))
        except PolicyError:
            found[rule] = 0
    return found


def _out(made: Plan) -> int:
    return sum(x.reason == FOR_SHARE for x in made.left_out)
