"""How much is missing, at which pace, until when."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.wilson import wilson
from verify_app.monitor import work_pace


@given(st.integers(0, 5000), st.integers(0, 5000), st.fractions(Fraction(1, 10), Fraction(19, 20), max_denominator=100))
def test_so_many_more_reach_the_share_and_one_fewer_does_not(verified: int, others: int, demanded: Fraction) -> None:
    missing = work_pace.missing_images(verified, others, demanded)
    total = verified + missing + others
    assert total == 0 or Fraction(verified + missing, total) >= demanded
    if missing:
        fewer = verified + missing - 1
        assert fewer + others > 0 and Fraction(fewer, fewer + others) < demanded


@pytest.mark.parametrize(
    ("images", "pace"),
    [([], 0.0), ([0, 0, 0], 0.0), ([0, 0, 6], 6.0), ([6, 0, 0], 2.0), ([999, *[1] * 14], 1.0)],
)
def test_the_pace_is_that_of_the_last_fortnight(images: list[int], pace: float) -> None:
    assert work_pace.per_day(images) == pace


@pytest.mark.parametrize(
    ("missing", "pace", "days"), [(0, 0.0, 0), (1, 0.0, None), (10, 3.0, 4), (10**9, 1.0, None), (9, 3.0, 3)]
)
def test_days_are_whole_and_never_is_said(missing: int, pace: float, days: int | None) -> None:
    assert work_pace.days_left(missing, pace) == days


def test_the_least_number_of_objects_is_what_its_reason_says() -> None:
    found = wilson(work_pace.LEAST_OBJECTS // 2, work_pace.LEAST_OBJECTS)
    assert (round(found.low, 2), round(found.high, 2)) == (0.37, 0.63)
