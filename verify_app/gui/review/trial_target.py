"""A trial as the target of the review keys: decisions stay in memory until they are judged, see `app.review.trials`.

It is loaded only after the first picture, since no trial comes up before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from verify_app.app.review import trials
from verify_app.app.review.copies import Copy, grade_of
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.review.trials import Trial, TrialOutcome
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item
from verify_app.core.trials.trials import Answer
from verify_app.gui.review.targets import NOTHING, Action, DecisionTarget


class TrialTarget:
    """One trial from coming up to being revealed. It looks like the image that it comes up before.

    Parameters
    ----------
    before : ReviewImage
        The image that the trial comes up before; its place, name and number are shown.
    record : DecisionTarget
        Where undo goes once nothing is left to take back on the trial.
    run : callable
        Runs an action, see `ActionRunner.run`.

    Raises
    ------
    UserError
        When the image it is made of has changed since.
    """

    def __init__(
        self,
        session: Session,
        trial: Trial,
        before: ReviewImage,
        *,
        record: DecisionTarget,
        run: Callable[[Action], Changes | None],
    ) -> None:
        self._session, self._record, self._run = session, record, run
        self.trial = trial
        self.outcome: TrialOutcome | None = None
        self._before = before
        self._attempt = trials.begin(session, trial)
        self._ms = 0
        self._done: list[str] = []
        self._undone: list[str] = []

    @property
    def review(self) -> ReviewImage:
        """What to show now."""
        now = self._attempt.review
        before = self._before
        return now._replace(id=before.id, name=before.name, origin=before.origin, source=before.source)

    def _still_open(self) -> None:
        if self.outcome is not None:
            raise UserError(
                QCoreApplication.translate("TrialTarget", "This image is answered; the first decision counts.")
            )

    def _do(self, operation: str, act: Callable[[], object], ms: int) -> Changes | None:
        return self._run(lambda: self._step(operation, act, ms))

    def _step(self, operation: str, act: Callable[[], object], ms: int) -> Changes | None:
        self._still_open()
        before = self._attempt.review.items
        act()
        self._ms += ms
        if self._attempt.review.items == before:
            return None
        self._done.append(operation)
        self._undone.clear()
        return _in_memory(operation)

    def accept(self, image_id: int, *item_ids: str, ms: int) -> Changes | None:
        return self._do("accept", lambda: self._attempt.accept(*item_ids), ms)

    def reject(self, image_id: int, *item_ids: str, folded: Sequence[str], fix_later: bool, ms: int) -> Changes | None:
        labels = all(item_id.startswith("L") for item_id in (*item_ids, *folded))
        name = "fix_later" if fix_later else "delete" if labels else "reject"
        return self._do(name, lambda: self._attempt.reject(*item_ids, folded=folded, fix_later=fix_later), ms)

    def reclass(self, image_id: int, *item_ids: str, class_id: int, ms: int) -> Changes | None:
        return self._do(_changing(item_ids), lambda: self._attempt.correct(*item_ids, class_id=class_id), ms)

    def reshape(self, image_id: int, regions: Mapping[str, Region], *, ms: int) -> Changes | None:
        return self._do(_changing(regions), lambda: self._attempt.reshape(regions), ms)

    def draw(self, image_id: int, *objects: tuple[int, Region], ms: int) -> Changes | None:
        return self._do("draw", lambda: self._attempt.draw(*objects), ms)

    def copied(self, image_id: int, items: Sequence[Item]) -> list[Copy]:
        return [Copy(item.class_id, item.region, grade_of(item)) for item in items]

    def paste(self, image_id: int, *objects: Copy, ms: int) -> Changes | None:
        return self._do("paste", lambda: self._attempt.draw(*((x.class_id, x.region) for x in objects)), ms)

    def cut(self, image_id: int, item_id: str, kept: Region, *pieces: Copy, ms: int) -> Changes | None:
        made = [(piece.class_id, piece.region) for piece in pieces]
        return self._do("cut", lambda: self._attempt.cut(item_id, kept, *made), ms)

    def join(self, image_id: int, item_id: str, whole: Region, others: Sequence[str], *, ms: int) -> Changes | None:
        return self._do("join", lambda: self._attempt.join(item_id, whole, others), ms)

    # --- answers --------------------------------------------------------------------------------------------

    def complete(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return self._run(lambda: self._decide("complete", lambda: self._attempt.complete(threshold), ms))

    def empty(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return self._run(lambda: self._decide("empty", lambda: self._attempt.empty(threshold), ms))

    def classify(self, review: ReviewImage, class_id: int, *, ms: int) -> Changes | None:
        return self._run(lambda: self._decide("classify", lambda: self._attempt.classify(class_id), ms))

    def flag(self, image_id: int, note: str, *, item_id: str | None, ms: int) -> Changes | None:
        return self._run(lambda: self._decide("flag", self._attempt.flag, ms))

    def unflag(self, image_id: int, *, item_id: str | None, ms: int) -> Changes | None:
        return None  # what was flagged is answered

    def leave(self, *, ms: int = 0) -> bool:
        """The person goes elsewhere; whether that answered the trial: something had been decided."""
        said = self._attempt.leave() if self.outcome is None else None
        if said is None:
            return False
        self._answer("leave", said, ms)
        return True

    def _decide(self, operation: str, said: Callable[[], Answer], ms: int) -> Changes:
        self._still_open()
        return self._answer(operation, said(), ms)

    def _answer(self, operation: str, said: Answer, ms: int) -> Changes:
        self.outcome = trials.answer(self._session, self.trial, said, ms=self._ms + ms)
        return _in_memory(operation)

    # --- undo -----------------------------------------------------------------------------------------------

    def undo(self) -> Changes | None:
        """Take back the last step on this image; with none, what was done before it came up, as on any image."""
        if self.outcome is None and not self._attempt.undo():
            return self._record.undo()
        return self._run(lambda: self._moved(self._done, self._undone))

    def redo(self) -> Changes | None:
        """Do the step again; with none on this image, what was taken back before it came up."""
        if self.outcome is None and not self._attempt.redo():
            return self._record.redo()
        return self._run(lambda: self._moved(self._undone, self._done))

    def _moved(self, source: list[str], target: list[str]) -> Changes:
        self._still_open()
        target.append(source.pop())
        return _in_memory(target[-1])


def _changing(item_ids: Iterable[str]) -> str:
    return "edit" if all(item_id.startswith("L") for item_id in item_ids) else "correct"


def _in_memory(operation: str) -> Changes:
    """What changed on a trial: nothing that is on record, so event 0; told to the review state alone."""
    return Changes(0, operation, "", detail=MappingProxyType({"undid": operation}))
