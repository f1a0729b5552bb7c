"""Outlines of masks and masks of outlines. OpenCV; never in the window's process."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np
from verify_app.core.regions import Polygon, Ring
from verify_app.imaging.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray


CROSSINGS = 4_000_000
"""Edges are filled in turns of so many rows that they cross."""


def polygon_of_mask(mask: NDArray[np.uint8], *, left: int = 0, top: int = 0) -> Polygon | None:
    """The outline of a mask along the edges of its pixels: exact, holes and parts kept.

    Parameters
    ----------
    mask : (height, width) uint8
        Nonzero inside.
    left, top : int
        Where in its image the mask begins.

    Returns
    -------
    Polygon or None
        None when no pixel is set. Filling it again gives the same mask.
    """
    inside = mask != 0
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not rows.size:
        return None
    window = inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].view(np.uint8)
    top, left = top + int(rows[0]), left + int(columns[0])
    # at twice the size, corners of pixels fall on pixels: the outline of the outermost ones is the edge itself
    size = (2 * window.shape[1], 2 * window.shape[0])
    double = cv2.resize(np.ascontiguousarray(window), size, interpolation=cv2.INTER_NEAREST)
    double = cv2.copyMakeBorder(double, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    contours, tree = cv2.findContours(double, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    parts: dict[int, list[Ring]] = {}
    for place, (ring, (_, _, _, parent)) in enumerate(zip(_edges(contours, left, top), tree[0].tolist(), strict=True)):
        if len(ring) >= 3:
            parts.setdefault(place if parent < 0 else parent, []).append(ring)
    return Polygon(tuple(tuple(rings) for _, rings in sorted(parts.items())))


def _edges(contours: Sequence[Any], left: int, top: int) -> Iterator[Ring]:
    """Corners of pixels along contours of the doubled mask, in pixels of the mask; doubled ones left out."""
    ends = np.cumsum([len(contour) for contour in contours])
    starts = np.concatenate([[0], ends[:-1]])
    corners = np.concatenate(contours)[:, 0, :] // 2 + (left, top)
    before = np.arange(len(corners)) - 1
    before[starts] = ends - 1
    fresh = np.any(corners != corners[before], axis=1)
    kept = np.add.reduceat(fresh, starts)
    points = [(float(x), float(y)) for x, y in corners[fresh].tolist()]
    at = 0
    for count in kept.tolist():
        yield tuple(points[at : at + count])
        at += count


def mask_of_polygon(polygon: Polygon, width: int, height: int) -> NDArray[np.uint8]:
    """The pixels whose centre lies inside by the even-odd rule.

    Returns
    -------
    (height, width) uint8
        0 and 1, in Fortran order as RLE masks want it.
    """
    mask = np.zeros((height, width), dtype=np.uint8, order="F")
    starts = np.concatenate([np.array(ring) for ring in polygon.rings])
    ends = np.concatenate([np.roll(np.array(ring), -1, axis=0) for ring in polygon.rings])
    left, right = (int(v) for v in np.clip((np.floor(starts[:, 0].min()), np.ceil(starts[:, 0].max())), 0, width))
    first = np.clip(np.ceil(np.minimum(starts[:, 1], ends[:, 1]) - 0.5), 0, height).astype(np.int64)
    last = np.clip(np.ceil(np.maximum(starts[:, 1], ends[:, 1]) - 0.5), 0, height).astype(np.int64)
    top, bottom = int(first.min()), int(last.max())
    if right <= left or bottom <= top:
        return mask
    flips = np.zeros((bottom - top, right - left + 1), dtype=np.uint8)
    for some in _in_turn(last - first):
        counts = last[some] - first[some]
        edge = np.repeat(np.arange(some.start, some.stop), counts)
        rows = first[edge] + np.arange(edge.size) - np.repeat(np.cumsum(counts) - counts, counts)
        (ax, ay), (bx, by) = starts[edge].T, ends[edge].T
        columns = np.clip(np.ceil(ax + (rows + 0.5 - ay) * (bx - ax) / (by - ay) - 0.5), left, right).astype(np.int64)
        np.bitwise_xor.at(flips.reshape(-1), (rows - top) * flips.shape[1] + columns - left, 1)
    mask[top:bottom, left:right] = np.bitwise_xor.accumulate(flips, axis=1)[:, :-1]
    return mask


def _in_turn(counts: NDArray[np.int64]) -> Iterator[slice]:
    """Edges in order, so many at a time that they cross some million rows together at most."""
    turns = np.cumsum(counts) // CROSSINGS
    places = [0, *(np.flatnonzero(np.diff(turns)) + 1).tolist(), len(counts)]
    for start, stop in itertools.pairwise(places):
        yield slice(start, stop)
