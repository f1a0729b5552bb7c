"""Shapes as other tools draw them: each row is one, with what a project of some task makes of it, or why not."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from verify_app.app.project.create import read_skeleton
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco
from verify_app.formats.cvat import Cvat
from verify_app.formats.labelme import Labelme
from verify_app.formats.ndjson import Ndjson
from verify_app.formats.records import Dataset
from verify_app.formats.voc import Voc

ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))
DETECT, SEGMENT, OBB, POSE = Task.DETECT, Task.SEGMENT, Task.OBB, Task.POSE
RING = [[10, 10], [50, 10], [50, 40]]


def labelme(folder: Path, task: Task, *shapes: dict[str, Any]) -> Dataset:
    data = {"imagePath": "a.jpg", "shapes": [{"label": "x", **shape} for shape in shapes]}
    (folder / "a.json").write_text(json.dumps(data))
    return Labelme(folder, folder, task, ARM)


def voc(folder: Path, task: Task, inside: str) -> Dataset:
    one = f"<object><name>x</name>{inside}</object>"
    (folder / "a.xml").write_text(f"<annotation><filename>a.jpg</filename>{one}</annotation>")
    return Voc(folder, folder, task)


def bndbox(*sides: float) -> str:
    named = zip(("xmin", "ymin", "xmax", "ymax"), sides, strict=True)
    return "<bndbox>" + "".join(f"<{key}>{value}</{key}>" for key, value in named) + "</bndbox>"


def turned(width: float) -> str:
    return f"<robndbox><cx>50</cx><cy>50</cy><w>{width}</w><h>20</h><angle>0.5</angle></robndbox>"


def cvat(folder: Path, task: Task, shapes: str) -> Dataset:
    text = f'<annotations><image id="0" name="a.jpg" width="640" height="480">{shapes}</image></annotations>'
    (folder / "a.xml").write_text(text)
    return Cvat(folder / "a.xml", folder, task, ARM if task is POSE else None)


def coco(folder: Path, task: Task, row: dict[str, Any], category: dict[str, Any] | None = None) -> Dataset:
    marks = [{"id": 1, "image_id": 1, "category_id": 1, **row}]
    images = [{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}]
    categories = [{"id": 1, "name": "x", **(category or {})}]
    (folder / "a.json").write_text(json.dumps({"images": images, "annotations": marks, "categories": categories}))
    return Coco(folder / "a.json", folder, task)


def ndjson(folder: Path, task: Task, row: list[float], **head: Any) -> Dataset:
    key = {POSE: "pose", DETECT: "boxes"}[task]
    first = {"type": "dataset", "task": task.value, "class_names": {"0": "x"}, **head}
    image = {"type": "image", "file": "a.jpg", "width": 100, "height": 100, "annotations": {key: [row]}}
    (folder / "a.ndjson").write_text(f"{json.dumps(first)}\n{json.dumps(image)}\n")
    return Ndjson(folder / "a.ndjson", folder, task)


def pose(box: Box, *points: tuple[float, float, int]) -> Keypoints:
    return Keypoints(box, tuple(Keypoint(float(x), float(y), seen) for x, y, seen in points))


CIRCLE = {"shape_type": "circle", "points": [[100, 100], [103, 104]]}
SKELETON = (
    '<skeleton label="x" group_id="4"><points label="left" outside="0" occluded="1" points="10,20"/>'
    '<points label="middle" outside="1" points="0,0"/><points label="right" outside="1" points="0,0"/></skeleton>'
)
POLYGONS = (
    '<polygon label="x" group_id="{}" points="10,10;50,10;50,40"/>'
    '<polygon label="{}" group_id="2" points="60,10;90,10;90,40"/>'
)
TWO = Polygon((((tuple(map(tuple, RING))),), (((60.0, 10.0), (90.0, 10.0), (90.0, 40.0)),)))  # type: ignore[arg-type]
ABSENT = (0, 0, 0)

TAKEN: dict[str, tuple[Any, Task, tuple[Any, ...], list[Region] | str]] = {
    "labelme: a circle in a project of boxes": (labelme, DETECT, (CIRCLE,), [Box(95, 95, 105, 105)]),
    "labelme: a circle of nothing": (labelme, DETECT, ({**CIRCLE, "points": [[5, 5], [5, 5]]},), "without an area"),
    "labelme: a circle of one point": (labelme, DETECT, ({**CIRCLE, "points": [[5, 5]]},), "centre and a point"),
    "labelme: a circle in a project of oriented boxes": (labelme, OBB, (CIRCLE,), "never guessed"),
    "labelme: Rectangle": (labelme, DETECT, ({"shape_type": "Rectangle", "points": RING[::2]},), [Box(10, 10, 50, 40)]),
    "labelme: POLYGON": (labelme, DETECT, ({"shape_type": "POLYGON", "points": RING},), [Box(10, 10, 50, 40)]),
    "labelme: Point": (labelme, DETECT, ({"shape_type": "Point", "points": RING[:1]},), "no area"),
    "voc: a box": (voc, DETECT, (bndbox(10, 20, 30, 40),), [Box(10, 20, 30, 40)]),
    "voc: xmax below xmin": (voc, DETECT, (bndbox(30, 20, 10, 40),), "xmax or ymax is less"),
    "voc: ymax below ymin": (voc, DETECT, (bndbox(10, 40, 30, 20),), "xmax or ymax is less"),
    "voc: an oriented box in a project of boxes": (
        voc,
        DETECT,
        (turned(40),),
        [OrientedBox(50, 50, 40, 20, 0.5).bounds],
    ),
    "voc: an oriented box of negative width": (voc, OBB, (turned(-40),), "negative side"),
    "cvat: a box": (cvat, DETECT, ('<box label="x" xtl="1" ytl="2" xbr="30" ybr="40"/>',), [Box(1, 2, 30, 40)]),
    "cvat: xbr below xtl": (
        cvat,
        DETECT,
        ('<box label="x" xtl="30" ytl="2" xbr="1" ybr="40"/>',),
        "xbr or ybr is less",
    ),
    "cvat: an ellipse": (
        cvat,
        DETECT,
        ('<ellipse label="x" cx="50" cy="40" rx="20" ry="10"/>',),
        [Box(30, 30, 70, 50)],
    ),
    "cvat: an ellipse turned": (
        *(cvat, DETECT, ('<ellipse label="x" cx="50" cy="40" rx="20" ry="10" rotation="90"/>',)),
        [Box(40, 20, 60, 60)],
    ),
    "cvat: an ellipse of nothing": (
        cvat,
        DETECT,
        ('<ellipse label="x" cx="5" cy="4" rx="0" ry="1"/>',),
        "without an area",
    ),
    "cvat: an ellipse without radii": (cvat, DETECT, ('<ellipse label="x" cx="5" cy="4"/>',), "no number"),
    "cvat: parts of one group": (cvat, SEGMENT, (POLYGONS.format(2, "x"),), [TWO]),
    "cvat: parts of one group in a project of boxes": (cvat, DETECT, (POLYGONS.format(2, "x"),), [Box(10, 10, 90, 40)]),
    "cvat: a group of two labels": (
        *(cvat, SEGMENT, (POLYGONS.format(2, "y"),)),
        [Polygon((part,)) for part in TWO.parts],
    ),
    "cvat: no group": (cvat, SEGMENT, (POLYGONS.format(0, "x"),), [Polygon((part,)) for part in TWO.parts]),
    "cvat: a skeleton with its box": (
        *(cvat, POSE, ('<box label="x" group_id="4" xtl="1" ytl="2" xbr="30" ybr="40"/>' + SKELETON,)),
        [pose(Box(1, 2, 30, 40), (10, 20, 1), ABSENT, ABSENT)],
    ),
    "cvat: a skeleton, all absent, with its box": (
        cvat,
        POSE,
        (
            SKELETON.replace('outside="0"', 'outside="1"')
            + '<box label="x" group_id="4" xtl="1" ytl="2" xbr="30" ybr="40"/>',
        ),
        [pose(Box(1, 2, 30, 40), ABSENT, ABSENT, ABSENT)],
    ),
    "coco: a flat polygon": (
        *(coco, SEGMENT, ({"segmentation": [10, 10, 50, 10, 50, 40], "bbox": [10, 10, 40, 30]},)),
        [Polygon.simple([(10, 10), (50, 10), (50, 40)])],
    ),
    "coco: a flat polygon, an odd number": (
        coco,
        SEGMENT,
        ({"segmentation": [10, 10, 50, 10, 50, 40, 1]},),
        "odd number",
    ),
    "coco: an outline without a bbox": (
        *(coco, DETECT, ({"segmentation": [[10, 10, 50, 10, 50, 40]]},)),
        [Box(10, 10, 50, 40)],
    ),
    "coco: an absent point with a place": (
        *(coco, POSE, ({"bbox": [1, 2, 9, 9], "keypoints": [5, 5, 2, 7, 8, 0]}, {"keypoints": ["a", "b"]})),
        [pose(Box(1, 2, 10, 11), (5, 5, 2), ABSENT)],
    ),
    "ndjson: points of two columns": (
        *(ndjson, POSE, ([0, 0.5, 0.5, 0.2, 0.2, 0.4, 0.6, 0, 0, -0.1, 0.5],)),
        [pose(Box(40, 40, 60, 60), (40, 60, 2), ABSENT, ABSENT)],
    ),
    "ndjson: points of three columns": (
        *(ndjson, POSE, ([0, 0.5, 0.5, 0.2, 0.2, 0.4, 0.6, 1, 0.3, 0.3, 0, 0, 0, 2],)),
        [pose(Box(40, 40, 60, 60), (40, 60, 1), ABSENT, (0, 0, 2))],
    ),
}


@pytest.mark.parametrize(("make", "task", "stated", "want"), TAKEN.values(), ids=TAKEN)
def test_a_shape(tmp_path: Path, make: Any, task: Task, stated: tuple[Any, ...], want: list[Region] | str) -> None:
    head = {"kpt_shape": [3, 2 if len(stated[0]) == 11 else 3]} if make is ndjson else {}
    dataset = make(tmp_path, task, *stated, **head)
    (labels,) = dataset.labels()
    if isinstance(want, str):
        assert (labels.objects, labels.left_aside) == ((), 1)
        assert want in dataset.findings.problems[0]
        return
    assert dataset.findings.problems == []
    assert len(labels.objects) == len(want)
    for found, region in zip(labels.objects, want, strict=True):
        assert found.region.kind == region.kind
        if isinstance(region, Box):
            assert found.region.bounds.corners() == pytest.approx(region.corners())
        elif isinstance(region, Keypoints):
            assert found.region.data()["box"] == pytest.approx(region.box.corners())
            for mine, theirs in zip(found.region.data()["points"], region.data()["points"], strict=True):
                assert mine == pytest.approx(theirs)
        else:
            assert found.region == region


@pytest.mark.parametrize("radius", [2.0, 30.0, 3000.0])
def test_a_circle_is_an_outline_that_is_off_by_a_twentieth_of_a_pixel(tmp_path: Path, radius: float) -> None:
    shape = {**CIRCLE, "points": [[4000, 4000], [4000 + radius, 4000]]}
    (labels,) = labelme(tmp_path, SEGMENT, shape).labels()
    region = labels.objects[0].region
    assert isinstance(region, Polygon)
    (ring,) = region.rings
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        assert math.hypot(ax - 4000, ay - 4000) == pytest.approx(radius)
        middle = math.hypot((ax + bx) / 2 - 4000, (ay + by) / 2 - 4000)
        assert radius - max(0.05, radius * 1e-5) <= middle <= radius


# --- skeletons ------------------------------------------------------------------------------------------------

EDGES: dict[str, tuple[Any, tuple[tuple[int, int], ...]]] = {
    "from 1": ([[1, 2], [2, 3]], ((0, 1), (1, 2))),
    "from 0": ([[0, 1], [1, 2]], ((0, 1), (1, 2))),
    "from 0, as text": ([["0", "1"]], ((0, 1),)),
    "none": ([], ()),
    "to a point that is none": ([[1, 9]], ()),
    "of three": ([[1, 2, 3]], ()),
    "that are no list": (5, ()),
}


@pytest.mark.parametrize(("edges", "bones"), EDGES.values(), ids=EDGES)
def test_edges_of_a_skeleton(tmp_path: Path, edges: Any, bones: tuple[tuple[int, int], ...]) -> None:
    row = {"bbox": [1, 2, 9, 9], "keypoints": [1, 1, 2] * 3}
    dataset = coco(tmp_path, POSE, row, {"keypoints": ["a", "b", "c"], "skeleton": edges})
    assert isinstance(dataset, Coco)
    assert dataset.skeleton == Skeleton(("a", "b", "c"), (0, 1, 2), bones)
    assert len(next(iter(dataset.labels())).objects) == 1
    assert bool(dataset.findings.problems) == (bool(edges) and not bones)
    assert read_skeleton(str(tmp_path / "a.json")) == dataset.skeleton


@pytest.mark.parametrize("points", ["abc", [], ["a", "a"], 5, [""]])
def test_points_of_a_skeleton_that_are_none(tmp_path: Path, points: Any) -> None:
    row = {"bbox": [1, 2, 9, 9], "keypoints": [1, 1, 2]}
    if points:
        with pytest.raises(UserError, match="keypoints"):
            coco(tmp_path, POSE, row, {"keypoints": points})
    else:
        coco(tmp_path, POSE, row, {"keypoints": points})
    with pytest.raises(UserError):
        read_skeleton(str(tmp_path / "a.json"))


# --- what is left aside ---------------------------------------------------------------------------------------

FULL = {"bbox": [1, 2, 9, 9], "segmentation": [[10, 10, 50, 10, 50, 40]], "keypoints": [1, 1, 2] * 3, "score": 0.5}
ASIDE: dict[str, tuple[Any, Task, tuple[Any, ...], set[str]]] = {
    "coco: boxes": (
        *(coco, DETECT, (FULL,)),
        {"annotations.segmentation", "annotations.keypoints", "annotations.score"},
    ),
    "coco: outlines": (coco, SEGMENT, (FULL,), {"annotations.keypoints", "annotations.score"}),
    "coco: poses": (
        *(coco, POSE, (FULL, {"keypoints": ["a", "b", "c"]})),
        {"annotations.segmentation", "annotations.score"},
    ),
    "coco: an outline for a box": (
        *(coco, DETECT, ({"segmentation": FULL["segmentation"]},)),
        {"outlines (the box round each was taken)"},
    ),
    "labelme: an outline for a box": (
        *(labelme, DETECT, ({"points": RING},)),
        {"outlines (the box round each was taken)"},
    ),
    "voc: an oriented box for a box": (
        *(voc, DETECT, (turned(40),)),
        {"oriented boxes (the box round each was taken)"},
    ),
    "voc: a box": (voc, DETECT, (bndbox(1, 2, 3, 4) + "<difficult>0</difficult>",), set()),
    "cvat: what it always writes": (
        cvat,
        DETECT,
        ('<box label="x" occluded="0" source="manual" z_order="0" xtl="1" ytl="2" xbr="30" ybr="40"/>',),
        set(),
    ),
    "cvat: what it says": (
        cvat,
        DETECT,
        (
            '<box label="x" occluded="1" source="auto" z_order="3" group_id="7" xtl="1" ytl="2" xbr="30" ybr="40">'
            '<attribute name="a">b</attribute></box>',
        ),
        {"box.occluded", "box.source", "box.z_order", "box.group_id", "box.attribute"},
    ),
    "cvat: a group that is used": (
        *(cvat, DETECT, (POLYGONS.format(2, "x"),)),
        {"outlines (the box round each was taken)"},
    ),
}


@pytest.mark.parametrize(("make", "task", "stated", "want"), ASIDE.values(), ids=ASIDE)
def test_what_is_left_aside_is_counted(
    tmp_path: Path, make: Any, task: Task, stated: tuple[Any, ...], want: set[str]
) -> None:
    dataset = make(tmp_path, task, *stated)
    list(dataset.labels())
    assert set(dataset.findings.unknown) == want


def test_lists_at_the_top_of_a_coco_file_are_counted(tmp_path: Path) -> None:
    coco(tmp_path, DETECT, {"bbox": [1, 2, 9, 9]})
    data = json.loads((tmp_path / "a.json").read_text())
    more = {"licenses": [{"id": 1}], "info": {"year": 1}, "videos": [1, 2], "tracks": [], "segment_info": [{}] * 3}
    (tmp_path / "a.json").write_text(json.dumps({**more, **data}))
    dataset = Coco(tmp_path / "a.json", tmp_path, DETECT)
    assert dataset.findings.unknown == {"file.licenses": 1, "file.videos": 2, "file.segment_info": 3}


def test_detections_of_a_model_are_no_labels(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(' [{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.9}]')
    with pytest.raises(UserError, match="detections that a model writes"):
        Coco(tmp_path / "a.json", tmp_path, DETECT)
