"""How a drag changes a box, and how far a region may be moved: pure functions, float64 image pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from verify_app.core.geometry import Box

if TYPE_CHECKING:
    from verify_app.core.geometry import Region
    from verify_app.core.records import Item

    AnyRegion = TypeVar("AnyRegion", bound=Region)

LEAST = 1.0
"""Shortest side in pixels: the gate takes nothing smaller."""


def span(ax: float, ay: float, bx: float, by: float, *, width: float, height: float) -> Box:
    """Box between two points, cut to the image."""
    return Box.of((ax, ay, bx, by)).clipped(width, height)


def clamped(x: float, y: float, *, width: float, height: float) -> tuple[float, float]:
    """The nearest point of the image."""
    return min(max(x, 0.0), width), min(max(y, 0.0), height)


def room(bounds: Box, dx: float, dy: float, *, width: float, height: float) -> tuple[float, float]:
    """How far of ``dx, dy`` something within `bounds` can move without leaving the image.

    What lies outside already (a corner of an oriented box) comes no further out.
    """
    dx = min(max(dx, min(-bounds.x1, 0.0)), max(width - bounds.x2, 0.0))
    dy = min(max(dy, min(-bounds.y1, 0.0)), max(height - bounds.y2, 0.0))
    return dx, dy


def moved(region: AnyRegion, dx: float, dy: float, *, width: float, height: float) -> AnyRegion:
    """The region shifted as a whole; at the image's edge it stops with its size kept."""
    dx, dy = room(reach(region), dx, dy, width=width, height=height)
    if not (dx or dy):
        return region
    if region.kind == "keypoints":
        from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

        return keypoints.moved(region, dx, dy, size=(width, height))  # type: ignore[arg-type, return-value]
    there = region.moved(dx, dy)
    if isinstance(there, Box):
        there = there.clipped(width, height)  # a rounding error would be refused as outside
    elif there.kind == "polygon":
        from verify_app.gui.canvas.editing import polygon  # noqa: PLC0415  in segment projects only

        there = polygon.drawn_in(there, size=(width, height))  # type: ignore[arg-type]
    return there  # type: ignore[return-value]


def reach(region: Region) -> Box:
    """The box round all of a region that must stay inside the image."""
    if region.kind != "keypoints":
        return region.bounds
    from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

    return keypoints.hull(region)  # type: ignore[arg-type]


def moved_together(items: Sequence[Item], dx: float, dy: float, size: tuple[float, float]) -> dict[str, Region]:
    """Every item shifted by as much as all of them can be; their distances stay."""
    boxes = [reach(item.region) for item in items if item.region.kind != "image"]
    for box in boxes:
        dx, dy = room(box, dx, dy, width=size[0], height=size[1])
    return {item.id: moved(item.region, dx, dy, width=size[0], height=size[1]) for item in items}


def resized(box: Box, part: str, x: float, y: float, *, width: float, height: float) -> Box:
    """The box with the sides in `part` (see `hit.HANDLES`) dragged to a point; sides may cross.

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
