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
        return f"…/{file}"
    return metrics.elidedText(file, Qt.TextElideMode.ElideMiddle, room)


GAP = 8
"""Pixels between the name of a file and its folder."""


def file_and_folder(name: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """A path within its source as the file's name and its folder, both together no wider than `room` pixels.

    Where room is short, only the last part of the folder is told, and then nothing of it.
    """
    folder, _, file = name.replace("\n", "⏎").rpartition("/")
    file = metrics.elidedText(file, Qt.TextElideMode.ElideMiddle, room)
    left = room - metrics.horizontalAdvance(file) - GAP
    last = f"…/{folder.rpartition('/')[2]}" if "/" in folder else folder
    return file, next((text for text in (folder, last) if metrics.horizontalAdvance(text) <= left), "")
