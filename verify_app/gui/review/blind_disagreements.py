"""Where a completed blind image and the model differ: as `Settling`, and Space keeps all that was drawn."""

from __future__ import annotations

from collections.abc import Callable

from verify_app.app.review import blind
from verify_app.app.review.blind import BlindImage
from verify_app.app.review.disagreements import Disagreement, Kind
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item
from verify_app.core.trials.blind import Side
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.disagreements import Settling, SettlingBar
from verify_app.gui.review.state import Desk


class BlindSettling(Settling):
    """Active while a blind image that was revealed has differences.

    Parameters
    ----------
    met : callable
        What is known of the blind image that is shown, as of now; None when none is.
    """

    def __init__(self, desk: Desk, canvas: Canvas, bar: SettlingBar, met: Callable[[], BlindImage | None]) -> None:
        self._met = met
        self._ids: dict[Disagreement, int] = {}
        super().__init__(desk, canvas, bar)
        self._name_away()

    def _name_away(self) -> None:
        self.bar.name(self.bar.away, self.tr("All labels are right  ([complete])"))

    def _find(self, review: ReviewImage) -> list[Disagreement]:
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

    def _show(self) -> None:
        self._name_away()
        super()._show()

    def _sentence(self, found: Disagreement) -> str:
        desk = self._desk
        mine = next((i for i in desk.items if i.id == f"L{found.label_id}"), None)
        name = desk.class_name(mine.class_id) if mine is not None else "?"
        theirs = desk.class_name(found.class_id) if found.class_id is not None else "?"
        match found.kind:
            case Kind.EXTRA:
                return self.tr("Drawn blind: the model saw {name} here, and nothing was drawn.").format(name=theirs)
            case Kind.MISSED:
                return self.tr("Drawn blind: the model did not see this {name}.").format(name=name)
            case Kind.LOOSE:
                return self.tr("Drawn blind: the model outlined this {name} differently (thin line).").format(name=name)
        return self.tr("Drawn blind as {name}; the model said {theirs}.").format(name=name, theirs=theirs)

    def _differing(self) -> list[Item]:
        """Each difference as an object on show: the label, or what the model saw where there is none."""
        labels = {item.id: item for item in self._desk.items}
        found: list[Item] = []
        for each in self.open:
            shown = labels.get(f"L{each.label_id}") or self._proposed(each)
            if shown is not None:
                found.append(shown)
        return found

    def _show_ghost(self, region: Region | None) -> None:
        """What the model saw is drawn of every difference at once: one key may settle them all."""
        regions = [each for found in self.open if (each := self._predicted(found)) is not None]
        if regions or self._ghost is not None:
            self._canvas.show_ghosts(regions, meant=self._meant)
        self._ghost = region or next(iter(regions), None)
        if self._desk.in_view is not None:
            self._desk.in_view.on_show(f"P{found.prediction_id}" for found in self.open if found.prediction_id)

    def look_now(self) -> bool:
        """Show what differs; False when nothing does."""
        self._look()
        return bool(self.open)

    # --- taking a side --------------------------------------------------------------------------------------

    def take_model(self) -> bool:
        """The model is right. False when there is nothing to settle."""
        return self._settle(self._model, self.tr("Settled: the model was right. [undo] takes it back."))

    def keep_human(self) -> bool:
        """The label is right. False when there is nothing to settle."""
        return self._settle(self._mine, self._kept_words())

    def _model(self, session: Session, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return blind.settle(session, image_id, Side.MODEL, self._ids[found], ms=ms)

    def _mine(self, session: Session, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return blind.settle(session, image_id, Side.MINE, self._ids[found], ms=ms)

    def keep_all(self) -> bool:
        """All labels stand as they were drawn, and on to the next image. False when there is nothing to settle.

        What differs where the person has not looked since it was revealed is shown first; the second key confirms.
        """
        desk = self._desk
        if desk.review is None or not self.look_now():
            return False
        desk.about_to_act.emit()
        if not desk.may_decide():
            return True
        if desk.in_view is not None and desk.in_view.holds_back_from(self._differing(), "complete"):
            return True
        image_id, number, ms = desk.review.id, len(self.open), desk.attention()
        if desk.run(lambda: blind.settle(desk.session, image_id, Side.MINE, ms=ms)):
            text = self.tr("Settled: the labels were right, {n} times. [undo] takes it back.").format(n=number)
            desk.said.emit(text, "good")
        self._look()
        if desk.review is not None and desk.review.state.done:
            desk.step_unreviewed(1)
        return True

    def leave(self) -> bool:
        """What the third button does: a blind image is not left half settled."""
        return self.keep_all()
