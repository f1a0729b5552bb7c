"""Training on a version with real Ultralytics."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.unit.training.versions import make_version
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.progress import Progress
from verify_app.inference.ultralytics_engine import loaded_pt
from verify_app.training.train import train
from verify_app.training.weights import lineage_of, sha256_of

pytestmark = pytest.mark.slow
ALONE = {"settings": {"workers": 0}}
"""Without children that load pictures: four forks of this process for each training."""
SMALL = {"base": "yolo26n.yaml", "epochs": 1, "imgsz": 64, "batch": 8, "device": "cpu", **ALONE}


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def state(weights: Path) -> dict:
    with loaded_pt(weights) as (model, _):
        return model.model.state_dict()


def test_a_version_is_trained_on_and_what_was_loaded_is_what_it_holds(trained, learned, scenes_version):
    counts = json.loads((scenes_version / "receipt.json").read_bytes())["counts"]
    for split, loaded in trained.loaded.items():
        assert loaded.images == sum(counts["images"][split].values())
        stated = {key.partition(" ")[2]: n for key, n in counts["classes"][split].items()}
        assert {name: n for name, n in loaded.objects.items() if n} == stated
    assert set(trained.loaded) == {"train", "val"} and trained.epochs == 2
    assert trained.sha256 == sha256_of(trained.weights)
    assert lineage_of(trained.weights) == trained.receipt and trained.base == sha256_of(learned)
    assert trained.settings["optimizer_chosen"] == "AdamW" and trained.settings["fraction"] == 1.0


def test_every_layer_was_trained_from_the_weights_it_began_with(trained, learned):
    before, after = state(learned), state(trained.weights)
    head = max(int(name.split(".")[1]) for name in before)  # where no object is of its size it learns next to nothing
    layers = [name for name in before if name.endswith("conv.weight") and f".{head}." not in name]
    assert before.keys() == after.keys() and layers
    assert not [name for name in layers if before[name].equal(after[name])]


def test_the_figures_are_the_trainers_own_and_those_of_the_weights_that_are_kept(trained, scenes_version, tmp_path):
    """Whatever they are: they differ from processor to processor."""
    from ultralytics import YOLO

    data = shutil.copytree(scenes_version, tmp_path / "copy") / "data.yaml"
    usual = {"imgsz": 64, "batch": 16, "device": "cpu", "nms": False, "plots": False, "workers": 0}
    found = YOLO(trained.weights).val(data=str(data), project=str(tmp_path), **usual).box
    figures = {"precision": found.mp, "recall": found.mr, "mAP50": found.map50, "mAP50-95": found.map}
    assert trained.metrics == pytest.approx(figures, abs=1e-9)


def test_nothing_but_the_weights_is_left_and_the_version_is_untouched(version, tmp_path, capfd):
    before = files(version)
    told: list[Progress] = []
    done = train(version, work=tmp_path / "work", report=told.append, **SMALL)
    assert files(version) == before
    assert [p.name for p in (tmp_path / "work").iterdir()] == ["model.pt"]
    assert capfd.readouterr().out == "", "stdout carries progress lines"
    batches = [p for p in told if "loss" in p.text]
    assert [(p.done, p.total) for p in batches] == [(1, 2), (2, 2)]
    assert batches[0].text.startswith("epoch 1 of 1, loss: box ")
    assert any("done, on val: mAP50 " in p.text for p in told)
    assert done.epochs == 1


def test_the_same_seed_gives_the_same_weights_and_they_say_nothing_of_this_machine(ignorant, version, tmp_path):
    again = train(version, work=tmp_path / "elsewhere", **{**SMALL, "settings": {}})
    first, second = (state(done.weights) for done in (ignorant, again))
    assert first.keys() == second.keys() and all(first[k].equal(second[k]) for k in first)
    with zipfile.ZipFile(again.weights) as archive:
        raw = b"".join(archive.read(name) for name in archive.namelist())
    for path in (tmp_path, Path.home(), Path.cwd(), Path(os.__file__).parent):
        assert path == Path(path.anchor) or os.fsencode(path) not in raw


def test_training_goes_on_from_weights_with_other_classes(ignorant, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.unit.training.versions.NAMES", ("pallet", "bolt"))
    version = make_version(tmp_path / "v2", {"train": 8, "val": 2}, seed=4)
    base = tmp_path / "it's [a] base.pt"
    base.write_bytes(ignorant.weights.read_bytes())
    done = train(version, work=tmp_path / "work", **{**SMALL, "base": base})
    assert done.base == ignorant.sha256 and set(done.loaded["train"].objects) == {"pallet", "bolt"}


def test_cancelling_stops_at_once_and_keeps_nothing(version, tmp_path):
    told: list[str] = []

    def report(step: Progress) -> None:
        told.append(step.text)
        if "loss" in step.text:
            raise Cancelled("Training was stopped.")

    with pytest.raises(Cancelled):
        train(version, work=tmp_path / "work", report=report, **SMALL)
    assert "loss" in told[-1], "validation and saving must not run any more"
    assert list((tmp_path / "work").iterdir()) == []


def test_cancelling_in_the_validation_stops_too(version, tmp_path):
    def report(step: Progress) -> None:
        if "val images" in step.text:
            raise Cancelled("Training was stopped.")

    with pytest.raises(Cancelled):
        train(version, work=tmp_path / "work", report=report, **SMALL)
    assert list((tmp_path / "work").iterdir()) == []


def test_a_label_changed_after_the_check_of_the_version_is_found_before_the_first_epoch(version, tmp_path):
    told: list[str] = []

    def report(step: Progress) -> None:
        told.append(step.text)
        if step.text == "loading the model":
            label = next((tmp_path / "work").rglob("labels/train/*.txt"))
            label.unlink()
            label.write_text("2 0.5 0.5 0.1 0.1\n")

    with pytest.raises(UserError, match=r"before the first epoch.*other labels on 1 train image \(train_0"):
        train(version, work=tmp_path / "work", report=report, **SMALL)
    assert not any("loss" in text for text in told)
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: (v / "labels/train/train_000.txt").write_text("0 0.5 0.5 0.1 0.1\n"),
        lambda v: (v / "images/train/train_003.jpg").unlink(),
        lambda v: (v / "images/val/val_001.jpg").write_bytes((v / "images/val/val_000.jpg").read_bytes()),
        lambda v: (v / "images/train/new.jpg").write_bytes((v / "images/val/val_000.jpg").read_bytes()),
    ],
    ids=["label", "missing", "swapped", "added"],
)
def test_a_spoiled_version_is_not_trained_on(version, tmp_path, spoil):
    spoil(version)
    with pytest.raises(UserError):
        train(version, work=tmp_path / "work", **SMALL)
    assert not (tmp_path / "work" / "model.pt").exists()


def test_a_jpeg_that_ends_badly_is_trained_on_and_stays_as_it_was(tmp_path, monkeypatch):
    """Ultralytics writes such a file anew; phones add notes behind the picture's end."""
    from PIL import Image

    save = Image.Image.save

    def with_notes(image, file, *args, **kwargs):
        save(image, file, *args, **kwargs)
        if isinstance(file, Path) and file.name == "train_002.jpg":
            file.write_bytes(file.read_bytes() + b"camera notes")

    monkeypatch.setattr(Image.Image, "save", with_notes)
    version = make_version(tmp_path / "v", {"train": 8, "val": 2})
    monkeypatch.undo()
    before = files(version)
    assert before["images/train/train_002.jpg"].endswith(b"camera notes")
    done = train(version, work=tmp_path / "work", **SMALL)
    assert done.loaded["train"].images == 8 and files(version) == before


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"fraction": 0.5}, "fraction"),
        ({"data": "other.yaml"}, "data"),
        ({"single_cls": True}, "single_cls"),
        ({"lr00": 0.1}, "did you mean lr0"),
        ({"epochs": 3}, "own option"),
    ],
)
def test_settings_are_checked_before_anything_else(tmp_path, settings, said):
    with pytest.raises(UsageError, match=said):
        train(tmp_path / "nowhere", work=tmp_path / "work", **{**SMALL, "settings": settings})
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"base": "nowhere.pt"}, "base model nowhere.pt was not found"),
        ({"base": "yolo99q.yaml"}, "no model yolo99q.yaml"),
        ({"base": "yolo26n-seg.yaml"}, "segment"),
        ({"device": "cuda:7"}, "no device"),
        ({"device": "cpu,cpu"}, "One device"),
        ({"settings": {"optimizer": "Genius"}}, "refused to start.*Genius"),
        ({"settings": {"lr0": "much"}}, "refused to start.*lr0"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(version, tmp_path, changes, said):
    with pytest.raises(UserError, match=said) as error:
        train(version, work=tmp_path / "work", **{**SMALL, **changes})
    assert "\n" not in str(error.value)
    assert list(tmp_path.glob("work/*")) == []


def test_a_base_in_another_format_or_damaged_is_refused(version, tmp_path):
    for name, said in (("m.onnx", "cannot be trained on"), ("m.pt", "m.pt")):
        (tmp_path / name).write_bytes(b"no model")
        with pytest.raises(UserError, match=said):
            train(version, work=tmp_path / "work", **{**SMALL, "base": tmp_path / name})


def test_a_version_without_val_images_is_refused(tmp_path):
    version = make_version(tmp_path / "v", {"train": 8})
    with pytest.raises(UserError, match="no image in val"):
        train(version, work=tmp_path / "work", **SMALL)


def test_a_version_without_any_object_to_learn_is_refused(tmp_path, monkeypatch):
    from tests.unit.training import versions

    draw = versions.draw
    monkeypatch.setattr(versions, "draw", lambda rng: (draw(rng)[0], ""))
    version = make_version(tmp_path / "v", {"train": 8, "val": 2})
    with pytest.raises(UserError, match=r"No train image of version v has a label"):
        train(version, work=tmp_path / "work", **SMALL)


def test_no_memory_is_one_sentence(version, tmp_path, monkeypatch):
    from ultralytics.models.yolo.detect import DetectionTrainer

    def full(self, batch):
        raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")

    monkeypatch.setattr(DetectionTrainer, "preprocess_batch", full)
    with pytest.raises(UserError, match="out of memory; choose a smaller batch"):
        train(version, work=tmp_path / "work", **SMALL)
    assert list((tmp_path / "work").iterdir()) == []


def test_batches_made_anew_after_memory_ran_out_are_checked_too(version, tmp_path, monkeypatch):
    """Ultralytics halves the batch and loads everything again when memory runs out in the first epoch."""
    from ultralytics.models.yolo.detect import DetectionTrainer

    usual, failed = DetectionTrainer.preprocess_batch, []

    def full_once(self, batch):
        if not failed:
            failed.append(True)
            # gone from the caches, so that the second look finds fewer images
            folder = Path(self.data["path"])
            (folder / "images/train/train_000.jpg").unlink()
            raise RuntimeError("CUDA out of memory")
        return usual(self, batch)

    monkeypatch.setattr(DetectionTrainer, "preprocess_batch", full_once)
    with pytest.raises(UserError, match=r"1 of 16 train images missing \(train_000.jpg\)"):
        train(version, work=tmp_path / "work", **SMALL)
    assert failed
