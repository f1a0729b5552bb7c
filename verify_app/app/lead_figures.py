"""What whoever leads the work asks: how much was done on each day, what is short, and when there is enough."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from verify_app.app.exports import meter
from verify_app.app.review.trust import DECISIONS, catching
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade
from verify_app.monitor import work_pace
from verify_app.monitor.trust import CatchRate
from verify_app.storage.queries import image_list
from verify_app.storage.queries.daily_work import WorkDay, daily_work
from verify_app.storage.reader import Reader

PEOPLE = "show_people"
"""Setting of the project: whether figures of single people are shown at all."""

DAYS = 28
"""Days on the chart."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What all people did on one day."""

    day: date
    images: int
    objects: int


@dataclass(frozen=True, slots=True)
class ShortClass:
    """A class with too few verified objects."""

    name: str
    verified: int
    more: int


@dataclass(frozen=True, slots=True)
class Person:
    """What one person did, never without how well they catch errors."""

    name: str
    images: int
    objects: int
    catch: CatchRate


@dataclass(frozen=True, slots=True)
class LeadFigures:
    """Where the work stands.

    Parameters
    ----------
    days : tuple of DayTotal
        The last `DAYS` days, today last.
    per_day : float
        Images completed a day, see `work_pace.per_day`.
    missing : int
        Real images that must still be verified for the share that the policy demands.
    until : date or None
        When that is reached at this pace; today when it is, None when it never is.
    short : tuple of ShortClass
        Fewest verified objects first.
    people : tuple of Person or None
        By name, which is no ranking; None where the project hides them.
    """

    days: tuple[DayTotal, ...]
    per_day: float
    missing: int
    until: date | None
    short: tuple[ShortClass, ...]
    people: tuple[Person, ...] | None


def lead_figures(session: Session, today: date) -> LeadFigures:
    """Where the work stands today."""
    read = session.project.read
    first = today - timedelta(days=DAYS - 1)
    rows = daily_work(read, first.isoformat(), DECISIONS)
    days = _by_day(rows, first)
    verified, others = meter.share_counts(read)
    demanded, _ = meter.demands(read)
    missing = work_pace.missing_images(verified, others, demanded)
    pace = work_pace.per_day([one.images for one in days])
    left = work_pace.days_left(missing, pace)
    return LeadFigures(
        days=days,
        per_day=pace,
        missing=missing,
        until=None if left is None else today + timedelta(days=left),
        short=_short(read),
        people=_people(read, rows) if people_shown(read) else None,
    )


def people_shown(read: Reader) -> bool:
    """Whether figures of single people are shown in this project."""
    return bool(read.setting(PEOPLE, True))


def show_people(session: Session, shown: bool) -> None:
    """Show figures of single people in this project, or hide them from everybody."""
    if people_shown(session.project.read) != shown:
        with session.project.transact(session.actor, "setting") as tx:
            tx.put("setting", PEOPLE, {"value": json.dumps(shown)})


def _by_day(rows: list[WorkDay], first: date) -> tuple[DayTotal, ...]:
    images: Counter[str] = Counter()
    objects: Counter[str] = Counter()
    for row in rows:
        images[row.day] += row.images
        objects[row.day] += row.objects
    every = (first + timedelta(days=n) for n in range(DAYS))
    return tuple(DayTotal(day, images[day.isoformat()], objects[day.isoformat()]) for day in every)


def _short(read: Reader) -> tuple[ShortClass, ...]:
    verified: Counter[int] = Counter()
    merged = read.class_map()
    for class_id, grade, _, _, count in image_list.label_counts(read):
        if Grade(grade).verified:
            verified[merged.get(class_id, class_id)] += count
    least = work_pace.LEAST_OBJECTS
    short = [ShortClass(one.name, verified[one.id], least - verified[one.id]) for one in read.classes()]
    return tuple(sorted((one for one in short if one.more > 0), key=lambda one: (one.verified, one.name)))


def _people(read: Reader, rows: list[WorkDay]) -> tuple[Person, ...]:
    names = sorted({row.by for row in rows}, key=lambda name: (name.casefold(), name))
    return tuple(
        Person(
            name,
            sum(row.images for row in rows if row.by == name),
            sum(row.objects for row in rows if row.by == name),
            catching(read, Actor(name)).catch,
        )
        for name in names
    )
