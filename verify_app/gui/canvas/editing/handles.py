"""What can be taken hold of on a region, and what becomes of it: one form for each kind of region, no Qt.

A *part* names what is held: a side or corner of a box (`HANDLES`), ``turn``, a corner of an outline (``0.1.5``: part,
ring, corner), a place on its edge (``+0.1.5``: after that corner), a point of a skeleton (``p3``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Protocol

from verify_app.core.geometry import Box, Region
from verify_app.gui.canvas.editing import box_drag

HANDLES = ("nw", "n", "ne", "e", "se", "s", "sw", "w")
"""Names of a box's handles, clockwise from the top left; also the parts an edge drag moves."""

Point = tuple[float, float]
Size = tuple[float, float]


class Form(Protocol):
    """How a person handles one kind of region. Places and tolerances are in image pixels."""

    def grips(self, region: Any, tolerance: float) -> Mapping[str, Point]:
        """The handles to draw, each by its part; `tolerance` is what `GRAB` screen pixels are in the image."""
        ...

    def grab(self, region: Any, x: float, y: float, tolerance: float) -> str:
        """The handle under a point; empty for none."""
        ...

    def edge(self, region: Any, x: float, y: float, tolerance: float) -> str:
        """The part of the outline under a point; empty for none."""
        ...

    def contains(self, region: Any, x: float, y: float) -> bool:
        """Whether a point is inside."""
        ...

    def dragged(self, region: Any, part: str, start: Point, at: Point, *, size: Size, snap: bool) -> Region:
        """The region after a part of it was dragged from `start` to `at`, inside an image of `size`.

        `snap` keeps to round values where the kind has such.
        """
        ...


def handle_points(box: Box) -> dict[str, Point]:
    """Centre of each handle."""
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
    """Which side or corner of the outline a point is on, one of `HANDLES`; empty when on none."""
    if not (box.x1 - tolerance <= x <= box.x2 + tolerance and box.y1 - tolerance <= y <= box.y2 + tolerance):
        return ""
    vertical = "n" if abs(y - box.y1) <= tolerance else "s" if abs(y - box.y2) <= tolerance else ""
    horizontal = "w" if abs(x - box.x1) <= tolerance else "e" if abs(x - box.x2) <= tolerance else ""
    return vertical + horizontal


def is_small(box: Box, tolerance: float) -> bool:
    """Whether handles in the middle of its sides would cover it."""
    return min(box.width, box.height) < 5 * tolerance


class BoxForm:
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


class ImageForm:
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


def _later(module: str, name: str) -> Callable[[], Form]:
    def load() -> Form:
        made: Form = getattr(import_module(f"verify_app.gui.canvas.editing.{module}"), name)()
        return made

    return load


_MAKERS: dict[str, Callable[[], Form]] = {
    "box": BoxForm,
    "image": ImageForm,
    "obb": _later("oriented_box", "ObbForm"),
    "polygon": _later("polygon", "PolygonForm"),
    "keypoints": _later("keypoints", "PointsForm"),
}
_made: dict[str, Form] = {}


def form_of(region: Region) -> Form:
    """How this kind of region is handled; loaded when the first of its kind is."""
    form = _made.get(region.kind)
    if form is None:
        form = _made[region.kind] = _MAKERS[region.kind]()
    return form
