"""How far a cycle has come, kept in the project: what a kill cuts off is the step under way and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from verify_app.app.session import Session
from verify_app.core.messages import restore, templates
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction

STATE = "cycle"
"""Setting that keeps it, as JSON."""

STEPS = ("export", "train", "evaluate", "monitor", "use", "predict")


@dataclass(frozen=True, slots=True)
class CycleState:
    """One cycle.

    Parameters
    ----------
    number : int
        From 1 on, in this project.
    old : str or None
        SHA-256 of the model that was in use when it began.
    begun : mapping of step to mapping
        What was known as a step began, by which its work is found again when it is cut off before it was written down.
    done : mapping of step to mapping
        What each finished step came to, with its ``sentence``.
    """

    number: int
    old: str | None = None
    begun: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    done: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ended: bool = False

    def beginning(self, step: str, known: Mapping[str, Any]) -> CycleState:
        """With a step under way."""
        return replace(self, begun={**self.begun, step: known})

    def finished(self, step: str, found: Mapping[str, Any], *, last: bool = False) -> CycleState:
        """With a step done."""
        return replace(self, done={**self.done, step: found}, ended=last)


def state_of(reader: Reader) -> CycleState | None:
    """The cycle that was begun last; None before any."""
    kept = reader.setting(STATE)
    if kept is None:
        return None
    said = restore(kept["state"], kept["templates"])
    return CycleState(said["number"], said["old"], said["begun"], said["done"], said["ended"])


def put_state(tx: Transaction, state: CycleState) -> None:
    """Write down how far it is, in somebody's transaction."""
    said = {
        "number": state.number,
        "old": state.old,
        "begun": {step: dict(known) for step, known in state.begun.items()},
        "done": {step: dict(found) for step, found in state.done.items()},
        "ended": state.ended,
    }
    tx.put("setting", STATE, {"value": json.dumps({"state": said, "templates": templates(said)})})


def keep_state(session: Session, state: CycleState) -> None:
    """Write down how far it is: one event."""
    with session.project.transact(session.actor, "cycle") as tx:
        put_state(tx, state)
