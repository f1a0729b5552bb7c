"""The orders of the queue: which image comes where, for a million images at once, and what its place goes by."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify_app.core.queue import codec
from verify_app.core.queue.entry import FULL, WANTING, Standing
from verify_app.core.queue.orders import EACH_RANDOM, FEW, NEIGHBOURS, TURNS, Lane, Order
from verify_app.core.queue.queue_table import Bools, Columns, Ints
from verify_app.core.queue.reasons import Grounds
from verify_app.core.tail_classes import tail_ranks

Small = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an order needs to know beside each image's own record; the arrays are indexed by image id.

    Parameters
    ----------
    tail : mapping of int to int
        The tail classes, rarest 0 (`core.tail_classes`).
    ranks : (ids,) ints
        Rank of the rarest tail class on each image; `FULL` for none.
    verified : int
        Verified instances in the project; while there are none, every class is rare and the mixed order has no tail.
    objects, near : (ids,) ints
        Objects on the neighbours, and how many of these somebody or some model has looked at.
    omission : (ids,) ints
        How likely something was missed, 0 to `FULL`: what neighbours hold, or a strong hidden candidate.
    blind : (ids,) bools
        Images that were drawn to be labelled blind and still hide their predictions. They have come up already, so
        they stay in front of the random part: what hides their place must not send them to the end.
    """

    tail: dict[int, int]
    ranks: Small
    verified: int
    objects: Small
    near: Small
    omission: Small
    seed: int
    blind: Bools


def surroundings(
    columns: Columns, class_ids: Iterable[int], by_path: Ints, seed: int, *, blind: Collection[int] = ()
) -> Surroundings:
    """Read them off all images of the project.

    Parameters
    ----------
    class_ids : iterable of int
        The class list.
    by_path : (n,) ints
        Ids by source, then by path.
    blind : collection of int
        Ids of those as in `Surroundings`.
    """
    counts = {**dict.fromkeys(class_ids, 0), **columns.verified()}
    tail = tail_ranks(counts)
    objects, near = _neighbours(columns, by_path)
    records, every = columns.records, slice(None)
    shortfall = _shortfall(records["objects"].astype(np.int64), objects, near)
    shortfall[~(columns.looked_at(every) & columns.unreviewed(every))] = 0
    omission = np.maximum(shortfall, records["hidden"]).astype(np.int32)
    hidden = np.zeros(len(records), np.bool_)
    hidden[[i for i in blind if i < len(hidden)]] = True
    return Surroundings(tail, _ranks(columns, tail), sum(counts.values()), objects, near, omission, seed, hidden)


def _ranks(columns: Columns, tail: dict[int, int]) -> Small:
    images, classes, _ = columns.tags(codec.CLASS)
    table = np.full(max((*tail, int(classes.max(initial=0)))) + 1, FULL, np.int32)
    for class_id, rank in tail.items():
        table[class_id] = rank
    found = np.full(len(columns.active), FULL, np.int32)
    ranks = table[classes]
    rare = np.flatnonzero(ranks < FULL)
    # the rarest last, so that it is what stays
    rare = rare[np.argsort(-ranks[rare], kind="stable")]
    found[images[rare]] = ranks[rare]
    return found


def _neighbours(columns: Columns, by_path: Ints) -> tuple[Small, Small]:
    row = by_path[columns.active[by_path]] if len(by_path) else by_path
    looked = columns.looked_at(slice(None))[row]
    counts = columns.records["objects"][row] * looked
    sources = columns.records["source"][row]
    objects, near = np.zeros(len(row), np.int32), np.zeros(len(row), np.int32)
    for step in range(1, NEIGHBOURS + 1):
        same = sources[step:] == sources[:-step]
        for here, there in ((slice(step, None), slice(None, -step)), (slice(None, -step), slice(step, None))):
            objects[here] += counts[there] * same
            near[here] += looked[there] & same
    found = np.zeros((2, len(columns.active)), np.int32)
    found[0, row], found[1, row] = objects, near
    return found[0], found[1]


def _shortfall(own: Any, objects: Any, near: Any) -> Any:
    """How far one image or many hold less than their neighbours: ``(expected - own) / max(expected, 1)`` of `FULL`."""
    return np.maximum(objects - own * near, 0) * FULL // np.maximum(np.maximum(objects, near), 1)


def grounds(image: Standing, around: Surroundings) -> Grounds:
    """What the place of one image goes by: its record as it is now, among its neighbours as they were."""
    objects, near = int(around.objects[image.image_id]), int(around.near[image.image_id])
    looked = image.looked_at and image.state in WANTING
    shortfall = int(_shortfall(image.objects, objects, near)) if looked else 0
    rank, rarest = min(((around.tail[c], c) for c, _ in image.classes if c in around.tail), default=(FULL, None))
    scores = rank, image.disagreement, max(shortfall, image.hidden), image.uncertain
    conditions = _conditions(np.array([image.image_id]), around, *scores)
    lane = next((name for name, holds in conditions if holds), Lane.PLAIN)
    return Grounds(lane, rarest, shortfall, objects / max(near, 1))


def lottery(ids: Ints, seed: int) -> NDArray[np.uint64]:
    """Numbers of 64 bits that look random, the same on every machine (splitmix64)."""
    z = ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(seed)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(z ^ (z >> np.uint64(31)))


def arrange(
    columns: Columns, mask: Bools, order: Order, around: Surroundings | None, listed: Ints | None = None
) -> array[int]:
    """Ids of the images in an order; those that want nobody any more come last, as found.

    Images as good as each other come as found. `orders.BY_ITSELF` has those that go by the image alone.

    Parameters
    ----------
    listed : (n,) ints, optional
        All ids by name, or by size: for the orders that say so.
    """
    if order in (Order.NAME, Order.LARGEST):
        assert listed is not None, "this order is the database's"
        listed = listed[listed < len(mask)]
        return _array(listed[mask[listed]])
    ids = np.flatnonzero(mask)
    if order is Order.FOUND:
        return _array(ids)
    if order is Order.NEWEST:
        return _array(ids[::-1])
    if order is Order.OBJECTS:
        return _array(ids[np.argsort(-columns.records["objects"][ids].astype(np.int64), kind="stable")])
    assert around is not None, "this order compares images"
    wants = columns.wants[ids]
    first = ids[wants]
    first = _mixed(columns, first, around) if order is Order.MIXED else _ranked(columns, first, order.value, around)
    return _array(np.concatenate((first, ids[~wants])))


def _ranked(columns: Columns, ids: Ints, order: str, around: Surroundings) -> Ints:
    """The best first, those as good as each other as they are; numbers of 16 bits sort ten times as fast as others."""
    return ids[np.argsort(_places(columns, ids, order, around).astype(np.uint16), kind="stable")]


def _places(columns: Columns, ids: Ints, order: str, around: Surroundings) -> Small:
    match order:
        case "omissions":
            return np.asarray(FULL - around.omission[ids])
        case "tail":
            return around.ranks[ids]
        case _:
            return np.asarray(FULL - columns.records[order][ids].astype(np.int32))


def _conditions(
    ids: Ints, around: Surroundings, rank: Any, disagreement: Any, omission: Any, uncertain: Any
) -> list[tuple[Lane, Any]]:
    """Which images that want a person each part of the mixed order takes of those before it left; of one or many."""
    return [
        (Lane.RANDOM, (lottery(ids, around.seed) % np.uint64(EACH_RANDOM) == 0) | around.blind[ids]),
        (Lane.DISAGREEMENT, disagreement > 0),
        (Lane.TAIL, (rank < FULL) & (around.verified > 0)),
        (Lane.OMISSIONS, omission >= FEW),
        (Lane.UNCERTAIN, uncertain > 0),
    ]


def _mixed(columns: Columns, ids: Ints, around: Surroundings) -> Ints:
    names, records = list(Lane), columns.records
    scores = around.ranks[ids], records["disagreement"][ids], around.omission[ids], records["uncertain"][ids]
    in_lane = np.full(len(ids), names.index(Lane.PLAIN), np.int8)
    for name, holds in reversed(_conditions(ids, around, *scores)):
        in_lane[holds] = names.index(name)
    by_lane = {name: ids[in_lane == names.index(name)] for name in Lane}
    drawn = by_lane[Lane.RANDOM]
    drawn = drawn[np.lexsort((lottery(drawn, around.seed), ~around.blind[drawn]))]
    ranked = [_ranked(columns, by_lane[name], name.value, around) for name in TURNS]
    return _with_every(np.concatenate((_in_turns(ranked), by_lane[Lane.PLAIN])), drawn)


def _in_turns(parts: Sequence[Ints]) -> Ints:
    """One of each in turn; those that have run out are passed over."""
    found = np.empty(sum(map(len, parts)), np.int64)
    for mine, part in enumerate(parts):
        turn = np.arange(len(part))
        # what comes before: of the parts before mine this turn's too, of those behind it the turns before
        before = [np.minimum(turn + (other < mine), len(p)) for other, p in enumerate(parts) if other != mine]
        found[sum(before, start=turn)] = part
    return found


def _with_every(chosen: Ints, drawn: Ints) -> Ints:
    """The drawn ones at every `EACH_RANDOM`-th place while both last."""
    found = np.empty(len(chosen) + len(drawn), np.int64)
    step = EACH_RANDOM - 1
    place, turn = np.arange(len(chosen)), np.arange(len(drawn))
    found[place + np.minimum(place // step, len(drawn))] = chosen
    found[turn + np.minimum((turn + 1) * step, len(chosen))] = drawn
    return found


def _array(ids: Ints) -> array[int]:
    found = array("q")
    found.frombytes(np.ascontiguousarray(ids, np.int64).tobytes())
    return found


def merge(order_now: array[int], order_new: array[int], position: int, gone: Collection[int] = ()) -> array[int]:
    """A person's order with what is new in it, without moving anything under their hands.

    Images of `order_now` keep their order, except those in `gone`, which leave. A newcomer (in `order_new` only) comes
    right behind the image that precedes it in `order_new`, yet never before the place after `position`.

    Parameters
    ----------
    position : int
        Place of the image in front in `order_now`; -1 for none.
    """
    now, new = np.frombuffer(order_now, np.int64), np.frombuffer(order_new, np.int64)
    left = np.fromiter(gone, np.int64, len(gone))
    places = np.full(max(now.max(initial=0), new.max(initial=0)) + 1, -1, np.int64)
    places[now] = np.arange(len(now))
    there = places[new] >= 0
    newcomers = np.flatnonzero(~there & ~np.isin(new, left))
    before = np.maximum.accumulate(np.where(there, np.arange(len(new)), -1))[newcomers]
    anchors = np.where(before >= 0, places[new[before]], -1)
    whole = np.insert(now, np.minimum(np.maximum(anchors, position) + 1, len(now)), new[newcomers])
    return _array(whole[~np.isin(whole, left)] if len(left) else whole)


def gone(columns: Columns, order: array[int]) -> list[int]:
    """The images of an order that are not in the project any more."""
    ids = np.frombuffer(order, np.int64)
    return [int(i) for i in ids[~columns.active[ids]]]


def next_place(order: array[int], place: int, step: int, wanted: Callable[[Ints], Bools]) -> int | None:
    """The first position from `place` on, going by `step` (1 or -1), whose image is wanted."""
    ids = np.frombuffer(order, np.int64)
    page = 64
    while 0 <= place < len(ids):
        there = ids[place : place + page] if step > 0 else ids[max(0, place + 1 - page) : place + 1][::-1]
        hits = np.flatnonzero(wanted(there))
        if len(hits):
            return place + step * int(hits[0])
        place, page = place + step * len(there), page * 4
    return None
