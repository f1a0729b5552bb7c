"""Pan, zoom and drag step of the canvas with polygons of 12 points, against a bare widget that draws them each time.

A step is from the command to the painted viewport, with everything that is due in between. Target for 5,000: within
one frame of 60 Hz (16.7 ms) on the median; the sharper redraw that follows a zoom comes within 200 ms.
"""

from __future__ import annotations

import json
import math
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from verify_app.core.records import Item
from verify_app.core.regions import Polygon
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.drag_group import OUTLINED
from verify_app.gui.images.frame import Frame
from verify_app.gui.shell import main

COUNTS = (20, 200, 1000, 5000)
SIZE = (1280, 960)
VIEW = (1280, 800)
STEPS = 60
FRAME_MS = 16.7


def polygons(count: int) -> list[Polygon]:
    """Outlines of 12 points all over the image, some under each other."""
    rng = random.Random(count)
    found = []
    for _ in range(count):
        radius = rng.uniform(6, 22)
        cx, cy = rng.uniform(radius, SIZE[0] - radius), rng.uniform(radius, SIZE[1] - radius)
        turn = [(i * math.tau / 12, radius * rng.uniform(0.6, 1.0)) for i in range(12)]
        found.append(Polygon.simple((cx + r * math.cos(a), cy + r * math.sin(a)) for a, r in turn))
    return found


def picture() -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#556677"))
    return image


class Bare(QWidget):
    """The least that shows them: picture and outlines, all at each paint."""

    def __init__(self, found: list[Polygon]) -> None:
        super().__init__()
        self._image = picture()
        self._shapes = [QPolygonF([QPointF(x, y) for x, y in p.rings[0]]) for p in found]
        self.scale, self.shift = 0.8, QPointF(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.shift)
        painter.scale(self.scale, self.scale)
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor("#56B4E9"), 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for shape in self._shapes:
            painter.drawPolygon(shape)
        painter.end()


def timed(step: Callable[[int], None], *, steps: int = STEPS) -> dict[str, float]:
    """Median and 95th percentile in milliseconds, and the median of the processor's time alone."""
    took, busy = [], []
    for number in range(steps):
        start, before = time.perf_counter(), time.process_time()
        step(number)
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
        busy.append((time.process_time() - before) * 1000)
    took.sort()
    found = {"median_ms": median(took), "p95_ms": took[int(len(took) * 0.95)], "cpu_ms": median(busy)}
    return {name: round(value, 2) for name, value in found.items()}


def send(canvas: Canvas, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    viewport = canvas.viewport()
    held = Qt.MouseButton.LeftButton if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    where = QPointF(viewport.mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, where, button, held, none))


def on_canvas(found: list[Polygon]) -> dict[str, object]:
    canvas = Canvas()
    canvas.resize(*VIEW)
    canvas.set_task(Task.SEGMENT)
    canvas.show()
    canvas.set_image(*SIZE)
    canvas.set_frame(Frame(("", 0, 0), (picture(),)))
    items = [Item(f"P{n}", LabelState.PROPOSAL, n % 8, p, conf=0.5) for n, p in enumerate(found)]
    start = time.perf_counter()
    canvas.set_items(items, selected="P0")
    QApplication.processEvents()
    shown = (time.perf_counter() - start) * 1000
    pan = timed(lambda n: canvas.zoom.pan(*((9, 5) if n % 20 < 10 else (-9, -5))))
    zoom = timed(lambda n: canvas.zoom_by(1.25 if n % 8 < 4 else 0.8, QPointF(640, 400)))
    sharp = sharpened(canvas)
    canvas.zoom.fit_window()
    QTest.qWait(300)
    result = {"pan": pan, "zoom": zoom, "drag": dragged(canvas, found), "hover": hovered(canvas)}
    result["drag_all"] = dragged_together(canvas, items)
    return {**result, "first_ms": round(shown, 1), "sharp_after": sharp, "set_items_ms": edited(canvas, items)}


def sharpened(canvas: Canvas) -> dict[str, float]:
    """From the last step of a zoom to the sharp labels."""
    took, busy = [], []
    for factor in (1.25, 0.8, 1.25, 0.8, 1.25):
        canvas.zoom_by(factor)
        start, before = time.perf_counter(), time.process_time()
        QApplication.processEvents()
        while canvas.labels.drafted and time.perf_counter() - start < 5:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took.append((time.perf_counter() - start) * 1000)
        busy.append((time.process_time() - before) * 1000)
    return {"median_ms": round(median(took), 1), "cpu_ms": round(median(busy), 1)}


def dragged(canvas: Canvas, found: list[Polygon]) -> dict[str, float]:
    """The first outline by its inside, as the hand does it."""
    box = found[0].bounds
    start = QPointF(canvas.mapFromScene(*box.center))
    send(canvas, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)

    def step(n: int) -> None:
        at = start + QPointF((n % 30) * 6 + 8, (n % 20) * 4)
        send(canvas, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)

    took = timed(step)
    assert canvas.overlay.box is not None, "nothing was dragged"
    canvas.cancel()
    send(canvas, QEvent.Type.MouseButtonRelease, start, Qt.MouseButton.LeftButton)
    return took


def dragged_together(canvas: Canvas, items: list[Item]) -> dict[str, float]:
    """All of them at once, after a click on one."""
    canvas.set_items(items, selected=items[0].id, also=frozenset(item.id for item in items))
    QTest.qWait(300)
    start = QPointF(canvas.mapFromScene(*items[0].region.bounds.center))
    send(canvas, QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)

    def step(n: int) -> None:
        at = start + QPointF((n % 30) * 6 + 8, (n % 20) * 4)
        send(canvas, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)

    took = timed(step)
    assert canvas.overlay.dragged is not None or len(items) <= OUTLINED, "nothing was dragged"
    canvas.cancel()
    send(canvas, QEvent.Type.MouseButtonRelease, start, Qt.MouseButton.LeftButton)
    return took


def hovered(canvas: Canvas) -> dict[str, float]:
    return timed(lambda n: QTest.mouseMove(canvas.viewport(), QPoint(100 + n * 15, 100 + n * 9)))


def edited(canvas: Canvas, items: list[Item]) -> float:
    """The call that shows one changed object among all."""
    took = []
    for n in range(11):
        items = list(items)
        place = n % len(items)
        items[place] = Item(f"L{n}", LabelState.VERIFIED, 1, items[place].region.moved(1, 1))
        start = time.perf_counter()
        canvas.set_items(items, selected=f"L{n}")
        took.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    return round(median(took), 2)


def on_bare(found: list[Polygon]) -> dict[str, dict[str, float]]:
    widget = Bare(found)
    widget.resize(*VIEW)
    widget.show()
    QApplication.processEvents()
    steps = 8 if len(found) > 500 else STEPS

    def pan(n: int) -> None:
        widget.shift += QPointF(9, 5) if n % 20 < 10 else QPointF(-9, -5)
        widget.update()

    def zoom(n: int) -> None:
        widget.scale *= 1.25 if n % 8 < 4 else 0.8
        widget.update()

    return {"pan": timed(pan, steps=steps), "zoom": timed(zoom, steps=steps)}


def measure() -> dict[str, object]:
    main.application()
    table: dict[str, object] = {}
    for count in COUNTS:
        found = polygons(count)
        bare, ours = on_bare(found), on_canvas(found)
        ratios = {
            f"{act}_over_bare": round(ours[act]["median_ms"] / bare[act]["median_ms"], 3)  # type: ignore[index]
            for act in ("pan", "zoom")
        }
        table[str(count)] = {**ours, "bare": bare, **ratios}
    return {"polygons": table, "targets": {"median_ms": FRAME_MS, "sharp_after": 200}}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
