"""The base model of our scenes: YOLO26 nano, trained once on the renderer's other shapes.

    python -m tests.benchmarks.collapse.base [--images 1200] [--epochs 14] [--out base.pt]

It starts from the sample's model (`resources/demo/model.pt`, trained from nothing on five machine parts), which saves
half of the time; all layers learn.

Its first layers are frozen in every training of the experiment (freeze=10); it has never seen one of the ten classes
or a scene of the experiment. Training is not equal to the last bit on two processors, so the weights are committed
(``base.pt``, its SHA-256 in PROTOCOL.md), in half precision and without traces of the machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from pathlib import Path

from tests.benchmarks.collapse import scenes, sources
from tests.data.make_models import strip
from verify_app.inference.ultralytics_setup import prepare

FILE = Path(__file__).with_name("base.pt")
START = Path(__file__).parents[3] / "resources" / "demo" / "model.pt"
VAL = 60
SETTINGS: dict[str, object] = {
    "imgsz": scenes.SIZE,
    "batch": 16,
    "nbs": 16,
    "optimizer": "AdamW",
    "lr0": 0.002,
    "lrf": 0.02,
    "cos_lr": True,
    "warmup_epochs": 1.0,
    "mosaic": 0.0,
    "scale": 0.25,
    "translate": 0.08,
    "erasing": 0.0,
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


def train(work: Path, out: Path, *, images: int, epochs: int) -> None:
    """Train and keep the last epoch's weights."""
    import torch  # heavy
    from ultralytics import YOLO  # heavy

    torch.set_num_threads(1)
    source = sources.Source("base", scenes.OTHERS, scenes.SIZE, lambda seed, *_: scenes.base_scene(seed), False)
    for split, first, count in (("train", 0, images), ("val", images, VAL)):
        drawn = [sources.Drawn(sources.BASE + i) for i in range(first, first + count)]
        sources.write(source, drawn, work / "images" / split, work / "labels" / split)
    data = sources.data_yaml(work, scenes.OTHERS, train="images/train", val="images/val")
    net = YOLO(START, task="detect")
    net.train(data=str(data), epochs=epochs, project=str(work), name="run", exist_ok=True, **SETTINGS)
    strip(work / "run" / "weights" / "last.pt", out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=1200)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--out", type=Path, default=FILE)
    asked = parser.parse_args()
    prepare()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        train(Path(scratch), asked.out, images=asked.images, epochs=asked.epochs)
    data = asked.out.read_bytes()
    said = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "shapes": len(scenes.OTHERS)}
    print(json.dumps({**said, "images": asked.images, "epochs": asked.epochs, "s": round(time.perf_counter() - start)}))


if __name__ == "__main__":
    main()
