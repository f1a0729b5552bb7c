"""What the review keys do: each one action of `app`, a word to the person, and on to what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from verify_app.app import actions
from verify_app.app import review as looking
from verify_app.core.geometry import Box
from verify_app.core.operations import OPERATIONS
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import LabelState, Origin
from verify_app.gui.desk import ROWS, Desk

if TYPE_CHECKING:
    from verify_app.gui.class_editing import ClassEditing

SHIFT = 12.0
"""How far a duplicate lies from its original, in image pixels."""


class Deciding(QObject):
    """The verbs of the review. Every method does nothing when there is nothing it could be done to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pointed_out: set[tuple[int, str]] = set()
        self._copied: tuple[int, Box] | None = None

    # --- one object ---------------------------------------------------------------------------------------

    def _current(self) -> tuple[int, Item] | None:
        self._desk.about_to_act.emit()
        item, review = self._desk.item, self._desk.review
        if review is None or not self._desk.may_decide():
            return None
        if item is None:
            self._desk.said.emit(self.tr("Select an object first: click it, or press Tab."), "note")
            return None
        return review.id, item

    def accept(self) -> None:
        """The selected object is right; on to the next one that wants a verdict."""
        current = self._current()
        if current is None:
            return
        image_id, item = current
        if item.state is LabelState.VERIFIED:
            self._desk.said.emit(self.tr("This label is verified already."), "note")
            self._onward(item)
            return
        desk = self._desk
        if desk.run(lambda: actions.accept(desk.session, image_id, item.id, ms=desk.attention())):
            desk.said.emit(self.tr("Accepted: {name}.").format(name=desk.class_name(item.class_id)), "good")
            self._onward(item)

    def reject(self, *, later: bool = False) -> None:
        """The selected object is false, or to be fixed later."""
        current = self._current()
        if current is None:
            return
        image_id, item = current
        desk = self._desk
        ms = desk.attention()
        if desk.run(lambda: actions.reject(desk.session, image_id, item.id, fix_later=later, ms=ms)):
            name = desk.class_name(item.class_id)
            if later:
                text = self.tr("To be fixed later: {name}. It keeps the image from being complete.")
            elif item.id.startswith("L"):
                text = self.tr("Removed: {name}.")
            else:
                text = self.tr("Rejected: {name}.")
            desk.said.emit(text.format(name=name), "note")
            self._onward(item)

    def _onward(self, item: Item) -> None:
        """To the next undecided object in reading order after where `item` was."""
        x, y = item.region.center
        review = self._desk.review
        band = max(1.0, (review.height if review else 1) / ROWS)
        here = (y // band, x)
        centers = [i.region.center for i in self._desk.items]
        after = sum((cy // band, cx) <= here for cx, cy in centers)
        self._desk.select_next_undecided(after)

    def reclass(self, class_id: int) -> None:
        """The selected object is of this class; without one, the next drawing will be."""
        desk = self._desk
        desk.about_to_act.emit()
        desk.drawing_class = class_id
        if desk.review is None or desk.item is None:
            text = self.tr("The next box you draw will be: {name}.").format(name=desk.class_name(class_id))
            desk.said.emit(text, "note")
            desk.items_changed.emit()
            return
        if not desk.may_decide():
            return
        item, image_id = desk.item, desk.review.id
        if item.class_id == class_id and item.state is LabelState.VERIFIED:
            return
        ms = desk.attention()
        if self._keeping(lambda: actions.reclass(desk.session, image_id, item.id, class_id=class_id, ms=ms)):
            old, new = desk.class_name(item.class_id), desk.class_name(class_id)
            if old == new:
                self._say_kept(self.tr("Accepted: {name}.").format(name=new))
            else:
                self._say_kept(self.tr("{old} is {new} now.").format(old=old, new=new))

    def reclass_number(self, number: int) -> None:
        """The class at a place of the list, from 1."""
        classes_now = self._desk.session.classes
        if number <= len(classes_now):
            self.reclass(classes_now[number - 1].id)
        else:
            self._desk.said.emit(self.tr("There is no class {number}.").format(number=number), "note")

    def reshape(self, item_id: str, box: Box) -> None:
        """A drag or a nudge has ended."""
        desk, review = self._desk, self._desk.review
        item = next((item for item in desk.items if item.id == item_id), None)
        if review is None or item is None or not desk.may_decide():
            return
        ms = desk.attention()
        if self._keeping(lambda: actions.reshape(desk.session, review.id, {item_id: box}, ms=ms)):
            self._say_kept(self.tr("Changed the box of {name}.").format(name=desk.class_name(item.class_id)))

    def _say_kept(self, text: str) -> None:
        """What was changed; on a complete image also that it stays so: such a change is easily made by accident."""
        desk = self._desk
        if desk.review is not None and desk.review.state.done:
            text += " " + self.tr("The image stays complete; Ctrl+Z takes it back.")
        desk.said.emit(text, "note")

    def draw(self, box: Box, class_id: int | None = None) -> None:
        """A new object."""
        desk, review = self._desk, self._desk.review
        class_id = desk.drawing_class if class_id is None else class_id
        if review is None or not desk.may_decide():
            return
        if class_id is None:
            desk.said.emit(self.tr("Add a class first: type its name under Classes on the right."), "warn")
            return
        ms = desk.attention()
        if self._keeping(lambda: actions.draw(desk.session, review.id, (class_id, box), ms=ms)):
            text = self.tr("Drawn as {name}. 1–9 or C gives it another class.")
            desk.said.emit(text.format(name=desk.class_name(class_id)), "note")

    def _keeping(self, action: object) -> Changes | None:
        """Run an action after which the same object, maybe under another id, stays selected."""
        desk = self._desk
        before = {item.id for item in desk.review.items} if desk.review else set()
        changes = desk.run(action)  # type: ignore[arg-type]
        if changes is not None and desk.review is not None and desk.item is None:
            new = [item.id for item in desk.review.items if item.id not in before]
            if len(new) == 1:
                desk.select(new[0])
        return changes

    def copy(self) -> None:
        """Remember the selected object's class and box."""
        current = self._current()
        if current is not None:
            self._copied = (current[1].class_id, current[1].region)
            self._desk.said.emit(self.tr("Copied. Ctrl+V puts it on this or another image."), "note")

    def paste(self) -> None:
        """Draw the remembered object at the same place."""
        if self._copied is None:
            self._desk.said.emit(self.tr("Nothing is copied yet: select an object and press Ctrl+C."), "note")
            return
        class_id, box = self._copied
        if any(item.region == box for item in self._desk.items):
            box = box.moved(SHIFT, SHIFT)
        self.draw(box, class_id)

    def duplicate(self) -> None:
        """Draw another object like the selected one beside it."""
        current = self._current()
        if current is not None:
            self.draw(current[1].region.moved(SHIFT, SHIFT), current[1].class_id)

    # --- the whole image ------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Everything on the image is labelled: accept what is shown, mark complete, go on.

        When hidden candidates look like omissions the first Space shows them and the second confirms.
        """
        desk = self._desk
        desk.about_to_act.emit()
        review, threshold = desk.review, desk.threshold
        if review is None or not desk.may_decide():
            return
        if review.state.done:
            desk.step_unreviewed(1)
            return
        missed = looking.omissions(review, threshold)
        if {(review.id, item.id) for item in missed} - self._pointed_out:
            self._pointed_out = {(review.id, item.id) for item in missed}
            desk.point_out(missed)
            one = self.tr("One hidden proposal may have been missed. F accepts it; Space again leaves it out.")
            many = self.tr("{n} hidden proposals may have been missed. F accepts one; Space again leaves them out.")
            desk.said.emit(one if len(missed) == 1 else many.format(n=len(missed)), "warn")
            return
        ms = desk.attention()
        if desk.run(lambda: actions.complete(desk.session, review, threshold, ms=ms)):
            desk.said.emit(self.tr("Complete: {name}.").format(name=review.name), "good")
            desk.step_unreviewed(1)
        else:
            later = next((item for item in desk.items if item.state is LabelState.FIX_LATER), None)
            desk.select(later.id if later is not None else desk.selected)  # what is in the way

    def empty(self) -> None:
        """Nothing is on this image; go on."""
        desk = self._desk
        desk.about_to_act.emit()
        review = desk.review
        if review is None or not desk.may_decide():
            return
        ms = desk.attention()
        rejected = sum(item.state is LabelState.PROPOSAL for item in desk.items)
        if desk.run(lambda: actions.empty(desk.session, review, desk.threshold, ms=ms)):
            text = self.tr("Complete and empty: {name}.")
            if rejected:
                text = self.tr("Complete and empty: {name}. Proposals rejected: {n}; Ctrl+Z takes it back.")
            desk.said.emit(text.format(name=review.name, n=rejected), "good")
            desk.step_unreviewed(1)

    def reopen(self, image_ids: list[int] | None = None) -> None:
        """Take back that images are complete."""
        desk = self._desk
        desk.about_to_act.emit()
        ids = image_ids or ([desk.review.id] if desk.review else [])
        done = [i for i in ids if desk.run(lambda i=i: actions.reopen(desk.session, i))]
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
        if desk.run(lambda: actions.flag(desk.session, review.id, note, item_id=item_id, ms=ms)):
            desk.said.emit(
                self.tr("Flagged as unsure. The image is not complete until the flag is cleared (U)."), "note"
            )

    def unflag(self) -> None:
        """Clear the flag of the selected label, else of the image."""
        desk, review = self._desk, self._desk.review
        if review is None:
            return
        item_id = self.flaggable()
        ms = desk.attention()
        if desk.run(lambda: actions.unflag(desk.session, review.id, item_id=item_id, ms=ms)):
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
        self._say_undone(self._desk.run(lambda: actions.undo(self._desk.session)), self.tr("Undone: {what}."))

    def redo(self) -> None:
        """Do again what was last undone."""
        self._desk.about_to_act.emit()
        self._say_undone(self._desk.run(lambda: actions.redo(self._desk.session)), self.tr("Done again: {what}."))

    def _say_undone(self, changes: Changes | None, text: str) -> None:
        if changes is None:
            return
        desk = self._desk
        image_id = changes.detail.get("image_id")
        if image_id is not None and (desk.review is None or desk.review.id != image_id):
            desk.show_image(image_id)
        operation = OPERATIONS.get(str(changes.detail.get("undid", "")))
        what = QCoreApplication.translate("operations", operation.done) if operation else changes.op
        desk.said.emit(text.format(what=what), "note")

    # --- several images -------------------------------------------------------------------------------------

    def set_gold(self, image_ids: list[int], on: bool) -> None:
        """Reserve images for gold, or release them."""
        desk = self._desk
        if desk.run(lambda: actions.set_gold(desk.session, image_ids, on)):
            text = self.tr("Reserved for gold: {n}.") if on else self.tr("Released from gold: {n}.")
            desk.said.emit(text.format(n=len(image_ids)), "good")

    def set_origin(self, image_ids: list[int], origin: Origin) -> None:
        """Say where images come from."""
        desk = self._desk
        if desk.run(lambda: actions.set_origin(desk.session, image_ids, origin)):
            text = self.tr("Origin of {n} set: {origin}.")
            desk.said.emit(text.format(n=len(image_ids), origin=origin.value), "good")

    def remove(self, image_ids: list[int]) -> None:
        """Take images out of the project; undo brings them back."""
        desk = self._desk
        if desk.run(lambda: actions.remove_images(desk.session, image_ids)):
            desk.said.emit(
                self.tr("Removed from the project: {n}. Ctrl+Z brings them back.").format(n=len(image_ids)), "note"
            )

    # --- classes ------------------------------------------------------------------------------------------

    @property
    def class_list(self) -> ClassEditing:
        """The operations on the class list; what they need (YAML too) is not for the start."""
        from verify_app.gui.class_editing import ClassEditing  # noqa: PLC0415

        return ClassEditing(self._desk)
