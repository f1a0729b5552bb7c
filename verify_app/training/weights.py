"""New weights: stripped, without a trace of this machine, and bound to the receipt they were trained under."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.receipt.receipt import parse_receipt, read_receipt
from verify_app.core.receipt.receipt import sha256_of as sha256_of_bytes
from verify_app.inference.ultralytics_engine import loaded_pt
from verify_app.inference.ultralytics_setup import prepare

KEY = "verify_app"
"""Where a weights file says which receipt it was trained under."""

_ABSOLUTE = re.compile(r"^(?:/|\\\\|[A-Za-z]:[\\/]).+", re.DOTALL)
_TELL_TALE = ("git", "date")
"""Parts of a checkpoint that describe this machine and this moment, not the model."""

_PLACES = frozenset({"project", "name", "save_dir"})


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(source: Path, target: Path, *, receipt: str, base: str | None) -> str:
    """Write the weights of a finished training run for keeping.

    Parameters
    ----------
    source : Path
        Ultralytics' stripped ``best.pt`` or ``last.pt``.
    target : Path
        Written whole or not at all.
    receipt : str
        Digest of the receipt.
    base : str or None
        SHA-256 of the weights training started from; None for an untrained model.

    Returns
    -------
    str
        SHA-256 of the file written.
    """
    prepare()
    import torch  # noqa: PLC0415  # heavy
    from ultralytics.nn.tasks import torch_safe_load  # noqa: PLC0415  # heavy

    ckpt: dict[str, Any] = torch_safe_load(str(source), safe_only=True)[0]
    for key in _TELL_TALE:
        ckpt.pop(key, None)
    ckpt = {key: _anonymous(value) for key, value in ckpt.items()}
    results = ckpt.get("train_results")
    if isinstance(results, dict):
        results.pop("time", None)
    model = ckpt["model"]
    for name in ("args", "yaml", "pt_path"):
        if hasattr(model, name):
            setattr(model, name, _anonymous(getattr(model, name)))
    ckpt[KEY] = {"receipt": receipt, "base": base}
    draft = target.with_name(f".{target.name}.part")
    try:
        # an open file, not a path: torch writes the path's name into the archive
        with draft.open("wb") as file:
            torch.save(ckpt, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        gaps = {"folder": target, "reason": reason_of(error)}
        text = M("The new weights could not be written to {folder} ({reason}); make room and train again.", **gaps)
        raise UserError(text) from error
    finally:
        draft.unlink(missing_ok=True)
    return sha256_of(target)


def lineage_of(path: Path) -> str | None:
    """Digest of the receipt that weights were trained under, as they say themselves.

    Weights made by this program carry it; others are followed to the dataset their training arguments name.

    Parameters
    ----------
    path : Path
        A ``.pt``; it is read without running code from it.

    Returns
    -------
    str or None
        None when they lead to no receipt, or are in another format.

    Raises
    ------
    UserError
        When the file cannot be read.
    """
    if path.suffix.lower() != ".pt":
        return None
    with loaded_pt(path) as (model, _):
        ckpt = model.ckpt or {}
    note = ckpt.get(KEY)
    digest = note.get("receipt") if isinstance(note, Mapping) else None
    if isinstance(digest, str):
        return digest
    return _receipt_beside((ckpt.get("train_args") or {}).get("data"))


def _receipt_beside(data: object) -> str | None:
    """Digest of the receipt beside the ``data.yaml``, or in the folder of class folders, that weights trained elsewhere
    name, if it is still there.
    """
    if not isinstance(data, str) or not Path(data).is_absolute():
        return None
    try:
        folder = Path(data) if Path(data).is_dir() else Path(data).parent
        receipt = read_receipt(folder)
        parse_receipt(receipt)
    except (OSError, ValueError, UserError):
        return None
    return sha256_of_bytes(receipt)


def _anonymous(value: Any) -> Any:
    """`_portable`, and without the settings that only say where a run lay."""
    value = _portable(value)
    if isinstance(value, dict):
        value.update(dict.fromkeys(_PLACES & value.keys()))
    return value


def _portable(value: Any) -> Any:
    """The same with the folders cut from every absolute path, in mappings and lists of any depth."""
    if isinstance(value, str):
        return re.split(r"[\\/]", value.rstrip("\\/"))[-1] if _ABSOLUTE.match(value) else value
    if isinstance(value, os.PathLike):
        return _portable(os.fspath(value))
    if type(value) is dict:
        return {key: _portable(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_portable(item) for item in value)
    return value
