"""Counts of a version by split, as its receipt states them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from verify_app.core.errors import PolicyError
from verify_app.core.receipt.receipt import SCHEMA, Compared, Counts, ImageRecord, Override, seen
from verify_app.core.vocabulary import Grade, Split
from verify_app.datasets.composition.compose import FOR_SHARE, Plan
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import Part, class_shares


def counts(images: Iterable[ImageRecord], classes: Sequence[str], schema: int = SCHEMA) -> Counts:
    """Images, labels, classes, origins, grades and reviewers of each split; only what is there.

    Since the second schema also what verified labels are of: the kinds of actors, and the doors they came in by.
    Classes are named by their id, so that no two can be confused.
    """
    images_, labels, origins = _by_split(), _by_split(), _by_split()
    indices, grades, reviewers = _by_split(), _by_split(), _by_split()
    kinds, doors = _by_split(), _by_split()
    for image in images:
        split = image.split.value
        kind = "real_verified" if image.rv else "other"
        images_[split][kind] += 1
        origins[split][image.origin.value] += 1
        if image.labels:
            labels[split][kind] += len(image.labels)
            indices[split].update([label.index for label in image.labels])
            grades[split].update([label.grade for label in image.labels])
            verified = [label for label in image.labels if label.grade is not Grade.IMPORTED]
            reviewers[split].update([label.by or "" for label in verified])
            kinds[split].update([label.kind for label in verified])
            doors[split].update([label.door for label in verified])
    by_actor = {"kinds": _words(kinds), "doors": _words(doors)} if schema > 1 else {}
    return {
        **by_actor,
        "images": _plain(images_),
        "labels": _plain(labels),
        "origins": _plain(origins),
        "classes": {s: {f"{i} {classes[i]}": n for i, n in sorted(found.items())} for s, found in indices.items()},
        "grades": {s: {grade.value: n for grade, n in found.items()} for s, found in grades.items()},
        "reviewers": _plain({s: found for s, found in reviewers.items() if found}),
    }


def _by_split() -> defaultdict[str, Counter[Any]]:
    return defaultdict(Counter)


def _plain(found: Mapping[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {split: dict(counter) for split, counter in found.items()}


def _words(found: Mapping[str, Counter[Any]]) -> dict[str, dict[str, int]]:
    return {
        split: {str(word or "unknown"): n for word, n in counter.items()} for split, counter in found.items() if counter
    }


def part_of(image: ImageRecord) -> Part:
    """What the rules look at."""
    classes = tuple([label.index for label in image.labels])
    decided = image.rv and seen(image.complete, image.labels)
    return Part(image.sha256, image.split, image.rv, len(classes), classes, image.group, decided)


def shares_of(parts: Iterable[Part], classes: Sequence[str]) -> dict[str, str]:
    """Real-verified ÷ all instances in train of each class, as the receipt states them."""
    return {f"{index} {classes[index]}": str(share) for index, share in class_shares(parts).items()}


GONE = "gone"
"""Of a class of the parent that is no class any more; others begin with their number."""


def train_counts(
    images: Iterable[ImageRecord], classes: Sequence[str], tail: Collection[int]
) -> dict[str, Counter[str]]:
    """Of train: labels by class and by grade, images by origin, and the verified instances of each tail class."""
    indices: Counter[int] = Counter()
    verified: Counter[int] = Counter()
    origins: Counter[str] = Counter()
    grades: Counter[str] = Counter()
    for image in images:
        if image.split is Split.TRAIN:
            of_image = [label.index for label in image.labels]
            origins[image.origin.value] += 1
            grades.update([label.grade.value for label in image.labels])
            indices.update(of_image)
            if image.rv:
                verified.update(of_image)
    by_class: Counter[str] = Counter()
    for index, n in indices.items():
        by_class[_named(index, classes)] += n
    rare = Counter({_named(index, classes): verified[index] for index in tail})
    return {"classes": by_class, "tail": rare, "origins": origins, "grades": grades}


def _named(index: int, classes: Sequence[str]) -> str:
    return f"{index} {classes[index]}" if 0 <= index < len(classes) else GONE


def compared(before: Mapping[str, Counter[str]], now: Mapping[str, Counter[str]]) -> Compared:
    """Counts of train in the parent beside those of a version."""
    return {of: {what: (before[of][what], now[of][what]) for what in {*before[of], *now[of]}} for of in now}


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
