"""Proof that the tables of state are what facts and events say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence

from verify_app.core.counted import counted
from verify_app.core.messages import M
from verify_app.core.queue import codec
from verify_app.core.queue.entry import Standing
from verify_app.storage import damage
from verify_app.storage.database import still
from verify_app.storage.entities import ENTITIES, fetch, put, recorded
from verify_app.storage.reader import Reader
from verify_app.storage.schema import FACTS
from verify_app.storage.summaries import omission_odds, tally_rows
from verify_app.storage.summaries.image_summary import COLUMNS, chunks, summaries
from verify_app.storage.transaction import adopt_imported, facts_digest


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Every way in which the database is damaged or not what its record says, one sentence each; none when it is sound.

    Where something is damaged nothing is proven: what a value says that is none would only make more sentences.
    """
    with still(connection):  # else what is recorded between two questions would look like damage
        damaged = False
        for sentence in damage.find(connection):
            damaged = True
            yield sentence
        if not damaged:
            for what, proof in _PROOFS.items():
                yield from _tried(what, proof(connection))


def _tried(what: str, proof: Iterator[str]) -> Iterator[str]:
    """What a proof finds; one that cannot be led to its end is a finding itself."""
    try:
        yield from proof
    except Exception as error:
        yield f"What the record says of {what} makes no sense ({type(error).__name__}: {str(error)[:80]})."


def _facts_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Facts are exactly those that events announced, byte for byte."""
    announced = dict.fromkeys(FACTS, 0)
    for event_id, detail in connection.execute("SELECT id, detail FROM event ORDER BY id"):
        for chunk in json.loads(detail).get("facts", []):
            table, first, last = chunk["table"], chunk["first"], chunk["last"]
            announced[table] += last - first + 1
            if facts_digest(connection, table, first, last) != chunk["digest"]:
                yield M(
                    "Facts {first} to {last} of {table} are not those that event {event_id} recorded.",
                    first=first,
                    last=last,
                    table=table,
                    event_id=event_id,
                )
    for table, count in announced.items():
        stored = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if stored != count:
            facts = counted(stored, "fact")
            yield M("{table} holds {facts}, but the events announce {n}.", table=table, facts=facts, n=count)


def _fold_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Replay every event into scratch tables beside the real ones and compare."""
    scratch = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for entity in ENTITIES.values():
            sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (entity.table,)).fetchone()[0]
            scratch.execute(sql)
        scratch.execute(connection.execute("SELECT sql FROM sqlite_master WHERE name = 'imported'").fetchone()[0])
        yield from _replay(connection, scratch)
        for what, entity in ENTITIES.items():
            columns = ", ".join(("key", *entity.columns))
            sql = f"SELECT {columns} FROM {entity.table} ORDER BY key"
            stored, folded = connection.execute(sql).fetchall(), scratch.execute(sql).fetchall()
            differ = set(map(tuple, stored)) ^ set(map(tuple, folded))
            if differ:
                keys = sorted({str(row[0]) for row in differ})
                yield M(
                    "{n} of {what} differ from what the events say (first: {first_key}).",
                    n=len(keys),
                    what=what,
                    first_key=keys[0],
                )
    finally:
        scratch.close()


def _replay(connection: sqlite3.Connection, scratch: sqlite3.Connection) -> Iterator[str]:
    columns = ", ".join(FACTS["imported"])
    marks = ", ".join("?" * len(FACTS["imported"]))
    for event_id, detail in connection.execute("SELECT id, detail FROM event ORDER BY id"):
        for chunk in json.loads(detail).get("facts", []):
            if chunk["table"] == "imported":
                span = (chunk["first"], chunk["last"])
                rows = connection.execute(f"SELECT {columns} FROM imported WHERE id BETWEEN ? AND ?", span)
                scratch.executemany(f"INSERT INTO imported ({columns}) VALUES ({marks})", map(tuple, rows))
                adopt_imported(scratch, *span)
        sql = "SELECT what, key, before, after FROM change WHERE event_id = ? ORDER BY seq"
        for what, key, before, after in connection.execute(sql, (event_id,)):
            stands = fetch(scratch, what, key)
            if stands != recorded(connection, what, key, before):
                yield M(
                    "Event {event_id} changed {what} {key} from something it was not.",
                    event_id=event_id,
                    what=what,
                    key=key,
                )
            put(scratch, what, key, recorded(connection, what, key, after))


def _summary_problems(connection: sqlite3.Connection) -> Iterator[str]:
    ids = [row[0] for row in connection.execute("SELECT id FROM image ORDER BY id")]
    names = dict(map(tuple, connection.execute("SELECT key, name FROM reviewer")))
    for chunk in chunks(ids):
        fresh = {derived.row[0]: derived for derived in summaries(Reader(connection), chunk)}
        sql = f"SELECT {', '.join(COLUMNS)} FROM image_state WHERE key IN (SELECT value FROM json_each(?))"
        stored = {row[0]: tuple(row) for row in connection.execute(sql, (json.dumps(chunk),))}
        queued = _queued(connection, chunk)
        parts = {image_id: derived.told for image_id, derived in fresh.items()}
        yield from omission_odds.problems(Reader(connection), parts)
        for image_id in chunk:
            derived = fresh.get(image_id)
            if stored.get(image_id) != (derived.row if derived else None):
                yield M("The summary of image {image_id} is not what its evidence says.", image_id=image_id)
            if queued.get(image_id) != (derived.standing if derived else None):
                yield M("The place of image {image_id} in the queue is not what its evidence says.", image_id=image_id)
            if derived and any(names.get(key) != name for key, name in derived.reviewers.items()):
                yield M("Somebody who reviewed image {image_id} is not on the list of reviewers.", image_id=image_id)


def _queued(connection: sqlite3.Connection, image_ids: Sequence[int]) -> dict[int, Standing]:
    sql = "SELECT key, records, tags FROM image_block WHERE key IN (SELECT value FROM json_each(?))"
    rows = connection.execute(sql, (json.dumps(sorted({i // codec.SIZE for i in image_ids})),))
    return {image.image_id: image for row in rows for image in codec.standings(*row)}


def _run_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """When a run looked at its images is what the events say."""
    announced = {
        chunk["first"]: event_id
        for event_id, detail in connection.execute("SELECT id, detail FROM event ORDER BY id")
        for chunk in json.loads(detail).get("facts", [])
        if chunk["table"] == "run_image"
    }
    if announced != dict(map(tuple, connection.execute("SELECT key, event_id FROM run_chunk"))):
        yield M("The list of when runs looked at images is not what the events say.")


def _class_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Every label has a class of the list."""
    sql = "SELECT count(*) FROM label WHERE class_id NOT IN (SELECT key FROM label_class WHERE merged_into IS NULL)"
    dangling = connection.execute(sql).fetchone()[0]
    if dangling:
        one = M("1 label has a class that is not in the class list.")
        yield one if dangling == 1 else M("{n} labels have a class that is not in the class list.", n=dangling)


_PROOFS: dict[str, Callable[[sqlite3.Connection], Iterator[str]]] = {
    "its facts": _facts_problems,
    "what was decided": _fold_problems,
    "classes": _class_problems,
    "counts": lambda connection: tally_rows.problems(Reader(connection)),
    "hidden proposals": lambda connection: omission_odds.sum_problems(Reader(connection)),
    "runs": _run_problems,
    "images": _summary_problems,
}
"""Each shows one part of the state to be what facts and events say."""
