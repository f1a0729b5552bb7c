"""Fitting a picture into the model's input, exactly as Ultralytics does with ``rect=False``, and back.

numpy and OpenCV load with the first picture: the window imports this layer for its names and must start without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np
from verify_app.imaging.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

PADDING = 114
"""Grey of the border, as in training."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture of `width` x `height` pixels lies in the model's input.

    Source: `LetterBox.get_params` and `ops.scale_boxes` of Ultralytics 8.4: each side is rounded on its own, so
    the gains differ slightly; the -0.1 puts an odd pixel of border on the right and bottom.

    Parameters
    ----------
    width, height : int
        The picture, pixels.
    inner_width, inner_height : int
        The resized picture inside the input, pixels.
    left, top : int
        Border before it, pixels.
    """

    width: int
    height: int
    inner_width: int
    inner_height: int
    left: int
    top: int

    @classmethod
    def of(cls, width: int, height: int, imgsz: tuple[int, int]) -> Fit:
        """The fit into an input of `imgsz` = (height, width) pixels."""
        gain = min(imgsz[0] / height, imgsz[1] / width)
        inner_width, inner_height = max(round(width * gain), 1), max(round(height * gain), 1)
        left = round((imgsz[1] - inner_width) / 2 - 0.1)
        top = round((imgsz[0] - inner_height) / 2 - 0.1)
        return cls(width, height, inner_width, inner_height, left, top)

    def x(self, value: Any) -> Any:
        """From the model's input to the picture, across; numbers or arrays."""
        return (value - self.left) * (self.width / self.inner_width)

    def y(self, value: Any) -> Any:
        """From the model's input to the picture, down."""
        return (value - self.top) * (self.height / self.inner_height)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready for a model: (3, height, width) float32 RGB from 0 to 1, and how it was fitted."""

    tensor: NDArray[np.float32]
    fit: Fit


def prepare(image: NDArray[np.uint8], imgsz: tuple[int, int]) -> Prepared:
    """Letterbox one picture.

    Parameters
    ----------
    image : (height, width, 3) uint8 array
        RGB.
    imgsz : (int, int)
        Height and width of the model's input, pixels.
    """
    cv2 = opencv()
    height, width = image.shape[:2]
    fit = Fit.of(width, height, imgsz)
    if (width, height) != (fit.inner_width, fit.inner_height):
        inner = cv2.resize(image, (fit.inner_width, fit.inner_height), interpolation=cv2.INTER_LINEAR)
    else:
        inner = np.ascontiguousarray(image)
    share = np.arange(256, dtype=np.float32) / np.float32(255)  # a table is four times as fast as dividing
    tensor = np.empty((3, *imgsz), dtype=np.float32)
    bottom, right = fit.top + fit.inner_height, fit.left + fit.inner_width
    for border in (tensor[:, : fit.top], tensor[:, bottom:], tensor[:, :, : fit.left], tensor[:, :, right:]):
        border[...] = share[PADDING]
    for plane, target in zip(cv2.split(inner), tensor[:, fit.top : bottom, fit.left : right], strict=True):
        cv2.LUT(plane, share, dst=target)
    return Prepared(tensor, fit)


@cache
def opencv() -> Any:
    """OpenCV on the calling thread only: pictures are prepared side by side already (Ultralytics sets the same)."""
    cv2.setNumThreads(0)
    return cv2


def stack(prepared: Sequence[Prepared]) -> NDArray[np.float32]:
    """(n, 3, height, width); a single picture is not copied."""
    if len(prepared) == 1:
        return prepared[0].tensor[None]
    return np.stack([one.tensor for one in prepared])


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
