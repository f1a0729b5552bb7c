"""Finds where the labels of an image that was drawn blind differ from what a model had predicted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from verify_app.app.review import blind
from verify_app.app.review.blind import BlindImage
from verify_app.app.review.disagreements import Disagreement, Kind
from verify_app.app.review.image_view import ReviewImage
from verify_app.core.records import Changes
from verify_app.core.trials.blind import DifferenceSide
from verify_app.gui.review.disagreements import DisagreementReview
from verify_app.gui.review.state import ReviewState


class BlindDisagreements(QObject):
    """A source of disagreements (`DisagreementSource`): a blind image that was revealed and is not settled yet.

    Parameters
    ----------
    met : callable
        What is known of the blind image that is shown, as of now; None when none is.
    """

    draws_all = True

    def __init__(self, state: ReviewState, met: Callable[[], BlindImage | None]) -> None:
        super().__init__(state)
        self._state, self._met = state, met
        self._ids: dict[Disagreement, int] = {}

    def find(self, review: ReviewImage) -> list[Disagreement]:
        met = self._met()
        self._ids = {}
        for found in met.open_differences if met is not None and met.image_id == review.id else ():
            label, predicted = found.label, found.prediction
            told = Disagreement(
                found.kind,
                label.id if label is not None else None,
                predicted.id if predicted is not None else None,
                predicted.class_id if predicted is not None else None,
                0.0,
            )
            self._ids[told] = found.id
        return list(self._ids)

    def sentence(self, found: Disagreement, name: str, theirs: str) -> str:
        match found.kind:
            case Kind.EXTRA:
                return self.tr("Drawn blind: the model saw {name} here, and nothing was drawn.").format(name=theirs)
            case Kind.MISSED:
                return self.tr("Drawn blind: the model did not see this {name}.").format(name=name)
            case Kind.LOOSE:
                return self.tr("Drawn blind: the model outlined this {name} differently (thin line).").format(name=name)
        return self.tr("Drawn blind as {name}; the model said {theirs}.").format(name=name, theirs=theirs)

    def away_words(self) -> str:
        return self.tr("All labels are right  ([complete])")

    def take_model(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return blind.settle(self._state.session, image_id, DifferenceSide.MODEL, self._ids[found], ms=ms)

    def keep_human(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return blind.settle(self._state.session, image_id, DifferenceSide.MINE, self._ids[found], ms=ms)

    def leave(self, review: DisagreementReview) -> bool:
        """A blind image is not left half settled: all labels stand."""
        return self.keep_all(review)

    def keep_all(self, review: DisagreementReview) -> bool:
        """All labels stand as they were drawn, and on to the next image. False when there is nothing to settle.

        What differs where the person has not looked since it was revealed is shown first; the second key confirms.
        """
        state = self._state
        if state.review is None or not review.look_now():
            return False
        state.about_to_act.emit()
        if not state.may_decide():
            return True
        if state.in_view is not None and state.in_view.holds_back_from(review.objects(), "complete"):
            return True
        image_id, number, ms = state.review.id, len(review.open), state.attention()
        if state.run(lambda: blind.settle(state.session, image_id, DifferenceSide.MINE, ms=ms)):
            many = self.tr("Settled: the labels were right, {n} times. [undo] takes it back.").format(n=number)
            text = self.tr("Settled: the labels were right, once. [undo] takes it back.") if number == 1 else many
            state.said.emit(text, "good")
        review.look_now()
        if state.review is not None and state.review.state.done:
            state.step_unreviewed(1)
        return True
