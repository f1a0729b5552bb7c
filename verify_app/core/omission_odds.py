"""What complete images tell of how far a model is to be believed: was what nobody saw really there? Pure counting.

`storage.summaries.omission_odds` keeps the counts up to date, `app.review.omission_odds` makes chances of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from verify_app.core.derive import Evidence, image_state, labelled
from verify_app.core.geometry import Region
from verify_app.core.overlap_candidates import Near
from verify_app.core.queue.entry import band
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import Grade, LabelState

SAME_THING_IOU = 0.5
"""From this overlap on, a prediction and a label, or two predictions, are of one thing (as PASCAL VOC matches them)."""


class Sight(StrEnum):
    """How the person who said what is there had seen the prediction."""

    APART = "apart"
    """Not at all, and no other of its run: the labels were drawn without a model's help."""
    HIDDEN = "hidden"
    """Not at all, but those above the confidence slider."""
    OVER = "over"
    """Not at all, and it lies over a surer one: another look at the same thing is no candidate for an omission."""


class Cell(NamedTuple):
    """What is counted together."""

    sight: Sight
    class_id: int
    band: int


class Count(NamedTuple):
    """How many predictions, and how many of them were right."""

    said: int
    right: int


def told(evidence: Evidence, threshold: float, pasted: Collection[int] = ()) -> dict[Cell, Count]:
    """What one image tells; nothing while it is not complete.

    Counted are predictions of its newest run that nobody saw before they completed it. One is right when a verified
    label of its class overlaps it by `SAME_THING_IOU`.

    Parameters
    ----------
    threshold : float
        Where the confidence slider stood when the image was completed.
    pasted : collection of int
        Ids of labels that were pasted: nobody looked there to draw them, so what only they say is right or missing
        tells nothing.
    """
    if not evidence.predictions or not image_state(evidence).done:
        return {}
    usual = Sight.APART if _drawn_apart(evidence, pasted) else Sight.HIDDEN
    there, free = _verified(evidence, pasted), _uncovered(evidence)
    untold = Near([label.region for label in evidence.labels if label.id in pasted])
    cells: Counter[Cell] = Counter()
    right: Counter[Cell] = Counter()
    for p in evidence.predictions:
        if usual is Sight.HIDDEN and p.conf >= threshold:
            continue
        near = there.get(p.class_id)
        found = near is not None and any(p.region.overlap(r) >= SAME_THING_IOU for r in near.to(p.region))
        if not found and pasted and any(p.region.overlap(r) >= SAME_THING_IOU for r in untold.to(p.region)):
            continue
        cell = Cell(usual if p.id in free else Sight.OVER, p.class_id, band(p.conf))
        cells[cell] += 1
        right[cell] += found
    return {cell: Count(said, right[cell]) for cell, said in cells.items()}


def _drawn_apart(evidence: Evidence, pasted: Collection[int]) -> bool:
    """Whether it was a blind image, or holds labels and each was drawn, and here."""
    if evidence.blind is BlindStage.SETTLED:
        return True
    grades = labelled(evidence).grades
    if pasted and any(label.id in pasted for label in evidence.labels):
        return False
    return bool(len(evidence.labels)) and grades[Grade.DRAWN] + grades[Grade.BLIND] == len(evidence.labels)


def _verified(evidence: Evidence, pasted: Collection[int]) -> Mapping[int, Near]:
    labels = labelled(evidence)
    regions: dict[int, list[Region]] = defaultdict(list)
    for label in labels:
        if labels.state(label) is LabelState.VERIFIED and label.id not in pasted:
            regions[label.class_id].append(label.region)
    return {class_id: Near(each) for class_id, each in regions.items()}


def _uncovered(evidence: Evidence) -> set[int]:
    """Ids of predictions that lie over no surer one."""
    said = sorted(evidence.predictions, key=lambda p: (-p.conf, p.id))
    near = Near([p.region for p in said])
    covered: set[int] = set()
    for place, p in enumerate(said):
        surer = (other for other in near.places(p.region) if other < place and other not in covered)
        if any(p.region.overlap(said[other].region) >= SAME_THING_IOU for other in surer):
            covered.add(place)
    return {p.id for place, p in enumerate(said) if place not in covered}
