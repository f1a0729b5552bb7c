"""Small real versions and small real training runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.unit.training.making import make_gold, make_version
from verify_app.inference.quiet import prepare
from verify_app.training.train import Trained, train

LEARN_BY_HEART = {
    "mosaic": 0.0,
    "scale": 0.0,
    "translate": 0.0,
    "hsv_h": 0.0,
    "fliplr": 0.0,
    "optimizer": "AdamW",
    "lr0": 0.003,
    "warmup_epochs": 0,
    "close_mosaic": 0,
    "nbs": 8,
    "patience": 0,
}
"""Settings under which a model knows sixteen pictures in about 25 seconds."""


@pytest.fixture(scope="session", autouse=True)
def few_threads() -> None:
    prepare()
    import torch

    torch.set_num_threads(2)


@pytest.fixture(scope="session")
def made_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version that no test may change."""
    return make_version(tmp_path_factory.mktemp("made") / "v1", {"train": 16, "val": 4})


@pytest.fixture
def version(made_version: Path, tmp_path: Path) -> Path:
    """A version of one's own to spoil."""
    return Path(shutil.copytree(made_version, tmp_path / "v1"))


@pytest.fixture(scope="session")
def learned(made_version: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A model that knows the version's train images."""
    return train(
        made_version,
        base="yolo26n.yaml",
        work=tmp_path_factory.mktemp("learned"),
        epochs=40,
        imgsz=64,
        batch=8,
        device="cpu",
        settings=LEARN_BY_HEART,
    )


@pytest.fixture(scope="session")
def ignorant(made_version: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A model that has seen one epoch."""
    return train(
        made_version,
        base="yolo26n.yaml",
        work=tmp_path_factory.mktemp("ignorant"),
        epochs=1,
        imgsz=64,
        batch=8,
        device="cpu",
    )


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The train images again and as many others, as gold: a model that learned them by heart must do well."""
    return make_gold(tmp_path_factory.mktemp("made") / "gold", {"train": 16, "val": 4, "test": 4})
