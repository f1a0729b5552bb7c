"""The policy that a project demands of its versions, and policies as files."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from verify_app.app.exports.meter import STORED
from verify_app.app.session import Session
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M, reason_of
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.toml_file import parse_policy, policy_text
from verify_app.storage.reader import Reader

USED = "policy-{digest}.toml"
"""In ``cache/``, by its bytes: a policy that an export was given, so that doing it again does the same."""

KEPT = 20
"""So many of them stay: jobs that can be done again are not older."""


def stored(reader: Reader) -> Policy | None:
    """The project's own policy; None: the default.

    Raises
    ------
    UserError
        When what is kept is no policy.
    """
    kept: dict[str, Any] | None = reader.setting(STORED)
    if not kept:
        return None
    try:
        return parse_policy(str(kept["text"]))
    except UsageError as error:  # nobody here has typed it
        raise UserError(M("The policy that is kept with the project cannot be used. {reason}", reason=error)) from error


def store(session: Session, policy: Policy | None) -> None:
    """Make it the project's policy; None: the default again. Overrides are for one version and are not kept."""
    value = None
    if policy is not None:
        value = {
            "min_real_share": str(policy.min_real_share),
            "hard_floor": str(policy.hard_floor),
            "text": policy_text(_lasting(policy)),
        }
    if session.project.read.setting(STORED) == value:
        return
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", STORED, {"value": json.dumps(value)})


def _lasting(policy: Policy) -> Policy:
    return parse_policy(policy_text(policy).partition("\n[[override]]")[0])


def write_policy(file: Path, policy: Policy) -> None:
    """Write a policy file; what was there is replaced.

    Raises
    ------
    UserError
        When it cannot be written.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(policy_text(policy), encoding="utf-8", newline="\n")
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(M("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))) from error


def handed_over(session: Session, policy: Policy) -> Path:
    """A policy file for a child of this program.

    Raises
    ------
    UserError
        When the project's folder cannot be written.
    """
    folder = session.folder / "cache"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(M("{folder} cannot be made: {reason}.", folder=folder, reason=reason_of(error))) from error
    digest = sha256(policy_text(policy).encode()).hexdigest()[:16]
    file = folder / USED.format(digest=digest)
    write_policy(file, policy)
    _prune(folder, file)
    return file


def _prune(folder: Path, but: Path) -> None:
    """A slider leaves a policy wherever it rests; the newest are enough."""
    with suppress(OSError):
        there = [file for file in folder.glob(USED.format(digest="*")) if file != but]
        for old in sorted(there, key=lambda file: file.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)
