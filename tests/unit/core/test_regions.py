"""Regions of every kind: areas, overlap, cutting, what is stored comes back exactly."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import (
    WHOLE_IMAGE,
    Keypoint,
    Keypoints,
    OrientedBox,
    Polygon,
    cut,
    point_similarity,
    region_from,
    simplified,
)
from verify_app.core.skeleton import COCO_PERSON, Skeleton

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((2.0, 2.0), (6.0, 2.0), (6.0, 6.0), (2.0, 6.0))
numbers = st.floats(-1e4, 1e4, allow_nan=False)
sides = st.floats(1, 1e3)
REGIONS: list[Region] = [
    Box(1, 2, 30, 40),
    OrientedBox.of((50, 50, 20, 10, 0.3)),
    Polygon(((SQUARE, HOLE), (tuple((x + 20, y) for x, y in SQUARE),))),
    Keypoints(Box(0, 0, 20, 20), (Keypoint(1, 1), Keypoint(5.5, 5, 1), Keypoint(0, 0, 0))),
    WHOLE_IMAGE,
]


@pytest.mark.parametrize("region", REGIONS, ids=lambda r: r.kind)
def test_a_region_comes_back_from_what_is_stored_and_is_itself(region: Region) -> None:
    assert region_from(region.kind, json.loads(json.dumps(region.data()))) == region
    assert region.overlap(region) == pytest.approx(1.0)
    assert region.likeness(region) == pytest.approx(1.0)
    assert region.moved(3, 4).moved(-3, -4) == region
    assert region.inside(100, 100) == region


@given(numbers, numbers, sides, sides, st.floats(-10, 10))
def test_an_oriented_box_is_its_four_corners(cx: float, cy: float, w: float, h: float, angle: float) -> None:
    box = OrientedBox.of((cx, cy, w, h, angle))
    again = OrientedBox.of_corners(box.points)
    assert 0 <= box.angle < math.pi
    for (ax, ay), (bx, by) in zip(box.points, again.points, strict=True):
        assert math.hypot(ax - bx, ay - by) < 1e-6 * max(abs(cx), abs(cy), w, h, 1)


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (OrientedBox(5, 5, 10, 10, 0), OrientedBox(10, 5, 10, 10, 0), 1 / 3),
        (OrientedBox(0, 0, 10, 10, 0), OrientedBox(0, 0, 10, 10, math.pi / 4), 0.7071),
        (OrientedBox(0, 0, 10, 4, 0), OrientedBox(0, 0, 4, 10, math.pi / 2), 1.0),
        (Polygon.simple(SQUARE), Polygon.simple([(x + 5, y) for x, y in SQUARE]), 1 / 3),
        (Polygon(((SQUARE, HOLE),)), Polygon.simple(SQUARE), 0.84),
        (Polygon(((SQUARE, HOLE),)), Polygon.simple(HOLE), 0.0),
        (Polygon.simple([(0, 0), (10, 10), (10, 0), (0, 10)]), Polygon.simple(SQUARE), 0.5),
        (Polygon.simple(SQUARE), Box(0, 0, 10, 10), 1.0),
        (WHOLE_IMAGE, WHOLE_IMAGE, 1.0),
        (WHOLE_IMAGE, Box(0, 0, 10, 10), 0.0),
    ],
)
def test_overlap_is_intersection_over_union_of_the_shapes(a: Region, b: Region, overlap: float) -> None:
    assert a.overlap(b) == pytest.approx(overlap, abs=1e-3)
    assert b.overlap(a) == pytest.approx(overlap, abs=1e-3)


def test_area_leaves_holes_out_and_adds_parts() -> None:
    two = Polygon(((SQUARE, HOLE), (tuple((x + 20, y) for x, y in SQUARE),)))
    assert two.area == pytest.approx(100 - 16 + 100)
    assert two.bounds == Box(0, 0, 30, 10)


def test_what_lies_outside_is_cut_off() -> None:
    cut = Polygon(((SQUARE, HOLE),)).inside(5, 5)
    assert cut is not None
    assert cut.area == pytest.approx(25 - 9)
    assert cut.bounds == Box(0, 0, 5, 5)
    assert Polygon.simple([(x - 50, y) for x, y in SQUARE]).inside(5, 5) is None
    assert OrientedBox(-1, 5, 10, 10, 0).inside(100, 100) is None
    assert OrientedBox(1, 1, 10, 10, 0.5).inside(100, 100) == OrientedBox(1, 1, 10, 10, 0.5)
    pose = Keypoints(Box(-5, -5, 20, 20), (Keypoint(-3, 4), Keypoint(7, 30))).inside(25, 25)
    assert pose == Keypoints(Box(0, 0, 20, 20), (Keypoint(0, 4), Keypoint(7, 25)))


def test_a_pose_with_a_point_seen_otherwise_is_another_one() -> None:
    pose = Keypoints(Box(0, 0, 100, 100), (Keypoint(10, 10), Keypoint(50, 50)))
    near = Keypoints(Box(0, 0, 100, 100), (Keypoint(10.2, 10), Keypoint(50, 50)))
    far = Keypoints(Box(0, 0, 100, 100), (Keypoint(30, 10), Keypoint(50, 50)))
    hidden = Keypoints(Box(0, 0, 100, 100), (Keypoint(10, 10, 1), Keypoint(50, 50)))
    assert near.likeness(pose) > 0.98 > far.likeness(pose)
    assert hidden.likeness(pose) == 0.0
    # d^2 / (2 s^2 k^2) with s^2 = 10,000 and k = 0.1: 400 / 200
    assert point_similarity(far, pose) == pytest.approx((math.exp(-2) + 1) / 2)


def test_fewer_corners_stay_within_the_tolerance() -> None:
    circle = Polygon.simple(
        [(50 + 40 * math.cos(t / 50 * math.pi), 50 + 40 * math.sin(t / 50 * math.pi)) for t in range(100)]
    )
    rough = simplified(circle, 1.0)
    assert rough is not None
    assert len(rough.rings[0]) < 30
    assert rough.overlap(circle) > 0.95


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("box", [1, 2, 3]),
        ("box", [1, 2, 3, math.nan]),
        ("obb", [1, 2, 3, 4]),
        ("obb", [1, 2, 3, 4, True]),
        ("obb", "12345"),
        ("polygon", []),
        ("polygon", [[]]),
        ("polygon", [[[[0, 0], [1, 1]]]]),
        ("polygon", [[[[0, 0], [1, 1], [math.inf, 0]]]]),
        ("polygon", 5),
        ("keypoints", {"box": [0, 0, 1, 1], "points": [[1, 2]]}),
        ("keypoints", {"box": [0, 0, 1, 1], "points": [[1, 2, 3]]}),
        ("keypoints", {"box": [0, 0, 1, 1], "points": 7}),
        ("keypoints", [1]),
        ("image", False),
        ("star", []),
    ],
)
def test_nonsense_gets_one_sentence(kind: str, data: object) -> None:
    with pytest.raises(UserError):
        region_from(kind, data)


def test_a_skeleton_must_mirror_back() -> None:
    assert Skeleton.of(COCO_PERSON.data()) == COCO_PERSON
    assert Skeleton.generic(17) == COCO_PERSON
    assert Skeleton.of({"names": ["a", "b"]}).flip == (0, 1)
    for bad in (
        {"names": []},
        {"names": ["a", "a"]},
        {"names": ["a", "b", "c"], "flip_idx": [1, 2, 0]},
        {"names": ["a"], "skeleton": [[0, 1]]},
        {"names": ["a"], "skeleton": [[0]]},
        [],
    ):
        with pytest.raises(UserError):
            Skeleton.of(bad)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_outlines_with_corners_far_apart_are_cut() -> None:
    far = 1e9
    ring = ((0, 100), (0, 1e-300), (far, far), (1e-300, 1e-300), (far, -far), (0, 0), (far, 1e-300))
    inside = cut(Polygon(((ring,),)), 100.0, 100.0)
    assert inside is not None and inside.bounds.x2 <= 100.0
