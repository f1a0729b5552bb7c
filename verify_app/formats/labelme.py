"""labelme's JSON, one file an image; X-AnyLabeling writes the same with more fields.

An object of several parts, or of points, is a group: shapes with the same ``group_id``.
"""

from __future__ import annotations

import base64
import io
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.heavy import np
from verify_app.core.messages import M
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Gathered
from verify_app.formats.output_names import OutNames
from verify_app.formats.picture_of_label_file import Partners
from verify_app.formats.records import (
    OutImage,
    StatedImage,
    StatedObject,
    as_task,
    outline_of,
    pairs,
    read_json,
    rectangle,
    safe_path,
    whole,
)
from verify_app.formats.registry import Format, ToRead, ToWrite, register
from verify_app.formats.shapes.ellipse import ellipse
from verify_app.formats.yolo.bridged_ring import one_ring
from verify_app.imaging.mask_contours import polygon_of_mask

MAX_BYTES = 512 * 2**20
"""A file may hold the picture itself (``imageData``), which is left aside."""
_FILE = {"version", "flags", "shapes", "imagePath", "imageData", "imageHeight", "imageWidth"}
_SHAPE = {"label", "points", "group_id", "shape_type", "mask"}
_TURNED = {"rotation", "oriented_rectangle"}
_AREAS = {"rectangle", "polygon", "quadrilateral", "mask", "circle", *_TURNED}
PRECISION = 1e-6
"""Pixels that a corner may be off its edge and still be there only for the cut to a hole."""
MASK_PIXELS = 100_000_000


class Labelme(Gathered):
    """A labelme file, or a folder of them, in it or under it; each is read once.

    No list of classes comes with them: they are sorted by name.
    """

    def __init__(self, place: Path, root: Path, task: Task, skeleton: Skeleton | None = None) -> None:
        super().__init__(root)
        self.task, self.skeleton = task, skeleton
        self._partners = Partners(root, place if place.is_dir() else place.parent)
        for file in [place] if place.is_file() else sorted(place.rglob("*.json")):
            self._take(file)
        self._sort_names(self._stated, M("There is no labelme file (.json with shapes) in {place}.", place=place))

    def _take(self, file: Path) -> None:
        try:
            data = read_json(file, MAX_BYTES)
            if not isinstance(data, dict) or not isinstance(data.get("shapes"), list):
                raise UserError(M("{file} is no labelme file", file=file))
            path = self._path(file, data)
        except UserError as error:
            self.findings.problem(M("{reason}; left aside.", reason=str(error).rstrip(".")))
            return
        self.findings.aside("file", [key for key, value in data.items() if key not in _FILE and _says(value)])
        flags = data.get("flags")
        if self.task is not Task.CLASSIFY and isinstance(flags, dict) and any(flags.values()):
            self.findings.aside("file", ["flags"])
        if self.task is Task.CLASSIFY:
            objects, lost = self._class(file, data)
        else:
            objects, lost = self._objects(file, data["shapes"])
        sides = whole(data.get("imageWidth")), whole(data.get("imageHeight"))
        self._keep(StatedImage(str(file), path, *sides), objects, lost)

    def _path(self, file: Path, data: dict[str, Any]) -> str:
        """The image lies where the file says, seen from the file; many files name pictures by a path of long ago."""
        stated = str(data.get("imagePath") or "").replace("\\", "/")
        try:
            return self._partners.find(file, stated) or safe_path(Path(stated).name)
        except UserError as error:
            raise UserError(M("{file}: {reason}", file=file, reason=error)) from error

    def _class(self, file: Path, data: dict[str, Any]) -> tuple[list[StatedObject] | None, int]:
        """The one flag that is set; an image without any has no class that somebody stated."""
        flags = data.get("flags")
        names = [str(name) for name, on in flags.items() if on is True] if isinstance(flags, dict) else []
        if len(names) > 1:
            self.findings.problem(
                M("{file}: {n} flags are set, and an image has one class; left aside.", file=file, n=len(names))
            )
            return [], 1
        return [StatedObject(" ".join(names[0].split()), WHOLE_IMAGE)] if names and names[0].strip() else None, 0

    def _objects(self, file: Path, rows: list[Any]) -> tuple[list[StatedObject], int]:
        found, lost = [], 0
        for shapes in _groups([row for row in rows if isinstance(row, dict)]):
            known = _SHAPE | ({"flags"} if self.task is Task.POSE else set())  # they say what is occluded
            self.findings.aside("shape", [k for x in shapes for k, v in x.items() if k not in known and _says(v)])
            if self.task is not Task.POSE and len(shapes) == 1 and shapes[0].get("group_id") is not None:
                self.findings.aside("shape", ["group_id"])  # a group of one says what no label holds
            try:
                found.append(self._object(shapes))
            except UserError as error:
                lost += 1
                self.findings.problem(
                    M(
                        "{file}, {shape}: {reason}; left aside.",
                        file=file,
                        shape=_label(shapes[0]) or "shape",
                        reason=error,
                    )
                )
        strange = sum(not isinstance(row, dict) for row in rows)
        if strange:
            self.findings.problem(M("{file}: {n} shapes that are none; left aside.", file=file, n=strange))
        return found, lost + strange

    def _object(self, shapes: list[dict[str, Any]]) -> StatedObject:
        areas = [shape for shape in shapes if _kind(shape) in _AREAS]
        if not areas:
            raise UserError(M("a {shape}, which has no area", shape=_kind(shapes[0])[:40]))
        name = _label(areas[0])
        if not name or any(_label(shape) != name for shape in areas):
            raise UserError(M("a group of shapes with several labels") if name else M("a shape without a label"))
        points = [shape for shape in shapes if _kind(shape) not in _AREAS]
        if self.task is Task.POSE:
            return StatedObject(name, self._pose(areas, points))
        if points:
            raise UserError(M("a group with a {shape}, which has no area", shape=_kind(points[0])[:40]))
        if len(areas) == 1:
            return StatedObject(name, as_task(_region(areas[0], self.task), self.task, self.findings))
        parts = [part for shape in areas for part in _outline(shape).parts]
        return StatedObject(name, as_task(Polygon(tuple(parts)), self.task, self.findings))

    def _pose(self, areas: list[dict[str, Any]], points: list[dict[str, Any]]) -> Keypoints:
        if self.skeleton is None or len(areas) != 1:
            raise UserError(M("no single rectangle that groups the points of an object"))
        box = _region(areas[0], Task.DETECT).bounds
        strange = next((shape for shape in points if _kind(shape) != "point"), None)
        if strange is not None:
            raise UserError(M("a {shape} among its points", shape=_kind(strange)[:40]))
        stated = {_label(shape): shape for shape in points}
        unknown = [name for name in stated if name not in self.skeleton.names]
        if unknown:
            raise UserError(M("a point {name}, which the project's skeleton does not have", name=unknown[0]))
        found = []
        for name in self.skeleton.names:
            if name not in stated:
                found.append(Keypoint(0.0, 0.0, 0))
                continue
            places = pairs(stated[name].get("points"))
            if len(places) != 1:
                raise UserError(M("a point {name} that is not one place", name=name))
            ((x, y),) = places
            flags = stated[name].get("flags")
            hidden = isinstance(flags, dict) and bool(flags.get("occluded"))
            found.append(Keypoint(x, y, 1 if hidden else 2))
        return Keypoints(box, tuple(found))


def _says(value: Any) -> bool:
    """Whether a field holds anything; labelme writes the empty ones too."""
    return value not in (None, "", [], {}, False)


def _label(shape: dict[str, Any]) -> str:
    return " ".join(str(shape.get("label") or "").split())


def _kind(shape: dict[str, Any]) -> str:
    return str(shape.get("shape_type") or "polygon").lower()


def _groups(shapes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Shapes that are one object: alone, or with the same group."""
    grouped: dict[Any, list[dict[str, Any]]] = {}
    for place, shape in enumerate(shapes):
        group = shape.get("group_id")
        key = ("alone", place) if not isinstance(group, int | str) else ("group", group)
        grouped.setdefault(key, []).append(shape)
    yield from grouped.values()


def _region(shape: dict[str, Any], task: Task) -> Region:
    if _kind(shape) == "mask":
        return _mask(shape)
    corners = pairs(shape.get("points"))
    if _kind(shape) == "circle":
        if len(corners) != 2:
            raise UserError(M("a circle that is not its centre and a point on it"))
        radius = math.dist(*corners)
        return ellipse(corners[0], (radius, radius), 0.0, task)
    if _kind(shape) in _TURNED:
        return rectangle(corners)
    if _kind(shape) != "rectangle":
        return outline_of(corners, PRECISION)
    xs, ys = {x for x, _ in corners}, {y for _, y in corners}
    if len(corners) not in (2, 4) or len(xs) > 2 or len(ys) > 2:
        raise UserError(M("a rectangle that is not two or four corners of an upright one"))
    return Box(min(xs), min(ys), max(xs), max(ys))


def _outline(shape: dict[str, Any]) -> Polygon:
    region = _region(shape, Task.SEGMENT)
    if isinstance(region, Box):
        ring = ((region.x1, region.y1), (region.x2, region.y1), (region.x2, region.y2), (region.x1, region.y2))
        return Polygon(((ring,),))
    if not isinstance(region, Polygon):
        raise UserError(M("a group of oriented rectangles"))
    return region


def _mask(shape: dict[str, Any]) -> Polygon:
    """A mask: a PNG as text, whose corners are ``points``."""
    from PIL import Image  # noqa: PLC0415

    corners = pairs(shape.get("points"))
    try:
        picture = Image.open(io.BytesIO(base64.b64decode(shape["mask"], validate=True)), formats=["PNG"])
        if picture.width * picture.height > MASK_PIXELS:
            raise UserError(M("a mask that is too large"))
        values = np.asarray(picture.convert("L"))
    except UserError:
        raise
    except Exception as error:  # the library raises whatever the damage leads to
        raise UserError(M("a mask that cannot be unpacked")) from error
    found = polygon_of_mask((values > 0).astype(np.uint8))
    if found is None or not corners:
        raise UserError(M("a mask without a pixel"))
    return found.moved(int(min(x for x, _ in corners)), int(min(y for _, y in corners)))  # as labelme places it


def write_labelme(folder: Path, images: Iterable[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write one file an image, named as labelme looks for it where no other image would be meant too. Parts of an
    object share a group; a hole is joined to its outline by a cut without width."""
    written = OutNames()
    for image in images:
        shapes: list[dict[str, Any]] = []
        flags: dict[str, bool] = {}
        for group, stated in enumerate(image.objects, start=1):
            if stated.region.kind == "image":
                flags[stated.name] = True
            shapes += _shapes(stated, group, skeleton)
        file = folder / written.file(image.path, ".json")
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
        plain: dict[str, Any] = {
            "label": label,
            "points": [list(p) for p in points],
            "group_id": None,
            "shape_type": kind,
            "flags": {},
        }
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


def _read(asked: ToRead) -> Labelme:
    return Labelme(asked.path, asked.root, asked.task, asked.skeleton)


def _write(given: ToWrite) -> None:
    write_labelme(given.folder, given.images, given.skeleton)


register(Format("labelme", "labelme, X-AnyLabeling", 40, (".json",), rb'"shapes"\s*:\s*\[', _read, _write))
