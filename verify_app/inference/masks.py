"""From a model's masks to outlines, the same code for both engines.

A mask lives at the size of the model's input, as Ultralytics makes it (`ops.process_mask`, ``upsample=True``). Its
outline runs along the edges of its pixels, as a person's would, while `Masks.xy` of Ultralytics joins the pixels'
upper left corners, so that it ends one pixel of the input short on the right and at the bottom.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify_app.core.heavy import np, shapely
from verify_app.core.overlap import valid
from verify_app.core.regions import Polygon, polygon_of
from verify_app.inference.preprocess import Fit, opencv

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Contour = NDArray[np.int32]

TOLERANCE = 0.5
"""How far an outline may be off the mask's edge, pixels of the model's input; fewer corners are easier to move."""
_MOST_LOSS = 0.05
"""Of the area that simplifying may change; what is a pixel or two thin stays as it is."""
LEAST_PART = 4.0
"""Parts and holes under so many square pixels of the input are specks, unless there is nothing else."""
SETTINGS = {
    "masks": "input size, logit > 0, cut to the box",
    "outline": f"pixel edges, within {TOLERANCE} px of the input, parts and holes from {LEAST_PART:g} px",
}


@dataclass(frozen=True, slots=True)
class Mask:
    """A piece of a mask: (height, width) uint8, 0 or 1, and where in the model's input its corner lies."""

    pixels: NDArray[np.uint8]
    left: int
    top: int


def span(low: float, high: float, end: int) -> tuple[int, int]:
    """The whole pixels from `low` up to `high`, as Ultralytics cuts a mask to its box: first and one past the last."""
    first = min(max(math.ceil(low), 0), end)
    return first, max(min(max(math.ceil(high), 0), end), first)


def cut_out(pixels: NDArray[np.uint8], box: NDArray[np.float32]) -> Mask:
    """The piece inside a box of a finished (height, width) mask."""
    left, right = span(float(box[0]), float(box[2]), pixels.shape[1])
    top, bottom = span(float(box[1]), float(box[3]), pixels.shape[0])
    return Mask(pixels[top:bottom, left:right], left, top)


def decoded(
    coefficients: NDArray[np.float32], protos: NDArray[np.float32], box: NDArray[np.float32], imgsz: tuple[int, int]
) -> Mask:
    """The mask inside a box.

    Parameters
    ----------
    coefficients : (c,) array
        Weights of the prototypes.
    protos : (c, height, width) array
        Prototypes, coarser than the input by a whole factor.
    box : (4,) array
        x1, y1, x2, y2 in pixels of the input.
    imgsz : (int, int)
        Height and width of the input.
    """
    left, right = span(float(box[0]), float(box[2]), imgsz[1])
    top, bottom = span(float(box[1]), float(box[3]), imgsz[0])
    if right <= left or bottom <= top:
        return Mask(np.zeros((0, 0), np.uint8), left, top)
    by = imgsz[0] // protos.shape[1], imgsz[1] // protos.shape[2]
    # one coarse pixel more on each side: what is interpolated inside the box is then the same as from the whole
    x0, x1 = max(left // by[1] - 1, 0), min((right - 1) // by[1] + 2, protos.shape[2])
    y0, y1 = max(top // by[0] - 1, 0), min((bottom - 1) // by[0] + 2, protos.shape[1])
    coarse = np.tensordot(coefficients, protos[:, y0:y1, x0:x1], axes=1)
    cv2 = opencv()
    fine = cv2.resize(coarse, ((x1 - x0) * by[1], (y1 - y0) * by[0]), interpolation=cv2.INTER_LINEAR)
    piece = fine[top - y0 * by[0] : bottom - y0 * by[0], left - x0 * by[1] : right - x0 * by[1]]
    return Mask((piece > 0).astype(np.uint8), left, top)


def outline(mask: Mask, fit: Fit) -> Polygon | None:
    """The outline of a mask on the picture, with parts and holes, rounded to 0.01 pixels; None when it is empty."""
    shape = _edges(_without_border(mask, fit))
    if shape is None:
        return None
    gain = fit.width / fit.inner_width, fit.height / fit.inner_height
    placed = shapely.transform(shape, lambda xy: (xy - (fit.left, fit.top)) * gain)
    x1, y1, x2, y2 = placed.bounds
    if x1 < 0 or y1 < 0 or x2 > fit.width or y2 > fit.height:  # a slanting corner at the picture's edge
        placed = valid(placed).intersection(shapely.box(0, 0, fit.width, fit.height))
    return polygon_of(shapely.transform(placed, lambda xy: np.round(xy, 2)), least=0.01)


def _without_border(mask: Mask, fit: Fit) -> Mask:
    """The piece of a mask that lies on the picture."""
    left, top = max(mask.left, fit.left), max(mask.top, fit.top)
    right, bottom = fit.left + fit.inner_width, fit.top + fit.inner_height
    piece = mask.pixels[top - mask.top : max(bottom - mask.top, 0), left - mask.left : max(right - mask.left, 0)]
    return Mask(piece, left, top)


def _edges(mask: Mask) -> BaseGeometry | None:
    """The area of a mask's pixels in the model's input, simplified, without specks."""
    parts = []
    for outer, holes in _parts(mask):
        # contours run through the middle of the outermost pixels, half a pixel inside the edge
        shape = _through_middles(outer, holes).buffer(0.5, join_style="mitre", cap_style="square", mitre_limit=2)
        simple = shape.simplify(TOLERANCE, preserve_topology=True)
        shape = simple if abs(simple.area - shape.area) < _MOST_LOSS * shape.area else shape
        parts += [shape] if isinstance(shape, shapely.Polygon) else list(shape.geoms)
    moved = mask.left + 0.5, mask.top + 0.5
    return shapely.transform(shapely.MultiPolygon(parts), lambda xy: xy + moved) if parts else None


def _parts(mask: Mask) -> list[tuple[Contour, list[Contour]]]:
    """The contours of a mask's parts, each with those of its holes; specks only where there is nothing else."""
    if not mask.pixels.size:
        return []
    cv2 = opencv()
    contours, tree = cv2.findContours(mask.pixels, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return []
    links = tree[0].tolist()  # of each contour: next, previous, first hole, the part it is a hole of
    outer = {i: _pixels(contours[i]) for i, link in enumerate(links) if link[3] < 0}
    large = [i for i, size in outer.items() if size >= LEAST_PART] or [max(outer, key=outer.__getitem__)]
    found = []
    for i in large:
        holes, hole = [], links[i][2]
        while hole >= 0:
            if _pixels_inside(contours[hole]) >= LEAST_PART:
                holes.append(contours[hole])
            hole = links[hole][0]
        found.append((contours[i], holes))
    return found


def _pixels(contour: Contour) -> float:
    """How many pixels a contour through their middles takes in; exact where all its edges are upright."""
    cv2 = opencv()
    return float(cv2.contourArea(contour) + cv2.arcLength(contour, True) / 2 + 1)


def _pixels_inside(contour: Contour) -> float:
    """How many pixels the hole has whose contour runs through the middles of those round it; exact for rectangles."""
    cv2 = opencv()
    return float(cv2.contourArea(contour) - cv2.arcLength(contour, True) / 2 + 2 * math.sqrt(2) - 1)


def _through_middles(outer: Contour, holes: list[Contour]) -> BaseGeometry:
    ring = outer[:, 0]
    if len(ring) == 1:
        return shapely.Point(ring[0])
    if len(ring) == 2:
        return shapely.LineString(ring)
    shape = shapely.Polygon(ring, [hole[:, 0] for hole in holes])
    return valid(shape)
