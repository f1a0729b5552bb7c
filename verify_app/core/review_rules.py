"""What may be decided on an image, and what becomes of its labels and predictions: the one set of rules of the review.

The record (`app.review.decision_context`) and a trial (`app.review.attempt`) are each a `Board`: they look things up,
keep what is written and decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from verify_app.core import derive
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Actor, Label, Prediction, Ruling
from verify_app.core.regions import WHOLE_IMAGE, region_from
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import ActorKind, Door, Grade, LabelState, Task, Verdict

_TOO_LITTLE = {
    "box": M("A box needs at least one pixel either way inside the image."),
    "keypoints": M("The box of an object needs at least one pixel either way inside the image."),
    "obb": M("An oriented box needs sides of at least one pixel, and its centre inside the image."),
    "polygon": M("An outline needs an area of at least one pixel inside the image."),
}
_GONE = M("This object is not on the image any more; look again.")
_FLAGGED = M("This image is flagged as unsure; clear the flag ({key_flag}) before you complete it.", key_flag="U")


class Board(Protocol):
    """One image that somebody decides on. `evidence` is what was known of it when the decision began."""

    @property
    def actor(self) -> Actor: ...
    @property
    def image_id(self) -> int: ...
    @property
    def evidence(self) -> derive.Evidence: ...
    @property
    def task(self) -> Task: ...

    def point_count(self) -> int:
        """How many points an object of the project has."""

    def said(self, prediction_id: int) -> Prediction | None:
        """What a run said of this image's bytes."""

    def behind(self, label: Label) -> Prediction | None:
        """The prediction that a label rests on."""

    def ruling(self, prediction: Prediction) -> Ruling | None:
        """The verdict as it is now."""

    def labels_now(self) -> Sequence[Label]:
        """The labels as they are now."""

    def new_label_id(self) -> int:
        """A number that no label of the image ever had."""

    def write_label(self, label: Label) -> None:
        """Keep a label as it should be; a new one when its id is new."""

    def remove_label(self, label_id: int) -> None: ...

    def write_verdict(self, prediction: Prediction, verdict: Verdict, label_id: int | None = None) -> None: ...

    def write_mark(self, *, complete: bool, flag: str | None) -> None: ...


# --- what a decision is about ---------------------------------------------------------------------------


def label_on(board: Board, item_id: str) -> Label:
    """The label of an id."""
    found = derive.labelled(board.evidence).find(item_number(item_id))
    if found is None:
        raise ChangedMeanwhile(_GONE)
    return found


def prediction_on(board: Board, item_id: str) -> Prediction:
    """The prediction of an id, when it may be decided on."""
    found = board.said(item_number(item_id)) if item_id.startswith("P") else None
    if found is None:
        raise ChangedMeanwhile(_GONE)
    if board.evidence.blind is BlindStage.HIDDEN:
        raise UserError(M("This image is drawn blind; what a model predicted is hidden until it is complete."))
    return found


def item_number(item_id: str) -> int:
    """The number in an item's id, whatever kind of thing it names; 0 for none."""
    text = item_id[1:]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


# --- labels ---------------------------------------------------------------------------------------------


def new_label(
    board: Board,
    class_id: int,
    region: Region,
    grade: Grade,
    *,
    prediction_id: int | None = None,
    suggestion_id: int | None = None,
) -> Label:
    """Make a verified label of the actor's."""
    region = inside(board, region)
    if board.task is Task.CLASSIFY:
        for other in board.labels_now():
            drop(board, other, Verdict.REJECTED)  # an image has one class
    blank = Label(board.new_label_id(), board.image_id, class_id, region, grade, None, None, None, prediction_id)
    return verify(board, replace(blank, suggestion_id=suggestion_id), grade)


def verify(board: Board, label: Label, grade: Grade) -> Label:
    """The actor stands behind the label as it is now, on the bytes as they are now."""
    refuse_programs(board.actor)
    verified = replace(
        label,
        grade=at_most(board.actor, grade),
        by=board.actor.name,
        by_kind=board.actor.kind,
        door=board.actor.door,
        bound=derive.binding(board.evidence.scan.sha256, label.class_id, label.region),
    )
    board.write_label(verified)
    return verified


def drop(board: Board, label: Label, verdict: Verdict) -> None:
    """Remove a label; what a model predicted behind it gets a verdict."""
    prediction = board.behind(label)
    board.remove_label(label.id)
    if prediction is not None:
        board.write_verdict(prediction, verdict)


def at_most(actor: Actor, grade: Grade) -> Grade:
    """How strong a grade the actor can give: who takes responsibility for what no screen showed attests it."""
    return Grade.ATTESTED if actor.attests and grade.verified else grade


def refuse_programs(actor: Actor) -> None:
    """Only a person decides."""
    if actor.kind is ActorKind.AGENT:
        raise UserError(M("A program decides nothing for a person; what it says is a suggestion."))


def inside(board: Board, region: Region) -> Region:
    """The region's part inside the image.

    Raises
    ------
    UserError
        When it is not of the project's kind, or too little of it is left.
    """
    if region.kind != board.task.region:
        raise UserError(
            M(
                "This project's objects are given as {wanted}, not as {given}.",
                wanted=board.task.region,
                given=region.kind,
            )
        )
    if region.kind == "keypoints" and (given := len(region.data()["points"])) != (wanted := board.point_count()):
        raise UserError(
            M("An object of this project has {wanted} points, this one has {given}.", wanted=wanted, given=given)
        )
    part = region.inside(board.evidence.scan.width, board.evidence.scan.height)
    if part is None:
        raise UserError(_TOO_LITTLE[region.kind])
    # as it will be read back: a verification is bound to its very numbers
    if part.kind == "box":
        return part
    return region_from(part.kind, part.data())


# --- decisions on one object ----------------------------------------------------------------------------


def accept(board: Board, item_id: str) -> None:
    """A prediction becomes a label; an imported or stale label gets a person behind it."""
    if item_id.startswith("L"):
        label = label_on(board, item_id)
        looked = label.grade is Grade.ATTESTED and not board.actor.attests  # a look is more than a word
        if looked or derive.label_state(label, board.evidence) is not LabelState.VERIFIED:
            verify(board, label, Grade.ACCEPTED)
        elif _sees_again(board.actor, label):
            verify(board, label, label.grade)
        return
    prediction = prediction_on(board, item_id)
    refuse_ruled(board, prediction)
    refuse_labelled(board, prediction.class_id, prediction.region)
    came_in = _import_of(board, prediction)
    if came_in is not None:
        label = verify(board, came_in, Grade.ACCEPTED)
    else:
        label = new_label(board, prediction.class_id, prediction.region, Grade.ACCEPTED, prediction_id=prediction.id)
    board.write_verdict(prediction, Verdict.ACCEPTED, label.id)


def _import_of(board: Board, prediction: Prediction) -> Label | None:
    """The unverified label that came in for the object of a prediction: it is verified then, as one object has one."""
    there = [
        (label.region.overlap(prediction.region), -label.id, label)
        for label in board.evidence.labels
        if label.class_id == prediction.class_id and derive.label_state(label, board.evidence) is LabelState.IMPORTED
    ]
    best = max(there, default=None, key=lambda entry: entry[:2])
    if best is None or best[0] < derive.SAME_OBJECT_IOU:
        return None
    return replace(best[2], prediction_id=prediction.id)


def _sees_again(actor: Actor, label: Label) -> bool:
    """Whether who verified a label, it is not known through which door or not in the window, looks at it there now."""
    same = (label.by, label.by_kind) == (actor.name, actor.kind)
    return same and actor.door is Door.WINDOW and label.door is not Door.WINDOW


def refuse_ruled(board: Board, prediction: Prediction) -> None:
    """A prediction has one label at most."""
    ruling = board.ruling(prediction)
    if ruling is not None and ruling.label_id is not None:
        raise ChangedMeanwhile(_already_decided(ruling.by, ruling.verdict))


def refuse_labelled(board: Board, class_id: int, region: Region) -> None:
    """An object has one label: none where a person has put one on it."""
    for label in board.evidence.labels:
        same = label.class_id == class_id and label.stands
        if same and label.region.overlap(region) >= derive.SAME_OBJECT_IOU:
            raise ChangedMeanwhile(M("{name} has already labelled this object.", name=label.by))


def _already_decided(name: str | None, verdict: Verdict) -> M:
    """The sentence for a prediction that somebody has decided on."""
    if verdict is Verdict.ACCEPTED:
        return M("{name} has already accepted this prediction.", name=name)
    if verdict is Verdict.CORRECTED:
        return M("{name} has already corrected this prediction.", name=name)
    return M("{name} has already decided on this prediction.", name=name)


def reject(board: Board, item_id: str, *, fix_later: bool) -> None:
    """A prediction gets its verdict; a label is removed (a prediction behind it counts as rejected)."""
    verdict = Verdict.FIX_LATER if fix_later else Verdict.REJECTED
    if item_id.startswith("L"):
        label = label_on(board, item_id)
        if label.prediction_id is None and fix_later:
            raise UserError(M("Only what a model predicted can be rejected to be fixed later; flag this one instead."))
        drop(board, label, verdict)
        return
    prediction = prediction_on(board, item_id)
    ruling = board.ruling(prediction)
    if ruling is not None and ruling.label_id is not None:
        board.remove_label(ruling.label_id)
    board.write_verdict(prediction, verdict)


def change(board: Board, item_id: str, *, class_id: int | None = None, region: Region | None = None) -> None:
    """Give an object another class or region; what a model predicted is kept beside it.

    Nothing is written when nothing differs.
    """
    label: Label | None
    if item_id.startswith("L"):
        label = label_on(board, item_id)
        prediction = board.behind(label)
    else:
        prediction = prediction_on(board, item_id)
        refuse_ruled(board, prediction)
        refuse_labelled(board, prediction.class_id, prediction.region)
        label = _import_of(board, prediction)
    now = label or prediction
    assert now is not None
    new_class = now.class_id if class_id is None else class_id
    new_region = now.region if region is None else inside(board, region)
    if item_id.startswith("L") and (new_class, new_region) == (now.class_id, now.region):
        return
    grade = _grade_after(label, prediction, new_class, new_region)
    if label is None:
        label = new_label(board, new_class, new_region, grade, prediction_id=prediction.id if prediction else None)
    else:
        label = verify(board, replace(label, class_id=new_class, region=new_region), grade)
    if prediction is not None:
        verdict = Verdict.CORRECTED if grade is Grade.CORRECTED else Verdict.ACCEPTED
        board.write_verdict(prediction, verdict, label.id)


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


# --- decisions on the whole image -----------------------------------------------------------------------


def refuse_open(board: Board) -> None:
    """What keeps an image from being complete: somebody is unsure of it, or wants to come back."""
    evidence = board.evidence
    if evidence.mark.flag is not None or any(label.flag for label in evidence.labels):
        raise UserError(_FLAGGED)
    later = len(derive.unsettled(evidence))
    if later:
        raise UserError(
            M("1 rejected to be fixed later; settle it first.")
            if later == 1
            else M("{n} rejected to be fixed later; settle them first.", n=later)
        )


def complete(board: Board, threshold: float, *, confirm_imported: bool) -> int:
    """Everything on the image is labelled: accept what is shown, dismiss what the slider hides.

    Imported labels go first, then proposals, the surest first: what lies on an object that is labelled by then falls
    away, as it does when objects are accepted one by one.

    Returns
    -------
    int
        How many proposals fell away.
    """
    evidence = board.evidence
    proposals = derive.proposals(evidence)
    classify = board.task is Task.CLASSIFY
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
            accept(board, f"L{label.id}")
    decided, doubled = [x.region for x in evidence.labels if confirm_imported or x.stands], 0
    for prediction in sorted(shown, key=lambda p: (-p.conf, p.id)):
        # two boxes on one object: once the surer one is a person's, the other is no proposal any more
        if any(prediction.region.overlap(region) >= derive.SAME_OBJECT_IOU for region in decided):
            doubled += 1
            continue
        label = new_label(board, prediction.class_id, prediction.region, Grade.ACCEPTED, prediction_id=prediction.id)
        board.write_verdict(prediction, Verdict.ACCEPTED, label.id)
        decided.append(prediction.region)
    for prediction in proposals:
        if prediction not in shown:
            board.write_verdict(prediction, Verdict.DISMISSED)
    board.write_mark(complete=True, flag=None)
    return doubled


def classify(board: Board, class_id: int) -> None:
    """The image is of this class, and complete with that: nothing else can be on it."""
    evidence = board.evidence
    if evidence.mark.flag is not None:
        raise UserError(_FLAGGED)
    verified = [x for x in evidence.labels if x.stands]
    mine = next(iter(verified or evidence.labels), None)
    surest = max(derive.proposals(evidence), key=lambda p: (p.conf, -p.id), default=None)
    if mine is not None:
        if mine.class_id == class_id:
            accept(board, f"L{mine.id}")
        else:
            change(board, f"L{mine.id}", class_id=class_id)
    elif surest is not None:
        change(board, f"P{surest.id}", class_id=class_id)
    else:
        new_label(board, class_id, WHOLE_IMAGE, Grade.DRAWN)
    for other in evidence.labels:
        if mine is not None and other.id != mine.id:
            drop(board, other, Verdict.REJECTED)
    for ruling in derive.unsettled(evidence):
        board.write_verdict(ruling.prediction, Verdict.REJECTED)
    board.write_mark(complete=True, flag=None)


def empty(board: Board, threshold: float) -> None:
    """Nothing is on the image: what is shown is false, what is hidden is dismissed, imported labels go."""
    evidence = board.evidence
    if board.task is Task.CLASSIFY:
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
        board.remove_label(label.id)
    for ruling in derive.unsettled(evidence):
        board.write_verdict(ruling.prediction, Verdict.REJECTED)
    for prediction in derive.proposals(evidence):
        verdict = Verdict.REJECTED if prediction.conf >= threshold else Verdict.DISMISSED
        board.write_verdict(prediction, verdict)
    board.write_mark(complete=True, flag=None)
