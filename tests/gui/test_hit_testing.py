"""Hit-testing and box geometry as tables."""

from __future__ import annotations

import pytest

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui.canvas.editing import box_drag, move
from verify_app.gui.canvas.hit import Target, TargetKind, handle_points, hit, small_first


def item(name: str, *corners: float) -> Item:
    return Item(name, LabelState.PROPOSAL, 1, Box(*corners))


BIG = item("P1", 0, 0, 100, 100)
SMALL = item("P2", 40, 40, 60, 60)
FAR = item("P3", 200, 200, 260, 240)
ITEMS = small_first([BIG, SMALL, FAR])


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (50, 50, Target(TargetKind.BODY, "P2")),
        (20, 20, Target(TargetKind.BODY, "P1")),
        (150, 150, Target(TargetKind.NOTHING)),
        (102, 50, Target(TargetKind.EDGE, "P1", "e")),
        (-2, -2, Target(TargetKind.EDGE, "P1", "nw")),
        (61, 50, Target(TargetKind.EDGE, "P2", "e")),
        (230, 243, Target(TargetKind.EDGE, "P3", "s")),
        (230, 244, Target(TargetKind.NOTHING)),
    ],
)
def test_small_ones_lie_on_top(x: float, y: float, expected: Target) -> None:
    assert hit(ITEMS, x, y, tolerance=3) == expected


@pytest.mark.parametrize(("part", "point"), list(handle_points(BIG.region).items()))
def test_handles_of_the_selected_object_come_first(part: str, point: tuple[float, float]) -> None:
    cover = item("P9", point[0] - 1, point[1] - 1, point[0] + 1, point[1] + 1)
    items = small_first([*ITEMS, cover])
    assert hit(items, *point, tolerance=3, selected=BIG) == Target(TargetKind.HANDLE, "P1", part)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (30, 1, Target(TargetKind.EDGE, "P1", "n")),
        (50, 50, Target(TargetKind.BODY, "P2")),
        (20, 20, Target(TargetKind.BODY, "P1")),
    ],
)
def test_around_the_selected_object(x: float, y: float, expected: Target) -> None:
    assert hit(ITEMS, x, y, tolerance=3, selected=BIG) == expected


def test_a_small_selected_object_keeps_an_inside_to_be_moved_by() -> None:
    tiny = item("P5", 10, 10, 20, 20)
    assert hit([tiny], 15, 15, tolerance=3, selected=tiny) == Target(TargetKind.BODY, "P5")
    assert hit([tiny], 15, 10, tolerance=3, selected=tiny) == Target(TargetKind.BODY, "P5")
    assert hit([tiny], 10, 10, tolerance=3, selected=tiny) == Target(TargetKind.HANDLE, "P5", "nw")


SIZE = {"width": 100.0, "height": 80.0}


@pytest.mark.parametrize(
    ("dx", "dy", "expected"),
    [
        (5, -5, Box(15, 5, 35, 25)),
        (-50, 0, Box(0, 10, 20, 30)),
        (500, 500, Box(80, 60, 100, 80)),
        (0.25, 0, Box(10.25, 10, 30.25, 30)),
    ],
)
def test_a_moved_box_keeps_its_size_inside_the_image(dx: float, dy: float, expected: Box) -> None:
    assert move.moved(Box(10, 10, 30, 30), dx, dy, **SIZE) == expected


@pytest.mark.parametrize(
    ("part", "x", "y", "expected"),
    [
        ("se", 50, 60, Box(10, 10, 50, 60)),
        ("nw", -20, -20, Box(0, 0, 30, 30)),
        ("e", 300, 15, Box(10, 10, 100, 30)),
        ("e", 4, 15, Box(4, 10, 10, 30)),
        ("n", 99, 30, Box(10, 30, 30, 31)),
        ("s", 99, 10, Box(10, 10, 30, 11)),
    ],
)
def test_a_resized_box_stays_inside_and_is_never_flat(part: str, x: float, y: float, expected: Box) -> None:
    assert box_drag.resized(Box(10, 10, 30, 30), part, x, y, **SIZE) == expected


def test_a_flat_box_at_the_edge_grows_inwards() -> None:
    assert box_drag.resized(Box(90, 70, 100, 80), "w", 100, 75, **SIZE) == Box(99, 70, 100, 80)


def test_a_drawing_may_be_drawn_any_way_round() -> None:
    assert box_drag.span(50, 60, -10, 20, **SIZE) == Box(0, 20, 50, 60)
