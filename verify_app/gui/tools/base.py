"""What a tool is, and what it may ask of the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTransform

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.gui.canvas.hit import Target


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is: image pixels, and how far a click may be off in image pixels."""

    x: float
    y: float
    tolerance: float
    shift: bool = False


class Stage(Protocol):
    """The canvas as tools see it."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the image in pixels."""

    @property
    def selected(self) -> Item | None:
        """The selected object."""

    def target(self, at: Pointer) -> Target:
        """What is under the pointer."""

    def item(self, item_id: str) -> Item | None:
        """An object on show by its id."""

    def preview(self, box: Box | None, *, of: str = "") -> None:
        """Show a box that is being dragged; `of` is the object it will change, empty for a new one."""

    def pick(self, item_id: str) -> None:
        """Select an object; empty for none."""

    def reshape(self, item_id: str, box: Box) -> None:
        """A drag has ended: the object is to have this box."""

    def draw(self, box: Box, *, more: bool) -> None:
        """A drag has ended: there is to be a new object; `more` keeps the tool in hand."""


class Tool(Protocol):
    """What the left button does. A drag is one action, on release."""

    id: str
    crosshair: bool

    def press(self, stage: Stage, at: Pointer) -> None: ...

    def move(self, stage: Stage, at: Pointer) -> None: ...

    def release(self, stage: Stage, at: Pointer) -> None: ...

    def cancel(self, stage: Stage) -> bool:
        """Give up a drag; False when there was none."""

    def cursor(self, stage: Stage, at: Pointer) -> Qt.CursorShape: ...

    def paint(self, painter: QPainter, transform: QTransform) -> None:
        """Draw what only this tool shows, in screen pixels."""
