"""Which regions can overlap at all, so that hundreds of objects are not compared with each other one by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from verify_app.core.geometry import Box, Region

FEW = 2000
"""Up to so many pairs, comparing all of them is as quick."""


class Near:
    """Regions by their left edge."""

    def __init__(self, regions: Iterable[Region]) -> None:
        placed = ((r.bounds, place, r) for place, r in enumerate(regions))
        self._placed = sorted(placed, key=lambda entry: entry[0].x1)
        self._lefts = [bounds.x1 for bounds, _, _ in self._placed]
        self._widest = max((bounds.x2 - bounds.x1 for bounds, _, _ in self._placed), default=0.0)

    def to(self, region: Region) -> Iterator[Region]:
        """Those whose bounds touch the region's; all of them for a whole image, which has no place."""
        return (other for _, _, other in self._touching(region))

    def places(self, region: Region) -> Iterator[int]:
        """As `to`, but where in the order given they were."""
        return (place for _, place, _ in self._touching(region))

    def _touching(self, region: Region) -> Iterator[tuple[Box, int, Region]]:
        if region.kind == "image":
            yield from self._placed
            return
        box = region.bounds
        first, last = bisect_left(self._lefts, box.x1 - self._widest), bisect_right(self._lefts, box.x2)
        for entry in self._placed[first:last]:
            bounds = entry[0]
            if bounds.x2 >= box.x1 and bounds.y1 <= box.y2 and bounds.y2 >= box.y1:
                yield entry
