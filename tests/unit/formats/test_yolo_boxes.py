"""Label rows with corners or points in a project of boxes: the box that Ultralytics takes, or what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from verify_app.core.vocabulary import Task
from verify_app.formats.yolo.read import ReadLabels, Rows, parse_labels

WIDTH, HEIGHT = 200, 100
OUTLINE = "1 0.1 0.2 0.5 0.2 0.5 0.6 0.2 0.7"
ORIENTED = "0 0.5 0.1 0.7 0.3 0.6 0.5 0.4 0.3"
OVER = "0 -0.2 0.1 0.7 0.3 0.6 0.5"
POSED = "0 0.5 0.5 0.2 0.2 0.4 0.4 2 0.6 0.6 1"
"""With two points of three columns."""

TAKEN = {
    "an outline": (OUTLINE, 0, 1),
    "an oriented box": (ORIENTED, 0, 1),
    "several of both": (f"{OUTLINE}\n\n{ORIENTED}\n", 0, 2),
    "a box": ("0 0.5 0.5 0.2 0.2", 0, 0),
    "keypoints": (f"{POSED}\n1 0.5 0.5 0.2 0.2", 2, 1),
    "keypoints beside outlines": (f"{POSED}\n{OUTLINE}", 2, 0),
    "a box beside outlines": (f"{OUTLINE}\n0 0.5 0.5 0.2 0.2", 0, 0),
    "a confidence beside outlines": (f"{OUTLINE}\n0 0.5 0.5 0.2 0.2 0.9", 0, 0),
    "an odd number of coordinates": ("0 0.1 0.2 0.5 0.2 0.5 0.6 0.2", 0, 0),
    "an outline over the edge": (OVER, 0, 0),
    "an outline a little over the edge": (OVER.replace("-0.2", "-0.005"), 0, 0),
    "points nobody declared": (POSED, 0, 0),
}


def read(text: str, points: int) -> ReadLabels:
    return parse_labels(text, name="a.txt", width=WIDTH, height=HEIGHT, classes=2, rows=Rows(Task.DETECT, points))


@pytest.mark.parametrize(("text", "points", "boxed"), TAKEN.values(), ids=TAKEN)
def test_boxes_are_those_of_ultralytics(tmp_path: Path, text: str, points: int, boxed: int) -> None:
    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    from ultralytics.data.utils import verify_image_label

    Image.new("RGB", (WIDTH, HEIGHT)).save(tmp_path / "a.png")
    (tmp_path / "a.txt").write_text(text)
    theirs = verify_image_label((str(tmp_path / "a.png"), str(tmp_path / "a.txt"), "", False, 2, points, 3, False))[1]
    mine = read(text, points)
    assert [label.index for label in mine.labels] == [int(row[0]) for row in (theirs if theirs is not None else ())]
    for label, (_, cx, cy, w, h) in zip(mine.labels, theirs if theirs is not None else (), strict=True):
        want = [
            max(0.0, (cx - w / 2) * WIDTH),
            max(0.0, (cy - h / 2) * HEIGHT),
            (cx + w / 2) * WIDTH,
            (cy + h / 2) * HEIGHT,
        ]
        assert label.region.kind == "box"
        assert label.region.bounds.corners() == pytest.approx(want, abs=1e-4)
    assert bool(mine.problems) == (theirs is None)
    if boxed:
        assert mine.boxed == boxed
