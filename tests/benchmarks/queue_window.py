"""The window itself over a project of `bench_queue`, in a process of its own and offscreen.

python -m tests.benchmarks.queue_window PROJECT      # prints one JSON object of seconds and megabytes
"""

from __future__ import annotations

import time

START = time.perf_counter()
"""Before anything of the program is imported: opening counts from here."""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verify_app.app.session import Session
    from verify_app.gui.shell.window import MainWindow

STEPS = 30
PATIENCE_S = 20.0
PAUSE_S = 0.15
"""A person looks at every picture at least so long."""


def prepare(session: Session, count: int) -> None:
    """Files for the images that come first, which are those that are met; the others have none. No image is blind."""
    from tests import scenery
    from verify_app.app.review import trials
    from verify_app.app.review.queue import Order, Queue
    from verify_app.imaging.reading.probe import probe
    from verify_app.storage.queries import image_list

    trials.set_rates(session, blind=0.0)
    connection = session.project.read.connection
    connection.execute("BEGIN")
    for image_id in Queue(session).order(Order.MIXED)[:count]:
        place = image_list.place(session.project.read, image_id)
        assert place is not None
        file = scenery.picture(Path(place[1]) / place[2], image_id % 60_000, (640, 480))
        scan = probe(file)
        row = (image_id, scan.sha256, scan.bytes, scan.modified)
        connection.execute("INSERT INTO scan SELECT max(id) + 1, ?, ?, ?, 640, 480, NULL, ? FROM scan", row)
        connection.execute("INSERT INTO run_image SELECT max(id) + 1, 1, ?, ? FROM run_image", row[:2])
        connection.execute("UPDATE image_state SET sha256 = ? WHERE key = ?", (scan.sha256, image_id))
    connection.execute("COMMIT")


def measured(folder: Path) -> dict[str, float]:
    """Open, go on, complete, reorder, filter; everything until it is painted."""
    from verify_app.__main__ import open_window

    found: dict[str, float] = {}

    def painted(window: MainWindow) -> None:
        from PySide6.QtCore import QTimer

        found["open"], found["open_cpu"] = time.perf_counter() - START, time.process_time()
        QTimer.singleShot(1500, window, lambda: _drive(window, found))

    open_window(folder, painted=painted)
    return found


def _drive(window: MainWindow, found: dict[str, float]) -> None:
    try:
        hands = _Hands(window)
        found["finished_mb"] = _peak_mb()
        found["next"] = hands.steps("next_unreviewed")
        found["complete"] = hands.steps("complete")
        hands.undo_all()
        hands.orders(found)
        hands.filters(found)
        found["memory_mb"] = _peak_mb()
    finally:
        window.close()


class _Hands:
    """Asks of the window what a person asks by keys and in the list, and waits until it is on the screen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._page = window.review_page
        self._list = window.review_page.list

    def pump(self, until: Callable[[], bool]) -> None:
        from PySide6.QtCore import QCoreApplication, QEventLoop

        end = time.perf_counter() + PATIENCE_S
        while not until():
            assert time.perf_counter() < end, "the window did not come to rest"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def rest(self) -> None:
        end = time.perf_counter() + PAUSE_S
        self.pump(lambda: time.perf_counter() > end)

    def steps(self, action: str) -> float:
        """Seconds from the key to the next picture on the screen, the median of many."""
        state, times = self._page.state, []
        for _ in range(STEPS):
            self.rest()
            before, began = state.review, time.perf_counter()
            self._window.actions_by_id[action].trigger()
            if state.review is before:
                self._window.actions_by_id[action].trigger()  # something hidden was pointed out: the second confirms
            assert state.review is not before, f"{action} went nowhere: {self._page.message.text}"
            self.pump(lambda: state.seen is not None or self._page.canvas.notice.isVisible())
            self._page.canvas.viewport().repaint()
            times.append(time.perf_counter() - began)
        return median(times)

    def undo_all(self) -> None:
        """As it was, for the next round."""
        from verify_app.app.review import actions
        from verify_app.core.errors import UserError

        with contextlib.suppress(UserError):  # nothing is left to undo
            for _ in range(STEPS):
                actions.undo(self._page.state.session)

    def page(self, ask: Callable[[], object]) -> float:
        """Seconds until the first page of the list is painted."""
        self.rest()
        began = time.perf_counter()
        ask()
        self._list.view.viewport().repaint()
        return time.perf_counter() - began

    def orders(self, found: dict[str, float]) -> None:
        from verify_app.core.queue.orders import Order

        for order in (*Order, Order.MIXED):
            row = list(Order).index(order)
            self._list.order_box.setCurrentIndex(row)
            found[f"order {order.value}"] = self.page(lambda row=row: self._list.order_box.activated.emit(row))

    def filters(self, found: dict[str, float]) -> None:
        from tests.benchmarks.bench_queue import FILTERS

        for name, chosen in FILTERS.items():
            found[f"filter {name}"] = self.page(lambda chosen=chosen: self._list._set(**chosen._asdict()))
        began = time.perf_counter()
        self._list.open_filter()
        self.rest()
        found["filter sheet"] = time.perf_counter() - began - PAUSE_S


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(measured(Path(sys.argv[1]))))
