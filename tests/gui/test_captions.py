"""Where captions go: none on another, every one of a few, the surest of many, and none jumps without need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.caption_scenes import scene
from tests.gui.canvas_bench import Board
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.canvas import captions
from verify_app.gui.canvas.caption_layout import Caption, CaptionLayout
from verify_app.gui.canvas.captions import FAR, FEW, HEIGHT, Spot, Wish
from verify_app.gui.canvas.label_style import Look

SIZE = (1000.0, 800.0)
ANYWHERE = st.floats(0.0, 980.0)
LENGTH = st.floats(1.0, 300.0)
WIDTHS = st.lists(st.integers(12, 370), min_size=1, max_size=3, unique=True)


@st.composite
def wishes(draw: st.DrawFn, most: int) -> list[Wish]:
    found = []
    for number in range(draw(st.integers(1, most))):
        x, y = draw(ANYWHERE), min(draw(ANYWHERE), 790.0)
        box = x, y, min(x + draw(LENGTH), SIZE[0]), min(y + draw(LENGTH), SIZE[1])
        widths = tuple(float(w) for w in sorted(draw(WIDTHS), reverse=True))
        found.append(Wish(str(number), box, widths, draw(st.booleans())))
    return found


def rects(
    found: dict[str, Spot], all_: list[Wish], scale: float, shift: tuple[float, float] = (0.0, 0.0)
) -> list[QRectF]:
    """On the screen, at whole pixels as they are drawn."""
    widths = {wish.key: wish.widths for wish in all_}
    return [
        QRectF(round(p.x * scale + shift[0]) + p.dx, round(p.y * scale + shift[1]) + p.dy, widths[k][p.form], HEIGHT)
        for k, p in found.items()
    ]


def overlaps(placed: list[QRectF]) -> int:
    return sum(one.intersects(other) for n, one in enumerate(placed) for other in placed[n + 1 :])


@given(wishes(60), st.floats(0.05, 20.0), st.floats(1.0, 8.0), st.floats(-900.0, 900.0))
def test_none_lies_on_another_at_its_zoom_and_all_larger_ones(
    all_: list[Wish], scale: float, larger: float, shift: float
) -> None:
    found = captions.place(all_, scale, SIZE, {}, few=False)
    assert overlaps(rects(found, all_, scale, (shift, -shift))) == 0
    assert overlaps(rects(found, all_, scale * larger, (shift, -shift))) == 0


@given(wishes(FEW), st.floats(0.05, 20.0))
def test_of_a_few_every_caption_is_shown(all_: list[Wish], scale: float) -> None:
    found = captions.place(all_, scale, SIZE, {}, few=True)
    assert found.keys() == {wish.key for wish in all_}
    assert overlaps(rects(found, all_, scale)) == 0


def test_of_a_few_on_one_spot_every_caption_is_shown() -> None:
    all_ = [Wish(str(n), (500.0, 400.0, 520.0, 420.0), (110.0, 44.0)) for n in range(FEW)]
    found = captions.place(all_, 1.0, SIZE, {}, few=True)
    assert len(found) == FEW and overlaps(rects(found, all_, 1.0)) == 0
    assert sum(place.slot == FAR for place in found.values()) > 20


@given(wishes(60), st.floats(0.05, 20.0))
def test_what_is_hidden_is_less_sure_than_all_in_its_way(all_: list[Wish], scale: float) -> None:
    found = captions.place(all_, scale, SIZE, {}, few=False)
    for number, wish in enumerate(all_):
        surer = captions.place(all_[: number + 1], scale, SIZE, {}, few=False)
        assert (wish.key in surer) == (wish.key in found)  # what comes after it takes nothing from it


@given(wishes(60), st.floats(0.05, 20.0))
def test_the_same_objects_are_captioned_the_same(all_: list[Wish], scale: float) -> None:
    found = captions.place(all_, scale, SIZE, {}, few=False)
    assert captions.place(all_, scale, SIZE, {}, few=False) == found
    assert captions.place(all_, scale, SIZE, found, few=False) == found, "where they stand they stay"


def test_a_caption_stays_where_it_is_though_its_usual_place_is_free_again() -> None:
    sure, other = Wish("0", (100, 100, 200, 200), (80,)), Wish("1", (105, 100, 200, 200), (80,))
    both = captions.place([sure, other], 1.0, SIZE, {}, few=True)
    assert both["1"].slot != 0
    assert captions.place([other], 1.0, SIZE, both, few=True)["1"] == both["1"]
    assert captions.place([other], 1.0, SIZE, {}, few=True)["1"].slot == 0


def test_at_the_upper_edge_of_the_picture_it_stands_inside_when_nothing_else_is_free() -> None:
    wide = Wish("0", (0, 0, 1000, 800), (80,))
    assert captions.place([wide], 1.0, SIZE, {}, few=False)["0"].dy == 0.0


def test_small_steps_of_the_zoom_change_nothing() -> None:
    assert captions.step_of(1.0, few=False) == captions.step_of(1.03, few=False) < captions.step_of(1.07, few=False)
    assert captions.step_of(1.05, few=True) == 1.05


# --- on the canvas ----------------------------------------------------------------------------------------


def shown(board: Board) -> dict[str, QRectF]:
    canvas = board.canvas
    found = canvas.labels.captions.shown(canvas.viewportTransform(), QRectF(canvas.viewport().rect()))
    return {key: caption.rect for key, caption in found.items()}


@pytest.mark.parametrize("seed", range(3))
def test_a_crowd_on_the_canvas(qtbot: QtBot, seed: int) -> None:
    board = Board(qtbot, Task.DETECT, scene(seed, (400, 300)), zoom=2.0)
    for factor, dx, dy in ((1.0, 0, 0), (1.1, 3, -40), (1.3, 90, 7), (0.7, -5, 5), (3.0, 60, 60)):
        board.canvas.zoom.by(factor)
        board.canvas.zoom.pan(dx, dy)
        QApplication.processEvents()
        found = list(shown(board).values())
        assert len(found) > 20 and overlaps(found) == 0


def test_what_is_selected_is_captioned_in_full_and_nothing_lies_under_that(qtbot: QtBot) -> None:
    items = scene(5, (400, 300))
    board = Board(qtbot, Task.DETECT, items, zoom=2.0)
    hidden = [item.id for item in items if item.id not in shown(board)]
    assert len(hidden) > 20
    canvas = board.canvas
    for key in hidden[:10]:
        canvas.set_items(items, selected=key)
        at = canvas.viewportTransform(), QRectF(canvas.viewport().rect())
        front = canvas.labels.captions.front(canvas.objects.looks[key], *at)
        assert front.form == 0 and not any(front.rect.intersects(rect) for rect in shown(board).values())


def test_what_the_pointer_rests_on_is_captioned_in_full(qtbot: QtBot) -> None:
    box = Box(100, 100, 120, 120)
    many = [Item(f"P{n}", LabelState.PROPOSAL, 1, box.moved(n % 7, n % 5), conf=0.5) for n in range(60)]
    alone = Item("P99", LabelState.PROPOSAL, 1, Box(150, 200, 168, 215), conf=0.01)
    under = Item("P98", LabelState.PROPOSAL, 1, Box(150, 203, 168, 218), conf=0.9)
    board = Board(qtbot, Task.DETECT, [*many, alone, under], zoom=2.0)
    canvas = board.canvas
    assert canvas.overlay.pointed is None
    QTest.mouseMove(canvas.viewport(), board.at(160, 201))
    qtbot.waitUntil(lambda: canvas.overlay.pointed is not None)
    assert canvas.overlay.pointed.item.id in ("P98", "P99")
    before = canvas.viewport().grab().toImage()
    canvas.labels.forget()
    canvas.viewport().update()
    QApplication.processEvents()
    assert canvas.viewport().grab().toImage() == before, "nothing of what was there before is left"
    QTest.mouseMove(canvas.viewport(), board.at(350, 280))
    qtbot.waitUntil(lambda: canvas.overlay.pointed is None)


@pytest.mark.parametrize("count", [12, 60, 140])
def test_what_is_drawn_anew_in_part_is_as_if_all_was_drawn(qtbot: QtBot, count: int) -> None:
    """Captions move when an object beside them changes: no trace of them stays."""
    items = scene(count, (400, 300))[:count]
    board = Board(qtbot, Task.DETECT, items, zoom=2.0)
    canvas = board.canvas
    for step in range(6):
        old = items[step * 2]
        items[step * 2] = Item(f"L{step}", LabelState.VERIFIED, 2, old.region.moved(step, -step), by="ann")
        canvas.set_items(list(items), selected=f"L{step}" if step % 2 else items[step + 3].id)
        canvas.zoom.pan(*((7, -3) if step % 3 else (0, 0)))
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not canvas.labels.drafted)
        QApplication.processEvents()
        seen = canvas.viewport().grab().toImage()
        canvas.labels.forget()
        canvas.viewport().update()
        QApplication.processEvents()
        assert canvas.viewport().grab().toImage() == seen, step


def test_far_out_and_back_captions_stand_where_they_usually_do(qtbot: QtBot) -> None:
    items = [Item(f"P{n}", LabelState.PROPOSAL, 1, Box(40 * n, 100, 40 * n + 20, 140), conf=0.5) for n in range(9)]
    board = Board(qtbot, Task.DETECT, items, zoom=2.0)
    board.canvas.zoom.by(0.3)
    board.canvas.set_items([*items, Item("P9", LabelState.PROPOSAL, 1, Box(300, 200, 320, 240), conf=0.5)], selected="")
    far_out = shown(board)
    assert len({rect.bottom() for rect in far_out.values()}) > 3, "not all find their usual place"
    board.canvas.zoom.fit_window()
    QApplication.processEvents()
    found = shown(board)
    for number in range(9):
        at = board.at(40 * number, 100)
        assert (found[f"P{number}"].left(), found[f"P{number}"].bottom()) == (at.x() - 1, at.y()), "on its object"


def test_a_full_caption_is_placed_once_until_something_changes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each frame asks for it many times, which took a tenth of the time of the next image."""
    placed: list[str] = []
    beside = CaptionLayout._free_beside

    def counted(self: CaptionLayout, look: Look, *more: object) -> Caption:
        placed.append(look.item.id)
        return beside(self, look, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(CaptionLayout, "_free_beside", counted)
    board = Board(qtbot, Task.DETECT, scene(3, (400, 300), 30))
    placed.clear()
    board.selected = board.items[0].id
    board.show()
    board.canvas.viewport().repaint()
    assert 0 < placed.count(board.selected) <= 2
    before = placed.count(board.selected)
    board.canvas.viewport().repaint()
    assert placed.count(board.selected) == before
    board.items = board.items[:20]
    board.show()
    board.canvas.viewport().repaint()
    assert placed.count(board.selected) > before, "the others stand elsewhere now"
