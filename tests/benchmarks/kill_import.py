"""Kill -9 at random moments of an import with labels: what was acknowledged is there, and a second run completes it.

python tests/benchmarks/kill_import.py [--times 150] [--seed 0]

Each time a folder of new pictures with YOLO labels, in the parts train and val, is added and attested by the very
command a person types. It prints its progress after each part of it is on disk. Afterwards the record must be sound, no
less may be there than was acknowledged, and adding the folder again must leave what one undisturbed run leaves.
"""

from __future__ import annotations

import argparse
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
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.session import Session
from verify_app.core.vocabulary import Origin
from verify_app.storage.project import Project

IMAGES = 600
"""More than the program takes into one transaction, so that kills fall between them too."""
SETS = 5
"""Folders in one project; then a new one is begun."""


def dataset(folder: Path, number: int) -> Path:
    """Two labels on each picture but the empty ones; no two pictures of all sets are the same."""
    for place in range(IMAGES):
        part = "val" if place % 10 == 0 else "train"
        scenery.picture(folder / "images" / part / f"{place:03}.bmp", number * IMAGES + place, (16, 12))
        label = folder / "labels" / part / f"{place:03}.txt"
        label.parent.mkdir(parents=True, exist_ok=True)
        label.write_text("" if place % 7 == 0 else "0 0.5 0.5 0.2 0.2\n2 0.3 0.3 0.2 0.2\n", encoding="utf-8")
    data = "path: .\ntrain: images/train\nval: images/val\nnames: [bolt, nut, gear]\n"
    (folder / "data.yaml").write_text(data, encoding="utf-8")
    return folder


def held(project: Project, source: str) -> dict[str, object]:
    """What the project has of a source: everything that adding it writes."""
    rows = project.read.rows(
        "SELECT i.path, i.sha256, (SELECT json_group_array(json_array(class_id, region, grade, by)) FROM "
        "(SELECT * FROM label l WHERE l.image_id = i.key ORDER BY class_id)), m.complete, m.grade, "
        "(SELECT json_group_array(split) FROM stated_split t WHERE t.image_id = i.key) FROM image_state i "
        "JOIN source s ON s.key = i.source_id LEFT JOIN mark m ON m.key = i.key WHERE s.name = ?",
        source,
    )
    return {row[0]: tuple(row)[1:] for row in rows}


def kill_once(project: Path, folder: Path, rng: random.Random, took: float) -> tuple[Counter[str], bool]:
    """Add, kill; what was acknowledged, by job, and whether it had finished."""
    command = [sys.executable, "-m", "verify_app", "add", str(project), str(folder), "--origin", "real"]
    command += ["--labels", "yolo", "--attest", "cem", "--progress", "jsonl"]
    said: list[str] = []
    reached = threading.Event()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as child:

        def read() -> None:
            assert child.stdout is not None
            for line in child.stdout:
                said.append(line)
                reached.set()

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        if rng.random() < 0.9:  # else while it still starts, perhaps
            reached.wait(300)
        time.sleep(rng.random() * took)
        child.kill()
        reader.join()
    done, finished = Counter[str](), False
    for line in said:
        if line.endswith("\n"):
            row = json.loads(line)
            finished |= row["type"] == "result"
            if row["type"] == "progress":
                done[row["job"]] = max(done[row["job"]], row["done"])
    return done, finished


def _whole(folder: Path, number: int) -> tuple[dict[str, object], float]:
    """What one undisturbed run leaves, and how long it takes."""
    session = scenery.project(folder, images=0)
    start = time.perf_counter()
    add(session, [dataset(folder / f"set-{number}", number)], AddOptions(Origin.REAL, "yolo", "cem"))
    took = time.perf_counter() - start
    found = held(session.project, f"set-{number}")
    session.close()
    return found, took


def _look(project: Path, name: str, done: Counter[str]) -> Counter[str]:
    """Sound, and no less than was acknowledged: scans, label files, attested images."""
    with Project.open(project) as opened:
        problems = list(opened.problems())
        if problems:
            raise SystemExit(f"UNSOUND: {problems[0]}")
        there = held(opened, name)
        labelled = {row[0] for row in opened.read.rows("SELECT DISTINCT image_id FROM claim")}
        known = {
            row[0]
            for row in opened.read.rows(
                "SELECT i.id FROM image i JOIN source s ON s.key = i.source_id WHERE s.name = ?", name
            )
        }
    attested = sum(row[2] is not None for row in there.values())  # type: ignore[index]
    have = Counter({"add": len(there), "import": len(labelled & known), "attest": attested})
    for job, count in done.items():
        if have[job] < count:
            raise SystemExit(f"LOST: {job} said {count}, {have[job]} are there")
    return have


def main(times: int, seed: int = 0) -> dict[str, int]:
    rng, met = random.Random(seed), Counter[str]()
    for number in range(times):
        if number % SETS == 0:
            scratch = tempfile.TemporaryDirectory()
            scenery.project(Path(scratch.name), images=0).close()
        folder, project = Path(scratch.name), Path(scratch.name) / "project"
        with tempfile.TemporaryDirectory() as other:
            whole, took = _whole(Path(other), number)
        data = dataset(folder / f"set-{number}", number)
        done, finished = kill_once(project, data, rng, took)
        have = _look(project, data.name, done)
        last = next((job for job in ("attest", "import", "add") if have[job]), "start")
        met[f"killed in {last}" if not finished else "finished before"] += 1
        met["acknowledged"] += sum(done.values())
        session = Session.open(project, "ann")
        add(session, [data], AddOptions(Origin.REAL, "yolo", "cem"))
        if held(session.project, data.name) != whole:
            raise SystemExit(f"LOST: after kill {number} a second run did not complete the import")
        session.close()
        if number % SETS == SETS - 1:
            _look(project, data.name, Counter())
            scratch.cleanup()
    return {"kills": times, **met, "lost": 0, "unsound": 0}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    print(json.dumps(main(**vars(parser.parse_args()))))
