"""Models as people have them: ordinary exports of YOLOv8, YOLO11 and YOLO26, beside Ultralytics' own results."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.sharing import shared
from tests.tasks import SIDE, Scene, model, scenes
from tests.unit.inference import test_tasks as reference
from tests.unit.inference.conftest import scenes as colours
from tests.unit.inference.tiny_models import METADATA, constant_graph, write
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Task
from verify_app.inference.convert import convert
from verify_app.inference.engine import Engine
from verify_app.inference.nms import probable_overlap, survivors
from verify_app.inference.open_engine import open_engine
from verify_app.inference.ultralytics_setup import prepare

SUFFIX = {Task.DETECT: "", Task.SEGMENT: "-seg", Task.OBB: "-obb", Task.POSE: "-pose", Task.CLASSIFY: "-cls"}
SAME = {
    Task.DETECT: reference.same_boxes,
    Task.SEGMENT: reference.same_masks,
    Task.OBB: reference.same_oriented,
    Task.POSE: reference.same_poses,
    Task.CLASSIFY: reference.same_class,
}
WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "nms": {"nms": True},
    "dynamic": {"dynamic": True},
    "nms-dynamic": {"nms": True, "dynamic": True},
    "half": {"half": True},
    "not simplified": {"simplify": False},
    "four at once": {"batch": 4},
}
TABLE = [(task, way) for task in Task for way in ("plain", "nms") if (task, way) != (Task.CLASSIFY, "nms")]
TABLE += [(Task.DETECT, way) for way in WAYS if way not in ("plain", "nms")] + [(Task.CLASSIFY, "dynamic")]
QUICK = ((Task.DETECT, "plain"), (Task.CLASSIFY, "plain"), (Task.OBB, "plain"), (Task.DETECT, "nms"))
ROWS = [
    pytest.param(task, way, id=f"{task}-{way}", marks=() if (task, way) in QUICK else pytest.mark.slow)
    for task, way in TABLE
]


def exported(weights: Path, folder: Path, **how: Any) -> Path:
    """What ``yolo export format=onnx`` makes of a `.pt`."""
    prepare()
    from ultralytics.models import YOLO

    copy = shutil.copy(weights, folder / "m.pt")
    return Path(YOLO(copy).export(format="onnx", imgsz=SIDE, device="cpu", verbose=False, **how))


def said(file: Path, pictures: list[np.ndarray], conf: float, times: int = 1) -> list[Any]:
    """Ultralytics' own results."""
    from ultralytics.models import YOLO

    net = YOLO(file, task=None)
    how = {"conf": conf, "imgsz": SIDE, "rect": False, "max_det": 300, "device": "cpu", "verbose": False}
    return [net.predict([np.ascontiguousarray(one[..., ::-1])] * times, **how)[0] for one in pictures]


@pytest.fixture(scope="module")
def made() -> dict[str, list[Scene]]:
    return {task: list(scenes(task, 24, reference.SEED)) for task in Task}


@pytest.mark.parametrize(("task", "way"), ROWS)
def test_the_same_as_ultralytics(task: Task, way: str, made: dict[str, list[Scene]], tmp_path: Path) -> None:
    """Of the file, and, but for half precision, of the weights it was made from."""
    file = exported(model(task), tmp_path, **WAYS[way])
    pictures = reference.odd_pictures(made[task])
    with open_engine(file) as engine:
        assert engine.card.task == task and engine.card.imgsz == (SIDE, SIDE) and engine.card.named
        found = engine.predict(pictures, conf=0.25)
        nms = {"nms": "NMS inside", "nms-dynamic": "NMS inside"}.get(way, "one-to-many with NMS, IoU 0.7")
        assert task == Task.CLASSIFY or nms in engine.settings["head"]
    assert sum(map(len, found)) >= len(pictures)
    for source, times in ((file, WAYS[way].get("batch", 1)), (tmp_path / "m.pt", 1)):
        if way == "half" and source.suffix == ".pt":
            continue
        for ours, theirs, pixels in zip(found, said(source, pictures, 0.25, times), pictures, strict=True):
            SAME[task](ours, theirs, pixels)


def untrained(folder: Path, name: str) -> Path:
    """Weights that find some hundred objects of every confidence, many on each other."""
    prepare()
    import torch
    from ultralytics.models import YOLO

    torch.manual_seed(3)
    model = YOLO(f"{name}.yaml")
    net = model.model
    norms = [module for module in net.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None
        norm.reset_running_stats()
    net.train()
    with torch.no_grad():
        for _ in range(2):
            net(torch.rand(4, 3, SIDE, SIDE).round())
    net.eval()
    head = net.model[-1]
    for box, cls in zip(getattr(head, "cv2", ()), getattr(head, "cv3", ()), strict=True):
        for layer, spread in ((box[-1], 0.8), (cls[-1], 1.0)):
            layer.weight.data = torch.randn(layer.weight.shape) * spread / layer.weight.shape[1] ** 0.5
        cls[-1].bias.data[:] = -4.0
    for norm in norms:
        norm.momentum = 0.03
    model.ckpt = {"train_args": {"imgsz": SIDE, "task": model.task}}
    model.save(folder / f"{name}.pt")
    return folder / f"{name}.pt"


FAMILIES = [f"yolo{family}n{suffix}" for family in ("v8", "11") for suffix in SUFFIX.values()]


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_older_families(name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The very rows that NMS leaves: class, confidence and box, whatever lies outside the picture."""
    weights = shared(tmp_path_factory, name, lambda folder: untrained(folder, name))
    file = exported(weights, tmp_path)
    pictures = [np.asarray(Image.fromarray(one).resize((SIDE, SIDE))) for one in colours()[:3]]
    with open_engine(file) as engine:
        task = Task(engine.card.task)
        found = [engine.answer([engine.prepare(one)], conf=0.3)[0].rows for one in pictures]
    assert task == Task.CLASSIFY or sum(map(len, found)) >= 5 * len(pictures)
    for ours, theirs in zip(found, said(file, pictures, 0.3), strict=True):
        if task == Task.CLASSIFY:
            assert np.allclose(ours, theirs.probs.data, atol=1e-4)
            continue
        rows = (theirs.obb if task == Task.OBB else theirs.boxes).data.numpy()
        rows = rows[:, [0, 1, 2, 3, 5, 6]] if task == Task.OBB else np.clip(rows, -999, 9999)
        if task == Task.OBB:  # theirs have the longer side first
            ours, rows = ours[:, [0, 1, 4, 5]], rows[:, [0, 1, 4, 5]]
        elif task == Task.SEGMENT:  # masks that are empty are none of theirs
            found_at = np.concatenate([np.clip(ours[:, :4], 0, SIDE), 1e4 * ours[:, 4:6]], axis=1)
            wanted = np.concatenate([rows[:, :4], 1e4 * rows[:, 4:6]], axis=1)
            near = np.abs(found_at[:, None] - wanted[None]).max(axis=2).argmin(axis=0)
            ours = ours[near]
        assert_same_rows(ours[:, : rows.shape[1]], rows)


def test_a_pt_of_an_older_family_is_converted(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It has no NMS-free head: its file needs NMS, and says the same all the same."""
    weights = shared(tmp_path_factory, "yolov8n", lambda folder: untrained(folder, "yolov8n"))
    samples = [tmp_path / f"{i}.png" for i in range(2)]
    for file, pixels in zip(samples, colours(), strict=False):
        Image.fromarray(pixels).save(file)
    agreement = convert(weights, tmp_path / "m.onnx", imgsz=96, samples=samples)
    assert agreement.agrees and agreement.compared > 10
    with open_engine(tmp_path / "m.onnx") as engine:
        assert engine.card.end2end is False and "NMS" in engine.settings["head"]


def assert_same_rows(ours: np.ndarray, theirs: np.ndarray) -> None:
    """Each has its partner; which of two that are equally sure comes first is nobody's business."""
    if theirs.shape[1] == 6:  # theirs end at the picture
        ours = np.concatenate([np.clip(ours[:, :4], 0, SIDE), ours[:, 4:]], axis=1)
    assert abs(len(ours) - len(theirs)) <= 0.05 * len(theirs)
    apart = np.abs(ours[:, None] - theirs[None]).max(axis=2)
    # of a pair that overlaps by the very limit either may go
    assert (apart.min(axis=0) < 0.05).mean() >= 0.95 and (apart.min(axis=1) < 0.05).mean() >= 0.95


def places(*rows: tuple[float, ...]) -> np.ndarray:
    return np.array(rows, np.float32).T


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([(10, 10, 10, 10, 0.9, 0), (10, 10, 10, 10, 0.8, 0)], [0.9]),
        ([(10, 10, 10, 10, 0.9, 0), (10, 10, 10, 10, 0, 0.8)], [0.9, 0.8]),  # classes are apart
        ([(10, 10, 10, 10, 0.3, 0), (10, 10, 10, 10, 0.8, 0.7)], [0.8]),  # the best class of a place only
        ([(10, 10, 10, 10, 0.9, 0), (12, 10, 10, 10, 0.8, 0), (14, 10, 10, 10, 0.7, 0)], [0.9, 0.8, 0.7]),
        ([(10, 10, 10, 10, 0.9, 0), (11, 10, 10, 10, 0.8, 0), (12, 10, 10, 10, 0.7, 0)], [0.9, 0.7]),  # greedy
        ([(10, 10, 0, 0, 0.9, 0), (10, 10, 0, 0, 0.8, 0)], [0.9, 0.8]),  # without area nothing overlaps
        ([(10, 10, 10, 10, 0.05, 0), (10, 10, 10, 10, float("nan"), 0)], []),
        ([], []),
    ],
)
def test_which_of_overlapping_boxes_stay(rows: list[tuple[float, ...]], left: list[float]) -> None:
    table = places(*rows) if rows else np.zeros((6, 0), np.float32)
    found = survivors(table, 2, conf=0.05, most=300)
    assert np.allclose(found[:, 4], left) and found.shape[1] == 6


def test_oriented_ones_go_by_any_surer_neighbour() -> None:
    chain = [(10 + step * 1.5, 10, 20, 10, 0.9 - step / 10, 0.2) for step in range(3)]
    found = survivors(places(*chain), 1, conf=0.05, most=300, oriented=True)
    assert np.allclose(found[:, 4], [0.9]), "the third is near the second, which is gone, and that counts"


def test_oriented_blocks_are_the_same_as_all_at_once() -> None:
    generator = np.random.default_rng(8)
    boxes = generator.uniform((0, 0, 5, 5, 0.06, -1), (60, 60, 30, 30, 1, 2), (900, 6)).astype(np.float32)
    found = survivors(boxes.T, 1, conf=0.05, most=300, oriented=True)
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    near = np.triu(probable_overlap(boxes[:, [0, 1, 2, 3, 5]], boxes[:, [0, 1, 2, 3, 5]]), 1) > 0.7
    assert np.allclose(found[:, 4], boxes[~near.any(axis=0), 4][:300]) and len(found) > 30
    torch = pytest.importorskip("torch")
    from ultralytics.utils.metrics import batch_probiou

    theirs = batch_probiou(torch.from_numpy(boxes[:50, [0, 1, 2, 3, 5]]), torch.from_numpy(boxes[:50, [0, 1, 2, 3, 5]]))
    assert np.allclose(probable_overlap(boxes[:50, [0, 1, 2, 3, 5]], boxes[:50, [0, 1, 2, 3, 5]]), theirs, atol=2e-3)


def head_of(path: Path, answer: np.ndarray, **facts: str) -> Engine:
    metadata = {key: value for key, value in METADATA.items() if key != "end2end"} | facts
    return open_engine(write(path / "m.onnx", constant_graph(answer), metadata))


@pytest.mark.parametrize(
    ("shape", "facts", "head"),
    [
        ((1, 7, 84), {}, "one-to-many with NMS, IoU 0.7"),
        ((1, 7, 84), {"end2end": "True"}, "one-to-many with NMS, IoU 0.7"),  # what it is, not what it says
        ((1, 300, 6), {}, None),
        ((1, 300, 6), {"end2end": "False"}, None),
        ((1, 300, 6), {"end2end": "False", "args": "{'nms': True}"}, "NMS inside the file"),
        ((1, 7, 6), {}, None),
        ((1, 7, 6), {"end2end": "False"}, "one-to-many with NMS, IoU 0.7"),
    ],
)
def test_the_outputs_tell_the_head(
    tmp_path: Path, shape: tuple[int, ...], facts: dict[str, str], head: str | None
) -> None:
    with head_of(tmp_path, np.zeros(shape), **facts) as engine:
        assert engine.settings.get("head") == head


@pytest.mark.parametrize("shape", [(1, 7, 84), (1, 300, 6)])
def test_open_shapes_are_looked_at_once(tmp_path: Path, shape: tuple[int, ...]) -> None:
    graph = constant_graph(np.zeros(shape))
    for dim in graph.output[0].type.tensor_type.shape.dim[1:]:
        dim.Clear()
        dim.dim_param = f"d{len(dim.dim_param)}"
    metadata = {key: value for key, value in METADATA.items() if key != "end2end"}
    with open_engine(write(tmp_path / "m.onnx", graph, metadata)) as engine:
        assert engine.card.end2end is (shape[2] == 6)


def test_numbers_that_are_no_confidences(tmp_path: Path) -> None:
    answer = np.zeros((1, 7, 84))
    answer[0, 5, 3] = 31.0
    with (
        head_of(tmp_path, answer) as engine,
        pytest.raises(UserError, match="confidences above 1"),
    ):
        engine.predict([np.zeros((64, 64, 3), np.uint8)], conf=0.05)
