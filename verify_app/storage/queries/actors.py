"""Everybody who has acted in a project, by name."""

from __future__ import annotations

from collections.abc import Iterator

from verify_app.core.vocabulary import ActorKind
from verify_app.storage.reader import Reader

_NAMES = (
    "WITH RECURSIVE found(name) AS (SELECT min(actor) FROM event UNION ALL "
    "SELECT (SELECT min(actor) FROM event WHERE actor > name) FROM found WHERE name IS NOT NULL) "
    "SELECT name FROM found WHERE name IS NOT NULL"
)
"""Each name once, from name to name along the index: a project has millions of events and a handful of names."""

_FIRST = "SELECT id FROM event WHERE actor = ? AND kind = ? ORDER BY id LIMIT 1"
_PERSON = (
    "SELECT 1 FROM (SELECT 1 FROM label WHERE by = ? AND by_kind = 'human' UNION ALL "
    "SELECT 1 FROM mark WHERE by = ? AND by_kind = 'human') LIMIT 1"
)
"""Whether a name that a program or somebody simulated acts under is also a person's whom an import named."""


def names(reader: Reader, kind: ActorKind = ActorKind.HUMAN) -> list[str]:
    """Names under which this kind of actor has done something, the first one first; then people that imports named."""
    found = [(first, name) for name in _every(reader) if (first := reader.one(_FIRST, name, kind.value)) is not None]
    known = [name for _, name in sorted(found)]
    if kind is ActorKind.HUMAN:
        others = set(_every(reader))
        named = (row[0] for row in reader.rows("SELECT name FROM reviewer ORDER BY name") if row[0] not in known)
        known += [name for name in named if name not in others or reader.one(_PERSON, name, name) is not None]
    return known


def _every(reader: Reader) -> Iterator[str]:
    return (row[0] for row in reader.rows(_NAMES))
