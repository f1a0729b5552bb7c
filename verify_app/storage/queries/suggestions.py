"""Suggestions read back, and who took responsibility for files of lines."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from verify_app.core.suggestions import Suggestion, newest
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import region_of

_IDS = "(SELECT value FROM json_each(?))"
_COLUMNS = "s.id, s.image_id, s.sha256, s.op, s.by, s.prediction_id, s.label_id, s.class_id, s.region, s.detail"
_OPEN = f"SELECT {_COLUMNS} FROM suggestion s JOIN suggested t ON t.key = s.id AND t.state = 'open'"


def open_ones(reader: Reader, image_id: int) -> list[Suggestion]:
    """What programs suggest about an image and nobody has taken up, put away or withdrawn; on whatever bytes."""
    rows = reader.rows(f"{_OPEN} WHERE s.image_id = ? ORDER BY s.id", image_id)
    return [_suggestion(row, reader) for row in rows] if rows else []


def said_before(reader: Reader, made: Suggestion, region: str | None) -> bool:
    """Whether the program's last word on the very thing is this already; `region` as stored."""
    if made.op == "draw":
        same = "s.op = 'draw' AND s.class_id = ? AND s.region = ? AND s.sha256 = ?"
        values = (made.class_id, region, made.sha256)
        return bool(
            reader.rows(f"{_OPEN} WHERE s.image_id = ? AND s.by = ? AND {same}", made.image_id, made.by, *values)
        )
    sql = f"{_OPEN} WHERE s.image_id = ? AND s.by = ? AND s.op <> 'draw' ORDER BY s.id"
    mine = [_suggestion(row, reader) for row in reader.rows(sql, made.image_id, made.by)]
    return any(each.content == made.content for each in newest(mine))


def suggested_on(reader: Reader, image_ids: Sequence[int]) -> dict[int, list[Suggestion]]:
    """The same of several images; those without are left out."""
    found: dict[int, list[Suggestion]] = defaultdict(list)
    for row in reader.rows(f"{_OPEN} WHERE s.image_id IN {_IDS} ORDER BY s.id", json.dumps(list(image_ids))):
        found[row[1]].append(_suggestion(row, reader))
    return found


def suggestion(reader: Reader, suggestion_id: int) -> Suggestion | None:
    """One of them, open or not."""
    rows = reader.rows(f"SELECT {_COLUMNS} FROM suggestion s WHERE s.id = ?", suggestion_id)
    return _suggestion(rows[0], reader) if rows else None


def count(reader: Reader) -> int:
    """How many nobody has taken up, put away or withdrawn, nor decided on what they are about; of the bytes of now."""
    sql = (
        "SELECT count(*) FROM suggestion s JOIN suggested t ON t.key = s.id AND t.state = 'open' "
        "JOIN image_state i ON i.key = s.image_id AND i.sha256 = s.sha256 AND i.removed = 0 "
        "AND coalesce(i.blind, 'settled') = 'settled' LEFT JOIN verdict v ON v.key = s.prediction_id "
        "LEFT JOIN mark m ON m.key = s.image_id WHERE (v.key IS NULL OR v.verdict IN ('fix_later', 'dismissed')) "
        "AND NOT (s.op IN ('complete', 'empty') AND coalesce(m.complete, 0))"
    )
    return int(reader.one(sql))


def authors(reader: Reader, suggestion_ids: Sequence[int]) -> dict[int, str]:
    """Who suggested these."""
    sql = f"SELECT id, by FROM suggestion WHERE id IN {_IDS}"
    return {row[0]: row[1] for row in reader.rows(sql, json.dumps(list(suggestion_ids)))}


_VOUCHED = (
    "SELECT t.key, json_extract(e.detail, '$.vouched.sha256') AS digest FROM {table} t JOIN change c "
    "ON c.what = '{table}' AND c.key = t.key JOIN event e ON e.id = c.event_id "
    f"WHERE t.key IN {_IDS} AND t.door = 'decide' AND digest IS NOT NULL AND json_extract(c.after, '$.by') = t.by "
    "AND json_extract(c.after, '$.{bound}') = t.{bound} ORDER BY e.id"
)
_BOUND = {"label": "bound", "mark": "sha256"}


def vouched(reader: Reader, what: str, keys: Sequence[int]) -> dict[int, str]:
    """By key of labels (`what` ``label``) or images (``mark``): SHA-256 of the file of lines that verified them.

    Those that were verified in another way are left out.
    """
    sql = _VOUCHED.format(table=what, bound=_BOUND[what])
    return {row[0]: row[1] for row in reader.rows(sql, json.dumps(list(keys)))}


def looks_until_vouched(reader: Reader, sha256: str) -> int | None:
    """Number of the last look at a file when a file of lines was vouched for first; None when it never was."""
    if reader.one("SELECT 1 FROM vouch WHERE sha256 = ? LIMIT 1", sha256) is None:
        return None
    vouch = reader.one("SELECT min(id) FROM event WHERE op = 'vouch' AND json_extract(detail, '$.sha256') = ?", sha256)
    sql = (
        "SELECT max(json_extract(f.value, '$.last')) FROM event e, json_each(e.detail, '$.facts') f "
        "WHERE e.id < ? AND json_extract(f.value, '$.table') = 'scan'"
    )
    return int(reader.one(sql, vouch) or 0)


def digest_then(reader: Reader, image_id: int, last_look: int) -> str | None:
    """SHA-256 of an image as it was at a look or before; None when nobody had looked at it."""
    sql = "SELECT sha256 FROM scan WHERE image_id = ? AND id <= ? ORDER BY id DESC LIMIT 1"
    found = reader.one(sql, image_id, last_look)
    return None if found is None else str(found)


def flagged_by(reader: Reader, what: str, key: int) -> tuple[str, str] | None:
    """Name and kind of whoever set the flag that a label (``label``) or an image (``mark``) has; None without one."""
    sql = (
        "SELECT e.actor, e.kind, json_extract(c.before, '$.flag') AS was, json_extract(c.after, '$.flag') AS now "
        "FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = ? AND c.key = ? ORDER BY c.event_id DESC"
    )
    for actor, kind, was, now in map(tuple, reader.connection.execute(sql, (what, key))):
        if now is None:
            return None
        if was != now:
            return actor, kind
    return None


def _suggestion(row: Any, reader: Reader) -> Suggestion:
    said = Suggestion(*row)
    class_id = None if said.class_id is None else reader.class_map().get(said.class_id, said.class_id)
    region = None if row["region"] is None else region_of(row["region"])
    return said._replace(class_id=class_id, region=region)
