"""Regions in image pixels as displayed after EXIF orientation, float64; normalised only at file boundaries."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from verify_app.core.errors import UserError
from verify_app.core.messages import M

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""Three corners or more, not closed: the last one is joined to the first."""
Part = tuple[Ring, ...]
"""An outer ring, then its holes."""

FARTHEST = 1e9
"""Pixels from the corner of an image that a coordinate may be: more is a mistake, and what is made of it overflows."""


class Region(Protocol):
    """Where an object is: `Box` here, the others in `core.regions`."""

    @property
    def kind(self) -> str:
        """The key it is stored and printed under: box, obb, polygon, keypoints or image."""
        ...

    @property
    def bounds(self) -> Box:
        """The upright box round it."""
        ...

    @property
    def area(self) -> float:
        """In square pixels; what lies over what, and what counts as small."""
        ...

    def data(self) -> Any:
        """Plain numbers for JSON; `regions.region_from` reads them back exactly."""
        ...

    def overlap(self, other: Region) -> float:
        """How far two regions are the same object, 0 to 1 (IoU; see the domain glossary)."""
        ...

    def likeness(self, other: Region) -> float:
        """How far an edited region is still the predicted one, 0 to 1."""
        ...

    def moved(self, dx: float, dy: float) -> Region:
        """The same, somewhere else."""
        ...

    def inside(self, width: float, height: float) -> Region | None:
        """The part inside an image of `width` x `height` pixels; None when nothing worth keeping is left."""
        ...


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box.

    Parameters
    ----------
    x1, y1, x2, y2 : float
        Left, top, right and bottom in pixels, ``x1 <= x2`` and ``y1 <= y2``.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    kind: ClassVar[str] = "box"

    @classmethod
    def of(cls, corners: Iterable[float]) -> Box:
        """Make a box from two opposite corners in any order.

        Raises
        ------
        UserError
            When there are not four finite numbers.
        """
        try:
            ax, ay, bx, by = (float(v) for v in corners)
        except (TypeError, ValueError, OverflowError) as error:
            raise UserError(M("A box is four numbers: x1, y1, x2, y2 in pixels.")) from error
        if not all(map(math.isfinite, (ax, ay, bx, by))):
            raise UserError(M("A box needs finite numbers: x1, y1, x2, y2 in pixels."))
        return cls(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    @property
    def width(self) -> float:
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        return self.y2 - self.y1

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    @property
    def bounds(self) -> Box:
        return self

    def corners(self) -> list[float]:
        """``[x1, y1, x2, y2]``, as stored and printed."""
        return [self.x1, self.y1, self.x2, self.y2]

    def data(self) -> Any:
        return self.corners()

    def overlap(self, other: Region) -> float:
        return iou(self, other.bounds)

    likeness = overlap

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy)

    def clipped(self, width: float, height: float) -> Box:
        """The part inside an image of `width` x `height` pixels; may be empty (zero area)."""
        return Box(
            min(max(self.x1, 0.0), width),
            min(max(self.y1, 0.0), height),
            min(max(self.x2, 0.0), width),
            min(max(self.y2, 0.0), height),
        )

    def inside(self, width: float, height: float) -> Box | None:
        """As `clipped`; None when it is under a pixel either way."""
        part = self.clipped(width, height)
        return part if part.width >= 1.0 and part.height >= 1.0 else None

    def contains(self, x: float, y: float) -> bool:
        return self.x1 <= x <= self.x2 and self.y1 <= y <= self.y2


def iou(a: Box, b: Box) -> float:
    """Intersection over union of two boxes, 0 to 1; 0 when both are empty."""
    # written out: every rule of the review asks this, an image of thousands of objects by the ten thousand
    ax1, ay1, ax2, ay2, bx1, by1, bx2, by2 = a.x1, a.y1, a.x2, a.y2, b.x1, b.y1, b.x2, b.y2
    width = (ax2 if ax2 < bx2 else bx2) - (ax1 if ax1 > bx1 else bx1)
    if width <= 0.0:
        return 0.0
    height = (ay2 if ay2 < by2 else by2) - (ay1 if ay1 > by1 else by1)
    if height <= 0.0:
        return 0.0
    shared = width * height
    return shared / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared)
