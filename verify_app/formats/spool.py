"""Labels put by on disk between reading and recording: a dataset is read once and to its end before anything of it
is recorded, and however large it is, little of it is in memory.
"""

from __future__ import annotations

import contextlib
import marshal
import tempfile
import weakref
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import OrientedBox, Polygon, region_from
from verify_app.formats.dataset import Findings, StatedImage, StatedLabels, StatedObject

BUCKETS = 64
"""Files at most that objects are sorted into, each then small enough for memory."""

TOGETHER, HEAVY = 32, 200
"""Records that are written at once, and corners of an outline that is not kept waiting."""

Record = tuple[int, list[tuple[Any, str, Any]], int]
"""Place of the image, its objects as name, kind and data of the region, how many were left aside."""


class Spool:
    """Objects on disk, in the order of their images.

    Parameters
    ----------
    images : int
        How many there are, where objects come in any order; 0 where they come image by image.
    """

    def __init__(self, images: int = 0) -> None:
        self._each = -(-images // BUCKETS) if images else 0
        self._files: dict[int, IO[bytes]] = {}
        self._waiting: defaultdict[int, list[Record]] = defaultdict(list)
        weakref.finalize(self, _close, self._files)

    def add(self, place: int, objects: Sequence[tuple[Any, Region]], left_aside: int = 0) -> None:
        """Put by what is said of the image at this place: objects by name, or by a number that stands for it."""
        bucket = place // self._each if self._each else 0
        waiting = self._waiting[bucket]
        waiting.append((place, [(name, region.kind, _packed(region)) for name, region in objects], left_aside))
        if len(waiting) >= TOGETHER or any(_corners(region) > HEAVY for _, region in objects):
            self._write(bucket)

    def _write(self, bucket: int) -> None:
        data = marshal.dumps(self._waiting[bucket])
        self._waiting[bucket].clear()
        try:
            file = self._files.get(bucket)
            if file is None:
                file = self._files[bucket] = tempfile.TemporaryFile(prefix="verify-app-")  # noqa: SIM115  see _close
            file.write(len(data).to_bytes(8, "little") + data)
            file.flush()
        except OSError as error:
            raise UserError(
                f"Labels cannot be put by in {tempfile.gettempdir()}: {(error.strerror or str(error)).lower()}. Make "
                "room there, or name another folder with the environment variable TMPDIR."
            ) from error

    def __iter__(self) -> Iterator[Record]:
        """Every image that something is said of, once."""
        for bucket in [bucket for bucket, waiting in self._waiting.items() if waiting]:
            self._write(bucket)
        for bucket in sorted(self._files):
            if not self._each:
                yield from self._records(bucket)
                continue
            together: dict[int, Record] = {}
            for place, rows, left_aside in self._records(bucket):
                before = together.get(place)
                if before is None:
                    together[place] = (place, rows, left_aside)
                else:
                    before[1].extend(rows)
                    together[place] = (place, before[1], before[2] + left_aside)
            for place in sorted(together):
                yield together[place]

    def _records(self, bucket: int) -> Iterator[Record]:
        file = self._files[bucket]
        file.seek(0)
        while size := file.read(8):
            yield from marshal.loads(file.read(int.from_bytes(size, "little")))


class Gathered:
    """What a reader has gathered: a `Dataset` whose file or folder has been read already.

    Parameters
    ----------
    root : Path
        Folder that the images' paths are relative to.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.names: Sequence[str] = []
        self.counts: Counter[str] = Counter()
        self.findings = Findings()
        self._stated: list[StatedImage] = []
        self._spool = Spool()

    def images(self) -> Iterator[StatedImage]:
        """Every image, as the dataset names it."""
        return iter(self._stated)

    def labels(self) -> Iterator[StatedLabels]:
        """Objects, image by image, each image once."""
        for place, rows, left_aside in self._spool:
            objects = tuple(StatedObject(name, region_of(kind, data)) for name, kind, data in rows)
            yield StatedLabels(self._stated[place].key, objects, left_aside)

    def _keep(self, image: StatedImage, objects: Sequence[StatedObject] | None, left_aside: int = 0) -> None:
        """Take an image and what is said of it; None where nothing is said."""
        self._stated.append(image)
        if objects is not None:
            self.counts.update(stated.name for stated in objects)
            self._spool.add(len(self._stated) - 1, [(x.name, x.region) for x in objects], left_aside)


def _close(files: Mapping[int, IO[bytes]]) -> None:
    for file in files.values():
        with contextlib.suppress(OSError):  # a full disk was named before
            file.close()


def _corners(region: Region) -> int:
    return sum(map(len, region.rings)) if isinstance(region, Polygon) else 4


def _packed(region: Region) -> Any:
    return region.parts if isinstance(region, Polygon) else region.data()


def region_of(kind: str, data: Any) -> Region:
    """The region that was put by."""
    match kind:  # without the checks that the reader has made already
        case "box":
            return Box(*data)
        case "polygon":
            return Polygon(data)
        case "obb":
            return OrientedBox(*data)
    return region_from(kind, data)
