"""Rings inside rings inside rings, joined to one and taken apart again."""

from __future__ import annotations

import pytest

from verify_app.core.regions import Polygon
from verify_app.formats.yolo.bridged_ring import one_ring, polygon_from


def square(x: float, y: float, side: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


@pytest.mark.parametrize("depth", [2, 3, 4, 5])
def test_every_second_ring_is_a_part_and_the_next_its_hole(depth: int) -> None:
    rings = [square(10.0 * n, 10.0 * n, 200.0 - 20.0 * n) for n in range(depth)]
    region = polygon_from(one_ring(rings), precision=1e-6)
    sides = sorted(tuple(max(p[0] for p in ring) - min(p[0] for p in ring) for ring in part) for part in region.parts)
    every = [200.0 - 20.0 * n for n in range(depth)]
    wanted = [(outer, every[n + 1]) if n + 1 < depth else (outer,) for n, outer in enumerate(every) if n % 2 == 0]
    assert sides == sorted(wanted)
    assert region.area == pytest.approx(sum(side**2 * (-1) ** n for n, side in enumerate(every)))


def test_a_hole_belongs_to_the_part_that_it_is_in() -> None:
    region = Polygon(
        ((square(0, 0, 50), square(10, 10, 20)), (square(100, 0, 60), square(110, 10, 5), square(130, 30, 9)))
    )
    back = polygon_from(one_ring(region.rings), precision=1e-6)
    assert sorted(len(part) for part in back.parts) == [2, 3]
    for part in back.parts:
        left, right = min(p[0] for p in part[0]), max(p[0] for p in part[0])
        assert all(left < x < right for hole in part[1:] for x, _ in hole)
    assert back.area == pytest.approx(region.area)


def test_loops_that_cross_stay_one_ring() -> None:
    """Found by the fuzzing of readers: one loop lies in another by its middle, and that one in none."""
    shares = [
        *(0.15625, 0.20833333, 0.234375, 0.20833333, 0.234375, 0.3125, 0.3125, 0.3125, 0.3125, 0.41666667),
        *(0.234375, 0.41666667, 0.234375, 0.3125, 0.234375, 0.20833333, 0.46875, 0.20833333, 0.546875, 0.20833333),
        *(0.859375, 0.20833333, 0.859375, 0.625, 0, 0.625, 0.546875, 0.20833333, 0.46875, 0.20833333),
        *(0.46875, 0.625, 0.15625, 0.625),
    ]
    ring = [(x * 64, y * 48) for x, y in zip(shares[::2], shares[1::2], strict=True)]
    assert polygon_from(ring, precision=1e-6).rings == [tuple(ring)]
