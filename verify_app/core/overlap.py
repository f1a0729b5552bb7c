"""Overlap and cutting of outlines, by shapely. Loaded only where oriented boxes or polygons meet."""

from __future__ import annotations

from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from verify_app.core.geometry import Box, Region, iou
from verify_app.core.regions import OrientedBox, Polygon, Ring


@lru_cache(maxsize=4096)
def geometry_of(region: OrientedBox | Polygon) -> BaseGeometry:
    """The region as a valid shapely geometry; rings that cross themselves are mended."""
    if isinstance(region, OrientedBox):
        shape: BaseGeometry = shapely.Polygon(region.points)
    else:
        shape = shapely.MultiPolygon([(part[0], list(part[1:])) for part in region.parts])
    return shape if shape.is_valid else shapely.make_valid(shape)


def shape_iou(a: OrientedBox | Polygon, b: Region) -> float:
    """Intersection over union of two regions, 0 to 1; by their boxes when the other is neither of the two kinds."""
    if not isinstance(b, OrientedBox | Polygon):
        return iou(a.bounds, b.bounds)
    if iou(a.bounds, b.bounds) == 0.0:
        return 0.0
    first, second = geometry_of(a), geometry_of(b)
    shared = first.intersection(second).area
    union = first.area + second.area - shared
    return float(shared / union) if union > 0.0 else 0.0


def cut(polygon: Polygon, width: float, height: float) -> Polygon | None:
    """The part of a polygon inside an image; None when under a square pixel is left."""
    return polygon_of(geometry_of(polygon).intersection(shapely.box(0.0, 0.0, width, height)))


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
