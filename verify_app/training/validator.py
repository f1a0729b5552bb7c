"""Ultralytics' detection validator, keeping what it found on each image and counting classes by name.

Imports Ultralytics: import this module only after `verify_app.inference.quiet.prepare`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from ultralytics.models.yolo.detect import DetectionValidator

from verify_app.training.average_precision import ImageStats


class GoldValidator(DetectionValidator):
    """Validates any model on gold images, whatever the order of its classes.

    Parameters
    ----------
    args : mapping
        Settings of the validator.
    names : sequence of str
        The gold images' classes by id.
    ids : sequence of int
        Gold id of every class of the model, -1 for those the gold images do not know; their predictions are left out.
    report : callable
        Takes images done and in all after every batch; may raise.

    Attributes
    ----------
    images : dict of str to ImageStats
        Per image file, in the order they were seen.
    """

    def __init__(
        self,
        args: Mapping[str, object],
        names: Sequence[str],
        ids: Sequence[int],
        *,
        report: Callable[[int, int], None],
    ) -> None:
        super().__init__(args=dict(args))
        self.images: dict[str, ImageStats] = {}
        self._gold = dict(enumerate(names))
        self._ids = torch.tensor(ids)
        self._report = report

    # the parent declares these None and fills them in later
    names: Any
    nc: Any

    def get_dataloader(self, dataset_path: str, batch_size: int) -> Any:
        """Load all labels: the parent drops those beyond the model's number of classes."""
        self.names = self._gold
        return super().get_dataloader(dataset_path, batch_size)

    def init_metrics(self, model: Any) -> None:
        """Count in the gold images' classes."""
        super().init_metrics(model)
        self.names = self.metrics.names = self._gold
        self.nc = len(self._gold)
        self.images.clear()

    def _prepare_pred(self, pred: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        pred = super()._prepare_pred(pred)
        gold = self._ids.to(pred["cls"].device)[pred["cls"].long()]
        known = gold >= 0
        return {**{key: value[known] for key, value in pred.items()}, "cls": gold[known].to(pred["cls"].dtype)}

    def update_metrics(self, preds: list[dict[str, torch.Tensor]], batch: dict[str, Any]) -> None:
        """Keep what each image adds, before the parent joins it all."""
        stats = self.metrics.stats
        before = len(stats["tp"])
        super().update_metrics(preds, batch)
        for i, file in enumerate(batch["im_file"], start=before):
            self.images[file] = ImageStats(*(np.array(stats[k][i]) for k in ("tp", "conf", "pred_cls", "target_cls")))
        self._report(len(self.images), len(self.dataloader.dataset))
