"""Honeypots: altered copies of images that people verified earlier, to see whether the looking is real.

A honeypot comes up before an image, looks like any other and is revealed once it is answered. It is kept in tables of
its own: no label, no verdict, no undo, and no dataset ever sees it. Gold images are never used: nobody is to learn
them by heart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M
from verify_app.core.queue.entry import WANTING
from verify_app.core.records import Changes
from verify_app.core.trials.alterations import altered
from verify_app.core.trials.blind import chosen
from verify_app.core.trials.trials import Alteration, Answer, ErrorKind, Judgement, TrialObject, judged
from verify_app.core.vocabulary import ImageState
from verify_app.storage.entities import dumps
from verify_app.storage.queries import image_list
from verify_app.storage.queries import trials as stored
from verify_app.storage.queries.trials import TrialRow

HONEYPOTS, BLIND = "honeypots", "blind"
"""Settings: the share of images before which a honeypot comes up, and of those that are drawn blind."""

MOST = 0.5
RECENT = 20
"""Nobody meets a honeypot made of one of the last images they completed: they would remember it."""

_TRIED = 8
"""So many images are tried before giving up until the next draw."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One honeypot for one reviewer; comes up before the image `before_id`."""

    id: int
    image_id: int
    before_id: int
    alteration: Alteration


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """What is revealed once a trial is answered.

    Parameters
    ----------
    judgement : Judgement
        Whether it was caught; None of that when the answer says nothing of it.
    shown, truth : TrialObject or None
        The altered object as it was shown, and as it is; None where there was none.
    first : bool
        Whether this reviewer has never met one before: say what it was for.
    """

    trial: Trial
    judgement: Judgement
    shown: TrialObject | None
    truth: TrialObject | None
    first: bool

    @property
    def error(self) -> ErrorKind:
        return self.trial.alteration.error

    @property
    def caught(self) -> bool | None:
        return self.judgement.caught


@dataclass(frozen=True, slots=True)
class Rates:
    """How often trials come up, 0 to `MOST`."""

    honeypots: float
    blind: float


def rates(session: Session) -> Rates:
    """As the project has it; a project from before there were trials has none."""
    return Rates(float(session.setting(HONEYPOTS, 0.0)), float(session.setting(BLIND, 0.0)))


def set_rates(session: Session, *, honeypots: float | None = None, blind: float | None = None) -> Changes | None:
    """Change how often trials come up; 0 turns them off.

    Raises
    ------
    UsageError
        When one is no share from 0 to `MOST`.
    """
    wanted = {HONEYPOTS: honeypots, BLIND: blind}
    for name, rate in wanted.items():
        if rate is not None and not 0.0 <= rate <= MOST:
            raise UsageError(
                M(
                    "A share of {rate:g} honeypots is not possible; choose one from 0 (off) to {most:g}.",
                    rate=rate,
                    most=MOST,
                )
                if name == HONEYPOTS
                else M(
                    "A share of {rate:g} blind images is not possible; choose one from 0 (off) to {most:g}.",
                    rate=rate,
                    most=MOST,
                )
            )
    with session.project.transact(session.actor, "setting") as tx:
        for name, rate in wanted.items():
            if rate is not None:
                tx.put("setting", name, {"value": dumps(rate)})
    return tx.changes


def next_trial(session: Session, image_id: int, *, threshold: float = 0.0) -> Trial | None:
    """The honeypot to show before an image that comes up to be reviewed; None: show the image.

    Which images have one before them is a seeded draw for each reviewer, so going back and forth makes no more. One
    that was left without an answer comes up again in place of a new one; its `before_id` is this image then, and its
    answer records that, so that neither of the two images gets another.

    Parameters
    ----------
    threshold : float
        The confidence slider: whatever a honeypot shows is above it.
    """
    rate = rates(session).honeypots
    read, actor = session.project.read, session.actor
    row = image_list.summary(read, image_id) if rate > 0 else None
    if row is None or ImageState(row["state"]) not in WANTING:
        return None
    here = stored.trial_before(read, actor, image_id)
    if here is not None and here.answered:
        return None
    parts = (session.setting("trial_seed", 0), actor.name, actor.kind.value, row["sha256"], image_id)
    if here is None and not chosen(rate, HONEYPOTS, *parts):
        return None
    for left in stored.open_trials(read, actor) if here is None else [here]:
        if stored.is_usable(read, left.image_id, left.sha256):
            return replace(_trial(left), before_id=image_id)
    return _make(session, image_id, Random(dumps(parts)), threshold) if here is None else None


def _make(session: Session, before_id: int, rng: Random, threshold: float) -> Trial | None:
    """A honeypot of an image that this reviewer has not completed just now, if there is one."""
    read, actor = session.project.read, session.actor
    without = stored.recently_completed(read, actor, RECENT) | {before_id}
    bases = stored.usable_bases(read, actor, share=rng.random(), without=without)[:_TRIED]
    evidence = read.evidence([*bases, before_id])
    alike = evidence[before_id].origin if before_id in evidence else None
    bases.sort(key=lambda image_id: evidence[image_id].origin is not alike)  # a rendering for a photograph tells all
    confs = stored.confidences(read, threshold)
    for image_id in bases:
        found = evidence[image_id]
        alteration = altered(
            [TrialObject(label.class_id, label.region) for label in found.labels],
            rng,
            task=session.task,
            classes=[c.id for c in session.classes],
            size=(found.scan.width, found.scan.height),
            confs=confs or [round(rng.uniform(threshold, 1.0), 3)],
        )
        if alteration is not None:
            return _record(session, image_id, before_id, found.scan.sha256, alteration)
    return None


def _record(session: Session, image_id: int, before_id: int, sha256: str, alteration: Alteration) -> Trial:
    actor = session.actor
    row = (image_id, sha256, actor.name, actor.kind.value, before_id, alteration.error.value, dumps(alteration.data()))
    with session.project.transact(actor, "trial") as tx:
        (number,) = tx.facts("trial", [row])
    return Trial(number, image_id, before_id, alteration)


def _trial(row: TrialRow) -> Trial:
    return Trial(row.id, row.image_id, row.before_id, Alteration.of(row.content))


def begin(session: Session, trial: Trial) -> Attempt:
    """The trial as an image to work on.

    Raises
    ------
    UserError
        When the image it is made of has changed since; go on to the image it came up before.
    """
    row = stored.trial(session.project.read, trial.id)
    if row is None or row.answered or not stored.is_usable(session.project.read, row.image_id, row.sha256):
        raise UserError(M("This image has changed since; go on to the next one."))
    return Attempt(look(session, trial.image_id), trial.alteration, session.actor)


def answer(session: Session, trial: Trial, said: Answer, *, ms: int = 0) -> TrialOutcome:
    """Record what a reviewer made of a trial, for good, and reveal it.

    Raises
    ------
    UserError
        When it was answered before: the first decision counts.
    """
    actor, judgement = session.actor, judged(trial.alteration, said)
    with session.project.transact(actor, "trial_answer", ms=ms) as tx:
        row = stored.trial(tx.read, trial.id)
        if row is None or (row.actor, row.kind) != (actor.name, actor.kind.value):
            raise UserError(M("This image was shown to somebody else."))
        if row.answered:
            raise UserError(M("This has been answered before; the first decision counts."))
        first = stored.answered(tx.read, actor) == 0
        caught = None if judgement.caught is None else int(judgement.caught)
        values = (trial.id, actor.name, actor.kind.value, row.error, caught, judgement.false_alarms)
        content = dumps({**said.data(), "before": trial.before_id})
        tx.facts("trial_answer", [(*values, judgement.unaltered, max(0, ms), content)])
    place = trial.alteration.place
    shown = None if place is None else trial.alteration.shown[place]
    return TrialOutcome(trial, judgement, shown, trial.alteration.truth, first)
