"""The cached summary of each image: what `core` says of it, so that lists, counts and the queue are quick.

`image_state` has a row of each image, `image_block` the records that orders and filters read, 64 images in each.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from verify_app.core.derive import Pile, labelled, proposals, summarize
from verify_app.core.overlap_groups import heaps
from verify_app.core.queue import codec
from verify_app.core.queue.entry import Standing, names_of, reviewer_key, standing
from verify_app.core.trials.blind import BlindStage
from verify_app.storage.queries.disagreements import open_differences
from verify_app.storage.reader import Reader, among
from verify_app.storage.summaries import omission_odds
from verify_app.storage.summaries.counted_labels import by_image, only_imported
from verify_app.storage.summaries.known_image import KnownImage
from verify_app.storage.summaries.tally_rows import count_anew, settle

CHUNK = 500

COLUMNS = (
    "key", "source_id", "path", "sha256", "width", "height", "problem", "origin", "gold", "removed", "flag",
    "state", "real_verified", "run_id", "proposals", "labels", "verified", "imported", "stale", "fix_later", "blind",
    "declared",
)  # fmt: skip

_STORED = (
    f"SELECT {', '.join(f's.{column}' for column in COLUMNS)}, o.model_id, o.cells "
    "FROM image_state s LEFT JOIN image_odds o ON o.key = s.key"
)
_PUT = f"INSERT OR REPLACE INTO image_state ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


class Derived(NamedTuple):
    """All that is cached of one image.

    Its row of `COLUMNS`, its place in the queue, who decided something on it, what it tells of its model.
    """

    row: tuple[Any, ...]
    standing: Standing
    reviewers: Mapping[int, str]
    told: omission_odds.Told | None


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
    for chunk in chunks(sorted(image_ids)):
        found = list(summaries(reader, chunk, counts=only_imported(reader, chunk, fresh)))
        before = _stored(reader, chunk)
        _put_rows(reader, before, [each.row for each in found])
        names = {key: name for each in found for key, name in each.reviewers.items()}
        reader.connection.executemany("INSERT OR IGNORE INTO reviewer (key, name) VALUES (?, ?)", names.items())
        _put_blocks(reader, [each.standing for each in found], event_id)
        parts = {
            row["key"]: omission_odds.Told(row["model_id"], row["cells"]) for row in before if row["cells"] is not None
        }
        omission_odds.put(reader, parts, {each.row[0]: each.told for each in found})


def refresh_all(connection: sqlite3.Connection) -> None:
    """Work everything out anew, as a migration does."""
    reader = Reader(connection)
    ids = [row[0] for row in connection.execute("SELECT id FROM image ORDER BY id")]
    refresh(reader, ids, int(reader.one("SELECT coalesce(max(id), 0) FROM event")))
    count_anew(reader)
    omission_odds.count_anew(reader)


def _stored(reader: Reader, image_ids: Sequence[int]) -> list[sqlite3.Row]:
    """What is cached of these images so far: the summary, and what each tells of its model."""
    these, value = among(image_ids)
    return reader.rows(f"{_STORED} WHERE s.key {these}", value)


def _put_rows(reader: Reader, before: Sequence[sqlite3.Row], rows: Sequence[tuple[Any, ...]]) -> None:
    """Store the summaries that are new or others, and bring the counts of them up to date."""
    there = {row["key"]: tuple(row)[: len(COLUMNS)] for row in before}
    rows = [row for row in rows if there.get(row[0]) != row]
    reader.connection.executemany(_PUT, rows)
    others = {row[0] for row in rows}
    after = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    settle(reader, [row for row in before if row["key"] in others], after)


def _put_blocks(reader: Reader, images: Iterable[Standing], event_id: int) -> None:
    by_block: dict[int, list[Standing]] = defaultdict(list)
    for image in images:
        by_block[image.image_id // codec.SIZE].append(image)
    these, value = among(list(by_block))
    sql = f"SELECT key, records, tags FROM image_block WHERE key {these}"
    there = {row[0]: (row[1], row[2]) for row in reader.rows(sql, value)}
    rows = []
    for number, members in by_block.items():
        before = there.get(number, (codec.EMPTY, b""))
        after = codec.put(*before, members)
        if after != before:
            rows.append((number, event_id, *after))
    sql = "INSERT OR REPLACE INTO image_block (key, event_id, records, tags) VALUES (?, ?, ?, ?)"
    reader.connection.executemany(sql, rows)


def summaries(
    reader: Reader, image_ids: Sequence[int], *, counts: Mapping[int, Mapping[int, int]] | None = None
) -> Iterator[Derived]:
    """What is cached of these images, worked out anew from facts and decisions; `counts` as from `only_imported`."""
    for known in reader.images(image_ids, counts=counts).values():
        yield _derived(reader, known)


def _derived(reader: Reader, known: KnownImage) -> Derived:
    image_id, evidence, run_id = known.image_id, known.evidence, known.run_id
    source_id, _, path, gold, removed, declared = known.place
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
    told = None if removed else omission_odds.of_image(reader, image_id, run_id, evidence)
    return Derived(row, record, {reviewer_key(name): name for name in names_of(evidence)}, told)


def chunks(ids: Iterable[int], size: int = CHUNK) -> Iterator[list[int]]:
    """Split ids into lists of at most `size`."""
    iterator = iter(ids)
    while chunk := list(islice(iterator, size)):
        yield chunk
