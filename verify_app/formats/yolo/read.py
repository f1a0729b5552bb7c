"""YOLO label rows, read as Ultralytics would; what it would drop is dropped and named."""

from __future__ import annotations

import math
import re
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.messages import M, reason_of
from verify_app.core.regions import Keypoint, Keypoints, Point, Polygon
from verify_app.core.regular_file import ordinary
from verify_app.core.vocabulary import Task
from verify_app.formats.yolo.bridged_ring import cut_to, polygon_from
from verify_app.formats.yolo.obb_fit import from_corners

TOLERANCE = 0.01
"""Ultralytics accepts coordinates from -0.01 to 1.01; of outlines and oriented boxes those of the box round them."""

MAX_LABEL_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class ReadLabel:
    """One object as a label file states it: class by its place in the list, region in pixels."""

    index: int
    region: Region


@dataclass(frozen=True, slots=True)
class ReadLabels:
    """What a label file holds.

    Parameters
    ----------
    problems : tuple of str
        One sentence for each thing that was dropped or clipped. Not empty while `labels` is: Ultralytics would drop
        the whole image.
    left_aside : int
        Objects that the file states and that could not be taken: the image has more on it than `labels`.
    boxed : int
        Outlines, oriented boxes or keypoints of which only the box was taken, for a project of boxes.
    """

    labels: tuple[ReadLabel, ...]
    problems: tuple[str, ...] = ()
    left_aside: int = 0
    boxed: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a label file are made of.

    Parameters
    ----------
    points : int
        Of each object of a pose dataset; its rows are taken for boxes too.
    columns : int
        Of each point: 3 with its visibility, 2 without.
    outlines : bool
        For boxes: the rows are corners, and the box round them is meant.
    """

    task: Task = Task.DETECT
    points: int = 0
    columns: int = 3
    outlines: bool = False


BOXES = Rows()


def read_labels(file: Path, *, width: int, height: int, classes: int, rows: Rows = BOXES) -> ReadLabels:
    """Read a label file as Ultralytics would; what it would drop is dropped and named.

    Parameters
    ----------
    file : Path
        A missing file has no labels.
    width, height : int
        Of the image as displayed, in pixels.
    classes : int
        How many classes the list has.
    rows : Rows
        What a row is; boxes unless said otherwise.

    Raises
    ------
    UserError
        When the file cannot be read as text.
    """
    try:
        if not file.exists():
            return ReadLabels(())
        with ordinary(file).open("rb") as handle:
            data = handle.read(MAX_LABEL_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UserError(M("The label file {file} cannot be read ({reason}).", file=file, reason=reason)) from error
    return labels_in(data, file, width=width, height=height, classes=classes, rows=rows)


def numbers_in(files: Iterable[Path]) -> Counter[int]:
    """How often each class number stands at the beginning of a row; files that cannot be read count for nothing."""
    found = Counter[int]()
    for file in files:
        try:
            with ordinary(file).open("rb") as handle:
                rows = handle.read(MAX_LABEL_BYTES).removeprefix(b"\xef\xbb\xbf").splitlines()
        except OSError:
            continue
        firsts = [words[0] for words in (row.split(None, 1) for row in rows) if words]
        found.update(int(float(first)) for first in firsts if _INDEX.fullmatch(first))
    return found


_INDEX = re.compile(rb"\d{1,6}(?:\.0*)?")


def labels_in(data: bytes, file: Path, *, width: int, height: int, classes: int, rows: Rows = BOXES) -> ReadLabels:
    """The same from the file's bytes, of which `MAX_LABEL_BYTES` and one are enough.

    Raises
    ------
    UserError
        When they are no text, or too many.
    """
    if len(data) > MAX_LABEL_BYTES:
        raise UserError(
            M("The label file {file} is over {most} MB; that is no label file.", file=file, most=MAX_LABEL_BYTES >> 20)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            M("The label file {file} is not text; check that it belongs to a YOLO dataset.", file=file)
        ) from error
    return parse_labels(text, name=file.name, width=width, height=height, classes=classes, rows=rows)


def parse_labels(text: str, *, name: str, width: int, height: int, classes: int, rows: Rows = BOXES) -> ReadLabels:
    """The same from text; `name` is for the sentences. One bad row drops the file's labels, as in Ultralytics."""
    labels: list[ReadLabel] = []
    problems: list[str] = []
    left_aside = boxed = 0
    seen: set[bytes] = set()
    lines = [(n, x.split()) for n, x in enumerate(text.splitlines(), start=1)]
    if rows.task is Task.DETECT and any(len(words) > 6 for _, words in lines):
        lines, rows, boxed = _for_boxes(lines, rows)
    for line, words in lines:
        if not words:
            continue
        found = _parse_row(words, classes, rows)
        if isinstance(found, str):
            return ReadLabels(
                (),
                (
                    M(
                        "{name}, line {line}: {reason}; all labels of this image were left aside.",
                        name=name,
                        line=line,
                        reason=found,
                    ),
                ),
            )
        key = struct.pack(f"<{len(found)}f", *found)
        if key in seen:
            problems.append(M("{name}, line {line}: the same label again; it was left out.", name=name, line=line))
            continue
        seen.add(key)
        region = _region(found[1:], width, height, rows)
        if region is None:
            problems.append(
                M(
                    "{name}, line {line}: nothing of the label is inside the image; it was left out.",
                    name=name,
                    line=line,
                )
            )
            left_aside += 1
            continue
        labels.append(ReadLabel(int(found[0]), region))
    return ReadLabels(tuple(labels), tuple(problems), left_aside, boxed)


Lines = list[tuple[int, list[str]]]


def _for_boxes(lines: Lines, rows: Rows) -> tuple[Lines, Rows, int]:
    """Rows with points or corners as Ultralytics takes them for boxes: without the points, by the corners' extremes.

    Returns
    -------
    lines, rows, int
        And how many rows said more than a box.
    """
    posed = 5 + rows.points * rows.columns if rows.points else 0
    kept = [(n, words[:5] if len(words) == posed else words) for n, words in lines if words]
    if any(len(words) > 6 for _, words in kept):
        return kept, replace(rows, outlines=True), len(kept)
    return kept, rows, sum(len(words) == posed for _, words in lines)


# only one way to match a run of digits: with two, a long one that is no number would take its length squared
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")


def _parse_row(words: list[str], classes: int, rows: Rows) -> list[float] | str:
    """The row's numbers, or what is wrong with it."""
    wrong = _columns(len(words), rows)
    if wrong:
        return wrong
    if not all(_NUMBER.fullmatch(word) for word in words):
        return M("a column that is no number")
    values = [float(word) for word in words]
    index = values[0]
    if index != int(index if math.isfinite(index) else -1) or not 0 <= index < classes:
        return M("class {number}, where the list has {classes}", number=words[0][:20], classes=classes)
    return _outside(values[1:], rows) or values


def _columns(count: int, rows: Rows) -> str:
    """What is wrong with the number of columns; empty when nothing is."""
    if rows.outlines:
        return _outline_columns(count)
    match rows.task:
        case Task.SEGMENT:
            return _outline_columns(count)
        case Task.OBB:
            return _boxed_columns(count, rows, 9)
        case Task.POSE:
            return _boxed_columns(count, rows, 5 + rows.points * rows.columns)
        case Task.CLASSIFY:
            return M("a classified image has a folder for its class and no label rows")
        case _:
            return _boxed_columns(count, rows, 5)


def _boxed_columns(count: int, rows: Rows, wanted: int) -> str:
    if count == wanted:
        return ""
    if count == wanted + 1:
        if count == 6:
            return M("six columns, so it has a confidence and was written by a model")
        return M("{n} columns, so it has a confidence and was written by a model", n=count)
    if rows.task is Task.OBB:
        if count == 5:
            return M("a box without an angle where an oriented box has 9 (its class and four corners)")
        return M("{n} columns where an oriented box has 9 (its class and four corners)", n=count)
    if rows.task is Task.POSE:
        if count == 5:
            return M(
                "a box without points where an object with {points} points has {wanted}",
                points=rows.points,
                wanted=wanted,
            )
        return M(
            "{n} columns where an object with {points} points has {wanted}",
            n=count,
            points=rows.points,
            wanted=wanted,
        )
    return M("{n} columns where a box has 5", n=count)


def _outline_columns(count: int) -> str:
    if count == 5:
        return M("a box, where every row is an outline; Ultralytics takes no file that mixes them")
    if count < 7:
        return M("{n} columns where an outline has 7 or more (its class and three points)", n=count)
    if count % 2 == 0:
        return M("an odd number of coordinates, or a confidence at the end of an outline")
    return ""


def _outside(values: Sequence[float], rows: Rows) -> str:
    """What is wrong with the coordinates as the loader checks them; empty when nothing is."""
    checked = values
    if rows.outlines or rows.task in (Task.SEGMENT, Task.OBB):
        xs, ys = values[0::2], values[1::2]
        x1, y1, x2, y2 = min(xs), min(ys), max(xs), max(ys)
        checked = ((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1)
    elif rows.task is Task.POSE:
        seen = values[6 :: rows.columns] if rows.columns == 3 else ()
        strange = next((v for v in seen if v not in (0.0, 1.0, 2.0)), None)
        if strange is not None:
            return M(
                "a point's visibility is {number:g} and not 0, 1 or 2, so it was written by a model", number=strange
            )
        points = [v for i, v in enumerate(values[4:]) if i % rows.columns < 2]
        checked = [*values[:4], *points]
    if not all(-TOLERANCE <= v <= 1 + TOLERANCE for v in checked) or checked[2] < 0 or checked[3] < 0:
        return M("a coordinate outside 0 to 1")
    return ""


def _region(values: Sequence[float], width: int, height: int, rows: Rows) -> Region | None:
    """The region of a row that has passed the checks, in pixels; None when nothing of it is inside the image."""
    if rows.task in (Task.SEGMENT, Task.OBB):
        corners = [(x * width, y * height) for x, y in zip(values[0::2], values[1::2], strict=True)]
        if rows.task is Task.OBB:
            return from_corners(corners)
        return _outline(corners, width, height)
    if rows.outlines:
        xs, ys = values[0::2], values[1::2]
        box = Box(min(xs) * width, min(ys) * height, max(xs) * width, max(ys) * height).clipped(width, height)
        return box if box.area else None
    cx, cy, w, h = values[:4]
    box = Box((cx - w / 2) * width, (cy - h / 2) * height, (cx + w / 2) * width, (cy + h / 2) * height).clipped(
        width, height
    )
    if rows.task is Task.DETECT:
        return box
    step = rows.columns
    points = [values[i : i + step] for i in range(4, len(values), step)]
    return Keypoints(box, tuple(_keypoint(p, width, height) for p in points))


def _keypoint(values: Sequence[float], width: int, height: int) -> Keypoint:
    """Without a visibility a point is there unless it lies at 0 0 or left of or above the image."""
    x, y, *seen = values
    state = int(seen[0]) if seen else 0 if x < 0 or y < 0 or x == y == 0 else 2
    if state == 0:
        return Keypoint(0.0, 0.0, 0)
    return Keypoint(min(max(x, 0.0), 1.0) * width, min(max(y, 0.0), 1.0) * height, state)


def _outline(corners: list[Point], width: int, height: int) -> Polygon | None:
    slack_x, slack_y = TOLERANCE * width, TOLERANCE * height
    if all(-slack_x <= x <= width + slack_x and -slack_y <= y <= height + slack_y for x, y in corners):
        ring = [(min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))) for x, y in corners]
        return polygon_from(ring, precision=2e-8 * max(width, height))
    return cut_to(Polygon.simple(corners), width, height)
