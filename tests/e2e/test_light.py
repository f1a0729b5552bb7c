"""Without PyTorch and Ultralytics: the program says so in one sentence wherever they are needed, and does the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verify_app.core.resources import resource

BLOCKED = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "torchvision", "ultralytics"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
"""


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Python that cannot import the engine's packages."""
    folder = tmp_path_factory.mktemp("light")
    (folder / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    path = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    return {**os.environ, "PYTHONPATH": path, "VERIFY_APP_CONFIG_DIR": str(folder / "settings")}


def run(env: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verify_app", *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def sample(light: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projects") / "sample"
    made = run(light, "demo", "--no-window", folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_the_sample_is_predicted_with_the_onnx_model(light: dict[str, str], sample: Path) -> None:
    status = json.loads(run(light, "status", "--json", sample).stdout)
    assert status["proposals"] > 100


@pytest.mark.parametrize(
    "command",
    [
        ("predict", "{project}", "--model", "{pt}"),
        ("model", "show", "{pt}"),
        ("model", "add", "{project}", "{pt}"),
        ("model", "convert", "{project}", "{pt}"),
        ("predict", "{project}", "--model", "yolo26n.pt", "--download"),
        ("demo", "--headless", "{new}"),
    ],
    ids=" ".join,
)
def test_what_needs_the_engine_says_so(
    light: dict[str, str], sample: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    words = {"project": sample, "pt": resource("demo", "model.pt"), "new": tmp_path / "new"}
    done = run(light, *(part.format(**words) for part in command))
    assert done.returncode == 1
    assert "needs PyTorch and Ultralytics" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "new").exists()


def test_selftest_tells_the_layer(light: dict[str, str]) -> None:
    found = json.loads(run(light, "selftest", "--json").stdout)
    assert found["ok"], found
    (engine,) = (step for step in found["steps"] if step["name"] == "engine")
    assert engine["facts"]["engine"] is False
    assert engine["detail"].startswith("light")
