"""One scenario with one application, in its own interpreter and process; started by ``run.py``.

    python harness.py APPLICATION SCENARIO FOLDER OUT.json

The application is started through its own entry point; `QApplication.exec` is replaced by the scenario, so that its
start is its own. *Painted*: the canvas' ``paintEvent`` has run with the awaited picture and number of shapes, and the
`processEvents` that ran it has returned. *Idle*: nothing has taken longer than half a millisecond for a while. Wall is
`perf_counter`, CPU is `process_time`: of all threads of this process.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from driver import Application, State

WINDOW = (1920, 1080)
IDLE_S = 0.0005
SPUN_S = 0.05
"""How long a painting is waited for without a rest. Qt's own event loop rests; one that never does takes the core from
an application's other threads."""
wall, cpu = time.perf_counter, time.process_time
Result = dict[str, Any]


def memory(key: str = "VmRSS") -> float:
    """MB of this process, as Linux counts them."""
    with Path("/proc/self/status").open() as status:
        return next(int(line.split()[1]) for line in status if line.startswith(key + ":")) / 1024


def summary(seconds: Iterable[float]) -> Result:
    """Milliseconds: median, 95th percentile, greatest."""
    ms = sorted(s * 1e3 for s in seconds)
    middle = (ms[(len(ms) - 1) // 2] + ms[len(ms) // 2]) / 2
    return {"median": middle, "p95": ms[round(0.95 * (len(ms) - 1))], "max": ms[-1], "n": len(ms)}


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds of one call."""
    start, before = wall(), cpu()
    call()
    return wall() - start, cpu() - before


class Harness:
    """The event loop, the input and the clock of a scenario."""

    def __init__(self, driver: Application) -> None:
        self.driver = driver
        self.paints: list[State] = []
        self.modals: list[str] = []
        core, widgets, test = (
            importlib.import_module(f"{driver.qt}.{module}") for module in ("QtCore", "QtWidgets", "QtTest")
        )
        self.core, self.widgets, self.test = core, widgets, test.QTest
        self.app: Any = None
        self.window: Any = None

    def install(self, scenario: Callable[[], None]) -> None:
        """Put everything in place before the application builds a window."""
        application, box = self.widgets.QApplication, self.widgets.QMessageBox
        for name in ("exec", "exec_"):
            if hasattr(application, name):
                setattr(application, name, staticmethod(lambda *_: scenario()))
        for name in ("critical", "warning", "information", "question"):  # nobody is there to close it
            setattr(box, name, staticmethod(lambda *a, **_: self._modal(a)))
        canvas, paints, driver = self.driver.canvas_class(), self.paints, self.driver
        original = canvas.paintEvent

        def paint_event(widget: Any, event: Any) -> None:
            original(widget, event)
            paints.append(driver.state())

        canvas.paintEvent = paint_event

    def _modal(self, arguments: tuple[Any, ...]) -> Any:
        self.modals.append(" | ".join(str(a) for a in arguments[1:3])[:300])
        return self.widgets.QMessageBox.StandardButton.Ok

    def begin(self) -> None:
        """Take the window over and give it the size that all have."""
        self.app = self.widgets.QApplication.instance()
        self.window = self.driver.find_window(self.app)
        self.driver.take_window(self.window)
        self.window.resize(*WINDOW)
        self.window.activateWindow()

    # --- the event loop ---------------------------------------------------------------------------------------

    def pump(self) -> None:
        self.app.processEvents()
        self.app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, which processEvents leaves alone

    def settle(self, quiet: float = 0.1, longest: float = 30.0) -> tuple[float, float]:
        """Until nothing happens for `quiet` seconds: wall and CPU time at the end of the last that did."""
        begun = last = wall()
        last_cpu = cpu()
        while True:
            start = wall()
            self.pump()
            now = wall()
            if now - start > IDLE_S:
                last, last_cpu = now, cpu()
            elif now - last > quiet:
                return last, last_cpu
            if now - begun > longest:
                return last, last_cpu
            time.sleep(IDLE_S)

    def look(self, seconds: float) -> None:
        """A person looks at the picture meanwhile."""
        until = wall() + seconds
        while wall() < until:
            self.pump()
            time.sleep(IDLE_S)

    def until(self, done: Callable[[], bool], longest: float = 60.0) -> float:
        """Seconds until something holds."""
        start = wall()
        while not done() and wall() - start < longest:
            self.pump()
            time.sleep(IDLE_S)
        return wall() - start

    def act(
        self, call: Callable[[], object], wanted: Callable[[State], bool] | None = None, quiet: float = 0.02
    ) -> Result:
        """Do something and wait for a painting that shows what is wanted (default: any), then until idle."""
        first, start, before = len(self.paints), wall(), cpu()
        call()
        while not any(wanted is None or wanted(state) for state in self.paints[first:]):
            if self.modals or wall() - start > 180:
                raise RuntimeError(f"never painted; {self.modals}")
            if wall() - start > SPUN_S:
                time.sleep(IDLE_S)
            self.pump()
        painted, used = wall() - start, cpu() - before
        idle, idle_cpu = self.settle(quiet)
        return {"wall": painted, "cpu": used, "idle": max(idle - start, painted), "idle_cpu": idle_cpu - before}

    def steps(self, calls: Iterable[Callable[[], object]], *, budget: float = 6.0, least: int = 6) -> Result:
        """Acts one after the other, at least `least` of them, no more once they have taken `budget` seconds."""
        done: list[Result] = []
        start = wall()
        for call in calls:
            done.append(self.act(call))
            if len(done) >= least and wall() - start > budget:
                break
        return {key: summary(r[key] for r in done) for key in ("wall", "cpu", "idle")}

    # --- input, through the platform's window, so that Qt does its own hit test and finds its own shortcuts -----

    def key(self, name: str) -> None:
        self.test.keyClick(self.window.windowHandle(), getattr(self.core.Qt.Key, name))

    def place(self, x: float, y: float) -> Any:
        """Where an image pixel is in the window."""
        there = self.driver.to_widget(x, y)
        return self.driver.canvas().mapTo(self.window, self.core.QPoint(round(there[0]), round(there[1])))

    def move(self, place: Any) -> None:
        self.test.mouseMove(self.window.windowHandle(), place)

    def press(self, place: Any) -> None:
        self._button(self.test.mousePress, place)

    def release(self, place: Any) -> None:
        self._button(self.test.mouseRelease, place)

    def _button(self, call: Callable[..., object], place: Any) -> None:
        qt = self.core.Qt
        call(self.window.windowHandle(), qt.MouseButton.LeftButton, qt.KeyboardModifier.NoModifier, place)


def main() -> None:
    import scenarios  # after the harness' own names

    application, scenario, folder, out = sys.argv[1:5]
    driver: Application = importlib.import_module(f"driver_{application}").Driver()
    harness = Harness(driver)

    def run() -> None:
        try:
            result = scenarios.run(harness, scenario, folder)
        except Exception:
            result = {"error": traceback.format_exc()[-1500:]}
        result["modals"], result["load"] = harness.modals, os.getloadavg()[0]
        if out.endswith("-0.json"):  # what was on the screen, after all timing
            harness.window.grab().save(out[:-5] + ".png")
        Path(out).write_text(json.dumps(result, indent=1), encoding="utf-8")
        os._exit(1 if "error" in result else 0)

    harness.install(run)
    driver.main(folder if scenarios.starts_with_folder(scenario) else "", large=scenario == "big")


if __name__ == "__main__":
    main()
