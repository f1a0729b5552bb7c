"""What is under the pointer: pure functions over the items, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from verify_app.core.geometry import Box
from verify_app.core.records import Item

HANDLES = ("nw", "n", "ne", "e", "se", "s", "sw", "w")
"""Names of a box's handles, clockwise from the top left; also the parts an edge drag moves."""


class Kind(StrEnum):
    """What was hit."""

    HANDLE = "handle"
    EDGE = "edge"
    BODY = "body"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Target:
    """What is under a point.

    Parameters
    ----------
    item_id : str
        Empty when nothing is.
    part : str
        For handles and edges one of `HANDLES`: which sides a drag moves.
    """

    kind: Kind
    item_id: str = ""
    part: str = ""


NOTHING = Target(Kind.NOTHING)


def handle_points(box: Box) -> dict[str, tuple[float, float]]:
    """Where a box's handles are, in image pixels."""
    cx, cy = box.center
    return {
        "nw": (box.x1, box.y1),
        "n": (cx, box.y1),
        "ne": (box.x2, box.y1),
        "e": (box.x2, cy),
        "se": (box.x2, box.y2),
        "s": (cx, box.y2),
        "sw": (box.x1, box.y2),
        "w": (box.x1, cy),
    }


def small_first(items: Iterable[Item]) -> list[Item]:
    """In the order hits are looked for: small ones lie on top."""
    return sorted(items, key=lambda item: item.region.area)


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
    """
    if selected is not None:
        target = _on_selected(selected, x, y, tolerance)
        if target is not None:
            return target
    inside: Item | None = None
    for item in items:
        box = item.region
        if not (box.x1 - tolerance <= x <= box.x2 + tolerance and box.y1 - tolerance <= y <= box.y2 + tolerance):
            continue
        if not box.contains(x, y):
            if inside is None:
                return Target(Kind.EDGE, item.id, side(box, x, y, tolerance))
        elif inside is None:
            inside = item
            break
    return NOTHING if inside is None else Target(Kind.BODY, inside.id)


def _on_selected(item: Item, x: float, y: float, tolerance: float) -> Target | None:
    box = item.region
    corners_only = min(box.width, box.height) < 5 * tolerance  # middle handles would cover a small box
    for part, (px, py) in handle_points(box).items():
        if len(part) == 1 and corners_only:
            continue
        if abs(x - px) <= tolerance and abs(y - py) <= tolerance:
            return Target(Kind.HANDLE, item.id, part)
    part = side(box, x, y, tolerance)
    if part and not corners_only:
        return Target(Kind.EDGE, item.id, part)
    return Target(Kind.BODY, item.id) if box.contains(x, y) and corners_only else None


def side(box: Box, x: float, y: float, tolerance: float) -> str:
    """Which side or corner of the outline a point is on, one of `HANDLES`; empty when on none."""
    if not (box.x1 - tolerance <= x <= box.x2 + tolerance and box.y1 - tolerance <= y <= box.y2 + tolerance):
        return ""
    vertical = "n" if abs(y - box.y1) <= tolerance else "s" if abs(y - box.y2) <= tolerance else ""
    horizontal = "w" if abs(x - box.x1) <= tolerance else "e" if abs(x - box.x2) <= tolerance else ""
    return vertical + horizontal
