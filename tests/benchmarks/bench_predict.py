"""Our prediction, files and decoding included, against a bare ONNX Runtime session fed from memory.

    python tests/benchmarks/bench_predict.py [--model FILE.onnx] [--images 24] [--reps 7]

Prints one JSON object. `ratio` is the median over interleaved repetitions of our throughput / the bare one's, on
the same 640 x 480 JPEGs; the target is at least 0.9. `embeddings_ratio` is that of the whole command, database
included, with what pictures look like recorded / without it, in processor time, since others may use the machine
(`embeddings_wall_ratio` is by the clock); the target is at least 0.9 too. `open_s` are the seconds to open the model
without and with the output that this needs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import onnxruntime
from PIL import Image

from verify_app.app.imports.files import add_images
from verify_app.app.predict import Options, predict
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.inference import pipeline
from verify_app.inference.engine import Engine
from verify_app.inference.open_engine import open_engine
from verify_app.inference.pipeline import detections
from verify_app.inference.preprocess import prepare as letterbox
from verify_app.inference.ultralytics_setup import prepare as prepare_ultralytics

TARGET = 0.9


def photographs(folder: Path, count: int) -> list[Path]:
    """Seeded 640 x 480 JPEGs with the detail, and so the size, of photographs (about 90 kB)."""
    generator = np.random.default_rng(7)
    files = []
    for index in range(count):
        coarse = generator.integers(0, 256, (24, 32, 3), dtype=np.uint8)
        smooth = np.asarray(Image.fromarray(coarse).resize((640, 480), Image.Resampling.BICUBIC)).astype(np.int16)
        noisy = smooth + generator.integers(-12, 13, (480, 640, 1), dtype=np.int16)
        files.append(folder / f"{index:03}.jpg")
        Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(files[-1], quality=90)
    return files


def model_file(folder: Path) -> Path:
    """The demo model, or an untrained YOLO26n: the work is the same."""
    try:
        return resource("demo", "model.onnx")
    except FileNotFoundError:
        prepare_ultralytics()
        from ultralytics.models import YOLO

        model = YOLO("yolo26n.yaml")
        model.save(folder / "model.pt")
        return Path(YOLO(folder / "model.pt").export(format="onnx", nms=False, imgsz=640, verbose=False))


def bare(model: Path, tensors: list[np.ndarray]) -> float:
    """Seconds a bare session needs, with its own default options."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    session.run(None, {name: tensors[0]})
    start = time.perf_counter()
    for tensor in tensors:
        session.run(None, {name: tensor})
    return time.perf_counter() - start


def ours(engine: Engine, files: list[Path]) -> float:
    """Seconds from file names to detections."""
    start = time.perf_counter()
    seen = sum(not o.scan.problem for o in detections(engine, files, conf=0.05, read=lambda path: path))
    spent = time.perf_counter() - start
    if seen != len(files):
        raise SystemExit(f"only {seen} of {len(files)} images were looked at")
    return spent


def whole(folder: Path, files: list[Path], engine: Engine, model: Path, *, embeddings: bool) -> tuple[float, float]:
    """Seconds of `predict` into a new project, of the processor and by the clock; without embeddings as before them."""
    session = new_project(folder, files)

    @contextlib.contextmanager
    def opening(*_args: object, **_how: object) -> Iterator[Engine]:
        yield engine

    plain = contextlib.nullcontext() if embeddings else mock.patch.object(pipeline, "picture_stat", lambda _: None)
    with plain:
        start, busy = time.perf_counter(), time.process_time()
        done = predict(session, str(model), Options(), opening=opening)
        spent = time.process_time() - busy, time.perf_counter() - start
    rows = session.project.read.one("SELECT count(*) FROM embedding")
    session.close()
    if done.images != len(files) or rows != len(files) * embeddings:
        raise SystemExit(f"{done.images} of {len(files)} images were looked at, {rows} vectors recorded")
    return spent


def new_project(folder: Path, files: list[Path]) -> Session:
    """A project of these files, with the demo's classes."""
    create_project(folder, classes=read_classes(resource("demo", "classes.txt")), actor=Actor("bench"))
    session = Session.open(folder, "bench")
    add_images(session, files, Origin.REAL)
    return session


def opened(model: Path, *, embeddings: bool) -> tuple[Engine, float]:
    """The model, and the seconds to open it."""
    start = time.perf_counter()
    engine = open_engine(model, engine="onnx", device="cpu", embeds=(lambda _: True) if embeddings else None)
    return engine, time.perf_counter() - start


def with_embeddings(folder: Path, files: list[Path], model: Path, reps: int) -> dict[str, Any]:
    """How much of its speed `predict` keeps when it records embeddings."""
    (plain, plain_s), (wider, wider_s) = (opened(model, embeddings=one) for one in (False, True))
    spent = []
    with plain, wider:
        for number in range(reps):
            took = {}
            for embeddings in (False, True) if number % 2 else (True, False):
                place, engine = folder / f"{number}-{embeddings}", wider if embeddings else plain
                took[embeddings] = whole(place, files, engine, model, embeddings=embeddings)
            spent.append((took[False], took[True]))
    busy, wall = (statistics.median(without[i] / recorded[i] for without, recorded in spent) for i in (0, 1))
    return {
        "without_cpu_ms_per_image": round(1000 * statistics.median(one[0] for one, _ in spent) / len(files), 2),
        "with_cpu_ms_per_image": round(1000 * statistics.median(one[0] for _, one in spent) / len(files), 2),
        "embeddings_ratio": round(busy, 3),
        "embeddings_wall_ratio": round(wall, 3),
        "open_s": [round(plain_s, 3), round(wider_s, 3)],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--images", type=int, default=24)
    parser.add_argument("--reps", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        model = asked.model or model_file(folder)
        files = photographs(folder, asked.images)
        with open_engine(model, engine="onnx", device="cpu") as engine:
            pixels = [np.asarray(Image.open(file).convert("RGB")) for file in files]
            tensors = [letterbox(one, engine.card.imgsz).tensor[None] for one in pixels]
            ours(engine, files[:4])
            pairs = [(bare(model, tensors), ours(engine, files)) for _ in range(asked.reps)]
            imgsz = list(engine.card.imgsz)
        embedded = with_embeddings(folder, files, model, asked.reps)
    ratio = statistics.median(theirs / mine for theirs, mine in pairs)
    result = {
        "bench": "predict",
        "images": asked.images,
        "repetitions": asked.reps,
        "imgsz": imgsz,
        "cores": os.cpu_count(),
        "bare_ms_per_image": round(1000 * statistics.median(theirs for theirs, _ in pairs) / asked.images, 2),
        "ours_ms_per_image": round(1000 * statistics.median(mine for _, mine in pairs) / asked.images, 2),
        "ratio": round(ratio, 3),
        **embedded,
        "target": TARGET,
        "met": min(ratio, embedded["embeddings_ratio"]) >= TARGET,
    }
    print(json.dumps(result))
    return 0 if result["met"] else 1


if __name__ == "__main__":
    sys.exit(main())
