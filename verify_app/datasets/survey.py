"""A look at every candidate's file before anything is counted: its bytes are read once, for their digest and format."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.progress import Progress, Report, silent
from verify_app.datasets.candidates import Candidate, FileMark, Pool
from verify_app.imaging.header import read_bytes, untrainable

CHANGED = "The file has changed since it was last looked at; look at the folder again and review it."

_THREADS = min(4, os.cpu_count() or 1)
_BATCH = 256


def survey(pool: Pool, *, report: Report = silent) -> Pool:
    """The pool with the problems of its files: missing, changed, or such that Ultralytics' loader would drop them.

    Sound candidates get a mark, by which `version.write` sees that they have not been touched since and need not be
    read again.
    """
    found: list[Candidate] = []
    with ThreadPoolExecutor(_THREADS) as threads:
        for batch in batches(pool.candidates, _BATCH):
            report(Progress("export", len(found), len(pool.candidates), "reading images"))
            found += threads.map(look, batch)
    return replace(pool, candidates=tuple(found))


def look(candidate: Candidate) -> Candidate:
    """The same for one candidate. Never raises for a bad file."""
    if candidate.problem is not None:
        return candidate
    try:
        # the mark is taken first: bytes that change while being read do not fit it afterwards
        mark = file_mark(candidate.file)
        data = read_bytes(candidate.file)
    except (UserError, OSError, ValueError) as error:
        return replace(candidate, problem=str(error) if isinstance(error, UserError) else "The file is missing.")
    if hashlib.sha256(data).hexdigest() != candidate.sha256:
        return replace(candidate, problem=CHANGED)
    return replace(candidate, problem=untrainable(data, name=candidate.file.name), mark=mark)


def file_mark(file: Path) -> FileMark:
    """What tells whether a file was touched.

    Raises
    ------
    OSError
        When there is none.
    """
    stat = file.stat()
    return FileMark(stat.st_size, stat.st_mtime_ns, stat.st_ino)


def batches(items: Iterable[Candidate], size: int) -> Iterator[Sequence[Candidate]]:
    """`items` in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
