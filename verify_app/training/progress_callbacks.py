"""What Ultralytics does, told in plain words while it happens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.vocabulary import Task

_LOSSES = {
    "box_loss": M("box"),
    "cls_loss": M("class"),
    "dfl_loss": M("edge"),
    "l1_loss": M("edge"),
    "seg_loss": M("mask"),
    "sem_loss": M("all masks"),
    "angle_loss": M("angle"),
    "pose_loss": M("points"),
    "kobj_loss": M("which points"),
    "rle_loss": M("spread of points"),
}
_TOP = {"top-1 accuracy": "metrics/accuracy_top1", "top-5 accuracy": "metrics/accuracy_top5"}
_WHAT = {Task.SEGMENT: ("mask ", "M"), Task.OBB: ("oriented-box ", "B"), Task.POSE: ("pose ", "P")}
_FIGURES = ("precision", "recall", "mAP50", "mAP50-95")


def keys_of(task: Task) -> dict[str, str]:
    """Ultralytics' key for each figure of a task, by the name that says what it is."""
    if task is Task.CLASSIFY:
        return dict(_TOP)
    what, letter = _WHAT.get(task, ("", "B"))
    return {f"{what}{figure}": f"metrics/{figure}({letter})" for figure in _FIGURES}


def main_figures(task: Task) -> tuple[str, str]:
    """The figure a model is judged by, and the one beside it."""
    names = list(keys_of(task))
    return (names[0], names[1]) if task is Task.CLASSIFY else (names[3], names[2])


class TrainingProgress:
    """Trainer callbacks that report every batch.

    `report` may raise: the error leaves the trainer at once, without the validation and saving that its own way of
    stopping would still do.
    """

    def __init__(self, report: Report, task: Task = Task.DETECT) -> None:
        self._report = report
        self._task = task
        self._batches = 0
        self._done = 0
        self._total = 0
        self.started = False

    def attach(self, trainer: Any) -> None:
        """Add the callbacks to a trainer."""
        trainer.add_callback("on_train_epoch_start", self._epoch_starts)
        trainer.add_callback("on_train_batch_end", self._batch_ends)
        trainer.add_callback("on_val_batch_end", self._val_batch_ends)
        trainer.add_callback("on_fit_epoch_end", self._epoch_ends)

    def _epoch_starts(self, _: Any) -> None:
        self.started = True
        self._batches = 0

    def _batch_ends(self, trainer: Any) -> None:
        # out of memory in the first epoch changes the number of batches
        per_epoch = len(trainer.train_loader)
        self._batches = min(self._batches + 1, per_epoch)
        self._done = trainer.epoch * per_epoch + self._batches
        self._total = max(trainer.epochs * per_epoch, self._done)
        losses = trainer.label_loss_items(trainer.tloss, prefix="loss")
        words = [
            M(
                "{loss} {value:.3g}",
                loss=_LOSSES.get(name.removeprefix("loss/"), name.removeprefix("loss/")),
                value=value,
            )
            for name, value in losses.items()
        ]
        self._tell(M("epoch {n} of {all}, loss: {losses}", n=trainer.epoch + 1, all=trainer.epochs, losses=words))

    def _val_batch_ends(self, validator: Any) -> None:
        batches = len(validator.dataloader)
        self._tell(M("checking on the val images, batch {n} of {all}", n=validator.batch_i + 1, all=batches))

    def _epoch_ends(self, trainer: Any) -> None:
        found = figures_of(self._task, trainer.metrics or {})
        # Ultralytics counts one epoch more while it validates the best weights at the end
        epoch = min(trainer.epoch + 1, trainer.epochs)
        words = ", ".join(f"{name} {value:.3f}" for name, value in found.items() if "mAP" in name or "top" in name)
        self._tell(M("epoch {n} of {all} done, on val: {figures}", n=epoch, all=trainer.epochs, figures=words))

    def _tell(self, text: str) -> None:
        self._report(Progress("train", self._done, self._total, text))


def figures_of(task: Task, metrics: Mapping[str, Any]) -> dict[str, float]:
    """Precision, recall, mAP50 and mAP50-95 out of Ultralytics' metrics, or top-1 and top-5 accuracy; 0 to 1."""
    return {name: float(metrics[key]) for name, key in keys_of(task).items() if key in metrics}


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, on the processor or on a GPU."""
    text = str(error).lower()
    phrases = ("out of memory", "can't allocate memory", "cannot allocate memory", "insufficient memory")
    return isinstance(error, MemoryError) or any(phrase in text for phrase in phrases)
