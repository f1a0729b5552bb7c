"""Kill -9 at random moments of `predict` and of `embeddings`: no chunk is there by half, and a second run completes it.

python tests/benchmarks/kill_embeddings.py [--times 100] [--seed 0]

Each time a new project is predicted with the sample's model by the very command a person types, killed, and looked
at: the record is sound, and each picture that the run has seen has its embedding and its numbers, and no other. Then
another model takes over with `embeddings`, which is killed too, and a last run completes what is missing.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.tasks import model as small_model
from verify_app.app.imports.files import add_images
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.storage.project import Project
from verify_app.storage.queries import picture_features as features

MODEL = str(resource("demo", "model.onnx"))


def new_project(folder: Path, images: int) -> Path:
    for file in sorted(resource("demo", "images", "real").glob("*.jpg"))[:images]:
        (folder / "photos").mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / "photos")
    create_project(folder / "p", classes=read_classes(resource("demo", "classes.txt")), actor=Actor("ann"))
    session = Session.open(folder / "p", "ann")
    add_images(session, [folder / "photos"], Origin.REAL)
    session.close()
    return folder / "p"


def ran(rng: random.Random | None, *command: str | Path) -> bool:
    """Run a command, to its end or until it is killed some time after its first step; whether it ended by itself."""
    words = [sys.executable, "-m", "verify_app", *map(str, command), "--progress", "jsonl", "--by", "ann"]
    begun = threading.Event()
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:

        def read() -> None:
            assert child.stdout is not None
            for line in child.stdout:
                if json.loads(line).get("done"):
                    begun.set()

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        if rng is not None:
            begun.wait(300)
            try:
                child.wait(rng.uniform(0, 3.0))
            except subprocess.TimeoutExpired:
                child.kill()
        code = child.wait()
        reader.join()
    if code not in (0, -9):
        raise SystemExit(f"{command[0]} ended with {code}")
    return code == 0


def wrong(project: Project) -> list[str]:
    """What is not as it must be after a kill of `predict`."""
    found = list(project.problems())
    seen = {row[0] for row in project.read.rows("SELECT sha256 FROM run_image")}
    model = features.embedding_model(project.read)
    held = set(features.embeddings(project.read, model.sha256)[0]) if model else set()
    if not held == seen == set(features.picture_stats(project.read)[0]):
        found.append(f"{len(seen)} seen, {len(held)} with an embedding")
    return found


def once(folder: Path, images: int, rng: random.Random) -> Counter[str]:
    place = new_project(folder, images)
    told: Counter[str] = Counter()
    told["predict killed"] += not ran(rng, "predict", place, "--model", MODEL)
    with Project.open(place) as project:
        told["wrong"] += bool(problems := wrong(project))
    for problem in problems:
        print(problem, file=sys.stderr)
    told["embeddings killed"] += not ran(rng, "embeddings", place, "--model", small_model("detect"))
    with Project.open(place) as project:
        told["wrong"] += bool(list(project.problems()))
        taken_over = features.embedding_model(project.read)
    ran(None, "embeddings", place, *(() if taken_over else ("--model", MODEL)))
    with Project.open(place) as project:
        model = features.embedding_model(project.read)
        done = len(features.embeddings(project.read, model.sha256)[0]) if model else 0
        told["wrong"] += done != images or bool(list(project.problems()))
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--images", type=int, default=34)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    rng, total = random.Random(asked.seed), Counter[str]()
    for number in range(asked.times):
        with tempfile.TemporaryDirectory() as folder:
            total += once(Path(folder) / str(number), asked.images, rng)
    print(json.dumps({"bench": "kill_embeddings", "times": asked.times, **total, "wrong": total["wrong"]}))
    return 1 if total["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
