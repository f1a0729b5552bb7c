"""Counts of a version by split, as its receipt states them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from verify_app.core.receipt import Counts, ImageRecord
from verify_app.core.vocabulary import Grade
from verify_app.datasets.rules import Part, class_shares


def counts(images: Iterable[ImageRecord], classes: Sequence[str]) -> Counts:
    """Images, labels, classes, origins, grades and reviewers of each split; only what is there.

    Classes are named by their id, so that no two can be confused.
    """
    images_, labels, origins = _by_split(), _by_split(), _by_split()
    indices, grades, reviewers = _by_split(), _by_split(), _by_split()
    for image in images:
        split = image.split.value
        kind = "real_verified" if image.rv else "other"
        images_[split][kind] += 1
        origins[split][image.origin.value] += 1
        if image.labels:
            labels[split][kind] += len(image.labels)
            indices[split].update([label.index for label in image.labels])
            grades[split].update([label.grade for label in image.labels])
            reviewers[split].update([label.by or "" for label in image.labels if label.grade is not Grade.IMPORTED])
    return {
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


def part_of(image: ImageRecord) -> Part:
    """What the rules look at."""
    classes = tuple([label.index for label in image.labels])
    return Part(image.sha256, image.split, image.rv, len(classes), classes, image.group)


def shares_of(parts: Iterable[Part], classes: Sequence[str]) -> dict[str, str]:
    """Real-verified ÷ all instances in train of each class, as the receipt states them."""
    return {f"{index} {classes[index]}": str(share) for index, share in class_shares(parts).items()}
