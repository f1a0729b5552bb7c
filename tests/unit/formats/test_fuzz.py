"""Damaged files: every reader ends in time with labels or with one sentence, and writes nowhere.

Bytes of files written by our writers, by labelme and as other tools write them are cut, swapped, doubled and
replaced. `VERIFY_APP_FUZZ` is how many such files of each kind are tried (default 60).
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.formats.test_other_tools import CVAT, DATA
from tests.unit.formats.test_round_trips import ARM, HEIGHT, NAMES, WIDTH
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco, write_coco
from verify_app.formats.cvat import Cvat, write_cvat
from verify_app.formats.detect_format import sniff
from verify_app.formats.image_finder import Places
from verify_app.formats.labelme import Labelme, write_labelme
from verify_app.formats.ndjson import Ndjson, write_ndjson
from verify_app.formats.records import Dataset, OutImage, StatedObject
from verify_app.formats.registry import ToRead
from verify_app.formats.voc import Voc, write_voc
from verify_app.formats.yolo_dataset import Yolo

MANY = int(os.environ.get("VERIFY_APP_FUZZ", "60"))
SQUARE = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))
HOLE = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
OBJECTS = {
    Task.DETECT: Box(1.5, 2.5, 33.25, 44),
    Task.SEGMENT: Polygon(((SQUARE, HOLE), (tuple((x + 100, y) for x, y in SQUARE),))),
    Task.OBB: OrientedBox.of((100, 90, 40, 20, 0.5)),
    Task.POSE: Keypoints(Box(1, 2, 30, 40), (Keypoint(3, 4), Keypoint(5, 6, 1), Keypoint(0.0, 0.0, 0))),
    Task.CLASSIFY: WHOLE_IMAGE,
}
Opener = Callable[[Path, Path, Task], Dataset]
OPENERS: dict[str, tuple[str, Opener]] = {
    "coco": ("a.json", Coco),
    "cvat": ("a.xml", lambda file, root, task: Cvat(file, root, task, ARM)),
    "ndjson": ("a.ndjson", Ndjson),
    "labelme": ("a.json", lambda file, root, task: Labelme(file.parent, root, task, ARM)),
    "voc": ("a.xml", lambda file, root, task: Voc(file.parent, root, task)),
}


def seed(folder: Path, form: str, task: Task) -> bytes:
    """A good file of this format."""
    images = [OutImage("a.jpg", WIDTH, HEIGHT, [StatedObject("gear", OBJECTS[task])]), OutImage("ä.jpg", 5, 5, [])]
    file = folder / OPENERS[form][0]
    match form:
        case "coco":
            write_coco(file, NAMES, images, ARM if task is Task.POSE else None)
        case "cvat":
            write_cvat(file, NAMES, images, ARM)
        case "ndjson":
            write_ndjson(file, NAMES, images, task, ARM if task is Task.POSE else None)
        case "labelme":
            write_labelme(folder, images[:1], ARM)
        case _:
            write_voc(folder, NAMES, images[:1])
            return (folder / "Annotations" / "a.xml").read_bytes()
    return file.read_bytes()


WORDS = [
    *(b"null", b"true", b"-1", b"1e999", b"NaN", b"[]", b"{}", b'""', b"0", b"9" * 400, b"..", b"/", b"\\", b"\0"),
    *(
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\r\n",
        b"<",
        b"&b;",
        b'<!DOCTYPE a [<!ENTITY b "c">]>',
        b"[" * 3000,
    ),
    *(b'{"a":' * 2000, b"<a>" * 3000, b"\xf0\x9f\x94\xa7", b'"size": [99999999, 99999999]', b"0,0;0,0;0,0"),
]


@st.composite
def damages(draw: st.DrawFn) -> list[tuple[str, float, float, bytes]]:
    one = st.tuples(
        st.sampled_from(["cut", "drop", "double", "swap", "word", "number"]),
        st.floats(0, 1),
        st.floats(0, 0.2),
        st.one_of(st.sampled_from(WORDS), st.binary(max_size=8)),
    )
    return draw(st.lists(one, min_size=1, max_size=4))


def damaged(data: bytes, damage: list[tuple[str, float, float, bytes]]) -> bytes:
    for kind, where, length, word in damage:
        at = int(where * len(data))
        end = at + 1 + int(length * len(data))
        if kind == "number":  # the number nearest behind becomes the word: the file stays well-formed more often
            digits = [i for i in range(at, min(at + 400, len(data))) if data[i : i + 1].isdigit()]
            run = [d for d, first in zip(digits, itertools.count(digits[0])) if d == first] if digits else []
            data = data[: run[0]] + word + data[run[-1] + 1 :] if run else data
            continue
        data = {
            "cut": data[:at],
            "drop": data[:at] + data[end:],
            "double": data[:end] + data[at:],
            "swap": data[:at] + data[at:end][::-1] + data[end:],
            "word": data[:at] + word + data[at:],
        }[kind]
    return data


def read_all(opened: Callable[[], Dataset]) -> None:
    """Read a dataset as an import does, up to the regions inside the image."""
    try:
        dataset = opened()
        keys = {image.key: image for image in dataset.images()}
        for image in keys.values():
            assert not image.path.startswith("/")
            assert ".." not in image.path.split("/")
        for labels in dataset.labels():
            assert labels.key in keys
            for stated in labels.objects:
                assert stated.name in dataset.names
                stated.region.inside(WIDTH, HEIGHT)
                assert all(map(np.isfinite, stated.region.bounds.corners()))
    except UserError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 2000


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("form", OPENERS)
@settings(max_examples=MANY, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(task=st.sampled_from(list(Task)), damage=damages())
def test_damaged_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, form: str, task: Task, damage: list[tuple[str, float, float, bytes]]
) -> None:
    if form == "voc" and task not in (Task.DETECT, Task.OBB):
        task = Task.DETECT
    folder = tmp_path_factory.mktemp("fuzz")
    name, opener = OPENERS[form]
    (folder / "seed").mkdir()
    (folder / "in").mkdir()
    data = seed(folder / "seed", form, task)
    shutil.rmtree(folder / "seed")
    (folder / "in" / name).write_bytes(damaged(data, damage))
    before = tree(folder)
    read_all(lambda: opener(folder / "in" / name, folder / "in", task))
    with contextlib.suppress(UserError):
        sniff(folder / "in")
    assert tree(folder) == before


@pytest.mark.parametrize("seed_name", ["labelme", "cvat", "roboflow"])
@settings(max_examples=MANY, suppress_health_check=[HealthCheck.too_slow])
@given(task=st.sampled_from(list(Task)), damage=damages())
def test_damaged_files_of_other_tools(
    tmp_path_factory: pytest.TempPathFactory, seed_name: str, task: Task, damage: list[tuple[str, float, float, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    data, form = {
        "labelme": ((DATA / "labelme" / "labelme-6.3.1.json").read_bytes(), "labelme"),
        "cvat": (CVAT.encode(), "cvat"),
        "roboflow": (ROBOFLOW, "coco"),
    }[seed_name]
    name, opener = OPENERS[form]
    (folder / name).write_bytes(damaged(data, damage))
    read_all(lambda: opener(folder / name, folder, task))


ROBOFLOW = json.dumps(
    {
        "categories": [{"id": 0, "name": "parts", "supercategory": "none"}, {"id": 1, "name": "gear"}],
        "images": [{"id": 0, "file_name": "a.jpg", "height": HEIGHT, "width": WIDTH}],
        "annotations": [
            {"id": 0, "image_id": 0, "category_id": 1, "bbox": [1, 2, 30.5, 40], "segmentation": [[1, 2, 9, 2, 9, 9]]},
            {
                "id": 1,
                "image_id": 0,
                "category_id": 1,
                "bbox": [0, 0, 4, 4],
                "segmentation": {"size": [HEIGHT, WIDTH], "counts": [5, 3, WIDTH * HEIGHT - 8]},
            },
            {
                "id": 2,
                "image_id": 0,
                "category_id": 1,
                "bbox": [0, 0, 4, 4],
                "segmentation": {"size": [HEIGHT, WIDTH], "counts": "P19J34M0"},
            },
        ],
    },
    indent=1,
).encode()

YOLO = {
    Task.DETECT: b"0 0.5 0.5 0.2 0.2\r\n2 0.1 0.1 0.05 0.05\n",
    Task.SEGMENT: b"0 0.1 0.1 0.3 0.1 0.3 0.3\n",
    Task.OBB: b"1 0.1 0.1 0.3 0.1 0.3 0.3 0.1 0.3\n",
    Task.POSE: b"0 0.5 0.5 0.2 0.2 0.4 0.4 2 0.5 0.5 1 0 0 0\n",
    Task.CLASSIFY: b"",
}
DESCRIBED = (
    b"path: .\ntrain: images/train\nkpt_shape: [3, 3]\nflip_idx: [2, 1, 0]\nnames:\n  0: bolt\n  1: nut\n  2: gear\n"
)


@settings(max_examples=3 * MANY, suppress_health_check=[HealthCheck.too_slow])
@given(task=st.sampled_from(list(Task)), rows=damages(), words=damages(), whole=st.booleans())
def test_damaged_yolo_datasets(
    tmp_path_factory: pytest.TempPathFactory,
    task: Task,
    rows: list[tuple[str, float, float, bytes]],
    words: list[tuple[str, float, float, bytes]],
    whole: bool,
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "images").mkdir()
    (folder / "labels").mkdir()
    (folder / "images" / "a.jpg").touch()
    (folder / "labels" / "a.txt").write_bytes(damaged(YOLO[task] * 5, rows))
    (folder / "data.yaml").write_bytes(DESCRIBED if whole else damaged(DESCRIBED, words))
    before = tree(folder)
    try:
        dataset = Yolo(ToRead(folder / "images", None, task, ARM if task is Task.POSE else None))
        if dataset.unnamed:
            dataset.use_numbers(range(3))
        dataset.sizes = {image.key: (WIDTH, HEIGHT) for image in dataset.images()}
        for labels in dataset.labels():
            for stated in labels.objects:
                assert stated.name in dataset.names
                stated.region.inside(WIDTH, HEIGHT)
    except UserError as error:
        assert "\n" not in str(error)
    assert tree(folder) == before


@settings(max_examples=examples(200))
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_path_is_looked_for_inside_only(tmp_path_factory: pytest.TempPathFactory, stated: str, name: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "inside"
    folder.mkdir(exist_ok=True)
    (folder / "a.jpg").touch()
    places = Places(folder.resolve())
    for text in (stated, f"{stated}/a.jpg", f"a.jpg/{name}"):
        with contextlib.suppress(UserError):
            assert places.find(text).is_relative_to(folder.resolve())
