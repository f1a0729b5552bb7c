"""The costly statistics of the monitor, on seeded numbers.

    python tests/benchmarks/bench_monitor.py [--rows 2000] [--numbers 256] [--reps 5]

Prints one JSON object: median seconds of a test of two sets of so many embeddings with 999 permutations (wanted: 5 at
most), of the kernel distance and of the Vendi scores of one set, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from verify_app.monitor.picture_statistics import PERMUTATIONS, compare_sets, kid, vendi

TARGET = 5.0


def seconds(work: Callable[[], object], reps: int) -> float:
    """The median over some repetitions."""
    spent = []
    for _ in range(reps):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return round(statistics.median(spent), 3)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--numbers", type=int, default=256)
    parser.add_argument("--reps", type=int, default=5)
    asked = parser.parse_args()
    rng = np.random.default_rng(0)
    first, second = rng.normal(size=(2, asked.rows, asked.numbers)).astype(np.float32)
    groups = (np.arange(asked.rows) // 5, asked.rows + np.arange(asked.rows) // 5)
    test = seconds(lambda: compare_sets(first, second, groups), asked.reps)
    print(
        json.dumps(
            {
                "bench": "monitor",
                "rows": asked.rows,
                "numbers": asked.numbers,
                "permutations": PERMUTATIONS,
                "cores": os.cpu_count(),
                "mmd_s": test,
                "kid_s": seconds(lambda: kid(first, second), asked.reps),
                "vendi_s": seconds(lambda: vendi(first), asked.reps),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "target_s": TARGET,
                "met": test <= TARGET,
            }
        )
    )
    return 0 if test <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
