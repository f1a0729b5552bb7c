"""What a model said of each gold image, kept so that models can be compared later, image by image."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from verify_app.core.queue.entry import SHOWN_CONF
from verify_app.training.average_precision import ClassGuess, ImageStats
from verify_app.training.gold import Seen


@dataclass(frozen=True, slots=True)
class ImageAnswer:
    """What a model said of one image.

    Parameters
    ----------
    objects : list of [class id, objects, found]
        Of each class that is on it; found at IoU (OKS) 0.5, from `Seen.cut` on.
    said : list of [class id, confidence in thousandths, right]
        Every detection from `SHOWN_CONF` on; right (1 or 0) at IoU 0.5.
    """

    objects: list[list[int]]
    said: list[list[int]]


def answers(seen: Seen) -> dict[str, ImageAnswer]:
    """By the name of the image's file without folder and extension: the first 20 digits of its SHA-256."""
    return {PurePosixPath(name).stem: _answer(one, seen.cut) for name, one in seen.stats.items()}


def _answer(one: ImageStats | ClassGuess, cut: float) -> ImageAnswer:
    if isinstance(one, ClassGuess):
        return ImageAnswer([[one.target, 1, int(one.first)]], [])
    right = one.tp[:, 0]
    there = Counter(int(c) for c in one.target_cls)
    found = Counter(int(c) for c in one.pred_cls[right & (one.conf >= cut)])
    shown = zip(one.pred_cls.tolist(), one.conf.tolist(), right.tolist(), strict=True)
    return ImageAnswer(
        [[c, count, min(found[c], count)] for c, count in sorted(there.items())],
        [[int(c), round(1000 * conf), int(ok)] for c, conf, ok in shown if conf >= SHOWN_CONF],
    )
