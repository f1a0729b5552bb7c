"""Where a new run and people differ: what there is on an image, and taking one side or the other.

A label never changes by itself: a difference stands until a person takes a side, and taking either is one step that can
be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verify_app.app.review import decisions
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.same_bytes import deciding_one
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.disagreements import Disagreement, Kind
from verify_app.core.errors import ChangedMeanwhile
from verify_app.core.messages import M
from verify_app.core.records import Changes, Label, Prediction
from verify_app.core.review_rules import inside, label_on, prediction_on, verify
from verify_app.core.vocabulary import Grade, Verdict
from verify_app.storage.queries.disagreements import open_differences
from verify_app.storage.reader import Reader

__all__ = ["Disagreement", "Kind", "disagreements", "keep_human", "take_model"]


def disagreements(session: Session, image_id: int) -> list[Disagreement]:
    """What nobody has settled on an image, the most telling first."""
    return _open(session.project.read, image_id)


def _open(reader: Reader, image_id: int) -> list[Disagreement]:
    run_id = reader.newest_runs([image_id]).get(image_id)
    evidence = reader.evidence([image_id]).get(image_id)
    if run_id is None or evidence is None:
        return []
    return open_differences(reader, image_id, run_id, evidence, derive.proposals(evidence))


def take_model(session: Session, image_id: int, found: Disagreement, *, ms: int = 0) -> Changes | None:
    """Say that the model is right.

    What is extra becomes a label, what is missed is removed; of a loose label the model's outline is taken, of one of
    another class its class. The label then rests on the model's prediction: accepted when it is what the model said,
    else corrected.

    Raises
    ------
    ChangedMeanwhile
        When the difference is not there any more.
    """

    def act(scene: Scene) -> None:
        if found.kind is Kind.EXTRA:
            decisions.accept(scene, f"P{found.prediction_id}")
        elif found.kind is Kind.MISSED:
            decisions.reject(scene, f"L{found.label_id}", fix_later=False)
        else:
            _follow(
                scene,
                label_on(scene, f"L{found.label_id}"),
                prediction_on(scene, f"P{found.prediction_id}"),
                found.kind,
            )

    return _side(session, image_id, found, "take_model", act, ms=ms)


def _follow(scene: Scene, label: Label, prediction: Prediction, kind: Kind) -> None:
    """Make the label what the new prediction says in the point they differ in."""
    before = scene.behind(label)
    region = inside(scene, prediction.region) if kind is Kind.LOOSE else label.region
    same = region.likeness(prediction.region) >= derive.SAME_REGION_IOU
    changed = replace(label, class_id=prediction.class_id, region=region, prediction_id=prediction.id)
    verify(scene, changed, Grade.ACCEPTED if same else Grade.CORRECTED)
    if before is not None:
        scene.write_verdict(before, Verdict.CORRECTED)
    scene.write_verdict(prediction, Verdict.ACCEPTED if same else Verdict.CORRECTED, label.id)


def keep_human(session: Session, image_id: int, found: Disagreement, *, ms: int = 0) -> Changes | None:
    """Say that the labels are right.

    What is extra is rejected as false. A label that is kept is not asked about again for the same reason, by whatever
    run, until somebody changes it.

    Raises
    ------
    ChangedMeanwhile
        When the difference is not there any more.
    """

    def act(scene: Scene) -> None:
        if found.kind is Kind.EXTRA:
            decisions.reject(scene, f"P{found.prediction_id}", fix_later=False)
            return
        row = {
            "image_id": image_id,
            "kind": found.kind.value,
            "class_id": found.class_id,
            "by": session.actor.name,
            "by_kind": session.actor.kind.value,
        }
        scene.tx.put("kept", found.label_id, row, image_id=image_id)

    return _side(session, image_id, found, "keep_human", act, ms=ms)


def _side(
    session: Session, image_id: int, found: Disagreement, operation: str, act: Callable[[Scene], None], *, ms: int
) -> Changes | None:
    with deciding_one(session, operation, image_id, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        if found not in _open(tx.read, image_id):
            raise ChangedMeanwhile(M("The run and the labels do not differ like this any more; look again."))
        tx.detail["difference"] = found.kind.value
        act(scene)
        if operation == "take_model":
            scene.rebind()
    return tx.changes
