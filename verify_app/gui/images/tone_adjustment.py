"""Brightness, contrast, gamma and the window of values: a table applied to what is painted, never to the picture."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QImage


class Adjustment(NamedTuple):
    """How the picture is shown; the stored picture is never touched.

    Parameters
    ----------
    brightness, contrast : float
        -1 to 1; 0 changes nothing.
    gamma : float
        0.1 to 10; above 1 brightens the dark parts.
    low, high : float, optional
        The values shown black and white, in the picture's own (0 to 255; 0 to 65,535 for 16-bit grey; any for
        float). Without both: as the model sees the picture.
    """

    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0
    low: float | None = None
    high: float | None = None

    @property
    def windowed(self) -> bool:
        """Whether a window of values is set."""
        return self.low is not None and self.high is not None


NEUTRAL = Adjustment()


@lru_cache(maxsize=4)
def _slope(contrast: float) -> float:
    """From 0 (all grey) over 1 (as it is) to 64 (nearly black or white)."""
    return math.tan((min(max(contrast, -1.0), 0.98) + 1.0) * math.pi / 4)


def tone(value: float, how: Adjustment) -> float:
    """Return a tone 0 to 1 after gamma, contrast about the middle, brightness; clipped to 0 to 1."""
    value = min(max(value, 0.0), 1.0) ** (1.0 / min(max(how.gamma, 0.1), 10.0))
    slope = _slope(how.contrast)
    return min(max((value - 0.5) * slope + 0.5 + how.brightness, 0.0), 1.0)


def span(how: Adjustment, low: float, high: float) -> tuple[float, float]:
    """Return the values shown black and white: those of the window, else `low` and `high`."""
    if how.low is None or how.high is None:
        return low, high
    return how.low, max(how.high, how.low + 1e-12 * max(1.0, abs(how.low)))


@lru_cache(maxsize=8)
def table8(how: Adjustment) -> bytes:
    """Return what each of 256 values becomes."""
    low, high = span(how, 0.0, 255.0)
    return bytes(round(255 * tone((value - low) / (high - low), how)) for value in range(256))


def adjusted(image: QImage, how: Adjustment) -> QImage:
    """Return an 8-bit image with the table applied to every channel."""
    grey = image.format() == QImage.Format.Format_Grayscale8
    if not grey and image.format() != QImage.Format.Format_RGB32:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    table = table8(how)
    pixels = bytes(image.constBits()).translate(table)
    if not grey and table[255] != 255:  # the fourth byte must stay opaque
        whole = bytearray(pixels)
        whole[3::4] = b"\xff" * (len(whole) // 4)
        pixels = bytes(whole)
    toned = QImage(image.size(), image.format())
    toned.bits()[:] = pixels  # type: ignore[index]  # writable memory, says Qt
    return toned
