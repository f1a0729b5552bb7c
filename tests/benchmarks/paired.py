"""One benchmark of two checkouts in turn: the least of each figure, and ours over theirs.

    python -m tests.benchmarks.paired bench_canvas --against FOLDER [--rounds 7] [ARGUMENT ...]

FOLDER is another checkout of this project (`git worktree add --detach FOLDER COMMIT`). Other work on the machine makes
a figure larger and never smaller, so that the least of several rounds says most of the code itself; the order turns
from round to round. Prints a JSON object: each figure's path, both least values and their ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[2]


def figures(found: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number of an object of JSON, by its path."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield from figures(value, f"{path}.{key}".lstrip("."))
    elif isinstance(found, int | float) and not isinstance(found, bool):
        yield path, float(found)


def measured(checkout: Path, bench: str, arguments: list[str]) -> dict[str, float]:
    """What a benchmark of a checkout prints, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-m", f"tests.benchmarks.{bench}", *arguments]
    done = subprocess.run(command, cwd=checkout, env=env, stdout=subprocess.PIPE, text=True, check=True)
    return dict(figures(json.loads(done.stdout[done.stdout.index("{") :])))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench")
    parser.add_argument("--against", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=7)
    asked, arguments = parser.parse_known_args()
    sides = {"ours": HERE, "theirs": asked.against.resolve()}
    least: dict[str, dict[str, float]] = {side: {} for side in sides}
    for turn in range(asked.rounds):
        for side in list(sides)[:: 1 if turn % 2 == 0 else -1]:
            for path, value in measured(sides[side], asked.bench, arguments).items():
                least[side][path] = min(value, least[side].get(path, value))
    both = [path for path in least["ours"] if least["theirs"].get(path)]
    print(
        json.dumps(
            {
                path: {
                    **{side: least[side][path] for side in sides},
                    "ratio": round(least["ours"][path] / least["theirs"][path], 3),
                }
                for path in both
            },
            indent=1,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
