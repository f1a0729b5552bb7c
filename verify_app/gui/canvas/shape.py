"""How a drag changes a box: pure functions, float64 image pixels, the result always inside the image."""

from __future__ import annotations

from verify_app.core.geometry import Box

LEAST = 1.0
"""Shortest side in pixels: the gate takes nothing smaller."""


def span(ax: float, ay: float, bx: float, by: float, *, width: float, height: float) -> Box:
    """Box between two points, cut to the image."""
    return Box.of((ax, ay, bx, by)).clipped(width, height)


def moved(box: Box, dx: float, dy: float, *, width: float, height: float) -> Box:
    """The box shifted as a whole; at the image's edge it stops with its size kept."""
    dx = min(max(dx, -box.x1), width - box.x2) if box.width <= width else 0.0
    dy = min(max(dy, -box.y1), height - box.y2) if box.height <= height else 0.0
    return box.moved(dx, dy).clipped(width, height)


def resized(box: Box, part: str, x: float, y: float, *, width: float, height: float) -> Box:
    """The box with the sides in `part` (see `hit.HANDLES`) dragged to a point; sides may cross.

    A side that would make the box thinner than `LEAST` stops there.
    """
    x, y = min(max(x, 0.0), width), min(max(y, 0.0), height)
    x1, x2 = _pair(box.x1, box.x2, x, low="w" in part, high="e" in part, limit=width)
    y1, y2 = _pair(box.y1, box.y2, y, low="n" in part, high="s" in part, limit=height)
    return Box(x1, y1, x2, y2).clipped(width, height)


def _pair(a: float, b: float, at: float, *, low: bool, high: bool, limit: float) -> tuple[float, float]:
    if not (low or high):
        return a, b
    fixed = b if low else a
    first, last = min(fixed, at), max(fixed, at)
    if last - first < LEAST:
        first = min(first, limit - LEAST)
        last = first + LEAST
    return first, last
