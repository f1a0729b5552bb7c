"""What whoever leads the work is told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app import lead_figures as lead
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Door

BOLT, NUT = 1, 2


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=4)
    made.close()
    return Session.open(made.folder, "ann", door=Door.WINDOW)


def finish(session: Session, image: int, *boxes: int) -> None:
    for place, class_id in enumerate(boxes):
        actions.draw(session, image, (class_id, Box(10 + 30 * place, 10, 30 + 30 * place, 40)))
    actions.complete(session, look(session, image), 0.25)


def test_work_of_today_is_counted_once_and_what_is_undone_is_not(session: Session) -> None:
    finish(session, 1, BOLT, BOLT)
    finish(session, 2, NUT)
    actions.undo(session)
    today = date.today()
    found = lead.lead_figures(session, today)
    assert len(found.days) == lead.DAYS and found.days[-1].day == today
    assert (found.days[-1].images, found.days[-1].objects) == (1, 3)
    assert sum(day.images for day in found.days[:-1]) == 0
    assert found.per_day == 1.0
    actions.redo(session)
    assert lead.lead_figures(session, today).days[-1].images == 2


def test_an_accepted_proposal_is_one_object_and_so_is_a_rejected_one(session: Session) -> None:
    scenery.run(session, {1: [(BOLT, (10, 10, 50, 40), 0.9), (NUT, (80, 20, 120, 60), 0.6)]})
    first, second = (item.id for item in look(session, 1).items)
    actions.accept(session, 1, first)
    actions.reject(session, 1, second)
    assert lead.lead_figures(session, date.today()).days[-1].objects == 2


def test_short_classes_say_how_many_more(session: Session) -> None:
    finish(session, 1, BOLT, BOLT, NUT)
    found = lead.lead_figures(session, date.today())
    assert [(one.name, one.verified, one.more) for one in found.short] == [
        ("gear", 0, 50),
        ("nut", 1, 49),
        ("bolt", 2, 48),
    ]


def test_the_date_follows_from_the_pace(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(session, 1, BOLT)
    today = date.today()
    monkeypatch.setattr(lead.meter, "share_counts", lambda _read: (1, 8))
    found = lead.lead_figures(session, today)
    assert (found.missing, found.until) == (7, today + timedelta(days=7))
    monkeypatch.setattr(lead.meter, "share_counts", lambda _read: (9, 8))
    assert lead.lead_figures(session, today).until == today
    later = today + timedelta(days=lead.DAYS)
    monkeypatch.setattr(lead.meter, "share_counts", lambda _read: (1, 8))
    assert lead.lead_figures(session, later).until is None


def test_people_come_by_name_with_what_they_catch_or_not_at_all(session: Session) -> None:
    finish(session, 1, BOLT)
    session.close()
    bo = Session.open(session.folder, "Bo", door=Door.WINDOW)
    finish(bo, 2, NUT, NUT)
    actions.empty(bo, look(bo, 3))
    found = lead.lead_figures(bo, date.today()).people
    assert found is not None
    assert [(one.name, one.images, one.objects, one.catch.shown) for one in found] == [
        ("ann", 1, 1, 0),
        ("Bo", 2, 2, 0),
    ]
    lead.show_people(bo, False)
    assert lead.lead_figures(bo, date.today()).people is None
    lead.show_people(bo, True)
    assert lead.people_shown(bo.project.read)
    bo.close()
