"""Rows for composing datasets: images with what decides whether they may come in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from verify_app.core.geometry import Region
from verify_app.core.receipt.receipt import Completion
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, Origin
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import LOOKED, region_of

_IDS = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class PoolRow:
    """One image: its state, its file and the standing assignment of its bytes.

    `held` names another image with the same bytes that keeps this one out, as ``flagged:`` or ``blind:`` and its name.

    `group_origin` and `group_gold` are those of all images with the same bytes: the weakest origin, any reservation.
    `complete` says whose word it is that nothing is missing; None of an image that is not complete.
    """

    id: int
    name: str
    root: str
    path: str
    sha256: str
    bytes: int
    width: int
    height: int
    state: ImageState
    origin: Origin
    real_verified: bool
    gold: bool
    flagged: bool
    labels: int
    verified: int
    stale: int
    imported: int
    proposals: int
    blind: str | None
    split: str | None
    look: str | None
    source_id: int
    held: str | None
    group_origin: Origin
    group_gold: bool
    complete: Completion | None


_WEAKEST = (Origin.REAL, Origin.UNKNOWN, Origin.SYNTHETIC)


def pool_rows(reader: Reader, image_ids: Sequence[int]) -> list[PoolRow]:
    """The images, by id."""
    sql = (
        "SELECT i.key AS id, s.name || '/' || i.path AS name, s.root, i.path, i.sha256, c.bytes, i.width, i.height, "
        "i.state, i.origin, i.real_verified, i.gold, i.flag IS NOT NULL AS flagged, i.labels, i.verified, "
        "i.stale, i.imported, "
        "i.proposals, i.blind, a.split, a.look, i.source_id, m.by, m.by_kind, m.grade, m.door, "
        "(SELECT max(CASE coalesce(o.declared, o.origin) WHEN 'synthetic' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END) "
        "FROM image_state o WHERE o.sha256 = i.sha256) AS group_origin, "
        "(SELECT CASE WHEN o.flag IS NOT NULL THEN 'flagged:' ELSE 'blind:' END || t.name || '/' || o.path "
        "FROM image_state o JOIN source t ON t.key = o.source_id WHERE o.sha256 = i.sha256 AND o.key <> i.key "
        "AND o.removed = 0 AND (o.flag IS NOT NULL OR coalesce(o.blind, 'settled') <> 'settled') "
        "ORDER BY o.key LIMIT 1) AS held, "
        "(SELECT max(o.gold) FROM image_state o WHERE o.sha256 = i.sha256 AND o.removed = 0) AS group_gold "
        "FROM image_state i JOIN source s ON s.key = i.source_id "
        "JOIN scan c ON c.id = (SELECT max(id) FROM scan WHERE image_id = i.key) "
        "LEFT JOIN mark m ON m.key = i.key "
        f"LEFT JOIN assignment a ON a.key = i.sha256 WHERE i.key IN {_IDS} ORDER BY i.key"
    )
    return [_row(dict(row)) for row in reader.rows(sql, json.dumps(list(image_ids)))]


def _row(values: dict[str, Any]) -> PoolRow:
    flags = {name: bool(values[name]) for name in ("real_verified", "gold", "flagged", "group_gold")}
    state = ImageState(values["state"])
    kinds = {"state": state, "origin": Origin(values["origin"])}
    said = tuple(values.pop(name) for name in ("by", "by_kind", "grade", "door"))
    done = {"complete": _completion(*said) if state.done else None}
    return PoolRow(**(values | flags | kinds | done | {"group_origin": _WEAKEST[values["group_origin"] or 0]}))


@lru_cache(maxsize=1_000)
def _completion(by: str, kind: str, grade: str | None, door: str | None) -> Completion:
    return Completion(by, Grade(grade or LOOKED), ActorKind(kind), Door(door or Door.UNKNOWN))


def ever_trained(reader: Reader) -> frozenset[str]:
    """SHA-256 of every image that was in train of any version."""
    return frozenset(row[0] for row in reader.rows("SELECT DISTINCT sha256 FROM version_item WHERE split = 'train'"))


def likely_proposals(reader: Reader, image_ids: Sequence[int], conf: float) -> dict[int, list[int]]:
    """Project class of each prediction of an image's newest run from `conf` on; a forecast of what is on it."""
    classes = reader.class_map()
    found: dict[int, list[int]] = defaultdict(list)
    sql = (
        "SELECT p.image_id, p.class_id FROM image_state i JOIN prediction p ON p.image_id = i.key AND "
        f"p.run_id = i.run_id WHERE i.key IN {_IDS} AND p.conf >= ? "
        "AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.key = p.id)"
    )
    for image_id, class_id in map(tuple, reader.rows(sql, json.dumps(list(image_ids)), conf)):
        found[image_id].append(classes.get(class_id, class_id))
    return found


def image_digests(reader: Reader, image_ids: Sequence[int]) -> dict[int, str]:
    """SHA-256 of images by id."""
    sql = f"SELECT key, sha256 FROM image_state WHERE key IN {_IDS}"
    return {row[0]: row[1] for row in reader.rows(sql, json.dumps(list(image_ids)))}


def files_of(reader: Reader, digests: Sequence[str]) -> dict[str, list[str]]:
    """By SHA-256: the files of the project that have or had these bytes, those that have them now first."""
    sql = (
        "SELECT c.sha256, s.root || '/' || i.path FROM scan c JOIN image i ON i.id = c.image_id "
        "JOIN source s ON s.key = i.source_id WHERE c.sha256 IN (SELECT value FROM json_each(?)) "
        "GROUP BY c.sha256, i.id ORDER BY max(c.id) DESC, i.id"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for sha256, file in map(tuple, reader.rows(sql, json.dumps(list(digests)))):
        found[sha256].append(file)
    return found


def confident_proposals(
    reader: Reader, image_ids: Sequence[int], conf: float
) -> dict[int, list[tuple[int, Region, str]]]:
    """Project class, region and the model's SHA-256 of each proposal from `conf` on, of images with proposals only.

    These are predictions of the newest run, on images without a label and on which nobody has decided anything.
    """
    classes = reader.class_map()
    found: dict[int, list[tuple[int, Region, str]]] = defaultdict(list)
    sql = (
        "SELECT p.image_id, p.class_id, p.region, m.sha256 FROM image_state i JOIN prediction p ON p.image_id = i.key "
        "AND p.run_id = i.run_id JOIN run r ON r.id = p.run_id JOIN model m ON m.key = r.model_id "
        f"WHERE i.key IN {_IDS} AND i.labels = 0 AND p.conf >= ? "
        "AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.image_id = i.key) ORDER BY p.id"
    )
    for image_id, class_id, region, sha256 in map(tuple, reader.rows(sql, json.dumps(list(image_ids)), conf)):
        found[image_id].append((classes.get(class_id, class_id), region_of(region), sha256))
    return found
