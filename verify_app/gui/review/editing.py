"""What the review keys do to objects: each one action of `app`, a word to the person, and on to what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from verify_app.app.review.copies import Copy
from verify_app.core.geometry import Region
from verify_app.core.overlap_groups import SAME_OBJECT_IOU
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.gui.review.reading_order import reading_place
from verify_app.gui.review.state import Desk

SHIFT = 12.0
"""How far a duplicate lies from its original, in image pixels."""


class Editing(QObject):
    """The verbs of the review that are about objects. They do nothing when there is nothing they could be done to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._copied: list[Copy] = []

    # --- the selection ------------------------------------------------------------------------------------

    def _chosen(self) -> list[Item]:
        """The selected objects when they may be decided on; says why not."""
        desk = self._desk
        desk.about_to_act.emit()
        if desk.review is None or not desk.may_decide():
            return []
        if not desk.selection:
            desk.said.emit(self.tr("Select an object first: click it, or press [next_label]."), "note")
        return desk.selection

    def _locked(self, items: list[Item]) -> bool:
        """Whether one of them is verified and nobody has said that it is to be edited; says how to."""
        desk = self._desk
        locked = next((item for item in items if desk.is_locked(item)), None)
        if locked is not None:
            text = self.tr("{name} is verified by {who}. [edit_label] unlocks it to be changed.")
            desk.said.emit(text.format(name=desk.class_name(locked.class_id), who=locked.by or "?"), "note")
        return locked is not None

    def _away(self, items: list[Item]) -> bool:
        """Whether one of them was not in view: it is now, and the same key again decides."""
        in_view = self._desk.in_view
        return in_view is not None and in_view.bring([item.region for item in items])

    def edit(self) -> None:
        """Unlock the selected verified label, or lock it again."""
        desk = self._desk
        item = desk.item
        if item is None:
            desk.said.emit(self.tr("Select an object first: click it, or press [next_label]."), "note")
        elif item.state is not LabelState.VERIFIED:
            desk.said.emit(self.tr("This object is not verified yet; change it as it is."), "note")
        elif desk.editing == item.id:
            desk.set_editing("")
            desk.said.emit(self.tr("Locked again."), "note")
        else:
            desk.select(item.id)  # who unlocks it means it
            desk.set_editing(item.id)
            text = self.tr("{name}, verified by {who}, can be changed now. [edit_label] or [cancel] locks it again.")
            desk.said.emit(text.format(name=desk.class_name(item.class_id), who=item.by or "?"), "note")

    # --- verdicts -------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """The selected objects are right; on to the next one that wants a verdict."""
        items, desk = self._chosen(), self._desk
        if not items or desk.review is None:
            return
        wanted = [i for i in items if i.state is not LabelState.VERIFIED or i.grade is Grade.ATTESTED]
        if not wanted:
            desk.said.emit(self.tr("This label is verified already."), "note")
            self._onward(items[0])
            return
        if self._away(wanted):
            return
        image_id, ids = desk.review.id, [item.id for item in wanted]
        if desk.run(lambda: desk.verbs.accept(image_id, *ids, ms=desk.attention())):
            self._say(self.tr("Accepted: {name}."), wanted, "good")
            self._onward(wanted[0])

    def reject(self, *, later: bool = False) -> None:
        """The selected objects are false, or to be fixed later, with what is folded under them."""
        items, desk = self._chosen(), self._desk
        if not items or desk.review is None or self._locked(items) or self._away(items):
            return
        image_id, ids, ms = desk.review.id, [item.id for item in items], desk.attention()
        folded = [each.id for item in items for each in item.folded]
        if not desk.run(lambda: desk.verbs.reject(image_id, *ids, folded=folded, fix_later=later, ms=ms)):
            return
        beside = self._beside(items)
        if later:
            text = self.tr("To be fixed later: {name}. It keeps the image from being complete.")
        elif all(item.state is LabelState.SUGGESTION for item in items):
            text = self.tr("Put away: {name}, which a program suggested.")
        elif folded:
            text = self.tr("Rejected: {name}; {n} in all, with what was folded. [undo] takes it back.")
        elif all(item.id.startswith("L") for item in items):
            text = self.tr("Removed: {name}.")
        else:
            text = self.tr("Rejected: {name}.")
        if beside and not later:
            text += " " + self.tr("Another proposal lies there, to be decided by itself.")
        self._say(text, items, n=len(ids) + len(folded))
        if beside and not later:
            desk.mark(beside.id)
        else:
            self._onward(items[0])

    def _beside(self, items: list[Item]) -> Item | None:
        """The surest of what still wants a verdict where one object was: of its class, on the same thing."""
        if len(items) > 1:
            return None
        gone = items[0]
        there = [i for i in self._desk.undecided() if i.class_id == gone.class_id and i.id != gone.id]
        near = [i for i in there if i.region.overlap(gone.region) >= SAME_OBJECT_IOU]
        return max(near, key=lambda i: i.conf or 0.0, default=None)

    def _say(self, text: str, items: list[Item], kind: str = "note", *, n: int = 0) -> None:
        """Say something of objects by the name of the first and how many more there are."""
        name = self._desk.class_name(items[0].class_id)
        if len(items) > 1:
            name = self.tr("{name} and {n} more").format(name=name, n=len(items) - 1)
        self._desk.said.emit(text.format(name=name, n=n), kind)

    def _onward(self, item: Item) -> None:
        """To the next undecided object in reading order after where `item` was."""
        height = self._desk.review.height if self._desk.review else 1
        here = reading_place(item, height)
        self._desk.select_next_undecided(sum(reading_place(i, height) <= here for i in self._desk.items))

    # --- class and region -----------------------------------------------------------------------------------

    def reclass(self, class_id: int) -> None:
        """The selected objects are of this class; without any, the next drawing will be."""
        desk = self._desk
        desk.about_to_act.emit()
        desk.drawing_class = class_id
        items, new = desk.selection, desk.class_name(class_id)
        if desk.review is None or not items:
            desk.said.emit(self.tr("The next object you draw will be: {name}.").format(name=new), "note")
            desk.items_changed.emit()
            return
        items = [i for i in items if (i.class_id, i.state) != (class_id, LabelState.VERIFIED)]
        if not items or not desk.may_decide() or self._locked(items) or self._away(items):
            return
        image_id, ids, ms = desk.review.id, [item.id for item in items], desk.attention()
        mine = desk.chosen
        if self._keeping(lambda: desk.verbs.reclass(image_id, *ids, class_id=class_id, ms=ms), chosen=mine):
            old = desk.class_name(items[0].class_id)
            if len(items) > 1:
                self._say_kept(self.tr("{n} objects are {new} now.").format(n=len(items), new=new))
            elif old == new:
                self._say_kept(self.tr("Accepted: {name}.").format(name=new))
            else:
                self._say_kept(self.tr("{old} is {new} now.").format(old=old, new=new))

    def pick_class(self, class_id: int) -> None:
        """A click in the class list: for what the person has selected, else for what they draw next."""
        desk = self._desk
        if desk.chosen and desk.selection:
            self.reclass(class_id)
            return
        desk.about_to_act.emit()
        desk.drawing_class = class_id
        text = self.tr("The next object you draw will be: {name}.").format(name=desk.class_name(class_id))
        if desk.item is not None:
            text += " " + self.tr("The marked one is as it was: click it first, or press [class].")
        desk.said.emit(text, "note")
        desk.items_changed.emit()

    def reclass_number(self, number: int) -> None:
        """The class at a place of the list, from 1."""
        classes_now = self._desk.session.classes
        if number <= len(classes_now):
            self.reclass(classes_now[number - 1].id)
        else:
            self._desk.said.emit(self.tr("There is no class {number}.").format(number=number), "note")

    def reshape(self, item_id: str, region: Region) -> None:
        """A drag or a nudge has ended."""
        self.reshape_many({item_id: region})

    def reshape_many(self, regions: Mapping[str, Region]) -> None:
        """Several objects were moved together."""
        desk, review = self._desk, self._desk.review
        items = [item for item in desk.items if item.id in regions]
        if review is None or not items or not desk.may_decide() or self._locked(items):
            return
        ms = desk.attention()
        if self._keeping(lambda: desk.verbs.reshape(review.id, regions, ms=ms)):
            if len(items) > 1:
                self._say_kept(self.tr("Moved {n} objects.").format(n=len(items)))
            else:
                name = desk.class_name(items[0].class_id)
                self._say_kept(self.tr("Changed the region of {name}.").format(name=name))

    def _say_kept(self, text: str) -> None:
        """What was changed; on a complete image also that it stays so: such a change is easily made by accident."""
        desk = self._desk
        if desk.review is not None and desk.review.state.done:
            text += " " + self.tr("The image stays complete; [undo] takes it back.")
        desk.said.emit(text, "note")

    def draw(self, region: Region) -> None:
        """A new object, of the class in hand."""
        desk = self._desk
        if desk.drawing_class is None:
            desk.said.emit(self.tr("Add a class first: type its name under Classes on the right."), "warn")
        elif self._add([(desk.drawing_class, region)]):
            text = self.tr("Drawn as {name}. [class_1]–[class_9] or [class] gives it another class.")
            desk.said.emit(text.format(name=desk.class_name(desk.drawing_class)), "note")

    def _add(self, objects: list[tuple[int, Region]]) -> bool:
        desk, review = self._desk, self._desk.review
        if review is None or not desk.may_decide():
            return False
        ms = desk.attention()
        return self._keeping(lambda: desk.verbs.draw(review.id, *objects, ms=ms)) is not None

    def _keeping(self, action: Callable[[], Changes | None], *, chosen: bool = True) -> Changes | None:
        """Run an action after which the same objects, maybe under other ids, stay selected and may be changed on."""
        desk = self._desk
        before = {item.id for item in desk.review.items} if desk.review else set()
        changes = desk.run(action)
        if changes is not None and desk.review is not None:
            new = [item.id for item in desk.review.items if item.id not in before]
            if new:
                desk.select_many(new, chosen=chosen)
            if len(new) == 1:
                desk.set_editing(new[0])
        return changes

    # --- copies ---------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Remember the selected objects' classes and regions."""
        items = self._chosen()
        if items:
            self._copied = self._copies(items)
            self._desk.said.emit(self.tr("Copied. [paste] puts it on this or another image."), "note")

    def paste(self) -> None:
        """Draw the remembered objects at the same places."""
        if not self._copied:
            self._desk.said.emit(self.tr("Nothing is copied yet: select an object and press [copy]."), "note")
            return
        taken = [item.region for item in self._desk.items]
        by = SHIFT if any(copy.region in taken for copy in self._copied) else 0.0
        if self._put(self._copied, by):
            self._desk.said.emit(self.tr("Pasted: {n}.").format(n=len(self._copied)), "note")

    def duplicate(self) -> None:
        """Draw other objects like the selected ones beside them."""
        items = self._chosen()
        if items and self._put(self._copies(items), SHIFT):
            self._desk.said.emit(self.tr("Duplicated: {n}.").format(n=len(items)), "note")

    def _copies(self, items: list[Item]) -> list[Copy]:
        desk = self._desk
        return desk.verbs.copied(desk.review.id, items) if desk.review is not None else []

    def _put(self, copies: list[Copy], by: float) -> bool:
        desk, review = self._desk, self._desk.review
        if review is None or not desk.may_decide():
            return False
        moved, ms = [copy.at(copy.region.moved(by, by)) for copy in copies], desk.attention()
        return self._keeping(lambda: desk.verbs.paste(review.id, *moved, ms=ms)) is not None
