"""A honeypot met, a blind image drawn and settled, a disagreement settled: in the real program, by keys and mouse."""

from __future__ import annotations

from pathlib import Path

from tests import scenery
from tests.e2e.test_window import TRAY, Screen, pytestmark, screen
from tests.unit.app.trial_scenes import as_reviewer, complete, made, set_rates
from verify_app.app.review import trust
from verify_app.app.review.disagreements import disagreements
from verify_app.app.review.image_view import look
from verify_app.app.review.last_position import Place, remember
from verify_app.app.session import Session
from verify_app.core.queue.orders import Order
from verify_app.core.vocabulary import Grade, ImageState

__all__ = ["pytestmark", "screen"]


def closed(on: Screen) -> Session:
    """End the program and look at what it left."""
    on.stop()
    log = on.log.read_text(encoding="utf-8")
    assert "Traceback" not in log and "QObject" not in log
    session = Session.open(on.project, "ann")
    assert list(session.project.problems()) == []
    return session


def test_a_honeypot_is_met_and_its_image_reviewed(screen: Screen, tmp_path: Path) -> None:
    session = made(tmp_path / "trust", images=30)
    complete(as_reviewer(session, "bob"), range(1, 21))
    set_rates(session, honeypots=1.0)
    remember(session, Place(Order.FOUND))
    screen.project = session.folder
    session.close()
    screen.start()
    screen.key("d", "space", "Return", "space")
    session = closed(screen)
    known = trust.trust_of(session)
    assert (known.catch.shown, known.catch.caught) == (1, 0)
    states = [look(session, i).state for i in range(20, 24)]
    assert states == [ImageState.COMPLETE, ImageState.UNREVIEWED, ImageState.COMPLETE, ImageState.UNREVIEWED]
    session.close()


def test_a_blind_image_is_drawn_and_settled(screen: Screen, tmp_path: Path) -> None:
    session = scenery.project(tmp_path / "trust", images=3)
    scenery.run(session, dict.fromkeys((1, 2, 3), TRAY))
    set_rates(session, honeypots=0.0, blind=1.0)
    remember(session, Place(Order.FOUND))
    screen.project = session.folder
    session.close()
    screen.start()
    screen.key("d", "r")
    screen.drag((40, 65), (50, 80))
    screen.key("Escape", "space", "f", "space")
    session = closed(screen)
    review = look(session, 2)
    assert review.state is ImageState.COMPLETE
    assert sorted(item.grade or "" for item in review.items) == sorted((Grade.ACCEPTED, Grade.BLIND))
    assert look(session, 3).items == (), "the next one is met, and hidden"
    session.close()


def test_a_disagreement_is_settled_for_either_side(screen: Screen, tmp_path: Path) -> None:
    """A newer run calls one object otherwise and misses another; the queue puts that image first."""
    session = scenery.project(tmp_path / "trust", images=4)
    scenery.run(session, dict.fromkeys(range(1, 5), TRAY))
    set_rates(session, honeypots=0.0, blind=0.0)
    complete(session, range(1, 4))
    (one, where, sure), *_ = TRAY
    scenery.run(session, {1: TRAY, 2: [(one % 3 + 1, where, sure), TRAY[1]], 3: TRAY, 4: TRAY}, model_id=1)
    assert len(disagreements(session, 2)) == 2
    remember(session, Place(Order.DISAGREEMENT))
    screen.project = session.folder
    session.close()
    screen.start()
    screen.key("x", "f")  # the label is right; then, the model: the other one is not there
    session = closed(screen)
    review = look(session, 2)
    assert review.state is ImageState.COMPLETE, "settled by a person: it stays complete"
    assert disagreements(session, 2) == []
    assert [item.class_id for item in review.items] == [TRAY[0][0], TRAY[1][0]]
    rows = session.project.read.rows("SELECT op, actor FROM event ORDER BY id DESC LIMIT 2")
    assert [tuple(row) for row in rows] == [("take_model", "ann"), ("keep_human", "ann")]
    session.close()
