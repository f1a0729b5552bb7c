"""What is under the pointer: pure functions over the items, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.gui.canvas.editing.handles import HANDLES, editor_of, handle_points, is_small

__all__ = ["HANDLES", "NOTHING", "Target", "TargetKind", "handle_points", "hit", "small_first", "stack", "within"]


class TargetKind(StrEnum):
    """What was hit."""

    HANDLE = "handle"
    EDGE = "edge"
    BODY = "body"
    NOTHING = "nothing"


class Target(NamedTuple):
    """What is under a point.

    Parameters
    ----------
    item_id : str
        Empty when nothing is.
    part : str
        For handles and edges which part of the region a drag moves (see `editing.handles`).
    """

    kind: TargetKind
    item_id: str = ""
    part: str = ""


NOTHING = Target(TargetKind.NOTHING)


def small_first(items: Iterable[Item]) -> list[Item]:
    """The order to look for a hit in: small ones lie on top, the whole image under everything."""
    return sorted(items, key=lambda item: (item.region.kind == "image", item.region.area))


def hit(items: Sequence[Item], x: float, y: float, *, tolerance: float, selected: Item | None = None) -> Target:
    """The target under a point: the selected item's handles and edges first, then edges and bodies, small ones first.

    Parameters
    ----------
    items : sequence of Item
        As `small_first` orders them.
    x, y : float
        Image pixels.
    tolerance : float
        How far off still hits, in image pixels (a fixed distance on the screen).
    selected : Item, optional
        The one with handles.
    """
    if selected is not None:
        target = _on_selected(selected, x, y, tolerance)
        if target is not None:
            return target
    for item in items:
        target = _on(item, x, y, tolerance)
        if target is not None:
            return target
    return NOTHING


def stack(items: Sequence[Item], x: float, y: float, *, tolerance: float) -> list[Item]:
    """Everything under a point, small ones first."""
    return [item for item in items if _on(item, x, y, tolerance) is not None]


def within(items: Iterable[Item], box: Box) -> list[Item]:
    """The items that lie wholly inside a box."""
    found = []
    for item in items:
        b = item.region.bounds
        if item.region.kind != "image" and box.x1 <= b.x1 and b.x2 <= box.x2 and box.y1 <= b.y1 and b.y2 <= box.y2:
            found.append(item)
    return found


def _on(item: Item, x: float, y: float, tolerance: float) -> Target | None:
    region = item.region
    if region.kind != "image":
        box = region.bounds
        if not (box.x1 - tolerance <= x <= box.x2 + tolerance and box.y1 - tolerance <= y <= box.y2 + tolerance):
            return None
    editor = editor_of(region)
    if editor.contains(region, x, y):
        return Target(TargetKind.BODY, item.id)
    part = editor.edge(region, x, y, tolerance)
    return Target(TargetKind.EDGE, item.id, part) if part else None


def _on_selected(item: Item, x: float, y: float, tolerance: float) -> Target | None:
    region = item.region
    editor = editor_of(region)
    part = editor.grab(region, x, y, tolerance)
    if part:
        return Target(TargetKind.HANDLE, item.id, part)
    small = region.kind != "polygon" and is_small(region.bounds, tolerance)
    part = editor.edge(region, x, y, tolerance)
    if part and not small:
        return Target(TargetKind.EDGE, item.id, part)
    return Target(TargetKind.BODY, item.id) if small and editor.contains(region, x, y) else None
