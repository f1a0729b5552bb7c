"""Small real versions and small real training runs."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import tasks
from tests.sharing import shared
from tests.unit.datasets.five_tasks import task_pool
from tests.unit.training.versions import make_version, put
from verify_app.core.vocabulary import Task
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.write_version import write
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.train import Trained, train


@pytest.fixture(scope="session", autouse=True)
def few_threads() -> None:
    prepare()
    import torch

    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


@pytest.fixture(scope="session")
def made_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version that no test may change."""
    return shared(tmp_path_factory, "version", lambda folder: make_version(folder / "v1", {"train": 16, "val": 4}))


@pytest.fixture
def version(made_version: Path, tmp_path: Path) -> Path:
    """A version of one's own to spoil."""
    return Path(shutil.copytree(made_version, tmp_path / "v1"))


@pytest.fixture(scope="session")
def scenes_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version of scenes with the classes of the model that knows them."""

    def make(folder: Path) -> Path:
        pool = replace(task_pool(folder / "pictures", Task.DETECT), classes=tasks.CLASSES[Task.DETECT])
        return write(plan(survey(pool), Policy()), folder / "v1").folder

    return shared(tmp_path_factory, "scenes version", make)


@pytest.fixture(scope="session")
def trained(learned: Path, scenes_version: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """What two careful epochs make of the model that knows scenes."""
    settings = {"optimizer": "AdamW", "lr0": 0.0001, "warmup_epochs": 0, "mosaic": 0.0, "workers": 0}
    how: dict[str, Any] = {"epochs": 2, "imgsz": 64, "batch": 8, "device": "cpu", "settings": settings}
    return shared(tmp_path_factory, "trained", lambda work: train(scenes_version, base=learned, work=work, **how))


@pytest.fixture(scope="session")
def ignorant(made_version: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A model that has seen one epoch."""
    how: dict[str, Any] = {"epochs": 1, "imgsz": 64, "batch": 8, "device": "cpu"}
    return shared(tmp_path_factory, "ignorant", lambda work: train(made_version, base="yolo26n.yaml", work=work, **how))


@pytest.fixture(scope="session")
def learned() -> Path:
    """A model that knows scenes, trained before: what training makes of a model differs from processor to processor."""
    return tasks.model(Task.DETECT)


@pytest.fixture(scope="session")
def wiped(learned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, but for what tells its classes."""
    import torch

    ckpt = torch.load(learned, map_location="cpu", weights_only=False)  # our own file
    for name, values in ckpt["model"].named_parameters():
        if "cv3" in name:
            values.data.zero_()
    weights = tmp_path_factory.mktemp("wiped") / "model.pt"
    torch.save(ckpt, weights)
    return weights


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scenes that the model which knows scenes has not seen."""
    folder = tmp_path_factory.mktemp("made") / "gold"
    for number, scene in enumerate(tasks.scenes(Task.DETECT, 24, 5000)):
        image = Image.fromarray(scene.image)
        rows = [(c, *tasks.yolo_numbers(region, image.size)) for c, region in scene.objects]
        put(folder, "gold", f"{number:03}.png", image, "".join(f"{' '.join(map(str, row))}\n" for row in rows))
    return folder
