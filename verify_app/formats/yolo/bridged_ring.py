"""Outlines of several rings as the one ring that a YOLO row can hold, and back.

The rings are joined by bridges that are walked to and fro, along the shortest lines between them (a smallest spanning
tree), as Ultralytics' `merge_multi_segment` does by the nearest corners. Filled by the even-odd rule, as `cv2.fillPoly`
does, the ring is the region: a bridge has no area. What the fill draws besides is the line itself, one pixel wide: a
bridge to a hole lies inside the region and changes nothing; a bridge between two parts adds the pixels under it. Where
a bridge meets the middle of an edge it becomes a corner of it, which moves the drawn edge by less than a pixel.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from verify_app.core.heavy import np, shapely
from verify_app.core.overlap import intersection
from verify_app.core.regions import Point, Polygon, Ring, geometry_of, polygon_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SNAP = 1e-6
"""Pixels within which a bridge ends in a corner that is there already."""

_LEAST = 1e-6
"""Square pixels under which a part is none."""


def cut_to(polygon: Polygon, width: float, height: float) -> Polygon | None:
    """The polygon inside an image of `width` x `height` pixels, itself where it lies inside; None when nothing is."""
    box = polygon.bounds
    if box.x1 >= 0 and box.y1 >= 0 and box.x2 <= width and box.y2 <= height:
        return polygon if box.x2 > box.x1 and box.y2 > box.y1 else None
    inside = intersection(geometry_of(polygon), shapely.box(0.0, 0.0, width, height))
    return polygon_of(inside, least=_LEAST)


def one_ring(rings: Sequence[Ring]) -> list[Point]:
    """All rings as one, not closed; a single ring is returned as it is."""
    walk: list[Point] = list(rings[0])
    if len(rings) == 1:
        return walk
    lines = np.array([shapely.LinearRing(ring) for ring in rings])
    near = np.full(len(rings), 0)
    away = shapely.distance(lines, lines[0])
    left = list(range(1, len(rings)))
    while left:
        nearest = min(left, key=lambda i: float(away[i]))
        left.remove(nearest)
        line = shapely.get_coordinates(shapely.shortest_line(lines[near[nearest]], lines[nearest]))
        _splice(walk, _start_at(list(rings[nearest]), _point(line[1])), _point(line[0]))
        rest = np.array(left, dtype=int)
        now = shapely.distance(lines[rest], lines[nearest])
        closer = rest[now < away[rest]]
        near[closer], away[closer] = nearest, now[now < away[rest]]
    return walk


def _splice(walk: list[Point], ring: list[Point], at: Point) -> None:
    """Insert a ring, begun at its end of the bridge, where the walk passes the other end."""
    place = _place(walk, at)
    here = walk[place]
    walk[place + 1 : place + 1] = [*ring, ring[0], here] if ring[0] != here else [*ring[1:], here]


def _start_at(ring: list[Point], at: Point) -> list[Point]:
    place = _place(ring, at)
    return ring[place:] + ring[:place]


def _place(ring: list[Point], at: Point) -> int:
    """Place of a point in a ring that runs through it; it is made a corner if it is none."""
    points, there = np.array(ring), np.array(at)
    gaps = np.hypot(*(points - there).T)
    corner = int(gaps.argmin())
    if gaps[corner] <= _SNAP:
        return corner
    edge = int(_distances(points, np.roll(points, -1, axis=0), there).argmin())
    ring.insert(edge + 1, at)
    return edge + 1


def _distances(
    starts: NDArray[np.float64], ends: NDArray[np.float64], point: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How far a point is from each of several edges."""
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-300)
    share = np.clip(((point - starts) * along).sum(axis=1) / length, 0.0, 1.0)
    gaps: NDArray[np.float64] = np.hypot(*(starts + share[:, None] * along - point).T)
    return gaps


def _point(values: Iterable[float]) -> Point:
    x, y = values
    return float(x), float(y)


def polygon_from(ring: Sequence[Point], *, precision: float) -> Polygon:
    """The outline that one ring stands for: with bridges taken out, its parts and holes; else just this ring.

    Parameters
    ----------
    ring : sequence of points
        Three or more; the ends of a bridge are equal points.
    precision : float
        Pixels. A corner made for a bridge goes again when it is no further off its edge.
    """
    loops = _loops(ring, precision)
    shapes = [shapely.Polygon(loop) for loop in loops]
    if len(loops) < 2 or not all(shape.is_valid for shape in shapes):
        return Polygon.simple(ring)
    return _nested(loops, shapes) or Polygon.simple(ring)


def _loops(ring: Sequence[Point], precision: float) -> list[Ring]:
    """The closed walks a ring is made of, by where they begin; one or none when it has no bridge."""
    path: list[tuple[int, Point]] = []
    at: dict[Point, int] = {}
    found: list[tuple[int, list[Point]]] = []
    ends: set[Point] = set()
    for number, point in enumerate((*ring, ring[0])):
        if path and path[-1][1] == point:
            continue
        if point in at:
            loop = path[at[point] :]
            del path[at[point] + 1 :]
            for _, gone in loop[1:]:
                del at[gone]
            if len(loop) > 2:
                found.append((loop[0][0], [corner for _, corner in loop]))
            else:
                ends.update(corner for _, corner in loop)
            continue
        at[point] = len(path)
        path.append((number, point))
    if not ends:
        return []
    return [_without_made(loop, ends, precision) for _, loop in sorted(found)]


def _without_made(loop: list[Point], ends: set[Point], precision: float) -> Ring:
    """Without the corners that are there only because a bridge ended in the middle of an edge."""
    kept: list[Point] = []
    left = len(loop)
    for place, point in enumerate(loop):
        if point in ends and left > 3:
            before = np.array(kept[-1] if kept else loop[-1])
            after = np.array(loop[place + 1] if place + 1 < len(loop) else kept[0])
            if _distances(before[None], after[None], np.array(point))[0] <= precision:
                left -= 1
                continue
        kept.append(point)
    return tuple(kept)


def _nested(loops: Sequence[Ring], shapes: Sequence[shapely.Polygon]) -> Polygon | None:
    """Loops as parts with holes: what lies inside an even number of others is a part.

    None where a hole lies in no part, as where loops cross each other.
    """
    around: list[list[int]] = [[] for _ in loops]
    areas = shapely.area(shapes)
    inner = shapely.STRtree(shapely.point_on_surface(shapes))
    for j, i in zip(*inner.query(shapes, predicate="contains").tolist(), strict=True):
        # of two loops round the same place the larger one is the outer one
        if areas[j] > areas[i]:
            around[i].append(j)
    parts = {i: [loop] for i, loop in enumerate(loops) if len(around[i]) % 2 == 0}
    for i, loop in enumerate(loops):
        if i not in parts:
            owner = max((j for j in around[i] if j in parts), key=lambda j: len(around[j]), default=None)
            if owner is None:
                return None
            parts[owner].append(loop)
    return Polygon(tuple(tuple(part) for part in parts.values()))
