"""Rows of the other tasks: what is written is what Ultralytics reads, and comes back as it was."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from verify_app.core.geometry import Box
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Polygon, geometry_of, polygon_of
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.formats.yolo.obb_fit import acceptable

WIDTH, HEIGHT = 320, 240
STAR = ((100, 20), (120, 90), (190, 100), (130, 130), (150, 210), (100, 160), (40, 200), (70, 120), (10, 90), (80, 90))


def write(task, region, width=WIDTH, height=HEIGHT, index=1):
    return yolo.WRITERS[task](index, region, width=width, height=height)


def parse(task, text, width=WIDTH, height=HEIGHT, classes=3, points=2, columns=3):
    rows = yolo.Rows(task, points, columns)
    return yolo.parse_labels(text, name="a.txt", width=width, height=height, classes=classes, rows=rows)


def back(task, region, width=WIDTH, height=HEIGHT, **more):
    found = parse(task, write(task, region, width, height), width, height, **more)
    assert found.problems == ()
    (label,) = found.labels
    assert label.index == 1
    return label.region


def ultralytics_mask(text, width, height):
    """The mask its segmentation loader paints for a row."""
    from ultralytics.data.utils import polygons2masks

    corners = np.array(text.split()[1:], dtype=np.float32).reshape(-1, 2) * np.array([width, height], dtype=np.float32)
    return polygons2masks((height, width), [corners], color=1)[0]


def even_odd_mask(polygon, width, height):
    """The region itself, all rings filled at once by the same rule."""
    mask = np.zeros((height, width), np.uint8)
    return cv2.fillPoly(mask, [np.array(ring, dtype=np.float32).astype(np.int32) for ring in polygon.rings], 1)


@st.composite
def shapes(draw):
    """Areas with parts and holes that may stick out of the image, and the image's size."""
    width, height = draw(st.integers(40, 900)), draw(st.integers(40, 900))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))

    def blob(reach):
        count = int(rng.integers(3, 20))
        turns, radii = (
            np.sort(rng.uniform(0, 2 * np.pi, count)),
            min(width, height) * reach * rng.uniform(0.5, 1, count),
        )
        x, y = width * rng.uniform(0.1, 0.9), height * rng.uniform(0.1, 0.9)
        return shapely.Polygon(np.c_[x + radii * np.cos(turns), y + radii * np.sin(turns)]).buffer(0)

    area = blob(0.45)
    for _ in range(draw(st.integers(0, 4))):
        area = area.difference(blob(0.15))
    for _ in range(draw(st.integers(0, 3))):
        area = area.union(blob(0.1))
    return polygon_of(area), width, height


def visible(polygon, width, height):
    return geometry_of(polygon).intersection(shapely.box(0, 0, width, height))


@given(shapes())
@settings(max_examples=examples(150), deadline=None)
def test_an_outline_comes_back_with_its_parts_and_holes(made):
    polygon, width, height = made
    if polygon is None or write(Task.SEGMENT, polygon, width, height) is None:
        return
    region, kept = back(Task.SEGMENT, polygon, width, height), polygon_of(visible(polygon, width, height), least=1e-6)
    assert sorted(map(len, region.parts)) == sorted(map(len, kept.parts))
    # eight decimals: every corner within half a unit of the image's side, so the area within that of the border
    off = geometry_of(region).symmetric_difference(geometry_of(kept)).area
    border = sum(shapely.LinearRing(ring).length for ring in kept.rings)
    assert off <= 2e-8 * max(width, height) * border + 1e-6
    assert yolo.WRITERS[Task.SEGMENT](1, region, width=width, height=height).split()[0] == "1"


@given(shapes())
@settings(max_examples=examples(150), deadline=None)
def test_the_mask_of_a_row_is_the_region(made):
    """What differs lies on the drawn border or under a bridge between parts: one pixel wide, and no wider."""
    polygon, width, height = made
    text = None if polygon is None else write(Task.SEGMENT, polygon, width, height)
    if text is None:
        return
    kept = polygon_of(visible(polygon, width, height), least=1e-6)
    other = ultralytics_mask(text, width, height) != even_odd_mask(kept, width, height)
    if not other.any():
        return
    corners = np.array(text.split()[1:], float).reshape(-1, 2) * [width, height]
    near = (
        shapely.LinearRing(corners)
        if len(kept.parts) > 1
        else shapely.MultiLineString([shapely.LinearRing(ring) for ring in kept.rings])
    )
    rows, columns = np.nonzero(other)
    away = shapely.distance(shapely.points(columns + 0.5, rows + 0.5), near)
    assert away.max() <= 2.0


def square(x, y, side):
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def test_a_hole_is_bridged_without_a_trace_in_the_mask():
    polygon = Polygon(((square(20.4, 20.4, 180), square(60.4, 60.4, 100)),))
    text = write(Task.SEGMENT, polygon)
    assert (ultralytics_mask(text, WIDTH, HEIGHT) == even_odd_mask(polygon, WIDTH, HEIGHT)).all()
    assert back(Task.SEGMENT, polygon).area == pytest.approx(polygon.area, abs=1e-3)
    assert [len(ring) for ring in back(Task.SEGMENT, polygon).rings] == [4, 4]


def test_parts_are_joined_as_ultralytics_joins_them_but_by_the_shortest_line():
    from ultralytics.data.converter import merge_multi_segment

    parts = [square(10.4, 10.4, 50), square(100.4, 20.4, 50)]
    theirs = np.concatenate(merge_multi_segment([np.array(part).ravel().tolist() for part in parts]))
    polygon = Polygon(tuple((part,) for part in parts))
    mask, region = ultralytics_mask(write(Task.SEGMENT, polygon), WIDTH, HEIGHT), even_odd_mask(polygon, WIDTH, HEIGHT)
    added = (mask != region).sum()
    their_mask = cv2.fillPoly(np.zeros((HEIGHT, WIDTH), np.uint8), [theirs.astype(np.int32)], 1)
    assert added == 39, "one pixel for each column between them"
    assert (their_mask != region).sum() >= added
    # and a file of theirs is read as the two parts
    row = "0 " + " ".join(f"{x / WIDTH:.8f} {y / HEIGHT:.8f}" for x, y in theirs)
    (label,) = parse(Task.SEGMENT, row).labels
    assert label.region.area == pytest.approx(5000, abs=0.01) and len(label.region.parts) == 2


def test_a_simple_outline_keeps_its_corners_and_their_order():
    region = back(Task.SEGMENT, Polygon.simple(STAR))
    ((ring,),) = region.parts
    assert np.allclose(ring, STAR, atol=1e-8 * WIDTH)
    assert back(Task.SEGMENT, region) == region
    crossing = Polygon.simple(((10, 10), (100, 100), (100, 10), (10, 100)))
    assert np.allclose(back(Task.SEGMENT, crossing).parts[0][0], crossing.parts[0][0], atol=1e-8 * WIDTH)


def test_an_outline_beyond_the_image_is_cut_and_one_outside_has_no_row():
    region = back(Task.SEGMENT, Polygon.simple(((-50, -50), (50, -50), (50, 50), (-50, 50))))
    assert region.bounds.corners() == pytest.approx([0, 0, 50, 50], abs=1e-6) and region.area == pytest.approx(2500)
    assert write(Task.SEGMENT, Polygon.simple(((-50, -50), (-5, -50), (-5, -5)))) is None
    assert write(Task.SEGMENT, Polygon.simple(((5, 5), (5, 50), (5, 20)))) is None


boxes = st.builds(
    OrientedBox,
    st.floats(-50, WIDTH + 50),
    st.floats(-50, HEIGHT + 50),
    st.floats(0.5, 900),
    st.floats(0.5, 900),
    st.floats(0, math.pi, exclude_max=True),
)


def rows_in_ultralytics(tmp_path_factory, rows, task="obb"):
    """What its label check says of rows: the message, and corrupt or not."""
    from PIL import Image
    from ultralytics.data.utils import verify_image_label

    folder = tmp_path_factory.mktemp("check")
    Image.new("RGB", (WIDTH, HEIGHT)).save(folder / "a.png")
    (folder / "a.txt").write_text("".join(f"{row}\n" for row in rows))
    points = (2, 3) if task == "pose" else (0, 0)
    return verify_image_label((str(folder / "a.png"), str(folder / "a.txt"), "", task == "pose", 3, *points, False))


@given(boxes)
@settings(max_examples=examples(150), deadline=None)
def test_every_oriented_box_is_one_that_ultralytics_takes(tmp_path_factory, box):
    text = write(Task.OBB, box)
    if text is None:
        assert geometry_of(box).intersection(shapely.box(0, 0, WIDTH, HEIGHT)).area < 1e-6
        return
    found = rows_in_ultralytics(tmp_path_factory, [text])
    assert found[0] is not None and found[8] == 0, found[9]
    assert len(found[3]) == 1
    assert parse(Task.OBB, text).problems == ()


@given(boxes)
@settings(max_examples=examples(300), deadline=None)
def test_an_oriented_box_that_is_taken_is_written_as_it_is(box):
    """Its corners come back within 1e-8 of the image's longer side, and the loader's rectangle is the same one."""
    if acceptable(box, WIDTH, HEIGHT) != box:
        return
    region = back(Task.OBB, box)
    assert _same_corners(region, box)
    corners = np.array(write(Task.OBB, box).split()[1:], dtype=np.float32) * np.tile([WIDTH, HEIGHT], 4)
    theirs = OrientedBox.of_corners(
        list(map(tuple, cv2.boxPoints(cv2.minAreaRect(corners.astype(np.float32).reshape(4, 2)))))
    )
    off = max(min(math.dist(a, b) for b in box.points) for a in theirs.points)
    assert off <= 0.02 * max(1.0, max(box.width, box.height) / 100)


def _same_corners(a, b):
    """Regardless of where they begin: a half turn and a swap of sides leave a rectangle what it is."""
    return max(min(math.dist(p, q) for q in b.points) for p in a.points) <= 1e-7 * WIDTH


def test_an_oriented_box_that_sticks_out_keeps_its_corners():
    box = OrientedBox(300.0, 120.0, 80.0, 30.0, 0.4)
    assert max(x for x, _ in box.points) > WIDTH
    assert acceptable(box, WIDTH, HEIGHT) == box and _same_corners(back(Task.OBB, box), box)


@pytest.mark.parametrize(
    ("box", "least"),
    [
        (OrientedBox(160.0, 120.0, 900.0, 30.0, 0.5), 0.9),  # a strip across the image and beyond
        (OrientedBox(160.0, 120.0, 2000.0, 2000.0, 0.7), 0.999),  # all of the image
        (OrientedBox(330.0, 120.0, 100.0, 100.0, 0.3), 0.7),  # its centre beside the image
        (OrientedBox(-20.0, -20.0, 120.0, 120.0, math.pi / 4), 0.5),  # a corner of it only
    ],
)
def test_an_oriented_box_that_is_not_taken_is_fitted_to_what_is_visible(box, least):
    fitted = acceptable(box, WIDTH, HEIGHT)
    part = geometry_of(box).intersection(shapely.box(0, 0, WIDTH, HEIGHT))
    shape = geometry_of(fitted)
    assert fitted != box and shape.intersection(part).area / shape.union(part).area >= least
    assert acceptable(fitted, WIDTH, HEIGHT) == fitted


def test_four_corners_that_are_no_rectangle_are_read_as_ultralytics_reads_them():
    corners = np.array([[30, 40], [150, 60], [140, 130], [20, 90]], dtype=np.float32)
    row = "0 " + " ".join(f"{x / WIDTH:.9f} {y / HEIGHT:.9f}" for x, y in corners)
    (label,) = parse(Task.OBB, row).labels
    (cx, cy), (w, h), _ = cv2.minAreaRect(corners)
    assert label.region.area == pytest.approx(w * h, rel=1e-3)
    assert (label.region.cx, label.region.cy) == (pytest.approx(cx, abs=0.01), pytest.approx(cy, abs=0.01))
    backwards = "0 " + " ".join(
        f"{x / WIDTH:.9f} {y / HEIGHT:.9f}" for x, y in OrientedBox(100, 90, 60, 20, 0.3).points[::-1]
    )
    (label,) = parse(Task.OBB, backwards).labels
    assert _same_corners(label.region, OrientedBox(100, 90, 60, 20, 0.3))


places = st.tuples(st.floats(-20, WIDTH + 20), st.floats(-20, HEIGHT + 20), st.sampled_from((0, 1, 2)))


@given(st.tuples(places, places), st.tuples(*[st.floats(0, 1)] * 4))
@settings(max_examples=examples(100), deadline=None)
def test_points_come_back_within_the_stated_bound(points, corners):
    box = Box.of((corners[0] * WIDTH, corners[1] * HEIGHT, corners[2] * WIDTH, corners[3] * HEIGHT))
    text = write(Task.POSE, Keypoints(box, tuple(Keypoint(*p) for p in points)))
    if text is None:
        return
    (label,) = parse(Task.POSE, text).labels
    for (x, y, seen), got in zip(points, label.region.points, strict=True):
        assert got.seen == seen
        if seen:
            assert abs(got.x - min(max(x, 0), WIDTH)) <= 0.51e-8 * WIDTH
            assert abs(got.y - min(max(y, 0), HEIGHT)) <= 0.51e-8 * HEIGHT
        else:
            assert (got.x, got.y) == (0, 0)
    assert max(abs(a - b) for a, b in zip(label.region.box.corners(), box.corners(), strict=True)) <= 1.5e-8 * WIDTH


def test_pose_rows_are_taken_by_ultralytics(tmp_path_factory):
    region = Keypoints(Box(10, 20, 110, 120), (Keypoint(50, 60, 2), Keypoint(-3, 500, 1)))
    text = write(Task.POSE, region)
    assert text == "1 0.1875 0.29166667 0.3125 0.41666667 0.15625 0.25 2 0 1 1"
    found = rows_in_ultralytics(tmp_path_factory, [text], "pose")
    assert found[8] == 0 and found[4].shape == (1, 2, 3)
    assert found[4][0, 1].tolist() == [0, 1, 1]


def test_points_without_a_visibility():
    found = parse(Task.POSE, "0 .5 .5 .2 .2 .25 .5 0 0\n", columns=2).labels
    assert found[0].region.points == (Keypoint(80, 120, 2), Keypoint(0, 0, 0))


GOOD = {
    Task.SEGMENT: "0 .1 .1 .2 .1 .2 .2",
    Task.OBB: "0 .1 .1 .3 .1 .3 .2 .1 .2",
    Task.POSE: "0 .5 .5 .2 .2 .4 .4 2 .6 .6 1",
}


@pytest.mark.parametrize(
    ("task", "line", "words"),
    [
        (Task.SEGMENT, "0 .1 .1 .2 .1 .2 .2 .3", "odd number of coordinates"),
        (Task.SEGMENT, "0 .1 .1 .2 .1 .2 .2 .1 .2 .93", "confidence"),
        (Task.SEGMENT, "0 .5 .5 .2 .2", "a box, where every row is an outline"),
        (Task.SEGMENT, "0 .1 .1", "3 columns where an outline has 7"),
        (Task.SEGMENT, "0 .1 .1 1.3 .1 1.3 1.4", "outside 0 to 1"),
        (Task.SEGMENT, "0 .1 .1 nan .1 .2 .2", "no number"),
        (Task.SEGMENT, "3 .1 .1 .2 .1 .2 .2", "class 3"),
        (Task.OBB, "0 .5 .5 .2 .2", "a box without an angle"),
        (Task.OBB, "0 .5 .5 .2 .2 .3", "6 columns where an oriented box has 9"),
        (Task.OBB, "0 .1 .1 .3 .1 .3 .2 .1 .2 .9", "confidence"),
        (Task.OBB, "0 .1 .1 .3 .1 .3 1.5 .1 1.6", "outside 0 to 1"),
        (Task.POSE, "0 .5 .5 .2 .2", "a box without points"),
        (Task.POSE, "0 .5 .5 .2 .2 .4 .4 2", "8 columns where an object with 2 points has 11"),
        (Task.POSE, "0 .5 .5 .2 .2 .9 .4 .4 2 .6 .6 1", "confidence"),
        (Task.POSE, "0 .5 .5 .2 .2 .4 .4 .97 .6 .6 1", "visibility is 0.97"),
        (Task.POSE, "0 .5 .5 .2 .2 .4 1.4 2 .6 .6 1", "outside 0 to 1"),
        (Task.POSE, "0 .5 .5 -.2 .2 .4 .4 2 .6 .6 1", "outside 0 to 1"),
    ],
)
def test_one_row_that_is_no_label_drops_the_images_labels_by_name(task, line, words):
    found = parse(task, f"{GOOD[task]}\n{line}\n")
    assert found.labels == () and len(found.problems) == 1
    assert words in found.problems[0] and found.problems[0].startswith("a.txt, line 2: ")
    assert "\n" not in found.problems[0] and found.problems[0].endswith("left aside.")


@pytest.mark.parametrize("task", GOOD)
def test_duplicates_of_every_kind_are_dropped_and_named(task):
    found = parse(task, f"{GOOD[task]}\n{GOOD[task].replace(' .', ' 0.')}\n")
    assert len(found.labels) == 1 and "the same label again" in found.problems[0]
    assert yolo.repeated([GOOD[task], GOOD[task].replace(" .", " 0.")]) == {1}


@given(st.sampled_from(list(GOOD)), st.text(" .0123456789-e\nnax", max_size=120))
@settings(deadline=None)
def test_no_text_gives_a_traceback(task, text):
    found = parse(task, text)
    assert all(0 <= label.index < 3 for label in found.labels)


def test_a_data_yaml_of_a_pose_dataset_is_read_back(tmp_path):
    from tests.tasks import SKELETON

    file = tmp_path / "data.yaml"
    file.write_bytes(yolo.data_yaml_bytes(["walker", "robot"], ["train", "val", "gold"], SKELETON))
    found = yolo.read_data_yaml(file)
    assert found.keypoints == (5, 3) and found.skeleton == SKELETON and found.dropped == ("gold",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("names: [a]\nkpt_shape: 17", "kpt_shape"),
        ("names: [a]\nkpt_shape: [17, 4]", "kpt_shape"),
        ("names: [a]\nkpt_shape: [2, 3]\nflip_idx: [0, 2]", "counted from 0 to 1"),
        ("names: [a]\nkpt_shape: [2, 3]\nflip_idx: [0]", "flip_idx"),
        ("names: [a]\nkpt_shape: [2, 3]\nskeleton: [[0, 1, 1]]", "pairs"),
    ],
)
def test_points_that_a_data_yaml_gets_wrong_are_one_sentence(tmp_path, text, words):
    from verify_app.core.errors import UserError

    (tmp_path / "data.yaml").write_text(text)
    with pytest.raises(UserError, match=words):
        yolo.read_data_yaml(tmp_path / "data.yaml")


def test_points_without_names_get_plain_ones(tmp_path):
    (tmp_path / "data.yaml").write_text("names: [person]\nkpt_shape: [17, 3]\n")
    assert yolo.read_data_yaml(tmp_path / "data.yaml").skeleton.names[0] == "nose"
    (tmp_path / "data.yaml").write_text("names: [x]\nkpt_shape: [2, 2]\nkpt_names: {0: [a, b]}\nflip_idx: [1, 0]\n")
    found = yolo.read_data_yaml(tmp_path / "data.yaml")
    assert found.skeleton.names == ("a", "b") and found.skeleton.flip == (1, 0) and found.keypoints == (2, 2)


@pytest.mark.parametrize(
    "names",
    [["a/b"], ["con"], ["Lpt1.x"], ["a "], [".a"], ["a."], [".."], ["a\nb"], ["Bolt", "bolt"], ["e\u0301"], [""]],
)
def test_classes_that_cannot_be_folders_are_named(names):
    from verify_app.core.errors import UserError

    with pytest.raises(UserError, match="rename"):
        yolo.check_folders(names)


def test_classes_that_can(tmp_path):
    yolo.check_folders(["bolt", "Mutter M8", "画像", "v1.0", "it's", "con2"])
    assert yolo.class_folder(tmp_path / "train" / "bolt" / "a.jpg", ["nut", "bolt"]) == 1
    assert yolo.class_folder(tmp_path / "train" / "screw" / "a.jpg", ["nut", "bolt"]) is None
