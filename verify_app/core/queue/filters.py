"""Which images the queue shows: filters that combine, and the values to count beside each."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Grade, ImageState, Origin


class Filter(NamedTuple):
    """Which images to list; an empty set or text lets everything through.

    Parameters
    ----------
    sources, classes, models, runs : frozenset of int
        Ids. A class is on an image as a label or as a proposal that is shown where the slider starts; the run is the
        newest one that saw the image's bytes, the model is that run's.
    reviewers : frozenset of str
        Who has decided something on the image.
    grades : frozenset of Grade
        Of any label on it.
    disagreements : frozenset of Kind
        Those nobody has settled.
    confidence : (float, float) or None
        Images with a proposal from the first to under the second (1 is included), in steps of 0.05.
    text : str
        Part of the path inside the source, in upper or lower case.
    flagged : bool
        Only images flagged as unsure.
    gold : bool or None
        Only images for evaluation, or none of them.
    images : frozenset of int
        Ids of images that a figure or a table was about.
    """

    states: frozenset[ImageState] = frozenset()
    origins: frozenset[Origin] = frozenset()
    sources: frozenset[int] = frozenset()
    classes: frozenset[int] = frozenset()
    models: frozenset[int] = frozenset()
    runs: frozenset[int] = frozenset()
    reviewers: frozenset[str] = frozenset()
    grades: frozenset[Grade] = frozenset()
    disagreements: frozenset[Kind] = frozenset()
    confidence: tuple[float, float] | None = None
    text: str = ""
    flagged: bool = False
    gold: bool | None = None
    images: frozenset[int] = frozenset()

    @property
    def active(self) -> frozenset[str]:
        """Names of the fields that leave something out."""
        return frozenset(name for name in self._fields if getattr(self, name) != getattr(_ALL, name))

    def data(self) -> dict[str, Any]:
        """What differs from everything, as JSON; `of` reads it back."""
        found: dict[str, Any] = {}
        for name in sorted(self.active):
            value = getattr(self, name)
            found[name] = sorted(value) if isinstance(value, frozenset) else value
        return json.loads(json.dumps(found))  # type: ignore[no-any-return]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Filter:
        """The filter that `data` wrote.

        Raises
        ------
        UserError
            When an entry is unknown or no value of its kind.
        """
        values = {}
        for name, value in data.items():
            if name not in _READ:
                raise UserError(
                    M(
                        "There is no filter called {name}; there are: {known}.",
                        name=name,
                        known=", ".join(sorted(_READ)),
                    )
                )
            try:
                values[name] = _READ[name](value)
            except (TypeError, ValueError) as error:
                raise UserError(
                    M("{value} is no value to filter {name} by.", value=json.dumps(value), name=name)
                ) from error
        return cls(**values)


def _set_of(kind: Callable[[Any], Hashable]) -> Callable[[Any], frozenset[Any]]:
    def read(value: Any) -> frozenset[Any]:
        if not isinstance(value, list):
            raise TypeError(value)
        return frozenset(kind(x) for x in value)

    return read


def _exactly(*kinds: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(value)
        return value

    return read


def _range(value: Any) -> tuple[float, float]:
    low, high = (float(v) for v in value)
    if not 0.0 <= low < high <= 1.0:
        raise ValueError(value)
    return low, high


_ids = _set_of(_exactly(int))
_READ: dict[str, Callable[[Any], Any]] = {
    "states": _set_of(ImageState),
    "origins": _set_of(Origin),
    "sources": _ids,
    "classes": _ids,
    "models": _ids,
    "runs": _ids,
    "reviewers": _set_of(_exactly(str)),
    "grades": _set_of(Grade),
    "disagreements": _set_of(Kind),
    "confidence": _range,
    "text": _exactly(str),
    "flagged": _exactly(bool),
    "gold": _exactly(bool),
    "images": _ids,
}
_ALL = Filter()


class Facet(StrEnum):
    """What images are counted by, one name with the filter's field."""

    STATES = "states"
    ORIGINS = "origins"
    SOURCES = "sources"
    CLASSES = "classes"
    MODELS = "models"
    RUNS = "runs"
    REVIEWERS = "reviewers"
    GRADES = "grades"
    DISAGREEMENTS = "disagreements"
    CONFIDENCE = "confidence"
    FLAGGED = "flagged"
    GOLD = "gold"


Counts = dict[Facet, dict[Any, int]]
"""For each facet its values and how many images have each; values that no image has may be missing.

Confidence is counted by tenths, ``(0.0, 0.1)`` and so on; a reviewer by name.
"""
