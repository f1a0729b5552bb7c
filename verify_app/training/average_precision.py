"""Average precision as Ultralytics computes it, and the same for thousands of resamples of the images at once.

Formula source: ``ultralytics.utils.metrics.ap_per_class`` and ``compute_ap`` (8.4): detections sorted by falling
confidence, precision envelope from the right, 101 recall points, trapezoid rule, mean over IoU 0.50 to 0.95.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_POINTS = np.linspace(0, 1, 101)
_STEPS = np.diff(_POINTS)
_TRAPEZOID = np.concatenate(([0.0], _STEPS)) / 2 + np.concatenate((_STEPS, [0.0])) / 2
_EPS = 1e-16
_CELLS = 4_000_000
"""Resamples times detections held at once: bounds the memory at about 100 MB."""


@dataclass(frozen=True, slots=True)
class ImageStats:
    """What the validator found on one image.

    Parameters
    ----------
    tp : ndarray of bool, shape (detections, 10)
        Whether each detection is right at IoU (of poses: OKS) 0.50, 0.55, ... 0.95.
    conf, pred_cls : ndarray, shape (detections,)
        Confidence 0 to 1 and class id of each detection.
    target_cls : ndarray, shape (objects,)
        Class id of each true object.
    """

    tp: NDArray[np.bool_]
    conf: NDArray[np.floating]
    pred_cls: NDArray[np.floating]
    target_cls: NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class ClassGuess:
    """What a model said of one whole image: `target` is its true class id."""

    target: int
    first: bool
    """Whether the most likely class is the true one (top-1)."""
    among_five: bool
    """Whether the true one is among the five most likely (top-5)."""
    said: int = -1
    """The most likely class; -1 for one that the gold images do not know."""


@dataclass(frozen=True, slots=True)
class _ClassStats:
    """The detections of one class over all images, most confident first; `images` is the image of each."""

    tp: NDArray[np.bool_]
    images: Ints
    targets: Ints


def resampled_ap(stats: Sequence[ImageStats], weights: Ints, *, classes: int) -> Floats:
    """AP of every class at every IoU for every weighting of the images.

    An image of weight 2 counts as if it were there twice, of weight 0 as if it were not there. The result is that of
    Ultralytics on such a list of images, except that detections of equal confidence keep one order throughout.

    Parameters
    ----------
    stats : sequence of ImageStats, length images
    weights : ndarray of int, shape (resamples, images)
        Not negative.
    classes : int
        Number of classes; ids run from 0.

    Returns
    -------
    ndarray, shape (resamples, classes, 10)
        NaN where the resample holds no object of the class.
    """
    out = np.full((len(weights), classes, 10), np.nan)
    for c, one in enumerate(_by_class(stats, classes)):
        objects = weights @ one.targets
        chunk = max(1, _CELLS // max(1, len(one.images)))
        for start in range(0, len(weights), chunk):
            rows = slice(start, start + chunk)
            out[rows, c] = _class_ap(one, weights[rows], objects[rows])
        out[objects == 0, c] = np.nan
    return out


def resampled_accuracy(guesses: Sequence[ClassGuess], weights: Ints) -> Floats:
    """Top-1 accuracy for every weighting of the images, shape (resamples,); NaN where no image is drawn."""
    right = weights @ np.array([guess.first for guess in guesses], dtype=np.int64)
    drawn = weights.sum(axis=1)
    share: Floats = np.divide(right, drawn, out=np.full(len(weights), np.nan), where=drawn > 0)
    return share


def mean_ap(ap: Floats) -> Floats:
    """Mean over the classes that are present and all IoUs: mAP50-95, shape (resamples,); NaN with no object at all."""
    per_class = ap.mean(axis=2)
    present = ~np.isnan(per_class)
    count = present.sum(axis=1)
    total = np.where(present, per_class, 0.0).sum(axis=1)
    mean: Floats = np.divide(total, count, out=np.full(len(ap), np.nan), where=count > 0)
    return mean


def resample_weights(images: int, resamples: int, *, seed: int, groups: Sequence[str] | None = None) -> Ints:
    """How often each image is drawn when as many units as there are are drawn with replacement; (resamples, images).

    Source: Efron 1979, the bootstrap. Objects of one image are not independent, so that images are the units; nor are
    frames of one video, so that of images with `groups` those are.

    Parameters
    ----------
    groups : sequence of str, length images
        What belongs together.
    """
    codes = np.arange(images) if groups is None else np.unique(np.array(groups), return_inverse=True)[1].reshape(-1)
    units = int(codes.max(initial=-1)) + 1
    if units == images:
        codes = np.arange(images)
    drawn = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=resamples).astype(np.int64)
    weights: Ints = drawn[:, codes]
    return weights


def _by_class(stats: Sequence[ImageStats], classes: int) -> Iterator[_ClassStats]:
    conf = np.concatenate([s.conf for s in stats])
    # the very call of Ultralytics on the same array: ties fall in the same order
    order = np.argsort(-conf)
    tp = np.concatenate([s.tp for s in stats])[order]
    cls = np.concatenate([s.pred_cls for s in stats])[order]
    images = np.repeat(np.arange(len(stats)), [len(s.conf) for s in stats])[order]
    targets = np.stack([np.bincount(s.target_cls.astype(int), minlength=classes) for s in stats])
    for c in range(classes):
        mine = cls == c
        yield _ClassStats(tp[mine], images[mine], targets[:, c].astype(np.int64))


def _class_ap(one: _ClassStats, weights: Ints, objects: Ints) -> Floats:
    """AP of one class, shape (resamples, 10)."""
    out = np.zeros((len(weights), 10))
    if not len(one.images):
        return out
    drawn = weights[:, one.images]
    seen = np.cumsum(drawn, axis=1)
    last = _last_reached(objects)
    for j in range(10):
        right = np.flatnonzero(one.tp[:, j])
        if len(right):
            out[:, j] = _curve(drawn[:, right], seen[:, right], objects, last) @ _TRAPEZOID
    return out


def _last_reached(objects: Ints) -> Ints:
    """Per resample and recall point, the most objects found whose recall does not exceed the point."""
    guess = np.floor(_POINTS[None, :] * objects[:, None]).astype(np.int64) + 1
    total = objects[:, None] + _EPS
    with np.errstate(invalid="ignore", divide="ignore"):
        for _ in range(2):
            guess = np.where(guess / total > _POINTS[None, :], guess - 1, guess)
    return guess


def _curve(drawn: Ints, seen: Ints, objects: Ints, last: Ints) -> Floats:
    """Interpolated precision at the 101 recall points.

    Only right detections are needed: between two of them precision falls, so the envelope there is the next one's.

    Parameters
    ----------
    drawn : ndarray, shape (resamples, right)
        Weight of every right detection.
    seen : ndarray, shape (resamples, right)
        Weight of all detections up to and including it.
    objects : ndarray, shape (resamples,)
    last : ndarray, shape (resamples, 101)

    Returns
    -------
    ndarray, shape (resamples, 101)
    """
    count, size = drawn.shape
    found = np.cumsum(drawn, axis=1)
    precision = np.where(drawn > 0, found / np.maximum(seen, 1), 0.0)
    envelope = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    wrong = seen - found
    base = np.arange(count)[:, None] * size
    following = _search(found, last, "right")
    inside = following < size
    at = base + np.minimum(following, size - 1)
    before = found.ravel()[at] - drawn.ravel()[at]
    earlier = base + np.minimum(_search(found, before, "left"), size - 1)
    first = before == 0
    height = envelope.ravel()[at]
    # with a wrong detection in between the curve is a step, else the line from the right detection before
    step = wrong.ravel()[at] > np.where(first, 0, wrong.ravel()[earlier])
    left = np.where(step, height, np.where(first, 1.0, envelope.ravel()[earlier]))
    total = objects[:, None] + _EPS
    with np.errstate(invalid="ignore", divide="ignore"):
        r0, r1 = before / total, found.ravel()[at] / total
        value = (height - left) / (r1 - r0) * (_POINTS[None, :] - r0) + left
    return np.where(inside, value, 0.0)


def _search(rows: Ints, wanted: Ints, side: Literal["left", "right"]) -> Ints:
    """`numpy.searchsorted` in every row of `rows` (each rising) at once."""
    span = int(max(rows.max(initial=0), wanted.max(initial=0))) + 2
    offset = np.arange(len(rows))[:, None] * span
    # clipping keeps each query inside its own row; no row holds a negative count
    flat = np.searchsorted((rows + offset).ravel(), (wanted + offset).ravel(), side=side)
    found: Ints = flat.reshape(wanted.shape) - np.arange(len(rows))[:, None] * rows.shape[1]
    return found
