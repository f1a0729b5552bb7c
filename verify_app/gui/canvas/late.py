"""Modules on outlines and oriented boxes, which a project of upright boxes never needs: loaded when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.heavy import Late

__all__ = ["polygon_ops", "region_path"]

if TYPE_CHECKING:
    from verify_app.gui.canvas import polygon_ops, region_path
else:
    region_path = Late("verify_app.gui.canvas.region_path")
    polygon_ops = Late("verify_app.gui.canvas.polygon_ops")
