"""The view of a picture: tones, values of more than 8 bits, other pages; what is kept and what goes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.pictures import large, make_canvas, paint, pixels, ramp, settle
from tests.unit.imaging.pictures import encoded, scene
from verify_app.app.imports.files import add_images
from verify_app.core.vocabulary import Origin
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.images import loader, tone_adjustment
from verify_app.gui.images.loader import Frame, ImageLoader, stamp_of
from verify_app.gui.images.tone_adjustment import Adjustment
from verify_app.gui.shell import main


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return make_canvas(qtbot)


# --- tones ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "at", "expected"),
    [
        (Adjustment(), 77, 77),
        (Adjustment(brightness=0.2), 100, 151),
        (Adjustment(brightness=-1.0), 255, 0),
        (Adjustment(contrast=-1.0), 10, 128),
        (Adjustment(gamma=2.0), 64, 128),
        (Adjustment(low=100, high=200), 150, 128),
        (Adjustment(low=100, high=200), 99, 0),
        (Adjustment(low=100, high=100), 101, 255),
    ],
)
def test_tones(how: Adjustment, at: int, expected: int) -> None:
    toned = tone_adjustment.adjusted(ramp(), how)
    assert abs(int(pixels(toned)[1, at, 0]) - expected) <= 1
    assert toned.pixel(at, 1) >> 24 == 0xFF


def test_tones_are_of_the_view_only_and_go_back(canvas: Canvas) -> None:
    canvas.set_image(256, 4)
    canvas.picture.set_levels((ramp(),))
    before, kept = paint(canvas), pixels(ramp())
    canvas.picture.set_adjustment(Adjustment(brightness=0.3))
    assert paint(canvas).mean() > before.mean() and canvas.picture.differs_from_model
    canvas.picture.reset_adjustment()
    assert np.array_equal(paint(canvas), before) and not canvas.picture.differs_from_model
    assert np.array_equal(pixels(ramp()), kept)


def test_a_window_of_values_shows_what_the_high_byte_hides(canvas: Canvas, tmp_path: Path) -> None:
    values = (np.arange(300, dtype=np.uint16).reshape(1, 300) + 1000).repeat(200, axis=0)
    Image.fromarray(values).save(tmp_path / "a.png")
    frame = loader.decode(tmp_path / "a.png", stamp_of(tmp_path / "a.png"))
    canvas.set_image(300, 200)
    canvas.set_frame(frame)
    assert canvas.picture.value_range == (0, 65535) and canvas.picture.data_range == (1000, 1299)
    seen = paint(canvas)[300:400, 100:800]
    assert np.ptp(seen) <= 3, "the high bytes are 3, 4 and 5"
    canvas.picture.set_adjustment(Adjustment(low=1000, high=1299))
    seen = paint(canvas)[350, 20:880, 0].astype(int)
    assert seen[0] < 5 and seen[-1] > 250 and np.all(np.diff(seen) >= 0)


def test_what_the_model_sees_is_shown_until_the_values_are_spread(
    make_window: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = make_window({1: []}, images=1)
    (tmp_path / "deep").mkdir()
    for n, start in enumerate((300, 9000)):
        values = (np.arange(200, dtype=np.uint16).reshape(1, 200) + start).repeat(100, axis=0)
        Image.fromarray(values).save(tmp_path / "deep" / f"{n}.png")
    add_images(hands.state.session, [tmp_path / "deep"], Origin.REAL)
    hands.show(2)
    showing, canvas = hands.page.presenter, hands.canvas
    bar = showing._values
    assert bar is not None and bar.isVisible() and "as the model sees it" in bar.label.text()
    assert not canvas.picture.differs_from_model
    bar.button.click()
    assert canvas.picture.differs_from_model and "300 to 499" in bar.label.text()
    canvas.picture.set_adjustment(Adjustment(gamma=1.2))
    assert canvas.picture.spread, "the sliders leave it as it is"
    canvas.picture.reset_adjustment()
    hands.show(3)
    assert "9,000 to 9,199" in bar.label.text()
    middle = paint(canvas)[canvas.viewport().height() // 2, :, 0]
    assert np.ptp(middle[middle.size // 4 : 3 * middle.size // 4]) > 100
    showing.spread_values()
    assert not canvas.picture.differs_from_model
    hands.show(1)
    assert not bar.isVisible()


def test_float_grey_has_a_window_in_its_own_values(tmp_path: Path, canvas: Canvas) -> None:
    values = np.linspace(-2.5, 7.5, 300 * 200, dtype=np.float32).reshape(200, 300)
    Image.fromarray(values).save(tmp_path / "a.tif")
    canvas.set_image(300, 200)
    canvas.set_frame(loader.decode(tmp_path / "a.tif", stamp_of(tmp_path / "a.tif")))
    assert canvas.picture.data_range == (-2.5, 7.5)
    canvas.picture.set_adjustment(Adjustment(low=2.0, high=3.0))
    seen = paint(canvas)[:, 450, 0]
    assert seen[80] == 0 and seen[-80] == 255


# --- what is kept, what goes first ------------------------------------------------------------------------


def folder(tmp_path: Path, count: int) -> list[Path]:
    files = []
    for n in range(count):
        files.append(tmp_path / f"{n}.jpg")
        files[-1].write_bytes(encoded(scene(640, 480, seed=n), "JPEG"))
    return files


def test_the_picture_in_front_goes_first_and_old_wishes_are_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    files = folder(tmp_path, 8)
    decoder, came = ImageLoader(), []
    decoder.ready.connect(lambda frame: came.append(Path(frame.stamp[0])))
    decoder.look_ahead(files[:6])
    assert decoder.want(files[7]) is None
    qtbot.waitUntil(lambda: files[7] in came)
    settle(200)
    assert len(came) <= 2, "five of six wishes were not begun with"
    assert decoder.want(files[7]) is not None
    decoder.close()


def test_what_is_kept_is_bounded_in_bytes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main.application()
    monkeypatch.setattr(loader, "CACHE_BYTES", 4 * 640 * 480 * 4)
    decoder, files = ImageLoader(), folder(tmp_path, 12)
    for file in files:
        with qtbot.waitSignal(decoder.ready):
            assert decoder.want(file) is None
        assert decoder.bytes <= loader.CACHE_BYTES
    assert decoder.want(files[-1]) is not None and decoder.want(files[0]) is None
    decoder.close()


def test_a_frame_counts_all_that_it_holds(tmp_path: Path) -> None:
    file = large(tmp_path)
    frame = loader.decode(file, stamp_of(file), QSize(900, 700))
    assert frame.source is not None
    assert frame.bytes == sum(level.sizeInBytes() for level in frame.levels) + file.stat().st_size
    assert Frame(("", 0, 0)).bytes == 0


# --- pages ------------------------------------------------------------------------------------------------


def test_other_pages_are_to_look_at_only(make_window: Callable[..., Hands], tmp_path: Path) -> None:
    hands = make_window({1: []}, images=1)
    folder = tmp_path / "more"
    folder.mkdir()
    more = [scene(90, 80, seed=2), scene(70, 60, seed=3)]
    scene(200, 100, seed=1).save(folder / "pages.tif", save_all=True, append_images=more)
    add_images(hands.state.session, [folder], Origin.REAL)
    hands.show(2)
    showing, canvas = hands.page.presenter, hands.canvas
    assert showing._picker is not None and showing._picker.isVisible() and showing._picker.pages == 3
    showing.step_page(1)
    hands.qtbot.waitUntil(lambda: canvas.image_size == (90, 80) and canvas.picture._frame is not None)
    assert "page 1 alone" in showing._picker.said.text() and showing._picker.said.isVisible()
    assert not canvas.has_picture and hands.state.seen is None and not canvas.labels.isVisible()
    assert not hands.state.may_decide()
    assert np.array_equal(pixels(canvas.picture._frame.levels[0]), np.asarray(more[0]))
    showing.step_page(1)
    showing.step_page(1)
    hands.qtbot.waitUntil(lambda: canvas.image_size == (70, 60) and canvas.picture._frame is not None)
    showing.step_page(-2)
    assert canvas.image_size == (200, 100) and canvas.has_picture and hands.state.may_decide()
    hands.show(1)
    assert not showing._picker.isVisible()
    showing.step_page(1)
    assert "one page" in hands.said


def test_under_a_held_key_what_comes_is_decoded_first_and_the_rest_when_it_is_let_go(
    make_window: Callable[..., Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = make_window(images=8)
    asked: list[list[str]] = []
    real = ImageLoader.look_ahead
    monkeypatch.setattr(
        ImageLoader, "look_ahead", lambda self, files: (asked.append([f.stem for f in files]), real(self, files))
    )
    settle(200)
    names = [Path(hands.record(image).name).stem for image in hands.state.order]
    for _ in range(4):
        hands.key("D")
        hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
        settle(5)
    here = hands.state.position
    hands.qtbot.waitUntil(lambda: len(asked[-1]) == 4, timeout=2000)
    assert [names[here + 1], names[here + 2]] in asked, "in a hurry only what comes next"
    assert asked[-1] == [names[here + step] for step in (1, -1, 2, -2)]
    hands.key("A")
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))
    hands.qtbot.waitUntil(lambda: asked[-1] == [names[here - 1 + step] for step in (-1, 1, -2, 2)], timeout=2000)
