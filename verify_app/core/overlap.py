"""Overlap and cutting of outlines, by shapely. Loaded only where oriented boxes or polygons meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from verify_app.core.geometry import FARTHEST, Box, Region, iou
from verify_app.core.regions import OrientedBox, Polygon, Ring

_GRID = 1e-3
"""Pixels."""


@lru_cache(maxsize=4096)
def geometry_of(region: OrientedBox | Polygon) -> BaseGeometry:
    """The region as a valid shapely geometry; rings that cross themselves are mended.

    Numbers beyond `FARTHEST` are drawn in to it: of larger ones shapely makes no end.
    """
    parts: Sequence[tuple[Ring, ...]] = [(region.points,)] if isinstance(region, OrientedBox) else region.parts
    box = region.bounds
    if not max(map(abs, box.corners())) <= FARTHEST:  # what is no number too
        parts = [tuple(map(_drawn_in, part)) for part in parts]
    shape: BaseGeometry = (
        shapely.Polygon(parts[0][0])
        if isinstance(region, OrientedBox)
        else shapely.MultiPolygon([(part[0], list(part[1:])) for part in parts])
    )
    with np.errstate(all="ignore"):
        return valid(shape)


def valid(shape: BaseGeometry) -> BaseGeometry:
    """The geometry, or the same area without rings that cross themselves."""
    if shape.is_valid:
        return shape
    try:
        return shapely.make_valid(shape)
    except shapely.errors.GEOSException:  # what has no area beside what has one: part by part
        parts = [part for part in _polygons(shape) if part.envelope.area > 0]
        return shapely.union_all([shapely.buffer(part, 0.0) for part in parts])


def _drawn_in(ring: Ring) -> Ring:
    finite = (tuple(0.0 if value != value else value for value in point) for point in ring)
    return tuple((min(max(x, -FARTHEST), FARTHEST), min(max(y, -FARTHEST), FARTHEST)) for x, y in finite)


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


def intersection(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """What two geometries share; on a fine grid where corners far outside leave no exact answer."""
    try:
        return a.intersection(b)
    except shapely.errors.GEOSException:
        return shapely.intersection(
            *(shapely.union_all(_polygons(x), grid_size=_GRID) for x in (a, b)), grid_size=_GRID
        )


def simplified(polygon: Polygon, tolerance: float) -> Polygon | None:
    """With fewer corners, none of the outline further off than `tolerance` pixels (Douglas-Peucker, topology kept).

    None when nothing is left of it.
    """
    return polygon_of(geometry_of(polygon).simplify(tolerance, preserve_topology=True))


def polygon_of(shape: BaseGeometry, *, least: float = 1.0) -> Polygon | None:
    """The areas of a geometry as a polygon; parts under `least` square pixels fall away."""
    areas = [g for g in _polygons(shape) if g.area >= least]
    if not areas:
        return None
    return Polygon(tuple((_ring(g.exterior), *(_ring(hole) for hole in g.interiors)) for g in areas))


def _polygons(shape: BaseGeometry) -> list[shapely.Polygon]:
    if isinstance(shape, shapely.Polygon):
        return [shape]
    return [g for part in getattr(shape, "geoms", ()) for g in _polygons(part)]


def _ring(line: shapely.LinearRing) -> Ring:
    return tuple((float(x), float(y)) for x, y in list(line.coords)[:-1])


def bounds_of(regions: list[Region]) -> Box:
    """The upright box round several regions."""
    boxes = [region.bounds for region in regions]
    return Box(min(b.x1 for b in boxes), min(b.y1 for b in boxes), max(b.x2 for b in boxes), max(b.y2 for b in boxes))
