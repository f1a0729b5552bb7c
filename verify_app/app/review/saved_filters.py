"""Filters kept by name with the project, for everybody who works in it."""

from __future__ import annotations

import json

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Changes

SETTING = "filters"
NAME_LENGTH = 60


def saved(session: Session) -> dict[str, Filter]:
    """Every filter that was saved, by name; one that this version cannot read is left out."""
    found = {}
    for name, data in sorted(session.setting(SETTING, {}).items()):
        try:
            found[name] = Filter.of(data)
        except UserError:
            continue
    return found


def save(session: Session, name: str, chosen: Filter) -> Changes | None:
    """Keep a filter under a name; one of that name is replaced.

    Raises
    ------
    UserError
        When the name is empty or too long.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= NAME_LENGTH:
        raise UserError(M("A saved filter needs a name of 1 to {most} characters.", most=NAME_LENGTH))
    return _write(session, {**session.setting(SETTING, {}), name: chosen.data()})


def forget(session: Session, name: str) -> Changes | None:
    """Remove a saved filter.

    Raises
    ------
    UserError
        When there is none of that name.
    """
    every = session.setting(SETTING, {})
    if name not in every:
        raise UserError(M("There is no saved filter called {name}.", name=name))
    return _write(session, {key: data for key, data in every.items() if key != name})


def _write(session: Session, every: dict[str, object]) -> Changes | None:
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", SETTING, {"value": json.dumps(every, ensure_ascii=False, sort_keys=True)})
    return tx.changes
