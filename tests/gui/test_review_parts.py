"""The parts of the review page alone: no window, no canvas, only what each part is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.conftest import BOLT, NUT, SAID
from verify_app.app.review import actions
from verify_app.app.review import image_view as looking
from verify_app.core.errors import UserError
from verify_app.core.records import Changes
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.gui.images.loader import stamp_of
from verify_app.gui.review.center_column import CenterColumn
from verify_app.gui.review.commands import ImageCommands, ObjectCommands, UndoCommands
from verify_app.gui.review.panel_splitter import LEFT, PanelSplitter
from verify_app.gui.review.state import ReviewState
from verify_app.gui.review.targets import ActionRunner
from verify_app.gui.shell.broadcast import Broadcast


@pytest.fixture
def state(qapp: object, tmp_path: Path) -> Iterator[ReviewState]:
    """Image 1 is under review, and its file is taken for seen."""
    session = scenery.project(tmp_path, images=3)
    scenery.run(session, SAID)
    found = ReviewState(session, Broadcast(), threshold=0.25)
    found.show_image(1)
    assert found.review is not None
    found.seen = stamp_of(found.review.file)
    yield found
    found.close()


def verified(state: ReviewState) -> list[tuple[int, Grade | None]]:
    items = looking.look(state.session, 1).items
    return [(item.class_id, item.grade) for item in items if item.state is LabelState.VERIFIED]


def test_a_refusal_is_said_and_the_image_is_looked_at_anew(qapp: object) -> None:
    said: list[tuple[str, str]] = []
    looked: list[str] = []
    told: list[Changes] = []
    broadcast = Broadcast()
    broadcast.changed.connect(told.append)
    runner = ActionRunner(broadcast, lambda *words: said.append(words), lambda: looked.append("again"))

    def refuse() -> Changes:
        raise UserError("Not like this.")

    assert runner.run(refuse) is None
    assert said == [("Not like this.", "warn")] and looked == ["again"] and not told
    on_record, on_trial = Changes(7, "accept", "ann"), Changes(0, "accept", "")
    assert runner.run(lambda: on_record) is on_record and told == [on_record] and looked == ["again"]
    assert runner.run(lambda: on_trial) is on_trial and told == [on_record], "nobody else is told of a trial"
    assert looked == ["again", "again"]


def test_objects_are_decided_on_without_a_canvas(state: ReviewState) -> None:
    images = ImageCommands(state)
    objects = ObjectCommands(state, images)
    said: list[str] = []
    state.said.connect(lambda text, _kind: said.append(text))
    objects.accept()
    assert verified(state) == [(BOLT, Grade.ACCEPTED)] and said[-1] == "Accepted: bolt."
    assert state.item is not None and state.item.class_id == NUT, "on to the next"
    objects.reclass(BOLT)
    assert sorted(verified(state)) == [(BOLT, Grade.ACCEPTED), (BOLT, Grade.CORRECTED)]
    UndoCommands(state).undo()
    assert verified(state) == [(BOLT, Grade.ACCEPTED)] and said[-1].startswith("Undone")


def test_nothing_is_decided_on_what_was_not_seen(state: ReviewState) -> None:
    state.seen = None
    ObjectCommands(state, ImageCommands(state)).accept()
    assert verified(state) == []


def test_keys_of_the_grid_leave_the_image_where_it_is(state: ReviewState) -> None:
    actions.accept(state.session, 1, state.items[0].id)
    state.show_image(2)
    UndoCommands(state).undo_crops()
    assert verified(state) == [] and state.review is not None and state.review.id == 2


def test_a_panel_that_was_put_away_stays_away(qtbot: QtBot) -> None:
    splitter = PanelSplitter(QWidget())
    qtbot.addWidget(splitter)
    splitter.resize(1000, 400)
    splitter.show()
    splitter.toggle(LEFT)
    kept = splitter.state_to_keep()
    again = PanelSplitter(QWidget())
    qtbot.addWidget(again)
    again.resize(1000, 400)
    again.show()
    again.restoreState(kept)
    left, right = QWidget(), QWidget()
    assert again.place_panels(left, right) == (False, True)
    assert not left.isVisible() and right.isVisible()
    again.toggle(LEFT)
    assert left.isVisible() and again.sizes()[LEFT] > 0


def test_what_speaks_of_the_image_is_not_there_while_crops_are(qtbot: QtBot) -> None:
    header, canvas, message, bar, grid = (QWidget() for _ in range(5))
    column = CenterColumn(header, canvas, message)
    qtbot.addWidget(column)
    column.add_under(bar)
    column.show()
    assert bar.isVisible()
    column.show_grid(grid)
    qtbot.waitUntil(grid.isVisible)
    assert [w.isVisible() for w in (header, canvas, bar, grid, message)] == [False, False, False, True, True]
    column.remove_grid()
    assert [w.isVisible() for w in (header, canvas, bar, message)] == [True] * 4
