"""The cached summary of each image: what `core.derive` says, kept in a table so that lists and counts are quick."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from verify_app.core.derive import summarize
from verify_app.storage.reader import Reader

CHUNK = 500

COLUMNS = (
    "key", "source_id", "path", "sha256", "width", "height", "problem", "origin", "gold", "removed", "flag",
    "state", "real_verified", "run_id", "proposals", "labels", "verified", "imported", "stale", "fix_later",
)  # fmt: skip


def refresh(reader: Reader, image_ids: Iterable[int]) -> None:
    """Bring the summaries of these images up to date, inside the caller's transaction."""
    marks = ", ".join("?" * len(COLUMNS))
    statement = f"INSERT OR REPLACE INTO image_state ({', '.join(COLUMNS)}) VALUES ({marks})"
    for chunk in chunks(sorted(image_ids)):
        reader.connection.executemany(statement, summaries(reader, chunk))


def summaries(reader: Reader, image_ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Rows of `COLUMNS` worked out anew from facts and decisions."""
    runs = reader.newest_runs(image_ids)
    sql = (
        "SELECT i.id, i.source_id, i.path, coalesce(a.gold, 0), coalesce(a.removed, 0) FROM image i "
        "LEFT JOIN attribute a ON a.key = i.id WHERE i.id IN (SELECT value FROM json_each(?))"
    )
    places = {row[0]: row for row in reader.rows(sql, json.dumps(list(image_ids)))}
    for image_id, evidence in reader.evidence(image_ids, runs=runs).items():
        _, source_id, path, gold, removed = places[image_id]
        scan, said = evidence.scan, summarize(evidence)
        flag = evidence.mark.flag
        if flag is None:
            flag = next((label.flag for label in evidence.labels if label.flag), None)
        yield (
            image_id, source_id, path, scan.sha256, scan.width, scan.height, scan.problem, evidence.origin.value,
            gold, removed, flag, said.state.value, int(said.real_verified), runs.get(image_id), said.proposals,
            said.labels, said.verified, said.imported, said.stale, said.fix_later,
        )  # fmt: skip


def chunks(ids: Iterable[int], size: int = CHUNK) -> Iterator[list[int]]:
    """Split ids into lists of at most `size`."""
    iterator = iter(ids)
    while chunk := list(islice(iterator, size)):
        yield chunk
