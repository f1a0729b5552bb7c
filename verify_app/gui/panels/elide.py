"""Shortens the names of images so that what tells one file from the next can still be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def shortened(name: str, metrics: QFontMetrics, room: int) -> str:
    """A path within its source on one line, no wider than `room` pixels: its folders go first, then the middle."""
    name = name.replace("\n", "⏎")
    if metrics.horizontalAdvance(name) <= room:
        return name
    file = name.rpartition("/")[2]
    if metrics.horizontalAdvance(f"…/{file}") <= room:
        return metrics.elidedText(name, Qt.TextElideMode.ElideLeft, room)
    return metrics.elidedText(file, Qt.TextElideMode.ElideMiddle, room)
