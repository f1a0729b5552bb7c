"""The canvas as its tools see it: what is under the pointer, what a drag shows, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.gui.canvas import hit
from verify_app.gui.canvas.drag_group import DragGroup
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.canvas.hit import Target
from verify_app.gui.canvas.labels_layer import LabelsLayer
from verify_app.gui.canvas.selection_layer import SelectionLayer
from verify_app.gui.canvas.shown_objects import ShownObjects
from verify_app.gui.tools.base import Pointer
from verify_app.gui.tools.select import locked_text

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton


class CanvasStage(QObject):
    """What tools act on (`tools.base.Stage`). Its signals say what the person did; it changes no object itself.

    Parameters
    ----------
    objects : ShownObjects
        What is on the image.
    labels : LabelsLayer
        Knows which objects lie where.
    overlay : SelectionLayer
        Shows what is being dragged.
    """

    about_to_pick = Signal()
    """Before another object is selected: what is not handed over yet is handed over now."""
    picked = Signal(str)
    picked_many = Signal(object)
    reshaped = Signal(str, object)
    moved_many = Signal(object)
    drawn = Signal(object)
    divided = Signal(str, object)
    opened = Signal(str)
    unlock_wanted = Signal(str)
    said = Signal(str)
    stepped = Signal(int)
    """Towards the image before, or the one after."""
    left = Signal()
    """The tool is done: back to selecting."""

    def __init__(
        self, objects: ShownObjects, labels: LabelsLayer, overlay: SelectionLayer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._objects, self._labels, self._overlay = objects, labels, overlay
        self._handed: Region | None = None
        self.part = ""
        self.skeleton: Skeleton | None = None
        self.image_size = (0.0, 0.0)

    # --- the objects ------------------------------------------------------------------------------------------

    @property
    def selected(self) -> Item | None:
        return self._objects.selected

    @property
    def selection(self) -> Sequence[Item]:
        return self._objects.selection

    def item(self, item_id: str) -> Item | None:
        return self._objects.item(item_id)

    def locked(self, item: Item) -> bool:
        return self._objects.locked(item)

    def say_locked(self, item: Item) -> None:
        self.say(locked_text(item.by or "?"))

    def say(self, text: str) -> None:
        self.said.emit(text)

    def _near(self, at: Pointer) -> list[Item]:
        """What may be under the pointer, small ones first."""
        reach, objects = at.tolerance, self._objects
        found = self._labels.ids_within((at.x - reach, at.y - reach, at.x + reach, at.y + reach))
        here = {key: item for key in found if (item := objects.item(key)) is not None}
        here.update((item.id, item) for item in objects.whole)
        return hit.small_first(here.values())

    def target(self, at: Pointer) -> Target:
        main = self._objects.selected
        held = main if main is not None and not self._objects.locked(main) else None
        return hit.hit(self._near(at), at.x, at.y, tolerance=at.tolerance, selected=held)

    def stack(self, at: Pointer) -> Sequence[Item]:
        return hit.stack(self._near(at), at.x, at.y, tolerance=at.tolerance)

    def within(self, box: Box) -> Sequence[Item]:
        return self._objects.within(box)

    # --- what a drag shows ------------------------------------------------------------------------------------

    def hold(self, part: str) -> None:
        self.part = part
        self._overlay.hold(part)

    def keep_part(self, before: str) -> None:
        """Let the part in hand go when the selected object, formerly `before`, is another or has it no more."""
        main = self.selected
        same = main is not None and (main.id == before or main.region == self._handed)
        self._handed = None
        if self.part and not (same and main is not None and editor_of(main.region).has_part(main.region, self.part)):
            self.hold("")

    def preview(self, region: Region | None, *, of: str = "") -> None:
        self._overlay.show_dragged(region)

    def preview_many(self, regions: Sequence[Region]) -> None:
        self._overlay.show_many(regions)

    def preview_group(self, group: DragGroup | None, dx: float = 0.0, dy: float = 0.0) -> None:
        self._overlay.show_group(group, dx, dy)

    def preview_band(self, box: Box | None) -> None:
        self._overlay.show_band(box)

    def preview_ghosts(self, regions: Sequence[Region]) -> None:
        self._overlay.show_ghosts(regions, None)

    def redraw(self) -> None:
        self._overlay.mark_dirty()

    # --- what comes of it -------------------------------------------------------------------------------------

    def pick(self, item_id: str) -> None:
        self.about_to_pick.emit()
        self.picked.emit(item_id)

    def pick_many(self, item_ids: Sequence[str]) -> None:
        self.about_to_pick.emit()
        if len(item_ids) > 1:
            self.picked_many.emit(list(item_ids))
        else:
            self.picked.emit(item_ids[0] if item_ids else "")

    def pick_next(self, at: Pointer, by: int) -> bool:
        """Select the next of what lies under the pointer; False when no more than one does."""
        ids = [item.id for item in self.stack(at)]
        if len(ids) < 2:
            return False
        selected = self._objects.selected_id
        self.pick(ids[(ids.index(selected) + by) % len(ids)] if selected in ids else ids[0])
        return True

    def open(self, item_id: str) -> None:
        item = self.item(item_id)
        if item is not None:
            (self.unlock_wanted if self.locked(item) else self.opened).emit(item_id)

    def reshape(self, item_id: str, region: Region) -> None:
        self._handed = region
        self.reshaped.emit(item_id, region)

    def move_many(self, regions: Mapping[str, Region]) -> None:
        self.moved_many.emit(dict(regions))

    def draw(self, region: Region, *, more: bool) -> None:
        self.drawn.emit(region)
        if not more:
            self.leave()

    def divide(self, item_id: str, pieces: Sequence[Region]) -> None:
        self._handed = pieces[0]
        self.divided.emit(item_id, list(pieces))

    def leave(self) -> None:
        self.left.emit()
