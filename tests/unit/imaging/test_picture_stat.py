"""Brightness and blur of a picture, on pictures whose numbers are known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from scipy.ndimage import convolve

from verify_app.imaging.reading.picture_stat import SIDE, picture_stat


@pytest.mark.parametrize("size", [(SIDE, SIDE), (40, 700), (1, 9), (3000, 2000)])
@pytest.mark.parametrize("grey", [0, 51, 255])
def test_a_plain_surface_has_its_grey_and_no_edges(size: tuple[int, int], grey: int) -> None:
    found = picture_stat(np.full((*size, 3), grey, np.uint8))
    assert (found.height, found.width) == size
    assert found.brightness == pytest.approx(grey / 255, abs=1e-6) and found.blur == 0.0


def test_colours_weigh_as_in_grey() -> None:
    green = np.zeros((8, 8, 3), np.uint8)
    green[..., 1] = 255
    assert picture_stat(green).brightness == pytest.approx(0.587, abs=0.002)


def test_blur_is_the_variance_of_the_laplacian() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 1)).astype(np.uint8).repeat(3, axis=2)
    edges = convolve(pixels[..., 0].astype(float), np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]), mode="mirror")
    assert picture_stat(pixels).blur == pytest.approx(edges.var(), rel=1e-6)


def test_blurred_pictures_have_less_and_size_matters_little() -> None:
    sharp = np.random.default_rng(1).integers(0, 256, (64, 48, 3)).astype(np.uint8)
    large = cv2.resize(sharp, (768, 1024), interpolation=cv2.INTER_NEAREST)
    values = [picture_stat(cv2.GaussianBlur(large, (0, 0), sigma)).blur for sigma in (0.1, 8, 20)]
    assert values[0] > 2 * values[1] > 4 * values[2]
    half = cv2.resize(large, (384, 512), interpolation=cv2.INTER_AREA)
    assert picture_stat(half).blur == pytest.approx(values[0], rel=0.1)
