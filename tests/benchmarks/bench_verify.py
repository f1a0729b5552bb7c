"""`verify-version` against `sha256sum` on the same files; prints JSON.

    python -m tests.benchmarks.bench_verify [IMAGES] [KILOBYTES] [ROUNDS]

A version of so many images of about so many kilobytes each (2,000 of 200), as cameras take them; ``small`` is the same
with as many pictures of 2 kB, where opening a file is what costs. Rounds are interleaved, the ratio is of medians; the
target is ours ÷ sha256sum <= 2.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.bench_export import larger, pictures
from verify_app.datasets.composition.candidates import Pool
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import write

TARGET = 2.0


def verified(folder: Path) -> None:
    found = verify_version(folder)
    if found.problems:
        raise RuntimeError(found.problems[0])


def summed(folder: Path) -> None:
    files = b"\0".join(os.fsencode(file) for file in sorted(folder.rglob("*")) if file.is_file())
    command = ["xargs", "-0", "-n", "5000", "sha256sum"]
    subprocess.run(command, input=files, stdout=subprocess.DEVNULL, check=True)


def measure(folder: Path, found: Pool, rounds: int) -> dict[str, float]:
    out = folder / "version"
    write(plan(survey(found), Policy()), out)
    jobs: dict[str, Callable[[Path], None]] = {"ours": verified, "sha256sum": summed}
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            start = time.perf_counter()
            job(out)
            taken[name].append(time.perf_counter() - start)
    median = {name: round(statistics.median(values), 3) for name, values in taken.items()}
    return {**median, "ratio": round(median["ours"] / median["sha256sum"], 2)}


def main() -> int:
    count, kilobytes, rounds = (int(v) for v in (*sys.argv[1:], *("2000", "200", "5")[len(sys.argv) - 1 :]))
    result: dict[str, object] = {"benchmark": "verify", "images": count, "target": TARGET}
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("small", "usual"):
            folder = Path(temporary) / name
            folder.mkdir()
            found = pictures(folder / "in", count)
            result[name] = measure(folder, larger(found, kilobytes) if name == "usual" else found, rounds)
    result["passed"] = result["usual"]["ratio"] <= TARGET  # type: ignore[index]
    print(json.dumps(result))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
