"""The orders of the queue and what the mixed one is made of; `core.queue.ranking` puts images into them."""

from __future__ import annotations

from enum import StrEnum

from verify_app.core.queue.entry import FULL

EACH_RANDOM = 5
"""Every so many-th image of the mixed order is drawn at random."""

FEW = FULL // 2 + 1
"""From this omission score on, an image goes into the mixed order for what may be missing on it."""

NEIGHBOURS = 2
"""An image is compared with so many on either side, by path within its source."""


class Order(StrEnum):
    """In which order the queue goes."""

    MIXED = "mixed"
    UNCERTAIN = "uncertain"
    TAIL = "tail"
    OMISSIONS = "omissions"
    DISAGREEMENT = "disagreement"
    NEWEST = "newest"
    FOUND = "found"
    NAME = "name"
    OBJECTS = "objects"
    LARGEST = "largest"


BY_ITSELF = frozenset((Order.NEWEST, Order.FOUND, Order.NAME, Order.OBJECTS, Order.LARGEST))
"""Orders that go by the image alone: what is done stays where it is."""


class Lane(StrEnum):
    """Why an image that wants a person comes in the mixed order; the first that holds, the random part before all."""

    RANDOM = "random"
    DISAGREEMENT = "disagreement"
    TAIL = "tail"
    OMISSIONS = "omissions"
    UNCERTAIN = "uncertain"
    PLAIN = "plain"


TURNS = (Lane.DISAGREEMENT, Lane.TAIL, Lane.UNCERTAIN, Lane.OMISSIONS)
"""These lanes take turns; when one has run out the others go on."""
