"""How a model does on gold images beside another one: recall by class, calibration, how much it says. Pure functions.

Two models are compared paired, on the same images: when they are equally good it is chance which of both an image's
figures are from, group by group.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np
from verify_app.monitor.drift import DriftFound
from verify_app.monitor.null_bands import FEWEST_GROUPS, LEVEL, RESAMPLES, Resampled, bands, swapped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CONFIDENCE_BINS = 10
FEWEST_OBJECTS = 5
"""Of a class on the gold images for its recall to be followed by itself."""
WORSE = {"recall": -1, "tail_recall": -1, "precision": -1, "ece": 1, "map": -1, "right": -1, "verdict_ece": 1}
"""On which side of its band a figure is bad, by the part of its name before a colon; others on both."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a model said of gold images.

    Parameters
    ----------
    objects, found : (images, classes) int arrays
        True objects, and those that were found.
    image, conf, right : (m,) arrays
        Of each detection that was sure enough: its image, its confidence (0 to 1) and whether it is right at an
        overlap of 0.5.
    """

    objects: NDArray[np.int64]
    found: NDArray[np.int64]
    image: NDArray[np.int64]
    conf: Floats
    right: NDArray[np.bool_]

    def only(self, images: NDArray[np.int64]) -> Answers:
        """Of some images, in that order."""
        place = np.full(len(self.objects), -1, dtype=np.int64)
        place[images] = np.arange(len(images))
        here = place[self.image] >= 0
        return Answers(
            self.objects[images], self.found[images], place[self.image[here]], self.conf[here], self.right[here]
        )


def sums(answers: Answers, groups: NDArray[np.int64], count: int) -> Floats:
    """(groups, columns) array: objects and found by class, then of each band of confidence how many, Σ confidence and
    how many right, then detections and images."""
    classes = answers.objects.shape[1]
    table = np.zeros((count, 2 * classes + 3 * CONFIDENCE_BINS + 2))
    np.add.at(table[:, :classes], groups, answers.objects)
    np.add.at(table[:, classes : 2 * classes], groups, answers.found)
    band = np.minimum((answers.conf * CONFIDENCE_BINS).astype(np.int64), CONFIDENCE_BINS - 1)
    of, start = groups[answers.image], 2 * classes
    for step, values in enumerate((np.ones(len(band)), answers.conf, answers.right.astype(np.float64))):
        np.add.at(table, (of, start + step * CONFIDENCE_BINS + band), values)
    np.add.at(table[:, -2], of, 1)
    np.add.at(table[:, -1], groups, 1)
    return table


def calibration_error(rows: Floats, classes: int) -> Floats:
    """Expected calibration error over ten bands of confidence, Σ n_b / n |right_b - confidence_b|, 0 to 1.

    C. Guo et al., On Calibration of Modern Neural Networks, ICML 2017 (1706.04599).
    """
    said, sure, right = (
        rows[..., 2 * classes + step * CONFIDENCE_BINS : 2 * classes + (step + 1) * CONFIDENCE_BINS]
        for step in range(3)
    )
    whole = said.sum(axis=-1)
    apart = np.abs(right - sure).sum(axis=-1)
    found: Floats = np.divide(apart, whole, out=np.zeros_like(whole), where=whole > 0)
    return found


def recall_of(rows: Floats, classes: int, some: Collection[int]) -> Floats:
    """Recall over some classes together."""
    chosen = sorted(some)
    objects, found = rows[..., :classes][..., chosen], rows[..., classes : 2 * classes][..., chosen]
    whole = objects.sum(axis=-1)
    recall: Floats = np.divide(found.sum(axis=-1), whole, out=np.zeros_like(whole), where=whole > 0)
    return recall


def figures(rows: Floats, names: Mapping[int, str], tail: Collection[int], counts: NDArray[Any]) -> dict[str, Floats]:
    """Every figure of one row of sums, or of many.

    Parameters
    ----------
    names : mapping of int to str
        Of the classes.
    counts : (classes,) array
        Gold objects of each.
    """
    classes = len(counts)
    every = [i for i in range(classes) if counts[i]]
    rare = [i for i in every if i in tail]
    found = {"recall": recall_of(rows, classes, every)} if every else {}
    if rare and sum(counts[i] for i in rare) >= FEWEST_OBJECTS:
        found["tail_recall"] = recall_of(rows, classes, rare)
    for i in every if len(every) > 1 else ():
        if counts[i] >= FEWEST_OBJECTS:
            found[f"recall:{names[i]}"] = recall_of(rows, classes, [i])
    if rows[..., -2].sum():
        found["ece"] = calibration_error(rows, classes)
        found["said"] = rows[..., -2] / np.maximum(rows[..., -1], 1)
    return found


def compare_models(
    first: Answers,
    second: Answers,
    groups: NDArray[Any],
    *,
    names: Mapping[int, str],
    tail: Collection[int] = (),
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> dict[str, DriftFound]:
    """The second model's figures, with bands round the first's; all hold at once but for `level` of such looks.

    Both answers are of the same images in the same order. Bands are None with too few independent groups.
    """
    codes = np.unique(groups, return_inverse=True)[1].reshape(-1)
    count = int(codes.max()) + 1 if len(codes) else 0
    one, two = swapped(*(sums(each, codes, count) for each in (first, second)), resamples=resamples, seed=seed)
    counts = first.objects.sum(axis=0)
    before, after = (figures(rows, names, tail, counts) for rows in (one, two))
    metrics = {name: Resampled(after[name] - before[name], signed=True) for name in after if name in before}
    held = bands(metrics, level=level) if count >= FEWEST_GROUPS else {}
    return {
        name: DriftFound(
            float(after[name][0]), held[name].moved(float(before[name][0])) if name in held else None, np.zeros(0)
        )
        for name in metrics
    }


def is_worse(name: str, side: int) -> bool:
    """Whether being outside on that side is bad."""
    bad = WORSE.get(name.partition(":")[0], side)
    return side != 0 and side == bad
