"""Lists and counts over the image summaries: pages, filters, tallies."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from verify_app.core import derive
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Prediction
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage.queries.declared_origins import COUNTS_AS, ORIGINS
from verify_app.storage.reader import Reader
from verify_app.storage.summaries import tally_rows


class Row(NamedTuple):
    """One image in a list.

    `name` is ``<source>/<path>``; `origin` what it counts as: the weakest of all images with the same bytes;
    `attested`: it is complete, but of that or of some label there is a word alone.
    """

    id: int
    name: str
    state: ImageState
    origin: Origin
    proposals: int
    labels: int
    flagged: bool
    gold: bool
    attested: bool = False
    width: int = 0
    height: int = 0


_ATTESTED = (
    "i.state IN ('complete', 'complete_empty') AND ("
    "EXISTS (SELECT 1 FROM mark m WHERE m.key = i.key AND m.grade = 'attested') "
    "OR EXISTS (SELECT 1 FROM label l WHERE l.image_id = i.key AND l.grade = 'attested'))"
)
_QUICK = frozenset(("states", "origins"))


def ids(reader: Reader, chosen: Filter) -> array[int]:
    """Ids of the images of some states and origins, as found; `app.review.queue` knows the other filters."""
    if not chosen.active <= _QUICK:
        raise ValueError(f"only the queue filters by {', '.join(sorted(chosen.active - _QUICK))}")
    conditions, values = ["removed = 0"], list[Any]()
    for column, wanted in (("state", chosen.states), ("origin", chosen.origins)):
        if wanted:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(wanted)))
    sql = f"SELECT key FROM image_state WHERE {' AND '.join(conditions)} ORDER BY key"
    return array("q", (row[0] for row in reader.connection.execute(sql, values)))


def open_proposals(reader: Reader, image_id: int) -> list[Prediction]:
    """The predictions on one image that still want a verdict."""
    evidence = reader.evidence([image_id]).get(image_id)
    return derive.proposals(evidence) if evidence is not None else []


def is_current(reader: Reader, prediction: Prediction) -> bool:
    """Whether its run looked at the bytes that the image has now; else it says nothing of them."""
    known = reader.known
    if known is not None and (known.image_id, known.run_id) == (prediction.image_id, prediction.run_id):
        return True
    sql = (
        "SELECT 1 FROM run_image r WHERE r.image_id = ? AND r.run_id = ? AND r.sha256 = "
        "(SELECT sha256 FROM scan s WHERE s.image_id = r.image_id ORDER BY s.id DESC LIMIT 1)"
    )
    return reader.one(sql, prediction.image_id, prediction.run_id) is not None


def rows(reader: Reader, image_ids: Sequence[int]) -> list[Row]:
    """A page of a list, in the order asked for."""
    sql = (
        f"SELECT i.key, s.name || '/' || i.path, i.state, {COUNTS_AS}, i.proposals, i.labels, i.flag IS NOT NULL, "
        f"i.gold, {_ATTESTED}, i.width, i.height FROM image_state i JOIN source s ON s.key = i.source_id "
        "WHERE i.key IN (SELECT value FROM json_each(?))"
    )
    found = {
        row[0]: Row(row[0], row[1], ImageState(row[2]), ORIGINS[row[3]], *row[4:6], *map(bool, row[6:9]), *row[9:11])
        for row in reader.rows(sql, json.dumps(list(image_ids)))
    }
    return [found[i] for i in image_ids if i in found]


class Tally(NamedTuple):
    """How many images are alike: same state, origin and so on."""

    state: ImageState
    origin: Origin
    gold: bool
    real_verified: bool
    images: int
    with_labels: int
    with_imported: int
    proposals: int
    flagged: int


def tallies(reader: Reader) -> list[Tally]:
    """The project's images, counted; removed ones left out."""
    return [
        Tally(ImageState(state), Origin(origin), bool(gold), bool(verified), *numbers)
        for (state, origin, gold, verified), numbers in tally_rows.tallies(reader).items()
    ]


def label_counts(reader: Reader) -> list[tuple[int, str, str | None, str | None, int]]:
    """``(class id, grade, kind of who verified, door, labels)`` on images that were not removed."""
    sql = (
        "SELECT l.class_id, l.grade, l.by_kind, l.door, count(*) FROM label l JOIN image_state i ON i.key = l.image_id "
        "WHERE i.removed = 0 GROUP BY l.class_id, l.grade, l.by_kind, l.door"
    )
    return [tuple(row) for row in reader.rows(sql)]


def verdict_counts(reader: Reader) -> dict[str, int]:
    """Verdicts by kind."""
    return {row[0]: row[1] for row in reader.rows("SELECT verdict, count(*) FROM verdict GROUP BY verdict")}


def image_by_name(reader: Reader, name: str) -> int | None:
    """Id of the image called ``<source>/<path>``, removed ones left out."""
    sql = (
        "SELECT i.key FROM source s JOIN image_state i ON i.source_id = s.key "
        "WHERE i.path = ? AND s.name = ? AND i.removed = 0"
    )
    for cut in (position for position, char in enumerate(name) if char == "/"):
        found = reader.one(sql, name[cut + 1 :], name[:cut])
        if found is not None:
            return int(found)
    return None


def place(reader: Reader, image_id: int) -> tuple[str, str, str] | None:
    """``(source name, source root, relative path)`` of an image."""
    sql = "SELECT s.name, s.root, i.path FROM image i JOIN source s ON s.key = i.source_id WHERE i.id = ?"
    found = reader.rows(sql, image_id)
    return tuple(found[0]) if found else None


def first_in(reader: Reader, states: Iterable[ImageState]) -> int | None:
    """The first image, as found, in one of these states."""
    # not over the index of states: it would sort all that are in them, where the first rows nearly always have one
    sql = (
        "SELECT key FROM image_state WHERE +removed = 0 AND state IN (SELECT value FROM json_each(?)) "
        "ORDER BY key LIMIT 1"
    )
    found = reader.one(sql, json.dumps(sorted(states)))
    return None if found is None else int(found)


def summary(reader: Reader, image_id: int) -> dict[str, Any] | None:
    """The cached summary of one image as a dict of columns."""
    found = reader.rows("SELECT * FROM image_state WHERE key = ?", image_id)
    return dict(found[0]) if found else None


class FileRecord(NamedTuple):
    """What is known of one image's file."""

    id: int
    root: str
    path: str
    bytes: int
    modified: int
    problem: str | None


def file_records(reader: Reader, image_ids: Sequence[int] | None = None) -> Iterator[FileRecord]:
    """The newest scan of every image that was not removed, or of these alone."""
    if image_ids is not None and len(image_ids) == 1:  # all of it is read when something is decided on it
        for known in reader.images(image_ids).values():
            scan, lies = known.evidence.scan, known.place
            if not lies.removed:
                yield FileRecord(known.image_id, lies.root, lies.path, scan.bytes, scan.modified, scan.problem)
        return
    these = "" if image_ids is None else "AND i.key IN (SELECT value FROM json_each(?)) "
    sql = (
        "SELECT i.key, s.root, i.path, c.bytes, c.modified, c.problem FROM image_state i "
        "JOIN source s ON s.key = i.source_id JOIN scan c ON c.id = "
        f"(SELECT max(id) FROM scan WHERE image_id = i.key) WHERE i.removed = 0 {these}ORDER BY i.key"
    )
    for row in reader.connection.execute(sql, () if image_ids is None else (json.dumps(list(image_ids)),)):
        yield FileRecord(*row)


def paths_of(reader: Reader, source_id: int) -> list[tuple[int, str]]:
    """``(image id, relative path)`` of every image of a source."""
    return [(row[0], row[1]) for row in reader.rows("SELECT id, path FROM image WHERE source_id = ?", source_id)]


def images_with_class(reader: Reader, class_id: int) -> list[int]:
    """Images that a class merge touches: those with labels of it."""
    return [row[0] for row in reader.rows("SELECT DISTINCT image_id FROM label WHERE class_id = ?", class_id)]


def candidate_counts(reader: Reader) -> tuple[int, int]:
    """``(real-verified, other candidates)`` on distinct images, gold left out, as in `datasets.composition.pool`."""
    return tally_rows.shares(reader)


def seen_by(reader: Reader, model_id: int, settings: str) -> set[int]:
    """Images whose bytes as they are now the same model has seen under the same settings."""
    sql = (
        "SELECT ri.image_id FROM run r JOIN run_image ri ON ri.run_id = r.id "
        "JOIN image_state i ON i.key = ri.image_id AND i.sha256 = ri.sha256 WHERE r.model_id = ? AND r.settings = ?"
    )
    return {row[0] for row in reader.rows(sql, model_id, settings)}


def stale_labels(reader: Reader) -> int:
    """Verified labels whose image has changed since."""
    return int(reader.one("SELECT coalesce(sum(stale), 0) FROM image_state WHERE removed = 0"))
