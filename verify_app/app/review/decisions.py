"""What a person's decision does to labels, verdicts and marks, inside the gate's transaction.

`app.review.actions` opens the transaction; these functions know the rules of the review (see the domain glossary).
"""

from __future__ import annotations

from dataclasses import replace

from verify_app.app.review import suggestion_adoption
from verify_app.app.review.decision_context import Scene, already_decided, item_number
from verify_app.core import derive
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Actor, Label, Prediction
from verify_app.core.vocabulary import Door, Grade, LabelState, Task, Verdict

_FLAGGED = M("This image is flagged as unsure; clear the flag ({key_flag}) before you complete it.", key_flag="U")


def accept(scene: Scene, item_id: str) -> None:
    """A prediction or suggestion becomes a label; an imported or stale label gets a person behind it."""
    if item_id.startswith("S"):
        suggestion_adoption.adopt(scene, item_number(item_id))
        return
    if item_id.startswith("L"):
        label = scene.label(item_id)
        looked = label.grade is Grade.ATTESTED and not scene.actor.attests  # a look is more than a word
        if looked or derive.label_state(label, scene.evidence) is not LabelState.VERIFIED:
            scene.verify(label, Grade.ACCEPTED)
        elif _sees_again(scene.actor, label):
            scene.verify(label, label.grade)
        return
    prediction = scene.prediction(item_id)
    _refuse_decided(scene, prediction)
    came_in = _import_of(scene, prediction)
    if came_in is not None:
        label = scene.verify(came_in, Grade.ACCEPTED)
    else:
        label = scene.new_label(prediction.class_id, prediction.region, Grade.ACCEPTED, prediction_id=prediction.id)
    scene.write_verdict(prediction, Verdict.ACCEPTED, label.id)


def _import_of(scene: Scene, prediction: Prediction) -> Label | None:
    """The unverified label that came in for the object of a prediction: it is verified then, as one object has one."""
    there = [
        (label.region.overlap(prediction.region), -label.id, label)
        for label in scene.evidence.labels
        if label.class_id == prediction.class_id and derive.label_state(label, scene.evidence) is LabelState.IMPORTED
    ]
    best = max(there, default=None, key=lambda entry: entry[:2])
    if best is None or best[0] < derive.SAME_OBJECT_IOU:
        return None
    return replace(best[2], prediction_id=prediction.id)


def _sees_again(actor: Actor, label: Label) -> bool:
    """Whether who verified a label, it is not known through which door or not in the window, looks at it there now."""
    same = (label.by, label.by_kind) == (actor.name, actor.kind)
    return same and actor.door is Door.WINDOW and label.door is not Door.WINDOW


def _refuse_decided(scene: Scene, prediction: Prediction) -> None:
    """A prediction has one label at most, and none where a person has put one on the same object."""
    row = scene.verdict_row(prediction)
    if row and row["label_id"] is not None:
        raise ChangedMeanwhile(already_decided(row["by"], row["verdict"]))
    for label in scene.evidence.labels:
        same = label.class_id == prediction.class_id and label.stands
        if same and label.region.overlap(prediction.region) >= derive.SAME_OBJECT_IOU:
            raise ChangedMeanwhile(M("{name} has already labelled this object.", name=label.by))


def reject(scene: Scene, item_id: str, *, fix_later: bool) -> None:
    """A prediction gets its verdict; a label is removed (a prediction behind it counts as rejected)."""
    verdict = Verdict.FIX_LATER if fix_later else Verdict.REJECTED
    if item_id.startswith("S"):
        suggestion_adoption.put_away(scene, item_number(item_id), fix_later=fix_later)
        return
    if item_id.startswith("L"):
        label = scene.label(item_id)
        if label.prediction_id is None and fix_later:
            raise UserError(M("Only what a model predicted can be rejected to be fixed later; flag this one instead."))
        scene.drop(label, verdict)
        return
    prediction = scene.prediction(item_id)
    row = scene.verdict_row(prediction)
    if row and row["label_id"] is not None:
        scene.tx.put("label", row["label_id"], None, image_id=scene.image_id)
    scene.write_verdict(prediction, verdict)


def change(scene: Scene, item_id: str, *, class_id: int | None = None, region: Region | None = None) -> None:
    """Give an object another class or region; what a model predicted is kept beside it.

    Nothing is written when nothing differs.
    """
    if item_id.startswith("S"):
        suggestion_adoption.adopt(scene, item_number(item_id), class_id=class_id, region=region)
        return
    label: Label | None
    if item_id.startswith("L"):
        label = scene.label(item_id)
        prediction = scene.tx.read.prediction(label.prediction_id) if label.prediction_id else None
    else:
        prediction = scene.prediction(item_id)
        _refuse_decided(scene, prediction)
        label = _import_of(scene, prediction)
    now = label or prediction
    assert now is not None
    new_class = now.class_id if class_id is None else class_id
    new_region = now.region if region is None else scene.inside(region)
    if item_id.startswith("L") and (new_class, new_region) == (now.class_id, now.region):
        return
    grade = _grade_after(label, prediction, new_class, new_region)
    if label is None:
        label = scene.new_label(new_class, new_region, grade, prediction_id=prediction.id if prediction else None)
    else:
        label = scene.verify(replace(label, class_id=new_class, region=new_region), grade)
    if prediction is not None:
        verdict = Verdict.CORRECTED if grade is Grade.CORRECTED else Verdict.ACCEPTED
        scene.write_verdict(prediction, verdict, label.id)


def _grade_after(label: Label | None, prediction: Prediction | None, class_id: int, region: Region) -> Grade:
    """Drawn stays drawn; otherwise corrected, unless it is (again) what the model said.

    What was drawn blind is so only while it is as it was drawn: predictions have been on show since.
    """
    if label is not None and label.grade in (Grade.DRAWN, Grade.BLIND):
        return Grade.DRAWN
    if prediction is not None and class_id == prediction.class_id:
        same = region.likeness(prediction.region) >= derive.SAME_REGION_IOU
        return Grade.ACCEPTED if same else Grade.CORRECTED
    return Grade.CORRECTED


def complete(scene: Scene, threshold: float, *, confirm_imported: bool) -> None:
    """Everything on the image is labelled: accept what is shown, dismiss what the slider hides.

    Imported labels go first, then proposals, the surest first: what lies on an object that is labelled by then falls
    away, as it does when objects are accepted one by one.
    """
    evidence = scene.evidence
    if evidence.mark.flag is not None or any(label.flag for label in evidence.labels):
        raise UserError(_FLAGGED)
    later = len(derive.unsettled(evidence))
    if later:
        raise UserError(
            M("1 rejected to be fixed later; settle it first.")
            if later == 1
            else M("{n} rejected to be fixed later; settle them first.", n=later)
        )
    proposals = derive.proposals(evidence)
    classify = scene.task is Task.CLASSIFY
    shown = [p for p in proposals if classify or p.conf >= threshold]
    if classify and not (shown or evidence.labels):
        raise UserError(
            M("Give this image a class first: press its number, or {key_class} to find it by name.", key_class="C")
        )
    if not (shown or evidence.labels) and (proposals or not evidence.rulings):
        raise UserError(
            M(
                "Nothing is labelled here. If there is nothing on this image, press {key_empty} (empty).",
                key_empty="Shift+Space",
            )
        )
    if confirm_imported:
        for label in evidence.labels:
            accept(scene, f"L{label.id}")
    decided = [x.region for x in evidence.labels if confirm_imported or x.stands]
    for prediction in sorted(shown, key=lambda p: (-p.conf, p.id)):
        # two boxes on one object: once the surer one is a person's, the other is no proposal any more
        if any(prediction.region.overlap(region) >= derive.SAME_OBJECT_IOU for region in decided):
            scene.tx.detail["doubled"] = scene.tx.detail.get("doubled", 0) + 1
            continue
        label = scene.new_label(prediction.class_id, prediction.region, Grade.ACCEPTED, prediction_id=prediction.id)
        scene.write_verdict(prediction, Verdict.ACCEPTED, label.id)
        decided.append(prediction.region)
    for prediction in proposals:
        if prediction not in shown:
            scene.write_verdict(prediction, Verdict.DISMISSED)
    scene.write_mark(complete=True, flag=None)


def classify(scene: Scene, class_id: int) -> None:
    """The image is of this class, and complete with that: nothing else can be on it."""
    evidence = scene.evidence
    if evidence.mark.flag is not None:
        raise UserError(_FLAGGED)
    verified = [x for x in evidence.labels if x.stands]
    mine = next(iter(verified or evidence.labels), None)
    surest = max(derive.proposals(evidence), key=lambda p: (p.conf, -p.id), default=None)
    if mine is not None:
        if mine.class_id == class_id:
            accept(scene, f"L{mine.id}")
        else:
            change(scene, f"L{mine.id}", class_id=class_id)
    elif surest is not None:
        change(scene, f"P{surest.id}", class_id=class_id)
    else:
        from verify_app.core.regions import WHOLE_IMAGE  # noqa: PLC0415  a project of boxes starts without them

        scene.new_label(class_id, WHOLE_IMAGE, Grade.DRAWN)
    for other in evidence.labels:
        if mine is not None and other.id != mine.id:
            scene.drop(other, Verdict.REJECTED)
    for ruling in derive.unsettled(evidence):
        scene.write_verdict(ruling.prediction, Verdict.REJECTED)
    scene.write_mark(complete=True, flag=None)


def empty(scene: Scene, threshold: float) -> None:
    """Nothing is on the image: what is shown is false, what is hidden is dismissed, imported labels go."""
    evidence = scene.evidence
    if scene.task is Task.CLASSIFY:
        raise UserError(M("Every image of this project has a class; none can be empty."))
    verified = [x for x in evidence.labels if x.stands]
    if verified:
        number = len(verified)
        raise UserError(
            M("1 verified label is on this image; remove it first if there is nothing on it.")
            if number == 1
            else M("{n} verified labels are on this image; remove them first if there is nothing on it.", n=number)
        )
    if evidence.mark.flag is not None:
        raise UserError(_FLAGGED)
    for label in evidence.labels:
        scene.tx.put("label", label.id, None, image_id=scene.image_id)
    for ruling in derive.unsettled(evidence):
        scene.write_verdict(ruling.prediction, Verdict.REJECTED)
    for prediction in derive.proposals(evidence):
        verdict = Verdict.REJECTED if prediction.conf >= threshold else Verdict.DISMISSED
        scene.write_verdict(prediction, verdict)
    scene.write_mark(complete=True, flag=None)
