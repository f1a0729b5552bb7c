"""How a drag changes a box, and how far something may be moved: pure functions on float64 image pixels."""

from __future__ import annotations

from verify_app.core.geometry import Box

LEAST = 1.0
"""The shortest side, in pixels: the gate accepts nothing smaller."""


def span(ax: float, ay: float, bx: float, by: float, *, width: float, height: float) -> Box:
    """Return the box between two points, cut to the image."""
    return Box.of((ax, ay, bx, by)).clipped(width, height)


def clamped(x: float, y: float, *, width: float, height: float) -> tuple[float, float]:
    """Return the nearest point of the image."""
    return min(max(x, 0.0), width), min(max(y, 0.0), height)


def room(bounds: Box, dx: float, dy: float, *, width: float, height: float) -> tuple[float, float]:
    """Return how far of ``dx, dy`` something within `bounds` can move without leaving the image.

    What lies outside already (a corner of an oriented box) gets no further out.
    """
    dx = min(max(dx, min(-bounds.x1, 0.0)), max(width - bounds.x2, 0.0))
    dy = min(max(dy, min(-bounds.y1, 0.0)), max(height - bounds.y2, 0.0))
    return dx, dy


def resized(box: Box, part: str, x: float, y: float, *, width: float, height: float) -> Box:
    """Return the box with the sides in `part` (see `handles.HANDLES`) dragged to a point; sides may cross.

    A side that would make the box thinner than `LEAST` stops there.
    """
    x, y = clamped(x, y, width=width, height=height)
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
