"""Answers that can be worked out by hand, of every task but detect (`test_onnx.py`), and files that fit no task."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from tests.unit.inference.tiny_models import METADATA, constant_graph, write
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Detection
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.inference.engine import Engine, run_settings
from verify_app.inference.model_card import ModelCard
from verify_app.inference.onnx_layout import Head, answers_of
from verify_app.inference.open_engine import open_engine

NAN = float("nan")


def opened(path: Path, task: str, *answers: object, **more: str) -> Engine:
    arrays = [np.array(answer, np.float32)[None] for answer in answers]
    return open_engine(write(path / "m.onnx", constant_graph(*arrays), {**METADATA, "task": task, **more}))


def wide(width: int = 100, height: int = 50) -> np.ndarray:
    """In 64 x 64: gain 0.64, 16 rows of border above."""
    return np.zeros((height, width, 3), np.uint8)


def test_oriented_boxes(tmp_path: Path) -> None:
    rows = [
        (32, 32, 32, 6.4, 0.9, 0, 0.5),
        (32, 32, 32, 6.4, 0.8, 1, 0.5 + math.pi),  # half a turn changes nothing
        (32, 32, 32, 6.4, 0.7, 1, -0.25),
        (32, 32, 0, 6.4, 0.6, 1, 0.5),  # no width
        (32, 8, 32, 6.4, 0.6, 1, 0.5),  # its centre is in the border
        (32, 32, 32, 6.4, 0.6, 3, 0.5),  # no such class
        (32, 32, 32, 6.4, 0.6, 1, NAN),
        (32, 32, 32, 6.4, 0.05, 1, 0.5),  # not above the confidence
        (0, 16, 64, 6.4, 0.1, 2, -1e-9),
    ]
    with opened(tmp_path, "obb", rows) as engine:
        (found,) = engine.predict([wide()], conf=0.05)
    assert found == [
        Detection(0, OrientedBox(50, 25, 50, 10, 0.5), 0.9),
        Detection(1, OrientedBox(50, 25, 50, 10, 0.5), 0.8),
        Detection(1, OrientedBox(50, 25, 50, 10, round(math.pi - 0.25, 5)), 0.7),
        Detection(2, OrientedBox(0, 0, 100, 10, 3.14159), 0.1),
    ]
    assert all(0 <= d.region.angle < math.pi for d in found)


def test_poses(tmp_path: Path) -> None:
    rows = [
        (6.4, 22.4, 32, 32, 0.9, 1, *(6.4, 22.4, 0.5), *(32, 32, 0.4999), *(-10, 90, 0.9)),
        (6.4, 22.4, 32, 32, 0.8, 1, *(6.4, NAN, 0.5), *(32, 32, 0.4), *(0, 0, 0.9)),
        (6.4, 0, 32, 16, 0.8, 1, *(6.4, 22.4, 0.5), *(32, 32, 0.4), *(0, 0, 0.9)),  # in the border
    ]
    with opened(tmp_path, "pose", rows, kpt_shape="[3, 3]") as engine:
        assert (engine.card.points, engine.card.point_values) == (3, 3)
        assert run_settings(engine, conf=0.1)["point_conf"] == 0.5
        (found,) = engine.predict([wide()], conf=0.05)
    points = (Keypoint(10, 10, 2), Keypoint(50, 25, 0), Keypoint(0, 50, 2))
    assert found == [Detection(1, Keypoints(Box(10, 10, 50, 25), points), 0.9)]


def test_poses_without_a_confidence_of_points_see_all(tmp_path: Path) -> None:
    with opened(tmp_path, "pose", [(6.4, 22.4, 32, 32, 0.9, 1, 6.4, 22.4, 32, 32)], kpt_shape="[2, 2]") as engine:
        (found,) = engine.predict([wide()], conf=0.05)
    points = (Keypoint(10, 10, 2), Keypoint(50, 25, 2))
    assert found == [Detection(1, Keypoints(Box(10, 10, 50, 25), points), 0.9)]


@pytest.mark.parametrize(
    ("probabilities", "best"),
    [
        ((0.2, 0.5, 0.3), (1, 0.5)),
        ((0.4, 0.2, 0.4), (0, 0.4)),  # of equals the first
        ((NAN, 0.2, 0.4), (2, 0.4)),
        ((1.0, 0.0, 0.0), (0, 1.0)),
    ],
)
def test_the_first_class_whatever_the_confidence(
    tmp_path: Path, probabilities: tuple[float, ...], best: tuple[int, float]
) -> None:
    with opened(tmp_path, "classify", probabilities, end2end="False", stride="1") as engine:
        assert "letterbox" not in engine.settings and engine.settings["fit"]
        (found,) = engine.predict([wide()], conf=0.99)
    assert found == [Detection(best[0], WHOLE_IMAGE, pytest.approx(best[1]))]


def test_no_numbers_are_no_class(tmp_path: Path) -> None:
    with opened(tmp_path, "classify", (NAN, NAN, NAN)) as engine:
        assert engine.predict([wide()], conf=0.0) == [[]]


def halves() -> np.ndarray:
    """Two prototypes for 64 x 64: the left half against the right one, and everything."""
    left = np.where(np.arange(16) < 8, 1.0, -1.0) * np.ones((16, 1))
    return np.stack([left, np.ones((16, 16))])


def test_masks(tmp_path: Path) -> None:
    rows = [
        (6.4, 22.4, 57.6, 41.6, 0.9, 0, 1, 0),  # the left half of its box
        (6.4, 22.4, 57.6, 41.6, 0.8, 1, -1, 0),  # the right
        (6.4, 22.4, 57.6, 41.6, 0.7, 2, 0, 1),  # all
        (6.4, 22.4, 57.6, 41.6, 0.6, 2, 0, -1),  # nothing
        (6.4, 22.4, 57.6, 41.6, 0.6, 2, NAN, 1),
        (6.4, 0.0, 57.6, 15.0, 0.5, 2, 0, 1),  # in the border
        (57.6, 41.6, 6.4, 22.4, 0.5, 2, 0, 1),  # inside out
    ]
    with opened(tmp_path, "segment", rows, halves()) as engine:
        assert "outline" in run_settings(engine, conf=0.1)
        (found,) = engine.predict([wide()], conf=0.05)
        assert engine.empty == 3
    assert [d.cls for d in found] == [0, 1, 2] and all(isinstance(d.region, Polygon) for d in found)
    # whole pixels of the input from 7 to 57 across and 23 to 41 down, at a gain of 0.64
    left, right, whole = (d.region.bounds for d in found)
    assert whole.corners() == pytest.approx([7 / 0.64, 7 / 0.64, 58 / 0.64, 26 / 0.64], abs=0.01)
    assert left.corners() == pytest.approx([7 / 0.64, 7 / 0.64, 50, 26 / 0.64], abs=0.01)
    assert right.x1 == pytest.approx(50) and right.x2 == whole.x2


def test_several_pictures_in_one_batch_get_their_own_masks(tmp_path: Path) -> None:
    rows = np.zeros((2, 1, 8), np.float32)
    rows[:, 0, :6] = (6.4, 22.4, 57.6, 41.6, 0.9, 0)
    rows[0, 0, 6:], rows[1, 0, 6:] = (1, 0), (-1, 0)
    graph = constant_graph(rows, np.stack([halves(), halves()]))
    graph.input[0].type.tensor_type.shape.dim[0].dim_value = 2
    with open_engine(write(tmp_path / "m.onnx", graph, {**METADATA, "task": "segment"})) as engine:
        assert engine.batch == 2
        first, second, third = engine.predict([wide()] * 3, conf=0.05)
    assert first == third != second and len(first) == len(second) == 1


def rows(width: int) -> np.ndarray:
    return np.zeros((1, 300, width))


@pytest.mark.parametrize(
    ("task", "answers", "more", "says"),
    [
        ("detect", [rows(7)], {}, "does not answer like a YOLO detect model"),
        ("obb", [rows(6)], {}, "does not answer like a YOLO obb model"),
        ("segment", [rows(38)], {}, "does not answer like a YOLO segment model"),
        ("segment", [rows(6), np.zeros((1, 32, 16, 16))], {}, "does not answer like"),
        ("segment", [rows(38), np.zeros((1, 32, 16))], {}, "does not answer like"),
        ("segment", [rows(38), np.zeros((1, 32, 15, 16))], {}, "does not answer like"),
        ("segment", [rows(38), np.zeros((1, 32, 128, 128))], {}, "does not answer like"),
        ("pose", [rows(15)], {"kpt_shape": "[4, 3]"}, "does not answer like a YOLO pose model"),
        ("pose", [rows(15)], {}, "how many points"),
        ("pose", [rows(15)], {"kpt_shape": "[3, 4]"}, "how many points"),
        ("pose", [rows(6)], {"kpt_shape": "[0, 3]"}, "how many points"),
        ("pose", [rows(15)], {"kpt_shape": "[True, 3]"}, "how many points"),
        ("pose", [rows(15)], {"kpt_shape": "__import__('os')"}, "how many points"),
        ("classify", [np.zeros((1, 1000))], {}, "does not answer like a YOLO classify model"),
        ("classify", [rows(6)], {}, "does not answer like a YOLO classify model"),
        ("detect", [np.zeros((1, 300, 7))], {"head": "RTDETRDecoder"}, "does not answer like a YOLO detect model"),
        ("detect", [rows(6)], {"head": "RTDETRDecoder"}, "does not answer like a YOLO detect model"),
        ("depth", [np.zeros((1, 64, 64))], {}, "is a model for 'depth'"),
    ],
)
def test_files_that_fit_no_task(
    tmp_path: Path, task: str, answers: list[np.ndarray], more: dict[str, str], says: str
) -> None:
    model = write(tmp_path / "odd.onnx", constant_graph(*answers), {**METADATA, "task": task, **more})
    with pytest.raises(UserError, match=says) as caught:
        open_engine(model)
    assert "odd.onnx" in str(caught.value) and "\n" not in str(caught.value) and str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("task", "answers"),
    [
        ("detect", [np.zeros((1, 9, 7))]),
        ("detect", [np.zeros((2, 9, 6))]),
        ("obb", [np.zeros((1, 9, 6))]),
        ("classify", [np.zeros((1, 4))]),
        ("pose", [np.zeros((1, 9, 14))]),
        ("segment", [np.zeros((1, 9, 38)), np.zeros((1, 31, 16, 16))]),
        ("segment", [np.zeros((1, 9, 38)), np.zeros((1, 32, 15, 16))]),
        ("segment", [np.zeros((1, 9, 38)), np.zeros((1, 32, 0, 16))]),
        ("segment", [np.zeros((9, 38)), np.zeros((1, 32, 16, 16))]),
    ],
)
def test_answers_of_another_shape_than_promised(task: str, answers: list[np.ndarray]) -> None:
    """A file may leave its outputs' shapes open."""
    card = ModelCard(task, {0: "a", 1: "b", 2: "c"}, (64, 64), "", points=3)
    with pytest.raises(UserError, match="does not fit its task"):
        answers_of(answers, card, Head.FREE, images=1, conf=0.05)
