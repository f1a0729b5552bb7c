"""Nobody decides on what was never in view: Space, accept and reject, in the real window."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests import scenery
from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Door, Grade, ImageState, LabelState
from verify_app.gui.canvas.seen_areas import LEAST, SeenArea, SeenAreas
from verify_app.gui.canvas.zoom import ROUND

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FOUR = [(BOLT, (5, 5, 35, 25), 0.9), (NUT, (150, 5, 190, 30), 0.9), (GEAR, (150, 70, 190, 95), 0.9)]


def detail(hands: Hands, op: str = "complete") -> dict[str, int]:
    rows = hands.state.session.project.read.rows("SELECT detail FROM event WHERE op = ? ORDER BY id DESC LIMIT 1", op)
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
    hands.page.viewing.set_view(hands.page.viewing.view.__class__(keep_zoom=True))
    hands.canvas.zoom.to_box(Box(10, 5, 30, 25))
    hands.state.show_image(2)
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
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
    away.page.presenter._source = "elsewhere"
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


def test_space_shows_first_what_was_pasted_out_of_view(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: FOUR, 2: []})
    settled(hands)
    hands.state.select_many([item.id for item in hands.state.items])
    hands.key("c", CTRL)
    look_away(hands)
    hands.key("v", CTRL)
    assert {item.grade for item in hands.record(2).items} == {Grade.CORRECTED}
    hands.canvas.zoom.to_box(Box(10, 5, 30, 25))
    hands.key(Qt.Key.Key_Space)
    assert hands.record(2).state is ImageState.IN_PROGRESS
    assert "never in view" in hands.said
    hands.key(Qt.Key.Key_Space)
    assert hands.record(2).state is ImageState.COMPLETE


@pytest.mark.parametrize("box", [(5, 5, 35, 25), (150, 70, 195, 98), (5, 5, 190, 95), (90, 5, 110, 15)])
def test_what_is_brought_into_view_lies_beside_no_empty_ground(hands: Hands, box: tuple[float, ...]) -> None:
    settled(hands)
    zoom = hands.canvas.zoom
    zoom.show(Box(*box))
    assert whole(hands, box)
    left, top, right, bottom = zoom.view.rect
    width, height = hands.canvas.image_size
    beside = (ROUND + 2) / zoom.scale
    for before, after in ((-left, right - width), (-top, bottom - height)):
        assert max(before, after) <= beside or abs(before - after) <= 2 / zoom.scale, "or all of it, in the middle"


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
    hands.state.set_threshold(0.5)
    hands.show(1)
    rest(hands)
    hands.canvas.zoom.to_box(Box(10, 10, 50, 40))
    rest(hands)
    hands.state.set_threshold(0.25)
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
    item = hands.state.item
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
    assert hands.state.item is not None and hands.state.item.class_id == GEAR
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
    tiny.qtbot.waitUntil(lambda: tiny.state.in_view is not None and tiny.state.in_view.small == 3)
    assert "3 objects are smaller than 6 pixels" in tiny.page.message.aside and "Z shows" in tiny.page.message.aside
    tiny.key(Qt.Key.Key_Space)
    assert tiny.record(1).state is ImageState.COMPLETE
    assert detail(tiny) == {"unseen_small": 3}
    assert "Smaller than 6 pixels on the screen: 3" in tiny.said


def test_z_shows_the_small_ones_one_after_the_other(tiny: Hands) -> None:
    places = []
    for _ in range(3):
        tiny.key("z")
        item = tiny.state.item
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
    assert tiny.state.chosen
    tiny.key("z")
    assert tiny.state.item is not None and tiny.state.item.class_id == BOLT and whole(tiny, (100, 100, 400, 400))
    tiny.key("z")
    assert tiny.state.item.class_id == NUT, "then the small ones"


def test_small_ones_far_apart_outside_the_view_are_shown_part_by_part(tiny: Hands) -> None:
    tiny.page.viewing.set_view(tiny.page.viewing.view.__class__(keep_zoom=True))
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


# --- what is there besides proposals ----------------------------------------------------------------------------------


def test_what_was_only_attested_is_looked_at_before_space_says_so(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: FOUR, 2: FOUR, 3: FOUR})
    settled(hands)
    word = Session(hands.state.session.project, Actor("cem", door=Door.DECIDE))
    actions.complete(word, hands.record(2), 0.0)
    look_away(hands)
    hands.key(Qt.Key.Key_Space)
    assert {item.grade for item in hands.record(2).items} == {Grade.ATTESTED}
    assert "2 objects were never in view" in hands.said and whole(hands, FOUR[1][1], FOUR[2][1])
    hands.key(Qt.Key.Key_Space)
    assert {(item.grade, item.door) for item in hands.record(2).items} == {(Grade.ACCEPTED, Door.WINDOW)}


@pytest.mark.parametrize("key", [(Qt.Key.Key_Space, SHIFT), ("f",), ("x",), ("3",)])
def test_nothing_is_decided_while_it_is_not_drawn(hands: Hands, key: tuple[Qt.Key]) -> None:
    for hide in (
        lambda: hands.canvas.show_labels(False),
        lambda: hands.state.sight.toggle(BOLT),
    ):
        hide()
        before = hands.record(1).items
        hands.key(*key)
        assert hands.record(1).items == before and "in view" in hands.said
        assert hands.canvas.labels_shown and not hands.canvas.hides, "now it is"
    hands.key(*key)
    assert hands.record(1).items != before


@pytest.fixture
def drawn(make_window: Callable[..., Hands]) -> Hands:
    """Image 2 is blind, and comes up after the first."""
    hands = make_window({1: FOUR, 2: FOUR, 3: FOUR})
    settled(hands)
    set_rates(hands.state.session, honeypots=0.0, blind=1.0)
    hands.key("D")
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    assert hands.state.review is not None and hands.state.review.id == 2 and hands.state.items == []
    return hands


def test_on_a_blind_image_what_differs_is_looked_at_before_one_key_settles_it(drawn: Hands) -> None:
    class_id, box, _ = FOUR[0]
    drawn.page.objects._add([(class_id, Box(*box))])
    drawn.canvas.zoom.to_box(Box(10, 5, 30, 25))
    drawn.key(Qt.Key.Key_Space)
    assert drawn.page.state.trials is not None
    settling = drawn.page.state.trials.disagreements
    assert len(settling.open) == 2 and len(drawn.canvas.overlay.ghosts) == 2, "all of them are drawn"
    drawn.canvas.zoom.to_box(Box(10, 5, 30, 25))
    drawn.key(Qt.Key.Key_Space)
    assert len(settling.open) == 2 and drawn.record(2).state is ImageState.IN_PROGRESS
    assert "2 objects were never in view" in drawn.said and "Space again" in drawn.said
    assert whole(drawn, FOUR[1][1], FOUR[2][1])
    drawn.key(Qt.Key.Key_Space)
    assert drawn.record(2).state is ImageState.COMPLETE, drawn.said


def test_on_a_fitted_blind_image_one_space_settles(drawn: Hands) -> None:
    class_id, box, _ = FOUR[0]
    drawn.page.objects._add([(class_id, Box(*box))])
    drawn.key(Qt.Key.Key_Space)
    drawn.canvas.zoom.fit_window()
    drawn.key(Qt.Key.Key_Space)
    assert drawn.record(2).state is ImageState.COMPLETE, drawn.said


def test_on_a_honeypot_nothing_is_answered_about_what_was_never_in_view(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: FOUR, 2: FOUR, 3: FOUR})
    settled(hands)
    actions.complete(Session(hands.state.session.project, Actor("bob")), hands.record(3), 0.0)
    set_rates(hands.state.session, honeypots=1.0, blind=0.0)
    hands.page.viewing.set_view(hands.page.viewing.view.__class__(keep_zoom=True))
    hands.canvas.zoom.to_box(Box(10, 5, 30, 25))
    hands.key("D")
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    trial = hands.state.trial
    assert trial is not None and not hands.canvas.zoom.fitting
    hands.key(Qt.Key.Key_Space)
    assert trial.outcome is None and "never in view" in hands.said
    hands.key(Qt.Key.Key_Space)
    assert trial.outcome is not None


# --- the record of views ----------------------------------------------------------------------------------------------


def rested(views: SeenAreas, view: SeenArea) -> None:
    views.note(view)
    views._since -= 1.0


def test_views() -> None:
    views, box = SeenAreas(), (100.0, 100.0, 110.0, 110.0)
    far, near = SeenArea((0, 0, 1000, 1000), 0.5, False), SeenArea((500, 500, 600, 600), 5.0, True)
    views.on_show(dict.fromkeys(["P1"]).keys())
    assert views.seen("P1", box, far) is None, "five pixels"
    assert views.seen("P1", box, near) is False
    rested(views, SeenArea((90, 90, 120, 120), 20.0, True))
    views.note(near)
    assert views.seen("P1", box, near) is True
    views.on_show({"P1": 1, "P2": 2}.keys())
    assert views.seen("P2", box, near) is False, "it was not there then"
    rested(views, far)
    assert views.seen("P2", box, far) is None
    views.note(SeenArea((95, 95, 106, 120), 20.0, True))
    views.note(near)
    assert views.seen("P2", box, near) is None, "a moment is not a look"
    rested(views, SeenArea((95, 95, 106, 120), 20.0, True))
    rested(views, SeenArea((104, 95, 130, 120), 20.0, True))
    views.note(near)
    assert views.seen("P2", box, near) is True, "bit by bit"
    views.clear()
    assert views.seen("P1", box, near) is False


def test_a_long_look_round_keeps_the_newest_views(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify_app.gui.canvas.seen_areas.MOST", 5)
    views, far = SeenAreas(), SeenArea((5000, 5000, 5001, 5001), 1.0, True)
    views.on_show({"P1": 1}.keys())
    for step in range(20):
        rested(views, SeenArea((step * 10, 0, step * 10 + 10, 10), 1.0, True))
    views.note(far)
    assert len(views._past) == 5
    assert views.seen("P1", (152, 1, 158, 8), far) is True
    assert views.seen("P1", (12, 1, 18, 8), far) is False
    views.on_show({"P1": 1, "P2": 2}.keys())
    assert views.seen("P2", (152, 1, 158, 8), far) is False
