"""Non-maximum suppression as Ultralytics does it, in numpy: which of overlapping candidates stay.

Source: `utils.nms.non_max_suppression` of Ultralytics 8.4 with the settings of its predictor: the best class of each
place only (``multi_label`` off), classes kept apart by an offset, IoU 0.7, at most 30,000 candidates. Upright boxes are
greedy, as `torchvision.ops.nms`; of oriented ones every surer neighbour counts, also one that went itself
(`TorchNMS.fast_nms`), by the probabilistic IoU (arXiv 2106.06072). All in float32, as torch reckons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

IOU = 0.7
"""Candidates that overlap more with a surer one of their class go."""
MOST_CANDIDATES = 30_000
CLASS_OFFSET = 7680
"""Pixels between the classes, so that one pass serves them all."""
_BLOCK = 256
_EPS = 1e-7


def survivors(places: Floats, classes: int, *, conf: float, most: int, oriented: bool = False) -> Floats:
    """The rows that stay of what a head says of every place.

    Parameters
    ----------
    places : (4 + classes + extra, n) array
        Of each place centre x, centre y, width, height in pixels of the input, the confidence of every class, and what
        is the task's own; of oriented boxes that is the angle.
    classes : int
        How many there are.
    conf : float
        Only confidences above it are candidates.
    most : int
        How many rows stay at most.
    oriented : bool
        Whether the boxes have an angle; their rows keep centre and sides.

    Returns
    -------
    (m, 6 + extra) array
        x1, y1, x2, y2 (oriented: centre x, centre y, width, height), confidence, class, extra; surest first.
    """
    table = places.T[places[4 : 4 + classes].max(axis=0) > np.float32(conf)]
    best = table[:, 4 : 4 + classes].argmax(axis=1)
    sure = table[np.arange(len(table)), 4 + best]
    order = np.argsort(-sure, kind="stable")[:MOST_CANDIDATES]
    table, best, sure = table[order], best[order].astype(np.float32), sure[order]
    boxes = table[:, :4] if oriented else _corners(table[:, :4])
    offset = best[:, None] * np.float32(CLASS_OFFSET)
    if oriented:
        apart = np.concatenate([boxes[:, :2] + offset, boxes[:, 2:], table[:, -1:]], axis=1)
        kept = _kept_oriented(apart, most)
    else:
        kept = _kept_upright(boxes + offset, most)
    rows = np.concatenate([boxes, sure[:, None], best[:, None], table[:, 4 + classes :]], axis=1)
    return np.ascontiguousarray(rows[kept], dtype=np.float32)


def _corners(boxes: Floats) -> Floats:
    """From centre and sides to x1, y1, x2, y2."""
    half = boxes[:, 2:] / np.float32(2)
    return np.concatenate([boxes[:, :2] - half, boxes[:, :2] + half], axis=1)


def _kept_upright(boxes: Floats, most: int) -> NDArray[np.int64]:
    """Of boxes, surest first, those that no kept one overlaps too much."""
    x1, y1, x2, y2 = boxes.T
    areas = (x2 - x1) * (y2 - y1)
    left = np.arange(len(boxes))
    kept: list[int] = []
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        while len(left) and len(kept) < most:
            one, left = left[0], left[1:]
            kept.append(int(one))
            width = np.minimum(x2[one], x2[left]) - np.maximum(x1[one], x1[left])
            height = np.minimum(y2[one], y2[left]) - np.maximum(y1[one], y1[left])
            shared = np.maximum(width, 0) * np.maximum(height, 0)
            overlap = shared / (areas[one] + areas[left] - shared)
            left = left[~(overlap > np.float32(IOU))]  # boxes without area overlap nothing: NaN
    return np.array(kept, dtype=np.int64)


def _kept_oriented(boxes: Floats, most: int) -> NDArray[np.int64]:
    """Of oriented boxes, surest first, those that no surer one overlaps too much; block by block, to save memory."""
    kept: list[int] = []
    for start in range(0, len(boxes), _BLOCK):
        block = boxes[start : start + _BLOCK]
        near = probable_overlap(boxes[: start + len(block)], block) > np.float32(IOU)
        surer = np.arange(start + len(block))[:, None] < np.arange(start, start + len(block))[None]
        kept += (start + np.flatnonzero(~(near & surer).any(axis=0))).tolist()
        if len(kept) >= most:
            break
    return np.array(kept[:most], dtype=np.int64)


def probable_overlap(ones: Floats, others: Floats) -> Floats:
    """The probabilistic IoU of each of `ones` with each of `others`: (n, m).

    Source: `utils.metrics.batch_probiou` of Ultralytics 8.4, after arXiv 2106.06072.

    Parameters
    ----------
    ones, others : (n, 5), (m, 5) arrays
        Centre x, centre y, width, height, angle in radians.
    """
    x1, y1 = ones[:, 0:1], ones[:, 1:2]
    x2, y2 = others[None, :, 0], others[None, :, 1]
    (a1, b1, c1), (a2, b2, c2) = _spread(ones), _spread(others)
    a1, b1, c1 = a1[:, None], b1[:, None], c1[:, None]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        a, b, c = a1 + a2, b1 + b2, c1 + c2
        whole = a * b - c**2
        t1 = (a * (y1 - y2) ** 2 + b * (x1 - x2) ** 2) / (whole + _EPS) * 0.25
        t2 = c * (x2 - x1) * (y1 - y2) / (whole + _EPS) * 0.5
        own = np.maximum(a1 * b1 - c1**2, 0) * np.maximum(a2 * b2 - c2**2, 0)
        t3 = np.log(whole / (4 * np.sqrt(own) + _EPS) + _EPS) * 0.5
        distance = np.clip(t1 + t2 + t3, _EPS, 100.0)
        found: Floats = 1 - np.sqrt(1.0 - np.exp(-distance) + _EPS)
    return found


def _spread(boxes: Floats) -> tuple[Any, Any, Any]:
    """The covariance of each oriented box as a Gaussian: of x, of y, of both."""
    a, b = (boxes[:, 2] ** 2 / 12).astype(np.float32), (boxes[:, 3] ** 2 / 12).astype(np.float32)
    cos, sin = np.cos(boxes[:, 4]), np.sin(boxes[:, 4])
    return a * cos**2 + b * sin**2, a * sin**2 + b * cos**2, (a - b) * cos * sin
