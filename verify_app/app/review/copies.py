"""Copying objects to paste them elsewhere: who or what said first that they are there goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verify_app.app.review.decision_context import Scene
from verify_app.app.session import Session
from verify_app.core.derive import labelled
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Item
from verify_app.core.review_rules import item_number, new_label
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.storage.queries import pasted
from verify_app.storage.transaction import Transaction


class Copy(NamedTuple):
    """What is remembered of an object.

    Parameters
    ----------
    grade : Grade
        What it is at most once pasted: drawn if a person drew it, else as the correction that pasting amounts to.
    prediction_id, suggestion_id : int or None
        What a model or a program had said of it.
    """

    class_id: int
    region: Region
    grade: Grade = Grade.CORRECTED
    prediction_id: int | None = None
    suggestion_id: int | None = None

    def at(self, region: Region) -> Copy:
        """The same elsewhere."""
        return self._replace(region=region)


def put(scene: Scene, copies: Sequence[Copy]) -> None:
    """Make labels of them; the event names what a model had said of each."""
    behind = {}
    for copy in copies:
        require_class(scene.tx, copy.class_id)
        label = new_label(scene, copy.class_id, copy.region, copy.grade, suggestion_id=copy.suggestion_id)
        if copy.prediction_id is not None:
            behind[f"L{label.id}"] = copy.prediction_id
    scene.tx.detail |= {pasted.BEHIND: behind} if behind else {}


def require_class(tx: Transaction, class_id: int) -> None:
    """Refuse a class that is not in the list (any more)."""
    if all(c.id != class_id for c in tx.read.classes()):
        raise UserError(M("This class is not in the class list any more; pick another one."))


def copied(session: Session, image_id: int, items: Sequence[Item]) -> list[Copy]:
    """Objects of an image as they are remembered."""
    read = session.project.read
    evidence = read.evidence([image_id]).get(image_id)
    found = []
    for item in items:
        copy, number = Copy(item.class_id, item.region), item_number(item.id)
        label = None
        if item.id.startswith("S"):
            copy = copy._replace(suggestion_id=number)
        elif item.id.startswith("P"):
            copy = copy._replace(prediction_id=number)
        elif evidence is not None:
            label = labelled(evidence).find(number)
        if label is not None:
            behind = label.prediction_id or pasted.prediction_behind(read, label.id)
            copy = Copy(item.class_id, item.region, grade_of(item), behind, label.suggestion_id)
        found.append(copy)
    return found


def grade_of(item: Item) -> Grade:
    """What an object is at most once pasted."""
    drawn = item.state is LabelState.VERIFIED and item.grade in (Grade.DRAWN, Grade.BLIND)
    return Grade.DRAWN if drawn else Grade.CORRECTED
