"""Undo and redo: inverses appended to the record, an actor's own operations, newest first, across restarts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Any, NamedTuple

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.operations import OPERATIONS
from verify_app.core.records import Actor
from verify_app.storage.entities import recorded
from verify_app.storage.transaction import Transaction

_LIVE_UNDO = (
    "EXISTS (SELECT 1 FROM event u WHERE u.inverts = e.id AND u.op = 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id))"
)


def _here(actor: Actor, event: str) -> str:
    """Condition on an event: who takes responsibility for a file undoes what came through that door only.

    What was decided on a screen is undone and done again there: a file would bring back a look that nobody took.
    """
    return f"AND {event}.door = '{actor.door.value}'" if actor.attests else ""


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
        "SELECT e.id FROM event e WHERE e.actor = ? AND e.kind = ? AND e.op IN (SELECT value FROM json_each(?)) "
        f"AND e.id NOT IN (SELECT value FROM json_each(?)) AND NOT {_LIVE_UNDO} {_here(actor, 'e')} "
        "ORDER BY e.id DESC LIMIT 1"
    )
    row = connection.execute(sql, (actor.name, actor.kind.value, undoable, json.dumps(list(leave)))).fetchone()
    if row is None:
        raise UserError(
            M("There is nothing of {name}'s left to undo; what was decided elsewhere is undone there.", name=actor.name)
            if actor.attests
            else M("There is nothing of {name}'s left to undo.", name=actor.name)
        )
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
        "SELECT u.id FROM event u JOIN event o ON o.id = u.inverts WHERE u.actor = ? AND u.kind = ? AND u.op = 'undo' "
        f"{_here(actor, 'u')} {_here(actor, 'o')} AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id) "
        "AND u.id > (SELECT coalesce(max(e.id), 0) FROM event e WHERE e.actor = ? AND e.kind = ? AND e.op IN "
        "(SELECT value FROM json_each(?))) ORDER BY u.id DESC LIMIT 1"
    )
    row = connection.execute(sql, (actor.name, actor.kind.value, actor.name, actor.kind.value, undoable)).fetchone()
    if row is None:
        raise UserError(
            M("There is nothing of {name}'s to redo; what was decided elsewhere is undone there.", name=actor.name)
            if actor.attests
            else M("There is nothing of {name}'s to redo.", name=actor.name)
        )
    return int(row[0])


def invert(connection: sqlite3.Connection, tx: Transaction, actor: Actor, event_id: int) -> None:
    """Put everything that an event changed back, last change first.

    Raises
    ------
    Blocked
        When another actor has since changed one of the things, or what was said of a whole image it belongs to; when
        something else has come to rest on it (a class in use, a split that stands).
    """
    sql = "SELECT what, key, image_id, before, after FROM change WHERE event_id = ? ORDER BY seq DESC"
    changes = [_Change(*row) for row in map(tuple, connection.execute(sql, (event_id,)))]
    op = _original_op(connection, event_id)
    for change in changes:
        why = _changed_since(connection, tx, actor, event_id, change) or _rests_on_it(connection, change)
        if why is not None:
            raise Blocked(
                M(
                    "Left as it is: you {did} (event {number}), and {why}.",
                    did=OPERATIONS[op].done,
                    number=event_id,
                    why=why,
                ),
                event_id,
            )
        row = recorded(connection, change.what, change.key, change.before)
        tx.put(change.what, change.key, row, image_id=change.image_id)
    tx.detail.update({"undid": op, "image_id": next((c.image_id for c in changes if c.image_id is not None), None)})


class _Change(NamedTuple):
    """One change of an event as stored; to invert it is to make the thing `before` again."""

    what: str
    key: Any
    image_id: int | None
    before: str | None
    after: str | None


def _original_op(connection: sqlite3.Connection, event_id: int) -> str:
    op, inverts = connection.execute("SELECT op, inverts FROM event WHERE id = ?", (event_id,)).fetchone()
    return _original_op(connection, inverts) if inverts is not None else str(op)


def _changed_since(
    connection: sqlite3.Connection, tx: Transaction, actor: Actor, event_id: int, change: _Change
) -> str | None:
    """What somebody else has done to the thing, or to the image it belongs to, since the event."""
    sql = (
        "SELECT e.actor, e.op FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = ? AND c.key = ? "
        "AND e.id > ? AND NOT (e.actor = ? AND e.kind = ?) AND e.op NOT IN ('undo', 'redo') "
        f"AND NOT {_LIVE_UNDO} ORDER BY e.id DESC LIMIT 1"
    )
    since = (event_id, actor.name, actor.kind.value)
    who = None
    if change.image_id is not None:
        # what somebody else has said of the whole image since rests on every label of it; a program's flag does not
        people = sql.replace("ORDER BY", "AND e.kind <> 'agent' ORDER BY")
        who = connection.execute(people, ("mark", change.image_id, *since)).fetchone()
    if who is None and tx.get(change.what, change.key) != recorded(connection, change.what, change.key, change.after):
        who = connection.execute(sql, (change.what, change.key, *since)).fetchone()
        if who is None:
            return M("it has been changed since")
    return None if who is None else M("since then {name} {did}", name=who[0], did=OPERATIONS[who[1]].done)


def _rests_on_it(connection: sqlite3.Connection, change: _Change) -> str | None:
    """Why taking the change back would pull the ground from under something else."""
    if change.what == "class" and change.before is None:
        for table, said in (
            ("label", M("there are labels of this class by now")),
            ("prediction", M("there are predictions of this class by now")),
            ("imported", M("there are imported labels of this class by now")),
        ):
            sql = f"SELECT 1 FROM {table} WHERE class_id = ? LIMIT 1"
            if connection.execute(sql, (change.key,)).fetchone():
                return said
    if change.what == "attribute":
        gold = bool(json.loads(change.before)["gold"]) if change.before else False
        sql = (
            "SELECT a.split FROM image_state i JOIN assignment a ON a.key = i.sha256 "
            "WHERE i.key = ? AND (a.split = 'gold') <> ?"
        )
        row = connection.execute(sql, (change.key, int(gold))).fetchone()
        was_gold = bool(json.loads(change.after)["gold"]) if change.after else False
        if row is not None and gold != was_gold:
            return M("the image has been exported for {split} since", split=row[0])
    return None
