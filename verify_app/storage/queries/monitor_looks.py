"""What the monitor found whenever it looked: the trend is this history."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from verify_app.core.vocabulary import LookKind
from verify_app.storage.entities import dumps
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction


class MonitorLook(NamedTuple):
    """One look of the monitor.

    Parameters
    ----------
    kind : LookKind
        What it followed.
    subject : str
        Which version or model that was; empty when somebody asked.
    summary : dict
        What was found; plain JSON values.
    event : int
    time : str
        ISO 8601, UTC.
    actor : str
        Who looked, or started what it followed.
    """

    id: int
    kind: LookKind
    subject: str
    summary: dict[str, Any]
    event: int
    time: str
    actor: str


def put_look(tx: Transaction, kind: LookKind, subject: str, summary: Mapping[str, Any]) -> int:
    """Record what the monitor found, in an event `monitor` of its own; returns the look's id."""
    return tx.facts("monitor_look", [(kind.value, subject, dumps(dict(summary)))])[0]


def looks(reader: Reader) -> list[MonitorLook]:
    """Every look, oldest first."""
    sql = (
        "SELECT l.id, l.kind, l.subject, l.summary, e.id, e.time, e.actor "
        "FROM event e JOIN json_each(e.detail, '$.facts') f "
        "JOIN monitor_look l ON l.id BETWEEN json_extract(f.value, '$.first') AND json_extract(f.value, '$.last') "
        "WHERE e.op = 'monitor' AND json_extract(f.value, '$.table') = 'monitor_look' ORDER BY l.id"
    )
    return [MonitorLook(row[0], LookKind(row[1]), row[2], json.loads(row[3]), *row[4:]) for row in reader.rows(sql)]
