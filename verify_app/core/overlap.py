"""Outlines as shapely's geometries: mended, met with each other, taken apart. Nothing here knows a region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify_app.core.geometry import FARTHEST, Part, Ring
from verify_app.core.heavy import np, shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_GRID = 1e-3
"""Pixels."""


def outline(ring: Ring, *, far: bool) -> BaseGeometry:
    """A single ring as a valid geometry; see `areas`."""
    with np.errstate(all="ignore"):
        return valid(shapely.Polygon(_drawn_in(ring) if far else ring))


def areas(parts: Sequence[Part], *, far: bool) -> BaseGeometry:
    """Parts as a valid geometry; rings that cross themselves are mended.

    Parameters
    ----------
    parts : sequence of Part
        Rings in pixels.
    far : bool
        Whether numbers may be beyond `FARTHEST`: they are drawn in to it, for of larger ones shapely makes no end.
    """
    if far:
        parts = [tuple(map(_drawn_in, part)) for part in parts]
    with np.errstate(all="ignore"):
        return valid(shapely.MultiPolygon([(part[0], list(part[1:])) for part in parts]))


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


def intersection(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """What two geometries share; on a fine grid where corners far outside leave no exact answer."""
    try:
        return a.intersection(b)
    except shapely.errors.GEOSException:
        return shapely.intersection(
            *(shapely.union_all(_polygons(x), grid_size=_GRID) for x in (a, b)), grid_size=_GRID
        )


def parts_of(shape: BaseGeometry, least: float) -> tuple[Part, ...]:
    """The areas of a geometry; parts under `least` square pixels fall away."""
    polygons = [g for g in _polygons(shape) if g.area >= least]
    return tuple((_ring(g.exterior), *(_ring(hole) for hole in g.interiors)) for g in polygons)


def _polygons(shape: BaseGeometry) -> list[shapely.Polygon]:
    if isinstance(shape, shapely.Polygon):
        return [shape]
    return [g for part in getattr(shape, "geoms", ()) for g in _polygons(part)]


def _ring(line: shapely.LinearRing) -> Ring:
    return tuple((float(x), float(y)) for x, y in list(line.coords)[:-1])
