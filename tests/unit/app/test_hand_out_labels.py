"""What goes out comes in again: every form and task, exactly or within a bound; no file takes another's place."""

from __future__ import annotations

import math
import shutil
import unicodedata
from pathlib import Path

import pytest

from tests import scenery
from tests.windows import WINDOWS, can_be_called
from verify_app.app.exports.labels import Handed, hand_out
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Actor
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Origin, Task
from verify_app.formats.coco import write_coco
from verify_app.formats.output_names import OutNames
from verify_app.formats.records import OutImage, StatedObject
from verify_app.formats.registry import written_formats
from verify_app.storage.queries import image_list

ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))
WIDTH, HEIGHT = 200, 100
SQUARE = ((10.25, 10.0), (60.0, 10.0), (60.0, 60.5), (10.25, 60.5))
HOLE = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
REGIONS: dict[Task, list[Region]] = {
    Task.DETECT: [Box(1.5, 2.25, 33.3, 44.7), Box(100, 50, 200, 100)],
    Task.SEGMENT: [
        Polygon(((SQUARE,),)),
        Polygon(((SQUARE,), (tuple((x + 100, y) for x, y in SQUARE),))),
        Polygon(((SQUARE, HOLE), (tuple((x + 100, y) for x, y in SQUARE),))),
    ],
    Task.OBB: [OrientedBox.of((100, 50, 40, 20, 0.5)), OrientedBox.of((30, 30, 20, 25, 0.0))],
    Task.POSE: [
        Keypoints(Box(1.5, 2, 130, 40), (Keypoint(3, 4), Keypoint(5.5, 6, 1), Keypoint(0.0, 0.0, 0))),
        Keypoints(Box(50, 50, 90, 95), (Keypoint(0.0, 0.0, 0), Keypoint(0.0, 0.0, 0), Keypoint(0.0, 0.0, 0))),
    ],
    Task.CLASSIFY: [WHOLE_IMAGE],
}
EXACT = 1e-9
SHARE = 1.5e-8 * WIDTH
BOUNDS: dict[tuple[str, str], float | str] = {
    **{(form, task.value): EXACT for form in ("coco", "labelme", "cvat", "ndjson") for task in Task},
    **{(form, task.value): 1e-6 for form in ("coco", "labelme", "ndjson") for task in (Task.OBB, Task.SEGMENT)},
    ("cvat", "segment"): 1e-6,
    **{(form, task.value): SHARE for form in ("yolo", "yolo-images") for task in Task},
    **{(form, "obb"): 1e-5 for form in ("yolo", "yolo-images")},
    **{("voc", task): "boxes only" for task in ("segment", "pose", "classify")},
    ("voc", "detect"): 0.5,
    ("voc", "obb"): EXACT,
    ("yolo", "classify"): "yolo-images",
}
"""Pixels that a coordinate may be off, or what the refusal says. Outlines with holes are compared by their area."""


def stated(folder: Path, task: Task, names: list[str]) -> Path:
    """A data set whose pictures are named so, the first one with every region of the task and each other with one."""
    images = []
    for number, name in enumerate(names):
        scenery.picture(folder / name, number)
        regions = REGIONS[task] if number == 0 else [REGIONS[task][number % len(REGIONS[task])]]
        objects = [StatedObject(scenery.CLASSES[number % 3], region) for region in regions]
        images.append(OutImage(name, WIDTH, HEIGHT, objects))
    write_coco(folder / "set.json", scenery.CLASSES, images, ARM if task is Task.POSE else None)
    return folder / "set.json"


def project(place: Path, task: Task = Task.DETECT) -> Session:
    skeleton = ARM if task is Task.POSE else None
    create_project(place, classes=scenery.CLASSES, actor=Actor("ann"), task=task.value, skeleton=skeleton)
    return Session.open(place, "ann")


def labels(session: Session) -> dict[str, list[tuple[int, Region]]]:
    paths = {record.id: record.path for record in image_list.file_records(session.project.read)}
    found = session.project.read.labels(list(paths))
    return {paths[i]: [(label.class_id, label.region) for label in rows] for i, rows in found.items()}


def round_trip(
    tmp_path: Path, form: str, task: Task, names: list[str]
) -> tuple[dict[str, list[tuple[int, Region]]], dict[str, list[tuple[int, Region]]], Handed, Imported]:
    session = project(tmp_path / "project", task)
    add(session, [stated(tmp_path / "set", task, names)], AddOptions(Origin.REAL, "coco"))
    out = tmp_path / "out"
    handed = hand_out(session, out, form, every=True)
    other = project(tmp_path / "other", task)
    if form == "yolo":
        for name in names:
            (out / "images" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(tmp_path / "set" / name, out / "images" / name)
    if form.startswith("yolo"):
        done = add(other, [out], AddOptions(Origin.REAL, "yolo"))
    else:
        done = add(other, [out], AddOptions(Origin.REAL, form, images=tmp_path / "set"))
    return labels(session), labels(other), handed, done


def off(a: Region, b: Region) -> float:
    """How far two regions are apart, in pixels."""
    assert a.kind == b.kind
    if isinstance(a, Polygon) and isinstance(b, Polygon):
        assert [len(part) for part in a.parts] == [len(part) for part in b.parts]
        return abs(a.area - b.area) / WIDTH if max(map(len, a.parts)) > 1 else _points(a.rings, b.rings)
    if isinstance(a, OrientedBox) and isinstance(b, OrientedBox):
        return max(min(math.dist(p, q) for q in b.points) for p in a.points)
    if isinstance(a, Keypoints) and isinstance(b, Keypoints):
        assert [p.seen for p in a.points] == [p.seen for p in b.points]
        far = max(math.dist((p.x, p.y), (q.x, q.y)) for p, q in zip(a.points, b.points, strict=True))
        return max(far, off(a.box, b.box))
    return max(abs(x - y) for x, y in zip(a.bounds.corners(), b.bounds.corners(), strict=True))


def _points(a: list, b: list) -> float:  # type: ignore[type-arg]
    return max(math.dist(p, q) for mine, theirs in zip(a, b, strict=True) for p, q in zip(mine, theirs, strict=True))


@pytest.mark.parametrize("task", Task)
@pytest.mark.parametrize("form", written_formats())
def test_out_and_in_again(tmp_path: Path, form: str, task: Task) -> None:
    bound = BOUNDS[form, task.value]
    names = ["sub/ä 0.png", "1.png", "sub/2.png"]
    if isinstance(bound, str):
        with pytest.raises(UserError, match=bound):
            round_trip(tmp_path, form, task, names)
        return
    mine, theirs, handed, done = round_trip(tmp_path, form, task, names)
    assert handed.findings.skipped == 0
    assert done.labels == handed.labels == sum(map(len, mine.values()))
    for path, objects in mine.items():
        (key,) = [other for other in theirs if other.endswith(Path(path).name)]
        assert [index for index, _ in objects] == [index for index, _ in theirs[key]]
        for (_, a), (_, b) in zip(objects, theirs[key], strict=True):
            assert off(a, b) <= bound


CLASHES = {
    "another ending": ["a/001.png", "a/001.jpg"],
    "another case": ["a/IMG.png", "a/img.png"],
    "another case of the folder": ["A/001.png", "a/001.png"],
    "another form of an accent": [unicodedata.normalize(form, "é.png") for form in ("NFC", "NFD")],
    "names of Windows' devices": ["con.png", "aux.jpg", "NUL.x.png"],
    "characters that Windows forbids": ["a:b.png", "a?b.png", "a|b.jpg"],
    "three of one name": ["a.png", "a.jpg", "a.bmp", "a.png.png"],
}


CANNOT_BE_THERE = {"another case", "another case of the folder", "names of Windows' devices"}
"""No two such files, or none, can lie in one folder on Windows. All others can, but for forbidden characters."""


@pytest.mark.parametrize("clash", CLASHES)
@pytest.mark.parametrize("form", [form for form in written_formats() if form != "yolo"])
def test_no_file_takes_the_place_of_another(tmp_path: Path, form: str, clash: str) -> None:
    names = CLASHES[clash]
    if WINDOWS and (clash in CANNOT_BE_THERE or not all(can_be_called(name.rpartition("/")[2]) for name in names)):
        pytest.skip("Windows has no files of such names")
    mine, theirs, handed, done = round_trip(tmp_path, form, Task.DETECT, names)
    assert len(mine) == handed.images == len(names)
    assert handed.findings.skipped == 0
    written = [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert len({unicodedata.normalize("NFC", path).casefold() for path in written}) == len(written)
    assert not [path for path in written if set(':?|<>"*') & set(path) or Path(path).stem.lower() in ("con", "aux")]
    assert sorted(map(len, theirs.values())) == sorted(map(len, mine.values())), done.problems


@pytest.mark.parametrize("names", [["a/001.png", "a/001.jpg"], ["a.png", "A.jpg"]])
def test_label_files_that_two_pictures_would_share_are_named(tmp_path: Path, names: list[str]) -> None:
    session = project(tmp_path / "project")
    add(session, [stated(tmp_path / "set", Task.DETECT, names)], AddOptions(Origin.REAL, "coco"))
    handed = hand_out(session, tmp_path / "out", "yolo", every=True)
    (problem,) = handed.findings.problems
    assert "another ending" in problem
    assert len(list((tmp_path / "out" / "labels").rglob("*.txt"))) == 1


def test_a_changed_picture_is_not_copied(tmp_path: Path) -> None:
    session = project(tmp_path / "project")
    add(session, [stated(tmp_path / "set", Task.DETECT, ["a.png", "b.png", "c.png"])], AddOptions(Origin.REAL, "coco"))
    (tmp_path / "set" / "a.png").write_bytes((tmp_path / "set" / "b.png").read_bytes())
    (tmp_path / "set" / "c.png").unlink()
    handed = hand_out(session, tmp_path / "out", "yolo-images", every=True)
    assert [p.name for p in (tmp_path / "out" / "images").iterdir()] == ["b.png"]
    assert [p.name for p in (tmp_path / "out" / "labels").iterdir()] == ["b.txt"]
    assert len(handed.findings.problems) == 2


def test_nothing_handed_out_says_why(tmp_path: Path) -> None:
    session = project(tmp_path / "project")
    add(session, [stated(tmp_path / "set", Task.DETECT, ["a.png"])], AddOptions(Origin.REAL, "coco"))
    assert "--every" in hand_out(session, tmp_path / "out", "coco").lines()[0]


@pytest.mark.skipif(WINDOWS, reason="Windows has no files of such names")
def test_names_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    session = project(tmp_path / "project")
    names = ["a\x01b.png", "b<&>.png"]
    add(session, [stated(tmp_path / "set", Task.DETECT, names)], AddOptions(Origin.REAL, "coco"))
    for form in ("voc", "cvat"):
        handed = hand_out(session, tmp_path / form, form, every=True)
        assert handed.images == 1
        (problem,) = handed.findings.problems
        assert "XML" in problem


def test_a_hundred_of_one_name_have_a_hundred_names() -> None:
    names = OutNames()
    assert len({names.file("a.png", ".json") for _ in range(100)}) == 100
    assert len({names.picture("a.png") for _ in range(100)}) == 100
