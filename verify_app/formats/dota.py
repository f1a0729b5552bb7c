"""DOTA: one text file an image, the four corners of each object in pixels, then its class (``labelTxt``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import ordinary
from verify_app.core.vocabulary import Task
from verify_app.formats.disk_buffer import Gathered
from verify_app.formats.picture_of_label_file import Partners
from verify_app.formats.records import StatedImage, StatedObject, as_task, number, tail_path
from verify_app.formats.registry import Format, ToRead, register
from verify_app.formats.yolo.obb_fit import from_corners

MAX_BYTES = 64 * 2**20
_HEAD = 64 * 1024
ROW = rb"(?:[-+]?[\d.]+[ \t]+){8}[^\s]*[^\s\d.+\-eE][^\r\n]*"
"""Eight numbers, then what is none."""
_ROW = re.compile(ROW)
_HEADER = re.compile(rb"(imagesource|acquisition dates|gsd)\s*:", re.IGNORECASE)


class Dota(Gathered):
    """A DOTA label file, or the folder of a dataset; each file is read once.

    No list of classes comes with them: they are sorted by name.
    """

    def __init__(self, place: Path, root: Path, task: Task) -> None:
        if task not in (Task.DETECT, Task.OBB):
            raise UserError(
                M("DOTA's labels are oriented boxes; a project for {task} needs another format.", task=task)
            )
        super().__init__(root)
        self.task = task
        self._partners = Partners(root, place if place.is_dir() else place.parent)
        for file in [place] if place.is_file() else sorted(place.rglob("*.txt")):
            if place.is_file() or is_dota(file):
                self._take(file)
        self._sort_names(self.counts, M("There is no DOTA label file (.txt) with an object in {place}.", place=place))

    def _take(self, file: Path) -> None:
        try:
            lines = _lines(file)
        except UserError as error:
            self.findings.problem(M("{file}: {reason}; left aside.", file=file, reason=error))
            return
        objects, lost = [], 0
        for place, line in lines:
            try:
                objects.append(self._object(line.split()))
            except UserError as error:
                lost += 1
                self.findings.problem(
                    M("{file}, line {place}: {reason}; left aside.", file=file, place=place, reason=error)
                )
        path = self._partners.find(file, "") or tail_path(file.with_suffix(".png").name)
        self._keep(StatedImage(str(file), path), objects, lost)

    def _object(self, words: Sequence[str]) -> StatedObject:
        if len(words) < 9:
            raise UserError(M("{n} columns where DOTA has eight numbers and a class", n=len(words)))
        name = words[8:]
        if len(name) > 1 and name[-1].isdecimal():  # how hard it is to tell
            self.findings.aside("row", ["difficult"] if name[-1] != "0" else [])
            name = name[:-1]
        values = [number(word) for word in words[:8]]
        corners = list(zip(values[::2], values[1::2], strict=True))
        return StatedObject(" ".join(name), self._region(corners))

    def _region(self, corners: Sequence[tuple[float, float]]) -> Region:
        if self.task is Task.DETECT:  # the box round the corners, which need not be those of a rectangle
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            self.findings.boxed(M("oriented boxes"))
            return Box(min(xs), min(ys), max(xs), max(ys))
        return as_task(from_corners(corners), self.task, self.findings)


def is_dota(file: Path) -> bool:
    """Whether a text file begins as DOTA's do: with what it says of the picture, or an object; no empty one does."""
    try:
        with ordinary(file).open("rb") as stream:
            head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    except (OSError, UserError):
        return False
    first = head.partition(b"\n")[0]
    return _HEADER.match(first) is not None or _ROW.match(first) is not None


def _lines(file: Path) -> list[tuple[int, str]]:
    """The rows of objects with their numbers."""
    try:
        with ordinary(file).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        rows = enumerate(data.decode("utf-8-sig").splitlines(), start=1)
    except OSError as error:
        raise UserError(M("it cannot be read ({reason})", reason=reason_of(error))) from error
    except UnicodeDecodeError as error:
        raise UserError(M("no text in UTF-8")) from error
    if len(data) > MAX_BYTES:
        raise UserError(M("over {most} MB; that is no label file", most=MAX_BYTES >> 20))
    return [(place, line) for place, line in rows if line.strip() and not _HEADER.match(line.strip().encode())]


def _read(asked: ToRead) -> Dota:
    return Dota(asked.path, asked.root, asked.task)


_MARK = rb"(?i)\A\s*(imagesource:[^\n]*\n\s*)?(gsd:[^\n]*\n\s*)?" + ROW
register(Format("dota", "DOTA", 70, (".txt",), _MARK, _read))
