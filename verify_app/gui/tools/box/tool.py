"""Draw a box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from verify_app.core.geometry import Box
from verify_app.gui.canvas.editing import box_drag
from verify_app.gui.tools.base import Pointer, Stage, Tool


class BoxTool(Tool):
    """Press, drag, release: a new box. With Shift held the tool stays in hand for the next one."""

    id = "box"

    def __init__(self) -> None:
        self._start: Pointer | None = None

    def hint(self) -> str:
        return QCoreApplication.translate("tools", "Drag a box. With Shift held at its end, another one follows.")

    def press(self, stage: Stage, at: Pointer) -> None:
        self._start = at
        stage.pick("")

    def move(self, stage: Stage, at: Pointer) -> None:
        if self._start is not None:
            stage.preview(spanned(stage, self._start, at))

    def release(self, stage: Stage, at: Pointer) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        stage.preview(None)
        box = spanned(stage, start, at)
        if is_drawn(box, at):
            stage.draw(box, more=at.shift)

    def dragging(self) -> bool:
        return self._start is not None

    def take_back(self, stage: Stage) -> bool:
        return self.cancel(stage)

    def cancel(self, stage: Stage) -> bool:
        dragging, self._start = self._start is not None, None
        stage.preview(None)
        return dragging


def spanned(stage: Stage, start: Pointer, at: Pointer) -> Box:
    """The box between two places, cut to the image."""
    width, height = stage.image_size
    return box_drag.span(start.x, start.y, at.x, at.y, width=width, height=height)


def is_drawn(box: Box, at: Pointer) -> bool:
    """Whether that was a drag, not a click."""
    least = max(box_drag.LEAST, at.tolerance / 3)
    return box.width >= least and box.height >= least
