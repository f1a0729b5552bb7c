"""What publishers say of the splits of their images: insert-only facts, the newest of an image counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from verify_app.storage.reader import Reader
from verify_app.storage.summaries.image_summary import chunks

if TYPE_CHECKING:
    from verify_app.storage.transaction import Transaction

SPLIT_AGAIN = "split_again:"
"""The setting, and after it a source's id, by which a person puts its statements aside."""


def record(tx: Transaction, said: Mapping[int, str], evidence: str) -> None:
    """Record what is stated of images; what is on record already is not recorded again."""
    for ids in chunks(sorted(said)):
        known = stated(tx.read, ids)
        rows = [(i, said[i], evidence) for i in ids if said[i] and known.get(i) != said[i]]
        tx.facts("stated_split", rows)


def stated(reader: Reader, image_ids: Sequence[int]) -> dict[int, str]:
    """The split that is stated of each of these images, whatever anybody says of their sources."""
    sql = (
        "SELECT image_id, split FROM stated_split WHERE id IN (SELECT max(id) FROM stated_split "
        "WHERE image_id IN (SELECT value FROM json_each(?)) GROUP BY image_id)"
    )
    return {row[0]: row[1] for row in reader.rows(sql, json.dumps(list(image_ids)))}


def binding(reader: Reader) -> dict[int, str]:
    """The same of all images, without those of sources that are to be split again."""
    sql = (
        "SELECT f.image_id, f.split FROM stated_split f JOIN image i ON i.id = f.image_id WHERE f.id IN "
        "(SELECT max(id) FROM stated_split GROUP BY image_id) AND NOT EXISTS "
        f"(SELECT 1 FROM setting t WHERE t.key = '{SPLIT_AGAIN}' || i.source_id)"
    )
    return {row[0]: row[1] for row in reader.rows(sql)}


def states_any(reader: Reader, source_id: int) -> bool:
    """Whether anything is stated of a source's images."""
    sql = "SELECT 1 FROM stated_split f JOIN image i ON i.id = f.image_id WHERE i.source_id = ? LIMIT 1"
    return reader.one(sql, source_id) is not None


def was_exported(reader: Reader, source_id: int) -> bool:
    """Whether an image of the source has its split for ever."""
    low, high = f"{source_id}/", f"{source_id}0"  # every place that begins with the id and a slash
    return reader.one("SELECT 1 FROM assignment WHERE place >= ? AND place < ? LIMIT 1", low, high) is not None
