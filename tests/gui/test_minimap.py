"""The whole picture in a corner while a part of it is on the screen: where it stands, what it shows, where it leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest

from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import ImageState
from verify_app.gui.canvas.minimap import Minimap
from verify_app.gui.canvas.seen_areas import SeenArea, SeenAreas

FOUR = [(BOLT, (5, 5, 35, 25), 0.9), (NUT, (150, 5, 190, 30), 0.9), (GEAR, (150, 70, 190, 95), 0.9)]
LEFT = Qt.MouseButton.LeftButton


def minimap(hands: Hands) -> Minimap:
    hands.page.finish()
    hands.qtbot.waitUntil(hands.page.side.isVisible)
    found = hands.page.viewing.minimap
    assert found is not None
    return found


def zoom_in(hands: Hands, by: float = 3.0) -> None:
    hands.canvas.zoom.fit_window()
    hands.canvas.zoom_by(by)


def test_it_is_there_only_while_a_part_is_seen(hands: Hands) -> None:
    found = minimap(hands)
    assert found.isHidden() and hands.canvas.zoom.cover is None
    zoom_in(hands)
    assert found.isVisible() and hands.canvas.zoom.cover == found.geometry()
    assert hands.canvas.viewport().rect().contains(found.geometry())
    hands.page.viewing.zoom("window")
    assert found.isHidden() and hands.canvas.zoom.cover is None


def test_it_can_be_switched_off_and_that_is_kept(hands: Hands) -> None:
    found = minimap(hands)
    zoom_in(hands)
    hands.window.actions_by_id["minimap"].trigger()
    assert found.isHidden() and not hands.window.settings.view.minimap
    assert not hands.window.actions_by_id["minimap"].isChecked()
    hands.window.actions_by_id["minimap"].trigger()
    assert found.isVisible() and hands.window.actions_by_id["minimap"].isChecked()


def test_a_click_and_a_drag_go_there(hands: Hands) -> None:
    found = minimap(hands)
    zoom_in(hands, 4.0)
    scale = hands.canvas.zoom.scale
    for share in (0.2, 0.7):
        at = QPoint(round(found.width() * share), round(found.height() * 0.5))
        QTest.mouseClick(found, LEFT, pos=at)
        left, _, right, _ = hands.canvas.zoom.view.rect
        width = hands.canvas.image_size[0]
        assert abs((left + right) / 2 - at.x() / found.width() * width) <= 2 / scale + 1
    assert hands.canvas.zoom.scale == scale and hands.state.selected is not None
    assert found.isVisible()


def test_the_view_is_framed_and_the_picture_is_shown(hands: Hands) -> None:
    found = minimap(hands)
    zoom_in(hands, 4.0)
    QTest.mouseClick(found, LEFT, pos=QPoint(found.width() // 4, found.height() // 2))
    seen = found._seen()
    left, top, right, bottom = hands.canvas.zoom.view.rect
    across = found.width() / hands.canvas.image_size[0]
    assert abs(seen.left() - max(left, 0) * across) < 1 and abs(seen.right() - right * across) < 1
    assert 0 <= seen.top() < seen.bottom() <= found.height() and top < bottom
    small = hands.canvas.picture.small(found.size())
    whole = hands.canvas.picture.shown[0]
    assert whole is not None
    for x, y in ((0.25, 0.25), (0.5, 0.5), (0.8, 0.6)):
        mine = small.pixelColor(int(x * small.width()), int(y * small.height()))
        level = whole.levels[0]
        there = level.pixelColor(int(x * level.width()), int(y * level.height()))
        assert abs(mine.lightness() - there.lightness()) < 90


def test_it_makes_room_for_what_is_selected(make_window: Callable[..., Hands]) -> None:
    hands = make_window({1: FOUR})
    found = minimap(hands)
    for item in hands.state.items:
        hands.state.select(item.id)
        zoom_in(hands, 2.0)
        for x, y in ((0, 0), (200, 0), (200, 100), (0, 100), (100, 50)):
            hands.canvas.zoom.center(x, y)
            found.refresh()
            place = hands.canvas.box_on_screen(item.region)
            free = [c for c in found._corners() if not place.intersects(QRectF(c))]
            if free:
                assert found.isHidden() or not place.intersects(QRectF(found.geometry()))


def test_while_drawing_it_leaves_the_corner_the_pointer_comes_to(hands: Hands) -> None:
    found = minimap(hands)
    zoom_in(hands)
    before = found.geometry()
    hands.canvas.set_tool("box")
    at = QPointF(5, 5)
    found.enterEvent(QEnterEvent(at, at, at))
    assert found.isVisible() and not found.geometry().intersects(before)


def test_what_lies_under_it_was_not_seen() -> None:
    views = SeenAreas()
    views.on_show({"a": 0, "b": 0, "c": 0}.keys())
    now = SeenArea((0, 0, 100, 100), 4.0, True, (80, 80, 100, 100))
    assert views.seen("a", (82, 82, 96, 96), now) is False
    assert views.seen("b", (70, 82, 84, 96), now) is True, "less than half is covered"
    assert views.seen("c", (10, 10, 20, 20), now) is True
    views.count(SeenArea((0, 0, 100, 100), 4.0, True))
    assert views.seen("a", (82, 82, 96, 96), now) is True, "before the minimap came"


def test_space_shows_what_only_lay_under_it(make_window: Callable[..., Hands]) -> None:
    small = [(BOLT, (100, 50, 110, 56), 0.9), (NUT, (180, 92, 184, 95), 0.9)]
    hands = make_window({1: [], 2: small})
    found = minimap(hands)
    canvas = hands.canvas
    hands.show(2)
    hands.state.select(hands.state.items[0].id)
    canvas.zoom_by(1.4)
    away = QPointF(canvas.viewport().rect().center() - found.geometry().center()) / canvas.zoom.scale
    canvas.zoom.center(182 + away.x(), 93.5 + away.y())
    found.refresh()
    assert QRectF(found.geometry()).contains(canvas.box_on_screen(Box(180, 92, 184, 95)))
    canvas.zoom.views.clear()
    canvas.zoom.views.on_show(canvas.objects.ids)
    hands.key(Qt.Key.Key_Space)
    assert hands.record(2).state is ImageState.UNREVIEWED
    assert "One object was never in view" in hands.said
    place = canvas.box_on_screen(Box(180, 92, 184, 95))
    assert found.isHidden() or not QRectF(found.geometry()).intersects(place)
    assert canvas.viewport().rect().contains(place.toAlignedRect())
    hands.key(Qt.Key.Key_Space)
    assert hands.record(2).state is ImageState.COMPLETE
