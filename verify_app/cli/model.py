"""model: weights of the project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verify_app.app.imports.files import files_of
from verify_app.app.model_consent import agree_to_model
from verify_app.app.model_fit import use
from verify_app.app.model_in_use import in_use
from verify_app.app.models import find_model, keep_model, model_file, open_model, use_model, weights_for
from verify_app.app.predict import mapping_of
from verify_app.app.scratch_folder import scratch
from verify_app.app.session import Session, adopt
from verify_app.app.training import add_model
from verify_app.cli.common import (
    IMGSZ,
    PATH,
    by_option,
    job,
    json_option,
    mine_option,
    project_argument,
    run_code_option,
    session_of,
    show,
    show_lines,
)
from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.queue.filters import Filter
from verify_app.core.records import ModelInfo
from verify_app.core.resources import resource
from verify_app.inference.convert import Agreement, convert
from verify_app.inference.foreign_formats import NeedsConsent
from verify_app.inference.model_card import ModelCard
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list

SAMPLES = 8


@click.group("model")
def model_command() -> None:
    """Models: weights by SHA-256, with round and depth."""


@model_command.command("list")
@project_argument
@json_option
def model_list(project: Path, as_json: bool) -> None:
    """List the models of a project."""
    with Project.look(project) as opened:
        keys = ("name", "sha256", "task", "round", "depth", "lineage", "version", "proof", "base")
        task, current = opened.read.task, in_use(opened.read)
        rows = [
            {
                **{k: getattr(m, k) for k in keys},
                "classes": list(m.names.values()),
                "used": use(task, m.task),
                "in_use": current is not None and current.model.id == m.id,
            }
            for m in opened.read.models()
        ]
    show_lines(rows, _row, as_json)


def _row(row: Mapping[str, Any]) -> str:
    said = f"  trained on {row['version']}" + (f" ({row['proof']})" if row["proof"] else "") if row["version"] else ""
    used = f"  {row['used']}" if row["used"] else ""
    current = "  in use" if row["in_use"] else ""
    return f"{row['name']:<24} round {row['round']}  depth {row['depth']}  {row['sha256'][:12]}{used}{said}{current}"


@model_command.command("use")
@project_argument
@click.argument("name")
@by_option
@json_option
def model_use(project: Path, name: str, by: str | None, as_json: bool) -> None:
    """Take a model into use: `predict` and `cycle` take it where none is named, and the window shows it."""
    with session_of(project, by) as session:
        model = use_model(session, name)
    found = {"model": model.name, "sha256": model.sha256, "round": model.round, "depth": model.depth}
    show(found, M("{model} is in use now.", model=model.name), as_json)


@model_command.command("show")
@click.argument("file", type=PATH)
@run_code_option
@json_option
def model_show(file: Path, agreed: tuple[str, ...], as_json: bool) -> None:
    """Say what a model file is: task, classes, input size."""
    for digest in agreed:
        agree_to_model(digest)
    try:
        with open_model(file) as engine:
            card = engine.card
    except NeedsConsent as error:
        if not as_json:
            raise
        show({"needs_consent": error.sha256, "file": file.name}, "", as_json)
        return
    found = {"task": card.task, "classes": list(card.names.values()), "imgsz": max(card.imgsz), "sha256": card.sha256}
    found |= {"points": card.points} if card.points else {}
    found |= {} if card.named else {"named": False}
    classes = f"classes {', '.join(card.names.values())}" if card.named else _unnamed(card)
    show(found, f"{file.name}: {card.task}, {max(card.imgsz)} px, {classes}", as_json)


def _unnamed(card: ModelCard) -> str:
    return f"{len(card.names)} classes without names" if card.names else "classes neither named nor counted"


@model_command.command("add")
@project_argument
@click.argument("file", metavar="FILE|NAME")
@click.option(
    "--version",
    default=None,
    type=PATH,
    help="The version it was trained on elsewhere; kept as claimed unless the weights say so.",
)
@click.option("--map", "pairs", multiple=True, metavar="N=CLASS", help="What a class without a name is called here.")
@click.option("--download", is_flag=True, help="Agree to fetch published weights by name.")
@run_code_option
@job
def model_add(
    project: Path,
    file: str,
    version: Path | None,
    pairs: tuple[str, ...],
    download: bool,
    agreed: tuple[str, ...],
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Take weights into the project."""
    for digest in agreed:
        agree_to_model(digest)
    report(Progress("model", 0, 0, M("Loading the model")))
    with session_of(project, by) as session:
        found = Path(weights_for(session, file, download=download))
        model = add_model(session, found, version=version, said=mapping_of(pairs))
        used = use(session.task, model.task)
    return {
        "text": M(
            "Added {model} ({used}, round {round}, depth {depth}, {lineage}).",
            model=model.name,
            used=used,
            round=model.round,
            depth=model.depth,
            lineage=_lineage(model),
        )
        if used
        else M(
            "Added {model} (round {round}, depth {depth}, {lineage}).",
            model=model.name,
            round=model.round,
            depth=model.depth,
            lineage=_lineage(model),
        ),
        "model": model.name,
        "sha256": model.sha256,
        "round": model.round,
        "depth": model.depth,
        "lineage": model.lineage,
        "proof": model.proof,
    }


def _lineage(model: ModelInfo) -> str:
    lineage = model.lineage[:12]
    if model.proof:
        return M("lineage {lineage}, {proof}", lineage=lineage, proof=model.proof)
    return M("lineage {lineage}", lineage=lineage)


@model_command.command("convert")
@click.argument("places", nargs=-1, required=True, metavar="[PROJECT] MODEL")
@mine_option
@click.option(
    "--out",
    default=None,
    type=PATH,
    help="Default: into the project, or beside the .pt.",
)
@click.option("--imgsz", type=IMGSZ, default=None)
@job
def model_convert(
    places: tuple[str, ...], mine: bool, out: Path | None, imgsz: int | None, by: str | None, report: Report
) -> dict[str, Any]:
    """Make the ONNX form of a .pt once, and check that both say the same on sample images."""
    if len(places) > 2:
        raise UsageError(M("Give a .pt file, or a project and a model."))
    report(Progress("convert", 0, 0, M("Converting and comparing")))
    if len(places) == 1:
        weights = Path(places[0])
        target = out or weights.with_suffix(".onnx")
        return _told(convert(weights, target, imgsz=imgsz, samples=_bundled()), str(target))
    if mine:
        adopt(Path(places[0]))
    with session_of(Path(places[0]), by) as session:
        return _in_project(session, places[1], out, imgsz)


def _in_project(session: Session, name: str, out: Path | None, imgsz: int | None) -> dict[str, Any]:
    known = find_model(session, name) or add_model(session, Path(weights_for(session, name)))
    weights = model_file(session.folder, known)
    samples = list(files_of(session, list(image_list.ids(session.project.read, Filter()))[:SAMPLES]).values())
    with scratch(session) as room:
        target = out or room / "model.onnx"
        agreement = convert(weights, target, imgsz=imgsz, samples=samples or _bundled())
        with open_model(target) as engine:
            card = engine.card
        model = keep_model(
            session,
            target,
            card,
            name=f"{known.name}-onnx",
            round_=known.round,
            depth=known.depth,
            lineage=known.lineage,
            version=known.version,
            base=known.sha256,
            detail={"imgsz": max(card.imgsz), **({"proof": known.proof} if known.proof else {})},
        )
    return {**_told(agreement, model.name), "model": model.name, "sha256": model.sha256}


def _bundled() -> list[Path]:
    return sorted(resource("demo", "images", "real").glob("*.jpg"))[:SAMPLES]


def _told(agreement: Agreement, where: str) -> dict[str, Any]:
    template = M("Made {where}: {n} objects agree (lowest IoU {iou:.4f}, largest difference in confidence {conf:.4f}).")
    if agreement.compared == 1:
        template = M("Made {where}: 1 object agrees (IoU {iou:.4f}, difference in confidence {conf:.4f}).")
    return {
        "text": template.filled(
            where=where,
            n=agreement.compared,
            iou=agreement.worst_iou,
            conf=agreement.worst_conf,
        ),
        "compared": agreement.compared,
        "worst_iou": agreement.worst_iou,
        "worst_conf": agreement.worst_conf,
    }
