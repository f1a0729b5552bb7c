"""All images' records for one queue: as Python objects while they are few, as numpy columns when they are many."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Protocol

from verify_app.core.queue import codec, filters, orders
from verify_app.core.queue.entry import Standing
from verify_app.core.queue.filters import Counts, Filter, Known
from verify_app.core.queue.orders import Order, Scene
from verify_app.core.vocabulary import Origin
from verify_app.storage.queries import declared_origins, queue
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.core.queue import ranking
    from verify_app.core.queue.queue_table import Columns, Ints

_STATIC = (Order.FOUND, Order.NEWEST)


class Standings(Protocol):
    """What a queue asks of its images. `read` brings them up to date; everything else is as of then."""

    def read(self) -> None: ...

    def order(self, order: Order, chosen: Filter) -> array[int]: ...

    def count(self, chosen: Filter) -> Counts: ...

    def around(self, image_id: int) -> Scene:
        """What the last order compared this image with."""
        ...

    def merged(self, now: array[int], new: array[int], position: int) -> array[int]: ...

    def next_wanting(self, order: array[int], place: int, step: int) -> int | None:
        """The first position from `place` on, going by `step` (1 or -1), whose image wants a person."""
        ...


def _class_ids(reader: Reader) -> list[int]:
    return [c.id for c in reader.classes()]


class _Knowing:
    """What a filter needs to know beside the images; the ids that a text matches are kept until there are more."""

    def __init__(self, reader: Reader, ids_of: Callable[[str], Collection[int]]) -> None:
        self._reader = reader
        self._ids_of = ids_of
        self._matches: tuple[tuple[str, int], Collection[int]] = ("", -1), ()
        self._origins: tuple[tuple[int, int], Mapping[int, Origin]] = (-1, -1), {}

    def known(self, chosen: Filter, *, counting: bool = False) -> Known:
        reader = self._reader
        key = (chosen.text, queue.largest_id(reader))
        if chosen.text and self._matches[0] != key:
            self._matches = key, self._ids_of(queue.matches(reader, chosen.text))
        matches = self._matches[1] if chosen.text else None
        origins = self._counting_otherwise() if counting or chosen.origins else {}
        return Known(queue.run_models(reader), queue.reviewers(reader), matches, origins)

    def _counting_otherwise(self) -> Mapping[int, Origin]:
        now = declared_origins.last_said(self._reader)
        if self._origins[0] != now:
            self._origins = now, declared_origins.counting_otherwise(self._reader)
        return self._origins[1]


class Few:
    """`Standings` in plain Python."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._knowing = _Knowing(reader, lambda text: frozenset(queue.ids_of(text)))
        self._newest = -1
        self._images: dict[int, Standing] = {}
        self._around: Scene | None = None

    def read(self) -> None:
        newest = queue.newest_block(self._reader)
        if newest != self._newest:
            for row in queue.block_rows(self._reader, self._newest):
                self._images.update((image.image_id, image) for image in codec.standings(*row))
            self._newest = newest

    def order(self, order: Order, chosen: Filter) -> array[int]:
        if order not in _STATIC:
            self._around = self._scene()
        known = self._knowing.known(chosen)
        let_through = (x for x in self._images.values() if filters.lets_through(x, chosen, known))
        return array("q", orders.arrange(let_through, order, self._around or _NOWHERE))

    def _scene(self) -> Scene:
        reader = self._reader
        by_path = queue.ids_of(queue.by_path(reader))
        seed, blind = queue.seed(reader), queue.blind_hidden(reader)
        return orders.scene(list(self._images.values()), _class_ids(reader), by_path, seed, blind=blind)

    def count(self, chosen: Filter) -> Counts:
        return filters.count(self._images.values(), chosen, self._knowing.known(chosen, counting=True))

    def around(self, image_id: int) -> Scene:
        if self._around is None:
            self._around = self._scene()
        return self._around

    def merged(self, now: array[int], new: array[int], position: int) -> array[int]:
        there = {x.image_id for x in self._images.values() if not x.removed}
        return array("q", orders.merge(now, new, position, [i for i in now if i not in there]))

    def next_wanting(self, order: array[int], place: int, step: int) -> int | None:
        places = range(place, len(order) if step > 0 else -1, step)
        there = self._images
        return next((i for i in places if order[i] in there and there[order[i]].wants), None)


_NOWHERE = Scene({}, 0, {}, 0)


class Many:
    """`Standings` over numpy columns."""

    def __init__(self, reader: Reader) -> None:
        from verify_app.core.queue.queue_table import Columns, ids_of  # noqa: PLC0415  numpy: small projects start without

        self._reader = reader
        self._knowing = _Knowing(reader, ids_of)
        self._columns: Columns = Columns()
        self._newest = -1
        self._by_path: tuple[int, Ints] | None = None
        self._scenes: tuple[int, ranking.Scene] | None = None

    def read(self) -> None:
        newest = queue.newest_block(self._reader)
        if newest != self._newest:
            self._columns.put(queue.block_rows(self._reader, self._newest))
            self._newest = newest

    def order(self, order: Order, chosen: Filter) -> array[int]:
        from verify_app.core.queue import queue_table, ranking  # noqa: PLC0415

        around = None if order in _STATIC else self._scene()
        mask = queue_table.mask_of(self._columns, chosen, self._knowing.known(chosen))
        return ranking.arrange(self._columns, mask, order, around)

    def _scene(self) -> ranking.Scene:
        """Read off the images as they are now, once for all orders until they change."""
        from verify_app.core.queue import ranking  # noqa: PLC0415
        from verify_app.core.queue.queue_table import ids_of  # noqa: PLC0415

        reader = self._reader
        if self._scenes is None or self._scenes[0] != self._newest:
            last = queue.largest_id(reader)
            if self._by_path is None or self._by_path[0] != last:
                self._by_path = last, ids_of(queue.by_path(reader))
            by_path = self._by_path[1]
            by_path = by_path[by_path < len(self._columns.active)]
            seed, blind = queue.seed(reader), queue.blind_hidden(reader)
            self._scenes = (
                self._newest,
                ranking.scene(self._columns, _class_ids(reader), by_path, seed, blind=blind),
            )
        return self._scenes[1]

    def count(self, chosen: Filter) -> Counts:
        from verify_app.core.queue import queue_table  # noqa: PLC0415

        return queue_table.count(self._columns, chosen, self._knowing.known(chosen, counting=True))

    def around(self, image_id: int) -> Scene:
        scene = self._scenes[1] if self._scenes else self._scene()
        known = image_id < len(scene.objects)  # not when it was added since
        near = {image_id: (int(scene.objects[image_id]), int(scene.near[image_id]))} if known else {}
        return Scene(scene.tail, scene.verified, near, scene.seed, frozenset(scene.blind.tolist()))

    def merged(self, now: array[int], new: array[int], position: int) -> array[int]:
        from verify_app.core.queue import ranking  # noqa: PLC0415

        return ranking.merge(now, new, position, ranking.gone(self._columns, now))

    def next_wanting(self, order: array[int], place: int, step: int) -> int | None:
        from verify_app.core.queue import ranking  # noqa: PLC0415

        return ranking.next_wanting(self._columns, order, place, step)
