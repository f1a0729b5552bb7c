"""Pascal VOC: one XML file an image, boxes in whole pixels; rotated boxes as roLabelImg writes them.

Coordinates are taken as they stand in the file: the first VOC sets counted pixels from 1, the tools of today from 0,
and no file says which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M, reason_of
from verify_app.core.regions import OrientedBox
from verify_app.core.regular_file import read_whole
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Gathered
from verify_app.formats.output_names import OutNames
from verify_app.formats.picture_of_label_file import Partners
from verify_app.formats.publisher_splits import listed_in
from verify_app.formats.records import OutImage, StatedImage, StatedObject, as_task, number, tail_path, whole
from verify_app.formats.registry import Format, ToRead, ToWrite, register
from verify_app.formats.xml_text import require_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 64 * 2**20
_TASKS = (Task.DETECT, Task.OBB)
_KNOWN = {"folder", "filename", "path", "source", "size", "segmented", "object", "owner", "verified"}
_OBJECT = {"name", "bndbox", "robndbox", "type"}
_PLAIN = {"", "0", "unspecified", "none"}
"""What tools write in fields that say nothing, such as ``pose`` and ``difficult``."""


class Voc(Gathered):
    """A VOC file, or a folder of them, in it or under it (``Annotations``); each is read once.

    No list of classes comes with them: they are sorted by name.
    """

    def __init__(self, place: Path, root: Path, task: Task) -> None:
        if task not in _TASKS:
            raise UserError(M("Pascal VOC holds boxes; a project for {task} needs another format.", task=task))
        super().__init__(root)
        self.task = task
        self._partners = Partners(root, place if place.is_dir() else place.parent)
        self._sets: dict[Path, dict[str, str]] = {}
        for file in [place] if place.is_file() else sorted(place.rglob("*.xml")):
            self._take(file)
        self._sort_names(self._stated, M("There is no readable VOC file (.xml) in {place}.", place=place))

    def _take(self, file: Path) -> None:
        try:
            tree = _tree(file)
            path = self._path(file, tree)
        except UserError as error:
            self.findings.problem(M("{file}: {reason}; left aside.", file=file, reason=error))
            return
        self.findings.aside("annotation", [child.tag for child in tree if child.tag not in _KNOWN])
        size = tree.find("size")
        sides = [whole(size.findtext(tag)) if size is not None else 0 for tag in ("width", "height")]
        objects, lost = [], 0
        for place, element in enumerate(tree.iterfind("object"), start=1):
            aside = [x.tag for x in element if x.tag not in _OBJECT and (len(x) or _text(x).lower() not in _PLAIN)]
            self.findings.aside("object", aside)
            try:
                objects.append(self._object(element))
            except UserError as error:
                lost += 1
                self.findings.problem(
                    M("{file}, object {place}: {reason}; left aside.", file=file, place=place, reason=error)
                )
        self._keep(StatedImage(str(file), path, sides[0], sides[1], self._split(file)), objects, lost)

    def _split(self, file: Path) -> str:
        """The part that the lists beside the folder of the files put it in (``ImageSets/Main/train.txt``)."""
        lists = file.parent.parent / "ImageSets" / "Main"
        if lists not in self._sets:
            said = {part: set(listed_in(lists / f"{part}.txt")) for part in ("train", "val", "test")}
            every = Counter(name for names in said.values() for name in names)
            self._sets[lists] = {name: part for part, names in said.items() for name in names if every[name] == 1}
        return self._sets[lists].get(file.stem, "")

    def _path(self, file: Path, tree: Element) -> str:
        """Where the image is: by what is stated or the file's own name from where the file lies, else as stated."""
        stated = tree.findtext("filename") or ""
        return self._partners.find(file, stated) or tail_path(stated or file.with_suffix(".jpg").name)

    def _object(self, element: Element) -> StatedObject:
        name = _text(element.find("name"))
        if not name:
            raise UserError(M("an object without a name"))
        return StatedObject(name, as_task(_region(element), self.task, self.findings))


def _tree(file: Path) -> Element:
    """The file's XML; entities and outside references are refused."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415  for this format only
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        if file.stat().st_size > MAX_BYTES:
            raise UserError(M("over {most} MB; that is no annotation", most=MAX_BYTES >> 20))
        tree: Element = fromstring(read_whole(file), forbid_dtd=True)
    except OSError as error:
        raise UserError(M("it cannot be read ({reason})", reason=reason_of(error))) from error
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UserError(M("no XML, or cut off")) from error
    if tree.tag != "annotation":
        raise UserError(M("XML of another kind (<{tag}>) and no VOC annotation", tag=str(tree.tag)[:40]))
    return tree


def _text(element: Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""


def _region(element: Element) -> Region:
    box, turned = element.find("bndbox"), element.find("robndbox")
    if turned is not None:
        cx, cy, width, height, angle = (number(turned.findtext(tag)) for tag in ("cx", "cy", "w", "h", "angle"))
        if width < 0 or height < 0:
            raise UserError(M("an oriented box with a negative side"))
        return OrientedBox.of((cx, cy, width, height, angle))
    if box is None:
        raise UserError(M("an object without a box"))
    x1, y1, x2, y2 = (number(box.findtext(tag)) for tag in ("xmin", "ymin", "xmax", "ymax"))
    if x2 < x1 or y2 < y1:
        raise UserError(M("a box whose xmax or ymax is less than its xmin or ymin"))
    return Box(x1, y1, x2, y2)


def write_voc(folder: Path, names: Sequence[str], images: Iterable[OutImage]) -> None:
    """Write one file an image under ``Annotations``; boxes are rounded to whole pixels (off by half of one at most)."""
    del names  # each file names its own
    written = OutNames()
    for image in images:
        file = folder / "Annotations" / written.file(image.path, ".xml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_xml(image), encoding="utf-8")


def _xml(image: OutImage) -> str:
    objects = "".join(_object_xml(stated) for stated in image.objects)
    return (
        f"<annotation>\n  <filename>{_escaped(image.path)}</filename>\n  <size><width>{image.width}</width>"
        f"<height>{image.height}</height><depth>3</depth></size>\n{objects}</annotation>\n"
    )


def _escaped(text: str) -> str:
    return escape(require_xml(text), {"\r": "&#13;"})


def _object_xml(stated: StatedObject) -> str:
    region = stated.region
    if isinstance(region, OrientedBox):
        values = zip(("cx", "cy", "w", "h", "angle"), region.data(), strict=True)
        inside = "<robndbox>" + "".join(f"<{tag}>{value!r}</{tag}>" for tag, value in values) + "</robndbox>"
    else:
        values = zip(("xmin", "ymin", "xmax", "ymax"), region.bounds.corners(), strict=True)
        inside = "<bndbox>" + "".join(f"<{tag}>{round(value)}</{tag}>" for tag, value in values) + "</bndbox>"
    return f"  <object><name>{_escaped(stated.name)}</name><difficult>0</difficult>{inside}</object>\n"


def _read(asked: ToRead) -> Voc:
    return Voc(asked.path, asked.root, asked.task)


def _write(given: ToWrite) -> None:
    if given.task not in _TASKS:
        raise UserError(M("Pascal VOC holds boxes only; labels for {task} need another format.", task=given.task))
    write_voc(given.folder, given.names, given.images)


register(Format("voc", "Pascal VOC", 30, (".xml",), rb"<annotation[\s>]", _read, _write, check=require_xml))
