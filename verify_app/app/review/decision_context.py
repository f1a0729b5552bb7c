"""One image inside the gate's transaction, and who is deciding on it: what is written of labels, verdicts and marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from verify_app.core import derive
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Actor, Label, Prediction
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import ActorKind, Door, Grade, Task, Verdict
from verify_app.storage.queries.image_list import is_current
from verify_app.storage.row_mappers import region_text
from verify_app.storage.transaction import Transaction

_TOO_LITTLE = {
    "box": M("A box needs at least one pixel either way inside the image."),
    "keypoints": M("The box of an object needs at least one pixel either way inside the image."),
    "obb": M("An oriented box needs sides of at least one pixel, and its centre inside the image."),
    "polygon": M("An outline needs an area of at least one pixel inside the image."),
}
_GONE = M("This object is not on the image any more; look again.")


class Scene(NamedTuple):
    """One image inside a transaction, and who is deciding on it."""

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

    def label(self, item_id: str) -> Label:
        found = derive.labelled(self.evidence).find(item_number(item_id))
        if found is None:
            raise ChangedMeanwhile(_GONE)
        return found

    def prediction(self, item_id: str) -> Prediction:
        found = self.tx.read.prediction(item_number(item_id)) if item_id.startswith("P") else None
        if found is None or found.image_id != self.image_id or not is_current(self.tx.read, found):
            raise ChangedMeanwhile(_GONE)
        if self.evidence.blind is BlindStage.HIDDEN:
            raise UserError(M("This image is drawn blind; what a model predicted is hidden until it is complete."))
        return found

    def verdict_row(self, prediction: Prediction) -> dict[str, Any] | None:
        return self.tx.get("verdict", prediction.id)

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

    def new_label(
        self,
        class_id: int,
        region: Region,
        grade: Grade,
        *,
        prediction_id: int | None = None,
        suggestion_id: int | None = None,
    ) -> Label:
        """Make a verified label of the actor's."""
        region = self.inside(region)
        if self.task is Task.CLASSIFY:
            for other in self.tx.read.labels([self.image_id]).get(self.image_id, []):
                self.drop(other, Verdict.REJECTED)  # an image has one class
        blank = Label(self.tx.new_id("label"), self.image_id, class_id, region, grade, None, None, None, prediction_id)
        return self.verify(replace(blank, suggestion_id=suggestion_id), grade)

    def verify(self, label: Label, grade: Grade) -> Label:
        """The actor stands behind the label as it is now, on the bytes as they are now."""
        self._refuse_programs()
        verified = replace(
            label,
            grade=self.at_most(grade),
            by=self.actor.name,
            by_kind=self.actor.kind,
            door=self.actor.door,
            bound=derive.binding(self.evidence.scan.sha256, label.class_id, label.region),
        )
        self.write_label(verified)
        return verified

    def _refuse_programs(self) -> None:
        if self.actor.kind is ActorKind.AGENT:
            raise UserError(M("A program decides nothing for a person; what it says is a suggestion."))

    def write_verdict(self, prediction: Prediction, verdict: Verdict, label_id: int | None = None) -> None:
        self._refuse_programs()
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
            self._refuse_programs()
            looked = Grade.BLIND if self.evidence.blind is BlindStage.HIDDEN else Grade.ACCEPTED
            row |= {
                "by": self.actor.name,
                "by_kind": self.actor.kind.value,
                "sha256": self.evidence.scan.sha256,
                "door": (door or self.actor.door).value,
                "grade": self.at_most(grade or looked).value,
            }
        empty = not complete and flag is None
        self.tx.put("mark", self.image_id, None if empty else row, image_id=self.image_id)

    def rebind(self) -> None:
        """After an edit of a complete image: it is complete still, on the editor's word. A stale one stays stale.

        Who changes one object has not looked for what is missing: the word gets no stronger by it, and keeps the door
        that it came through, unless this one is weaker.
        """
        mark = self.evidence.mark
        if self.image_id in self.tx.images and mark.complete and mark.sha256 == self.evidence.scan.sha256:
            door = self.actor.door if self.actor.attests else mark.door
            self.write_mark(complete=True, flag=mark.flag, grade=mark.grade, door=door)

    def at_most(self, grade: Grade) -> Grade:
        """How strong a grade the actor can give: who takes responsibility for what no screen showed attests it."""
        return Grade.ATTESTED if self.actor.attests and grade.verified else grade

    @property
    def task(self) -> Task:
        return self.tx.read.task

    def drop(self, label: Label, verdict: Verdict) -> None:
        """Remove a label; what a model predicted behind it gets a verdict."""
        prediction = self.tx.read.prediction(label.prediction_id) if label.prediction_id else None
        self.tx.put("label", label.id, None, image_id=self.image_id)
        if prediction is not None:
            self.write_verdict(prediction, verdict)

    def inside(self, region: Region) -> Region:
        """The region's part inside the image.

        Raises
        ------
        UserError
            When it is not of the project's kind, or too little of it is left.
        """
        if region.kind != self.task.region:
            raise UserError(
                M(
                    "This project's objects are given as {wanted}, not as {given}.",
                    wanted=self.task.region,
                    given=region.kind,
                )
            )
        if region.kind == "keypoints":
            self._check_points(len(region.data()["points"]))
        part = region.inside(self.evidence.scan.width, self.evidence.scan.height)
        if part is None:
            raise UserError(_TOO_LITTLE[region.kind])
        # as it will be read back: a verification is bound to its very numbers
        if part.kind == "box":
            return part
        from verify_app.core.regions import region_from  # noqa: PLC0415  a project of boxes starts without them

        return region_from(part.kind, part.data())

    def _check_points(self, count: int) -> None:
        skeleton = self.tx.read.skeleton()
        wanted = len(skeleton.names) if skeleton else 0
        if count != wanted:
            raise UserError(
                M("An object of this project has {wanted} points, this one has {given}.", wanted=wanted, given=count)
            )


def already_decided(name: str, verdict: str) -> M:
    """The sentence for a prediction that somebody has decided on."""
    if verdict == "accepted":
        return M("{name} has already accepted this prediction.", name=name)
    if verdict == "corrected":
        return M("{name} has already corrected this prediction.", name=name)
    return M("{name} has already decided on this prediction.", name=name)


def item_number(item_id: str) -> int:
    """The number in an item's id, whatever kind of thing it names; 0 for none."""
    text = item_id[1:]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
