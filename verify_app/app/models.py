"""Models of a project: adding weights, finding them again by name, their classes in the project's terms."""

from __future__ import annotations

import difflib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from verify_app.app.session import Session
from verify_app.core.disk import sync_file
from verify_app.core.errors import UserError
from verify_app.core.records import UNKNOWN, LabelClass, ModelInfo
from verify_app.inference.engine import ModelCard
from verify_app.inference.yolo import fetch_weights, known_weights
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
        When the file has vanished.
    """
    file = folder / "models" / model.file
    if not file.is_file():
        raise UserError(f"The weights of {model.name} are missing: {file}. Put them back or add the model again.")
    return file


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
    stored = f"{card.sha256[:16]}{file.suffix.lower()}"
    _copy(file, session.folder / "models" / stored)
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


def _copy(file: Path, target: Path) -> None:
    if target.exists():
        return
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, part)
        sync_file(part)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            f"{file} cannot be copied into the project: {(error.strerror or str(error)).lower()}."
        ) from error


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
        if not kept.exists() and not download:
            raise UserError(
                f"{name} is not on this computer. Ultralytics can download it; agree with --download, or give a file."
            )
        return str(fetch_weights(name, session.folder / "cache"))
    known = listed([m.name for m in models(session)]) or "none yet"
    raise UserError(f"There is no model or file {name}; models of the project: {known}.")


def class_mapping(
    names: Mapping[int, str], classes: Sequence[LabelClass], given: Mapping[str, str | None]
) -> dict[int, int | None]:
    """From a model's class indices to the project's class ids; None drops what the model says of that class.

    Parameters
    ----------
    given : mapping of str to (str or None)
        What the person said: model class name to project class name, or None to leave it out.

    Raises
    ------
    UserError
        When a name is neither in the class list nor mapped: it is never guessed; the closest are offered.
    """
    ids = {c.name: c.id for c in classes}
    unknown = sorted(set(given) - set(names.values()))
    if unknown:
        raise UserError(f"The model has no class {unknown[0]}; it has {listed(list(names.values()))}.")
    mapping: dict[int, int | None] = {}
    missing = []
    for index, name in names.items():
        target = given.get(name, name)
        if target is None:
            mapping[index] = None
        elif target in ids:
            mapping[index] = ids[target]
        else:
            missing.append(target)
    if missing:
        raise UserError(_offer(missing, list(ids)))
    return mapping


def _offer(missing: Sequence[str], known: Sequence[str]) -> str:
    close = difflib.get_close_matches(missing[0], known, n=1)
    example = close[0] if close else (known[0] if known else "CLASS")
    return (
        f"The model's {'class' if len(missing) == 1 else 'classes'} {listed(missing)} "
        f"{'is' if len(missing) == 1 else 'are'} not in the project's class list. Say what to do with each: "
        f'--map "{missing[0]}={example}", or --map "{missing[0]}=" to leave it out, '
        f"or add it with `verify-app class add`."
    )


def listed(names: Sequence[str], *, most: int = 5) -> str:
    """A few names in words: ``a, b, c and 4 more``."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
