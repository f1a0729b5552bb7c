"""Fitting a picture into the model's input, exactly as Ultralytics does with ``rect=False``, and back.

numpy and OpenCV load with the first picture: the window imports this layer for its names and must start without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from verify_app.core.geometry import Box
from verify_app.core.records import Detection

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

    cv2 = _opencv()
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
def _opencv() -> Any:
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


def to_detections(rows: NDArray[np.float32], fit: Fit, *, conf: float, classes: int) -> list[Detection]:
    """Rows of an NMS-free output as detections on the original picture.

    Parameters
    ----------
    rows : (n, 6) array
        x1, y1, x2, y2 in pixels of the model's input, confidence, class index.
    fit : Fit
    conf : float
        Only rows above it count, as in Ultralytics.
    classes : int
        Number of classes; rows of others are dropped.

    Returns
    -------
    list of Detection
        Pixels of the picture rounded to 0.01, clipped to it, without empty boxes; highest confidence first.
    """
    import numpy as np  # noqa: PLC0415

    # compared as float32, as torch does: a confidence of 0.05 is then not above 0.05
    rows = np.asarray(rows, dtype=np.float32)
    rows = rows[(rows[:, 4] > np.float32(conf)) & np.isfinite(rows).all(axis=1)].astype(np.float64)
    rows = rows[(rows[:, 5] >= 0) & (rows[:, 5] < classes)]
    rows = rows[np.argsort(-rows[:, 4], kind="stable")]
    x = (rows[:, [0, 2]] - fit.left) * (fit.width / fit.inner_width)
    y = (rows[:, [1, 3]] - fit.top) * (fit.height / fit.inner_height)
    x = np.clip(x, 0, fit.width).round(2)
    y = np.clip(y, 0, fit.height).round(2)
    return [
        Detection(int(cls), Box(x1, y1, x2, y2), round(score, 6))
        for (x1, x2), (y1, y2), score, cls in zip(
            x.tolist(), y.tolist(), rows[:, 4].tolist(), rows[:, 5].tolist(), strict=True
        )
        if x2 > x1 and y2 > y1
    ]
