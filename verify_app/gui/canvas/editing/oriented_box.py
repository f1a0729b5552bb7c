"""Editing an oriented box: sides and corners in its own axes, and a handle to turn it by."""

from __future__ import annotations

import math
from collections.abc import Mapping

from verify_app.core.regions import OrientedBox, turned
from verify_app.gui.canvas.editing.box_drag import LEAST, clamped
from verify_app.gui.canvas.editing.handles import Point, RegionEditor, Size

ARM = 3.6
"""How far the turning handle stands off, in tolerances."""
SNAP = math.radians(15)

_SIGNS = {"n": (0, -1), "s": (0, 1), "w": (-1, 0), "e": (1, 0)}


def to_axes(box: OrientedBox, x: float, y: float) -> Point:
    """A place as distances from the centre along width and height."""
    cos, sin = math.cos(box.angle), math.sin(box.angle)
    dx, dy = x - box.cx, y - box.cy
    return dx * cos + dy * sin, dy * cos - dx * sin


def from_axes(box: OrientedBox, u: float, v: float) -> Point:
    """The place at distances from the centre along width and height."""
    cos, sin = math.cos(box.angle), math.sin(box.angle)
    return box.cx + u * cos - v * sin, box.cy + u * sin + v * cos


class OrientedBoxEditor(RegionEditor):
    """Eight handles in the box's own axes and ``turn``; a small one keeps its corners."""

    def grips(self, region: OrientedBox, tolerance: float) -> Mapping[str, Point]:
        small = min(region.width, region.height) < 5 * tolerance
        found = {}
        for part in ("nw", "n", "ne", "e", "se", "s", "sw", "w"):
            if small and len(part) == 1:
                continue
            u = sum(_SIGNS[c][0] for c in part) * region.width / 2
            v = sum(_SIGNS[c][1] for c in part) * region.height / 2
            found[part] = from_axes(region, u, v)
        found["turn"] = from_axes(region, 0.0, -region.height / 2 - ARM * tolerance)
        return found

    def grab(self, region: OrientedBox, x: float, y: float, tolerance: float) -> str:
        for part, (px, py) in self.grips(region, tolerance).items():
            if math.hypot(x - px, y - py) <= tolerance * 1.2:
                return part
        return ""

    def edge(self, region: OrientedBox, x: float, y: float, tolerance: float) -> str:
        u, v = to_axes(region, x, y)
        half_w, half_h = region.width / 2, region.height / 2
        if abs(u) > half_w + tolerance or abs(v) > half_h + tolerance:
            return ""
        vertical = "n" if abs(v + half_h) <= tolerance else "s" if abs(v - half_h) <= tolerance else ""
        horizontal = "w" if abs(u + half_w) <= tolerance else "e" if abs(u - half_w) <= tolerance else ""
        return vertical + horizontal

    def contains(self, region: OrientedBox, x: float, y: float) -> bool:
        u, v = to_axes(region, x, y)
        return abs(u) <= region.width / 2 and abs(v) <= region.height / 2

    def dragged(
        self, region: OrientedBox, part: str, start: Point, at: Point, *, size: Size, snap: bool
    ) -> OrientedBox:
        if part == "turn":
            return self._turned(region, start, at, snap=snap)
        at = clamped(*at, width=size[0], height=size[1])
        (u0, v0), (u1, v1) = to_axes(region, *start), to_axes(region, *at)
        left, right = _pair(region.width / 2, u1 - u0, low="w" in part, high="e" in part)
        top, bottom = _pair(region.height / 2, v1 - v0, low="n" in part, high="s" in part)
        cx, cy = from_axes(region, (left + right) / 2, (top + bottom) / 2)
        cx, cy = clamped(cx, cy, width=size[0], height=size[1])
        return OrientedBox(cx, cy, right - left, bottom - top, region.angle)

    @staticmethod
    def _turned(region: OrientedBox, start: Point, at: Point, *, snap: bool) -> OrientedBox:
        before = math.atan2(start[1] - region.cy, start[0] - region.cx)
        now = math.atan2(at[1] - region.cy, at[0] - region.cx)
        angle = region.angle + now - before
        if snap:
            angle = round(angle / SNAP) * SNAP
        return OrientedBox(region.cx, region.cy, region.width, region.height, turned(angle))


def _pair(half: float, by: float, *, low: bool, high: bool) -> tuple[float, float]:
    """Two opposite sides after one of them was dragged; they may cross, but never meet."""
    if not (low or high):
        return -half, half
    fixed, there = (half, -half + by) if low else (-half, half + by)
    first, last = min(fixed, there), max(fixed, there)
    if last - first < LEAST:
        return (last - LEAST, last) if low else (first, first + LEAST)
    return first, last


def from_side(a: Point, b: Point, at: Point) -> OrientedBox | None:
    """The box with the side a-b that reaches as far as a third point; None when it has no area."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if length < LEAST:
        return None
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    reach = (at[1] - a[1]) * ux - (at[0] - a[0]) * uy
    if abs(reach) < LEAST:
        return None
    cx = (a[0] + b[0]) / 2 - uy * reach / 2
    cy = (a[1] + b[1]) / 2 + ux * reach / 2
    return OrientedBox(cx, cy, length, abs(reach), turned(math.atan2(uy, ux)))


def snapped(a: Point, b: Point) -> Point:
    """The end of a side turned to the nearest 15 degrees, its length kept."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    angle = round(math.atan2(b[1] - a[1], b[0] - a[0]) / SNAP) * SNAP
    return a[0] + length * math.cos(angle), a[1] + length * math.sin(angle)
