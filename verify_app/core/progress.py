"""How a long job tells what it has done. Whoever shows it works out speed and time left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a job.

    Parameters
    ----------
    job : str
        What runs, as a plain word: ``predict``, ``train``.
    done, total : int
        Steps; `total` is 0 while unknown.
    text : str
        What is happening now, one short phrase.
    problem : str
        One sentence about something skipped (an image that cannot be read), else empty.
    """

    job: str
    done: int
    total: int
    text: str = ""
    problem: str = ""


Report = Callable[[Progress], None]
"""Takes each step; raises `Cancelled` when the person asked to stop. One with `wishes` says what is wanted next."""


_asked: ContextVar[Callable[[], None]] = ContextVar("asked", default=lambda: None)


@contextmanager
def stopped_by(check: Callable[[], None]) -> Iterator[None]:
    """While it lasts, `go_on` in this thread asks `check`, which raises `Cancelled` once the person wants it."""
    before = _asked.set(check)
    try:
        yield
    finally:
        _asked.reset(before)


def go_on() -> None:
    """Ask whether to, where something is waited for that reports nothing.

    Raises
    ------
    Cancelled
        When the person asked to stop.
    """
    _asked.get()()


def wished(report: Report) -> str | None:
    """What the person at the window wants done before the rest, if anything: the id of an image."""
    wishes: deque[str] | None = getattr(report, "wishes", None)
    return wishes.popleft() if wishes else None


def silent(_: Progress) -> None:
    """Report to nobody."""
