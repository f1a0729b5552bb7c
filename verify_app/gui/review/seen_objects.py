"""What of the image in front was on the screen: nobody decides on what was never in view.

The canvas notes the views (`canvas.views`); here objects are held against them, when a key is about to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.vocabulary import Door, Grade, LabelState
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.seen_areas import LEAST, Rect
from verify_app.gui.review.state import UNDECIDED, ReviewState

COUNT_MS = 150
"""Small objects are counted once the view stands still."""
HALF = 0.5
"""So much of an object, or of the view, must be on the screen for a key to decide on it."""


class SeenObjects(QObject):
    """Between review state and canvas; `state.in_view`."""

    counted = Signal()
    """`small` may be another number now."""

    def __init__(self, state: ReviewState, canvas: Canvas) -> None:
        super().__init__(state)
        self._state, self._canvas = state, canvas
        self.small = 0
        """Undecided objects that were in view, and smaller than `LEAST` pixels, when it stood still last."""
        self._shown: set[str] = set()
        self._blown, self._selected, self._comes = "", "", False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_MS)
        self._soon.timeout.connect(self._count)
        state.image_changed.connect(self._on_image)
        state.items_changed.connect(self._on_items)
        canvas.zoomed.connect(lambda _scale: self._soon.start())

    def _on_image(self) -> None:
        self._shown.clear()
        self._blown, self._comes = "", True
        self._tell(0)

    def _on_items(self) -> None:
        """What is selected comes into view, but for the first object of an image, which opens as it opens."""
        state, comes = self._state, self._comes
        self._comes = False
        self._soon.start()
        if state.selected != self._selected or comes:
            self._selected = state.selected
            item = state.item
            if item is not None and not comes and not self._is_on_screen(item.region):
                self._show(self._box(item.region), near=True)

    def look_soon(self) -> None:
        """The picture is there: count what is too small."""
        self._soon.start()

    def _count(self) -> None:
        self._tell(len(self._unseen()[1]) if self._canvas.has_picture else 0)

    def _tell(self, small: int) -> None:
        if small != self.small:
            self.small = small
            self.counted.emit()

    # --- what was seen ------------------------------------------------------------------------------------------

    def _box(self, region: Region) -> Box:
        """What of a region lies in the image: no view shows more."""
        width, height = self._canvas.image_size
        return Box(0.0, 0.0, width, height) if region.kind == "image" else region.bounds.clipped(width, height)

    def _wants_a_look(self, item: Item) -> bool:
        """Whether a decision on the whole image would say that a person saw it."""
        if item.id in self._state.wanted:
            return False
        if self._state.review is not None and item.id in self._state.review.pasted:
            return True  # nobody needed to look there to put it there
        if item.state is not LabelState.VERIFIED:
            return item.state in UNDECIDED
        mine = item.by == self._state.session.actor.name and item.door is not Door.WINDOW
        return item.grade is Grade.ATTESTED or mine

    def _unseen(self) -> tuple[list[Item], list[Item]]:
        """Undecided objects on show that were never in view, and those that were too small in every view."""
        state, views, now = self._state, self._canvas.zoom.views, self._canvas.zoom.view
        left, top, right, bottom = now.rect
        enough = 0.0 if now.full else LEAST / now.scale
        outside: list[Item] = []
        small: list[Item] = []
        for item in state.items:
            if not self._wants_a_look(item):
                continue
            if not self._canvas.draws(item.id):
                outside.append(item)
                continue
            box = item.region.bounds if item.region.kind != "image" else self._box(item.region)
            inside = box.x1 >= left and box.y1 >= top and box.x2 <= right and box.y2 <= bottom
            if inside and not now.hides(_rect(box)) and (box.x2 - box.x1 >= enough or box.y2 - box.y1 >= enough):
                continue
            seen = views.seen(item.id, _rect(self._box(item.region)), now)
            if seen is None:
                small.append(item)
            elif not seen:
                outside.append(item)
        return outside, small

    def _show(self, box: Box, *, near: bool = False) -> None:
        """Bring a part of the image into view; as `near` as the person looks where it has room."""
        canvas = self._canvas
        (canvas.zoom.bring if near else canvas.zoom.show)(box)
        canvas.zoomed.emit(canvas.zoom.scale)

    def _uncover(self) -> None:
        """Draw what the person had left out."""
        canvas = self._canvas
        if not canvas.labels_shown:
            canvas.show_labels(True)
        self._state.sight.show_all()

    def _is_on_screen(self, region: Region) -> bool:
        """Whether at least half of it is in view, or it fills half of the view."""
        view = QRectF(self._canvas.viewport().rect())
        place = self._canvas.box_on_screen(region).normalized()
        width, height = max(place.width(), 1.0), max(place.height(), 1.0)
        part = view & QRectF(place.x(), place.y(), width, height)
        area = part.width() * part.height()
        zoom = self._canvas.zoom
        if zoom.cover is not None and zoom.view.hides(_rect(self._box(region))):
            return False
        return area >= HALF * width * height or area >= HALF * view.width() * view.height()

    # --- before a key decides -----------------------------------------------------------------------------------

    def holds_back(self, key: str) -> bool:
        """Before the whole image is decided on: show what was never in view, and say so. False when there is nothing.

        Parameters
        ----------
        key : str
            The action's id, as it is written in sentences.
        """
        return self._show_first(self._unseen()[0], key)

    def holds_back_from(self, items: Sequence[Item], key: str) -> bool:
        """The same before these are decided on at once; what is drawn of them is drawn from `on_show` on."""
        zoom = self._canvas.zoom
        seen = {item.id: zoom.views.seen(item.id, _rect(self._box(item.region)), zoom.view) for item in items}
        return self._show_first([item for item in items if seen[item.id] is False], key)

    def on_show(self, ids: Iterable[str]) -> None:
        """These are drawn besides the image's objects."""
        self._canvas.zoom.views.on_show(dict.fromkeys(ids).keys())

    def _show_first(self, outside: Sequence[Item], key: str) -> bool:
        if not outside:
            return False
        self._uncover()
        part = self._together(outside)
        self._canvas.zoom.views.count(self._canvas.zoom.view)
        self._shown |= {item.id for item in part}
        self._show(_round(self._box(item.region) for item in part))
        if len(outside) == 1:
            text = self.tr("One object was never in view; here it is. {key} again confirms.")
        elif len(part) == len(outside):
            text = self.tr("{n} objects were never in view; here they are. {key} again confirms.")
        else:
            text = self.tr("{n} objects were never in view; here are {k} of them. {key} shows the next.")
        said = text.format(n=f"{len(outside):,}", k=f"{len(part):,}", key=f"[{key}]")
        self._state.said.emit(said, "warn")
        return True

    def _together(self, items: Sequence[Item]) -> list[Item]:
        """As many of them as one view shows large enough to be made out, from the first in reading order on."""
        zoom, first = self._canvas.zoom, self._box(items[0].region)
        x, y = first.center
        boxes = [(item, self._box(item.region)) for item in items]
        boxes.sort(key=lambda pair: max(abs(pair[1].center[0] - x), abs(pair[1].center[1] - y)))
        part, held, needed = [items[0]], first, 0.0
        for item, box in boxes:
            both, least = _round((held, box)), max(needed, zoom.least_for(max(box.width, box.height)))
            if zoom.scale_for(both) >= least:
                held, needed = both, least
                if item is not items[0]:
                    part.append(item)
        return part

    def told(self) -> dict[str, int]:
        """For the event: how many objects were decided on that could not be made out, or were shown at the last."""
        outside, small = self._unseen()
        there = {item.id for item in self._state.items if self._wants_a_look(item)}
        found = {"unseen_small": len(small), "unseen_outside": len(self._shown & there) + len(outside)}
        return {name: number for name, number in found.items() if number}

    def bring(self, regions: Sequence[Region]) -> bool:
        """Before some objects are decided on: bring them into view when they are not, and say so.

        Of several, those that were never in view; they cannot always be on the screen together.
        """
        asked = {id(region) for region in regions}
        mine = [item for item in self._state.items if id(item.region) in asked]
        covered = {id(item.region) for item in mine if not self._canvas.draws(item.id)}
        away = [region for region in regions if id(region) in covered or not self._is_on_screen(region)]
        if len(regions) > 1:
            never = {id(item.region) for item in self._unseen()[0]}
            away = [region for region in regions if id(region) in never]
        if not away:
            return False
        self._uncover()
        box = _round(self._box(region) for region in away)
        self._canvas.zoom.views.count(self._canvas.zoom.view)
        self._show(box, near=len(away) == 1)
        one = self.tr("This object was not in view; nothing was decided. Here it is: the same key again decides.")
        many = self.tr("{n} of these objects were never in view; here they are. The same key again decides.")
        self._state.said.emit(one if len(away) == 1 else many.format(n=f"{len(away):,}"), "warn")
        return True

    # --- blowing up ---------------------------------------------------------------------------------------------

    def blow_up(self) -> None:
        """Show the selected object large; those that are too small to be made out one after the other."""
        state, zoom, item = self._state, self._canvas.zoom, self._state.item
        _, small = self._unseen()
        if not self._blown:
            zoom.views.count(zoom.view)  # where the first key was pressed; a held key counts nothing that flies by
        by_hand = item is not None and state.chosen and item.id != self._blown
        if small and not by_hand and (item is None or item not in small or item.id == self._blown):
            item = self._after(item, small)
            state.select(item.id)
        if item is None:
            state.said.emit(self.tr("Select an object first: click it, or press [next_label]."), "note")
        elif item.region.kind == "image":
            zoom.fit_window()
        else:
            zoom.to_box(item.region.bounds)
            self._blown = item.id
            left = len([other for other in small if other.id != item.id])
            if left:
                text = self.tr("{n} more are smaller than 6 pixels when the image is fitted; [zoom_object] goes on.")
                state.said.emit(text.format(n=f"{left:,}"), "note")

    def _after(self, item: Item | None, small: Sequence[Item]) -> Item:
        """The next of the small ones in the order of the review state, round to the first."""
        places = {other.id: i for i, other in enumerate(self._state.items)}
        here = places.get(item.id, -1) if item is not None else -1
        return min(small, key=lambda other: (places[other.id] <= here, places[other.id]))

    def say_small(self) -> str:
        """How many objects cannot be made out as the image is shown, and what to do; empty for none."""
        if not self.small:
            return ""
        one = self.tr("One object is smaller than 6 pixels on the screen; [zoom_object] shows it large.")
        many = self.tr("{n} objects are smaller than 6 pixels on the screen; [zoom_object] shows them large.")
        return one if self.small == 1 else many.format(n=f"{self.small:,}")


def _rect(box: Box) -> Rect:
    return box.x1, box.y1, box.x2, box.y2


def _round(boxes: Iterable[Box]) -> Box:
    """The box round several."""
    every = list(boxes)
    return Box(min(b.x1 for b in every), min(b.y1 for b in every), max(b.x2 for b in every), max(b.y2 for b in every))
