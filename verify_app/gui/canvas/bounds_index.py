"""Which objects lie where: a grid of cells over their bounds, brought up to date by what changed. Pure Python.

Building it for 5,000 objects costs about as much as looking at each of them thrice; a question then looks at the few
in the cells concerned. A tree would have to be built anew with every edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from verify_app.core.geometry import Box

Bounds = tuple[float, float, float, float]

FEW = 300
"""Up to so many are looked at one by one."""
ACROSS = 48
"""Cells along the longer side of the image."""
LARGE = 64
"""What covers more cells is kept in a list of its own."""

Cells = tuple[int, int, int, int]


class BoundsIndex:
    """Ids by the bounds of what they stand for; bounds that are the very same object count as unchanged."""

    def __init__(self, width: float, height: float) -> None:
        self._cell = max(width, height, 1.0) / ACROSS
        self._bounds: dict[str, Bounds] = {}
        self._cells: dict[tuple[int, int], set[str]] | None = None
        self._large: set[str] = set()

    def update(self, bounds: Mapping[str, Bounds]) -> None:
        """These are there now."""
        old, self._bounds = self._bounds, dict(bounds)
        if self._cells is None:
            return  # built when first asked
        for key, was in old.items():
            if bounds.get(key) is not was:
                self._take_out(key, was)
        for key, now in bounds.items():
            if old.get(key) is not now:
                self._put_in(key, now)

    def within(self, area: Bounds) -> Iterable[str]:
        """Ids of all whose bounds touch an area; each once, in no order."""
        left, top, right, bottom = area
        found = self._candidates(area) if len(self._bounds) > FEW else self._bounds
        bounds = self._bounds
        return [
            key for key in found if (b := bounds[key])[0] <= right and b[2] >= left and b[1] <= bottom and b[3] >= top
        ]

    def at_most(self, area: Bounds, most: int) -> list[str] | None:
        """As `within`; None as soon as there are more than `most`, which is quick when there are many."""
        left, top, right, bottom = area
        bounds, found = self._bounds, []
        for key in self._candidates(area) if len(bounds) > FEW else bounds:
            b = bounds[key]
            if b[0] <= right and b[2] >= left and b[1] <= bottom and b[3] >= top:
                found.append(key)
                if len(found) > most:
                    return None
        return found

    def _candidates(self, area: Bounds) -> Iterable[str]:
        if self._cells is None:
            self._cells = {}
            for key, bounds in self._bounds.items():
                self._put_in(key, bounds)
        x1, y1, x2, y2 = self._covered(area)
        if (x2 - x1 + 1) * (y2 - y1 + 1) > len(self._cells) // 2:
            return self._bounds
        found = set(self._large)
        for cell in product(range(x1, x2 + 1), range(y1, y2 + 1)):
            found |= self._cells.get(cell, set())
        return found

    def _covered(self, bounds: Bounds) -> Cells:
        c = self._cell
        return int(bounds[0] // c), int(bounds[1] // c), int(bounds[2] // c), int(bounds[3] // c)

    def _put_in(self, key: str, bounds: Bounds) -> None:
        assert self._cells is not None
        x1, y1, x2, y2 = self._covered(bounds)
        if (x2 - x1 + 1) * (y2 - y1 + 1) > LARGE:
            self._large.add(key)
            return
        for cell in product(range(x1, x2 + 1), range(y1, y2 + 1)):
            self._cells.setdefault(cell, set()).add(key)

    def _take_out(self, key: str, bounds: Bounds) -> None:
        assert self._cells is not None
        if key in self._large:
            self._large.discard(key)
            return
        x1, y1, x2, y2 = self._covered(bounds)
        for cell in product(range(x1, x2 + 1), range(y1, y2 + 1)):
            self._cells[cell].discard(key)


def as_bounds(box: Box) -> Bounds:
    """A box as the index keeps it."""
    return box.x1, box.y1, box.x2, box.y2
