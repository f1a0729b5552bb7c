"""The regions of the other tasks: oriented boxes, polygons, keypoints, the whole image. Pixels, as `core.geometry`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from verify_app.core.errors import UserError
from verify_app.core.geometry import FARTHEST, Box, Part, Region, iou
from verify_app.core.geometry import Point as Point
from verify_app.core.geometry import Ring as Ring
from verify_app.core.heavy import shapely
from verify_app.core.messages import M
from verify_app.core.overlap import areas, intersection, outline, parts_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

POINT_SIGMA = 0.05
"""COCO's per-point constant, the same for all points of a skeleton that we know nothing of."""


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise UserError(M("A region is made of finite numbers, in pixels."))
    return float(value)


def _points(values: Any) -> Ring:
    try:
        return tuple((_number(x), _number(y)) for x, y in values)
    except (TypeError, ValueError) as error:
        raise UserError(M("A ring of a polygon is a list of [x, y] in pixels.")) from error


def _bounds(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class OrientedBox:
    """A rotated rectangle.

    Parameters
    ----------
    cx, cy : float
        Centre in pixels.
    width, height : float
        Sides in pixels, before rotation.
    angle : float
        Radians, clockwise on the screen (y points down), 0 <= angle < pi, as Ultralytics' ``xywhr``.
    """

    cx: float
    cy: float
    width: float
    height: float
    angle: float

    kind: ClassVar[str] = "obb"

    @classmethod
    def of(cls, values: Iterable[float]) -> OrientedBox:
        """Make one from ``cx, cy, width, height, angle``; the angle may be any.

        Raises
        ------
        UserError
            When these are not five finite numbers.
        """
        try:
            cx, cy, width, height, angle = (_number(v) for v in values)
        except (TypeError, ValueError) as error:
            raise UserError(M("An oriented box is five numbers: cx, cy, width, height in pixels, angle.")) from error
        return cls(cx, cy, abs(width), abs(height), turned(angle))

    @classmethod
    def of_corners(cls, corners: Sequence[Point]) -> OrientedBox:
        """From four corners in order, as files of oriented boxes hold them."""
        (ax, ay), (bx, by), (qx, qy), (dx, dy) = corners
        width = (math.hypot(bx - ax, by - ay) + math.hypot(qx - dx, qy - dy)) / 2
        height = (math.hypot(qx - bx, qy - by) + math.hypot(dx - ax, dy - ay)) / 2
        angle = math.atan2((by - ay) + (qy - dy), (bx - ax) + (qx - dx))
        return cls((ax + bx + qx + dx) / 4, (ay + by + qy + dy) / 4, width, height, turned(angle))

    @property
    def points(self) -> Ring:
        """Its four corners, clockwise from the one that is top left before rotation."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        ux, uy, vx, vy = cos * self.width / 2, sin * self.width / 2, -sin * self.height / 2, cos * self.height / 2
        return tuple(
            (self.cx + a * ux + b * vx, self.cy + a * uy + b * vy) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        )

    @property
    def bounds(self) -> Box:
        return _bounds(self.points)

    @property
    def area(self) -> float:
        return self.width * self.height

    def data(self) -> Any:
        return [self.cx, self.cy, self.width, self.height, self.angle]

    def overlap(self, other: Region) -> float:
        return shape_iou(self, other)

    likeness = overlap

    def moved(self, dx: float, dy: float) -> OrientedBox:
        return replace(self, cx=self.cx + dx, cy=self.cy + dy)

    def rotated(self, by: float) -> OrientedBox:
        """Turned about its centre by radians, clockwise."""
        return replace(self, angle=turned(self.angle + by))

    def inside(self, width: float, height: float) -> OrientedBox | None:
        """Itself: corners of an oriented box may lie outside; None when its centre does or a side is under a pixel."""
        centred = 0 <= self.cx <= width and 0 <= self.cy <= height
        return self if centred and self.width >= 1.0 and self.height >= 1.0 else None


def turned(angle: float) -> float:
    """An angle in radians, brought to 0 <= angle < pi: half a turn changes nothing of a rectangle."""
    angle %= math.pi
    return angle if angle < math.pi else 0.0


@dataclass(frozen=True)
class Polygon:
    """One object's outline: one or more parts, each with holes or without.

    Parameters
    ----------
    parts : tuple of Part
        Of each part the outer ring, then its holes.
    """

    parts: tuple[Part, ...]

    kind: ClassVar[str] = "polygon"

    @classmethod
    def of(cls, parts: Any) -> Polygon:
        """Make one from nested lists ``[[outer, hole, ...], ...]``, each ring a list of ``[x, y]``.

        Raises
        ------
        UserError
            When it is nothing of the kind, or a ring has fewer than three corners.
        """
        try:
            made = tuple(tuple(_points(ring) for ring in part) for part in parts)
        except TypeError as error:
            raise UserError(
                M("A polygon is a list of parts; a part is a list of rings of [x, y] in pixels.")
            ) from error
        if not made or not all(made) or any(len(ring) < 3 for part in made for ring in part):
            raise UserError(M("A polygon needs a part, and every ring of it three corners or more."))
        return cls(made)

    @classmethod
    def simple(cls, ring: Iterable[Point]) -> Polygon:
        """One part without holes."""
        return cls.of([[ring]])

    @property
    def rings(self) -> list[Ring]:
        """Every ring of every part, outer ones and holes."""
        return [ring for part in self.parts for ring in part]

    @cached_property
    def bounds(self) -> Box:
        return _bounds(point for part in self.parts for point in part[0])

    @cached_property
    def area(self) -> float:
        return sum(ring_area(part[0]) - sum(map(ring_area, part[1:])) for part in self.parts)

    def data(self) -> Any:
        return [[[list(point) for point in ring] for ring in part] for part in self.parts]

    def overlap(self, other: Region) -> float:
        if self == other:
            return 1.0
        return shape_iou(self, other)

    likeness = overlap

    def moved(self, dx: float, dy: float) -> Polygon:
        return Polygon(tuple(tuple(tuple((x + dx, y + dy) for x, y in ring) for ring in p) for p in self.parts))

    def inside(self, width: float, height: float) -> Polygon | None:
        """The part inside the image; itself when it lies inside, so that an outline is not changed by looking at it."""
        box = self.bounds
        if box.x1 >= 0 and box.y1 >= 0 and box.x2 <= width and box.y2 <= height:
            return self if self.area >= 1.0 else None
        return cut(self, width, height)


def ring_area(ring: Ring) -> float:
    """Area of a ring in square pixels (shoelace formula)."""
    total = 0.0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        total += ax * by - bx * ay
    return abs(total) / 2


# --- where outlines meet --------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def geometry_of(region: OrientedBox | Polygon) -> BaseGeometry:
    """The region as a valid shapely geometry; see `overlap.areas`."""
    far = not max(map(abs, region.bounds.corners())) <= FARTHEST  # what is no number too
    return outline(region.points, far=far) if isinstance(region, OrientedBox) else areas(region.parts, far=far)


def shape_iou(a: OrientedBox | Polygon, b: Region) -> float:
    """Intersection over union of two regions, 0 to 1; by their boxes when the other is neither of the two kinds."""
    if not isinstance(b, OrientedBox | Polygon):
        return iou(a.bounds, b.bounds)
    if iou(a.bounds, b.bounds) == 0.0:
        return 0.0
    first, second = geometry_of(a), geometry_of(b)
    shared = intersection(first, second).area
    union = first.area + second.area - shared
    return float(shared / union) if union > 0.0 else 0.0


def cut(polygon: Polygon, width: float, height: float) -> Polygon | None:
    """The part of a polygon inside an image; None when under a square pixel is left."""
    return polygon_of(intersection(geometry_of(polygon), shapely.box(0.0, 0.0, width, height)))


def painted(line: Sequence[Point], radius: float, *, size: tuple[float, float], tolerance: float) -> Polygon | None:
    """What a round brush of this radius covers on its way, inside an image; off by `tolerance` pixels at most.

    None when that is under a square pixel.
    """
    way = shapely.Point(line[0]) if len(set(line)) == 1 else shapely.LineString(line)
    shape = way.buffer(radius, quad_segs=16).simplify(tolerance, preserve_topology=True)
    return polygon_of(intersection(shape, shapely.box(0.0, 0.0, *size)))


def simplified(polygon: Polygon, tolerance: float) -> Polygon | None:
    """With fewer corners, none of the outline further off than `tolerance` pixels (Douglas-Peucker, topology kept).

    None when nothing is left of it.
    """
    return polygon_of(geometry_of(polygon).simplify(tolerance, preserve_topology=True))


def polygon_of(shape: BaseGeometry, *, least: float = 1.0) -> Polygon | None:
    """The areas of a geometry as a polygon; parts under `least` square pixels fall away; None when nothing is left."""
    parts = parts_of(shape, least)
    return Polygon(parts) if parts else None


@dataclass(frozen=True, slots=True)
class Keypoint:
    """One point of a skeleton: `seen` is 2 visible, 1 occluded (its place is known), 0 absent."""

    x: float
    y: float
    seen: int = 2


@dataclass(frozen=True, slots=True)
class Keypoints:
    """An object's box and the points of its skeleton, in the order of the project's list of points."""

    box: Box
    points: tuple[Keypoint, ...]

    kind: ClassVar[str] = "keypoints"

    @classmethod
    def of(cls, box: Iterable[float], points: Any) -> Keypoints:
        """Make one from box corners and ``[x, y, seen]`` of every point.

        Raises
        ------
        UserError
            When it is nothing of the kind.
        """
        try:
            made = tuple(Keypoint(_number(x), _number(y), _seen(seen)) for x, y, seen in points)
        except (TypeError, ValueError) as error:
            raise UserError(M("Keypoints are a list of [x, y, seen]; seen is 0, 1 or 2.")) from error
        return cls(Box.of(box), made)

    @property
    def bounds(self) -> Box:
        return self.box

    @property
    def area(self) -> float:
        return self.box.area

    def data(self) -> Any:
        return {"box": self.box.corners(), "points": [[p.x, p.y, p.seen] for p in self.points]}

    def overlap(self, other: Region) -> float:
        return iou(self.box, other.bounds)

    def likeness(self, other: Region) -> float:
        """The smaller of the boxes' IoU and the points' similarity; 0 when a point is seen otherwise."""
        if not isinstance(other, Keypoints) or [p.seen for p in self.points] != [p.seen for p in other.points]:
            return 0.0
        return min(iou(self.box, other.box), point_similarity(self, other))

    def moved(self, dx: float, dy: float) -> Keypoints:
        points = tuple(Keypoint(p.x + dx, p.y + dy, p.seen) if p.seen else p for p in self.points)
        return Keypoints(self.box.moved(dx, dy), points)

    def inside(self, width: float, height: float) -> Keypoints | None:
        """Box cut to the image; points that are there are drawn in to its edge."""
        box = self.box.inside(width, height)
        if box is None:
            return None
        points = tuple(Keypoint(min(max(p.x, 0.0), width), min(max(p.y, 0.0), height), p.seen) for p in self.points)
        return Keypoints(box, points)


def _seen(value: Any) -> int:
    if isinstance(value, bool) or value not in (0, 1, 2):
        raise ValueError(value)
    return int(value)


def point_similarity(a: Keypoints, b: Keypoints) -> float:
    """Object keypoint similarity, 0 to 1, over the points that `b` has; 1 when it has none.

    ``mean(exp(-d^2 / (2 s^2 k^2)))`` with ``s^2`` the area of b's box and ``k = 2 * POINT_SIGMA``
    (COCO keypoint evaluation, https://cocodataset.org/#keypoints-eval).
    """
    scale = 2 * max(b.box.area, 1.0) * (2 * POINT_SIGMA) ** 2
    pairs = [(p, q) for p, q in zip(a.points, b.points, strict=False) if q.seen]
    if not pairs:
        return 1.0
    return sum(math.exp(-((p.x - q.x) ** 2 + (p.y - q.y) ** 2) / scale) for p, q in pairs) / len(pairs)


@dataclass(frozen=True, slots=True)
class WholeImage:
    """The region of a classified image: all of it."""

    kind: ClassVar[str] = "image"

    @property
    def bounds(self) -> Box:
        return Box(0.0, 0.0, 0.0, 0.0)

    @property
    def area(self) -> float:
        return 0.0

    def data(self) -> Any:
        return True

    def overlap(self, other: Region) -> float:
        return float(isinstance(other, WholeImage))

    likeness = overlap

    def moved(self, dx: float, dy: float) -> WholeImage:
        return self

    def inside(self, width: float, height: float) -> WholeImage:
        return self


WHOLE_IMAGE = WholeImage()


def region_from(kind: str, data: Any) -> Region:
    """The region that `kind` and `data()` of one describe.

    Raises
    ------
    UserError
        When there is no such kind or the data is not of it.
    """
    match kind:
        case "box":
            return Box.of(data)
        case "obb":
            return OrientedBox.of(data)
        case "polygon":
            return Polygon.of(data)
        case "keypoints":
            if not isinstance(data, dict) or data.keys() != {"box", "points"}:
                raise UserError(M('Keypoints are {"box": [x1, y1, x2, y2], "points": [[x, y, seen], ...]}.'))
            return Keypoints.of(data["box"], data["points"])
        case "image" if data is True:
            return WHOLE_IMAGE
    raise UserError(M("A region is one of: box, obb, polygon, keypoints, image."))
