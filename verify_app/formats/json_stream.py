"""Large JSON objects read list by list: never more than a piece of the file in memory, at `json`'s pace."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import ordinary

PIECE = 2**20
MAX_ENTRY = 256 * 2**20
"""Characters of one entry of a list; a longer one is refused."""

_SPACE = re.compile(r"[ \t\n\r]*")


class JsonLists:
    """The lists that stand at the top of a JSON object, such as COCO's ``images`` and ``annotations``.

    Other values at the top are passed over. A key that comes twice counts twice.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def entries(self) -> Iterator[tuple[str, list[Any]]]:
        """Name of a list and some of its entries, until every list was given whole, in the file's order.

        Raises
        ------
        UserError
            When the file cannot be read, is no JSON object, was cut off or is no UTF-8.
        """
        try:
            with ordinary(self.file).open("rb") as stream:
                yield from _Reader(stream).entries()
        except NoObject as error:
            raise UserError(
                M(
                    "{file} is a list, such as the detections that a model writes for COCO; give the file that also "
                    "lists images and categories.",
                    file=self.file,
                )
            ) from error
        except OSError as error:
            raise UserError(M("{file} cannot be read: {reason}.", file=self.file, reason=reason_of(error))) from error
        except (ValueError, RecursionError) as error:
            raise UserError(M("{file} is no JSON, or was cut off; get it anew.", file=self.file)) from error


class NoObject(ValueError):
    """A list where an object is wanted."""


class _Reader:
    """Text in hand and where in it reading stands; more is fetched where it ends too soon."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._scan = json.JSONDecoder().raw_decode
        self._text, self._at, self._whole = "", 0, False
        self._one_by_one = False

    def entries(self) -> Iterator[tuple[str, list[Any]]]:
        if self._peek() == "[":
            raise NoObject
        self._expect("{")
        if self._peek() != "}":
            while True:
                key = self._value()
                if not isinstance(key, str):
                    raise ValueError("a key that is no text")
                self._expect(":")
                if self._peek() == "[":
                    for some in self._list():
                        yield key, some
                else:
                    self._value()
                if self._peek() != ",":
                    break
                self._at += 1
        self._expect("}")
        if self._peek():
            raise ValueError("more after the end")

    def _list(self) -> Iterator[list[Any]]:
        self._expect("[")
        if self._peek() == "]":
            self._at += 1
            return
        between = ""
        while True:
            yield self._many(between) or [self._value()]
            end, mark = self._at - 1, self._peek()
            if mark == "]":
                self._at += 1
                return
            self._expect(",")
            self._peek()
            # what stands between two entries here, most likely stands between all of them
            between = self._text[end : self._at + 1] if 0 <= end < self._at else ""

    def _many(self, between: str) -> list[Any]:
        """Objects up to the last one that seems to end in the text in hand; none where that was a mistake.

        A cut inside an object or a text is never valid JSON, so what is read this way is what stands there.
        """
        if self._one_by_one or not (between.startswith("}") and between.endswith("{")):
            return []
        end = self._text.rfind(between, self._at) + 1
        if end <= self._at:
            return []
        try:
            found: list[Any] = json.loads(f"[{self._text[self._at : end]}]")
        except ValueError:
            self._one_by_one = True  # not again before there is other text
            return []
        self._at = end
        return found

    def _value(self) -> Any:
        """The value that comes next. One that reaches the end of the text in hand may go on behind it."""
        self._peek()
        while True:
            try:
                found, end = self._scan(self._text, self._at)
            except ValueError:
                if not self._more():
                    raise
                continue
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return found

    def _peek(self) -> str:
        """The character that comes next, spaces left out; empty at the end of the file."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at  # it matches nothing as well
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _expect(self, mark: str) -> None:
        if self._peek() != mark:
            raise ValueError(f"no {mark}")
        self._at += 1

    def _more(self) -> bool:
        """Fetch as much again as is in hand, so that a long entry is scanned a few times only; False at the end."""
        if self._whole:
            return False
        left = len(self._text) - self._at
        if left > MAX_ENTRY:
            raise ValueError("an entry without an end")
        data = self._stream.read(max(PIECE, left))
        self._whole = not data
        self._text, self._at = self._text[self._at :] + self._decode(data, self._whole), 0
        self._one_by_one = False
        return True
