"""Pictures on the canvas: the same pixels whoever decodes them, sharper parts, the view's tones, what is kept."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pictures import ODD, exif, large, make_canvas, paint, pixels, ramp, rough, settle
from tests.unit.imaging.pictures import encoded, late_exif_png, png_bomb, scene, turned
from verify_app.core.errors import UserError
from verify_app.gui.canvas import image_layer
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.image_layer import factor_at
from verify_app.gui.images import detail_loader, loader
from verify_app.gui.images.detail_loader import PATCH_PIXELS, DetailLoader, patch_for
from verify_app.gui.images.frame import Patch
from verify_app.gui.images.loader import stamp_of
from verify_app.gui.images.qt_decoder import read_part
from verify_app.imaging.reading.formats import MAX_PIXELS
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.imaging.reading.simple_header import plain


def clear(mode: str = "RGBA") -> Image.Image:
    image = rough().convert("L" if mode == "LA" else "RGB")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image


PLAIN = {
    **{f"sampling{n}.jpg": encoded(rough(), "JPEG", subsampling=n) for n in range(3)},
    **{f"quality{n}.jpg": encoded(rough(), "JPEG", quality=n) for n in (5, 50, 100)},
    **{f"turned{n}.jpg": encoded(rough(), "JPEG", exif=exif(n)) for n in range(1, 10)},
    **{f"turned-progressive{n}.jpg": encoded(rough(), "JPEG", exif=exif(n), progressive=True) for n in (3, 6, 8)},
    "grey.jpg": encoded(rough().convert("L"), "JPEG"),
    "grey-turned.jpg": encoded(rough().convert("L"), "JPEG", exif=exif(5)),
    "progressive.jpg": encoded(rough(), "JPEG", progressive=True, subsampling=2),
    "restarts.jpg": encoded(rough(), "JPEG", restart_marker_blocks=3),
    "rgb.jpg": encoded(rough(), "JPEG", keep_rgb=True),
    "profile.jpg": encoded(rough(), "JPEG", icc_profile=b"not a profile"),
    "tiny.jpg": encoded(rough(1, 1), "JPEG"),
    "thin.jpg": encoded(rough(9, 700), "JPEG"),
    "followed.jpg": encoded(rough(), "JPEG") + b"and a film",
    "two.mpo": encoded(rough(), "MPO", save_all=True, append_images=[scene(90, 80, seed=2)]),
    "two-turned.mpo": encoded(rough(), "MPO", save_all=True, append_images=[scene(90, 80, seed=2)], exif=exif(6)),
    "rgb.png": encoded(rough(), "PNG"),
    "grey.png": encoded(rough().convert("L"), "PNG"),
    "profile.png": encoded(rough(), "PNG", icc_profile=b"not a profile"),
    "named.jpg": encoded(rough(), "PNG"),
}
OTHERS = {
    "cmyk.jpg": encoded(rough().convert("CMYK"), "JPEG"),
    "late.png": late_exif_png(6),
    "turned.png": turned("PNG", 8),
    "palette.png": encoded(rough().quantize(16), "PNG"),
    "palette-clear.png": encoded(rough().quantize(16), "PNG", transparency=3),
    "bits.png": encoded(rough().convert("1"), "PNG"),
    "clear.png": encoded(clear(), "PNG"),
    "clear-grey.png": encoded(clear("LA"), "PNG"),
    "moving.png": encoded(rough(), "PNG", save_all=True, append_images=[scene(*ODD, seed=2)]),
    "moving.gif": encoded(rough(), "GIF", save_all=True, append_images=[scene(*ODD, seed=2)]),
    "moving.webp": encoded(rough(), "WEBP", save_all=True, append_images=[scene(*ODD, seed=2)], lossless=True),
    "clear.webp": encoded(clear(), "WEBP", lossless=True, exact=True),
    **{f"turned{n}.tif": encoded(rough(), "TIFF", tiffinfo={274: n}) for n in range(1, 9)},
    "cmyk.tif": encoded(rough().convert("CMYK"), "TIFF"),
    "clear.tif": encoded(clear(), "TIFF"),
    "plain.bmp": encoded(rough(), "BMP"),
    "plain.avif": encoded(rough(), "AVIF"),
    "plain.jp2": encoded(rough(), "JPEG2000"),
    "deep.png": encoded(Image.fromarray(np.arange(301 * 403, dtype=np.uint16).reshape(301, 403) * 7), "PNG"),
}


@pytest.mark.parametrize("name", [*PLAIN, *OTHERS])
def test_the_screen_shows_the_pixels_that_model_and_training_see(tmp_path: Path, name: str) -> None:
    data = PLAIN.get(name) or OTHERS[name]
    (tmp_path / name).write_bytes(data)
    frame = loader.decode(tmp_path / name, stamp_of(tmp_path / name))
    assert (plain(data) is not None) == (name in PLAIN)
    assert not frame.problem and frame.factor == 1
    assert np.array_equal(pixels(frame.levels[0]), to_array(open_rgb(data)))


@pytest.mark.parametrize("factor", [1, 2, 4, 8])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_part_is_cut_out_of_the_whole_to_the_pixel(orientation: int, factor: int) -> None:
    data = encoded(rough(), "JPEG", exif=exif(orientation))
    about = plain(data)
    assert about is not None
    kept, whole = QByteArray(data), open_rgb(data)
    all_of_it, over = read_part(kept, about, factor)
    assert over.contains(QRect(0, 0, whole.width, whole.height))
    assert all_of_it.size() * factor == over.size()
    if factor == 1:
        assert np.array_equal(pixels(all_of_it), to_array(whole))
    for part in (QRect(101, 57, 80, 99), QRect(0, 0, 9, 9), QRect(whole.width - 3, whole.height - 2, 3, 2)):
        image, place = read_part(kept, about, factor, part)
        assert place.contains(part) and image.size() * factor == place.size()
        offset = (place.topLeft() - over.topLeft()) / factor
        assert np.array_equal(pixels(image), pixels(all_of_it.copy(QRect(offset, image.size()))))


@pytest.mark.parametrize("factor", [2, 4, 8])
def test_a_scaled_part_is_what_pillow_scales(factor: int) -> None:
    data = encoded(rough(400, 304), "JPEG")
    about = plain(data)
    assert about is not None
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (400 // factor, 304 // factor))
        assert np.array_equal(pixels(read_part(QByteArray(data), about, factor)[0]), np.asarray(image))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        encoded(rough(), "JPEG")[:9000],
        encoded(rough(), "JPEG")[:9000] + b"\xff\xd9",
        encoded(rough(), "JPEG")[:9000] + encoded(scene(), "JPEG"),
        encoded(rough(), "JPEG", restart_marker_blocks=3)[:9000] + encoded(scene(), "JPEG"),
        encoded(rough(), "JPEG")[:-2] + b"more" * 99,
        encoded(rough(), "PNG")[:9000],
        encoded(rough(), "TIFF")[:9000],
        png_bomb(),
    ],
)
def test_a_damaged_file_is_one_sentence_or_the_same_pixels(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(data)
    frame = loader.decode(file, stamp_of(file))
    if frame.problem:
        assert not frame.levels and frame.problem.endswith(".") and "\n" not in frame.problem
    else:
        assert np.array_equal(pixels(frame.levels[0]), to_array(open_rgb(data)))


def test_a_png_whose_checksum_is_wrong_is_a_sentence_from_either(tmp_path: Path) -> None:
    data = bytearray(encoded(rough(), "PNG"))
    data[len(data) // 2] ^= 0xFF
    (tmp_path / "a.png").write_bytes(data)
    frame = loader.decode(tmp_path / "a.png", stamp_of(tmp_path / "a.png"))
    assert "damaged" in frame.problem and frame.sha256


# --- large pictures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "CMYK"])
def test_a_large_picture_comes_small_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, orientation: int
) -> None:
    from verify_app.gui.images import pillow_decoder  # before the figure it takes from there is another

    monkeypatch.setattr(loader, "MOST_WHOLE", 5_000_000)
    monkeypatch.setattr(pillow_decoder, "MOST_WHOLE", 5_000_000)
    options = {"compression": "tiff_lzw"} if kind == "TIFF" else {}
    if kind == "CMYK":
        file = large(tmp_path, "JPEG", orientation)
        with Image.open(file) as image:
            image.convert("CMYK").save(file, "JPEG", exif=exif(orientation))
    else:
        file = large(tmp_path, kind, orientation, **options)
    frame = loader.decode(file, stamp_of(file), QSize(900, 700))
    assert not frame.problem and frame.factor == 4 and frame.source is not None and frame.place is not None
    whole = to_array(open_rgb(file))
    assert frame.source.size == (whole.shape[1], whole.shape[0])
    quarter, place = frame.source.read(4, QRect(0, 0, *frame.source.size))
    assert place.contains(QRect(0, 0, *frame.source.size)) and quarter.size() * 4 == place.size()
    for part in (
        QRect(1000, 700, 300, 200),
        QRect(0, 0, 40, 40),
        QRect(QRect(0, 0, *frame.source.size).bottomRight(), QSize(1, 1)),
    ):
        image, place = frame.source.read(1, part)
        assert place.contains(part)
        assert np.array_equal(pixels(image), whole[place.top() : place.bottom() + 1, place.left() : place.right() + 1])
    half, place = frame.source.read(2, QRect(500, 301, 801, 400))
    shown = pixels(half.scaled(place.size())).astype(int)
    assert np.abs(shown - whole[place.top() : place.bottom() + 1, place.left() : place.right() + 1]).mean() < 25


@pytest.mark.parametrize(
    ("zoom", "factor"), [(2.0, 1), (1.0, 1), (0.51, 1), (0.5, 2), (0.26, 2), (0.25, 4), (0.125, 8), (0.07, 8)]
)
def test_factor_at(zoom: float, factor: int) -> None:
    assert factor_at(zoom) == factor


@pytest.mark.parametrize("view", [QRectF(0, 0, 1300, 700), QRectF(11000, 7500, 1300, 700), QRectF(0, 0, 9000, 7000)])
@pytest.mark.parametrize("factor", [1, 2, 4])
def test_a_patch_holds_the_view_and_is_bounded(view: QRectF, factor: int) -> None:
    whole = QRect(0, 0, 12000, 8000)
    patch = patch_for((12000, 8000), factor, view)
    assert whole.contains(patch) and patch.contains(view.toAlignedRect().intersected(whole))
    if view.width() < 9000 or factor > 2:
        assert patch.width() * patch.height() <= PATCH_PIXELS * factor**2


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return make_canvas(qtbot)


def test_full_resolution_comes_when_the_zoom_asks_for_it(qtbot: QtBot, canvas: Canvas, tmp_path: Path) -> None:
    file = large(tmp_path, orientation=6, quality=95)
    frame = loader.decode(file, stamp_of(file), QSize(900, 700))
    assert frame.source is not None and frame.factor > 1
    sharpener = DetailLoader(canvas)
    sharpener.sharpened.connect(canvas.picture.add_patch)
    canvas.picture.wanting = sharpener.want
    wished: list[object] = []
    sharpener.sharpened.connect(wished.append)
    canvas.set_image(*frame.source.size)
    canvas.set_frame(frame)
    paint(canvas)
    settle(100)
    assert not wished, "the picture that fits is sharp at once"
    with qtbot.waitSignal(sharpener.sharpened):
        canvas.zoom.full_size()
        paint(canvas)
    QApplication.processEvents()
    corner = canvas.viewportTransform().inverted()[0].map(QRectF(0, 0, 1, 1).topLeft()).toPoint()
    shown = paint(canvas)
    whole = to_array(open_rgb(file))[corner.y() :, corner.x() :][: shown.shape[0], : shown.shape[1]]
    assert np.array_equal(shown[4:-4, 4:-4], whole[4:-4, 4:-4])
    settle(150)
    assert len(wished) == 1, "one patch holds the view; nothing more is decoded"
    sharpener.close()
    canvas.picture.wanting = None


class Broken:
    """A source that fails."""

    size, bytes = (4000, 3000), 0
    asked = 0

    def read(self, factor: int, part: QRect) -> tuple[QImage, QRect]:
        self.asked += 1
        raise UserError("It is damaged.")


def test_a_part_that_cannot_be_decoded_is_asked_for_once(qtbot: QtBot, canvas: Canvas) -> None:
    sharpener, source = DetailLoader(canvas), Broken()
    for _ in range(3):
        sharpener.want(source, 1, QRectF(0, 0, 500, 500))
        settle(80)
    assert source.asked == 1
    sharpener.close()


def test_nothing_is_decoded_between_two_steps_of_the_wheel(
    qtbot: QtBot, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A decoding would slow the steps that follow; but who never rests gets a sharp picture all the same."""
    monkeypatch.setattr(detail_loader, "QUIET_MS", 1000)
    sharpener, source = DetailLoader(canvas), Broken()
    for _ in range(6):
        sharpener.want(source, 1, QRectF(0, 0, 500, 500), True)
        settle(20)
    assert source.asked == 0
    qtbot.waitUntil(lambda: source.asked == 1)
    sharpener.close()

    monkeypatch.setattr(detail_loader, "QUIET_MS", 200)
    sharpener, source = DetailLoader(canvas), Broken()
    for step in range(100):
        sharpener.want(source, 1, QRectF(step, 0, 500, 500), True)
        settle(20)
        if source.asked:
            break
    assert source.asked == 1
    sharpener.close()


def test_a_moving_view_asks_now_and_then_and_once_more_at_rest(
    canvas: Canvas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = large(tmp_path, orientation=1, quality=95)
    frame = loader.decode(file, stamp_of(file), QSize(900, 700))
    assert frame.source is not None
    canvas.set_image(*frame.source.size)
    canvas.set_frame(frame)
    canvas.zoom.full_size()
    asked: list[bool] = []
    canvas.picture.wanting = lambda _source, _factor, _view, moving: asked.append(moving)
    monkeypatch.setattr(image_layer, "ASK_MS", 60_000)
    paint(canvas)
    assert asked and not any(asked)
    asked.clear()
    canvas.picture.hurried = True
    for _ in range(3):
        canvas.picture.update()
        paint(canvas)
    assert not asked and not canvas.picture.sharp
    monkeypatch.setattr(image_layer, "ASK_MS", 0)
    paint(canvas)
    assert all(asked) and asked
    canvas.picture.wanting = None


def test_a_part_of_the_picture_before_is_not_drawn(canvas: Canvas) -> None:
    canvas.set_image(256, 4)
    canvas.picture.set_levels((ramp(),))
    before = paint(canvas)
    canvas.picture.add_patch(Patch(Broken(), 1, QRect(0, 0, 256, 4), QImage(256, 4, QImage.Format.Format_RGB32)))
    assert np.array_equal(paint(canvas), before)


def test_one_limit_holds_for_qt_too(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(PLAIN["grey.jpg"])
    loader.decode(tmp_path / "a.jpg", stamp_of(tmp_path / "a.jpg"))
    assert QImageReader.allocationLimit() * 2**20 == pytest.approx(MAX_PIXELS * 4, rel=0.001)


@pytest.mark.parametrize("cut", [0, 300_000])
def test_a_file_of_many_megabytes_is_shown_with_the_digest_of_all_its_bytes(tmp_path: Path, cut: int) -> None:
    """It is hashed while it is decoded; the digest is there also for what Pillow has to mend or refuse."""
    content = encoded(Image.effect_noise((2600, 2400), 90).convert("RGB"), "JPEG", quality=97, subsampling=0)
    assert len(content) - cut > loader.LARGE_FILE
    file = tmp_path / "noise.jpg"
    file.write_bytes(content[: len(content) - cut])
    frame = loader.decode(file, stamp_of(file))
    assert frame.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert bool(frame.problem) == bool(cut)


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
@pytest.mark.parametrize("settled", [True, False])
def test_a_large_file_is_read_once_or_anew_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, settled: bool
) -> None:
    """Into Qt's own memory; what turns out not to be plain goes to Pillow from there."""
    picture = Image.effect_noise((2600, 2400), 90).convert("RGB").convert(mode)
    content = encoded(picture, "JPEG", quality=97, subsampling=0)
    (tmp_path / "noise.jpg").write_bytes(content)
    stamp = stamp_of(tmp_path / "noise.jpg")
    assert stamp[2] >= loader.LARGE_FILE
    if not settled:
        monkeypatch.setattr(loader, "read_into", lambda *_: False)
    frame = loader.decode(tmp_path / "noise.jpg", stamp)
    assert frame.sha256 == hashlib.sha256(content).hexdigest() and not frame.problem
    if mode == "CMYK":
        assert np.array_equal(pixels(frame.levels[0]), to_array(open_rgb(content)))
