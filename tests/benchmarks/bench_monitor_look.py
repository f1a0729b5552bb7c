"""How long a look of the monitor takes, and what memory: ``python -m tests.benchmarks.bench_monitor_look``.

A project of 100,000 real-verified images x 5 objects with 10 versions, each 10,000 images larger than the one before,
written straight into its tables. Wanted: from the cache within 2 s and 500 MB.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.records import Actor

CLASSES = tuple(f"class {i}" for i in range(20))
OBJECTS = 5


def rows(count: int) -> Iterator[tuple[int, str, list[tuple[int, float, float, float, float]]]]:
    """Id, SHA-256 and objects of each image, the same every time."""
    rng = np.random.default_rng(0)
    share = 1.0 / np.arange(1, len(CLASSES) + 1)
    for number in range(1, count + 1):
        classes = rng.choice(len(CLASSES), OBJECTS, p=share / share.sum())
        places = rng.uniform(0.2, 0.8, (OBJECTS, 2))
        sizes = rng.lognormal(-2.2, 0.4, (OBJECTS, 2)).clip(0.01, 0.3)
        objects = [(int(c), *map(float, (*p, *s))) for c, p, s in zip(classes, places, sizes, strict=True)]
        yield number, f"{number * 0x9E3779B97F4A7C15 % 2**256:064x}"[::-1], objects


def fill(folder: Path, count: int, versions: int) -> None:
    """Make the project."""
    create_project(folder, classes=CLASSES, actor=Actor("ann"))
    session = Session.open(folder, "ann")
    with session.project.transact(session.actor, "source_add") as tx:
        source = tx.new_id("source")
        row = {"name": "photos", "root": str(folder.parent / "photos"), "origin": "real"}
        tx.put("source", source, row)
    ids = [c.id for c in session.classes]
    session.close()
    db = sqlite3.connect(folder / "project.db")
    made = [(number, sha256, objects) for number, sha256, objects in rows(count)]
    places = [(n, source, f"{n}.jpg") for n, _, _ in made]
    db.executemany("INSERT INTO image (id, source_id, path) VALUES (?, ?, ?)", places)
    columns = [row[1] for row in db.execute("PRAGMA table_info(image_state)")]
    state = {
        "source_id": source, "width": 1000, "height": 800, "problem": None, "origin": "real", "gold": 0, "removed": 0,
        "flag": None, "state": "complete", "real_verified": 1, "run_id": None, "proposals": 0, "labels": OBJECTS,
        "verified": OBJECTS, "imported": 0, "stale": 0, "fix_later": 0,
    }  # fmt: skip
    images = [[{**state, "key": n, "path": f"{n}.jpg", "sha256": s}.get(c) for c in columns] for n, s, _ in made]
    db.executemany(f"INSERT INTO image_state ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", images)
    labels = [
        (n, ids[c], json.dumps({"box": [1000 * (x - w / 2), 800 * (y - h / 2), 1000 * (x + w / 2), 800 * (y + h / 2)]}))
        for n, _, objects in made
        for c, x, y, w, h in objects
    ]
    db.executemany(
        "INSERT INTO label (image_id, class_id, region, grade, by, by_kind) VALUES (?, ?, ?, 'drawn', 'ann', 'human')",
        labels,
    )
    for version in range(1, versions + 1):
        held = made[: count * version // versions]
        digest = f"{version:064x}"
        db.execute(
            "INSERT INTO version (key, name, digest, receipt, folder, parent, summary) VALUES (?, ?, ?, ?, ?, ?, '{}')",
            (version, f"v{version}", digest, digest, str(folder), version - 1 or None),
        )
        kept = json.dumps({"receipt": "", "classes": ids})
        db.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (f"version:{digest}", kept))
        db.executemany(
            "INSERT INTO version_item (version_id, sha256, split, name, record) VALUES (?, ?, 'train', ?, ?)",
            ((version, s, f"{n}.jpg", _record(n, s, objects)) for n, s, objects in held),
        )
    db.commit()
    db.close()


def _record(number: int, sha256: str, objects: list[Any]) -> str:
    said = {
        "file": f"images/train/{number}.jpg", "sha256": sha256, "label": sha256, "bytes": 1, "width": 1000,
        "height": 800, "source": f"photos/{number}.jpg", "origin": "real", "split": "train", "rv": True,
        "labels": [[c, "drawn", "ann", "human", "window"] for c, *_ in objects],
    }  # fmt: skip
    text = "".join(f"{c} {x:.6f} {y:.6f} {w:.6f} {h:.6f}\n" for c, x, y, w, h in objects)
    return json.dumps(said) + "\n" + text


_LOOK = """
import resource, sys, time, json
from pathlib import Path
from verify_app.app.session import Session
started = time.perf_counter()
from verify_app.app.monitoring.look import look
with Session.open(Path(sys.argv[1]), "ann").project as project:
    from verify_app.core.records import Actor
    found = look(Session(project, Actor("ann")))
print(json.dumps({
    "seconds": round(time.perf_counter() - started, 2), "processor": round(time.process_time(), 2),
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "sets": len(found.compared),
}))
"""


def looked(folder: Path) -> dict[str, Any]:
    """One look in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _LOOK, str(folder)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--versions", type=int, default=10)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "project"
        started = time.perf_counter()
        fill(folder, chosen.images, chosen.versions)
        found = {
            "images": chosen.images,
            "versions": chosen.versions,
            "made in": round(time.perf_counter() - started, 1),
        }
        found |= {name: looked(folder) for name in ("first look", "from the cache")}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
