"""Training: the settings that every arm shares, and the trainer of the arms that do not go through the gate.

The program trains on versions only and has no switch for anything else. What is no version is trained by this script
with the settings that the program itself decides beside the experiment's own, on one thread.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from tests.benchmarks.collapse import sources
from verify_app.core.vocabulary import Task
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.no_network import offline
from verify_app.training.train import _decided

STEPS, BATCH = 1200, 16
SETTINGS: dict[str, object] = {
    "freeze": 10,
    "optimizer": "AdamW",
    "lr0": 0.002,
    "lrf": 0.05,
    "cos_lr": True,
    "warmup_epochs": 1.0,
    "nbs": BATCH,
    "patience": 0,
    "mosaic": 0.0,
    "scale": 0.25,
    "translate": 0.08,
    "erasing": 0.0,
    "cache": "ram",
    "workers": 0,
    "amp": False,
}
"""The same for every arm; besides them image size, epochs, batch, seed and device, and what the program decides."""


def epochs_for(images: int, steps: int = STEPS) -> int:
    """Whole epochs that come nearest to so many optimizer steps."""
    return max(1, round(steps / ceil(images / BATCH)))


def one_thread() -> None:
    """Let torch take one core, whatever it is called from."""
    import torch  # heavy

    torch.set_num_threads(1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An image and the rows of its label file."""

    image: Path
    labels: str


def train(
    train_on: Sequence[Sheet],
    val: Sequence[Sheet],
    names: Sequence[str],
    *,
    base: Path,
    out: Path,
    epochs: int,
    imgsz: int,
    seed: int,
) -> None:
    """Train on a list of images; the best epoch's weights on val go to `out`."""
    prepare()
    from ultralytics.models.yolo.detect import DetectionTrainer  # heavy
    from ultralytics.utils.torch_utils import strip_optimizer  # heavy

    one_thread()
    with tempfile.TemporaryDirectory(prefix="collapse-", dir=out.parent) as scratch, offline():
        work = Path(scratch)
        for split, sheets in (("train", train_on), ("val", val)):
            _lay_out(sheets, work, split)
        data = sources.data_yaml(work, names, train="images/train", val="images/val")
        chosen = {**SETTINGS, "epochs": epochs, "imgsz": imgsz, "batch": BATCH, "seed": seed, "device": "cpu"}
        given = {**chosen, **_decided(Task.DETECT, work), "model": str(base), "data": str(data)}
        trainer = DetectionTrainer(overrides=given)
        trainer.train()
        best = trainer.best if trainer.best.exists() else trainer.last
        strip_optimizer(str(best))
        shutil.copyfile(best, out)


def _lay_out(sheets: Sequence[Sheet], work: Path, split: str) -> None:
    images, labels = work / "images" / split, work / "labels" / split
    images.mkdir(parents=True)
    labels.mkdir(parents=True)
    for sheet in sheets:
        name = f"{sheet.image.parent.name}-{sheet.image.name}"
        (images / name).hardlink_to(sheet.image)
        (labels / name).with_suffix(".txt").write_text(sheet.labels)
