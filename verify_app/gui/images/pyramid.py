"""A picture at the size that is needed and its halved copies, from which the canvas draws."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from verify_app.gui.images.qt_decoder import FACTORS

SMALLEST = 1024
"""Halved copies are made until the longer side is at most this, in pixels."""

ALWAYS_WHOLE = 2_100_000
"""Pixels up to which a picture is decoded in full at once: 10 ms or so."""

MOST_WHOLE = 25_000_000
"""Pixels up to which a picture that cannot be scaled while decoding is held in full at 32 bits; sharper parts of
larger ones are decoded where they are looked at."""


def factor_for(size: tuple[int, int], screen: QSize) -> int:
    """By how much a picture may be scaled down and still have a pixel for each of the screen's when it fits."""
    width, height = size
    if width * height <= ALWAYS_WHOLE or min(size) < 8 * FACTORS[-1]:
        return 1
    fit = min(screen.width() / width, screen.height() / height)
    return max((factor for factor in FACTORS if 1 / factor >= fit), default=1)


def halves(image: QImage) -> tuple[QImage, ...]:
    """The image and its halved copies down to `SMALLEST`."""
    if image.format() not in (QImage.Format.Format_RGB32, QImage.Format.Format_Grayscale8):
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > SMALLEST:
        size = (levels[-1].size() / 2).expandedTo(QSize(1, 1))
        smooth = levels[-1].scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        levels.append(smooth.convertToFormat(image.format()))
    return tuple(levels)
