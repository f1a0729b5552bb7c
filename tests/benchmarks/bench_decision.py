"""A decision against a bare SQLite commit of the same bytes with the same pragmas; fsyncs counted with strace.

Target: p95 at most 3 times the bare commit's, one fsync of the log for each acknowledged decision.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.storage.project import DATABASE

DECISIONS = 300
ROUNDS = 5


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def project(folder: Path) -> Session:
    session = scenery.project(folder, images=DECISIONS // 10)
    said = {i: [(1, (5.0 + k, 5, 45.0 + k * 9, 45), 0.9) for k in range(10)] for i in range(1, DECISIONS // 10 + 1)}
    scenery.run(session, said)
    return session


def ours(session: Session) -> list[float]:
    """Accept proposals one after the other."""
    ids = session.project.read.rows("SELECT image_id, id FROM prediction ORDER BY id")
    times = []
    for image_id, prediction in map(tuple, ids):
        start = time.perf_counter()
        actions.reject(session, image_id, f"P{prediction}")
        times.append(time.perf_counter() - start)
    return times


def written_bytes(session: Session, decisions: int) -> int:
    """Bytes that a decision stores: its event, its changes, its state."""
    rows = session.project.read.rows("SELECT * FROM event ORDER BY id DESC LIMIT ?", decisions)
    changes = session.project.read.rows("SELECT * FROM change ORDER BY event_id DESC LIMIT ?", decisions)
    return sum(len(str(tuple(r))) for r in (*rows, *changes)) // decisions


def bare(folder: Path, size: int, count: int) -> list[float]:
    """Commits of one row of `size` bytes."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, data BLOB)")
    times = []
    for _ in range(count):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t (data) VALUES (?)", (bytes(size),))
        connection.execute("COMMIT")
        times.append(time.perf_counter() - start)
    connection.close()
    return times


def fsyncs_per_decision(folder: Path, decisions: int = 50) -> float | None:
    """Syncs of the log while deciding, counted from outside; None without strace."""
    if shutil.which("strace") is None:
        return None
    lines = [
        json.dumps(
            {"actor": "script", "op": "draw", "image": "photos/000.png", "class": "bolt", "box": [1, 1, 20 + k, 20]}
        )
        for k in range(decisions)
    ]
    command = [sys.executable, "-m", "verify_app", "decide", str(folder), "-"]
    traced = ["strace", "-f", "-y", "-e", "trace=fsync,fdatasync", *command]
    done = subprocess.run(traced, input="\n".join(lines), capture_output=True, text=True, check=True)
    assert done.stdout.count('"ok": true') == decisions
    return len(re.findall(rf"f(?:data)?sync\(\d+<[^>]*{DATABASE}-wal>", done.stderr)) / decisions


def measure() -> dict[str, object]:
    ratios, our_p95, bare_p95 = [], [], []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch:  # the disk of the checkout, not a RAM disk
        for number in range(ROUNDS):
            folder = Path(scratch) / str(number)
            session = project(folder)
            mine = ours(session)
            size = written_bytes(session, DECISIONS)
            session.close()
            theirs = bare(folder, size, DECISIONS)
            our_p95.append(p95(mine))
            bare_p95.append(p95(theirs))
            ratios.append(p95(mine) / p95(theirs))
        fsyncs = fsyncs_per_decision(Path(scratch) / "0" / "project")
    return {
        "decision_p95_ratio": round(median(ratios), 2),
        "target": 3.0,
        "decision_p95_ms": round(median(our_p95) * 1000, 2),
        "bare_commit_p95_ms": round(median(bare_p95) * 1000, 2),
        "log_fsyncs_per_decision": fsyncs,
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
