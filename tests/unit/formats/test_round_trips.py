"""Everyone's formats: what is written is read back the same, what others write is read, what is broken is named."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco, write_coco
from verify_app.formats.cvat import Cvat, write_cvat
from verify_app.formats.labelme import Labelme, write_labelme
from verify_app.formats.ndjson import Ndjson, write_ndjson
from verify_app.formats.records import Dataset, OutImage, StatedObject, safe_path
from verify_app.formats.voc import Voc, write_voc
from verify_app.imaging.mask_contours import mask_of_polygon, polygon_of_mask

NAMES = ["bolt & nut", "日本", "gear"]
ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))
WIDTH, HEIGHT = 640, 480
Made = Callable[[Path, list[OutImage], Task], Dataset]


def coco(folder: Path, images: list[OutImage], task: Task) -> Dataset:
    write_coco(folder / "coco.json", NAMES, images, ARM if task is Task.POSE else None)
    return Coco(folder / "coco.json", folder, task)


def cvat(folder: Path, images: list[OutImage], task: Task) -> Dataset:
    write_cvat(folder / "cvat.xml", NAMES, images, ARM)
    return Cvat(folder / "cvat.xml", folder, task, ARM)


def labelme(folder: Path, images: list[OutImage], task: Task) -> Dataset:
    write_labelme(folder, images, ARM)
    return Labelme(folder, folder, task, ARM)


def ndjson(folder: Path, images: list[OutImage], task: Task) -> Dataset:
    write_ndjson(folder / "data.ndjson", NAMES, images, task, ARM if task is Task.POSE else None)
    return Ndjson(folder / "data.ndjson", folder, task)


def voc(folder: Path, images: list[OutImage], task: Task) -> Dataset:
    write_voc(folder, NAMES, images)
    return Voc(folder, folder, task)


def back(dataset: Dataset) -> dict[str, list[StatedObject]]:
    paths = {image.key: image.path for image in dataset.images()}
    found: dict[str, list[StatedObject]] = {path: [] for path in paths.values()}
    for labels in dataset.labels():
        found[paths[labels.key]] += labels.objects
    assert dataset.findings.problems == []
    return found


coordinates = st.floats(0, 400, allow_nan=False).map(lambda v: round(v, 3))
sides = st.floats(2, 80).map(lambda v: round(v, 3))
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), coordinates, coordinates, sides, sides)
oriented = st.builds(
    lambda x, y, w, h, a: OrientedBox.of((x, y, w, h, a)), coordinates, coordinates, sides, sides, st.floats(0, 3.1)
)
triangles = boxes.map(lambda b: Polygon.simple([(b.x1, b.y1), (b.x2, b.y1), ((b.x1 + b.x2) / 2, b.y2)]))
poses = boxes.map(lambda b: Keypoints(b, (Keypoint(b.x1, b.y1), Keypoint(b.x2, b.y2, 1), Keypoint(0.0, 0.0, 0))))
REGIONS: dict[Task, st.SearchStrategy[Region]] = {
    Task.DETECT: boxes,
    Task.OBB: oriented,
    Task.SEGMENT: triangles,
    Task.POSE: poses,
    Task.CLASSIFY: st.just(WHOLE_IMAGE),
}
EXACT = 1e-6
BOUNDS = {"voc": 0.5}
CASES = [
    *((coco, task) for task in (Task.DETECT, Task.OBB, Task.SEGMENT, Task.POSE, Task.CLASSIFY)),
    *((cvat, task) for task in (Task.DETECT, Task.OBB, Task.SEGMENT, Task.POSE, Task.CLASSIFY)),
    *((labelme, task) for task in (Task.DETECT, Task.OBB, Task.SEGMENT, Task.POSE, Task.CLASSIFY)),
    *((ndjson, task) for task in (Task.DETECT, Task.OBB, Task.SEGMENT, Task.POSE, Task.CLASSIFY)),
    *((voc, task) for task in (Task.DETECT, Task.OBB)),
]


def same(a: Region, b: Region, bound: float) -> bool:
    if isinstance(a, OrientedBox) and isinstance(b, OrientedBox):
        return all(min(abs(px - qx) + abs(py - qy) for qx, qy in b.points) <= max(bound, 1e-3) for px, py in a.points)
    if isinstance(a, Keypoints) and isinstance(b, Keypoints):
        far = max(abs(p.x - q.x) + abs(p.y - q.y) for p, q in zip(a.points, b.points, strict=True))
        return far <= bound and [p.seen for p in a.points] == [p.seen for p in b.points] and same(a.box, b.box, bound)
    if isinstance(a, Polygon) and isinstance(b, Polygon):
        return np.allclose(a.rings[0], b.rings[0], atol=bound)
    return np.allclose(a.bounds.corners(), b.bounds.corners(), atol=bound) and a.kind == b.kind


@pytest.mark.parametrize(("make", "task"), CASES, ids=lambda v: getattr(v, "__name__", str(v)))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_out_and_in_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, make: Made, task: Task, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("set")
    count = 1 if task is Task.CLASSIFY else 3
    stated = [
        [StatedObject(data.draw(st.sampled_from(NAMES)), data.draw(REGIONS[task])) for _ in range(count)],
        [] if task is not Task.CLASSIFY else [StatedObject("gear", WHOLE_IMAGE)],
    ]
    images = [OutImage(f"sub/ä {i}.jpg", WIDTH, HEIGHT, objects) for i, objects in enumerate(stated)]
    found = back(make(folder, images, task))
    for image in images:
        key = image.path if image.path in found else Path(image.path).name
        assert [o.name for o in found[key]] == [o.name for o in image.objects]
        for mine, theirs in zip(image.objects, found[key], strict=True):
            assert same(mine.region, theirs.region, BOUNDS.get(make.__name__, EXACT)), (mine, theirs)


def test_holes_and_parts_keep_their_pixels(tmp_path: Path) -> None:
    square = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))
    hole = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
    other = tuple((x + 100, y) for x, y in square)
    region = Polygon(((square, hole), (other,)))
    images = [OutImage("a.jpg", WIDTH, HEIGHT, [StatedObject("gear", region)])]
    want = mask_of_polygon(region, WIDTH, HEIGHT)
    for make in (coco, cvat, labelme, ndjson):
        folder = tmp_path / make.__name__
        folder.mkdir()
        objects = next(iter(back(make(folder, images, Task.SEGMENT)).values()))
        masks = [mask_of_polygon(o.region, WIDTH, HEIGHT) for o in objects if isinstance(o.region, Polygon)]
        assert (np.bitwise_or.reduce(masks) == want).all(), make.__name__


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.randoms())
def test_the_outline_of_a_mask_fills_to_the_same_mask(height: int, width: int, random: object) -> None:
    values = [[int(random.random() < 0.6) for _ in range(width)] for _ in range(height)]  # type: ignore[attr-defined]
    mask = np.array(values, dtype=np.uint8)
    polygon = polygon_of_mask(mask)
    if polygon is None:
        assert not mask.any()
    else:
        assert (mask_of_polygon(polygon, width, height) == mask).all()
        assert polygon.area == pytest.approx(float(mask.sum()))


# --- what others read and write ---------------------------------------------------------------------------


def test_pycocotools_reads_ours_and_sees_the_same_masks(tmp_path: Path) -> None:
    api = pytest.importorskip("pycocotools.coco")
    square = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))
    hole = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
    region = Polygon(((square, hole),))
    coco(tmp_path, [OutImage("a.jpg", WIDTH, HEIGHT, [StatedObject("gear", region)])], Task.SEGMENT)
    theirs = api.COCO(str(tmp_path / "coco.json"))
    assert [c["name"] for c in theirs.loadCats(theirs.getCatIds())] == NAMES
    mask = theirs.annToMask(theirs.loadAnns(theirs.getAnnIds())[0])
    assert (mask == mask_of_polygon(region, WIDTH, HEIGHT)).all()


def test_uncompressed_and_compressed_masks_are_read(tmp_path: Path) -> None:
    mask_api = pytest.importorskip("pycocotools.mask")
    mask = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    mask[5:50, 7:30] = 1
    mask[10:20, 10:20] = 0
    flat = mask.flatten(order="F")
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flat])))
    counts = np.diff(np.concatenate([[0], edges, [flat.size]])).tolist()
    packed = mask_api.encode(np.asfortranarray(mask))["counts"].decode()
    for rle in (counts, packed):
        data = {
            "images": [{"id": 7, "file_name": "a.jpg", "width": WIDTH, "height": HEIGHT}],
            "categories": [{"id": 90, "name": "gear"}],
            "annotations": [
                {"id": 1, "image_id": 7, "category_id": 90, "segmentation": {"size": [HEIGHT, WIDTH], "counts": rle}}
            ],
        }
        (tmp_path / "a.json").write_text(json.dumps(data))
        (found,) = back(Coco(tmp_path / "a.json", tmp_path, Task.SEGMENT))["a.jpg"]
        assert isinstance(found.region, Polygon)
        assert (mask_of_polygon(found.region, WIDTH, HEIGHT) == mask).all()


def test_ultralytics_reads_our_ndjson(tmp_path: Path) -> None:
    from PIL import Image

    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    import asyncio

    from ultralytics.data.converter import convert_ndjson_to_yolo

    objects = [StatedObject("gear", Box(64, 48, 192, 144))]
    images = [OutImage(f"{split}.jpg", WIDTH, HEIGHT, objects, split) for split in ("train", "val")]
    file = tmp_path / "set.ndjson"
    write_ndjson(file, NAMES, images, Task.DETECT)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    lines[0]["path"] = "set"  # Ultralytics looks for images/<split>/<file> in it
    for line in lines[1:]:
        place = tmp_path / "set" / "images" / line["split"]
        place.mkdir(parents=True)
        Image.new("RGB", (WIDTH, HEIGHT)).save(place / line["file"])
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert set(back(Ndjson(file, tmp_path, Task.DETECT))) == {f"set/images/{s}/{s}.jpg" for s in ("train", "val")}
    made = asyncio.run(convert_ndjson_to_yolo(file, tmp_path / "out"))
    for split in ("train", "val"):
        (labels,) = made.parent.glob(f"labels/{split}/*.txt")
        assert [float(v) for v in labels.read_text().split()] == pytest.approx([2, 0.2, 0.2, 0.2, 0.2])


# --- bad input ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.jpg", "C:\\a.jpg", "a/../../b.jpg", "", "a\0b", None, 5])
def test_paths_that_lead_out_are_refused(path: object) -> None:
    with pytest.raises(UserError):
        safe_path(path)


def test_a_broken_object_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    good = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}
    bad = [
        {**good, "bbox": [1, 2, 3]},
        {**good, "bbox": [1, 2, "x", 4]},
        {**good, "bbox": [1, 2, -3, 4]},
        {**good, "category_id": 99},
        {**good, "image_id": 99},
        {**good, "iscrowd": 1},
        "nonsense",
        {**good, "score": 0.5},
    ]
    data = {
        "images": [{"id": 1, "file_name": "a.jpg"}, {"id": 2, "file_name": "../b.jpg"}],
        "annotations": [good, *bad],
    }
    (tmp_path / "a.json").write_text(json.dumps({**data, "categories": [{"id": 1, "name": "x"}]}), encoding="utf-8-sig")
    dataset = Coco(tmp_path / "a.json", tmp_path, Task.DETECT)
    assert [image.path for image in dataset.images()] == ["a.jpg", "b.jpg"]  # looked for inside the folder
    assert sum(len(labels.objects) for labels in dataset.labels()) == 2
    assert len(dataset.findings.problems) == 7
    assert dataset.findings.unknown["annotations.score"] == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b""),
        ("a.json", b"{"),
        ("a.json", b'{"categories": []}'),
        ("a.json", b'{"categories": [{"id": 1}]}'),
        ("a.json", b'{"categories": [{"id": 1, "name": "a"}, {"id": 1, "name": "b"}]}'),
        ("a.json", b"\xff\xfe\x00"),
        ("a.xml", b"<annotations>"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><annotations>&b;</annotations>'),
        ("a.ndjson", b'{"type": "image"}\n'),
        ("a.ndjson", b'{"type": "dataset", "task": "pose"}\n'),
        ("a.ndjson", b'{"type": "dataset", "task": "\\u001b[31m\\n"}\n'),
    ],
)
def test_a_file_that_is_none_gets_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    openers: dict[str, Callable[[], Dataset]] = {
        ".json": lambda: Coco(file, tmp_path, Task.DETECT),
        ".xml": lambda: Cvat(file, tmp_path, Task.DETECT),
        ".ndjson": lambda: Ndjson(file, tmp_path, Task.DETECT),
    }
    with pytest.raises(UserError, match=str(name)) as told:
        list(openers[file.suffix]().images())
    assert str(told.value).isprintable()


def test_holes_and_parts_come_back_from_one_ring(tmp_path: Path) -> None:
    square = ((10.0, 10.0), (60.0, 10.0), (60.0, 60.0), (10.0, 60.0))
    hole = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
    region = Polygon(((square, hole),))
    images = [OutImage("a.jpg", WIDTH, HEIGHT, [StatedObject("gear", region)])]
    for make in (cvat, labelme, ndjson):
        folder = tmp_path / make.__name__
        folder.mkdir()
        (found,) = next(iter(back(make(folder, images, Task.SEGMENT)).values()))
        assert isinstance(found.region, Polygon)
        assert [len(part) for part in found.region.parts] == [2]
        assert found.region.area == pytest.approx(region.area)


def test_a_ring_that_meets_itself_a_thousand_times_takes_no_longer_a_point(tmp_path: Path) -> None:
    def took(count: int) -> float:
        teeth = [p for n in range(count) for p in ((0.0, 0.0), (n % 600 + 1.0, 5.0), (n % 600 + 1.0, 9.0))]
        points = ";".join(f"{x},{y}" for x, y in teeth)
        text = f'<image id="0" name="a.jpg" width="640" height="480"><polygon label="a" points="{points}"/></image>'
        (tmp_path / "a.xml").write_text(f"<annotations>{text}</annotations>")
        started = time.perf_counter()  # the processor's time goes in steps of 16 ms on Windows
        (labels,) = Cvat(tmp_path / "a.xml", tmp_path, Task.SEGMENT).labels()
        assert len(labels.objects) == 1
        return time.perf_counter() - started

    few, many = (min(took(count) for _ in range(3)) for count in (1_000, 20_000))
    assert many < 6 * 20 * few, "20 times, were it not for caches; 400 times, were each point held against all others"


def test_temporary_files_without_room_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = coco(tmp_path, [OutImage("a.jpg", 9, 9, [StatedObject("gear", Box(1, 1, 5, 5))])], Task.DETECT)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(UserError, match="TMPDIR"):
        list(dataset.labels())


def test_a_file_larger_than_one_piece_is_read_whole(tmp_path: Path) -> None:
    images = [
        OutImage(f"{n}é.jpg", 640, 480, [StatedObject("gear", Box(n % 99, 1, n % 99 + 5, 9))] * 3) for n in range(9000)
    ]
    dataset = coco(tmp_path, images, Task.DETECT)
    assert (tmp_path / "coco.json").stat().st_size > 3 * 2**20
    assert [i.path for i in dataset.images()] == [i.path for i in images]
    assert [labels.objects for labels in dataset.labels()] == [tuple(i.objects) for i in images]
    indented = json.dumps(json.loads((tmp_path / "coco.json").read_text()), indent=2)
    (tmp_path / "coco.json").write_text(
        indented.replace('"iscrowd": 0', '"iscrowd": 0, "more": {"a": [{"b": "}, {"}]}')
    )
    again = Coco(tmp_path / "coco.json", tmp_path, Task.DETECT)
    assert [labels.objects for labels in again.labels()] == [tuple(i.objects) for i in images]
    assert again.findings.unknown["annotations.more"] == 27000
