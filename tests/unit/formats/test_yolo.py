"""YOLO rows and data.yaml: what is written is what Ultralytics reads; what is read is what it would accept."""

import struct

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.formats import yolo
from verify_app.formats.yolo.write import numbers


def parse(text, classes=3, width=100, height=50):
    return yolo.parse_labels(text, name="a.txt", width=width, height=height, classes=classes)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1, "1"), (0.5, "0.5"), (1 / 3, "0.33333333"), (1e-12, "0"), (-1e-12, "0"), (1e-8, "0.00000001")],
)
def test_numbers(value, text):
    assert yolo.number(value) == text


@given(st.lists(st.one_of(st.floats(-2, 20_000), st.sampled_from((0.0, -0.0, 10.0, -1e-12, 0.5))), min_size=1))
def test_several_numbers_at_once_are_written_as_each_alone(values):
    assert numbers(values) == " ".join(map(yolo.number, values))


sides = st.integers(10, 30_000)
shares = st.floats(-0.2, 1.2)


@given(st.integers(0, 79), st.tuples(shares, shares, shares, shares), sides, sides)
def test_a_written_box_is_accepted_and_comes_back_within_the_stated_bound(index, corners, width, height):
    x1, x2 = sorted((corners[0] * width, corners[2] * width))
    y1, y2 = sorted((corners[1] * height, corners[3] * height))
    text = yolo.row(index, Box(x1, y1, x2, y2), width=width, height=height)
    clipped = Box(x1, y1, x2, y2).clipped(width, height)
    if clipped.area == 0:
        if text is not None:  # an area too small for a float, but with sides
            assert clipped.width > 0 and clipped.height > 0
        return
    assert text is not None
    values = [float(v) for v in text.split()]
    assert all(0 <= v <= 1 for v in values[1:])
    (back,) = parse(text, classes=80, width=width, height=height).labels
    assert back.index == index
    bound = 1.5e-8 * max(width, height)  # eight decimals: half a unit for the centre, half of that for each side
    assert all(abs(a - b) <= bound for a, b in zip(back.region.corners(), clipped.corners(), strict=True))


@pytest.mark.parametrize("box", [Box(-9, 0, -1, 9), Box(5, 5, 5, 9), Box(200, 0, 300, 9), Box(float("nan"), 0, 9, 9)])
def test_what_has_no_area_inside_the_image_has_no_row(box):
    assert yolo.row(0, box, width=100, height=50) is None


def test_rows_equal_as_float32_are_one():
    assert yolo.repeated(["0 0.1 0.1 0.1 0.1", "0 0.100000001 0.1 0.1 0.1"]) == {1}
    assert yolo.repeated(["0 0.1 0.1 0.1 0.1", "0 0.1000001 0.1 0.1 0.1"]) == frozenset()
    assert yolo.repeated(["", "", ""]) == {1, 2}  # of a classified image
    assert yolo.repeated([]) == frozenset()


NEARLY = st.sampled_from((0.1, 0.100000001, 0.1000001, 0.25, 0.0))


@given(st.lists(st.one_of(st.lists(NEARLY, min_size=4, max_size=4), st.lists(NEARLY, min_size=6, max_size=8))))
def test_what_is_repeated_is_what_was_seen_before(rows):
    seen, wanted = set(), set()
    for place, values in enumerate(rows):
        key = tuple(struct.unpack("<f", struct.pack("<f", value))[0] for value in values)
        if key in seen:
            wanted.add(place)
        seen.add(key)
    assert yolo.repeated([f"3 {' '.join(map(str, values))}" for values in rows]) == wanted


def test_reading():
    found = parse("\n0 0.5 0.5 0.2 0.4\r\n 2.0\t.25 .5 5e-1 1 \n")
    assert [(x.index, x.region) for x in found.labels] == [(0, Box(40, 15, 60, 35)), (2, Box(0, 0, 50, 50))]
    assert found.problems == ()


def test_duplicates_are_dropped_and_named():
    found = parse("0 .5 .5 .2 .2\n0 0.50 0.5 0.2 0.2\n")
    assert len(found.labels) == 1 and "line 2: the same label again" in found.problems[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 1.02 .5 .1 .1", "outside 0 to 1"),
        ("0 -.02 .5 .1 .1", "outside 0 to 1"),
        ("0 .5 .5 -.001 .1", "outside 0 to 1"),
        ("0 nan .5 .1 .1", "no number"),
        ("0 inf .5 .1 .1", "no number"),
        ("0 1e999 .5 .1 .1", "outside 0 to 1"),
        ("1e999 .5 .5 .1 .1", "class"),
        ("0.5 .5 .5 .1 .1", "class 0.5"),
        ("3 .5 .5 .1 .1", "class 3, where the list has 3"),
        ("-1 .5 .5 .1 .1", "class -1"),
        ("0 .5 .5 .1", "4 columns"),
        ("0 .5 .5 .1 .1 .9", "confidence"),
        ("a b c d e", "no number"),
        ("0 .5 .5 .1 0x1", "no number"),
        ("0 .5 .5 .1 1_0", "no number"),
    ],
)
def test_one_row_that_ultralytics_rejects_drops_the_images_labels_by_name(line, words):
    found = parse(f"0 .5 .5 .1 .1\n{line}\n")
    assert found.labels == () and len(found.problems) == 1
    assert words in found.problems[0] and found.problems[0].startswith("a.txt, line 2: ")


@given(st.text(max_size=200))
def test_no_text_gives_a_traceback(text):
    found = parse(text)
    assert not found.labels or all(0 <= x.index < 3 for x in found.labels)


def test_a_missing_file_has_no_labels_and_a_bad_one_is_named(tmp_path):
    assert yolo.read_labels(tmp_path / "no.txt", width=9, height=9, classes=1).labels == ()
    (tmp_path / "bin.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="is not text"):
        yolo.read_labels(tmp_path / "bin.txt", width=9, height=9, classes=1)
    (tmp_path / "bom.txt").write_bytes("\ufeff0 .5 .5 1 1".encode())
    assert len(yolo.read_labels(tmp_path / "bom.txt", width=9, height=9, classes=1).labels) == 1
    with pytest.raises(UserError, match="cannot be read"):
        yolo.read_labels(tmp_path, width=9, height=9, classes=1)


def test_label_path_takes_the_last_images_folder(tmp_path):
    image = tmp_path / "images" / "a" / "images" / "b" / "c.d.jpg"
    assert yolo.label_path(image) == tmp_path / "images" / "a" / "labels" / "b" / "c.d.txt"
    assert yolo.label_path(tmp_path / "plain" / "c.jpg") == tmp_path / "plain" / "c.txt"


names = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6)


@given(names)
def test_data_yaml_keeps_every_name(tmp_path_factory, classes):
    file = tmp_path_factory.mktemp("yaml") / "data.yaml"
    file.write_bytes(yolo.data_yaml_bytes(classes, ["train", "val", "gold"]))
    found = yolo.read_data_yaml(file)
    assert list(found.names.values()) == classes and found.dropped == ("gold",)
    assert found.splits == {"train": ("images/train",), "val": ("images/val",)} and found.root == ""


def test_names_that_yaml_would_take_for_something_else(tmp_path):
    classes = ["no", "null", "1", "1.5", "true", "~", "- a", "a: b", "#x", "画像", " lead", "it's", '"q"', "{", "&a"]
    file = tmp_path / "data.yaml"
    file.write_bytes(yolo.data_yaml_bytes(classes, ["train"]))
    assert list(yaml.safe_load(file.read_bytes())["names"].values()) == classes


def test_reading_a_data_yaml_of_others(tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(
        "path: ../set\ntrain: [a/images, b/images]\nval: images/val\nnc: 2\nnames: [bolt, nut]\n"
        "download: |\n  import os\nkpt_shape: [3, 2]\n"
    )
    found = yolo.read_data_yaml(file)
    assert found.names == {0: "bolt", 1: "nut"} and found.root == "../set"
    assert found.splits == {"train": ("a/images", "b/images"), "val": ("images/val",)}
    assert found.dropped == ("download",) and found.keypoints == (3, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no data.yaml"),
        ("[]", "no data.yaml"),
        ("train: x", "no list of class names"),
        ("names: {}", "no list"),
        ("names: {0: a, 2: b}", "without a gap"),
        ("names: {x: a}", "whole numbers"),
        ("names: [a]\ntrain: {a: b}", "neither a path"),
        ("names: [a]\ntrain: [1]", "neither a path"),
        ("a: &x [1]\nb: *x\nnames: [a]", "aliases"),
        ("names: !!python/object/apply:os.system [true]", "not valid YAML"),
        ("names: [a", "not valid YAML"),
        ("[" * 100_000, "deep nesting"),
    ],
)
def test_a_bad_data_yaml_is_one_sentence(tmp_path, text, words):
    (tmp_path / "data.yaml").write_text(text)
    with pytest.raises(UserError, match=words):
        yolo.read_data_yaml(tmp_path / "data.yaml")


def test_a_data_yaml_that_cannot_be_read(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        yolo.read_data_yaml(tmp_path / "none.yaml")
    (tmp_path / "data.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UserError, match="not valid YAML"):
        yolo.read_data_yaml(tmp_path / "data.yaml")
