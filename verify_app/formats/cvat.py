"""CVAT's XML for images (version 1.1): boxes, also rotated, polygons, masks, skeletons and tags; read as a stream."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

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
    as_task,
    number,
    outline_of,
    safe_path,
    tail_path,
    whole,
)
from verify_app.formats.registry import Format, ToRead, ToWrite, register
from verify_app.formats.shapes.ellipse import ellipse
from verify_app.formats.shapes.masks import cvat_mask
from verify_app.formats.xml_text import require_xml
from verify_app.formats.yolo.bridged_ring import one_ring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KNOWN = {"label", "xtl", "ytl", "xbr", "ybr", "rotation", "points", "rle", "left", "top", "width", "height"}
_KNOWN |= {"cx", "cy", "rx", "ry", "group_id"}
_SAYS_NOTHING = {"occluded": {"", "0"}, "z_order": {"", "0"}, "outside": {"", "0"}, "source": {"", "manual"}}
"""Values of fields that CVAT always writes."""
PRECISION = 1e-6
"""Pixels that a corner may be off its edge and still be there only for the cut to a hole."""


class Cvat(Gathered):
    """A CVAT file, read once. It lists every image of a task: one without a shape is not said to be empty."""

    def __init__(self, file: Path, root: Path, task: Task, skeleton: Skeleton | None = None) -> None:
        super().__init__(root)
        self.file, self.task, self.skeleton = file, task, skeleton
        stated: list[str] = []
        for element in self._elements({"label", "image", "track"}):
            if element.tag == "track":
                raise UserError(M("{file} holds tracks of a video; export it from CVAT as CVAT for images.", file=file))
            if element.tag == "image":
                self._take(element)
            elif element.find("name") is not None and element.find("parent") is None:  # a parent has it as a point
                stated.append(" ".join((element.findtext("name") or "").split()))
        self.names: Sequence[str] = [name for name in dict.fromkeys([*stated, *sorted(self.counts)]) if name]
        if not self._stated and not stated:
            raise UserError(M("{file} has neither labels nor images; is it CVAT's XML for images?", file=file))

    def _elements(self, tags: set[str]) -> Iterator[Element]:
        """Elements of these tags as they end, forgotten afterwards; entities and outside references are refused."""
        from defusedxml import DefusedXmlException  # noqa: PLC0415  for this format only
        from defusedxml.ElementTree import ParseError, iterparse  # noqa: PLC0415

        try:
            with ordinary(self.file).open("rb") as stream:
                parents: list[Element] = []
                for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
                    if event == "start":
                        if not parents and element.tag != "annotations":
                            raise UserError(_foreign(self.file, str(element.tag)))
                        parents.append(element)
                        continue
                    parents.pop()
                    if element.tag in tags:
                        yield element
                        if parents:
                            parents[-1].remove(element)  # cleared only, a million of them would stay
        except OSError as error:
            raise UserError(M("{file} cannot be read: {reason}.", file=self.file, reason=reason_of(error))) from error
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise UserError(M("{file} is no XML, or was cut off; get it anew.", file=self.file)) from error

    def _take(self, image: Element) -> None:
        place = len(self._stated)
        try:
            path = self._path(image)
        except UserError as error:
            self.findings.problem(
                M(
                    "{file}, image {image}: {reason}; left aside.",
                    file=self.file.name,
                    image=str(image.get("id"))[:40],
                    reason=error,
                )
            )
            return
        objects, lost = [], 0
        for shapes in _groups(image, self.task):
            self._aside(shapes)
            try:
                objects.append(self._object(shapes, image))
            except UserError as error:
                lost += 1
                where = f"{self.file.name}, {path[:200]}, {str(shapes[0].tag)[:40]} {_label(shapes[0])}"
                self.findings.problem(M("{file}: {reason}; left aside.", file=where, reason=error))
        sizes = whole(image.get("width")), whole(image.get("height"))
        stated = StatedImage(str(place), path, sizes[0], sizes[1], split_of_word(image.get("subset") or ""))
        self._keep(stated, objects if len(image) else None, lost)

    def _path(self, image: Element) -> str:
        """Where the image is: CVAT puts those of a subset in a folder of its name."""
        path, subset = tail_path(image.get("name")), image.get("subset") or ""
        for folder in (f"images/{subset}/", f"{subset}/") if subset else ():
            try:
                if (self.root / folder / path).is_file():
                    return safe_path(folder + path)
            except (OSError, ValueError, UserError):
                continue
        return path

    def _aside(self, shapes: list[Element]) -> None:
        for shape in shapes:
            tag = str(shape.tag)
            keys = [k for k, value in shape.items() if k not in _KNOWN and value not in _SAYS_NOTHING.get(k, {""})]
            if len(shapes) == 1 and shape.get("group_id", "0") not in ("", "0"):
                keys.append("group_id")
            self.findings.aside(tag, keys)
            self.findings.aside(tag, [str(child.tag) for child in shape if child.tag != "points"])

    def _object(self, shapes: list[Element], image: Element) -> StatedObject:
        shape = shapes[0]
        name = _label(shape)
        if not name:
            raise UserError(M("no label"))
        if self.task is Task.POSE and len(shapes) > 1:
            region: Region = self._pose(*shapes)
        elif len(shapes) > 1:
            regions = [self._region(each, image) for each in shapes]
            region = Polygon(tuple(part for each in regions if isinstance(each, Polygon) for part in each.parts))
        else:
            region = self._region(shape, image)
        return StatedObject(name, as_task(region, self.task, self.findings))

    def _region(self, shape: Element, image: Element) -> Region:
        region: Region
        match shape.tag:
            case "tag":
                region = WHOLE_IMAGE
            case "box":
                region = _box(shape)
            case "polygon":
                region = outline_of(_points(shape), PRECISION)
            case "mask":
                region = _mask(shape, whole(image.get("width")), whole(image.get("height")))
            case "skeleton":
                region = self._pose(shape)
            case "ellipse":
                center, radii = (tuple(number(shape.get(key)) for key in keys) for keys in (("cx", "cy"), ("rx", "ry")))
                turn = math.radians(number(shape.get("rotation") or 0))
                region = ellipse((center[0], center[1]), (radii[0], radii[1]), turn, self.task)
            case _:
                raise UserError(M("a kind of shape that has no area"))
        return region

    def _pose(self, shape: Element, around: Element | None = None) -> Keypoints:
        """The points of a skeleton; its box where one is grouped with it, else the one round the points."""
        if self.skeleton is None:
            raise UserError(M("a skeleton, where the project has none"))
        found = {_label(child): child for child in shape.iterfind("points")}
        unknown = [name for name in found if name not in self.skeleton.names]
        if unknown:
            raise UserError(M("a point {name}, which the project's skeleton does not have", name=unknown[0]))
        points = []
        for name in self.skeleton.names:
            child = found.get(name)
            if child is None or child.get("outside") == "1":
                points.append(Keypoint(0.0, 0.0, 0))
            else:
                x, y = _points(child)[0]
                points.append(Keypoint(x, y, 1 if child.get("occluded") == "1" else 2))
        seen = [point for point in points if point.seen]
        if around is not None:
            return Keypoints(_box(around).bounds, tuple(points))
        if not seen:
            raise UserError(M("a skeleton without a point that is seen"))
        xs, ys = [p.x for p in seen], [p.y for p in seen]
        return Keypoints(Box(min(xs), min(ys), max(xs), max(ys)), tuple(points))  # CVAT keeps no box of a skeleton


def _foreign(file: Path, tag: str) -> str:
    if tag == "annotation":
        return M("{file} is a Pascal VOC file and not CVAT's XML for images; use --labels voc.", file=file)
    return M("{file} is XML of another kind (<{tag}>) and not CVAT's for images.", file=file, tag=tag[:40])


def _groups(image: Element, task: Task) -> Iterator[list[Element]]:
    """Shapes that are one object: alone; outlines of one label and group; a skeleton and the one box in its group."""
    together: dict[object, list[Element]] = {}
    for place, shape in enumerate(image):
        group = shape.get("group_id", "0")
        key: object = place
        if group not in ("", "0"):
            if task is Task.POSE and shape.tag in ("skeleton", "box"):
                key = ("pose", group, _label(shape))
            elif shape.tag in ("polygon", "mask"):
                key = ("outline", group, _label(shape))
        together.setdefault(key, []).append(shape)
    for shapes in together.values():
        if shapes[0].tag in ("polygon", "mask"):
            yield shapes
            continue
        ordered = sorted(shapes, key=lambda shape: shape.tag != "skeleton")
        if [shape.tag for shape in ordered] == ["skeleton", "box"]:
            yield ordered
        else:
            yield from ([shape] for shape in shapes)


def _label(shape: Element) -> str:
    return " ".join((shape.get("label") or "").split())


def _points(shape: Element) -> list[tuple[float, float]]:
    found = []
    for text in (shape.get("points") or "").split(";"):
        x, comma, y = text.partition(",")
        if not comma:
            raise UserError(M("points that are not x,y;x,y"))
        found.append((number(x), number(y)))
    return found


def _box(shape: Element) -> Region:
    x1, y1, x2, y2 = (number(shape.get(key)) for key in ("xtl", "ytl", "xbr", "ybr"))
    if x2 < x1 or y2 < y1:
        raise UserError(M("a box whose xbr or ybr is less than its xtl or ytl"))
    box = Box(x1, y1, x2, y2)
    angle = number(shape.get("rotation") or 0)
    if not angle:
        return box
    cx, cy = box.center
    return OrientedBox.of((cx, cy, box.width, box.height, math.radians(angle)))


def _mask(shape: Element, width: int, height: int) -> Polygon:
    """A mask: lengths of runs, row by row, in a window of the image, beginning outside."""
    left, top = (int(number(shape.get(key))) for key in ("left", "top"))
    wide, high = whole(shape.get("width")), whole(shape.get("height"))
    if left < 0 or top < 0 or (width and left + wide > width) or (height and top + high > height):
        raise UserError(M("a mask that lies outside its image"))
    return cvat_mask(shape.get("rle") or "", wide, high).moved(left, top)


def write_cvat(file: Path, names: Sequence[str], images: Iterable[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write a CVAT file, whole or not at all. Parts of an object share a group, so do a skeleton and its box; a hole is
    joined by a cut without width."""
    labels = "".join(f"<label><name>{_quoted(name)[1:-1]}</name></label>" for name in names)
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n  <version>1.1</version>\n')
        out.write(f"  <meta><job><labels>{labels}</labels></job></meta>\n")
        for place, image in enumerate(images):
            shapes = "".join(_shape(stated, group, skeleton) for group, stated in enumerate(image.objects, start=1))
            sizes = f'width="{image.width}" height="{image.height}"'
            subset = f" subset={quoteattr(image.split)}" if image.split else ""
            out.write(f'  <image id="{place}" name={_quoted(image.path)}{subset} {sizes}>\n{shapes}  </image>\n')
        out.write("</annotations>\n")
    part.replace(file)


def _quoted(text: str) -> str:
    return quoteattr(require_xml(text))


def _shape(stated: StatedObject, group: int, skeleton: Skeleton | None) -> str:
    region, label = stated.region, f"label={_quoted(stated.name)}"
    plain = 'occluded="0" source="manual" z_order="0"'
    if region.kind == "image":
        return f'    <tag {label} source="manual"/>\n'
    if isinstance(region, Keypoints) and skeleton is not None:
        points = "".join(_point(name, p) for name, p in zip(skeleton.names, region.points, strict=True))
        around = f'    <box {label} {plain} group_id="{group}" {_sides(region.box)}/>\n'
        return f'{around}    <skeleton {label} {plain} group_id="{group}">{points}</skeleton>\n'
    if isinstance(region, Polygon):
        number = f' group_id="{group}"' if len(region.parts) > 1 else ""
        return "".join(
            f'    <polygon {label} {plain}{number} points="{_joined(one_ring(part))}"/>\n' for part in region.parts
        )
    box, turn = region.bounds, ""
    if isinstance(region, OrientedBox):
        half = region.width / 2, region.height / 2
        box = Box(region.cx - half[0], region.cy - half[1], region.cx + half[0], region.cy + half[1])
        turn = f' rotation="{math.degrees(region.angle)!r}"'
    return f"    <box {label} {plain} {_sides(box)}{turn}/>\n"


def _sides(box: Box) -> str:
    sides: dict[str, Any] = dict(zip(("xtl", "ytl", "xbr", "ybr"), box.corners(), strict=True))
    return " ".join(f'{key}="{value!r}"' for key, value in sides.items())


def _point(name: str, point: Keypoint) -> str:
    outside, hidden = int(point.seen == 0), int(point.seen == 1)
    where = f'points="{point.x!r},{point.y!r}"'
    return f'<points label={_quoted(name)} outside="{outside}" occluded="{hidden}" {where}/>'


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return ";".join(f"{x!r},{y!r}" for x, y in points)


def _read(asked: ToRead) -> Cvat:
    return Cvat(asked.only("*.xml"), asked.root, asked.task, asked.skeleton)


def _write(given: ToWrite) -> None:
    write_cvat(given.folder / "annotations.xml", given.names, given.images, given.skeleton)


register(Format("cvat", "CVAT", 50, (".xml",), rb"<annotations[\s>]", _read, _write, check=require_xml))
