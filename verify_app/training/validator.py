"""Ultralytics' validators, keeping what they found on each image and counting classes by name.

Imports Ultralytics: import this module only after `verify_app.inference.ultralytics_setup.prepare`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from ultralytics.data.build import build_dataloader
from ultralytics.models.yolo.classify import ClassificationValidator
from ultralytics.models.yolo.detect import DetectionValidator
from ultralytics.models.yolo.obb import OBBValidator
from ultralytics.models.yolo.pose import PoseValidator
from ultralytics.models.yolo.segment import SegmentationValidator
from ultralytics.utils import ops

from verify_app.core.vocabulary import Task
from verify_app.training.average_precision import ClassGuess, ImageStats
from verify_app.training.matches import LEAST_OVERLAP, ImageScene

Told = Callable[[int, int], None]
"""Takes images done and in all after every batch; may raise."""

if TYPE_CHECKING:
    _Base = DetectionValidator
else:
    _Base = object


class _ByName(_Base):
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
        See `Told`.

    Attributes
    ----------
    images : dict of str to ImageStats
        Per image file, in the order they were seen.
    scenes : dict of str to ImageScene
        The same images: objects and detections, with how far each overlaps each.
    """

    right = "tp"
    """Where Ultralytics keeps which predictions are right: by the boxes' IoU, rotated boxes' IoU, masks' IoU or OKS."""

    measured = "box"
    """Which of its metrics is computed from that."""

    def __init__(self, args: Mapping[str, object], names: Sequence[str], ids: Sequence[int], *, report: Told) -> None:
        super().__init__(args=dict(args))
        self.images: dict[str, ImageStats] = {}
        self.scenes: dict[str, ImageScene] = {}
        self._overlap: torch.Tensor | None = None
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
        self.scenes.clear()

    def _prepare_pred(self, pred: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        pred = super()._prepare_pred(pred)
        gold = self._ids.to(pred["cls"].device)[pred["cls"].long()]
        known = gold >= 0
        return {**{key: value[known] for key, value in pred.items()}, "cls": gold[known].to(pred["cls"].dtype)}

    def match_predictions(self, pred_classes: Any, true_classes: Any, iou: Any, use_scipy: bool = False) -> Any:
        """Keep the overlaps as well; of several measures the parents ask for the task's own last."""
        self._overlap = iou
        return super().match_predictions(pred_classes, true_classes, iou, use_scipy)

    def _process_batch(self, preds: dict[str, torch.Tensor], batch: dict[str, Any]) -> dict[str, Any]:
        """One image: what the parent makes of it, and the scene it makes it of."""
        self._overlap = None
        found = super()._process_batch(preds, batch)
        self.scenes[batch["im_file"]] = ImageScene(
            true=_numbers(batch["cls"]).astype(np.int64),
            said=_numbers(preds["cls"]).astype(np.int64),
            conf=_numbers(preds["conf"]),
            near=_pairs(self._overlap),
            true_boxes=_shares(batch["bboxes"], batch),
            said_boxes=_shares(preds["bboxes"], batch),
        )
        return found

    def update_metrics(self, preds: list[dict[str, torch.Tensor]], batch: dict[str, Any]) -> None:
        """Keep what each image adds, before the parent joins it all."""
        stats = self.metrics.stats
        before = len(stats["tp"])
        super().update_metrics(preds, batch)
        keys = (self.right, "conf", "pred_cls", "target_cls")
        for i, file in enumerate(batch["im_file"], start=before):
            self.images[file] = ImageStats(*(np.array(stats[key][i]) for key in keys))
        self._report(len(self.images), len(self.dataloader.dataset))


def _numbers(values: torch.Tensor) -> Any:
    return values.detach().cpu().numpy().astype(np.float64)


def _pairs(overlap: torch.Tensor | None) -> Any:
    """The pairs that overlap enough, as `ImageScene.near`: the whole table of every image would not fit."""
    if overlap is None:
        return np.zeros((0, 3))
    shares = _numbers(overlap)
    objects, detections = np.nonzero(shares >= LEAST_OVERLAP)
    return np.stack((shares[objects, detections], objects, detections), axis=1)


def _shares(boxes: torch.Tensor, batch: Mapping[str, Any]) -> Any:
    """Boxes, or what encloses oriented ones, as shares of the image as it is in its file."""
    if not len(boxes):
        return np.zeros((0, 4))
    if boxes.shape[1] > 4:
        corners = ops.xywhr2xyxyxyxy(boxes[:, :5])
        boxes = torch.cat((corners.amin(1), corners.amax(1)), 1)
    height, width = batch["ori_shape"]
    there: Any = ops.scale_boxes(batch["imgsz"], boxes.detach().clone().float(), (height, width), batch["ratio_pad"])
    return _numbers(there) / np.array([width, height, width, height])


class GoldValidator(_ByName, DetectionValidator):
    """Boxes."""


class GoldOriented(_ByName, OBBValidator):
    """Oriented boxes."""


class GoldSegments(_ByName, SegmentationValidator):
    """Outlines, compared as masks at a quarter of the input's size, as Ultralytics does while it trains."""

    right, measured = "tp_m", "seg"


class GoldPoses(_ByName, PoseValidator):
    """Points, compared by OKS with the constants that Ultralytics has for their number."""

    right, measured = "tp_p", "pose"


class GoldClasses(ClassificationValidator):
    """The same for models of whole images. A class that the gold images do not know is a wrong answer like any other.

    Attributes
    ----------
    images : dict of str to ClassGuess
        Per image file, in the order they were seen.
    """

    # the parent declares it None and fills it in later
    dataloader: Any
    device: Any
    pred: Any
    targets: Any

    def __init__(self, args: Mapping[str, object], names: Sequence[str], ids: Sequence[int], *, report: Told) -> None:
        super().__init__(args=dict(args))
        self.images: dict[str, ClassGuess] = {}
        self._gold_id = {own: gold for own, gold in enumerate(ids) if gold >= 0}
        self._report = report

    def get_dataloader(self, dataset_path: Any, batch_size: int) -> Any:
        """In the order of the files: the parent shuffles them, and a batch does not say which images it holds."""
        dataset = super().get_dataloader(dataset_path, batch_size).dataset
        return build_dataloader(dataset, batch_size, self.args.workers, shuffle=False, rank=-1, device=self.device)

    def init_metrics(self, model: Any) -> None:
        """Begin with no image."""
        super().init_metrics(model)
        self.images.clear()

    def update_metrics(self, preds: torch.Tensor, batch: dict[str, Any]) -> None:
        """Keep what each image adds, before the parent joins it all."""
        super().update_metrics(preds, batch)
        before, samples = len(self.images), self.dataloader.dataset.samples
        answers = zip(self.pred[-1].tolist(), self.targets[-1].tolist(), strict=True)
        for i, (best, target) in enumerate(answers, start=before):
            self.images[str(samples[i][0])] = ClassGuess(
                self._gold_id[target], best[0] == target, target in best, self._gold_id.get(best[0], -1)
            )
        self._report(len(self.images), len(samples))


VALIDATORS: Mapping[Task, Any] = {
    Task.DETECT: GoldValidator,
    Task.SEGMENT: GoldSegments,
    Task.OBB: GoldOriented,
    Task.POSE: GoldPoses,
    Task.CLASSIFY: GoldClasses,
}
