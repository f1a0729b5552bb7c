"""What is cut out of an outline and added to it, by shapely. Loaded when the first outline is drawn."""

from __future__ import annotations

from verify_app.core.overlap import geometry_of, polygon_of
from verify_app.core.regions import Polygon


def mended(drawn: Polygon) -> Polygon | None:
    """What was drawn, as it is when it is a proper outline; where it crosses itself, the areas it encloses.

    None when it encloses less than a square pixel.
    """
    shape = geometry_of(drawn)
    if len(drawn.rings) == 1 and drawn.area >= 1.0 and shape.geom_type in ("Polygon", "MultiPolygon"):
        whole = shape.geoms[0] if shape.geom_type == "MultiPolygon" and len(shape.geoms) == 1 else shape
        if whole.geom_type == "Polygon" and len(whole.exterior.coords) == len(drawn.rings[0]) + 1:
            return drawn
    return polygon_of(shape)


def with_hole(region: Polygon, drawn: Polygon) -> Polygon | None:
    """The outline less what was drawn; what is not concerned keeps its corners. None when nothing is left."""
    hole, kept = geometry_of(drawn), []
    for part in region.parts:
        area = geometry_of(Polygon((part,)))
        if not area.intersects(hole):
            kept.append(part)
        elif len(drawn.rings) == 1 and area.contains_properly(hole):
            kept.append((*part, drawn.rings[0]))
        else:
            left = polygon_of(area.difference(hole))
            kept.extend(left.parts if left is not None else ())
    return Polygon(tuple(kept)) if kept else None


def with_part(region: Polygon, drawn: Polygon) -> Polygon | None:
    """The outline and what was drawn; where they overlap they become one."""
    whole, more = geometry_of(region), geometry_of(drawn)
    if not whole.intersects(more):
        return Polygon((*region.parts, *drawn.parts))
    return polygon_of(whole.union(more))
