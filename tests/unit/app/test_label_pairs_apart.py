"""YOLO labels in one folder, their pictures in another: paired by the ends of their paths, never by guessing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_class_names import ROW, bring, dataset
from verify_app.app.imports.preview import dataset_classes
from verify_app.app.project.report import status
from verify_app.core.errors import UserError

NAMES = {"obj.names": "bolt\nnut\n"}

APART = {
    "one folder each": (["a.txt"], ["a.png"], 1, []),
    "CVAT's folder": (["obj_train_data/a b.txt", "obj_train_data/部品.txt"], ["a b.png", "部品.png"], 2, []),
    "sub-folders": (["obj_train_data/s/a.txt", "obj_train_data/t/a.txt"], ["s/a.png", "t/a.png"], 2, []),
    "deeper pictures": (["labels/a.txt"], ["2024/may/a.png"], 1, []),
    "parts": (["labels/train/a.txt", "labels/val/a.txt"], ["images/train/a.png", "images/val/a.png"], 2, []),
    "escaped": (["labels/a%20%231.txt"], ["a #1.png"], 1, []),
    "one of two": (["labels/a.txt"], ["s/a.png", "t/a.png", "b.png", "labels.png"], 0, None),
    "left on both sides": (
        ["labels/a.txt", "labels/b.txt"],
        ["a.png", "c.png"],
        1,
        ["1 label file belongs to no picture: b.txt.", "1 picture has no label file: c.png."],
    ),
    "the nearest end": (["x/s/a.txt"], ["s/a.png", "a.png"], 1, ["1 picture has no label file: a.png."]),
}


@pytest.mark.parametrize("form", ["yolo", "auto"])
@pytest.mark.parametrize(("texts", "pictures", "labels", "notes"), APART.values(), ids=APART)
def test_labels_find_pictures_of_another_folder(
    tmp_path: Path, texts: list[str], pictures: list[str], labels: int, notes: list[str] | None, form: str
) -> None:
    folder = dataset(tmp_path / "set", {**dict.fromkeys(texts, ROW), **NAMES}, ())
    photos = dataset(tmp_path / "photos", {}, tuple(pictures))
    session = scenery.project(tmp_path, images=0)
    if notes is None:
        with pytest.raises(UserError, match=r"No label file in .* \(1\) belongs to a picture"):
            bring(session, folder, labels=form, images=photos)
        assert status(session.project)["images"]["total"] == 0
        return
    done = bring(session, folder, labels=form, images=photos)
    assert (done.labels, len(done.images), done.problems, done.notes) == (labels, len(pictures), [], notes)
    again = bring(session, folder, labels=form, images=photos)
    assert (again.labels, again.images, again.known) == (0, [], len(pictures)), "adding again adds nothing"


def test_labels_without_a_picture_ask_where_their_pictures_are(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"obj_train_data/a.txt": ROW, "train.txt": "data/a.png\n", **NAMES}, ())
    session = scenery.project(tmp_path, images=0)
    for look in (lambda: bring(session, folder), lambda: dataset_classes(session, folder, "yolo")):
        with pytest.raises(UserError, match=r"only 1 label file; say in which folder .*--images"):
            look()


def test_the_numbers_of_labels_apart_are_kept_for_the_pictures(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a.txt": ROW, "b.txt": "1 0.5 0.5 0.2 0.2\n"}, ())
    photos = dataset(tmp_path / "photos", {}, ("a.png",))
    session = scenery.project(tmp_path, images=0)
    with pytest.raises(UserError, match="by-number"):
        bring(session, folder, images=photos)
    assert bring(session, folder, images=photos, by_number=True).labels == 1
    found = dataset_classes(session, folder, "yolo", photos)
    assert found.numbers.keys() <= found.said.keys(), "nobody is asked again"


STATED = {
    "CVAT YOLO 1.1": {
        "obj.data": "classes = 2\ntrain = data/train.txt\nvalid = data/valid.txt\nnames = data/obj.names\n",
        "train.txt": "data/obj_train_data/s/a.png\n",
        "valid.txt": "data/obj_valid_data/s/b.png\n",
        "obj_train_data/s/a.txt": ROW,
        "obj_valid_data/s/b.txt": ROW,
    },
    "CVAT Ultralytics": {
        "data.yaml": "path: .\ntrain: train.txt\nval: val.txt\nnames: {0: bolt}\n",
        "train.txt": "data/images/train/a.png\n",
        "val.txt": "data/images/val/b.png\n",
        "labels/train/a.txt": ROW,
        "labels/val/b.txt": ROW,
    },
    "folders": {
        "data.yaml": "train: images/train\nval: images/val\nnames: {0: bolt}\n",
        "labels/train/a.txt": ROW,
        "labels/val/b.txt": ROW,
    },
    "Roboflow": {
        "data.yaml": "train: ../train/images\nval: ../valid/images\nnames: [bolt]\n",
        "train/labels/a.txt": ROW,
        "valid/labels/b.txt": ROW,
    },
}


@pytest.mark.parametrize("files", STATED.values(), ids=STATED)
def test_the_splits_of_labels_apart_are_those_of_their_pictures(tmp_path: Path, files: dict[str, str]) -> None:
    names = {} if "data.yaml" in files else NAMES
    folder = dataset(tmp_path / "set", {**files, **names}, ())
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder, images=dataset(tmp_path / "photos", {}, ("a.png", "b.png")))
    assert (done.labels, done.problems, done.notes) == (2, [], [])
    said = session.project.read.rows("SELECT i.path, s.split FROM stated_split s JOIN image i ON i.id = s.image_id")
    assert {tuple(row) for row in said} == {("a.png", "train"), ("b.png", "val")}


DARKNET = "classes = 2\ntrain = data/train.txt\nnames = data/obj.names\n"
YAML = "train: train.txt\nnames: [bolt]\n"
LISTED = [f"g{n:02}.png" for n in range(12)]

ABSENT = {
    "Darknet, one": ({"obj.data": DARKNET, **NAMES}, ["data/obj/a.png", "data/obj/é.png"], "obj", "é.png", 1),
    "Darknet, twelve": (
        {"obj.data": DARKNET, **NAMES},
        ["data/obj/a.png", *(f"data/obj/{name}" for name in LISTED)],
        "obj",
        "g09.png … and 2 more",
        12,
    ),
    "data.yaml": ({"data.yaml": YAML}, ["./obj/a.png", "./obj/b.png"], "obj", "b.png", 1),
    "data.yaml of another machine": ({"data.yaml": YAML}, ["/home/x/set/obj/a.png"], "obj", "", 0),
    "the part beside is there": ({"obj.data": DARKNET, **NAMES}, ["obj/a.png", "obj2/a.png"], "obj", "", 0),
    "of two parts one": ({"data.yaml": YAML}, ["obj/a.png", "obj3/a.png"], "obj", "obj3/a.png", 1),
}


@pytest.mark.parametrize(("files", "lines", "where", "named", "count"), ABSENT.values(), ids=ABSENT)
def test_pictures_that_are_listed_and_not_there_are_named(
    tmp_path: Path, files: dict[str, str], lines: list[str], where: str, named: str, count: int
) -> None:
    every = {**files, "train.txt": "\n".join(lines), f"{where}/a.txt": ROW}
    folder = dataset(tmp_path / "set", every, (f"{where}/a.png", "obj2/a.png"))
    (folder / "obj2/a.txt").write_text(ROW)
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder)
    assert (done.labels, done.problems) == (2, [])
    if not count:
        assert done.notes == []
        return
    start = "1 picture that is listed is" if count == 1 else f"{count} pictures that are listed are"
    assert len(done.notes) == 1
    assert done.notes[0].startswith(f"{start} not there: ")
    assert done.notes[0].endswith(f"{named}.")
