"""What opens is given back: timers, threads, pictures and memory are after five projects what they were after one."""

from __future__ import annotations

import gc
import os
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import scenery
from verify_app.app.review.last_position import Place, remember
from verify_app.core.queue.orders import Order
from verify_app.gui.images.loader import Frame
from verify_app.gui.review.page import ReviewPage
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow

COUNTED = (QTimer, QThread, QPixmap, QImage, QWidget, QObject, Frame, ReviewPage)
IMAGES, STEPS = 40, 300
ROUNDS = 5
SAID = {n: [(1 + n % 3, (10.0 + n, 10.0, 50.0 + n, 40.0), 0.8)] for n in range(1, IMAGES + 1)}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    main.application()
    made = MainWindow(reviewer="ann")
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._leaving = True
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    session = scenery.project(tmp_path, images=IMAGES)
    scenery.run(session, SAID)
    remember(session, Place(Order.FOUND))
    session.close()
    return session.folder


def settle() -> None:
    """Let Qt delete what it was asked to delete, and Python what nobody holds."""
    app = QCoreApplication.instance()
    assert app is not None
    for _ in range(3):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def counts() -> Counter[str]:
    """Living objects of the types that leak, as Python sees them."""
    found: Counter[str] = Counter()
    for thing in gc.get_objects():
        for kind in COUNTED:
            if isinstance(thing, kind):
                found[kind.__name__] += 1
    return found


def wait_seen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.review_page.state.seen is not None, timeout=5000)


def use(window: MainWindow, qtbot: QtBot) -> None:
    """Look at images, decide, open the grid, the filter and the forms."""
    page = window.review_page
    wait_seen(window, qtbot)
    page.finish()
    for name in ("accept", "next", "flag", "cancel", "crop_grid"):
        window.actions_by_id[name].trigger()
        settle()
    grid = page.grid
    assert grid is not None
    qtbot.waitUntil(lambda: grid._gathering is None and grid.loader.idle, timeout=5000)
    window.actions_by_id["crop_grid"].trigger()
    page.list.open_filter()
    assert page.list._sheet is not None
    page.list._sheet.close()
    for name in ("history", "adjust_view", "numeric_edit", "cancel"):
        window.actions_by_id[name].trigger()
    for name in ("export", "settings", "keys", "key_editor"):
        window.open_form(name).close()
    window.pages.show("data")
    window.pages.leave()
    wait_seen(window, qtbot)
    settle()


def test_a_project_that_is_closed_leaves_nothing_behind(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    seen: list[Counter[str]] = []
    tops: list[int] = []
    settle()
    there = counts()["ReviewPage"]  # other tests' own
    for _ in range(ROUNDS):
        assert window.open_project(folder)
        use(window, qtbot)
        window.close_project()
        assert QThreadPool.globalInstance().waitForDone(120_000)
        settle()
        seen.append(counts())
        tops.append(len(QApplication.allWidgets()))
    grown = {k: [c[k] for c in seen] for k in seen[0] | seen[-1] if seen[-1][k] > seen[1][k]}
    assert not grown, f"after each project: {grown}"
    assert tops[-1] <= tops[1], tops
    assert seen[-1]["ReviewPage"] <= there
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    assert window.session is None


def test_a_project_that_is_closed_before_it_is_painted_leaves_nothing_behind(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    settle()
    before = counts()["ReviewPage"]
    for _ in range(3):
        assert window.open_project(folder)
        window.close_project()
        settle()
    assert counts()["ReviewPage"] == before


def test_no_timer_runs_on_the_welcome_page(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    others = running()  # of windows that earlier tests have left
    assert window.open_project(folder)
    use(window, qtbot)
    window.close_project()
    settle()
    qtbot.waitUntil(lambda: all(any(t is other for other in others) for t in running()), timeout=3000)


def running() -> list[QTimer]:
    """Active timers of ours."""
    return [t for t in gc.get_objects() if isinstance(t, QTimer) and alive(t) and t.isActive()]


def alive(thing: QObject) -> bool:
    from shiboken6 import isValid

    return bool(isValid(thing))


def rss_kib() -> int:
    """What of this process is in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_stays_flat_from_image_to_image(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    assert window.open_project(folder)
    wait_seen(window, qtbot)
    step = next_image(window, qtbot)
    for _ in range(2 * IMAGES):  # caches fill
        step()
    settle()
    grown: list[float] = []
    while len(grown) < 3 and not (grown and grown[-1] < 2048):  # what leaks grows each time; a heap that settles once
        memory = []
        for number in range(STEPS):
            step()
            if number % 10 == 9:
                settle()
                memory.append(rss_kib())
        third = len(memory) // 3
        grown.append(statistics.median(memory[-third:]) - statistics.median(memory[:third]))
    assert grown[-1] < 2048, f"KiB more after each {STEPS} images: {grown}"


def next_image(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Goes to the next image, from the last to the first, and waits for its picture."""
    state = window.review_page.state

    def step() -> None:
        state.go_to((state.position + 1) % len(state.order))
        wait_seen(window, qtbot)

    return step
