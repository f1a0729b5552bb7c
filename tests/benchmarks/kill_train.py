"""Kill -9 at random moments of a training: no version, model or record is harmed, and the next run trains.

python tests/benchmarks/kill_train.py [--times 50] [--seed 0]

The smallest model of the tests is trained for one epoch by the very command a person types. Afterwards the record must
be sound, the version what its receipt says, every model on record have the weights it was recorded with, and a training
that had said its result must be on record. At the end one run is left alone:
it trains, and nothing of the others is left.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.models import model_file
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.core.records import UNKNOWN
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.project import Project

IMAGES = 12
BASE = ROOT / "tests" / "data" / "models" / "detect.pt"


def version(folder: Path) -> Path:
    """A project with one version; returns the project."""
    session = scenery.project(folder, images=IMAGES)
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, IMAGES + 1)})
    for image_id in range(1, IMAGES + 1):
        actions.complete(session, look(session, image_id), 0.25)
    export(session, folder / "v1", ExportOptions())
    session.close()
    return session.folder


def train(project: Path, rng: random.Random | None, took: float) -> dict[str, object] | None:
    """Train, and kill unless there is nothing random about it; what it said at the end."""
    command = [sys.executable, "-m", "verify_app", "train", str(project), "v1", "--base", str(BASE), "--epochs", "1"]
    command += ["--imgsz", "64", "--device", "cpu", "--batch", "8", "--seed", str(rng.randrange(10**6) if rng else 0)]
    command += ["--progress", "jsonl", "--", "workers=0"]
    said: list[str] = []
    reached = threading.Event()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:

        def read() -> None:
            assert child.stdout is not None
            for line in child.stdout:
                said.append(line)
                reached.set()

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        if rng is not None:
            if rng.random() < 0.9:  # else while it still starts
                reached.wait(300)
            time.sleep(rng.random() * took)
            child.kill()
        reader.join()
    rows = [json.loads(line) for line in said if line.endswith("\n")]
    return next((row for row in rows if row["type"] == "result"), None)


def check(project: Path, results: list[dict[str, object]]) -> Counter[str]:
    """Refuses what is harmed; counts what lies about."""
    problems = list(verify_version(project.parent / "v1").problems)
    with Project.open(project) as opened:
        problems += opened.problems()
        models = [m for m in opened.read.models() if m.lineage != UNKNOWN]  # not the one behind the proposals
        digests = {m.sha256: hashlib.sha256(model_file(project, m).read_bytes()).hexdigest() for m in models}
    problems += [f"the weights of {sha256} are others" for sha256, found in digests.items() if sha256 != found]
    problems += [f"{r['model']} was acknowledged and is not there" for r in results if r["sha256"] not in digests]
    if problems:
        raise SystemExit(f"HARMED: {problems[0]}")
    stray = {p.name for p in (project / "models").iterdir()} - {m.file for m in models}
    return Counter(models=len(models), stray=len(stray))


def main(times: int, seed: int = 0) -> dict[str, int]:
    rng, results, finished = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as scratch:
        project = version(Path(scratch))
        start = time.perf_counter()
        first = train(project, None, 0)
        took = time.perf_counter() - start
        if first is None:
            raise SystemExit("FAILED: training does not work at all")
        results.append(first)
        for _ in range(times):
            said = train(project, rng, took / 2)
            finished += said is not None
            results += [said] if said else []
            check(project, results)
        last = train(project, None, 0)
        if last is None:
            raise SystemExit("FAILED: after the kills training does not work any more")
        found = check(project, [*results, last])
        left = [p.name for p in (project / "cache").rglob("*") if p.is_dir()]
    return {"kills": times, "finished_before": finished, "lost": 0, "harmed": 0, **found, "folders_left": len(left)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    print(json.dumps(main(**vars(parser.parse_args()))))
