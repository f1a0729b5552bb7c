"""What a model says, read the same way whichever engine it comes from: rows of numbers to detections on the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify_app.core.geometry import Box
from verify_app.core.heavy import np
from verify_app.core.records import Detection
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, turned
from verify_app.core.vocabulary import Task
from verify_app.inference import masks
from verify_app.inference.model_card import ModelCard
from verify_app.inference.preprocess import Fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

POINT_CONF = 0.5
"""A point of this confidence or more is visible; one below it counts as absent, its place kept."""
_MOST_SURE = 1.01
"""What is above it is no confidence; the hundredth is for half precision."""
_ROW = 6
"""Four numbers of the box, confidence, class; what follows is the task's own."""


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """What a model says of one picture, in pixels of its input.

    Parameters
    ----------
    rows : array
        Of each object x1, y1, x2, y2 (oriented boxes: cx, cy, width, height), confidence, class index, and then: of
        oriented boxes the angle in radians, of poses x, y and maybe the confidence of every point, of masks their
        coefficients. Of the classify task one probability for each class, one-dimensional.
    protos : (c, height, width) array, optional
        Prototypes that the coefficients weigh.
    masks : (n, height, width) array, optional
        Finished masks in place of coefficients and prototypes.
    features : (c, height, width) array, optional
        The map of features that feeds the model's last module, where it was asked for.
    """

    rows: NDArray[np.float32]
    protos: NDArray[np.float32] | None = None
    masks: NDArray[np.uint8] | None = None
    features: NDArray[np.float32] | None = None


def settings_of(task: str) -> dict[str, Any]:
    """What decides how an answer is read, to be stored with the run."""
    if task == Task.CLASSIFY:
        return {"fit": "shorter side, Pillow bilinear, middle", "top": 1}
    fit = {"letterbox": "square, centred, linear, 114"}
    if task == Task.SEGMENT:
        return fit | masks.SETTINGS
    return fit | {"point_conf": POINT_CONF} if task == Task.POSE else fit


def read(
    answer: ModelOutput, fit: Fit, card: ModelCard, *, conf: float, boxes: bool = False
) -> tuple[list[Detection], int]:
    """An answer as detections on the original picture.

    Parameters
    ----------
    answer : ModelOutput
    fit : Fit
        How the picture lay in the model's input.
    card : ModelCard
        Task, classes and points of the model.
    conf : float
        Only rows above it count, as in Ultralytics; the classify task names its first class whatever it is.
    boxes : bool
        Whether to take only the box of each object: its own, or the upright one round an oriented box.

    Returns
    -------
    list of Detection
        Pixels of the picture rounded to 0.01, clipped to it where the task clips, without empty regions; highest
        confidence first.
    int
        How many objects were left out because their mask is empty.
    """
    if card.task == Task.CLASSIFY:
        return _top(answer.rows, card.classes), 0
    order = _chosen(answer.rows, conf, card.classes)
    if card.task == Task.SEGMENT and not boxes:
        return _segments(answer, order, fit, card.imgsz)
    rows = answer.rows[order].astype("float64")
    if boxes:
        return _boxes(_upright(rows) if card.task == Task.OBB else rows, fit), 0
    if card.task == Task.POSE:
        return _poses(rows, fit, card.points, card.point_values), 0
    return (_oriented if card.task == Task.OBB else _boxes)(rows, fit), 0


def _chosen(rows: NDArray[np.float32], conf: float, classes: int) -> NDArray[np.int64]:
    """Which rows count, highest confidence first."""
    # compared as float32, as torch does: a confidence of 0.05 is then not above 0.05
    sure = (rows[:, 4] > np.float32(conf)) & (rows[:, 4] <= np.float32(_MOST_SURE))
    good = sure & np.isfinite(rows).all(axis=1) & (rows[:, 5] >= 0) & (rows[:, 5] < classes)
    order = np.flatnonzero(good)
    return order[np.argsort(-rows[order, 4], kind="stable")]


def _placed_boxes(rows: NDArray[np.float64], fit: Fit) -> list[Box | None]:
    """The first four columns as boxes on the picture; None where nothing of one is on it."""
    x = np.clip(fit.x(rows[:, [0, 2]]), 0, fit.width).round(2).tolist()
    y = np.clip(fit.y(rows[:, [1, 3]]), 0, fit.height).round(2).tolist()
    return [Box(x1, y1, x2, y2) if x2 > x1 and y2 > y1 else None for (x1, x2), (y1, y2) in zip(x, y, strict=True)]


def _said(rows: NDArray[np.floating[Any]]) -> list[tuple[int, float]]:
    """Class and confidence of each row."""
    return [(int(cls), min(round(score, 6), 1.0)) for score, cls in rows[:, 4:6].astype("float64").tolist()]


def _boxes(rows: NDArray[np.float64], fit: Fit) -> list[Detection]:
    found = zip(_placed_boxes(rows, fit), _said(rows), strict=True)
    return [Detection(cls, box, score) for box, (cls, score) in found if box is not None]


def _upright(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The upright boxes round oriented ones, in rows of the same kind as other boxes."""
    cos, sin = np.abs(np.cos(rows[:, 6])), np.abs(np.sin(rows[:, 6]))
    half = np.stack([rows[:, 2] * cos + rows[:, 3] * sin, rows[:, 2] * sin + rows[:, 3] * cos], axis=1) / 2
    return np.concatenate([rows[:, :2] - half, rows[:, :2] + half, rows[:, 4:6]], axis=1)


def _oriented(rows: NDArray[np.float64], fit: Fit) -> list[Detection]:
    """Sides are scaled as if the box stood upright, as Ultralytics does: the two gains differ by rounding only."""
    found = []
    for (cx, cy, width, height, _, _, angle), (cls, score) in zip(rows[:, :7].tolist(), _said(rows), strict=True):
        cx, cy = round(fit.x(cx), 2), round(fit.y(cy), 2)
        width = round(width * fit.width / fit.inner_width, 2)
        height = round(height * fit.height / fit.inner_height, 2)
        if width > 0 and height > 0 and 0 <= cx <= fit.width and 0 <= cy <= fit.height:
            angle = min(round(turned(angle), 5), math.nextafter(math.pi, 0))
            found.append(Detection(cls, OrientedBox(cx, cy, width, height, angle), score))
    return found


def _poses(rows: NDArray[np.float64], fit: Fit, count: int, values: int) -> list[Detection]:
    points = rows[:, _ROW : _ROW + count * values].reshape(len(rows), count, values)
    xs = np.clip(fit.x(points[..., 0]), 0, fit.width).round(2).tolist()
    ys = np.clip(fit.y(points[..., 1]), 0, fit.height).round(2).tolist()
    seen = np.full(points.shape[:2], 2)
    if values == 3:
        seen[points[..., 2] < POINT_CONF] = 0
    found = []
    for box, (cls, score), x, y, s in zip(_placed_boxes(rows, fit), _said(rows), xs, ys, seen.tolist(), strict=True):
        if box is not None:
            region = Keypoints(box, tuple(Keypoint(*point) for point in zip(x, y, s, strict=True)))
            found.append(Detection(cls, region, score))
    return found


def _segments(
    answer: ModelOutput, order: NDArray[np.int64], fit: Fit, imgsz: tuple[int, int]
) -> tuple[list[Detection], int]:
    found, empty = [], 0
    for i, (cls, score) in zip(order.tolist(), _said(answer.rows[order]), strict=True):
        row = answer.rows[i]
        if answer.masks is not None:
            mask = masks.cut_out(answer.masks[i], row[:4])
        elif answer.protos is not None:
            mask = masks.decoded(row[_ROW:], answer.protos, row[:4], imgsz)
        else:
            raise ValueError("an answer of the segment task needs masks or prototypes")
        region = masks.outline(mask, fit)
        if region is None:
            empty += 1
        else:
            found.append(Detection(cls, region, score))
    return found, empty


def _top(probabilities: NDArray[np.float32], classes: int) -> list[Detection]:
    """The first class of the highest probability; nothing where the model gave no numbers."""
    known = np.where(np.isfinite(probabilities[:classes]), probabilities[:classes], -np.inf)
    best = int(known.argmax())
    if not np.isfinite(known[best]):
        return []
    return [Detection(best, WHOLE_IMAGE, round(float(known[best]), 6))]
