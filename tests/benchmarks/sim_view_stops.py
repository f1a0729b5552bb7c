"""How often Space stops: for objects that were never in view, and for hidden ones that may have been missed.

A reviewer who presses Space on every image as it comes up, and again for as long as the same image is in front, in the
real window (offscreen, 1366 x 768): on the sample, on pictures of 4,000 x 3,000 with 20 objects and of 8,000 x 6,000
with 500. Objects are from 0.4 % to 12 % of the picture's width long; a tenth of the proposals lies under the slider.
Prints one JSON object; stops are per 100 images.

python tests/benchmarks/sim_view_stops.py [IMAGES]     # of each kind, default 20
"""

from __future__ import annotations

import json
import math
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

KINDS = {"4000x3000, 20 objects": ((4000, 3000), 20), "8000x6000, 500 objects": ((8000, 6000), 500)}
PATIENCE_S = 60.0


def project(folder: Path, size: tuple[int, int], objects: int, images: int) -> Path:
    """Grey pictures, and predictions all over them."""
    from PIL import Image

    from tests import scenery
    from verify_app.app.imports.files import add_images
    from verify_app.app.review import trials
    from verify_app.core.vocabulary import Origin

    chance, (width, height) = random.Random(1), size
    (folder / "photos").mkdir(parents=True)
    for number in range(images):
        Image.new("RGB", size, (90, 90 + number, 90)).save(folder / "photos" / f"{number:03}.jpg")
    session = scenery.project(folder, images=0, reviewer="sim")
    add_images(session, [folder / "photos"], Origin.REAL)

    def one() -> scenery.Said:
        long = width * math.exp(chance.uniform(math.log(0.004), math.log(0.12)))
        x, y = chance.uniform(0, width - long), chance.uniform(0, height - long)
        conf = chance.uniform(0.02, 0.25) if chance.random() < 0.1 else chance.uniform(0.25, 1.0)
        return chance.randint(1, 3), (x, y, x + long, y + long * chance.uniform(0.3, 1.0)), conf

    scenery.run(session, {i: [one() for _ in range(objects)] for i in range(1, images + 1)})
    trials.set_rates(session, honeypots=0.0, blind=0.0)
    session.close()
    return session.folder


def pressed(folder: Path) -> dict[str, object]:
    """What Space on every image met."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest

    from verify_app.app.review import image_view, trials
    from verify_app.gui.shell import main
    from verify_app.gui.shell.window import MainWindow

    main.application()
    window = MainWindow(reviewer="sim")
    assert window.open_project(folder)
    window.resize(1366, 768)
    window.show()
    state, canvas = window.review_page.state, window.review_page.canvas
    trials.set_rates(state.session, honeypots=0.0, blind=0.0)
    window.review_page.finish()

    def until(done: object) -> None:
        end = time.perf_counter() + PATIENCE_S
        while not done():  # type: ignore[operator]
            assert time.perf_counter() < end, "the window did not come to rest"
            QCoreApplication.processEvents()
            time.sleep(0.002)

    found = {"view": 0, "hidden": 0, "small": 0, "longest_check_ms": 0.0}
    ids = [row[0] for row in state.session.project.read.rows("SELECT key FROM image_state ORDER BY key")]
    for image_id in ids:
        state.show_image(image_id)
        until(lambda: state.seen is not None and canvas.zoom.views._now == canvas.zoom.view)
        assert state.in_view is not None
        began = time.perf_counter()
        _, small = state.in_view._unseen()
        found["longest_check_ms"] = max(found["longest_check_ms"], (time.perf_counter() - began) * 1000)
        found["small"] += len(small)
        for _ in range(20):
            wanted, shown = state.wanted, len(state.in_view._shown)
            QTest.keyClick(canvas, Qt.Key.Key_Space)
            QCoreApplication.processEvents()
            if (
                image_view.look(state.session, image_id).state.done
                or state.review is None
                or state.review.id != image_id
            ):
                break
            found["view"] += len(state.in_view._shown) != shown
            found["hidden"] += state.wanted != wanted
    window._leaving = True
    window.close()
    hundred = 100 / len(ids)
    stops = {name: round(found[name] * hundred, 1) for name in ("view", "hidden")}
    return {
        "images": len(ids),
        "stops_per_100": {**stops, "together": round(sum(stops.values()), 1)},
        "objects_under_6_pixels": round(found["small"] / len(ids), 1),
        "longest_check_ms": round(found["longest_check_ms"], 1),
    }


def measure(images: int) -> dict[str, object]:
    from verify_app.app.demo.sample_project import make_demo

    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("VERIFY_APP_CONFIG_DIR", scratch)
        make_demo(Path(scratch) / "sample", "sim")
        found["sample"] = pressed(Path(scratch) / "sample")
        for number, (name, (size, objects)) in enumerate(KINDS.items()):
            found[name] = pressed(project(Path(scratch) / str(number), size, objects, images))
    return {**found, "target": "together <= 5 per 100 on the first two"}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20), indent=1))
