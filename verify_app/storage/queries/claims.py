"""What the record says of labels that came in: claims of their files, and who gave the labels of a version."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verify_app.core.receipt.receipt import Completion
from verify_app.core.vocabulary import ActorKind, Door, Grade
from verify_app.storage.entities import Row, recorded
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import LOOKED
from verify_app.storage.transaction import Transaction

_IDS = "(SELECT value FROM json_each(?))"


class Claim(NamedTuple):
    """What came in with an image: which labels may be vouched for (None: all), and whether nothing else is on it."""

    image_id: int
    sha256: str
    whole: bool
    labels: tuple[int, ...] | None = None


def claims(reader: Reader, image_ids: Sequence[int]) -> dict[int, Claim]:
    """The newest claim of each image; images that nothing was claimed of are left out."""
    sql = f"SELECT image_id, sha256, whole, labels FROM claim WHERE image_id IN {_IDS} ORDER BY id"
    rows = reader.rows(sql, json.dumps(list(image_ids)))
    return {row[0]: Claim(row[0], row[1], bool(row[2]), _labels(row[3])) for row in rows}


def _labels(text: str | None) -> tuple[int, ...] | None:
    return None if text is None else tuple(json.loads(text))


def put_claims(tx: Transaction, found: Iterable[Claim]) -> None:
    """Record claims; what is on record already is not said twice."""
    new = list(found)
    known = claims(tx.read, [claim.image_id for claim in new])
    rows = [
        (c.image_id, c.sha256, int(c.whole), None if c.labels is None else json.dumps(c.labels))
        for c in new
        if known.get(c.image_id) != c
    ]
    tx.facts("claim", rows)


@dataclass(slots=True)
class Said:
    """What the record says of one image of a version.

    Parameters
    ----------
    kinds : mapping of str to set of ActorKind
        As what each who is named on its labels has acted there.
    complete : Completion or None
    """

    kinds: dict[str, set[ActorKind]] = field(default_factory=lambda: defaultdict(set))
    complete: Completion | None = None


def written(reader: Reader, digest: str) -> int | None:
    """The event that put a version with this receipt on record; None when no version of the project had it."""
    sql = (
        "SELECT min(event_id) FROM change WHERE what = 'version' AND after IS NOT NULL "
        "AND json_extract(after, '$.receipt') = ?"
    )
    found: int | None = reader.one(sql, digest)
    return found


def said_before(reader: Reader, event_id: int, digests: Sequence[str]) -> dict[str, Said]:
    """By SHA-256: who had said what of images with these bytes when an event happened."""
    found: dict[str, Said] = defaultdict(Said)
    marks: dict[str, dict[int, Completion | None]] = defaultdict(dict)
    sql = (
        "SELECT s.sha256, c.key, c.what, c.after FROM change c JOIN (SELECT DISTINCT sha256, image_id FROM scan "
        f"WHERE sha256 IN {_IDS}) s ON s.image_id = c.image_id "
        "WHERE c.what IN ('label', 'mark') AND c.event_id < ? ORDER BY c.event_id, c.seq"
    )
    for sha256, key, what, after in map(tuple, reader.rows(sql, json.dumps(list(digests)), event_id)):
        row = recorded(reader.connection, what, key, after) or {}
        if what == "label" and row.get("by") is not None:
            found[sha256].kinds[row["by"]].add(ActorKind(row["by_kind"]))
        elif what == "mark":
            done = bool(row.get("complete")) and row["sha256"] == sha256
            marks[sha256][key] = _completion(row) if done else None
    for sha256, said in marks.items():
        found[sha256].complete = next(filter(None, said.values()), None)
    return found


def _completion(row: Row) -> Completion:
    grade, door = Grade(row["grade"] or LOOKED), Door(row["door"] or Door.UNKNOWN)
    return Completion(row["by"], grade, ActorKind(row["by_kind"]), door)
