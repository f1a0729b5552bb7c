"""Fitting a picture into a classification model's input, exactly as Ultralytics does: its middle, no letterbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.inference.preprocess import Fit, Prepared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 16
"""Of a picture that is longer than so many inputs, the far ends are cut off first: the model does not see them."""


def prepare_middle(image: NDArray[np.uint8], imgsz: tuple[int, int]) -> Prepared:
    """Resize a picture so that its shorter side fits, and cut out the middle.

    Source: `classify_transforms` of Ultralytics 8.4 with its default mean 0 and deviation 1, and the rounding of
    torchvision's ``Resize`` and ``CenterCrop``: Pillow's bilinear filter, the longer side rounded down. A model whose
    input is not square takes the whole picture, squeezed.

    Parameters
    ----------
    image : (height, width, 3) uint8 array
        RGB.
    imgsz : (int, int)
        Height and width of the model's input, pixels.
    """
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    full_height, full_width = image.shape[:2]
    image = _shortened(image)
    height, width = image.shape[:2]
    if imgsz[0] != imgsz[1]:
        size = (imgsz[1], imgsz[0])
    elif width <= height:
        size = (imgsz[1], int(imgsz[0] * height / width))
    else:
        size = (int(imgsz[0] * width / height), imgsz[0])
    picture = Image.fromarray(np.ascontiguousarray(image))
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.BILINEAR)
    left, top = round((size[0] - imgsz[1]) / 2), round((size[1] - imgsz[0]) / 2)
    pixels = np.asarray(picture)[top : top + imgsz[0], left : left + imgsz[1]]
    share = np.arange(256, dtype=np.float32) / np.float32(255)
    tensor = np.ascontiguousarray(share[pixels].transpose(2, 0, 1))
    return Prepared(tensor, Fit(full_width, full_height, size[0], size[1], -left, -top))


def _shortened(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The middle of an extremely long picture, so that a strip of 1 x 100,000 pixels needs no gigabytes."""
    height, width = image.shape[:2]
    most = _LONGEST * min(height, width)
    if width > most:
        start = (width - most) // 2
        return image[:, start : start + most]
    if height > most:
        start = (height - most) // 2
        return image[start : start + most]
    return image
