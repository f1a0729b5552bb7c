"""Label files and pictures find each other from both sides; what has no partner is named; none at all is an error."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_class_names import ROW, bring, dataset
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.project.report import labels, status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, Origin
from verify_app.formats.detect_format import sniff

ZOE = "zoé"
NAMES = {"classes.txt": "bolt\n"}

PAIRS = {
    "where Ultralytics looks": ("images/train/a.png", "labels/train/a.txt"),
    "beside": ("a.png", "a.txt"),
    "in a folder of one class of file": ("train/images/a.png", "train/labels/a.txt"),
    "ending in capitals": ("images/a.PNG", "labels/a.TXT"),
    "name in capitals": ("images/A.png", "labels/a.txt"),
    "accents written in another way": (
        f"images/{unicodedata.normalize('NFD', ZOE)}.png",
        f"labels/{unicodedata.normalize('NFC', ZOE)}.txt",
    ),
    "escaped": ("images/é #1.png", "labels/%C3%A9%20%231.txt"),
    "Labels": ("Images/a.png", "Labels/a.txt"),
    "labelTxt": ("images/a.png", "labelTxt/a.txt"),
    "Annotations": ("JPEGImages/a.png", "Annotations/a.txt"),
    "the picture's ending kept": ("images/a.png", "labels/a.png.txt"),
    "a name of its own, elsewhere": ("sources/sub/a.png", "labels/a.txt"),
}


@pytest.mark.parametrize("within", ["", "pictures"], ids=["the set", "its pictures"])
@pytest.mark.parametrize(("picture", "label"), PAIRS.values(), ids=PAIRS)
def test_a_picture_finds_its_label_file(tmp_path: Path, picture: str, label: str, within: str) -> None:
    folder = dataset(tmp_path / "set", {label: ROW, **NAMES}, (picture,))
    above = Path(picture).parts[0]
    if within and above.casefold() in ("images", "jpegimages"):
        folder = folder / above
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder)
    assert (done.labels, done.problems, done.notes) == (1, [], [])


LEFT = {
    "1 label": (["b"], [], "1 label file belongs to no picture: b.txt."),
    "3 labels": (["b", "c", "d"], [], "3 label files belong to no picture: b.txt, c.txt, d.txt."),
    "12 labels": ([f"x{n:02}" for n in range(12)], [], "12 label files .*x09.txt … and 2 more."),
    "2 pictures": ([], ["b", "c"], "2 pictures have no label file: b.png, c.png."),
    "a README and lists": (["README.dataset", "train", "classes"], [], None),
}


@pytest.mark.parametrize(("texts", "pictures", "said"), LEFT.values(), ids=LEFT)
def test_what_has_no_partner_is_named(tmp_path: Path, texts: list[str], pictures: list[str], said: str | None) -> None:
    files = {f"labels/{name}.txt": "" for name in texts}
    there = ("images/a.png", *(f"images/{name}.png" for name in pictures))
    session = scenery.project(tmp_path, images=0)
    done = bring(session, dataset(tmp_path / "set", {"labels/a.txt": ROW, **files, **NAMES}, there))
    if said is None:
        assert done.notes == []
    else:
        assert len(done.notes) == 1
        assert re.fullmatch(said, done.notes[0]), done.notes


def test_a_picture_that_is_named_alone_says_nothing_of_its_neighbours(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a.txt": ROW, "b.txt": ROW, **NAMES}, ("a.png", "b.png"))
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder / "a.png")
    assert (done.labels, done.notes) == (1, [])


NONE = {
    "no file": ({}, "There is no YOLO label file"),
    "other texts": ({"readme.txt": "Parts"}, "There is no YOLO label file"),
    "files of other pictures": (
        {"labels/x.txt": ROW},
        "None of the 1 label files .* to a picture there: x.txt",
    ),
}


@pytest.mark.parametrize(("files", "words"), NONE.values(), ids=NONE)
def test_labels_that_are_not_there_are_an_error(tmp_path: Path, files: dict[str, str], words: str) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = dataset(tmp_path / "set", {**files, **NAMES})
    with pytest.raises(UserError, match=words):
        bring(session, folder)
    assert status(session.project)["images"]["total"] == 0
    dataset(folder, {"labels/a.txt": ""})
    assert bring(session, folder).problems == [], "an empty file is a file"


AUTO = {
    "classes and label files": ({"classes.txt": "bolt", "labels/a.txt": ROW}, "yolo"),
    "classes and an empty file": ({"classes.txt": "bolt", "labels/a.txt": ""}, "yolo"),
    "classes of labelme": ({"classes.txt": "bolt", "a.json": '{"shapes": [], "imagePath": "a.png"}'}, "labelme"),
    "data.yaml of COCO": ({"data.yaml": "names: [a]", "a.json": '{"images": [], "annotations": []}'}, "coco"),
}


@pytest.mark.parametrize(("files", "form"), AUTO.values(), ids=AUTO)
def test_auto_looks_whether_there_are_label_files(tmp_path: Path, files: dict[str, str], form: str) -> None:
    assert sniff(dataset(tmp_path / "set", files)) == form


def test_auto_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"classes.txt names classes, but there is no label file"):
        sniff(dataset(tmp_path / "one", NAMES))
    two = dataset(tmp_path / "two", {}, ("train/cat/a.png", "train/dog/b.png"))
    with pytest.raises(UserError, match="a project of that task"):
        sniff(two)
    split = dataset(tmp_path / "three", {}, ("images/train/a.png", "images/val/b.png"))
    with pytest.raises(UserError, match=r"no labels in .* that this program knows"):
        sniff(split)


FOLDERS = {
    "folders": ("cat/a.png", "dog/b.png"),
    "parts": ("train/cat/a.png", "train/dog/b.png", "val/cat/c.png"),
    "one class in a part": ("train/cat/a.png",),
}


@pytest.mark.parametrize("pictures", FOLDERS.values(), ids=FOLDERS)
def test_class_folders_come_in_under_auto(tmp_path: Path, pictures: tuple[str, ...]) -> None:
    create_project(tmp_path / "p", classes=["cat", "dog"], actor=Actor("ann"), task="classify")
    session = Session.open(tmp_path / "p", "ann")
    done = bring(session, dataset(tmp_path / "set", {"README.txt": "Cats, 2 of them"}, pictures), labels="auto")
    assert done.labels == len(pictures) and done.problems == []
    assert {row["class"] for row in labels(session.project)} <= {"cat", "dog"}


def test_the_lists_of_darknet_state_the_splits(tmp_path: Path) -> None:
    files = {
        "obj.names": "bolt\nnut\n",
        "obj.data": "classes = 2\ntrain = data/train.txt\nvalid = data/valid.txt\nnames = data/obj.names\n",
        "train.txt": "data/obj_train_data/a.png\n",
        "valid.txt": "data/obj_valid_data/a.png\n",
        "obj_train_data/a.txt": "1 0.5 0.5 0.2 0.2\n",
        "obj_valid_data/a.txt": ROW,
    }
    folder = dataset(tmp_path / "set", files, ("obj_train_data/a.png", "obj_valid_data/a.png"))
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder, labels="auto")
    assert (done.labels, done.problems, done.notes) == (2, [], [])
    said = session.project.read.rows("SELECT i.path, s.split FROM stated_split s JOIN image i ON i.id = s.image_id")
    assert {tuple(row) for row in said} == {("obj_train_data/a.png", "train"), ("obj_valid_data/a.png", "val")}


TOUCHED = {
    "nothing": (None, 0),
    "attested": ("attest", 0),
    "removed": ("reject", 1),
}


@pytest.mark.parametrize(("what", "told"), TOUCHED.values(), ids=TOUCHED)
def test_worked_on_already_is_said_only_of_what_somebody_touched(tmp_path: Path, what: str | None, told: int) -> None:
    folder = dataset(tmp_path / "set", {"a.txt": ROW, "b.txt": "", **NAMES}, ("a.png", "b.png"))
    session = scenery.project(tmp_path, images=0)
    bring(session, folder, attest="carla" if what == "attest" else None)
    if what == "reject":
        actions.reject(session, 1, look(session, 1).items[0].id)
    again = bring(session, folder)
    assert sum("worked on already" in problem for problem in again.problems) == len(again.problems) == told
    assert again.labels == 0, "what somebody removed does not come back"
    (folder / "a.txt").write_text(2 * ROW + "0 0.2 0.2 0.1 0.1\n", encoding="utf-8")
    if what != "reject":
        assert any("an import before brought other labels" in problem for problem in bring(session, folder).problems)
    grades = {row["grade"] for row in labels(session.project)}
    assert grades == ({Grade.ATTESTED.value} if what == "attest" else {"imported"} if what is None else set())
    assert list(session.project.problems()) == []


def test_the_folder_of_the_images_may_be_that_of_the_labels(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a.txt": ROW, **NAMES}, ("a.png",))
    session = scenery.project(tmp_path, images=0)
    done = add(session, [folder], AddOptions(Origin.REAL, labels="yolo", images=folder))
    assert (done.labels, done.notes) == (1, [])
