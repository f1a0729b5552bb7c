"""Counts of a whole project kept up to date image by image, so that the meter is as quick with a million images.

`image_tally` counts images alike in state, origin and so on; `share_tally` holds how many distinct images are
real-verified and how many others could be trained on. `verify-app check` counts both anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from verify_app.core.candidate_conditions import Alias, ImageFacts, alias_of, counts_as
from verify_app.core.messages import M
from verify_app.storage.reader import Reader

ALIKE = ("state", "origin", "gold", "real_verified")
COUNTED = ("images", "with_labels", "with_imported", "proposals", "flagged")

Key = tuple[str, str, int, int]
Numbers = tuple[int, ...]
Image = sqlite3.Row | Mapping[str, Any]
"""A row of `image_state` by its columns, `LOOKED_AT` at least."""

LOOKED_AT = ("key", "sha256", "proposals", *ImageFacts._fields)

_facts = itemgetter(*ImageFacts._fields)


def settle(reader: Reader, before: Sequence[Image], after: Sequence[Image]) -> None:
    """Bring both tables up to date with some images of which `before` says what they were; new ones were not there."""
    was, now = _tallied(before), _tallied(after)
    zero = (0,) * len(COUNTED)
    for key in was.keys() | now.keys():
        if was.get(key) != now.get(key):
            _add(reader, key, tuple(b - a for a, b in zip(was.get(key, zero), now.get(key, zero), strict=True)))
    parts = {image["key"]: _part(image) for image in before}
    others = {image["key"]: part for image in after if parts.get(image["key"]) != (part := _part(image))}
    if others:
        _settle_shares(reader, [parts[key] for key in others if key in parts], others)


def _settle_shares(reader: Reader, before: Sequence[_Part], after: Mapping[int, _Part]) -> None:
    """The same of the shares, by what images of the same bytes are; `before` is what has become `after`, by id."""
    digests = json.dumps(sorted({sha256 for sha256, _ in (*before, *after.values())}))
    sql = f"SELECT {', '.join(LOOKED_AT)} FROM image_state WHERE sha256 IN (SELECT value FROM json_each(?))"
    beside = [_part(row) for row in reader.rows(sql, digests) if row["key"] not in after]
    was, now = (_shares(sorted((*beside, *some), key=itemgetter(0))) for some in (before, after.values()))
    if was != now:
        sql = "UPDATE share_tally SET real_verified = real_verified + ?, others = others + ?"
        reader.connection.execute(sql, tuple(b - a for a, b in zip(was, now, strict=True)))


def _tallied(images: Iterable[Image]) -> dict[Key, Numbers]:
    """`COUNTED` by `ALIKE`; removed images left out."""
    found: dict[Key, list[int]] = {}
    for image in images:
        if not image["removed"]:
            numbers = found.setdefault(_alike(image), [0] * len(COUNTED))
            numbers[0] += 1
            numbers[1] += image["labels"] > 0
            numbers[2] += image["imported"] > 0
            numbers[3] += image["proposals"]
            numbers[4] += image["flag"] is not None
    return {key: tuple(numbers) for key, numbers in found.items()}


_alike = itemgetter(*ALIKE)


_Part = tuple[str, Alias]
"""What one image adds to the images of its bytes: their SHA-256, and what."""


def _part(image: Image) -> _Part:
    return image["sha256"], alias_of(ImageFacts(*_facts(image)))


def _shares(parts: Iterable[_Part]) -> tuple[int, int]:
    """``(real-verified, other candidates)`` of images that are sorted by their bytes: those of the same are one."""
    found = Counter(counts_as(each for _, each in group) for _, group in groupby(parts, key=itemgetter(0)))
    return found[True], found[False]


_ADD = (
    f"INSERT INTO image_tally ({', '.join((*ALIKE, *COUNTED))}) "
    f"VALUES ({', '.join('?' * (len(ALIKE) + len(COUNTED)))}) "
    f"ON CONFLICT DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in COUNTED)}"
)


def _add(reader: Reader, key: Key, more: Numbers) -> None:
    reader.connection.execute(_ADD, (*key, *more))


def tallies(reader: Reader) -> dict[Key, Numbers]:
    """`COUNTED` by `ALIKE`; removed images left out."""
    rows = reader.rows(f"SELECT {', '.join((*ALIKE, *COUNTED))} FROM image_tally WHERE images > 0")
    width = len(ALIKE)
    return dict(sorted(((row[0], row[1], row[2], row[3]), tuple(row)[width:]) for row in rows))


def shares(reader: Reader) -> tuple[int, int]:
    """``(real-verified, other candidates)`` on distinct images, gold left out."""
    (row,) = reader.rows("SELECT real_verified, others FROM share_tally")
    return int(row[0]), int(row[1])


def _every(reader: Reader) -> Iterator[sqlite3.Row]:
    """All images, those of the same bytes together."""
    return reader.connection.execute(f"SELECT {', '.join(LOOKED_AT)} FROM image_state ORDER BY sha256")


def problems(reader: Reader) -> Iterator[str]:
    """Where the tallies are not what counting all images gives."""
    if tallies(reader) != dict(sorted(_tallied(_every(reader)).items())):
        yield M("The counts of images are not what counting them gives.")
    if shares(reader) != _shares(map(_part, _every(reader))):
        yield M("The count of what could be trained on is not what counting gives.")


def count_anew(reader: Reader) -> None:
    """Fill both tables from the summaries, whatever they held."""
    reader.connection.execute("DELETE FROM image_tally")
    for key, numbers in _tallied(_every(reader)).items():
        _add(reader, key, numbers)
    now = _shares(map(_part, _every(reader)))
    reader.connection.execute("UPDATE share_tally SET real_verified = ?, others = ?", now)
