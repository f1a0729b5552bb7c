"""What filters, counts and orders mean, image by image in plain Python: the queue's table is held against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from verify_app.core.queue.entry import BANDS, FULL, WANTING, Standing, reviewer_key
from verify_app.core.queue.filters import Counts, Facet, Filter
from verify_app.core.queue.orders import EACH_RANDOM, FEW, NEIGHBOURS, TURNS, Lane, Order
from verify_app.core.queue.queue_table import Known
from verify_app.core.tail_classes import tail_ranks

_BITS = (1 << 64) - 1


def values_of(image: Standing, facet: Facet, known: Known) -> frozenset[Any]:  # noqa: C901  a case a facet
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
            low, high = (round(end * BANDS) for end in wanted)
            return any(image.bands >> band & 1 for band in range(low, high))
        case Facet.FLAGGED:
            return image.flagged
        case Facet.GOLD:
            return image.gold is wanted
        case Facet.REVIEWERS:
            return bool({reviewer_key(name) for name in wanted} & set(image.reviewers))
        case _:
            return bool(wanted & values_of(image, facet, known))


def _there(image: Standing, chosen: Filter, known: Known) -> bool:
    """Whether an image is in the project, is named and is among those that were chosen."""
    named = known.matches is None or image.image_id in known.matches
    return not image.removed and named and (not chosen.images or image.image_id in chosen.images)


def lets_through(image: Standing, chosen: Filter, known: Known) -> bool:
    """Whether the whole filter lets an image through; one taken out of the project never comes."""
    if not _there(image, chosen, known):
        return False
    return all(passes(image, facet, chosen, known) for facet in Facet if facet in chosen.active)


def count(images: Iterable[Standing], chosen: Filter, known: Known) -> Counts:
    """Each facet's values, counted among the images that all other parts of the filter let through."""
    found: Counts = {facet: {} for facet in Facet}
    active = [facet for facet in Facet if facet in chosen.active]
    for image in images:
        if not _there(image, chosen, known):
            continue
        failed = [facet for facet in active if not passes(image, facet, chosen, known)]
        for facet in failed if len(failed) == 1 else () if failed else Facet:
            for value in values_of(image, facet, known):
                found[facet][value] = found[facet].get(value, 0) + 1
    return found


class Scene(NamedTuple):
    """What an order needs to know beside each image's own record.

    Parameters
    ----------
    ranks : mapping of int to int
        The tail classes, rarest 0 (`core.tail_classes`).
    verified : int
        Verified instances in the project; while there are none, every class is rare and the mixed order has no tail.
    neighbours : mapping of int to (int, int)
        Image id to the objects on its neighbours and how many neighbours those are.
    seed : int
    blind : frozenset of int
        Images that were drawn to be labelled blind and still hide their predictions. They have come up already, so
        they stay in front of the random part: what hides their place must not send them to the end.
    """

    ranks: Mapping[int, int]
    verified: int
    neighbours: Mapping[int, tuple[int, int]]
    seed: int
    blind: frozenset[int] = frozenset()


def scene(
    images: Sequence[Standing],
    class_ids: Iterable[int],
    by_path: Iterable[int],
    seed: int,
    *,
    blind: Iterable[int] = (),
) -> Scene:
    """Read the scene off all images of the project.

    Parameters
    ----------
    class_ids : iterable of int
        The class list.
    by_path : iterable of int
        Ids by source, then by path.
    blind : iterable of int
        As in `Scene`.
    """
    counts = dict.fromkeys(class_ids, 0)
    for image in images:
        for class_id, verified in image.classes if not image.removed else ():
            counts[class_id] = counts.get(class_id, 0) + verified
    return Scene(tail_ranks(counts), sum(counts.values()), neighbours(images, by_path), seed, frozenset(blind))


def neighbours(images: Iterable[Standing], by_path: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Objects on the neighbours of each image, and how many of them somebody or some model has looked at."""
    known = {image.image_id: image for image in images}
    row = [known[i] for i in by_path if i in known and not known[i].removed]
    found = {}
    for place, image in enumerate(row):
        near = row[max(0, place - NEIGHBOURS) : place] + row[place + 1 : place + 1 + NEIGHBOURS]
        near = [other for other in near if other.source_id == image.source_id and other.looked_at]
        found[image.image_id] = (sum(other.objects for other in near), len(near))
    return found


def tail_rank(image: Standing, ranks: Mapping[int, int]) -> int | None:
    """Rank of the rarest tail class on an image."""
    return min((ranks[class_id] for class_id, _ in image.classes if class_id in ranks), default=None)


def shortfall(image: Standing, around: Scene) -> int:
    """How far an image holds less than its neighbours, 0 to `FULL`: ``(expected - objects) / max(expected, 1)``."""
    objects, count = around.neighbours.get(image.image_id, (0, 0))
    missing = objects - image.objects * count
    wanted = image.looked_at and image.state in WANTING
    return missing * FULL // max(objects, count) if wanted and count and missing > 0 else 0


def omission(image: Standing, around: Scene) -> int:
    """How likely something was missed: what neighbours hold, or a strong hidden candidate."""
    return max(shortfall(image, around), image.hidden)


def lottery(image_id: int, seed: int) -> int:
    """A number of 64 bits that looks random, the same on every machine (splitmix64)."""
    z = (image_id * 0x9E3779B97F4A7C15 + seed) & _BITS
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _BITS
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _BITS
    return z ^ (z >> 31)


def lane(image: Standing, around: Scene) -> Lane:
    """The part of the mixed order an image belongs to while it wants a person."""
    if image.image_id in around.blind or lottery(image.image_id, around.seed) % EACH_RANDOM == 0:
        return Lane.RANDOM
    if image.disagreement:
        return Lane.DISAGREEMENT
    if around.verified and tail_rank(image, around.ranks) is not None:
        return Lane.TAIL
    if omission(image, around) >= FEW:
        return Lane.OMISSIONS
    return Lane.UNCERTAIN if image.uncertain else Lane.PLAIN


def arrange(images: Iterable[Standing], order: Order, around: Scene, listed: Sequence[int] = ()) -> list[int]:
    """Ids of the images in an order; those that want nobody any more come last, as found.

    Images as good as each other come as found. Orders by name and by size are as `listed`.
    """
    every = sorted(images, key=lambda image: image.image_id)
    if order is Order.FOUND:
        return [image.image_id for image in every]
    if order is Order.NEWEST:
        return [image.image_id for image in reversed(every)]
    if order is Order.OBJECTS:
        return [image.image_id for image in sorted(every, key=lambda image: -image.objects)]
    if order in (Order.NAME, Order.LARGEST):
        there = {image.image_id for image in every}
        return [image_id for image_id in listed if image_id in there]
    wanting = [image for image in every if image.wants]
    first = _mixed(wanting, around) if order is Order.MIXED else _ranked(wanting, order, around)
    return [image.image_id for image in (*first, *(image for image in every if not image.wants))]


def _score_place(image: Standing, order: Order | Lane, around: Scene) -> int:
    match order.value:
        case "uncertain":
            return FULL - image.uncertain
        case "omissions":
            return FULL - omission(image, around)
        case "disagreement":
            return FULL - image.disagreement
        case "tail":
            rank = tail_rank(image, around.ranks)
            return FULL if rank is None else rank
        case _:
            return 0


def _mixed(every: Sequence[Standing], around: Scene) -> list[Standing]:
    lanes: dict[Lane, list[Standing]] = {name: [] for name in Lane}
    for image in every:
        lanes[lane(image, around)].append(image)
    drawn = sorted(
        lanes[Lane.RANDOM],
        key=lambda image: (image.image_id not in around.blind, lottery(image.image_id, around.seed)),
    )
    ranked = {name: _ranked(lanes[name], name, around) for name in TURNS}
    chosen: list[Standing] = []
    for turn in range(max(map(len, ranked.values()))):
        chosen += [ranked[name][turn] for name in TURNS if turn < len(ranked[name])]
    chosen += lanes[Lane.PLAIN]
    return _with_every(chosen, drawn)


def _ranked(images: Sequence[Standing], name: Order | Lane, around: Scene) -> list[Standing]:
    return sorted(images, key=lambda image: _score_place(image, name, around))


def _with_every(chosen: Sequence[Standing], drawn: Sequence[Standing]) -> list[Standing]:
    """The drawn ones at every `EACH_RANDOM`-th place while both last."""
    found: list[Standing] = []
    step = EACH_RANDOM - 1
    for turn in range(max(-(-len(chosen) // step), len(drawn))):
        found += [*chosen[turn * step : (turn + 1) * step], *drawn[turn : turn + 1]]
    return found


def merge(order_now: Sequence[int], order_new: Sequence[int], position: int, gone: Iterable[int] = ()) -> list[int]:
    """A person's order with what is new in it, without moving anything under their hands.

    Images of `order_now` keep their order, except those in `gone`, which leave. A newcomer (in `order_new` only) comes
    right behind the image that precedes it in `order_new`, yet never before the place after `position`.

    Parameters
    ----------
    position : int
        Place of the image in front in `order_now`; -1 for none.
    """
    left = set(gone)
    there = set(order_now)
    passed = set(order_now[: position + 1])
    behind: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for image_id in order_new:
        if image_id in there:
            anchor = None if image_id in passed else image_id
        elif image_id not in left:
            behind.setdefault(anchor, []).append(image_id)
    found = [i for i in order_now[: position + 1] if i not in left] + behind.get(None, [])
    for image_id in order_now[position + 1 :]:
        found += [] if image_id in left else [image_id]
        found += behind.get(image_id, [])
    return found
