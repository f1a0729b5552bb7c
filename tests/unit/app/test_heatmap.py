"""The omission sweep: where on an image objects are usual in its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.files import add_images
from verify_app.app.review import actions
from verify_app.app.review.heatmap import GRID, Sweep
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Origin

CORNER, MIDDLE = (1, (2, 2, 22, 12), 0.9), (2, (90, 45, 110, 60), 0.9)
"""In the first cell, and in that of row 4, column 4, on 200 x 100 pixels."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Six images with an object in the corner, five of them with one in the middle; one that nobody looked at."""
    made = scenery.project(tmp_path, images=7)
    scenery.run(made, {i: [CORNER, MIDDLE] for i in range(1, 6)} | {6: [CORNER, (2, (90, 45, 110, 60), 0.1)]})
    scenery.picture(tmp_path / "other" / "x.png", 200)
    add_images(made, [tmp_path / "other"], Origin.REAL)
    return made


def test_the_heat_shows_where_something_is_usual_and_absent(session: Session) -> None:
    heat = Sweep(session, 1).heat(6)
    middle = 4 * GRID + 4
    assert heat.found[0] == 1 and sum(heat.found) == 1
    assert {cell: value for cell, value in enumerate(heat.expected) if value} == {0: 1.0, middle: 1.0}
    assert {cell: value for cell, value in enumerate(heat.rare) if value} == {middle: 1.0}
    assert len(heat.expected) == len(heat.found) == len(heat.rare) == GRID * GRID


def test_an_image_is_compared_with_the_others_only(session: Session) -> None:
    heat = Sweep(session, 1).heat(1)
    assert heat.expected[4 * GRID + 4] == pytest.approx(4 / 5)
    assert not any(heat.rare)


def test_labels_count(session: Session) -> None:
    actions.draw(session, 6, (3, Box(150, 80, 190, 99)))
    actions.complete(session, look(session, 6), 0.25)
    assert sum(Sweep(session, 1).heat(6).found) == 2


def test_a_source_without_predictions_has_nothing_to_compare(session: Session) -> None:
    assert not any(Sweep(session, 2).heat(8).rare)


def test_few_images_tell_nothing_and_places_may_be_given(session: Session) -> None:
    heat = Sweep(session, 1).heat(6, [(0.5, 0.5), (0.99, 1.0)])
    assert (heat.others, heat.tells) == (5, False)
    assert (heat.found[4 * GRID + 4], heat.found[-1], sum(heat.found)) == (1, 1, 2)
    assert {cell for cell, value in enumerate(heat.rare) if value} == {0}


def test_gathering_in_slices_is_the_same(session: Session) -> None:
    sliced = Sweep(session, 1)
    assert len(list(sliced.gather())) == 1
    assert sliced.heat(6) == Sweep(session, 1).heat(6)
