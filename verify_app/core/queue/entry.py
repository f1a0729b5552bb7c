"""What the queue knows of one image: a small record from which orders, filters and counts follow."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verify_app.core.derive import Evidence, Pile, Summary, labelled
from verify_app.core.disagreements import Disagreement, Kind
from verify_app.core.image_labels import Labels
from verify_app.core.overlap_candidates import Near
from verify_app.core.overlap_groups import heaps
from verify_app.core.records import Prediction
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin

FULL = 65535
"""Scores are whole numbers from 0 to this, so that every machine sorts alike."""

SHOWN_CONF = 0.25
"""Proposals from this confidence on are what is on an image, as far as is known (where the slider starts)."""

HIDDEN_CONF = 0.10
"""A proposal between this and `SHOWN_CONF` over nothing else is a hidden candidate."""

HIDDEN_OVERLAP = 0.5

BANDS = 20
"""Confidences are told apart in steps of 1/20."""

WANTING = frozenset((ImageState.UNREVIEWED, ImageState.IN_PROGRESS, ImageState.STALE))
"""States in which an image still wants a person."""


class Standing(NamedTuple):
    """Where one image stands in every order and filter.

    Parameters
    ----------
    run_id : int
        The newest run that saw these bytes; 0 for none.
    kinds : frozenset of Kind
        Of the disagreements nobody has settled.
    bands : int
        Bit ``b`` is set when a proposal's confidence lies in ``[b / BANDS, (b + 1) / BANDS)``.
    objects : int
        Labels and shown proposals, those folded into one heap once.
    uncertain, hidden, disagreement : int
        Scores, 0 to `FULL`; see `uncertainty`, `hidden_candidate` and `core.disagreements`.
    classes : tuple of (int, int)
        Classes of labels and shown proposals, each with its verified instances, by class id.
    reviewers : tuple of int
        `reviewer_key` of everyone who has decided something here, sorted.
    """

    image_id: int
    source_id: int
    run_id: int
    state: ImageState
    origin: Origin
    gold: bool
    flagged: bool
    removed: bool
    grades: frozenset[Grade]
    kinds: frozenset[Kind]
    bands: int
    objects: int
    uncertain: int
    hidden: int
    disagreement: int
    classes: tuple[tuple[int, int], ...]
    reviewers: tuple[int, ...]

    @property
    def wants(self) -> bool:
        """Whether it still wants a person."""
        return self.state in WANTING or self.disagreement > 0

    @property
    def looked_at(self) -> bool:
        """Whether a model or a person has looked for objects on it."""
        return bool(self.run_id or self.objects or self.state.done)


def standing(
    evidence: Evidence,
    said: Summary,
    *,
    proposals: Sequence[Prediction],
    piles: Sequence[Pile],
    differences: Sequence[Disagreement],
    place: tuple[int, int, int],
    gold: bool,
    removed: bool,
    flagged: bool,
) -> Standing:
    """The record of one image.

    Parameters
    ----------
    said : Summary
    proposals : sequence of Prediction
        As `derive.proposals` gives them.
    piles : sequence of Pile
        These in heaps, imported labels left aside.
    differences : sequence of Disagreement
        Those nobody has settled.
    place : (int, int, int)
        Image, source and newest run (0 for none).
    """
    shown = [p for p in proposals if p.conf >= SHOWN_CONF]
    labels = labelled(evidence)
    image_id, source_id, run_id = place
    return Standing(
        image_id=image_id,
        source_id=source_id,
        run_id=run_id,
        state=said.state,
        origin=evidence.origin,
        gold=gold,
        flagged=flagged,
        removed=removed,
        grades=frozenset(grade for grade, count in labels.grades.items() if count),
        kinds=frozenset(d.kind for d in differences),
        bands=_bands(p.conf for p in proposals),
        objects=min(len(labels) + _proposed(labels, shown, piles), FULL),
        uncertain=uncertainty(p.conf for p in proposals),
        hidden=hidden_candidate(proposals, evidence),
        disagreement=max((quantised(d.score) for d in differences), default=0),
        classes=_classes(labels, shown),
        reviewers=tuple(sorted({reviewer_key(name) for name in names_of(evidence)})),
    )


def _proposed(labels: Labels, shown: Sequence[Prediction], piles: Sequence[Pile]) -> int:
    """Objects on show that only a model has seen."""
    if not shown or not labels.totals[LabelState.IMPORTED]:
        return sum(pile.said[0].conf >= SHOWN_CONF for pile in piles)  # the surest of each is on top
    imported = [x for x in labels if labels.state(x) is LabelState.IMPORTED]
    return sum(heap.imported is None for heap in heaps(shown, imported))


def quantised(value: float) -> int:
    """A score from 0 to 1 as a whole number; what is above 0 stays above it."""
    return 0 if value <= 0.0 else min(max(1, round(value * FULL)), FULL)


def uncertainty(confs: Iterable[float]) -> int:
    """How unsure the model is of an image: that of its least sure proposal, ``max(1 - |2 c - 1|)``.

    The least-confident measure of Settles, Active Learning Literature Survey (2009), 3.1, for the question whether the
    object is there, and the maximum over objects of Brust et al., Active Learning for Deep Object Detection (2018).
    """
    return quantised(max((1.0 - abs(2.0 * c - 1.0) for c in confs), default=0.0))


def hidden_candidate(proposals: Sequence[Prediction], evidence: Evidence) -> int:
    """Confidence, in `SHOWN_CONF`, of the surest proposal under the slider that lies over nothing else; 0 for none."""
    under = sorted((p for p in proposals if HIDDEN_CONF <= p.conf < SHOWN_CONF), key=lambda p: (-p.conf, p.id))
    if not under:
        return 0
    near = Near([x.region for x in evidence.labels] + [p.region for p in proposals if p.conf >= SHOWN_CONF])
    for p in under:
        if not any(p.region.overlap(region) >= HIDDEN_OVERLAP for region in near.to(p.region)):
            return quantised(p.conf / SHOWN_CONF)
    return 0


def band(conf: float) -> int:
    """The step a confidence lies in."""
    return min(int(conf * BANDS + 1e-9), BANDS - 1)


def _bands(confs: Iterable[float]) -> int:
    bits = 0
    for conf in confs:
        bits |= 1 << band(conf)
    return bits


def _classes(labels: Labels, shown: Iterable[Prediction]) -> tuple[tuple[int, int], ...]:
    counts: Counter[int] = Counter(dict.fromkeys((p.class_id for p in shown), 0))
    for (class_id, verified), number in labels.classes.items():
        if number:
            counts[class_id] += number if verified else 0
    return tuple((class_id, min(n, FULL)) for class_id, n in sorted(counts.items()))


def names_of(evidence: Evidence) -> set[str]:
    """Everyone who has decided something on an image."""
    names = {name for name, count in labelled(evidence).by.items() if count}
    names.update(r.by for r in evidence.rulings if r.by)
    return names | {evidence.mark.by} if evidence.mark.by else names


def reviewer_key(name: str) -> int:
    """A reviewer's name as a number of 32 bits, the same everywhere."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass"))
