"""Modules that a project with boxes never needs: each is loaded when it is first used, and only from here."""

from __future__ import annotations

from functools import cache
from types import ModuleType


@cache
def region_path() -> ModuleType:
    """Return the module that makes paths of outlines and oriented boxes."""
    from verify_app.gui.canvas import region_path as module  # noqa: PLC0415

    return module


@cache
def skeleton_paint() -> ModuleType:
    """Return the module that draws poses."""
    from verify_app.gui.canvas import skeleton_paint as module  # noqa: PLC0415

    return module


@cache
def class_banner() -> ModuleType:
    """Return the module that draws the classes of a whole image."""
    from verify_app.gui.canvas.bars import class_banner as module  # noqa: PLC0415

    return module


@cache
def polygon_ops() -> ModuleType:
    """Return the module that works on outlines with shapely."""
    from verify_app.gui.canvas import polygon_ops as module  # noqa: PLC0415

    return module
