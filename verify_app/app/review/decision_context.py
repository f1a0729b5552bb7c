"""One image inside the gate's transaction, and who is deciding on it: what is written of labels, verdicts and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Actor, Label, Prediction, Ruling
from verify_app.core.review_rules import at_most, refuse_programs
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import Door, Grade, Task, Verdict
from verify_app.storage.queries.image_list import is_current
from verify_app.storage.row_mappers import region_text
from verify_app.storage.transaction import Transaction


class Scene(NamedTuple):
    """One image inside a transaction, and who is deciding on it: the record as the `Board` of the review's rules."""

    tx: Transaction
    actor: Actor
    image_id: int
    evidence: derive.Evidence

    @classmethod
    def of(cls, tx: Transaction, actor: Actor, image_id: int, *, verifies: bool = True) -> Scene:
        """Read the image anew.

        Parameters
        ----------
        verifies : bool
            Whether something is said of what is on the image; then its file must be there (see `same_bytes`).

        Raises
        ------
        UserError
            When it is not in the project or its file cannot be used.
        """
        known = tx.read.images([image_id]).get(image_id)
        if known is None or known.place.removed:
            raise UserError(M("This image is not in the project any more."))
        evidence = known.evidence
        if verifies and evidence.scan.problem is not None:
            raise UserError(M("Nothing can be decided on this image: {problem}", problem=evidence.scan.problem))
        return cls(tx, actor, image_id, evidence)

    @property
    def task(self) -> Task:
        return self.tx.read.task

    def point_count(self) -> int:
        skeleton = self.tx.read.skeleton()
        return len(skeleton.names) if skeleton else 0

    def said(self, prediction_id: int) -> Prediction | None:
        found = self.tx.read.prediction(prediction_id)
        ours = found is not None and found.image_id == self.image_id and is_current(self.tx.read, found)
        return found if ours else None

    def behind(self, label: Label) -> Prediction | None:
        return self.tx.read.prediction(label.prediction_id) if label.prediction_id else None

    def ruling(self, prediction: Prediction) -> Ruling | None:
        row = self.tx.get("verdict", prediction.id)
        return Ruling(prediction, Verdict(row["verdict"]), row["label_id"], row["by"]) if row else None

    def labels_now(self) -> Sequence[Label]:
        return self.tx.read.labels([self.image_id]).get(self.image_id, [])

    # --- writing ----------------------------------------------------------------------------------------

    def write_label(self, label: Label) -> None:
        """Store a label as it should be; a new one when its id is new."""
        row = {
            "image_id": label.image_id,
            "class_id": label.class_id,
            "region": region_text(label.region),
            "grade": label.grade.value,
            "by": label.by,
            "by_kind": label.by_kind.value if label.by_kind else None,
            "bound": label.bound,
            "prediction_id": label.prediction_id,
            "imported_id": label.imported_id,
            "flag": label.flag,
            "door": label.door.value if label.door else None,
            "suggestion_id": label.suggestion_id,
        }
        self.tx.put("label", label.id, row, image_id=self.image_id)

    def new_label_id(self) -> int:
        return self.tx.new_id("label")

    def remove_label(self, label_id: int) -> None:
        self.tx.put("label", label_id, None, image_id=self.image_id)

    def write_verdict(self, prediction: Prediction, verdict: Verdict, label_id: int | None = None) -> None:
        refuse_programs(self.actor)
        row = {
            "image_id": self.image_id,
            "verdict": verdict.value,
            "label_id": label_id,
            "by": self.actor.name,
            "by_kind": self.actor.kind.value,
        }
        self.tx.put("verdict", prediction.id, row, image_id=self.image_id)

    def write_mark(
        self, *, complete: bool, flag: str | None, grade: Grade | None = None, door: Door | None = None
    ) -> None:
        """Say of the image that it is complete, or not (any more); `grade` and `door`: how strong an older word is."""
        row: dict[str, Any] = {"complete": int(complete), "flag": flag}
        if complete:
            refuse_programs(self.actor)
            looked = Grade.BLIND if self.evidence.blind is BlindStage.HIDDEN else Grade.ACCEPTED
            row |= {
                "by": self.actor.name,
                "by_kind": self.actor.kind.value,
                "sha256": self.evidence.scan.sha256,
                "door": (door or self.actor.door).value,
                "grade": at_most(self.actor, grade or looked).value,
            }
        empty = not complete and flag is None
        self.tx.put("mark", self.image_id, None if empty else row, image_id=self.image_id)

    def rebind(self) -> None:
        """After an edit of a complete image: it is complete still, on the editor's word. A stale one stays stale.

        Who changes one object has not looked for what is missing: the word gets no stronger by it, and keeps the door
        that it came through, unless this one is weaker. A blind word is so only while everything is as it was drawn:
        who adds, changes or takes off something since has seen the predictions.
        """
        mark = self.evidence.mark
        if self.image_id in self.tx.images and mark.complete and mark.sha256 == self.evidence.scan.sha256:
            door = self.actor.door if self.actor.attests else mark.door
            grade = mark.grade
            if grade is Grade.BLIND and _objects(self.labels_now()) != _objects(self.evidence.labels):
                grade = Grade.ACCEPTED
            self.write_mark(complete=True, flag=mark.flag, grade=grade, door=door)


def _objects(labels: Sequence[Label]) -> set[tuple[int, int, object]]:
    return {(label.id, label.class_id, label.region) for label in labels}
