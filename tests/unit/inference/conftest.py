"""A real YOLO26n whose untrained head still finds many boxes, made once a session."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.sharing import shared
from verify_app.inference.convert import convert
from verify_app.inference.ultralytics_setup import prepare

NAMES = {0: "bolt", 1: "nut's", 2: "スパナ"}
SIDE = 160


def scenes() -> list[np.ndarray]:
    """Pictures of sizes that letterboxing has to round: (h, w, 3) uint8 RGB, structured, no two colours alike."""
    generator = np.random.default_rng(5)
    found = []
    for height, width in ((120, 160), (160, 160), (333, 517), (517, 333), (97, 30), (11, 900), (480, 641)):
        small = generator.integers(0, 256, (7, 9, 3), dtype=np.uint8)
        image = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
        found.append(np.asarray(image))
    return found


@pytest.fixture(scope="session")
def pictures() -> list[np.ndarray]:
    return scenes()


def make_weights(folder: Path) -> Path:
    """Untrained, but with settled batch norms and a wide head: some hundred boxes of every confidence."""
    prepare()
    import torch
    from ultralytics.models import YOLO
    from ultralytics.nn.tasks import DetectionModel

    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    torch.manual_seed(3)
    model = YOLO("yolo26n.yaml")
    model.model = net = DetectionModel("yolo26n.yaml", nc=len(NAMES), verbose=False)
    net.names, net.task = dict(NAMES), "detect"
    model.ckpt = {"train_args": {"imgsz": SIDE, "data": "/somebody/parts.yaml", "task": "detect"}}
    norms = [module for module in net.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None
        norm.reset_running_stats()
    net.train()
    with torch.no_grad():
        for _ in range(3):
            net(torch.rand(4, 3, SIDE, SIDE).round())
    net.eval()
    head = net.model[-1]
    for box, cls in zip(head.one2one_cv2, head.one2one_cv3, strict=True):
        for layer, spread in ((box[-1], 0.8), (cls[-1], 1.0)):
            layer.weight.data = torch.randn(layer.weight.shape) * spread / layer.weight.shape[1] ** 0.5
        cls[-1].bias.data[:] = -3.0
    for norm in norms:
        norm.momentum = 0.03
    path = folder / "it's a モデル.pt"
    model.save(path)
    return path


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prepare()
    return shared(tmp_path_factory, "weights", make_weights)


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("samples")
    for index, pixels in enumerate(scenes()):
        Image.fromarray(pixels).save(folder / f"{index}.png")
    return sorted(folder.iterdir())


@pytest.fixture(scope="session")
def onnx_model(tmp_path_factory: pytest.TempPathFactory, weights: Path, sample_files: list[Path]) -> Path:
    def make(folder: Path) -> Path:
        out = folder / weights.with_suffix(".onnx").name
        assert convert(weights, out, samples=sample_files).agrees
        return out

    return shared(tmp_path_factory, "onnx", make)
