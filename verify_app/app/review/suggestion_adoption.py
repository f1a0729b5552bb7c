"""What a person does with a program's suggestion: make it a label, as it is or changed, or put it away."""

from __future__ import annotations

from dataclasses import replace

from verify_app.app.review.decision_context import Scene
from verify_app.core import derive, suggestions
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Label
from verify_app.core.review_rules import inside, item_number, label_on, new_label, refuse_labelled, refuse_ruled, verify
from verify_app.core.suggestions import Suggestion
from verify_app.core.vocabulary import Grade, Verdict
from verify_app.storage.queries import suggestions as stored


def adopt(scene: Scene, item_id: str, *, class_id: int | None = None, region: Region | None = None) -> None:
    """A suggestion becomes a label of the person's: accepted as it is, corrected with another class or region.

    What it would correct is corrected by it: a label is changed, a prediction gets its verdict.
    """
    found = _shown(scene, item_id)
    assert found.class_id is not None
    assert found.region is not None
    new_class = found.class_id if class_id is None else class_id
    new_region = found.region if region is None else inside(scene, region)
    same = new_class == found.class_id and new_region.likeness(found.region) >= derive.SAME_REGION_IOU
    grade = Grade.ACCEPTED if same else Grade.CORRECTED
    prediction = scene.tx.read.prediction(found.prediction_id) if found.prediction_id is not None else None
    if found.label_id is not None:
        label = label_on(scene, f"L{found.label_id}")
        prediction = scene.behind(label)
        label = verify(scene, replace(label, class_id=new_class, region=new_region, suggestion_id=found.id), grade)
    else:
        if prediction is not None:
            refuse_ruled(scene, prediction)
        if new_region.kind != "image":
            refuse_labelled(scene, new_class, new_region)
        behind = found.prediction_id
        label = new_label(scene, new_class, new_region, grade, prediction_id=behind, suggestion_id=found.id)
    if prediction is not None:
        scene.write_verdict(prediction, Verdict.CORRECTED, label.id)
    _close(scene, found, "adopted", label)


def put_away(scene: Scene, item_id: str, *, fix_later: bool = False) -> None:
    """A suggestion is not shown any more."""
    if fix_later:
        raise UserError(
            M("Only what a model predicted can be rejected to be fixed later; put a suggestion away instead.")
        )
    _close(scene, _shown(scene, item_id), "away", None)


def _shown(scene: Scene, item_id: str) -> Suggestion:
    """The suggestion, when it is one of those that are shown on the image now."""
    found = stored.open_ones(scene.tx.read, scene.image_id)
    shown = suggestions.suggested(found, scene.evidence, ()).objects
    if all(item.id != item_id for item in shown):
        raise ChangedMeanwhile(M("This suggestion is not on the image any more; look again."))
    return next(each for each in found if each.id == item_number(item_id))


def _close(scene: Scene, suggestion: Suggestion, state: str, label: Label | None) -> None:
    row = {"image_id": scene.image_id, "state": state, "label_id": None if label is None else label.id}
    row |= {"by": scene.actor.name, "by_kind": scene.actor.kind.value}
    scene.tx.put("suggested", suggestion.id, row, image_id=scene.image_id)
