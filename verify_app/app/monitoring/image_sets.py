"""Sets of images with their objects as arrays: the real-verified ones of a version, of the project now, of a model."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np
from verify_app.core.vocabulary import Task
from verify_app.storage.queries.history import VersionRow, version_items
from verify_app.storage.queries.monitored import Object, SeenImage, class_ids_of
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import region_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = "monitor"
"""In ``cache/``: it may be removed at any time and is made again."""
_FORM = 1
"""Of what is kept there."""


@dataclass(frozen=True, slots=True)
class ImageSet:
    """Images and the objects on them.

    Parameters
    ----------
    digests : (n, 32) uint8 array
        SHA-256 of each, no two alike.
    group : (n,) uint64 array
        The same for images that belong together, as far as was known when the set was made.
    image : (m,) int array
        On which image each object is.
    classes : (m,) int array
        Class id.
    measures : (m, 4) float32 array
        As `monitor.label_drift.MEASURES`.
    """

    digests: NDArray[np.uint8]
    group: NDArray[np.uint64]
    image: NDArray[np.int32]
    classes: NDArray[np.int32]
    measures: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.digests)

    @property
    def keys(self) -> NDArray[Any]:
        """(n,) of one value for each image's bytes."""
        return np.ascontiguousarray(self.digests).view("V32").reshape(-1)

    def only(self, kept: NDArray[np.bool_]) -> ImageSet:
        """Some of the images."""
        place = np.cumsum(kept) - 1
        on = kept[self.image]
        return ImageSet(
            self.digests[kept],
            self.group[kept],
            place[self.image[on]].astype(np.int32),
            self.classes[on],
            self.measures[on],
        )


@dataclass(slots=True)
class Builder:
    """Takes in images one after another."""

    digests: list[str]
    groups: list[str]
    image: list[int]
    classes: list[int]
    measures: list[tuple[float, float, float, float]]

    @classmethod
    def empty(cls) -> Builder:
        return cls([], [], [], [], [])

    def add_image(self, sha256: str, group: str = "") -> None:
        self.digests.append(sha256)
        self.groups.append(group or sha256)

    def add_object(self, class_id: int, measure: tuple[float, float, float, float], image: int | None = None) -> None:
        """An object, on the image added last by default."""
        self.image.append(len(self.digests) - 1 if image is None else image)
        self.classes.append(class_id)
        self.measures.append(measure)

    def done(self) -> ImageSet:
        digests = np.frombuffer(bytes.fromhex("".join(self.digests)), dtype=np.uint8).reshape(-1, 32)
        return ImageSet(
            digests,
            np.array([group_key(one) for one in self.groups], dtype=np.uint64),
            np.array(self.image, dtype=np.int32),
            np.array(self.classes, dtype=np.int32),
            np.array(self.measures, dtype=np.float32).reshape(-1, 4),
        )


def group_key(name: str) -> int:
    """A number for the name of a group."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


_NO_EXTENT = (math.nan,) * 4


def measured(x1: float, y1: float, x2: float, y2: float, ratio: float = 1.0) -> tuple[float, float, float, float]:
    """`MEASURES` of bounds as shares of an image's sides; `ratio` is its width by its height."""
    width, height = x2 - x1, y2 - y1
    if not (width > 0 and height > 0):
        return _NO_EXTENT
    return math.log(width * height) / 2, math.log(width / height * ratio), (x1 + x2) / 2, (y1 + y2) / 2


# --- a version --------------------------------------------------------------------------------------------


def version_set(reader: Reader, version: VersionRow, folder: Path | None) -> ImageSet:
    """The real-verified images of a version with the labels it holds; kept in `folder` once it was made.

    A version never changes, so what is kept of it is right for ever.
    """
    file = None if folder is None else folder / f"{version.digest}.npz"
    known = None if file is None else _read(file)
    if known is None:
        known = _version_set(reader, version)
        if file is not None:
            _keep(file, known)
    return _today(reader, known)


def _version_set(reader: Reader, version: VersionRow) -> ImageSet:
    ids = class_ids_of(reader, version.digest) or [c.id for c in reader.classes()]
    bounds = _BOUNDS[reader.task]
    made = Builder.empty()
    for sha256, record in version_items(reader, version.id):
        line, _, rows = record.partition("\n")
        said = json.loads(line)
        if not said["rv"]:
            continue
        made.add_image(sha256, said.get("group", ""))
        ratio = said["width"] / said["height"] if said["height"] else 1.0
        labels = said["labels"]
        texts: Sequence[str] = rows.splitlines() if rows else ()
        for place, label in enumerate(labels):
            class_id = ids[label[0]] if 0 <= label[0] < len(ids) else -1
            made.add_object(class_id, bounds(texts[place], ratio) if place < len(texts) else _NO_EXTENT)
    return made.done()


def _of_centre(text: str, ratio: float) -> tuple[float, float, float, float]:
    x, y, w, h = map(float, text.split()[1:5])
    return measured(x - w / 2, y - h / 2, x + w / 2, y + h / 2, ratio)


def _of_points(text: str, ratio: float) -> tuple[float, float, float, float]:
    values = [float(one) for one in text.split()[1:]]
    xs, ys = values[0::2], values[1::2]
    return measured(min(xs), min(ys), max(xs), max(ys), ratio)


def _of_nothing(_text: str, _ratio: float) -> tuple[float, float, float, float]:
    return _NO_EXTENT


_BOUNDS = {
    Task.DETECT: _of_centre,
    Task.POSE: _of_centre,
    Task.SEGMENT: _of_points,
    Task.OBB: _of_points,
    Task.CLASSIFY: _of_nothing,
}


def _today(reader: Reader, known: ImageSet) -> ImageSet:
    """With classes that were merged since as what they are now."""
    into: Mapping[int, int] = reader.class_map()
    moved = {one: now for one, now in into.items() if one != now}
    if not moved:
        return known
    classes = known.classes.copy()
    for one, now in moved.items():
        classes[known.classes == one] = now
    return ImageSet(known.digests, known.group, known.image, classes, known.measures)


_FIELDS = ("digests", "group", "image", "classes", "measures")


def _read(file: Path) -> ImageSet | None:
    try:
        with np.load(file, allow_pickle=False) as kept:
            return ImageSet(*(kept[name] for name in _FIELDS)) if int(kept["form"]) == _FORM else None
    except Exception:  # whatever somebody has put there: it is made again
        return None


def _keep(file: Path, made: ImageSet) -> None:
    with suppress(OSError):  # a full disk costs time at the next look, no more
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        with part.open("wb") as out:
            np.savez(out, form=np.array(_FORM), **{name: getattr(made, name) for name in _FIELDS})
        part.replace(file)


# --- the project now, and what a model says ---------------------------------------------------------------


def set_of(images: Sequence[SeenImage], objects: Iterable[Object], groups: Mapping[int, str]) -> ImageSet:
    """Images as they are now with what persons, or a model, say is on them.

    Parameters
    ----------
    groups : mapping of int to str
        By image id, of those that belong to others (`storage.queries.groups`).
    """
    made, places = Builder.empty(), dict[int, int]()
    sides: dict[int, tuple[int, int]] = {}
    for one in images:
        places[one.id] = len(places)
        sides[one.id] = (one.width, one.height)
        made.add_image(one.sha256, groups.get(one.id, ""))
    for found in objects:
        width, height = sides[found.image_id]
        made.add_object(found.class_id, _stored(found.region, width, height), places[found.image_id])
    return made.done()


def _stored(text: str, width: int, height: int) -> tuple[float, float, float, float]:
    region = region_of(text)
    if region.kind == "image" or not (width and height):
        return _NO_EXTENT
    box = region.bounds
    return measured(box.x1 / width, box.y1 / height, box.x2 / width, box.y2 / height, width / height)
