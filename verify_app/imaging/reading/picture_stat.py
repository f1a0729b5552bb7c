"""A few numbers of a picture that need no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.records import PictureStat
from verify_app.imaging.opencv import cv2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE = 256
"""Longer side of the grey picture that is measured, pixels: what is sharp at one size may be blurred at another."""


def picture_stat(image: NDArray[np.uint8]) -> PictureStat:
    """Size, brightness and blur of a (height, width, 3) uint8 RGB picture.

    Source of the blur: variance of the Laplacian, Pech-Pacheco et al., Diatom autofocusing in brightfield microscopy,
    ICPR 2000.
    """
    height, width = image.shape[:2]
    scale = SIDE / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)  # first: a third of the work is left for what follows
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    _, spread = cv2.meanStdDev(cv2.Laplacian(small, cv2.CV_16S))
    return PictureStat(width, height, round(cv2.mean(small)[0] / 255, 6), round(float(spread[0, 0]) ** 2, 4))
