"""Labels known to be good, altered in one place. Pure rules.

Everything random comes from a `random.Random` that the caller seeds: the same seed alters the same way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from verify_app.core.geometry import Box, Region
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Point, Polygon
from verify_app.core.trials.trials import DRAWN_IOU, Alteration, ErrorKind, TrialObject
from verify_app.core.vocabulary import Task

SHIFTED_IOU = (0.35, 0.60)
"""Overlap of a shifted object with the truth: plainly beside it, and still plainly meant for it."""

POINT_SHIFT = (0.25, 0.40)
"""How far a point is moved, as a share of the square root of its object's area."""

FREE_OVERLAP = 0.05
"""What is invented overlaps nothing that is there by more."""

_TRIES = 40
_BISECTIONS = 24
_LEAST_SIDE = 4.0
"""Objects smaller than this, in pixels, are not altered: nobody could see it."""


def errors_of(task: Task) -> tuple[ErrorKind, ...]:
    """What can be wrong with an image of a task; the one class of a whole image can only be another one."""
    return (ErrorKind.RELABELLED,) if task is Task.CLASSIFY else tuple(ErrorKind)


def altered(
    good: Sequence[TrialObject],
    rng: Random,
    *,
    task: Task,
    classes: Sequence[int],
    size: tuple[int, int],
    confs: Sequence[float],
) -> Alteration | None:
    """An altered copy of an image's labels; every kind of error that is possible on it is as likely.

    Parameters
    ----------
    good : sequence of TrialObject
        The labels, known to be right.
    classes : sequence of int
        Ids of the class list.
    size : (int, int)
        Width and height of the image in pixels.
    confs : sequence of float
        Confidences of real proposals, to draw from.

    Returns
    -------
    Alteration or None
        None when nothing on the image can be altered.
    """
    kinds = list(errors_of(task))
    rng.shuffle(kinds)
    for error in kinds:
        found = _ALTER[error](good, rng, classes, size)
        if found is not None:
            return _shown(error, *found, rng, confs)
    return None


_Altered = tuple[list[TrialObject], int | None, TrialObject | None]
"""The objects, which one is altered, and what it was."""


def _shown(
    error: ErrorKind,
    things: list[TrialObject],
    place: int | None,
    truth: TrialObject | None,
    rng: Random,
    confs: Sequence[float],
) -> Alteration:
    order = list(range(len(things)))
    rng.shuffle(order)
    drawn = tuple(rng.choice(confs) if confs else round(rng.uniform(0.5, 0.95), 3) for _ in order)
    at = None if place is None else order.index(place)
    return Alteration(error, tuple(things[i] for i in order), drawn, at, truth)


def _shift(good: Sequence[TrialObject], rng: Random, classes: Sequence[int], size: tuple[int, int]) -> _Altered | None:
    del classes
    for place in _any_order(good, rng):
        truth = good[place]
        for _ in range(_TRIES):
            if isinstance(truth.region, Keypoints):
                moved: Region | None = _with_point_moved(truth.region, rng, size)
            else:
                moved = _beside(truth.region, rng, size)
            if moved is not None and not _lies_on(moved, good, but=place):
                return [*good[:place], replace(truth, region=moved), *good[place + 1 :]], place, truth
    return None


def _relabel(
    good: Sequence[TrialObject], rng: Random, classes: Sequence[int], size: tuple[int, int]
) -> _Altered | None:
    del size
    visible = _any_order(good, rng)
    if not visible or len(classes) < 2:
        return None
    place, truth = visible[0], good[visible[0]]
    other = rng.choice([class_id for class_id in classes if class_id != truth.class_id])
    return [*good[:place], replace(truth, class_id=other), *good[place + 1 :]], place, truth


def _invent(good: Sequence[TrialObject], rng: Random, classes: Sequence[int], size: tuple[int, int]) -> _Altered | None:
    """Something of the look of what is there, where nothing is."""
    del classes
    for place in _any_order(good, rng):
        for _ in range(_TRIES):
            found = _elsewhere(good[place].region, rng, size)
            if found is not None and not any(_touches(found, thing.region) for thing in good):
                return [*good, TrialObject(rng.choice(good).class_id, found)], len(good), None
    return None


def _delete(good: Sequence[TrialObject], rng: Random, classes: Sequence[int], size: tuple[int, int]) -> _Altered | None:
    del classes, size
    alone = [i for i in _any_order(good, rng) if not _lies_on(good[i].region, good, but=i)]
    return ([*good[: alone[0]], *good[alone[0] + 1 :]], None, good[alone[0]]) if alone else None


_ALTER: dict[ErrorKind, Callable[[Sequence[TrialObject], Random, Sequence[int], tuple[int, int]], _Altered | None]] = {
    ErrorKind.SHIFTED: _shift,
    ErrorKind.RELABELLED: _relabel,
    ErrorKind.INVENTED: _invent,
    ErrorKind.DELETED: _delete,
}


def _any_order(good: Sequence[TrialObject], rng: Random) -> list[int]:
    """Places of objects large enough to see, shuffled."""
    places = [i for i, thing in enumerate(good) if _is_visible(thing.region)]
    rng.shuffle(places)
    return places


def _is_visible(region: Region) -> bool:
    box = region.bounds
    return region.kind == "image" or min(box.width, box.height) >= _LEAST_SIDE


def _lies_on(region: Region, good: Sequence[TrialObject], *, but: int) -> bool:
    """Whether a shifted object would look like another one's."""
    return any(i != but and region.overlap(thing.region) >= DRAWN_IOU for i, thing in enumerate(good))


def _touches(a: Region, b: Region) -> bool:
    """Whether two regions share more than a little; a small one inside a large one does too."""
    p, q = a.bounds, b.bounds
    width, height = min(p.x2, q.x2) - max(p.x1, q.x1), min(p.y2, q.y2) - max(p.y1, q.y1)
    return width > 0 and height > 0 and width * height > FREE_OVERLAP * min(p.area, q.area)


def _beside(region: Region, rng: Random, size: tuple[int, int]) -> Region | None:
    """The region moved in a random direction until it overlaps the truth as little as `SHIFTED_IOU` says."""
    turn, wanted = rng.uniform(0, 2 * math.pi), rng.uniform(*SHIFTED_IOU)
    reach_x, reach_y = math.cos(turn) * region.bounds.width, math.sin(turn) * region.bounds.height
    near, far = 0.0, 1.0
    for _ in range(_BISECTIONS):
        middle = (near + far) / 2
        if region.overlap(region.moved(middle * reach_x, middle * reach_y)) > wanted:
            near = middle
        else:
            far = middle
    part = region.moved(far * reach_x, far * reach_y).inside(*size)
    low, high = SHIFTED_IOU
    return part if part is not None and low - 0.05 <= region.overlap(part) <= high + 0.05 else None


def _with_point_moved(region: Keypoints, rng: Random, size: tuple[int, int]) -> Keypoints | None:
    there = [i for i, point in enumerate(region.points) if point.seen]
    if not there:
        return None
    place, turn = rng.choice(there), rng.uniform(0, 2 * math.pi)
    far, point = rng.uniform(*POINT_SHIFT) * math.sqrt(region.area), region.points[place]
    moved = Keypoint(point.x + far * math.cos(turn), point.y + far * math.sin(turn), point.seen)
    if not (0 <= moved.x <= size[0] and 0 <= moved.y <= size[1]):
        return None
    return replace(region, points=(*region.points[:place], moved, *region.points[place + 1 :]))


def _elsewhere(region: Region, rng: Random, size: tuple[int, int]) -> Region | None:
    """The region a little larger or smaller, somewhere inside the image."""
    scaled = _scaled(region, rng.uniform(0.8, 1.2), rng.uniform(0.8, 1.2))
    box = scaled.bounds
    room_x, room_y = size[0] - box.width, size[1] - box.height
    if room_x < 0 or room_y < 0:
        return None
    found = scaled.moved(rng.uniform(0, room_x) - box.x1, rng.uniform(0, room_y) - box.y1)
    return found.inside(*size)


def _scaled(region: Region, x: float, y: float) -> Region:
    """Larger or smaller about the centre of its bounds."""
    cx, cy = region.bounds.center

    def at(point: Point) -> Point:
        return cx + (point[0] - cx) * x, cy + (point[1] - cy) * y

    match region:
        case Box():
            return Box(*at((region.x1, region.y1)), *at((region.x2, region.y2)))
        case OrientedBox():
            return replace(region, width=region.width * x, height=region.height * y)
        case Polygon():
            return Polygon(tuple(tuple(tuple(map(at, ring)) for ring in part) for part in region.parts))
        case Keypoints():
            points = tuple(Keypoint(*at((p.x, p.y)), p.seen) for p in region.points)
            return Keypoints(Box(*at((region.box.x1, region.box.y1)), *at((region.box.x2, region.box.y2))), points)
    return region
