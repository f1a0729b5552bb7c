"""Which models may run code of their own here: a person's own word, kept outside every project, digest by digest."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from verify_app.app.settings import settings_file
from verify_app.core.errors import UserError


def agreed_file() -> Path:
    """Beside the settings, and apart from them: a window that is open writes those back as it knows them."""
    return settings_file().with_name("models.json")


def agreed_models() -> frozenset[str]:
    """SHA-256 digests of the models that this person agreed to; none where the file cannot be read."""
    try:
        stored = json.loads(agreed_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    known = stored.get("may_run_code") if isinstance(stored, dict) else None
    return frozenset(one for one in known if isinstance(one, str)) if isinstance(known, list) else frozenset()


def agree_to_model(sha256: str) -> None:
    """Let a model run code of its own, on this computer, wherever it lies and whatever it is called.

    Raises
    ------
    UserError
        When it is no digest, or it cannot be written down.
    """
    name = sha256.strip().lower()
    if len(name) != 64 or set(name) - set("0123456789abcdef"):
        raise UserError(f"--run-code takes the whole SHA-256 of a model (64 digits), not {sha256!r}.")
    known = agreed_models()
    if name in known:
        return
    file = agreed_file()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"may_run_code": sorted(known | {name})}, indent=1), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from error
