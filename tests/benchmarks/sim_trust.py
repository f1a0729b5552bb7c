"""What trials say of simulated reviewers: how often the interval holds the true rate, who is noticed and when.

python tests/benchmarks/sim_trust.py [--runs 300]

Targets over 300 seeded runs: the interval holds the true rate in at least 93 % (nominal 95 %), a rubber stamp is
noticed within 200 images in at least 95 %, a perfect reviewer is wrongly noticed in at most 1 %.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from verify_app.app.demo.simulated_reviewers import HABITS, PERFECT, RUBBER_STAMP, Habit, Rehearsed, rehearse
from verify_app.core.trials.trials import ErrorKind
from verify_app.monitor.trust import Result, catch_rate, catch_rates, noticed_at

RATE = 0.05
HORIZON = 200
"""Images within which somebody who does not look is to be noticed."""
LONG = 2000
"""Images after which the interval is asked for the true rate."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=300)
    runs = parser.parse_args().runs
    table = [row(habit, runs) for habit in HABITS]
    print(json.dumps({"runs": runs, "rate": RATE, "images": {"notice": HORIZON, "interval": LONG}, "table": table}))
    return 0 if met(table) else 1


def row(habit: Habit, runs: int) -> dict[str, Any]:
    """One reviewer over all runs."""
    whole = [rehearse(habit, LONG, rate=RATE, seed=seed) for seed in range(runs)]
    early = [[each for each in run if each.images < HORIZON] for run in whole]
    seen = [each.images for run in early if (each := _noticed(run)) is not None]
    return {
        "reviewer": habit.name,
        "coverage": _share([_holds(habit, [each.result for each in run]) for run in whole]),
        "coverage_by_error": {
            error.value: _share([_holds_of(habit, error, [each.result for each in run]) for run in whole])
            for error in ErrorKind
        },
        "coverage_within_horizon": _share([_holds(habit, [each.result for each in run]) for run in early]),
        "trials_within_horizon": median(map(len, early)),
        "noticed": len(seen) / runs,
        "noticed_in_the_long_run": sum(_noticed(run) is not None for run in whole) / runs,
        "median_images_until_noticed": median(seen) if seen else None,
        "false_notices": None if habit is RUBBER_STAMP else len(seen) / runs,
    }


def met(table: Sequence[dict[str, Any]]) -> bool:
    """Whether the targets are."""
    by_name = {each["reviewer"]: each for each in table}
    return (
        all(each["coverage"] >= 0.93 for each in table)
        and by_name[RUBBER_STAMP.name]["noticed"] >= 0.95
        and by_name[PERFECT.name]["false_notices"] <= 0.01
    )


def _noticed(run: Sequence[Rehearsed]) -> Rehearsed | None:
    at = noticed_at(each.result for each in run)
    return None if at is None else run[at - 1]


def _holds(habit: Habit, results: Sequence[Result]) -> bool:
    """Whether the interval holds the true rate, which is that of the errors that came up."""
    if not results:
        return True
    true = sum(habit.catches[result.error] for result in results) / len(results)
    return catch_rate(results).interval.holds(true)


def _holds_of(habit: Habit, error: ErrorKind, results: Sequence[Result]) -> bool:
    return catch_rates(results)[error].interval.holds(habit.catches[error])


def _share(values: Sequence[bool]) -> float:
    return round(sum(values) / len(values), 4)


if __name__ == "__main__":
    sys.exit(main())
