"""What is kept of a model's answers on gold images."""

from __future__ import annotations

import numpy as np

from verify_app.training.answers import answers
from verify_app.training.average_precision import ClassGuess, ImageStats
from verify_app.training.gold import Seen


def seen(stats: dict[str, ImageStats] | dict[str, ClassGuess], cut: float = 0.0) -> Seen:
    return Seen(stats=stats, figures={"mAP50-95": 0.5}, by_class={}, recall={}, imgsz=640, cut=cut)


def test_objects_are_found_from_the_cut_on_and_shown_detections_are_kept() -> None:
    tp = np.zeros((4, 10), dtype=bool)
    tp[[0, 1, 3], 0] = True
    one = ImageStats(tp, np.array([0.9, 0.4, 0.3, 0.1]), np.array([0.0, 1, 1, 0]), np.array([0.0, 0, 1]))
    found = answers(seen({"a1b2.jpg": one}, cut=0.2))["a1b2"]
    assert found.objects == [[0, 2, 1], [1, 1, 1]]
    assert found.said == [[0, 900, 1], [1, 400, 1], [1, 300, 0]]
    assert answers(seen({"a1b2.jpg": one}, cut=0.5))["a1b2"].objects == [[0, 2, 1], [1, 1, 0]]


def test_a_guess_at_a_whole_image_is_one_object() -> None:
    found = answers(seen({"gear/ff00.png": ClassGuess(2, first=True, among_five=True)}))["ff00"]
    assert (found.objects, found.said) == ([[2, 1, 1]], [])
