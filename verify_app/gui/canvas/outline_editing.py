"""What keys do to the selected outline: fewer corners, a further part, a hole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.records import Item
from verify_app.core.regions import Polygon
from verify_app.gui.canvas import late
from verify_app.gui.canvas.tool_host import ToolHost
from verify_app.gui.tools.base import Stage

if TYPE_CHECKING:
    from verify_app.gui.canvas.polygon_ops import Simplification


class OutlineEditing:
    """Acts on the selected object when it is an outline that may be changed."""

    def __init__(self, stage: Stage, tools: ToolHost) -> None:
        self._stage, self._tools = stage, tools
        self._trial: Simplification | None = None

    def preview_simplified(self, tolerance: float) -> tuple[int, int] | None:
        """Show the outline with fewer corners; how many it has and would have. None when it is no outline."""
        main = self._outline()
        if main is None or self._stage.locked(main):
            return None
        if self._trial is None or self._trial.item_id != main.id:
            self._trial = late.polygon_ops.Simplification(main)
        counts = self._trial.tried(tolerance)
        self._stage.preview_ghosts([self._trial.region])
        return counts

    def apply_simplified(self) -> None:
        """Keep what `preview_simplified` shows."""
        made, self._trial = self._trial, None
        self._stage.preview_ghosts([])
        if made is not None and made.changed:
            self._stage.reshape(made.item_id, made.region)

    def cancel_simplified(self) -> None:
        """Leave the outline as it is."""
        self._trial = None
        self._stage.preview_ghosts([])

    @property
    def simplifying(self) -> bool:
        """Whether an outline with fewer corners is shown and not kept yet."""
        return self._trial is not None

    def subtract(self) -> bool:
        """Take what the others of several selected outlines cover off the first; False when that changes nothing."""
        main, found = self._outline(), self._stage.selection
        left = main.region if main is not None and isinstance(main.region, Polygon) else None
        for other in found[1:]:
            if left is not None and isinstance(other.region, Polygon):
                left = late.polygon_ops.with_hole(left, other.region)
        if main is None or left is None or left == main.region:
            return False
        self._stage.reshape(main.id, left)
        return True

    def draw_on(self, *, cuts: bool) -> bool:
        """Draw a further part of the outline, or a hole in it; False when there is none that may be changed."""
        main = self._outline()
        if main is None:
            return False
        if self._stage.locked(main):
            self._stage.say_locked(main)
            return False
        self._tools.take("polygon")
        self._tools.tool.draw_on(main.id, cuts=cuts)
        self._stage.say(self._tools.tool.hint())
        return True

    def _outline(self) -> Item | None:
        main = self._stage.selected
        return main if main is not None and main.region.kind == "polygon" else None
