"""OpenCV, loaded when something of it is first used, and only from here: never in the window's process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.heavy import Late

__all__ = ["cv2"]

if TYPE_CHECKING:
    import cv2
else:
    cv2 = Late("cv2")
