"""The window of values of pictures with more than 8 bits, by numpy; loaded with the first such picture."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QImage

from verify_app.core.heavy import np
from verify_app.gui.images.tone_adjustment import Adjustment, span, tone


@lru_cache(maxsize=4)
def table16(how: Adjustment, first: float, last: float) -> bytes:
    """Return what each of 65,536 codes becomes, code 0 standing for the value `first` and the last one for `last`."""
    low, high = span(how, first, last)
    # 4,096 tones are finer than 8 bits can show
    tones = np.array([round(255 * tone(step / 4095, how)) for step in range(4096)], np.uint8)
    values = np.linspace(first, last, 65536)
    return tones[np.rint(np.clip((values - low) / (high - low), 0.0, 1.0) * 4095).astype(np.intp)].tobytes()


def windowed(image: QImage, how: Adjustment, first: float, last: float) -> QImage:
    """Return a Grayscale16 image as 8 bits through the window of values."""
    width, height = image.width(), image.height()
    codes = np.frombuffer(image.constBits(), np.uint16).reshape(height, image.bytesPerLine() // 2)[:, :width]
    line = (width + 3) // 4 * 4
    pixels = np.zeros((height, line), np.uint8)
    pixels[:, :width] = np.frombuffer(table16(how, first, last), np.uint8)[codes]
    return QImage(pixels.tobytes(), width, height, line, QImage.Format.Format_Grayscale8).copy()
