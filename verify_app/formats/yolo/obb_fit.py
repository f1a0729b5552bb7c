"""Oriented boxes as Ultralytics takes and understands them.

Its loader checks the upright box round the four corners (centre inside the image, sides no longer than the image's, 1 %
tolerance) and drops the whole image else; corners alone may lie outside. It then takes the smallest rectangle round the
four corners (`cv2.minAreaRect`), which for corners of a rectangle is that rectangle.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify_app.core.heavy import shapely
from verify_app.core.overlap import intersection
from verify_app.core.regions import OrientedBox, Point, geometry_of, turned

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_SQUARE = 1e-3
"""Share of the longer side that corners may be off a rectangle and still be taken for one."""


def acceptable(box: OrientedBox, width: float, height: float) -> OrientedBox | None:
    """Itself where the loader takes it, else the rectangle it takes that fits the part inside the image best.

    Tried are the part's smallest rectangles at the box's own angle and at any, each also shortened until it is taken,
    and the upright box round the part; the one with the largest overlap (IoU) with the part is chosen.

    Returns
    -------
    OrientedBox or None
        None when nothing with an area lies inside the image.
    """
    if not (box.width > 0 and box.height > 0):
        return None
    if _taken(box, width, height):
        return box
    part = intersection(geometry_of(box), shapely.box(0.0, 0.0, width, height))
    if not part.area > 0:
        return None
    fits = [one for one in _candidates(part, box.angle, width, height) if _taken(one, width, height)]
    return max(fits, key=lambda one: _overlap(one, part), default=None)


def _candidates(part: BaseGeometry, angle: float, width: float, height: float) -> Iterator[OrientedBox]:
    x1, y1, x2, y2 = part.bounds
    yield OrientedBox((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1, 0.0)
    any_angle = from_corners(list(part.minimum_rotated_rectangle.exterior.coords)[:4])
    for tight in (_round(part, angle), any_angle):
        yield tight
        yield _shortened(tight, width, height)


def _round(part: BaseGeometry, angle: float) -> OrientedBox:
    """The smallest rectangle at an angle round a shape."""
    flat = shapely.affinity.rotate(part, -angle, origin=(0, 0), use_radians=True)
    x1, y1, x2, y2 = flat.bounds
    cos, sin = math.cos(angle), math.sin(angle)
    cx, cy = (x1 + x2) / 2, (y1 + y2) / 2
    return OrientedBox(cx * cos - cy * sin, cx * sin + cy * cos, x2 - x1, y2 - y1, angle)


def _shortened(box: OrientedBox, width: float, height: float) -> OrientedBox:
    """Its longer side shortened about its centre until the upright box round it is no larger than the image."""
    cos, sin = abs(math.cos(box.angle)), abs(math.sin(box.angle))
    across, along = (sin, cos) if box.width >= box.height else (cos, sin)
    short = min(box.width, box.height)
    room = [(side - short * share) / by for side, share, by in ((width, across, along), (height, along, across)) if by]
    long = max(0.0, min(max(box.width, box.height), *room))
    sides = (long, short) if box.width >= box.height else (short, long)
    return OrientedBox(box.cx, box.cy, *sides, box.angle)


def _taken(box: OrientedBox, width: float, height: float) -> bool:
    round_it = box.bounds
    cx, cy = round_it.center
    return (
        0 <= cx <= width
        and 0 <= cy <= height
        and 0 < round_it.width <= width * (1 + 1e-6)
        and 0 < round_it.height <= height * (1 + 1e-6)
    )


def _overlap(box: OrientedBox, part: BaseGeometry) -> float:
    shape = geometry_of(box)
    shared = shape.intersection(part).area
    return float(shared / (shape.area + part.area - shared))


def from_corners(corners: Sequence[Point]) -> OrientedBox:
    """The oriented box of four corners, the very one where they form a rectangle; else the smallest round them."""
    box = _of(corners)
    if _off(box, corners) <= _SQUARE * max(box.width, box.height):
        return box
    hull = shapely.MultiPoint(corners).minimum_rotated_rectangle
    if not isinstance(hull, shapely.Polygon):
        return box
    return _of(list(hull.exterior.coords)[:4])


def _of(corners: Sequence[Point]) -> OrientedBox:
    """As `OrientedBox.of_corners`, but both sides have a say in the angle: a short one alone tells little."""
    box = OrientedBox.of_corners(corners)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    ux, uy = (bx - ax) + (cx - dx), (by - ay) + (cy - dy)
    vx, vy = (cx - bx) + (dx - ax), (cy - by) + (dy - ay)
    way = 1.0 if ux * vy - uy * vx >= 0 else -1.0
    return replace(box, angle=turned(math.atan2(uy - way * vx, ux + way * vy)))


def _off(box: OrientedBox, corners: Sequence[Point]) -> float:
    """How far the farthest corner is from its corner of the box, counted either way round."""
    points = list(box.points)
    start = min(range(4), key=lambda i: math.dist(points[i], corners[0]))
    ahead = points[start:] + points[:start]
    ways = (ahead, [ahead[0], *reversed(ahead[1:])])
    return min(max(map(math.dist, way, corners)) for way in ways)
