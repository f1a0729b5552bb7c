"""The record read back: events and versions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from verify_app.storage.reader import Reader

KEPT_VERSION = "version:"
"""Setting that keeps a version's receipt and the ids of its classes, by its composition: JSON."""


FORECAST = "forecast:"
"""Setting that keeps what was forecast as a version was exported, by its name: JSON."""


class Writing(NamedTuple):
    """One receipt of a version and the folder it was written to.

    `linked` when that holds links to the sources; None where nobody knows, since the program made links where it could.
    """

    receipt: str
    folder: str
    linked: bool | None
    event: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One frozen dataset.

    Parameters
    ----------
    receipt, folder : str
        As it was last written.
    summary : mapping
        Its counts.
    written : tuple of Writing
        Every receipt and folder, newest last: the same images under other overrides have another receipt.
    """

    id: int
    name: str
    digest: str
    receipt: str
    folder: str
    parent: int | None
    summary: Mapping[str, Any]
    written: tuple[Writing, ...] = ()

    def has(self, receipt: str) -> bool:
        """Whether a receipt is one that was written for it."""
        return any(one.receipt == receipt for one in self.written)


def versions(reader: Reader) -> list[VersionRow]:
    """Every version, oldest first."""
    rows = reader.rows("SELECT key AS id, name, digest, receipt, folder, parent, summary FROM version ORDER BY key")
    written: dict[int, dict[tuple[str, str], Writing]] = {}
    # the record keeps what the table says no more
    sql = "SELECT key, after, event_id FROM change WHERE what = 'version' AND after IS NOT NULL ORDER BY event_id, seq"
    for key, after, event in reader.rows(sql) if rows else ():
        one = _writing(json.loads(after), event)
        known = written.setdefault(key, {})
        known.pop((one.receipt, one.folder), None)
        known[one.receipt, one.folder] = one
    return [
        VersionRow(
            **dict(row) | {"summary": json.loads(row["summary"]), "written": tuple(written.get(row["id"], {}).values())}
        )
        for row in rows
    ]


def _writing(row: Mapping[str, Any], event: int) -> Writing:
    return Writing(row["receipt"], row["folder"], json.loads(row["summary"]).get("linked"), event)


def receipt_texts(reader: Reader, composition: str) -> list[str]:
    """Every receipt that was kept of a version, oldest first."""
    sql = "SELECT after FROM change WHERE what = 'setting' AND key = ? AND after IS NOT NULL ORDER BY event_id, seq"
    rows = reader.rows(sql, KEPT_VERSION + composition)
    return [json.loads(json.loads(row[0])["value"])["receipt"] for row in rows]


def version_files(reader: Reader, version_id: int) -> Iterator[tuple[str, str]]:
    """SHA-256 of each image of a version, and its file below the version's folder."""
    sql = "SELECT sha256, name FROM version_item WHERE version_id = ?"
    return (tuple(row) for row in reader.connection.execute(sql, (version_id,)))


def last_event(reader: Reader) -> int:
    """Number of the newest event; 0 before any."""
    return int(reader.one("SELECT coalesce(max(id), 0) FROM event"))


def decided_since(reader: Reader, event: int) -> bool:
    """Whether anything happened after an event that may change what a version would hold; settings and looks do not."""
    sql = "SELECT 1 FROM event WHERE id > ? AND op NOT IN ('setting', 'monitor', 'embed', 'model_use', 'cycle') LIMIT 1"
    return bool(reader.rows(sql, event))


def version_items(reader: Reader, version_id: int) -> Iterator[tuple[str, str]]:
    """SHA-256 and record of each image of a version, in the order of its receipt.

    A record is the image's line of the receipt; since labels are kept too, the bytes of its label file follow.
    """
    sql = "SELECT sha256, record FROM version_item WHERE version_id = ? ORDER BY id"
    return (tuple(row) for row in reader.connection.execute(sql, (version_id,)))


def decisions_since(reader: Reader, version_id: int) -> list[tuple[str, str, bool]]:
    """Bytes of a version whose labels people have changed since it was written, or that they removed: by whom, last."""
    written = reader.one("SELECT min(event_id) FROM change WHERE what = 'version' AND key = ?", version_id)
    sql = (
        "SELECT i.sha256, e.actor, i.removed FROM change c JOIN event e ON e.id = c.event_id "
        "JOIN image_state i ON i.key = c.image_id WHERE c.event_id > ? AND e.kind = 'human' "
        "AND (c.what = 'label' OR (c.what = 'attribute' AND i.removed = 1)) "
        "AND i.sha256 IN (SELECT sha256 FROM version_item WHERE version_id = ?) ORDER BY c.event_id, c.seq"
    )
    found = {row[0]: (row[0], row[1], bool(row[2])) for row in reader.rows(sql, written or 0, version_id)}
    return [found[sha256] for sha256 in sorted(found)]


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


class EventRow(NamedTuple):
    """An event as the history of one image or label shows it; `undone` while a live undo takes it back."""

    id: int
    time: str
    actor: str
    kind: str
    op: str
    undone: bool


class ChangeRow(NamedTuple):
    """One thing an event changed, its rows before and after."""

    event_id: int
    what: str
    key: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def event_rows(reader: Reader, event_ids: Iterable[int]) -> dict[int, EventRow]:
    """These events by id."""
    sql = (
        "SELECT e.id, e.time, e.actor, e.kind, e.op, EXISTS (SELECT 1 FROM event u WHERE u.inverts = e.id "
        "AND u.op = 'undo' AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id)) AS undone "
        "FROM event e WHERE e.id IN (SELECT value FROM json_each(?))"
    )
    rows = reader.rows(sql, json.dumps(sorted(set(event_ids))))
    return {row[0]: EventRow(row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows}


def image_changes(reader: Reader, image_id: int) -> list[ChangeRow]:
    """Everything that events changed on an image, in order."""
    return _changes(reader, "image_id = ?", image_id)


def label_changes(reader: Reader, label_id: int) -> list[ChangeRow]:
    """Everything that events did to one label, in order."""
    return _changes(reader, "what IN ('label', 'kept') AND key = ?", label_id)


def _changes(reader: Reader, condition: str, *values: Any) -> list[ChangeRow]:
    sql = f"SELECT event_id, what, key, before, after FROM change WHERE {condition} ORDER BY event_id, seq"
    return [ChangeRow(*tuple(row)[:3], *map(_parsed, tuple(row)[3:])) for row in reader.rows(sql, *values)]


def _parsed(text: str | None) -> Mapping[str, Any] | None:
    return None if text is None else json.loads(text)


def looks(reader: Reader, image_id: int) -> list[tuple[int, int, int]]:
    """Event, run and number of predictions of every run that looked at an image, in order."""
    sql = (
        "SELECT c.event_id, r.run_id, (SELECT count(*) FROM prediction p WHERE p.image_id = r.image_id "
        "AND p.run_id = r.run_id) FROM run_image r JOIN run_chunk c ON c.key = "
        "(SELECT max(key) FROM run_chunk WHERE key <= r.id) WHERE r.image_id = ? ORDER BY r.id"
    )
    return [tuple(row) for row in reader.rows(sql, image_id)]


def imports(reader: Reader, condition: str, value: int) -> list[tuple[int, Mapping[str, Any]]]:
    """Event and row of imported labels: of one image (`condition` ``image_id``) or of one label (``id``)."""
    if condition not in ("image_id", "id"):
        raise ValueError(condition)
    rows = reader.rows(f"SELECT id, image_id, class_id, region FROM imported WHERE {condition} = ? ORDER BY id", value)
    if not rows:
        return []
    chunks = [
        (chunk["first"], chunk["last"], event_id)
        for event_id, detail in reader.connection.execute("SELECT id, detail FROM event WHERE op = 'import'")
        for chunk in json.loads(detail).get("facts", [])
        if chunk["table"] == "imported"
    ]
    return [(next(e for first, last, e in chunks if first <= row[0] <= last), dict(row)) for row in rows]


def run_names(reader: Reader) -> dict[int, str]:
    """Run id to the name of the run's model."""
    return {row[0]: row[1] for row in reader.rows("SELECT r.id, m.name FROM run r JOIN model m ON m.key = r.model_id")}


def last_model(reader: Reader) -> int | None:
    """The model of the newest run; None before any."""
    found = reader.one("SELECT model_id FROM run ORDER BY id DESC LIMIT 1")
    return None if found is None else int(found)


def evaluation_since(reader: Reader, key: str, event: int) -> Mapping[str, Any] | None:
    """The evaluation that was written down under a key after an event; None when there is none."""
    sql = "SELECT after FROM change WHERE what = 'setting' AND key = ? AND event_id > ? ORDER BY event_id DESC LIMIT 1"
    text = reader.one(sql, key, event)
    return None if text is None else json.loads(json.loads(text)["value"])


def evaluations(reader: Reader) -> list[Mapping[str, Any]]:
    """Every evaluation as a plain object, oldest first."""
    sql = (
        "SELECT after FROM change WHERE what = 'setting' AND key LIKE 'evaluation:%' AND after IS NOT NULL "
        "ORDER BY event_id, seq"
    )
    return [json.loads(json.loads(row[0])["value"]) for row in reader.rows(sql)]


class EvaluationHead(NamedTuple):
    """An evaluation on record, unread: its event and time, and the first 12 digits of each model's SHA-256."""

    event: int
    time: str
    models: tuple[str, ...]


def evaluation_heads(reader: Reader) -> list[EvaluationHead]:
    """Every evaluation, newest first; what it found can be large and is read by `evaluation_at`."""
    sql = (
        "SELECT e.id, e.time, c.key FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE c.what = 'setting' AND c.key LIKE 'evaluation:%' AND c.after IS NOT NULL ORDER BY c.event_id DESC"
    )
    return [EvaluationHead(row[0], row[1], tuple(row[2].partition(":")[2].split("+"))) for row in reader.rows(sql)]


def evaluation_at(reader: Reader, event: int) -> Mapping[str, Any]:
    """What the evaluation of an event found, as a plain object; empty where it is none."""
    sql = "SELECT after FROM change WHERE what = 'setting' AND key LIKE 'evaluation:%' AND event_id = ?"
    text = reader.one(sql, event)
    return {} if text is None else json.loads(json.loads(text)["value"])


def newest_evaluation(reader: Reader) -> Mapping[str, Any] | None:
    """The evaluation that was made last, as a plain object."""
    sql = (
        "SELECT after FROM change WHERE what = 'setting' AND key LIKE 'evaluation:%' AND after IS NOT NULL "
        "ORDER BY event_id DESC, seq DESC LIMIT 1"
    )
    text = reader.one(sql)
    return None if text is None else json.loads(json.loads(text)["value"])


def forecasts(reader: Reader) -> dict[str, Mapping[str, Any]]:
    """What was forecast as a version was exported, by its name, oldest first."""
    sql = "SELECT key, value FROM setting WHERE key LIKE ? || '%'"
    found = {row[0].removeprefix(FORECAST): json.loads(row[1]) for row in reader.rows(sql, FORECAST)}
    return {v.name: found[v.name] for v in versions(reader) if v.name in found}
