"""What every reader of other people's labels gives, and every writer takes: images by name, objects by class name.

A reader never guesses: classes are names in the order the file states them, geometry is what the file states, in
pixels of the image as displayed. What it does not understand is counted and named; what is broken is reported and
skipped, one image or object at a time.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import WHOLE_IMAGE, OrientedBox, Polygon
from verify_app.core.vocabulary import Task

MOST_PROBLEMS = 1000
"""No more problems than this are kept word by word."""


@dataclass(frozen=True, slots=True)
class StatedImage:
    """An image as a dataset names it.

    Parameters
    ----------
    key : str
        What the dataset calls it; unique in it.
    path : str
        Relative to the folder of the images, with forward slashes.
    width, height : int
        As stated, in pixels; 0 when not stated.
    split : str
        ``train``, ``val`` or ``test`` as stated; empty when not.
    """

    key: str
    path: str
    width: int = 0
    height: int = 0
    split: str = ""


@dataclass(frozen=True, slots=True)
class StatedObject:
    """One object as a dataset states it."""

    name: str
    region: Region


@dataclass(frozen=True, slots=True)
class StatedLabels:
    """Objects of one image; an image may come more than once. No object at all says that there is none."""

    key: str
    objects: tuple[StatedObject, ...]


@dataclass(slots=True)
class Findings:
    """What a reader met that it could not take over."""

    unknown: Counter[str] = field(default_factory=Counter)
    """Fields left aside, with how often they were met."""
    problems: list[str] = field(default_factory=list)
    more: int = 0

    def problem(self, text: str) -> None:
        """Report something that was skipped."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(text)
        else:
            self.more += 1

    def aside(self, prefix: str, keys: Sequence[str]) -> None:
        """Count fields that mean nothing here."""
        for key in keys:
            self.unknown[f"{prefix}.{str(key)[:60]}"] += 1


class Dataset(Protocol):
    """A dataset of somebody else's, opened."""

    root: Path
    """Folder that the images' paths are relative to."""
    names: Sequence[str]
    """Its classes, in its order."""
    findings: Findings

    def images(self) -> Iterator[StatedImage]:
        """Every image, as the dataset names it."""
        ...

    def labels(self) -> Iterator[StatedLabels]:
        """Objects, image by image, as found; `findings` grows meanwhile."""
        ...


@dataclass(frozen=True, slots=True)
class OutImage:
    """An image to be written about: where it is relative to the images' folder, its size, its objects."""

    path: str
    width: int
    height: int
    objects: Sequence[StatedObject]
    split: str = ""


def safe_path(text: Any) -> str:
    """A relative path that stays inside its folder.

    Raises
    ------
    UserError
        When it is none: absolute, with a drive, or leading out by ``..``.
    """
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        raise UserError("an image without a file name")
    parts = PurePosixPath(text.replace("\\", "/")).parts
    if parts[0] == "/" or parts[0].endswith(":") or ".." in parts:
        raise UserError(f"the path {text[:200]!r} leads out of the dataset")
    return "/".join(part for part in parts if part != ".")


def number(value: Any) -> float:
    """A finite number.

    Raises
    ------
    UserError
        When it is none.
    """
    if isinstance(value, bool) or value is None:
        raise UserError("a coordinate that is no number")
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError("a coordinate that is no number") from error
    if not math.isfinite(found):
        raise UserError("a coordinate that is not finite")
    return found


def whole(value: Any) -> int:
    """A size in whole pixels, 0 when nothing usable is stated."""
    try:
        found = int(value)
    except (TypeError, ValueError, OverflowError):
        return 0
    return found if 0 < found < 2**31 else 0


def pairs(values: Any) -> list[tuple[float, float]]:
    """Points from ``x1 y1 x2 y2 ...`` or ``[[x, y], ...]``.

    Raises
    ------
    UserError
        When the numbers do not come in pairs.
    """
    if not isinstance(values, list | tuple):
        raise UserError("points that are no list")
    if values and isinstance(values[0], list | tuple):
        if any(not isinstance(p, list | tuple) or len(p) < 2 for p in values):
            raise UserError("a point that is no [x, y]")
        return [(number(p[0]), number(p[1])) for p in values]
    if len(values) % 2:
        raise UserError("an odd number of coordinates")
    numbers = [number(v) for v in values]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def as_task(region: Region, task: Task) -> Region | None:
    """A region as a project of this task takes it: as it is, or the box round it; None when nothing can be made.

    An oriented box is made of a polygon with four corners only, never of another shape.
    """
    if task is Task.CLASSIFY:
        return WHOLE_IMAGE
    if region.kind == task.region:
        return region
    if task is Task.DETECT and region.kind != "image":
        return region.bounds
    if task is Task.OBB and isinstance(region, Box):
        return OrientedBox((region.x1 + region.x2) / 2, (region.y1 + region.y2) / 2, region.width, region.height, 0.0)
    if task is Task.OBB and isinstance(region, Polygon) and [len(r) for r in region.rings] == [4]:
        return OrientedBox.of_corners(region.rings[0])
    return None


def read_json(file: Path, limit: int) -> Any:
    """A JSON file of at most `limit` bytes.

    Raises
    ------
    UserError
        When it cannot be read, is too large or is no JSON.
    """
    try:
        if file.stat().st_size > limit:
            raise UserError(f"{file} is over {limit >> 20} MB; that is no label file.")
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UserError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except (ValueError, RecursionError) as error:
        raise UserError(f"{file} is no JSON; check that it was written whole.") from error
