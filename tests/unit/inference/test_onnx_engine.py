from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto

from tests.unit.inference.tiny_models import METADATA, colour_graph, constant_graph, write
from verify_app.core.errors import UsageError, UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Detection
from verify_app.inference.engine import Engine, run_settings
from verify_app.inference.open_engine import open_engine


def flat(red: int, green: int, blue: int, *, size: tuple[int, int] = (64, 64)) -> np.ndarray:
    return np.full((*size, 3), (red, green, blue), np.uint8)


def test_the_card_and_the_settings(tmp_path: Path) -> None:
    with open_engine(write(tmp_path / "m.onnx", colour_graph())) as engine:
        assert isinstance(engine, Engine)
        assert engine.card.names == {0: "red", 1: "green", 2: "blue"}
        assert (engine.card.task, engine.card.imgsz, engine.card.end2end) == ("detect", (64, 64), True)
        assert len(engine.card.sha256) == 64
        settings = run_settings(engine, conf=0.05)
    assert settings["engine"] == "onnx" and settings["nms"] is False and settings["conf"] == 0.05
    assert settings["imgsz"] == [64, 64] and settings["device"] == "cpu" and "onnxruntime" in settings


@pytest.mark.parametrize("kind", [TensorProto.FLOAT, TensorProto.FLOAT16])
def test_colours_arrive_as_rgb_and_classes_keep_their_index(tmp_path: Path, kind: int) -> None:
    with open_engine(write(tmp_path / "m.onnx", colour_graph(kind=kind))) as engine:
        (found,) = engine.predict([flat(255, 128, 51)], conf=0.1)
    assert [(d.cls, round(d.conf, 2)) for d in found] == [(0, 1.0), (1, 0.5), (2, 0.2)]
    assert found[0].region == Box(8, 16, 24, 32)


@pytest.mark.parametrize("batch", [1, 4, "batch"])
@pytest.mark.parametrize("count", [0, 1, 3, 4, 9])
def test_every_picture_gets_its_own_answer(tmp_path: Path, batch: int | str, count: int) -> None:
    images = [flat(10 * i + 10, 0, 0) for i in range(count)]
    with open_engine(write(tmp_path / "m.onnx", colour_graph(batch)), batch=2) as engine:
        assert engine.batch == (batch if isinstance(batch, int) else 2)
        answers = engine.predict(images, conf=0.0)
    assert [round(a[0].conf * 255) for a in answers] == [10 * i + 10 for i in range(count)]


def test_dynamic_size_takes_the_wanted_one(tmp_path: Path) -> None:
    model = write(tmp_path / "m.onnx", colour_graph("n", size="side"))
    with open_engine(model) as engine:
        assert engine.card.imgsz == (64, 64)
    with open_engine(model, imgsz=100) as engine:
        assert engine.card.imgsz == (128, 128)
        assert len(engine.predict([flat(255, 255, 255)], conf=0.5)[0]) == 3


def answer(*rows: tuple[float, ...]) -> np.ndarray:
    return np.array([rows])


def test_boxes_go_back_to_the_picture(tmp_path: Path) -> None:
    """A 100 x 50 picture in 64 x 64: gain 0.64, 16 rows of border above."""
    rows = answer((0, 16, 64, 48, 0.9, 0), (6.4, 22.4, 32, 32, 0.8, 1), (-50, 0, 500, 64, 0.7, 2))
    with open_engine(write(tmp_path / "m.onnx", constant_graph(rows))) as engine:
        (found,) = engine.predict([flat(0, 0, 0, size=(50, 100))], conf=0.1)
    assert [d.region for d in found] == [Box(0, 0, 100, 50), Box(10, 10, 50, 25), Box(0, 0, 100, 50)]


def test_what_is_left_out(tmp_path: Path) -> None:
    rows = answer(
        (1, 1, 9, 9, 0.5, 0),
        (1, 1, 9, 9, 0.05, 0),  # not above the confidence
        (1, 1, 9, 9, float("nan"), 0),
        (float("inf"), 1, 9, 9, 0.9, 0),
        (9, 9, 1, 1, 0.9, 0),  # inside out
        (5, 5, 5, 9, 0.9, 0),  # no width
        (70, 70, 80, 80, 0.9, 0),  # outside
        (1, 1, 9, 9, 0.9, 3),  # no such class
        (1, 1, 9, 9, 0.9, -1),
        (2, 2, 8.123, 8, 0.7, 2),
    )
    with open_engine(write(tmp_path / "m.onnx", constant_graph(rows))) as engine:
        (found,) = engine.predict([flat(0, 0, 0)], conf=0.05)
    assert found == [Detection(2, Box(2, 2, 8.12, 8), 0.7), Detection(0, Box(1, 1, 9, 9), 0.5)]


def test_names_may_be_a_list(tmp_path: Path) -> None:
    model = write(tmp_path / "m.onnx", colour_graph(), {**METADATA, "names": "['a', 'b', 'c']"})
    assert open_engine(model).card.names == {0: "a", 1: "b", 2: "c"}


@pytest.mark.parametrize(
    "names",
    [
        "",
        "{}",
        "{1: 'a', 2: 'b'}",
        "{0: 'a', 'b': 'c'}",
        "__import__('os').mkdir('CANARY')",
        "(" * 5000,
        "{0: ' '}",
        "7",
    ],
)
def test_without_usable_names_the_numbers_stand_for_them(tmp_path: Path, names: str) -> None:
    canary = tmp_path / "canary"
    metadata = {**METADATA, "names": names.replace("CANARY", str(canary))}
    with open_engine(write(tmp_path / "rows.onnx", colour_graph(), metadata)) as engine:
        assert (engine.card.named, engine.card.names) == (False, {})
        (found,) = engine.predict([flat(255, 128, 51)], conf=0.1)
    assert [d.cls for d in found] == [0, 1, 2]
    graph = constant_graph(places((32, 32, 10, 10, 0.9, 0.2)))
    with open_engine(write(tmp_path / "places.onnx", graph, metadata)) as engine:
        assert (engine.card.named, engine.card.names) == (False, {0: "0", 1: "1"})
        assert engine.predict([flat(1, 2, 3)], conf=0.1)[0] == [Detection(0, Box(27, 27, 37, 37), 0.9)]
    assert not canary.exists()


def places(*rows: tuple[float, ...], count: int = 84) -> np.ndarray:
    """What a head that needs NMS gives: one column a place."""
    table = np.zeros((1, len(rows[0]), count))
    table[0, :, : len(rows)] = np.array(rows).T
    return table


@pytest.mark.parametrize(
    ("metadata", "says"),
    [({"task": "semantic"}, "'semantic'"), ({"task": "depth", "names": ""}, "'depth'")],
)
def test_metadata_that_cannot_be_used(tmp_path: Path, metadata: dict[str, str], says: str) -> None:
    model = write(tmp_path / "m.onnx", colour_graph(), {**METADATA, **metadata})
    with pytest.raises(UserError, match=says):
        open_engine(model)


@pytest.mark.parametrize(
    ("answers", "task"),
    [
        ([np.zeros((1, 3, 6))], "detect"),
        ([np.zeros((1, 3))], "classify"),
        ([np.zeros((1, 39, 84)), np.zeros((1, 32, 16, 16))], "segment"),
    ],
)
def test_the_task_of_a_file_that_does_not_say_it(tmp_path: Path, answers: list[np.ndarray], task: str) -> None:
    with open_engine(write(tmp_path / "m.onnx", constant_graph(*answers), without=("task",))) as engine:
        assert engine.card.task == task


@pytest.mark.parametrize(
    ("graph", "says"),
    [
        (constant_graph(np.zeros((1, 1000))), "does not answer"),
        (constant_graph(np.zeros((1, 300, 38))), "does not answer"),
        (constant_graph(np.zeros((1, 300, 6)), channels=1), "one RGB picture"),
        (constant_graph(np.zeros((1, 300, 6)), channels=4), "4 channels"),
    ],
)
def test_graphs_of_other_models(tmp_path: Path, graph: object, says: str) -> None:
    with pytest.raises(UserError, match=says):
        open_engine(write(tmp_path / "m.onnx", graph))


@pytest.mark.parametrize("data", [b"", b"this is text, renamed", b"PK\x03\x04" + b"\0" * 99, b"\x08\x07" * 50])
@pytest.mark.parametrize("engine", ["auto", "onnx", "ultralytics"])
def test_files_that_are_no_model(tmp_path: Path, data: bytes, engine: str) -> None:
    path = tmp_path / "it's no モデル.onnx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        open_engine(path, engine=engine)
    assert path.name in str(caught.value) and "\n" not in str(caught.value) and str(caught.value).endswith(".")


def test_half_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "m.onnx", colour_graph())
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(UserError, match="not a usable ONNX model"):
        open_engine(path)


def test_wrong_wishes(tmp_path: Path) -> None:
    model = write(tmp_path / "m.onnx", colour_graph())
    with pytest.raises(UserError, match="made for 64 pixels, not 320"):
        open_engine(model, imgsz=320)
    with pytest.raises(UserError, match="onnxruntime-gpu"):
        open_engine(model, device="cuda")
    with pytest.raises(UserError, match="no device 'mps'"):
        open_engine(model, device="mps")
    with pytest.raises(UserError, match="no model file"):
        open_engine(tmp_path / "gone.onnx")
    with pytest.raises(UsageError, match="engine"):
        open_engine(model, engine="tensorflow")
    with pytest.raises(UsageError, match="batch"):
        open_engine(model, batch=0)
    with pytest.raises(UsageError, match="image size"):
        open_engine(model, imgsz=1)
    (tmp_path / "m.pt").write_bytes(b"x")
    with pytest.raises(UserError, match=r"not an \.onnx file"):
        open_engine(tmp_path / "m.pt", engine="onnx")


def test_onnx_runtime_keeps_no_identifier(tmp_path: Path) -> None:
    """Left alone it writes one, and a database of events to send, into the caches."""
    code = "import sys; from verify_app.inference.open_engine import open_engine; open_engine(sys.argv[1]).close()"
    places = {
        name: str(tmp_path / "home") for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_CACHE_HOME")
    }
    environment = {name: value for name, value in os.environ.items() if "TELEMETRY" not in name}
    (tmp_path / "home").mkdir()
    file = write(tmp_path / "m.onnx", colour_graph())
    subprocess.run([sys.executable, "-c", code, str(file)], env=environment | places, cwd=tmp_path, check=True)
    assert [place.name for place in (tmp_path / "home").rglob("*") if place.is_file()] == []
