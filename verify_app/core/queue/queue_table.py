"""The queue's records of all images as numpy arrays, and the filters and counts over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from verify_app.core.queue import codec
from verify_app.core.queue.entry import BANDS, WANTING, reviewer_key
from verify_app.core.queue.filters import Counts, Facet, Filter
from verify_app.core.vocabulary import Origin

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Tags = tuple[NDArray[np.int32], NDArray[np.uint32], NDArray[np.uint16]]
"""Image ids, values, counts."""

_RECORD = np.dtype(list(codec.FIELDS))
_TAG = np.dtype(list(codec.TAG_FIELDS))
_WANTING = np.array([state in WANTING for state in codec.STATES])
_DONE = np.array([state.done for state in codec.STATES])


class Columns:
    """Every image's record; arrays are indexed by image id, and ids that no image has are not `active`."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._tags: list[bytes] = []
        self._by_what: dict[int, Tags] = {}

    def put(self, rows: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Take in blocks as stored: number, records, tags; a block that is there already is replaced."""
        rows = list(rows)
        width = len(codec.EMPTY)
        more = max((number + 1 for number, _, _ in rows), default=0) - len(self._tags)
        if more == len(rows) and not self._tags:  # all there are, for the first time
            rows.sort()
            self._bytes = bytearray(b"".join([records for _, records, _ in rows]))
            self._tags = [tags for _, _, tags in rows]
            rows = []
        elif more > 0:
            # a new one: numpy may be looking at the old
            self._bytes = self._bytes + bytes(width * more)
            self._tags += [b""] * more
        for number, records, tags in rows:
            self._bytes[number * width : (number + 1) * width] = records
            self._tags[number] = tags
        for name in ("records", "active", "wants"):
            self.__dict__.pop(name, None)
        self._by_what.clear()

    @cached_property
    def records(self) -> NDArray[Any]:
        """``(ids,)`` records with the fields of `blocks.FIELDS`."""
        return np.frombuffer(self._bytes, _RECORD)

    @cached_property
    def active(self) -> Bools:
        """Images that are in the project."""
        flags = self.records["flags"]
        return np.asarray((flags & (codec.PRESENT | codec.REMOVED)) == codec.PRESENT)

    @cached_property
    def wants(self) -> Bools:
        """As `Standing.wants`."""
        return self.wanting(slice(None))

    def wanting(self, ids: Ints | slice) -> Bools:
        """As `Standing.wants`, of these images."""
        return self.unreviewed(ids) | np.asarray(self.records["disagreement"][ids] > 0)

    def unreviewed(self, ids: Ints | slice) -> Bools:
        """Whether the state of these images says that they want a person."""
        return np.asarray(_WANTING[self.records["state"][ids]])

    def looked_at(self, ids: Ints | slice) -> Bools:
        """As `Standing.looked_at`, of these images."""
        records = self.records[ids]
        return np.asarray((records["run"] > 0) | (records["objects"] > 0) | _DONE[records["state"]])

    def tags(self, what: int) -> Tags:
        """Image ids, values and counts of the tags of one sort."""
        if not self._by_what:
            rows = np.frombuffer(b"".join(self._tags), _TAG)
            lengths = np.fromiter(map(len, self._tags), np.int64, len(self._tags)) // _TAG.itemsize
            images = np.repeat(np.arange(len(self._tags), dtype=np.int32) * codec.SIZE, lengths) + rows["offset"]
            for sort in (codec.CLASS, codec.REVIEWER):
                chosen = np.flatnonzero(rows["what"] == sort)
                self._by_what[sort] = images[chosen], rows["value"][chosen], rows["count"][chosen]
        return self._by_what[what]

    def verified(self) -> dict[int, int]:
        """Verified instances by class, of the images in the project."""
        images, classes, counts = self.tags(codec.CLASS)
        if not len(images):
            return {}
        some = np.flatnonzero(counts)
        sums = np.bincount(classes[some], counts[some] * self.active[images[some]], minlength=int(classes.max()) + 1)
        return {int(c): int(sums[c]) for c in np.flatnonzero(np.bincount(classes))}


def ids_of(text: str) -> Ints:
    """Ids from one text with commas between them, as `storage.queries.queue` gives them."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


class Known(NamedTuple):
    """What a filter needs to know beside the images.

    Parameters
    ----------
    models : mapping of int to int
        Run id to model id.
    reviewers : mapping of int to str
        `reviewer_key` to name.
    matches : (n,) ints or None
        Ids of the images whose path holds the filter's text; None when there is no text.
    origins : mapping of int to Origin
        What images count as where that is not what they are by themselves.
    """

    models: Mapping[int, int] = {}
    reviewers: Mapping[int, str] = {}
    matches: Ints | None = None
    origins: Mapping[int, Origin] = {}


def mask_of(columns: Columns, chosen: Filter, known: Known) -> Bools:
    """The images that a filter lets through; one taken out of the project never comes."""
    return _all_of(_base(columns, chosen, known), [_part(columns, f, chosen, known) for f in _active(chosen)])


def count(columns: Columns, chosen: Filter, known: Known) -> Counts:
    """Each facet's values, counted among the images that all other parts of the filter let through."""
    base = _base(columns, chosen, known)
    parts = {facet: _part(columns, facet, chosen, known) for facet in _active(chosen)}
    whole = _all_of(base, list(parts.values()))
    found: Counts = {}
    for facet in Facet:
        here = whole if facet not in parts else _all_of(base, [p for f, p in parts.items() if f is not facet])
        found[facet] = _count(columns, facet, here, known)
    return found


def _active(chosen: Filter) -> list[Facet]:
    return [facet for facet in Facet if facet in chosen.active]


def _base(columns: Columns, chosen: Filter, known: Known) -> Bools:
    found = columns.active
    if known.matches is not None:
        found = found & _there(known.matches, len(found))
    if chosen.images:
        found = found & _there(np.fromiter(chosen.images, np.int64), len(found))
    return found


def _there(ids: Ints, most: int) -> Bools:
    there = np.zeros(most, np.bool_)
    there[ids[(ids >= 0) & (ids < most)]] = True
    return there


def _all_of(base: Bools, parts: list[Bools]) -> Bools:
    for part in parts:
        base = base & part
    return base


def _part(columns: Columns, facet: Facet, chosen: Filter, known: Known) -> Bools:
    records, wanted = columns.records, getattr(chosen, facet)
    match facet:
        case Facet.STATES:
            return np.isin(records["state"], [codec.STATES.index(s) for s in wanted])
        case Facet.ORIGINS:
            return np.isin(_origins(columns, known), [codec.ORIGINS.index(o) for o in wanted])
        case Facet.SOURCES:
            return np.isin(records["source"], list(wanted))
        case Facet.RUNS:
            return np.isin(records["run"], list(wanted)) & (records["run"] > 0)
        case Facet.MODELS:
            return np.isin(records["run"], [r for r, m in known.models.items() if m in wanted])
        case Facet.GRADES:
            return (records["grades"] & sum(1 << codec.GRADES.index(g) for g in wanted)) > 0
        case Facet.DISAGREEMENTS:
            return (records["kinds"] & sum(1 << codec.KINDS.index(k) for k in wanted)) > 0
        case Facet.CONFIDENCE:
            return (records["bands"] & _wanted_bands(chosen)) > 0
        case Facet.FLAGGED:
            return (records["flags"] & codec.FLAGGED) > 0
        case Facet.GOLD:
            return np.asarray(((records["flags"] & codec.GOLD) > 0) == wanted)
        case Facet.CLASSES:
            return _tagged(columns, codec.CLASS, wanted)
        case Facet.REVIEWERS:
            return _tagged(columns, codec.REVIEWER, {reviewer_key(name) for name in wanted})


def _wanted_bands(chosen: Filter) -> int:
    """The steps of confidence that the filter lets through, as bits of `Standing.bands`."""
    low, high = chosen.confidence or (0.0, 1.0)
    first, last = round(low * BANDS), max(round(high * BANDS), round(low * BANDS) + 1)
    return sum(1 << b for b in range(first, min(last, BANDS)))


def _origins(columns: Columns, known: Known) -> Any:
    """What each image counts as, as places in `codec.ORIGINS`."""
    own = columns.records["origin"]
    if not known.origins:
        return own
    counts = own.copy()
    there = [i for i in known.origins if i < len(counts)]
    counts[there] = [codec.ORIGINS.index(known.origins[i]) for i in there]
    return counts


def _tagged(columns: Columns, what: int, wanted: Iterable[int]) -> Bools:
    images, values, _ = columns.tags(what)
    there = np.zeros(len(columns.active), np.bool_)
    there[images[np.isin(values, list(wanted))]] = True
    return there


def _count(columns: Columns, facet: Facet, here: Bools, known: Known) -> dict[Any, int]:
    records = columns.records
    match facet:
        case Facet.STATES:
            return _named(_tally(records["state"], here), codec.STATES)
        case Facet.ORIGINS:
            return _named(_tally(_origins(columns, known), here), codec.ORIGINS)
        case Facet.SOURCES:
            return _tally(records["source"], here)
        case Facet.RUNS:
            return _tally(records["run"], here & (records["run"] > 0))
        case Facet.MODELS:
            return _models(_tally(records["run"], here & (records["run"] > 0)), known.models)
        case Facet.GRADES:
            return _bits(records["grades"][here], codec.GRADES)
        case Facet.DISAGREEMENTS:
            return _bits(records["kinds"][here], codec.KINDS)
        case Facet.CONFIDENCE:
            return _tenths(records["bands"][here])
        case Facet.FLAGGED:
            return _named(_tally((records["flags"] & codec.FLAGGED) > 0, here), (False, True))
        case Facet.GOLD:
            return _named(_tally((records["flags"] & codec.GOLD) > 0, here), (False, True))
        case Facet.CLASSES:
            return _tag_tally(columns, codec.CLASS, here)
        case Facet.REVIEWERS:
            return {known.reviewers[key]: n for key, n in _tag_tally(columns, codec.REVIEWER, here).items()}


def _tally(values: NDArray[Any], here: Bools) -> dict[int, int]:
    counts = np.bincount(values[here])
    return {int(value): int(counts[value]) for value in np.flatnonzero(counts)}


def _named(counts: Mapping[int, int], names: tuple[Any, ...]) -> dict[Any, int]:
    return {names[value]: n for value, n in counts.items()}


def _models(runs: Mapping[int, int], models: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for run, n in runs.items():
        found[models[run]] = found.get(models[run], 0) + n
    return found


def _bits(values: NDArray[Any], names: tuple[Any, ...]) -> dict[Any, int]:
    counts = {name: int(np.count_nonzero(values & (1 << bit))) for bit, name in enumerate(names)}
    return {name: n for name, n in counts.items() if n}


def _tenths(values: NDArray[Any]) -> dict[tuple[float, float], int]:
    counts = {(t / 10, (t + 1) / 10): int(np.count_nonzero(values & (0b11 << (2 * t)))) for t in range(10)}
    return {band: n for band, n in counts.items() if n}


def _tag_tally(columns: Columns, what: int, here: Bools) -> dict[int, int]:
    images, values, _ = columns.tags(what)
    found, counts = np.unique(values[here[images]], return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))
