"""Where a model's newest run and the labels a person stands behind differ. Pure rules; nothing here changes a label."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from verify_app.core import derive
from verify_app.core.derive import Evidence
from verify_app.core.records import Label, Prediction
from verify_app.core.vocabulary import LabelState

SAME_THING_IOU = 0.5
"""From this overlap on, a prediction and a label are of one object (PASCAL VOC's and COCO's loosest match)."""

LOOSE_IOU = 0.75
"""Under this overlap the two outline the object differently (COCO's strict match, AP75)."""

LEAST_CONF = 0.25
"""Predictions under this confidence say nothing against a person (where the confidence slider starts)."""

MISSED_SCORE = 0.5
"""That a model does not see a label tells as much about the model as about the label."""


class Kind(StrEnum):
    """How a model differs from a person."""

    EXTRA = "extra"
    """A prediction where the person has no label."""
    MISSED = "missed"
    """A label where the model has no prediction."""
    LOOSE = "loose"
    """The same class with another outline."""
    OTHER_CLASS = "other_class"
    """The same object with another class."""


class Disagreement(NamedTuple):
    """One object that model and person see differently.

    Parameters
    ----------
    label_id : int or None
        The person's; None when `kind` is ``extra``.
    prediction_id : int or None
        The model's; None when `kind` is ``missed``.
    class_id : int or None
        What the model says it is; None when `kind` is ``missed``.
    score : float
        0 to 1, how much it deserves a look: the confidence of what is extra or of another class, ``1 - IoU`` of what
        is loose, `MISSED_SCORE` of what is missed.
    """

    kind: Kind
    label_id: int | None
    prediction_id: int | None
    class_id: int | None
    score: float


Pair = tuple[Label, Prediction, float]
"""A label, a prediction, their overlap."""


def differences(evidence: Evidence, proposals: Iterable[Prediction]) -> list[Disagreement]:
    """Everything in which the newest run differs from what people verified, the most telling first.

    What has a verdict is settled, and what is still a proposal is decided as one. On an image that is not complete,
    nothing is extra. Whether a person has seen a difference since is not known here (`storage.queries.disagreements`).

    Parameters
    ----------
    proposals : iterable of Prediction
        As `derive.proposals` gives them.
    """
    complete = evidence.mark.complete and evidence.mark.sha256 == evidence.scan.sha256
    human = [x for x in evidence.labels if derive.label_state(x, evidence) is LabelState.VERIFIED]
    if evidence.scan.problem is not None or evidence.awaits_settling or not (complete or human):
        return []
    said = [p for p in evidence.predictions if p.conf >= LEAST_CONF]
    near = overlaps(human, said)
    pairs = matched(near)
    ruled = {r.prediction.id for r in evidence.rulings}
    elsewhere = ruled | {p.id for p in proposals}
    found = [d for pair in pairs if pair[1].id not in elsewhere for d in _of_pair(*pair)]
    taken = {label.id for label, _, _ in pairs}
    found += [Disagreement(Kind.MISSED, x.id, None, None, MISSED_SCORE) for x in human if x.id not in taken]
    if complete:
        touched = ruled | {p.id for _, p, _ in near}
        found += _extra((p for p in said if p.id not in touched), evidence)
    return sorted(found, key=lambda d: (-d.score, d.kind, d.label_id or 0, d.prediction_id or 0))


def overlaps(labels: Sequence[Label], predictions: Iterable[Prediction]) -> list[Pair]:
    """Every label and prediction that overlap by `SAME_THING_IOU` or more."""
    placed = sorted(((x.region.bounds, x) for x in labels), key=lambda pair: pair[0].x1)
    lefts = [bounds.x1 for bounds, _ in placed]
    found = []
    for prediction in predictions:
        box = prediction.region.bounds
        # an image's class covers all of it and has no box to speak of
        whole = prediction.region.kind == "image"
        for bounds, label in placed if whole else placed[: bisect_left(lefts, box.x2)]:
            if whole or (bounds.x2 > box.x1 and bounds.y1 < box.y2 and bounds.y2 > box.y1):
                iou = prediction.region.overlap(label.region)
                if iou >= SAME_THING_IOU:
                    found.append((label, prediction, iou))
    return found


def matched(pairs: Iterable[Pair]) -> list[Pair]:
    """Each label with one prediction at most and the other way round: greedily, the same class and the closest first.

    A prediction of the label's class goes before a closer one of another class: the model has then seen the object.
    """
    order = sorted(pairs, key=lambda p: (p[0].class_id != p[1].class_id, -p[2], p[0].id, p[1].id))
    labels, predictions, found = set(), set(), []
    for label, prediction, iou in order:
        if label.id not in labels and prediction.id not in predictions:
            labels.add(label.id)
            predictions.add(prediction.id)
            found.append((label, prediction, iou))
    return found


def _of_pair(label: Label, prediction: Prediction, iou: float) -> list[Disagreement]:
    said = (label.id, prediction.id, prediction.class_id)
    if label.class_id != prediction.class_id:
        return [Disagreement(Kind.OTHER_CLASS, *said, prediction.conf)]
    if iou < LOOSE_IOU:
        return [Disagreement(Kind.LOOSE, *said, 1.0 - iou)]
    return []


def _extra(predictions: Iterable[Prediction], evidence: Evidence) -> list[Disagreement]:
    """Those over nothing a person labelled, and not called false of another run before; of doubles the surest."""
    decided = [r.prediction.region for r in derive.unsettled(evidence)]
    found = []
    for p in sorted(derive.without_denied(list(predictions), evidence), key=lambda p: (-p.conf, p.id)):
        if not any(p.region.overlap(region) >= derive.SAME_OBJECT_IOU for region in decided):
            decided.append(p.region)
            found.append(Disagreement(Kind.EXTRA, None, p.id, p.class_id, p.conf))
    return found
