"""The rectangles that a region of the screen is made of."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion


def rectangles(region: QRegion) -> Iterator[QRect]:
    """They do not overlap, and together are the region."""
    found: Iterator[QRect] = iter(region)  # type: ignore[call-overload]  # PySide6's stub does not say that it can
    return found
