"""Train a model on a version with Ultralytics, in the calling process; stop when it would train on anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.remove_folder import remove_tree
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import check_task
from verify_app.inference.ultralytics_engine import loaded_pt, pt_card
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training import settings as rules
from verify_app.training.device import choose
from verify_app.training.guard import Counts, Guard, mirror_of
from verify_app.training.no_network import offline
from verify_app.training.progress_callbacks import TrainingProgress, figures_of, is_out_of_memory, main_figures
from verify_app.training.version_contents import Contents, contents
from verify_app.training.weights import keep

_TRAINER_ERRORS = (RuntimeError, MemoryError, ValueError, TypeError, AssertionError, ImportError, OSError)
_PATHS = frozenset({"model", "data", "project", "name", "save_dir", "source", "tracker", "cfg"})


@dataclass(frozen=True, slots=True)
class Trained:
    """New weights and how they came about.

    Parameters
    ----------
    weights : Path
        The best epoch's weights on val, stripped, bound to the receipt.
    sha256 : str
        Of `weights`.
    receipt : str
        Digest of the receipt.
    base : str or None
        SHA-256 of the weights training started from; None for an untrained model.
    loaded : mapping of split to Counts
        What the trainer really loaded, equal to the receipt.
    epochs : int
        Epochs done; fewer than asked for when training stopped early.
    metrics : mapping
        On val, 0 to 1: ``precision``, ``recall``, ``mAP50`` and ``mAP50-95``, said of what is measured where that is
        not the box (``mask mAP50-95``); of the classify task ``top-1 accuracy`` and ``top-5 accuracy``.
    settings : mapping
        Every setting as the trainer resolved it, without paths, with the optimizer it chose.
    """

    weights: Path
    sha256: str
    receipt: str
    base: str | None
    loaded: Mapping[str, Counts]
    epochs: int
    metrics: Mapping[str, float]
    settings: Mapping[str, object]
    task: Task = Task.DETECT

    @property
    def score(self) -> tuple[str, float]:
        """Name and value of the figure that models of the task are judged by, on val."""
        name = main_figures(self.task)[0]
        return name, self.metrics.get(name, 0.0)


def train(
    version: Path,
    *,
    base: Path | str,
    work: Path,
    epochs: int = 100,
    imgsz: int | None = None,
    device: str | None = None,
    batch: int = 16,
    seed: int = 0,
    settings: Mapping[str, object] = MappingProxyType({}),
    report: Report = silent,
) -> Trained:
    """Train `base` on a version.

    Parameters
    ----------
    version : Path
        Folder with ``receipt.json``; it is re-checked first and only read.
    base : path or str
        A ``.pt``, or the name of a model of Ultralytics to start untrained, such as ``yolo26n.yaml``.
    work : Path
        Folder for scratch (hard links where it is on the version's file system) and ``model.pt``.
    epochs, imgsz, batch, seed : int
        `imgsz` in pixels; None: 224 for the classify task, else 640, as Ultralytics.
    device : str, optional
        As `verify_app.training.device.choose` takes it.
    settings : mapping
        Further settings of Ultralytics' trainer.
    report : Report
        Called for every batch. When it raises, training stops there and nothing is kept.

    Raises
    ------
    UserError
        When the version differs from its receipt, the base cannot be used, a setting is refused, memory runs out,
        or the trainer loaded anything but the version.
    """
    prepare()
    from ultralytics.utils import DEFAULT_CFG_DICT  # noqa: PLC0415  # heavy

    rules.check(settings, DEFAULT_CFG_DICT)
    report(Progress("train", 0, 0, M("checking the version")))
    held = contents(version, report=report)
    _trainable(held)
    size = imgsz or (224 if held.task is Task.CLASSIFY else 640)
    chosen = {**settings, "epochs": epochs, "imgsz": size, "batch": batch, "seed": seed, "device": choose(device)}
    return _train_on(held, base, work, chosen, report)


def _train_on(held: Contents, base: Path | str, work: Path, chosen: Mapping[str, object], report: Report) -> Trained:
    with ExitStack() as stack:
        stack.enter_context(offline())
        start, base_sha256 = stack.enter_context(_base(base, held))
        run = stack.enter_context(_scratch(work))
        data = stack.enter_context(mirror_of(held, run / "mirror", report=report))
        guarded = Guard(held, report)
        trainer = _run({**chosen, **_decided(held.task, run), "model": start, "data": str(data)}, guarded, report)
        target = work.resolve() / "model.pt"
        best = trainer.best if trainer.best.exists() else trainer.last
        sha256 = keep(best, target, receipt=held.receipt, base=base_sha256)
    return Trained(
        weights=target,
        sha256=sha256,
        receipt=held.receipt,
        base=base_sha256,
        loaded=guarded.counts,
        epochs=trainer.epoch + 1,
        metrics=figures_of(held.task, trainer.metrics),
        settings=_resolved(trainer),
        task=held.task,
    )


def _trainable(held: Contents) -> None:
    if not any(len(sample.rows) for sample in held.splits["train"]):
        raise UserError(
            M("No train image of version {version} has a label; verify some objects first.", version=held.folder.name)
        )


@contextmanager
def _base(base: Path | str, held: Contents) -> Iterator[tuple[str, str | None]]:
    """What to start from, and the SHA-256 of its weights; a private copy of a file, while the context lasts."""
    path = Path(base)
    if path.suffix.lower() in (".yaml", ".yml"):
        _check_base(str(base), check_task(str(base), _architecture_task(str(base))), held)
        yield str(base), None
        return
    if not path.is_file():
        raise UserError(M("The base model {base} was not found; give the path of a .pt file.", base=base))
    if path.suffix.lower() != ".pt":
        raise UserError(M("{file} cannot be trained on; give the .pt it was made from.", file=path.name))
    with loaded_pt(path) as (model, sha256):
        _check_base(path.name, pt_card(path.name, model, sha256, imgsz=None).task, held)
        yield str(model.ckpt_path), sha256


def _check_base(name: str, task: str, held: Contents) -> None:
    if task != held.task:
        raise UserError(
            M(
                "{name} is a model for {task}, the version {version} is for {wanted}; choose a base for that.",
                name=name,
                task=task,
                version=held.folder.name,
                wanted=held.task,
            )
        )


def _architecture_task(name: str) -> str:
    from ultralytics.nn.tasks import guess_model_task, yaml_model_load  # noqa: PLC0415  # heavy

    try:
        return str(guess_model_task(yaml_model_load(name)))
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            M("Ultralytics has no model {name}; use a name such as yolo26n.yaml, or the path of a .pt file.", name=name)
        ) from error


def _decided(task: Task, run: Path) -> dict[str, object]:
    return {
        "task": task.value,
        "mode": "train",
        "fraction": 1.0,
        "split": "val",
        "single_cls": False,
        "classes": None,
        "pretrained": True,
        "resume": False,
        "deterministic": True,
        "nms": False,
        "val": True,
        "save": True,
        "save_period": -1,
        "plots": False,
        "verbose": False,
        "project": str(run),
        "name": "run",
        "exist_ok": True,
    }


@contextmanager
def _scratch(work: Path) -> Iterator[Path]:
    """A folder in `work` for what is not kept; what a killed run left there goes first."""
    folder = work.resolve() / "scratch"
    remove_tree(folder)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise UserError(
            M(
                "{work} cannot be written to ({reason}); choose another work folder.",
                work=work,
                reason=reason_of(error),
            )
        ) from error
    try:
        yield folder
    finally:
        remove_tree(folder)


def _run(overrides: Mapping[str, object], guarded: Guard, report: Report) -> Any:
    """Train and return the trainer; its data loaders are closed."""
    report(Progress("train", 0, 0, M("loading the model")))
    trainer = None
    task = guarded.version.task
    progress = TrainingProgress(report, task)
    try:
        trainer = _trainer_class(task)(overrides=dict(overrides))
        guarded.attach(trainer)
        progress.attach(trainer)
        trainer.train()
    except _TRAINER_ERRORS as error:
        readable = _readable(error, started=progress.started)
        if readable is None:
            raise
        raise readable from error
    finally:
        for loader in (getattr(trainer, "train_loader", None), getattr(trainer, "test_loader", None)):
            if loader is not None and hasattr(loader, "close"):
                loader.close()
    return trainer


def _trainer_class(task: Task) -> Any:
    from ultralytics.models import yolo  # noqa: PLC0415  # heavy

    return {
        Task.DETECT: yolo.detect.DetectionTrainer,
        Task.SEGMENT: yolo.segment.SegmentationTrainer,
        Task.OBB: yolo.obb.OBBTrainer,
        Task.POSE: yolo.pose.PoseTrainer,
        Task.CLASSIFY: yolo.classify.ClassificationTrainer,
    }[task]


def _readable(error: BaseException, *, started: bool) -> UserError | None:
    """The sentence for an error of the trainer; None when it is a bug."""
    text = " ".join(str(error).split())
    if is_out_of_memory(error):
        return UserError(M("Training ran out of memory; choose a smaller batch, or smaller images (imgsz)."))
    if "NaN" in text:
        return UserError(
            M("Training came apart (the loss is no number any more); choose a smaller lr0 and train again.")
        )
    if isinstance(error, OSError) and error.errno is not None:
        return UserError(
            M(
                "Training could not read or write a file ({reason}); make room and train again.",
                reason=reason_of(error),
            )
        )
    if started:
        return None
    # before the first epoch everything but the person's settings has been checked
    return UserError(
        M("The trainer refused to start: {reason}; change the base or that setting.", reason=text[:300].rstrip("."))
    )


def _resolved(trainer: Any) -> dict[str, object]:
    settings = {k: v for k, v in vars(trainer.args).items() if k not in _PATHS}
    groups = trainer.optimizer.param_groups
    return {
        **settings,
        "optimizer_chosen": type(trainer.optimizer).__name__,
        "lr_chosen": max(float(group.get("initial_lr", group["lr"])) for group in groups),
        "device_used": str(trainer.device),
    }
