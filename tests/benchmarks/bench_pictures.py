"""Pictures in the window: a 12000 x 8000 JPEG, the next image with look-ahead, memory over 2,000 images.

Targets are those against other programs on the same machine (first paint at most a third of the faster one, a step of
zooming or panning a quarter, memory a half) and, inside this run, the next image of 12 megapixels at most twice that
of 1280 x 960 at the 95th percentile, and as much memory after 2,000 images as after 200.

python -m tests.benchmarks.bench_pictures [big | next | memory ...]
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PIL import Image

DISTINCT = 20
STEPS = 60
PAUSE_S = 0.25
"""Between two steps: somebody looks at the image, if only for a moment."""


def main_process(names: list[str]) -> dict[str, object]:
    """Make the pictures, then measure in a fresh process each."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        env = {**os.environ, "VERIFY_APP_CONFIG_DIR": scratch}
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        for name in names or ["big", "next", "memory"]:
            folder = Path(scratch) / name
            make(name, folder)
            for part in PARTS[name]:
                command = [sys.executable, "-m", "tests.benchmarks.bench_pictures", "--in", part, str(folder)]
                done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=env)
                found[part] = json.loads(done.stdout.splitlines()[-1])
    small, large = found.get("next_1280x960"), found.get("next_12mp")
    if isinstance(small, dict) and isinstance(large, dict):
        found["next_12mp_over_1280x960_p95"] = round(large["p95_ms"] / small["p95_ms"], 2)
    return found


PARTS = {"big": ["big"], "next": ["next_1280x960", "next_12mp"], "memory": ["memory"]}


# --- pictures ---------------------------------------------------------------------------------------------


def noisy(seed: int, width: int, height: int) -> Image.Image:
    """A photograph-like picture: smooth colours and fine noise."""
    import numpy as np
    from PIL import Image

    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (height // 40 + 1, width // 40 + 1, 3), dtype=np.uint8)
    pixels = np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)).astype(np.int16)
    noise = rng.integers(-10, 11, (min(height, 1000), min(width, 1000), 1), dtype=np.int16)
    repeats = (math.ceil(height / noise.shape[0]), math.ceil(width / noise.shape[1]), 1)
    return Image.fromarray(np.clip(pixels + np.tile(noise, repeats)[:height, :width], 0, 255).astype(np.uint8))


def make(name: str, folder: Path) -> None:
    """A project of pictures, opened by the measuring process."""
    if name == "big":
        photos = folder / "project_big"
        photos.mkdir(parents=True)
        noisy(1, 1280, 960).save(photos / "0.jpg", quality=90)
        noisy(2, 12000, 8000).save(photos / "1.jpg", quality=85)
        project(folder / "big", photos)
        return
    kinds = {"next_1280x960": (1280, 960), "next_12mp": (4000, 3000)} if name == "next" else {"memory": (1280, 960)}
    for part, size in kinds.items():
        photos = folder / f"photos_{part}"
        photos.mkdir(parents=True)
        for n in range(DISTINCT):
            noisy(n, *size).save(photos / f"{n:05}.jpg", quality=90)
        for n in range(DISTINCT, 2001 if name == "memory" else STEPS + 10):
            # the same picture with another comment is another file
            data = (photos / f"{n % DISTINCT:05}.jpg").read_bytes()
            comment = f"{n:05}".encode()
            (photos / f"{n:05}.jpg").write_bytes(data[:2] + b"\xff\xfe\x00\x07" + comment + data[2:])
        project(folder / part, photos)


def project(folder: Path, photos: Path) -> None:
    from tests import scenery
    from verify_app.app.imports.files import add_images
    from verify_app.core.vocabulary import Origin

    session = scenery.project(folder, images=0)
    add_images(session, [photos], Origin.REAL)
    found = {}
    for image in range(1, len(list(photos.iterdir())) + 1):
        found[image] = [(n % 3, (40.0 * n, 30.0 * n, 40.0 * n + 90, 30.0 * n + 70), 0.9) for n in range(20)]
    scenery.run(session, found)
    session.close()


# --- in the measuring process -----------------------------------------------------------------------------


def rss(what: str = "VmRSS") -> float:
    """Memory of this process in MB."""
    with Path("/proc/self/status").open(encoding="ascii") as lines:
        return round(next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024, 1)


class Bench:
    """A window and a stopwatch."""

    def __init__(self, folder: Path) -> None:
        from verify_app.gui.shell import main
        from verify_app.gui.shell.window import MainWindow

        self.app = main.application()
        self.window = MainWindow(reviewer="bench")
        assert self.window.open_project(folder)
        self.window.resize(1366, 768)
        self.window.show()
        self.state, self.canvas = self.window.review_page.state, self.window.review_page.canvas
        self.until(lambda: self.canvas.has_picture)
        self.idle(0.5)

    def until(self, done: Callable[[], bool], limit_s: float = 60.0) -> None:
        end = time.perf_counter() + limit_s
        while not done():
            assert time.perf_counter() < end, "it never came"
            self.app.processEvents()

    def idle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def next(self) -> float:
        """Milliseconds from the step to the painted picture."""
        start = time.perf_counter()
        self.state.step(1)
        self.until(lambda: self.state.seen is not None)
        self.canvas.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    def painted(self, act: Callable[[], object]) -> float:
        """Milliseconds of an act with its painting."""
        self.idle(0.02)
        start = time.perf_counter()
        act()
        self.canvas.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    def sharp(self) -> float:
        """Milliseconds until the view is as sharp as its zoom asks for."""
        start = time.perf_counter()
        self.until(lambda: self.canvas.picture.sharp)
        return (time.perf_counter() - start) * 1000


def summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median_ms": round(median(ordered), 1),
        "p95_ms": round(ordered[min(len(ordered) - 1, math.ceil(0.95 * len(ordered)) - 1)], 1),
        "max_ms": round(ordered[-1], 1),
    }


def measure_big(folder: Path) -> dict[str, object]:
    bench = Bench(folder / "big" / "project")
    bench.state.go_to(0)
    bench.idle(1.0)  # the large one would be decoded ahead: forgotten, as if it were opened first
    showing = bench.window.review_page.presenter
    showing._decoder._cache.clear()
    before = rss()
    first = bench.next()
    bench.idle(0.3)
    opened = rss("VmHWM")
    zooms, pans, late_zoom, late_pan = [], [], [], []
    for _ in range(12):
        zooms.append(bench.painted(lambda: bench.canvas.zoom_by(1.25)))
        late_zoom.append(bench.sharp())
    bench.canvas.zoom.full_size()
    bench.until(lambda: bench.canvas.picture.sharp)
    for step in range(40):
        pans.append(bench.painted(partial(bench.canvas.zoom.pan, -120, -90 if step < 30 else 90)))
        late_pan.append(bench.sharp())
    peak = rss("VmHWM")  # before the picture is decoded in full
    bare = bare_decode(next((folder / "project_big").glob("1.jpg")))
    return {
        "first_paint_ms": round(first, 1),
        "bare_full_decode_ms": round(bare, 1),
        "first_paint_over_bare": round(first / bare, 2),
        "zoom_step": summary(zooms),
        "sharp_after_zoom": summary(late_zoom),
        "pan_step": summary(pans),
        "sharp_after_pan": summary(late_pan),
        "rss_before_mb": before,
        "rss_peak_first_paint_mb": opened,
        "rss_peak_mb": peak,
    }


def bare_decode(file: Path) -> float:
    """Milliseconds in which Qt alone decodes the whole file."""
    from PySide6.QtGui import QImageReader

    start = time.perf_counter()
    assert not QImageReader(str(file)).read().isNull()
    return (time.perf_counter() - start) * 1000


def measure_next(folder: Path, part: str) -> dict[str, object]:
    bench = Bench(folder / part / "project")
    took = []
    for _ in range(STEPS):
        took.append(bench.next())
        bench.idle(PAUSE_S)
    return {**summary(took), "rss_mb": rss(), "rss_peak_mb": rss("VmHWM")}


def measure_memory(folder: Path) -> dict[str, object]:
    bench = Bench(folder / "memory" / "project")
    held: dict[int, float] = {}
    for number in range(1, 2001):
        bench.next()
        bench.idle(0.005)
        if number in (100, 200, 500, 1000, 1500, 2000):
            held[number] = rss()
    return {"rss_mb_after": held, "growth_200_to_2000_mb": round(held[2000] - held[200], 1)}


def measuring_process(part: str, folder: Path) -> None:
    if part == "big":
        found = measure_big(folder)
    else:
        found = measure_memory(folder) if part == "memory" else measure_next(folder, part)
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        measuring_process(sys.argv[2], Path(sys.argv[3]))
    print(json.dumps(main_process(sys.argv[1:]), indent=1))
