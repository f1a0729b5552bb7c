"""Outlines mended, cut, joined and simplified by shapely; loaded when a person first does so."""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.core.geometry import Point
from verify_app.core.heavy import shapely
from verify_app.core.records import Item
from verify_app.core.regions import Polygon, geometry_of, polygon_of, simplified


def mended(drawn: Polygon) -> Polygon | None:
    """Return what was drawn as it is when it is a proper outline; where it crosses itself, the areas it encloses.

    None when it encloses less than a square pixel.
    """
    shape = geometry_of(drawn)
    if len(drawn.rings) == 1 and drawn.area >= 1.0 and shape.geom_type in ("Polygon", "MultiPolygon"):
        whole = shape.geoms[0] if shape.geom_type == "MultiPolygon" and len(shape.geoms) == 1 else shape
        if whole.geom_type == "Polygon" and len(whole.exterior.coords) == len(drawn.rings[0]) + 1:
            return drawn
    return polygon_of(shape)


def with_hole(region: Polygon, drawn: Polygon) -> Polygon | None:
    """Return the outline less what was drawn; parts it does not touch keep their corners. None when nothing is left."""
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
    """Return the outline and what was drawn; where they overlap they become one."""
    whole, more = geometry_of(region), geometry_of(drawn)
    if not whole.intersects(more):
        return Polygon((*region.parts, *drawn.parts))
    return polygon_of(whole.union(more))


def joined(regions: Sequence[Polygon]) -> Polygon:
    """Return several outlines as one, of several parts where they do not touch."""
    whole = regions[0]
    for other in regions[1:]:
        whole = with_part(whole, other) or whole
    return whole


def divided(region: Polygon, line: Sequence[Point]) -> list[Polygon]:
    """Return the pieces into which a line cuts an outline, the largest first; only itself when it cuts nothing.

    Parts that the line leaves whole stay with the largest piece.
    """
    whole: list[Polygon] = []
    cut_off: list[Polygon] = []
    for part in region.parts:
        pieces = _faces(Polygon((part,)), line)
        (cut_off if len(pieces) > 1 else whole).extend(pieces if len(pieces) > 1 else [Polygon((part,))])
    if not cut_off:
        return [region]
    first, *others = sorted(cut_off, key=lambda piece: -piece.area)
    return [Polygon((*first.parts, *(part for piece in whole for part in piece.parts))), *others]


def _faces(part: Polygon, line: Sequence[Point]) -> list[Polygon]:
    area = geometry_of(part)
    edges = shapely.union_all([area.boundary, shapely.LineString(line)])
    faces = [face for face in shapely.polygonize([edges]).geoms if area.contains(face.representative_point())]
    return [made for face in faces if (made := polygon_of(face)) is not None]


class Simplification:
    """What becomes of one object's outline while a person chooses the tolerance."""

    def __init__(self, item: Item) -> None:
        assert isinstance(item.region, Polygon)
        self.item_id = item.id
        self._before = item.region
        self.region = item.region

    def tried(self, tolerance: float) -> tuple[int, int]:
        """Take corners away, so that it is off by `tolerance` pixels at most; how many it had and has."""
        made = simplified(self._before, tolerance) if tolerance > 0 else None
        fewer = made is not None and _corners(made) < _corners(self._before)
        self.region = made if made is not None and fewer else self._before
        return _corners(self._before), _corners(self.region)

    @property
    def changed(self) -> bool:
        """Whether there is anything to keep."""
        return self.region is not self._before


def _corners(polygon: Polygon) -> int:
    return sum(map(len, polygon.rings))
