"""Models of a project: adding weights, finding them again by name, opening them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from verify_app.app import settings
from verify_app.app.model_consent import agreed_models, fetched_models, note_fetched
from verify_app.app.model_in_use import put_in_use
from verify_app.app.scratch_folder import scratch
from verify_app.app.session import Session
from verify_app.core.durable_files import sync_file
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.records import UNKNOWN, ModelInfo
from verify_app.core.remove_folder import remove_tree
from verify_app.inference.engine import Engine, digest
from verify_app.inference.foreign_formats import ending_of
from verify_app.inference.model_card import ModelCard
from verify_app.inference.open_engine import open_engine
from verify_app.inference.ultralytics_engine import fetch_weights, known_weights
from verify_app.storage.reader import Reader


def models(session: Session) -> list[ModelInfo]:
    """Every model of the project, oldest first."""
    return session.project.read.models()


def find_model(session: Session, name: str) -> ModelInfo | None:
    """A model of the project by name, by the start of its SHA-256 (6 digits or more), or None."""
    known = session.project.read.models()
    exact = [m for m in known if m.name == name]
    if exact:
        return exact[-1]
    short = [m for m in known if len(name) >= 6 and m.sha256.startswith(name.lower())]
    return short[0] if len(short) == 1 else None


def model_file(folder: Path, model: ModelInfo) -> Path:
    """Where the project keeps a model's weights.

    Raises
    ------
    UserError
        When they have vanished, or the record leads out of the project's folder of models.
    """
    file = folder / "models" / model.file
    if Path(model.file).name != model.file or model.file in ("", ".", ".."):
        raise UserError(
            M(
                "The project keeps the weights of {model} outside its models folder; add the model again.",
                model=model.name,
            )
        )
    if not file.exists():
        raise UserError(
            M(
                "The weights of {model} are missing: {file}. Put them back or add the model again.",
                model=model.name,
                file=file,
            )
        )
    return file


def open_model(file: Path | str, *, known: ModelInfo | None = None, **how: Any) -> Engine:
    """Open a model as `inference.engine.open_engine` does, under this person's own settings.

    Parameters
    ----------
    known : ModelInfo, optional
        What the project says of it.

    Raises
    ------
    UserError
        When it cannot be opened, needs a consent that this person has not given
        (`inference.foreign_formats.NeedsConsent`), or is not what the project recorded.
    """
    how["seconds"] = how.get("seconds") or settings.load().image_seconds
    engine = open_engine(file, agreed=agreed_models(), **how)
    if known is not None and engine.card.sha256 != known.sha256:
        engine.close()
        raise UserError(
            M(
                "{file} holds other weights than those of {known}; put them back or add the model again.",
                file=file,
                known=known.name,
            )
        )
    return engine


def keep_model(
    session: Session,
    file: Path,
    card: ModelCard,
    *,
    name: str | None = None,
    round_: int = 0,
    depth: int = 0,
    lineage: str = UNKNOWN,
    version: str | None = None,
    base: str | None = None,
    detail: Mapping[str, object] | None = None,
) -> ModelInfo:
    """Copy weights into the project and record them; the same bytes again give the model that is there.

    Raises
    ------
    UserError
        When the copy cannot be written.
    """
    same = next((m for m in session.project.read.models() if m.sha256 == card.sha256), None)
    if same is not None:
        return same
    stored = f"{card.sha256[:16]}{ending_of(file) or file.suffix.lower()}"
    _copy(file, session.folder / "models" / stored, card.sha256)
    row = {
        "name": _free_name(session.project.read, name or file.stem),
        "sha256": card.sha256,
        "file": stored,
        "task": card.task,
        "names": json.dumps({str(k): v for k, v in card.names.items()}, ensure_ascii=False),
        "round": round_,
        "depth": depth,
        "lineage": lineage,
        "version": version,
        "base": base,
        "detail": json.dumps(dict(detail or {})),
    }
    with session.project.transact(session.actor, "model_add") as tx:
        key = tx.new_id("model")
        tx.put("model", key, row)
    return next(m for m in session.project.read.models() if m.id == key)


def _free_name(reader: Reader, wanted: str) -> str:
    taken, name, number = {m.name for m in reader.models()}, wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _copy(file: Path, target: Path, sha256: str) -> None:
    """Put the very weights that were opened into the project, whole or not at all."""
    part = target.with_name(f".{uuid4().hex}.part")  # a name that nobody can have put a link at
    try:
        if target.exists() and digest(target) == sha256:
            return
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if file.is_dir() else shutil.copyfile)(file, part)
        if digest(part) != sha256:
            raise UserError(M("{file} changed while it was copied; add it again.", file=file))
        for one in [p for p in part.rglob("*") if p.is_file()] if part.is_dir() else [part]:
            sync_file(one)
        if target.is_dir() and not target.is_symlink():
            remove_tree(target)
        part.replace(target)
    except OSError as error:  # also shutil.Error, with a list in place of a reason
        raise UserError(
            M(
                "{file} cannot be copied into the project: {reason}.",
                file=file,
                reason=reason_of(error),
            )
        ) from error
    finally:
        if part.is_dir():
            remove_tree(part)
        part.unlink(missing_ok=True)


def weights_for(session: Session, name: str, *, download: bool = False) -> str:
    """What `predict`, `train` and `evaluate` call a model: one of the project, a file, or published weights by name.

    Raises
    ------
    UserError
        When it is none of these, or must be downloaded and nobody agreed to that.
    """
    if find_model(session, name) is not None or Path(name).exists():
        return name
    if known_weights(name):
        kept = session.folder / "cache" / name
        if kept.is_file() and digest(kept) in fetched_models():
            return str(kept)
        if not download:
            raise UserError(
                M(
                    "{name} is not on this computer. Ultralytics can download it; agree with --download, or give a "
                    "file.",
                    name=name,
                )
            )
        with scratch(session) as room:
            got = fetch_weights(name, room)
            note_fetched(digest(got))
            try:
                got.replace(kept)  # whoever put what is there
            except OSError as error:
                raise UserError(M("{file} cannot be written: {reason}.", file=kept, reason=reason_of(error))) from error
        return str(kept)
    known = listed([m.name for m in models(session)]) or M("none yet")
    raise UserError(M("There is no model or file {name}; models of the project: {known}.", name=name, known=known))


def listed(names: Sequence[str], *, most: int = 5) -> str:
    """A few names in words: ``a, b, c and 4 more``."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else M("{names} and {more} more", names=shown, more=len(names) - most)


def use_model(session: Session, name: str) -> ModelInfo:
    """Take a model of the project into use, on a person's word.

    Raises
    ------
    UserError
        When there is no such model, or its weights are not there.
    """
    model = find_model(session, name)
    if model is None:
        names = listed([m.name for m in session.project.read.models()]) or M("none yet")
        raise UserError(M("There is no model {name} in the project; its models: {names}.", name=name, names=names))
    model_file(session.folder, model)
    with session.project.transact(session.actor, "model_use") as tx:
        put_in_use(tx, model)
    return model
