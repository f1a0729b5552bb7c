"""Which object of a gold image a model took for what: one pairing an image, for the confusion matrix and its lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verify_app.training.average_precision import ClassGuess, Floats, Ints

LEAST_OVERLAP = 0.5
"""From this IoU (of poses: OKS) on a detection is of an object, whatever its class."""
NOTHING = -1
"""In the place of a class: no object there, or nothing found there."""


@dataclass(frozen=True, slots=True)
class ImageScene:
    """True objects and detections of one image, before it is known which detections count.

    Parameters
    ----------
    true, said : ndarray of int
        Class id of each object and of each detection.
    conf : ndarray, shape (detections,)
        0 to 1.
    near : ndarray, shape (pairs, 3)
        Overlap as the task measures it (IoU, of poses OKS), place of the object, place of the detection: of every pair
        that overlaps by `LEAST_OVERLAP`.
    true_boxes, said_boxes : ndarray, shape (n, 4)
        Left, top, right and bottom as shares of the image.
    """

    true: Ints
    said: Ints
    conf: Floats
    near: Floats
    true_boxes: Floats
    said_boxes: Floats


@dataclass(frozen=True, slots=True)
class Match:
    """An object and what it was taken for; `NOTHING` for one that was missed, or a detection where no object is.

    Parameters
    ----------
    conf : float
        Of the detection; 0 without one, and of classified images.
    box : tuple of float
        Of the object, else of the detection: left, top, right, bottom as shares of the image.
    """

    true: int
    said: int
    conf: float
    box: tuple[float, float, float, float]


def matches(scene: ImageScene, cut: float) -> list[Match]:
    """Pair objects with detections from the confidence `cut` on, the largest overlap first, each once.

    As Ultralytics' ``ConfusionMatrix.process_batch`` does it, from an overlap of `LEAST_OVERLAP` on: the classes have
    no say in who belongs to whom.
    """
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, j, i in sorted(((share, int(j), int(i)) for share, j, i in scene.near.tolist()), key=_largest_first):
        if j not in taken and i not in used and scene.conf[i] >= cut:
            taken[j] = i
            used.add(i)
    found = [_of_object(scene, j, taken.get(j)) for j in range(len(scene.true))]
    alone = (i for i, conf in enumerate(scene.conf) if conf >= cut and i not in used)
    return found + [Match(NOTHING, int(scene.said[i]), float(scene.conf[i]), _box(scene.said_boxes[i])) for i in alone]


def of_guess(guess: ClassGuess) -> list[Match]:
    """The same of a classified image: its class and the one it was taken for."""
    return [Match(guess.target, guess.said, 0.0, (0.0, 0.0, 1.0, 1.0))]


def _largest_first(pair: tuple[float, int, int]) -> tuple[float, int, int]:
    return -pair[0], pair[1], pair[2]


def _of_object(scene: ImageScene, j: int, i: int | None) -> Match:
    said, conf = (NOTHING, 0.0) if i is None else (int(scene.said[i]), float(scene.conf[i]))
    return Match(int(scene.true[j]), said, conf, _box(scene.true_boxes[j]))


def _box(sides: Iterable[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (min(max(float(side), 0.0), 1.0) for side in sides)
    return left, top, right, bottom
