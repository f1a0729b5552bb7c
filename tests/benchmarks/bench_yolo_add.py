"""Adding a YOLO dataset of many small files, in pairs with another checkout of this program.

Target: at most 1.1 times the processor time of before. Each figure comes from a child process of its own, the two
checkouts in turns; the middle of the pairs' ratios counts. Environment: `ADD_FILES` (20,000), `ADD_PAIRS` (3).

    python tests/benchmarks/bench_yolo_add.py OTHER_CHECKOUT
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES, PAIRS = (int(os.environ.get(f"ADD_{name}", default)) for name, default in (("FILES", "20000"), ("PAIRS", "3")))
_CHILD = """
import sys, time
from pathlib import Path
try:
    from verify_app.app.imports.add import add
    from verify_app.app.imports.options_and_results import AddOptions
    from verify_app.app.project.create import create_project
except ImportError:  # a checkout from before the files were called so
    from verify_app.app.create import create_project
    from verify_app.app.importing import AddOptions, add
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin
project, folder = map(Path, sys.argv[1:])
create_project(project, classes=[f"class {n}" for n in range(5)], actor=Actor("ann"))
session = Session.open(project, "ann")
clock, processor = time.perf_counter(), time.process_time()
done = add(session, [folder], AddOptions(Origin.REAL, labels="yolo"))
print(time.perf_counter() - clock, time.process_time() - processor, done.labels)
"""


def write(folder: Path) -> None:
    """Small pictures, five boxes each, as Ultralytics lays them out."""
    from PIL import Image

    (folder / "images" / "train").mkdir(parents=True)
    (folder / "labels" / "train").mkdir(parents=True)
    for n in range(FILES):
        Image.new("RGB", (64, 48), (n % 256, n // 256 % 256, 7)).save(folder / "images" / "train" / f"{n:06}.png")
        rows = "".join(f"{k} 0.{k + 1} 0.5 0.1{n % 10} 0.2\n" for k in range(5))
        (folder / "labels" / "train" / f"{n:06}.txt").write_text(rows)
    names = ", ".join(f"class {n}" for n in range(5))
    (folder / "data.yaml").write_text(f"train: images/train\nnames: [{names}]\n")


def child(checkout: Path, folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as made:
        environment = {**os.environ, "PYTHONPATH": str(checkout)}
        command = [sys.executable, "-c", _CHILD, str(Path(made) / "project"), str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=checkout, env=environment)
        clock, processor, labels = map(float, done.stdout.split())
    assert labels == 5 * FILES
    return {"s": round(clock, 2), "cpu_s": round(processor, 2)}


def main() -> None:
    other = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made).resolve() / "set"
        write(folder)
        pairs = [(child(other, folder), child(ROOT, folder)) for _ in range(PAIRS)]
    ratio = statistics.median(after["cpu_s"] / before["cpu_s"] for before, after in pairs)
    print(json.dumps({"files": FILES, "pairs": pairs, "times_before": round(ratio, 3)}))


if __name__ == "__main__":
    main()
