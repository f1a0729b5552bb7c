"""The sample that ships: complete, small, true to its generator, with a model that was really measured."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import onnxruntime
import pytest
from PIL import Image

from verify_app.core.geometry import iou
from verify_app.core.resources import resource
from verify_app.formats import yolo
from verify_app.imaging.reading.probe import probe
from verify_app.inference.open_engine import open_engine

DEMO = resource("demo")
IMAGES = sorted((DEMO / "images").rglob("*.jpg"))
CLASSES = (DEMO / "classes.txt").read_text(encoding="utf-8").split()
MODELS = {"model.pt": 6_000_000, "model.onnx": 10_000_000}
MACHINE_PATH = re.compile(rb"/(?:tmp|home|root|work|Users|usr|opt)/\w|[A-Z]:\\+(?:Users|Windows)|site-packages")


@pytest.fixture(scope="module")
def scenes() -> ModuleType:
    name = "verify_app_demo_scenes"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, DEMO / "scenes.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    return json.loads((DEMO / "model.json").read_text(encoding="utf-8"))


def truth_of(image: Path) -> Path:
    return DEMO / "truth" / image.parent.name / f"{image.stem}.txt"


@pytest.mark.parametrize("style", ["real", "synthetic"])
def test_a_scene_is_a_function_of_its_seed(scenes: ModuleType, style: str) -> None:
    first, again, other = (scenes.scene(seed, style=style) for seed in (3, 3, 4))
    assert first.image.tobytes() == again.image.tobytes()
    assert first.objects == again.objects
    assert first.image.tobytes() != other.image.tobytes()


def test_the_styles_differ(scenes: ModuleType) -> None:
    assert scenes.scene(3).image.tobytes() != scenes.scene(3, style="synthetic").image.tobytes()


@pytest.mark.parametrize("style", ["real", "synthetic"])
def test_boxes_are_tight_around_what_can_be_seen(scenes: ModuleType, style: str) -> None:
    for seed in range(50, 54):
        scene = scenes.scene(seed, style=style)
        assert scene.image.size == (640, 480)
        assert set(np.unique(scene.visible)) - {-1} == set(range(len(scene.objects)))
        for place, (index, *box) in enumerate(scene.objects):
            rows, columns = np.nonzero(scene.visible == place)
            assert box == [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
            assert 0 <= box[0] < box[2] <= 640
            assert 0 <= box[1] < box[3] <= 480
            assert index in range(len(scenes.CLASSES))


def test_boxes_lie_where_the_picture_shows_a_part(scenes: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """One part without shadow on a plain ground: its box ends where the pixels begin to differ from the ground."""
    monkeypatch.setattr(scenes, "_shadow", lambda *_: None)
    for seed in range(8):
        alone = scenes.scene(seed, style="synthetic", count=(1, 1))
        with monkeypatch.context() as patch:
            patch.setattr(scenes, "_draw", lambda *_: 1.0)
            ground = np.asarray(scenes.scene(seed, style="synthetic", count=(1, 1)).image, np.int16)
        changed = np.abs(np.asarray(alone.image, np.int16) - ground).max(axis=2) > 2
        for _, x1, y1, x2, y2 in alone.objects:
            inside = changed[int(y1) : int(y2), int(x1) : int(x2)]
            rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
            slack = (rows[0], columns[0], inside.shape[0] - 1 - rows[-1], inside.shape[1] - 1 - columns[-1])
            assert max(slack) <= 1, "an edge of the ground's own colour may hide one row"


def test_a_part_that_is_nearly_hidden_has_no_box(scenes: ModuleType) -> None:
    under = scenes.Thing("nut", (300.0, 200.0), 25.0, 0.0, "zinc", 1)
    over = scenes.Thing("tag", (300.0, 200.0), 70.0, 0.0, "zinc", 2)
    light = scenes._light(np.random.default_rng(0), "real")
    for things, expected in (([under], 1), ([under, over], 0)):
        canvas = np.full((480, 640, 3), 0.2, np.float32)
        owner = np.full((480, 640), -1, np.int16)
        full = np.array([scenes._draw(canvas, owner, i, thing, light) for i, thing in enumerate(things)])
        objects, visible = scenes._truth(things, owner, full)
        assert len(objects) == expected
        assert (visible >= 0).any() == bool(expected)


def test_an_empty_scene_has_no_object_but_something_to_look_at(scenes: ModuleType) -> None:
    empty = scenes.scene(1009, style="synthetic", empty=True)
    real = scenes.scene(1009, empty=True)
    assert empty.objects == real.objects == []
    assert np.asarray(real.image).std() > 5


def test_48_images_in_3_megabytes_all_usable() -> None:
    assert len(IMAGES) == 48
    assert sum(file.stat().st_size for file in IMAGES) <= 3_000_000
    assert all(probe(file).problem is None for file in IMAGES)
    assert Counter(file.parent.name for file in IMAGES) == {"real": 34, "synthetic": 14}
    assert len({file.stem for file in IMAGES}) == 48


def test_every_image_has_its_truth_and_the_rare_class_is_rare(scenes: ModuleType, facts: dict[str, Any]) -> None:
    counts: Counter[str] = Counter()
    empty = 0
    for file in IMAGES:
        read = yolo.read_labels(truth_of(file), width=640, height=480, classes=len(CLASSES))
        assert read.problems == ()
        empty += not read.labels
        counts.update(CLASSES[label.index] for label in read.labels)
    assert {truth_of(file) for file in IMAGES} == set((DEMO / "truth").rglob("*.txt"))
    assert tuple(CLASSES) == scenes.CLASSES == tuple(facts["classes"])
    assert counts == facts["demo_images"]["instances"]
    assert empty >= 3
    assert 10 <= counts[scenes.RARE] < min(counts[name] for name in CLASSES if name != scenes.RARE) / 5


def test_training_saw_the_rare_class_rarely(scenes: ModuleType, facts: dict[str, Any]) -> None:
    seen = facts["scenes"]["train"]["instances"]
    common = np.mean([seen[name] for name in CLASSES if name != scenes.RARE])
    assert scenes.RARITY * 0.7 < common / seen[scenes.RARE] < scenes.RARITY * 1.4


def test_the_shipped_images_are_what_the_generator_makes(scenes: ModuleType, facts: dict[str, Any]) -> None:
    for file in (IMAGES[0], IMAGES[-1]):
        seed = int(file.stem.rpartition("-")[2])
        made = scenes.scene(seed, style=file.parent.name)
        with Image.open(file) as shipped:
            difference = np.abs(np.asarray(made.image, np.int16) - np.asarray(shipped.convert("RGB"), np.int16))
        assert difference.mean() < 4, "only JPEG lies between them"
        assert truth_of(file).read_text(encoding="utf-8") == scenes.yolo_rows(made.objects)
    most = max(int(file.stem.rpartition("-")[2]) for file in IMAGES)
    assert most < min(seed for name, seed in facts["seeds"].items() if name in ("train", "val", "test"))


def test_the_model_is_the_one_that_was_measured(scenes: ModuleType, facts: dict[str, Any]) -> None:
    assert set(facts["sha256"]) == set(MODELS)
    for name, limit in MODELS.items():
        content = (DEMO / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == facts["sha256"][name]
        assert len(content) == facts["bytes"][name] <= limit
        measured = {c: figures["mAP50"] for c, figures in facts["measured"][name]["classes"].items()}
        rare = measured.pop(scenes.RARE)
        assert set(measured) == set(CLASSES) - {scenes.RARE}
        assert min(measured.values()) > rare
        assert np.mean(list(measured.values())) >= 0.85


def test_the_model_files_say_nothing_of_the_machine_that_made_them() -> None:
    assert MACHINE_PATH.search((DEMO / "model.json").read_bytes()) is None
    assert MACHINE_PATH.search((DEMO / "model.onnx").read_bytes()) is None
    with zipfile.ZipFile(DEMO / "model.pt") as archive:
        pickles = [name for name in archive.namelist() if name.endswith(".pkl")]
        assert pickles
        assert all(MACHINE_PATH.search(archive.read(name)) is None for name in pickles)


def test_the_onnx_model_takes_one_image_or_several() -> None:
    session = onnxruntime.InferenceSession(DEMO / "model.onnx", providers=["CPUExecutionProvider"])
    facts = session.get_modelmeta().custom_metadata_map
    assert facts["task"] == "detect"
    assert facts["imgsz"] == "[320, 320]"
    assert facts["names"] == str(dict(enumerate(CLASSES)))
    entry = session.get_inputs()[0].name
    batch = np.random.default_rng(0).random((4, 3, 320, 320), np.float32)
    (together,) = session.run(None, {entry: batch})
    (first,) = session.run(None, {entry: batch[:1]})
    assert first.shape == (1, 300, 6)
    assert together.shape == (4, 300, 6)
    assert np.allclose(together[0, :, 4], first[0, :, 4], atol=1e-4)


def test_the_model_finds_most_common_parts_and_is_wrong_now_and_then(scenes: ModuleType) -> None:
    rare = CLASSES.index(scenes.RARE)
    hits = objects = wrong = 0
    with open_engine(DEMO / "model.onnx") as engine:
        assert list(engine.card.names.values()) == CLASSES
        for file in (f for f in IMAGES if f.parent.name == "real"):
            with Image.open(file) as image:
                found = engine.predict([np.asarray(image.convert("RGB"))], conf=0.25)[0]
            labels = yolo.read_labels(truth_of(file), width=640, height=480, classes=len(CLASSES)).labels
            there = [(label.index, label.region) for label in labels]
            common = [(index, region) for index, region in there if index != rare]
            objects += len(common)
            hits += sum(any(d.cls == c and iou(d.region, b) > 0.5 for d in found) for c, b in common)
            wrong += sum(not any(d.cls == c and iou(d.region, b) > 0.5 for c, b in there) for d in found)
    assert hits / objects > 0.8
    assert wrong > 0
