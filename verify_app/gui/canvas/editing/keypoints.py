"""Editing a pose: the points of a skeleton and the box round them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from verify_app.core.geometry import Box
from verify_app.core.regions import Keypoint, Keypoints
from verify_app.gui.canvas.editing.box_drag import clamped
from verify_app.gui.canvas.editing.handles import BoxEditor, Point, RegionEditor, Size

VISIBLE, OCCLUDED, ABSENT = 2, 1, 0
_NEXT = {VISIBLE: OCCLUDED, OCCLUDED: ABSENT, ABSENT: VISIBLE}
_BOX = BoxEditor()


def number(part: str) -> int:
    """Which point a name like ``p3`` stands for; -1 for a part of the box."""
    return int(part[1:]) if part[:1] == "p" and part[1:].isdigit() else -1


def hull(region: Keypoints) -> Box:
    """The box round box and points."""
    xs = [region.box.x1, region.box.x2, *(p.x for p in region.points if p.seen)]
    ys = [region.box.y1, region.box.y2, *(p.y for p in region.points if p.seen)]
    return Box(min(xs), min(ys), max(xs), max(ys))


def place(region: Keypoints, index: int) -> Point:
    """Where a point is; one that is absent and has no place of its own is looked for in the middle."""
    point = region.points[index]
    if point.seen or region.box.contains(point.x, point.y):
        return point.x, point.y
    return region.box.center


def moved(region: Keypoints, dx: float, dy: float, *, size: Size) -> Keypoints:
    """Box and points shifted; absent points, which have no place, stay as they are noted."""
    width, height = size
    points = tuple(
        Keypoint(*clamped(p.x + dx, p.y + dy, width=width, height=height), p.seen) if p.seen else p
        for p in region.points
    )
    return Keypoints(region.box.moved(dx, dy).clipped(width, height), points)


def with_point(region: Keypoints, index: int, point: Keypoint) -> Keypoints:
    """The skeleton with another point in the place of one."""
    points = (*region.points[:index], point, *region.points[index + 1 :])
    return Keypoints(region.box, points)


def toggled(region: Keypoints, index: int, to: int | None = None) -> Keypoints:
    """The skeleton with a point that is seen otherwise: as told, else visible, occluded, absent in turn."""
    point = region.points[index]
    seen = _NEXT[point.seen] if to is None else to
    if seen == point.seen:
        return region
    x, y = place(region, index)
    return with_point(region, index, Keypoint(x, y, seen))


def next_point(region: Keypoints, part: str, by: int) -> str:
    """The name of the point that comes after or before one, round and round."""
    return f"p{(number(part) + by) % len(region.points)}"


class KeypointsEditor(RegionEditor):
    """A handle on each point that is there, and those of the box."""

    def grips(self, region: Keypoints, tolerance: float) -> Mapping[str, Point]:
        points = {f"p{i}": (p.x, p.y) for i, p in enumerate(region.points) if p.seen}
        return {**_BOX.grips(region.box, tolerance), **points}

    def grab(self, region: Keypoints, x: float, y: float, tolerance: float) -> str:
        best, found = tolerance * 1.2, ""
        for i, point in enumerate(region.points):
            far = math.hypot(point.x - x, point.y - y)
            if point.seen and far <= best:
                best, found = far, f"p{i}"
        return found or _BOX.grab(region.box, x, y, tolerance)

    def edge(self, region: Keypoints, x: float, y: float, tolerance: float) -> str:
        return _BOX.edge(region.box, x, y, tolerance)

    def contains(self, region: Keypoints, x: float, y: float) -> bool:
        return region.box.contains(x, y)

    def dragged(self, region: Keypoints, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Keypoints:
        index = number(part)
        if index < 0:
            return replace(region, box=_BOX.dragged(region.box, part, start, at, size=size, snap=snap))
        point = region.points[index]
        x, y = clamped(point.x + at[0] - start[0], point.y + at[1] - start[1], width=size[0], height=size[1])
        return region if (x, y) == (point.x, point.y) else with_point(region, index, Keypoint(x, y, point.seen))

    def moved(self, region: Keypoints, dx: float, dy: float, *, size: Size) -> Keypoints:
        return moved(region, dx, dy, size=size)

    def reach(self, region: Keypoints) -> Box:
        return hull(region)

    def has_part(self, region: Keypoints, part: str) -> bool:
        return 0 <= number(part) < len(region.points)

    def next_part(self, region: Keypoints, part: str, by: int) -> str:
        return next_point(region, part, by) if part else "p0"

    def removed(self, region: Keypoints, part: str) -> Keypoints:
        return toggled(region, number(part), ABSENT)

    def toggled(self, region: Keypoints, part: str) -> Keypoints:
        return toggled(region, number(part))
