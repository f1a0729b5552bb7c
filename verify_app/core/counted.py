"""Amounts of things in words."""

from __future__ import annotations

from verify_app.core.messages import M

_ONE = {
    "fact": M("1 fact"),
    "generation": M("1 generation"),
    "image": M("1 image"),
    "gold image": M("1 gold image"),
    "label": M("1 label"),
    "object": M("1 object"),
    "point": M("1 point"),
    "prediction": M("1 prediction"),
}
_MANY = {
    "fact": M("{n} facts"),
    "generation": M("{n} generations"),
    "image": M("{n} images"),
    "gold image": M("{n} gold images"),
    "label": M("{n} labels"),
    "object": M("{n} objects"),
    "point": M("{n} points"),
    "prediction": M("{n} predictions"),
}


def counted(count: int, noun: str) -> M:
    """``1 image``, ``2 images``."""
    return _ONE[noun] if count == 1 else _MANY[noun].filled(n=count)
