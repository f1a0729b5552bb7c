from __future__ import annotations

import sys

import numpy as np
import pytest
from PIL import Image

from tests.unit.imaging.pictures import encoded, scene
from verify_app.core.errors import UserError
from verify_app.imaging.reading.grey_values import GreyValues, grey_values


def codes(found: GreyValues, level: int = 0) -> np.ndarray:
    width, height, packed = found.levels[level]
    return np.frombuffer(packed, np.uint16).reshape(height, width)


def deep(height: int = 31, width: int = 47) -> np.ndarray:
    return np.random.default_rng(4).integers(200, 60_000, (height, width)).astype(np.uint16)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_as_stored(kind: str) -> None:
    found = grey_values(encoded(Image.fromarray(deep()), kind))
    assert found is not None and (found.first, found.last) == (0.0, 65535.0)
    assert (found.low, found.high) == (deep().min(), deep().max())
    assert np.array_equal(codes(found), deep())


def test_big_endian() -> None:
    image = Image.frombytes("I;16B", (47, 31), deep().astype(">u2").tobytes())
    found = grey_values(encoded(image, "TIFF"))
    assert found is not None and np.array_equal(codes(found), deep()) and sys.byteorder in ("little", "big")


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_upright(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    options = {"tiffinfo": {274: orientation}} if kind == "TIFF" else {"exif": exif}
    found = grey_values(encoded(Image.fromarray(deep()), kind, **options))
    d = deep()
    turned = {1: d, 2: d[:, ::-1], 3: d[::-1, ::-1], 4: d[::-1], 5: d.T}
    turned |= {6: d.T[:, ::-1], 7: d.T[::-1, ::-1], 8: d.T[::-1]}
    assert found is not None and np.array_equal(codes(found), turned[orientation])


def test_float_spans_its_own_values() -> None:
    values = np.array([[-3.0, np.nan, 0.5], [np.inf, 9.0, 1.0]], np.float32)
    found = grey_values(encoded(Image.fromarray(values), "TIFF"))
    assert found is not None and (found.first, found.last, found.low, found.high) == (-3.0, 9.0, -3.0, 9.0)
    back = codes(found) / 65535 * 12 - 3
    assert np.allclose(back, [[-3, 0, 0.5], [0, 9, 1]], atol=1e-3)


def test_one_value_everywhere_is_no_division_by_zero() -> None:
    found = grey_values(encoded(Image.fromarray(np.full((4, 4), -7.0, np.float32)), "TIFF"))
    assert found is not None and found.low == found.high == -7.0 and found.last > found.first


def test_each_level_is_the_mean_of_four() -> None:
    found = grey_values(encoded(Image.fromarray(deep(64, 90)), "PNG"), smallest=30)
    assert found is not None and [level[:2] for level in found.levels] == [(90, 64), (45, 32), (22, 16)]
    mean = deep(64, 90).reshape(32, 2, 45, 2).mean(axis=(1, 3))
    assert np.abs(codes(found, 1) - mean).max() <= 0.5


def test_eight_bits_have_none() -> None:
    assert grey_values(encoded(scene(), "PNG")) is None
    with pytest.raises(UserError, match="cut short"):
        grey_values(encoded(Image.fromarray(deep(200, 200)), "PNG")[:20_000])
