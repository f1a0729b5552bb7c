"""Ultralytics' own checks of images and labels, made before anything is counted: what is counted is what it loads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M
from verify_app.core.receipt.receipt import LabelRecord
from verify_app.core.regions import Keypoints
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import ActorKind, Door, Grade, Task
from verify_app.datasets.composition.candidates import Candidate, CandidateLabel
from verify_app.formats import yolo
from verify_app.imaging.reading.formats import TRAINABLE_LEAST_SIDE, TRAINABLE_SUFFIXES

_RANK = {grade: rank for rank, grade in enumerate(Grade)}
_SHAPES = {
    "box": M("a box"),
    "obb": M("an oriented box"),
    "polygon": M("an outline"),
    "keypoints": M("points"),
    "image": M("a class of the whole image"),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A candidate as its label file will state it.

    Parameters
    ----------
    rows : tuple of str
        Label rows without duplicates and clipped to the image; none of a classified image.
    labels : tuple of LabelRecord
        One for each row; of a classified image the one class it has.
    """

    candidate: Candidate
    rows: tuple[str, ...]
    labels: tuple[LabelRecord, ...]
    notes: tuple[str, ...] = ()

    @property
    def instances(self) -> int:
        return len(self.labels)


def problem_of(
    candidate: Candidate, classes: int, task: Task = Task.DETECT, skeleton: Skeleton | None = None
) -> str | None:
    """Why Ultralytics' loader would drop this image, or could make nothing of it, one sentence, or None.

    Only what the record says; what the file itself holds is `survey`'s part.
    """
    suffix = candidate.file.suffix.lower()
    if candidate.problem is not None:
        return candidate.problem
    if suffix not in TRAINABLE_SUFFIXES:
        return (
            M("Ultralytics reads no {suffix}; convert it to PNG or JPEG.", suffix=suffix)
            if suffix
            else M("Ultralytics reads no files without an ending; convert it to PNG or JPEG.")
        )
    if min(candidate.width, candidate.height) < TRAINABLE_LEAST_SIDE:
        return M("Ultralytics rejects pictures with a side under {side} pixels.", side=TRAINABLE_LEAST_SIDE)
    if any(not 0 <= label.index < classes for label in candidate.labels):
        return M("A label has a class that is not in the class list.")
    kind = task.region
    other = next((label.region.kind for label in candidate.labels if label.region.kind != kind), None)
    if other is not None:
        return M(
            "A label is {given}, where the project's objects are {wanted}; draw it again.",
            given=_SHAPES[other],
            wanted=_SHAPES[kind],
        )
    if not all(_finite(label.region) for label in candidate.labels):
        return M("A label has a coordinate that is no finite number.")
    if task is Task.POSE:
        return _points_problem(candidate.labels, len(skeleton.names) if skeleton else 0)
    return _class_problem(candidate.labels) if task is Task.CLASSIFY else None


def _finite(region: Region) -> bool:
    if isinstance(region, Box):
        # a sum is finite only when all of its terms are
        return math.isfinite(region.x1 + region.y1 + region.x2 + region.y2)
    return yolo.finite(region)


def _points_problem(labels: Sequence[CandidateLabel], points: int) -> str | None:
    for label in labels:
        if isinstance(label.region, Keypoints) and len(label.region.points) != points:
            return M(
                "A label has {n} points, where the project's skeleton has {points}.",
                n=len(label.region.points),
                points=points,
            )
    return None


def _class_problem(labels: Sequence[CandidateLabel]) -> str | None:
    """A classified image is of exactly one class; the same one twice is one."""
    found = len({label.index for label in labels})
    if found == 1:
        return None
    return (
        M("It has no class; a classified image has exactly one.")
        if not found
        else M("It has {reason} classes; keep one.", reason=found)
    )


def ready(candidate: Candidate, task: Task = Task.DETECT) -> Ready:
    """The label rows of a candidate: clipped, duplicates dropped (the strongest grade stays), sorted.

    The order does not depend on the order of the labels, so that the same labels give the same bytes.
    """
    write, texts, labels = yolo.WRITERS[task], list[str](), list[CandidateLabel]()
    for label in sorted(candidate.labels, key=_strongest_first):
        text = write(label.index, label.region, width=candidate.width, height=candidate.height)
        if text is not None:
            texts.append(text)
            labels.append(label)
    repeated = yolo.repeated(texts)
    kept = [pair for place, pair in enumerate(zip(texts, labels, strict=True)) if place not in repeated]
    order = sorted(kept, key=lambda pair: (pair[1].index, pair[0]))
    outside = len(candidate.labels) - len(texts)
    return Ready(
        candidate,
        tuple(text for text, _ in order if text),
        tuple([_record(x.index, x.grade, x.by, _models(x), x.kind, x.door) for _, x in order]),
        tuple(_notes(candidate.image, outside, len(repeated) if task is not Task.CLASSIFY else 0)),
    )


@lru_cache(maxsize=10_000)
def _record(
    index: int, grade: Grade, by: str | None, models: tuple[str, ...], kind: ActorKind | None, door: Door | None
) -> LabelRecord:
    """One for all labels alike: a large version has millions of labels and a few hundred kinds of them."""
    return LabelRecord(index, grade, by, models, *((None, None) if by is None else (kind, door)))


def _strongest_first(label: CandidateLabel) -> tuple[object, ...]:
    return (
        label.index,
        _RANK[label.grade],
        _order(label.region),
        label.by or "",
        label.models,
        label.kind or "",
        label.door or "",
    )


def _order(region: Region) -> Any:
    """What regions of one kind are ordered by."""
    if isinstance(region, Box):
        return region.corners()
    return [region.box.corners(), *region.data()["points"]] if isinstance(region, Keypoints) else region.data()


def _models(label: CandidateLabel) -> tuple[str, ...]:
    return () if label.grade.verified else tuple(sorted(set(label.models)))


def _notes(image: str, outside: int, duplicates: int) -> Iterable[str]:
    if outside == 1:
        yield M("{image}: 1 label without any area inside the image left out.", image=image)
    elif outside:
        yield M("{image}: {n} labels without any area inside the image left out.", image=image, n=outside)
    if duplicates == 1:
        yield M("{image}: 1 label drawn twice left out, as Ultralytics would.", image=image)
    elif duplicates:
        yield M("{image}: {n} labels drawn twice left out, as Ultralytics would.", image=image, n=duplicates)
