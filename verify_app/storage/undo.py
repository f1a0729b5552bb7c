"""Undo and redo: inverses appended to the record, an actor's own operations, newest first, across restarts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.operations import OPERATIONS
from verify_app.core.records import Actor
from verify_app.storage.gate import Transaction

_LIVE_UNDO = (
    "EXISTS (SELECT 1 FROM event u WHERE u.inverts = e.id AND u.op = 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id))"
)


class Blocked(UserError):
    """Somebody else has changed the thing since; `event` is the operation that was left as it is."""

    def __init__(self, message: str, event: int) -> None:
        super().__init__(message)
        self.event = event


def undo_target(connection: sqlite3.Connection, actor: Actor, leave: Collection[int]) -> int:
    """The actor's newest operation that stands and can be undone.

    Parameters
    ----------
    leave : collection of int
        Events to pass over: those an earlier undo was told to leave.

    Raises
    ------
    UserError
        When there is none.
    """
    undoable = json.dumps([op.id for op in OPERATIONS.values() if op.undoable])
    sql = (
        "SELECT e.id FROM event e WHERE e.actor = ? AND e.op IN (SELECT value FROM json_each(?)) "
        f"AND e.id NOT IN (SELECT value FROM json_each(?)) AND NOT {_LIVE_UNDO} ORDER BY e.id DESC LIMIT 1"
    )
    row = connection.execute(sql, (actor.name, undoable, json.dumps(list(leave)))).fetchone()
    if row is None:
        raise UserError(f"There is nothing of {actor.name}'s left to undo.")
    return int(row[0])


def redo_target(connection: sqlite3.Connection, actor: Actor) -> int:
    """The actor's newest undo, unless they have done something else since.

    Raises
    ------
    UserError
        When there is none.
    """
    undoable = json.dumps([op.id for op in OPERATIONS.values() if op.undoable])
    sql = (
        "SELECT u.id FROM event u WHERE u.actor = ? AND u.op = 'undo' "
        "AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id) "
        "AND u.id > (SELECT coalesce(max(e.id), 0) FROM event e WHERE e.actor = ? AND e.op IN "
        "(SELECT value FROM json_each(?))) ORDER BY u.id DESC LIMIT 1"
    )
    row = connection.execute(sql, (actor.name, actor.name, undoable)).fetchone()
    if row is None:
        raise UserError(f"There is nothing of {actor.name}'s to redo.")
    return int(row[0])


def invert(connection: sqlite3.Connection, tx: Transaction, actor: Actor, event_id: int) -> None:
    """Put everything that an event changed back, last change first.

    Raises
    ------
    Blocked
        When another actor has since changed one of the things, or what was said of a whole image it belongs to.
    """
    rows = connection.execute(
        "SELECT what, key, image_id, before, after FROM change WHERE event_id = ? ORDER BY seq DESC",
        (event_id,),
    ).fetchall()
    op = _original_op(connection, event_id)
    for what, key, image_id, before, after in rows:
        _refuse_if_changed(connection, tx, actor, event_id, (what, key, image_id, after))
        tx.put(what, key, None if before is None else json.loads(before), image_id=image_id)
    tx.detail.update({"undid": op, "image_id": next((row[2] for row in rows if row[2] is not None), None)})


def _original_op(connection: sqlite3.Connection, event_id: int) -> str:
    op, inverts = connection.execute("SELECT op, inverts FROM event WHERE id = ?", (event_id,)).fetchone()
    return _original_op(connection, inverts) if inverts is not None else str(op)


def _refuse_if_changed(
    connection: sqlite3.Connection,
    tx: Transaction,
    actor: Actor,
    event_id: int,
    change: tuple[str, Any, int | None, str | None],
) -> None:
    what, key, image_id, after = change
    others = (
        "SELECT e.actor, e.op FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE {} AND e.id > ? AND e.actor <> ? ORDER BY e.id DESC LIMIT 1"
    )
    who = None
    if image_id is not None:
        # what somebody else has said of the whole image since rests on every label of it
        sql = others.format("c.what = 'mark' AND c.key = ?")
        who = connection.execute(sql, (image_id, event_id, actor.name)).fetchone()
    if who is None and tx.get(what, key) != (None if after is None else json.loads(after)):
        sql = others.format("c.what = ? AND c.key = ?")
        who = connection.execute(sql, (what, key, event_id, actor.name)).fetchone() or ("something later", "")
    if who is not None:
        op = OPERATIONS[_original_op(connection, event_id)].done
        then = f"{who[0]} has since {OPERATIONS[who[1]].done}" if who[1] else f"{who[0]} has changed it since"
        raise Blocked(f"Left as it is: you {op} (event {event_id}), and {then}.", event_id)
