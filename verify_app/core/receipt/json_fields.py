"""Reading JSON objects from files nobody vouches for: every field is of its type or a sentence says which is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from verify_app.core.errors import UserError
from verify_app.core.messages import M

_Word = TypeVar("_Word", bound=StrEnum)

_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST = 2**53


def not_an_object(where: str) -> M:
    """The sentence for a place in a receipt that holds something else than a JSON object."""
    return M("{place} is not a JSON object.", place=capital(where))


def capital(where: str) -> str:
    """A place for the beginning of a sentence."""
    return where if isinstance(where, M) else where[:1].upper() + where[1:]


class Fields:
    """A JSON object with typed look-ups.

    Parameters
    ----------
    value : object
        What `json.loads` gave.
    where : str
        Its place, for the sentence.

    Raises
    ------
    UserError
        In the constructor when `value` is no object, in look-ups when a field is missing or of another type.
    """

    def __init__(self, value: object, where: str) -> None:
        self.where = where
        if not isinstance(value, dict):
            raise UserError(not_an_object(where))
        self._value: dict[str, Any] = value

    def has(self, name: str) -> bool:
        return name in self._value

    def keys(self) -> list[str]:
        return list(self._value)

    def text(self, name: str) -> str:
        return str(self._of(name, str, M("a text")))

    def integer(self, name: str) -> int:
        """A whole number, 0 to 2**53."""
        value = self._value.get(name)
        if type(value) is not int or not 0 <= value <= _LARGEST:
            self._wrong(name, M("a whole number from 0 on"))
        return value

    def boolean(self, name: str) -> bool:
        return bool(self._of(name, bool, M("true or false")))

    def digest(self, name: str) -> str:
        """A SHA-256 as 64 hex digits."""
        value = self.text(name)
        return value if _DIGEST.fullmatch(value) else self._wrong(name, M("a SHA-256"))

    def one_of(self, name: str, words: type[_Word]) -> _Word:
        """A word of a closed vocabulary."""
        try:
            return words(self.text(name))
        except ValueError:
            self._wrong(name, M("one of {words}", words=list(words)))

    def items(self, name: str) -> list[Any]:
        value = self._value.get(name)
        return value if isinstance(value, list) else self._wrong(name, M("a list"))

    def texts(self, name: str) -> tuple[str, ...]:
        found = self.items(name)
        return tuple(found) if all(isinstance(x, str) for x in found) else self._wrong(name, M("a list of texts"))

    def each(self, name: str) -> Iterator[Fields]:
        """The objects of a list."""
        for number, item in enumerate(self.items(name), start=1):
            yield Fields(item, M("{name} {number} in {place}", name=name, number=number, place=self.where))

    def inside(self, name: str) -> Fields:
        """An object in this one."""
        return Fields(self._of(name, dict, M("an object")), M("{name} in {place}", name=name, place=self.where))

    def maybe(self, name: str) -> Fields | None:
        """The same, or None for null."""
        if self._value.get(name, ...) is None:
            return None
        return self.inside(name)

    def integers(self) -> dict[str, int]:
        """All fields, when each is a whole number."""
        return {name: self.integer(name) for name in self._value}

    def digests(self) -> dict[str, str]:
        """All fields, when each is a SHA-256."""
        return {name: self.digest(name) for name in self._value}

    def _of(self, name: str, kind: type, words: str) -> Any:
        value = self._value.get(name)
        return value if isinstance(value, kind) else self._wrong(name, words)

    def _wrong(self, name: str, words: str) -> NoReturn:
        raise UserError(
            M("{name!r} in {place} is missing or not {wanted}.", name=name[:60], place=self.where, wanted=words)
        )
