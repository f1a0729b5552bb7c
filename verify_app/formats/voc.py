"""Pascal VOC: one XML file an image, boxes in whole pixels; rotated boxes as roLabelImg writes them.

Coordinates are taken as they stand in the file: the first VOC sets counted pixels from 1, the tools of today from 0,
and no file says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import OrientedBox
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

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 64 * 2**20
_KNOWN = {"folder", "filename", "path", "source", "size", "segmented", "object", "owner", "verified"}
_OBJECT = {"name", "bndbox", "robndbox", "type"}


class Voc:
    """A folder of VOC files, in it or under it (``Annotations``)."""

    def __init__(self, folder: Path, root: Path, task: Task) -> None:
        if task not in (Task.DETECT, Task.OBB, Task.CLASSIFY):
            raise UserError(f"Pascal VOC holds boxes; a project for {task} needs another format.")
        self.root, self.task, self.findings = root, task, Findings()
        self._files = sorted(folder.rglob("*.xml"))
        if not self._files:
            raise UserError(f"There is no .xml file in {folder}.")
        found: dict[str, None] = {}
        for tree in map(self._tree, self._files):
            for name in tree.iterfind("object/name") if tree is not None else ():
                found[_text(name)] = None
        self.names: Sequence[str] = sorted(name for name in found if name)

    def _tree(self, file: Path) -> Element | None:
        """The file's XML, or None when it is no annotation; entities and outside references are refused."""
        from defusedxml import DefusedXmlException  # noqa: PLC0415  for this format only
        from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

        try:
            if file.stat().st_size > MAX_BYTES:
                return None
            tree: Element = fromstring(file.read_bytes(), forbid_dtd=True)
        except (OSError, ParseError, DefusedXmlException, ValueError, LookupError):
            return None
        return tree if tree.tag == "annotation" else None

    def images(self) -> Iterator[StatedImage]:
        for file in self._files:
            tree = self._tree(file)
            if tree is None:
                self.findings.problem(f"{file}: no readable VOC annotation; left aside.")
                continue
            try:
                path = self._path(file, tree)
            except UserError as error:
                self.findings.problem(f"{file}: {error}; left aside.")
                continue
            self.findings.aside("annotation", [child.tag for child in tree if child.tag not in _KNOWN])
            size = tree.find("size")
            sides = [whole(size.findtext(tag)) if size is not None else 0 for tag in ("width", "height")]
            yield StatedImage(str(file), path, *sides)

    def _path(self, file: Path, tree: Element) -> str:
        """Where the image is: by the file's own place when a picture of its name lies there, else by what it states."""
        stated = safe_path(tree.findtext("filename"))
        beside = file.parent.relative_to(self.root) / stated if file.is_relative_to(self.root) else Path(stated)
        return beside.as_posix() if (self.root / beside).is_file() else stated

    def labels(self) -> Iterator[StatedLabels]:
        for file in self._files:
            tree = self._tree(file)
            if tree is None:
                continue
            objects = []
            for place, element in enumerate(tree.iterfind("object"), start=1):
                self.findings.aside("object", [child.tag for child in element if child.tag not in _OBJECT])
                try:
                    objects.append(self._object(element))
                except UserError as error:
                    self.findings.problem(f"{file}, object {place}: {error}; left aside.")
            yield StatedLabels(str(file), tuple(objects))

    def _object(self, element: Element) -> StatedObject:
        name = _text(element.find("name"))
        if not name:
            raise UserError("an object without a name")
        region = as_task(_region(element), self.task)
        if region is None:
            raise UserError(f"nothing in it that a project for {self.task} takes")
        return StatedObject(name, region)


def _text(element: Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""


def _region(element: Element) -> Region:
    box, turned = element.find("bndbox"), element.find("robndbox")
    if turned is not None:
        return OrientedBox.of(number(turned.findtext(tag)) for tag in ("cx", "cy", "w", "h", "angle"))
    if box is None:
        raise UserError("an object without a box")
    return Box.of(number(box.findtext(tag)) for tag in ("xmin", "ymin", "xmax", "ymax"))


def write_voc(folder: Path, names: Sequence[str], images: Sequence[OutImage]) -> None:
    """Write one file an image under ``Annotations``; boxes are rounded to whole pixels (off by half of one at most)."""
    del names  # each file names its own
    for image in images:
        file = folder / "Annotations" / Path(image.path).with_suffix(".xml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_xml(image), encoding="utf-8")


def _xml(image: OutImage) -> str:
    objects = "".join(_object_xml(stated) for stated in image.objects)
    return (
        f"<annotation>\n  <filename>{escape(image.path)}</filename>\n  <size><width>{image.width}</width>"
        f"<height>{image.height}</height><depth>3</depth></size>\n{objects}</annotation>\n"
    )


def _object_xml(stated: StatedObject) -> str:
    region = stated.region
    if isinstance(region, OrientedBox):
        values = zip(("cx", "cy", "w", "h", "angle"), region.data(), strict=True)
        inside = "<robndbox>" + "".join(f"<{tag}>{value!r}</{tag}>" for tag, value in values) + "</robndbox>"
    else:
        values = zip(("xmin", "ymin", "xmax", "ymax"), region.bounds.corners(), strict=True)
        inside = "<bndbox>" + "".join(f"<{tag}>{round(value)}</{tag}>" for tag, value in values) + "</bndbox>"
    return f"  <object><name>{escape(stated.name)}</name><difficult>0</difficult>{inside}</object>\n"
