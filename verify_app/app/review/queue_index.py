"""The records of all images of a project as numpy columns, and the orders, counts and reasons read off them."""

from __future__ import annotations

from array import array
from functools import lru_cache

from verify_app.core.queue import queue_table, ranking
from verify_app.core.queue.entry import Standing
from verify_app.core.queue.filters import Counts, Filter
from verify_app.core.queue.orders import BY_ITSELF, Order
from verify_app.core.queue.queue_table import Columns, Known, ids_of
from verify_app.core.queue.ranking import Surroundings
from verify_app.core.queue.reasons import Grounds
from verify_app.storage.queries import declared_origins, queue
from verify_app.storage.reader import Reader


class Standings:
    """What a queue asks of its images. `read` brings them up to date; everything else is as of then."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._columns = Columns()
        self._newest = -1
        self._around: tuple[int, Surroundings] | None = None
        # read anew once there are more images, or once more was said of origins
        self._by_path = lru_cache(1)(lambda _last: ids_of(queue.by_path(reader)))
        self._matches = lru_cache(1)(lambda text, _last: ids_of(queue.matches(reader, text)))
        self._origins = lru_cache(1)(lambda _last: declared_origins.counting_otherwise(reader))

    def read(self) -> None:
        newest = queue.newest_block(self._reader)
        if newest != self._newest:
            self._columns.put(queue.block_rows(self._reader, self._newest))
            self._newest = newest

    def order(self, order: Order, chosen: Filter) -> array[int]:
        around = None if order in BY_ITSELF else self._surroundings()
        mask = queue_table.mask_of(self._columns, chosen, self._known(chosen))
        listed = None
        if order is Order.NAME:
            listed = self._by_path(queue.largest_id(self._reader))
        elif order is Order.LARGEST:
            listed = ids_of(queue.by_size(self._reader))
        return ranking.arrange(self._columns, mask, order, around, listed)

    def count(self, chosen: Filter) -> Counts:
        return queue_table.count(self._columns, chosen, self._known(chosen, counting=True))

    def grounds(self, image: Standing) -> Grounds:
        """What its place goes by; its neighbours are as the last order compared them."""
        around = self._around[1] if self._around is not None else self._surroundings()
        if image.image_id >= len(around.objects):  # it was added since
            around = self._surroundings()
        return ranking.grounds(image, around)

    def renewed(self, now: array[int], position: int, order: Order, chosen: Filter) -> array[int]:
        return ranking.merge(now, self.order(order, chosen), position, ranking.gone(self._columns, now))

    def next_place(self, order: array[int], place: int, step: int, *, disagreements: bool) -> int | None:
        """The first position from `place` on, going by `step` (1 or -1), whose image wants a person."""
        wanted = self._columns.wanting if disagreements else self._columns.unreviewed
        return ranking.next_place(order, place, step, wanted)

    def _known(self, chosen: Filter, *, counting: bool = False) -> Known:
        reader = self._reader
        matches = self._matches(chosen.text, queue.largest_id(reader)) if chosen.text else None
        origins = self._origins(declared_origins.last_said(reader)) if counting or chosen.origins else {}
        return Known(queue.run_models(reader), queue.reviewers(reader), matches, origins)

    def _surroundings(self) -> Surroundings:
        """Read off the images as they are now, once for all orders until they change."""
        reader = self._reader
        if self._around is None or self._around[0] != self._newest:
            by_path = self._by_path(queue.largest_id(reader))
            by_path = by_path[by_path < len(self._columns.active)]
            classes, seed, blind = (c.id for c in reader.classes()), queue.seed(reader), queue.blind_hidden(reader)
            self._around = self._newest, ranking.surroundings(self._columns, classes, by_path, seed, blind=blind)
        return self._around[1]
