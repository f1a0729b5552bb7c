"""Who may come into a dataset: the conditions in their order, and what images of the same bytes count as together.

The only place that says so: composing a dataset and the counts of the bottom line both ask here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from verify_app.core.messages import M
from verify_app.core.trials.blind import UNSETTLED
from verify_app.core.vocabulary import ImageState, Origin


class ImageFacts(NamedTuple):
    """What decides whether an image may come in; named as the columns of its summary, with the values stored there.

    `origin` is its own or its source's, `declared` what was said of its bytes, whatever image has them.
    """

    state: str
    origin: str
    declared: str | None
    removed: int
    gold: int
    real_verified: int
    flag: str | None
    blind: str | None
    labels: int
    verified: int
    imported: int
    stale: int


class Condition(NamedTuple):
    """What keeps an image out when it is `met`; `said` says so of `n` images, `reason` is the key of their count."""

    reason: str
    said: M
    met: Callable[[ImageFacts], bool]


def _has_enough(image: ImageFacts) -> bool:
    """Whether an image is real-verified or has what its origin asks for: an unreviewed image is no negative."""
    if image.real_verified:
        return True
    if image.origin == Origin.REAL:
        return image.imported > 0
    labels = image.labels if image.origin == Origin.SYNTHETIC else image.imported
    return labels > 0 or ImageState(image.state).done


UNSURE = (
    Condition("flagged", M("{n} flagged"), lambda x: x.flag is not None),
    Condition("blind and not settled", M("{n} blind and not settled"), lambda x: x.blind in UNSETTLED),
)
"""What somebody is unsure of on one image keeps out all that have its bytes."""

CONDITIONS = (
    Condition("missing", M("{n} missing"), lambda x: x.state == ImageState.MISSING),
    Condition("stale", M("{n} stale"), lambda x: x.state == ImageState.STALE),
    *UNSURE,
    Condition(
        "labelled by a program or a simulated reviewer",
        M("{n} labelled by a program or a simulated reviewer"),
        lambda x: not x.real_verified and x.labels > x.verified + x.imported + x.stale,
    ),
    Condition("unreviewed", M("{n} unreviewed"), lambda x: x.state == ImageState.UNREVIEWED and not _has_enough(x)),
    Condition("not complete", M("{n} not complete"), lambda x: not _has_enough(x)),
)
"""The first that is met is the reason; where none is, the image is a candidate."""


def why_not(image: ImageFacts) -> str | None:
    """Why an image is no candidate by itself, as the key of a count, or None when it is one."""
    return _first(CONDITIONS, image)


def _first(conditions: Iterable[Condition], image: ImageFacts) -> str | None:
    return next((each.reason for each in conditions if each.met(image)), None)


def not_among(reason: str, count: int) -> str:
    """So many images that are no candidates for one reason."""
    return next(each.said for each in CONDITIONS if each.reason == reason).filled(n=count)


class Alias(NamedTuple):
    """What one image adds to those of the same bytes; a removed one only its origin.

    `unsure` is the reason for which it keeps all of them out.
    """

    origin: Origin
    gold: bool = False
    unsure: str | None = None
    candidate: bool = False
    real_verified: bool = False


@lru_cache(maxsize=4_096)
def alias_of(image: ImageFacts) -> Alias:
    """What an image adds; remembered, as a million images have few different facts."""
    origin = Origin(image.declared or image.origin)
    if image.removed:
        return Alias(origin)
    candidate = why_not(image) is None
    unsure = _first(UNSURE, image)
    return Alias(origin, bool(image.gold), unsure, candidate, candidate and bool(image.real_verified))


def weakest_origin(origins: Iterable[Origin]) -> Origin:
    """What images of the same bytes are by where they come from."""
    return max(origins, key=lambda origin: origin.weakness)


def counts_as(members: Iterable[Alias]) -> bool | None:
    """What images of the same bytes are together, gold set apart.

    Returns
    -------
    bool or None
        Whether they are real-verified, of candidates; None when they are no candidate. The weakest origin decides,
        whatever member it belongs to.
    """
    candidate, real, verified = False, True, False
    for each in members:
        if each.gold or each.unsure:
            return None
        candidate, verified = candidate or each.candidate, verified or each.real_verified
        real = real and each.origin is Origin.REAL
    return real and verified if candidate else None
