"""Why an image comes where it does, as a closed vocabulary with a plain sentence for each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from verify_app.core.queue.entry import FULL, SHOWN_CONF, Standing
from verify_app.core.queue.orders import BY_ITSELF, Lane, Order


class Why(StrEnum):
    """The reasons there are."""

    RANDOM = "random"
    DISAGREEMENT = "disagreement"
    TAIL = "tail"
    FEW = "few"
    HIDDEN = "hidden"
    UNCERTAIN = "uncertain"
    NEWEST = "newest"
    FOUND = "found"
    DONE = "done"


SENTENCES: Mapping[Why, str] = {
    Why.RANDOM: "Drawn at random, so that what nobody doubts is looked at too.",
    Why.DISAGREEMENT: "The newest run and the labels differ here ({kinds}).",
    Why.TAIL: "It may hold {name}, of which few are verified.",
    Why.FEW: "It holds {objects}; the images next to it hold {expected} on average.",
    Why.HIDDEN: "Something with confidence {conf} is hidden by the slider, and nothing is labelled there.",
    Why.UNCERTAIN: "The model is unsure: a proposal has confidence {conf}.",
    Why.NEWEST: "The newest images come first.",
    Why.FOUND: "Next as the images were found.",
    Why.DONE: "Nothing on it wants a person any more.",
}
"""Each reason in plain English; `Reason.parameters` fill the braces."""


class Reason(NamedTuple):
    """Why one image comes now.

    Parameters
    ----------
    kind : Why
    parameters : mapping
        By kind: ``kinds`` (values of `core.disagreements.Kind`), ``class_id``, ``objects`` and ``expected``, ``conf``.
    """

    kind: Why
    parameters: Mapping[str, Any] = {}


class Grounds(NamedTuple):
    """What the place of one image goes by, besides its own record.

    Parameters
    ----------
    lane : Lane
        Its part of the mixed order while it wants a person.
    rarest : int or None
        The rarest tail class on it.
    shortfall : int
        How far it holds less than its neighbours, 0 to `FULL`.
    expected : float
        Objects on a neighbour, the mean.
    """

    lane: Lane
    rarest: int | None
    shortfall: int
    expected: float


def reason(image: Standing, order: Order, grounds: Grounds, *, confs: tuple[float, ...] = ()) -> Reason:
    """Why an image stands where it does in an order.

    Parameters
    ----------
    confs : tuple of float
        Confidences of the image's proposals.
    """
    if order in BY_ITSELF:
        return Reason(Why.NEWEST if order is Order.NEWEST else Why.FOUND)
    if not image.wants:
        return Reason(Why.DONE)
    part = grounds.lane if order is Order.MIXED else Lane(order.value)
    match part:
        case Lane.RANDOM:
            return Reason(Why.RANDOM)
        case Lane.DISAGREEMENT if image.disagreement:
            return Reason(Why.DISAGREEMENT, {"kinds": tuple(sorted(image.kinds))})
        case Lane.TAIL if grounds.rarest is not None:
            return Reason(Why.TAIL, {"class_id": grounds.rarest})
        case Lane.OMISSIONS if image.hidden > grounds.shortfall:
            return Reason(Why.HIDDEN, {"conf": round(image.hidden / FULL * SHOWN_CONF, 4)})
        case Lane.OMISSIONS if grounds.shortfall:
            return Reason(Why.FEW, {"objects": image.objects, "expected": round(grounds.expected, 1)})
        case Lane.UNCERTAIN if image.uncertain:
            nearest = min(confs, key=lambda c: abs(2.0 * c - 1.0), default=0.5)
            return Reason(Why.UNCERTAIN, {"conf": nearest})
    return Reason(Why.FOUND)
