"""A row of the database as the record that it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from verify_app.core.geometry import Box, Region
from verify_app.core.records import Label, Mark, Prediction, Ruling, Scan
from verify_app.core.regions import region_from
from verify_app.core.vocabulary import ActorKind, Door, Grade, Verdict

LOOKED = Grade.ACCEPTED
"""How strong an old mark's word is: who did not attest has looked."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


def region_text(region: Region) -> str:
    """A region as stored: ``{"box":[x1,y1,x2,y2]}``, ``{"polygon":[...]}`` and so on, by its kind."""
    return _encode({region.kind: region.data()})


@lru_cache(maxsize=20_000)
def region_of(text: str) -> Region:
    """The region that `region_text` wrote."""
    ((kind, data),) = json.loads(text).items()
    if kind == "box":
        return Box(*data)
    return region_from(kind, data)


def kind_of(text: str | None) -> ActorKind | None:
    return None if text is None else ActorKind(text)


def scan_of(row: sqlite3.Row) -> Scan:
    return Scan(row["sha256"], row["bytes"], row["width"], row["height"], row["problem"], row["modified"])


def mark_of(row: sqlite3.Row) -> Mark:
    said = Mark(row["id"], bool(row["complete"]), row["by"], kind_of(row["by_kind"]), row["marked"], row["flag"])
    if not said.complete:
        return said
    # of old marks it is not known through which door they came
    return said._replace(door=Door(row["mark_door"] or Door.UNKNOWN), grade=Grade(row["mark_grade"] or LOOKED))


def label_of(row: sqlite3.Row | Mapping[str, Any]) -> Label:
    return Label(
        id=row["key"],
        image_id=row["image_id"],
        class_id=row["class_id"],
        region=region_of(row["region"]),
        grade=Grade(row["grade"]),
        by=row["by"],
        by_kind=kind_of(row["by_kind"]),
        bound=row["bound"],
        prediction_id=row["prediction_id"],
        imported_id=row["imported_id"],
        flag=row["flag"],
        door=None if row["by"] is None else Door(row["door"] or "unknown"),
        suggestion_id=row["suggestion_id"],
    )


def ruling_of(row: sqlite3.Row | Mapping[str, Any], said: Prediction, *, current: bool) -> Ruling:
    """The verdict on a prediction."""
    return Ruling(said, Verdict(row["verdict"]), row["label_id"], row["by"], current)


def prediction_of(row: sqlite3.Row, classes: Mapping[int, int]) -> Prediction:
    raw = row["class_id"]
    return Prediction(
        row["id"],
        row["image_id"],
        row["run_id"],
        classes.get(raw, raw),
        region_of(row["region"]),
        row["conf"],
    )
