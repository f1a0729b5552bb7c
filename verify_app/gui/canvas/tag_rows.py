"""The row above or below its object that each tag takes, so that tags of overlapping objects can all be read.

Rows are told by the objects alone and not by the view: tags stay in theirs while one zooms and pans.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.core.geometry import Region
from verify_app.core.overlap_candidates import Near
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState

MOST = 150
"""Of more objects not every tag is drawn, and none is moved out of the way."""
ALIKE = 0.5
"""From this overlap on, the tags of two objects would lie on each other."""
OVER, UNDER = (0, 1, -1, -2), (-1, -2, 0, 1)
"""Rows in the order in which they are taken: 0 stands on the object, 1 over that, -1 right below it, -2 under that."""
_UNDER = (LabelState.IMPORTED, LabelState.SUGGESTION)


def tag_rows(items: Sequence[Item]) -> dict[str, int]:
    """The row of each tag that is not `usual_row`.

    What is surest stands next to the object. A label that came in and what a program would draw have their tags below:
    a model has often found the same object, and says so on top.
    """
    if not 1 < len(items) <= MOST:
        return {}
    placed = sorted((item for item in items if item.region.kind != "image"), key=_rank)
    near = Near([item.region for item in placed])
    rows: list[int] = []
    for place, item in enumerate(placed):
        region: Region = item.region
        others = (other for other in near.places(region) if other < place)
        taken = {rows[other] for other in others if region.overlap(placed[other].region) >= ALIKE}
        wanted = UNDER if item.state in _UNDER else OVER
        rows.append(next((row for row in wanted if row not in taken), wanted[0]))
    return {item.id: row for item, row in zip(placed, rows, strict=True) if row != usual_row(item)}


def usual_row(item: Item) -> int:
    """Where a tag goes that nothing is in the way of."""
    return (UNDER if item.state in _UNDER else OVER)[0]


def _rank(item: Item) -> tuple[bool, float]:
    return item.state is not LabelState.VERIFIED, -(1.0 if item.conf is None else item.conf)
