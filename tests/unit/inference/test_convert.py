from __future__ import annotations

from pathlib import Path

import onnx
import pytest

from verify_app.core.errors import UsageError, UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Detection
from verify_app.core.regions import WHOLE_IMAGE, Keypoints, OrientedBox, Polygon
from verify_app.inference import convert as module
from verify_app.inference.convert import compare, convert


def box(x: float = 10, *, cls: int = 0, conf: float = 0.5, side: float = 100) -> Detection:
    return Detection(cls, Box(x, 10, x + side, 10 + side), conf)


def test_the_same_answers_agree() -> None:
    answer = [[box(), box(200, cls=1, conf=0.9)], []]
    agreement = compare(answer, answer)
    assert agreement.agrees and (agreement.compared, agreement.missing) == (4, 0)
    assert (agreement.worst_iou, agreement.worst_conf) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        ([box()], True),
        ([box(10.2)], True),
        ([box(11)], False),  # IoU 0.98
        ([box(conf=0.509)], True),
        ([box(conf=0.511)], False),
        ([box(cls=1)], False),
        ([], False),
        ([box(), box(300, conf=0.2)], False),
        ([box(), box(300, conf=0.04)], True),  # under the threshold
        ([box(), box()], False),  # twice
    ],
)
def test_what_counts_as_agreement(other: list[Detection], agrees: bool) -> None:
    assert compare([[box()]], [other]).agrees is agrees
    assert compare([other], [[box()]]).agrees is agrees


def test_a_confidence_at_the_edge_is_no_disagreement() -> None:
    assert compare([[box(), box(300, conf=0.051)]], [[box(), box(300, conf=0.049)]]).agrees


def test_rounding_of_tiny_boxes_is_no_disagreement() -> None:
    a, b = Detection(0, Box(1, 1, 2, 2), 0.5), Detection(0, Box(1.01, 1, 2, 2.01), 0.5)
    assert compare([[a]], [[b]]).agrees


def test_full_answers_may_differ_at_their_end() -> None:
    many = [box(150 * i, conf=0.9 - i * 0.002) for i in range(300)]
    assert compare([many], [[*many[:299], many[299]._replace(cls=1)]]).agrees
    assert not compare([many], [[many[0]._replace(cls=1), *many[1:]]]).agrees


def test_a_weak_model_is_compared_lower_and_nothing_is_no_proof() -> None:
    assert compare([[box(conf=0.02)]], [[box(conf=0.02)]]).agrees
    assert not compare([[]], [[]]).agrees


def test_the_file_it_writes(onnx_model: Path) -> None:
    facts = {entry.key: entry.value for entry in onnx.load(onnx_model).metadata_props}
    assert facts["end2end"] == "True" and facts["imgsz"] == "[160, 160]"
    assert "parts.yaml" in facts["description"] and "somebody" not in facts["description"]
    assert [p.name for p in onnx_model.parent.iterdir() if p.name.startswith(".")] == []


def test_engines_that_disagree_leave_no_file(
    tmp_path: Path, weights: Path, sample_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module._answers

    def shifted(file: Path, engine: str, *rest: object) -> list[list[Detection]]:
        answers = real(file, engine, *rest)
        if engine == "onnx":
            answers = [[d._replace(region=d.region.moved(3, 0)) for d in image] for image in answers]
        return answers

    monkeypatch.setattr(module, "_answers", shifted)
    with pytest.raises(UserError, match="does not say the same"):
        convert(weights, tmp_path / "out.onnx", samples=sample_files[:2])
    assert list(tmp_path.iterdir()) == []


def test_wrong_wishes(tmp_path: Path, weights: Path, sample_files: list[Path]) -> None:
    with pytest.raises(UsageError):
        convert(weights, tmp_path / "out.engine", samples=sample_files)
    with pytest.raises(UserError, match="no model file"):
        convert(tmp_path / "gone.pt", tmp_path / "out.onnx", samples=sample_files)
    with pytest.raises(UserError, match="at least one image"):
        convert(weights, tmp_path / "out.onnx", samples=[tmp_path / "gone.jpg"])
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(tmp_path: Path, weights: Path, sample_files: list[Path]) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="cannot be written"):
        convert(weights, tmp_path / "file" / "out.onnx", samples=sample_files[:1])


def said(region: Region, conf: float = 0.5) -> list[list[Detection]]:
    return [[Detection(0, region, conf)]]


def pose(*points: tuple[float, float, int], side: float = 100) -> Keypoints:
    return Keypoints.of((10, 10, 10 + side, 10 + side), points)


def square(x1: float, y1: float, x2: float, y2: float) -> Polygon:
    return Polygon.simple([(x1, y1), (x2, y1), (x2, y2), (x1, y2)])


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (OrientedBox(50, 50, 40, 10, 0.3), OrientedBox(50, 50, 40, 10, 0.3001), True),
        (OrientedBox(50, 50, 40, 10, 0.0), OrientedBox(50, 50, 40, 10, 3.1415), True),
        (OrientedBox(50, 50, 10, 40, 0.0), OrientedBox(50, 50, 40, 10, 1.570796), True),
        (OrientedBox(50, 50, 40, 10, 0.3), OrientedBox(50, 50, 40, 10, 0.35), False),
        (OrientedBox(50, 50, 40, 1, 0.3), OrientedBox(50, 50, 40, 1.02, 0.3), True),  # rounding
        (pose((20, 20, 2), (30, 30, 0)), pose((20.9, 20, 2), (30, 30, 0)), True),
        (pose((20, 20, 2), (30, 30, 0)), pose((21.1, 20, 2), (30, 30, 0)), False),
        (pose((20, 20, 2), (30, 30, 0)), pose((20, 20, 2), (30, 30, 2)), False),
        (pose((20, 20, 2)), pose((20, 20, 2), (30, 30, 2)), False),
        (pose((20, 20, 2)), pose((20, 20, 2), side=102), False),
        (square(0, 0, 100, 100), square(0, 0, 100, 100.9), True),
        (square(0, 0, 100, 100), square(0, 0, 100, 102), False),
        (square(0, 0, 8, 8), square(0, 0, 8, 8.5), True),  # IoU 0.94, but a few pixels of the input
        (square(0, 0, 8, 8), square(0, 0, 8, 9), False),
        (WHOLE_IMAGE, WHOLE_IMAGE, True),
    ],
)
def test_what_counts_as_the_same_region(one: Region, other: Region, agrees: bool) -> None:
    assert compare(said(one), said(other)).agrees is agrees
    assert compare(said(other), said(one)).agrees is agrees


def test_a_pixel_of_the_input_is_more_on_a_larger_picture() -> None:
    one, other = said(square(0, 0, 80, 80)), said(square(0, 0, 80, 85))
    assert not compare(one, other).agrees and compare(one, other, grain=[10.0]).agrees


def test_another_class_of_the_image_is_no_agreement() -> None:
    assert not compare([[Detection(0, WHOLE_IMAGE, 0.9)]], [[Detection(1, WHOLE_IMAGE, 0.9)]]).agrees
    assert not compare(said(WHOLE_IMAGE, 0.90), said(WHOLE_IMAGE, 0.92)).agrees
