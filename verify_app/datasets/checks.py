"""Ultralytics' own checks of images and labels, made before anything is counted: what is counted is what it loads."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from verify_app.core.receipt import LabelRecord
from verify_app.core.vocabulary import Grade
from verify_app.datasets.candidates import Candidate, CandidateLabel
from verify_app.formats import yolo
from verify_app.imaging.formats import TRAINABLE_LEAST_SIDE, TRAINABLE_SUFFIXES

_RANK = {grade: rank for rank, grade in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class Ready:
    """A candidate as its label file will state it.

    Parameters
    ----------
    rows : tuple of str
        Label rows without duplicates and clipped to the image.
    labels : tuple of LabelRecord
        One for each row.
    """

    candidate: Candidate
    rows: tuple[str, ...]
    labels: tuple[LabelRecord, ...]
    notes: tuple[str, ...] = ()

    @property
    def instances(self) -> int:
        return len(self.rows)


def problem_of(candidate: Candidate, classes: int) -> str | None:
    """Why Ultralytics' loader would drop this image, one sentence, or None.

    Only what the record says; what the file itself holds is `survey`'s part.
    """
    suffix = candidate.file.suffix.lower()
    if candidate.problem is not None:
        return candidate.problem
    if suffix not in TRAINABLE_SUFFIXES:
        return f"Ultralytics reads no {suffix or 'files without an ending'}; convert it to PNG or JPEG."
    if min(candidate.width, candidate.height) < TRAINABLE_LEAST_SIDE:
        return f"Ultralytics rejects pictures with a side under {TRAINABLE_LEAST_SIDE} pixels."
    if any(not 0 <= label.index < classes for label in candidate.labels):
        return "A label has a class that is not in the class list."
    # a sum is finite only when all of its terms are
    if not all(math.isfinite(x.region.x1 + x.region.y1 + x.region.x2 + x.region.y2) for x in candidate.labels):
        return "A label has a coordinate that is no finite number."
    return None


def ready(candidate: Candidate) -> Ready:
    """The label rows of a candidate: clipped, duplicates dropped (the strongest grade stays), sorted.

    The order does not depend on the order of the labels, so that the same labels give the same bytes.
    """
    kept: dict[bytes, tuple[str, CandidateLabel]] = {}
    outside = duplicates = 0
    for label in sorted(candidate.labels, key=_strongest_first):
        text = yolo.row(label.index, label.region, width=candidate.width, height=candidate.height)
        if text is None:
            outside += 1
            continue
        key = yolo.same_row_key(text)
        if key in kept:
            duplicates += 1
        kept.setdefault(key, (text, label))
    order = sorted(kept.values(), key=lambda pair: (pair[1].index, pair[0]))
    return Ready(
        candidate,
        tuple(text for text, _ in order),
        tuple(LabelRecord(x.index, x.grade, x.by, _models(x)) for _, x in order),
        tuple(_notes(candidate.image, outside, duplicates)),
    )


def _strongest_first(label: CandidateLabel) -> tuple[object, ...]:
    return (label.index, _RANK[label.grade], label.region.corners(), label.by or "", label.models)


def _models(label: CandidateLabel) -> tuple[str, ...]:
    return () if label.grade.verified else tuple(sorted(set(label.models)))


def _notes(image: str, outside: int, duplicates: int) -> Iterable[str]:
    if outside:
        yield f"{image}: {_labels(outside)} without any area inside the image left out."
    if duplicates:
        yield f"{image}: {_labels(duplicates)} drawn twice left out, as Ultralytics would."


def _labels(count: int) -> str:
    return "1 label" if count == 1 else f"{count} labels"
