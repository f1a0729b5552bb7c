"""Saying of decisions on record that a program made them, not a person."""

from __future__ import annotations

from typing import Any

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.names import known_spelling
from verify_app.core.records import Changes
from verify_app.core.vocabulary import ActorKind
from verify_app.storage.queries import actors, past_decisions
from verify_app.storage.transaction import Transaction


def mark_agent(session: Session, name: str, *, zero_ms_only: bool = False) -> Changes | None:
    """Say that what is on record as decided by `name`, from before doors were recorded, was a program's.

    Its labels stay and are nobody's word any more, so they are unverified; that images are complete, rejections and
    sides taken are withdrawn. What came through a known door stays as it is. Undoable.

    Parameters
    ----------
    zero_ms_only : bool
        Only decisions that took no time at all, as `check` lists them.

    Raises
    ------
    UserError
        When nobody of that name has decided anything.
    """
    known = actors.names(session.project.read)
    who = known_spelling(" ".join(name.split()), known)  # of two from before, the one that is meant
    if who not in known:
        raise UserError(
            M("Nobody called {name} has decided anything here; there are: {known}.", name=name, known=", ".join(known))
        )
    with session.project.transact(session.actor, "mark_agent") as tx:
        keys = {
            what: past_decisions.decided(tx.read, what, who, zero_ms=zero_ms_only) for what in past_decisions.DECIDED
        }
        for what, found in keys.items():
            for key in found:
                _withdraw(tx, what, key)
        tx.detail.update({"name": who, "labels": len(keys["label"]), "images": len(keys["mark"])})
    return tx.changes


def _withdraw(tx: Transaction, what: str, key: int) -> None:
    row = tx.get(what, key)
    assert row is not None
    image_id = key if what == "mark" else row["image_id"]
    now: dict[str, Any] | None = None
    if what == "label" or (what == "verdict" and row["label_id"] is not None):
        now = {**row, "by_kind": ActorKind.AGENT.value}
    elif what == "mark" and row["flag"] is not None:
        now = {"complete": 0, "flag": row["flag"]}
    tx.put(what, key, now, image_id=image_id)
