"""Brings honeypots and blind images up, and reveals them once they are answered.

It is made after the first picture, so the very first image of a session is never one.
See `app.review.trials` and `app.review.blind`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from verify_app.app.review import blind, trials, trust
from verify_app.app.review import image_view as looking
from verify_app.app.review.blind import BlindImage
from verify_app.core.errors import UserError
from verify_app.core.records import Changes
from verify_app.core.trials.blind import BlindStage
from verify_app.core.trials.trials import ErrorKind, TrialObject
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.blind_disagreements import BlindDisagreements
from verify_app.gui.review.disagreements import DisagreementBar, DisagreementReview
from verify_app.gui.review.state import ReviewState
from verify_app.gui.review.trial_bar import TrialBar
from verify_app.gui.review.trial_target import TrialTarget

if TYPE_CHECKING:
    from verify_app.app.review.trials import TrialOutcome
    from verify_app.app.review.trust import Notice

PATIENCE_MS = 2000
"""A trial whose picture has not come up by then cannot be shown; the image behind it can."""


class TrialController(QObject):
    """Decides whether a trial comes up before an image, and what is said of it; `state.trials`.

    Parameters
    ----------
    add_bar : callable
        Puts a bar into its place under the image.
    """

    def __init__(
        self, state: ReviewState, canvas: Canvas, add_bar: Callable[[DisagreementBar | TrialBar], object]
    ) -> None:
        super().__init__(state)
        self._state, self._canvas, self.bar = state, canvas, TrialBar()
        differences = DisagreementBar()
        add_bar(differences)
        add_bar(self.bar)
        self._blind = BlindDisagreements(state, self._met_now)
        self.disagreements = DisagreementReview(state, canvas, differences, self._blind)
        self.met: BlindImage | None = None
        self._notice: Notice | None = None
        self._hopeless: set[int] = set()
        self._answered: set[int] = set()
        self._since = QElapsedTimer()
        self._since.start()
        self._enter = [QShortcut(QKeySequence(key), canvas) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]
        for shortcut in self._enter:
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.go_on)
            shortcut.setEnabled(False)
        self.bar.on.clicked.connect(self.go_on)
        self.bar.renew = self._say
        review = state.review
        self._seen_before = {review.id} if review is not None else set[int]()
        if review is not None:
            self.met = blind.view(state.session, review.id)
        state.trials = self
        self._say()
        self.disagreements.look_soon()

    @property
    def outcome(self) -> TrialOutcome | None:
        """Of the trial in front, once it is answered."""
        return self._state.trial.outcome if self._state.trial is not None else None

    @property
    def drawn_blind(self) -> bool:
        """Whether the image in front is blind and its predictions are hidden."""
        return self.met is not None and self.met.stage is BlindStage.HIDDEN

    # --- coming and going -----------------------------------------------------------------------------------

    def meet(self, image_id: int, *, comes_up: bool) -> None:
        """An image is about to be shown: put a trial into the review state, or see whether the image is blind."""
        state, fresh = self._state, False
        self._drop()
        self._since.restart()
        try:
            comes_up = comes_up and not state.session.reads_only
            if comes_up:
                state.trial = self._trial_before(image_id)
            if state.trial is None:
                # whoever saw what was predicted cannot draw it blind
                fresh = comes_up and image_id not in self._seen_before
                self.met = (blind.meet if fresh else blind.view)(state.session, image_id)
        finally:
            self._say()
        if fresh and self.drawn_blind:
            self._hide_numbers(image_id)

    def forget(self) -> None:
        """Nothing is in front any more."""
        self._drop()
        self._say()

    def _drop(self) -> None:
        self._state.trial, self.met, self._notice = None, None, None

    def _hide_numbers(self, image_id: int) -> None:
        """The list, too, tells no longer how much was predicted."""
        actor = self._state.session.actor.name
        self._state.broadcast.announce(Changes(0, "blind", actor, frozenset((image_id,)), frozenset(("blind",))))

    def _trial_before(self, image_id: int) -> TrialTarget | None:
        if image_id in self._answered:
            return None  # one is enough
        session = self._state.session
        trial = trials.next_trial(session, image_id, threshold=self._state.threshold)
        if trial is None or trial.id in self._hopeless:
            return None
        try:
            before, state = looking.look(session, image_id), self._state
            target = TrialTarget(session, trial, before, record=state.record, run=state.run)
        except UserError:
            return None  # the image it is made of has changed since
        return target if target.review.file.is_file() else None

    def may_leave(self) -> bool:
        """Whether one may go elsewhere; what was decided on a trial is its answer, and is revealed first."""
        state, trial = self._state, self._state.trial
        if trial is None or trial.outcome is not None:
            return True
        if state.seen is None and self._since.elapsed() > PATIENCE_MS:
            self._hopeless.add(trial.trial.id)
        try:
            answered = trial.leave(ms=state.attention())
        except UserError as error:
            state.said.emit(str(error), "warn")
            return True
        if answered:
            self._reveal()
        return not answered

    def go_on(self) -> bool:
        """From a trial that was revealed to the image it came up before. False when there is none."""
        state = self._state
        if state.trial is None or state.trial.outcome is None:
            return False
        self._to_image(state.trial.review.id)  # one that was left before comes up elsewhere again
        return True

    def _to_image(self, before: int) -> None:
        state = self._state
        here = 0 <= state.position < len(state.order) and state.order[state.position] == before
        state.show_image(before, position=state.position if here else None, comes_up=True)

    def keep_all(self) -> bool:
        """The labels of the blind image in front stand against the model. False when nothing is to be settled."""
        return self._blind.keep_all(self.disagreements)

    def give_up(self) -> bool:
        """The file of the trial in front is no longer what it was made of: on to the image, nothing is answered."""
        trial = self._state.trial
        if trial is None:
            return False
        self._hopeless.add(trial.trial.id)
        self._drop()
        self._to_image(trial.review.id)
        return True

    def holds(self) -> bool:
        """After an image was answered: whether it stays, because there is something to see or to settle."""
        if self._state.trial is not None:
            if self._state.trial.outcome is not None:
                self._reveal()
            return True
        review = self._state.review
        if review is None or self.met is None or self.met.image_id != review.id:
            return False
        if self.drawn_blind:
            self._reveal_blind(review.id)
        return self.disagreements.look_now()

    def _reveal_blind(self, image_id: int) -> None:
        state = self._state

        def act() -> Changes | None:
            self.met, changes = blind.reveal(state.session, image_id)
            return changes

        state.run(act)
        self._say()

    def _met_now(self) -> BlindImage | None:
        """Others, and undo, may have settled something."""
        if self.met is not None:
            self.met = blind.view(self._state.session, self.met.image_id)
        return self.met

    def close(self) -> None:
        """The project is being left: what was decided on a trial is its answer."""
        self.disagreements.close()
        self.may_leave()
        self._state.trials = None

    # --- what is said ---------------------------------------------------------------------------------------

    def _reveal(self) -> None:
        state, outcome = self._state, self.outcome
        assert outcome is not None and state.review is not None
        self._answered.add(state.review.id)
        self._notice = trust.notice(state.session)
        state.refresh()
        state.select("")
        self._say()
        ghosts = [outcome.truth] if outcome.truth is not None else [outcome.shown]
        self._canvas.show_ghosts([t.region for t in ghosts if t is not None and t.region.kind != "image"])

    def _say(self) -> None:
        outcome = self.outcome
        for shortcut in self._enter:
            shortcut.setEnabled(outcome is not None)
        if outcome is not None:
            lead, role = {
                True: (self.tr("Caught."), "good"),
                False: (self.tr("Missed."), "warn"),
                None: (self.tr("Not counted."), "quiet"),
            }[outcome.caught]
            self.bar.say(lead, role, self._told(outcome), goes_on=True)
        elif self.drawn_blind:
            self.bar.say(self.tr("To be drawn blind."), "accent", self._explained(), goes_on=False)
        else:
            self.bar.hide()

    def _explained(self) -> str:
        text = self.tr("Draw what you see; what a model predicted is shown once you complete the image.")
        if self.met is not None and self.met.first:
            text += " " + self.tr(
                "A few images are drawn without help, since people overlook what a model overlooks. "
                "Afterwards you settle what differs, one key each."
            )
        return text

    def _told(self, outcome: TrialOutcome) -> str:
        parts = [self._altered(outcome)]
        refused = outcome.judgement.false_alarms
        if refused:
            parts.append(self.tr("Right and still refused: {n}.").format(n=refused))
        if outcome.first:
            parts.append(
                self.tr(
                    "A few images are copies with one error put in, to see whether errors are caught; "
                    "nothing of them is kept as a label. Your results are under Project › How well you catch errors."
                )
            )
        if self._notice is not None:
            parts.append(self._quietly(self._notice))
        return " ".join(parts)

    def _altered(self, outcome: TrialOutcome) -> str:
        truth, shown = self._name(outcome.truth), self._name(outcome.shown)
        match outcome.error:
            case ErrorKind.SHIFTED:
                return self.tr("On this copy {name} had been moved; the thin line is where it belongs.").format(
                    name=truth
                )
            case ErrorKind.RELABELLED:
                return self.tr("On this copy {name} had been called {other}.").format(name=truth, other=shown)
            case ErrorKind.INVENTED:
                return self.tr("On this copy {name} had been invented (thin line).").format(name=shown)
        return self.tr("On this copy {name} had been left out (thin line).").format(name=truth)

    def _quietly(self, notice: Notice) -> str:
        text = self.tr(
            "The last {n} altered images passed as shown. Take a break, or look again at what you completed just now."
        )
        return text.format(n=notice.missed)

    def _name(self, thing: TrialObject | None) -> str:
        return self._state.class_name(thing.class_id) if thing is not None else "?"
