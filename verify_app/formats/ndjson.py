"""Ultralytics' NDJSON: a header line, then a line an image; coordinates are shares of the image as displayed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M, reason_of
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.regular_file import ordinary
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Gathered
from verify_app.formats.publisher_splits import split_of_word
from verify_app.formats.records import (
    OutImage,
    StatedImage,
    StatedObject,
    number,
    outline_of,
    pairs,
    rectangle,
    safe_path,
    whole,
)
from verify_app.formats.registry import Format, ToRead, ToWrite, register
from verify_app.formats.yolo.bridged_ring import one_ring

MAX_LINE = 64 * 2**20
_HEADER = {"type", "task", "name", "description", "bytes", "url", "class_names", "version", "created_at", "updated_at"}
_HEADER |= {"kpt_shape", "path"}
_IMAGE = {"type", "file", "url", "width", "height", "split", "metadata", "annotations"}
_KEY = {
    Task.DETECT: "boxes",
    Task.SEGMENT: "segments",
    Task.POSE: "pose",
    Task.OBB: "obb",
    Task.CLASSIFY: "classification",
}


class Ndjson(Gathered):
    """An NDJSON file, read once; it has one task, and a project of another cannot take it.

    An image without ``annotations`` is not said to be empty; one with an empty list is.
    """

    def __init__(self, file: Path, root: Path, task: Task, skeleton: Skeleton | None = None) -> None:
        super().__init__(root)
        self.file, self.task = file, task
        self._points = len(skeleton.names) if skeleton else 0
        lines = self._lines()
        head = next(lines, (0, None))[1]
        if not isinstance(head, dict) or head.get("type") != "dataset":
            raise UserError(
                M('{file} does not begin with a line of "type": "dataset"; is it Ultralytics NDJSON?', file=file)
            )
        self._take_head(head)
        for place, row in lines:
            if isinstance(row, dict) and row.get("type") == "image":
                self._take(place, row)
            else:
                self.findings.problem(M("{file}, line {place}: no image; left aside.", file=file.name, place=place))

    def _take_head(self, head: dict[str, Any]) -> None:
        stated = str(head.get("task") or "detect")
        if stated != self.task.value:
            raise UserError(
                M(
                    "{file} is a dataset for {stated!r}, the project for {wanted}.",
                    file=self.file,
                    stated=stated[:40],
                    wanted=self.task,
                )
            )
        names = head.get("class_names")
        try:
            listed = enumerate(names) if isinstance(names, list) else dict(names or {}).items()
            self._names = {int(k): " ".join(str(v).split()) for k, v in listed}
        except (TypeError, ValueError) as error:
            raise UserError(M("{file} has a list of classes that is no id to name.", file=self.file)) from error
        if not all(self._names.values()) or len(set(self._names.values())) < len(self._names):
            raise UserError(
                M("{file} has two classes of one name, or one without; give each a name of its own.", file=self.file)
            )
        self.findings.aside("dataset", [key for key in head if key not in _HEADER])
        self.names: Sequence[str] = [self._names[key] for key in sorted(self._names)]
        folder = head.get("path")
        try:
            self._folder = safe_path(folder) if folder else ""
        except UserError:
            self._folder = ""
            self.findings.problem(
                M("{file}: its path leads elsewhere; images are looked for beside it.", file=self.file.name)
            )
        shape = head.get("kpt_shape")
        self._shape = shape if isinstance(shape, list) and len(shape) == 2 else None
        if self._points and self._shape and self._shape[0] != self._points:
            raise UserError(
                M(
                    "The objects of {file} have {given} points, those of the project {wanted}; import it "
                    "into a project with its own skeleton.",
                    file=self.file,
                    given=str(self._shape[0])[:20],
                    wanted=self._points,
                )
            )

    def _lines(self) -> Iterator[tuple[int, Any]]:
        """Number and value of every line that is JSON; others are reported."""
        try:
            with ordinary(self.file).open("rb") as stream:
                for place, line in enumerate(iter(lambda: stream.readline(MAX_LINE), b""), start=1):
                    text = line.removeprefix(b"\xef\xbb\xbf") if place == 1 else line
                    if not text.strip():
                        continue
                    try:
                        value = json.loads(text)
                    except (ValueError, RecursionError):
                        self.findings.problem(
                            M("{file}, line {place}: no JSON; left aside.", file=self.file.name, place=place)
                        )
                        continue
                    yield place, value
        except OSError as error:
            raise UserError(M("{file} cannot be read: {reason}.", file=self.file, reason=reason_of(error))) from error

    def _take(self, place: int, row: dict[str, Any]) -> None:
        width, height = whole(row.get("width")), whole(row.get("height"))
        try:
            path, split = safe_path(row.get("file")), str(row.get("split") or "")[:40]
            if self._folder and split:
                path = safe_path(f"{self._folder}/images/{split}/{path}")  # where Ultralytics looks for it
        except UserError as error:
            self.findings.problem(
                M("{file}, line {place}: {reason}; left aside.", file=self.file.name, place=place, reason=error)
            )
            return
        self.findings.aside("image", [key for key in row if key not in _IMAGE])
        objects, lost = self._objects(place, row.get("annotations"), width, height)
        self._keep(StatedImage(str(place), path, width, height, split_of_word(split)), objects, lost)

    def _objects(self, place: int, stated: Any, width: int, height: int) -> tuple[list[StatedObject] | None, int]:
        key = _KEY[self.task]
        if not isinstance(stated, dict):
            return None, 0  # nobody has said what is on it
        self.findings.aside("annotations", [each for each in stated if each != key])
        values = stated.get(key)
        if not isinstance(values, list):
            return None, 0
        if values and not (width and height):
            self.findings.problem(
                M("{file}, line {place}: no width and height; left aside.", file=self.file.name, place=place)
            )
            return [], len(values)
        objects, lost = [], 0
        for value in values:
            try:
                objects.append(self._object(value, width, height))
            except UserError as error:
                lost += 1
                self.findings.problem(
                    M("{file}, line {place}: {reason}; left aside.", file=self.file.name, place=place, reason=error)
                )
        return objects, lost

    def _object(self, value: Any, width: int, height: int) -> StatedObject:
        row = value if isinstance(value, list) else [value]
        index = number(row[0]) if row else -1.0
        name = self._names.get(int(index)) if index == int(index) else None
        if name is None:
            raise UserError(M("class {number}, which the file does not list", number=str(row[0])[:40] if row else "?"))
        values = row[1:]
        match self.task:
            case Task.DETECT:
                return StatedObject(name, _box(values, width, height))
            case Task.SEGMENT:
                return StatedObject(name, _polygon(values, width, height))
            case Task.OBB:
                return StatedObject(name, rectangle(_scaled(values, width, height)))
            case Task.POSE:
                return StatedObject(name, self._pose(values, width, height))
        return StatedObject(name, WHOLE_IMAGE)

    def _pose(self, values: list[Any], width: int, height: int) -> Region:
        each = int(self._shape[1]) if self._shape and self._shape[1] in (2, 3) else 3
        if len(values) < 4 or (len(values) - 4) % each or (self._points and len(values) != 4 + each * self._points):
            raise UserError(M("keypoints that do not come in full"))
        points = []
        for place in range(4, len(values), each):
            x, y, *seen = values[place : place + each]
            if seen and (isinstance(seen[0], bool) or seen[0] not in (0, 1, 2)):
                raise UserError(M("a point whose visibility is not 0, 1 or 2"))
            points.append(_point(number(number(x) * width), number(number(y) * height), int(seen[0]) if seen else None))
        return Keypoints(_box(values[:4], width, height), tuple(points))


def _point(x: float, y: float, seen: int | None) -> Keypoint:
    """Without a visibility a point is there unless it lies at 0 0 or left of or above the image, as in label rows."""
    if seen is None:
        seen = 0 if x < 0 or y < 0 or x == y == 0 else 2
    return Keypoint(x, y, seen) if seen else Keypoint(0.0, 0.0, 0)


def _box(values: list[Any], width: int, height: int) -> Box:
    if len(values) != 4:
        raise UserError(M("a box that is not x, y, width, height"))
    cx, cy, w, h = map(number, values)
    if w < 0 or h < 0:
        raise UserError(M("a box with a negative side"))
    sides = ((cx - w / 2) * width, (cy - h / 2) * height, (cx + w / 2) * width, (cy + h / 2) * height)
    return Box(*map(number, sides))


def _scaled(values: list[Any], width: int, height: int) -> list[tuple[float, float]]:
    return [(number(x * width), number(y * height)) for x, y in pairs(values)]


def _polygon(values: list[Any], width: int, height: int) -> Polygon:
    return outline_of(_scaled(values, width, height), 2e-8 * max(width, height))


def write_ndjson(
    file: Path, names: Sequence[str], images: Iterable[OutImage], task: Task, skeleton: Skeleton | None = None
) -> None:
    """Write an NDJSON file, whole or not at all. An object of several rings becomes one ring, joined without width."""
    ids = {name: place for place, name in enumerate(names)}
    head: dict[str, Any] = {"type": "dataset", "task": task.value, "name": file.stem, "class_names": {}}
    head["class_names"] = {str(place): name for name, place in ids.items()}
    if skeleton is not None:
        head |= {"kpt_shape": [len(skeleton.names), 3], "flip_idx": list(skeleton.flip)}
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as out:
        out.write(json.dumps(head, ensure_ascii=False) + "\n")
        for image in images:
            rows = [[ids[x.name], *_values(x.region, image.width, image.height)] for x in image.objects]
            stated = [row[0] for row in rows] if task is Task.CLASSIFY else rows
            line = {"type": "image", "file": image.path, "width": image.width, "height": image.height}
            line |= {"split": image.split or "train", "annotations": {_KEY[task]: stated}}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    part.replace(file)


def _values(region: Region, width: int, height: int) -> list[float]:
    if region.kind == "image":
        return []
    if isinstance(region, OrientedBox):
        return [v for x, y in region.points for v in (x / width, y / height)]
    if isinstance(region, Polygon):
        return [v for x, y in one_ring(region.rings) for v in (x / width, y / height)]
    box = region.bounds
    cx, cy = box.center
    values = [cx / width, cy / height, box.width / width, box.height / height]
    if isinstance(region, Keypoints):
        values += [v for p in region.points for v in ((p.x / width, p.y / height, p.seen) if p.seen else (0, 0, 0))]
    return values


def _read(asked: ToRead) -> Ndjson:
    return Ndjson(asked.only("*.ndjson"), asked.root, asked.task, asked.skeleton)


def _write(given: ToWrite) -> None:
    write_ndjson(given.folder / "dataset.ndjson", given.names, given.images, given.task, given.skeleton)


_MARK = rb'\A\s*\{[^\n]*"type"\s*:\s*"dataset"'
register(Format("ndjson", "Ultralytics NDJSON", 60, (".ndjson", ".json"), _MARK, _read, _write))
