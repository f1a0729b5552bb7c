"""Circles and ellipses as regions: the box round them, or an outline with corners enough."""

from __future__ import annotations

import math

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M
from verify_app.core.regions import Polygon
from verify_app.core.vocabulary import Task

OFF = 0.05
"""Pixels that an edge of the outline may lie inside the ellipse."""
MOST_CORNERS = 720


def ellipse(center: tuple[float, float], radii: tuple[float, float], angle: float, task: Task) -> Region:
    """The region of an ellipse turned by `angle` (radians, clockwise): its box for a project of boxes, else an outline.

    Raises
    ------
    UserError
        When a radius is none.
    """
    (cx, cy), (rx, ry) = center, radii
    if not (rx > 0 and ry > 0):
        raise UserError(M("a circle or an ellipse without an area"))
    cos, sin = math.cos(angle), math.sin(angle)
    if task is Task.DETECT:
        half = math.hypot(rx * cos, ry * sin), math.hypot(rx * sin, ry * cos)
        return Box(cx - half[0], cy - half[1], cx + half[0], cy + half[1])
    largest = max(rx, ry)
    step = 2 * math.acos(1 - OFF / largest) if largest > OFF else math.pi
    count = min(max(math.ceil(2 * math.pi / step), 12), MOST_CORNERS)
    turns = (2 * math.pi * n / count for n in range(count))
    along = [(rx * math.cos(t), ry * math.sin(t)) for t in turns]
    return Polygon.simple((cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in along)
