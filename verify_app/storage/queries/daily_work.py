"""What people did on each day, as the record has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from verify_app.storage.reader import Reader


class WorkDay(NamedTuple):
    """One person's work on one day of this computer's calendar."""

    day: str
    """As ``2026-11-30``."""
    by: str
    images: int
    """Completed, each once."""
    objects: int
    """Labels made or changed and predictions rejected, each once."""


_DONE = (
    "SELECT date(e.time, 'localtime') AS day, e.actor, "
    "count(DISTINCT CASE WHEN c.what = 'mark' AND json_extract(c.after, '$.complete') = 1 THEN c.key END), "
    "count(DISTINCT CASE WHEN c.what = 'label' OR json_extract(c.after, '$.verdict') IN ('rejected', 'fix_later') "
    "THEN c.what || c.key END) "
    "FROM event e CROSS JOIN change c ON c.event_id = e.id "
    "WHERE e.id >= ? AND e.kind IN (SELECT value FROM json_each(?)) AND e.door IN ('window', 'unknown') "
    "AND e.op IN (SELECT value FROM json_each(?)) AND c.what IN ('label', 'verdict', 'mark') AND c.after IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM event u WHERE u.inverts = e.id AND u.op = 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id)) "
    "GROUP BY 1, 2 HAVING count(*) > 0 ORDER BY 1, 2"
)


def daily_work(reader: Reader, since: str, ops: Iterable[str]) -> list[WorkDay]:
    """What was done in the window from a day on, oldest first; what was undone does not count.

    Parameters
    ----------
    since : str
        The first day, as ``2026-11-30``.
    ops : iterable of str
        The operations that count as work on an image.
    """
    first = reader.one("SELECT min(id) FROM event WHERE date(time, 'localtime') >= ?", since)
    if first is None:
        return []
    kinds = '["human", "simulated"]' if reader.simulated_counts else '["human"]'
    return [WorkDay(*tuple(row)) for row in reader.rows(_DONE, first, kinds, json.dumps(sorted(ops)))]
