"""Kill a process that writes versions, at random moments, and look at what is left."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.unit.datasets.pools import painted_pool
from verify_app.core.remove_folder import remove_tree
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.atomic_folder import LOCK, PARTIAL
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import write

ROOT = Path(__file__).parents[3]
IMAGES = 150
LONGEST = 0.25
"""Seconds a child may write: a few versions."""


@dataclass(slots=True)
class Killed:
    """What was found after the kills. `broken` and `lost` must be empty; `mid_write` shows that kills hit writes."""

    kills: int = 0
    versions: int = 0
    mid_write: int = 0
    broken: list[str] | None = None
    lost: list[str] | None = None


def kill_writers(folder: Path, kills: int, *, seed: int) -> Killed:
    """Start and kill `kills` writers in `folder`."""
    made = plan(survey(painted_pool(folder / "in", real=IMAGES // 2, others=IMAGES // 2)), Policy())
    (folder / "plan").write_bytes(pickle.dumps(made))
    rng, found = random.Random(seed), Killed(broken=[], lost=[])
    out = folder / "out"
    for number in range(kills):
        out.mkdir()
        _kill_one(folder / "plan", out, rng.uniform(0, LONGEST), found)
        write(made, out / "after")  # the next run clears up
        left = [p.name for p in out.iterdir() if p.name.endswith((PARTIAL, LOCK))]
        found.broken += [f"kill {number}: {name} was left" for name in left]
        remove_tree(out)
    return found


def _kill_one(plan_file: Path, out: Path, after: float, found: Killed) -> None:
    command = [sys.executable, "-m", "tests.unit.datasets.kill_points", str(plan_file), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.kill()
        said = [line.strip() for line in child.stdout if line.endswith("\n")]
    found.kills += 1
    there = {p.name for p in out.iterdir() if not p.name.startswith(".")}
    found.lost += sorted(set(said) - there)
    found.mid_write += any(p.name.endswith(PARTIAL) for p in out.iterdir())
    for name in sorted(there):
        found.versions += 1
        found.broken += [f"{name}: {problem}" for problem in verify_version(out / name).problems]


def _write_for_ever(plan_file: Path, out: Path) -> None:
    made = pickle.loads(plan_file.read_bytes())  # our own file
    print("ready", flush=True)
    number = 0
    while True:
        write(made, out / f"v{number}")
        print(f"v{number}", flush=True)
        number += 1


if __name__ == "__main__":
    _write_for_ever(Path(sys.argv[1]), Path(sys.argv[2]))
