"""What every reader of other people's labels gives, and every writer takes: images by name, objects by class name.

A reader never guesses: classes are names in the order the file states them, geometry is what the file states, in
pixels of the image as displayed. What it does not understand is counted and named; what is broken is reported and
skipped, one image or object at a time.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol
from urllib.parse import unquote

from verify_app.core.errors import UserError
from verify_app.core.geometry import FARTHEST, Box, Region
from verify_app.core.messages import M, reason_of
from verify_app.core.regions import OrientedBox, Polygon
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.findings import Findings as Findings
from verify_app.formats.packed_regions import Plain, region_of
from verify_app.formats.publisher_splits import says_something, splits_of_layout
from verify_app.formats.yolo.bridged_ring import polygon_from
from verify_app.formats.yolo.obb_fit import from_corners


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
    """Objects of one image. No object at all says that there is none, unless some were left aside.

    Parameters
    ----------
    plain : sequence of Plain
        The objects by class name.
    left_aside : int
        Objects that the dataset states and the reader could not take: the image has more on it than `objects`.
    file : str
        Name of the file that states them; empty where the key ends with it.
    cut : bool
        Whether the reader has cut the regions to the image as its format wants it.
    """

    key: str
    plain: Sequence[Plain]
    left_aside: int = 0
    file: str = ""
    cut: bool = False

    @property
    def objects(self) -> tuple[StatedObject, ...]:
        """The objects as records."""
        return tuple(StatedObject(name, region_of(kind, data)) for name, kind, data in self.plain)


class Dataset(Protocol):
    """A dataset of somebody else's, opened.

    Parameters
    ----------
    root : Path
        Folder that the images' paths are relative to.
    place : Path or None
        The folder or picture of which every picture is added, and whose images' keys are their paths; None where only
        those are added that the dataset names.
    names : sequence of str
        Its classes, in its order.
    unnamed : bool
        Whether nothing names its classes, so that a person is asked for `numbers`.
    counts : Counter or None
        Objects of each class that has any; None where they were not counted.
    sizes : mapping of str to (int, int)
        By key: width and height of the pictures that may take labels, set before these are asked for.
    """

    root: Path
    place: Path | None = None
    names: Sequence[str]
    unnamed: bool = False
    counts: Counter[str] | None
    findings: Findings
    sizes: Mapping[str, tuple[int, int]]

    def images(self) -> Iterator[StatedImage]:
        """Every image whose labels the dataset may state, as it names it."""
        ...

    def labels(self) -> Iterator[StatedLabels]:
        """Objects, image by image, each image once at most; images that nothing is said of are left out."""
        ...

    def splits(self, images: Iterable[StatedImage]) -> Mapping[str, str]:
        """By key: the part of the dataset that an image is stated to be in; else by the folders of these images."""
        every = {image.key: image for image in images}
        said = {key: image.split for key, image in every.items() if image.split}
        if says_something(said.values()):
            return said
        found = splits_of_layout(self.root, [image.path for image in every.values()])
        return {key: found[image.path] for key, image in every.items() if image.path in found}

    def numbers(self) -> Counter[int]:
        """How often each class number is met, where nothing names the classes."""
        return Counter()

    def use_numbers(self, numbers: Iterable[int]) -> None:
        """Call these classes by their numbers."""
        self.names = [str(number) for number in numbers]

    def notes(self) -> list[str]:
        """What is to be known of it, a sentence each."""
        return []


@dataclass(frozen=True, slots=True)
class OutImage:
    """An image to be written about: where it is relative to the images' folder, its size, its objects.

    Parameters
    ----------
    file : Path or None
        Where its bytes are, for forms that copy them.
    digest : str
        SHA-256 of the bytes that its labels are about.
    """

    path: str
    width: int
    height: int
    objects: Sequence[StatedObject]
    split: str = ""
    file: Path | None = None
    digest: str = ""


def safe_path(text: Any) -> str:
    """A relative path that stays inside its folder.

    Raises
    ------
    UserError
        When it is none: absolute, with a drive, or leading out by ``..``.
    """
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        raise UserError(M("an image without a file name"))
    parts = PurePosixPath(text.replace("\\", "/")).parts
    if not parts:  # "." and the like
        raise UserError(M("an image without a file name"))
    if parts[0] == "/" or parts[0].endswith(":") or ".." in parts:
        raise UserError(M("the path {text!r} leads out of the dataset", text=text[:200]))
    return "/".join(part for part in parts if part != ".")


def tail_path(text: Any) -> str:
    """A path as `safe_path` wants it, of one that may be absolute, have a drive, lead out or be a link of Label Studio.

    It is what is left without that, to be looked for inside the dataset's folder.

    Raises
    ------
    UserError
        When it names nothing.
    """
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        raise UserError(M("an image without a file name"))
    plain = text.replace("\\", "/")
    if "/?d=" in plain:  # /data/local-files/?d=folder/name
        plain = unquote(plain.rpartition("/?d=")[2])
    parts: list[str] = []
    for place, part in enumerate(plain.split("/")):
        if part == "..":
            del parts[-1:]
        elif part not in ("", ".") and not (place == 0 and part.endswith(":")):
            parts.append(part)
    return safe_path("/".join(parts))


def number(value: Any) -> float:
    """A coordinate: a finite number, no farther than `FARTHEST`.

    Raises
    ------
    UserError
        When it is none.
    """
    if type(value) is float and -FARTHEST <= value <= FARTHEST:
        return value
    if isinstance(value, bool) or value is None:
        raise UserError(M("a coordinate that is no number"))
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError(M("a coordinate that is no number")) from error
    if not math.isfinite(found):
        raise UserError(M("a coordinate that is not finite"))
    if abs(found) > FARTHEST:
        raise UserError(M("a coordinate of {number:g}, far outside every image", number=found))
    return found


def whole(value: Any) -> int:
    """A size in whole pixels, 0 when nothing usable is stated."""
    try:
        found = int(value) if not isinstance(value, bool) else 0
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
        raise UserError(M("points that are no list"))
    if values and isinstance(values[0], (list, tuple)):
        if any(not isinstance(p, list | tuple) or len(p) < 2 for p in values):
            raise UserError(M("a point that is no [x, y]"))
        return [(number(p[0]), number(p[1])) for p in values]
    if len(values) % 2:
        raise UserError(M("an odd number of coordinates"))
    numbers = [number(v) for v in values]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def as_task(region: Region, task: Task, findings: Findings) -> Region:
    """A region as a project of this task takes it: as it is, or for a project of boxes the upright box round it, told
    to `findings`.

    An oriented box is also made of an upright one, and of a polygon whose four corners are those of a rectangle (to
    a pixel, since tools round corners); never of another shape. An image's class is made of nothing but a class.

    Raises
    ------
    UserError
        When nothing can be made of it without guessing.
    """
    if region.kind == task.region:
        return region
    if task is Task.DETECT and region.kind != "image":
        findings.boxed(_BOXED[region.kind])
        return region.bounds
    if task is Task.OBB and isinstance(region, Box):
        return OrientedBox((region.x1 + region.x2) / 2, (region.y1 + region.y2) / 2, region.width, region.height, 0.0)
    if task is Task.OBB and isinstance(region, Polygon):
        if [len(ring) for ring in region.rings] != [4]:
            raise UserError(M("an outline that is no rectangle, and an oriented box is never guessed"))
        return rectangle(region.rings[0])
    raise UserError(
        M("{kind}, and a project for {task} takes {wanted}", kind=_KINDS[region.kind], task=task, wanted=_WANTED[task])
    )


_KINDS = {
    "box": M("a box"),
    "obb": M("an oriented box"),
    "polygon": M("an outline"),
    "keypoints": M("keypoints"),
    "image": M("a class of the whole image"),
}
_BOXED = {"obb": M("oriented boxes"), "polygon": M("outlines"), "keypoints": M("keypoints")}
_WANTED = {
    Task.DETECT: M("boxes"),
    Task.SEGMENT: M("outlines"),
    Task.OBB: M("oriented boxes"),
    Task.POSE: M("boxes with keypoints"),
    Task.CLASSIFY: M("classes of whole images"),
}


MOST_BRIDGES = 1000
"""A ring that meets itself more often is taken as it is."""


def outline_of(corners: Sequence[tuple[float, float]], precision: float) -> Polygon:
    """The polygon of one ring, as `rings.polygon_from`: parts and holes that were joined by a cut come apart again.

    Raises
    ------
    UserError
        When there are fewer than three corners.
    """
    if len(corners) < 3:
        raise UserError(M("an outline with fewer than three corners"))
    if not 0 < len(corners) - len(set(corners)) <= MOST_BRIDGES:
        return Polygon(((tuple(corners),),))
    return polygon_from(corners, precision=precision)


def rectangle(corners: Sequence[tuple[float, float]]) -> OrientedBox:
    """The oriented box of four corners in order.

    Raises
    ------
    UserError
        When they are not those of a rectangle, to a pixel or a thousandth of its longer side.
    """
    if len(corners) != 4:
        raise UserError(M("an oriented box without its four corners"))
    box = from_corners(corners)
    off = max(min(math.dist(corner, point) for point in box.points) for corner in corners)
    if off > max(1.0, max(box.width, box.height) / 1000):
        raise UserError(M("four corners that are no rectangle, and an oriented box is never guessed"))
    return box


def point_order(stated: Sequence[str], skeleton: Skeleton, file: Path) -> list[int]:
    """Place in the file of each point of the project's skeleton: by name; by number where one of the two has no names.

    Raises
    ------
    UserError
        When they are not the same points.
    """
    mine, theirs = [[" ".join(re.split(r"[\s_-]+", n.casefold())) for n in names] for names in (skeleton.names, stated)]
    if sorted(mine) == sorted(theirs):
        return [theirs.index(name) for name in mine]
    unnamed = any(all(re.fullmatch(r"(point )?\d+", name) for name in names) for names in (mine, theirs))
    if len(mine) == len(theirs) and unnamed:
        return list(range(len(mine)))
    raise UserError(
        M(
            "The objects of {file} have {given} points ({points} …), those of the project {wanted} "
            "({own_points} …); import it into a project with its own skeleton.",
            file=file,
            given=len(stated),
            points=_first(stated),
            wanted=len(mine),
            own_points=_first(skeleton.names),
        )
    )


def _first(names: Sequence[str]) -> str:
    return ", ".join(name[:40] for name in names[:3])


def read_json(file: Path, limit: int) -> Any:
    """A JSON file of at most `limit` bytes.

    Raises
    ------
    UserError
        When it cannot be read, is too large or is no JSON.
    """
    try:
        if file.stat().st_size > limit:
            raise UserError(M("{file} is over {limit} MB; that is no label file.", file=file, limit=limit >> 20))
        return json.loads(read_whole(file).decode("utf-8-sig"))
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    except (ValueError, RecursionError) as error:
        raise UserError(M("{file} is no JSON; check that it was written whole.", file=file)) from error
