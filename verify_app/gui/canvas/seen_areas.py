"""Which parts of the image were on the screen, and how large: what of it a person can have seen.

Only rectangles are noted while the view moves; objects are held against them when somebody wants to know. *Seen* is
what was inside the view at `LEAST` screen pixels on its longer side, or at 100 %; what was inside but smaller is
*small*; what never was inside is *outside*.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, KeysView
from typing import NamedTuple

LEAST = 6.0
"""Screen pixels on an object's longer side from which it can be made out."""
REST_S = 0.05
"""A view that lasts shorter than this was only passed: three frames."""
MOST = 400
"""Views that are kept, the newest; with fewer, more would be shown again before an image is complete."""
SLACK = 1.0
"""Screen pixels that an object may stick out of the view: its outline is drawn wider than that."""
HALF = 0.5
"""An object of which less was free was not seen."""
PIECES = 64
"""An object that is in no view as a whole is cut by them into no more pieces than this."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the image."""


class SeenArea(NamedTuple):
    """What was looked at.

    Parameters
    ----------
    rect : Rect
        The part of the image.
    scale : float
        Screen pixels per image pixel, as the window counts them.
    full : bool
        Whether every image pixel had a pixel of the screen.
    hidden : Rect, optional
        What of it lay under the minimap.
    """

    rect: Rect
    scale: float
    full: bool
    hidden: Rect | None = None

    def shows(self, size: float) -> bool:
        """Whether what is so long, in image pixels, can be made out."""
        return self.full or size * self.scale >= LEAST

    def hides(self, box: Rect) -> bool:
        """Whether more than half of a box lay under the minimap."""
        if self.hidden is None:
            return False
        across = min(box[2], self.hidden[2]) - max(box[0], self.hidden[0])
        down = min(box[3], self.hidden[3]) - max(box[1], self.hidden[1])
        if across < 0 or down < 0:
            return False
        least = 1.0 / self.scale
        area = max(box[2] - box[0], least) * max(box[3] - box[1], least)
        return max(across, least) * max(down, least) > HALF * area


class SeenAreas:
    """The views of the image in front, oldest first."""

    def __init__(self) -> None:
        self._past: list[SeenArea] = []
        self._now: SeenArea | None = None
        self._since = 0.0
        self._dropped = 0
        self._born: dict[str, int] = {}

    def clear(self) -> None:
        """Another image comes."""
        self._past.clear()
        self._now, self._since, self._dropped = None, 0.0, 0
        self._born.clear()

    def note(self, view: SeenArea) -> None:
        """This is on the screen now."""
        if view != self._now:
            self._rest()
            self._now, self._since = view, time.perf_counter()

    def _rest(self) -> None:
        """What was on the screen until now counts, if it was there for more than a moment."""
        if self._now is not None and time.perf_counter() - self._since >= REST_S:
            self.count(self._now)

    def count(self, view: SeenArea) -> None:
        """This was looked at: a key was pressed on it, however short it was there."""
        self._past.append(view)
        if len(self._past) > MOST:
            del self._past[0]
            self._dropped += 1

    def on_show(self, ids: KeysView[str]) -> None:
        """These objects are drawn from now on: views from before did not show the new ones among them."""
        fresh = ids - self._born.keys()
        if fresh:
            self._rest()
            if self._now is not None:
                self._since = time.perf_counter()
            self._born |= dict.fromkeys(fresh, self._dropped + len(self._past))

    def seen(self, item_id: str, box: Rect, now: SeenArea) -> bool | None:
        """Whether an object was seen; None when it was in view, but too small to be made out."""
        first = max(0, self._born.get(item_id, self._dropped + len(self._past)) - self._dropped)
        size = max(box[2] - box[0], box[3] - box[1])
        views = [now, *self._past[first:]]
        whole = False
        for view in views:
            if _inside(box, view):
                if view.shows(size):
                    return True
                whole = True
        if not whole and not _covered(box, views):
            return False
        large = [view for view in views if view.shows(size)]
        return True if large and _covered(box, large) else None


def _inside(box: Rect, view: SeenArea) -> bool:
    slack = SLACK / view.scale
    left, top, right, bottom = view.rect
    if view.hides(box):
        return False
    return box[0] >= left - slack and box[1] >= top - slack and box[2] <= right + slack and box[3] <= bottom + slack


def _covered(box: Rect, views: Iterable[SeenArea]) -> bool:
    """Whether every part of a box was in one of the views: one that is larger than a view is looked at bit by bit."""
    pieces = [box]
    for view in views:
        slack = SLACK / view.scale
        left, top, right, bottom = view.rect
        grown = left - slack, top - slack, right + slack, bottom + slack
        for part in [grown] if view.hidden is None else _without(grown, view.hidden):
            pieces = [rest for piece in pieces for rest in _without(piece, part)]
        if not pieces:
            return True
        if len(pieces) > PIECES:
            return False
    return False


def _without(piece: Rect, cut: Rect) -> list[Rect]:
    """What of a rectangle lies outside another: up to four."""
    x1, y1, x2, y2 = piece
    a1, b1, a2, b2 = max(x1, cut[0]), max(y1, cut[1]), min(x2, cut[2]), min(y2, cut[3])
    if a1 > a2 or b1 > b2:
        return [piece]
    found = [(x1, y1, x2, b1), (x1, b2, x2, y2), (x1, b1, a1, b2), (a2, b1, x2, b2)]
    return [(p, q, r, s) for p, q, r, s in found if r > p and s > q]
