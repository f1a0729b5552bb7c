"""A look at every candidate's file before anything is counted: its bytes are read once, for their digest and format."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.gc_pause import uncollected
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.datasets.composition.candidates import Candidate, FileMark, Pool
from verify_app.datasets.files.worker_pool import BATCH, Crew, parts
from verify_app.imaging.reading.header import read_bytes, untrainable

CHANGED = M("The file has changed since it was last looked at; look at the folder again and review it.")

_SOUND_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"BM")
"""JPEG, PNG, BMP: what Ultralytics reads in any form. The recorded scan had the same digest, so it has checked the rest
of the picture; only other formats need a look at their header."""


@uncollected()
def survey(pool: Pool, *, report: Report = silent) -> Pool:
    """The pool with the problems of its files: missing, changed, or such that Ultralytics' loader would drop them.

    Sound candidates get a mark, by which `version.write` sees that they have not been touched since and need not be
    read again.
    """
    found: list[Candidate] = []
    with Crew(sum(c.bytes for c in pool.candidates) / max(1, len(pool.candidates))) as crew:
        for batch in parts(pool.candidates, BATCH):
            report(Progress("export", len(found), len(pool.candidates), M("reading images")))
            found += crew.map(look, batch)
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
        return replace(candidate, problem=str(error) if isinstance(error, UserError) else M("The file is missing."))
    if hashlib.sha256(data).hexdigest() != candidate.sha256:
        return replace(candidate, problem=CHANGED)
    problem = None if data.startswith(_SOUND_STARTS) else untrainable(data, name=candidate.file.name)
    return replace(candidate, problem=problem, mark=mark)


def file_mark(file: Path) -> FileMark:
    """What tells whether a file was touched.

    Raises
    ------
    OSError
        When there is none.
    """
    return mark_of(file.stat())


def mark_of(stat: os.stat_result) -> FileMark:
    """The same from what the operating system says."""
    return FileMark(stat.st_size, stat.st_mtime_ns, stat.st_ino)
