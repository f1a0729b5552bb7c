"""Counts of a version by split, as its receipt states them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from verify_app.core.receipt import Counts, ImageRecord
from verify_app.datasets.policy import Part


def counts(images: Iterable[ImageRecord], classes: Sequence[str]) -> Counts:
    """Images, labels, classes, origins, grades and reviewers of each split; only what is there.

    Classes are named by their id, so that no two can be confused.
    """
    found: dict[str, dict[str, Counter[str]]] = {
        of: {} for of in ("images", "labels", "classes", "origins", "grades", "reviewers")
    }

    def add(of: str, split: str, what: str) -> None:
        found[of].setdefault(split, Counter())[what] += 1

    for image in images:
        split = image.split.value
        add("images", split, "real_verified" if image.rv else "other")
        add("origins", split, image.origin.value)
        for label in image.labels:
            add("labels", split, "real_verified" if image.rv else "other")
            add("classes", split, f"{label.index} {classes[label.index]}")
            add("grades", split, label.grade.value)
            if label.grade.verified:
                add("reviewers", split, label.by or "")
    return {of: {split: dict(counter) for split, counter in by.items()} for of, by in found.items()}


def part_of(image: ImageRecord) -> Part:
    """What the rules look at."""
    return Part(image.sha256, image.split, image.rv, len(image.labels))
