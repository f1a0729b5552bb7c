"""How long a model may take: work on threads that nobody has to wait for, and a word in time to what can be stopped."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Event, Thread, Timer
from typing import Any, ParamSpec, TypeVar

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import go_on

GRACE = 10.0
"""Seconds between asking a model to stop and going on without it."""
_LOOK = 0.2
_here = threading.local()
"""`work`: what this thread of `Lanes` is about."""
P = ParamSpec("P")
T = TypeVar("T")


class TookTooLong(UserError):
    """A model looked at one picture for longer than it may."""


def too_long(seconds: float) -> TookTooLong:
    """The sentence about it."""
    if seconds == 1:
        return TookTooLong(
            M(
                "The model took longer than 1 second for one picture, so it was stopped; use another model, a smaller "
                "image size, or allow more time (--image-seconds; in the window: Settings)."
            )
        )
    return TookTooLong(
        M(
            "The model took longer than {seconds:g} seconds for one picture, so it was stopped; use another model, a "
            "smaller image size, or allow more time (--image-seconds; in the window: Settings).",
            seconds=seconds,
        )
    )


@contextmanager
def stopped_after(seconds: float, stop: Callable[[], object]) -> Iterator[Event]:
    """Call `stop` from another thread once the time is over; the event says whether that happened.

    On a thread of `Lanes` it is called as well as soon as nobody waits for the work any more.
    """
    over = Event()

    def end() -> None:
        over.set()
        stop()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    work: Work[Any] | None = getattr(_here, "work", None)
    if work is not None:
        work.stop_with(stop)
    try:
        yield over
    finally:
        timer.cancel()
        if work is not None:
            work.stop_with(None)


class Lanes:
    """Threads that work side by side. A process ends without waiting for one that never comes back."""

    def __init__(self, count: int, name: str) -> None:
        self._asked: queue.SimpleQueue[tuple[Work[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._threads = [Thread(target=self._work, name=f"{name}-{i}", daemon=True) for i in range(count)]
        self._busy: set[Work[Any]] = set()
        for thread in self._threads:
            thread.start()

    def submit(self, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> Work[T]:
        """Have something done, in the order of asking."""
        work: Work[T] = Work()
        self._asked.put((work, lambda: function(*args, **named)))
        return work

    def close(self) -> None:
        """Drop what has not begun and wait for the rest; for what nobody wants any more no longer than `GRACE`."""
        while True:
            try:
                self._asked.get_nowait()
            except queue.Empty:
                break
        for _ in self._threads:
            self._asked.put(None)
        left = next((work.left for work in tuple(self._busy) if work.left is not None), None)
        for work in tuple(self._busy) if left is not None else ():
            work.leave()
        for thread in self._threads:
            while thread.is_alive() and (left is None or time.monotonic() - left < GRACE):
                thread.join(_LOOK)

    def _work(self) -> None:
        while (asked := self._asked.get()) is not None:
            work, call = asked
            work.began = time.monotonic()
            self._busy.add(work)
            _here.work = work
            try:
                work.set_result(call())
            except BaseException as error:  # whoever asked hears of it
                work.set_exception(error)
            finally:
                self._busy.discard(work)
                del _here.work
            del work, call, asked


def apart(function: Callable[[], T], seconds: float, *, each: float) -> T:
    """What a function answers, on a thread of its own; parameters and errors as `Work.within`."""
    lane = Lanes(1, "apart")
    try:
        return lane.submit(function).within(seconds, each=each)
    finally:
        lane.close()


class Work(Future[T]):
    """Something asked of `Lanes`."""

    began: float | None = None
    left: float | None = None
    """Since when nobody wants it any more."""
    _stop: Callable[[], object] | None = None

    def stop_with(self, stop: Callable[[], object] | None) -> None:
        """What ends the work, said by the work itself."""
        self._stop = stop
        if self.left is not None and stop is not None:
            stop()

    def leave(self) -> None:
        """Want it no more: it is stopped, where it can be."""
        if self.left is None:
            self.left = time.monotonic()
        stop = self._stop
        if stop is not None:
            stop()

    def within(self, seconds: float, *, each: float) -> T:
        """The answer, if it comes in time, counted from when the work began.

        Raises
        ------
        TookTooLong
            When it does not; `each` is the limit to name.
        Cancelled
            When the person does not want to wait any longer (`core.progress.go_on`).
        """
        while True:
            try:
                return self.result(_LOOK)
            except TimeoutError:
                if self.done():
                    raise
                try:
                    go_on()
                except BaseException:
                    self.leave()
                    raise
                if self.began is not None and time.monotonic() - self.began > seconds + GRACE:
                    self.leave()
                    raise too_long(each) from None
