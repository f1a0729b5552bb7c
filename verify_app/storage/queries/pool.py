"""Rows for composing datasets: images with what decides whether they may come in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from verify_app.core.candidate_conditions import ImageFacts, alias_of, weakest_origin
from verify_app.core.geometry import Region
from verify_app.core.receipt.receipt import Completion
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, Origin
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import LOOKED, region_of

_IDS = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class PoolRow:
    """One image: its facts, its file and the standing assignment of its bytes.

    `group_origin` and `group_gold` are those of all images with the same bytes: the weakest origin, any reservation.
    `held` is why and by its name which of the others keeps this one out.
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
    proposals: int
    split: str | None
    look: str | None
    source_id: int
    facts: ImageFacts
    complete: Completion | None
    group_origin: Origin
    group_gold: bool
    held: tuple[str, str] | None


_FACTS = ", ".join(f"i.{column}" for column in ImageFacts._fields)


def pool_rows(reader: Reader, image_ids: Sequence[int]) -> list[PoolRow]:
    """The images, by id."""
    ids = json.dumps(list(image_ids))
    shared = _same_bytes(reader, ids)
    sql = (
        "SELECT i.key AS id, s.name || '/' || i.path AS name, s.root, i.path, i.sha256, c.bytes, i.width, i.height, "
        f"i.proposals, a.split, a.look, i.source_id, m.by, m.by_kind, m.grade, m.door, {_FACTS} "
        "FROM image_state i JOIN source s ON s.key = i.source_id "
        "JOIN scan c ON c.id = (SELECT max(id) FROM scan WHERE image_id = i.key) "
        "LEFT JOIN mark m ON m.key = i.key "
        f"LEFT JOIN assignment a ON a.key = i.sha256 WHERE i.key IN {_IDS} ORDER BY i.key"
    )
    return [_row(dict(row), shared) for row in reader.rows(sql, ids)]


class _Group(NamedTuple):
    """Images of the same bytes: what they are together, and id, reason and name of those that keep the others out."""

    origin: Origin
    gold: bool
    unsure: Sequence[tuple[int, str, str]] = ()


def _same_bytes(reader: Reader, ids: str) -> dict[str, _Group]:
    """By SHA-256, where several images have it; removed ones have a say in the origin."""
    sql = (
        f"SELECT i.sha256, i.key, s.name || '/' || i.path, {_FACTS} "
        "FROM image_state i JOIN source s ON s.key = i.source_id "
        f"WHERE i.sha256 IN (SELECT sha256 FROM image_state WHERE key IN {_IDS}) "
        "AND EXISTS (SELECT 1 FROM image_state o WHERE o.sha256 = i.sha256 AND o.key <> i.key) ORDER BY i.sha256, i.key"
    )
    found = {}
    for sha256, rows in groupby(map(tuple, reader.rows(sql, ids)), key=itemgetter(0)):
        there = [(key, name, alias_of(ImageFacts(*facts))) for _, key, name, *facts in rows]
        unsure = [(key, each.unsure, name) for key, name, each in there if each.unsure]
        origin = weakest_origin(each.origin for _, _, each in there)
        found[sha256] = _Group(origin, any(each.gold for _, _, each in there), unsure)
    return found


def _row(values: dict[str, Any], shared: Mapping[str, _Group]) -> PoolRow:
    facts = ImageFacts(*(values.pop(column) for column in ImageFacts._fields))
    said = tuple(values.pop(name) for name in ("by", "by_kind", "grade", "door"))
    alone = alias_of(facts)
    group = shared.get(values["sha256"], _Group(alone.origin, alone.gold))
    return PoolRow(
        **values,
        facts=facts,
        complete=_completion(*said) if ImageState(facts.state).done else None,
        group_origin=group.origin,
        group_gold=group.gold,
        held=next(((reason, name) for key, reason, name in group.unsure if key != values["id"]), None),
    )


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
