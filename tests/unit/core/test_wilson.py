"""The score interval is the published one, and holds the true rate as often as it says."""

from __future__ import annotations

import pytest
from scipy.stats import binom, binomtest

from verify_app.core.wilson import wilson


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_published_values(hits: int, tries: int, low: float, high: float) -> None:
    found = wilson(hits, tries)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("nominal", [0.8, 0.95, 0.99])
@pytest.mark.parametrize(("hits", "tries"), [(0, 1), (1, 1), (7, 9), (50, 50), (333, 1000)])
def test_the_same_as_scipy(hits: int, tries: int, nominal: float) -> None:
    theirs = binomtest(hits, tries).proportion_ci(nominal, method="wilson")
    found = wilson(hits, tries, nominal=nominal)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_the_ends_are_held() -> None:
    assert wilson(0, 40).low == 0.0
    assert wilson(40, 40).high == 1.0
    assert wilson(40, 40).holds(1.0)
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)
    for hits, tries in ((-1, 3), (4, 3)):
        with pytest.raises(ValueError, match="is no rate"):
            wilson(hits, tries)


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.5, 0.8, 0.95])
def test_it_holds_the_true_rate_about_as_often_as_it_says(rate: float) -> None:
    coverage = [
        sum(binom.pmf(hits, tries, rate) for hits in range(tries + 1) if wilson(hits, tries).holds(rate))
        for tries in range(20, 121)
    ]
    assert 0.94 <= sum(coverage) / len(coverage) <= 0.97
