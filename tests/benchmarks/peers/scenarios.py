"""What is done with each application, and measured."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from harness import cpu, memory, summary, timed, wall

if TYPE_CHECKING:
    from driver import State
    from harness import Harness, Result

NEXT_STEPS = 60
LOOK_S = 0.3
"""A person who goes from picture to picture looks at each at least so long."""
ZOOM_STEPS = 12
PAN = (24, 18)


def starts_with_folder(scenario: str) -> bool:
    return scenario.startswith("open")


def run(harness: Harness, scenario: str, folder: str) -> Result:
    """Do one scenario from the start of the process on."""
    result: Result = {}
    harness.begin()
    if starts_with_folder(scenario):
        result["start"] = _started(harness, lambda state: bool(state[0]) and state[1] == 20)
        result |= _next_images(harness)
    else:
        harness.settle(0.3)
        result["empty_mb"] = memory()
        result |= _big(harness, folder) if scenario == "big" else _polygons(harness, folder, int(scenario[4:]))
    area = harness.driver.canvas().visibleRegion().boundingRect()
    return {**result, "canvas": [area.width(), area.height()], "scale": harness.driver.scale()}


def _started(harness: Harness, wanted: Callable[[State], bool]) -> Result:
    """From the start of the process to the first picture with its labels, and to idle."""
    begun = float(os.environ["BENCH_START"])
    harness.until(lambda: any(wanted(state) for state in harness.paints), 300)
    painted = {"wall": time.monotonic() - begun, "cpu": cpu()}
    idle, idle_cpu = harness.settle(0.3)
    ago = wall() - idle
    usable = {"wall": time.monotonic() - begun - ago, "cpu": idle_cpu}
    return {"painted": painted, "usable": usable, "memory_mb": memory()}


def _next_images(harness: Harness) -> Result:
    after = harness.until(lambda: not harness.driver.background_busy(), 180)
    looked = _walk(harness, LOOK_S)
    held = _walk(harness, 0.0)
    return {"background_s": after, "next": looked, "next_held": held, "walked_mb": memory()}


def _walk(harness: Harness, look: float) -> Result:
    """The key for the next picture, and a painting of a picture not seen before with all its boxes."""
    done = []
    seen = {harness.driver.state()[0]}
    for _ in range(NEXT_STEPS):
        harness.look(look)
        done.append(harness.act(lambda: harness.key("Key_D"), lambda s: s[0] not in seen and s[1] == 20))
        seen.add(harness.driver.state()[0])
    assert len(seen) == NEXT_STEPS + 1, "it skipped pictures"
    return {key: summary(r[key] for r in done) for key in ("wall", "cpu", "idle", "idle_cpu")}


def _big(harness: Harness, folder: str) -> Result:
    """One picture of 96 megapixels."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak of memory counts from here
    driver = harness.driver
    opened = harness.act(lambda: driver.open_file(folder, "big.jpg"), lambda s: bool(s[0]) and s[1] == 20, quiet=0.3)
    result: Result = {"open": opened, "fit_scale": driver.scale(), "opened_mb": memory()}
    result["zoom"] = harness.steps([lambda: driver.zoom(True)] * ZOOM_STEPS)
    result["sharp_after_s"] = harness.until(driver.sharp)
    result["zoomed_scale"] = driver.scale()
    result["pan"] = _pan(harness, ZOOM_STEPS)
    result["pan_sharp_after_s"] = harness.until(driver.sharp)
    result["peak_mb"] = memory("VmHWM")
    return result


def _pan(harness: Harness, steps: int) -> Result:
    harness.driver.centre()
    harness.settle(0.02)
    ways = [PAN if n % 4 < 2 else (-PAN[0], -PAN[1]) for n in range(steps)]
    return harness.steps([lambda w=way: harness.driver.pan(*w) for way in ways])


def _polygons(harness: Harness, folder: str, count: int) -> Result:
    """One picture under polygons of 12 points."""
    driver = harness.driver
    opened = harness.act(
        lambda: driver.open_file(folder, "poly.jpg"), lambda s: bool(s[0]) and s[1] == count, quiet=0.3
    )
    result: Result = {"open": opened, "opened_mb": memory(), "fit_scale": driver.scale()}
    if count > 20:
        result |= _views(harness)
    result |= _drag(harness)
    saved = []
    for _ in range(12):
        saved.append(timed(driver.edit(folder, "poly.jpg")))
    saved = saved[1:]  # the first one loads what saving needs
    return {**result, "save": {"wall": summary(s[0] for s in saved), "cpu": summary(s[1] for s in saved)}}


def _views(harness: Harness) -> Result:
    """Zoom in and out about the middle; pan just above the zoom at which all of the picture is seen."""
    driver, fit = harness.driver, harness.driver.scale()
    zoom = harness.steps([lambda w=way: driver.zoom(w) for way in (True, True, False, False) * 4])
    sharp = harness.until(driver.sharp)
    while driver.scale() < 1.2 * fit:
        harness.act(lambda: driver.zoom(True))
    harness.until(driver.sharp)
    pan = _pan(harness, 24)
    pan_sharp = harness.until(driver.sharp)
    while driver.scale() > 1.05 * fit:
        harness.act(lambda: driver.zoom(False))
    harness.until(driver.sharp)
    return {"zoom": zoom, "sharp_after_s": sharp, "pan": pan, "pan_sharp_after_s": pan_sharp}


def _drag(harness: Harness) -> Result:
    """The lone polygon by its inside, 4 pixels a step; what follows the release until it is saved and shown."""
    driver = harness.driver
    start = harness.place(960, 540)
    harness.move(start)
    harness.settle(0.1)
    result: Result = {"select": harness.act(lambda: harness.press(start))}
    if driver.selects_first:
        harness.release(start)
        harness.settle(0.1)
        harness.press(start)
    before = driver.target_x()
    path = [start + harness.core.QPoint(4 * n, 0) for n in range(1, 21)]
    places = iter(path)
    last = start

    def step() -> None:
        nonlocal last
        last = next(places)
        harness.move(last)

    result["drag"] = harness.steps([step] * len(path))
    result["release"] = dict(zip(("wall", "cpu"), timed(lambda: (harness.release(last), harness.pump())), strict=True))
    harness.settle(0.3)
    result["moved_px"] = driver.target_x() - before
    assert result["moved_px"] > 1, "nothing was dragged"
    return result
