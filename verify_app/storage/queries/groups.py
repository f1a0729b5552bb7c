"""Which images belong together, so that no split tears them apart: frames of one video, files named alike."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from re._constants import BRANCH, MAX_REPEAT, MIN_REPEAT, POSSESSIVE_REPEAT  # type: ignore[import-not-found]
from re._constants import _NamedIntConstant as _Code
from re._parser import SubPattern, parse  # type: ignore[import-not-found]
from typing import Any, NamedTuple

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.storage.reader import Reader

PATTERN = "group_pattern"
"""The project setting that holds the pattern; see `pattern_of`."""
LONGEST_PATTERN = 500
MOST_STEPS = 100_000_000
"""Of a match: seconds."""
_REPEATS = (MAX_REPEAT, MIN_REPEAT, POSSESSIVE_REPEAT)


class Video(NamedTuple):
    """A video on record: the source of its frames, its SHA-256, its file's name, which frames were wanted (JSON)."""

    source_id: int
    sha256: str
    name: str
    taken: str


class Hinted(NamedTuple):
    """What an image's file said of its origin, and the bytes that said so."""

    image_id: int
    sha256: str
    origin: str
    evidence: str


def groups(reader: Reader) -> dict[int, str]:
    """The group of every image that has one; images of equal value must share a split, for ever.

    Frames of one video are a group (``video:<SHA-256>``), also when the video was added twice. So are files that the
    project's pattern gives the same name (``name:<name>``), wherever in the project they lie. An image with both joins
    the two. The value is the least name of all that hang together, so it does not depend on the order.

    Raises
    ------
    UserError
        When the project's pattern cannot be used.
    """
    names = _Joined()
    found: dict[int, str] = {}
    for image_id, key in (*_video_keys(reader), *_pattern_keys(reader)):
        names.join(found.setdefault(image_id, key), key)
    return {image_id: names.least(key) for image_id, key in found.items()}


def pattern_of(text: str) -> re.Pattern[str]:
    """A group pattern: a regular expression that matches a whole file name and whose first group names the group.

    With a ``/`` in it, it is held against ``<source>/<path>`` instead, so that folders can name groups.

    Raises
    ------
    UserError
        When it is no regular expression, has no group, is too long, or could take for ever on some name.
    """
    if len(text) > LONGEST_PATTERN:
        raise UserError(M("The group pattern has {n} characters; {most} at most.", n=len(text), most=LONGEST_PATTERN))
    try:
        pattern = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise UserError(
            M("The group pattern {pattern} is no regular expression: {reason}.", pattern=text, reason=error)
        ) from error
    if pattern.groups < 1:
        raise UserError(
            M(
                "The group pattern {pattern} has no group; put brackets round what names it: (.*)_\\d+\\.jpg.",
                pattern=text,
            )
        )
    if _repeats(pattern) is None:
        raise UserError(
            M(
                "The group pattern {pattern} repeats what repeats itself or is one of several things, so "
                "some names would take for ever; write it simpler.",
                pattern=text,
            )
        )
    return pattern


def _repeats(pattern: re.Pattern[str]) -> int | None:
    """How many things a pattern repeats as often as it likes; None where one lies inside another, or has branches.

    Then the steps for a name grow as a power of its length and no faster.
    """
    found = 0

    def look(part: Any, inside: bool) -> bool:
        nonlocal found
        if isinstance(part, SubPattern):
            part = part.data
        if isinstance(part, list) or not (isinstance(part, tuple) and part and isinstance(part[0], _Code)):
            return not isinstance(part, list | tuple) or all(look(one, inside) for one in part)
        if part[0] not in _REPEATS:
            return not (inside and part[0] is BRANCH) and look(part[1], inside)
        least, most, body = part[1]
        free = least != most and most > 1
        found += free
        return not (free and inside) and look(body, inside or most > 1)

    return found if look(parse(pattern.pattern), False) else None


def videos(reader: Reader) -> list[Video]:
    """Every time frames were taken out of a video, oldest first."""
    return [Video(*row) for row in reader.rows("SELECT source_id, sha256, name, taken FROM video ORDER BY id")]


def hints(reader: Reader) -> Iterator[Hinted]:
    """What files said of their origin, oldest first."""
    for row in reader.connection.execute("SELECT image_id, sha256, origin, evidence FROM hint ORDER BY id"):
        yield Hinted(*row)


def hinted(reader: Reader, image_id: int, sha256: str) -> bool:
    """Whether it is on record that these bytes of the image said something."""
    return reader.one("SELECT 1 FROM hint WHERE image_id = ? AND sha256 = ?", image_id, sha256) is not None


def _video_keys(reader: Reader) -> Iterator[tuple[int, str]]:
    sql = "SELECT i.id, 'video:' || v.sha256 FROM video v JOIN image i ON i.source_id = v.source_id ORDER BY i.id"
    yield from map(tuple, reader.connection.execute(sql))


def _pattern_keys(reader: Reader) -> Iterator[tuple[int, str]]:
    text = reader.setting(PATTERN)
    if not text:
        return
    pattern = pattern_of(str(text))
    whole = "/" in pattern.pattern
    sql = "SELECT i.id, s.name, i.path FROM image i JOIN source s ON s.key = i.source_id ORDER BY i.id"
    repeats = _repeats(pattern) or 0
    for image_id, source, path in reader.connection.execute(sql):
        name = f"{source}/{path}" if whole else path.rpartition("/")[2]
        if math.comb(len(name), repeats) > MOST_STEPS:
            raise UserError(
                M(
                    "The group pattern {pattern} takes too long for {name}; repeat fewer things in it.",
                    pattern=text,
                    name=name[:100],
                )
            )
        match = pattern.fullmatch(name)
        if match is not None and match[1] is not None:
            yield image_id, f"name:{match[1]}"


class _Joined:
    """Names that hang together (union-find); each set is known by its least one."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def least(self, name: str) -> str:
        while (above := self._up.get(name, name)) != name:
            self._up[name] = name = self._up.get(above, above)
        return name

    def join(self, one: str, other: str) -> None:
        a, b = sorted((self.least(one), self.least(other)))
        if a != b:
            self._up[b] = a
