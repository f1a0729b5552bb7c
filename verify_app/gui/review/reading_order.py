"""The order in which one goes through objects: row by row, each from the left."""

from __future__ import annotations

from verify_app.core.records import Item

ROWS = 8
"""Bands an image is read in."""


def reading_place(item: Item, height: float) -> tuple[float, float]:
    """Where an object comes on an image of this height: its row, and how far to the right."""
    x, y = item.region.bounds.center
    return y // max(1.0, height / ROWS), x
