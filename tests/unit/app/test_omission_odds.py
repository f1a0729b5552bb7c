"""Which hidden proposals Space shows: by what complete images tell of the model; the margin while little is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.review.omission_odds import WORTH, chances, least_chance, omissions, set_least_chance
from verify_app.app.session import Session
from verify_app.core.errors import UsageError
from verify_app.core.geometry import Box
from verify_app.core.omission_odds import Cell, Count, Sight
from verify_app.storage.summaries import omission_odds

SHOWN, HIDDEN = (10, 10, 50, 50), (100, 10, 140, 50)
LAST = 40


def session_of(folder: Path, *, right: int, conf: float = 0.18) -> Session:
    """Images with a clear and a hidden proposal each; on the first `right` of them a person draws the hidden one."""
    session = scenery.project(folder, images=LAST)
    scenery.run(session, {i: [(1, SHOWN, 0.9), (2, HIDDEN, conf)] for i in range(1, LAST + 1)})
    for image_id in range(1, LAST):
        if image_id <= right:
            actions.draw(session, image_id, (2, Box(*HIDDEN)))
        actions.complete(session, look(session, image_id), 0.25)
    return session


@pytest.mark.parametrize(("right", "shown"), [(0, []), (5, []), (30, ["P80"])])
def test_what_was_seldom_right_is_not_shown(tmp_path: Path, right: int, shown: list[str]) -> None:
    session = session_of(tmp_path, right=right)
    assert [i.id for i in omissions(session, look(session, LAST), 0.25)] == shown
    assert list(session.project.problems()) == []
    set_least_chance(session, 0.01)
    assert [i.id for i in omissions(session, look(session, LAST), 0.25)] == ["P80"]
    set_least_chance(session, 1.0)
    assert omissions(session, look(session, LAST), 0.25) == ()


def test_far_under_the_slider_is_shown_where_it_is_mostly_right(tmp_path: Path) -> None:
    session = session_of(tmp_path, right=38, conf=0.06)
    assert [i.id for i in omissions(session, look(session, LAST), 0.25)] == ["P80"]


def test_the_margin_holds_while_little_is_known(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(1, SHOWN, 0.9), (2, HIDDEN, 0.18), (2, (60, 60, 90, 90), 0.06)]})
    assert [i.id for i in omissions(session, look(session, 1), 0.25)] == ["P2"]


def test_undo_takes_back_what_an_image_tells(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    twin, far = (1, (12, 10, 52, 50), 0.2), (3, (60, 60, 90, 90), 0.1)
    scenery.run(session, {1: [(1, SHOWN, 0.9), twin, (2, HIDDEN, 0.18), far]})
    read, told = session.project.read, {Cell(Sight.OVER, 1, 4): Count(1, 1), Cell(Sight.HIDDEN, 2, 3): Count(1, 1)}
    told[Cell(Sight.HIDDEN, 3, 2)] = Count(1, 0)
    actions.accept(session, 1, "P3")  # it was pointed out
    actions.complete(session, look(session, 1), 0.25)
    assert omission_odds.of_model(read, 1) == told
    actions.undo(session)
    assert omission_odds.of_model(read, 1) == {}
    actions.redo(session)
    assert omission_odds.of_model(read, 1) == told
    assert list(session.project.problems()) == []


def test_an_image_that_was_drawn_tells_apart_from_the_others(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(*SHOWN)))
    actions.complete(session, look(session, 1), 0.25)
    scenery.run(session, {1: [(1, SHOWN, 0.9), (2, HIDDEN, 0.18)]})
    assert omission_odds.of_model(session.project.read, 1) == {
        Cell(Sight.APART, 1, 18): Count(1, 1),
        Cell(Sight.APART, 2, 3): Count(1, 0),
    }


def test_a_forged_count_is_found(tmp_path: Path) -> None:
    session = session_of(tmp_path, right=0)
    connection = session.project.read.connection
    connection.execute("UPDATE odds SET right = right + 1")
    assert [p for p in session.project.problems() if "models said" in p]
    cells = json.dumps([["hidden", 2, 3, 1, 1]])
    connection.execute("UPDATE image_odds SET cells = ? WHERE key = 1", (cells,))
    assert [p for p in session.project.problems() if "image 1 tells" in p]


def test_chances() -> None:
    assert chances({Cell(Sight.HIDDEN, 1, 3): Count(WORTH - 1, 9)}) is None
    sighted = {Cell(Sight.HIDDEN, 1, 3): Count(300, 0), Cell(Sight.HIDDEN, 2, 3): Count(300, 150)}
    of = chances(sighted)
    assert of is not None
    assert of(1, 0.17) < 0.05 < 0.2 < of(3, 0.17) < 0.3 < 0.45 < of(2, 0.17) < 0.5
    assert of(1, 0.05) == pytest.approx(0.05), "of a band nobody has seen the model's own word is all there is"
    # what people overlooked because it was hidden is put right by what was drawn without help
    drawn = chances({**sighted, Cell(Sight.APART, 1, 3): Count(100, 80)})
    assert drawn is not None and drawn(1, 0.17) > 0.6
    # what lies over a surer one says that the model is known, and nothing else
    over = chances({Cell(Sight.OVER, 1, 3): Count(300, 300)})
    assert over is not None and over(1, 0.17) == pytest.approx(0.17)


def test_no_chance_above_one(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    assert least_chance(session) == 0.30
    with pytest.raises(UsageError, match="choose one from 0 to 1"):
        set_least_chance(session, 1.5)
