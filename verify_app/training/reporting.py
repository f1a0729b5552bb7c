"""What Ultralytics does, told in plain words while it happens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verify_app.core.progress import Progress, Report

_LOSSES = {"box_loss": "box", "cls_loss": "class", "dfl_loss": "edge", "l1_loss": "edge"}
_METRICS = {
    "precision": "metrics/precision(B)",
    "recall": "metrics/recall(B)",
    "mAP50": "metrics/mAP50(B)",
    "mAP50-95": "metrics/mAP50-95(B)",
}


class TrainingProgress:
    """Trainer callbacks that report every batch.

    `report` may raise: the error leaves the trainer at once, without the validation and saving that its own way of
    stopping would still do.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
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
        words = ", ".join(
            f"{_LOSSES.get(name.removeprefix('loss/'), name.removeprefix('loss/'))} {float(value):.3g}"
            for name, value in losses.items()
        )
        self._tell(f"epoch {trainer.epoch + 1} of {trainer.epochs}, loss: {words}")

    def _val_batch_ends(self, validator: Any) -> None:
        batches = len(validator.dataloader)
        self._tell(f"checking on the val images, batch {validator.batch_i + 1} of {batches}")

    def _epoch_ends(self, trainer: Any) -> None:
        found = box_metrics(trainer.metrics or {})
        # Ultralytics counts one epoch more while it validates the best weights at the end
        epoch = min(trainer.epoch + 1, trainer.epochs)
        words = ", ".join(f"{name} {value:.3f}" for name, value in found.items() if name.startswith("mAP"))
        self._tell(f"epoch {epoch} of {trainer.epochs} done, on val: {words}")

    def _tell(self, text: str) -> None:
        self._report(Progress("train", self._done, self._total, text))


def box_metrics(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Precision, recall, mAP50 and mAP50-95 out of Ultralytics' metrics, 0 to 1."""
    return {name: float(metrics[key]) for name, key in _METRICS.items() if key in metrics}


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, on the processor or on a GPU."""
    text = str(error).lower()
    phrases = ("out of memory", "can't allocate memory", "cannot allocate memory", "insufficient memory")
    return isinstance(error, MemoryError) or any(phrase in text for phrase in phrases)
