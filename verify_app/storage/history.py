"""The record read back: events and versions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verify_app.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One frozen dataset. `folder` is where it was last written; `summary` its counts."""

    id: int
    name: str
    digest: str
    receipt: str
    folder: str
    parent: int | None
    summary: Mapping[str, Any]


def versions(reader: Reader) -> list[VersionRow]:
    """Every version, oldest first."""
    rows = reader.rows("SELECT key AS id, name, digest, receipt, folder, parent, summary FROM version ORDER BY key")
    return [VersionRow(**dict(row) | {"summary": json.loads(row["summary"])}) for row in rows]


def events(reader: Reader, image_id: int | None = None) -> Iterator[dict[str, Any]]:
    """Events oldest first, those of one image or all; each with its changes and the first image it names."""
    if image_id is None:
        found = reader.connection.execute("SELECT * FROM event ORDER BY id")
    else:
        sql = "SELECT * FROM event WHERE id IN (SELECT event_id FROM change WHERE image_id = ?) ORDER BY id"
        found = reader.connection.execute(sql, (image_id,))
    names = {s.id: s.name for s in reader.sources()}
    for row in found:
        sql = "SELECT what, key, before, after, image_id FROM change WHERE event_id = ? ORDER BY seq"
        changes = reader.rows(sql, row["id"])
        about = next((c[4] for c in changes if c[4] is not None), None)
        yield {**dict(row), "image": _name(reader, about, names), "changes": [tuple(c)[:4] for c in changes]}


def _name(reader: Reader, image_id: int | None, sources: Mapping[int, str]) -> str | None:
    if image_id is None:
        return None
    source_id, path = tuple(reader.rows("SELECT source_id, path FROM image WHERE id = ?", image_id)[0])
    return f"{sources[source_id]}/{path}"
