"""What a model said more than once of one object: siblings of one run, and heaps that are shown and decided as one.

A run that keeps every box (no suppression of overlaps, as YOLO26's) says of many an object two things or more. Each is
a proposal of its own; those that nobody could tell apart on the screen are folded into one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import floor, frexp
from typing import Generic, NamedTuple, Protocol, TypeVar

from verify_app.core.geometry import Box, Region
from verify_app.core.overlap_candidates import Near
from verify_app.core.records import Prediction

SAME_OBJECT_IOU = 0.7
"""From this overlap on, two regions are of one object."""

ALIKE_IOU = 0.9
"""From this overlap on, two boxes of a class look like one."""

SHAPES_LESS = 0.2
"""By so much the boxes of two outlines may overlap less than the outlines do, and are still compared."""


class Thing(Protocol):
    """What lies somewhere and is of a class: a label, a prediction, an object on show."""

    @property
    def class_id(self) -> int: ...

    @property
    def region(self) -> Region: ...


class Guess(Thing, Protocol):
    """What a model said."""

    @property
    def conf(self) -> float | None: ...


G = TypeVar("G", bound=Guess)
T = TypeVar("T", bound=Thing)


class Heap(NamedTuple, Generic[G, T]):
    """What is shown and decided as one.

    Parameters
    ----------
    imported : T or None
        The label that came in and that the proposals say again; it is on top.
    said : list of G
        The proposals, the surest first, which is on top of the others.
    """

    imported: T | None
    said: list[G]


def siblings(rejected: Sequence[Prediction], said: Sequence[Prediction]) -> dict[int, tuple[int, ...]]:
    """What the same run said besides of the objects of some predictions: the same class, `SAME_OBJECT_IOU` or more.

    Parameters
    ----------
    rejected : sequence of Prediction
        Of one image and one run.
    said : sequence of Prediction
        All that this run said of the image.

    Returns
    -------
    dict of int to tuple of int
        Prediction id to the ids of its siblings; those without are left out.
    """
    near = Near([p.region for p in said])
    found = {}
    for one in rejected:
        others = (said[place] for place in near.places(one.region))
        same = (p for p in others if p.id != one.id and p.class_id == one.class_id)
        if ids := tuple(sorted(p.id for p in same if p.region.overlap(one.region) >= SAME_OBJECT_IOU)):
            found[one.id] = ids
    return found


def heaps(said: Sequence[G], imported: Sequence[T] = ()) -> list[Heap[G, T]]:
    """Proposals of one run in heaps, the surest heap first; those of equal confidence in the order given.

    Into a heap go proposals of one class that overlap its surest by `ALIKE_IOU` or more. An imported label of the same
    class lies on the one heap whose surest it overlaps most, `SAME_OBJECT_IOU` or more; what of that heap overlaps the
    label less stays a heap of its own, so that accepting the label settles all that is folded under it.
    """
    if len(said) < 2 and not imported:
        return [Heap(None, [one]) for one in said]
    tops = _Places()
    found: list[list[G]] = []
    for one in sorted(said, key=lambda p: -(p.conf or 0.0)):
        place = tops.closest(one, ALIKE_IOU)
        if place is None:
            tops.add(one, len(found))
            found.append([one])
        else:
            found[place].append(one)
    made: list[Heap[G, T]] = []
    labels = _matched(imported, tops)
    for place, members in enumerate(found):
        label = labels.get(place)
        under = [] if label is None else [p for p in members if p.region.overlap(label.region) >= SAME_OBJECT_IOU]
        beside = [p for p in members if p not in under]
        made += [Heap(label, under)] if under else []
        made += [Heap(None, beside)] if beside else []
    return made


def _matched(imported: Sequence[T], tops: _Places) -> Mapping[int, T]:
    """The label on each heap: each with one at most and the other way round, the closest first."""
    pairs = [(-iou, place, number) for number, x in enumerate(imported) for iou, place in tops.over(x, SAME_OBJECT_IOU)]
    labels: dict[int, T] = {}
    taken = set()
    for _, place, number in sorted(pairs):
        if place not in labels and number not in taken:
            labels[place] = imported[number]
            taken.add(number)
    return labels


class _Places:
    """Things by class, size and place: what overlaps by more than half is found among a few, however many there are.

    Two boxes with an IoU of `u` differ in width and height by no more than the factor ``1 / u``, and their centres lie
    no further apart than ``(1 - u) / 2 u`` times the side of either. Of outlines the boxes may differ by `SHAPES_LESS`
    more.
    """

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int, int, int], list[tuple[Thing, int]]] = defaultdict(list)

    def add(self, thing: Thing, number: int) -> None:
        box = thing.region.bounds
        level = _level(_side(box))
        x, y = box.center
        self._cells[thing.class_id, level, floor(x / 2.0**level), floor(y / 2.0**level)].append((thing, number))

    def closest(self, thing: Thing, least: float) -> int | None:
        """The number of what it overlaps most, `least` or more; None when there is nothing."""
        best = min(((-iou, number) for iou, number in self.over(thing, least)), default=None)
        return None if best is None else best[1]

    def over(self, thing: Thing, least: float) -> Iterator[tuple[float, int]]:
        """Overlap with, and number of, all of its class that it overlaps by `least` or more."""
        if not self._cells:
            return
        box = thing.region.bounds
        loose = least if thing.region.kind == "box" else least - SHAPES_LESS
        side, (x, y) = _side(box), box.center
        reach = side * (1.0 - loose) / (2.0 * loose) + 1e-6
        found = self._cells.get
        for level in range(_level(side * loose), _level(side / loose) + 1):
            cell = 2.0**level
            rows = range(floor((y - reach) / cell), floor((y + reach) / cell) + 1)
            for column in range(floor((x - reach) / cell), floor((x + reach) / cell) + 1):
                for row in rows:
                    for other, number in found((thing.class_id, level, column, row), ()):
                        iou = thing.region.overlap(other.region)
                        if iou >= least:
                            yield iou, number


def _side(box: Box) -> float:
    return max(box.width, box.height, 1e-6)


def _level(side: float) -> int:
    return frexp(side)[1]
