"""The canvas as its tools see it, and what keys do to what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, SignalInstance
from PySide6.QtGui import QColor, QGuiApplication

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui.canvas import hit, label_style
from verify_app.gui.canvas.drag_group import OUTLINED, Group
from verify_app.gui.canvas.hit import Target
from verify_app.gui.canvas.input import GRAB, Handling
from verify_app.gui.tools.base import Pointer
from verify_app.gui.tools.select import locked_text

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton
    from verify_app.gui.canvas.label_style import Look
    from verify_app.gui.canvas.labels_layer import LayerItem
    from verify_app.gui.canvas.selection_layer import OverlayItem
    from verify_app.gui.canvas.simplify import Simplifying


Draft = tuple[str, object]
"""A tool and what it has drawn so far."""


class Staging(Handling):
    """The half of the canvas that tools act on."""

    picked: SignalInstance
    picked_many: SignalInstance
    reshaped: SignalInstance
    moved_many: SignalInstance
    drawn: SignalInstance
    opened: SignalInstance
    unlock_wanted: SignalInstance
    said: SignalInstance

    layer: LayerItem
    overlay: OverlayItem
    skeleton: Skeleton | None
    part: str
    editing: str
    drawing_colour: QColor
    _class_name: Callable[[int], str]
    _lettering: label_style.Lettering
    _shown: dict[str, Item]
    _whole: list[Item]
    _looks: dict[str, Look]
    _selected: str
    _also: frozenset[str]
    _chosen: bool
    _handed: Region | None = None
    _simplifying: Simplifying | None = None

    def set_tool(self, tool_id: str) -> None:
        """Take another tool in hand."""
        raise NotImplementedError

    @property
    def image_size(self) -> tuple[float, float]:
        """Width and height of the image in pixels."""
        raise NotImplementedError

    def _soil_overlay(self) -> None:
        raise NotImplementedError

    def _show_items(self) -> None:
        raise NotImplementedError

    def retranslate(self, _change: object) -> None:
        """Say anew what programs suggest: the language is another."""
        self._looks = {}
        self._show_items()

    # --- the objects ----------------------------------------------------------------------------------------

    @property
    def selected(self) -> Item | None:
        """The main object that the person selected, when it is shown; one that the program marked is only looked at."""
        return self._shown.get(self._selected) if self._chosen else None

    @property
    def selection(self) -> Sequence[Item]:
        """Every selected object that is shown, the main one first."""
        main = self.selected
        several = bool(self._also) and self._chosen
        others = [item for key, item in self._shown.items() if key in self._also] if several else []
        return others if main is None else [main, *others]

    def item(self, item_id: str) -> Item | None:
        """An object on show by its id."""
        return self._shown.get(item_id)

    def draws(self, item_id: str) -> bool:
        """Whether an object is drawn, and not left out by the person's wish."""
        return item_id in self._shown

    def locked(self, item: Item) -> bool:
        """Whether an object is verified and nobody has said that it is to be edited."""
        return item.state is LabelState.VERIFIED and item.id != self.editing

    def say_locked(self, item: Item) -> None:
        """Say by whom an object is verified and how to edit it."""
        self.say(locked_text(item.by or "?"))

    def say(self, text: str) -> None:
        """A hint of one line."""
        self.said.emit(text)

    def _near(self, at: Pointer) -> list[Item]:
        """What may be under the pointer, small ones first."""
        reach = at.tolerance
        found = self.layer.ids_within((at.x - reach, at.y - reach, at.x + reach, at.y + reach))
        here = {key: self._shown[key] for key in found}
        here.update((item.id, item) for item in self._whole)
        return hit.small_first(here.values())

    def target(self, at: Pointer) -> Target:
        """What is under the pointer."""
        main = self.selected
        held = main if main is not None and not self.locked(main) else None
        return hit.hit(self._near(at), at.x, at.y, tolerance=at.tolerance, selected=held)

    def box_on_screen(self, region: Region) -> QRectF:
        """The box round a region, in viewport pixels; of the whole image, what is seen of it."""
        view = QRectF(self.viewport().rect())
        box = Box(0, 0, *self.image_size) if region.kind == "image" else region.bounds
        place = self.viewportTransform().mapRect(QRectF(box.x1, box.y1, box.width, box.height))
        return place & view if region.kind == "image" else place

    def item_at(self, position: QPointF) -> str:
        """Id of the object at a place of the viewport; empty for none."""
        place = self.viewportTransform().inverted()[0].map(position)
        return self.target(Pointer(place.x(), place.y(), GRAB / self.zoom.scale, False, False, False)).item_id

    def stack(self, at: Pointer) -> Sequence[Item]:
        """Everything under the pointer, small ones first."""
        return hit.stack(self._near(at), at.x, at.y, tolerance=at.tolerance)

    def within(self, box: Box) -> Sequence[Item]:
        """The objects on show that lie wholly inside a box, in their order."""
        return hit.within(self._shown.values(), box)

    # --- what a drag shows --------------------------------------------------------------------------------------

    def hold(self, part: str) -> None:
        """Take a corner or point of the selected region in hand; empty for none."""
        self._soil_overlay()
        self.part = self.overlay.part = part
        self._soil_overlay()

    def _part_is_there(self) -> bool:
        """Whether the selected region still has the part in hand."""
        main = self.selected
        if main is None or main.region.kind not in ("polygon", "keypoints"):
            return False
        if main.region.kind == "keypoints":
            return self.part.startswith("p") and int(self.part[1:]) < len(main.region.points)  # type: ignore[attr-defined]
        from verify_app.gui.canvas.editing import polygon  # noqa: PLC0415  in segment projects only

        return self.part[:1].isdigit() and polygon.place(main.region, self.part) is not None  # type: ignore[arg-type]

    def preview(self, region: Region | None, *, of: str = "") -> None:
        """Show a region that is being dragged; `of` is the object it will change, empty for a new one."""
        self._soil_overlay()
        self.overlay.box = region
        self._soil_overlay()

    def preview_many(self, regions: Sequence[Region]) -> None:
        """Show several regions that are being dragged together."""
        self._soil_overlay()
        self.overlay.many = tuple(regions)
        self._soil_overlay()

    def preview_group(self, group: Group | None, dx: float = 0.0, dy: float = 0.0) -> None:
        """Show several objects that are dragged by so many image pixels; None when they are let go."""
        if group is None or len(group.items) <= OUTLINED:
            self.preview_many(tuple(group.moved(dx, dy).values()) if group is not None else ())
        self._soil_overlay()
        self.overlay.dragged = group if group is not None and len(group.items) > OUTLINED else None
        self.overlay.by = dx, dy
        self._soil_overlay()

    def preview_band(self, box: Box | None) -> None:
        """Show the box that selects what is inside it."""
        self._soil_overlay()
        self.overlay.band = box
        self._soil_overlay()

    def show_ghosts(self, regions: Sequence[Region], *, meant: Item | None = None) -> None:
        """Thin outlines of what is not there: the model's original, how it was before, how it would be.

        `meant` is the one of them that is asked about: framed and named.
        """
        self._soil_overlay()
        self.overlay.ghosts = tuple(regions)
        known = (self._class_name(meant.class_id), True, True, False, False, None) if meant is not None else None
        self.overlay.meant = label_style.look_of(meant, self._lettering, known) if meant is not None and known else None
        self._soil_overlay()

    def redraw(self) -> None:
        """What the tool itself draws will be different now."""
        self._soil_overlay()

    # --- what comes of it ---------------------------------------------------------------------------------------

    def pick(self, item_id: str) -> None:
        """Select an object; empty for none."""
        self.nudge.flush()
        self.picked.emit(item_id)

    def pick_many(self, item_ids: Sequence[str]) -> None:
        """Select several objects, the main one first."""
        self.nudge.flush()
        if len(item_ids) > 1:
            self.picked_many.emit(list(item_ids))
        else:
            self.picked.emit(item_ids[0] if item_ids else "")

    def open(self, item_id: str) -> None:
        """An object was double-clicked."""
        item = self._shown.get(item_id)
        if item is not None:
            (self.unlock_wanted if self.locked(item) else self.opened).emit(item_id)

    def reshape(self, item_id: str, region: Region) -> None:
        """A drag has ended: the object is to have this region."""
        self._handed = region
        self.reshaped.emit(item_id, region)

    def move_many(self, regions: Mapping[str, Region]) -> None:
        """A drag of several objects has ended."""
        self.moved_many.emit(dict(regions))

    def draw(self, region: Region, *, more: bool) -> None:
        """A drawing is finished: there is to be a new object; `more` keeps the tool in hand."""
        self.drawn.emit(region)
        if not more:
            self.set_tool("select")

    def leave(self) -> None:
        """The tool is done: back to selecting."""
        self.set_tool("select")

    # --- what is begun and not finished -------------------------------------------------------------------------

    def set_drawing_class(self, colour: QColor, name: str) -> None:
        """What is drawn will be of this class; what is begun takes its colour and name at once."""
        self._soil_overlay()
        self.drawing_colour, self.overlay.drawing_name = colour, name
        if self.overlay.drawing is not None:
            self.overlay.drawing = colour
        self._soil_overlay()

    def dragging(self) -> bool:
        """Whether the left button is held on a drag that is not decided yet."""
        held = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        return bool(held) and self.tool.dragging()

    def take_back(self) -> bool:
        """Take back the last point of what is being drawn, or what is being dragged; False when there is nothing."""
        return self.tool.take_back(self)

    def draft(self) -> Draft | None:
        """What is drawn and not finished, with its tool; None when nothing is."""
        shape = self.tool.draft()
        return (self.tool.id, shape) if shape is not None else None

    def take_up(self, draft: Draft) -> None:
        """Go on with a shape that was begun before."""
        self.set_tool(draft[0])
        self.tool.take_up(self, draft[1])

    def cycle(self, by: int = 1) -> bool:
        """Select the next of what lies under the pointer; False when no more than one does."""
        if self._pointed is None or not self.underMouse():
            return False
        ids = [item.id for item in self.stack(self._pointed)]
        if len(ids) < 2:
            return False
        self.pick(ids[(ids.index(self._selected) + by) % len(ids)] if self._selected in ids else ids[0])
        return True

    # --- by key: turn, points, fewer corners --------------------------------------------------------------------

    def rotate(self, by_degrees: float) -> None:
        """Turn the selected oriented boxes clockwise; a burst of turns is one action."""
        self.nudge.turn(by_degrees)

    def toggle_point(self) -> None:
        """The point in hand is visible, occluded, absent in turn."""
        from verify_app.gui.tools import vertices  # noqa: PLC0415  with a point in hand only

        vertices.toggle(self)

    def preview_simplified(self, tolerance: float) -> tuple[int, int] | None:
        """Show the selected outline with fewer corners; how many it has and would have. None when it is no outline."""
        from verify_app.gui.canvas.simplify import Simplifying  # noqa: PLC0415  shapely, when first wanted

        main = self.selected
        if main is None or main.region.kind != "polygon" or self.locked(main):
            return None
        if self._simplifying is None or self._simplifying.item_id != main.id:
            self._simplifying = Simplifying(main)
        counts = self._simplifying.tried(tolerance)
        self.show_ghosts([self._simplifying.region])
        return counts

    def apply_simplified(self) -> None:
        """Keep what `preview_simplified` shows."""
        made, self._simplifying = self._simplifying, None
        self.show_ghosts([])
        if made is not None and made.changed:
            self.reshape(made.item_id, made.region)

    def cancel_simplified(self) -> None:
        """Leave the outline as it is."""
        self._simplifying = None
        self.show_ghosts([])

    def add_part(self) -> bool:
        """Draw a further part of the selected outline; False when there is none that may be changed."""
        return self._draw_on_selected(cuts=False)

    def cut_hole(self) -> bool:
        """Draw a hole into the selected outline, as Alt with the first click does; False as above."""
        return self._draw_on_selected(cuts=True)

    def _draw_on_selected(self, *, cuts: bool) -> bool:
        main = self.selected
        if main is None or main.region.kind != "polygon":
            return False
        if self.locked(main):
            self.say_locked(main)
            return False
        from verify_app.gui.tools.polygon import PolygonTool  # noqa: PLC0415  in segment projects only

        self.set_tool("polygon")
        tool = self.tool
        assert isinstance(tool, PolygonTool)
        tool.draw_on(main.id, cuts=cuts)
        self.say(tool.hint())
        return True
