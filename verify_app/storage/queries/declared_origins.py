"""What was said of the origin of bytes, apart from the images that have them now: it outlives every one of them.

An entity by SHA-256. `synthetic` is kept when the image that it was said of goes (removed, or other bytes in its place)
or was never taken in; `real` or `unknown` is a named act with a reason, which goes before whatever was said earlier.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_app.core.vocabulary import Origin
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.storage.transaction import Transaction

_IDS = "(SELECT value FROM json_each(?))"


ORIGINS = tuple(sorted(Origin, key=lambda origin: origin.weakness))
"""By how weak they are."""

_WEAKNESS = " ".join(("CASE {}", *(f"WHEN '{origin}' THEN {origin.weakness}" for origin in ORIGINS), "END"))
_OF_BYTES = f"max({_WEAKNESS.format('coalesce(o.declared, o.origin)')})"
COUNTS_AS = f"(SELECT {_OF_BYTES} FROM image_state o WHERE o.sha256 = i.sha256)"
"""Place in `ORIGINS` of what image `i` of ``image_state`` counts as, whatever it is by itself."""


def counting_otherwise(reader: Reader) -> dict[int, Origin]:
    """What images count as by others that have or had the same bytes, where it is not what they are by themselves."""
    sql = (
        f"SELECT i.key, w.worst FROM (SELECT o.sha256, {_OF_BYTES} AS worst FROM image_state o GROUP BY o.sha256 "
        "HAVING count(*) > 1 OR max(o.declared) IS NOT NULL) w JOIN image_state i ON i.sha256 = w.sha256 "
        f"WHERE i.removed = 0 AND {_WEAKNESS.format('i.origin')} <> w.worst"
    )
    return {row[0]: ORIGINS[row[1]] for row in reader.rows(sql)}


def last_said(reader: Reader) -> tuple[int, int]:
    """The newest event and look by which an image can have come to count as something else."""
    said = "SELECT coalesce(max(event_id), 0) FROM change WHERE what IN ('attribute', 'declared', 'source')"
    return int(reader.one(said)), int(reader.one("SELECT coalesce(max(id), 0) FROM scan"))


def weakest(reader: Reader, digests: Iterable[str]) -> dict[str, Origin]:
    """The origin of bytes by what was said of them and of every image that has them, removed ones too."""
    sql = f"SELECT o.sha256, {_OF_BYTES} FROM image_state o WHERE o.sha256 IN {_IDS} GROUP BY o.sha256"
    return {row[0]: ORIGINS[row[1]] for row in reader.rows(sql, json.dumps(sorted(set(digests))))}


def declared(reader: Reader, digests: Iterable[str]) -> set[str]:
    """Those of which a named act says what they are."""
    sql = f"SELECT key FROM declared WHERE reason IS NOT NULL AND key IN {_IDS}"
    return {row[0] for row in reader.rows(sql, json.dumps(sorted(set(digests))))}


def digests_of(reader: Reader, image_ids: Iterable[int]) -> dict[int, str]:
    """SHA-256 of images."""
    sql = f"SELECT key, sha256 FROM image_state WHERE key IN {_IDS} ORDER BY key"
    return {row[0]: row[1] for row in reader.rows(sql, json.dumps(sorted(set(image_ids))))}


def synthetic_bytes(reader: Reader, image_ids: Iterable[int]) -> list[str]:
    """SHA-256 of those of the images that are synthetic by themselves or their source."""
    sql = f"SELECT sha256 FROM image_state WHERE origin = 'synthetic' AND key IN {_IDS} ORDER BY key"
    return [row[0] for row in reader.rows(sql, json.dumps(sorted(set(image_ids))))]


def of_source(reader: Reader, source_id: int) -> list[int]:
    """Images of a source, removed ones too: what is said of it holds for their bytes, wherever else these lie."""
    sql = "SELECT key FROM image_state WHERE source_id = ? ORDER BY key"
    return [row[0] for row in reader.rows(sql, source_id)]


def lifted(tx: Transaction, digests: Iterable[str]) -> list[str]:
    """Those of which a named act has said that they are not synthetic."""
    sql = f"SELECT key FROM declared WHERE origin <> 'synthetic' AND key IN {_IDS} ORDER BY key"
    return [row[0] for row in tx.read.rows(sql, json.dumps(sorted(set(digests))))]


def keep_synthetic(tx: Transaction, digests: Iterable[str]) -> None:
    """Remember that these bytes are synthetic, unless a named act has said otherwise."""
    for sha256 in sorted(set(digests)):
        if tx.get("declared", sha256) is None:
            tx.put("declared", sha256, {"origin": Origin.SYNTHETIC.value, "reason": None})


def say(tx: Transaction, digests: Iterable[str], origin: Origin, reason: str | None) -> None:
    """What a person says of these bytes now; with a reason it goes before everything said so far.

    Without one it can only weaken: an earlier act stands for as much as is left of it.
    """
    every = sorted(set(digests))
    if reason is not None and origin is not Origin.SYNTHETIC:
        for sha256 in every:
            tx.put("declared", sha256, {"origin": origin.value, "reason": reason})
        return
    for sha256 in lifted(tx, every):
        row = tx.get("declared", sha256)
        assert row is not None
        if origin is Origin.SYNTHETIC:
            tx.put("declared", sha256, None)
        elif origin.weakness > Origin(row["origin"]).weakness:
            tx.put("declared", sha256, {**row, "origin": origin.value})
