"""What a person can take hold of on a region, and what becomes of it: one editor for each kind of region, no Qt.

A *part* names what is held: a side or corner of a box (`HANDLES`), ``turn``, a corner of an outline (``0.1.5``: part,
ring, corner), a place on its edge (``+0.1.5``: after that corner), a point of a skeleton (``p3``).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from verify_app.core.geometry import Box, Region
from verify_app.gui.canvas.editing import box_drag

HANDLES = ("nw", "n", "ne", "e", "se", "s", "sw", "w")
"""Names of a box's handles, clockwise from the top left; also the parts an edge drag moves."""

Point = tuple[float, float]
Size = tuple[float, float]


class RegionEditor(ABC):
    """How a person handles one kind of region. Places and tolerances are in image pixels.

    A kind without parts that can be held, as corners and points can, leaves out what follows `reach`.
    """

    @abstractmethod
    def grips(self, region: Any, tolerance: float) -> Mapping[str, Point]:
        """Return the handles to draw, each by its part; `tolerance` is what `GRAB` screen pixels are in the image."""

    @abstractmethod
    def grab(self, region: Any, x: float, y: float, tolerance: float) -> str:
        """Return the handle under a point; empty for none."""

    @abstractmethod
    def edge(self, region: Any, x: float, y: float, tolerance: float) -> str:
        """Return the part of the outline under a point; empty for none."""

    @abstractmethod
    def contains(self, region: Any, x: float, y: float) -> bool:
        """Whether a point is inside."""

    @abstractmethod
    def dragged(self, region: Any, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Region:
        """Return the region after a part of it was dragged from `start` to `at`, inside an image of `size`.

        `snap` keeps to round values where the kind has such.
        """

    def moved(self, region: Any, dx: float, dy: float, *, size: Size) -> Region:
        """Return the region shifted by what there is room for in an image of `size`."""
        there: Region = region.moved(dx, dy)
        return there

    def reach(self, region: Any) -> Box:
        """Return the box round all of the region that is drawn and must stay inside the image."""
        box: Box = region.bounds
        return box

    def has_part(self, region: Any, part: str) -> bool:
        """Whether the region has this corner or point."""
        return False

    def next_part(self, region: Any, part: str, by: int) -> str:
        """Return the corner or point that comes so many after one, round and round; the first one when it has none."""
        return ""

    def removed(self, region: Any, part: str) -> Region | None:
        """Return the region without a corner, or with a point absent; None when nothing would be left."""
        kept: Region = region
        return kept

    def inserted(self, region: Any, part: str) -> tuple[Region, str]:
        """Return the region with a corner half way to the next one, and the new one's name."""
        return region, part

    def toggled(self, region: Any, part: str) -> Region:
        """Return the region with a point visible, occluded or absent, whichever comes next."""
        kept: Region = region
        return kept


def handle_points(box: Box) -> dict[str, Point]:
    """Return the centre of each handle."""
    mx, my = box.center
    xs = {"w": box.x1, "e": box.x2}
    ys = {"n": box.y1, "s": box.y2}
    found = {}
    for part in HANDLES:
        x = next((xs[c] for c in part if c in xs), mx)
        y = next((ys[c] for c in part if c in ys), my)
        found[part] = (x, y)
    return found


def side(box: Box, x: float, y: float, tolerance: float) -> str:
    """Return the side or corner of the outline that a point is on, one of `HANDLES`; empty when on none."""
    if not (box.x1 - tolerance <= x <= box.x2 + tolerance and box.y1 - tolerance <= y <= box.y2 + tolerance):
        return ""
    vertical = "n" if abs(y - box.y1) <= tolerance else "s" if abs(y - box.y2) <= tolerance else ""
    horizontal = "w" if abs(x - box.x1) <= tolerance else "e" if abs(x - box.x2) <= tolerance else ""
    return vertical + horizontal


def is_small(box: Box, tolerance: float) -> bool:
    """Whether handles in the middle of its sides would cover it."""
    return min(box.width, box.height) < 5 * tolerance


class BoxEditor(RegionEditor):
    """Eight handles, four sides; a small box keeps its corners and an inside to be moved by."""

    def grips(self, region: Box, tolerance: float) -> Mapping[str, Point]:
        points = handle_points(region)
        return {p: at for p, at in points.items() if len(p) == 2} if is_small(region, tolerance) else points

    def grab(self, region: Box, x: float, y: float, tolerance: float) -> str:
        for part, (px, py) in self.grips(region, tolerance).items():
            if abs(x - px) <= tolerance and abs(y - py) <= tolerance:
                return part
        return ""

    def edge(self, region: Box, x: float, y: float, tolerance: float) -> str:
        return side(region, x, y, tolerance)

    def contains(self, region: Box, x: float, y: float) -> bool:
        return region.contains(x, y)

    def dragged(self, region: Box, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Box:
        # the grabbed side keeps its distance to the pointer: no jump at the first pixel
        x = (region.x1 if "w" in part else region.x2) + at[0] - start[0]
        y = (region.y1 if "n" in part else region.y2) + at[1] - start[1]
        return box_drag.resized(region, part, x, y, width=size[0], height=size[1])

    def moved(self, region: Box, dx: float, dy: float, *, size: Size) -> Box:
        return region.moved(dx, dy).clipped(*size)  # a rounding error would be refused as outside


class ImageEditor(RegionEditor):
    """The whole image: nothing of it can be moved, every place is inside."""

    def grips(self, region: Any, tolerance: float) -> Mapping[str, Point]:
        return {}

    def grab(self, region: Any, x: float, y: float, tolerance: float) -> str:
        return ""

    def edge(self, region: Any, x: float, y: float, tolerance: float) -> str:
        return ""

    def contains(self, region: Any, x: float, y: float) -> bool:
        return True

    def dragged(self, region: Any, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Region:
        kept: Region = region
        return kept


_EDITORS: dict[str, type[RegionEditor]] = {"box": BoxEditor, "image": ImageEditor}
_LATER = {
    "obb": ("oriented_box", "OrientedBoxEditor"),
    "polygon": ("polygon", "PolygonEditor"),
    "keypoints": ("keypoints", "KeypointsEditor"),
}
"""Module and class of the kinds that a project with boxes never needs."""
_made: dict[str, RegionEditor] = {}


def editor_of(region: Region) -> RegionEditor:
    """Return how this kind of region is handled; loaded with the first region of its kind."""
    editor = _made.get(region.kind)
    if editor is None:
        kind = _EDITORS.get(region.kind)
        if kind is None:
            module, name = _LATER[region.kind]
            kind = getattr(import_module(f"verify_app.gui.canvas.editing.{module}"), name)
        editor = _made[region.kind] = kind()
    return editor
