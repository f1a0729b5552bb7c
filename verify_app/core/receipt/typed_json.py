"""Reading JSON objects from files nobody vouches for: every field is of its type or a sentence says which is not."""

from __future__ import annotations

from typing import Annotated, TypeVar

from msgspec import Meta, ValidationError, convert

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split, Task

Typed = TypeVar("Typed")

Count = Annotated[int, Meta(ge=0, le=2**53)]
Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
"""A SHA-256 as 64 hex digits."""
MaybeDigest = Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
"""The same, or an empty text."""

_KINDS = {
    "int": M("a whole number from 0 on"),
    "str": M("a text"),
    "bool": M("true or false"),
    "array": M("a list"),
    "object": M("an object"),
}
_WORDS = {"task": Task, "origin": Origin, "split": Split, "grade": Grade, "kind": ActorKind, "door": Door}
_WORDS |= {"complete[1]": Grade, "complete[2]": ActorKind, "complete[3]": Door}
"""Closed vocabularies by the field that has a word of them; msgspec does not say which was meant."""


def typed(value: object, kind: type[Typed], where: str) -> Typed:
    """What `json.loads` gave, as a record.

    Parameters
    ----------
    kind : type
        A dataclass, named tuple or other type with annotations.
    where : str
        Its place, for the sentence.

    Raises
    ------
    UserError
        When a field is missing or of another type.
    """
    try:
        return convert(value, kind)
    except ValidationError as error:
        raise UserError(_sentence(str(error), where)) from error
    except UnicodeEncodeError as error:  # a key that is no text
        raise UserError(M("{place} is not valid JSON.", place=capital(where))) from error


def not_an_object(where: str) -> M:
    """The sentence for a place in a receipt that holds something else than a JSON object."""
    return M("{place} is not a JSON object.", place=capital(where))


def capital(where: str) -> str:
    """A place for the beginning of a sentence."""
    return where if isinstance(where, M) else where[:1].upper() + where[1:]


def _sentence(said: str, where: str) -> M:
    """What msgspec said, in words that are translated."""
    said, _, path = said.partition(" - at `$")
    name, quoted = path.strip("`."), said.split("`")
    if said.startswith("Object missing"):
        return M("{name!r} in {place} is missing.", name=f"{name}.{quoted[1]}".strip("."), place=where)
    if not name:
        return not_an_object(where)
    wanted: str | None = _KINDS.get(quoted[1].removesuffix(" | null")) if len(quoted) > 1 else None
    if "matching regex" in said:
        wanted = M("a SHA-256")
    elif said.startswith("Expected `array` of"):
        wanted = M("a list of {n}", n=said.rpartition("length ")[2].partition(",")[0])
    elif said.startswith("Invalid enum value") and name in _WORDS:
        wanted = M("one of {words}", words=list(_WORDS[name]))
    return not_as_it_should(name, where, wanted or M("what belongs there"))


def not_as_it_should(name: str, where: str, wanted: str) -> M:
    """The sentence for a field that is not what it must be."""
    return M("{name!r} in {place} is missing or not {wanted}.", name=name[:60], place=where, wanted=wanted)
