"""Training on a version and measuring models on gold, with what the project knows of versions and models."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify_app.app import settings
from verify_app.app.evaluation_record import kept
from verify_app.app.exports.export import comparable
from verify_app.app.exports.versions import receipt_of
from verify_app.app.model_classes import Said, names_of
from verify_app.app.model_fit import fit_task
from verify_app.app.models import find_model, keep_model, listed, model_file, open_model
from verify_app.app.monitoring.leak_groups import gold_groups
from verify_app.app.scratch_folder import scratch
from verify_app.app.session import Session
from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt.receipt import RECEIPT, Receipt, parse_receipt, read_receipt
from verify_app.core.records import UNKNOWN, ModelInfo, Proof
from verify_app.core.tail_classes import tail_classes
from verify_app.datasets.composition.candidates import Candidate, Pool
from verify_app.datasets.composition.placement import LeftOut
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.version.gold_set import write_gold
from verify_app.inference.model_card import ModelCard
from verify_app.storage.queries.history import VersionRow, versions
from verify_app.training.evaluate import Evaluation, Score, evaluate
from verify_app.training.train import Trained, train
from verify_app.training.weights import lineage_of

UNTRAINED = ".yaml"


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """How to train; None leaves it to the base model or to Ultralytics."""

    epochs: int | None = None
    imgsz: int | None = None
    device: str | None = None
    batch: int | None = None
    seed: int = 0
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewModel:
    """A trained model and the version it was trained on."""

    model: ModelInfo
    version: str
    trained: Trained


def find_version(session: Session, name: str) -> tuple[Path, VersionRow | None]:
    """A version by its name in the project or by its folder; the record is None for a folder it does not know.

    Raises
    ------
    UserError
        When there is none, its folder has vanished, or its receipt is not the one this project wrote.
    """
    known = versions(session.project.read)
    row = next((v for v in known if v.name == name), None)
    folder = _written(row) if row else Path(name)
    if not (folder / RECEIPT).is_file():
        if row:
            raise UserError(
                M(
                    "{name} was written to {folder}, and is not there any more; export it again or move it back.",
                    name=name,
                    folder=folder,
                )
            )
        names = listed([v.name for v in known]) or M("none yet")
        raise UserError(
            M(
                "There is no version {name} and no folder with a receipt there; versions: {names}.",
                name=name,
                names=names,
            )
        )
    digest = _receipt_in(folder)
    if row and not row.has(digest):
        raise UserError(
            M(
                "The receipt in {folder} is not one that this project wrote for {name}; export it again.",
                folder=folder,
                name=name,
            )
        )
    return folder, row or next((v for v in known if v.has(digest)), None)


def _written(row: VersionRow) -> Path:
    """Where a version is: of the places it was written to the newest that still holds one of its receipts."""
    folders = [Path(one.folder) for one in reversed(row.written)]
    return next((f for f in folders if (f / RECEIPT).is_file() and row.has(_receipt_in(f))), Path(row.folder))


def _receipt_in(folder: Path) -> str:
    """Digest of the receipt in a folder."""
    return hashlib.sha256(read_receipt(folder)).hexdigest()


def train_version(
    session: Session, version: str, base: str, options: TrainOptions, *, report: Report = silent
) -> NewModel:
    """Train a model on a version; the new weights join the project with their round and depth.

    Parameters
    ----------
    base : str
        A model of the project, a ``.pt`` file, or an untrained model such as ``yolo26n.yaml``.

    Raises
    ------
    UserError
        When version or base cannot be used, or the trainer loaded anything but the version.
    Cancelled
        From `report`; nothing is kept then.
    """
    folder, row = find_version(session, version)
    receipt = parse_receipt(read_receipt(folder))
    known = find_model(session, base)
    start = _start(session, base, known)
    values = {
        "epochs": options.epochs,
        "imgsz": options.imgsz or _imgsz_of(session, known),
        "batch": options.batch,
    }
    with scratch(session) as work:
        done = train(
            folder,
            base=start,
            work=work,
            device=options.device,
            seed=options.seed,
            settings=options.settings,
            report=report,
            **{k: v for k, v in values.items() if v is not None},
        )
        name = row.name if row else folder.name
        model = _register(session, done.weights, known, receipt, _Made(name, done.receipt, dict(done.metrics)))
    return NewModel(model, name, done)


def _start(session: Session, base: str, known: ModelInfo | None) -> Path | str:
    file = model_file(session.folder, known) if known else base
    if str(file).endswith(UNTRAINED):
        return str(file)
    if Path(file).suffix.lower() != ".pt":
        raise UserError(M("{model} cannot be trained on: that needs the .pt weights it was made from.", model=base))
    return Path(file)


def _imgsz_of(session: Session, known: ModelInfo | None) -> int | None:
    detail = session.project.read.model_detail(known.id) if known else {}
    size = detail.get("imgsz")
    return int(size) if isinstance(size, int) else None


@dataclass(frozen=True, slots=True)
class _Made:
    """How weights came about: the version's name, its receipt's digest, what was measured, who says so."""

    version: str
    receipt: str
    metrics: dict[str, float]
    proof: Proof = Proof.PROVED


def _register(session: Session, weights: Path, base: ModelInfo | None, receipt: Receipt, made: _Made) -> ModelInfo:
    with open_model(weights) as engine:
        card = engine.card
    return keep_model(
        session,
        weights,
        card,
        name=f"{made.version}-r{(base.round if base else 0) + 1}",
        round_=(base.round if base else 0) + 1,
        depth=_depth(base, receipt),
        lineage=made.receipt,
        version=made.version,
        base=base.sha256 if base else None,
        detail={"metrics": made.metrics, "imgsz": max(card.imgsz), "proof": made.proof},
    )


def _depth(base: ModelInfo | None, receipt: Receipt) -> int:
    return max([base.depth if base else 0, *(1 + model.depth for model in receipt.models)])


def _attach(session: Session, known: ModelInfo, receipt: Receipt, made: _Made) -> ModelInfo:
    """Say of a model of the project, of which nobody knew it, on which version it was trained."""
    detail = {**session.project.read.model_detail(known.id), "proof": made.proof}
    lineage = {"round": 1, "depth": _depth(None, receipt), "lineage": made.receipt, "version": made.version}
    with session.project.transact(session.actor, "model_add") as tx:
        tx.update("model", known.id, {**lineage, "detail": json.dumps(detail)})
    return next(m for m in session.project.read.models() if m.id == known.id)


def add_model(session: Session, file: Path, *, version: Path | None = None, said: Said | None = None) -> ModelInfo:
    """Take weights into the project.

    Parameters
    ----------
    version : Path, optional
        The version they were trained on elsewhere; whether they say so themselves is kept (`core.records.Proof`).
        Without it the weights themselves are asked; when they do not name one of our receipts their lineage is unknown
        (round 0, depth 0).
    said : mapping of str to (str or None), optional
        What the classes of a model that names none are called, by number.

    Raises
    ------
    UserError
        When the file is no usable model, the folder holds no version, or the weights cannot come from it: they lead to
        another receipt, are of another task or other classes, or are in the project with another version.
    """
    with open_model(file) as engine:
        fit_task(session.task, session.skeleton, engine)
        card = engine.card
    if said and not card.named:
        card = replace(card, names=names_of(file.name, card, None, said))
    digest = lineage_of(file)
    if version is not None:
        return _claimed(session, file, card, version, digest)
    row = next((v for v in versions(session.project.read) if digest and v.has(digest)), None)
    if row is None or digest is None or _in_project(session, card) is not None:
        return keep_model(session, file, card, detail={"imgsz": max(card.imgsz)})
    try:
        receipt, _ = receipt_of(session.project.read, row, digest)
    except UserError:  # of an older version whose folder is gone
        return keep_model(session, file, card, detail={"imgsz": max(card.imgsz)})
    return _register(session, file, None, receipt, _Made(row.name, digest, {}))


def _claimed(session: Session, file: Path, card: ModelCard, version: Path, said: str | None) -> ModelInfo:
    """Weights that somebody says were trained on a version; `said` is the receipt they lead to themselves."""
    folder, row = find_version(session, str(version))
    receipt, digest = parse_receipt(read_receipt(folder)), _receipt_in(folder)
    name = row.name if row else folder.name
    own = {one.receipt for one in row.written} if row else {digest}
    if said is not None and said not in own:
        of = next(
            (v.name for v in versions(session.project.read) if v.has(said)),
            M("another version ({digest})", digest=said[:12]),
        )
        raise UserError(
            M(
                "{file} says that it was trained on {version}, not on {name}; add it without --version.",
                file=file.name,
                version=of,
                name=name,
            )
        )
    problem = _unlike(card, receipt)
    if problem:
        raise UserError(
            M("{file} cannot have been trained on {name}: {problem}.", file=file.name, name=name, problem=problem)
        )
    made = _Made(name, said or digest, {}, Proof.PROVED if said is not None else Proof.CLAIMED)
    known = _in_project(session, card)
    if known is None:
        return _register(session, file, None, receipt, made)
    if known.lineage == UNKNOWN:
        return _attach(session, known, receipt, made)
    if known.lineage not in own:
        raise UserError(
            M(
                "These weights are in the project already, as {known}: trained on {version}, not on {name}; one of "
                "both is wrong.",
                known=known.name,
                version=known.version,
                name=name,
            )
        )
    return known


def _in_project(session: Session, card: ModelCard) -> ModelInfo | None:
    return next((m for m in session.project.read.models() if m.sha256 == card.sha256), None)


def _unlike(card: ModelCard, receipt: Receipt) -> str:
    """What a model has that nothing trained on a version has; empty for nothing."""
    if card.task != receipt.task:
        return M("it is for {task}, the version for {wanted}", task=card.task, wanted=receipt.task)
    names = [card.names[index] for index in sorted(card.names)]
    if names != list(receipt.classes):
        return M("its classes are {names}, the version's {theirs}", names=listed(names), theirs=listed(receipt.classes))
    points = len(receipt.skeleton.names) if receipt.skeleton else 0
    return (
        ""
        if not card.points or card.points == points
        else M("it has {points}, the version {wanted}", points=counted(card.points, "point"), wanted=points)
    )


def evaluate_models(
    session: Session,
    names: Sequence[str],
    *,
    imgsz: int | None = None,
    device: str | None = None,
    seconds: float | None = None,
    report: Report = silent,
) -> tuple[Evaluation, list[LeftOut]]:
    """Measure models on the project's gold images; each after the first is compared with the first.

    Parameters
    ----------
    seconds : float, optional
        How long a model may look at one image; default: as this person's settings say.

    Returns
    -------
    tuple of Evaluation and list of LeftOut
        What was measured, and which gold images stay out, with the reason.

    Raises
    ------
    UserError
        When a model is unknown or there is no gold image.
    """
    files = [model_file(session.folder, m) if (m := find_model(session, name)) else Path(name) for name in names]
    size = imgsz or _imgsz_of(session, find_model(session, names[0])) or 640
    with scratch(session) as folder:
        pool = gold_pool(session, report)
        _, out = write_gold(pool, folder / "gold")
        done = evaluate(
            files,
            folder / "gold",
            names=pool.classes,
            task=session.task,
            imgsz=size,
            device=device,
            seconds=seconds or settings.load().image_seconds,
            work=folder,
            tail=_tail(pool),
            groups=gold_groups(session.project.read, session.folder / "cache"),
            report=report,
        )
    _record(session, done, out)
    return done, out


def _record(session: Session, done: Evaluation, out: Sequence[LeftOut]) -> None:
    recorded = {**summary(done, out), "answers": _answers(done), "detail": kept(done)}
    with session.project.transact(session.actor, "evaluate") as tx:
        tx.put("setting", evaluation_key([s.sha256 for s in done.scores]), {"value": json.dumps(recorded)})


def evaluation_key(digests: Sequence[str]) -> str:
    """Under which setting an evaluation of these models is kept."""
    return f"evaluation:{'+'.join(one[:12] for one in digests)}"


def _tail(pool: Pool) -> list[str]:
    """The rare classes of what persons verified."""
    counts = Counter(x.index for c in pool.candidates if c.rv for x in c.labels if x.index >= 0)
    return [pool.classes[i] for i in sorted(tail_classes(counts, len(pool.classes)))]


def _answers(done: Evaluation) -> list[dict[str, Any]]:
    """What each model said of each gold image: recorded, not printed."""
    return [{name: [one.objects, one.said] for name, one in score.answers.items()} for score in done.scores]


def gold_pool(session: Session, report: Report) -> Pool:
    """What is reserved for gold, and what has a place that could forbid it, with their looks."""

    def told(step: Progress) -> None:
        report(replace(step, job="evaluate"))

    def compared(c: Candidate) -> bool:
        return c.gold or c.trained or c.split is not None

    pool = read_pool(session.project.read)
    some = tuple(c for c in pool.candidates if compared(c))
    return comparable(session, survey(replace(pool, candidates=some), report=told), report=told)


def loaded_counts(trained: Trained) -> dict[str, Any]:
    """What the trainer really loaded, by split, as a plain object."""
    return {
        split: {"images": c.images, "instances": sum(c.objects.values()), "by_class": dict(c.objects)}
        for split, c in trained.loaded.items()
    }


def _figures(score: Score) -> dict[str, Any]:
    """The figures under the names of `--json`, and what the first is called."""
    figures = {name: round(value, 6) for name, value in score.figures.items()}
    return {"metric": score.metric, "figures": figures, **{_key(name): value for name, value in figures.items()}}


def _key(figure: str) -> str:
    """``map50_95`` of ``mask mAP50-95``, ``top_1_accuracy`` of ``top-1 accuracy``."""
    name = figure.rpartition(" ")[2] if "mAP" in figure else figure
    return name.lower().replace("-", "_").replace(" ", "_")


def summary(done: Evaluation, left_out: Sequence[LeftOut] = ()) -> dict[str, Any]:
    """An evaluation as a plain object."""
    return {
        "images": done.images,
        "independent": done.groups,
        "left_out": [{"image": x.image, "reason": x.reason, "why": x.why} for x in left_out],
        "objects": done.objects,
        "models": [
            {
                "sha256": score.sha256,
                "imgsz": score.imgsz,
                **_figures(score),
                "classes": {
                    name: {
                        "objects": c.objects,
                        "value": c.value,
                        _key(score.metric): c.value,
                        "recall": c.recall,
                        "precision": c.precision,
                    }
                    for name, c in score.classes.items()
                },
            }
            for score in done.scores
        ],
        "comparisons": [
            {
                "change": c.change,
                "low": c.low,
                "high": c.high,
                "outcome": c.outcome.value,
                "sentence": c.sentence,
                "tail": None if c.tail is None else dict(zip(("change", "low", "high"), c.tail, strict=True)),
                "gone": list(c.gone),
            }
            for c in done.comparisons
        ],
    }
