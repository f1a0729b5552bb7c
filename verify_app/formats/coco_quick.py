"""The annotations that most COCO files consist of, taken without a record of each; whatever is unusual is not."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import methodcaller
from typing import Any

from verify_app.core.geometry import FARTHEST
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Row

KNOWN = frozenset(
    {"id", "image_id", "category_id", "bbox", "segmentation", "keypoints", "num_keypoints", "area", "iscrowd"}
)
"""Fields of an annotation that mean something here."""

OTHERS = {
    Task.DETECT: ("segmentation", "keypoints"),
    Task.SEGMENT: ("keypoints",),
    Task.OBB: ("keypoints",),
    Task.POSE: ("segmentation",),
    Task.CLASSIFY: (),
}
"""Fields that only projects of other tasks take."""

_NUMBERS = frozenset({int, float})


def quick_rows(
    rows: Iterable[Any],
    places: Mapping[Any, int],
    task: Task,
    found: Counter[Any],
    aside: Callable[[dict[str, Any]], None],
    others: Counter[str],
) -> Iterator[tuple[list[Row], int, Any]]:
    """Rows for the spool, in order, with their number of corners, up to an annotation that wants a closer look.

    Parameters
    ----------
    places : mapping of image id to place
    found : Counter
        Objects by category; what is taken is counted.
    aside : callable
        Told of every annotation that is taken and has fields that are not `KNOWN`.
    others : Counter
        Fields that only projects of other tasks take, counted.

    Yields
    ------
    list of Row, int, annotation or None
    """
    take, elsewhere = _TAKE.get(task, _nothing), OTHERS[task]
    taken: list[Row] = []
    corners = 0
    usual: list[dict[str, Any]] = []
    for row in rows:
        try:
            key, category = row["image_id"], row["category_id"]
            # True and 1.0 would find the image of id 1
            if type(key) is not int or type(category) is not int or row.get("iscrowd"):
                raise ValueError
            place = places[key]
            kind, data, size = take(row)
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
            yield taken, corners, row
            taken, corners = [], 0
            continue
        if not KNOWN.issuperset(row):
            aside(row)
        usual.append(row)
        taken.append((place, category, kind, data))
        found[category] += 1
        corners += size
    for name in elsewhere:
        others[name] += sum(map(bool, map(methodcaller("get", name), usual)))
    yield taken, corners, None


def _nothing(_row: dict[str, Any]) -> tuple[str, Any, int]:
    raise ValueError


def _box(row: dict[str, Any]) -> tuple[str, Any, int]:
    """Raises ValueError for whatever is not the usual."""
    stated = row["bbox"]
    x, y, width, height = stated
    if not (type(x) is type(y) is type(width) is type(height) is float):
        if type(stated) is not list or not _NUMBERS.issuperset(map(type, stated)):
            raise ValueError
        x, y, width, height = map(float, stated)
    right, bottom = x + width, y + height
    # written so that what is no number fails too
    if not (0 <= width <= FARTHEST >= x >= -FARTHEST <= y <= FARTHEST >= height >= 0):
        raise ValueError
    return "box", (x, y, right, bottom), 4


def _outline(row: dict[str, Any]) -> tuple[str, Any, int]:
    """Raises ValueError for whatever is not the usual."""
    stated = row["segmentation"]
    if type(stated) is not list or not stated:
        raise ValueError
    parts, corners = [], 0
    for ring in stated:
        if type(ring) is not list or len(ring) < 6 or len(ring) % 2 or not _NUMBERS.issuperset(map(type, ring)):
            raise ValueError
        if not math.hypot(*ring) <= FARTHEST:  # what is no number fails too
            raise ValueError
        parts.append((array("d", ring).tobytes(),))
        corners += len(ring) // 2
    return "polygon", tuple(parts), corners


_TAKE: dict[Task, Callable[[dict[str, Any]], tuple[str, Any, int]]] = {Task.DETECT: _box, Task.SEGMENT: _outline}
