"""Select, move and reshape."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.gui.canvas.drag_group import DragGroup
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.canvas.editing.move import moved
from verify_app.gui.canvas.hit import Target, TargetKind
from verify_app.gui.tools import vertices
from verify_app.gui.tools.base import Pointer, Stage, Tool

_CURSORS = {
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
}


class _Press:
    """What the button went down on.

    Parameters
    ----------
    does : str
        What a drag does: ``part``, ``body`` or ``band``.
    clicks : bool
        Whether a release without a drag selects what lies below, or takes part in a selection of several.
    """

    __slots__ = ("at", "clicks", "does", "target")

    def __init__(self, at: Pointer, target: Target, does: str, *, clicks: bool = False) -> None:
        self.at, self.target, self.does, self.clicks = at, target, does, clicks


class SelectTool(Tool):
    """A click selects; only what was selected before can be dragged, so that nothing is nudged by accident.

    Another click on the same spot selects what lies below. Shift or Ctrl with a click adds and takes away; a drag on
    empty ground, or with Shift, selects what lies inside a box.
    """

    id = "select"
    crosshair = False

    def __init__(self) -> None:
        self._press: _Press | None = None
        self._moved = False
        self._group: DragGroup | None = None
        self._clicked: Pointer | None = None
        self._before_click = ""

    # --- the mouse ------------------------------------------------------------------------------------------

    def press(self, stage: Stage, at: Pointer) -> None:
        self._press, self._moved, self._group = None, False, None
        target, main = stage.target(at), stage.selected
        self._before_click = main.id if main is not None else ""
        on_main = main is not None and target.item_id == main.id and not stage.locked(main)
        if main is not None and on_main and (at.alt or at.ctrl) and vertices.touch(stage, main, target, at):
            return
        if at.shift and on_main and target.part == "turn":
            self._press = _Press(at, target, "part")
        elif at.shift or at.ctrl:
            self._press = _Press(at, target, "band", clicks=True)
        elif on_main and target.kind in (TargetKind.HANDLE, TargetKind.EDGE):
            stage.hold(target.part if vertices.can_be_held(target.part) else "")
            self._press = _Press(at, target, "part")
        elif self._is_on_selection(stage, target, at):
            stage.hold("")
            self._press = _Press(at, target, "body", clicks=True)
        elif target.kind is TargetKind.NOTHING:
            self._press = _Press(at, target, "band", clicks=True)
        else:
            self._clicked = at
            stage.pick(target.item_id)

    def _is_on_selection(self, stage: Stage, target: Target, at: Pointer) -> bool:
        """Whether a drag from here moves what is selected: it lies on top, or was clicked through to on this spot."""
        chosen = {item.id for item in stage.selection}
        if target.item_id in chosen:
            return True
        return at.near(self._clicked) and any(item.id in chosen for item in stage.stack(at))

    def move(self, stage: Stage, at: Pointer) -> None:
        press = self._press
        if press is None or (not self._moved and at.near(press.at, 0.5)):
            return
        if press.does == "body" and self._group is None:
            chosen = stage.selection
            locked = next((item for item in chosen if stage.locked(item)), None)
            if locked is not None:
                self._press = None
                stage.say_locked(locked)
                return
            self._group = DragGroup(chosen, stage.image_size) if len(chosen) > 1 else None
        self._moved = True
        if press.does == "band":
            stage.preview_band(_box(press.at, at))
        elif self._group is not None:
            stage.preview_group(self._group, at.x - press.at.x, at.y - press.at.y)
        else:
            region = self._region(stage, press, at)
            if region is not None:
                stage.preview(region, of=press.target.item_id)

    def release(self, stage: Stage, at: Pointer) -> None:
        press, moved, group = self._press, self._moved, self._group
        self._press, self._moved, self._group = None, False, None
        if press is None:
            return
        if not moved:
            self._click(stage, press, at)
        elif press.does == "band":
            self._take_band(stage, press, at)
        elif group is not None:
            self._drop_group(stage, group, at.x - press.at.x, at.y - press.at.y)
        else:
            self._drop(stage, press, at)

    @staticmethod
    def _drop_group(stage: Stage, group: DragGroup, dx: float, dy: float) -> None:
        stage.preview_group(None)
        now = list(stage.selection)
        if now != group.items:  # somebody else has changed the image meanwhile
            group = DragGroup(now, stage.image_size)
        before = {item.id: item.region for item in now}
        there = {key: region for key, region in group.moved(dx, dy).items() if region != before[key]}
        if there:
            stage.move_many(there)

    def _drop(self, stage: Stage, press: _Press, at: Pointer) -> None:
        region, main = self._region(stage, press, at), stage.selected
        stage.preview(None)
        if main is None or region is None or region == main.region:
            return
        if press.target.part.startswith("+"):
            stage.hold(vertices.new_corner(press.target.part))
        stage.reshape(main.id, region)

    def _region(self, stage: Stage, press: _Press, at: Pointer) -> Region | None:
        """What becomes of the selected region when the button is released here."""
        main = stage.selected
        if main is None:
            return None
        if press.does == "body":
            width, height = stage.image_size
            dx, dy = at.x - press.at.x, at.y - press.at.y
            return moved(main.region, dx, dy, width=width, height=height)
        editor, start = editor_of(main.region), press.at.place
        return editor.dragged(main.region, press.target.part, start, at.place, size=stage.image_size, snap=at.shift)

    # --- clicks -------------------------------------------------------------------------------------------------

    def _click(self, stage: Stage, press: _Press, at: Pointer) -> None:
        again, self._clicked = at.near(self._clicked), at
        if press.does == "part":
            if press.target.part.startswith("+"):
                self._drop(stage, press, press.at)  # a click on the edge of an outline: a corner there
        elif at.shift or at.ctrl:
            self._toggle(stage, press.target.item_id)
        elif press.target.kind is TargetKind.NOTHING:
            stage.pick("")
        elif press.clicks:
            self._cycle(stage, at, again=again)

    def _cycle(self, stage: Stage, at: Pointer, *, again: bool) -> None:
        ids = [item.id for item in stage.stack(at)]
        main = stage.selected
        if main is None or main.id not in ids:
            if ids:
                stage.pick(ids[0])
        elif again and len(ids) > 1:
            stage.pick(ids[(ids.index(main.id) + 1) % len(ids)])
        elif len(stage.selection) > 1:
            stage.pick(ids[0])

    @staticmethod
    def _toggle(stage: Stage, item_id: str) -> None:
        if not item_id:
            return
        ids = [item.id for item in stage.selection]
        ids = [i for i in ids if i != item_id] if item_id in ids else [*ids, item_id]
        stage.pick_many(ids)

    def _take_band(self, stage: Stage, press: _Press, at: Pointer) -> None:
        stage.preview_band(None)
        found = [item.id for item in stage.within(_box(press.at, at))]
        if press.at.shift or press.at.ctrl:
            before = [item.id for item in stage.selection]
            found = [*before, *(i for i in found if i not in before)]
        stage.pick_many(found)

    def double(self, stage: Stage, at: Pointer) -> None:
        """Open what was selected before the first click went through to what lies below it."""
        under = [item.id for item in stage.stack(at)]
        main = stage.selected
        if self._before_click in under:
            stage.open(self._before_click)
        elif main is not None and main.id in under:
            stage.open(main.id)
        elif under:
            stage.open(under[0])

    # --- keys -----------------------------------------------------------------------------------------------------

    def takes_alt(self, stage: Stage, at: Pointer) -> bool:
        main = stage.selected
        if main is None or stage.locked(main):
            return False
        target = stage.target(at)
        return target.item_id == main.id and vertices.can_be_held(target.part)

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        main = stage.selected
        plain = not held & ~Qt.KeyboardModifier.ShiftModifier
        return main is not None and plain and vertices.claims(main, stage.part, key)

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        main = stage.selected
        if main is not None:
            vertices.key(stage, main, key, held)

    def dragging(self) -> bool:
        return self._moved

    def take_back(self, stage: Stage) -> bool:
        return self._moved and self.cancel(stage)

    def cancel(self, stage: Stage) -> bool:
        dragging, self._press, self._moved, self._group = self._moved, None, False, None
        if dragging:
            stage.preview(None)
            stage.preview_group(None)
            stage.preview_band(None)
            return True
        held = bool(stage.part)
        if held:
            stage.hold("")
        return held

    def cursor(self, stage: Stage, at: Pointer) -> Qt.CursorShape:
        target, main = stage.target(at), stage.selected
        if main is None or target.item_id != main.id:
            return Qt.CursorShape.PointingHandCursor if target.item_id else Qt.CursorShape.ArrowCursor
        if stage.locked(main) or main.region.kind == "image":
            return Qt.CursorShape.ArrowCursor
        if target.kind is TargetKind.BODY:
            return Qt.CursorShape.SizeAllCursor
        return _cursor_for(main, target.part)


def _cursor_for(item: Item, part: str) -> Qt.CursorShape:
    if part.startswith("+"):
        return Qt.CursorShape.DragCopyCursor
    if item.region.kind == "obb" or part not in _CURSORS:
        return Qt.CursorShape.CrossCursor  # its sides lie at any angle
    return _CURSORS[part]


def _box(a: Pointer, b: Pointer) -> Box:
    return Box.of((a.x, a.y, b.x, b.y))


def locked_text(who: str) -> str:
    """That a label is verified, and the way to change it all the same."""
    text = QCoreApplication.translate("tools", "Verified by {who}. [edit_label] edits it.")
    return text.format(who=who)
