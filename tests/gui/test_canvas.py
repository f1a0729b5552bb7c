"""The canvas: what is drawn anew, which level of the picture is used, zoom, states told by shape."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import Board, outline, proposal, verified
from tests.gui.conftest import BOLT, Hands
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, LabelState, Task
from verify_app.gui.canvas import label_style
from verify_app.gui.canvas.bounds_index import BoundsIndex
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.image_layer import level_for
from verify_app.gui.images import loader
from verify_app.gui.shell import main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("zoom", "levels", "expected"),
    [(1.0, 4, 0), (0.6, 4, 0), (0.5, 4, 1), (0.26, 4, 1), (0.25, 4, 2), (0.01, 4, 3), (0.01, 1, 0), (8.0, 4, 0)],
)
def test_the_level_has_a_pixel_for_every_pixel_of_the_screen(zoom: float, levels: int, expected: int) -> None:
    assert level_for(zoom, levels) == expected


def test_a_large_picture_is_decoded_to_a_pyramid(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    Image.new("RGB", (3000, 1500), (200, 40, 10)).save(file)
    frame = loader.decode(file, loader.stamp_of(file))
    assert [(level.width(), level.height()) for level in frame.levels] == [(3000, 1500), (1500, 750), (750, 375)]
    assert all(level.pixelColor(5, 5).getRgb()[:3] == (200, 40, 10) for level in frame.levels)


def test_a_picture_is_upright_as_the_labels_are(tmp_path: Path) -> None:
    file = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[274] = 6
    Image.new("RGB", (40, 20)).save(file, exif=exif)
    assert loader.decode(file, loader.stamp_of(file)).levels[0].size().toTuple() == (20, 40)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.jpg"
    file.write_bytes(content)
    frame = loader.decode(file, loader.stamp_of(file))
    assert not frame.levels and frame.problem.endswith(".")


def test_a_changed_file_is_decoded_anew(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    file = tmp_path / "a.png"
    decoder = loader.ImageLoader()
    for size in ((10, 10), (20, 20)):
        Image.new("RGB", size).save(file)
        with qtbot.waitSignal(decoder.ready, timeout=5000) as ready:
            assert decoder.want(file) is None
        assert ready.args is not None and ready.args[0].levels[0].size().toTuple() == size
        kept = decoder.want(file)
        assert kept is not None and kept.levels[0].size().toTuple() == size
    decoder.close()


# --- the label layer --------------------------------------------------------------------------------------


@pytest.fixture
def crowd(qtbot: QtBot) -> tuple[Canvas, list[Item]]:
    """A canvas with 5,000 objects on one image."""
    main.application()
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    picture = QImage(2000, 1500, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    canvas.set_image(2000, 1500)
    canvas.set_frame(loader.Frame(("", 0, 0), (picture,)))
    items = []
    for n in range(5000):
        x, y = (n % 100) * 20.0, (n // 100) * 30.0
        items.append(Item(f"P{n}", LabelState.PROPOSAL, n % 7, Box(x, y, x + 15, y + 22), conf=0.5))
    canvas.set_items(items, selected="")
    repaint(canvas)
    return canvas, items


def repaint(canvas: Canvas) -> None:
    QApplication.processEvents()
    canvas.viewport().repaint()


def test_a_decision_draws_only_its_surroundings_anew(crowd: tuple[Canvas, list[Item]]) -> None:
    canvas, items = crowd
    assert canvas.labels.painted >= 5000
    canvas.labels.painted = 0
    repaint(canvas)
    assert canvas.labels.painted == 0, "a frame is a copy of the cached picture"
    decided = Item("L1", LabelState.VERIFIED, 1, items[2500].region, grade=Grade.ACCEPTED)
    canvas.set_items([*items[:2500], decided, *items[2501:]], selected="")
    repaint(canvas)
    assert 0 < canvas.labels.painted < 600


def test_selecting_in_a_crowd_draws_only_two_places_anew(crowd: tuple[Canvas, list[Item]]) -> None:
    canvas, items = crowd
    canvas.labels.painted = 0
    canvas.set_items(items, selected="P100")
    repaint(canvas)
    assert 0 < canvas.labels.painted < 600


def test_panning_draws_only_what_comes_into_view(crowd: tuple[Canvas, list[Item]]) -> None:
    canvas, _ = crowd
    canvas.zoom.by(3.0)
    repaint(canvas)
    canvas.labels.forget()
    canvas.labels.painted = 0
    repaint(canvas)
    everything, canvas.labels.painted = canvas.labels.painted, 0
    canvas.zoom.pan(-20, 0)
    repaint(canvas)
    assert 0 < canvas.labels.painted < 0.75 * everything


def grab(state: LabelState, *, names: bool = True, **more: object) -> bytes:
    """The pixels of one mark without their colour."""
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(label_style.tag_font(painter.font()))
    item = Item("X1", state, 1, Box(20, 40, 140, 80), **more)  # type: ignore[arg-type]
    look = label_style.look_of(item, label_style.Lettering(painter.font()), ("bolt", names, names, False, False))
    box = QRectF(20, 40, 120, 40)
    painter.setPen(label_style.outline_pen(look))
    painter.drawRect(box)
    label_style.paint_tag(painter, look, QRectF(19, 23, look.forms[0].width, 17))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


@pytest.mark.parametrize("names", [True, False])
def test_every_state_looks_different_without_its_colour(qtbot: QtBot, names: bool) -> None:
    main.application()
    looks = [grab(state, names=names, conf=0.5) for state in LabelState]
    looks.append(grab(LabelState.VERIFIED, names=names, conf=0.5, flag="unsure"))
    assert len(set(looks)) == len(looks)


# --- thousands of outlines --------------------------------------------------------------------------------


@pytest.fixture
def outlines(qtbot: QtBot) -> Board:
    """3,000 small outlines all over an image."""
    at = [(6 + (n % 60) * 6.5, 6 + (n // 60) * 5.8) for n in range(3000)]
    items = [proposal(f"P{n}", outline(x, y, 2.6, 6, seed=n), n % 7) for n, (x, y) in enumerate(at)]
    board = Board(qtbot, Task.SEGMENT, items)
    repaint(board.canvas)
    return board


def test_zooming_among_thousands_is_a_scaled_copy_and_then_sharp(outlines: Board, qtbot: QtBot) -> None:
    canvas = outlines.canvas
    canvas.labels.painted = 0
    canvas.zoom.by(1.2)
    canvas.viewport().repaint()
    assert canvas.labels.drafted and canvas.labels.painted == 0
    qtbot.waitUntil(lambda: not canvas.labels.drafted, timeout=5000)
    sharp = canvas.viewport().grab().toImage()
    canvas.labels.forget()
    assert canvas.viewport().grab().toImage() == sharp, "as when it is drawn at once"


def test_an_edit_during_the_redraw_is_shown_at_once_and_stays(outlines: Board, qtbot: QtBot) -> None:
    canvas = outlines.canvas
    canvas.zoom.by(1.2)
    canvas.viewport().repaint()
    canvas.labels.work()
    decided = verified("L1", outline(200, 150, 40, 12))
    outlines.items = [*outlines.items[1:], decided]
    outlines.show()
    canvas.viewport().repaint()
    edited = canvas.viewport().grab().toImage()
    qtbot.waitUntil(lambda: not canvas.labels.drafted, timeout=5000)
    assert canvas.viewport().grab().toImage() != edited
    sharp = canvas.viewport().grab().toImage()
    canvas.labels.forget()
    assert canvas.viewport().grab().toImage() == sharp


def test_far_pans_among_thousands_end_sharp(outlines: Board, qtbot: QtBot) -> None:
    canvas = outlines.canvas
    canvas.zoom.by(1.2)
    for _ in range(4):
        canvas.zoom.pan(60, 35)
        canvas.viewport().repaint()
    qtbot.waitUntil(lambda: not canvas.labels.drafted, timeout=5000)
    sharp = canvas.viewport().grab().toImage()
    canvas.labels.forget()
    assert canvas.viewport().grab().toImage() == sharp


def test_what_has_not_changed_keeps_its_look(outlines: Board) -> None:
    canvas = outlines.canvas
    before = dict(canvas.objects.looks)
    outlines.items[5] = proposal("P5", outline(200, 150, 9, 6), 3)
    outlines.show()
    assert [name for name, look in canvas.objects.looks.items() if before[name] is not look] == ["P5"]


def test_a_click_among_thousands_finds_the_outline(outlines: Board) -> None:
    x, y = outlines.items[1234].region.bounds.center
    outlines.click(x, y)
    assert outlines.selected == "P1234"


@pytest.mark.parametrize("count", [10, 2000])
def test_the_index_says_what_looking_at_each_says(count: int) -> None:
    rng = random.Random(count)

    def bounds() -> tuple[float, float, float, float]:
        x, y = rng.uniform(-50, 1000), rng.uniform(-50, 800)
        return x, y, x + rng.choice((3, 20, 400)), y + rng.choice((3, 20, 400))

    there = {str(n): bounds() for n in range(count)}
    index = BoundsIndex(1000, 800)
    index.update(there)
    for step in range(60):
        x1, y1, x2, y2 = area = bounds()
        found = {k for k, b in there.items() if b[0] <= x2 and b[2] >= x1 and b[1] <= y2 and b[3] >= y1}
        assert set(index.within(area)) == found and len(list(index.within(area))) == len(found)
        most = index.at_most(area, 5)
        assert most is None if len(found) > 5 else most is not None and set(most) == found
        there = {k: b for k, b in there.items() if k != str(step)} | {f"new {step}": bounds()}
        if step % 3:
            there[str(count - 1)] = bounds()
        index.update(there)


# --- one canvas, no traces --------------------------------------------------------------------------------


def test_a_closed_canvas_leaves_nothing_behind(qtbot: QtBot) -> None:
    """No timer, thread or widget lives on, also when it is closed in the midst of a drag, a nudge and a redraw."""
    main.application()
    gone: list[str] = []
    for _ in range(3):
        items = [proposal(f"P{n}", outline(20 + n % 360, 20 + n // 10, 8)) for n in range(2000)]
        board = Board(qtbot, Task.SEGMENT, items, selected="P0")
        canvas = board.canvas
        canvas.zoom.by(1.3)
        canvas.viewport().repaint()
        canvas.labels.work()
        board.key(Qt.Key.Key_Right)
        board.drag((200, 100), (220, 110), drop=False)
        timers = canvas.findChildren(QTimer)
        assert timers
        for thing in (canvas, canvas.scene(), *timers):
            thing.destroyed.connect(lambda _=None: gone.append(""))
        expected = len(gone) + 2 + len(timers)
        refs = [weakref.ref(thing) for thing in (canvas.labels, canvas.overlay, canvas.tool)]
        del thing, timers, canvas
        board.canvas.close()
        board.canvas.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert len(gone) == expected
        del board, items
        gc.collect()
        assert [ref() for ref in refs] == [None] * 3


def test_a_canvas_for_boxes_loads_no_other_tool(tmp_path: Path) -> None:
    code = (
        "import sys; from verify_app.gui.shell import main; main.application(); "
        "from verify_app.gui.canvas.canvas import Canvas; Canvas(); "
        "print(*[m for m in sys.modules if m.startswith('verify_app.gui') or m in ('shapely', 'numpy')])"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env, cwd=ROOT)
    late = ("region_path", "polygon_ops", "editing.oriented_box", "editing.polygon", "editing.keypoints")
    late += ("skeleton_paint", "bars.class_banner")
    unwanted = {f"verify_app.gui.canvas.{name}" for name in late} | {"shapely", "numpy"}
    unwanted |= {f"verify_app.gui.tools.{name}.tool" for name in ("box", "brush", "cut", "obb", "polygon", "keypoints")}
    assert unwanted.isdisjoint(done.stdout.split())


# --- zoom -------------------------------------------------------------------------------------------------


def test_the_wheel_zooms_at_the_pointer(hands: Hands) -> None:
    canvas = hands.canvas
    at = QPointF(canvas.width() * 0.3, canvas.height() * 0.4)
    before = canvas.viewportTransform().inverted()[0].map(at)
    canvas.zoom_by(1.25**4, at)
    after = canvas.viewportTransform().inverted()[0].map(at)
    assert canvas.zoom.fitting == ""
    assert abs(before.x() - after.x()) < 0.5 and abs(before.y() - after.y()) < 0.5


def test_zoom_keys(hands: Hands) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    fit = hands.canvas.zoom.scale
    QTest.keyClick(hands.canvas, Qt.Key.Key_Equal, ctrl)
    assert hands.canvas.zoom.scale == pytest.approx(1.0 / hands.canvas.devicePixelRatioF())
    label = hands.window.zoom_label
    assert label.text() == "100 %"
    size = label.size()
    QTest.keyClick(hands.canvas, Qt.Key.Key_Plus, ctrl)
    assert hands.canvas.zoom.scale == pytest.approx(1.25)
    QTest.keyClick(hands.canvas, Qt.Key.Key_F, ctrl)
    assert hands.canvas.zoom.scale == pytest.approx(fit)
    QTest.keyClick(hands.canvas, Qt.Key.Key_F, ctrl | shift)
    assert hands.canvas.zoom.scale >= fit
    hands.key("z")
    assert hands.canvas.zoom.scale > fit
    middle = hands.canvas.mapToScene(hands.canvas.viewport().rect().center())
    assert abs(middle.x() - 30) < 2 and abs(middle.y() - 25) < 2
    label.show_scale(80.0)
    assert label.sizeHint().width() <= label.width() and label.size() == size, "else each step lays out the bar"
    label.setFont(QFont(label.font().family(), 2 * label.font().pointSize()))
    assert label.sizeHint().width() <= label.width() and label.sizeHint().height() <= label.height() > size.height()


def test_fitting_stays_when_the_window_changes(hands: Hands) -> None:
    before = hands.canvas.zoom.scale
    hands.window.resize(1500, 900)
    hands.qtbot.waitUntil(lambda: hands.canvas.zoom.scale > before)
    assert hands.window.zoom_label.text() == f"{hands.canvas.zoom.scale * hands.canvas.devicePixelRatioF() * 100:.0f} %"


def test_a_middle_drag_pans_and_selects_nothing(hands: Hands) -> None:
    viewport, chosen = hands.canvas.viewport(), hands.state.selected
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=hands.at(100, 40))
    before = hands.at(0, 0)
    start = hands.at(100, 40)
    start.setX(start.x() + 40)
    hands.move(start, Qt.MouseButton.MiddleButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=start)
    assert hands.at(0, 0).x() - before.x() == 40
    assert hands.state.selected == chosen
    assert hands.state.item is not None and hands.state.item.class_id == BOLT


def read_apart(canvas: Canvas) -> list[tuple[str, QRectF]]:
    """Where each tag is, in reading order of their places."""
    view, transform = QRectF(canvas.viewport().rect()), canvas.viewportTransform()
    return [(key, tag.rect) for key, tag in canvas.labels.captions.shown(transform, view).items()]


def test_tags_of_what_lies_on_each_other_can_all_be_read(qtbot: QtBot) -> None:
    one, other = Box(150, 120, 220, 200), Box(152, 121, 223, 203)
    said = (("a-rather-long-program-name", "reject"),)
    items = [
        Item("P1", LabelState.PROPOSAL, 1, one, conf=0.9, said=said),
        Item("P2", LabelState.PROPOSAL, 2, other, conf=0.8),
        Item("S1", LabelState.SUGGESTION, 2, other, by="agent-x"),
        Item("S2", LabelState.SUGGESTION, 1, one, by="a-rather-long-program-name"),
    ]
    board = Board(qtbot, Task.DETECT, items, zoom=1.0)
    places = read_apart(board.canvas)
    for place, (key, tag) in enumerate(places):
        for below, under in places[place + 1 :]:
            assert not tag.intersects(under), (key, below)
    top = dict(places)
    assert top["P1"].bottom() <= board.at(one.x1, one.y1).y() + 1, "the surest stands on the object"
    assert len(top) == len(items), "each is shown"
    assert top["S1"].top() >= board.at(one.x1, other.y2).y() - 1, "what a program would draw has its tag below"


@pytest.mark.parametrize("state", [LabelState.PROPOSAL, LabelState.IMPORTED])
def test_a_tag_at_the_right_edge_is_read_to_its_end(qtbot: QtBot, state: LabelState) -> None:
    said = (("a-rather-long-program-name", "reject"),)
    items = [Item("P1", state, 1, Box(370, 100, 400, 140), conf=0.5, said=said)]
    board = Board(qtbot, Task.DETECT, items, zoom=1.0)
    ((_, tag),) = read_apart(board.canvas)
    assert tag.left() >= 0 and tag.right() < board.canvas.viewport().width() + 1
    for dx, dy in ((-90, 3), (35, 0), (60, -20)):
        board.canvas.zoom.by(1.2)
        board.canvas.zoom.pan(dx, dy)
        QApplication.processEvents()
        seen = board.canvas.viewport().grab().toImage()
        board.canvas.labels.forget()
        board.canvas.viewport().update()
        QApplication.processEvents()
        assert board.canvas.viewport().grab().toImage() == seen
