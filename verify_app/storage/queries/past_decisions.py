"""People's decisions from before doors were recorded, and those of them that perhaps came through scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from verify_app.storage.reader import Reader

_DECISIONS = (
    "('accept', 'correct', 'reject', 'fix_later', 'draw', 'edit', 'delete', 'complete', 'empty', 'classify', 'settle', "
    "'take_model', 'keep_human')"
)
_AT_ONCE = (
    "0 = (SELECT e.ms FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = '{table}' AND c.key = t.key "
    f"AND e.actor = t.by AND e.kind = 'human' AND e.door = 'unknown' AND e.op IN {_DECISIONS} "
    "ORDER BY c.event_id DESC LIMIT 1)"
)
"""Whoever looks at a screen takes more than no time; that is also how long a line of a script took."""
_OLD = {
    "label": "t.door IS NULL OR t.door = 'unknown'",
    "mark": "t.complete = 1 AND (t.door IS NULL OR t.door = 'unknown')",
}
_OLD_EVENT = (
    "EXISTS (SELECT 1 FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = '{table}' AND c.key = t.key "
    "AND e.actor = t.by AND e.door = 'unknown')"
)
DECIDED = ("label", "verdict", "mark", "kept", "settled")
"""What a person's decision can be on record as."""


class Perhaps(NamedTuple):
    """How much of one person's word perhaps came through scripts."""

    by: str
    labels: int
    images: int
    """Completed ones."""


def perhaps_scripts(reader: Reader) -> list[Perhaps]:
    """Human decisions that took no time and came through a door that is not known, by name."""
    labels, images = (Counter(by for by, _ in _found(reader, what, zero_ms=True)) for what in ("label", "mark"))
    return [Perhaps(by, labels[by], images[by]) for by in sorted(labels.keys() | images.keys())]


def decided(reader: Reader, what: str, by: str, *, zero_ms: bool) -> list[int]:
    """Keys of what a person of this name decided before doors were recorded.

    Parameters
    ----------
    what : str
        One of `DECIDED`.
    zero_ms : bool
        Only what took no time, and was not attested.
    """
    return [key for name, key in _found(reader, what, zero_ms=zero_ms) if name == by]


def _found(reader: Reader, what: str, *, zero_ms: bool) -> list[tuple[str, int]]:
    old = _OLD.get(what, _OLD_EVENT.format(table=what))
    sql = f"SELECT t.by, t.key FROM {what} t WHERE t.by_kind = 'human' AND ({old})"
    if zero_ms:
        sql += " AND t.grade IS NOT 'attested'" if what in _OLD else ""
        sql += f" AND {_AT_ONCE.format(table=what)}"
    return [tuple(row) for row in reader.rows(sql + " ORDER BY t.key")]


_WITHDRAWN = (
    "SELECT DISTINCT s.sha256, json_extract(e.detail, '$.name') FROM (SELECT DISTINCT sha256, image_id FROM scan "
    "WHERE sha256 IN (SELECT value FROM json_each(?))) s CROSS JOIN change c ON c.image_id = s.image_id "
    "CROSS JOIN event e ON e.id = c.event_id AND e.op = 'mark_agent' WHERE NOT EXISTS (SELECT 1 FROM event u "
    "WHERE u.inverts = e.id AND u.op = 'undo' AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id))"
)


def withdrawn(reader: Reader, digests: Sequence[str]) -> dict[str, set[str]]:
    """By SHA-256: of whom somebody has said that what they decided on images with these bytes was a program's."""
    found: dict[str, set[str]] = {}
    for sha256, name in map(tuple, reader.rows(_WITHDRAWN, json.dumps(list(digests)))):
        found.setdefault(sha256, set()).add(name)
    return found
