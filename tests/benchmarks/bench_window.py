"""Starting the window: CPU time to the painted sample against an empty PySide6 window; 100,000 images against 1,000.

Targets: at most 2 times the empty window's CPU time; 100,000 images open in at most 2 times the time of 1,000;
the window and four forms speak another language within 300 ms.
Started as `verify-app PROJECT` starts it, compiled modules at hand; the two take turns, and the median of the
ratios of neighbours counts, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from verify_app.app.demo.sample_project import make_demo
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.records import Actor

ROUNDS = 11

EMPTY = """
import time, sys
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
class W(QWidget):
    def paintEvent(self, event):
        print(time.process_time(), time.perf_counter() - T); sys.stdout.flush(); QTimer.singleShot(0, QApplication.quit)
T = time.perf_counter()
app = QApplication([]); w = W(); w.resize(1280, 720); w.show(); app.exec()
"""

OURS = """
import time, sys
T = time.perf_counter()
from pathlib import Path
from verify_app.__main__ import open_window
def painted(window):
    from PySide6.QtCore import QTimer
    print(time.process_time(), time.perf_counter() - T); sys.stdout.flush(); QTimer.singleShot(0, window.close)
open_window(Path(sys.argv[1]), painted=painted)
"""

SWITCH = """
import sys, time
from pathlib import Path
from verify_app.__main__ import open_window
def painted(window):
    from PySide6.QtCore import QTimer
    def switch():
        for name in ("export", "new_project", "settings", "keys"):
            window.open_form(name)
        took = []
        for code in ("ja", "zh_CN", "en"):
            start = time.perf_counter()
            window.change_settings(language=code)
            took.append(time.perf_counter() - start)
        print(sorted(took)[1], 0); sys.stdout.flush(); window.close()
    QTimer.singleShot(500, switch)
open_window(Path(sys.argv[1]), painted=painted)
"""


def once(code: str, *arguments: str) -> tuple[float, float]:
    """CPU seconds of the process until the first paint, and wall seconds since its first line."""
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles what an installed program has compiled
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=env, timeout=120)
    cpu, wall = done.stdout.split()[:2]
    return float(cpu), float(wall)


def many(folder: Path, count: int) -> Path:
    """A project of many images; only the first files exist, the rest are on record."""
    create_project(folder, classes=scenery.CLASSES, actor=Actor("bench"))
    photos = folder / "photos"
    first = scenery.picture(photos / "000000.jpg", 1, (640, 480))
    for number in range(1, 4):
        shutil.copy(first, photos / f"{number:06}.jpg")
    session = Session.open(folder, "bench")
    size = first.stat().st_size
    with session.project.transact(session.actor, "source_add") as tx:
        tx.put("source", 1, {"name": "photos", "root": str(photos), "origin": "real"})
    for start in range(0, count, 5000):
        with session.project.transact(session.actor, "scan") as tx:
            ids = tx.facts("image", [(1, f"{n:06}.jpg") for n in range(start, min(count, start + 5000))])
            tx.facts("scan", [(i, f"{i:064x}", size, 640, 480, None, 0) for i in ids], images=ids)
    session.close()
    return folder


def measure() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["VERIFY_APP_CONFIG_DIR"] = scratch
        sample = Path(scratch) / "sample"
        make_demo(sample, "bench")
        small, large = many(Path(scratch) / "small", 1000), many(Path(scratch) / "large", 100_000)
        cpu, opening = [], []
        once(OURS, str(sample))  # the first start of either compiles and fills the caches of fonts and files
        once(EMPTY)
        switching = [once(SWITCH, str(sample))[0] for _ in range(5)]
        for _ in range(ROUNDS):
            cpu.append((once(OURS, str(sample))[0], once(EMPTY)[0]))
            opening.append((once(OURS, str(large))[1], once(OURS, str(small))[1]))
    return {
        "start_cpu_ratio": round(median(a / b for a, b in cpu), 2),
        "start_cpu_s": round(median(a for a, _ in cpu), 3),
        "empty_window_cpu_s": round(median(b for _, b in cpu), 3),
        "open_100000_over_1000": round(median(a / b for a, b in opening), 2),
        "open_100000_s": round(median(a for a, _ in opening), 3),
        "open_1000_s": round(median(b for _, b in opening), 3),
        "language_switch_s": round(median(switching), 3),
        "targets": {"start_cpu_ratio": 2.0, "open_100000_over_1000": 2.0, "language_switch_s": 0.3},
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
