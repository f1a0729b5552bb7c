"""What a tool is, and what it may ask of the canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton
    from verify_app.gui.canvas.drag_group import DragGroup
    from verify_app.gui.canvas.hit import Target

NONE = Qt.KeyboardModifier.NoModifier


class Pointer(NamedTuple):
    """Where the pointer is: image pixels, and how far a click may be off in image pixels."""

    x: float
    y: float
    tolerance: float
    shift: bool = False
    ctrl: bool = False
    alt: bool = False

    @property
    def place(self) -> tuple[float, float]:
        return self.x, self.y

    def near(self, other: Pointer | None, share: float = 1.0) -> bool:
        """Whether the other is within the tolerance, or a share of it."""
        reach = self.tolerance * share
        return other is not None and max(abs(self.x - other.x), abs(self.y - other.y)) < reach


class Stage(Protocol):
    """The canvas as tools see it."""

    part: str
    """The corner or point of the selected region that is in hand; empty for none."""
    skeleton: Skeleton | None

    @property
    def image_size(self) -> tuple[float, float]:
        """Width and height of the image in pixels."""
        ...

    @property
    def selected(self) -> Item | None:
        """The main selected object."""
        ...

    @property
    def selection(self) -> Sequence[Item]:
        """Every selected object, the main one first."""
        ...

    def locked(self, item: Item) -> bool:
        """Whether an object is verified and nobody has said that it is to be edited."""
        ...

    def say_locked(self, item: Item) -> None:
        """Say by whom an object is verified and how to edit it."""
        ...

    def say(self, text: str) -> None:
        """A hint of one line."""
        ...

    def target(self, at: Pointer) -> Target:
        """What is under the pointer."""
        ...

    def stack(self, at: Pointer) -> Sequence[Item]:
        """Everything under the pointer, small ones first."""
        ...

    def within(self, box: Box) -> Sequence[Item]:
        """The objects on show that lie wholly inside a box."""
        ...

    def item(self, item_id: str) -> Item | None:
        """An object on show by its id."""
        ...

    def hold(self, part: str) -> None:
        """Take a corner or point of the selected region in hand; empty for none."""
        ...

    def preview(self, region: Region | None, *, of: str = "") -> None:
        """Show a region that is being dragged; `of` is the object it will change, empty for a new one."""
        ...

    def preview_many(self, regions: Sequence[Region]) -> None:
        """Show several regions that are being dragged together."""
        ...

    def preview_group(self, group: DragGroup | None, dx: float = 0.0, dy: float = 0.0) -> None:
        """Show several objects that are dragged by so many image pixels; None when they are let go."""
        ...

    def preview_band(self, box: Box | None) -> None:
        """Show the box that selects what is inside it."""
        ...

    def preview_ghosts(self, regions: Sequence[Region]) -> None:
        """Show thin outlines of what might become of the selected object."""
        ...

    def redraw(self) -> None:
        """What the tool itself draws will be different now: to be said before and after."""
        ...

    def pick(self, item_id: str) -> None:
        """Select an object; empty for none."""
        ...

    def pick_many(self, item_ids: Sequence[str]) -> None:
        """Select several objects, the main one first."""
        ...

    def open(self, item_id: str) -> None:
        """An object was double-clicked."""
        ...

    def reshape(self, item_id: str, region: Region) -> None:
        """A drag has ended: the object is to have this region."""
        ...

    def move_many(self, regions: Mapping[str, Region]) -> None:
        """A drag of several objects has ended."""
        ...

    def draw(self, region: Region, *, more: bool) -> None:
        """A drawing is finished: there is to be a new object; `more` keeps the tool in hand."""
        ...

    def divide(self, item_id: str, pieces: Sequence[Region]) -> None:
        """An object is to be the first of these pieces, and each of the others one of its own."""
        ...

    def leave(self) -> None:
        """The tool is done: back to selecting."""
        ...


class Tool:
    """What the left button does. A drag is one action, on release. Tools do nothing of what they do not define."""

    id = ""
    crosshair = True
    named = True
    """Whether the class in hand stands beside what is drawn."""

    def hint(self) -> str:
        """How the tool is used, in a line; empty when that needs no words."""
        return ""

    def press(self, stage: Stage, at: Pointer) -> None:
        """The left button goes down."""

    def move(self, stage: Stage, at: Pointer) -> None:
        """The pointer moves with the left button down."""

    def hover(self, stage: Stage, at: Pointer) -> None:
        """The pointer moves with no button down."""

    def release(self, stage: Stage, at: Pointer) -> None:
        """The left button goes up."""

    def double(self, stage: Stage, at: Pointer) -> None:
        """The second press of a double click."""

    def context(self, stage: Stage, at: Pointer) -> None:
        """The right button goes down."""

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Whether a key is the tool's now, before any shortcut."""
        return False

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """A key that the tool claims."""

    def wheel(self, stage: Stage, steps: float) -> bool:
        """The wheel turns by so many notches with Shift held; False when that is not the tool's."""
        return False

    def takes_alt(self, stage: Stage, at: Pointer) -> bool:
        """Whether Alt with the left button is the tool's here; it pans otherwise."""
        return False

    def cancel(self, stage: Stage) -> bool:
        """Give up what is unfinished; False when there was nothing."""
        return False

    def dragging(self) -> bool:
        """Whether the left button is held on something that letting go decides."""
        return False

    def take_back(self, stage: Stage) -> bool:
        """Take back the last point of what is being drawn, or the drag; False when nothing is begun."""
        return False

    def draft(self) -> object:
        """What is drawn so far and not finished, for `take_up`; None when there is nothing that could be kept."""
        return None

    def take_up(self, stage: Stage, draft: object) -> None:
        """Go on with what `draft` said before."""

    def draw_on(self, item_id: str, *, cuts: bool) -> None:
        """What is drawn next becomes a part of this object, or a hole in it."""

    def cursor(self, stage: Stage, at: Pointer) -> Qt.CursorShape:
        """What the pointer looks like here."""
        return Qt.CursorShape.CrossCursor

    def reach(self) -> Box | None:
        """The part of the image that `paint` draws on, handles left aside; None when it draws nothing."""
        return None

    def paint(self, painter: QPainter, transform: QTransform, colour: QColor) -> None:
        """Draw what only this tool shows, in screen pixels."""
