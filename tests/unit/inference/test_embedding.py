"""A picture as a vector: the same layer in both engines and every layout, and an honest none where there is none."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

from tests.sharing import shared
from tests.tasks import SIDE, model, scenes
from tests.unit.inference.conftest import scenes as colours
from tests.unit.inference.test_heads import FAMILIES, WAYS, exported, untrained
from tests.unit.inference.tiny_models import colour_graph, write
from verify_app.core.vocabulary import Task
from verify_app.imaging.reading.picture_stat import picture_stat
from verify_app.inference.embedding import pooled
from verify_app.inference.engine import Engine
from verify_app.inference.onnx_features import feature_tensor, with_features
from verify_app.inference.open_engine import open_engine
from verify_app.inference.pipeline import detections
from verify_app.inference.preprocess import Fit, prepare, stack

QUICK = ((Task.DETECT, "dynamic"), (Task.CLASSIFY, "plain"))
TABLE = [(task, way) for task in Task for way in WAYS if task != Task.CLASSIFY or "nms" not in way]
ROWS = [
    pytest.param(task, way, id=f"{task}-{way}", marks=() if (task, way) in QUICK else pytest.mark.slow)
    for task, way in TABLE
    if way in ("plain", "nms", "half") or task == Task.DETECT
]


def vectors(engine: Engine, pictures: list[np.ndarray]) -> list[np.ndarray | None]:
    prepared = [engine.prepare(one) for one in pictures]
    answers = [engine.answer([one], conf=0.25)[0] for one in prepared]
    return [engine.embedding(answer, one) for answer, one in zip(answers, prepared, strict=True)]


def seen_by(file: Path, pictures: list[np.ndarray]) -> list[np.ndarray]:
    with open_engine(file, device="cpu", embeds=lambda sha256: True) as engine:
        found = vectors(engine, pictures)
    assert all(one is not None for one in found)
    return [one for one in found if one is not None]


def pictures_of(task: Task) -> list[np.ndarray]:
    made = [one.image for one in scenes(task, 4, 5)]
    return [*made, made[0][:50], made[1][:, :31], colours()[5]]


@pytest.mark.parametrize(("task", "way"), ROWS)
def test_an_export_sees_what_its_weights_see(task: Task, way: str, tmp_path: Path) -> None:
    """Within 1e-3; what has half the digits itself within what they hold."""
    pictures = pictures_of(task)
    file = exported(model(task), tmp_path, **WAYS[way])
    for ours, theirs in zip(seen_by(file, pictures), seen_by(model(task), pictures), strict=True):
        assert ours.dtype == np.float32 and ours.shape == theirs.shape and len(ours) >= 64
        scale = float(np.abs(theirs).max()) if way == "half" else 1.0
        assert np.abs(ours - theirs).max() < (5e-3 * scale if way == "half" else 1e-3)
        assert float(theirs.std()) > 1e-2


@pytest.mark.slow
@pytest.mark.parametrize("name", [one for one in FAMILIES if "-" not in one or one.endswith("-cls")])
def test_older_families(name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    weights = shared(tmp_path_factory, name, lambda folder: untrained(folder, name))
    pictures = colours()[:3]
    for ours, theirs in zip(seen_by(exported(weights, tmp_path), pictures), seen_by(weights, pictures), strict=True):
        assert np.abs(ours - theirs).max() < 1e-3 * max(1.0, float(np.abs(theirs).max()))


def test_it_is_the_mean_of_the_layer_before_the_last(onnx_model: Path, weights: Path, tmp_path: Path) -> None:
    """Of a whole square picture: what Ultralytics itself calls the embedding of that layer."""
    picture = np.asarray(Image.fromarray(colours()[6]).resize((160, 160)))
    from ultralytics.models import YOLO

    net = YOLO(shutil.copy(weights, tmp_path / "m.pt"))  # it cannot open the name that the file has
    bgr = np.ascontiguousarray(picture[..., ::-1])
    layer = net.model.model[-1].f[-1]
    wanted = net.embed(bgr, embed=[layer], imgsz=160, rect=False, verbose=False, device="cpu")[0].numpy()
    for file in (onnx_model, weights):
        (found,) = seen_by(file, [picture])
        assert np.allclose(found, wanted, atol=1e-3) and len(wanted) == 256


def test_what_the_model_says_is_the_same_to_the_bit(onnx_model: Path, pictures: list[np.ndarray]) -> None:
    with open_engine(onnx_model) as plain, open_engine(onnx_model, embeds=lambda sha256: True) as wider:
        assert plain.card == wider.card and plain.settings == wider.settings
        assert plain.card.sha256 == hashlib.sha256(onnx_model.read_bytes()).hexdigest()
        assert plain.predict(pictures, conf=0.05) == wider.predict(pictures, conf=0.05)
        assert vectors(plain, pictures[:1]) == [None]


def test_only_the_model_that_is_meant_gives_vectors(onnx_model: Path, weights: Path) -> None:
    asked: list[str] = []
    for file in (onnx_model, weights):
        with open_engine(file, embeds=lambda sha256: bool(asked.append(sha256))) as engine:
            assert asked[-1] == engine.card.sha256 and vectors(engine, colours()[:1]) == [None]
    assert len(asked) == 2


def test_many_at_once_are_told_apart(weights: Path, tmp_path: Path) -> None:
    files = [exported(model(Task.DETECT), tmp_path, batch=4), model(Task.DETECT)]
    pictures = pictures_of(Task.DETECT)
    one_by_one = seen_by(files[1], pictures)
    for file in files:
        with open_engine(file, batch=4, embeds=lambda sha256: True) as engine:
            prepared = [engine.prepare(one) for one in pictures]
            answers = [*engine.answer(prepared[:4], conf=0.2), *engine.answer(prepared[4:], conf=0.2)]
            for answer, one, alone in zip(answers, prepared, one_by_one, strict=True):
                vector = engine.embedding(answer, one)
                assert vector is not None and np.abs(vector - alone).max() < 1e-3


def test_the_border_does_not_weigh_in() -> None:
    """Cells count by how much of them is picture."""
    features = np.arange(2 * 4 * 4, dtype=np.float32).reshape(2, 4, 4)
    whole = Fit.of(100, 100, (128, 128))
    assert np.allclose(pooled(features, whole, (128, 128)), features.mean(axis=(1, 2)))
    flat = Fit.of(200, 100, (128, 128))  # 64 rows of 128, from row 32 on
    assert np.allclose(pooled(features, flat, (128, 128)), features[:, 1:3].mean(axis=(1, 2)))
    thin = Fit.of(100, 50 + 25, (128, 128))  # 96 rows from 16 on: half of the first and the last
    weights = np.array([0.5, 1, 1, 0.5])
    assert np.allclose(pooled(features, thin, (128, 128)), (features.mean(axis=2) * weights).sum(axis=1) / 3)
    line = Fit.of(900, 1, (128, 128))  # a row of pixels within one row of cells
    row = line.top // 32
    assert np.allclose(pooled(features, line, (128, 128)), features[:, row].mean(axis=1))
    middle = Fit(300, 100, 384, 128, -128, 0)  # a classifier sees the middle only
    assert np.allclose(pooled(features, middle, (128, 128)), features.mean(axis=(1, 2)))


def test_what_are_no_features_gives_no_vector() -> None:
    fit, given = Fit.of(64, 64, (64, 64)), np.ones((3, 2, 2), np.float32)
    assert pooled(given, fit, (64, 64)) is not None
    for wrong in (given[0], given[:, :0], np.ones((3, 2, 1)), np.ones((3, 8, 8)), given * np.nan):
        assert pooled(wrong, fit, (64, 64)) is None


def test_a_model_without_such_a_layer_says_what_it_says(tmp_path: Path) -> None:
    file = write(tmp_path / "m.onnx", colour_graph())
    assert (
        with_features(file.read_bytes()) is None and with_features(b"no model") is None and with_features(b"") is None
    )
    with open_engine(file, embeds=lambda sha256: True) as engine:
        assert vectors(engine, colours()[:2]) == [None, None]
        assert len(engine.predict(colours()[:1], conf=0.0)[0]) == 3


def test_a_layer_that_cannot_be_given_out_is_left_where_it_is(tmp_path: Path) -> None:
    """Names like Ultralytics', and a tensor of another kind: the model runs as it is."""
    graph = colour_graph()
    graph.node[0].name = "/model.0/ReduceMean"
    nodes = [
        onnx.helper.make_node("Cast", ["mean"], ["whole"], "/model.1/Cast", to=onnx.TensorProto.INT32),
        onnx.helper.make_node("Cast", ["whole"], ["again"], "/model.2/Cast", to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Unsqueeze", ["again", "places"], ["deep"], "/model.2/Unsqueeze"),
        onnx.helper.make_node("Conv", ["deep", "kernel"], ["seen"], "/model.2/Conv"),
    ]
    nodes[3].input[0] = "whole"
    graph.node.extend(nodes[:1] + nodes[3:])
    graph.initializer.extend([onnx.numpy_helper.from_array(np.ones((1, 3, 1, 1), np.float32), "kernel")])
    assert feature_tensor(graph) == "whole"
    del graph.node[-1]
    assert feature_tensor(graph) is None
    file = write(tmp_path / "m.onnx", graph)
    with open_engine(file, embeds=lambda sha256: True) as engine:
        assert vectors(engine, colours()[:1]) == [None]


@pytest.mark.slow
def test_quantized_models(tmp_path: Path) -> None:
    """With a layer of numbers they give vectors near those of the weights, with one of steps they give none."""
    from onnxruntime import quantization

    pictures = [one.image for one in scenes(Task.DETECT, 6, 5)]
    file = exported(model(Task.DETECT), tmp_path)

    class Samples(quantization.CalibrationDataReader):
        def __init__(self) -> None:
            self.left = iter([{"images": stack([prepare(one, (SIDE, SIDE))])} for one in pictures])

        def get_next(self) -> dict[str, np.ndarray] | None:
            return next(self.left, None)

    quantization.quantize_dynamic(file, tmp_path / "dynamic.onnx")
    for form in quantization.QuantFormat:
        quantization.quantize_static(file, tmp_path / f"{form}.onnx", Samples(), quant_format=form)
    wanted = seen_by(model(Task.DETECT), pictures)
    for name in ("dynamic", "QDQ"):
        for ours, theirs in zip(seen_by(tmp_path / f"{name}.onnx", pictures), wanted, strict=True):
            assert float(ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs)) > 0.95
    with open_engine(tmp_path / "QOperator.onnx", embeds=lambda sha256: True) as engine:
        assert vectors(engine, pictures[:1]) == [None]


def test_the_pipeline_gives_vectors_and_numbers(onnx_model: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.png" for i in range(4)]
    for file, pixels in zip(files, colours(), strict=False):
        Image.fromarray(pixels).save(file)
    files[2].write_bytes(b"no picture")
    with open_engine(onnx_model, embeds=lambda sha256: True) as engine:
        outcomes = list(detections(engine, files, conf=0.9, read=lambda path: path))
    for outcome, pixels in zip(outcomes, colours(), strict=False):
        if outcome.item == files[2]:
            assert outcome.scan.problem and outcome.stat is None and outcome.vector is None
            continue
        assert outcome.stat == picture_stat(pixels) and outcome.vector is not None
        assert np.array_equal(outcome.vector, seen_by(onnx_model, [pixels])[0])
