"""Splits for ever: which bytes are assigned where, what they look like, where they lay; and what lay there before."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import NamedTuple

from verify_app.storage.reader import Reader

PLAIN = "plain"
"""The look, as stored, of a picture that shows too little to be compared; NULL is: not known yet."""


class AssignedSplit(NamedTuple):
    """Bytes that have a place: assigned for ever, or reserved for gold. `name` is that of an image that has them."""

    sha256: str
    split: str
    name: str
    look: str | None


def standing(reader: Reader) -> list[AssignedSplit]:
    """All of them, by SHA-256."""
    sql = (
        "SELECT a.key, a.split, coalesce((SELECT s.name || '/' || i.path FROM image_state i JOIN source s "
        "ON s.key = i.source_id WHERE i.sha256 = a.key ORDER BY i.key LIMIT 1), 'an image that was removed'), a.look "
        "FROM assignment a UNION ALL SELECT i.sha256, 'gold', s.name || '/' || i.path, NULL FROM image_state i "
        "JOIN source s ON s.key = i.source_id WHERE i.gold = 1 AND i.removed = 0 "
        "AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.key = i.sha256) ORDER BY 1, 3"
    )
    return [AssignedSplit(*row) for row in reader.rows(sql)]


def look_text(look: int | None) -> str:
    """A look as stored."""
    return PLAIN if look is None else f"{look:016x}"


def look_from(text: str | None) -> int | None:
    """The look that `look_text` wrote; None for a plain surface, and for what is not known."""
    return None if text is None or text == PLAIN else int(text, 16)


def place_text(source_id: int, path: str) -> str:
    """Where a file lies, as stored: source and relative path."""
    return f"{source_id}/{path}"


def earlier(reader: Reader) -> dict[int, str]:
    """Of each image whose bytes are new to the project and unassigned: the assigned bytes that last lay in its place.

    Bytes that were seen somewhere else before say by themselves what they are, so that a place says nothing of them.
    """
    sql = (
        "SELECT i.key, i.sha256, coalesce((SELECT c.sha256 FROM scan c JOIN assignment a ON a.key = c.sha256 "
        "WHERE c.image_id = i.key ORDER BY c.id DESC LIMIT 1), "
        "(SELECT min(a.key) FROM assignment a WHERE a.place = i.source_id || '/' || i.path)) AS was "
        "FROM image_state i WHERE i.removed = 0 AND was IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM assignment b WHERE b.key = i.sha256)"
    )
    found = [tuple(row) for row in reader.rows(sql)]
    sql = (
        "SELECT sha256, image_id FROM scan WHERE id IN (SELECT min(id) FROM scan WHERE sha256 IN "
        "(SELECT value FROM json_each(?)) GROUP BY sha256)"
    )
    first = dict(map(tuple, reader.rows(sql, json.dumps(sorted({row[1] for row in found}))))) if found else {}
    return {image_id: was for image_id, sha256, was in found if first.get(sha256) == image_id}


def incomplete(reader: Reader) -> dict[str, dict[str, str | None]]:
    """Rows of assignments that lack a look or a place, by SHA-256: those of an earlier version of this program."""
    sql = "SELECT key, split, look, place FROM assignment WHERE look IS NULL OR place IS NULL"
    return {row[0]: {"split": row[1], "look": row[2], "place": row[3]} for row in reader.rows(sql)}


def files_now(reader: Reader, digests: list[str]) -> dict[str, list[tuple[str, str]]]:
    """By SHA-256: the images that have these bytes on record now, as ``(file, place)``, oldest first."""
    sql = (
        "SELECT i.sha256, s.root || '/' || i.path, i.source_id || '/' || i.path FROM image_state i "
        "JOIN source s ON s.key = i.source_id WHERE i.sha256 IN (SELECT value FROM json_each(?)) ORDER BY i.key"
    )
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sha256, file, place in map(tuple, reader.rows(sql, json.dumps(digests))):
        found[sha256].append((file, place))
    return found
