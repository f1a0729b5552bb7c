from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from verify_app.inference.preprocess import Fit, prepare
from verify_app.inference.ultralytics_setup import prepare as prepare_ultralytics

SIZES = [(48, 64), (64, 48), (640, 480), (480, 641), (333, 517), (1, 1000), (1000, 1), (9, 9), (161, 160)]


@pytest.mark.parametrize(("height", "width"), SIZES)
@pytest.mark.parametrize("imgsz", [(160, 160), (64, 96), (320, 320)])
def test_pixels_are_those_of_ultralytics(height: int, width: int, imgsz: tuple[int, int]) -> None:
    prepare_ultralytics()
    from ultralytics.data.augment import LetterBox

    image = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    theirs = LetterBox(imgsz, auto=False, stride=32)(image=image).transpose(2, 0, 1).astype(np.float32) / 255
    ours = prepare(image, imgsz).tensor
    assert ours.dtype == np.float32 and ours.flags.c_contiguous
    assert np.array_equal(ours, theirs)


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_the_way_back_is_that_of_ultralytics(height: int, width: int) -> None:
    prepare_ultralytics()
    import torch
    from ultralytics.utils.ops import scale_boxes

    boxes = np.random.default_rng(2).uniform(0, 160, (20, 4)).astype(np.float32)
    theirs = scale_boxes((160, 160), torch.from_numpy(boxes.copy()), (height, width)).numpy()
    fit = Fit.of(width, height, (160, 160))
    x = (boxes[:, [0, 2]] - fit.left) * fit.width / fit.inner_width
    y = (boxes[:, [1, 3]] - fit.top) * fit.height / fit.inner_height
    ours = np.stack([x[:, 0], y[:, 0], x[:, 1], y[:, 1]], axis=1).clip(0, [width, height, width, height])
    assert np.abs(ours - theirs).max() < 1e-2


def test_a_view_that_is_not_contiguous() -> None:
    image = np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    assert np.array_equal(prepare(image[..., ::-1], (64, 64)).tensor[0] * 255, image[..., 2].astype(np.float32))


def test_the_layer_imports_without_its_heavy_libraries() -> None:
    code = (
        "import sys, verify_app.inference.engine, verify_app.inference.ultralytics_engine;"
        "import verify_app.inference.pipeline;"
        "import verify_app.inference.convert, verify_app.inference.ultralytics_setup;"
        "heavy = {'numpy', 'cv2', 'torch', 'ultralytics', 'onnxruntime'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
