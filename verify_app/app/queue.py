"""The list of images a person goes through."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence

from verify_app.app.session import Session
from verify_app.core.vocabulary import ImageState
from verify_app.storage import listing
from verify_app.storage.listing import Filter, Row

__all__ = ["Filter", "Row", "counts", "ids", "next_unreviewed", "rows"]

OPEN_STATES = frozenset((ImageState.UNREVIEWED, ImageState.IN_PROGRESS, ImageState.STALE))
"""States in which an image still wants a person."""

_PAGE = 200


def ids(session: Session, chosen: Filter | None = None) -> array[int]:
    """Ids of the images to show, in order."""
    return listing.ids(session.project.read, chosen or Filter())


def rows(session: Session, image_ids: Sequence[int]) -> list[Row]:
    """One page of the list."""
    return listing.rows(session.project.read, image_ids)


def counts(session: Session) -> dict[ImageState, int]:
    """How many images are in each state."""
    found: Counter[ImageState] = Counter(dict.fromkeys(ImageState, 0))
    for tally in listing.tallies(session.project.read):
        found[tally.state] += tally.images
    return dict(found)


def next_unreviewed(session: Session, order: Sequence[int], position: int, step: int = 1) -> int | None:
    """Position of the next (`step` 1) or previous (-1) image that still wants a person; None when there is none."""
    stop = len(order) if step > 0 else -1
    while 0 <= position + step < len(order):
        first = position + step
        places = list(range(first, stop, step))[:_PAGE]
        states = {row.id: row.state for row in rows(session, [order[i] for i in places])}
        for place in places:
            if states.get(order[place]) in OPEN_STATES:
                return place
        position = places[-1]
    return None
