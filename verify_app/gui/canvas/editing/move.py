"""Moving regions of any kind as a whole, alone or together, inside the image: float64 image pixels."""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.gui.canvas.editing.box_drag import room
from verify_app.gui.canvas.editing.handles import editor_of


def reach(region: Region) -> Box:
    """Return the box round all of a region that is drawn and must stay inside the image."""
    return editor_of(region).reach(region) if region.kind == "keypoints" else region.bounds


def moved(region: Region, dx: float, dy: float, *, width: float, height: float) -> Region:
    """Return the region shifted as a whole; at the image's edge it stops with its size kept."""
    dx, dy = room(reach(region), dx, dy, width=width, height=height)
    if not (dx or dy):
        return region
    return editor_of(region).moved(region, dx, dy, size=(width, height))


def moved_together(items: Sequence[Item], dx: float, dy: float, size: tuple[float, float]) -> dict[str, Region]:
    """Return every item's region shifted by as much as all of them can be; their distances stay."""
    boxes = [reach(item.region) for item in items if item.region.kind != "image"]
    for box in boxes:
        dx, dy = room(box, dx, dy, width=size[0], height=size[1])
    return {item.id: moved(item.region, dx, dy, width=size[0], height=size[1]) for item in items}
