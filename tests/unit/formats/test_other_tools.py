"""Files as other tools write them are read, with their quirks; ours are read by the tools themselves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco, write_coco
from verify_app.formats.cvat import Cvat
from verify_app.formats.detect_format import sniff
from verify_app.formats.labelme import Labelme
from verify_app.formats.records import Dataset, OutImage, StatedLabels, StatedObject
from verify_app.formats.voc import Voc
from verify_app.imaging.mask_contours import mask_of_polygon

DATA = Path(__file__).parents[2] / "data"
SQUARE = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))


def only(dataset: Dataset) -> StatedLabels:
    (labels,) = dataset.labels()
    return labels


# --- labelme and X-AnyLabeling ------------------------------------------------------------------------------


def test_a_file_that_labelme_wrote(tmp_path: Path) -> None:
    shutil.copy(DATA / "labelme" / "labelme-6.3.1.json", tmp_path / "photo.json")
    assert sniff(tmp_path) == "labelme"
    boxes = Labelme(tmp_path, tmp_path, Task.DETECT)
    (image,) = boxes.images()
    assert (image.path, image.width, image.height) == ("photo.png", 200, 100)
    labels = only(boxes)
    assert [(o.name, o.region.bounds.corners()) for o in labels.objects[:3]] == [
        ("gear", [12.5, 20.25, 60.0, 71.75]),
        ("nut", [100.0, 20.0, 190.5, 80.125]),
        ("bolt", [24.0, 33.0, 48.0, 48.0]),
    ]
    assert labels.left_aside == 1  # the point
    boxed = {"outlines (the box round each was taken)", "oriented boxes (the box round each was taken)"}
    assert set(boxes.findings.unknown) == {"file.flags", "file.reviewed", "shape.description", "shape.flags", *boxed}

    outlines = only(Labelme(tmp_path, tmp_path, Task.SEGMENT)).objects
    assert [o.name for o in outlines] == ["nut", "bolt", "bolt"]
    two, mask, circle = (o.region for o in outlines)
    assert circle.area == pytest.approx(100.5, abs=2)
    assert isinstance(two, Polygon)
    assert isinstance(mask, Polygon)
    assert len(two.parts) == 2
    want = np.zeros((100, 200), dtype=np.uint8)
    want[33:48, 24:48] = 1
    want[38:42, 30:36] = 0
    assert (mask_of_polygon(mask, 200, 100) == want).all()

    turned = only(Labelme(tmp_path, tmp_path, Task.OBB)).objects[-1].region
    assert isinstance(turned, OrientedBox)
    assert (turned.width, turned.height) == pytest.approx((40, 20), abs=1e-3)


def test_several_flags_are_no_class(tmp_path: Path) -> None:
    shutil.copy(DATA / "labelme" / "labelme-6.3.1.json", tmp_path / "photo.json")
    assert [o.name for o in only(Labelme(tmp_path, tmp_path, Task.CLASSIFY)).objects] == ["night"]
    data = json.loads((tmp_path / "photo.json").read_text())
    data["flags"]["day"] = True
    (tmp_path / "photo.json").write_text(json.dumps(data))
    labels = only(Labelme(tmp_path, tmp_path, Task.CLASSIFY))
    assert (labels.objects, labels.left_aside) == ((), 1)
    data["flags"] = {"day": False}
    (tmp_path / "photo.json").write_text(json.dumps(data))
    assert list(Labelme(tmp_path, tmp_path, Task.CLASSIFY).labels()) == []


def test_x_anylabeling_rectangles_of_four_corners_and_rotation(tmp_path: Path) -> None:
    more = {"score": 0.7, "difficult": False, "attributes": {}, "kie_linking": [], "description": None}
    corners = OrientedBox.of((60, 40, 30, 12, 0.7)).points
    shapes = [
        {**more, "label": "gear", "shape_type": "rectangle", "points": [[5, 6], [45, 6], [45, 30], [5, 30]]},
        {**more, "label": "gear", "shape_type": "rotation", "direction": 0.7, "points": [list(p) for p in corners]},
        {**more, "label": "nut", "shape_type": "rectangle", "points": [[5, 6], [45, 9], [45, 30], [5, 30]]},
    ]
    data = {"version": "4.0.0", "flags": {}, "checked": True, "shapes": shapes, "imagePath": "..\\img\\a.jpg"}
    (tmp_path / "a.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(data).replace(",", ",\r\n").encode())
    dataset = Labelme(tmp_path, tmp_path, Task.DETECT)
    assert [image.path for image in dataset.images()] == ["a.jpg"]  # the name; the folder of long ago leads out
    labels = only(dataset)
    assert labels.objects[0].region == Box(5, 6, 45, 30)
    assert labels.objects[1].region.bounds.corners() == pytest.approx(
        OrientedBox.of((60, 40, 30, 12, 0.7)).bounds.corners()
    )
    assert labels.left_aside == 1  # a rectangle that is none
    assert dataset.findings.unknown["shape.score"] == 3
    assert dataset.findings.unknown["file.checked"] == 1


def test_a_group_of_several_labels_is_no_object(tmp_path: Path) -> None:
    ring = [[1, 1], [20, 1], [20, 20]]
    shapes = [{"label": name, "points": ring, "shape_type": "polygon", "group_id": 1} for name in ("a", "b")]
    (tmp_path / "a.json").write_text(json.dumps({"shapes": shapes, "imagePath": "a.jpg"}))
    dataset = Labelme(tmp_path, tmp_path, Task.SEGMENT)
    assert only(dataset).objects == ()
    assert "several labels" in dataset.findings.problems[0]


# --- CVAT ---------------------------------------------------------------------------------------------------

CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta><task><id>4</id><name>parts</name><size>2</size><mode>annotation</mode>
    <labels>
      <label><name>car</name><attributes></attributes></label>
      <label><name>plate</name><attributes></attributes></label>
      <label><name>arm</name><type>skeleton</type></label>
      <label><name>1</name><type>points</type><parent>arm</parent></label>
    </labels>
    <owner><username>admin</username><email></email></owner></task>
    <dumped>2018-09-25 11:38:28.799808+03:00</dumped></meta>
  <image id="0" name="sub/filename000.jpg" subset="Train" width="1600" height="1200">
    <box label="plate" source="manual" xtl="797.33" ytl="870.92" xbr="965.52" ybr="928.94" occluded="0" z_order="4">
      <attribute name="dirt">much</attribute></box>
    <box label="plate" xtl="100" ytl="100" xbr="140" ybr="120" rotation="30" occluded="0" z_order="4"></box>
    <polygon label="car" points="561.30,916.23;561.30,842.77;554.72,761.63" occluded="0" z_order="1"></polygon>
    <mask label="car" source="manual" occluded="0" rle="1, 2, 2, 2, 1" left="5" top="7" width="4" height="2"></mask>
    <skeleton label="arm" source="manual" z_order="0">
      <points label="left" source="manual" outside="0" occluded="0" points="10.00,20.00"></points>
      <points label="middle" source="manual" outside="0" occluded="1" points="30.00,25.00"></points>
      <points label="right" source="manual" outside="1" occluded="0" points="0.00,0.00"></points></skeleton>
    <polyline label="car" points="462.10,0.00;126.80,1200.00" occluded="0" z_order="3"></polyline>
    <tag label="good_frame" source="manual"></tag>
  </image>
  <image id="1" name="filename001.jpg" width="1600" height="1200"></image>
</annotations>
"""
ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))


def test_cvat_as_its_documentation_shows_it(tmp_path: Path) -> None:
    (tmp_path / "annotations.xml").write_text(CVAT)
    assert sniff(tmp_path / "annotations.xml") == "cvat"

    def read(task: Task) -> tuple[Cvat, StatedLabels]:
        dataset = Cvat(tmp_path / "annotations.xml", tmp_path, task, ARM if task is Task.POSE else None)
        stated = [(image.path, image.split) for image in dataset.images()]
        assert stated == [("sub/filename000.jpg", "train"), ("filename001.jpg", "")]
        return dataset, only(dataset)  # nothing is said of the second image

    dataset, boxes = read(Task.DETECT)
    assert dataset.names == ["car", "plate", "arm"]  # the point of a skeleton is no class
    assert boxes.objects[0].region == Box(797.33, 870.92, 965.52, 928.94)
    assert (len(boxes.objects), boxes.left_aside) == (4, 3)
    assert dataset.findings.unknown["box.attribute"] == 1
    told = "\n".join(dataset.findings.problems)
    assert all(word in told for word in ("polyline car", "skeleton arm", "tag good_frame"))

    _, outlines = read(Task.SEGMENT)
    mask = outlines.objects[1].region
    assert isinstance(mask, Polygon)
    filled = np.argwhere(mask_of_polygon(mask, 20, 20)).tolist()
    assert filled == [[7, 6], [7, 7], [8, 6], [8, 7]]

    _, turned = read(Task.OBB)
    box = turned.objects[1].region
    assert isinstance(box, OrientedBox)
    assert (box.cx, box.cy, box.width, box.height, np.degrees(box.angle)) == pytest.approx((120, 110, 40, 20, 30))

    _, poses = read(Task.POSE)
    assert [o.region for o in poses.objects] == [
        Keypoints(Box(10, 20, 30, 25), (Keypoint(10, 20), Keypoint(30, 25, 1), Keypoint(0.0, 0.0, 0)))
    ]
    tags = read(Task.CLASSIFY)[1]
    assert [o.name for o in tags.objects] == ["good_frame"]


def test_a_cvat_video_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<annotations><track id="0" label="car"><box frame="0"/></track></annotations>')
    with pytest.raises(UserError, match="CVAT for images"):
        Cvat(tmp_path / "a.xml", tmp_path, Task.DETECT)


# --- Pascal VOC ---------------------------------------------------------------------------------------------


def test_voc_with_the_fields_tools_add(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(
        b"<annotation>\r\n<folder></folder><filename>a_jpg.rf.0a1b.jpg</filename><path>/home/me/a_jpg.rf.0a1b.jpg</path>"
        b"<source><database>roboflow.com</database></source><size><width>416</width><height>416</height><depth>3</depth>"
        b"</size><segmented>0</segmented><object><name>helmet</name><pose>Unspecified</pose><truncated>0</truncated>"
        b"<difficult>1</difficult><occluded>0</occluded><bndbox><xmin>179</xmin><xmax>231</xmax><ymin>85</ymin>"
        b"<ymax>144</ymax></bndbox><polygon><x1>179</x1></polygon></object></annotation>"
    )
    assert sniff(tmp_path) == "voc"
    dataset = Voc(tmp_path, tmp_path, Task.DETECT)
    assert only(dataset).objects == (StatedObject("helmet", Box(179, 85, 231, 144)),)
    assert dict(dataset.findings.unknown) == {"object.difficult": 1, "object.polygon": 1}


# --- COCO ---------------------------------------------------------------------------------------------------


def test_coco_as_roboflow_writes_it(tmp_path: Path) -> None:
    (tmp_path / "README.roboflow.txt").write_text("parts - v1\n==============================\n")
    data = {
        "info": {"year": "2024"},
        "licenses": [{"id": 1, "url": "", "name": "CC BY 4.0"}],
        "categories": [
            {"id": 0, "name": "parts", "supercategory": "none"},
            {"id": 1, "name": "gear", "supercategory": "parts"},
        ],
        "images": [
            {"id": 0, "license": 1, "file_name": "a.rf.0a.jpg", "height": 640, "width": 640, "date_captured": "2024"},
        ],
        "annotations": [
            {"id": 0, "image_id": 0, "category_id": 1, "bbox": [1, 2, 30.5, 40], "area": 1220, "segmentation": []},
        ],
    }
    (tmp_path / "_annotations.coco.json").write_text(json.dumps(data, indent=1))
    assert sniff(tmp_path) == "coco"
    dataset = Coco(tmp_path / "_annotations.coco.json", tmp_path, Task.DETECT)
    assert (dataset.names, dict(dataset.counts)) == (["parts", "gear"], {"gear": 1})  # the first is no class of any
    assert only(dataset).objects == (StatedObject("gear", Box(1, 2, 31.5, 42)),)
    assert dataset.findings.unknown == {
        "categories.supercategory": 2,
        "images.license": 1,
        "images.date_captured": 1,
        "file.licenses": 1,
    }
    outlines = Coco(tmp_path / "_annotations.coco.json", tmp_path, Task.SEGMENT)
    assert only(outlines).left_aside == 1
    assert "takes outlines" in outlines.findings.problems[0]


@pytest.mark.parametrize("order", [("images", "annotations", "categories"), ("categories", "annotations", "images")])
def test_the_order_of_the_lists_does_not_matter(tmp_path: Path, order: tuple[str, ...]) -> None:
    lists = {
        "categories": [{"id": "x", "name": "gear"}],
        "images": [{"id": n, "file_name": f"{n}.jpg"} for n in range(200)],
        "annotations": [
            {"id": n, "image_id": n * 7 % 200, "category_id": "x", "bbox": [n, 1, 2, 3]} for n in range(400)
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps({name: lists[name] for name in order}))
    dataset = Coco(tmp_path / "a.json", tmp_path, Task.DETECT)
    found = list(dataset.labels())
    assert [labels.key for labels in found] == [str(n) for n in range(200)]
    assert all(len(labels.objects) == 2 for labels in found)
    assert dataset.findings.problems == []


@pytest.mark.parametrize(
    ("corners", "taken"),
    [
        ([10, 10, 50, 10, 50, 30, 10, 30], True),
        ([round(v) for p in OrientedBox.of((60, 60, 50, 20, 0.6)).points for v in p], True),
        ([10, 10, 50, 10, 60, 30, 20, 30], False),  # a parallelogram
        ([10, 10, 50, 10, 50, 30], False),
        ([10, 10, 30, 9, 50, 10, 50, 30, 10, 30], False),
    ],
)
def test_oriented_boxes_are_made_of_rectangles_only(tmp_path: Path, corners: list[float], taken: bool) -> None:
    data = {
        "images": [{"id": 1, "file_name": "a.jpg"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 9, 9], "segmentation": [corners]}],
        "categories": [{"id": 1, "name": "gear"}],
    }
    (tmp_path / "a.json").write_text(json.dumps(data))
    labels = only(Coco(tmp_path / "a.json", tmp_path, Task.OBB))
    assert (len(labels.objects), labels.left_aside) == (int(taken), int(not taken))


def test_a_box_is_no_class_of_an_image(tmp_path: Path) -> None:
    marks = [
        {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 9, 9]},
        {"id": 2, "image_id": 2, "category_id": 1, "bbox": [0, 0, 90, 60]},
        {"id": 3, "image_id": 3, "category_id": 1},
    ]
    images = [{"id": n, "file_name": f"{n}.jpg", "width": 90, "height": 60} for n in (1, 2, 3)]
    data = {"images": images, "annotations": marks, "categories": [{"id": 1, "name": "gear"}]}
    (tmp_path / "a.json").write_text(json.dumps(data))
    found = list(Coco(tmp_path / "a.json", tmp_path, Task.CLASSIFY).labels())
    assert [(len(x.objects), x.left_aside) for x in found] == [(0, 1), (1, 0), (1, 0)]


def test_ultralytics_converts_our_coco(tmp_path: Path) -> None:
    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    from ultralytics.data.converter import convert_coco

    triangle = Polygon.simple([(64, 48), (192, 48), (64, 144)])
    pose = Keypoints(Box(64, 48, 192, 144), (Keypoint(64, 48), Keypoint(128, 96, 1), Keypoint(0.0, 0.0, 0)))
    for name, stated, use in (
        ("box", StatedObject("gear", Box(64, 48, 192, 144)), {}),
        ("outline", StatedObject("gear", triangle), {"use_segments": True}),
        ("pose", StatedObject("gear", pose), {"use_keypoints": True}),
    ):
        folder = tmp_path / name
        folder.mkdir()
        images = [OutImage("a.jpg", 640, 480, [stated])]
        write_coco(folder / "set.json", ["bolt", "nut", "gear"], images, ARM if name == "pose" else None)
        convert_coco(str(folder), save_dir=str(tmp_path / f"{name}-out"), cls91to80=False, **use)
        (file,) = (tmp_path / f"{name}-out").rglob("a.txt")
        row = [float(v) for v in file.read_text().split()]
        want = {
            "box": [2, 0.2, 0.2, 0.2, 0.2],
            "outline": [2, 0.1, 0.1, 0.3, 0.1, 0.1, 0.3],
            "pose": [2, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1, 2, 0.2, 0.2, 1, 0, 0, 0],
        }[name]
        assert row == pytest.approx(want, abs=1e-5)
