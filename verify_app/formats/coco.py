"""COCO's JSON: instances and keypoints, polygons and RLE masks; read as a stream, so that size does not matter.

Format: https://cocodataset.org/#format-data. Masks are unpacked and packed by pycocotools, streams read by ijson.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.dataset import (
    Findings,
    OutImage,
    StatedImage,
    StatedLabels,
    StatedObject,
    as_task,
    number,
    pairs,
    safe_path,
    whole,
)

_IMAGE = {"id", "file_name", "width", "height"}
_ANNOTATION = {"id", "image_id", "category_id", "bbox", "segmentation", "keypoints", "num_keypoints", "area", "iscrowd"}
_CATEGORY = {"id", "name", "keypoints", "skeleton"}
MASK_PIXELS = 100_000_000


class Coco:
    """A COCO file. Category ids are kept as the file's; classes come in the order of its list."""

    def __init__(self, file: Path, root: Path, task: Task) -> None:
        self.file, self.root, self.task = file, root, task
        self.findings = Findings()
        self._categories: dict[Any, str] = {}
        self.skeleton: Skeleton | None = None
        for category in self._items("categories"):
            self._take_category(category)
        if not self._categories:
            raise UserError(f"{file} has no list of categories; is it a COCO file?")
        self.names: Sequence[str] = list(self._categories.values())
        twice = next((n for n in self.names if list(self.names).count(n) > 1), None)
        if twice is not None:
            raise UserError(f"{file} has two categories named {twice}; give each a name of its own.")

    def _take_category(self, category: Any) -> None:
        if not isinstance(category, dict) or not str(category.get("name", "")).strip():
            raise UserError(f"{self.file} has a category without a name.")
        self.findings.aside("categories", [k for k in category if k not in _CATEGORY])
        if category.get("id") in self._categories:
            raise UserError(f"{self.file} has two categories with the id {category.get('id')}.")
        self._categories[category.get("id")] = " ".join(str(category["name"]).split())
        if category.get("keypoints") and self.skeleton is None:
            bones = [[a - 1, b - 1] for a, b in category.get("skeleton") or []]  # COCO counts points from 1
            self.skeleton = Skeleton.of({"names": list(category["keypoints"]), "skeleton": bones})

    def _items(self, name: str) -> Iterator[Any]:
        """Entries of one of the file's lists, one at a time."""
        import ijson  # noqa: PLC0415  for this format only

        try:
            with self.file.open("rb") as stream:
                yield from ijson.items(_without_mark(stream), f"{name}.item", use_float=True)
        except OSError as error:
            raise UserError(f"{self.file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
        except (ijson.JSONError, UnicodeDecodeError) as error:
            raise UserError(f"{self.file} is no JSON, or was cut off; get it anew.") from error

    def images(self) -> Iterator[StatedImage]:
        seen = set()
        for row in self._items("images"):
            try:
                if not isinstance(row, dict) or "id" not in row:
                    raise UserError("an image without an id")
                key, path = str(row["id"]), safe_path(row.get("file_name"))
                if key in seen:
                    raise UserError(f"the image id {key} twice")
            except UserError as error:
                self.findings.problem(f"{self.file.name}: {error}; left aside.")
                continue
            seen.add(key)
            self.findings.aside("images", [k for k in row if k not in _IMAGE])
            yield StatedImage(key, path, whole(row.get("width")), whole(row.get("height")))

    def labels(self) -> Iterator[StatedLabels]:
        sizes = {image.key: (image.width, image.height) for image in Coco.images(self._copy())}
        for key in sizes:
            yield StatedLabels(key, ())
        for row in self._items("annotations"):
            try:
                if not isinstance(row, dict) or str(row.get("image_id")) not in sizes:
                    raise UserError("it belongs to no image of the file")
                key = str(row["image_id"])
                found = self._object(row, sizes[key])
            except UserError as error:
                known = row.get("id") if isinstance(row, dict) else "?"
                self.findings.problem(f"{self.file.name}, annotation {known}: {error}; left aside.")
                continue
            self.findings.aside("annotations", [k for k in row if k not in _ANNOTATION])
            yield StatedLabels(key, (found,))

    def _copy(self) -> Coco:
        """Another reader of the same file whose findings nobody sees: images were reported once."""
        other = object.__new__(Coco)
        other.file, other.root, other.task, other.findings = self.file, self.root, self.task, Findings()
        return other

    def _object(self, row: dict[str, Any], size: tuple[int, int]) -> StatedObject:
        name = self._categories.get(row.get("category_id"))
        if name is None:
            raise UserError(f"category {row.get('category_id')}, which the file does not list")
        if row.get("iscrowd"):
            raise UserError("a crowd: a region of many objects is no object")
        region = self._region(row, size)
        region = as_task(region, self.task) if region is not None else None
        if region is None:
            raise UserError(f"nothing in it that a project for {self.task} takes")
        return StatedObject(name, region)

    def _region(self, row: dict[str, Any], size: tuple[int, int]) -> Region | None:
        if self.task is Task.CLASSIFY:
            return Box(0, 0, 1, 1)
        if self.task is Task.POSE:
            return self._pose(row)
        if self.task in (Task.SEGMENT, Task.OBB) and row.get("segmentation"):
            return outline(row["segmentation"], size)
        if row.get("bbox"):
            return _box(row["bbox"])
        return outline(row["segmentation"], size) if row.get("segmentation") else None

    def _pose(self, row: dict[str, Any]) -> Keypoints:
        values = row.get("keypoints")
        wanted = len(self.skeleton.names) if self.skeleton else 0
        if not isinstance(values, list) or not values or len(values) % 3 or (wanted and len(values) != 3 * wanted):
            raise UserError("keypoints that are not x, y, v for each point of the category")
        points = []
        for x, y, seen in zip(values[::3], values[1::3], values[2::3], strict=True):
            if seen not in (0, 1, 2):
                raise UserError("a keypoint whose visibility is not 0, 1 or 2")
            points.append(Keypoint(number(x), number(y), int(seen)))
        return Keypoints(_box(row.get("bbox")), tuple(points))


def _without_mark(stream: IO[bytes]) -> IO[bytes]:
    """The stream after a byte order mark, if there is one."""
    if stream.read(3) != b"\xef\xbb\xbf":
        stream.seek(0)
    return stream


def _box(values: Any) -> Box:
    if not isinstance(values, list | tuple) or len(values) != 4:
        raise UserError("a bbox that is not x, y, width, height")
    x, y, width, height = map(number, values)
    if width < 0 or height < 0:
        raise UserError("a bbox with a negative side")
    return Box(x, y, x + width, y + height)


def outline(stated: Any, size: tuple[int, int]) -> Polygon:
    """A polygon of COCO's ``segmentation``: a list of rings, or a mask as RLE.

    Raises
    ------
    UserError
        When it is neither, or too small to be an outline.
    """
    if isinstance(stated, dict):
        return _of_mask(stated, size)
    if not isinstance(stated, list):
        raise UserError("a segmentation that is neither polygons nor RLE")
    rings = [pairs(ring) for ring in stated]
    rings = [ring for ring in rings if len(ring) >= 3]
    if not rings:
        raise UserError("an outline with fewer than three corners")
    return Polygon.of([[ring] for ring in rings])


def _of_mask(rle: dict[str, Any], size: tuple[int, int]) -> Polygon:
    from pycocotools import mask  # noqa: PLC0415  masks only

    from verify_app.imaging.outline import polygon_of_mask  # noqa: PLC0415  opencv, masks only

    shape = rle.get("size")
    if not isinstance(shape, list) or len(shape) != 2 or not all(whole(v) for v in shape):
        raise UserError("an RLE mask without a size")
    if shape[0] * shape[1] > MASK_PIXELS or (size != (0, 0) and tuple(shape[::-1]) != size):
        raise UserError(f"an RLE mask of {shape[1]} x {shape[0]} pixels on an image of {size[0]} x {size[1]}")
    counts = rle.get("counts")
    try:
        packed = mask.frPyObjects(rle, *shape) if isinstance(counts, list) else {**rle, "counts": counts}
        found = polygon_of_mask(mask.decode(packed))
    except Exception as error:  # the library raises whatever the damage leads to
        raise UserError("an RLE mask that cannot be unpacked") from error
    if found is None:
        raise UserError("an RLE mask without a pixel")
    return found


def write_coco(file: Path, names: Sequence[str], images: Sequence[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write a COCO file, category ids from 1; whole or not at all.

    Polygons with holes become RLE, since a list of rings cannot say what a hole is; others stay polygons.
    """
    ids = {name: place for place, name in enumerate(names, start=1)}
    categories: list[dict[str, Any]] = [{"id": ids[name], "name": name} for name in names]
    if skeleton is not None:
        bones = [[a + 1, b + 1] for a, b in skeleton.bones]
        categories = [{**c, "keypoints": list(skeleton.names), "skeleton": bones} for c in categories]
    rows, marks = [], list[dict[str, Any]]()
    for place, image in enumerate(images, start=1):
        rows.append({"id": place, "file_name": image.path, "width": image.width, "height": image.height})
        for stated in image.objects:
            marks.append({"id": len(marks) + 1, "image_id": place, "category_id": ids[stated.name]})
            marks[-1] |= {"iscrowd": 0, **_stated(stated.region, image)}
    part = file.with_name(file.name + ".part")
    text = json.dumps({"images": rows, "annotations": marks, "categories": categories}, ensure_ascii=False)
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def _stated(region: Region, image: OutImage) -> dict[str, Any]:
    if region.kind == "image":
        return {"bbox": [0.0, 0.0, float(image.width), float(image.height)], "area": float(image.width * image.height)}
    box = region.bounds
    found: dict[str, Any] = {"bbox": [box.x1, box.y1, box.width, box.height], "area": region.area}
    if isinstance(region, OrientedBox):
        found["segmentation"] = [[v for point in region.points for v in point]]
    elif isinstance(region, Polygon) and all(len(part) == 1 for part in region.parts):
        found["segmentation"] = [[v for point in part[0] for v in point] for part in region.parts]
    elif isinstance(region, Polygon):
        found["segmentation"] = _mask_of(region, image)
    elif isinstance(region, Keypoints):
        found["keypoints"] = [v for p in region.points for v in ((p.x, p.y, p.seen) if p.seen else (0, 0, 0))]
        found["num_keypoints"] = sum(p.seen > 0 for p in region.points)
    return found


def _mask_of(region: Polygon, image: OutImage) -> dict[str, Any]:
    from pycocotools import mask  # noqa: PLC0415  masks only

    from verify_app.imaging.outline import mask_of_polygon  # noqa: PLC0415

    packed = mask.encode(mask_of_polygon(region, image.width, image.height))
    return {"size": [image.height, image.width], "counts": packed["counts"].decode("ascii")}
