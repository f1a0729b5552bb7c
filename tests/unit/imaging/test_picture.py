from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps, TiffImagePlugin

from tests.unit.imaging.pictures import encoded, late_exif_png, png_bomb, scene, turned
from verify_app.core.errors import UserError
from verify_app.imaging.reading.header import untrainable
from verify_app.imaging.reading.picture import open_rgb, pages, to_array


def array(data: bytes, **options: int) -> np.ndarray:
    return to_array(open_rgb(data, **options))


def test_rgb_as_stored() -> None:
    picture = open_rgb(encoded(scene(), "PNG"))
    assert (picture.width, picture.height, picture.scale, picture.image.mode) == (64, 48, 1.0, "RGB")
    pixels = to_array(picture)
    assert pixels.shape == (48, 64, 3) and pixels.dtype == np.uint8 and pixels.flags.c_contiguous
    assert np.array_equal(pixels, np.asarray(scene()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright_for_every_orientation(kind: str, orientation: int) -> None:
    options = {"lossless": True} if kind == "WEBP" else {"quality": 95} if kind in ("JPEG", "AVIF") else {}
    plain = Image.open(io.BytesIO(encoded(scene(), kind, **options))).convert("RGB")
    plain.getexif()[274] = orientation
    upright = np.asarray(ImageOps.exif_transpose(plain))
    got = array(turned(kind, orientation, **options))
    assert np.array_equal(got, upright)


def test_png_with_late_exif_is_upright() -> None:
    assert np.array_equal(array(late_exif_png(6)), np.asarray(scene().transpose(Image.Transpose.ROTATE_270)))


def test_sixteen_bit_grey_keeps_its_high_byte() -> None:
    values = np.linspace(0, 65535, 64 * 48).reshape(48, 64).astype(np.uint16)
    for kind in ("PNG", "TIFF"):
        got = array(encoded(Image.fromarray(values), kind))
        assert np.array_equal(got, np.repeat((values >> 8).astype(np.uint8)[..., None], 3, axis=2)), kind


def test_sixteen_bit_big_endian_tiff() -> None:
    values = np.arange(48 * 64, dtype=np.uint16).reshape(48, 64) * 21
    image = Image.frombytes("I;16B", (64, 48), values.astype(">u2").tobytes())
    assert np.array_equal(array(encoded(image, "TIFF"))[..., 0], (values >> 8).astype(np.uint8))


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        (np.array([[0.0, 0.5, 1.0]]), 0, 255),
        (np.array([[0.0, 100.0, 255.0]]), 0, 255),
        (np.array([[0.0, 30_000.0, 65_535.0]]), 0, 255),
        (np.array([[-5.0, 0.0, 5.0]]), 0, 255),
        (np.array([[np.nan, 0.5, 1.0]]), 0, 255),
    ],
)
def test_float_grey_is_spread_over_eight_bits(values: np.ndarray, low: int, high: int) -> None:
    got = array(encoded(Image.fromarray(values.astype(np.float32)), "TIFF"))[0, :, 0]
    assert (got[0], got[-1]) == (low, high) and low < got[1] < high


def test_constant_float_does_not_divide_by_zero() -> None:
    assert np.all(array(encoded(Image.fromarray(np.full((4, 4), -7.0, np.float32)), "TIFF")) == 0)


def test_cmyk_is_not_inverted() -> None:
    got = array(encoded(scene().convert("CMYK"), "JPEG", quality=95)).astype(int)
    assert np.abs(got - np.asarray(scene())).mean() < 3


def test_alpha_is_dropped_not_blended() -> None:
    image = scene()
    image.putalpha(0)
    for kind in ("PNG", "TIFF"):
        assert np.array_equal(array(encoded(image, kind)), np.asarray(scene())), kind
    assert np.array_equal(array(encoded(image, "WEBP", lossless=True, exact=True)), np.asarray(scene()))


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA"])
def test_few_colours(mode: str) -> None:
    image = scene().convert(mode)
    assert np.array_equal(array(encoded(image, "PNG")), np.asarray(image.convert("RGB")))


def test_first_page_and_frame() -> None:
    for kind in ("TIFF", "WEBP", "PNG"):
        options = {"lossless": True} if kind == "WEBP" else {}
        data = encoded(scene(seed=1), kind, save_all=True, append_images=[scene(seed=2)], **options)
        assert np.array_equal(array(data), np.asarray(scene(seed=1))), kind


def test_pages_of_a_tiff() -> None:
    shots = [scene(seed=1), scene(40, 30, seed=2), Image.fromarray(np.full((20, 30), 0x1234, np.uint16))]
    data = encoded(shots[0], "TIFF", save_all=True, append_images=shots[1:])
    assert pages(data) == 3
    assert np.array_equal(array(data, page=2), np.asarray(shots[1]))
    third = open_rgb(data, page=3)
    assert (third.width, third.height) == (30, 20) and np.all(to_array(third) == 0x12)
    for page in (0, 4):
        with pytest.raises(UserError, match=f"no page {page}"):
            open_rgb(data, page=page)


def test_a_page_is_turned_by_its_own_orientation() -> None:
    first, second = encoded(scene(), "TIFF"), encoded(scene(seed=2), "TIFF", tiffinfo={274: 6})
    frames = [Image.open(io.BytesIO(first)), Image.open(io.BytesIO(second))]
    buffer = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(buffer) as writer:
        for data in (first, second):
            writer.write(data)
            writer.newFrame()
    assert np.array_equal(array(buffer.getvalue(), page=2), np.asarray(frames[1].convert("RGB")))
    assert open_rgb(buffer.getvalue(), page=2).width == 48


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "JPEG"])
def test_an_animation_is_one_page(kind: str) -> None:
    more = {"save_all": True, "append_images": [scene(seed=2)]} if kind != "JPEG" else {}
    data = encoded(scene(), kind, **more)
    assert pages(data) == 1
    with pytest.raises(UserError, match="no page 2"):
        open_rgb(data, page=2)


_HOLDS = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "L", "RGBA", "LA", "P", "1", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "TIFF": ("RGB", "L", "RGBA", "P", "CMYK", "I;16"),
}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in _HOLDS.items() for mode in modes])
def test_thumbnail_of_every_kind(kind: str, mode: str) -> None:
    image = scene(400, 300)
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257)
    data = encoded(image if mode == "I;16" else image.convert(mode), kind)
    small = open_rgb(data, at_most=100)
    assert small.image.size == (100, 75) and (small.width, small.height) == (400, 300) and small.scale == 0.25
    whole = open_rgb(data).image.resize((100, 75), Image.Resampling.BOX)
    assert np.abs(np.asarray(small.image).astype(int) - np.asarray(whole)).mean() < 4


def test_thumbnail_is_turned_and_never_enlarged() -> None:
    assert open_rgb(turned("JPEG", 6), at_most=32).image.size == (24, 32)
    assert open_rgb(encoded(scene(), "PNG"), at_most=500).image.size == (64, 48)
    assert open_rgb(encoded(scene(1000, 2), "PNG"), at_most=100).image.size == (100, 1)


@pytest.mark.parametrize("data", [b"", b"text", encoded(scene(320, 240), "JPEG")[:3000], png_bomb()])
@pytest.mark.parametrize("at_most", [None, 64])
def test_bad_bytes_are_one_sentence(data: bytes, at_most: int | None) -> None:
    with pytest.raises(UserError) as caught:
        open_rgb(data, at_most=at_most)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing"):
        open_rgb(tmp_path / "gone.png")


def test_the_layer_starts_without_numpy() -> None:
    code = (
        "import sys, verify_app.imaging.reading.picture, verify_app.imaging.reading.probe;"
        "import verify_app.imaging.find_images;"
        "heavy = {'numpy', 'cv2', 'torch', 'ultralytics'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.gif", encoded(scene(), "GIF"), "no .gif"),
        ("a.png", encoded(scene(), "GIF"), "no GIF inside a .png"),
        ("a.jpeg", encoded(scene(9, 40), "JPEG"), "under 10 pixels"),
        ("a.tif", encoded(Image.fromarray(np.zeros((20, 20), np.float32)), "TIFF"), "wrongly"),
        ("a.png", late_exif_png(6), "width for its height"),
        ("a.png", late_exif_png(3), None),
        ("a.tif", turned("TIFF", 6), None),
        ("a", encoded(scene(), "PNG"), "without an ending"),
        ("a.jpg", b"text", "not a picture"),
        ("a.JPG", encoded(scene(), "JPEG"), None),
        ("a.jpg", encoded(scene(), "PNG"), None),
        ("a.tiff", encoded(scene(), "TIFF"), None),
        ("a.webp", turned("WEBP", 6), None),
    ],
)
def test_untrainable(tmp_path: Path, name: str, data: bytes, says: str | None) -> None:
    answer = untrainable(data, name=name)
    assert answer is None if says is None else says in (answer or "")
    (tmp_path / name).write_bytes(data)
    assert untrainable(tmp_path / name) == answer
