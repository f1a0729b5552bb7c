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
from verify_app.core.messages import M, joined, reason_of
from verify_app.formats.packed_regions import Plain, corners_of, packed
from verify_app.formats.records import Dataset, Findings, StatedImage, StatedLabels, StatedObject

BUCKETS = 64
"""Files at most that objects are sorted into, each then small enough for memory."""

HELD = 200_000
"""Corners that are kept waiting before they are written, some 25 MB."""

Row = tuple[int, Any, str, Any]
"""Place of an image and one object of it; without a kind, that it is spoken of, and how many were left aside."""


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
        self._waiting: defaultdict[int, list[Row]] = defaultdict(list)
        self._held = 0
        weakref.finalize(self, _close, self._files)

    def add(self, place: int, objects: Sequence[Plain], left_aside: int = 0) -> None:
        """Put by what is said of the image at this place."""
        rows: list[Row] = [(place, *stated) for stated in objects]
        if left_aside or not objects:
            rows.append((place, None, "", left_aside))
        self.put(rows, 1 + sum(corners_of(kind, data) for _, kind, data in objects))

    def put(self, rows: Sequence[Row], corners: int) -> None:
        """Put by rows of any images, with `corners` of them in all."""
        if self._each:
            each, waiting = self._each, self._waiting
            for row in rows:
                waiting[row[0] // each].append(row)
        else:
            self._waiting[0] += rows
        self._held += corners
        if self._held > HELD:
            self._write()

    def _write(self) -> None:
        try:
            for bucket, waiting in self._waiting.items():
                data = marshal.dumps(waiting)
                file = self._files.get(bucket)
                if file is None:
                    file = self._files[bucket] = tempfile.TemporaryFile(prefix="verify-app-")  # noqa: SIM115  see _close
                file.write(len(data).to_bytes(8, "little") + data)
                file.flush()
        except OSError as error:
            raise UserError(
                M(
                    "Labels cannot be put by in {folder}: {reason}. Make room there, or name another folder "
                    "with the environment variable TMPDIR.",
                    folder=tempfile.gettempdir(),
                    reason=reason_of(error),
                )
            ) from error
        self._waiting.clear()
        self._held = 0

    def __iter__(self) -> Iterator[tuple[int, list[Plain], int]]:
        """Every image that something is said of, once: its place, its objects, how many were left aside."""
        self._write()
        for bucket in sorted(self._files):
            together: dict[int, list[Plain]] = {}
            lost: Counter[int] = Counter()
            last = -1
            for rows in self._pieces(bucket):
                for place, name, kind, data in rows:
                    if place != last and not self._each:  # they come image by image: what came before is whole
                        yield from _given(together, lost)
                        together, last = {}, place
                    objects = together.get(place)
                    if objects is None:
                        objects = together[place] = []
                    if kind:
                        objects.append((name, kind, data))
                    else:
                        lost[place] += data
            yield from _given(together, lost)

    def _pieces(self, bucket: int) -> Iterator[list[Row]]:
        file = self._files[bucket]
        file.seek(0)
        while size := file.read(8):
            yield marshal.loads(file.read(int.from_bytes(size, "little")))


class Gathered(Dataset):
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
        self.sizes: Mapping[str, tuple[int, int]] = {}
        self._stated: list[StatedImage] = []
        self._spool = Spool()

    def images(self) -> Iterator[StatedImage]:
        """Every image, as the dataset names it."""
        return iter(self._stated)

    def labels(self) -> Iterator[StatedLabels]:
        """Objects, image by image, each image once."""
        for place, objects, left_aside in self._spool:
            yield StatedLabels(self._stated[place].key, objects, left_aside)

    def _sort_names(self, anything: object, nothing: str) -> None:
        """Sort the classes by name, of a format that has no list of them; refuse a dataset without anything."""
        if not anything:
            first = M("The first: {problem}", problem=self.findings.problems[0]) if self.findings.problems else ""
            raise UserError(joined([nothing, first]))
        self.names = sorted(self.counts)

    def _keep(self, image: StatedImage, objects: Sequence[StatedObject] | None, left_aside: int = 0) -> None:
        """Take an image and what is said of it; None where nothing is said."""
        self._stated.append(image)
        if objects is not None:
            self.counts.update(stated.name for stated in objects)
            plain = [(x.name, x.region.kind, packed(x.region)) for x in objects]
            self._spool.add(len(self._stated) - 1, plain, left_aside)


def _given(together: Mapping[int, list[Plain]], lost: Mapping[int, int]) -> Iterator[tuple[int, list[Plain], int]]:
    for place in sorted(together):
        yield place, together[place], lost[place]


def _close(files: Mapping[int, IO[bytes]]) -> None:
    for file in files.values():
        with contextlib.suppress(OSError):  # a full disk was named before
            file.close()
