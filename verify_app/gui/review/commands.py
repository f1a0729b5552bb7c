"""What the review keys do to objects and to whole images: each is one decision on the target.

Every command does nothing where there is nothing that it could be done to, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from verify_app.app.review import actions, object_rows, omission_odds, outlines
from verify_app.app.review.copies import Copy
from verify_app.core.geometry import Region
from verify_app.core.operations import OPERATIONS
from verify_app.core.overlap_groups import SAME_OBJECT_IOU
from verify_app.core.records import Changes, Item
from verify_app.core.regions import Polygon
from verify_app.core.vocabulary import Grade, LabelState, Origin, Task
from verify_app.gui.canvas import late
from verify_app.gui.i18n import words
from verify_app.gui.review.reading_order import reading_place
from verify_app.gui.review.state import ReviewState

SHIFT = 12.0
"""How far a duplicate lies from its original, in image pixels."""


class Commands(Protocol):
    """What the keys do to what is in hand: the selected objects, or the selected crops of the grid."""

    def accept(self) -> None:
        """They are right."""

    def reject(self, *, later: bool = False) -> None:
        """They are false, or to be fixed later."""

    def reclass(self, class_id: int) -> None:
        """They are of this class."""

    def pick_class(self, class_id: int) -> None:
        """This class was clicked in the class list."""


class ObjectCommands(QObject):
    """Decisions on the selected objects, and on what is drawn."""

    def __init__(self, state: ReviewState, images: ImageCommands) -> None:
        super().__init__(state)
        self._state, self._images = state, images
        self._copied: list[Copy] = []

    # --- the selection ------------------------------------------------------------------------------------

    def _chosen(self) -> list[Item]:
        """The selected objects when they may be decided on; says why not."""
        state = self._state
        state.about_to_act.emit()
        if state.review is None or not state.may_decide():
            return []
        chosen = state.selection
        if not chosen:
            state.said.emit(self.tr("Select an object first: click it, or press [next_label]."), "note")
        return chosen

    def _locked(self, items: list[Item]) -> bool:
        """Whether one of them is verified and nobody has said that it is to be edited; says how to."""
        state = self._state
        locked = next((item for item in items if state.is_locked(item)), None)
        if locked is not None:
            text = self.tr("{name} is verified by {who}. [edit_label] unlocks it to be changed.")
            state.said.emit(text.format(name=state.class_name(locked.class_id), who=locked.by or "?"), "note")
        return locked is not None

    def _away(self, items: list[Item]) -> bool:
        """Whether one of them was not in view: it is now, and the same key again decides."""
        in_view = self._state.in_view
        return in_view is not None and in_view.bring([item.region for item in items])

    def edit(self) -> None:
        """Unlock the selected verified label, or lock it again."""
        state = self._state
        item = state.item
        if item is None:
            state.said.emit(self.tr("Select an object first: click it, or press [next_label]."), "note")
        elif item.state is not LabelState.VERIFIED:
            state.said.emit(self.tr("This object is not verified yet; change it as it is."), "note")
        elif state.editing == item.id:
            state.set_editing("")
            state.said.emit(self.tr("Locked again."), "note")
        else:
            state.select(item.id)  # who unlocks it means it
            state.set_editing(item.id)
            text = self.tr("{name}, verified by {who}, can be changed now. [edit_label] or [cancel] locks it again.")
            state.said.emit(text.format(name=state.class_name(item.class_id), who=item.by or "?"), "note")

    # --- verdicts -------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """The selected objects are right; on to the next one that wants a verdict.

        Where a run differs from the labels, the model is right.
        """
        state = self._state
        if any(each.open and each.take_model() for each in state.disagreements):
            return
        items = self._chosen()
        if not items or state.review is None:
            return
        wanted = [i for i in items if i.state is not LabelState.VERIFIED or i.grade is Grade.ATTESTED]
        if not wanted:
            state.said.emit(self.tr("This label is verified already."), "note")
            self._onward(items[0])
            return
        if self._away(wanted):
            return
        image_id, ids = state.review.id, [item.id for item in wanted]
        if state.target.accept(image_id, *ids, ms=state.attention()):
            self._say(self.tr("Accepted: {name}."), wanted, "good")
            self._onward(wanted[0])

    def reject(self, *, later: bool = False) -> None:
        """The selected objects are false, or to be fixed later, with what is folded under them.

        Where a run differs from the labels, the labels stand.
        """
        state = self._state
        if not later and any(each.open and each.keep_human() for each in state.disagreements):
            return
        items = self._chosen()
        if not items or state.review is None or self._locked(items) or self._away(items):
            return
        image_id, ids, ms = state.review.id, [item.id for item in items], state.attention()
        folded = [each.id for item in items for each in item.folded]
        if not state.target.reject(image_id, *ids, folded=folded, fix_later=later, ms=ms):
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
            state.mark(beside.id)
        else:
            self._onward(items[0])

    def _beside(self, items: list[Item]) -> Item | None:
        """The surest of what still wants a verdict where one object was: of its class, on the same thing."""
        if len(items) > 1:
            return None
        gone = items[0]
        there = [i for i in self._state.undecided() if i.class_id == gone.class_id and i.id != gone.id]
        near = [i for i in there if i.region.overlap(gone.region) >= SAME_OBJECT_IOU]
        return max(near, key=lambda i: i.conf or 0.0, default=None)

    def _say(self, text: str, items: list[Item], kind: str = "note", *, n: int = 0) -> None:
        """Say something of objects by the name of the first and how many more there are."""
        name = self._state.class_name(items[0].class_id)
        if len(items) > 1:
            name = self.tr("{name} and {n} more").format(name=name, n=len(items) - 1)
        self._state.said.emit(text.format(name=name, n=n), kind)

    def _onward(self, item: Item) -> None:
        """To the next undecided object in reading order after where `item` was."""
        height = self._state.review.height if self._state.review else 1
        here = reading_place(item, height)
        self._state.select_next_undecided(sum(reading_place(i, height) <= here for i in self._state.items))

    # --- class and region -----------------------------------------------------------------------------------

    def reclass(self, class_id: int) -> None:
        """The selected objects are of this class; without any, the next drawing will be.

        In a project of whole images the image is, and on to the next.
        """
        state = self._state
        if state.task is Task.CLASSIFY:
            self._images.classify(class_id)
            return
        state.about_to_act.emit()
        state.drawing_class = class_id
        items, new = state.selection, state.class_name(class_id)
        if state.review is None or not items:
            state.said.emit(self.tr("The next object you draw will be: {name}.").format(name=new), "note")
            state.items_changed.emit()
            return
        items = [i for i in items if (i.class_id, i.state) != (class_id, LabelState.VERIFIED)]
        if not items or not state.may_decide() or self._locked(items) or self._away(items):
            return
        image_id, ids, ms = state.review.id, [item.id for item in items], state.attention()
        mine = state.chosen
        if self._keeping(lambda: state.target.reclass(image_id, *ids, class_id=class_id, ms=ms), chosen=mine):
            old = state.class_name(items[0].class_id)
            if len(items) > 1:
                self._say_kept(self.tr("{n} objects are {new} now.").format(n=len(items), new=new))
            elif old == new:
                self._say_kept(self.tr("Accepted: {name}.").format(name=new))
            else:
                self._say_kept(self.tr("{old} is {new} now.").format(old=old, new=new))

    def pick_class(self, class_id: int) -> None:
        """A click in the class list: for what the person has selected, else for what they draw next.

        In a project of whole images it decides.
        """
        state = self._state
        if state.task is Task.CLASSIFY or (state.chosen and state.selection):
            self.reclass(class_id)
            return
        state.about_to_act.emit()
        state.drawing_class = class_id
        text = self.tr("The next object you draw will be: {name}.").format(name=state.class_name(class_id))
        if state.item is not None:
            text += " " + self.tr("The marked one is as it was: click it first, or press [class].")
        state.said.emit(text, "note")
        state.items_changed.emit()

    def reshape(self, item_id: str, region: Region) -> None:
        """A drag or a nudge has ended."""
        self.reshape_many({item_id: region})

    def reshape_many(self, regions: Mapping[str, Region]) -> None:
        """Several objects were moved together."""
        state, review = self._state, self._state.review
        items = [item for item in state.items if item.id in regions]
        if review is None or not items or not state.may_decide() or self._locked(items):
            return
        ms = state.attention()
        if self._keeping(lambda: state.target.reshape(review.id, regions, ms=ms)):
            if len(items) > 1:
                self._say_kept(self.tr("Moved {n} objects.").format(n=len(items)))
            else:
                name = state.class_name(items[0].class_id)
                self._say_kept(self.tr("Changed the region of {name}.").format(name=name))

    def _say_kept(self, text: str) -> None:
        """What was changed; on a complete image also that it stays so: such a change is easily made by accident."""
        state = self._state
        if state.review is not None and state.review.state.done:
            text += " " + self.tr("The image stays complete; [undo] takes it back.")
        state.said.emit(text, "note")

    def draw(self, region: Region) -> None:
        """A new object, of the class in hand."""
        state = self._state
        if state.drawing_class is None:
            state.said.emit(self.tr("Add a class first: type its name under Classes on the right."), "warn")
        elif self._add([(state.drawing_class, region)]):
            text = self.tr("Drawn as {name}. [class_1]–[class_9] or [class] gives it another class.")
            state.said.emit(text.format(name=state.class_name(state.drawing_class)), "note")

    def divide(self, item_id: str, pieces: Sequence[Region]) -> None:
        """An outline was cut: the first piece stays that object, the others become some of their own."""
        state, review = self._state, self._state.review
        items = [item for item in state.items if item.id == item_id]
        if review is None or not items or not state.may_decide() or self._locked(items):
            return
        (like,), ms = self._copies(items), state.attention()
        cut_off = [like.at(piece) for piece in pieces[1:]]
        if self._keeping(lambda: state.target.cut(review.id, item_id, pieces[0], *cut_off, ms=ms)):
            text = self.tr("Cut into {n} objects of {name}.")
            self._say_kept(text.format(n=len(pieces), name=state.class_name(items[0].class_id)))

    def join(self) -> None:
        """The selected outlines of one class are one object."""
        items, state = self._chosen(), self._state
        if not items or state.review is None or self._locked(items) or self._away(items):
            return
        regions = [item.region for item in items if isinstance(item.region, Polygon)]
        if len(regions) < 2 or len(regions) < len(items) or len({item.class_id for item in items}) > 1:
            state.said.emit(self.tr("Select two outlines or more of one class: they become one object."), "note")
            return
        main, image_id = outlines.stands_for_all(items), state.review.id
        others, whole = [item.id for item in items if item is not main], late.polygon_ops.joined(regions)
        ms = state.attention()
        if self._keeping(lambda: state.target.join(image_id, main.id, whole, others, ms=ms)):
            text = self.tr("{n} outlines of {name} are one object now.")
            self._say_kept(text.format(n=len(items), name=state.class_name(main.class_id)))

    def _add(self, objects: list[tuple[int, Region]]) -> bool:
        state, review = self._state, self._state.review
        if review is None or not state.may_decide():
            return False
        ms = state.attention()
        return self._keeping(lambda: state.target.draw(review.id, *objects, ms=ms)) is not None

    def _keeping(self, action: Callable[[], Changes | None], *, chosen: bool = True) -> Changes | None:
        """Run an action after which the same objects, maybe under other ids, stay selected and may be changed on."""
        state = self._state
        before = {item.id for item in state.review.items} if state.review else set()
        changes = action()
        if changes is not None and state.review is not None:
            new = [item.id for item in state.review.items if item.id not in before]
            if new:
                state.own |= set(new)
                state.select_many(new, chosen=chosen)
            if len(new) == 1:
                state.set_editing(new[0])
        return changes

    # --- copies ---------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Remember the selected objects' classes and regions."""
        items = self._chosen()
        if items:
            self._copied = self._copies(items)
            self._state.said.emit(self.tr("Copied. [paste] puts it on this or another image."), "note")

    def paste(self) -> None:
        """Draw the remembered objects at the same places."""
        if not self._copied:
            self._state.said.emit(self.tr("Nothing is copied yet: select an object and press [copy]."), "note")
            return
        taken = [item.region for item in self._state.items]
        by = SHIFT if any(copy.region in taken for copy in self._copied) else 0.0
        if self._put(self._copied, by):
            self._state.said.emit(self.tr("Pasted: {n}.").format(n=len(self._copied)), "note")

    def duplicate(self) -> None:
        """Draw other objects like the selected ones beside them."""
        items = self._chosen()
        if items and self._put(self._copies(items), SHIFT):
            self._state.said.emit(self.tr("Duplicated: {n}.").format(n=len(items)), "note")

    def _copies(self, items: list[Item]) -> list[Copy]:
        state = self._state
        return state.target.copied(state.review.id, items) if state.review is not None else []

    def _put(self, copies: list[Copy], by: float) -> bool:
        state, review = self._state, self._state.review
        if review is None or not state.may_decide():
            return False
        moved, ms = [copy.at(copy.region.moved(by, by)) for copy in copies], state.attention()
        return self._keeping(lambda: state.target.paste(review.id, *moved, ms=ms)) is not None


class ImageCommands(QObject):
    """Decisions on the whole image, and on several images of the list at once."""

    def __init__(self, state: ReviewState) -> None:
        super().__init__(state)
        self._state = state
        self._pointed_out: set[tuple[int, str]] = set()

    def classify(self, class_id: int) -> None:
        """The image is of this class; on to the next."""
        state = self._state
        state.about_to_act.emit()
        review = state.review
        if review is None or not state.may_decide():
            return
        state.drawing_class = class_id
        ms = state.attention()
        if state.target.classify(review, class_id, ms=ms) or review.state.done:
            text = self.tr("{name}: {file}.").format(name=state.class_name(class_id), file=review.name)
            self._finished(text)

    def _held(self) -> bool:
        """Whether the image that was just answered stays: a trial is revealed, a blind image is to be settled."""
        return self._state.trials is not None and self._state.trials.holds()

    def _finished(self, said: str) -> None:
        """The image is done: say so and go on."""
        if not self._held():
            self._state.said.emit(said, "good")
            self._state.step_unreviewed(1, after=said)

    def complete(self) -> None:
        """Everything on the image is labelled: accept what is shown, mark complete, go on.

        When hidden candidates look like omissions the first Space shows them and the second confirms. A complete image
        of which something was only attested is completed anew: somebody has looked then. On a blind image that was
        revealed the labels stand against the model.
        """
        state = self._state
        state.about_to_act.emit()
        if state.drafts is not None and state.drafts.hold_back():
            return
        if state.trials is not None and (state.trials.go_on() or state.trials.keep_all()):
            return
        review, threshold = state.review, state.threshold
        if review is None or not state.may_decide():
            return
        if review.state.done and not review.attested:
            state.step_unreviewed(1)
            return
        refused = review.flag or any(item.state is LabelState.FIX_LATER for item in state.items)
        missed = () if refused else omission_odds.omissions(state.session, review, threshold)
        if {(review.id, item.id) for item in missed} - self._pointed_out:
            self._point_out(review.id, missed)
            return
        unseen = {} if refused else self._unseen("complete")  # what is in the way is said first, and once
        if unseen is None:
            return
        ms = state.attention()
        if state.target.complete(review, threshold, unseen=unseen, ms=ms):
            text = self.tr("Complete: {name}.").format(name=review.name)
            if unseen.get("unseen_small"):
                small = self.tr("Smaller than 6 pixels on the screen: {n}; [undo] takes it back.")
                text += " " + small.format(n=unseen["unseen_small"])
            self._finished(text + self._left())
        else:
            later = next((item for item in state.items if item.state is LabelState.FIX_LATER), None)
            state.mark(later.id if later is not None else state.selected)  # what is in the way

    def _point_out(self, image_id: int, missed: Sequence[Item]) -> None:
        """Show hidden candidates that look like omissions; the same key again leaves them out."""
        state = self._state
        self._pointed_out = {(image_id, item.id) for item in missed}
        one = self.tr("One hidden proposal may have been missed. [accept] accepts it; [complete] again leaves it out.")
        many = self.tr(
            "{n} hidden proposals may have been missed. [accept] accepts one; [complete] again leaves them out."
        )
        if not state.items:  # completing would leave an image without any label: it is for the person to say so
            one = self.tr("One hidden proposal may have been missed. [accept] accepts it; [empty]: nothing is here.")
            many = self.tr("{n} hidden proposals may have been missed. [accept] accepts one; [empty]: nothing is here.")
        state.point_out(missed)
        state.said.emit(one if len(missed) == 1 else many.format(n=len(missed)), "warn")

    def _unseen(self, key: str) -> dict[str, int] | None:
        """How much was not really seen, for the event; None when something is only now brought into view."""
        in_view = self._state.in_view
        if in_view is None:
            return {}
        return None if in_view.holds_back(key) else in_view.told()

    def _left(self) -> str:
        """A word about suggestions that completing the image has not touched."""
        review = self._state.review
        left = len(review.suggestions) if review is not None else 0
        if not left:
            return ""
        one = self.tr("1 suggestion of a program is left; it counts for nothing.")
        many = self.tr("{n} suggestions of programs are left; they count for nothing.")
        return " " + (one if left == 1 else many.format(n=left))

    def empty(self) -> None:
        """Nothing is on this image; go on."""
        state = self._state
        state.about_to_act.emit()
        review = state.review
        if review is None or not state.may_decide() or (state.drafts is not None and state.drafts.hold_back()):
            return
        unseen = self._unseen("empty")
        if unseen is None:
            return
        ms = state.attention()
        rejected = sum(item.state is LabelState.PROPOSAL for item in object_rows.whole(state.items))
        if state.target.empty(review, state.threshold, unseen=unseen, ms=ms):
            text = self.tr("Complete and empty: {name}.")
            if rejected:
                text = self.tr("Complete and empty: {name}. Proposals rejected: {n}; [undo] takes it back.")
            self._finished(text.format(name=review.name, n=rejected))

    def reopen(self, image_ids: list[int] | None = None) -> None:
        """Take back that images are complete."""
        state = self._state
        state.about_to_act.emit()
        ids = image_ids or ([state.review.id] if state.review else [])
        done = [i for i in ids if state.run(partial(actions.reopen, state.session, i))]
        if len(done) == 1:
            state.said.emit(self.tr("Reopened."), "note")
        elif done:
            state.said.emit(self.tr("Reopened {n} images.").format(n=len(done)), "note")

    def flag(self, note: str) -> None:
        """Mark the selected label, else the image, as unsure."""
        state, review = self._state, self._state.review
        if review is None:
            return
        item_id = self.flaggable()
        ms = state.attention()
        if state.target.flag(review.id, note, item_id=item_id, ms=ms) and not self._held():
            state.said.emit(
                self.tr("Flagged as unsure. The image is not complete until the flag is cleared ([flag])."), "note"
            )

    def unflag(self) -> None:
        """Clear the flag of the selected label, else of the image."""
        state, review = self._state, self._state.review
        if review is None:
            return
        item_id = self.flaggable()
        ms = state.attention()
        if state.target.unflag(review.id, item_id=item_id, ms=ms):
            state.said.emit(self.tr("Flag cleared."), "note")

    def flaggable(self) -> str | None:
        """The selected label's id; None: a flag goes to the image (proposals have none of their own)."""
        item = self._state.item
        return item.id if item is not None and item.id.startswith("L") else None

    def flagged(self) -> bool:
        """Whether what a flag would go to has one."""
        item, review = self._state.item, self._state.review
        if item is not None and item.id.startswith("L"):
            return bool(item.flag)
        return bool(review and review.flag)

    # --- several images -------------------------------------------------------------------------------------

    def set_gold(self, image_ids: list[int], on: bool) -> None:
        """Reserve images for gold, or release them."""
        state = self._state
        if state.run(lambda: actions.set_gold(state.session, image_ids, on)):
            text = self.tr("Reserved for gold: {n}.") if on else self.tr("Released from gold: {n}.")
            state.said.emit(text.format(n=len(image_ids)), "good")

    def set_origin(self, image_ids: list[int], origin: Origin, *, reason: str | None = None) -> None:
        """Say where images come from, and why when they counted as synthetic."""
        state = self._state
        if state.run(lambda: actions.set_origin(state.session, image_ids, origin, reason=reason)):
            text = self.tr("Origin of {n} set: {origin}.")
            state.said.emit(text.format(n=len(image_ids), origin=words.origin(origin)), "good")

    def remove(self, image_ids: list[int]) -> None:
        """Take images out of the project; undo brings them back."""
        state = self._state
        if state.run(lambda: actions.remove_images(state.session, image_ids)):
            state.said.emit(
                self.tr("Removed from the project: {n}. [undo] brings them back.").format(n=len(image_ids)), "note"
            )


class UndoCommands(QObject):
    """Undo and redo of the person's own operations, across restarts."""

    def __init__(self, state: ReviewState) -> None:
        super().__init__(state)
        self._state = state

    def undo(self) -> None:
        """Take back the own newest operation, go to where it was, and name it."""
        self._state.about_to_act.emit()
        self._say_undone(self._state.target.undo())

    def redo(self) -> None:
        """Do again what was last undone."""
        self._state.about_to_act.emit()
        self._say_redone(self._state.target.redo())

    def undo_crops(self) -> None:
        """The same while the crop grid is open: a trial behind it is not meant, and the image stays."""
        self._state.about_to_act.emit()
        self._say_undone(self._state.record.undo(), stay=True)

    def redo_crops(self) -> None:
        """Do again what was undone while the crop grid is open."""
        self._state.about_to_act.emit()
        self._say_redone(self._state.record.redo(), stay=True)

    def _say_undone(self, changes: Changes | None, *, stay: bool = False) -> None:
        self._say(changes, self.tr("Undone: {what}."), stay=stay)

    def _say_redone(self, changes: Changes | None, *, stay: bool = False) -> None:
        self._say(changes, self.tr("Done again: {what}."), stay=stay)

    def _say(self, changes: Changes | None, text: str, *, stay: bool) -> None:
        if changes is None:
            return
        state = self._state
        image_id = changes.detail.get("image_id")
        elsewhere = state.review is None or state.review.id != image_id or state.trial is not None
        if image_id is not None and elsewhere and not stay:
            state.show_image(image_id)
        operation = OPERATIONS.get(str(changes.detail.get("undid", "")))
        what = QCoreApplication.translate("messages", operation.done) if operation else changes.op
        state.said.emit(text.format(what=what), "note")
