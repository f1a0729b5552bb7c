"""Garbage is looked for on the window's thread only.

Python collects on whichever thread happens to allocate, and a worker that decodes pictures allocates a lot. A widget
that is collected there is destroyed on the wrong thread, which Qt answers with a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Collector(QObject):
    """Does what the automatic collection would, when it would, but between two events of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what every start makes and keeps is not looked through again
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the generations whose thresholds are passed, the oldest one that is due."""
    due = [g for g, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most]
    if due:
        gc.collect(due[-1])
