"""Figures of a model on a gold set, from what it said of each: the same for detectors and for level 0's heads."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

PRECISION = 0.8
BINS = 15

Floats = NDArray[np.floating]


def recall_at(conf: Floats, right: NDArray[np.bool_], objects: int, precision: float = PRECISION) -> float:
    """The most recall of one class at a precision; 0 where it is never reached.

    Parameters
    ----------
    conf, right : ndarray, shape (detections,)
        Of the class: confidence, and whether it is an object of it at IoU 0.5.
    objects : int
        Of the class on the gold images.
    """
    if not len(conf) or not objects:
        return 0.0
    order = np.argsort(-conf, kind="stable")
    found = np.cumsum(right[order])
    said = np.arange(1, len(order) + 1)
    # only where the confidence falls: no threshold tells equal ones apart
    falls = np.append(conf[order][1:] < conf[order][:-1], True)
    good = (found >= precision * said) & falls
    return float(found[good].max(initial=0) / objects)


def best_f1(conf: Floats, right: NDArray[np.bool_], objects: int) -> float:
    """The threshold with the best F1 over all classes together, the highest of equal ones; 0 where nothing is said."""
    if not len(conf):
        return 0.0
    order = np.argsort(-conf, kind="stable")
    found = np.cumsum(right[order])
    said = np.arange(1, len(order) + 1)
    f1 = 2 * found / (said + objects)
    falls = np.append(conf[order][1:] < conf[order][:-1], True)
    return float(conf[order][int(np.argmax(np.where(falls, f1, -1.0)))])


def ece(conf: Floats, right: NDArray[np.bool_]) -> float:
    """Expected calibration error in equal bins; source: Naeini et al., AAAI 2015."""
    if not len(conf):
        return 0.0
    place = np.minimum((np.clip(conf, 0, 1) * BINS).astype(int), BINS - 1)
    count = np.bincount(place, minlength=BINS)
    said = np.bincount(place, conf, BINS)
    true = np.bincount(place, right.astype(float), BINS)
    return float(np.abs(said - true).sum() / count.sum())


def mean_of(values: dict[int, float], classes: Iterable[int]) -> float:
    """Mean over some classes; 0 of none."""
    chosen = [values[c] for c in classes if c in values]
    return float(np.mean(chosen)) if chosen else 0.0
