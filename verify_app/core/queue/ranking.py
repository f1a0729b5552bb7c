"""The orders of `core.queue.orders` over numpy arrays: the same places, for a million images at once."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify_app.core.queue import codec
from verify_app.core.queue.entry import FULL
from verify_app.core.queue.orders import EACH_RANDOM, FEW, NEIGHBOURS, TURNS, Lane, Order
from verify_app.core.queue.queue_table import Bools, Columns, Ints
from verify_app.core.tail_classes import tail_ranks

Small = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Scene:
    """As `orders.Scene`; the arrays are indexed by image id.

    Parameters
    ----------
    ranks : (ids,) ints
        Rank of the rarest tail class on each image; `FULL` for none.
    objects, near : (ids,) ints
        Objects on the neighbours, and how many neighbours those are.
    omission : (ids,) ints
        As `orders.omission`.
    """

    tail: dict[int, int]
    ranks: Small
    verified: int
    objects: Small
    near: Small
    omission: Small
    seed: int
    blind: Ints


def scene(
    columns: Columns, class_ids: Collection[int], by_path: Ints, seed: int, *, blind: Collection[int] = ()
) -> Scene:
    """As `orders.scene`."""
    counts = {**dict.fromkeys(class_ids, 0), **columns.verified()}
    tail = tail_ranks(counts)
    objects, near = _neighbours(columns, by_path)
    omission = _omissions(columns, objects, near)
    drawn = np.fromiter(blind, np.int64, len(blind))
    return Scene(tail, _ranks(columns, tail), sum(counts.values()), objects, near, omission, seed, drawn)


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
    looked = columns.looked_at[row]
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


def _omissions(columns: Columns, objects: Small, near: Small) -> Small:
    records = columns.records
    found = records["hidden"].astype(np.int32)
    missing = objects - records["objects"].astype(np.int32) * near
    short = np.flatnonzero((missing > 0) & columns.looked_at & columns.wanting_state)
    found[short] = np.maximum(
        missing[short].astype(np.int64) * FULL // np.maximum(objects[short], near[short]), found[short]
    )
    return found


def lottery(ids: Ints, seed: int) -> NDArray[np.uint64]:
    """As `orders.lottery`."""
    with np.errstate(over="ignore"):
        z = ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(seed)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return np.asarray(z ^ (z >> np.uint64(31)))


def arrange(columns: Columns, mask: Bools, order: Order, around: Scene | None) -> array[int]:
    """As `orders.arrange`; the orders `found` and `newest` need no scene."""
    ids = np.flatnonzero(mask)
    if order is Order.FOUND:
        return _array(ids)
    if order is Order.NEWEST:
        return _array(ids[::-1])
    assert around is not None, "this order compares images"
    if order is Order.MIXED:
        return _array(_mixed(columns, ids, around))
    wants = columns.wants[ids]
    first = _ranked(columns, ids[wants], order.value, around)
    return _array(np.concatenate((first, ids[~wants])))


def _ranked(columns: Columns, ids: Ints, order: str, around: Scene) -> Ints:
    """The best first, those as good as each other as they are; numbers of 16 bits sort ten times as fast as others."""
    return ids[np.argsort(_places(columns, ids, order, around).astype(np.uint16), kind="stable")]


def _places(columns: Columns, ids: Ints, order: str, around: Scene) -> Small:
    match order:
        case "omissions":
            return np.asarray(FULL - around.omission[ids])
        case "tail":
            return around.ranks[ids]
        case _:
            return np.asarray(FULL - columns.records[order][ids].astype(np.int32))


def lanes(columns: Columns, ids: Ints, around: Scene) -> NDArray[np.int8]:
    """As `orders.lane`: places in `Lane`."""
    records = columns.records
    names = list(Lane)
    conditions = [
        (Lane.DONE, ~columns.wants[ids]),
        (Lane.RANDOM, (lottery(ids, around.seed) % np.uint64(EACH_RANDOM) == 0) | np.isin(ids, around.blind)),
        (Lane.DISAGREEMENT, records["disagreement"][ids] > 0),
        (Lane.TAIL, (around.ranks[ids] < FULL) & (around.verified > 0)),
        (Lane.OMISSIONS, around.omission[ids] >= FEW),
        (Lane.UNCERTAIN, records["uncertain"][ids] > 0),
    ]
    found = np.full(len(ids), names.index(Lane.PLAIN), np.int8)
    for name, holds in reversed(conditions):
        found[holds] = names.index(name)
    return found


def _mixed(columns: Columns, ids: Ints, around: Scene) -> Ints:
    names = list(Lane)
    in_lane = lanes(columns, ids, around)
    by_lane = {name: ids[in_lane == names.index(name)] for name in Lane}
    drawn = by_lane[Lane.RANDOM]
    drawn = drawn[np.lexsort((lottery(drawn, around.seed), ~np.isin(drawn, around.blind)))]
    ranked = [_ranked(columns, by_lane[name], name.value, around) for name in TURNS]
    chosen = np.concatenate((_in_turns(ranked), by_lane[Lane.PLAIN]))
    return np.concatenate((_with_every(chosen, drawn), by_lane[Lane.DONE]))


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
    """As `orders._with_every`."""
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
    """As `orders.merge`."""
    now, new = np.frombuffer(order_now, np.int64), np.frombuffer(order_new, np.int64)
    left = np.fromiter(gone, np.int64, len(gone))
    places = np.full(max(now.max(initial=0), new.max(initial=0)) + 1, -1, np.int64)
    places[now] = np.arange(len(now))
    there = places[new] >= 0
    newcomers = np.flatnonzero(~there & ~np.isin(new, left))
    before = np.maximum.accumulate(np.where(there, np.arange(len(new)), -1))[newcomers]
    anchors = np.where(before >= 0, places[new[before]], -1)
    whole = np.insert(now, np.maximum(anchors, position) + 1, new[newcomers])
    return _array(whole[~np.isin(whole, left)] if len(left) else whole)


def gone(columns: Columns, order: array[int]) -> list[int]:
    """The images of an order that are not in the project any more."""
    ids = np.frombuffer(order, np.int64)
    return [int(i) for i in ids[~columns.active[ids]]]


def next_wanting(columns: Columns, order: array[int], place: int, step: int) -> int | None:
    """The first position from `place` on, going by `step` (1 or -1), whose image wants a person."""
    ids = np.frombuffer(order, np.int64)
    page = 64
    while 0 <= place < len(ids):
        there = ids[place : place + page] if step > 0 else ids[max(0, place + 1 - page) : place + 1][::-1]
        hits = np.flatnonzero(columns.wanting(there))
        if len(hits):
            return place + step * int(hits[0])
        place, page = place + step * len(there), page * 4
    return None
