"""Which images the queue shows: filters that combine, and the values to count beside each."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.queue.entry import BANDS, Standing, reviewer_key
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


class Known(NamedTuple):
    """What a filter needs to know beside the images.

    Parameters
    ----------
    models : mapping of int to int
        Run id to model id.
    reviewers : mapping of int to str
        `reviewer_key` to name.
    matches : collection of int or None
        Ids of the images whose path holds the filter's text; None when there is no text.
    origins : mapping of int to Origin
        What images count as where that is not what they are by themselves.
    """

    models: Mapping[int, int] = {}
    reviewers: Mapping[int, str] = {}
    matches: Collection[int] | None = None
    origins: Mapping[int, Origin] = {}


def wanted_bands(chosen: Filter) -> int:
    """The steps of confidence that the filter lets through, as bits of `Standing.bands`."""
    low, high = chosen.confidence or (0.0, 1.0)
    first, last = round(low * BANDS), max(round(high * BANDS), round(low * BANDS) + 1)
    return sum(1 << b for b in range(first, min(last, BANDS)))


def values_of(image: Standing, facet: Facet, known: Known) -> frozenset[Any]:
    """The values of one facet that an image has."""
    match facet:
        case Facet.STATES:
            return frozenset((image.state,))
        case Facet.ORIGINS:
            return frozenset((known.origins.get(image.image_id, image.origin),))
        case Facet.SOURCES:
            return frozenset((image.source_id,))
        case Facet.CLASSES:
            return frozenset(class_id for class_id, _ in image.classes)
        case Facet.RUNS:
            return frozenset((image.run_id,) if image.run_id else ())
        case Facet.MODELS:
            return frozenset((known.models[image.run_id],) if image.run_id else ())
        case Facet.REVIEWERS:
            return frozenset(known.reviewers[key] for key in image.reviewers)
        case Facet.GRADES:
            return image.grades
        case Facet.DISAGREEMENTS:
            return image.kinds
        case Facet.CONFIDENCE:
            return frozenset((t / 10, (t + 1) / 10) for t in range(10) if image.bands >> (2 * t) & 0b11)
        case Facet.FLAGGED:
            return frozenset((image.flagged,))
        case Facet.GOLD:
            return frozenset((image.gold,))


def passes(image: Standing, facet: Facet, chosen: Filter, known: Known) -> bool:
    """Whether one part of a filter lets an image through."""
    wanted = getattr(chosen, facet)
    match facet:
        case _ if facet not in chosen.active:
            return True
        case Facet.CONFIDENCE:
            return bool(image.bands & wanted_bands(chosen))
        case Facet.FLAGGED:
            return image.flagged
        case Facet.GOLD:
            return image.gold is wanted
        case Facet.REVIEWERS:
            return bool({reviewer_key(name) for name in wanted} & set(image.reviewers))
        case _:
            return bool(wanted & values_of(image, facet, known))


def lets_through(image: Standing, chosen: Filter, known: Known) -> bool:
    """Whether the whole filter lets an image through; one taken out of the project never comes."""
    if image.removed or (known.matches is not None and image.image_id not in known.matches):
        return False
    return all(passes(image, facet, chosen, known) for facet in Facet if facet in chosen.active)


def count(images: Iterable[Standing], chosen: Filter, known: Known) -> Counts:
    """Each facet's values, counted among the images that all other parts of the filter let through."""
    found: Counts = {facet: {} for facet in Facet}
    active = [facet for facet in Facet if facet in chosen.active]
    for image in images:
        if image.removed or (known.matches is not None and image.image_id not in known.matches):
            continue
        failed = [facet for facet in active if not passes(image, facet, chosen, known)]
        for facet in failed if len(failed) == 1 else () if failed else Facet:
            for value in values_of(image, facet, known):
                found[facet][value] = found[facet].get(value, 0) + 1
    return found
