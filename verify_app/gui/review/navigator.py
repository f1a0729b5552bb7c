"""Leads through the images: their order and filter, where the reviewer left off, and why an image is next."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from verify_app.app.review.last_position import remember, remembered
from verify_app.app.review.queue import Filter
from verify_app.core.queue.orders import Order
from verify_app.core.queue.reasons import Reason, Why
from verify_app.gui.i18n import words
from verify_app.gui.review.state import ReviewState

REMEMBER_MS = 1500
REASON_MS = 120
"""The reason is worked out once the image is on the screen: nobody waits for it."""
TELLING = frozenset((Why.DISAGREEMENT, Why.TAIL, Why.FEW, Why.HIDDEN, Why.UNCERTAIN))
"""Reasons that say what is on the image."""


class Navigator(QObject):
    """Keeps the review state's order; whoever shows the list is told by `shown`."""

    def __init__(self, state: ReviewState, shown: Callable[[], object], said: Callable[[str], object]) -> None:
        super().__init__(state)
        self._state, self._shown, self._said = state, shown, said
        self.queue = state.queue
        self.place = remembered(state.session)
        self._first_visit = self.place.image_id is None
        self._completed = False
        self._keep = self._timer(REMEMBER_MS, self.remember)
        self._reason = self._timer(REASON_MS, self._say_reason)
        state.image_changed.connect(self._on_image)

    def _timer(self, after_ms: int, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(call)
        return timer

    @property
    def filter(self) -> Filter:
        return self.place.filter

    def begin(self) -> None:
        """Show the image that the reviewer left, else the first that wants a person; the order follows."""
        state, first = self._state, self.queue.first(self.place)
        if first is not None:
            state.set_order(array("q", [first]))
            state.go_to(0)
            return
        order, position = self.queue.begin(self.place) if state.session_has_images() else (array("q"), -1)
        state.set_order(order)
        if position >= 0:
            state.go_to(position)
        else:
            state.clear()

    def complete(self) -> None:
        """After the first picture: the whole order, where only the first image is known."""
        state = self._state
        if state.review is not None and len(state.order) <= 1:
            if self._first_visit:
                state.set_order(self.queue.renewed(state.order, 0, self.place.order, self.filter))
            else:
                state.set_order(self.queue.order(self.place.order, self.filter))
            self._shown()
        self._completed = True
        self._reason.start()

    def choose(self, *, order: Order | None = None, chosen: Filter | None = None) -> None:
        """Another order or filter; the image in front stays when it is in it."""
        place = self.place
        self.place = place._replace(order=order or place.order, filter=place.filter if chosen is None else chosen)
        self._keep.start()
        state = self._state
        state.set_order(self.queue.order(self.place.order, self.filter))
        self._shown()
        if (order is not None or state.position < 0) and len(state.order):
            self.first()
        self._reason.start()

    def first(self) -> None:
        """To the first image that wants a person, else to the first."""
        state = self._state
        place = self.queue.next_wanting(state.order, -1)
        state.go_to(place if place is not None else 0)

    def reload(self) -> None:
        """Take newcomers in behind the image in front; what the person has in the order keeps its place."""
        state = self._state
        order = self.queue.renewed(state.order, max(state.position, 0), self.place.order, self.filter)
        if order == state.order:
            return
        state.set_order(order)
        self._shown()
        if state.review is None or state.position < 0:
            if len(order):
                self.first()
            else:
                state.clear()

    # --- the place, and why ---------------------------------------------------------------------------------

    def _on_image(self) -> None:
        review = self._state.review
        self.place = self.place._replace(image_id=review.id if review is not None else None)
        self._keep.start()
        self._reason.start()

    def say_why(self) -> None:
        """Say anew why the image is next: the language is another."""
        self._reason.start()

    def remember(self) -> None:
        """Keep the place across restarts."""
        self._keep.stop()
        remember(self._state.session, self.place)

    def _say_reason(self) -> None:
        review = self._state.review
        trials = self._state.trials
        blind = trials is not None and trials.drawn_blind  # a reason would tell what was predicted
        if review is None or review.state.done or blind or not self._completed:
            self._said("")
            return
        reason = self.queue.reason(review.id, self.place.order)
        if reason is not None and reason.kind in TELLING and self._state.trial is not None:
            reason = Reason(Why.RANDOM)  # true of a trial; of the image behind it, the reason would give it away
        self._said(words.why(reason, self._state.class_name) if reason is not None else "")

    def close(self) -> None:
        """The project is being left."""
        self._reason.stop()
        self.remember()
