"""Moving and turning the selected objects by key: a burst of keys is one action."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from verify_app.core.geometry import Region
from verify_app.core.records import Item
from verify_app.core.regions import OrientedBox
from verify_app.gui.canvas.drag_group import DragGroup
from verify_app.gui.canvas.editing import box_drag, move
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.tools.base import Stage

PAUSE_MS = 600

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Nudge(QObject):
    """Collects steps of one image pixel (Shift: ten) or turns, and hands them over after a pause or when asked."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._pending: dict[str, Region] = {}
        self._group: DragGroup | None = None
        self._by = 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def key(self, event: QKeyEvent) -> bool:
        """Take an arrow key; False when it is none or nothing is selected."""
        across, down = _STEPS.get(Qt.Key(event.key()), (0, 0))
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        return bool(across or down) and self.step(across * far, down * far)

    def step(self, dx: int, dy: int) -> bool:
        """Move what is selected by image pixels; False when nothing is."""
        items = self._changeable()
        if items:
            self._shift(items, dx, dy)
        return items is not None

    def _shift(self, items: list[Item], dx: float, dy: float) -> None:
        if self._group is not None and self._group.items != items:
            self._ungroup()
        if len(items) == 1 or self._pending:
            self._collect(self._moved(items, dx, dy))
            return
        if self._group is None:
            self._group, self._by = DragGroup(items, self._stage.image_size), (0.0, 0.0)
        self._by = self._group.room(self._by[0] + dx, self._by[1] + dy)
        self._stage.preview_group(self._group, *self._by)
        self._timer.start()

    def _ungroup(self) -> None:
        """From now on each object is moved by itself."""
        group, self._group = self._group, None
        if group is not None:
            self._stage.preview_group(None)
            self._pending = group.moved(*self._by)

    def turn(self, degrees: float) -> None:
        """Turn the selected oriented boxes, each about its centre, clockwise."""
        items = [item for item in self._changeable() or () if isinstance(item.region, OrientedBox)]
        self._ungroup()
        by = math.radians(degrees)
        now = ((item.id, self._now(item)) for item in items)
        self._collect({item_id: box.rotated(by) for item_id, box in now if isinstance(box, OrientedBox)})

    def _changeable(self) -> list[Item] | None:
        """What is selected; nothing when one of it is locked, which is said; None when nothing is selected."""
        stage = self._stage
        chosen = [item for item in stage.selection if item.region.kind != "image"]
        if not chosen:
            return None
        locked = next((item for item in chosen if stage.locked(item)), None)
        if locked is not None:
            stage.say_locked(locked)
            return []
        return chosen

    def _now(self, item: Item) -> Region:
        return self._pending.get(item.id, item.region)

    def _moved(self, items: list[Item], dx: float, dy: float) -> dict[str, Region]:
        stage = self._stage
        width, height = stage.image_size
        if len(items) == 1:
            item = items[0]
            region = self._now(item)
            if stage.part:
                editor, size = editor_of(region), (width, height)
                return {item.id: editor.dragged(region, stage.part, (0.0, 0.0), (dx, dy), size=size, snap=False)}
            return {item.id: move.moved(region, dx, dy, width=width, height=height)}
        for item in items:
            dx, dy = box_drag.room(move.reach(self._now(item)), dx, dy, width=width, height=height)
        return {item.id: move.moved(self._now(item), dx, dy, width=width, height=height) for item in items}

    def _collect(self, regions: dict[str, Region]) -> None:
        if not regions:
            return
        self._pending = regions
        self._show()
        self._timer.start()

    def _show(self) -> None:
        regions = list(self._pending.values())
        if len(regions) == 1:
            self._stage.preview(regions[0], of=next(iter(self._pending)))
        else:
            self._stage.preview_many(regions)

    def _hide(self) -> None:
        self._stage.preview(None)
        self._stage.preview_many(())

    def flush(self) -> None:
        """Hand over what has been collected."""
        self._timer.stop()
        self._ungroup()
        pending, self._pending = self._pending, {}
        if not pending:
            return
        self._hide()
        changed = {}
        for item_id, region in pending.items():
            item = self._stage.item(item_id)
            if item is not None and item.region != region:
                changed[item_id] = region
        if len(changed) == 1:
            self._stage.reshape(*next(iter(changed.items())))
        elif changed:
            self._stage.move_many(changed)

    def cancel(self) -> bool:
        """Forget what has been collected; False when there was nothing."""
        self._timer.stop()
        self._ungroup()
        pending, self._pending = bool(self._pending), {}
        if pending:
            self._hide()
        return pending
