"""The omission sweep: where on an image something is missing that the other images of its source have.

What people overlook most is what nobody proposed. The sweep proposes nothing itself: it says where to look twice before
an image is called complete.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.derive import Evidence
from verify_app.core.queue.entry import SHOWN_CONF
from verify_app.core.queue.queue_table import ids_of
from verify_app.storage.queries import queue
from verify_app.storage.summaries.image_summary import chunks

GRID = 8
"""Cells of the heat, either way."""

SAMPLE = 400
"""Images that stand for a source; evenly spread over it by path."""

ENOUGH = 10
"""So many other images of a source must have been looked at before it says what is usual there."""

_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Heat:
    """Where objects are usual in a source and absent on one image; all lists row by row, `GRID` x `GRID`.

    Parameters
    ----------
    expected : array of float
        Objects per image whose centre is in the cell, the mean over the source's sample without this image.
    found : array of int
        Objects on this image whose centre is in the cell: labels, and proposals shown where the slider starts.
    rare : array of float
        ``max(0, expected - found)``: the larger, the more it deserves a second look.
    others : int
        The images that say what is usual.
    """

    expected: array[float]
    found: array[int]
    rare: array[float]
    others: int

    @property
    def tells(self) -> bool:
        """Whether that is enough images to say anything."""
        return self.others >= ENOUGH


class Sweep:
    """The sweep of one source, as the project stood when it was first asked."""

    def __init__(self, session: Session, source_id: int) -> None:
        self._session = session
        self.source_id = source_id
        self._read: dict[int, Counter[int]] = {}

    def heat(self, image_id: int, centers: Iterable[tuple[float, float]] | None = None) -> Heat:
        """Where objects are usual in the source and absent on this image.

        Parameters
        ----------
        centers : iterable of (float, float), optional
            Where the objects on this image are, as shares of its width and height; read from the project by default.
        """
        cells = self._sample.get(image_id)
        others = len(self._sample) - (cells is not None)
        if centers is not None:
            found = Counter(_cell(x, y) for x, y in centers)
        else:
            found = cells if cells is not None else self._cells([image_id]).get(image_id, Counter())
        expected = array("d")
        for cell in range(GRID * GRID):
            elsewhere = self._sums[cell] - (cells[cell] if cells is not None else 0)
            expected.append(elsewhere / others if others else 0.0)
        counts = array("i", (found[cell] for cell in range(GRID * GRID)))
        rare = array("d", (max(0.0, e - n) for e, n in zip(expected, counts, strict=True)))
        return Heat(expected, counts, rare, others)

    def gather(self) -> Iterator[None]:
        """Read what `heat` compares with, some images at a time, for a window that must not wait."""
        for page in chunks(self._spread, _AT_ONCE):
            self._read |= self._cells(i for i in page if i not in self._read)
            yield

    @cached_property
    def _sample(self) -> dict[int, Counter[int]]:
        """Objects by cell of the images that stand for the source."""
        for _ in self.gather():
            pass
        return self._read

    @cached_property
    def _spread(self) -> list[int]:
        """Images spread over the source that somebody or some model has looked at."""
        reader = self._session.project.read
        ids = ids_of(queue.by_path(reader, self.source_id)).tolist()
        step = max(1, len(ids) / SAMPLE)
        chosen = [ids[int(place * step)] for place in range(min(SAMPLE, len(ids)))]
        standings = queue.standings(reader, chosen)
        return [i for i in chosen if standings[i].looked_at and not standings[i].removed]

    @cached_property
    def _sums(self) -> Counter[int]:
        return sum(self._sample.values(), Counter())

    def _cells(self, image_ids: Iterable[int]) -> dict[int, Counter[int]]:
        reader = self._session.project.read
        return {i: _by_cell(e) for page in chunks(image_ids) for i, e in reader.evidence(page).items()}


def _by_cell(evidence: Evidence) -> Counter[int]:
    scan = evidence.scan
    regions = [x.region for x in evidence.labels]
    regions += [p.region for p in derive.proposals(evidence) if p.conf >= SHOWN_CONF]
    found: Counter[int] = Counter()
    for region in regions if scan.width and scan.height else ():
        x, y = region.bounds.center
        found[_cell(x / scan.width, y / scan.height)] += 1
    return found


def _cell(x: float, y: float) -> int:
    """The cell of a place given as shares of the image's width and height."""
    column, row = (min(max(int(v * GRID), 0), GRID - 1) for v in (x, y))
    return row * GRID + column
