"""Captions in twenty crowded scenes: how many lie on another, and how many are shown of what a plain greedy shows.

The greedy placement to compare with goes by confidence too and looks at every other caption each time: full texts, the
shortest texts, or the longest of the texts that finds room, in the same places round an object, at exactly this zoom.
Scenes of up to 30 boxes come besides, of which every caption must be shown. Targets: no overlap, all of a few, 80 %.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests.benchmarks.caption_scenes import NAMES, SEEDS, scene
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas import captions
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.caption_layout import ranked
from verify_app.gui.canvas.captions import HEIGHT, USUAL
from verify_app.gui.canvas.label_style import Look
from verify_app.gui.images.frame import Frame
from verify_app.gui.shell import main

SIZE, VIEW = (1280, 960), (900, 660)
ZOOMS = (1.0, 1.3, 2.0)


def canvas_of(seed: int, count: int | None = None) -> Canvas:
    canvas = Canvas()
    canvas.resize(*VIEW)
    canvas.set_task(Task.DETECT)
    canvas.set_class_names(lambda class_id: NAMES[class_id])
    canvas.set_image(*SIZE)
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor("#556677"))
    canvas.set_frame(Frame(("", 0, 0), (picture,)))
    canvas.set_items(scene(seed, SIZE, count), selected="")
    return canvas


def greedy(canvas: Canvas, pick: slice) -> int:
    """How many captions in view a plain greedy placement shows that tries these texts of each."""
    transform, view = canvas.viewportTransform(), QRectF(canvas.viewport().rect())
    placed: list[QRectF] = []
    for look in ranked(canvas.objects.looks.values()):
        x1, y1, x2, y2 = look.bounds
        box = transform.mapRect(QRectF(x1, y1, x2 - x1, y2 - y1))
        if not box.intersects(view):
            continue
        found = next((r for r in _places(look, box, pick) if not any(r.intersects(other) for other in placed)), None)
        if found is not None:
            placed.append(found)
    return len(placed)


def _places(look: Look, box: QRectF, pick: slice) -> list[QRectF]:
    sides = box.left(), box.top(), box.right(), box.bottom()
    found = []
    for form in look.forms[pick]:
        for slot in USUAL:
            side, edge, dx, dy = captions.offset(slot, form.width)
            found.append(QRectF(sides[side] + dx, sides[edge] + dy, form.width, HEIGHT))
    return found


def placing(canvas: Canvas) -> float:
    """Seconds of the processor to place all captions anew and to say which are in view."""
    layer = canvas.labels
    start = time.process_time()
    layer.captions.set_looks(canvas.objects.looks, layer.index, SIZE)
    layer.captions.shown(canvas.viewportTransform(), QRectF(canvas.viewport().rect()))
    return time.process_time() - start


def measured(canvas: Canvas, zoom: float) -> dict[str, float]:
    canvas.zoom.fit_window()
    canvas.zoom.by(zoom)
    transform, view = canvas.viewportTransform(), QRectF(canvas.viewport().rect())
    took = min(placing(canvas) for _ in range(5))
    rects = [caption.rect for caption in canvas.labels.captions.shown(transform, view).values()]
    lying = sum(one.intersects(other) for n, one in enumerate(rects) for other in rects[n + 1 :])
    boxes = [transform.mapRect(QRectF(b[0], b[1], b[2] - b[0], b[3] - b[1])) for b in _bounds(canvas)]
    covered = sum(r.intersected(view).width() * r.intersected(view).height() for r in rects)
    return {
        "in_view": sum(box.intersects(view) for box in boxes),
        "shown": len(rects),
        "overlaps": lying,
        "of_greedy_full": round(len(rects) / greedy(canvas, slice(0, 1)), 3),
        "of_greedy_shortest": round(len(rects) / greedy(canvas, slice(-1, None)), 3),
        "of_greedy_any": round(len(rects) / greedy(canvas, slice(None)), 3),
        "share_of_view_covered": round(covered / (view.width() * view.height()), 3),
        "cpu_ms": round(took * 1000, 2),
    }


def _bounds(canvas: Canvas) -> list[tuple[float, float, float, float]]:
    return [look.bounds for look in canvas.objects.looks.values()]


def measure() -> dict[str, object]:
    main.application()
    crowds = [measured(canvas_of(seed), zoom) for seed in SEEDS for zoom in ZOOMS]
    few = [measured(canvas_of(100 + count, count), 1.0) for count in range(1, 31)]
    return {
        "crowded": {
            "scenes": len(SEEDS),
            "views": len(crowds),
            "overlaps": sum(row["overlaps"] for row in crowds),
            **{f"least_{key}": min(row[key] for row in crowds) for key in crowds[0] if key.startswith("of_")},
            "most_covered": max(row["share_of_view_covered"] for row in crowds),
            "most_cpu_ms": max(row["cpu_ms"] for row in crowds),
        },
        "few": {
            "scenes": len(few),
            "overlaps": sum(row["overlaps"] for row in few),
            "all_shown": all(row["shown"] == row["in_view"] for row in few),
        },
        "rows": crowds,
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
