from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from verify_app.inference.preprocess import prepare_middle
from verify_app.inference.ultralytics_setup import prepare as prepare_ultralytics

SIZES = [(160, 200), (200, 160), (64, 64), (160, 160), (333, 517), (517, 333), (9, 100), (100, 9), (1, 1), (1200, 1601)]


@pytest.mark.parametrize(("height", "width"), SIZES)
@pytest.mark.parametrize("imgsz", [(64, 64), (160, 160), (224, 224), (64, 96)])
def test_pixels_are_those_of_ultralytics(height: int, width: int, imgsz: tuple[int, int]) -> None:
    prepare_ultralytics()
    from ultralytics.data.augment import classify_transforms

    image = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    theirs = classify_transforms(imgsz)(Image.fromarray(image)).numpy()
    ours = prepare_middle(image, imgsz)
    assert ours.tensor.dtype == np.float32 and ours.tensor.flags.c_contiguous
    assert ours.tensor.shape == theirs.shape and np.abs(ours.tensor - theirs).max() < 1e-6
    assert (ours.fit.width, ours.fit.height) == (width, height)


@pytest.mark.parametrize("shape", [(1, 30_000, 3), (30_000, 1, 3), (40, 9_000, 3)])
def test_a_very_long_strip_shows_its_middle(shape: tuple[int, int, int]) -> None:
    image = np.zeros(shape, np.uint8)
    middle = tuple(slice(side // 2 - 20, side // 2 + 20) if side > 100 else slice(None) for side in shape[:2])
    image[middle] = 255
    tensor = prepare_middle(image, (64, 64)).tensor
    assert tensor.shape == (3, 64, 64) and tensor[:, 32, 32].min() > 0.9


def test_a_view_that_is_not_contiguous() -> None:
    image = np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    assert np.allclose(prepare_middle(image[..., ::-1], (64, 64)).tensor[0] * 255, image[..., 2])
