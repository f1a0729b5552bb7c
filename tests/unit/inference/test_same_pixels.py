"""The person, the model and the training see the same: our way to open a picture against Ultralytics' loader."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.unit.imaging.pictures import encoded, late_exif_png, png_chunk, scene, turned
from verify_app.imaging.reading.formats import TRAINABLE_FORMATS, TRAINABLE_LEAST_SIDE, TRAINABLE_SUFFIXES
from verify_app.imaging.reading.header import untrainable
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.inference.ultralytics_setup import prepare


def _grey16() -> Image.Image:
    return Image.fromarray(np.asarray(scene().convert("L")).astype(np.uint16) * 257)


def _clear() -> Image.Image:
    image = scene()
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    return image


CASES = {
    "plain.jpg": encoded(scene(), "JPEG", quality=90),
    "progressive.jpg": encoded(scene(), "JPEG", progressive=True),
    "grey.jpg": encoded(scene().convert("L"), "JPEG"),
    "cmyk.jpg": encoded(scene().convert("CMYK"), "JPEG"),
    **{f"turned{o}.jpg": turned("JPEG", o) for o in range(1, 9)},
    **{f"turned{o}.png": turned("PNG", o) for o in (3, 6, 8)},
    **{f"turned{o}.webp": turned("WEBP", o, lossless=True) for o in (3, 6, 8)},
    **{f"turned{o}.avif": turned("AVIF", o) for o in (3, 6)},
    **{f"turned{o}.tif": turned("TIFF", o) for o in range(1, 9)},
    "turned-grey16.tif": encoded(_grey16(), "TIFF", tiffinfo={274: 6}),
    "grey16.png": encoded(_grey16(), "PNG"),
    "grey16.tif": encoded(_grey16(), "TIFF"),
    "palette.png": encoded(scene().quantize(16), "PNG"),
    "clear.png": encoded(_clear(), "PNG"),
    "clear.webp": encoded(_clear(), "WEBP", lossless=True, exact=True),
    "clear.tif": encoded(_clear(), "TIFF"),
    "lab.tif": encoded(scene().convert("LAB"), "TIFF"),
    "float.tif": encoded(Image.fromarray(np.asarray(scene().convert("L")).astype(np.float32)), "TIFF"),
    "pages.tif": encoded(scene(), "TIFF", save_all=True, append_images=[scene(seed=2)]),
    "lzw.tif": encoded(scene(), "TIFF", compression="tiff_lzw"),
    "bits.tif": encoded(scene().convert("1"), "TIFF"),
    "cmyk.tif": encoded(scene().convert("CMYK"), "TIFF"),
    "frames.png": encoded(scene(), "PNG", save_all=True, append_images=[scene(seed=2)]),
    "frames.webp": encoded(scene(), "WEBP", save_all=True, append_images=[scene(seed=2)], lossless=True),
    "plain.bmp": encoded(scene(), "BMP"),
    "plain.jp2": encoded(scene(), "JPEG2000"),
    "late.png": late_exif_png(6),
    "named.jpg": encoded(scene(), "PNG"),
    "moving.png": encoded(scene(), "GIF"),
    "small.png": encoded(scene(9, 20), "PNG"),
}


@pytest.mark.parametrize("name", CASES)
def test_same_pixels_or_said_so(tmp_path: Path, name: str) -> None:
    prepare()
    from ultralytics.data.utils import check_image
    from ultralytics.utils.patches import imread

    path = tmp_path / name
    path.write_bytes(CASES[name])
    ours = to_array(open_rgb(path))
    theirs = imread(str(path))
    same = theirs is not None and (theirs if theirs.shape[2] == 3 else theirs.repeat(3, 2)).shape == ours.shape
    if same:
        same = np.abs(ours.astype(int) - theirs[..., ::-1]).max() <= 2
    try:
        _, shape = check_image(str(path))
        taken = tuple(shape) == ours.shape[:2]
    except (AssertionError, OSError, SyntaxError):
        taken = False
    assert (untrainable(path) is None) == (same and taken)


def test_suffixes_are_those_of_ultralytics() -> None:
    prepare()
    from ultralytics.data.utils import IMG_FORMATS

    # HEIC and DNG are listed there, but Pillow cannot open them here, so a person cannot have reviewed one
    assert {f".{name}" for name in IMG_FORMATS} - TRAINABLE_SUFFIXES == {".heic", ".heif", ".dng"}
    assert {f".{name}" for name in IMG_FORMATS} >= TRAINABLE_SUFFIXES
    assert {name.lower() for name in TRAINABLE_FORMATS} <= IMG_FORMATS | {"jpeg2000"}


@pytest.mark.parametrize("side", [TRAINABLE_LEAST_SIDE - 1, TRAINABLE_LEAST_SIDE])
def test_least_side_is_that_of_ultralytics(tmp_path: Path, side: int) -> None:
    prepare()
    from ultralytics.data.utils import check_image

    path = tmp_path / "small.png"
    Image.new("RGB", (side, 50)).save(path)
    try:
        check_image(str(path))
        taken = True
    except AssertionError:
        taken = False
    assert taken == (untrainable(path) is None) == (side >= TRAINABLE_LEAST_SIDE)


def test_a_png_that_passes_here_passes_there(tmp_path: Path) -> None:
    """An unknown chunk with a wrong checksum: refused by both."""
    prepare()
    from ultralytics.data.utils import check_image

    from verify_app.imaging.reading.probe import probe

    whole = encoded(scene(), "PNG")
    for chunk in (png_chunk(b"teSt", b"hello"), png_chunk(b"teSt", b"hello")[:-1] + b"\0"):
        path = tmp_path / "odd.png"
        path.write_bytes(whole[:33] + chunk + whole[33:])
        try:
            check_image(str(path))
            taken = True
        except Exception:
            taken = False
        assert (probe(path).problem is None) == taken
