"""What stands behind a model's figures on gold: intervals by class, precision and recall by confidence, matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from verify_app.training.average_precision import ClassGuess, Floats, ImageStats, Ints, resampled_ap
from verify_app.training.gold import Seen
from verify_app.training.matches import Match, matches, of_guess

STEPS = 100
"""Precision and recall are told at so many confidences, and at 1."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ClassDetail:
    """Of one class.

    Parameters
    ----------
    value, recall, precision : (low, high) or None
        95 % intervals (bootstrap over images, percentiles); None where nothing is known.
    at_cut : (int, int)
        Detections from `ScoreDetail.cut` on that are right at IoU 0.5, and all of them (0 of classified images):
        counted, where Ultralytics' precision and recall are read off a smoothed curve.
    right, said : tuple of int
        How many detections from each confidence on (0, 0.01, ... 1) are right at IoU 0.5, and how many there are.
    """

    value: Range | None = None
    recall: Range | None = None
    precision: Range | None = None
    at_cut: tuple[int, int] = (0, 0)
    right: tuple[int, ...] = ()
    said: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreDetail:
    """Behind a score: the confidence that the matches count from, each class, and the matches of each gold image."""

    cut: float
    classes: Mapping[str, ClassDetail]
    matches: Mapping[str, Sequence[Match]]


def detail(seen: Seen, names: Sequence[str], weights: Ints) -> ScoreDetail:
    """Behind what the validator measured.

    Parameters
    ----------
    names : sequence of str
        Classes by gold id.
    weights : ndarray of int, shape (resamples, images)
        Of the images in the order of their names, as for comparisons.
    """
    found = {PurePosixPath(name).stem: matches(one, seen.cut) for name, one in seen.scenes.items()}
    rows = [seen.stats[name] for name in sorted(seen.stats)]
    guesses = [one for one in rows if isinstance(one, ClassGuess)]
    if guesses:
        told = {PurePosixPath(n).stem: of_guess(g) for n, g in seen.stats.items() if isinstance(g, ClassGuess)}
        return ScoreDetail(0.0, _of_guesses(guesses, names, weights), told)
    stats = [one for one in rows if isinstance(one, ImageStats)]
    return ScoreDetail(seen.cut, _of_objects(stats, names, weights, seen.cut), found)


def _of_guesses(guesses: Sequence[ClassGuess], names: Sequence[str], weights: Ints) -> dict[str, ClassDetail]:
    made = {}
    for index, name in enumerate(names):
        here = np.array([one.target == index for one in guesses], dtype=np.int64)
        right = np.array([one.target == index and one.first for one in guesses], dtype=np.int64)
        share = _shares(weights @ right, weights @ here)
        made[name] = ClassDetail(share, share, at_cut=(int(right.sum()), 0))
    return made


def _of_objects(stats: Sequence[ImageStats], names: Sequence[str], weights: Ints, cut: float) -> dict[str, ClassDetail]:
    average = resampled_ap(stats, weights, classes=len(names)).mean(axis=2)
    return {name: _of_class(stats, index, average[:, index], weights, cut) for index, name in enumerate(names)}


def _of_class(stats: Sequence[ImageStats], index: int, average: Floats, weights: Ints, cut: float) -> ClassDetail:
    there = np.array([(one.target_cls == index).sum() for one in stats], dtype=np.int64)
    said = np.array([((one.pred_cls == index) & (one.conf >= cut)).sum() for one in stats], dtype=np.int64)
    right = np.array([(one.tp[:, 0] & (one.pred_cls == index) & (one.conf >= cut)).sum() for one in stats])
    found = weights @ right.astype(np.int64)
    conf = np.concatenate([one.conf[one.pred_cls == index] for one in stats])
    good = np.concatenate([one.tp[one.pred_cls == index, 0] for one in stats])
    return ClassDetail(
        value=_range(average),
        recall=_shares(found, weights @ there),
        precision=_shares(found, weights @ said),
        at_cut=(int(right.sum()), int(said.sum())),
        right=_at_least(conf[good]),
        said=_at_least(conf),
    )


def _at_least(conf: Floats) -> tuple[int, ...]:
    """How many are at least 0, 0.01, ... 1."""
    levels = np.arange(STEPS + 1) / STEPS
    ordered = np.sort(conf)
    return tuple(int(n) for n in len(ordered) - np.searchsorted(ordered, levels, side="left"))


def _shares(part: Ints, whole: Ints) -> Range | None:
    return _range(np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0))


def _range(values: Floats) -> Range | None:
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, high = (float(one) for one in np.percentile(known, [2.5, 97.5]))
    return low, high
