from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.tasks import scenes
from verify_app.core.geometry import Box
from verify_app.core.regions import Polygon
from verify_app.inference.masks import LEAST_PART, TOLERANCE, Mask, cut_out, decoded, outline, span
from verify_app.inference.preprocess import Fit
from verify_app.inference.ultralytics_setup import prepare as prepare_ultralytics

SAME = Fit(160, 160, 160, 160, 0, 0)
"""A picture that is the model's input."""
_FINE = 8


def rastered(polygon: Polygon, fit: Fit) -> np.ndarray:
    """The pixels of a 160 x 160 input of which an outline on the picture covers half or more."""
    gain = fit.inner_width / fit.width, fit.inner_height / fit.height
    fine = np.zeros((160 * _FINE, 160 * _FINE), np.uint8)
    for part in polygon.parts:
        for i, ring in enumerate(part):
            sheet = Image.new("L", fine.shape)
            points = [((x * gain[0] + fit.left) * _FINE, (y * gain[1] + fit.top) * _FINE) for x, y in ring]
            ImageDraw.Draw(sheet).polygon([(x - 0.5, y - 0.5) for x, y in points], fill=1)
            fine = fine | np.asarray(sheet) if i == 0 else fine & ~np.asarray(sheet)
    return (fine.reshape(160, _FINE, 160, _FINE).mean((1, 3)) >= 0.5).astype(np.uint8)


def mask(*rows: str, left: int = 0, top: int = 0) -> Mask:
    return Mask(np.array([[character == "#" for character in row] for row in rows], np.uint8), left, top)


def test_the_outline_runs_along_the_pixels_edges() -> None:
    found = outline(mask("....", ".##.", ".##.", "....", left=10, top=20), SAME)
    assert found is not None and found.bounds == Box(11, 21, 13, 23) and found.area == 4


@pytest.mark.parametrize(("rows", "area"), [(["#"], 1), (["###"], 3), (["#", "#"], 2), (["###", "###", "###"], 9)])
def test_thin_masks_keep_their_area(rows: list[str], area: float) -> None:
    found = outline(mask(*rows), SAME)
    assert found is not None and found.area == pytest.approx(area)


@pytest.mark.parametrize("empty", [np.zeros((5, 5), np.uint8), np.zeros((0, 0), np.uint8), np.zeros((0, 7), np.uint8)])
def test_nothing_has_no_outline(empty: np.ndarray) -> None:
    assert outline(Mask(empty, 3, 3), SAME) is None


def test_holes_and_parts_are_kept_and_specks_are_not() -> None:
    pixels = np.zeros((40, 40), np.uint8)
    pixels[2:20, 2:20] = 1
    pixels[8:14, 8:14] = 0  # a hole
    pixels[4, 4] = 0  # a speck of one
    pixels[25:35, 25:35] = 1  # another part
    pixels[38, 2] = 1  # a speck
    found = outline(Mask(pixels, 0, 0), SAME)
    assert found is not None and sorted(len(part) for part in found.parts) == [1, 2]
    assert found.area == pytest.approx(18 * 18 - 6 * 6 + 100, abs=3)
    island = pixels.copy()
    island[10:12, 10:12] = 1
    found = outline(Mask(island, 0, 0), SAME)
    assert found is not None and sorted(len(part) for part in found.parts) == [1, 1, 2]


def test_a_mask_of_specks_keeps_the_largest() -> None:
    found = outline(mask("##....", "......", ".....#"), SAME)
    assert found is not None and len(found.parts) == 1 and found.area == 2 < LEAST_PART


def test_true_regions_come_back() -> None:
    """Through a raster of the model's input and back: same topology, same pixels but for the simplifying."""
    for made in scenes("segment", 12, 9):
        height, width = made.image.shape[:2]
        fit = Fit.of(width, height, (160, 160))
        for _, region in made.objects:
            assert isinstance(region, Polygon)
            pixels = rastered(region, fit)
            found = outline(cut_out(pixels, np.array([0, 0, 160, 160], np.float32)), fit)
            assert found is not None and region.overlap(found) > 0.93
            assert sorted(map(len, found.parts)) == sorted(map(len, region.parts))
            assert (rastered(found, fit) != pixels).sum() < 0.04 * pixels.sum()


def test_it_is_simplified_rounded_and_inside_the_picture() -> None:
    yy, xx = np.mgrid[:160, :160]
    disc = ((xx - 90) ** 2 + (yy - 70) ** 2 < 50**2).astype(np.uint8)
    fit = Fit.of(517, 333, (160, 160))
    found = outline(Mask(disc, 0, 0), fit)
    assert found is not None and len(found.rings[0]) < 100
    assert all(round(v, 2) == v for point in found.rings[0] for v in point)
    over = outline(Mask(np.ones((160, 160), np.uint8), 0, 0), fit)
    assert over is not None and over.bounds == Box(0, 0, 517, 333)
    straight = outline(Mask(np.ones((40, 40), np.uint8), 0, 0), SAME)
    assert straight is not None and len(straight.rings[0]) == 4


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 25), st.integers(1, 25), st.integers(0, 2**32 - 1), st.sampled_from([0.1, 0.5, 0.9]))
def test_whatever_the_mask_the_outline_is_near_it(height: int, width: int, seed: int, share: float) -> None:
    pixels = (np.random.default_rng(seed).random((height, width)) < share).astype(np.uint8)
    found = outline(Mask(pixels, 4, 6), SAME)
    assert (found is None) == (not pixels.any())
    if found is None:
        return
    ys, xs = np.nonzero(pixels)
    box, slack = found.bounds, 1.0 + TOLERANCE
    assert box.x1 >= 4 + xs.min() - slack and box.x2 <= 4 + xs.max() + 1 + slack
    assert box.y1 >= 6 + ys.min() - slack and box.y2 <= 6 + ys.max() + 1 + slack
    assert Polygon.of(found.data()) == found


BOXES = [(10.2, 20.7, 90.5, 130.0), (-20, -5, 30, 30), (100.5, 100.5, 400, 400), (0, 0, 160, 160), (50, 50, 50.4, 50.4)]


@pytest.mark.parametrize("box", [*BOXES, (30, 30, 20, 40), (200, 200, 300, 300), (63.9, 64.1, 68.1, 68.0)])
def test_masks_are_those_of_ultralytics(box: tuple[float, ...]) -> None:
    prepare_ultralytics()
    import torch
    from ultralytics.utils.ops import process_mask

    rng = np.random.default_rng(3)
    protos = rng.normal(size=(32, 40, 40)).astype(np.float32)
    coefficients = rng.normal(size=32).astype(np.float32)
    corners = np.array(box, np.float32)
    (theirs,) = process_mask(
        torch.from_numpy(protos),
        torch.from_numpy(coefficients[None]),
        torch.from_numpy(corners[None]),
        (160, 160),
        upsample=True,
    ).numpy()
    ours = np.zeros((160, 160), np.uint8)
    piece = decoded(coefficients, protos, corners, (160, 160))
    height, width = piece.pixels.shape
    ours[piece.top : piece.top + height, piece.left : piece.left + width] = piece.pixels
    assert (ours != theirs).sum() <= 1  # a logit of about nothing may fall either way
    whole = cut_out(theirs, corners)
    assert whole.pixels.sum() == theirs.sum()


def test_a_span_is_never_inside_out() -> None:
    assert span(1.2, 3.0, 10) == (2, 3) and span(3, 1, 10) == (3, 3)
    assert span(-5, -1, 10) == (0, 0) and span(11, 20, 10) == (10, 10)
