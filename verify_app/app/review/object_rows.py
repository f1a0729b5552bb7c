"""What lies on each other folded into one row, for whoever shows the objects of an image."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from verify_app.core.overlap_groups import Heap, heaps
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState


def folded(items: Sequence[Item], *, apart: Collection[str] = ()) -> list[Item]:
    """The objects on show with those of a heap under its top; `apart` are shown by themselves. The order is kept."""
    said = [item for item in items if item.state is LabelState.PROPOSAL and item.id not in apart]
    if not said:
        return list(items)
    imported = [item for item in items if item.state is LabelState.IMPORTED and item.id not in apart]
    tops: dict[str, Item] = {}
    under: set[str] = set()
    for heap in heaps(said, imported):
        top, below = _stacked(heap)
        if below:
            tops[top.id] = replace(top, folded=tuple(below))
            under.update(item.id for item in below)
    return [tops.get(item.id, item) for item in items if item.id not in under] if tops else list(items)


def _stacked(heap: Heap[Item, Item]) -> tuple[Item, list[Item]]:
    """What is on top of a heap, and what lies under it: a label that came in goes before what a model said."""
    return (heap.said[0], heap.said[1:]) if heap.imported is None else (heap.imported, heap.said)


class Folding:
    """What of the image in front of a person is folded, and what they have unfolded."""

    def __init__(self) -> None:
        self._apart: frozenset[str] = frozenset()

    def shown(self, items: Sequence[Item]) -> list[Item]:
        """As `folded`."""
        return folded(items, apart=self._apart)

    def turn(self, items: Sequence[Item], item: Item | None) -> int | None:
        """Unfold `item` if it is a heap, else all heaps; fold again what is unfolded when `item` is of that.

        Returns
        -------
        int or None
            How many objects are shown by themselves for it, 0 when they are folded again, None when there is no heap.
        """
        heaps_here = [i for i in items if i.folded]
        if item is not None and item.folded:
            heaps_here = [item]
        elif item is not None and item.id in self._apart:
            heaps_here = []
        if not heaps_here and not self._apart:
            return None
        ids = {each.id for each in whole(heaps_here)}
        self._apart = self._apart | ids if ids else frozenset()
        return len(ids)

    @staticmethod
    def row_of(item_id: str, items: Sequence[Item]) -> str:
        """The id of the row that shows an object, folded or not; empty when none does."""
        return next((row.id for row in items if item_id in (row.id, *(each.id for each in row.folded))), "")


def whole(items: Sequence[Item]) -> list[Item]:
    """The objects with all that is folded under them."""
    return [each for item in items for each in (item, *item.folded)]
