"""Counts of a whole project kept up to date image by image, so that the meter is as quick with a million images.

`image_tally` counts images alike in state, origin and so on; `share_tally` holds how many distinct images are
real-verified and how many others could be trained on. `verify-app check` counts both anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from verify_app.storage.reader import Reader

ALIKE = ("state", "origin", "gold", "real_verified")
COUNTED = ("images", "with_labels", "with_imported", "proposals", "flagged")

_IDS = "(SELECT value FROM json_each(?))"
_TALLIES = (
    "SELECT state, origin, gold, real_verified, count(*), sum(labels > 0), sum(imported > 0), sum(proposals), "
    "sum(flag IS NOT NULL) FROM image_state WHERE {which} GROUP BY state, origin, gold, real_verified"
)
_SHARES = (
    "WITH member AS (SELECT sha256, gold AND NOT removed AS gold, real_verified, "
    "CASE coalesce(declared, origin) WHEN 'synthetic' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END AS weak, "
    "NOT removed AND (flag IS NOT NULL OR coalesce(blind, 'settled') <> 'settled') AS held, "
    "NOT removed AND state NOT IN ('missing', 'stale') AND "
    "(real_verified OR "
    "labels = verified + imported + stale AND CASE origin "
    "WHEN 'synthetic' THEN labels > 0 OR state IN ('complete', 'complete_empty') "
    "WHEN 'unknown' THEN imported > 0 OR state IN ('complete', 'complete_empty') "
    "ELSE imported > 0 END) AS candidate FROM image_state WHERE {which}), "
    "one AS (SELECT max(candidate) AND NOT max(held) AS candidate, max(gold) AS gold, "
    "max(weak) = 0 AND max(candidate AND real_verified) AS rv FROM member GROUP BY sha256) "
    "SELECT coalesce(sum(rv), 0), coalesce(sum(NOT rv), 0) FROM one WHERE candidate AND NOT gold"
)
"""The same rule as `datasets.pool`: an alias group counts once, its weakest origin decides whether it can be
real-verified, whatever member that belongs to, a removed one too; one that is flagged or blind and not settled keeps
all of them out."""

_EVERY = "1"
_ALL = "removed = 0"
_SOME = "+removed = 0 AND {column} IN " + _IDS
"""Some images by a column. The plus keeps SQLite from the index over all that are not removed."""

Key = tuple[str, str, int, int]
Numbers = tuple[int, ...]


class Watch:
    """What the tallies say of some images before they change; `settle` adds the difference afterwards."""

    def __init__(self, reader: Reader, image_ids: Sequence[int], digests: Sequence[str]) -> None:
        self._reader = reader
        self._ids = json.dumps(list(image_ids))
        old = reader.rows(f"SELECT sha256 FROM image_state WHERE key IN {_IDS}", self._ids)
        self._digests = json.dumps(sorted({*digests, *(row[0] for row in old)}))
        self._tallies, self._shares = self._count()

    def _count(self) -> tuple[dict[Key, Numbers], Numbers]:
        rows = self._reader.rows(_TALLIES.format(which=_SOME.format(column="key")), self._ids)
        (shares,) = self._reader.rows(_SHARES.format(which=f"sha256 IN {_IDS}"), self._digests)
        return _by_key(rows), tuple(shares)

    def settle(self) -> None:
        """Bring the tallies up to date with what the images are now."""
        tallies, shares = self._count()
        zero = (0,) * len(COUNTED)
        for key in tallies.keys() | self._tallies.keys():
            before, after = self._tallies.get(key, zero), tallies.get(key, zero)
            if before != after:
                self._add(key, tuple(b - a for a, b in zip(before, after, strict=True)))
        if shares != self._shares:
            sql = "UPDATE share_tally SET real_verified = real_verified + ?, others = others + ?"
            self._reader.connection.execute(sql, tuple(b - a for a, b in zip(self._shares, shares, strict=True)))

    def _add(self, key: Key, more: Numbers) -> None:
        columns = ", ".join((*ALIKE, *COUNTED))
        marks = ", ".join("?" * (len(ALIKE) + len(COUNTED)))
        added = ", ".join(f"{name} = {name} + excluded.{name}" for name in COUNTED)
        sql = f"INSERT INTO image_tally ({columns}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {added}"
        self._reader.connection.execute(sql, (*key, *more))


def _by_key(rows: Sequence[sqlite3.Row]) -> dict[Key, Numbers]:
    width = len(ALIKE)
    return {(row[0], row[1], row[2], row[3]): tuple(row)[width:] for row in rows}


def tallies(reader: Reader) -> dict[Key, Numbers]:
    """`COUNTED` by `ALIKE`; removed images left out."""
    rows = reader.rows(f"SELECT {', '.join((*ALIKE, *COUNTED))} FROM image_tally WHERE images > 0")
    return dict(sorted(_by_key(rows).items()))


def shares(reader: Reader) -> tuple[int, int]:
    """``(real-verified, other candidates)`` on distinct images, gold left out."""
    (row,) = reader.rows("SELECT real_verified, others FROM share_tally")
    return int(row[0]), int(row[1])


def problems(reader: Reader) -> Iterator[str]:
    """Where the tallies are not what counting all images gives."""
    if tallies(reader) != dict(sorted(_by_key(reader.rows(_TALLIES.format(which=_ALL))).items())):
        yield "The counts of images are not what counting them gives."
    if shares(reader) != tuple(reader.rows(_SHARES.format(which=_EVERY))[0]):
        yield "The count of what could be trained on is not what counting gives."


def count_anew(reader: Reader) -> None:
    """Fill both tables from the summaries, whatever they held."""
    columns = ", ".join((*ALIKE, *COUNTED))
    reader.connection.execute("DELETE FROM image_tally")
    reader.connection.execute(f"INSERT INTO image_tally ({columns}) {_TALLIES.format(which=_ALL)}")
    real_verified, others = reader.rows(_SHARES.format(which=_EVERY))[0]
    sql = "UPDATE share_tally SET real_verified = ?, others = ?"
    reader.connection.execute(sql, (real_verified, others))
