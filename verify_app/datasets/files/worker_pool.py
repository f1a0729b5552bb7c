"""Many small tasks on files: alone, or by several threads where that is quicker."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

BATCH = 512
_THREADS = min(4, os.cpu_count() or 1)
_TASK = 32
"""Files a thread takes at once: handing over a task costs as much as hashing a small picture."""
_LARGE = 1 << 15
"""Bytes a file has at least, on average, for threads to gain by hashing: they need not wait for Python meanwhile."""
_BUSY = 0.5
"""With less of the time spent computing, the disk is what is waited for, and several may wait at once."""

_Item = TypeVar("_Item")
_Found = TypeVar("_Found")


class Crew:
    """Does the first batch alone and sees by it whether threads would gain: on a network disk they do, else seldom.

    Parameters
    ----------
    size : float
        Mean bytes that a task hashes; 0 where it hashes nothing.
    """

    def __init__(self, size: float = 0) -> None:
        self._several: bool | None = True if size >= _LARGE else None
        self._threads = ThreadPoolExecutor(_THREADS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._threads.shutdown(cancel_futures=True)

    def map(self, work: Callable[[_Item], _Found], batch: Sequence[_Item]) -> Iterator[_Found]:
        """What `work` gives for each, in order."""
        if self._several is None:
            start, busy = time.perf_counter(), time.thread_time()
            found = [work(item) for item in batch]
            self._several = time.thread_time() - busy < _BUSY * (time.perf_counter() - start)
            yield from found
        elif self._several:
            for some in self._threads.map(lambda part: [work(item) for item in part], parts(batch, _TASK)):
                yield from some
        else:
            for item in batch:
                yield work(item)


def parts(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    """`items` in slices of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
