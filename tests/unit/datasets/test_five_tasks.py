"""Versions of all five tasks: Ultralytics loads what the receipt counts, and the re-check finds every change."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from tests.tasks import CLASSES, SKELETON
from tests.unit.datasets.five_tasks import ALSO, shared_versions, task_pool, task_version
from tests.unit.datasets.pools import candidate, unlocked
from tests.unit.datasets.pools import pool as plain_pool
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.receipt.receipt import RECEIPT, canonical, parse_receipt, receipt_bytes
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import Grade, Split, Task
from verify_app.datasets.composition.candidates import CandidateLabel
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.composition.loader_checks import problem_of, ready
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.gold_set import write_gold
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import write
from verify_app.inference.ultralytics_setup import prepare

OTHERS = [task for task in Task if task is not Task.DETECT]


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    return shared_versions(tmp_path_factory)


@pytest.fixture
def held(originals, tmp_path):
    """A version of one's own to spoil."""
    return lambda task: Path(shutil.copytree(originals[task].folder, tmp_path / "v1"))


@pytest.mark.parametrize("task", Task)
def test_a_version_is_what_its_receipt_says_and_the_same_bytes_again(originals, tmp_path, task):
    written = originals[task]
    assert verify_version(written.folder).problems == []
    data = (written.folder / RECEIPT).read_bytes()
    assert receipt_bytes(parse_receipt(data)) == data and parse_receipt(data).task is task
    again = task_version(tmp_path, task, gold=2)
    assert again.digest == written.digest
    tree = {p.relative_to(again.folder): p.read_bytes() for p in again.folder.rglob("*") if p.is_file()}
    for path, content in tree.items():
        assert (written.folder / path).read_bytes() == content


@pytest.mark.parametrize("task", [t for t in Task if t is not Task.CLASSIFY])
def test_ultralytics_loads_exactly_what_is_counted(originals, held, task, monkeypatch):
    prepare()
    from ultralytics.data.dataset import YOLODataset
    from ultralytics.data.utils import check_det_dataset

    folder, records = held(task), originals[task].records
    monkeypatch.setattr("ultralytics.data.utils.check_font", lambda *_: None)
    data = check_det_dataset(str(folder / "data.yaml"), autodownload=False)
    assert tuple(data["names"].values()) == (*CLASSES[task], ALSO)
    for split in (Split.TRAIN, Split.VAL, Split.TEST):
        loaded = YOLODataset(img_path=data[split.value], data=data, task=task.value, augment=False, imgsz=64)
        (cache,) = folder.rglob(f"{split}.cache")
        found, missing, empty, corrupt, total = np.load(cache, allow_pickle=True).item()["results"]
        mine = [r for r in records if r.split is split]
        assert (found, missing, corrupt, total) == (len(mine), 0, 0, len(mine))
        assert empty == sum(not r.labels for r in mine)
        by_file = {Path(x["im_file"]).name: x for x in loaded.labels}
        for record in mine:
            label = by_file[Path(record.file).name]
            assert sorted(label["cls"].reshape(-1).astype(int).tolist()) == [x.index for x in record.labels]
            assert label["shape"] == (record.height, record.width)
            if task in (Task.SEGMENT, Task.OBB):
                assert len(label["segments"]) == len(record.labels)
            if task is Task.POSE:
                assert label["keypoints"].shape == (len(record.labels), 5, 3)
        assert len(loaded[0]["img"].shape) == 3, "and makes a picture with its objects of it"
        cache.unlink()
    assert verify_version(folder).sound


def test_ultralytics_loads_a_classification_version(originals, held, monkeypatch):
    prepare()
    from ultralytics.data import ClassificationDataset
    from ultralytics.data.utils import check_cls_dataset
    from ultralytics.utils import DEFAULT_CFG

    folder, records = held(Task.CLASSIFY), originals[Task.CLASSIFY].records
    data = check_cls_dataset(str(folder))
    assert list(data["names"].values()) == sorted((*CLASSES[Task.CLASSIFY], ALSO))
    for split in (Split.TRAIN, Split.VAL, Split.TEST):
        loaded = ClassificationDataset(str(data[split.value]), args=DEFAULT_CFG, names=data["names"])
        mine = Counter((*CLASSES[Task.CLASSIFY], ALSO)[r.labels[0].index] for r in records if r.split is split)
        assert Counter(data["names"][sample[1]] for sample in loaded.samples) == mine
        assert {p.name for p in (folder / split.value).iterdir() if p.is_dir()} == {*CLASSES[Task.CLASSIFY], ALSO}
        (folder / f"{split}.cache").unlink()
    assert verify_version(folder).sound


def test_a_pose_version_names_its_points(originals):
    text = yaml.safe_load((originals[Task.POSE].folder / "data.yaml").read_bytes())
    assert text["kpt_shape"] == [5, 3] and text["flip_idx"] == [0, 2, 1, 4, 3]
    assert text["kpt_names"][2] == list(SKELETON.names) and text["skeleton"] == [[0, 1], [0, 2], [0, 3], [0, 4]]
    assert originals[Task.POSE].receipt.skeleton == SKELETON
    others = {originals[task].receipt.skeleton for task in Task if task is not Task.POSE}
    assert others == {None}


def a_file(folder, pattern):
    return next(f for f in sorted(folder.glob(pattern)) if f.is_file() and f.stat().st_size)


def edit(file):
    data = file.read_bytes()
    file.write_bytes(
        data[:-9] + bytes([data[-9] ^ 1]) + data[-8:] if file.suffix == ".png" else data.replace(b".", b".1", 1)
    )


def swap(one, two):
    data = unlocked(one).read_bytes()
    unlocked(two)
    one.write_bytes(two.read_bytes())
    two.write_bytes(data)


def pictures(folder, task):
    return "train/*/*.png" if task is Task.CLASSIFY else "images/train/*.png"


@pytest.mark.parametrize("task", Task)
@pytest.mark.parametrize("harm", ["change", "remove", "add", "swap"])
def test_changed_missing_added_and_swapped_images_are_found(held, task, harm):
    folder = held(task)
    one, two = [f for f in sorted(folder.glob(pictures(folder, task))) if f.stat().st_size][:2]
    match harm:
        case "change":
            edit(unlocked(one))
        case "remove":
            unlocked(one).unlink()
        case "add":
            shutil.copy(one, one.with_name("extra-0123456789.png"))
        case "swap":
            swap(one, two)
    words = {"remove": "is missing", "add": "was added"}.get(harm, "was changed")
    found = verify_version(folder).problems
    assert found and all(words in problem for problem in found), found


@pytest.mark.parametrize("task", [t for t in Task if t is not Task.CLASSIFY])
def test_edited_swapped_and_missing_labels_are_found(held, task):
    folder = held(task)
    file = a_file(folder, "labels/train/*.txt")
    before = file.read_bytes()
    edit(file)
    assert any("was changed" in p for p in verify_version(folder).problems)
    file.write_bytes(b"".join(before.splitlines(keepends=True)[1:]))
    assert any("holds other objects" in p for p in verify_version(folder).problems)
    file.write_bytes(before + before.splitlines(keepends=True)[0])
    assert any("Ultralytics would drop labels" in p and "again" in p for p in verify_version(folder).problems)
    file.unlink()
    assert any("is missing" in p for p in verify_version(folder).problems)
    file.write_bytes(before)
    (folder / "data.yaml").write_bytes((folder / "data.yaml").read_bytes() + b"x: 1\n")
    assert verify_version(folder).problems == ["data.yaml was changed: its digest is not the receipt's."]


def test_an_image_in_another_class_folder_is_found(held):
    folder = held(Task.CLASSIFY)
    file = a_file(folder, "train/disc/*.png")
    file.rename(folder / "train" / "cross" / file.name)
    assert [p.split(" ", 1)[1][:9] for p in verify_version(folder).problems] == ["was added", "is missin"]


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda f: (f / "train" / "a new one").mkdir(), "'train/a new one' was added: Ultralytics would take it"),
        (lambda f: (f / "valid").mkdir(), "'valid' was added"),
        (lambda f: shutil.rmtree(f / "train" / ALSO), ".gitkeep' is missing"),
        (lambda f: (f / "train" / ALSO / ".gitkeep").write_bytes(b"x"), "is not empty"),
        (lambda f: (f / "train" / "disc" / ".gitkeep").write_bytes(b""), "was added"),
    ],
)
def test_class_folders_that_would_shift_the_classes_are_found(held, harm, words):
    folder = held(Task.CLASSIFY)
    harm(folder)
    (found,) = verify_version(folder).problems
    assert words in found


def relisted(folder, change):
    """Change the receipt and forge nothing else."""
    receipt = json.loads((folder / RECEIPT).read_bytes())
    change(receipt)
    (folder / RECEIPT).write_bytes(canonical(receipt, indent=1))
    return verify_version(folder).problems


@pytest.mark.parametrize("name", ["..", "a/b", "..\\x", "con"])
def test_a_receipt_whose_classes_are_no_folders_is_not_followed(held, name):
    folder = held(Task.CLASSIFY)
    (found,) = relisted(folder, lambda r: r["classes"].__setitem__(0, name))
    assert "cannot be the name of a folder" in found


@pytest.mark.parametrize("task", [Task.POSE, Task.CLASSIFY])
@pytest.mark.parametrize("value", [None, -1, 1e9, "x", [], {}, [[]], {"names": ["a"]}, [None], True])
def test_no_value_in_a_receipt_gives_a_traceback(held, task, value):
    folder = held(task)
    original = json.loads((folder / RECEIPT).read_bytes())
    keys = [(key,) for key in original] + [("skeleton", key) for key in original.get("skeleton", ())]
    for path in keys:
        changed = json.loads(json.dumps(original))
        place = changed
        for key in path[:-1]:
            place = place[key]
        if place[path[-1]] == value:
            continue
        place[path[-1]] = value
        (folder / RECEIPT).write_text(json.dumps(changed))
        assert verify_version(folder).problems, path


def test_a_pose_receipt_without_points_is_found(held):
    assert any("names its points" in p for p in relisted(held(Task.POSE), lambda r: r.pop("skeleton")))


def test_points_in_a_receipt_of_another_task_are_found(held):
    found = relisted(held(Task.OBB), lambda r: r.update(skeleton=SKELETON.data()))
    assert any("names its points" in p for p in found)


@pytest.mark.parametrize("task", Task)
def test_gold_is_written_in_the_layout_of_the_task(tmp_path, task):
    pool = survey(task_pool(tmp_path / "in", task, gold=3))
    assert write_gold(pool, tmp_path / "gold") == (3, [])
    pattern = "gold/*/*.png" if task is Task.CLASSIFY else "images/gold/*.png"
    assert len(list((tmp_path / "gold").glob(pattern))) == 3
    assert len(list((tmp_path / "gold").rglob("*.txt"))) == (0 if task is Task.CLASSIFY else 3)


OUTLINE = Polygon.simple(((1, 1), (20, 1), (20, 20)))
REGIONS = {
    Task.DETECT: Box(1, 2, 20, 20),
    Task.SEGMENT: OUTLINE,
    Task.OBB: OrientedBox(15, 15, 10, 6, 0.3),
    Task.POSE: Keypoints(Box(1, 2, 20, 20), (Keypoint(3, 3),) * 5),
    Task.CLASSIFY: WHOLE_IMAGE,
}


def with_labels(*labels, rv=True):
    return replace(candidate("a", rv=rv), labels=tuple(CandidateLabel(i, r, Grade.DRAWN, "ann") for i, r in labels))


@pytest.mark.parametrize("task", Task)
def test_a_label_of_another_kind_keeps_its_image_out(task):
    assert problem_of(with_labels((0, REGIONS[task])), 3, task, SKELETON) is None
    for other in Task:
        if other is not task:
            assert "where the project's objects are" in problem_of(with_labels((0, REGIONS[other])), 3, task, SKELETON)


NAN = float("nan")


@pytest.mark.parametrize(
    ("task", "region"),
    [
        (Task.DETECT, Box(1, 2, NAN, 20)),
        (Task.SEGMENT, Polygon((((((1, 1)), (20, float("inf")), (20, 20)),),))),
        (Task.OBB, OrientedBox(15, 15, 10, 6, NAN)),
        (Task.POSE, Keypoints(Box(1, 2, 20, 20), (Keypoint(3, NAN),) * 5)),
    ],
)
def test_a_coordinate_that_is_no_number_keeps_its_image_out(task, region):
    assert "no finite number" in problem_of(with_labels((0, region)), 3, task, SKELETON)


def test_points_of_another_skeleton_keep_their_image_out():
    few = Keypoints(Box(1, 2, 20, 20), (Keypoint(3, 3),) * 4)
    assert "4 points, where the project's skeleton has 5" in problem_of(with_labels((0, few)), 3, Task.POSE, SKELETON)


def test_a_classified_image_has_exactly_one_class():
    one, two = (0, WHOLE_IMAGE), (2, WHOLE_IMAGE)
    assert "no class" in problem_of(with_labels(), 3, Task.CLASSIFY)
    assert "2 classes" in problem_of(with_labels(one, two), 3, Task.CLASSIFY)
    twice = with_labels(two, two)
    assert problem_of(twice, 3, Task.CLASSIFY) is None
    made = ready(twice, Task.CLASSIFY)
    assert made.rows == () and made.instances == 1 and made.labels[0].index == 2 and made.notes == ()


def test_an_image_that_shows_nothing_is_no_classified_one(tmp_path):
    pool = task_pool(tmp_path / "in", Task.CLASSIFY)
    empty = replace(pool.candidates[0], labels=())
    made = plan(survey(replace(pool, candidates=(empty, *pool.candidates[1:]))), Policy())
    (out,) = [x for x in made.left_out if x.sha256 == empty.sha256]
    assert out.reason == "unusable" and "exactly one" in out.why
    written = write(made, tmp_path / "v1")
    assert all(len(record.labels) == 1 for record in written.records)


@pytest.mark.parametrize("task", OTHERS)
def test_the_same_object_twice_is_exported_once(tmp_path, task):
    label = CandidateLabel(0, REGIONS[task], Grade.ACCEPTED, "ann")
    made = ready(replace(candidate("a", rv=True), labels=(label, replace(label, grade=Grade.DRAWN))), task)
    assert made.instances == 1 and made.labels[0].grade is Grade.DRAWN


def test_classes_that_cannot_be_folders_are_refused_before_anything_is_written(tmp_path):
    pool = replace(task_pool(tmp_path / "in", Task.CLASSIFY), classes=("disc", "Disc", "stripes", "a/b"))
    with pytest.raises(UserError, match="share a folder"):
        plan(pool, Policy())
    plan(plain_pool([candidate(f"rv{i}", rv=True) for i in range(4)]), Policy())
