"""What was measured on the gold images, and what was changed on them after a model's answer was seen."""

from __future__ import annotations

import json
from typing import NamedTuple

from verify_app.storage.queries.history import evaluations
from verify_app.storage.reader import Reader


class CorrectedLabel(NamedTuple):
    """A gold label that somebody changed, added or removed once a model's answer had been on show.

    Parameters
    ----------
    image : str
        ``<source>/<relative path>``.
    cls : str
        Its class, now or before it was removed.
    was, now : str or None
        Its grade before and after; None of one that was added, or that is gone.
    """

    image: str
    label: int
    cls: str
    was: str | None
    now: str | None
    by: str
    event: int


def measured(reader: Reader) -> list[list[str]]:
    """SHA-256 of the models of every evaluation, in order."""
    return [[one["sha256"] for one in said["models"]] for said in evaluations(reader)]


def corrected(reader: Reader) -> list[CorrectedLabel]:
    """Gold labels that were changed after a model's answer was seen, newest last.

    An answer was seen once a blind image was revealed, or, of any other image, when it had been completed and a model
    had looked at it, or was measured on it object by object, before the change. What was undone, and what is now as it
    was, is not told.
    """
    seen = _seen_from(reader)
    sql = (
        "SELECT c.key, c.image_id, c.before, c.after, e.id, e.actor, s.name || '/' || i.path "
        "FROM image_state i JOIN source s ON s.key = i.source_id JOIN change c ON c.image_id = i.key "
        "JOIN event e ON e.id = c.event_id "
        "WHERE i.gold = 1 AND i.removed = 0 AND c.what = 'label' AND e.kind != 'agent' ORDER BY c.event_id, c.seq"
    )
    names = {c.id: c.name for c in reader.classes(merged=True)}
    first: dict[int, dict[str, object] | None] = {}
    last: dict[int, tuple[dict[str, object] | None, int, str, str]] = {}
    for key, image_id, before, after, event, actor, image in map(tuple, reader.rows(sql)):
        if event > seen.get(image_id, event):
            first.setdefault(key, json.loads(before) if before else None)
            last[key] = (json.loads(after) if after else None, event, actor, image)
    found = []
    for key, (now, event, actor, image) in last.items():
        was = first[key]
        if _same(was, now):
            continue
        cls = names.get(int(str((now or was or {}).get("class_id", 0))), "")
        grades = [None if row is None else str(row["grade"]) for row in (was, now)]
        found.append(CorrectedLabel(image, key, cls, grades[0], grades[1], actor, event))
    return sorted(found, key=lambda one: (one.event, one.label))


def _seen_from(reader: Reader) -> dict[int, int]:
    """The event from which on a model's answer could be seen beside the finished labels, by gold image."""
    gold = "SELECT key FROM image_state WHERE gold = 1 AND removed = 0"
    looked = (
        "SELECT r.image_id, min((SELECT k.event_id FROM run_chunk k WHERE k.key <= r.id ORDER BY k.key DESC LIMIT 1)) "
        f"FROM run_image r WHERE r.image_id IN ({gold}) GROUP BY r.image_id"
    )
    finished = (
        "SELECT key, min(event_id) FROM change WHERE what = 'mark' AND json_extract(after, '$.complete') = 1 "
        f"AND key IN ({gold}) GROUP BY key"
    )
    shown = (
        "SELECT v.image_id, min(e.id) FROM event e JOIN reveal v ON v.id = json_extract(e.detail, '$.facts[0].first') "
        f"WHERE e.op = 'reveal' AND v.image_id IN ({gold}) GROUP BY v.image_id"
    )
    told = (
        "SELECT i.key, min(c.event_id) FROM change c "
        "JOIN json_each(json_extract(c.after, '$.value'), '$.detail[0].matches') m "
        "JOIN image_state i ON substr(i.sha256, 1, 20) = m.key "
        "WHERE c.what = 'setting' AND c.key LIKE 'evaluation:%' AND c.after IS NOT NULL "
        f"AND i.key IN ({gold}) GROUP BY i.key"
    )
    done = {row[0]: row[1] for row in reader.rows(finished)}
    found = {row[0]: max(row[1], done[row[0]]) for row in reader.rows(looked) if row[0] in done}
    for image_id, event in map(tuple, reader.rows(told)):
        if image_id in done:
            found[image_id] = min(found.get(image_id, event), max(event, done[image_id]))
    for (image_id,) in map(tuple, reader.rows("SELECT DISTINCT image_id FROM blind")):
        found.pop(image_id, None)  # what is hidden nobody has seen
    return found | {row[0]: row[1] for row in reader.rows(shown)}


def _same(was: dict[str, object] | None, now: dict[str, object] | None) -> bool:
    """Whether the object is as it was: the same class and region, or none before and none now."""
    if was is None or now is None:
        return was is now
    return (was["class_id"], was["region"]) == (now["class_id"], now["region"])
