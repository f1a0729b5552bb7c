"""The canvas: what is drawn anew, which level of the picture is used, zoom, states told by shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import BOLT, Hands
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.gui import main
from verify_app.gui.canvas import decode, marks
from verify_app.gui.canvas.picture_item import level_for
from verify_app.gui.canvas.view import Canvas


@pytest.mark.parametrize(
    ("zoom", "levels", "expected"),
    [(1.0, 4, 0), (0.6, 4, 0), (0.5, 4, 1), (0.26, 4, 1), (0.25, 4, 2), (0.01, 4, 3), (0.01, 1, 0), (8.0, 4, 0)],
)
def test_the_level_has_a_pixel_for_every_pixel_of_the_screen(zoom: float, levels: int, expected: int) -> None:
    assert level_for(zoom, levels) == expected


def test_a_large_picture_is_decoded_to_a_pyramid(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    Image.new("RGB", (3000, 1500), (200, 40, 10)).save(file)
    frame = decode.decode(file, decode.stamp_of(file))
    assert [(level.width(), level.height()) for level in frame.levels] == [(3000, 1500), (1500, 750), (750, 375)]
    assert all(level.pixelColor(5, 5).getRgb()[:3] == (200, 40, 10) for level in frame.levels)


def test_a_picture_is_upright_as_the_labels_are(tmp_path: Path) -> None:
    file = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[274] = 6
    Image.new("RGB", (40, 20)).save(file, exif=exif)
    assert decode.decode(file, decode.stamp_of(file)).levels[0].size().toTuple() == (20, 40)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.jpg"
    file.write_bytes(content)
    frame = decode.decode(file, decode.stamp_of(file))
    assert not frame.levels and frame.problem.endswith(".")


def test_a_changed_file_is_decoded_anew(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    file = tmp_path / "a.png"
    decoder = decode.Decoder()
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
    canvas.set_frame(decode.Frame(("", 0, 0), (picture,)))
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
    assert canvas.layer.painted >= 5000
    canvas.layer.painted = 0
    repaint(canvas)
    assert canvas.layer.painted == 0, "a frame is a copy of the cached picture"
    decided = Item("L1", LabelState.VERIFIED, 1, items[2500].region, grade=Grade.ACCEPTED)
    canvas.set_items([*items[:2500], decided, *items[2501:]], selected="")
    repaint(canvas)
    assert 0 < canvas.layer.painted < 600


def test_selecting_in_a_crowd_draws_only_two_places_anew(crowd: tuple[Canvas, list[Item]]) -> None:
    canvas, items = crowd
    canvas.layer.painted = 0
    canvas.set_items(items, selected="P100")
    repaint(canvas)
    assert 0 < canvas.layer.painted < 600


def test_panning_draws_only_what_comes_into_view(crowd: tuple[Canvas, list[Item]]) -> None:
    canvas, _ = crowd
    canvas.zoom.by(3.0)
    repaint(canvas)
    canvas.layer.forget()
    canvas.layer.painted = 0
    repaint(canvas)
    everything, canvas.layer.painted = canvas.layer.painted, 0
    canvas.zoom.pan(-20, 0)
    repaint(canvas)
    assert 0 < canvas.layer.painted < 0.75 * everything


def grab(state: LabelState, **more: object) -> bytes:
    """The pixels of one mark in one colour."""
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(marks.tag_font(painter.font()))
    item = Item("X1", state, 1, Box(20, 40, 140, 80), **more)  # type: ignore[arg-type]
    look = marks.look_of(item, "bolt", QFontMetricsF(painter.font()))
    box = QRectF(20, 40, 120, 40)
    painter.setPen(marks.outline_pen(look))
    painter.drawRect(box)
    marks.paint_tag(painter, look, marks.tag_rect(look, box, QRectF(0, 0, 160, 90)))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def test_every_state_looks_different_without_its_colour(qtbot: QtBot) -> None:
    main.application()
    looks = [grab(state, conf=0.5) for state in LabelState]
    looks.append(grab(LabelState.VERIFIED, conf=0.5, flag="unsure"))
    assert len(set(looks)) == len(looks)


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
    assert hands.window.zoom_label.text() == "100 %"
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


def test_fitting_stays_when_the_window_changes(hands: Hands) -> None:
    before = hands.canvas.zoom.scale
    hands.window.resize(1500, 900)
    hands.qtbot.waitUntil(lambda: hands.canvas.zoom.scale > before)
    assert hands.window.zoom_label.text() == f"{hands.canvas.zoom.scale * hands.canvas.devicePixelRatioF() * 100:.0f} %"


def test_a_middle_drag_pans_and_selects_nothing(hands: Hands) -> None:
    viewport, chosen = hands.canvas.viewport(), hands.desk.selected
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=hands.at(100, 40))
    before = hands.at(0, 0)
    start = hands.at(100, 40)
    start.setX(start.x() + 40)
    hands.move(start, Qt.MouseButton.MiddleButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=start)
    assert hands.at(0, 0).x() - before.x() == 40
    assert hands.desk.selected == chosen
    assert hands.desk.item is not None and hands.desk.item.class_id == BOLT
