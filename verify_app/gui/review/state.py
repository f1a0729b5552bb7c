"""What is under review: the project, the image, its objects and the selection.

The review state asks `app` and passes on what it answers; it decides nothing itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from verify_app.app.review import image_view as looking
from verify_app.app.review import queue
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.review.object_rows import Folding
from verify_app.app.review.queue import Queue
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.images.loader import Stamp, stamp_of
from verify_app.gui.review.class_sight import ClassSight
from verify_app.gui.review.reading_order import reading_place
from verify_app.gui.review.targets import ActionRunner, DecisionTarget, RecordTarget
from verify_app.gui.shell.broadcast import Broadcast

if TYPE_CHECKING:
    from verify_app.gui.review.disagreements import DisagreementReview
    from verify_app.gui.review.drafts import Drafts
    from verify_app.gui.review.seen_objects import SeenObjects
    from verify_app.gui.review.trial_controller import TrialController
    from verify_app.gui.review.trial_target import TrialTarget

UNDECIDED = frozenset((LabelState.PROPOSAL, LabelState.FIX_LATER, LabelState.IMPORTED, LabelState.STALE))
POLL_MS = 300


class ReviewState(QObject):
    """One open project in the window."""

    image_changed = Signal()
    """Another image, or none, is under review."""
    items_changed = Signal()
    """The objects, the selection or what is pointed out have changed."""
    said = Signal(object, str)
    """A sentence for the message bar and its kind: ``note``, ``good``, ``warn``, ``bad``."""
    threshold_changed = Signal(float)
    about_to_act = Signal()
    """Something will be decided: whoever holds an unfinished nudge hands it over now."""

    def __init__(self, session: Session, broadcast: Broadcast, *, threshold: float, parent: QObject | None = None):
        super().__init__(parent)
        self.session = session
        self.queue = Queue(session)
        self.broadcast = broadcast
        self.order: array[int] = array("q")
        self.position = -1
        self.review: ReviewImage | None = None
        self.selected = ""
        self.chosen = False
        """Whether the person selected it, or points at it; else the program marked it: to be decided, not changed."""
        self.wanted: frozenset[str] = frozenset()
        self.also: frozenset[str] = frozenset()
        self.editing = ""
        self.own: frozenset[str] = frozenset()
        """Labels that the person has made since the image came up: not locked until they leave it."""
        self.folding = Folding()
        self.task: Task = session.task
        self.threshold = threshold
        self.sight: ClassSight = ClassSight(self)
        self.drawing_class: int | None = None
        self.seen: Stamp | None = None
        self.names: dict[int, str] = {}
        self.trials: TrialController | None = None
        self.disagreements: list[DisagreementReview] = []
        self.in_view: SeenObjects | None = None
        self.drafts: Drafts | None = None
        self.trial: TrialTarget | None = None
        self.run = ActionRunner(broadcast, self.said.emit, self.refresh).run
        self.record = RecordTarget(session, self.run)
        self.items: list[Item] = []
        """The objects on show, in reading order, with what is pointed out."""
        self._attention = QElapsedTimer()
        self._attention.start()
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look_outside)
        self._poll.start()
        broadcast.changed.connect(self._on_changed)
        self.read_classes()

    # --- what there is ------------------------------------------------------------------------------------

    @property
    def target(self) -> DecisionTarget:
        """What the keys decide on: the record, or the trial in front."""
        return self.trial if self.trial is not None else self.record

    def _look(self, image_id: int) -> ReviewImage:
        return self.trial.review if self.trial is not None else looking.look(self.session, image_id)

    def may_decide(self) -> bool:
        """Whether the file as it is now is on the screen; says so when not: nobody decides on what they cannot see."""
        if self.review is None:
            return False
        if self.seen is None:
            self.said.emit(self.review.problem or self.tr("The picture is not shown yet; nothing was decided."), "warn")
            return False
        if stamp_of(self.review.file) != self.seen:
            self.seen = None
            self.image_changed.emit()
            self.said.emit(self.tr("The file was changed on disk just now; nothing was decided. Look again."), "warn")
            return False
        return True

    @property
    def item(self) -> Item | None:
        """The selected object."""
        return next((item for item in self.items if item.id == self.selected), None)

    @property
    def selection(self) -> list[Item]:
        """Every selected object, the main one first."""
        item = self.item
        return [item, *(i for i in self.items if i.id in self.also)] if item is not None else []

    def is_locked(self, item: Item) -> bool:
        """Whether a person verified it and nobody has said since that it is to be changed."""
        return item.state is LabelState.VERIFIED and item.id != self.editing and item.id not in self.own

    def class_name(self, class_id: int) -> str:
        return self.names.get(class_id) or self.tr("class {id}").format(id=class_id)

    def session_has_images(self) -> bool:
        """Whether there is any image, whatever the filter."""
        return any(queue.counts(self.session).values())

    def read_classes(self) -> None:
        """Names of the classes as they are now."""
        self.names = {c.id: c.name for c in self.session.classes}
        shown = [c.id for c in self.session.shown_classes]
        if self.drawing_class not in shown:
            self.drawing_class = shown[0] if shown else None

    def attention(self) -> int:
        """Milliseconds since the image came up or the last decision; counted anew from now."""
        return int(self._attention.restart())

    # --- going from image to image --------------------------------------------------------------------------

    def set_order(self, order: array[int]) -> None:
        """The list has another order or content; the image under review stays."""
        self.order = order
        self.position = self._place_of(self.review.id) if self.review else -1
        self.items_changed.emit()

    def _place_of(self, image_id: int) -> int:
        try:
            return self.order.index(image_id)
        except ValueError:
            return -1

    def go_to(self, position: int) -> None:
        """Show the image at a place of the list."""
        if 0 <= position < len(self.order):
            self.show_image(self.order[position], position=position, comes_up=True)

    def show_image(self, image_id: int, *, position: int | None = None, comes_up: bool = False) -> None:
        """Show an image, also one that the filter hides.

        `comes_up` says that it is next to be reviewed: then a trial may come before it.
        """
        self.about_to_act.emit()
        if (self.drafts is not None and self.drafts.dragging()) or (
            self.trials is not None and not self.trials.may_leave()
        ):
            return
        place, trial = self._place_of(image_id) if position is None else position, self.trial
        try:
            if self.trials is not None:
                self.trials.meet(image_id, comes_up=comes_up)
            review = self._look(image_id)
        except UserError as error:
            self.said.emit(str(error), "warn")
            if trial is not None:
                self.clear()  # the image behind the trial is gone too
            return
        self.position = place if place >= 0 else self.position
        self.review = review
        self.seen = None
        self.wanted = self.own = frozenset()
        self.folding = Folding()
        self._take("")
        self._arrange()
        first = self.undecided()
        self._take(first[0].id if first else "")
        self._attention.restart()
        self.image_changed.emit()
        self.items_changed.emit()

    def clear(self) -> None:
        """Nothing is under review."""
        self.review, self.position = None, -1
        if self.trials is not None:
            self.trials.forget()
        self._take("")
        self.items = []
        self.image_changed.emit()
        self.items_changed.emit()

    def step(self, by: int) -> None:
        """The next or previous image of the list."""
        if by > 0 and self._goes_on():
            return
        place = self.position + by
        if 0 <= place < len(self.order):
            self.go_to(place)
        elif not self.order:
            self.said.emit(self.tr("No image fits this filter; choose another one on the left."), "note")
        else:
            text = self.tr("This is the last image of the list.") if by > 0 else self.tr("This is the first image.")
            self.said.emit(text, "note")

    def step_unreviewed(self, by: int, *, after: str = "") -> bool:
        """The next or previous image that still wants a person; False, said `after` what was, when there is none."""
        if by > 0 and self._goes_on():
            return True
        place = self.next_wanting(by)
        if place is not None:
            self.go_to(place)
            return True
        kind = "good" if after else "note"
        if not self.order:
            text = self.tr("No image fits this filter; choose another one on the left.")
        elif self.next_wanting(-by) is None:
            text, kind = self.tr("Nothing in this list is left to review."), "good"
        elif by > 0:
            text = self.tr("No unreviewed image comes after this one; [previous_unreviewed] goes back to those before.")
        else:
            text = self.tr("No unreviewed image comes before this one.")
        self.said.emit(f"{after} {text}".strip(), kind)
        return False

    def _goes_on(self) -> bool:
        return self.trials is not None and self.trials.go_on()

    def next_wanting(self, by: int) -> int | None:
        """Place of the next or previous image of the list that wants a person."""
        return self.queue.next_unreviewed(self.order, self.position, by)

    # --- the selection ------------------------------------------------------------------------------------

    def select(self, item_id: str) -> None:
        """The person selects one object, or comes to it; empty for none."""
        if item_id != self.selected or self.also or self.chosen != bool(item_id):
            self.about_to_act.emit()
            self._take(item_id, chosen=bool(item_id))
            self.items_changed.emit()

    def mark(self, item_id: str) -> None:
        """Select one object for the person to decide on; nothing changes it until they select it themselves."""
        if item_id != self.selected or self.also:
            self.about_to_act.emit()
            self._take(item_id)
            self.items_changed.emit()

    def select_many(self, item_ids: Sequence[str], *, chosen: bool = True) -> None:
        """Select several objects; the first is the main one. `chosen` says whether the person did."""
        self.about_to_act.emit()
        self._take(item_ids[0] if item_ids else "", chosen=chosen and bool(item_ids))
        self.also = frozenset(item_ids[1:])
        self.items_changed.emit()

    def set_editing(self, item_id: str) -> None:
        """Unlock a verified label; empty locks it again."""
        if item_id != self.editing:
            self.about_to_act.emit()
            self.editing = item_id
            self.items_changed.emit()

    def _take(self, item_id: str, *, chosen: bool = False) -> None:
        """Another object is in hand: what was unlocked is locked again."""
        self.selected, self.also, self.chosen = item_id, frozenset(), chosen
        self.editing = self.editing if self.editing == item_id else ""

    def step_item(self, by: int) -> None:
        """Select the next or previous object, round and round."""
        if not self.items:
            return
        ids = [item.id for item in self.items]
        place = ids.index(self.selected) + by if self.selected in ids else (0 if by > 0 else -1)
        self.select(ids[place % len(ids)])

    def undecided(self) -> list[Item]:
        """Objects on show that still want a verdict, in reading order."""
        return [item for item in self.items if item.state in UNDECIDED]

    def select_next_undecided(self, after: int) -> None:
        """Select what still wants a verdict, from a place in reading order on, round to the start."""
        places = [i for i, item in enumerate(self.items) if item.state in UNDECIDED]
        place = next((i for i in places if i >= after), places[0] if places else None)
        self._take(self.items[place].id if place is not None else "")
        self.items_changed.emit()

    def unfold(self) -> int | None:
        """Show the heap in hand, or all of them, object by object, or fold them again; see `Folding.turn`."""
        shown = self.folding.turn(self.items, self.item)
        if shown is not None:
            self.about_to_act.emit()
            self._arrange()
            self._take(self.folding.row_of(self.selected, self.items), chosen=self.chosen)
            self.items_changed.emit()
        return shown

    def point_out(self, items: Sequence[Item]) -> None:
        """Show these hidden proposals, framed, and select the first."""
        self.wanted = frozenset(item.id for item in items)
        self._arrange()
        self._take(items[0].id if items else self.selected)
        self.items_changed.emit()

    def set_threshold(self, value: float) -> None:
        """Move the confidence slider."""
        value = round(min(max(value, 0.0), 1.0), 2)
        if value == self.threshold:
            return
        self.about_to_act.emit()
        self.threshold = value
        self.wanted = frozenset()
        self._arrange()
        if self.item is None:
            self._take("")
        self.threshold_changed.emit(value)
        self.items_changed.emit()

    # --- refreshing ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look at the image anew."""
        if self.review is None:
            return
        try:
            now = self._look(self.review.id)
        except UserError as error:
            self.said.emit(str(error), "warn")
            return
        file_changed = (now.sha256, now.problem) != (self.review.sha256, self.review.problem)
        self.review = now
        self._arrange()
        self.also &= {item.id for item in self.items}
        if self.item is None:
            self._take("")
        if file_changed:
            self.seen = None
            first = self.undecided()
            self._take(first[0].id if first else "")
            self.image_changed.emit()
        self.items_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if "class" in changes.kinds:
            self.read_classes()
        if self.review is not None and (self.review.id in changes.images or "class" in changes.kinds):
            self.refresh()

    def look_outside(self) -> None:
        """Refresh when another process has written."""
        if self.session.outside_change():
            self.read_classes()
            self.refresh()
            self.broadcast.outside.emit()

    def _arrange(self) -> None:
        if (review := self.review) is None:
            self.items = []
            return
        items = [i for i in review.items if looking.is_shown(i, self.threshold) or i.id in self.wanted]
        items = [*self.folding.shown(items), *review.suggestions]
        self.items = sorted(items, key=lambda i: reading_place(i, review.height))

    def close(self) -> None:
        """Hand over what is unfinished and leave the project."""
        self.about_to_act.emit()
        self._poll.stop()
        self.broadcast.changed.disconnect(self._on_changed)  # the review state itself goes a moment later
        self.session.close()
