"""The five tasks through both engines and through Ultralytics itself, with the small trained models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.sharing import shared
from tests.tasks import CLASSES, SIDE, SKELETON, Scene, model, scenes
from tests.unit.inference.test_masks import rastered
from verify_app.core.errors import UserError
from verify_app.core.records import Detection
from verify_app.core.regions import Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import Task
from verify_app.inference.convert import compare, convert
from verify_app.inference.engine import run_settings
from verify_app.inference.open_engine import open_engine
from verify_app.inference.pipeline import detections
from verify_app.inference.preprocess import Fit
from verify_app.inference.ultralytics_engine import loaded_pt

SEED = 4_000_000
LEAST_FOUND = {Task.CLASSIFY: 0.8}
ODD = ((333, 517), (517, 333), (97, 160), (480, 641))
"""Widths and heights that letterboxing has to round."""


@pytest.fixture(scope="session")
def new_scenes() -> dict[str, list[Scene]]:
    return {task: list(scenes(task, 24, SEED)) for task in Task}


@pytest.fixture(scope="session")
def scene_files(tmp_path_factory: pytest.TempPathFactory, new_scenes: dict[str, list[Scene]]) -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {}
    for task, made in new_scenes.items():
        folder = tmp_path_factory.mktemp(task)
        for i, one in enumerate(made):
            Image.fromarray(one.image).save(folder / f"{i:02}.png")
        files[task] = sorted(folder.iterdir())
    return files


class Converted(dict[str, Path]):
    """Each small model in ONNX form by our own conversion, made when it is first asked for."""

    def __init__(self, factory: pytest.TempPathFactory, samples: dict[str, list[Path]]) -> None:
        super().__init__()
        self._factory, self._samples = factory, samples

    def __missing__(self, task: str) -> Path:
        def make(folder: Path) -> Path:
            agreement = convert(model(task), folder / f"{task}.onnx", samples=self._samples[task][:8])
            assert agreement.agrees and agreement.compared >= 16, agreement
            return folder / f"{task}.onnx"

        self[task] = shared(self._factory, f"{Task(task)} onnx", make)
        return self[task]


@pytest.fixture(scope="session")
def onnx_models(tmp_path_factory: pytest.TempPathFactory, scene_files: dict[str, list[Path]]) -> Converted:
    return Converted(tmp_path_factory, scene_files)


def odd_pictures(made: list[Scene]) -> list[np.ndarray]:
    """A few scenes as they are, and a few in odd sizes."""
    shrunk = [
        np.asarray(Image.fromarray(one.image).resize(size, Image.Resampling.BICUBIC))
        for one, size in zip(made, ODD, strict=False)
    ]
    return [one.image for one in made[4:8]] + shrunk


@pytest.mark.parametrize("task", Task)
@pytest.mark.parametrize("kind", ["pt", "onnx"])
def test_it_finds_what_is_there(
    task: Task, kind: str, new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    made = new_scenes[task]
    with open_engine(model(task) if kind == "pt" else onnx_models[task]) as engine:
        assert engine.card.task == task and engine.card.imgsz == (SIDE, SIDE)
        assert tuple(engine.card.names.values()) == CLASSES[task]
        answers = engine.predict([one.image for one in made], conf=0.25)
    said = [d for answer in answers for d in answer]
    assert {d.region.kind for d in said} == {task.region}
    total = sum(len(one.objects) for one in made)
    found = sum(
        any(d.cls == cls and region.overlap(d.region) > 0.5 for d in answer)
        for one, answer in zip(made, answers, strict=True)
        for cls, region in one.objects
    )
    assert found / total > LEAST_FOUND.get(task, 0.6)
    assert len(said) < 2 * total


@pytest.mark.parametrize("task", Task)
def test_both_engines_agree(task: Task, new_scenes: dict[str, list[Scene]], onnx_models: Converted) -> None:
    pictures = [one.image for one in new_scenes[task]] + odd_pictures(new_scenes[task])
    with open_engine(model(task), batch=3) as torch_engine, open_engine(onnx_models[task]) as onnx_engine:
        for name in ("task", "names", "imgsz", "end2end", "stride", "points", "point_values"):
            assert getattr(torch_engine.card, name) == getattr(onnx_engine.card, name), name
        agreement = compare(onnx_engine.predict(pictures, conf=0.02), torch_engine.predict(pictures, conf=0.02))
    assert agreement.agrees and agreement.compared >= 2 * len(pictures), agreement


@pytest.mark.parametrize("task", Task)
def test_ultralytics_runs_the_onnx_file_too(
    task: Task, new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    pictures = [one.image for one in new_scenes[task][:6]]
    with (
        open_engine(onnx_models[task], engine="ultralytics") as theirs,
        open_engine(onnx_models[task]) as ours,
    ):
        assert theirs.card == ours.card
        assert compare(theirs.predict(pictures, conf=0.02), ours.predict(pictures, conf=0.02)).agrees


def reference(task: str, pictures: list[np.ndarray], conf: float) -> list[Any]:
    """Ultralytics' own results on the BGR pictures it wants."""
    with loaded_pt(model(task)) as (net, _):
        return [
            net.predict(
                np.ascontiguousarray(pixels[..., ::-1]),
                conf=conf,
                imgsz=SIDE,
                rect=False,
                nms=False,
                max_det=300,
                device="cpu",
                verbose=False,
            )[0]
            for pixels in pictures
        ]


@pytest.mark.parametrize("kind", ["pt", "onnx"])
@pytest.mark.parametrize("task", Task)
def test_the_same_as_ultralytics_itself(
    task: Task, kind: str, new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    pictures = odd_pictures(new_scenes[task])
    with open_engine(model(task) if kind == "pt" else onnx_models[task]) as engine:
        answers = engine.predict(pictures, conf=0.25)
    check = {
        Task.DETECT: same_boxes,
        Task.SEGMENT: same_masks,
        Task.OBB: same_oriented,
        Task.POSE: same_poses,
        Task.CLASSIFY: same_class,
    }[task]
    assert sum(map(len, answers)) >= len(pictures)
    for found, result, pixels in zip(answers, reference(task, pictures, 0.25), pictures, strict=True):
        check(found, result, pixels)


def same_rows(found: list[Detection], boxes: Any) -> None:
    assert [d.cls for d in found] == boxes.cls.int().tolist()
    assert np.allclose([d.conf for d in found], boxes.conf, atol=1e-4)


def same_boxes(found: list[Detection], result: Any, _: np.ndarray) -> None:
    same_rows(found, result.boxes)
    assert np.allclose([d.region.bounds.corners() for d in found], result.boxes.xyxy, atol=0.02)


def same_masks(found: list[Detection], result: Any, pixels: np.ndarray) -> None:
    """The same pixels; of the outlines theirs is the shorter one on the right and at the bottom (see `masks`)."""
    same_rows(found, result.boxes)
    if not found:
        return
    fit = Fit.of(pixels.shape[1], pixels.shape[0], (SIDE, SIDE))
    for one, mask, ring in zip(found, result.masks.data.numpy(), result.masks.xy, strict=True):
        assert isinstance(one.region, Polygon)
        ours = rastered(one.region, fit)
        mask[: fit.top], mask[fit.top + fit.inner_height :] = 0, 0
        mask[:, : fit.left], mask[:, fit.left + fit.inner_width :] = 0, 0
        assert (ours & mask.astype(np.uint8)).sum() / (ours | mask.astype(np.uint8)).sum() > 0.95
        if len(one.region.rings) == 1:
            assert one.region.overlap(Polygon.simple(ring.tolist())) > 0.85


def same_oriented(found: list[Detection], result: Any, _: np.ndarray) -> None:
    same_rows(found, result.obb)
    for one, corners in zip(found, result.obb.xyxyxyxy.numpy(), strict=True):
        assert isinstance(one.region, OrientedBox)
        theirs = sorted(map(tuple, corners.tolist()))
        assert np.allclose(sorted(one.region.points), theirs, atol=0.05)
        assert one.region.overlap(OrientedBox.of_corners(corners.tolist())) > 0.99


def same_poses(found: list[Detection], result: Any, _: np.ndarray) -> None:
    same_rows(found, result.boxes)
    assert np.allclose([d.region.bounds.corners() for d in found], result.boxes.xyxy, atol=0.02)
    for one, places, conf in zip(found, result.keypoints.xy, result.keypoints.conf, strict=True):
        assert isinstance(one.region, Keypoints)
        assert np.allclose([(p.x, p.y) for p in one.region.points], places, atol=0.02)
        assert [p.seen for p in one.region.points] == [2 if c >= 0.5 else 0 for c in conf.tolist()]


def same_class(found: list[Detection], result: Any, _: np.ndarray) -> None:
    assert [d.cls for d in found] == [result.probs.top1]
    assert found[0].conf == pytest.approx(float(result.probs.top1conf), abs=1e-4)


def test_points_lie_where_they_are_and_absent_ones_are_absent(
    new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    made = new_scenes["pose"]
    with open_engine(onnx_models["pose"]) as engine:
        assert engine.card.points == len(SKELETON.names)
        answers = engine.predict([one.image for one in made], conf=0.25)
    pairs = []
    for one, answer in zip(made, answers, strict=True):
        for cls, truth in one.objects:
            best = max((d for d in answer if d.cls == cls), key=lambda d: truth.overlap(d.region), default=None)
            if best is not None and truth.overlap(best.region) > 0.5:
                assert isinstance(truth, Keypoints) and isinstance(best.region, Keypoints)
                pairs += list(zip(truth.points, best.region.points, strict=True))
    near = [abs(p.x - q.x) < 6 and abs(p.y - q.y) < 6 for p, q in pairs if p.seen]
    gone = [q.seen == 0 for p, q in pairs if not p.seen]
    there = [q.seen == 2 for p, q in pairs if p.seen == 2]
    assert len(gone) >= 5
    assert np.mean(near) > 0.8 and np.mean(gone) > 0.6 and np.mean(there) > 0.8


def test_rings_come_with_their_hole_and_broken_plates_in_two(
    new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    made = new_scenes["segment"]
    with open_engine(onnx_models["segment"]) as engine:
        answers = engine.predict([one.image for one in made], conf=0.25)
    same, overlaps = [], []
    for one, answer in zip(made, answers, strict=True):
        for cls, truth in one.objects:
            best = max((d for d in answer if d.cls == cls), key=lambda d: truth.overlap(d.region), default=None)
            if best is not None and truth.overlap(best.region) > 0.5:
                assert isinstance(truth, Polygon) and isinstance(best.region, Polygon)
                same.append(sorted(map(len, best.region.parts)) == sorted(map(len, truth.parts)))
                overlaps.append(truth.overlap(best.region))
    assert np.mean(same) > 0.6 and np.mean(overlaps) > 0.8


@pytest.mark.parametrize("task", Task)
def test_the_settings_say_what_decides_the_output(task: Task, onnx_models: Converted) -> None:
    wanted = {Task.SEGMENT: {"masks", "outline"}, Task.POSE: {"point_conf"}, Task.CLASSIFY: {"fit", "top"}}
    for file in (model(task), onnx_models[task]):
        with open_engine(file) as engine:
            settings = run_settings(engine, conf=0.3)
        assert wanted.get(task, set()) <= set(settings) and settings["conf"] == 0.3
        assert ("letterbox" in settings) == (task != Task.CLASSIFY) and "head" not in settings


@pytest.mark.parametrize("task", Task)
def test_a_stream_says_the_same_as_one_by_one(
    task: Task, scene_files: dict[str, list[Path]], new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    with open_engine(onnx_models[task]) as engine:
        single = engine.predict([one.image for one in new_scenes[task]], conf=0.2)
        streamed = [o.detections for o in detections(engine, scene_files[task], conf=0.2, read=lambda p: p, threads=3)]
    assert streamed == single


@pytest.mark.parametrize("task", Task)
def test_regions_survive_being_stored_and_lie_in_the_picture(
    task: Task, new_scenes: dict[str, list[Scene]], onnx_models: Converted
) -> None:
    from verify_app.core.regions import region_from

    pictures = odd_pictures(new_scenes[task])
    with open_engine(onnx_models[task]) as engine:
        answers = engine.predict(pictures, conf=0.01)
    for pixels, answer in zip(pictures, answers, strict=True):
        assert [d.conf for d in answer] == sorted((d.conf for d in answer), reverse=True)
        for one in answer:
            assert region_from(one.region.kind, one.region.data()) == one.region
            if task != Task.OBB:
                box = one.region.bounds
                assert box.clipped(pixels.shape[1], pixels.shape[0]) == box
                assert task == Task.CLASSIFY or box.area > 0


@pytest.mark.parametrize(
    "other", [{"mean": (0.485, 0.456, 0.406), "std": (0.229, 0.224, 0.225)}, {"interpolation": "BICUBIC"}]
)
def test_a_classifier_that_wants_other_pixels_is_refused(tmp_path: Path, other: dict[str, Any]) -> None:
    with loaded_pt(model("classify")) as (net, _):
        from ultralytics.data.augment import classify_transforms

        net.model.transforms = classify_transforms(SIDE, **other)
        net.save(tmp_path / "odd.pt")
    with pytest.raises(UserError, match=r"odd\.pt wants its pictures prepared in a way of its own"):
        open_engine(tmp_path / "odd.pt")
