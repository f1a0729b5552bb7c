"""Which model a project works with: named by somebody or by a cycle, an event either way."""

from __future__ import annotations

import json
from dataclasses import dataclass

from verify_app.core.errors import UserError
from verify_app.core.messages import M, restore, templates
from verify_app.core.records import ModelInfo
from verify_app.storage.queries.history import last_model
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction

IN_USE = "model_in_use"
"""Setting that names the model: its SHA-256, and why, as JSON."""


@dataclass(frozen=True, slots=True)
class InUse:
    """The model that a project works with.

    Parameters
    ----------
    named : bool
        Whether somebody, or a cycle, took it into use; else it is the one that predicted last, or the newest.
    reason : str
        Why a cycle took it, or kept it; empty for a person's own choice.
    """

    model: ModelInfo
    named: bool
    reason: str = ""


def in_use(reader: Reader) -> InUse | None:
    """The model in use: the one that was named, else that of the newest run, else the newest; None without any."""
    models = reader.models()
    said = reader.setting(IN_USE)
    named = next((m for m in models if said and m.sha256 == said["sha256"]), None)
    if named is not None:
        return InUse(named, named=True, reason=restore(said["reason"], said["templates"]))
    last = last_model(reader)
    found = next((m for m in models if m.id == last), models[-1] if models else None)
    return None if found is None else InUse(found, named=False)


def name_in_use(reader: Reader) -> str:
    """Name of the model in use.

    Raises
    ------
    UserError
        When the project has no model.
    """
    found = in_use(reader)
    if found is None:
        raise UserError(M("The project has no model yet; name one: --model FILE."))
    return found.model.name


def put_in_use(tx: Transaction, model: ModelInfo, reason: str = "") -> bool:
    """Name the model in use; False when it was that one, for the same reason."""
    kept = {"sha256": model.sha256, "reason": reason, "templates": templates(reason)}
    return tx.put("setting", IN_USE, {"value": json.dumps(kept)})
