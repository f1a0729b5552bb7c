"""The cached summary of each image: what `core` says of it, so that lists, counts and the queue are quick.

`image_state` has a row of each image, `image_block` the records that orders and filters read, 64 images in each.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from verify_app.core import blocks
from verify_app.core.blind import BlindStage
from verify_app.core.derive import Evidence, Pile, labelled, proposals, summarize
from verify_app.core.folding import heaps
from verify_app.core.standing import Standing, names_of, reviewer_key, standing
from verify_app.storage import odds
from verify_app.storage.counted import by_image, only_imported
from verify_app.storage.disagreements import open_differences
from verify_app.storage.reader import Reader
from verify_app.storage.tallying import Watch, count_anew

CHUNK = 500

COLUMNS = (
    "key", "source_id", "path", "sha256", "width", "height", "problem", "origin", "gold", "removed", "flag",
    "state", "real_verified", "run_id", "proposals", "labels", "verified", "imported", "stale", "fix_later", "blind",
    "declared",
)  # fmt: skip
SHA = COLUMNS.index("sha256")


class Derived(NamedTuple):
    """All that is cached of one image.

    Its row of `COLUMNS`, its place in the queue, who decided something on it, what it tells of its model.
    """

    row: tuple[Any, ...]
    standing: Standing
    reviewers: Mapping[int, str]
    told: odds.Told | None


def refresh(
    reader: Reader, image_ids: Iterable[int], event_id: int, *, imported: Mapping[tuple[int, int], int] | None = None
) -> None:
    """Bring the summaries of these images up to date, inside the caller's transaction; `event_id` is its event.

    Parameters
    ----------
    imported : mapping of (image id, class id) to number, optional
        Labels that came in with this transaction, if it did nothing else to labels: where there was none before, they
        need not be read.
    """
    fresh = by_image(imported or {})
    marks = ", ".join("?" * len(COLUMNS))
    statement = f"INSERT OR REPLACE INTO image_state ({', '.join(COLUMNS)}) VALUES ({marks})"
    for chunk in chunks(sorted(image_ids)):
        found = list(summaries(reader, chunk, counts=only_imported(reader, chunk, fresh)))
        watch = Watch(reader, chunk, [each.row[SHA] for each in found])
        reader.connection.executemany(statement, [each.row for each in found])
        names = {key: name for each in found for key, name in each.reviewers.items()}
        reader.connection.executemany("INSERT OR IGNORE INTO reviewer (key, name) VALUES (?, ?)", names.items())
        _put_blocks(reader, [each.standing for each in found], event_id)
        odds.put(reader, {each.row[0]: each.told for each in found})
        watch.settle()


def refresh_all(connection: sqlite3.Connection) -> None:
    """Work everything out anew, as a migration does."""
    reader = Reader(connection)
    ids = [row[0] for row in connection.execute("SELECT id FROM image ORDER BY id")]
    refresh(reader, ids, int(reader.one("SELECT coalesce(max(id), 0) FROM event")))
    count_anew(reader)
    odds.count_anew(reader)


def _put_blocks(reader: Reader, images: Iterable[Standing], event_id: int) -> None:
    by_block: dict[int, list[Standing]] = defaultdict(list)
    for image in images:
        by_block[image.image_id // blocks.SIZE].append(image)
    sql = "SELECT key, records, tags FROM image_block WHERE key IN (SELECT value FROM json_each(?))"
    there = {row[0]: (row[1], row[2]) for row in reader.rows(sql, json.dumps(list(by_block)))}
    rows = []
    for number, members in by_block.items():
        before = there.get(number, (blocks.EMPTY, b""))
        after = blocks.put(*before, members)
        if after != before:
            rows.append((number, event_id, *after))
    sql = "INSERT OR REPLACE INTO image_block (key, event_id, records, tags) VALUES (?, ?, ?, ?)"
    reader.connection.executemany(sql, rows)


def summaries(
    reader: Reader, image_ids: Sequence[int], *, counts: Mapping[int, Mapping[int, int]] | None = None
) -> Iterator[Derived]:
    """What is cached of these images, worked out anew from facts and decisions; `counts` as from `only_imported`."""
    runs = reader.newest_runs(image_ids)
    sql = (
        "SELECT i.id, i.source_id, i.path, coalesce(a.gold, 0), coalesce(a.removed, 0), "
        "(SELECT d.origin FROM declared d WHERE d.key = "
        "(SELECT sha256 FROM scan WHERE image_id = i.id ORDER BY id DESC LIMIT 1)) FROM image i "
        "LEFT JOIN attribute a ON a.key = i.id WHERE i.id IN (SELECT value FROM json_each(?))"
    )
    places = {row[0]: tuple(row) for row in reader.rows(sql, json.dumps(list(image_ids)))}
    counts = {i: each for i, each in (counts or {}).items() if i not in runs}  # else they are compared with a run's
    for image_id, evidence in reader.evidence(image_ids, runs=runs, counts=counts).items():
        yield _derived(reader, evidence, places[image_id], runs.get(image_id))


def _derived(reader: Reader, evidence: Evidence, place: tuple[Any, ...], run_id: int | None) -> Derived:
    image_id, source_id, path, gold, removed, declared = place
    wanted = proposals(evidence)
    piles: list[Pile] = heaps(wanted)
    scan, said = evidence.scan, summarize(evidence, piles=piles)
    flag = evidence.mark.flag
    if flag is None:
        flag = labelled(evidence).flag
    row = (
        image_id, source_id, path, scan.sha256, scan.width, scan.height, scan.problem, evidence.origin.value,
        gold, removed, flag, said.state.value, int(said.real_verified), run_id, said.proposals,
        said.labels, said.verified, said.imported, said.stale, said.fix_later,
        evidence.blind.value if evidence.blind else None, declared,
    )  # fmt: skip
    record = standing(
        evidence,
        said,
        proposals=wanted,
        piles=piles,
        differences=open_differences(reader, image_id, run_id, evidence, wanted) if run_id else [],
        # what a run says of a blind image is nobody's business yet, so it does not count as looked at
        place=(image_id, source_id, 0 if evidence.blind is BlindStage.HIDDEN else run_id or 0),
        gold=bool(gold),
        removed=bool(removed),
        flagged=flag is not None,
    )
    told = None if removed else odds.of_image(reader, image_id, run_id, evidence)
    return Derived(row, record, {reviewer_key(name): name for name in names_of(evidence)}, told)


def chunks(ids: Iterable[int], size: int = CHUNK) -> Iterator[list[int]]:
    """Split ids into lists of at most `size`."""
    iterator = iter(ids)
    while chunk := list(islice(iterator, size)):
        yield chunk
