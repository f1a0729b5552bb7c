"""What this person said of models or fetched, digest by digest, outside every project: which may run code of their own,
and which are published weights that were fetched here."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from verify_app.app.settings import settings_file
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of


def agreed_file() -> Path:
    """Beside the settings, and apart from them: a window that is open writes those back as it knows them."""
    return settings_file().with_name("models.json")


_MAY_RUN_CODE, _FETCHED = "may_run_code", "fetched"


def agreed_models() -> frozenset[str]:
    """SHA-256 digests of the models that this person agreed to; none where the file cannot be read."""
    return _digests(_MAY_RUN_CODE)


def agree_to_model(sha256: str) -> None:
    """Let a model run code of its own, on this computer, wherever it lies and whatever it is called.

    Raises
    ------
    UserError
        When it is no digest, or it cannot be written down.
    """
    name = sha256.strip().lower()
    if len(name) != 64 or set(name) - set("0123456789abcdef"):
        raise UserError(M("--run-code takes the whole SHA-256 of a model (64 digits), not {sha256!r}.", sha256=sha256))
    _add(_MAY_RUN_CODE, name)


def fetched_models() -> frozenset[str]:
    """SHA-256 digests of the published weights that were fetched here: a file of their name may be anybody's."""
    return _digests(_FETCHED)


def note_fetched(sha256: str) -> None:
    """Remember weights that were fetched.

    Raises
    ------
    UserError
        When it cannot be written down.
    """
    _add(_FETCHED, sha256)


def _stored() -> dict[str, Any]:
    try:
        stored = json.loads(agreed_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _digests(what: str) -> frozenset[str]:
    known = _stored().get(what)
    return frozenset(one for one in known if isinstance(one, str)) if isinstance(known, list) else frozenset()


def _add(what: str, name: str) -> None:
    known = _digests(what)
    if name in known:
        return
    file = agreed_file()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({**_stored(), what: sorted(known | {name})}, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(M("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))) from error
