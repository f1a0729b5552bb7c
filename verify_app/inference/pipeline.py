"""Pictures through a model, decoding ahead of it on other threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Detection, Scan
from verify_app.imaging.reading.header import read_bytes
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.imaging.reading.probe import modified_at, scan_bytes, unread
from verify_app.inference.engine import Engine
from verify_app.inference.postprocess import Answer
from verify_app.inference.preprocess import Prepared
from verify_app.inference.time_limit import Lanes, TookTooLong, Work

Item = TypeVar("Item")

LARGE = 40_000_000
"""Pixels above which only one picture at a time is decoded, so that memory stays bounded."""


class Outcome(NamedTuple, Generic[Item]):
    """What became of one picture.

    Parameters
    ----------
    item : object
        As it was given.
    scan : Scan
        Of the very bytes the model saw; `scan.problem` says why it saw nothing.
    detections : list of Detection
        Highest confidence first; empty when there is a problem.
    """

    item: Item
    scan: Scan
    detections: list[Detection]


def detections(
    engine: Engine,
    items: Iterable[Item],
    *,
    conf: float,
    read: Callable[[Item], Path],
    batch: int | None = None,
    threads: int | None = None,
) -> Generator[Outcome[Item], None, None]:
    """Run a model over pictures.

    Each file is read once: digest, size and pixels come from the same bytes. A picture that cannot be used is
    yielded with its problem and the rest goes on. Closing the generator stops at once and joins its threads.

    Parameters
    ----------
    engine : Engine
    items : iterable
        What to look at, taken only as far ahead as needed.
    conf : float
        Confidences above it count.
    read : callable
        The file of an item.
    batch : int, optional
        Pictures given to the model at once; default `engine.batch`.
    threads : int, optional
        Threads that decode; default one for every two cores, 8 at most: decoding is the smaller part of the work.

    Yields
    ------
    Outcome
        In the order of `items`.

    Raises
    ------
    UserError
        When the model itself fails, or takes too long (`TookTooLong`, naming the first picture concerned).
    """
    threads = threads or max(1, min(8, (os.cpu_count() or 1) // 2))
    pool = ThreadPoolExecutor(threads, thread_name_prefix="decode")
    lanes = Lanes(engine.lanes, "model")
    try:
        groups = _groups(engine, iter(items), read, batch or engine.batch, threads + engine.lanes - 1, pool)
        yield from _through(engine, groups, conf, read, pool, lanes)
    finally:
        lanes.close()
        pool.shutdown(wait=True, cancel_futures=True)


Looked = tuple[Item, Scan, Prepared | None]
Reading = tuple[Item, Scan, Future[list[Detection]] | None]
Asked = tuple[list[Looked[Item]], Work[list[Answer]], float]


def _through(
    engine: Engine,
    groups: Iterable[list[Looked[Item]]],
    conf: float,
    read: Callable[[Item], Path],
    pool: ThreadPoolExecutor,
    lanes: Lanes,
) -> Iterator[Outcome[Item]]:
    """Groups through the model; while it looks at some, the answers to the last are read (outlines take a while)."""
    late: list[Reading[Item]] = []
    asked: deque[Asked[Item]] = deque()

    def answered() -> list[Reading[Item]]:
        group, answer, seconds = asked.popleft()
        try:
            found = iter(answer.within(seconds, each=engine.seconds))
        except TookTooLong as error:
            first = next(item for item, _, ready in group if ready is not None)
            raise TookTooLong(M("{name}: {reason}", name=read(first).name, reason=error)) from error
        return [
            (item, scan, None if ready is None else pool.submit(engine.read, next(found), ready, conf=conf))
            for item, scan, ready in group
        ]

    try:
        for group in groups:
            prepared = [ready for _, _, ready in group if ready is not None]
            asked.append((group, lanes.submit(_answer, engine, prepared, conf), engine.allowed(len(prepared))))
            if len(asked) > engine.lanes:
                now = answered()
                yield from _outcomes(late)
                late = now
        while asked:
            now = answered()
            yield from _outcomes(late)
            late = now
    except UserError:
        yield from _outcomes(late)  # what was found before is not lost
        raise
    yield from _outcomes(late)


def _answer(engine: Engine, prepared: list[Prepared], conf: float) -> list[Answer]:
    return engine.answer(prepared, conf=conf) if prepared else []


def _outcomes(group: Iterable[Reading[Item]]) -> Iterator[Outcome[Item]]:
    for item, scan, reading in group:
        yield Outcome(item, scan, [] if reading is None else reading.result())


def _groups(
    engine: Engine,
    items: Iterator[Item],
    read: Callable[[Item], Path],
    batch: int,
    threads: int,
    pool: ThreadPoolExecutor,
) -> Iterator[list[Looked[Item]]]:
    """Up to `batch` pictures at a time, in order, while as many and a few more are being decoded behind them."""
    one_large = Lock()
    waiting: deque[tuple[Item, Future[tuple[Scan, Prepared | None]]]] = deque()

    def fill_up() -> None:
        for item in islice(items, batch + threads - len(waiting)):
            waiting.append((item, pool.submit(_look, read(item), engine, one_large)))

    fill_up()
    while waiting:
        group = [waiting.popleft() for _ in range(min(batch, len(waiting)))]
        looked = [(item, *future.result()) for item, future in group]
        fill_up()  # before the model starts, so that the threads have work meanwhile
        yield looked


def _look(path: Path, engine: Engine, one_large: Lock) -> tuple[Scan, Prepared | None]:
    """Read, check, decode and fit one file; only the small picture for the model is kept."""
    modified = modified_at(path)
    try:
        data = read_bytes(path)
    except UserError as error:
        return unread(path, str(error)), None
    scan = scan_bytes(data, modified=modified)
    if scan.problem:
        return scan, None
    try:
        if scan.width * scan.height > LARGE:
            with one_large:
                return scan, engine.prepare(to_array(open_rgb(data)))
        return scan, engine.prepare(to_array(open_rgb(data)))
    except UserError as error:
        return scan._replace(width=0, height=0, problem=str(error)), None
