"""A few of the kills that the benchmark scripts do by the hundred."""

from __future__ import annotations

from tests.benchmarks import kill_review


def test_no_acknowledged_decision_is_lost() -> None:
    done = kill_review.main(12, seed=1)
    assert done["acknowledged"] >= 6, "half of the kills came while it worked"
