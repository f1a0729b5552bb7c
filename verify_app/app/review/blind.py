"""Blind images: predictions hidden, drawn from scratch, then compared with them.

An image is chosen when it first comes up, and that is stored: skipping it or starting anew changes nothing. While it is
hidden, `core.derive` gives it no proposals, so every view of it hides them. It is completed by the ordinary actions;
`reveal` then shows the predictions for good, and the image counts once every difference is settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from verify_app.app.review import decisions
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.same_bytes import deciding_one
from verify_app.app.review.trials import BLIND, rates
from verify_app.app.session import Session
from verify_app.core.disagreements import Kind
from verify_app.core.disagreements import differences as differing
from verify_app.core.errors import ChangedMeanwhile, FileChanged, UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes, Label, Prediction
from verify_app.core.review_rules import drop, inside, verify
from verify_app.core.trials.blind import BlindStage, DifferenceSide, chosen
from verify_app.core.vocabulary import Grade, ImageState, Task, Verdict
from verify_app.storage.queries import image_list, pasted
from verify_app.storage.queries import trials as stored
from verify_app.storage.queries.trials import DifferenceRow
from verify_app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a blind image's labels and the model differ; `side` once somebody has settled it here.

    `label` or `prediction` is None where there is none (any more). `open` is false when it was settled here, when the
    prediction got a verdict in another way, or when the label is gone.
    """

    id: int
    kind: Kind
    label: Label | None
    prediction: Prediction | None
    side: DifferenceSide | None
    open: bool


@dataclass(frozen=True, slots=True)
class BlindImage:
    """A blind image that has come up.

    Parameters
    ----------
    first : bool
        Whether this reviewer has completed none before: say what it is for.
    differences : tuple of Difference
        Once revealed; those still to be settled are `open_differences`.
    """

    image_id: int
    stage: BlindStage
    first: bool
    differences: tuple[Difference, ...] = ()

    @property
    def open_differences(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.differences if d.open)


def meet(session: Session, image_id: int) -> BlindImage | None:
    """What a blind image is to whoever it comes up to; None when it is an ordinary one.

    To be called before an image is shown. One that nobody has decided anything on is chosen here and now by a seeded
    draw; one that was completed without its predictions having been revealed is revealed.
    """
    read = session.project.read
    row = image_list.summary(read, image_id)
    if row is None:
        return None
    if row["blind"] is None:
        return _choose(session, image_id) if _may_be_chosen(session, row) else None
    evidence = read.evidence([image_id])[image_id]
    if evidence.blind is BlindStage.HIDDEN and evidence.mark.complete:
        with suppress(FileChanged):  # said once it is shown; until then nothing is given away
            return reveal(session, image_id)[0]
    return _view(session, image_id)


def _may_be_chosen(session: Session, row: dict[str, object]) -> bool:
    if ImageState(str(row["state"])) is not ImageState.UNREVIEWED or not row["proposals"] or row["labels"]:
        return False
    return chosen(rates(session).blind, BLIND, session.setting("trial_seed", 0), row["sha256"])


def _choose(session: Session, image_id: int) -> BlindImage | None:
    actor = session.actor
    with session.project.transact(actor, "blind") as tx:
        scene = Scene.of(tx, actor, image_id)
        evidence = scene.evidence
        touched = evidence.labels or evidence.rulings or evidence.mark.complete or evidence.mark.flag
        if evidence.blind is None and not touched:
            row = (image_id, evidence.scan.sha256, actor.name, actor.kind.value)
            tx.facts("blind", [row], images=[image_id])
    return _view(session, image_id)


def view(session: Session, image_id: int) -> BlindImage | None:
    """The same as `meet`, without choosing or revealing anything."""
    row = image_list.summary(session.project.read, image_id)
    return _view(session, image_id) if row is not None and row["blind"] is not None else None


def _view(session: Session, image_id: int) -> BlindImage | None:
    read = session.project.read
    evidence = read.evidence([image_id])[image_id]
    if evidence.blind is None:
        return None
    labels = {label.id: label for label in evidence.labels}
    found = []
    for row in stored.differences(read, image_id):
        prediction = read.prediction(row.prediction_id) if row.prediction_id is not None else None
        side = DifferenceSide(row.side) if row.side else None
        label = labels.get(row.label_id) if row.label_id is not None else None
        found.append(Difference(row.id, Kind(row.difference), label, prediction, side, row.open))
    first = stored.blind_finished(read, session.actor) == int(evidence.blind is not BlindStage.HIDDEN)
    return BlindImage(image_id, evidence.blind, first, tuple(found))


def reveal(session: Session, image_id: int) -> tuple[BlindImage | None, Changes | None]:
    """After a blind image was completed: show what the model had predicted, for good.

    What was drawn on it is graded blind from here on. To be called after every action that completes an image
    (complete, empty, classify); does nothing on one that is not blind, not complete, or revealed already.
    """
    with deciding_one(session, "reveal", image_id) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        blind_id = stored.blind_id(tx.read, image_id)
        if scene.evidence.blind is BlindStage.HIDDEN and scene.evidence.mark.complete and blind_id is not None:
            _reveal(tx, scene, blind_id)
    return _view(session, image_id), tx.changes


def _reveal(tx: Transaction, scene: Scene, blind_id: int) -> None:
    # what differs is asked as of any other complete image
    evidence, image_id = replace(scene.evidence, blind=None), scene.image_id
    run_id = next((p.run_id for p in evidence.predictions), None)
    if scene.task is Task.CLASSIFY and evidence.predictions:
        surest = max(evidence.predictions, key=lambda p: (p.conf, -p.id))
        evidence = replace(evidence, predictions=[surest])
    row = (blind_id, image_id, scene.actor.name, scene.actor.kind.value, run_id)
    (reveal_id,) = tx.facts("reveal", [row], images=[image_id])
    rows = [(reveal_id, image_id, d.kind.value, d.label_id, d.prediction_id) for d in differing(evidence, [])]
    tx.facts("difference", rows)
    elsewhere = pasted.on_image(tx.read, image_id)
    for label in evidence.labels:
        # drawn here: neither on another screen nor on another image
        if label.grade is Grade.DRAWN and label.imported_id is None and label.id not in elsewhere:
            tx.update("label", label.id, {"grade": Grade.BLIND.value}, image_id=image_id)


def settle(
    session: Session,
    image_id: int,
    side: DifferenceSide,
    *difference_ids: int,
    unseen: Mapping[str, int] | None = None,
    ms: int = 0,
) -> Changes | None:
    """Say who was right about differences; without ids about all that are open. `unseen` as for `actions.complete`.

    The person's side: what the model had beside is false, its other outline or class is corrected by the label, and a
    label it missed stays. The model's side: its object becomes a label, the label takes its class and outline, or the
    label goes. Undoable.

    Raises
    ------
    ChangedMeanwhile
        When one is no difference of this image, or has been settled.
    """
    with deciding_one(session, "settle", image_id, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        if scene.evidence.blind is BlindStage.HIDDEN:
            raise UserError(M("This image is drawn blind; complete it first."))
        rows = {row.id: row for row in stored.differences(tx.read, image_id) if row.open}
        if not all(number in rows for number in difference_ids):
            raise ChangedMeanwhile(M("This difference has been settled; look again."))
        for number in difference_ids or list(rows):
            _settle(scene, rows[number], side)
        tx.detail |= unseen or {}
        scene.rebind()
    return tx.changes


def _settle(scene: Scene, row: DifferenceRow, side: DifferenceSide) -> None:
    label = next((x for x in scene.evidence.labels if x.id == row.label_id), None)
    prediction = scene.tx.read.prediction(row.prediction_id) if row.prediction_id is not None else None
    (_mine if side is DifferenceSide.MINE else _model)(scene, label, prediction)
    said = {"side": side.value, "by": scene.actor.name, "by_kind": scene.actor.kind.value}
    scene.tx.put("settled", row.id, {"image_id": scene.image_id, **said}, image_id=scene.image_id)


def _mine(scene: Scene, label: Label | None, prediction: Prediction | None) -> None:
    if prediction is not None:
        scene.write_verdict(prediction, *((Verdict.CORRECTED, label.id) if label else (Verdict.REJECTED, None)))


def _model(scene: Scene, label: Label | None, prediction: Prediction | None) -> None:
    if prediction is None:
        if label is not None:
            drop(scene, label, Verdict.REJECTED)
    elif label is None:
        decisions.accept(scene, f"P{prediction.id}")
    else:
        region = inside(scene, prediction.region)
        taken = replace(label, class_id=prediction.class_id, region=region, prediction_id=prediction.id)
        verify(scene, taken, Grade.ACCEPTED)
        scene.write_verdict(prediction, Verdict.ACCEPTED, label.id)
