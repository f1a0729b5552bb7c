"""Scrolling through a list of 10,000 images with small pictures: how long the window stands still at most.

    python -m tests.benchmarks.bench_thumbnails [IMAGES]

The list is scrolled from end to end in steps of a wheel, as fast as it paints, then again in pages with rests in which
pictures come. A standstill is the time between two turns of the event loop. Target: at most 50 ms.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication

from tests import scenery
from verify_app.app.imports.files import add_files
from verify_app.core.vocabulary import Origin
from verify_app.gui.shell.window import MainWindow

SIZE, DIFFERENT = (640, 480), 50
STEPS, PAGES = 400, 60


def pictures(folder: Path, count: int) -> list[Path]:
    """Files of photographs' size; the same few over and over, as linking them is quick."""
    folder.mkdir()
    made = []
    for number in range(count):
        file = folder / f"{number:05}.jpg"
        if number < DIFFERENT:
            Image.effect_noise(SIZE, 20 + number).convert("RGB").save(file, quality=90)
        else:
            file.hardlink_to(made[number % DIFFERENT])
        made.append(file)
    return made


def standstills(app: QApplication, window: MainWindow, values: list[int], rest: float) -> dict[str, float]:
    """Milliseconds of the turns of the event loop while the list goes to these places, and what its thread spent."""
    bar, took, cost = window.review_page.list.view.verticalScrollBar(), list[float](), list[float]()
    for value in values:
        bar.setValue(value)
        until = time.perf_counter() + rest
        while True:
            start, spent = time.perf_counter(), time.thread_time()
            app.processEvents()
            took.append((time.perf_counter() - start) * 1000)
            cost.append((time.thread_time() - spent) * 1000)
            if time.perf_counter() >= until:
                break
    p99 = quantiles(took, n=100)[98]
    return {"worst_ms": round(max(took), 1), "worst_cpu_ms": round(max(cost), 1), "p99_ms": round(p99, 1)}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["VERIFY_APP_CONFIG_DIR"] = f"{scratch}/config"
        root = Path(scratch).resolve()
        session = scenery.project(root, images=0)
        add_files(session, root / "many", pictures(root / "many", count), Origin.REAL)
        folder = session.folder
        session.close()
        app = QApplication([])
        window = MainWindow()
        window.resize(1366, 768)
        window.show()
        window.open_project(folder)
        until = time.perf_counter() + 5
        while time.perf_counter() < until:
            app.processEvents()
        found: dict[str, object] = {"images": count}
        for name, on in (("lines", False), ("pictures", True)):
            if window.settings.view.thumbnails is not on:
                window.actions_by_id["thumbnails"].trigger()
                app.processEvents()
            last = window.review_page.list.view.verticalScrollBar().maximum()
            for how, steps, rest in (("wheel", STEPS, 0.0), ("pages", PAGES, 0.15)):
                places = [last * i // steps for i in range(steps + 1)]
                found[f"{name}_{how}"] = standstills(app, window, places, rest)
        window.close()
        print(json.dumps({**found, "target": {"worst_ms": 50}}, indent=1))


if __name__ == "__main__":
    main()
