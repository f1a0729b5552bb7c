"""The list of images a person goes through: orders, filters, counts, and why an image is next."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify_app.app.review.last_position import Place
from verify_app.app.session import Session
from verify_app.core.queue.entry import WANTING
from verify_app.core.queue.filters import Counts, Facet, Filter
from verify_app.core.queue.orders import BY_ITSELF, Order
from verify_app.core.queue.reasons import Reason, reason
from verify_app.core.vocabulary import ImageState
from verify_app.storage.queries import image_list, queue
from verify_app.storage.queries.image_list import Row

if TYPE_CHECKING:
    from verify_app.app.review.queue_index import Standings

__all__ = [
    "Counts",
    "Facet",
    "Filter",
    "Order",
    "Queue",
    "Row",
    "counts",
    "rows",
    "source_of",
]


class Queue:
    """One person's way through the images of a project. What is shown of them is read when it is asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._images: Standings | None = None

    @property
    def images(self) -> Standings:
        """The records behind orders and counts, up to date."""
        if self._images is None:
            from verify_app.app.review.queue_index import Standings  # noqa: PLC0415  numpy: after the first picture

            self._images = Standings(self.session.project.read)
        self._images.read()
        return self._images

    def order(self, order: Order = Order.MIXED, chosen: Filter | None = None) -> array[int]:
        """Ids of the images that a filter lets through, in an order."""
        return self.images.order(order, chosen or Filter())

    def counts(self, chosen: Filter | None = None) -> Counts:
        """How many images have each value, counted among those that all other parts of the filter let through."""
        return self.images.count(chosen or Filter())

    def renewed(self, now: array[int], position: int, order: Order, chosen: Filter | None = None) -> array[int]:
        """The order that the person has, with newcomers behind the image in front of them; see `ranking.merge`."""
        return self.images.renewed(now, position, order, chosen or Filter())

    def reason(self, image_id: int, order: Order = Order.MIXED) -> Reason | None:
        """Why this image comes where it does, as of the last time an order was asked for; None when it is gone."""
        reader = self.session.project.read
        image = queue.standings(reader, [image_id]).get(image_id)
        if image is None or image.removed:
            return None
        confs = tuple(p.conf for p in image_list.open_proposals(reader, image_id)) if image.uncertain else ()
        return reason(image, order, self.images.grounds(image), confs=confs)

    def next_wanting(self, order: array[int], position: int, step: int = 1) -> int | None:
        """Position of the next (`step` 1) or previous (-1) image that wants a person, also for a disagreement."""
        return self.images.next_place(order, position + step, step, disagreements=True)

    def next_unreviewed(self, order: array[int], position: int, step: int = 1) -> int | None:
        """Position of the next (`step` 1) or previous (-1) image whose state wants a person."""
        return self.images.next_place(order, position + step, step, disagreements=False)

    def first(self, place: Place) -> int | None:
        """An image to show before any order is made: the one a reviewer left, if it still wants a person.

        On a first visit it is the first found whose state wants a person: the mixed order then goes on behind it.
        """
        reader = self.session.project.read
        found = image_list.first_in(reader, WANTING) if place == Place() else place.image_id
        image = queue.standings(reader, [found]).get(found) if found is not None else None  # a damaged one is told now
        return found if image is not None and image.wants and not image.removed else None

    def begin(self, place: Place) -> tuple[array[int], int]:
        """The order of a place, and the position to go on from: -1 when there is no image.

        That is the image the reviewer left, as long as it wants a person or the order goes by the image alone; else
        the first that wants one.
        """
        order = self.order(place.order, place.filter)
        left = order.index(place.image_id) if place.image_id is not None and place.image_id in order else -1
        if left >= 0 and (place.order in BY_ITSELF or self.next_wanting(order, left - 1) == left):
            return order, left
        first = self.next_wanting(order, -1)
        return order, first if first is not None else min(0, len(order) - 1)


def rows(session: Session, image_ids: Sequence[int]) -> list[Row]:
    """One page of the list."""
    return image_list.rows(session.project.read, image_ids)


def source_of(session: Session, image_id: int) -> int | None:
    """The source of an image; None when it is not in the project any more."""
    image = queue.standings(session.project.read, [image_id]).get(image_id)
    return image.source_id if image is not None and not image.removed else None


def counts(session: Session) -> dict[ImageState, int]:
    """How many images are in each state."""
    found: Counter[ImageState] = Counter(dict.fromkeys(ImageState, 0))
    for tally in image_list.tallies(session.project.read):
        found[tally.state] += tally.images
    return dict(found)
