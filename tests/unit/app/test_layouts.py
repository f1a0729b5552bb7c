"""Folders as other people lay them out: which labels come in for which picture, and what is said of the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Origin, Task
from verify_app.storage.queries import image_list

ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))


def voc(file: Path, *, name: str, x: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    box = f"<bndbox><xmin>{x}</xmin><ymin>5</ymin><xmax>{x + 20}</xmax><ymax>50</ymax></bndbox>"
    file.write_text(f"<annotation><filename>{name}</filename><object><name>gear</name>{box}</object></annotation>")


def labelme(file: Path, *, name: str, x: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    shape = {"label": "gear", "shape_type": "rectangle", "points": [[x, 5], [x + 20, 50]]}
    file.write_text(json.dumps({"imagePath": name, "shapes": [shape], "imageWidth": 200, "imageHeight": 100}))


def coco(file: Path, named: dict[str, int], **more: Any) -> None:
    """A box for each name, its left side as given."""
    file.parent.mkdir(parents=True, exist_ok=True)
    images = [{"id": n, "file_name": name, "width": 200, "height": 100} for n, name in enumerate(named)]
    marks = [{"id": n, "image_id": n, "category_id": 1, "bbox": [x, 5, 20, 45]} for n, x in enumerate(named.values())]
    data = {"images": images, "annotations": marks, "categories": [{"id": 1, "name": "gear"}], **more}
    file.write_text(json.dumps(data))


def cvat(file: Path, named: list[tuple[str, str, int]]) -> None:
    """A box for each name and subset."""
    text = ""
    for n, (name, subset, x) in enumerate(named):
        box = f'<box label="gear" xtl="{x}" ytl="5" xbr="{x + 20}" ybr="50"/>'
        text += f'<image id="{n}" name="{name}" subset="{subset}" width="200" height="100">{box}</image>'
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<annotations><meta><job><labels/></job></meta>{text}</annotations>")


def pictures(folder: Path, *names: str) -> None:
    for number, name in enumerate(names):
        scenery.picture(folder / name, number)


def vocdevkit(folder: Path) -> Path:
    for number, year in enumerate(("VOC2007", "VOC2012")):
        pictures(folder, f"{year}/JPEGImages/000001.png", f"{year}/JPEGImages/000002.png")
        for n in (1, 2):
            voc(folder / year / "Annotations" / f"00000{n}.xml", name=f"00000{n}.png", x=10 * (2 * number + n))
        (folder / year / "ImageSets" / "Main").mkdir(parents=True)
        (folder / year / "ImageSets" / "Main" / "train.txt").write_text("000001\n")
    return folder


DEVKIT = {
    "VOC2007/JPEGImages/000001.png": 10,
    "VOC2007/JPEGImages/000002.png": 20,
    "VOC2012/JPEGImages/000001.png": 30,
    "VOC2012/JPEGImages/000002.png": 40,
}


def voc_renamed(folder: Path) -> Path:
    pictures(folder, "renamed.png", "b.png")
    voc(folder / "renamed.xml", name="IMG_001.JPG", x=10)
    voc(folder / "other.xml", name="b.png", x=20)
    return folder


def voc_case(folder: Path) -> Path:
    pictures(folder, "images/IMG_1.PNG", "images/zoé.png")
    voc(folder / "xml" / "IMG_1.xml", name="img_1.png", x=10)
    voc(folder / "xml" / "zoe.xml", name="zoe\u0301.png", x=20)
    return folder


def voc_one(folder: Path) -> Path:
    pictures(folder, "a.png", "b.png")
    voc(folder / "a.xml", name="a.png", x=10)
    voc(folder / "b.xml", name="b.png", x=20)
    return folder / "a.xml"


def voc_drive(folder: Path) -> Path:
    pictures(folder, "JPEGImages/a.png")
    voc(folder / "Annotations" / "1.xml", name="C:\\data\\a.png", x=10)
    return folder


def labelme_trees(folder: Path) -> Path:
    for number, part in enumerate(("one", "two")):
        pictures(folder, f"images/{part}/001.png")
        labelme(folder / "labels" / part / "001.json", name="001.png", x=10 * (1 + number))
    return folder


def labelme_beside(folder: Path) -> Path:
    for number, part in enumerate(("one", "two")):
        pictures(folder, f"{part}/001.png")
        labelme(folder / part / "001.json", name="..\\pics\\001.png", x=10 * (1 + number))
    return folder


def labelme_one(folder: Path) -> Path:
    pictures(folder, "a.png", "b.png")
    labelme(folder / "a.json", name="a.png", x=10)
    labelme(folder / "b.json", name="b.png", x=20)
    return folder / "a.json"


def labelme_renamed(folder: Path) -> Path:
    pictures(folder, "new.png")
    labelme(folder / "new.json", name="old.png", x=10)
    return folder


def official(folder: Path) -> Path:
    for number, split in enumerate(("train2017", "val2017")):
        pictures(folder, f"{split}/000001.png")
        coco(folder / "annotations" / f"instances_{split}.json", {"000001.png": 10 * (1 + number)})
        coco(folder / "annotations" / f"person_keypoints_{split}.json", {"000001.png": 77})
        (folder / "annotations" / f"captions_{split}.json").write_text('{"images": [], "annotations": []}')
    return folder


OFFICIAL = {"train2017/000001.png": 10, "val2017/000001.png": 20}


def official_in_images(folder: Path) -> Path:
    for number, split in enumerate(("train2017", "val2017")):
        pictures(folder, f"images/{split}/000001.png")
        coco(folder / "annotations" / f"instances_{split}.json", {"000001.png": 10 * (1 + number)})
    return folder


def official_file(folder: Path) -> Path:
    official(folder)
    return folder / "annotations" / "instances_val2017.json"


def roboflow(folder: Path) -> Path:
    for number, split in enumerate(("train", "valid")):
        pictures(folder, f"{split}/a.png")
        coco(folder / split / "_annotations.coco.json", {"a.png": 10 * (1 + number)})
    return folder


def cvat_coco(folder: Path) -> Path:
    pictures(folder, "images/default/a.png")
    coco(folder / "annotations" / "instances_default.json", {"a.png": 10})
    return folder


def coco_paths(folder: Path) -> Path:
    pictures(folder, "images/a.png", "images/b.png", "images/c.png", "images/set/d.png", "images/e 1.png")
    named = {
        "images\\a.png": 10,
        "C:\\data\\images\\b.png": 20,
        "/home/me/c.png": 30,
        "..\\..\\label-studio\\upload\\set\\d.png": 40,
        "/data/local-files/?d=set/e%201.png": 50,
    }
    coco(folder / "result.json", named)
    return folder


def cvat_paths(folder: Path) -> Path:
    pictures(folder, "images/sub/i 0.png", "images/sub/i 1.png")
    cvat(folder / "annotations.xml", [("sub/i 0.png", "", 10), ("C:\\d\\sub\\i 1.png", "", 20)])
    return folder


def cvat_subsets(folder: Path) -> Path:
    pictures(folder, "images/Train/a.png", "images/Validation/a.png")
    cvat(folder / "annotations.xml", [("a.png", "Train", 10), ("a.png", "Validation", 20)])
    return folder


def imagesets(folder: Path) -> Path:
    """VOCdevkit/VOC2012 with the lists of its parts."""
    for name, x in (("a 1", 10), ("部品", 20), ("50% c", 30)):
        pictures(folder, f"JPEGImages/{name}.png")
        voc(folder / "Annotations" / f"{name}.xml", name=f"{name}.png", x=x)
    main = folder / "ImageSets" / "Main"
    main.mkdir(parents=True)
    for part, names in {
        "train": "a 1\n50% c",
        "val": "部品",
        "trainval": "a 1\n部品\n50% c",
        "gear_train": "a 1  1",
    }.items():
        (main / f"{part}.txt").write_text(names, encoding="utf-8")
    return folder


DOTA_NAMES = {"train/images/P0001.png": 10, "train/images/部品 2.png": 20, "val/images/50% c.png": 30}


def dota(folder: Path) -> Path:
    pictures(folder, *DOTA_NAMES, "val/images/none.png")
    for name, x in DOTA_NAMES.items():
        file = folder / name.replace("images", "labelTxt").replace(".png", ".txt")
        file.parent.mkdir(parents=True, exist_ok=True)
        row = f"{x}.0 5.0 {x + 20} 5.0 {x + 20} 50.0 {x}.0 50.0 gear 0"
        file.write_text(f"imagesource:GoogleEarth\ngsd:0.15\n{row}\n", encoding="utf-8")
    (folder / "val/labelTxt/none.txt").write_text("imagesource:GoogleEarth\ngsd:null\n")
    (folder / "README.txt").write_text("DOTA\n")
    return folder


LAYOUTS: dict[str, tuple[Callable[[Path], Path], str, dict[str, int], int]] = {
    "VOCdevkit of two years": (vocdevkit, "voc", DEVKIT, 0),
    "VOC, the picture named as the XML": (voc_renamed, "voc", {"renamed.png": 10, "b.png": 20}, 0),
    "VOC, names of another case and form": (voc_case, "voc", {"images/IMG_1.PNG": 10, "images/zoé.png": 20}, 0),
    "VOC, one file": (voc_one, "voc", {"a.png": 10}, 1),
    "VOC, a path with a drive": (voc_drive, "voc", {"JPEGImages/a.png": 10}, 0),
    "VOC, lists of its parts": (
        imagesets,
        "voc",
        {"JPEGImages/a 1.png": 10, "JPEGImages/部品.png": 20, "JPEGImages/50% c.png": 30},
        0,
    ),
    "DOTA": (dota, "dota", DOTA_NAMES, 0),
    "LabelMe, two trees": (labelme_trees, "labelme", {"images/one/001.png": 10, "images/two/001.png": 20}, 0),
    "LabelMe, equal names": (labelme_beside, "labelme", {"one/001.png": 10, "two/001.png": 20}, 0),
    "LabelMe, one file": (labelme_one, "labelme", {"a.png": 10}, 1),
    "LabelMe, a renamed picture": (labelme_renamed, "labelme", {"new.png": 10}, 0),
    "COCO, the official layout": (official, "coco", OFFICIAL, 4),
    "COCO, the official layout in images": (
        *(official_in_images, "coco"),
        {f"images/{name}": x for name, x in OFFICIAL.items()},
        0,
    ),
    "COCO, one file of the official layout": (official_file, "coco", {"val2017/000001.png": 20}, 1),
    "COCO, splits of Roboflow": (roboflow, "coco", {"train/a.png": 10, "valid/a.png": 20}, 0),
    "COCO, CVAT's export": (cvat_coco, "coco", {"images/default/a.png": 10}, 0),
    "COCO, absolute paths, drives and ..": (
        coco_paths,
        "coco",
        {"images/a.png": 10, "images/b.png": 20, "images/c.png": 30, "images/set/d.png": 40, "images/e 1.png": 50},
        0,
    ),
    "CVAT, paths with a drive": (cvat_paths, "cvat", {"images/sub/i 0.png": 10, "images/sub/i 1.png": 20}, 0),
    "CVAT, subsets": (cvat_subsets, "cvat", {"images/Train/a.png": 10, "images/Validation/a.png": 20}, 0),
}


def brought(tmp_path: Path, make: Callable[[Path], Path], form: str) -> tuple[Imported, dict[str, int], dict[str, str]]:
    """What adding says, the left side of the box of each picture, and the split that is stated of it."""
    place = make(tmp_path / "set")
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(tmp_path / "project", "ann")
    done = add(session, [place], AddOptions(Origin.REAL, form))
    read = session.project.read
    paths = {record.id: record.path for record in image_list.file_records(read)}
    found = {
        paths[i]: int(label.region.bounds.x1) for i, labels in read.labels(list(paths)).items() for label in labels
    }
    stated = dict(read.connection.execute("SELECT image_id, split FROM stated_split").fetchall())
    return done, found, {paths[i]: split for i, split in stated.items()}


@pytest.mark.parametrize(("make", "form", "want", "skipped"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout(tmp_path: Path, make: Callable[[Path], Path], form: str, want: dict[str, int], skipped: int) -> None:
    done, found, _ = brought(tmp_path, make, form)
    assert found == want
    assert done.labels == len(want)
    assert done.findings.skipped == skipped, done.problems


@pytest.mark.parametrize("make", [official, official_in_images, roboflow, cvat_subsets])
def test_splits_of_a_layout_are_kept(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    _, found, splits = brought(tmp_path, make, "cvat" if make is cvat_subsets else "coco")
    assert {found[path]: split for path, split in splits.items()} == {10: "train", 20: "val"}


def test_a_lone_file_named_test_is_no_test_split(tmp_path: Path) -> None:
    def lone(folder: Path) -> Path:
        pictures(folder, "a.png")
        coco(folder / "test.json", {"a.png": 10})
        return folder

    assert brought(tmp_path, lone, "coco")[2] == {}


def test_files_that_are_no_splits_are_not_guessed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        coco(tmp_path / "set" / f"{name}.json", {"a.png": 10})
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(tmp_path / "project", "ann")
    with pytest.raises(UserError, match="There are 2 files"):
        add(session, [tmp_path / "set"], AddOptions(Origin.REAL, "coco"))


def test_keypoints_of_the_official_layout_are_for_a_project_of_poses(tmp_path: Path) -> None:
    folder = official(tmp_path / "set")
    for split in ("train2017", "val2017"):
        file = folder / "annotations" / f"person_keypoints_{split}.json"
        data = json.loads(file.read_text())
        data["annotations"][0]["keypoints"] = [80, 10, 2] * 3
        data["categories"][0]["keypoints"] = list(ARM.names)
        file.write_text(json.dumps(data))
    create_project(
        tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"), task=Task.POSE.value, skeleton=ARM
    )
    session = Session.open(tmp_path / "project", "ann")
    done = add(session, [folder], AddOptions(Origin.REAL, "coco"))
    assert done.labels == 2
    assert sum("of another kind" in text for text in done.problems) == 4


FOREIGN = {
    "svg as CVAT": ("cvat", "<svg><annotations/></svg>", "another kind (<svg>)"),
    "VOC as CVAT": ("cvat", "<annotation><filename>a.png</filename></annotation>", "Pascal VOC"),
    "svg as VOC": ("voc", "<svg/>", "another kind (<svg>)"),
    "CVAT as VOC": ("voc", "<annotations/>", "another kind (<annotations>)"),
}


@pytest.mark.parametrize(("form", "text", "word"), FOREIGN.values(), ids=FOREIGN)
def test_foreign_xml_is_refused_as_such(tmp_path: Path, form: str, text: str, word: str) -> None:
    pictures(tmp_path / "set", "a.png")
    (tmp_path / "set" / "a.xml").write_text(text)
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(tmp_path / "project", "ann")
    with pytest.raises(UserError) as told:
        add(session, [tmp_path / "set"], AddOptions(Origin.REAL, form))
    assert word in str(told.value)
