"""COCO's JSON: instances and keypoints, polygons and RLE masks; read as a stream, so that size does not matter.

Format: https://cocodataset.org/#format-data.
"""

from __future__ import annotations

import json
import math
import shutil
import tempfile
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from operator import methodcaller
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import FARTHEST, Box, Region
from verify_app.core.messages import M
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Gathered, Row, Spool
from verify_app.formats.json_stream import JsonLists
from verify_app.formats.packed_regions import Plain, packed
from verify_app.formats.records import (
    OutImage,
    StatedImage,
    StatedLabels,
    as_task,
    number,
    pairs,
    point_order,
    tail_path,
    whole,
)
from verify_app.formats.shapes.masks import coco_mask, packed_mask
from verify_app.imaging.mask_contours import mask_of_polygon

_IMAGE = {"id", "file_name", "width", "height"}
_CATEGORY = {"id", "name", "keypoints", "skeleton"}


class Coco(Gathered):
    """A COCO file; classes come in the order of its list of categories, whatever their ids.

    The file lists images whether anybody labelled them or not: one without an annotation is not said to be empty.
    `split` is that of all its images, `inside` the folder of them below `root`, where its name or place says so.
    It is read once where images come before annotations, as they do everywhere, else once more for these.
    """

    def __init__(
        self,
        file: Path,
        root: Path,
        task: Task,
        skeleton: Skeleton | None = None,
        *,
        inside: str = "",
        split: str = "",
    ) -> None:
        super().__init__(root)
        self.file, self.task, self._wanted = file, task, skeleton
        self._inside, self._split = inside, split
        self.skeleton: Skeleton | None = None
        self._categories: dict[Any, str] = {}
        self._places: dict[Any, int] = {}
        self._found: Counter[Any] = Counter()
        self._others: Counter[str] = Counter()
        self._order: list[int] | None = None
        if not self._read():
            self._take_annotations()
        for name, times in (+self._others).items():
            self.findings.aside("annotations", [name], times)
        if not self._categories:
            raise UserError(M("{file} has no list of categories; is it a COCO file?", file=file))
        if task is Task.POSE and skeleton is not None and self.skeleton is not None:
            self._order = point_order(self.skeleton.names, skeleton, file)
        self.names: Sequence[str] = list(self._categories.values())
        twice = next((n for n, count in Counter(self.names).items() if count > 1), None)
        if twice is not None:
            raise UserError(
                M("{file} has two categories named {name}; give each a name of its own.", file=file, name=twice)
            )
        self.counts = Counter({self._categories[key]: n for key, n in self._found.items() if key in self._categories})

    def _read(self) -> bool:
        """Read the file; returns whether its annotations were taken, which need the images first."""
        taken = False
        for name, rows in JsonLists(self.file).entries():
            if name == "annotations" and self._stated:
                if not taken:
                    self._spool, taken = Spool(len(self._stated)), True
                self._take_some(rows)
            elif name == "images" and taken:
                raise UserError(M("{file} has more images after its annotations; is it a COCO file?", file=self.file))
            elif name in ("categories", "images"):
                for row in rows:
                    self._take_category(row) if name == "categories" else self._take_image(row)
            elif name != "annotations":
                self.findings.aside("file", [name], len(rows))
        return taken

    def _take_annotations(self) -> None:
        self._spool = Spool(max(1, len(self._stated)))
        for name, rows in JsonLists(self.file).entries():
            if name == "annotations":
                self._take_some(rows)

    def _take_some(self, rows: list[Any]) -> None:
        for taken, corners, unusual in quick_rows(
            rows, self._places, self.task, self._found, self._aside, self._others
        ):
            self._spool.put(taken, corners)
            if unusual is not None:
                self._take_annotation(unusual)

    def _aside(self, row: dict[str, Any]) -> None:
        self.findings.aside("annotations", _filled(row, KNOWN))

    def _take_category(self, category: Any) -> None:
        if not isinstance(category, dict) or not str(category.get("name", "")).strip():
            raise UserError(M("{file} has a category without a name.", file=self.file))
        self.findings.aside("categories", _filled(category, _CATEGORY))
        key = category.get("id")
        if not isinstance(key, int | str):
            raise UserError(M("{file} has a category without an id.", file=self.file))
        if key in self._categories:
            raise UserError(M("{file} has two categories with the id {number}.", file=self.file, number=key))
        self._categories[key] = " ".join(str(category["name"]).split())
        if category.get("keypoints") and self.skeleton is None and self.task is Task.POSE:
            self.skeleton, wrong = skeleton_of(category, self.file)
            if wrong:
                self.findings.problem(wrong)

    def _take_image(self, row: Any) -> None:
        try:
            if not isinstance(row, dict) or not isinstance(row.get("id"), int | str):
                raise UserError(M("an image without an id"))
            key, path = row["id"], self._path(row.get("file_name"))
            if key in self._places:
                raise UserError(M("the image id {number} twice", number=key))
        except UserError as error:
            self.findings.problem(M("{file}: {reason}; left aside.", file=self.file.name, reason=error))
            return
        self.findings.aside("images", _filled(row, _IMAGE))
        self._places[key] = len(self._stated)
        sides = whole(row.get("width")), whole(row.get("height"))
        self._keep(StatedImage(str(key), path, *sides, self._split), None)

    def _path(self, stated: Any) -> str:
        path = tail_path(stated)
        try:
            there = self._inside and (self.root / self._inside / path).is_file()
        except (OSError, ValueError):
            there = False
        return f"{self._inside}/{path}" if there else path

    def _take_annotation(self, row: Any) -> None:
        place = None
        try:
            key = row.get("image_id") if isinstance(row, dict) else None
            place = self._places.get(key) if isinstance(key, int | str) else None
            if place is None:
                raise UserError(M("it belongs to no image of the file"))
            image = self._stated[place]
            category, region = self._object(row, (image.width, image.height))
            # an outline is taken for a box where none is stated, and told as such
            used = {"segmentation"} if not row.get("bbox") else set()
        except UserError as error:
            known = row.get("id") if isinstance(row, dict) else "?"
            self.findings.problem(
                M(
                    "{file}, annotation {annotation}: {reason}; left aside.",
                    file=self.file.name,
                    annotation=str(known)[:40],
                    reason=error,
                )
            )
            if place is not None:
                self._spool.add(place, (), 1)
            return
        self._aside(row)
        self._others.update(name for name in OTHERS[self.task] if row.get(name) and name not in used)
        self._found[category] += 1
        self._spool.add(place, ((category, region.kind, packed(region)),))

    def _object(self, row: dict[str, Any], size: tuple[int, int]) -> tuple[int | str, Region]:
        """Category id, which may be listed further on, and region."""
        category = row.get("category_id")
        if not isinstance(category, int | str):
            raise UserError(M("no category"))
        if row.get("iscrowd"):
            raise UserError(M("a crowd: a region of many objects is no object"))
        return category, as_task(self._region(row, size), self.task, self.findings)

    def labels(self) -> Iterator[StatedLabels]:
        for place, rows, left_aside in self._spool:
            names = self._categories
            named: list[Plain] = [(names[key], kind, data) for key, kind, data in rows if key in names]
            if self._order is not None:
                named = [(name, kind, self._ordered(data)) for name, kind, data in named]
            if len(named) < len(rows):
                self._unlisted(place, [category for category, _, _ in rows if category not in self._categories])
            yield StatedLabels(self._stated[place].key, named, left_aside + len(rows) - len(named))

    def _unlisted(self, place: int, categories: Iterable[Any]) -> None:
        for category in categories:
            told = M("category {category}, which the file does not list", category=str(category)[:40])
            self.findings.problem(
                M(
                    "{file}, image {image}: {reason}; left aside.",
                    file=self.file.name,
                    image=self._stated[place].path,
                    reason=told,
                )
            )

    def _ordered(self, data: Any) -> Any:
        """Keypoints in the order of the project's skeleton."""
        return {**data, "points": [data["points"][place] for place in self._order or ()]}

    def _region(self, row: dict[str, Any], size: tuple[int, int]) -> Region:
        box, segments = row.get("bbox"), row.get("segmentation")
        if self.task is Task.CLASSIFY:
            if segments or (box and _box(box) != Box(0, 0, *size)):
                raise UserError(M("an object with a place, and a project for classify takes classes of whole images"))
            return WHOLE_IMAGE
        if self.task is Task.POSE:
            return self._pose(row)
        if segments and (not box or self.task is not Task.DETECT):
            return outline(segments, size)
        if not box:
            raise UserError(M("neither a bbox nor a segmentation"))
        return _box(box)

    def _pose(self, row: dict[str, Any]) -> Keypoints:
        values = row.get("keypoints")
        skeleton = self._wanted or self.skeleton
        wanted = len(skeleton.names) if skeleton else 0
        if not isinstance(values, list) or not values or len(values) % 3 or (wanted and len(values) != 3 * wanted):
            raise UserError(M("keypoints that are not x, y, v for each point of the category"))
        points = []
        for x, y, seen in zip(values[::3], values[1::3], values[2::3], strict=True):
            if isinstance(seen, bool) or seen not in (0, 1, 2):
                raise UserError(M("a keypoint whose visibility is not 0, 1 or 2"))
            x, y = number(x), number(y)
            points.append(Keypoint(x, y, int(seen)) if seen else Keypoint(0.0, 0.0, 0))
        return Keypoints(_box(row.get("bbox")), tuple(points))


def _filled(row: dict[Any, Any], known: Set[str]) -> list[str]:
    """Fields that are not known and say something."""
    return [key for key, value in row.items() if key not in known and value not in (None, "", [], {})]


def skeleton_of(category: dict[str, Any], file: Path) -> tuple[Skeleton, str]:
    """The skeleton of a category with keypoints, and what is wrong with its edges, which are then left aside.

    Edges count points from 1, as COCO does; from 0 where one of them names point 0.

    Raises
    ------
    UserError
        When its points are no list of names.
    """
    names, edges = category.get("keypoints"), category.get("skeleton") or []
    if not isinstance(names, list):
        raise UserError(M("{file} has a category whose keypoints are no list of names.", file=file))
    try:
        bones = [[int(number(a)), int(number(b))] for a, b in edges]
        first = 0 if any(0 in bone for bone in bones) else 1
        return Skeleton.of({"names": names, "skeleton": [[a - first, b - first] for a, b in bones]}), ""
    except (TypeError, ValueError, UserError):
        pass
    try:
        return Skeleton.of({"names": names}), M(
            "{file}: a skeleton whose edges join no points; left aside.", file=file.name
        )
    except UserError as error:
        raise UserError(
            M("{file} has a category whose keypoints are no skeleton. {reason}", file=file, reason=error)
        ) from error


def skeleton_in(file: Path) -> Skeleton | None:
    """The skeleton of the first category with keypoints in a COCO file; None where there is none.

    Raises
    ------
    UserError
        When the file cannot be read or is no JSON.
    """
    for name, rows in JsonLists(file).entries():
        for row in rows if name == "categories" else ():
            if isinstance(row, dict) and row.get("keypoints"):
                return skeleton_of(row, file)[0]
    return None


def categories_in(file: Path) -> list[str]:
    """The names of a COCO file's categories, in its order.

    Raises
    ------
    UserError
        When the file cannot be read, is no JSON or has none.
    """
    rows = [row for name, some in JsonLists(file).entries() if name == "categories" for row in some]
    names = [row.get("name") if isinstance(row, dict) else None for row in rows]
    if not names or not all(isinstance(name, str) for name in names):
        raise UserError(M("{file} has no list of categories with names, as COCO has.", file=file))
    return [str(name) for name in names]


def _box(values: Any) -> Box:
    if not isinstance(values, list | tuple) or len(values) != 4:
        raise UserError(M("a bbox that is not x, y, width, height"))
    x, y, width, height = map(number, values)
    if width < 0 or height < 0:
        raise UserError(M("a bbox with a negative side"))
    return Box(x, y, x + width, y + height)


def outline(stated: Any, size: tuple[int, int]) -> Polygon:
    """A polygon of COCO's ``segmentation``: a list of rings, or a mask as RLE.

    Raises
    ------
    UserError
        When it is neither, or too small to be an outline.
    """
    if isinstance(stated, dict):
        return coco_mask(stated, size)
    if not isinstance(stated, list):
        raise UserError(M("a segmentation that is neither polygons nor RLE"))
    flat = stated and not any(isinstance(value, list | dict) for value in stated)  # one ring, not nested
    rings = [tuple(pairs(ring)) for ring in ([stated] if flat else stated)]
    if not rings or min(map(len, rings)) < 3:
        raise UserError(M("an outline with fewer than three corners"))
    return Polygon(tuple((ring,) for ring in rings))


def write_coco(file: Path, names: Sequence[str], images: Iterable[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write a COCO file, category ids from 1; whole or not at all.

    Polygons with holes become RLE, since a list of rings cannot say what a hole is; others stay polygons.
    """
    ids = {name: place for place, name in enumerate(names, start=1)}
    categories: list[dict[str, Any]] = [{"id": ids[name], "name": name} for name in names]
    if skeleton is not None:
        bones = [[a + 1, b + 1] for a, b in skeleton.bones]
        categories = [{**c, "keypoints": list(skeleton.names), "skeleton": bones} for c in categories]
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as marks:
        out.write('{"images": [')
        count = 0
        for place, image in enumerate(images, start=1):
            row = {"id": place, "file_name": image.path, "width": image.width, "height": image.height}
            out.write((",\n" if place > 1 else "\n") + _text(row))
            for stated in image.objects:
                count += 1
                mark = {"id": count, "image_id": place, "category_id": ids[stated.name], "iscrowd": 0}
                marks.write((",\n" if count > 1 else "\n") + _text(mark | _stated(stated.region, image)))
        out.write('],\n"annotations": [')
        marks.seek(0)
        shutil.copyfileobj(marks, out)
        out.write(f'],\n"categories": {_text(categories)}}}\n')
    part.replace(file)


_text = json.JSONEncoder(ensure_ascii=False).encode


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
    return packed_mask(mask_of_polygon(region, image.width, image.height))


KNOWN = frozenset(
    {"id", "image_id", "category_id", "bbox", "segmentation", "keypoints", "num_keypoints", "area", "iscrowd"}
)
"""Fields of an annotation that mean something here."""

OTHERS = {
    Task.DETECT: ("segmentation", "keypoints"),
    Task.SEGMENT: ("keypoints",),
    Task.OBB: ("keypoints",),
    Task.POSE: ("segmentation",),
    Task.CLASSIFY: (),
}
"""Fields that only projects of other tasks take."""

_NUMBERS = frozenset({int, float})


def quick_rows(
    rows: Iterable[Any],
    places: Mapping[Any, int],
    task: Task,
    found: Counter[Any],
    aside: Callable[[dict[str, Any]], None],
    others: Counter[str],
) -> Iterator[tuple[list[Row], int, Any]]:
    """Rows for the spool, in order, with their number of corners, up to an annotation that wants a closer look.

    Parameters
    ----------
    places : mapping of image id to place
    found : Counter
        Objects by category; what is taken is counted.
    aside : callable
        Told of every annotation that is taken and has fields that are not `KNOWN`.
    others : Counter
        Fields that only projects of other tasks take, counted.

    Yields
    ------
    list of Row, int, annotation or None
    """
    take, elsewhere = _TAKE.get(task, _nothing), OTHERS[task]
    taken: list[Row] = []
    corners = 0
    usual: list[dict[str, Any]] = []
    for row in rows:
        try:
            key, category = row["image_id"], row["category_id"]
            # True and 1.0 would find the image of id 1
            if type(key) is not int or type(category) is not int or row.get("iscrowd"):
                raise ValueError
            place = places[key]
            kind, data, size = take(row)
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
            yield taken, corners, row
            taken, corners = [], 0
            continue
        if not KNOWN.issuperset(row):
            aside(row)
        usual.append(row)
        taken.append((place, category, kind, data))
        found[category] += 1
        corners += size
    for name in elsewhere:
        others[name] += sum(map(bool, map(methodcaller("get", name), usual)))
    yield taken, corners, None


def _nothing(_row: dict[str, Any]) -> tuple[str, Any, int]:
    raise ValueError


def _quick_box(row: dict[str, Any]) -> tuple[str, Any, int]:
    """Raises ValueError for whatever is not the usual."""
    stated = row["bbox"]
    x, y, width, height = stated
    if not (type(x) is type(y) is type(width) is type(height) is float):
        if type(stated) is not list or not _NUMBERS.issuperset(map(type, stated)):
            raise ValueError
        x, y, width, height = map(float, stated)
    right, bottom = x + width, y + height
    # written so that what is no number fails too
    if not (0 <= width <= FARTHEST >= x >= -FARTHEST <= y <= FARTHEST >= height >= 0):
        raise ValueError
    return "box", (x, y, right, bottom), 4


def _outline(row: dict[str, Any]) -> tuple[str, Any, int]:
    """Raises ValueError for whatever is not the usual."""
    stated = row["segmentation"]
    if type(stated) is not list or not stated:
        raise ValueError
    parts, corners = [], 0
    for ring in stated:
        if type(ring) is not list or len(ring) < 6 or len(ring) % 2 or not _NUMBERS.issuperset(map(type, ring)):
            raise ValueError
        if not math.hypot(*ring) <= FARTHEST:  # what is no number fails too
            raise ValueError
        parts.append((array("d", ring).tobytes(),))
        corners += len(ring) // 2
    return "polygon", tuple(parts), corners


_TAKE: dict[Task, Callable[[dict[str, Any]], tuple[str, Any, int]]] = {Task.DETECT: _quick_box, Task.SEGMENT: _outline}
