"""Trains the small models beside this file on the scenes of `tests/tasks.py`; minutes on two cores for each.

    python tests/data/make_models.py [--task detect ...] [--work DIR] [--images 400] [--epochs N]

They are YOLO26 by Ultralytics' own YAMLs with half the channels of the nano scale, trained from nothing, stored in
half precision without optimizer or traces of the machine. Prints one JSON object a model: the share of the objects on
new scenes that it finds.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tasks import CLASSES, SIDE, SKELETON, model, scenes, write_yolo
from verify_app.core.vocabulary import Task
from verify_app.inference.ultralytics_setup import prepare

SUFFIX = {Task.DETECT: "", Task.SEGMENT: "-seg", Task.OBB: "-obb", Task.POSE: "-pose", Task.CLASSIFY: "-cls"}
SCALE = [0.50, 0.125, 1024]
"""Depth, width and most channels; the nano scale is 0.50, 0.25, 1024."""
TEST_SEED = 3_000_000
EPOCHS = {Task.DETECT: 60, Task.SEGMENT: 45, Task.OBB: 40, Task.POSE: 40, Task.CLASSIFY: 25}
SETTINGS: dict[str, Any] = {
    "imgsz": SIDE,
    "batch": 16,
    "nbs": 16,
    "optimizer": "AdamW",
    "lr0": 0.003,
    "lrf": 0.02,
    "cos_lr": True,
    "warmup_epochs": 1.0,
    "mosaic": 0.0,
    "cache": "ram",
    "workers": 0,
    "amp": False,
    "plots": False,
    "val": False,
    "device": "cpu",
    "seed": 26,
    "nms": False,
    "verbose": False,
}
LOOSE = {
    Task.DETECT: {"scale": 0.25, "translate": 0.08, "erasing": 0.0},
    Task.SEGMENT: {"scale": 0.2, "translate": 0.05, "erasing": 0.0, "overlap_mask": False, "mask_ratio": 2},
    Task.OBB: {"scale": 0.2, "translate": 0.05, "flipud": 0.5, "erasing": 0.0},
    Task.POSE: {"scale": 0.2, "translate": 0.05, "erasing": 0.0, "kobj": 12.0},  # few points are absent
    Task.CLASSIFY: {"scale": 0.8, "erasing": 0.0, "auto_augment": None},
}


def yaml_of(folder: Path, task: str) -> Path:
    """Ultralytics' YAML of a task with the small scale and the scenes' classes and points."""
    from ultralytics.utils import ROOT, YAML  # heavy

    plan = YAML.load(ROOT / "cfg" / "models" / "26" / f"yolo26{SUFFIX[Task(task)]}.yaml")
    plan |= {"nc": len(CLASSES[task]), "scales": {"n": SCALE}}
    if task == Task.POSE:
        plan["kpt_shape"] = [len(SKELETON.names), 3]
    file = folder / f"yolo26n{SUFFIX[Task(task)]}.yaml"
    YAML.save(file, plan)
    return file


def train(work: Path, task: str, images: int, epochs: int) -> Path:
    """Train from nothing; the last epoch's weights."""
    from ultralytics import YOLO  # heavy

    data = write_yolo(work / "data", task, train=images, val=16)
    net = YOLO(yaml_of(work, task), task=task)
    net.train(
        data=str(data), epochs=epochs, project=str(work), name="run", exist_ok=True, **SETTINGS, **LOOSE[Task(task)]
    )
    return work / "run" / "weights" / "last.pt"


def strip(trained: Path, out: Path) -> None:
    """Half precision, without optimizer, dates or paths."""
    import torch  # heavy
    from ultralytics.utils.torch_utils import strip_optimizer  # heavy

    strip_optimizer(str(trained), str(out))
    checkpoint = torch.load(out, map_location="cpu", weights_only=False)
    for gone in ("date", "git", "train_results", "train_metrics"):
        checkpoint.pop(gone, None)
    here = {"data": "data.yaml", "model": None, "project": None, "save_dir": None, "name": None, "resume": None}
    for args in (checkpoint["train_args"], getattr(checkpoint["model"], "args", {})):
        args.update({key: value for key, value in here.items() if key in args})
    checkpoint["model"].yaml.pop("yaml_file", None)
    torch.save(checkpoint, out)


def found(task: str, count: int) -> float:
    """The share of objects on new scenes that the model finds: class right, IoU over 0.5, confidence over 0.25."""
    from verify_app.inference.open_engine import open_engine  # heavy

    made = list(scenes(task, count, TEST_SEED))
    hits = total = 0
    with open_engine(model(task), device="cpu") as engine:
        for one, said in zip(made, engine.predict([one.image for one in made], conf=0.25), strict=True):
            total += len(one.objects)
            hits += sum(
                any(d.cls == cls and region.overlap(d.region) > 0.5 for d in said) for cls, region in one.objects
            )
    return hits / total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", nargs="*", default=list(Task), choices=list(Task))
    parser.add_argument("--work", type=Path)
    parser.add_argument("--images", type=int, default=400)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--measure", action="store_true", help="train nothing, only measure the models that are there")
    asked = parser.parse_args()
    prepare()
    for task in asked.task:
        with tempfile.TemporaryDirectory() as scratch:
            work = (asked.work or Path(scratch)) / task
            work.mkdir(parents=True, exist_ok=True)
            if not asked.measure:
                strip(train(work, task, asked.images, asked.epochs or EPOCHS[task]), model(task))
        size = model(task).stat().st_size
        print(json.dumps({"task": task, "bytes": size, "found": round(found(task, 60), 3)}), flush=True)


if __name__ == "__main__":
    main()
