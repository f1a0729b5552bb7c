"""Where captions go: beside their objects, and none on another. Pure Python, no Qt.

Greedy, the surest first: each takes the first place that is free, in the longest text that fits there; when none is
left it is not shown. So what is hidden is less sure than all that is in its way. (Placing as many as can be is
NP-hard: Formann and Wagner 1991; greedy by rank is what map makers use.)

Places are kept as a point of the object and an offset on the screen, so that panning moves nothing. Each caption holds
its point, which makes a placement good for every larger zoom: points move apart, sizes stay. A placement is therefore
made for steps of the zoom and not anew for every zoom in between.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verify_app.gui.canvas.bounds_index import Bounds

HEIGHT = 17.0
"""Of a caption, in screen pixels."""
FEW = 40
"""Up to so many objects every caption is shown, farther off where there is no other place."""
ROOM = 11.0
"""How far captions may stand out of the picture, in screen pixels; it is fitted with 12 round it."""
STEPS = 12
"""Placements for each doubling of the zoom."""
GAP = 1.0
"""Between two captions: both are drawn at whole pixels."""
FAR = -1
"""Slot of a caption that stands off its object."""
_RINGS = 40
_ROW = HEIGHT + GAP

# on which of left, top, right, bottom the point is, across and down; is it the caption's right end; is it its lower one
_OVER, _OVER_END = (0, 1, False, True), (2, 1, True, True)
_UNDER, _UNDER_END = (0, 3, False, False), (2, 3, True, False)
_IN, _IN_END = (0, 1, False, False), (2, 1, True, False)
_RIGHT, _LEFT, _IN_LOW = (2, 1, False, False), (0, 1, True, False), (0, 3, False, True)
_SLOTS = (_OVER, _OVER_END, _RIGHT, _LEFT, _UNDER, _UNDER_END, _IN, _IN_END, _IN_LOW)
_BESIDE = (2, 3)
"""Slots that do not share a side with the object."""
_OFFSETS = tuple(
    (side, edge, (1.0 if ends else -1.0) * (0.0 if slot in _BESIDE else 1.0), float(ends), -HEIGHT if lower else 0.0)
    for slot, (side, edge, ends, lower) in enumerate(_SLOTS)
)
"""For each slot the sides its point is on, where a caption begins off it, how many of its widths less, how far down."""
USUAL = tuple(range(len(_SLOTS)))
"""The slots in the order they are tried in: around the object, inside its top edge, wherever it still touches it."""
BELOW = (4, 5, 0, 1, 2, 3, *USUAL[6:])
"""The same for what has its caption under it."""


def offset(slot: int, width: float) -> tuple[int, int, float, float]:
    """Which sides of the object a slot's point is on (indexes into its bounds), and how far off a caption begins."""
    side, edge, out, ends, down = _OFFSETS[slot]  # out: outlines are wider than their box
    return side, edge, out - ends * width, down


class Wish(NamedTuple):
    """An object that is to be captioned.

    Parameters
    ----------
    box : tuple of float
        Left, top, right, bottom in image pixels.
    widths : tuple of float
        Of its texts in screen pixels, the longest first.
    below : bool
        Whether the place under the object comes first.
    """

    key: str
    box: Bounds
    widths: tuple[float, ...]
    below: bool = False


class Spot(NamedTuple):
    """Where a caption stands: an offset in screen pixels from a point of its object in image pixels.

    Parameters
    ----------
    form : int
        Which of its texts is shown.
    slot : int
        Index into `SLOTS`, or `FAR`.
    """

    x: float
    y: float
    dx: float
    dy: float
    form: int
    slot: int


class Taken:
    """The places that are taken already, by rows."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[float, float, float]]] = {}

    def free(self, x: float, y: float, width: float) -> bool:
        """Whether nothing stands within the gap round a caption there."""
        right, low, high = x + width + GAP, y - _ROW, y + _ROW
        for other, end, top in self._rows.get(int(y // _ROW), ()):
            if other < right and x < end and low < top < high:
                return False
        return True

    def take(self, x: float, y: float, width: float) -> None:
        """A caption stands there now."""
        row, rows, it = int(y // _ROW), self._rows, (x, x + width + GAP, y)
        for near in (row - 1, row, row + 1):  # so that each question looks into one row
            if near in rows:
                rows[near].append(it)
            else:
                rows[near] = [it]


def step_of(scale: float, *, few: bool) -> float:
    """The zoom that a placement is made for: the next step below; of few captions, exactly this one."""
    return scale if few else float(2.0 ** (math.floor(math.log2(scale) * STEPS) / STEPS))


def place(
    wishes: Sequence[Wish],
    scale: float,
    picture: tuple[float, float],
    before: Mapping[str, Spot],
    *,
    few: bool,
) -> dict[str, Spot]:
    """Spot captions; those that find no room are left out.

    Parameters
    ----------
    wishes : sequence of Wish
        The surest first.
    scale : float
        Screen pixels per image pixel.
    picture : tuple of float
        Width and height of the image in its pixels.
    before : mapping
        Where captions stood; each keeps its slot while it is free, so that nothing jumps without need.
    few : bool
        Every caption is shown, farther off its object where need be; the placement is good for this zoom only.
    """
    taken, found = Taken(), {}
    field = -ROOM, -ROOM, picture[0] * scale + ROOM, picture[1] * scale + ROOM
    for wish in wishes:
        at = _near(wish, scale, field, taken, before.get(wish.key), few=few)
        if at is None and few:
            at = _far(wish, scale, field, taken, before.get(wish.key))
        if at is not None:
            found[wish.key] = at
            taken.take(at.x * scale + at.dx, at.y * scale + at.dy, wish.widths[at.form])
    return found


def _near(wish: Wish, scale: float, field: Bounds, taken: Taken, was: Spot | None, *, few: bool) -> Spot | None:
    """The first free slot at the object; among many, only the shortest text takes more than 70 % of its width."""
    box, widths = wish.box, wish.widths
    slots = BELOW if wish.below else USUAL
    if was is not None and was.slot != FAR:
        slots = (was.slot, *slots)
    last, room = len(widths) - 1, math.inf if few else 0.7 * (box[2] - box[0]) * scale
    at, free = [side * scale for side in box], taken.free
    x1, y1, x2, y2 = field[0], field[1], field[2], field[3] - HEIGHT
    for form, width in enumerate(widths):
        if width > room and form < last:
            continue
        for slot in slots:
            side, edge, out, ends, dy = _OFFSETS[slot]
            top = at[edge] + dy
            if top < y1 or top > y2:
                continue
            dx = out - ends * width
            left = at[side] + dx
            if left + width > x2:
                dx += max(math.floor(x2 - left - width), -width - dx)
                left = at[side] + dx
            elif left < x1:
                dx += min(math.ceil(x1 - left), -dx)
                left = at[side] + dx
            if free(left, top, width):
                return Spot(box[side], box[edge], dx, dy, form, slot)
    return None


def _far(wish: Wish, scale: float, field: Bounds, taken: Taken, was: Spot | None) -> Spot | None:
    """The nearest free place round the object in the shortest text; in the picture while there is one."""
    form = len(wish.widths) - 1
    width = wish.widths[form]
    x, y = wish.box[0], wish.box[1]
    left, top = x * scale, y * scale
    for inside in (True, False):
        for dx, dy in _rings(width, was):
            at, to = left + dx, top + dy
            fits = field[0] <= at and at + width <= field[2] and field[1] <= to and to + HEIGHT <= field[3]
            if (fits or not inside) and taken.free(at, to, width):
                return Spot(x, y, dx, dy, form, FAR)
    return None


def _rings(width: float, was: Spot | None) -> Iterator[tuple[float, float]]:
    """Offsets from near to far, the former one first; rows lie closer than columns."""
    if was is not None and was.slot == FAR:
        yield was.dx, was.dy
    columns = math.ceil(width + GAP)
    for ring in range(1, _RINGS):
        for row in range(-ring, ring + 1):
            ends = (-ring, ring) if abs(row) < ring else range(-ring, ring + 1)
            for column in sorted(ends, key=abs):
                yield column * columns - 1.0, row * _ROW - HEIGHT
