"""Editing an outline: its corners move, come and go; holes and further parts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from verify_app.core.regions import Point, Polygon, Ring
from verify_app.gui.canvas.editing.box_drag import clamped
from verify_app.gui.canvas.editing.handles import RegionEditor, Size

LEAST_CORNERS = 3


def named(part: str) -> tuple[int, int, int]:
    """Part, ring and corner that a name like ``0.1.5`` or ``+0.1.5`` stands for."""
    p, r, i = part.lstrip("+").split(".")
    return int(p), int(r), int(i)


def corners(region: Polygon) -> Iterator[tuple[str, Point]]:
    """Every corner with its name."""
    for p, part in enumerate(region.parts):
        for r, ring in enumerate(part):
            for i, point in enumerate(ring):
                yield f"{p}.{r}.{i}", point


def with_ring(region: Polygon, p: int, r: int, ring: Ring) -> Polygon:
    """The polygon with another ring in the place of one; an empty one takes it away, a part with its outer ring."""
    parts = [list(part) for part in region.parts]
    if ring:
        parts[p][r] = ring
    elif r == 0:
        del parts[p]
    else:
        del parts[p][r]
    return Polygon(tuple(tuple(part) for part in parts))


def drawn_in(region: Polygon, *, size: Size) -> Polygon:
    """The polygon with corners that a rounding error has put outside the image on its edge."""
    box, (width, height) = region.bounds, size
    if box.x1 >= 0 and box.y1 >= 0 and box.x2 <= width and box.y2 <= height:
        return region
    return Polygon(
        tuple(
            tuple(tuple(clamped(x, y, width=width, height=height) for x, y in ring) for ring in p) for p in region.parts
        )
    )


def without(region: Polygon, part: str) -> Polygon | None:
    """The polygon without a corner; a ring of three goes altogether. None when nothing would be left."""
    p, r, i = named(part)
    ring = region.parts[p][r]
    if len(ring) > LEAST_CORNERS:
        return with_ring(region, p, r, (*ring[:i], *ring[i + 1 :]))
    if r == 0 and len(region.parts) == 1:
        return None
    return with_ring(region, p, r, ())


def with_corner(region: Polygon, part: str, at: Point) -> tuple[Polygon, str]:
    """The polygon with a new corner after the one named, and the new one's name."""
    p, r, i = named(part)
    ring = region.parts[p][r]
    return with_ring(region, p, r, (*ring[: i + 1], at, *ring[i + 1 :])), f"{p}.{r}.{i + 1}"


def next_corner(region: Polygon, part: str, by: int) -> str:
    """The name of the corner that comes after or before one, round and round through all rings."""
    names = [name for name, _ in corners(region)]
    return names[(names.index(part) + by) % len(names)] if part in names else names[0]


def place(region: Polygon, part: str) -> Point | None:
    """Where a corner is; None when there is no such corner any more."""
    p, r, i = named(part)
    try:
        return region.parts[p][r][i]
    except IndexError:
        return None


def side_after(region: Polygon, part: str) -> tuple[Point, Point]:
    """The two ends of the side that begins at a corner."""
    p, r, i = named(part)
    ring = region.parts[p][r]
    return ring[i], ring[(i + 1) % len(ring)]


def on_segment(a: Point, b: Point, x: float, y: float) -> tuple[float, Point]:
    """Distance from a point to a segment, and the nearest point of it."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = min(max(((x - a[0]) * dx + (y - a[1]) * dy) / length, 0.0), 1.0) if length else 0.0
    near = a[0] + t * dx, a[1] + t * dy
    return math.hypot(x - near[0], y - near[1]), near


def in_ring(ring: Ring, x: float, y: float) -> bool:
    """Whether a ray to the right crosses the ring an odd number of times."""
    inside = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        ax, ay = bx, by
    return inside


class PolygonEditor(RegionEditor):
    """A handle on each corner; the edge takes new ones."""

    def grips(self, region: Polygon, tolerance: float) -> Mapping[str, Point]:
        return dict(corners(region))

    def grab(self, region: Polygon, x: float, y: float, tolerance: float) -> str:
        box = region.bounds
        # the corners of a small outline leave an inside to move it by
        reach = min(tolerance * 1.2, max(min(box.width, box.height) / 5, tolerance / 4))
        best, found = reach, ""
        for name, (px, py) in corners(region):
            if abs(px - x) <= best and abs(py - y) <= best:
                far = math.hypot(px - x, py - y)
                if far <= best:
                    best, found = far, name
        return found

    def edge(self, region: Polygon, x: float, y: float, tolerance: float) -> str:
        box = region.bounds
        best, found = min(tolerance * 0.7, max(min(box.width, box.height) / 8, tolerance / 6)), ""
        for p, part in enumerate(region.parts):
            for r, ring in enumerate(part):
                for i, (a, b) in enumerate(zip(ring, (*ring[1:], ring[0]), strict=True)):
                    far, _ = on_segment(a, b, x, y)
                    if far <= best:
                        best, found = far, f"+{p}.{r}.{i}"
        return found

    def contains(self, region: Polygon, x: float, y: float) -> bool:
        return sum(in_ring(ring, x, y) for part in region.parts for ring in part) % 2 == 1

    def dragged(self, region: Polygon, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Polygon:
        width, height = size
        if part.startswith("+"):
            p, r, i = named(part)
            ring = region.parts[p][r]
            _, near = on_segment(ring[i], ring[(i + 1) % len(ring)], *start)
            to = clamped(near[0] + at[0] - start[0], near[1] + at[1] - start[1], width=width, height=height)
            return with_corner(region, part, to)[0]
        p, r, i = named(part)
        ring = region.parts[p][r]
        x, y = ring[i][0] + at[0] - start[0], ring[i][1] + at[1] - start[1]
        to = clamped(x, y, width=width, height=height)
        return region if to == ring[i] else with_ring(region, p, r, (*ring[:i], to, *ring[i + 1 :]))

    def moved(self, region: Polygon, dx: float, dy: float, *, size: Size) -> Polygon:
        return drawn_in(region.moved(dx, dy), size=size)

    def has_part(self, region: Polygon, part: str) -> bool:
        return part[:1].isdigit() and place(region, part) is not None

    def next_part(self, region: Polygon, part: str, by: int) -> str:
        return next_corner(region, part, by)

    def removed(self, region: Polygon, part: str) -> Polygon | None:
        return without(region, part)

    def inserted(self, region: Polygon, part: str) -> tuple[Polygon, str]:
        (ax, ay), (bx, by) = side_after(region, part)
        return with_corner(region, part, ((ax + bx) / 2, (ay + by) / 2))
