"""Simulated reviewers: people with one habit each, who act through the same functions as people do.

They know what is on every image and decide by how well they look. Their actor is of the kind `simulated`, which counts
as a person in demo projects only. They are there to try out what trials say of people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from verify_app.app.review import actions, blind, trials
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.session import Session, person
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.regions import Keypoints
from verify_app.core.trials.alterations import altered
from verify_app.core.trials.blind import BlindStage, DifferenceSide
from verify_app.core.trials.trials import BACK_IOU, Alteration, Answer, Decision, ErrorKind, TrialObject, judged
from verify_app.core.vocabulary import ActorKind, Door, LabelState, Task, Verdict
from verify_app.monitor.trust import Result

_MEANT_FOR = 0.3
"""From this overlap on, something shown is meant for the object."""

_POINTS_ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Habit:
    """How somebody reviews.

    Parameters
    ----------
    catches : mapping of ErrorKind to float
        The chance that they notice an error of the kind, 0 to 1.
    draws : float
        The chance that they draw an object of a blind image.
    """

    name: str
    catches: Mapping[ErrorKind, float]
    draws: float


PERFECT = Habit("perfect", dict.fromkeys(ErrorKind, 1.0), 1.0)
CAREFUL = Habit("careful", dict.fromkeys(ErrorKind, 0.95), 0.95)
ANCHORED = Habit("anchored", dict.fromkeys(ErrorKind, 1.0) | {ErrorKind.DELETED: 0.0}, 1.0)
RUBBER_STAMP = Habit("rubber stamp", dict.fromkeys(ErrorKind, 0.0), 0.0)
HABITS = (PERFECT, CAREFUL, ANCHORED, RUBBER_STAMP)


@dataclass(frozen=True, slots=True)
class Response:
    """What becomes of each object shown (None: rejected; itself: accepted) and what is drawn."""

    becomes: tuple[TrialObject | None, ...]
    drawn: tuple[TrialObject, ...]


def respond(
    shown: Sequence[TrialObject], truth: Sequence[TrialObject], habit: Habit, rng: Random, *, hidden: bool = False
) -> Response:
    """What somebody of this habit does with what is shown of an image, given what is on it; `hidden` on a blind one."""
    matched = _matched(shown, truth)
    becomes: list[TrialObject | None] = []
    for place, thing in enumerate(shown):
        true = truth[matched[place]] if place in matched else None
        error = _error_of(thing, true)
        noticed = error is not None and rng.random() < habit.catches[error]
        becomes.append(true if noticed else thing)
    missing = [true for number, true in enumerate(truth) if number not in matched.values()]
    chance = habit.draws if hidden else habit.catches[ErrorKind.DELETED]
    return Response(tuple(becomes), tuple(true for true in missing if rng.random() < chance))


def _error_of(shown: TrialObject, true: TrialObject | None) -> ErrorKind | None:
    if true is None:
        return ErrorKind.INVENTED
    if true.class_id != shown.class_id:
        return ErrorKind.RELABELLED
    return None if _well_placed(shown.region, true.region) else ErrorKind.SHIFTED


def _well_placed(shown: Region, true: Region) -> bool:
    if isinstance(shown, Keypoints):
        return shown.likeness(true) >= _POINTS_ALIKE
    return shown.overlap(true) >= BACK_IOU


def _matched(shown: Sequence[TrialObject], truth: Sequence[TrialObject]) -> dict[int, int]:
    """Each object shown with the true one it is meant for, best overlap first."""
    pairs = [(a.region.overlap(b.region), i, k) for i, a in enumerate(shown) for k, b in enumerate(truth)]
    found: dict[int, int] = {}
    for overlap, i, k in sorted(pairs, reverse=True):
        if overlap >= _MEANT_FOR and i not in found and k not in found.values():
            found[i] = k
    return found


# --- through the functions that people use --------------------------------------------------------------


class _Verbs(Protocol):
    def accept(self, *item_ids: str) -> object: ...

    def reject(self, *item_ids: str) -> object: ...

    def correct(self, *item_ids: str, class_id: int, region: Region) -> object: ...

    def draw(self, *objects: tuple[int, Region]) -> object: ...


@dataclass(frozen=True, slots=True)
class _OnImage:
    """The verbs of the review on one image of the project."""

    session: Session
    image_id: int
    ms: int

    def accept(self, *item_ids: str) -> object:
        return actions.accept(self.session, self.image_id, *item_ids, ms=self.ms)

    def reject(self, *item_ids: str) -> object:
        return actions.reject(self.session, self.image_id, *item_ids, ms=self.ms)

    def correct(self, *item_ids: str, class_id: int, region: Region) -> object:
        return actions.correct(self.session, self.image_id, *item_ids, class_id=class_id, region=region, ms=self.ms)

    def draw(self, *objects: tuple[int, Region]) -> object:
        return actions.draw(self.session, self.image_id, *objects, ms=self.ms)


@dataclass(slots=True)
class Worked:
    """What a simulated reviewer did."""

    images: int = 0
    blind: int = 0
    outcomes: list[trials.TrialOutcome] = field(default_factory=list)


class SimulatedReviewer:
    """Reviews a project the way a person does at the window: honeypots first, blind images blind.

    Parameters
    ----------
    truth : callable
        From an image id to what is on it.
    """

    def __init__(
        self,
        session: Session,
        habit: Habit,
        truth: Callable[[int], Sequence[TrialObject]],
        *,
        seed: int = 0,
        ms: int = 2000,
    ) -> None:
        self.session = Session(session.project, person(habit.name, ActorKind.SIMULATED, Door.JOB))
        self._habit, self._truth, self._ms = habit, truth, ms
        self._rng = Random(f"{habit.name}:{seed}")

    def work(self, image_ids: Iterable[int]) -> Worked:
        """Go through images in order."""
        done = Worked()
        for image_id in image_ids:
            trial = trials.next_trial(self.session, image_id)
            if trial is not None:
                done.outcomes.append(self._answer(trial))
            met = blind.meet(self.session, image_id)
            done.blind += met is not None
            self._review(image_id, hidden=met is not None and met.stage is BlindStage.HIDDEN)
            done.images += 1
        return done

    def _answer(self, trial: trials.Trial) -> trials.TrialOutcome:
        attempt = trials.begin(self.session, trial)
        truth = self._truth(trial.image_id)
        items = attempt.review.items
        if self.session.task is Task.CLASSIFY:
            class_id = self._class(items, truth)
            return trials.answer(self.session, trial, attempt.classify(class_id), ms=self._ms)
        self._decide(attempt, items, truth)
        return trials.answer(self.session, trial, _finished(attempt), ms=self._ms)

    def _review(self, image_id: int, *, hidden: bool) -> None:
        session, truth = self.session, self._truth(image_id)
        review = look(session, image_id)
        items = [item for item in review.items if item.state is LabelState.PROPOSAL]
        if session.task is Task.CLASSIFY:
            actions.classify(session, review, self._class(items, truth), ms=self._ms)
        else:
            self._decide(_OnImage(session, image_id, self._ms), items, truth, hidden=hidden)
            now = look(session, image_id)
            finish = actions.complete if now.items else actions.empty
            finish(session, now, 0.0, ms=self._ms)
        if hidden:
            self._settle(image_id, truth)

    def _decide(
        self, verbs: _Verbs, items: Sequence[Item], truth: Sequence[TrialObject], *, hidden: bool = False
    ) -> None:
        shown = [TrialObject(item.class_id, item.region) for item in items]
        said = respond(shown, truth, self._habit, self._rng, hidden=hidden)
        for item, was, becomes in zip(items, shown, said.becomes, strict=True):
            if becomes is None:
                verbs.reject(item.id)
            elif becomes is was:
                verbs.accept(item.id)
            else:
                verbs.correct(item.id, class_id=becomes.class_id, region=becomes.region)
        if said.drawn:
            verbs.draw(*((thing.class_id, thing.region) for thing in said.drawn))

    def _class(self, items: Sequence[Item], truth: Sequence[TrialObject]) -> int:
        """The class given to a whole image: what is shown unless they notice that it is another one."""
        surest = max(items, key=lambda item: item.conf or 0.0, default=None)
        if surest is None or surest.class_id == truth[0].class_id:
            return truth[0].class_id
        noticed = self._rng.random() < self._habit.catches[ErrorKind.RELABELLED]
        return truth[0].class_id if noticed else surest.class_id

    def _settle(self, image_id: int, truth: Sequence[TrialObject]) -> None:
        """Of each difference take the side that is right; who does not look stays with what they have."""
        revealed, _ = blind.reveal(self.session, image_id)
        for difference in revealed.open_differences if revealed else ():
            said = difference.prediction
            right = said is not None and any(
                thing.class_id == said.class_id and _well_placed(said.region, thing.region) for thing in truth
            )
            looks = self._rng.random() < self._habit.draws
            blind.settle(
                self.session, image_id, DifferenceSide.MODEL if right and looks else DifferenceSide.MINE, difference.id
            )


def _finished(attempt: Attempt) -> Answer:
    return attempt.complete(0.0) if attempt.review.items else attempt.empty(0.0)


# --- in memory ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A trial of a rehearsal: after how many images it came, and its result."""

    images: int
    result: Result


def rehearse(habit: Habit, images: int, *, rate: float, seed: int, first: int = trials.RECENT) -> list[Rehearsed]:
    """The trials somebody of this habit meets in so many images, without a project; the same rules, in memory.

    Parameters
    ----------
    rate : float
        Share of images with a honeypot before them.
    first : int
        Images before the first honeypot can come: there is none to make one of.
    """
    rng = Random(f"rehearsal:{habit.name}:{seed}")
    found = []
    for number in range(first, images):
        if rng.random() >= rate:
            continue
        good = _scene(rng)
        trial = altered(good, rng, task=Task.DETECT, classes=(1, 2, 3), size=_SIZE, confs=(0.6, 0.8, 0.9))
        if trial is None:
            continue
        judgement = judged(trial, _said(trial, respond(trial.shown, good, habit, rng)))
        assert judgement.caught is not None, "a rehearsed answer is whole"
        result = Result(trial.error, judgement.caught, judgement.false_alarms, judgement.unaltered)
        found.append(Rehearsed(number, result))
    return found


_SIZE = (640, 480)


def _scene(rng: Random) -> list[TrialObject]:
    """One to six boxes, each in a field of its own."""
    fields = rng.sample(range(12), rng.randint(1, 6))
    things = []
    for number in fields:
        left, top = (number % 4) * 160, (number // 4) * 160
        width, height = rng.uniform(30, 120), rng.uniform(30, 120)
        x, y = left + rng.uniform(0, 158 - width), top + rng.uniform(0, 158 - height)
        things.append(TrialObject(rng.randint(1, 3), Box(x, y, x + width, y + height)))
    return things


def _said(trial: Alteration, response: Response) -> Answer:
    decisions = []
    for shown, becomes in zip(trial.shown, response.becomes, strict=True):
        if becomes is None:
            decisions.append(Decision(Verdict.REJECTED))
        else:
            decisions.append(Decision(Verdict.ACCEPTED if becomes is shown else Verdict.CORRECTED, becomes))
    return Answer(tuple(decisions), response.drawn)
