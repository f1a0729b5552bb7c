"""Nobody decides on what was never in view: Space, accept and reject, in the real window."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests import scenery
from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import ImageState, LabelState
from verify_app.gui.canvas.views import LEAST, View, Views

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FOUR = [(BOLT, (5, 5, 35, 25), 0.9), (NUT, (150, 5, 190, 30), 0.9), (GEAR, (150, 70, 190, 95), 0.9)]


def detail(hands: Hands, op: str = "complete") -> dict[str, int]:
    rows = hands.desk.session.project.read.rows("SELECT detail FROM event WHERE op = ? ORDER BY id DESC LIMIT 1", op)
    return {k: v for k, v in json.loads(rows[0][0]).items() if k.startswith("unseen")}


def whole(hands: Hands, *boxes: tuple[float, ...]) -> bool:
    """Whether all of these boxes are on the screen."""
    port = hands.canvas.viewport().rect()
    return all(port.contains(hands.canvas.box_on_screen(Box(*box)).toAlignedRect()) for box in boxes)


def settled(hands: Hands) -> None:
    """The panels are in their places: the canvas keeps its size from here on."""
    hands.page.finish()
    hands.qtbot.waitUntil(hands.page.side.isVisible)
    rest(hands)


def rest(hands: Hands) -> None:
    """The view is painted and stays for a while."""
    zoom = hands.canvas.zoom
    hands.canvas.viewport().update()
    hands.qtbot.waitUntil(lambda: zoom.views._now == zoom.view)
    hands.qtbot.wait(100)


def look_away(hands: Hands) -> None:
    """As with the setting that keeps the zoom: the image comes up with a part of it in view."""
    hands.page.set_view(hands.page.view.__class__(keep_zoom=True))
    hands.canvas.zoom.to_box(Box(10, 5, 30, 25))
    hands.desk.show_image(2)
    hands.qtbot.waitUntil(lambda: bool(hands.desk.seen))
    assert not hands.canvas.zoom.fitting


@pytest.fixture
def away(make_window: Callable[..., Hands]) -> Hands:
    hands = make_window({1: FOUR, 2: FOUR, 3: FOUR})
    settled(hands)
    look_away(hands)
    return hands


def test_every_image_opens_fitted(hands: Hands) -> None:
    hands.canvas.zoom.to_box(Box(10, 5, 30, 25))
    hands.show(2)
    assert hands.canvas.zoom.fitting == "window" and whole(hands, (0, 0, 200, 100))


def test_the_zoom_is_kept_within_a_source_only(away: Hands) -> None:
    before = away.canvas.viewportTransform()
    away.show(3)
    assert away.canvas.viewportTransform() == before
    away.page.showing._source = "elsewhere"
    away.show(1)
    assert away.canvas.zoom.fitting == "window"


def test_space_on_a_fitted_image_needs_no_second(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.COMPLETE and detail(hands) == {}


def test_space_shows_first_what_was_never_in_view(away: Hands) -> None:
    away.key(Qt.Key.Key_Space)
    assert away.record(2).state is ImageState.UNREVIEWED
    assert "2 objects were never in view" in away.said and "Space again" in away.said
    assert whole(away, FOUR[1][1], FOUR[2][1])
    assert not whole(away, FOUR[0][1]), "the smallest view that holds them"
    away.key(Qt.Key.Key_Space)
    assert away.record(2).state is ImageState.COMPLETE
    assert detail(away) == {"unseen_outside": 2}


def test_what_the_person_looked_at_meanwhile_is_not_shown_again(away: Hands) -> None:
    rest(away)
    away.canvas.zoom.fit_window()
    rest(away)
    away.canvas.zoom.to_box(Box(10, 5, 30, 25))
    rest(away)
    away.key(Qt.Key.Key_Space)
    assert away.record(2).state is ImageState.COMPLETE and detail(away) == {}


def test_what_comes_up_later_counts_from_then_on(hands: Hands) -> None:
    """Looked at in full, then from near; then the slider shows more, of which nothing is in view."""
    hands.desk.set_threshold(0.5)
    hands.show(1)
    rest(hands)
    hands.canvas.zoom.to_box(Box(10, 10, 50, 40))
    rest(hands)
    hands.desk.set_threshold(0.25)
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.UNREVIEWED
    assert "One object was never in view" in hands.said and whole(hands, (140, 50, 180, 90))


def test_empty_rejects_nothing_unseen(away: Hands) -> None:
    away.key(Qt.Key.Key_Space, SHIFT)
    assert away.record(2).state is ImageState.UNREVIEWED
    assert "never in view" in away.said and "Shift+Space again" in away.said
    away.key(Qt.Key.Key_Space, SHIFT)
    assert away.record(2).state is ImageState.COMPLETE_EMPTY
    assert detail(away, "empty") == {"unseen_outside": 2}


@pytest.mark.parametrize("key", ["f", "x", "3"])
def test_a_key_decides_on_nothing_that_is_not_in_view(hands: Hands, key: str) -> None:
    hands.canvas.zoom.to_box(Box(140, 50, 180, 90))
    item = hands.desk.item
    assert item is not None and item.class_id == BOLT and not whole(hands, (10, 10, 50, 40))
    before = hands.record(1).items
    hands.key(key)
    assert hands.record(1).items == before
    assert "not in view" in hands.said and whole(hands, (10, 10, 50, 40))
    hands.key(key)
    assert hands.record(1).items != before


def test_what_tab_and_the_keys_select_comes_into_view(hands: Hands) -> None:
    hands.canvas.zoom.to_box(Box(10, 10, 50, 40))
    scale = hands.canvas.zoom.scale
    hands.key(Qt.Key.Key_Tab)
    assert whole(hands, (80, 20, 120, 60)) and hands.canvas.zoom.scale == scale
    hands.key("f")
    assert hands.desk.item is not None and hands.desk.item.class_id == GEAR
    assert whole(hands, (140, 50, 180, 90))
    hands.key("f")
    assert sum(item.state is LabelState.VERIFIED for item in hands.record(1).items) == 2


def test_all_selected_are_brought_into_view_before_one_key_decides(away: Hands) -> None:
    away.key(Qt.Key.Key_A, CTRL)
    away.canvas.zoom.to_box(Box(10, 5, 30, 25))
    away.key("x")
    assert away.record(2).state is ImageState.UNREVIEWED
    assert "never in view" in away.said and whole(away, FOUR[1][1], FOUR[2][1])
    away.key("x")
    assert away.record(2).state is ImageState.IN_PROGRESS


# --- what is too small ------------------------------------------------------------------------------------------------

WIDE = (3000, 2000)
TINY = [(BOLT, (100, 100, 400, 400), 0.9)] + [
    (NUT, (x, 1000, x + 12, 1010), 0.9) for x in (200, 1500, 2900)
]  # at a third of the size, four pixels each


@pytest.fixture
def tiny(make_window: Callable[..., Hands], monkeypatch: pytest.MonkeyPatch) -> Hands:
    monkeypatch.setattr(scenery, "SIZE", WIDE)
    monkeypatch.setattr(scenery.picture, "__defaults__", (0, WIDE))
    hands = make_window({1: TINY, 2: TINY, 3: [(BOLT, (100, 100, 102, 102), 0.9)]})
    settled(hands)
    assert 12 * hands.canvas.zoom.scale < LEAST
    return hands


def test_small_ones_stop_nobody_and_are_counted(tiny: Hands) -> None:
    tiny.qtbot.waitUntil(lambda: tiny.desk.in_view is not None and tiny.desk.in_view.small == 3)
    assert "3 objects are smaller than 6 pixels" in tiny.page.message.aside and "Z shows" in tiny.page.message.aside
    tiny.key(Qt.Key.Key_Space)
    assert tiny.record(1).state is ImageState.COMPLETE
    assert detail(tiny) == {"unseen_small": 3}
    assert "Smaller than 6 pixels on the screen: 3" in tiny.said


def test_z_shows_the_small_ones_one_after_the_other(tiny: Hands) -> None:
    places = []
    for _ in range(3):
        tiny.key("z")
        item = tiny.desk.item
        assert item is not None and item.class_id == NUT
        assert item.region.bounds.width * tiny.canvas.zoom.scale > LEAST
        places.append(item.region.bounds.x1)
        rest(tiny)
    assert places == [200, 1500, 2900]
    tiny.key(Qt.Key.Key_Space)
    assert tiny.record(1).state is ImageState.COMPLETE, tiny.said
    assert detail(tiny) == {}


def test_z_blows_up_what_was_picked_by_hand(tiny: Hands) -> None:
    tiny.key(Qt.Key.Key_Tab)
    tiny.key(Qt.Key.Key_Backtab, SHIFT)
    assert tiny.desk.chosen and tiny.desk.selected
    tiny.key("z")
    assert tiny.desk.item is not None and tiny.desk.item.class_id == BOLT and whole(tiny, (100, 100, 400, 400))
    tiny.key("z")
    assert tiny.desk.item.class_id == NUT, "then the small ones"


def test_small_ones_far_apart_outside_the_view_are_shown_part_by_part(tiny: Hands) -> None:
    tiny.page.set_view(tiny.page.view.__class__(keep_zoom=True))
    tiny.canvas.zoom.to_box(Box(100, 100, 400, 400))
    tiny.show(2)
    shown: list[float] = []
    for _ in range(6):
        tiny.key(Qt.Key.Key_Space)
        if tiny.record(2).state is ImageState.COMPLETE:
            break
        assert "never in view" in tiny.said
        shown += [box[0] for _, box, _ in TINY[1:] if whole(tiny, box)]
    assert tiny.record(2).state is ImageState.COMPLETE
    assert sorted(set(shown)) == [200, 1500, 2900], "each was there, large enough to be made out"
    assert detail(tiny) == {"unseen_outside": 3}


# --- the record of views ----------------------------------------------------------------------------------------------


def rested(views: Views, view: View) -> None:
    views.note(view)
    views._since -= 1.0


def test_views() -> None:
    views, box = Views(), (100.0, 100.0, 110.0, 110.0)
    far, near = View((0, 0, 1000, 1000), 0.5, False), View((500, 500, 600, 600), 5.0, True)
    views.on_show(dict.fromkeys(["P1"]).keys())
    assert views.seen("P1", box, far) is None, "five pixels"
    assert views.seen("P1", box, near) is False
    rested(views, View((90, 90, 120, 120), 20.0, True))
    views.note(near)
    assert views.seen("P1", box, near) is True
    views.on_show({"P1": 1, "P2": 2}.keys())
    assert views.seen("P2", box, near) is False, "it was not there then"
    rested(views, far)
    assert views.seen("P2", box, far) is None
    views.note(View((95, 95, 106, 120), 20.0, True))
    views.note(near)
    assert views.seen("P2", box, near) is None, "a moment is not a look"
    rested(views, View((95, 95, 106, 120), 20.0, True))
    rested(views, View((104, 95, 130, 120), 20.0, True))
    views.note(near)
    assert views.seen("P2", box, near) is True, "bit by bit"
    views.clear()
    assert views.seen("P1", box, near) is False


def test_a_long_look_round_keeps_the_newest_views(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify_app.gui.canvas.views.MOST", 5)
    views, far = Views(), View((5000, 5000, 5001, 5001), 1.0, True)
    views.on_show({"P1": 1}.keys())
    for step in range(20):
        rested(views, View((step * 10, 0, step * 10 + 10, 10), 1.0, True))
    views.note(far)
    assert len(views._past) == 5
    assert views.seen("P1", (152, 1, 158, 8), far) is True
    assert views.seen("P1", (12, 1, 18, 8), far) is False
    views.on_show({"P1": 1, "P2": 2}.keys())
    assert views.seen("P2", (152, 1, 158, 8), far) is False
