"""The gate in people's own training scripts, with real Ultralytics training that is stopped before its first epoch."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from msgspec import structs

from tests.unit.training.versions import make_version
from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import (
    IMAGES,
    RECEIPT,
    canonical,
    composition_digest,
    parse_image,
    parse_receipt,
    receipt_bytes,
)
from verify_app.core.receipt.receipt import sha256_of as sha256_of_bytes
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import Basis, outcomes
from verify_app.datasets.version.counts import counts, part_of
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training import guard
from verify_app.training.weights import lineage_of, sha256_of

pytestmark = pytest.mark.slow


class Script:
    """A script of one's own: a copy of the version's files elsewhere, guarded by the version, trained for one epoch."""

    def __init__(self, version: Path, folder: Path) -> None:
        prepare()
        from ultralytics import YOLO

        self.data = folder / "copy"
        for kind in ("images", "labels"):
            shutil.copytree(version / kind, self.data / kind)
        self.describe({0: "bolt", 1: "nut", 2: "pallet"})
        self.runs = folder / "runs"
        self.batches = 0
        self.model = YOLO("yolo26n.yaml")
        guard(self.model, version)
        self.model.add_callback("on_train_batch_end", self._count)

    def _count(self, _: Any) -> None:
        self.batches += 1

    def describe(self, names: dict[int, str], **places: str | list[str]) -> None:
        text = {"path": str(self.data), "train": "images/train", "val": "images/val", "names": names, **places}
        (self.data / "data.yaml").write_text(yaml.safe_dump(text))

    def train(self, **settings: Any) -> None:
        usual = {"epochs": 1, "imgsz": 64, "batch": 8, "device": "cpu", "plots": False, "val": False, "verbose": False}
        usual |= {"workers": 0}
        self.model.train(data=str(self.data / "data.yaml"), project=str(self.runs), **{**usual, **settings})

    def refused(self, **settings: Any) -> str:
        with pytest.raises(UserError, match="stopped before the first epoch") as error:
            self.train(**settings)
        assert self.batches == 0 and not list(self.runs.rglob("*.pt"))
        assert "\n" not in str(error.value)
        return str(error.value)


@pytest.fixture
def script(made_version: Path, tmp_path: Path) -> Script:
    return Script(made_version, tmp_path)


def test_the_version_itself_passes_wherever_its_files_lie(script):
    script.train()
    assert script.batches == 2


def test_a_version_trained_in_place_is_read_through_a_mirror_and_stays_as_it_was(version, tmp_path):
    from ultralytics import YOLO

    before = {p: p.read_bytes() for p in version.rglob("*") if p.is_file()}
    read: list[str] = []
    model = YOLO("yolo26n.yaml")
    guard(model, version)
    model.add_callback("on_train_start", lambda trainer: read.append(trainer.train_loader.dataset.im_files[0]))
    for _ in range(2):
        model.train(
            data=str(version / "data.yaml"),
            epochs=1,
            imgsz=64,
            batch=8,
            device="cpu",
            plots=False,
            project=str(tmp_path / "r"),
        )
    assert len(read) == 2 and all(str(version) + os.sep not in file for file in read)
    assert {p: p.read_bytes() for p in version.rglob("*") if p.is_file()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r", "v1"], "the mirrors are gone"
    best = sorted((tmp_path / "r").rglob("best.pt"))
    assert len(best) == 2 and all(lineage_of(file) == sha256_of(version / "receipt.json") for file in best)


def test_an_edited_label(script):
    (script.data / "labels/train/train_005.txt").write_text("2 0.5 0.5 0.125 0.125\n")
    assert "other labels on 1 train image (train_005.jpg: 1 loaded" in script.refused()


def test_an_edited_label_in_val(script):
    (script.data / "labels/val/val_002.txt").write_text("")
    assert "other labels on 1 val image (val_002.jpg: 0 loaded" in script.refused()


def test_a_removed_image(script):
    (script.data / "images/train/train_007.jpg").unlink()
    assert "1 of 16 train images missing (train_007.jpg)" in script.refused()


def test_an_added_image_even_as_background(script):
    from PIL import Image

    Image.new("RGB", (64, 64)).save(script.data / "images/train/more.png")
    assert "1 train image not in the version (more.png)" in script.refused()


def test_a_changed_image(script):
    from PIL import Image

    Image.new("RGB", (96, 96)).save(script.data / "images/train/train_001.jpg")
    said = script.refused()
    assert "1 of 16 train images missing" in said and "1 train image not in the version" in said


def test_a_fraction(script):
    said = script.refused(fraction=0.5)
    assert "8 of 16 train images missing" in said and "(set: fraction=0.5)" in said


def test_a_row_the_loader_rejects_takes_its_image_along(script):
    (script.data / "labels/train/train_002.txt").write_text("0 1.5 0.5 0.1 0.1\n")
    assert "1 of 16 train images missing (train_002.jpg)" in script.refused()


def test_train_images_in_val(script):
    script.describe({0: "bolt", 1: "nut", 2: "pallet"}, val="images/train")
    said = script.refused()
    assert "4 of 4 val images missing" in said and "16 val images not in the version" in said


def test_another_folder_for_train(script):
    """A second dataset of the same names and classes: nothing of it is the version's."""
    make_version(script.data.parent / "other", {"train": 16, "val": 4}, seed=9)
    script.describe({0: "bolt", 1: "nut", 2: "pallet"}, train=str(script.data.parent / "other" / "images" / "train"))
    said = script.refused()
    assert "16 of 16 train images missing" in said and "16 train images not in the version" in said


def test_one_more_folder_beside_train(script):
    make_version(script.data.parent / "other", {"train": 3}, seed=9)
    more = ["images/train", str(script.data.parent / "other" / "images" / "train")]
    script.describe({0: "bolt", 1: "nut", 2: "pallet"}, train=more)
    assert "3 train images not in the version" in script.refused()


def test_an_image_nobody_verified_in_val(script):
    from PIL import Image

    Image.new("RGB", (64, 64)).save(script.data / "images/val/found.png")
    (script.data / "labels/val/found.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    assert "1 val image not in the version (found.png)" in script.refused()


def test_a_version_with_unverified_data_in_val_is_refused_at_once(version, tmp_path):
    """Every digest and count is forged to agree; the rule itself does not hold."""
    lines = [json.loads(line) for line in (version / IMAGES).read_bytes().splitlines()]
    changed = next(line for line in lines if line["split"] == "val")
    changed |= {"rv": False, "labels": [[index, "imported", None] for index, *_ in changed["labels"]]}
    data = b"".join(map(canonical, lines))
    (version / IMAGES).write_bytes(data)
    receipt = parse_receipt((version / RECEIPT).read_bytes())
    images = [parse_image(line, 1) for line in data.splitlines()]
    forged = structs.replace(
        receipt,
        counts=counts(images, receipt.classes),
        files={**receipt.files, IMAGES: sha256_of_bytes(data)},
        composition=composition_digest(receipt.task, receipt.classes, sha256_of_bytes(data)),
        outcomes=outcomes(Policy(), list(map(part_of, images)), basis=Basis(len(receipt.classes))),
    )
    (version / RECEIPT).write_bytes(receipt_bytes(forged))
    with pytest.raises(UserError, match="eval_pure does not hold: 1 where 0 is demanded"):
        Script(version, tmp_path)


def test_one_class_for_all(script):
    said = script.refused(single_cls=True)
    assert "other classes (item instead of bolt, nut, pallet)" in said and "single_cls=True" in said


def test_classes_left_out(script):
    assert "(set: classes=[0, 1])" in script.refused(classes=[0, 1])


def test_classes_in_another_order(script):
    script.describe({0: "nut", 1: "bolt", 2: "pallet"})
    assert "other classes (nut, bolt, pallet instead of bolt, nut, pallet)" in script.refused()


def test_a_stale_cache(script):
    """Ultralytics trusts a cache when paths, sizes and times of the files are those it was made from."""
    from ultralytics.data.dataset import YOLODataset

    label = script.data / "labels/train/train_000.txt"
    right, times = label.read_bytes(), label.stat()
    label.write_bytes(right.replace(right[:1], b"1" if right[:1] != b"1" else b"2", 1))
    os.utime(label, ns=(times.st_atime_ns, times.st_mtime_ns))
    names = {0: "bolt", 1: "nut", 2: "pallet"}
    YOLODataset(img_path=str(script.data / "images/train"), data={"names": names}, imgsz=64, augment=False)
    assert (script.data / "labels/train.cache").exists()
    label.write_bytes(right)
    os.utime(label, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert "other labels on 1 train image (train_000.jpg" in script.refused()


def test_other_pixels_in_an_array_beside_the_image(script):
    np.save(script.data / "images/train/train_003.npy", np.zeros((96, 96, 3), dtype=np.uint8))
    assert "other pixels beside 1 train image (train_003.npy)" in script.refused()


def test_arrays_the_trainer_made_itself_pass(script):
    script.train(cache="disk")
    assert script.batches == 2 and (script.data / "images/train/train_003.npy").exists()


def test_a_script_that_changes_labels_in_memory(script):
    def meddle(trainer: Any) -> None:
        trainer.train_loader.dataset.labels[0]["bboxes"][0, 2] *= 1.5

    # before our own callback
    script.model.callbacks["on_pretrain_routine_end"].insert(0, meddle)
    assert "other labels on 1 train image" in script.refused()


def test_a_version_that_differs_from_its_receipt_is_refused_at_once(version, tmp_path):
    (version / "labels/train/train_000.txt").write_text("0 0.5 0.5 0.1 0.1\n")
    with pytest.raises(UserError):
        Script(version, tmp_path)


def test_a_folder_that_is_no_version(tmp_path):
    prepare()
    from ultralytics import YOLO

    with pytest.raises(UserError):
        guard(YOLO("yolo26n.yaml"), tmp_path)
