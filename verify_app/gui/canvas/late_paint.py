"""Modules that paint poses and classes of whole images: loaded when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.heavy import Late

__all__ = ["class_banner", "skeleton_paint"]

if TYPE_CHECKING:
    from verify_app.gui.canvas import skeleton_paint
    from verify_app.gui.canvas.bars import class_banner
else:
    skeleton_paint = Late("verify_app.gui.canvas.skeleton_paint")
    class_banner = Late("verify_app.gui.canvas.bars.class_banner")
