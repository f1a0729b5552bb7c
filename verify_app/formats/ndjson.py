"""Ultralytics' NDJSON: a header line, then a line an image; coordinates are shares of the image as displayed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.dataset import (
    Findings,
    OutImage,
    StatedImage,
    StatedLabels,
    StatedObject,
    number,
    pairs,
    safe_path,
    whole,
)
from verify_app.formats.rings import one_ring

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


class Ndjson:
    """An NDJSON file; it has one task, and a project of another cannot take it."""

    def __init__(self, file: Path, root: Path, task: Task) -> None:
        self.file, self.root, self.task, self.findings = file, root, task, Findings()
        head = next(self._lines(), (0, None))[1]
        if not isinstance(head, dict) or head.get("type") != "dataset":
            raise UserError(f'{file} does not begin with a line of "type": "dataset"; is it Ultralytics NDJSON?')
        stated = str(head.get("task") or "detect")
        if stated != task.value:
            raise UserError(f"{file} is a dataset for {stated}, the project for {task}.")
        names = head.get("class_names")
        try:
            self._names = {int(k): " ".join(str(v).split()) for k, v in dict(names or {}).items()}
        except (TypeError, ValueError) as error:
            raise UserError(f"{file} has a list of classes that is no id to name.") from error
        self.findings.aside("dataset", [key for key in head if key not in _HEADER])
        self.names: Sequence[str] = [self._names[key] for key in sorted(self._names)]
        stated = head.get("path")
        self._folder = safe_path(stated) if isinstance(stated, str) and stated else ""
        shape = head.get("kpt_shape")
        self._shape = shape if isinstance(shape, list) and len(shape) == 2 else None

    def _lines(self) -> Iterator[tuple[int, Any]]:
        """Number and value of every line that is JSON; others are reported."""
        try:
            with self.file.open("rb") as stream:
                for place, line in enumerate(iter(lambda: stream.readline(MAX_LINE), b""), start=1):
                    text = line.removeprefix(b"\xef\xbb\xbf") if place == 1 else line
                    if not text.strip():
                        continue
                    try:
                        yield place, json.loads(text)
                    except (ValueError, RecursionError):
                        self.findings.problem(f"{self.file.name}, line {place}: no JSON; left aside.")
        except OSError as error:
            raise UserError(f"{self.file} cannot be read: {(error.strerror or str(error)).lower()}.") from error

    def _rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        for place, row in self._lines():
            if isinstance(row, dict) and row.get("type") == "image":
                yield place, row

    def images(self) -> Iterator[StatedImage]:
        for place, row in self._rows():
            try:
                path, split = safe_path(row.get("file")), str(row.get("split") or "")
                if self._folder and split:
                    path = safe_path(f"{self._folder}/images/{split}/{path}")  # where Ultralytics looks for it
            except UserError as error:
                self.findings.problem(f"{self.file.name}, line {place}: {error}; left aside.")
                continue
            self.findings.aside("image", [key for key in row if key not in _IMAGE])
            yield StatedImage(str(place), path, whole(row.get("width")), whole(row.get("height")), split)

    def labels(self) -> Iterator[StatedLabels]:
        make = {
            Task.DETECT: _box,
            Task.SEGMENT: _polygon,
            Task.POSE: self._pose,
            Task.OBB: _oriented,
            Task.CLASSIFY: _whole_image,
        }[self.task]
        for place, row in self._rows():
            width, height = whole(row.get("width")), whole(row.get("height"))
            stated = row.get("annotations")
            if not isinstance(stated, dict):
                continue  # nobody has said what is on it
            self.findings.aside("annotations", [key for key in stated if key != _KEY[self.task]])
            if not (width and height):
                self.findings.problem(f"{self.file.name}, line {place}: no width and height; left aside.")
                continue
            values = stated.get(_KEY[self.task])
            objects = []
            for value in values if isinstance(values, list) else []:
                try:
                    objects.append(self._object(value, make, width, height))
                except UserError as error:
                    self.findings.problem(f"{self.file.name}, line {place}: {error}; left aside.")
            yield StatedLabels(str(place), tuple(objects))

    def _object(self, value: Any, make: Callable[..., Region], width: int, height: int) -> StatedObject:
        row = value if isinstance(value, list) else [value]
        index = number(row[0]) if row else -1
        if index not in self._names:
            raise UserError(f"class {row[0] if row else '?'}, which the file does not list")
        return StatedObject(self._names[int(index)], make(row[1:], width, height))

    def _pose(self, values: list[Any], width: int, height: int) -> Region:
        each = int(self._shape[1]) if self._shape and self._shape[1] in (2, 3) else 3
        if len(values) < 4 or (len(values) - 4) % each:
            raise UserError("keypoints that do not come in full")
        points = []
        for place in range(4, len(values), each):
            x, y, *seen = values[place : place + each]
            state = int(number(seen[0])) if seen else 2
            points.append(Keypoint(number(x) * width, number(y) * height, min(max(state, 0), 2)))
        return Keypoints(_box(values[:4], width, height), tuple(points))


def _box(values: list[Any], width: int, height: int) -> Box:
    if len(values) != 4:
        raise UserError("a box that is not x, y, width, height")
    cx, cy, w, h = map(number, values)
    if w < 0 or h < 0:
        raise UserError("a box with a negative side")
    return Box((cx - w / 2) * width, (cy - h / 2) * height, (cx + w / 2) * width, (cy + h / 2) * height)


def _scaled(values: list[Any], width: int, height: int) -> list[tuple[float, float]]:
    return [(x * width, y * height) for x, y in pairs(values)]


def _polygon(values: list[Any], width: int, height: int) -> Polygon:
    return Polygon.simple(_scaled(values, width, height))


def _oriented(values: list[Any], width: int, height: int) -> OrientedBox:
    corners = _scaled(values, width, height)
    if len(corners) != 4:
        raise UserError("an oriented box without its four corners")
    return OrientedBox.of_corners(corners)


def _whole_image(values: list[Any], width: int, height: int) -> Region:
    del values, width, height
    return WHOLE_IMAGE


def write_ndjson(
    file: Path, names: Sequence[str], images: Sequence[OutImage], task: Task, skeleton: Skeleton | None = None
) -> None:
    """Write an NDJSON file, whole or not at all. An object of several rings becomes one ring, joined without width."""
    ids = {name: place for place, name in enumerate(names)}
    head: dict[str, Any] = {"type": "dataset", "task": task.value, "name": file.stem, "class_names": {}}
    head["class_names"] = {str(place): name for name, place in ids.items()}
    if skeleton is not None:
        head |= {"kpt_shape": [len(skeleton.names), 3], "flip_idx": list(skeleton.flip)}
    lines = [head]
    for image in images:
        rows = [[ids[x.name], *_values(x.region, image.width, image.height)] for x in image.objects]
        stated = [row[0] for row in rows] if task is Task.CLASSIFY else rows
        line = {"type": "image", "file": image.path, "width": image.width, "height": image.height}
        lines.append({**line, "split": image.split or "train", "annotations": {_KEY[task]: stated}})
    part = file.with_name(file.name + ".part")
    part.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
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
