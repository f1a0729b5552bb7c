"""Outlines of regions as paths in image pixels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from verify_app.core.geometry import Region
from verify_app.core.regions import OrientedBox, Polygon


def path_of(region: Region) -> QPainterPath:
    """The outline; odd-even, so that holes stay open. Empty for the whole image."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    if isinstance(region, Polygon):
        for ring in region.rings:
            path.addPolygon(_closed(ring))
    elif isinstance(region, OrientedBox):
        path.addPolygon(_closed(region.points))
    elif region.kind != "image":
        box = region.bounds
        path.addRect(box.x1, box.y1, box.width, box.height)
    return path


def joined(regions: Iterable[Region]) -> QPainterPath:
    """The outlines of several regions in one path."""
    path = QPainterPath()
    for region in regions:
        path.addPath(path_of(region))
    return path


def _closed(ring: Iterable[tuple[float, float]]) -> QPolygonF:
    points = [QPointF(x, y) for x, y in ring]
    points.append(points[0])
    return QPolygonF(points)
