"""Which hidden proposals the first Space shows: those with a fair chance that something is missing there.

A stop that is nearly always in vain teaches people to press twice; one that is seldom seen is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from verify_app.app.review import image_view as looking
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.session import Session
from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.omission_odds import Cell, Count, Sight
from verify_app.core.queue.entry import BANDS, band
from verify_app.core.records import Changes, Item
from verify_app.storage.entities import dumps
from verify_app.storage.summaries import omission_odds

CHANCE = "omission_chance"
LEAST_CHANCE = 0.30
"""From this chance to be right on, a hidden proposal is shown (setting ``omission_chance``)."""

WORTH = 30
"""What is expected before anything is known weighs as much as so many observations; fewer of a model tell nothing."""

Chance = Callable[[int, float], float]
"""How likely a hidden prediction of a class and confidence is right."""


def least_chance(session: Session) -> float:
    """As the project has it."""
    return float(session.setting(CHANCE, LEAST_CHANCE))


def set_least_chance(session: Session, chance: float) -> Changes | None:
    """Change it, for everybody in the project.

    Raises
    ------
    UsageError
        When it is no share from 0 to 1.
    """
    if not 0.0 <= chance <= 1.0:
        raise UsageError(M("A chance of {chance:g} is not possible; choose one from 0 to 1.", chance=chance))
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", CHANCE, {"value": dumps(chance)})
    return tx.changes


def omissions(session: Session, review: ReviewImage, threshold: float) -> tuple[Item, ...]:
    """Hidden proposals that look like something was missed, surest first.

    Of the proposals under the slider that lie over nothing on show, those whose chance to be right is `least_chance` or
    more; while too little is known of the model, those close under the slider (`ReviewImage.omission_margin`).
    """
    if not looking.hidden(review, threshold):
        return ()
    read = session.project.read
    model_id = omission_odds.model_of(read, review.id)
    chance = None if model_id is None else chances(omission_odds.of_model(read, model_id))
    if chance is None:
        return looking.omissions(
            review, threshold, lambda item: (item.conf or 0.0) >= threshold - review.omission_margin
        )
    least = least_chance(session)
    return looking.omissions(review, threshold, lambda item: chance(item.class_id, item.conf or 0.0) >= least)


def chances(known: Mapping[Cell, Count]) -> Chance | None:
    """How likely hidden predictions of a model are right, from what complete images tell; None below `WORTH` of them.

    The posterior mean of a Beta distribution in four steps, each the expectation before the next and worth `WORTH`
    observations there (partial pooling: Gelman et al., Bayesian Data Analysis, 3rd ed., 5.1; worth as a number of
    observations: 2.4):

    1. the confidence itself, which is what the model says of it;
    2. hidden predictions of its band, of all classes;
    3. those of its class and band;
    4. those of its class and band on images drawn without a model's help.

    The last come last since they weigh most where there are enough: a person who sees a model's proposals overlooks
    what it overlooks, so on other images what is hidden counts as wrong too often. Where there are few, they change
    little, and as the second step counts both, a class that was never drawn blind gains from those that were. What lies
    over a surer prediction counts among the `WORTH` known, and for nothing else: it is no candidate for an omission,
    and right far more often than one.
    """
    if sum(count.said for count in known.values()) < WORTH:
        return None
    bands: list[Counter[str]] = [Counter() for _ in range(BANDS)]
    for cell, count in known.items():
        if cell.sight is not Sight.OVER:
            bands[cell.band].update(said=count.said, right=count.right)
    none = Count(0, 0)

    def chance(class_id: int, conf: float) -> float:
        place = band(conf)
        expected = _shrunk(Count(bands[place]["said"], bands[place]["right"]), conf)
        for sight in (Sight.HIDDEN, Sight.APART):
            expected = _shrunk(known.get(Cell(sight, class_id, place), none), expected)
        return expected

    return chance


def _shrunk(count: Count, expected: float) -> float:
    return (count.right + WORTH * expected) / (count.said + WORTH)
