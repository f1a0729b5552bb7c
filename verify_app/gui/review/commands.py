"""What the review keys do to the whole image, to several images, and backwards. Objects are `Editing`'s part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from verify_app.app.review import actions, object_rows, omission_odds
from verify_app.core.operations import OPERATIONS
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import LabelState, Origin, Task
from verify_app.gui.review.editing import Editing
from verify_app.gui.review.state import Desk

if TYPE_CHECKING:
    from verify_app.gui.review.class_editing import ClassEditing
    from verify_app.gui.review.disagreements import Settling


class Deciding(Editing):
    """The verbs of the review. Every method does nothing when there is nothing it could be done to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pointed_out: set[tuple[int, str]] = set()
        self.settling: Settling | None = None

    def accept(self) -> None:
        """The selected objects are right; where a run differs from the labels, the model is."""
        if not any(settling.take_model() for settling in self._settlings()):
            super().accept()

    def reject(self, *, later: bool = False) -> None:
        """The selected objects are false; where a run differs from the labels, the labels stand."""
        if later or not any(settling.keep_human() for settling in self._settlings()):
            super().reject(later=later)

    def _settlings(self) -> list[Settling]:
        trusting = self._desk.trusting
        return [s for s in (self.settling, trusting.settling if trusting is not None else None) if s is not None]

    def reclass(self, class_id: int) -> None:
        """The selected objects are of this class; in a project of whole images the image is, and on to the next."""
        if self._desk.task is Task.CLASSIFY:
            self._classify(class_id)
        else:
            super().reclass(class_id)

    def pick_class(self, class_id: int) -> None:
        """As `Editing.pick_class`; in a project of whole images a click decides."""
        if self._desk.task is Task.CLASSIFY:
            self._classify(class_id)
        else:
            super().pick_class(class_id)

    def _classify(self, class_id: int) -> None:
        desk = self._desk
        desk.about_to_act.emit()
        review = desk.review
        if review is None or not desk.may_decide():
            return
        desk.drawing_class = class_id
        ms = desk.attention()
        if desk.run(lambda: desk.verbs.classify(review, class_id, ms=ms)) or review.state.done:
            text = self.tr("{name}: {file}.").format(name=desk.class_name(class_id), file=review.name)
            self._finished(text)

    # --- the whole image ------------------------------------------------------------------------------------

    def _held(self) -> bool:
        """Whether the image that was just answered stays: a trial is revealed, a blind image is to be settled."""
        return self._desk.trusting is not None and self._desk.trusting.holds()

    def _finished(self, said: str) -> None:
        """The image is done: say so and go on."""
        if not self._held():
            self._desk.said.emit(said, "good")
            self._desk.step_unreviewed(1, after=said)

    def complete(self) -> None:
        """Everything on the image is labelled: accept what is shown, mark complete, go on.

        When hidden candidates look like omissions the first Space shows them and the second confirms. A complete image
        of which something was only attested is completed anew: somebody has looked then. On a blind image that was
        revealed the labels stand against the model.
        """
        desk = self._desk
        desk.about_to_act.emit()
        if desk.drafts is not None and desk.drafts.hold_back():
            return
        if desk.trusting is not None and (desk.trusting.go_on() or desk.trusting.settling.keep_all()):
            return
        review, threshold = desk.review, desk.threshold
        if review is None or not desk.may_decide():
            return
        if review.state.done and not review.attested:
            desk.step_unreviewed(1)
            return
        refused = review.flag or any(item.state is LabelState.FIX_LATER for item in desk.items)
        missed = () if refused else omission_odds.omissions(desk.session, review, threshold)
        if {(review.id, item.id) for item in missed} - self._pointed_out:
            self._point_out(review.id, missed)
            return
        unseen = {} if refused else self._unseen("complete")  # what is in the way is said first, and once
        if unseen is None:
            return
        ms = desk.attention()
        if desk.run(lambda: desk.verbs.complete(review, threshold, unseen=unseen, ms=ms)):
            text = self.tr("Complete: {name}.").format(name=review.name)
            if unseen.get("unseen_small"):
                small = self.tr("Smaller than 6 pixels on the screen: {n}; [undo] takes it back.")
                text += " " + small.format(n=unseen["unseen_small"])
            self._finished(text + self._left())
        else:
            later = next((item for item in desk.items if item.state is LabelState.FIX_LATER), None)
            desk.mark(later.id if later is not None else desk.selected)  # what is in the way

    def _point_out(self, image_id: int, missed: Sequence[Item]) -> None:
        """Show hidden candidates that look like omissions; the same key again leaves them out."""
        desk = self._desk
        self._pointed_out = {(image_id, item.id) for item in missed}
        one = self.tr("One hidden proposal may have been missed. [accept] accepts it; [complete] again leaves it out.")
        many = self.tr(
            "{n} hidden proposals may have been missed. [accept] accepts one; [complete] again leaves them out."
        )
        if not desk.items:  # completing would leave an image without any label: it is for the person to say so
            one = self.tr("One hidden proposal may have been missed. [accept] accepts it; [empty]: nothing is here.")
            many = self.tr("{n} hidden proposals may have been missed. [accept] accepts one; [empty]: nothing is here.")
        desk.point_out(missed)
        desk.said.emit(one if len(missed) == 1 else many.format(n=len(missed)), "warn")

    def _unseen(self, key: str) -> dict[str, int] | None:
        """How much was not really seen, for the event; None when something is only now brought into view."""
        in_view = self._desk.in_view
        if in_view is None:
            return {}
        return None if in_view.holds_back(key) else in_view.told()

    def _left(self) -> str:
        """A word about suggestions that completing the image has not touched."""
        review = self._desk.review
        left = len(review.suggestions) if review is not None else 0
        if not left:
            return ""
        one = self.tr("1 suggestion of a program is left; it counts for nothing.")
        many = self.tr("{n} suggestions of programs are left; they count for nothing.")
        return " " + (one if left == 1 else many.format(n=left))

    def empty(self) -> None:
        """Nothing is on this image; go on."""
        desk = self._desk
        desk.about_to_act.emit()
        review = desk.review
        if review is None or not desk.may_decide() or (desk.drafts is not None and desk.drafts.hold_back()):
            return
        unseen = self._unseen("empty")
        if unseen is None:
            return
        ms = desk.attention()
        rejected = sum(item.state is LabelState.PROPOSAL for item in object_rows.whole(desk.items))
        if desk.run(lambda: desk.verbs.empty(review, desk.threshold, unseen=unseen, ms=ms)):
            text = self.tr("Complete and empty: {name}.")
            if rejected:
                text = self.tr("Complete and empty: {name}. Proposals rejected: {n}; [undo] takes it back.")
            self._finished(text.format(name=review.name, n=rejected))

    def reopen(self, image_ids: list[int] | None = None) -> None:
        """Take back that images are complete."""
        desk = self._desk
        desk.about_to_act.emit()
        ids = image_ids or ([desk.review.id] if desk.review else [])
        done = [i for i in ids if desk.run(partial(actions.reopen, desk.session, i))]
        if len(done) == 1:
            desk.said.emit(self.tr("Reopened."), "note")
        elif done:
            desk.said.emit(self.tr("Reopened {n} images.").format(n=len(done)), "note")

    def flag(self, note: str) -> None:
        """Mark the selected label, else the image, as unsure."""
        desk, review = self._desk, self._desk.review
        if review is None:
            return
        item_id = self.flaggable()
        ms = desk.attention()
        if desk.run(lambda: desk.verbs.flag(review.id, note, item_id=item_id, ms=ms)) and not self._held():
            desk.said.emit(
                self.tr("Flagged as unsure. The image is not complete until the flag is cleared ([flag])."), "note"
            )

    def unflag(self) -> None:
        """Clear the flag of the selected label, else of the image."""
        desk, review = self._desk, self._desk.review
        if review is None:
            return
        item_id = self.flaggable()
        ms = desk.attention()
        if desk.run(lambda: desk.verbs.unflag(review.id, item_id=item_id, ms=ms)):
            desk.said.emit(self.tr("Flag cleared."), "note")

    def flaggable(self) -> str | None:
        """The selected label's id; None: a flag goes to the image (proposals have none of their own)."""
        item = self._desk.item
        return item.id if item is not None and item.id.startswith("L") else None

    def flagged(self) -> bool:
        """Whether what a flag would go to has one."""
        item, review = self._desk.item, self._desk.review
        if item is not None and item.id.startswith("L"):
            return bool(item.flag)
        return bool(review and review.flag)

    # --- undo -----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the own newest operation, go to where it was, and name it."""
        self._desk.about_to_act.emit()
        self._say_undone(self._desk.run(self._desk.verbs.undo), self.tr("Undone: {what}."))

    def redo(self) -> None:
        """Do again what was last undone."""
        self._desk.about_to_act.emit()
        self._say_undone(self._desk.run(self._desk.verbs.redo), self.tr("Done again: {what}."))

    def _say_undone(self, changes: Changes | None, text: str) -> None:
        if changes is None:
            return
        desk = self._desk
        image_id = changes.detail.get("image_id")
        elsewhere = desk.review is None or desk.review.id != image_id or desk.trial is not None
        if image_id is not None and elsewhere:
            self._go_where_it_was(image_id)
        operation = OPERATIONS.get(str(changes.detail.get("undid", "")))
        what = QCoreApplication.translate("messages", operation.done) if operation else changes.op
        desk.said.emit(text.format(what=what), "note")

    def _go_where_it_was(self, image_id: int) -> None:
        self._desk.show_image(image_id)

    # --- several images -------------------------------------------------------------------------------------

    def set_gold(self, image_ids: list[int], on: bool) -> None:
        """Reserve images for gold, or release them."""
        desk = self._desk
        if desk.run(lambda: actions.set_gold(desk.session, image_ids, on)):
            text = self.tr("Reserved for gold: {n}.") if on else self.tr("Released from gold: {n}.")
            desk.said.emit(text.format(n=len(image_ids)), "good")

    def set_origin(self, image_ids: list[int], origin: Origin, *, reason: str | None = None) -> None:
        """Say where images come from, and why when they counted as synthetic."""
        desk = self._desk
        from verify_app.gui.i18n import words  # noqa: PLC0415  panels come after the first picture

        if desk.run(lambda: actions.set_origin(desk.session, image_ids, origin, reason=reason)):
            text = self.tr("Origin of {n} set: {origin}.")
            desk.said.emit(text.format(n=len(image_ids), origin=words.origin(origin)), "good")

    def remove(self, image_ids: list[int]) -> None:
        """Take images out of the project; undo brings them back."""
        desk = self._desk
        if desk.run(lambda: actions.remove_images(desk.session, image_ids)):
            desk.said.emit(
                self.tr("Removed from the project: {n}. [undo] brings them back.").format(n=len(image_ids)), "note"
            )

    # --- classes ------------------------------------------------------------------------------------------

    @property
    def class_list(self) -> ClassEditing:
        """The operations on the class list; what they need (YAML too) is not for the start."""
        from verify_app.gui.review.class_editing import ClassEditing  # noqa: PLC0415

        return ClassEditing(self._desk)
