"""Objects as plain numbers, for datasets so large that a record of each is what reading them costs."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import Any

from verify_app.core.geometry import Box, Region
from verify_app.core.regions import OrientedBox, Point, Polygon, region_from

Plain = tuple[Any, str, Any]
"""Class name (or a number that stands for it), kind of region, its data as `packed` gives it."""


def packed(region: Region) -> Any:
    """The region's numbers; of an outline the rings of each part as bytes, see `ring_of`."""
    if isinstance(region, Polygon):
        return tuple(tuple(array("d", chain.from_iterable(ring)).tobytes() for ring in part) for part in region.parts)
    return region.data()


def ring_of(data: bytes) -> tuple[Point, ...]:
    """The corners of a ring that was packed: x and y of each, eight bytes a number."""
    numbers = array("d", data)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def corners_of(kind: str, data: Any) -> int:
    """How many corners the region has, as a measure of the memory it takes."""
    return sum(len(ring) for part in data for ring in part) // 16 if kind == "polygon" else 4


def region_of(kind: str, data: Any) -> Region:
    """The region whose numbers these are, without the checks that its reader has made."""
    match kind:
        case "box":
            return Box(*data)
        case "polygon":
            return Polygon(tuple(tuple(map(ring_of, part)) for part in data))
        case "obb":
            return OrientedBox(*data)
    return region_from(kind, data)
