"""YOLO label rows, written: one for each object, in the layout of the project's task.

========  ==============================================================================
detect    ``class cx cy w h``, the box's centre and size
segment   ``class x1 y1 x2 y2 ...``, one ring
obb       ``class x1 y1 x2 y2 x3 y3 x4 y4``, four corners
pose      ``class cx cy w h`` and ``x y v`` for each point; an absent one is ``0 0 0``
classify  no rows: the image's folder is its class
========  ==============================================================================

All as shares of the image as displayed, at eight decimals: a coordinate comes back within 0.5e-8 of the image's side,
a box's edge within 1.5e-8.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence

from verify_app.core.geometry import Box, Region
from verify_app.core.regions import Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import Task
from verify_app.formats.yolo.bridged_ring import cut_to, one_ring
from verify_app.formats.yolo.obb_fit import acceptable

Writer = Callable[..., str | None]
"""``(index, region, *, width, height)`` to a row, or None when nothing of the region is inside the image."""

_THREE, _FIVE = struct.Struct("<3f"), struct.Struct("<5f")


def number(value: float) -> str:
    """A coordinate as text: at most eight decimals, as much as float32 holds; no trailing zeros, never an exponent."""
    text = f"{value:.8f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Sequence[float]) -> str:
    """Several coordinates, each as `number` writes it: all are formatted at once, which takes half the time."""
    text = "%.8f " * len(values) % tuple(values)
    if "-" in text:
        return " ".join(map(number, values))
    return " ".join([part if part[-1] != "0" else part.rstrip("0").rstrip(".") for part in text.split()])


def row(index: int, region: Box, *, width: int, height: int) -> str | None:
    """The label row of a box, clipped to the image.

    Parameters
    ----------
    index : int
        Place of the class in the list.
    width, height : int
        Of the image as displayed, in pixels.

    Returns
    -------
    str or None
        None when nothing of the box with an area lies inside the image.
    """
    # no Box in between: this runs for every label of an export
    x1, x2 = min(max(region.x1, 0.0), width), min(max(region.x2, 0.0), width)
    y1, y2 = min(max(region.y1, 0.0), height), min(max(region.y2, 0.0), height)
    if not (x2 > x1 and y2 > y1):  # also catches NaN
        return None
    values = ((x1 + x2) / 2 / width, (y1 + y2) / 2 / height, (x2 - x1) / width, (y2 - y1) / height)
    return f"{index} {numbers(values)}"


def outline_row(index: int, region: Polygon, *, width: int, height: int) -> str | None:
    """The label row of an outline, cut to the image; parts and holes joined to one ring (`rings.one_ring`)."""
    if len(region.parts) == 1 and len(region.parts[0]) == 1:
        # no bounds made and kept: this runs for every label of an export
        xs, ys = zip(*region.parts[0][0], strict=True)
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if left >= 0 and top >= 0 and right <= width and bottom <= height:
            if not (right > left and bottom > top):
                return None
            values = [0.0] * (2 * len(xs))
            values[::2], values[1::2] = [x / width for x in xs], [y / height for y in ys]
            return f"{index} {numbers(values)}"
    kept = cut_to(region, width, height)
    return None if kept is None else f"{index} {_points(one_ring(kept.rings), width, height)}"


def oriented_row(index: int, region: OrientedBox, *, width: int, height: int) -> str | None:
    """The label row of an oriented box.

    Corners may lie outside the image, as Ultralytics only checks the upright box round them; the few that it would not
    take are fitted (`oriented.acceptable`).
    """
    kept = acceptable(region, width, height)
    return None if kept is None else f"{index} {_points(kept.points, width, height)}"


def pose_row(index: int, region: Keypoints, *, width: int, height: int) -> str | None:
    """The label row of an object with points; points beyond the image's edge are drawn in to it."""
    box = row(index, region.box, width=width, height=height)
    if box is None:
        return None
    points = (
        f"{number(min(max(p.x / width, 0.0), 1.0))} {number(min(max(p.y / height, 0.0), 1.0))} {p.seen}"
        if p.seen
        else "0 0 0"
        for p in region.points
    )
    return " ".join((box, *points))


def _points(points: Iterable[tuple[float, float]], width: int, height: int) -> str:
    return numbers([value for x, y in points for value in (x / width, y / height)])


def no_row(*_: object, **__: object) -> str:
    """A classified image has no label file; its folder says what it is."""
    return ""


WRITERS: Mapping[Task, Writer] = {
    Task.DETECT: row,
    Task.SEGMENT: outline_row,
    Task.OBB: oriented_row,
    Task.POSE: pose_row,
    Task.CLASSIFY: no_row,
}


def finite(region: Region) -> bool:
    """Whether every coordinate is a finite number."""
    match region:
        case Box():
            values: Iterable[float] = region.corners()
        case OrientedBox():
            values = region.data()
        case Polygon():
            values = (value for ring in region.rings for point in ring for value in point)
        case Keypoints():
            values = (*region.box.corners(), *(value for p in region.points for value in (p.x, p.y)))
        case _:
            values = ()
    # a number minus itself is zero unless it is infinite or none
    return all(value - value == 0.0 for value in values)


def same_row_key(text: str) -> bytes:
    """Equal for rows that Ultralytics takes for duplicates: it compares them as float32."""
    values = [*map(float, text.split())]
    return _FIVE.pack(*values) if len(values) == 5 else struct.pack(f"<{len(values)}f", *values)


def repeated(texts: Sequence[str]) -> frozenset[int]:
    """Places of the rows that repeat an earlier one (`same_row_key`)."""
    alike: dict[bytes, list[int]] = {}
    for place, text in enumerate(texts):
        # nearly all differ in their first numbers; comparing the rest takes ten times as long
        head = [*map(float, text.split(maxsplit=3)[:3])]
        alike.setdefault(_THREE.pack(*head) if len(head) == 3 else b"", []).append(place)
    found = []
    for places in alike.values():
        seen = set[bytes]()
        for place in places if len(places) > 1 else ():
            key = same_row_key(texts[place])
            if key in seen:
                found.append(place)
            seen.add(key)
    return frozenset(found)


def label_bytes(rows: Sequence[str]) -> bytes:
    """The bytes of a label file; none for an image without objects."""
    return "".join(f"{text}\n" for text in rows).encode("ascii")
