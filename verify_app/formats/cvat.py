"""CVAT's XML for images (version 1.1): boxes, also rotated, polygons, masks, skeletons and tags; read as a stream."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

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
    as_task,
    number,
    safe_path,
    whole,
)
from verify_app.formats.rings import one_ring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SHAPES = {"box", "polygon", "mask", "skeleton", "tag"}
_KNOWN = {"label", "xtl", "ytl", "xbr", "ybr", "rotation", "points", "rle", "left", "top", "width", "height"}
_KNOWN |= {"occluded", "source", "z_order", "outside", "group_id"}
MASK_PIXELS = 100_000_000


class Cvat:
    """A CVAT file."""

    def __init__(self, file: Path, root: Path, task: Task, skeleton: Skeleton | None = None) -> None:
        self.file, self.root, self.task, self.skeleton = file, root, task, skeleton
        self.findings = Findings()
        stated: list[str] = []
        used: dict[str, None] = {}
        for element in self._elements({"label", "image"}):
            if element.tag == "label" and element.find("name") is not None:
                if element.findtext("type") != "points" or element.findtext("parent") is None:
                    stated.append(" ".join((element.findtext("name") or "").split()))
            elif element.tag == "image":
                used |= dict.fromkeys(_label(shape) for shape in element if shape.tag in _SHAPES)
        names = [*stated, *sorted(set(used) - set(stated))]
        self.names: Sequence[str] = list(dict.fromkeys(name for name in names if name))
        if not self.names:
            raise UserError(f"{file} has neither labels nor images; is it CVAT's XML for images?")

    def _elements(self, tags: set[str]) -> Iterator[Element]:
        """Elements of these tags as they end, forgotten afterwards; entities and outside references are refused."""
        from defusedxml import DefusedXmlException  # noqa: PLC0415  for this format only
        from defusedxml.ElementTree import ParseError, iterparse  # noqa: PLC0415

        try:
            with self.file.open("rb") as stream:
                for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
                    if element.tag in tags:
                        yield element
                        element.clear()
        except OSError as error:
            raise UserError(f"{self.file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise UserError(f"{self.file} is no XML, or was cut off; get it anew.") from error

    def images(self) -> Iterator[StatedImage]:
        for place, image in enumerate(self._elements({"image"})):
            try:
                path = safe_path(image.get("name"))
            except UserError as error:
                self.findings.problem(f"{self.file.name}, image {place}: {error}; left aside.")
                continue
            sizes = whole(image.get("width")), whole(image.get("height"))
            yield StatedImage(str(place), path, *sizes, split=_split(image.get("subset")))

    def labels(self) -> Iterator[StatedLabels]:
        for place, image in enumerate(self._elements({"image"})):
            objects = []
            for shape in image:
                self.findings.aside(shape.tag, [key for key in shape.keys() if key not in _KNOWN])  # noqa: SIM118
                self.findings.aside(shape.tag, [child.tag for child in shape if child.tag != "points"])
                try:
                    objects.append(self._object(shape, image))
                except UserError as error:
                    where = f"{self.file.name}, {str(image.get('name'))[:200]}"
                    self.findings.problem(f"{where}, {shape.tag} {_label(shape)}: {error}; left aside.")
            yield StatedLabels(str(place), tuple(objects))

    def _object(self, shape: Element, image: Element) -> StatedObject:
        if shape.tag not in _SHAPES:
            raise UserError("a kind of shape that has no area")
        region: Region | None
        match shape.tag:
            case "tag":
                region = WHOLE_IMAGE if self.task is Task.CLASSIFY else None
            case "box":
                region = _box(shape)
            case "polygon":
                region = Polygon.simple(_points(shape))
            case "mask":
                region = _mask(shape, whole(image.get("width")), whole(image.get("height")))
            case _:
                region = self._pose(shape)
        if self.task is not Task.CLASSIFY or shape.tag != "tag":
            region = as_task(region, self.task) if region is not None and self.task is not Task.CLASSIFY else None
        name = _label(shape)
        if region is None or not name:
            raise UserError(f"nothing that a project for {self.task} takes")
        return StatedObject(name, region)

    def _pose(self, shape: Element) -> Keypoints:
        if self.skeleton is None:
            raise UserError("a skeleton, where the project has none")
        found = {_label(child): child for child in shape.iterfind("points")}
        unknown = [name for name in found if name not in self.skeleton.names]
        if unknown:
            raise UserError(f"a point {unknown[0]}, which the project's skeleton does not have")
        points = []
        for name in self.skeleton.names:
            child = found.get(name)
            if child is None or child.get("outside") == "1":
                points.append(Keypoint(0.0, 0.0, 0))
            else:
                ((x, y),) = _points(child)[:1]
                points.append(Keypoint(x, y, 1 if child.get("occluded") == "1" else 2))
        seen = [point for point in points if point.seen]
        if not seen:
            raise UserError("a skeleton without a point that is seen")
        xs, ys = [p.x for p in seen], [p.y for p in seen]
        return Keypoints(Box(min(xs), min(ys), max(xs), max(ys)), tuple(points))  # CVAT keeps no box of a skeleton


def _split(subset: str | None) -> str:
    known = {"train": "train", "val": "val", "validation": "val", "test": "test"}
    return known.get(str(subset or "").lower(), "")


def _label(shape: Element) -> str:
    return " ".join((shape.get("label") or "").split())


def _points(shape: Element) -> list[tuple[float, float]]:
    found = []
    for text in (shape.get("points") or "").split(";"):
        x, comma, y = text.partition(",")
        if not comma:
            raise UserError("points that are not x,y;x,y")
        found.append((number(x), number(y)))
    return found


def _box(shape: Element) -> Region:
    box = Box.of(number(shape.get(key)) for key in ("xtl", "ytl", "xbr", "ybr"))
    angle = number(shape.get("rotation") or 0)
    if not angle:
        return box
    cx, cy = box.center
    return OrientedBox.of((cx, cy, box.width, box.height, math.radians(angle)))


def _mask(shape: Element, width: int, height: int) -> Polygon:
    """A mask: lengths of runs, row by row, in a window of the image, beginning outside."""
    import numpy as np  # noqa: PLC0415  masks only

    from verify_app.imaging.outline import polygon_of_mask  # noqa: PLC0415  opencv, masks only

    left, top = (int(number(shape.get(key))) for key in ("left", "top"))
    wide, high = whole(shape.get("width")), whole(shape.get("height"))
    runs = [int(number(run)) for run in (shape.get("rle") or "").split(",") if run.strip()]
    if not wide or not high or wide * high > MASK_PIXELS or sum(runs) != wide * high or min(runs, default=0) < 0:
        raise UserError("a mask whose runs do not fill its window")
    if left < 0 or top < 0 or (width and left + wide > width) or (height and top + high > height):
        raise UserError("a mask that lies outside its image")
    values = np.repeat(np.arange(len(runs)) % 2, runs).astype(np.uint8).reshape(high, wide)
    found = polygon_of_mask(values)
    if found is None:
        raise UserError("a mask without a pixel")
    return found.moved(left, top)


def write_cvat(file: Path, names: Sequence[str], images: Sequence[OutImage], skeleton: Skeleton | None = None) -> None:
    """Write a CVAT file, whole or not at all. Parts of an object share a group; a hole is joined by a cut without
    width; the box of a skeleton is not kept by CVAT."""
    labels = "".join(f"<label><name>{_escaped(name)}</name></label>" for name in names)
    rows = []
    for place, image in enumerate(images):
        shapes = "".join(_shape(stated, group, skeleton) for group, stated in enumerate(image.objects, start=1))
        sizes = f'width="{image.width}" height="{image.height}"'
        subset = f" subset={quoteattr(image.split)}" if image.split else ""
        rows.append(f'  <image id="{place}" name={quoteattr(image.path)}{subset} {sizes}>\n{shapes}  </image>\n')
    head = '<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n  <version>1.1</version>\n'
    text = f"{head}  <meta><job><labels>{labels}</labels></job></meta>\n{''.join(rows)}</annotations>\n"
    part = file.with_name(file.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def _escaped(text: str) -> str:
    return quoteattr(text)[1:-1]


def _shape(stated: StatedObject, group: int, skeleton: Skeleton | None) -> str:
    region, label = stated.region, f"label={quoteattr(stated.name)}"
    plain = 'occluded="0" source="manual" z_order="0"'
    if region.kind == "image":
        return f'    <tag {label} source="manual"/>\n'
    if isinstance(region, Keypoints) and skeleton is not None:
        points = "".join(_point(name, p) for name, p in zip(skeleton.names, region.points, strict=True))
        return f"    <skeleton {label} {plain}>{points}</skeleton>\n"
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
    sides: dict[str, Any] = dict(zip(("xtl", "ytl", "xbr", "ybr"), box.corners(), strict=True))
    text = " ".join(f'{key}="{value!r}"' for key, value in sides.items())
    return f"    <box {label} {plain} {text}{turn}/>\n"


def _point(name: str, point: Keypoint) -> str:
    outside, hidden = int(point.seen == 0), int(point.seen == 1)
    where = f'points="{point.x!r},{point.y!r}"'
    return f'<points label={quoteattr(name)} outside="{outside}" occluded="{hidden}" {where}/>'


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return ";".join(f"{x!r},{y!r}" for x, y in points)
