"""labelme's JSON, one file an image; X-AnyLabeling writes the same with more fields.

An object of several parts, or of points, is a group: shapes with the same ``group_id``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

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
    pairs,
    read_json,
    safe_path,
    whole,
)
from verify_app.formats.rings import one_ring

MAX_BYTES = 512 * 2**20
"""A file may hold the picture itself (``imageData``), which is left aside."""
_FILE = {"version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"}
_SHAPE = {"label", "points", "group_id", "shape_type"}
_AREAS = {"rectangle", "polygon", "rotation", "oriented_rectangle", "quadrilateral"}


class Labelme:
    """A folder of labelme files, in it or under it."""

    def __init__(self, folder: Path, root: Path, task: Task, skeleton: Skeleton | None = None) -> None:
        self.root, self.task, self.skeleton, self.findings = root, task, skeleton, Findings()
        self._files = sorted(folder.rglob("*.json"))
        found: dict[str, None] = {}
        usable = 0
        for file in self._files:
            data = self._data(file)
            if data is None:
                continue
            usable += 1
            points = skeleton.names if skeleton else ()
            for shape in data["shapes"]:
                label = _label(shape)
                if label and not (_kind(shape) == "point" and label in points):
                    found[label] = None
            if task is Task.CLASSIFY:
                found |= dict.fromkeys(_flags(data))
        if not usable:
            raise UserError(f"There is no labelme file (.json with shapes) in {folder}.")
        self.names: Sequence[str] = sorted(found)

    def _data(self, file: Path) -> dict[str, Any] | None:
        try:
            data = read_json(file, MAX_BYTES)
        except UserError:
            return None
        if not isinstance(data, dict) or not isinstance(data.get("shapes"), list):
            return None
        data["shapes"] = [shape for shape in data["shapes"] if isinstance(shape, dict)]
        return data

    def images(self) -> Iterator[StatedImage]:
        for file in self._files:
            data = self._data(file)
            if data is None:
                self.findings.problem(f"{file}: no labelme file, or cut off; left aside.")
                continue
            try:
                path = self._path(file, data)
            except UserError as error:
                self.findings.problem(f"{file}: {error}; left aside.")
                continue
            self.findings.aside("file", [key for key in data if key not in _FILE])
            yield StatedImage(str(file), path, whole(data.get("imageWidth")), whole(data.get("imageHeight")))

    def _path(self, file: Path, data: dict[str, Any]) -> str:
        """The image lies where the file says, seen from the file; many files name pictures by a path of long ago."""
        stated = str(data.get("imagePath") or "").replace("\\", "/")
        for name in (stated, Path(stated).name):
            try:
                place = (file.parent / safe_path(name)).relative_to(self.root)
            except (UserError, ValueError):
                continue
            if (self.root / place).is_file():
                return place.as_posix()
        return safe_path(Path(stated).name)

    def labels(self) -> Iterator[StatedLabels]:
        for file in self._files:
            data = self._data(file)
            if data is not None:
                yield StatedLabels(str(file), tuple(self._objects(file, data)))

    def _objects(self, file: Path, data: dict[str, Any]) -> Iterator[StatedObject]:
        if self.task is Task.CLASSIFY:
            for name in _flags(data)[:1]:
                yield StatedObject(name, _whole_image())
            return
        for shapes in _groups(data["shapes"]):
            self.findings.aside("shape", [key for shape in shapes for key in shape if key not in _SHAPE])
            try:
                yield self._object(shapes)
            except UserError as error:
                self.findings.problem(f"{file}, {_label(shapes[0]) or 'shape'}: {error}; left aside.")

    def _object(self, shapes: list[dict[str, Any]]) -> StatedObject:
        areas = [shape for shape in shapes if _kind(shape) in _AREAS]
        if self.task is Task.POSE:
            region: Region | None = self._pose(areas, [shape for shape in shapes if _kind(shape) == "point"])
        elif not areas:
            raise UserError(f"a {_kind(shapes[0])}, which has no area")
        elif len(areas) == 1:
            region = as_task(_region(areas[0]), self.task)
        else:
            parts = [[list(_corners(shape))] for shape in areas]
            region = as_task(Polygon.of(parts), self.task)
        name = _label(areas[0]) if areas else ""
        if not name:
            raise UserError("a shape without a label")
        if region is None:
            raise UserError(f"a {_kind(areas[0])}, which a project for {self.task} does not take")
        return StatedObject(name, region)

    def _pose(self, areas: list[dict[str, Any]], points: list[dict[str, Any]]) -> Keypoints:
        if self.skeleton is None or len(areas) != 1:
            raise UserError("no single rectangle that groups the points of an object")
        box = _region(areas[0]).bounds
        stated = {_label(shape): shape for shape in points}
        unknown = [name for name in stated if name not in self.skeleton.names]
        if unknown:
            raise UserError(f"a point {unknown[0]}, which the project's skeleton does not have")
        found = []
        for name in self.skeleton.names:
            if name not in stated:
                found.append(Keypoint(0.0, 0.0, 0))
                continue
            ((x, y),) = pairs(stated[name].get("points"))
            flags = stated[name].get("flags")
            hidden = isinstance(flags, dict) and bool(flags.get("occluded"))
            found.append(Keypoint(x, y, 1 if hidden else 2))
        return Keypoints(box, tuple(found))


def _whole_image() -> Region:
    from verify_app.core.regions import WHOLE_IMAGE  # noqa: PLC0415

    return WHOLE_IMAGE


def _label(shape: dict[str, Any]) -> str:
    return " ".join(str(shape.get("label") or "").split())


def _kind(shape: dict[str, Any]) -> str:
    return str(shape.get("shape_type") or "polygon")


def _flags(data: dict[str, Any]) -> list[str]:
    flags = data.get("flags")
    return [str(name) for name, on in flags.items() if on is True] if isinstance(flags, dict) else []


def _groups(shapes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Shapes that are one object: alone, or with the same group."""
    grouped: dict[Any, list[dict[str, Any]]] = {}
    for place, shape in enumerate(shapes):
        group = shape.get("group_id")
        key = ("alone", place) if not isinstance(group, int | str) else ("group", group)
        grouped.setdefault(key, []).append(shape)
    yield from grouped.values()


def _corners(shape: dict[str, Any]) -> Sequence[tuple[float, float]]:
    points = pairs(shape.get("points"))
    if _kind(shape) == "rectangle" and len(points) == 2:
        (ax, ay), (bx, by) = points
        return [(ax, ay), (bx, ay), (bx, by), (ax, by)]
    return points


def _region(shape: dict[str, Any]) -> Region:
    corners = _corners(shape)
    if _kind(shape) == "rectangle":
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        if len(corners) != 4:
            raise UserError("a rectangle without its corners")
        return Box(min(xs), min(ys), max(xs), max(ys))
    if _kind(shape) in ("rotation", "oriented_rectangle"):
        if len(corners) != 4:
            raise UserError("an oriented rectangle without its four corners")
        return OrientedBox.of_corners(list(corners))
    return Polygon.simple(corners)


def write_labelme(folder: Path, images: Sequence[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write one file an image, named as labelme looks for it. Parts of an object share a group; a hole is joined to
    its outline by a cut without width."""
    for image in images:
        shapes: list[dict[str, Any]] = []
        flags: dict[str, bool] = {}
        for group, stated in enumerate(image.objects, start=1):
            if stated.region.kind == "image":
                flags[stated.name] = True
            shapes += _shapes(stated, group, skeleton)
        file = folder / Path(image.path).with_suffix(".json")
        data = {
            "version": "5.0.1",
            "flags": flags,
            "shapes": shapes,
            "imagePath": Path(image.path).name,
            "imageData": None,
            "imageHeight": image.height,
            "imageWidth": image.width,
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")


def _shapes(stated: StatedObject, group: int, skeleton: Skeleton | None) -> list[dict[str, Any]]:
    def shape(
        kind: str, points: Sequence[tuple[float, float]], *, label: str = stated.name, **more: Any
    ) -> dict[str, Any]:
        plain = {"label": label, "points": [list(p) for p in points], "group_id": None, "shape_type": kind, "flags": {}}
        return {**plain, "description": "", "mask": None, **more}

    region = stated.region
    if isinstance(region, Box):
        return [shape("rectangle", [(region.x1, region.y1), (region.x2, region.y2)])]
    if isinstance(region, OrientedBox):
        return [shape("polygon", region.points)]
    if isinstance(region, Polygon):
        number = group if len(region.parts) > 1 else None
        return [shape("polygon", one_ring(part), group_id=number) for part in region.parts]
    if isinstance(region, Keypoints) and skeleton is not None:
        box = region.box
        found = [shape("rectangle", [(box.x1, box.y1), (box.x2, box.y2)], group_id=group)]
        for name, point in zip(skeleton.names, region.points, strict=True):
            if point.seen:
                flags = {"occluded": True} if point.seen == 1 else {}
                found.append(shape("point", [(point.x, point.y)], label=name, group_id=group, flags=flags))
        return found
    return []
