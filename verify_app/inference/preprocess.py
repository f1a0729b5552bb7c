"""Fitting a picture into the model's input, exactly as Ultralytics does with ``rect=False``, and back.

numpy and OpenCV load with the first picture: the window imports this layer for its names and must start without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
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
    import numpy as np  # noqa: PLC0415

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
    import cv2  # noqa: PLC0415

    cv2.setNumThreads(0)
    return cv2


def stack(prepared: Sequence[Prepared]) -> NDArray[np.float32]:
    """(n, 3, height, width); a single picture is not copied."""
    if len(prepared) == 1:
        return prepared[0].tensor[None]
    import numpy as np  # noqa: PLC0415

    return np.stack([one.tensor for one in prepared])
