"""Numbers in other people's files are checked before C code sees them: masks by their runs, coordinates by size."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from verify_app.core.regions import OrientedBox, Polygon, cut
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco
from verify_app.formats.cvat import Cvat
from verify_app.formats.labelme import Labelme
from verify_app.formats.ndjson import Ndjson
from verify_app.formats.records import Dataset
from verify_app.formats.shapes.masks import coco_mask, packed_mask
from verify_app.formats.voc import Voc
from verify_app.imaging.mask_contours import mask_of_polygon, polygon_of_mask

SIZE = [48, 64]

MASKS: dict[str, Any] = {
    "runs too short": {"size": SIZE, "counts": [5, 5]},
    "runs too long": {"size": SIZE, "counts": [0, 48 * 64 + 1]},
    "a negative run": {"size": SIZE, "counts": [10, -5, 48 * 64 - 5]},
    "a run of 2^63": {"size": SIZE, "counts": [2**63, 1]},
    "a run of 2^32 + all": {"size": SIZE, "counts": [2**32 + 48 * 64]},
    "runs that are text": {"size": SIZE, "counts": ["5", "3067"]},
    "runs that are shares": {"size": SIZE, "counts": [5.0, 3067.0]},
    "runs that are true": {"size": SIZE, "counts": [True, 3071]},
    "runs in lists": {"size": SIZE, "counts": [[5], [3067]]},
    "no runs": {"size": SIZE, "counts": []},
    "nothing packed": {"size": SIZE, "counts": ""},
    "packed, cut off": {"size": SIZE, "counts": "o"},
    "packed, too short": {"size": SIZE, "counts": "52"},
    "packed, too long": {"size": SIZE, "counts": "5" + "ooooo2"},
    "packed, a number without an end": {"size": SIZE, "counts": "o" * 40 + "0"},
    "packed, no such letters": {"size": SIZE, "counts": "zz é"},
    "packed, heap corruption": {"size": SIZE, "counts": "7;:^EWPK4Dgb_hR43^kX`fEFNM3FYFA^Gie^]^iDckOnSo]jk\\jnLYER"},
    "counts that are a number": {"size": SIZE, "counts": 5},
    "no counts": {"size": SIZE},
    "no size": {"counts": "52"},
    "a size of text": {"size": ["48", "64"], "counts": [0, 48 * 64]},
    "a size of shares": {"size": [48.0, 64.0], "counts": [0, 48 * 64]},
    "a size of true": {"size": [True, 64], "counts": [0, 64]},
    "a size turned": {"size": SIZE[::-1], "counts": [0, 48 * 64]},
    "a size of nothing": {"size": [0, 64], "counts": [0]},
    "a size below nothing": {"size": [-48, -64], "counts": [0, 48 * 64]},
    "a size of three": {"size": [48, 64, 1], "counts": [0, 48 * 64]},
    "a giant size": {"size": [2**20, 2**20], "counts": [0, 2**40]},
    "no pixel": {"size": SIZE, "counts": [48 * 64]},
    "no pixel, packed": {"size": SIZE, "counts": packed_mask(np.zeros((48, 64), np.uint8))["counts"]},
}


def coco(folder: Path, segmentation: Any, *, bbox: Any = None) -> Coco:
    row = {"id": 1, "image_id": 1, "category_id": 1, "segmentation": segmentation, "iscrowd": 0, "bbox": bbox}
    images = [{"id": 1, "file_name": "a.jpg", "width": 64, "height": 48}]
    data = {"images": images, "annotations": [row], "categories": [{"id": 1, "name": "x"}]}
    (folder / "a.json").write_text(json.dumps(data))
    return Coco(folder / "a.json", folder, Task.SEGMENT)


@pytest.mark.parametrize("rle", MASKS.values(), ids=MASKS)
def test_a_mask_whose_numbers_are_wrong_is_a_sentence_and_no_label(tmp_path: Path, rle: Any) -> None:
    dataset = coco(tmp_path, rle)
    (labels,) = dataset.labels()
    assert (len(labels.plain), labels.left_aside) == (0, 1)
    assert len(dataset.findings.problems) == 1
    assert "mask" in dataset.findings.problems[0]
    assert "annotation 1" in dataset.findings.problems[0]


def test_masks_are_those_of_pycocotools() -> None:
    theirs = pytest.importorskip("pycocotools.mask")
    numbers = np.random.default_rng(4)
    for _ in range(500):
        height, width = (int(side) for side in numbers.integers(1, 90, 2))
        mask = (numbers.random((height, width)) < numbers.choice([0, 0.02, 0.5, 0.98, 1])).astype(np.uint8)
        packed = packed_mask(mask)
        assert packed["counts"] == theirs.encode(np.asfortranarray(mask))["counts"].decode()
        if mask.any():
            assert coco_mask(packed, (width, height)) == polygon_of_mask(mask)


@pytest.mark.parametrize("shape", [(1, 1), (1, 70), (70, 1), (33, 47), (900, 1100)])
def test_a_packed_mask_comes_back(shape: tuple[int, int]) -> None:
    mask = (np.random.default_rng(5).random(shape) < 0.7).astype(np.uint8)
    mask[0, 0] = 1
    if shape[0] > 500:  # long runs take several letters
        mask[:, 30:1000] = 1
    found = coco_mask(packed_mask(mask), shape[::-1])
    assert (mask_of_polygon(found, *shape[::-1]) == mask).all()
    assert coco_mask({"size": list(shape), "counts": runs_of(mask)}, (0, 0)) == found


def runs_of(mask: Any) -> list[int]:
    flat = mask.flatten(order="F")
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flat])))
    return [int(n) for n in np.diff(np.concatenate([[0], edges, [flat.size]]))]


# --- coordinates ----------------------------------------------------------------------------------------------

NUMBERS = {
    "1e308": 1e308,
    "-1e308": -1e308,
    "1e10": 1e10,
    "infinite": float("inf"),
    "none": float("nan"),
    "400 digits": 10**400,
    "2^63": 2**63,
}


def cvat_file(folder: Path, number: Any) -> Dataset:
    text = f'<image id="0" name="a.jpg" width="64" height="48"><polygon label="x" points="1,1;9,1;{number},9"/></image>'
    (folder / "a.xml").write_text(f"<annotations>{text}</annotations>")
    return Cvat(folder / "a.xml", folder, Task.SEGMENT)


def voc_file(folder: Path, number: Any) -> Dataset:
    box = f"<xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>{number}</ymax>"
    one = f"<object><name>x</name><bndbox>{box}</bndbox></object>"
    (folder / "a.xml").write_text(f"<annotation><filename>a.jpg</filename>{one}</annotation>")
    return Voc(folder, folder, Task.DETECT)


def labelme_file(folder: Path, number: Any) -> Dataset:
    shape = {"label": "x", "shape_type": "polygon", "points": [[1, 1], [9, 1], [number, 9]]}
    (folder / "a.json").write_text(json.dumps({"imagePath": "a.jpg", "shapes": [shape]}))
    return Labelme(folder, folder, Task.SEGMENT)


def ndjson_file(folder: Path, number: Any) -> Dataset:
    head = {"type": "dataset", "task": "segment", "class_names": {"0": "x"}}
    ring = [0, 0.1, 0.1, 0.9, 0.1, number, 0.9]
    image = {"type": "image", "file": "a.jpg", "width": 64, "height": 48, "annotations": {"segments": [ring]}}
    (folder / "a.ndjson").write_text(f"{json.dumps(head)}\n{json.dumps(image)}\n")
    return Ndjson(folder / "a.ndjson", folder, Task.SEGMENT)


FILES: dict[str, Callable[[Path, Any], Dataset]] = {
    "coco outline": lambda folder, number: coco(folder, [[1, 1, 9, 1, number, 9]]),
    "cvat": cvat_file,
    "voc": voc_file,
    "labelme": labelme_file,
    "ndjson": ndjson_file,
}


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_a_coordinate_that_overflows_is_a_sentence_and_no_label(
    tmp_path: Path, make: Callable[[Path, Any], Dataset], number: Any
) -> None:
    dataset = make(tmp_path, number)
    (labels,) = dataset.labels()
    assert (len(labels.plain), labels.left_aside) == (0, 1)
    (problem,) = dataset.findings.problems
    assert "coordinate" in problem
    assert len(problem) < 400


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_a_giant_box_is_a_sentence(tmp_path: Path, number: Any) -> None:
    for box in ([1, 1, number, 9], [1, number, 5, 9]):
        row = {"id": 1, "image_id": 1, "category_id": 1, "bbox": box}
        data = {"images": [{"id": 1, "file_name": "a.jpg"}], "annotations": [row]}
        (tmp_path / "a.json").write_text(json.dumps({**data, "categories": [{"id": 1, "name": "x"}]}))
        dataset = Coco(tmp_path / "a.json", tmp_path, Task.DETECT)
        (labels,) = dataset.labels()
        assert (len(labels.plain), labels.left_aside) == (0, 1)


def test_shapes_of_any_numbers_end() -> None:
    """Lines of a program may hold any finite number; shapely makes no end of some."""
    numbers = random.Random(3)
    values = [0, 1, -1, 640, 1e308, -1e308, 1e154, -1e160, 5e-324, 1e16, 3.3]

    def point() -> tuple[float, float]:
        x, y = (numbers.choice(values) * numbers.choice([1, 0.5, 0.3]) for _ in range(2))
        return x, y

    for _ in range(300):
        polygon = Polygon(((tuple(point() for _ in range(numbers.randint(3, 7))),),))
        part = cut(polygon, 640, 480)
        assert part is None or (part.bounds.x1 >= 0 and part.bounds.x2 <= 640)
        box = OrientedBox.of((*point(), *point(), numbers.random()))
        assert 0 <= polygon.overlap(box) <= 1


def test_a_part_without_an_area_beside_one_that_has_one_is_left_out() -> None:
    flat, corner = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0)), ((150.0, 20.0), (190.5, 22.0), (170.0, 80.125))
    cut_off = cut(Polygon(((flat,), (corner,))), 180.0, 100.0)
    assert cut_off is not None and len(cut_off.parts) == 1
