"""Kill -9 at random moments of a cycle: nothing is lost, and at most the step under way is done again.

python tests/benchmarks/kill_cycle.py [--times 50] [--seed 0]

A project of generated scenes, ten of them gold, goes through cycles by the very command a person types: export, train
for one epoch, evaluate, monitor, take into use, predict. Each cycle is killed again and again until it is through, then
images are verified for the next one. Afterwards, and after every kill: the record is sound, what was written down as
done stays done and the same (version, receipt, model, evaluation), no two versions have one composition, no cycle made
two versions or two models on record, no image was predicted twice by one model, and every step that one run finished
was begun by at most one other run before. A line on standard error after every kill says how far it is, so that a run
that is cut off still tells how many kills it survived.
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
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from verify_app.app.cycle.state import CycleState, state_of
from verify_app.app.models import model_file
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.records import UNKNOWN
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.project import Project
from verify_app.storage.queries.history import versions

FIRST, FRESH, GOLD, ALL = 20, 4, 8, 400
BASE = ROOT / "tests" / "data" / "models" / "detect.pt"


def verify(session: Session, image_ids: range) -> None:
    """A person draws the one object of each and completes it."""
    for image_id in image_ids:
        where = 5 + image_id % 90
        actions.draw(session, image_id, (1 + image_id % 3, Box(where, 10, where + 60, 70)))
        actions.complete(session, look(session, image_id), 0.25)


def make(folder: Path, images: int) -> Path:
    """A project with enough verified for the first version, some of it gold."""
    session = scenery.project(folder, images=images)
    actions.set_gold(session, list(range(1, GOLD + 1)))
    verify(session, range(1, FIRST + GOLD + 1))
    session.close()
    return session.folder


def cycle(project: Path, kill_after: float | None) -> dict[str, Any] | None:
    """Run it, and kill it after so many seconds unless it is through; what it said at the end."""
    command = [sys.executable, "-m", "verify_app", "cycle", str(project), "--by", "ann", "--train", "--evaluate"]
    command += ["--use-unmeasured", "--base", str(BASE), "--epochs", "1", "--imgsz", "64", "--batch", "8"]
    command += ["--device", "cpu", "--progress", "jsonl", "--", "workers=0"]
    said: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        timer = threading.Timer(kill_after or 3600, child.kill)
        timer.start()
        said += child.stdout.readlines()
        child.wait()
        timer.cancel()
    rows = [json.loads(line) for line in said if line.endswith("\n")]
    failed = next((row for row in rows if row["type"] == "error"), None)
    if failed is not None:
        raise SystemExit(f"FAILED: {failed['message']}")
    return next((row for row in rows if row["type"] == "result"), None)


def kept(state: CycleState | None) -> dict[str, Any]:
    """What is written down of the cycle's finished steps."""
    return {} if state is None else {f"{state.number} {step}": dict(found) for step, found in state.done.items()}


def check(project: Path, before: dict[str, Any]) -> tuple[dict[str, Any], Counter[str]]:
    """Refuses what is harmed, lost or doubled."""
    with Project.open(project) as opened:
        problems = list(opened.problems())
        read = opened.read
        state = state_of(read)
        now = kept(state)
        known = versions(read)
        models = [m for m in read.models() if m.lineage != UNKNOWN]
        twice = read.one(
            "SELECT count(*) FROM (SELECT 1 FROM run_image i JOIN run r ON r.id = i.run_id "
            "GROUP BY r.model_id, i.image_id, i.sha256 HAVING count(*) > 1)"
        )
        cycles = state.number if state is not None else 0
        for m in models:
            if hashlib.sha256(model_file(project, m).read_bytes()).hexdigest() != m.sha256:
                problems.append(f"the weights of {m.name} are others")
    number = str(cycles)
    problems += [
        f"{k} was done and is not any more" for k, v in before.items() if k.startswith(f"{number} ") and now.get(k) != v
    ]
    problems += [p for v in known for p in verify_version(Path(v.folder)).problems]
    if twice:
        problems.append(f"{twice} images were predicted twice by one model")
    if len({v.digest for v in known}) != len(known) or len(known) > cycles + 1 or len(models) > cycles + 1:
        problems.append(f"{len(known)} versions and {len(models)} models of {cycles} cycles")
    if problems:
        raise SystemExit(f"HARMED: {problems[0]}")
    return now, Counter(versions=len(known), models=len(models), cycles=cycles)


def events(project: Path) -> Counter[str]:
    """How often each kind of event that a step ends with is on record."""
    with Project.open(project) as opened:
        return Counter(row[0] for row in opened.read.rows("SELECT op FROM event"))


def main(times: int, seed: int = 0) -> dict[str, Any]:
    rng, kills, hit, results = random.Random(seed), 0, Counter[str](), 0
    with tempfile.TemporaryDirectory() as scratch:
        project = make(Path(scratch), FIRST + GOLD + ALL)
        start = time.perf_counter()
        first = cycle(project, None)
        took = time.perf_counter() - start
        if first is None or first["outcome"] != "done":
            raise SystemExit("FAILED: a cycle does not work at all")
        done, found = check(project, {})
        verified, results = FIRST + GOLD, 1
        while kills < times:
            session = Session.open(project, "ann")
            verify(session, range(verified + 1, verified + FRESH + 1))
            session.close()
            verified += FRESH
            said, tries = None, 0
            while said is None:
                # later ones are let through, so that every step is killed in its turn
                said = cycle(project, rng.random() * took * 1.2 if tries < 6 and kills < times else None)
                if said is None:
                    kills, tries = kills + 1, tries + 1
                    done, found = check(project, done)
                    with Project.open(project) as opened:
                        state = state_of(opened.read)
                    hit[
                        next(
                            (
                                s
                                for s in ("export", "train", "evaluate", "monitor", "use", "predict")
                                if state is None or state.ended or s not in state.done
                            ),
                            "end",
                        )
                    ] += 1
                    print(
                        json.dumps({"kills": kills, "of": times, "before_the_end_of": dict(hit), **found}),
                        file=sys.stderr,
                        flush=True,
                    )
            results += 1
            done, found = check(project, {})
        op = events(project)
    return {
        "kills": kills,
        "killed_before_the_end_of": dict(hit),
        "seconds_a_cycle": round(took, 1),
        "finished": results,
        "lost": 0,
        "doubled": 0,
        **found,
        "events": {name: op[name] for name in ("version", "model_add", "evaluate", "model_use", "cycle", "run")},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    print(json.dumps(main(**vars(parser.parse_args()))))
