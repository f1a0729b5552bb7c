"""train and evaluate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from verify_app.app.gold_use import lines as gold_lines
from verify_app.app.gold_use import told
from verify_app.app.models import find_model, weights_for
from verify_app.app.monitoring.generations import least_falls
from verify_app.app.monitoring.record import drifted, look_after
from verify_app.app.training import (
    TrainOptions,
    evaluate_models,
    find_version,
    loaded_counts,
    summary,
    train_version,
)
from verify_app.cli.common import IMGSZ, image_seconds_option, job, project_argument, session_of
from verify_app.core.counted import counted
from verify_app.core.errors import UsageError
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report
from verify_app.core.vocabulary import LookKind
from verify_app.training.settings import parse

LISTED = 10
"""No more of the gold images that stay out are named in text."""


@click.command("train", context_settings={"ignore_unknown_options": False})
@project_argument
@click.argument("version")
@click.option("--base", required=True, metavar="MODEL", help="A model of the project, a .pt file, or yolo26n.yaml.")
@click.option("--epochs", type=click.IntRange(min=1), default=None, help="Default: 100.")
@click.option(
    "--imgsz",
    type=IMGSZ,
    default=None,
    help="Side of the input in pixels; default: the base model's.",
)
@click.option("--device", default=None, help="cpu, 0, mps; default: a GPU if there is one.")
@click.option("--batch", type=click.IntRange(min=1), default=None, help="Images at once; default: 16.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--download", is_flag=True, help="Agree to fetch published weights by name.")
@click.argument("settings", nargs=-1, metavar="[-- KEY=VALUE...]")
@job
def train_command(
    project: Path,
    version: str,
    base: str,
    epochs: int | None,
    imgsz: int | None,
    device: str | None,
    batch: int | None,
    seed: int,
    download: bool,
    settings: tuple[str, ...],
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Train a model on a version; what the trainer loads must be what the receipt says."""
    further = dict(parse(settings))
    batch = batch or _own_batch(further)
    options = TrainOptions(epochs, imgsz, device, batch, seed, further)
    with session_of(project, by) as session:
        find_version(session, version)
        if not base.endswith(".yaml"):
            base = weights_for(session, base, download=download)
        done = train_version(session, version, base, options, report=report)
        seen = look_after(session, LookKind.TRAINING, done.model.name, report=report)
    model = done.model
    what, score = done.trained.score
    return {
        "text": M(
            "Trained {model} (round {round}, depth {depth}): {figure} {score:.3f} on val.\n"
            "Evaluate it beside the old model on gold before you use it.",
            model=model.name,
            round=model.round,
            depth=model.depth,
            figure=what,
            score=score,
        ),
        "model": model.name,
        "sha256": model.sha256,
        "round": model.round,
        "depth": model.depth,
        "version": done.version,
        "epochs": done.trained.epochs,
        "metrics": dict(done.trained.metrics),
        "loaded": loaded_counts(done.trained),
        "monitor": seen,
    }


def _per_class(models: Sequence[Mapping[str, Any]]) -> list[str]:
    """The figure of each class that gold shows, a column a model."""
    lines = []
    for name, first in models[0]["classes"].items():
        if first["objects"]:
            values = "   ".join(f"{model['classes'][name]['value'] or 0.0:.3f}" for model in models)
            lines.append(f"{name:<24} {values}   ({counted(first['objects'], 'object')})")
    return lines


def _own_batch(further: dict[str, object]) -> int | None:
    """`batch` may also stand among the further settings, as Ultralytics' users write it."""
    value = further.pop("batch", None)
    if value is not None and (not isinstance(value, int) or value < 1):
        raise UsageError(M("batch is a number of images, 1 or more."))
    return value


@click.command("evaluate")
@project_argument
@click.argument("models", nargs=-1, required=True, metavar="MODEL...")
@click.option("--imgsz", type=IMGSZ, default=None)
@click.option("--device", default=None)
@image_seconds_option
@job
def evaluate_command(
    project: Path,
    models: tuple[str, ...],
    imgsz: int | None,
    device: str | None,
    image_seconds: float | None,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Measure models on the gold images; each is compared with the first."""
    if len(set(models)) != len(models):
        raise UsageError(M("Name each model once."))
    with session_of(project, by) as session:
        names = [weights_for(session, name) for name in models]
        done, out = evaluate_models(session, names, imgsz=imgsz, device=device, seconds=image_seconds, report=report)
        known = [m for name in names if (m := find_model(session, name)) is not None]
        gold = told(session.project.read, known)
        seen = look_after(session, LookKind.EVALUATION, Path(models[-1]).name, report=report)
    found = {**summary(done, out), **gold}
    for name, score in zip(models, found["models"], strict=True):
        score["model"] = name
    lines = [c["sentence"] for c in found["comparisons"]]
    lines += [joined([counted(done.images, "gold image"), counted(done.objects, "object")], ", ")]
    lines += [
        f"{s['model']:<24} " + "   ".join(f"{name} {value:.3f}" for name, value in s["figures"].items())
        for s in found["models"]
    ]
    lines += _per_class(found["models"])
    falls = least_falls(found["models"][-1]["classes"])
    lines += [*falls, *drifted(seen), *gold_lines(gold)]
    lines += [M("Left out: {image}. {why}", image=x.image, why=x.why) for x in out[:LISTED]]
    more = M("{n} more left out; --json lists them.", n=len(out) - LISTED)
    return {
        "text": joined([*lines, more] if len(out) > LISTED else lines, "\n"),
        **found,
        "least_falls": falls,
        "monitor": seen,
    }
