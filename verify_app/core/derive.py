"""What follows from facts and decisions: proposals, states, real-verified. Pure rules; nothing here is stored.

The rules are those of the domain glossary; the database only caches what these functions say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verify_app.core.geometry import Region
from verify_app.core.image_labels import Labels
from verify_app.core.image_labels import binding as binding
from verify_app.core.image_labels import counts_as_human as counts_as_human
from verify_app.core.overlap_candidates import FEW, Near
from verify_app.core.overlap_groups import SAME_OBJECT_IOU as SAME_OBJECT_IOU
from verify_app.core.overlap_groups import Heap, heaps
from verify_app.core.records import Item, Label, Mark, Prediction, Ruling, Scan
from verify_app.core.trials.blind import UNSETTLED, BlindStage
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin, Verdict

Pile = Heap[Prediction, Label]
"""What of an image's proposals is shown and decided as one."""

SAME_REGION_IOU = 0.98
"""From this overlap on, an edited region is still the predicted one: accepted, not corrected."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one image.

    Parameters
    ----------
    scan : Scan
        The newest look at the file.
    origin : Origin
        The image's own, else its source's.
    predictions : sequence of Prediction
        Of the newest run that looked at this image.
    simulated_counts : bool
        Whether simulated actors stand for people here (demo projects only).
    blind : BlindStage or None
        How far a blind image is; None when it is none.
    siblings : mapping of int to tuple of int
        Ids of what the same run said besides of the object of a prediction that was rejected, by that prediction's id
        (`folding.siblings`). Of older runs than the newest only: the newest run's own rejections suppress nothing.
    """

    scan: Scan
    origin: Origin
    mark: Mark
    labels: Sequence[Label]
    rulings: Sequence[Ruling]
    predictions: Sequence[Prediction]
    simulated_counts: bool = False
    blind: BlindStage | None = None
    siblings: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def awaits_settling(self) -> bool:
        """Whether this is a blind image that counts for nothing yet."""
        return self.blind in UNSETTLED


class Summary(NamedTuple):
    """Where an image stands, counted. `proposals` folded into one heap (`folding.heaps`) count once."""

    state: ImageState
    real_verified: bool
    proposals: int
    labels: int
    verified: int
    imported: int
    stale: int
    fix_later: int


def labelled(evidence: Evidence) -> Labels:
    """The image's labels with what follows from each."""
    labels = evidence.labels
    if isinstance(labels, Labels) and labels.of(evidence.scan.sha256, evidence.simulated_counts):
        return labels
    return Labels(labels, evidence.scan.sha256, evidence.simulated_counts)


def label_state(label: Label, evidence: Evidence) -> LabelState:
    """Verified, imported (nobody stands behind it) or stale (what was verified is not there any more)."""
    labels = evidence.labels
    if isinstance(labels, Labels) and labels.of(evidence.scan.sha256, evidence.simulated_counts):
        return labels.state(label)
    return Labels((), evidence.scan.sha256, evidence.simulated_counts).state(label)


def proposals(evidence: Evidence) -> list[Prediction]:
    """Predictions that still want a verdict.

    Those of the newest run without a verdict, unless a verified label overlaps them by `SAME_OBJECT_IOU`, whatever its
    class, or `denied` says of another run's that they are false. A complete image has none: no machine reopens it. A
    blind one has none until it is revealed.
    """
    if evidence.mark.complete or evidence.blind is BlindStage.HIDDEN:
        return []
    ruled = {ruling.prediction.id for ruling in evidence.rulings}
    open_ones = [p for p in evidence.predictions if p.id not in ruled]
    if not open_ones:
        return []
    left = _clear_of([label.region for label in evidence.labels if label.stands], open_ones)
    return without_denied(left, evidence)


def _clear_of(decided: Sequence[Region], said: list[Prediction]) -> list[Prediction]:
    """Those that overlap none of the regions by `SAME_OBJECT_IOU`."""
    if len(said) * len(decided) > FEW:
        near = Near(decided)
        return [p for p in said if not any(p.region.overlap(r) >= SAME_OBJECT_IOU for r in near.to(p.region))]
    return [p for p in said if not any(p.region.overlap(region) >= SAME_OBJECT_IOU for region in decided)]


def denied(evidence: Evidence) -> list[Prediction]:
    """What was rejected as false, on these bytes, and speaks against other runs.

    A prediction whose own run had another of its class there that nobody rejected does not: it was refused beside the
    other, and what a later run says there may be that one.
    """
    false = [r for r in evidence.rulings if r.verdict is Verdict.REJECTED]
    ids = {r.prediction.id for r in false}
    return [r.prediction for r in false if r.current and ids.issuperset(evidence.siblings.get(r.prediction.id, ()))]


def without_denied(said: list[Prediction], evidence: Evidence) -> list[Prediction]:
    """Without those of which a person said of another run that the same is false: its class, `SAME_OBJECT_IOU`."""
    against: dict[tuple[int, int], list[Region]] = {}
    runs = {p.run_id for p in said}
    for one in denied(evidence) if said else ():
        for run_id in runs - {one.run_id}:
            against.setdefault((run_id, one.class_id), []).append(one.region)
    for (run_id, class_id), regions in against.items():
        meant = [p for p in said if (p.run_id, p.class_id) == (run_id, class_id)]
        gone = {p.id for p in meant} - {p.id for p in _clear_of(regions, meant)}
        said = [p for p in said if p.id not in gone]
    return said


def unsettled(evidence: Evidence) -> list[Ruling]:
    """Predictions rejected to be fixed later; they block completion until they get another verdict."""
    return [r for r in evidence.rulings if r.verdict is Verdict.FIX_LATER and r.current]


def image_state(evidence: Evidence) -> ImageState:
    """State of an image."""
    mark, labels = evidence.mark, labelled(evidence)
    if evidence.scan.problem is not None:
        return ImageState.MISSING
    if labels.totals[LabelState.STALE] or (mark.complete and mark.sha256 != evidence.scan.sha256):
        return ImageState.STALE
    if mark.complete and mark.flag is None and not evidence.awaits_settling:
        return ImageState.COMPLETE if evidence.labels else ImageState.COMPLETE_EMPTY
    spoken_of = mark.complete or mark.flag is not None
    touched = spoken_of or evidence.rulings or labels.stand
    return ImageState.IN_PROGRESS if touched else ImageState.UNREVIEWED


def summarize(evidence: Evidence, *, piles: Sequence[Pile] | None = None) -> Summary:
    """Everything that lists and counts show of one image; `piles` as from `heaps` of its `proposals`, if at hand."""
    labels = labelled(evidence)
    state = image_state(evidence)
    verified = labels.totals[LabelState.VERIFIED]
    real_verified = (
        evidence.origin is Origin.REAL
        and state.done
        and verified == len(labels)
        and not labels.flagged
        and counts_as_human(evidence.mark.by_kind, evidence.simulated_counts)
    )
    return Summary(
        state=state,
        real_verified=real_verified,
        proposals=len(heaps(proposals(evidence)) if piles is None else piles),
        labels=len(labels),
        verified=verified,
        # a label of a simulated reviewer (outside a demo) or of a program is unverified, but no import either
        imported=labels.grades[Grade.IMPORTED],
        stale=labels.totals[LabelState.STALE],
        fix_later=len(unsettled(evidence)),
    )


def items(evidence: Evidence) -> list[Item]:
    """Every object to show on an image: labels, predictions to fix later, proposals; each group by id."""
    regions = {r.label_id: r.prediction for r in evidence.rulings if r.label_id is not None}
    labels = labelled(evidence)
    made, shown = labels.items, []
    for label in labels:
        prediction = regions.get(label.id)
        known = made.get(label.id)
        if known is None or known[0] is not label or known[1] is not prediction:
            known = made[label.id] = label, prediction, _label_item(label, labels.state(label), prediction)
        shown.append(known[2])
    shown += [_prediction_item(r.prediction, LabelState.FIX_LATER, r.by) for r in unsettled(evidence)]
    shown += [_prediction_item(p, LabelState.PROPOSAL, None) for p in proposals(evidence)]
    return shown


def _label_item(label: Label, state: LabelState, prediction: Prediction | None) -> Item:
    moved = prediction is not None and prediction.region != label.region
    return Item(
        id=f"L{label.id}",
        state=state,
        class_id=label.class_id,
        region=label.region,
        conf=prediction.conf if prediction else None,
        grade=label.grade,
        by=label.by,
        flag=label.flag,
        original=prediction.region if prediction and moved else None,
        door=label.door,
    )


def _prediction_item(prediction: Prediction, state: LabelState, by: str | None) -> Item:
    return Item(
        id=f"P{prediction.id}",
        state=state,
        class_id=prediction.class_id,
        region=prediction.region,
        conf=prediction.conf,
        by=by,
    )


def view_digest(scan: Scan, mark: Mark, shown: Iterable[Item]) -> str:
    """Digest of what a person was shown of an image; a decision on the whole image carries it.

    Two looks give the same digest exactly when the file, the image's mark and every item are the same.
    """
    prints = sorted(item.fingerprint for item in shown)
    text = json.dumps([scan.sha256, mark.complete, mark.flag, prints], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
