"""The steps of a cycle, and how the work of one that was cut off before it was written down is found again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from verify_app.app.cycle.state import CycleState
from verify_app.app.cycle.verdict import CycleOutcome, UseVerdict, decide, sentence
from verify_app.app.exports.export import ExportOptions, export, next_name
from verify_app.app.gold_use import lines as gold_lines
from verify_app.app.gold_use import told as gold_told
from verify_app.app.model_in_use import in_use
from verify_app.app.session import Session
from verify_app.app.training import TrainOptions, evaluate_models, evaluation_key, summary, train_version
from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined
from verify_app.core.percentages import of_decimal, percent
from verify_app.core.progress import Report
from verify_app.core.records import ModelInfo
from verify_app.core.vocabulary import Split
from verify_app.storage.queries import image_list
from verify_app.storage.queries.history import VersionRow, evaluation_since, versions

TRAINED = ".pt"


# --- export ---------------------------------------------------------------------------------------------


def exported(session: Session, state: CycleState) -> Mapping[str, Any] | None:
    """The version that an export which was cut off has put on record already; None when it has not."""
    out = state.begun.get("export", {}).get("out")
    known = versions(session.project.read)
    row = next((v for v in known if out is not None and any(one.folder == out for one in v.written)), None)
    return None if row is None else _version_told(row)


def free_folder(session: Session) -> Path:
    """Where the next version goes, in the project's own folder of versions."""
    name, number = next_name(versions(session.project.read)), 1
    folder = session.folder / "versions" / name
    while folder.exists():
        number += 1
        folder = folder.with_name(f"{name}-{number}")
    return folder.absolute()


def export_step(session: Session, out: Path, options: ExportOptions, *, report: Report) -> Mapping[str, Any]:
    """Write the version."""
    done = export(session, out, options, report=report)
    row = next(v for v in versions(session.project.read) if v.name == done.name)
    return _version_told(row)


def _version_told(row: VersionRow) -> Mapping[str, Any]:
    images = row.summary.get("images", {})
    text = M(
        "Version {name}: {n} images to train on, real share {share}.",
        name=row.name,
        n=images.get(Split.TRAIN.value, 0),
        share=percent(of_decimal(row.summary["real_share"])),
    )
    return {"version": row.name, "receipt": row.receipt, "folder": row.folder, "sentence": text}


# --- train ----------------------------------------------------------------------------------------------


def trained(session: Session, state: CycleState, version: str) -> Mapping[str, Any] | None:
    """The model that a training which was cut off has put on record already."""
    begun = state.begun.get("train")
    if begun is None:
        return None
    models = session.project.read.models()
    found = next((m for m in reversed(models) if m.id > begun["models"] and m.version == version), None)
    return None if found is None else _model_told(found)


def base_of(session: Session, named: str | None) -> str:
    """What to train from: what was named, else the model in use, else the weights that this was made of.

    Raises
    ------
    UserError
        When there is nothing that can be trained on.
    """
    if named is not None:
        return named
    using = in_use(session.project.read)
    models = {m.sha256: m for m in session.project.read.models()}
    found = using.model if using else None
    seen: set[str] = set()
    while found is not None and found.sha256 not in seen:
        if Path(found.file).suffix.lower() == TRAINED:
            return found.name
        seen.add(found.sha256)
        found = models.get(found.base or "")
    if using is None:
        raise UserError(M("The project has no model to train from; name one with --base, such as yolo26n.yaml."))
    raise UserError(
        M("{model} cannot be trained on: that needs its .pt weights; name them with --base.", model=using.model.name)
    )


def train_step(
    session: Session, version: str, base: str, options: TrainOptions, *, report: Report
) -> Mapping[str, Any]:
    """Train on the version."""
    return _model_told(train_version(session, version, base, options, report=report).model)


def _model_told(model: ModelInfo) -> Mapping[str, Any]:
    text = M("Trained {model} (round {round}, depth {depth}).", model=model.name, round=model.round, depth=model.depth)
    return {"model": model.name, "sha256": model.sha256, "sentence": text}


# --- evaluate -------------------------------------------------------------------------------------------


def _model(session: Session, digest: str | None) -> ModelInfo | None:
    return next((m for m in session.project.read.models() if digest and m.sha256 == digest), None)


def to_compare(session: Session, state: CycleState) -> tuple[list[ModelInfo], str]:
    """The models to measure, the one in use first, and why they cannot be compared, if so."""
    old, new = _model(session, state.old), _model(session, state.done.get("train", {}).get("sha256"))
    found = [m for m in (old, new) if m is not None]
    if old is not None and new is not None and old.sha256 == new.sha256:
        found = [new]
    if not found:
        return [], M("There is no model to measure.")
    if not any(one.gold and one.real_verified for one in image_list.tallies(session.project.read)):
        return [], M("There is no gold image to measure on: reserve real images for gold and verify them.")
    missing = set(found[-1].names.values()) - set(found[0].names.values())
    if missing:
        why = M(
            "{old} does not know {classes}, so that the two cannot be compared.",
            old=found[0].name,
            classes=sorted(missing),
        )
        return found[-1:], why
    return found, ""


def evaluated(session: Session, state: CycleState, models: Sequence[ModelInfo]) -> Mapping[str, Any] | None:
    """The evaluation that one which was cut off has put on record already."""
    begun = state.begun.get("evaluate")
    if begun is None or not models:
        return None
    return evaluation_since(session.project.read, evaluation_key([m.sha256 for m in models]), begun["event"])


def evaluate_step(
    session: Session, models: Sequence[ModelInfo], device: str | None, *, report: Report
) -> Mapping[str, Any]:
    """Measure them on the same gold images, paired."""
    done, out = evaluate_models(session, [m.name for m in models], device=device, report=report)
    return summary(done, out)


def evaluation_told(
    session: Session, models: Sequence[ModelInfo], found: Mapping[str, Any] | None, why: str
) -> Mapping[str, Any]:
    """What an evaluation came to; `found` is kept for the decision by its key."""
    if found is None:
        return {"key": None, "why": why, "sentence": why}
    gold = gold_told(session.project.read, list(models))
    first = found["models"][-1]
    said = sentence(found) if found["comparisons"] else _alone(models[-1], first, int(found["images"]))
    key = evaluation_key([m.sha256 for m in models])
    return {"key": key, "why": why, "gold_uses": gold["gold_uses"], "sentence": joined([said, why, *gold_lines(gold)])}


def _alone(model: ModelInfo, measured: Mapping[str, Any], images: int) -> str:
    metric = str(measured["metric"])
    return M(
        "{model}: {metric} {value:.3f} on {n} gold images.",
        model=model.name,
        metric=metric,
        value=measured["figures"][metric],
        n=images,
    )


# --- take into use --------------------------------------------------------------------------------------


def decided(session: Session, state: CycleState, *, agreed: bool) -> UseVerdict:
    """Whether the new model takes the place of the one that was in use when the cycle began."""
    old, new = _model(session, state.old), _model(session, state.done.get("train", {}).get("sha256"))
    if new is None:
        return UseVerdict(False, CycleOutcome.NO_MODEL, M("No model was trained, so nothing is taken into use."))
    if old is not None and old.sha256 == new.sha256:
        return UseVerdict(True, CycleOutcome.USED, M("{new} was in use before: training gave the same.", new=new.name))
    said = state.done.get("evaluate", {})
    found = session.project.read.setting(said["key"]) if said.get("key") else None
    why = said.get("why") or M("It was not measured on gold: say --evaluate.")
    return decide(found, new=new.name, old=old.name if old else None, why_unmeasured=why, use_unmeasured=agreed)


def chosen(session: Session, state: CycleState) -> ModelInfo | None:
    """The model that is in use after the decision."""
    taken = state.done["use"]["take"]
    return _model(session, state.done.get("train", {}).get("sha256") if taken else state.old)
