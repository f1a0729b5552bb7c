"""Bands from resamples: exact in the middle, by group and never by picture, all at once."""

from __future__ import annotations

import numpy as np
import pytest

from verify_app.monitor.null_bands import (
    NullBand,
    Resampled,
    bands,
    blocks,
    error_over,
    exchanged,
    running,
    swapped,
)


def test_all_bands_hold_at_once_but_for_the_level() -> None:
    rng = np.random.default_rng(0)
    values = rng.gamma(2, 1, (12, 1000)) + rng.normal(0, 1, 1000)  # they hang together
    metrics = {str(i): Resampled(row, signed=bool(i % 2)) for i, row in enumerate(values)}
    found = bands(metrics)
    outside = np.zeros(1000, dtype=bool)
    for name, one in metrics.items():
        outside |= np.array([found[name].side(value) != 0 for value in one.values])
    assert outside.sum() == 50  # 5 % of the resamples, the observed one among them


def test_a_distance_has_no_lower_end_and_what_never_moves_keeps_to_its_value() -> None:
    found = bands({"d": Resampled(np.array([0.0, *range(1, 100)])), "still": Resampled(np.full(100, 3.0))})
    assert found["d"].side(-5) == 0
    assert found["d"].side(1000) == 1
    assert [found["still"].side(value) for value in (3.0, 3.1)] == [0, 1]
    assert bands({}) == {}


def test_sides_of_a_band_and_its_mirror() -> None:
    band = NullBand(0.2, 0.4)
    assert [band.side(value) for value in (0.1, 0.2, 0.4, 0.5)] == [-1, 0, 0, 1]
    kept = NullBand(0.0, 0.3, below=False).mirrored()
    assert [kept.side(value) for value in (0.6, 0.7, 1.0)] == [-1, 0, 0]
    assert band.moved(1).side(1.3) == 0


def test_groups_change_places_as_a_whole() -> None:
    groups = np.repeat(np.arange(10), 5)
    sides = np.stack([groups < 6, groups >= 6], axis=1)
    made = blocks(groups, sides, seed=1)
    assert len(made.members) == 10
    assert len({(block, group) for block, group in zip(made.of_image, groups, strict=True)}) == 10
    one, two = exchanged(made, np.eye(10), resamples=200, seed=2)
    assert set(np.unique(one)) <= {0.0, 1.0}
    np.testing.assert_array_equal(one.sum(axis=1), 6)
    np.testing.assert_array_equal(one + two, 1)
    assert one.mean(axis=0) == pytest.approx(0.6, abs=0.15)


def test_a_group_is_where_the_larger_part_of_it_is() -> None:
    groups = np.array([0, 0, 0, 1, 1, 1])
    sides = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [0, 1], [1, 0]], dtype=bool)
    made = blocks(groups, sides)
    by_group = {int(g): made.members[made.of_image[groups == g][0]].tolist() for g in (0, 1)}
    assert by_group == {0: [1, 0], 1: [0, 1]}


def test_many_groups_are_put_into_blocks_of_one_side() -> None:
    rng = np.random.default_rng(3)
    groups = np.arange(5000)
    sides = np.stack([rng.random(5000) < 0.3, np.ones(5000, dtype=bool)], axis=1)
    made = blocks(groups, sides, most=100)
    assert 100 <= len(made.members) <= 102
    for block in range(len(made.members)):
        inside = sides[made.of_image == block]
        assert (inside == inside[0]).all()
    sizes = np.bincount(made.of_image)
    assert sizes.max() == 50 and (sizes == 50).sum() >= 98


def test_rows_swap_by_group_and_the_first_row_is_what_was_observed() -> None:
    one, two = np.arange(6.0).reshape(3, 2), np.ones((3, 2)) * 10
    a, b = swapped(one, two, resamples=50, seed=0)
    np.testing.assert_array_equal(a[0], one.sum(axis=0))
    np.testing.assert_array_equal(b[0], two.sum(axis=0))
    np.testing.assert_allclose(a + b, np.broadcast_to((one + two).sum(axis=0), (51, 2)))
    assert len(np.unique(a[:, 0])) > 3


def test_equal_seeds_give_equal_bands() -> None:
    groups = np.arange(30)
    sides = np.stack([groups < 15, groups >= 15], axis=1)
    table = np.random.default_rng(0).random((30, 4))
    drawn = [exchanged(blocks(groups, sides, seed=5), table, resamples=20, seed=5)[0] for _ in range(2)]
    np.testing.assert_array_equal(*drawn)


def test_twice_running_means_the_same_side_and_the_same_way() -> None:
    up, down = np.array([1.0, 0.0]), np.array([-1.0, 0.2])
    assert running([1, 1, 0, 1], [None] * 4) == [False, True, False, False]
    assert running([1, -1], [None, None]) == [False, False]
    assert running([1, 1, 1], [up, down, down]) == [False, False, True]


def test_the_error_over_several_looks() -> None:
    assert error_over(1) == pytest.approx(0.05)
    assert error_over(10) == pytest.approx(1 - 0.95**10)
