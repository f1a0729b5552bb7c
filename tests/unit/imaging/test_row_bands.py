"""Large PNG and TIFF in strips: the same pixels as decoded whole."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from tests.unit.imaging.pictures import encoded, png_chunk, scene
from verify_app.core.errors import UserError
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.imaging.reading.row_bands import scaled, strips_of

SIZE = 211, 1303


def picture(mode: str = "RGB") -> Image.Image:
    image = scene(*SIZE)
    noise = np.random.default_rng(1).integers(-20, 21, (SIZE[1], SIZE[0], 3))
    image = Image.fromarray(np.clip(np.asarray(image).astype(int) + noise, 0, 255).astype(np.uint8))
    if mode == "P":
        return image.quantize(50)
    if mode in ("RGBA", "LA"):
        image = image.convert("RGB" if mode == "RGBA" else "L")
        image.putalpha(Image.linear_gradient("L").resize(SIZE))
        return image
    return image.convert(mode)


def tiled(compression: int = 8) -> bytes:
    """A TIFF of 64 x 64 tiles, the last ones over the edge. By hand: Pillow writes strips only."""
    pixels = np.asarray(picture())
    across, down = -(-SIZE[0] // 64), -(-SIZE[1] // 64)
    grown = np.zeros((down * 64, across * 64, 3), np.uint8)
    grown[: SIZE[1], : SIZE[0]] = pixels
    tiles = [grown[y * 64 : y * 64 + 64, x * 64 : x * 64 + 64].tobytes() for y in range(down) for x in range(across)]
    tiles = [zlib.compress(tile) for tile in tiles] if compression == 8 else tiles
    count = len(tiles)
    tags = {256: (SIZE[0],), 257: (SIZE[1],), 258: (8, 8, 8), 259: (compression,), 262: (2,), 277: (3,), 284: (1,)}
    tags |= {322: (64,), 323: (64,), 324: (0,) * count, 325: tuple(map(len, tiles))}
    places = 8 + 2 + 12 * len(tags) + 4
    start = places + sum(4 * len(v) for v in tags.values() if len(v) > 1)
    tags[324] = tuple(start + sum(map(len, tiles[:n])) for n in range(count))
    head, beyond = struct.pack("<4sIH", b"II*\0", 8, len(tags)), b""
    for tag, values in sorted(tags.items()):
        packed = struct.pack(f"<{len(values)}I", *values)
        if len(values) > 1:
            packed, more = struct.pack("<I", places + len(beyond)), packed
            beyond += more
        head += struct.pack("<HHI", tag, 4, len(values)) + packed
    return head + b"\0" * 4 + beyond + b"".join(tiles)


CASES = {
    **{f"{mode}.png": encoded(picture(mode), "PNG") for mode in ("L", "LA", "RGB", "RGBA", "P")},
    "clear-palette.png": encoded(picture("P"), "PNG", transparency=1),
    **{
        f"{mode}-{compression}.tif": encoded(picture(mode), "TIFF", compression=compression, strip_size=9000)
        for mode in ("L", "RGB", "RGBA", "P", "CMYK")
        for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits")
    },
    "predictor.tif": encoded(picture(), "TIFF", compression="tiff_lzw", strip_size=9000, tiffinfo={317: 2}),
    "jpeg.tif": encoded(picture(), "TIFF", compression="jpeg", strip_size=9000),
    "bits.tif": encoded(picture("1"), "TIFF", compression="packbits", strip_size=900),
    "tiled.tif": tiled(),
    "tiled-raw.tif": tiled(1),
}


@pytest.mark.parametrize("name", CASES)
def test_strips_give_the_pixels_of_the_whole(name: str) -> None:
    strips, whole = strips_of(CASES[name]), to_array(open_rgb(CASES[name]))
    assert strips is not None and strips.stored == SIZE
    for left, top, right, bottom in ((0, 0, *SIZE), (17, 700, 90, 1100), (0, 1302, 211, 1303), (5, 300, 6, 301)):
        part = np.asarray(scaled(strips, 1, (left, top, right, bottom)))
        assert np.array_equal(part, whole[top:bottom, left:right])


@pytest.mark.parametrize("factor", [2, 4, 8, 16])
def test_scaled_is_the_mean_of_blocks(factor: int) -> None:
    for name in ("RGB.png", "RGB-tiff_lzw.tif", "tiled.tif"):
        strips = strips_of(CASES[name])
        assert strips is not None
        expected = open_rgb(CASES[name]).image.reduce(factor)
        assert np.array_equal(np.asarray(scaled(strips, factor, (0, 0, *SIZE))), np.asarray(expected)), name


def test_rows_further_down_are_found_again_without_the_ones_above() -> None:
    strips = strips_of(CASES["RGB.png"])
    assert strips is not None
    scaled(strips, 8, (0, 0, *SIZE))
    assert next(iter(strips.rows(1100, 1200)))[0] == 1024


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_what_becomes_rgb_only_as_a_whole_is_left_to_pillow(kind: str) -> None:
    deep = Image.fromarray(np.zeros((40, 30), np.uint16))
    assert strips_of(encoded(deep, kind)) is None
    assert strips_of(encoded(picture(), "WEBP")) is None


def test_damage_is_one_sentence() -> None:
    data = CASES["RGB.png"]
    cut = data[:33] + png_chunk(b"IDAT", data[41:20_000]) + png_chunk(b"IEND", b"")
    strips = strips_of(cut)
    assert strips is not None
    with pytest.raises(UserError, match="cut short or damaged"):
        scaled(strips, 1, (0, 0, *SIZE))
    damaged = bytearray(CASES["RGB-tiff_lzw.tif"])
    with Image.open(io.BytesIO(damaged)) as image:
        first = image.tag_v2[273][3]
    damaged[first : first + 400] = b"\xff" * 400
    strips = strips_of(bytes(damaged))
    assert strips is not None
    with pytest.raises(UserError, match="cut short or damaged"):
        scaled(strips, 1, (0, 0, *SIZE))
