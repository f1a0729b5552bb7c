"""Makes everything in this folder that is not code: training scenes, the model, its measure and the demo images.

The steps, in order: ``data`` (scenes to train on and to measure with), ``train`` (YOLO26n from nothing), ``export``
(``model.pt`` and ``model.onnx``), ``images`` (the pictures people review), ``measure`` (``model.json``).
Scenes of the three purposes have seeds of their own, so the model has never seen what it is shown on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from scenes import CLASSES, RARE, Scene, Style, jpeg, scene, yolo_rows

HERE = Path(__file__).resolve().parent
STEPS = ("data", "train", "export", "images", "measure")
TRAIN_SEED, VAL_SEED, TEST_SEED, DEMO_SEED = 1_000_000, 2_000_000, 2_500_000, 4300
"""Where each purpose's seeds start. The demo's start was picked among the hundreds so that the rare class is there ten
times or more and the model misses it about as often as it does on the test scenes."""
SYNTHETIC_EVERY = 6
"""One training scene in so many is synthetic."""
REAL_IMAGES, SYNTHETIC_IMAGES = 34, 14
EMPTY = (6, 17, 28)
"""Which of the real images show an empty tray."""
LEAST_RARE = 10
MOST_BYTES = 2_950_000
IMGSZ = 320
SEED = 26
SETTINGS: dict[str, Any] = {
    "imgsz": IMGSZ,
    "batch": 16,
    "nbs": 16,  # one optimizer step a batch: few images, so many small steps
    "optimizer": "AdamW",
    "lr0": 0.002,
    "lrf": 0.02,
    "cos_lr": True,
    "warmup_epochs": 1.0,
    "rect": True,  # all scenes are 4:3; without the padding a step costs a fifth less (and there is no mosaic)
    "scale": 0.25,
    "translate": 0.08,
    "flipud": 0.5,
    "fliplr": 0.5,
    "hsv_h": 0.02,
    "erasing": 0.0,
    "cache": "ram",
    "workers": 0,
    "amp": False,  # Ultralytics' own mixed precision is for CUDA; see mixed_precision below
    "plots": False,
    "device": "cpu",
    "seed": SEED,
    "nms": False,
}


def write_scene(job: tuple[Path, str, int, Style]) -> None:
    """One scene at training size with its labels."""
    root, split, seed, style = job
    made = scene(seed, style=style)
    small = made.image.resize((IMGSZ, IMGSZ * 3 // 4))
    (root / "images" / split / f"{seed}.jpg").write_bytes(jpeg(small, quality=92))
    (root / "labels" / split / f"{seed}.txt").write_text(yolo_rows(made.objects))


def make_data(work: Path, train: int, val: int, processes: int) -> None:
    """The training scenes and, apart, those to choose the best epoch with and to measure with."""
    root = work / "data"
    for split in ("train", "val", "test"):
        (root / "images" / split).mkdir(parents=True, exist_ok=True)
        (root / "labels" / split).mkdir(parents=True, exist_ok=True)
    jobs: list[tuple[Path, str, int, Style]] = []
    for i in range(train):
        jobs.append((root, "train", TRAIN_SEED + i, "synthetic" if i % SYNTHETIC_EVERY == 0 else "real"))
    jobs += [(root, "val", VAL_SEED + i, "real") for i in range(val // 2)]
    jobs += [(root, "test", TEST_SEED + i, "real") for i in range(val)]
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(write_scene, jobs, chunksize=16))
    names = "".join(f"  {i}: {name}\n" for i, name in enumerate(CLASSES))
    (root / "data.yaml").write_text(
        f"path: {root}\ntrain: images/train\nval: images/val\ntest: images/test\nnames:\n{names}"
    )


def quiet_ultralytics(work: Path, threads: int) -> None:
    """No network, no analytics, no settings outside the work folder; to be called before the first import."""
    config = work / "config"
    config.mkdir(parents=True, exist_ok=True)
    os.environ.update(YOLO_OFFLINE="1", YOLO_AUTOINSTALL="0", YOLO_CONFIG_DIR=str(config))
    import torch  # noqa: PLC0415  # heavy
    from ultralytics import settings  # noqa: PLC0415  # heavy

    torch.set_num_threads(threads)
    settings.update(sync=False)


def mixed_precision() -> None:
    """Let the layers before the head train in bfloat16 on the CPU: twice as fast where it has AMX.

    The head and the loss stay in float32. The classes themselves are patched rather than derived from, so that the
    checkpoint names nothing that only this script has.
    """
    import torch  # noqa: PLC0415  # heavy
    from ultralytics.nn.modules.head import Detect  # noqa: PLC0415  # heavy
    from ultralytics.nn.tasks import BaseModel  # noqa: PLC0415  # heavy

    head_forward = Detect.forward

    def loss(self: Any, batch: dict[str, Any], preds: Any = None) -> Any:
        if getattr(self, "criterion", None) is None:
            self.criterion = self.init_criterion()
        if preds is None:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
                preds = self.forward(batch["img"].to(memory_format=torch.channels_last))
        return self.criterion(preds, batch)

    def forward(self: Any, x: list[Any], *args: Any, **kwargs: Any) -> Any:
        with torch.autocast("cpu", enabled=False):
            return head_forward(self, [level.float() for level in x], *args, **kwargs)

    BaseModel.loss, Detect.forward = loss, forward


def train(work: Path, epochs: int) -> None:
    """Train from nothing; Ultralytics keeps the best epoch in ``run/weights/best.pt``."""
    import torch  # noqa: PLC0415  # heavy
    from ultralytics import YOLO  # noqa: PLC0415  # heavy

    mixed_precision()
    model = YOLO("yolo26n.yaml")
    model.add_callback("on_pretrain_routine_end", lambda trainer: trainer.model.to(memory_format=torch.channels_last))
    model.train(
        data=str(work / "data" / "data.yaml"),
        epochs=epochs,
        project=str(work),
        name="run",
        exist_ok=True,
        **SETTINGS,
    )


def export(work: Path, best: Path) -> None:
    """``model.pt`` in half precision without optimizer or traces of this machine, and ``model.onnx`` from it."""
    import onnx  # noqa: PLC0415  # heavy
    import torch  # noqa: PLC0415  # heavy
    from ultralytics import YOLO  # noqa: PLC0415  # heavy
    from ultralytics.utils.torch_utils import strip_optimizer  # noqa: PLC0415  # heavy

    stripped = work / "model.pt"
    strip_optimizer(str(best), str(stripped))
    checkpoint = torch.load(stripped, map_location="cpu", weights_only=False)
    for gone in ("date", "git", "train_results", "train_metrics"):
        checkpoint.pop(gone, None)
    here = {"data": "data.yaml", "project": None, "save_dir": None, "name": None, "resume": None}
    for args in (checkpoint["train_args"], checkpoint["model"].args):
        args.update({key: value for key, value in here.items() if key in args})
    torch.save(checkpoint, stripped)
    exported = YOLO(stripped).export(format="onnx", imgsz=IMGSZ, nms=False, dynamic=True, device="cpu")
    made = onnx.load(exported)
    facts = [entry for entry in made.metadata_props if entry.key != "date"]
    del made.metadata_props[:]
    made.metadata_props.extend(facts)
    del made.graph.value_info[:]  # shapes of inner tensors, which every runtime works out itself
    onnx.checker.check_model(made, full_check=True)
    onnx.save(made, HERE / "model.onnx")
    shutil.copyfile(stripped, HERE / "model.pt")


def draw_demo() -> dict[tuple[Style, str], Scene]:
    """The demo scenes by style and file stem; the stem ends in the seed."""
    drawn: dict[tuple[Style, str], Scene] = {}
    for i in range(REAL_IMAGES):
        seed = DEMO_SEED + i
        drawn["real", f"tray-{seed}"] = scene(seed, style="real", empty=i in EMPTY)
    for i in range(SYNTHETIC_IMAGES):
        seed = DEMO_SEED + 50 + i
        drawn["synthetic", f"render-{seed}"] = scene(seed, style="synthetic")
    return drawn


def make_images() -> None:
    """The demo pictures with their truth, as fine as fits into the bytes that may ship."""
    drawn = draw_demo()
    rare = sum(CLASSES[index] == RARE for made in drawn.values() for index, *_ in made.objects)
    if rare < LEAST_RARE:
        raise SystemExit(f"Only {rare} x {RARE} in the demo scenes, {LEAST_RARE} are wanted; choose another DEMO_SEED.")
    for quality in range(90, 40, -2):
        pictures = {key: jpeg(made.image, quality=quality) for key, made in drawn.items()}
        if sum(map(len, pictures.values())) <= MOST_BYTES:
            break
    for folder in ("images", "truth"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
    for (style, stem), made in drawn.items():
        for folder in ("images", "truth"):
            (HERE / folder / style).mkdir(parents=True, exist_ok=True)
        (HERE / "images" / style / f"{stem}.jpg").write_bytes(pictures[style, stem])
        (HERE / "truth" / style / f"{stem}.txt").write_text(yolo_rows(made.objects), encoding="utf-8", newline="\n")
    (HERE / "classes.txt").write_text("".join(f"{name}\n" for name in CLASSES), encoding="utf-8", newline="\n")
    print(f"{len(drawn)} images, JPEG quality {quality}, {rare} x {RARE}")


def quality(model: Path, data: Path, work: Path) -> dict[str, Any]:
    """Detection quality on the ``test`` scenes, which neither training nor the choice of the epoch has seen."""
    from ultralytics import YOLO  # noqa: PLC0415  # heavy

    found = YOLO(model, task="detect").val(
        data=str(data),
        split="test",
        imgsz=IMGSZ,
        batch=8,
        rect=False,
        nms=False,
        device="cpu",
        workers=0,
        plots=False,
        verbose=False,
        project=str(work),
        name="measure",
        exist_ok=True,
    )
    box = found.box
    return {
        "mAP50": round(float(box.map50), 4),
        "mAP50-95": round(float(box.map), 4),
        "precision": round(float(box.mp), 4),
        "recall": round(float(box.mr), 4),
        "classes": {
            CLASSES[int(c)]: {
                "instances": int(found.nt_per_class[int(c)]),
                "mAP50": round(float(box.ap50[i]), 4),
                "mAP50-95": round(float(box.ap[i]), 4),
                "precision": round(float(box.p[i]), 4),
                "recall": round(float(box.r[i]), 4),
            }
            for i, c in enumerate(box.ap_class_index)
        },
    }


def count_labels(folder: Path) -> dict[str, int]:
    """Instances by class in the label files of a folder."""
    rows = (row for file in sorted(folder.rglob("*.txt")) for row in file.read_text(encoding="utf-8").splitlines())
    counts = Counter(int(row.split()[0]) for row in rows)
    return {name: counts[i] for i, name in enumerate(CLASSES)}


def measure(work: Path, options: argparse.Namespace) -> None:
    """Write ``model.json``: what the model is, how it was made and how good it was measured to be."""
    import numpy  # noqa: PLC0415  # heavy
    import onnx  # noqa: PLC0415  # heavy
    import onnxruntime  # noqa: PLC0415  # heavy
    import PIL  # noqa: PLC0415  # heavy
    import torch  # noqa: PLC0415  # heavy
    import ultralytics  # noqa: PLC0415  # heavy

    data = work / "data"
    how = f"--epochs {options.epochs} --train {options.train} --val {options.val}"
    modules = (numpy, onnx, onnxruntime, PIL, torch, ultralytics)
    versions = {module.__name__: str(module.__version__).partition("+")[0] for module in modules}
    files = {name: (HERE / name).read_bytes() for name in ("model.pt", "model.onnx")}
    measured = {name: quality(HERE / name, data / "data.yaml", work) for name in files}
    facts = {
        "architecture": "yolo26n.yaml, trained from nothing",
        "task": "detect",
        "classes": list(CLASSES),
        "rare": RARE,
        "imgsz": IMGSZ,
        "nms": False,
        "command": f"python resources/demo/make.py {how}",
        "epochs": options.epochs,
        "settings": SETTINGS,
        "precision": "bfloat16 before the head, float32 in head and loss; stored in float16",
        "seeds": {"training": SEED, "train": TRAIN_SEED, "val": VAL_SEED, "test": TEST_SEED, "demo": DEMO_SEED},
        "scenes": {
            split: {
                "images": len(list((data / "images" / split).glob("*.jpg"))),
                "instances": count_labels(data / "labels" / split),
            }
            for split in ("train", "val", "test")
        },
        "demo_images": {
            "images": len(list((HERE / "images").rglob("*.jpg"))),
            "instances": count_labels(HERE / "truth"),
            "chosen": "seeds picked so that the rare class shows its mistakes; no measure of the model",
        },
        "measured_on": f"{options.val} real-style scenes at {IMGSZ} px, letterboxed to a square",
        "versions": {"python": platform.python_version(), **versions},
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "bytes": {name: len(content) for name, content in files.items()},
        "measured": measured,
    }
    text = json.dumps(facts, indent=2) + "\n"
    (HERE / "model.json").write_text(text, encoding="utf-8", newline="\n")


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--work", type=Path, default=Path("build/demo"), help="scratch folder (default: build/demo)")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="which steps to do (default: all)")
    parser.add_argument("--epochs", type=int, default=14, help="epochs of training (default: 14)")
    parser.add_argument("--train", type=int, default=1600, help="training scenes (default: 1600)")
    parser.add_argument("--val", type=int, default=200, help="scenes to measure with (default: 200)")
    parser.add_argument("--threads", type=int, default=2, help="threads for training (default: 2)")
    parser.add_argument("--processes", type=int, default=2, help="processes that draw scenes (default: 2)")
    return parser.parse_args()


def main() -> None:
    """Do the steps asked for, in order; a run stopped in training can go on with the later steps."""
    asked = options()
    work = asked.work.resolve()
    if "data" in asked.steps:
        make_data(work, asked.train, asked.val, asked.processes)
    if {"train", "export", "measure"} & set(asked.steps):
        quiet_ultralytics(work, asked.threads)
    if "train" in asked.steps:
        train(work, asked.epochs)
    if "export" in asked.steps:
        export(work, work / "run" / "weights" / "best.pt")
    if "images" in asked.steps:
        make_images()
    if "measure" in asked.steps:
        measure(work, asked)


if __name__ == "__main__":
    main()
