"""Counts of a whole project kept up to date image by image, so that the meter is as quick with a million images.

`image_tally` counts images alike in state, origin and so on; `share_tally` holds how many distinct images are
real-verified and how many others could be trained on. `verify-app check` counts both anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from verify_app.core.messages import M
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage.reader import Reader

ALIKE = ("state", "origin", "gold", "real_verified")
COUNTED = ("images", "with_labels", "with_imported", "proposals", "flagged")

Key = tuple[str, str, int, int]
Numbers = tuple[int, ...]
Image = sqlite3.Row | Mapping[str, Any]
"""A row of `image_state` by its columns, `LOOKED_AT` at least."""

LOOKED_AT = (
    "key", "sha256", "origin", "declared", "gold", "removed", "real_verified", "flag", "blind", "state", "proposals",
    "labels", "verified", "imported", "stale",
)  # fmt: skip

_DONE = (ImageState.COMPLETE.value, ImageState.COMPLETE_EMPTY.value)
_GONE = (ImageState.MISSING.value, ImageState.STALE.value)


def settle(reader: Reader, before: Sequence[Image], after: Sequence[Image]) -> None:
    """Bring both tables up to date with some images of which `before` says what they were; new ones were not there."""
    was, now = _tallied(before), _tallied(after)
    zero = (0,) * len(COUNTED)
    for key in was.keys() | now.keys():
        if was.get(key) != now.get(key):
            _add(reader, key, tuple(b - a for a, b in zip(was.get(key, zero), now.get(key, zero), strict=True)))
    old = {image["key"]: image for image in before}
    parts = {key: _part(image) for key, image in old.items()}
    others = [(image["key"], part) for image in after if parts.get(image["key"]) != (part := _part(image))]
    if others:
        _settle_shares(reader, [parts[key] for key, _ in others if key in parts], dict(others))


def _settle_shares(reader: Reader, before: Sequence[_Part], after: Mapping[int, _Part]) -> None:
    """The same of the shares, by what images of the same bytes are; `before` is what has become `after`, by id."""
    digests = json.dumps(sorted({part.sha256 for part in (*before, *after.values())}))
    sql = f"SELECT {', '.join(LOOKED_AT)} FROM image_state WHERE sha256 IN (SELECT value FROM json_each(?))"
    beside = [_part(row) for row in reader.rows(sql, digests) if row["key"] not in after]
    was, now = (_shares(sorted((*beside, *some))) for some in (before, after.values()))
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


class _Part(NamedTuple):
    """What one image adds to the images of the same bytes; a removed one only that it is not real."""

    sha256: str
    real: bool
    out: bool = False
    """Gold, flagged, or blind and not settled: it keeps all of them out."""
    candidate: bool = False
    verified: bool = False


def _part(image: Image) -> _Part:
    real = (image["declared"] or image["origin"]) == Origin.REAL
    if image["removed"]:
        return _Part(image["sha256"], real)
    out = image["gold"] or image["flag"] is not None or image["blind"] not in (None, BlindStage.SETTLED)
    candidate = _is_candidate(image)
    return _Part(image["sha256"], real, bool(out), candidate, candidate and bool(image["real_verified"]))


def _shares(parts: Iterable[_Part]) -> tuple[int, int]:
    """``(real-verified, other candidates)`` of images that are sorted by their bytes.

    The rule of `datasets.composition.pool`: an alias group counts once, its weakest origin decides whether it can be
    real-verified, whatever member that belongs to, a removed one too; one that is flagged or blind and not settled
    keeps all of them out.
    """
    real_verified = others = 0
    for _, group in groupby(parts, key=itemgetter(0)):
        members = list(group)
        if any(part.candidate for part in members) and not any(part.out for part in members):
            real = all(part.real for part in members) and any(part.verified for part in members)
            real_verified += real
            others += not real
    return real_verified, others


def _is_candidate(image: Image) -> bool:
    if image["state"] in _GONE:
        return False
    if image["real_verified"]:
        return True
    if image["labels"] != image["verified"] + image["imported"] + image["stale"]:
        return False
    done = image["state"] in _DONE
    if image["origin"] == Origin.SYNTHETIC:
        return bool(image["labels"] > 0 or done)
    return bool(image["imported"] > 0 or (done and image["origin"] == Origin.UNKNOWN))


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
