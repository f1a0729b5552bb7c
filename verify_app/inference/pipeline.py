"""Pictures through a model, decoding ahead of it on other threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Detection, PictureStat, Scan
from verify_app.imaging.reading.header import read_bytes
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.imaging.reading.picture_stat import picture_stat
from verify_app.imaging.reading.probe import modified_at, scan_bytes, unread
from verify_app.inference.engine import Engine
from verify_app.inference.postprocess import ModelOutput
from verify_app.inference.preprocess import Prepared
from verify_app.inference.time_limit import Lanes, TookTooLong, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Item = TypeVar("Item")

LARGE = 40_000_000
"""Pixels above which only one picture at a time is decoded, so that memory stays bounded."""


class PictureResult(NamedTuple, Generic[Item]):
    """What became of one picture.

    Parameters
    ----------
    item : object
        As it was given.
    scan : Scan
        Of the very bytes the model saw; `scan.problem` says why it saw nothing.
    detections : list of Detection
        Highest confidence first; empty when there is a problem.
    stat : PictureStat or None
        None when there is a problem.
    vector : (d,) float32 array or None
        The picture as the model sees it, if the engine was opened for that (`Engine.embedding`).
    """

    item: Item
    scan: Scan
    detections: list[Detection]
    stat: PictureStat | None = None
    vector: NDArray[np.float32] | None = None


def detections(
    engine: Engine,
    items: Iterable[Item],
    *,
    conf: float,
    read: Callable[[Item], Path],
    batch: int | None = None,
    threads: int | None = None,
) -> Generator[PictureResult[Item], None, None]:
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
    PictureResult
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


def only_look(items: Iterable[Item], *, read: Callable[[Item], Path]) -> Generator[PictureResult[Item], None, None]:
    """The same without a model: what each file is, and the numbers of its picture; parameters as `detections`."""
    threads = max(1, min(8, (os.cpu_count() or 1) // 2))
    pool = ThreadPoolExecutor(threads, thread_name_prefix="decode")
    try:
        for group in _groups(None, iter(items), read, 1, threads, pool):
            yield from _outcomes((item, seen, None) for item, seen in group)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Seen(NamedTuple):
    """One file, and what the model is to look at; only the small picture is kept."""

    scan: Scan
    ready: Prepared | None = None
    stat: PictureStat | None = None


Read = tuple[list[Detection], "NDArray[np.float32] | None"]
Looked = tuple[Item, _Seen]
Reading = tuple[Item, _Seen, Future[Read] | None]
Asked = tuple[list[Looked[Item]], Work[list[ModelOutput]], float]


def _through(
    engine: Engine,
    groups: Iterable[list[Looked[Item]]],
    conf: float,
    read: Callable[[Item], Path],
    pool: ThreadPoolExecutor,
    lanes: Lanes,
) -> Iterator[PictureResult[Item]]:
    """Groups through the model; while it looks at some, the answers to the last are read (outlines take a while)."""
    late: list[Reading[Item]] = []
    asked: deque[Asked[Item]] = deque()

    def answered() -> list[Reading[Item]]:
        group, answer, seconds = asked.popleft()
        try:
            found = iter(answer.within(seconds, each=engine.seconds))
        except TookTooLong as error:
            first = next(item for item, seen in group if seen.ready is not None)
            raise TookTooLong(M("{name}: {reason}", name=read(first).name, reason=error)) from error
        return [
            (item, seen, pool.submit(_read, engine, next(found), seen.ready, conf) if seen.ready else None)
            for item, seen in group
        ]

    try:
        for group in groups:
            prepared = [seen.ready for _, seen in group if seen.ready is not None]
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


def _answer(engine: Engine, prepared: list[Prepared], conf: float) -> list[ModelOutput]:
    return engine.answer(prepared, conf=conf) if prepared else []


def _read(engine: Engine, answer: ModelOutput, prepared: Prepared, conf: float) -> Read:
    return engine.read(answer, prepared, conf=conf), engine.embedding(answer, prepared)


def _outcomes(group: Iterable[Reading[Item]]) -> Iterator[PictureResult[Item]]:
    for item, seen, reading in group:
        found, vector = ([], None) if reading is None else reading.result()
        yield PictureResult(item, seen.scan, found, seen.stat, vector)


def _groups(
    engine: Engine | None,
    items: Iterator[Item],
    read: Callable[[Item], Path],
    batch: int,
    threads: int,
    pool: ThreadPoolExecutor,
) -> Iterator[list[Looked[Item]]]:
    """Up to `batch` pictures at a time, in order, while as many and a few more are being decoded behind them."""
    one_large = Lock()
    waiting: deque[tuple[Item, Future[_Seen]]] = deque()

    def fill_up() -> None:
        for item in islice(items, batch + threads - len(waiting)):
            waiting.append((item, pool.submit(_look, read(item), engine, one_large)))

    fill_up()
    while waiting:
        group = [waiting.popleft() for _ in range(min(batch, len(waiting)))]
        looked = [(item, future.result()) for item, future in group]
        fill_up()  # before the model starts, so that the threads have work meanwhile
        yield looked


def _look(path: Path, engine: Engine | None, one_large: Lock) -> _Seen:
    """Read, check and decode one file, and fit it for the model if there is one."""
    modified = modified_at(path)
    try:
        data = read_bytes(path)
    except UserError as error:
        return _Seen(unread(path, str(error)))
    scan = scan_bytes(data, modified=modified)
    if scan.problem:
        return _Seen(scan)
    try:
        with one_large if scan.width * scan.height > LARGE else nullcontext():
            pixels = to_array(open_rgb(data))
            return _Seen(scan, engine.prepare(pixels) if engine else None, picture_stat(pixels))
    except UserError as error:
        return _Seen(scan._replace(width=0, height=0, problem=str(error)))
