"""An outline with fewer corners, on trial."""

from __future__ import annotations

from verify_app.core.overlap import simplified
from verify_app.core.records import Item
from verify_app.core.regions import Polygon


class Simplifying:
    """What becomes of one object's outline while the tolerance is being chosen."""

    def __init__(self, item: Item) -> None:
        assert isinstance(item.region, Polygon)
        self.item_id = item.id
        self._before = item.region
        self.region = item.region

    def tried(self, tolerance: float) -> tuple[int, int]:
        """Take corners away that the outline is no further off than `tolerance` pixels without; before and after."""
        made = simplified(self._before, tolerance) if tolerance > 0 else None
        fewer = made is not None and _corners(made) < _corners(self._before)
        self.region = made if made is not None and fewer else self._before
        return _corners(self._before), _corners(self.region)

    @property
    def changed(self) -> bool:
        """Whether there is anything to keep."""
        return self.region is not self._before


def _corners(polygon: Polygon) -> int:
    return sum(map(len, polygon.rings))
