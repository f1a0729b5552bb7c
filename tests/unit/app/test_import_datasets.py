"""Datasets of other tools come in by name, unverified, and go out again the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports.labels import hand_out
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin
from verify_app.formats.detect_format import sniff
from verify_app.formats.registry import written_formats
from verify_app.storage.check import problems
from verify_app.storage.queries import image_list

REAL = Origin.REAL


def coco(folder: Path, *, names: tuple[str, ...] = ("gear", "bolt")) -> Path:
    """Three pictures of 200 x 100, the first two labelled, and a row of every kind that is wrong."""
    for number in range(3):
        scenery.picture(folder / "sub" / f"{number}.png", number)
    scenery.picture(folder.parent / "outside.png", 9)
    (folder / "link.png").symlink_to(folder.parent / "outside.png")
    images = [{"id": n, "file_name": f"sub/{n}.png", "width": 200, "height": 100} for n in range(3)]
    images += [
        {"id": 10, "file_name": "gone.png", "width": 200, "height": 100},
        {"id": 11, "file_name": "../outside.png"},
        {"id": 12, "file_name": "link.png"},
    ]
    marks = [
        {"id": 1, "image_id": 0, "category_id": 5, "bbox": [10, 10, 30, 40], "score": 0.4},
        {"id": 2, "image_id": 0, "category_id": 9, "bbox": [60, 10, 30, 40]},
        {"id": 3, "image_id": 1, "category_id": 9, "bbox": [190, 90, 30, 40]},
        {"id": 4, "image_id": 1, "category_id": 9, "bbox": [500, 500, 5, 5]},
        {"id": 5, "image_id": 10, "category_id": 9, "bbox": [1, 1, 5, 5]},
    ]
    categories = [{"id": 5, "name": names[0]}, {"id": 9, "name": names[1]}]
    file = folder / "instances.json"
    file.write_text(json.dumps({"images": images, "annotations": marks, "categories": categories}))
    return file


def empty_project(tmp_path: Path, classes: tuple[str, ...] = scenery.CLASSES) -> Session:
    create_project(tmp_path / "project", classes=classes, actor=Actor("ann"))
    return Session.open(tmp_path / "project", "ann")


def test_coco_comes_in_by_class_name_and_unverified(tmp_path: Path) -> None:
    file, session = coco(tmp_path / "set"), empty_project(tmp_path)
    done = add(session, [file], AddOptions(REAL, "auto"))
    assert (len(done.images), done.labels, done.unknown) == (3, 3, {"annotations.score": 1})
    assert [(i.class_id, i.state) for i in look(session, 1).items] == [
        (3, LabelState.IMPORTED),
        (1, LabelState.IMPORTED),
    ]
    assert look(session, 2).items[0].region.bounds.corners() == [190, 90, 200, 100]
    assert look(session, 3).state is ImageState.UNREVIEWED
    told = "\n".join(done.problems)
    for word in ("gone.png: there is no", "outside.png: there is no", "link that leads out", "lies outside"):
        assert word in told
    assert len(session.project.read.sources()) == 1
    again = add(session, [file], AddOptions(REAL, "coco"))
    assert again.labels == 0
    assert again.problems == done.problems and session.project.read.one("SELECT count(*) FROM imported") == 3
    assert list(problems(session.project.read.connection)) == []


def test_attested_labels_count_and_images_without_any_stay_unreviewed(tmp_path: Path) -> None:
    file, session = coco(tmp_path / "set"), empty_project(tmp_path)
    done = add(session, [file], AddOptions(REAL, "coco", attest="eve"))
    assert done.attested == 3
    # of the second image an object was left aside, so nobody can have vouched that nothing is missing here
    assert [look(session, i).state for i in (1, 2, 3)] == [
        ImageState.COMPLETE,
        ImageState.IN_PROGRESS,
        ImageState.UNREVIEWED,
    ]
    assert any("not marked complete" in p for p in done.problems)
    assert look(session, 1).items[0].grade is Grade.ATTESTED


def test_what_came_in_before_is_vouched_for_later_unless_it_is_stated_otherwise_now(tmp_path: Path) -> None:
    """An import that was killed before the person's word was on record is taken up again."""
    file, session = coco(tmp_path / "set"), empty_project(tmp_path)
    add(session, [file], AddOptions(REAL, "coco"))
    text = file.read_text(encoding="utf-8")
    data = json.loads(text)
    data["annotations"][0]["bbox"][0] += 1
    file.write_text(json.dumps(data), encoding="utf-8")
    other = add(session, [file], AddOptions(REAL, "coco", attest="eve"))
    assert other.attested == 1 and any("had other labels from an import before" in p for p in other.problems)
    file.write_text(text, encoding="utf-8")
    assert add(session, [file], AddOptions(REAL, "coco", attest="eve")).attested == 2
    assert session.project.read.one("SELECT count(*) FROM imported") == 3
    assert list(session.project.problems()) == []


def test_classes_are_mapped_by_name_never_guessed(tmp_path: Path) -> None:
    file = coco(tmp_path / "set", names=("gear", "sprocket"))
    with pytest.raises(UserError, match="sprocket"):
        add(empty_project(tmp_path), [file], AddOptions(REAL, "coco"))


def test_an_empty_class_list_takes_the_datasets(tmp_path: Path) -> None:
    file, session = coco(tmp_path / "set"), empty_project(tmp_path, ())
    add(session, [file], AddOptions(REAL, "coco"))
    assert [c.name for c in session.classes] == ["gear", "bolt"]


def test_labels_for_another_size_are_left_aside(tmp_path: Path) -> None:
    file, session = coco(tmp_path / "set"), empty_project(tmp_path)
    data = json.loads(file.read_text())
    data["images"][0] |= {"width": 100, "height": 200}
    file.write_text(json.dumps(data))
    done = add(session, [file], AddOptions(REAL, "coco"))
    assert done.labels == 1
    assert any("EXIF" in p for p in done.problems)


@pytest.mark.parametrize("form", [form for form in written_formats() if not form.startswith("yolo")])
def test_what_is_handed_out_comes_in_again(tmp_path: Path, form: str) -> None:
    session = scenery.project(tmp_path)
    scenery.run(session, {1: [(1, (5, 6, 45, 47), 0.9), (3, (60, 5, 100, 45), 0.8)], 2: [(2, (10, 20, 30, 40), 0.7)]})
    for image_id in (1, 2):
        actions.complete(session, look(session, image_id), 0.0)
    out = tmp_path / "out"
    handed = hand_out(session, out, form)
    assert (handed.images, handed.labels) == (2, 3)
    with pytest.raises(UserError, match="not an empty folder"):
        hand_out(session, out, form)
    path = out if form in ("voc", "labelme") else next(out.iterdir())
    assert sniff(path) == form
    other = empty_project(tmp_path / "other")
    done = add(other, [path], AddOptions(REAL, "auto", images=tmp_path / "photos"))
    assert (len(done.images), done.labels) == (2, 3)
    (told,) = done.problems
    assert told.endswith("2 pictures that the dataset does not name were not added.")
    mine, theirs = look(session, 1).items, look(other, 1).items
    assert [i.class_id for i in mine] == [i.class_id for i in theirs]
    for a, b in zip(mine, theirs, strict=True):
        # NDJSON states shares of the image: back in pixels, the last bits of a float differ
        assert a.region.bounds.corners() == pytest.approx(b.region.bounds.corners(), abs=1e-9)


def test_formats_that_cannot_hold_the_task_refuse(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, task="segment")
    with pytest.raises(UserError, match="boxes only"):
        hand_out(session, tmp_path / "out", "voc")
    assert not (tmp_path / "out").exists()


# --- where the pictures are ---------------------------------------------------------------------------------


def stated(folder: Path, names: list[str], *, boxes: int = 1) -> Path:
    """A COCO file that speaks of these pictures."""
    images = [{"id": n, "file_name": name, "width": 200, "height": 100} for n, name in enumerate(names)]
    marks = [{"id": n, "image_id": n, "category_id": 1, "bbox": [10, 10, 30, 40]} for n in range(len(names) * boxes)]
    data = {"images": images, "annotations": marks, "categories": [{"id": 1, "name": "gear"}]}
    (folder / "set.json").write_text(json.dumps(data))
    return folder / "set.json"


def brought(session: Session, file: Path) -> dict[str, int]:
    """Labels of each image that came in."""
    add(session, [file], AddOptions(REAL, "coco"))
    found = {row.path: row.id for row in image_list.file_records(session.project.read)}
    return {path: len(look(session, image_id).items) for path, image_id in found.items()}


def test_equal_names_in_two_folders_are_told_apart_or_left_aside(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    for number, place in enumerate(("a/x.png", "b/x.png", "b/y.png", "images/c/z.png")):
        scenery.picture(folder / place, number)
    session = empty_project(tmp_path)
    assert brought(session, stated(folder, ["a/x.png", "b/x.png", "y.png", "c/z.png"])) == {
        "a/x.png": 1,
        "b/x.png": 1,
        "b/y.png": 1,
        "images/c/z.png": 1,
    }
    other = empty_project(tmp_path / "other")
    done = add(other, [stated(folder, ["x.png", "y.png"])], AddOptions(REAL, "coco"))
    assert (len(done.images), done.labels) == (1, 1)
    assert any("2 pictures could be meant: a/x.png, b/x.png" in p for p in done.problems)


def test_two_entries_for_one_picture_are_both_left_aside(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    scenery.picture(folder / "x.png")
    done = add(empty_project(tmp_path), [stated(folder, ["x.png", "long/ago/x.png"])], AddOptions(REAL, "coco"))
    assert (done.images, done.labels) == ([], 0)
    assert any("speaks twice of" in p for p in done.problems)


def test_names_that_differ_by_case_or_accents_only(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    scenery.picture(folder / "a.png", 1)
    scenery.picture(folder / "u\u0308.png", 2)
    file = stated(folder, ["A.PNG", "\u00fc.png"])
    assert brought(empty_project(tmp_path), file) == {"a.png": 1, "u\u0308.png": 1}
    scenery.picture(folder / "A.png", 3)
    if len(list(folder.glob("*.png"))) == 3:  # where case matters, two files could be meant
        done = add(empty_project(tmp_path / "other"), [file], AddOptions(REAL, "coco"))
        assert any("could be meant" in p for p in done.problems)
        assert brought(empty_project(tmp_path / "third"), stated(folder, ["A.png"])) == {"A.png": 1}


def test_folders_that_are_links_out_are_left_aside(tmp_path: Path) -> None:
    scenery.picture(tmp_path / "secret" / "x.png")
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "in").symlink_to(tmp_path / "secret")
    done = add(empty_project(tmp_path), [stated(folder, ["in/x.png"])], AddOptions(REAL, "coco"))
    assert done.images == []
    assert any("link that leads out" in p for p in done.problems)


# --- classes ------------------------------------------------------------------------------------------------


def test_classes_are_mapped_left_out_and_unused_ones_need_nothing(tmp_path: Path) -> None:
    file = coco(tmp_path / "set", names=("gear", "sprocket"))
    data = json.loads(file.read_text())
    data["categories"].append({"id": 77, "name": "never used"})
    file.write_text(json.dumps(data))
    with pytest.raises(UserError, match='--map "sprocket='):
        add(empty_project(tmp_path), [file], AddOptions(REAL, "coco"))
    session = empty_project(tmp_path / "mapped")
    assert add(session, [file], AddOptions(REAL, "coco", mapping={"sprocket": "nut"})).labels == 3
    assert [i.class_id for i in look(session, 1).items] == [3, 2]
    session = empty_project(tmp_path / "less")
    done = add(session, [file], AddOptions(REAL, "coco", attest="eve", mapping={"sprocket": None}))
    assert (done.labels, done.attested) == (1, 1)
    assert look(session, 1).state is ImageState.COMPLETE
    for given in ({"sprokcet": "nut"}, {"sprocket": "no such class"}):
        with pytest.raises(UserError, match=r"sprokcet|no such class"):
            add(empty_project(tmp_path / str(given)), [file], AddOptions(REAL, "coco", mapping=given))
    session = empty_project(tmp_path / "empty", ())
    add(session, [file], AddOptions(REAL, "coco", mapping={"never used": None, "sprocket": "wheel"}))
    assert [c.name for c in session.classes] == ["gear", "wheel"]


def test_the_command_maps_classes(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from verify_app.cli.main import commands

    file = coco(tmp_path / "set", names=("gear", "sprocket"))
    empty_project(tmp_path).project.close()
    line = [
        "add",
        str(tmp_path / "project"),
        str(file),
        "--origin",
        "real",
        "--labels",
        "auto",
        "--by",
        "ann",
        "--json",
    ]
    told = CliRunner().invoke(commands, [*line, "--map", "sprocket=bolt"])
    assert json.loads(told.output.splitlines()[-1])["labels"] == 3


def test_images_with_an_empty_list_are_empty_and_others_are_unreviewed(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    for number in range(3):
        scenery.picture(folder / f"{number}.png", number)
    rows = [
        {"type": "dataset", "task": "detect", "class_names": {"0": "gear"}},
        {"type": "image", "file": "0.png", "width": 200, "height": 100, "annotations": {"boxes": []}},
        {"type": "image", "file": "1.png", "width": 200, "height": 100},
        {"type": "image", "file": "2.png", "width": 200, "height": 100, "annotations": {"boxes": [[9, 1, 1, 1, 1]]}},
    ]
    (folder / "set.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows))
    session = empty_project(tmp_path)
    add(session, [folder], AddOptions(REAL, "auto", attest="eve"))
    states = [look(session, i).state for i in (1, 2)]
    assert states == [ImageState.COMPLETE_EMPTY, ImageState.UNREVIEWED]
    assert look(session, 3).state is ImageState.UNREVIEWED  # what was left aside makes no empty image


@pytest.mark.parametrize(
    ("files", "form"),
    [
        (
            {
                "README.txt": "Parts, 12 of them\n",
                "ImageSets/train.txt": "a\nb\n",
                "a.xml": "<annotation></annotation>",
            },
            "voc",
        ),
        ({"labels/a.txt": "0 0.5 0.5 0.1 0.1\r\n"}, "yolo"),
        ({"a.json": '{"categories": [{"name": "shapes"}], "images": []}'}, "coco"),
        ({"a.json": '{"version": "5", "imagePath": "a.jpg", "shapes": []}'}, "labelme"),
        ({"x/annotations.xml": '<?xml version="1.0"?>\n<annotations>\n</annotations>'}, "cvat"),
    ],
)
def test_formats_are_told_apart_by_what_is_there(tmp_path: Path, files: dict[str, str], form: str) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, newline="")
    assert sniff(tmp_path) == form
    (tmp_path / "other.ndjson").write_text('{"type": "dataset"}\n')
    with pytest.raises(UserError, match="several formats"):
        sniff(tmp_path)
